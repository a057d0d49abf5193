"""The period as the model's kinds use it; what a period is stands in `auditloop.period`."""

from auditloop.period import KINDS, Period

__all__ = ["KINDS", "Period"]
