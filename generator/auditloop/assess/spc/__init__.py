"""Statistical process control: which points of a series are noise, and which say that the process has changed.

Works on numbers in order of time; knows no periods, indicators, teams or pages.
"""

from auditloop.assess.spc.analyse import Analysis, Fact, Found, Segment, analyse
from auditloop.assess.spc.choose import Choice, choose
from auditloop.assess.spc.datum import Datum
from auditloop.assess.spc.judge import assurance, judgement
from auditloop.assess.spc.profiles import PROFILES, Profile
from auditloop.assess.spc.runs import RunTest

__all__ = [
    "PROFILES",
    "Analysis",
    "Choice",
    "Datum",
    "Fact",
    "Found",
    "Profile",
    "RunTest",
    "Segment",
    "analyse",
    "assurance",
    "choose",
    "judgement",
]
