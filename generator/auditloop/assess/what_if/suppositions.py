"""The few things that can be supposed, each with everything it names found in the workspace."""

from __future__ import annotations

from typing import NamedTuple

from auditloop.model import Answer
from auditloop.model.observations import Measured
from auditloop.model.period import Period


class Closed(NamedTuple):
    """An action that is done and verified, or a finding that is closed."""

    kind: str
    """action | finding"""
    id: str
    verdict: str = "effective"
    """Of an action: effective | partly | ineffective"""


class Answered(NamedTuple):
    """Another answer to an item of an audit."""

    audit: str
    item: str
    answer: Answer


class Valued(NamedTuple):
    """Another value, or the next one, of an indicator of a team."""

    kpi: str
    team: str
    period: Period
    measured: Measured


Supposition = Closed | Answered | Valued
