"""What a log of tickets says: its columns, the clocks they run on, and what is measured of them.

Outside the rooms because both sides need it: validation asks whether a typed value agrees with the tickets, the
assessment computes with them. Knows no files, no documents, no language.
"""

from auditloop.tickets.log import EVENTS, MISSING, WORDS, TicketLog, log_of
from auditloop.tickets.times import TimeReader

__all__ = ["EVENTS", "MISSING", "WORDS", "TicketLog", "TimeReader", "log_of"]
