"""Pure computation: audit scores, indicators, indices, findings, actions, data quality → one frozen `Results`.

Opens no file, reads no clock, knows no language and no page; the date is an argument."""

from auditloop.assess.results import Results
from auditloop.assess.whole import ResultsError, assess, day_of, decode, encode

__all__ = ["Results", "ResultsError", "assess", "day_of", "decode", "encode"]
