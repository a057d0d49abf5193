"""The customer's voice in tickets: what comes in and when, what waits, and how promises were kept in the last year.

Knows the columns of the logs (`auditloop.tickets`) and how standards were kept; no files, no pages.
"""

from auditloop.assess.voice.standards import summarise_standards
from auditloop.assess.voice.tickets import assess_tickets

__all__ = ["assess_tickets", "summarise_standards"]
