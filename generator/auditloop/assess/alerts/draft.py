"""What a rule says: the facts, how bad, since when. Whom to tell and how it is called, `alert` adds for all rules."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from auditloop.assess.results import LinkTarget
from auditloop.assess.results.alerts import What
from auditloop.model.common import Text


class Draft(NamedTuple):
    severity: str
    team: str | None
    subject: str
    """What the alert is about, within rule and team: an id."""
    since: dt.date
    what: What
    link: LinkTarget
    owner: str | None = None
    responsible: Text | None = None


class Ended(NamedTuple):
    """An alert that is over: what it said on its last day, and what ended it."""

    draft: Draft
    until: dt.date
    by: str
    period: str | None = None
    value: float | None = None
