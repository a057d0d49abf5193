"""When the organisation wants to be warned, and what it recognises: rules with their thresholds, each may be off."""

from __future__ import annotations

from typing import Literal

from auditloop.model.common import Value

Off = Literal["off"]


class Breach(Value, frozen=True, kw_only=True, gc=False):
    tickets: int = 2
    """Fewest tickets of a month that broke the standard; a single one may be bad luck."""


class RepeatedComplaint(Value, frozen=True, kw_only=True, gc=False):
    days: int = 30
    """Longest time between a complaint and the one it repeats."""


class HotSpot(Value, frozen=True, kw_only=True, gc=False):
    tickets: int = 5
    """Fewest complaints of a month."""


class Concern(Value, frozen=True, kw_only=True, gc=False):
    points: int = 12
    """Fewest values that the limits rest on."""


class TargetMissed(Value, frozen=True, kw_only=True, gc=False):
    periods: int = 3
    """In a row."""


class Overdue(Value, frozen=True, kw_only=True, gc=False):
    days: int = 1


class Moved(Value, frozen=True, kw_only=True, gc=False):
    times: int = 2


class DataLate(Value, frozen=True, kw_only=True, gc=False):
    days: int = 10
    """After the end of the period."""


class TrainingCoverage(Value, frozen=True, kw_only=True, gc=False):
    percent: int = 80
    """Least share of those who should take part, over twelve months."""


class RiskWithoutPlan(Value, frozen=True, kw_only=True, gc=False):
    days: int = 30
    """Time to write a plan, from the assessment that found the risk high or extreme."""


class EarlyWarning(Value, frozen=True, kw_only=True):
    breach: Off | Breach = Breach()
    repeated_complaint: Off | RepeatedComplaint = RepeatedComplaint()
    hot_spot: Off | HotSpot = HotSpot()
    concern: Off | Concern = Concern()
    target_missed: Off | TargetMissed = TargetMissed()
    overdue: Off | Overdue = Overdue()
    moved: Off | Moved = Moved()
    data_late: Off | DataLate = DataLate()
    training_coverage: Off | TrainingCoverage = TrainingCoverage()
    risk_without_plan: Off | RiskWithoutPlan = RiskWithoutPlan()


class ZeroComplaintMonth(Value, frozen=True, kw_only=True, gc=False):
    tickets: int = 20
    """Fewest tickets of a month: nobody complains where nobody comes."""


class ServiceStar(Value, frozen=True, kw_only=True, gc=False):
    answers: int = 30
    """Fewest answers of a team."""


class RepeatedProblem(Value, frozen=True, kw_only=True, gc=False):
    points: float = 5.0
    """Lost for each problem found again."""


class Recognition(Value, frozen=True, kw_only=True):
    zero_complaint_month: Off | ZeroComplaintMonth = ZeroComplaintMonth()
    service_star: Off | ServiceStar = ServiceStar()
    repeated_problem: Off | RepeatedProblem = RepeatedProblem()
