"""What is to be done by when, as calendars that people subscribe to: all of it, each team's, each owner's.

`dates` says which days there are, `calendars` who gets which of them, `ical` writes them."""

from auditloop.render.calendars.calendars import CALENDARS_FOLDER, Calendar, calendar_assets, calendars, offered
from auditloop.render.calendars.dates import due_dates
from auditloop.render.calendars.due import DueDate

__all__ = ["CALENDARS_FOLDER", "Calendar", "DueDate", "calendar_assets", "calendars", "due_dates", "offered"]
