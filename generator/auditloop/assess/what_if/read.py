"""What people type after --what-if → a supposition about this workspace, or what is wrong with it.

A-front-desk-2026-003                     the action is done and verified as effective
A-front-desk-2026-003=ineffective         … or as partly or not effective
F-front-desk-2026-001                     the finding is closed
front-desk-2026-03/queue-time=3           the item has this answer: as in a file; na; 2/20 (two of twenty failed)
first-response-time/front-desk=28         the next value of the indicator, or 412/500
first-response-time/front-desk/2026-03=28 … or that of a period
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable
from difflib import get_close_matches

from auditloop.assess.audit_score import scale_range
from auditloop.assess.audits import checklist_of
from auditloop.assess.measures import POOLED_KINDS, scale_of
from auditloop.assess.what_if.suppositions import Answered, Closed, Supposition, Valued
from auditloop.model import Answer, Audit, Checklist, Item, Kpi, Observation, Workspace
from auditloop.model.audit import Sample
from auditloop.model.observations import Measured
from auditloop.model.period import Period
from auditloop.tickets.measure import STEPS

WHYS = (
    "form",
    "unknown",
    "unknown-near",
    "verdict",
    "no-edition",
    "item",
    "item-near",
    "answer",
    "na",
    "team",
    "team-near",
    "computed",
    "number",
    "share",
    "period",
    "later",
    "no-values",
)
"""What can be wrong: each has a sentence with its facts."""
VERDICTS = ("effective", "partly", "ineffective")
_RECORD = re.compile(r"[A-Z]+-\S+")
_PART = re.compile(r"(?P<part>[0-9]+(?:\.[0-9]+)?)/(?P<whole>[0-9]+(?:\.[0-9]+)?)")
_WORDS = ("yes", "partial", "no")


class WhatIfError(Exception):
    """A supposition that cannot be made: `why` is one of WHYS, `facts` fill its sentence."""

    def __init__(self, why: str, **facts: object) -> None:
        self.why, self.facts = why, facts
        super().__init__(f"{why}: {facts}")


def read(text: str, workspace: Workspace, as_of: dt.date) -> Supposition:
    """Everything it names is looked up in the workspace as known on the day. Raises WhatIfError."""
    name, equals, value = (part.strip() for part in text.partition("="))
    parts = [part.strip() for part in name.split("/")]
    if not all(parts) or (equals and not value):
        raise WhatIfError("form", text=text)
    if len(parts) == 1:
        return _closed(text, name, value, workspace)
    if not equals or len(parts) > 3:
        raise WhatIfError("form", text=text)
    if parts[0] in workspace.audits and len(parts) == 2:
        return _answered(workspace, workspace.audits[parts[0]], parts[1], value)
    if parts[0] in workspace.kpis:
        period = parts[2] if len(parts) == 3 else None
        return _valued(workspace, workspace.kpis[parts[0]], parts[1], period, value, as_of)
    raise _not_among("unknown", parts[0], [*workspace.audits, *workspace.kpis])


def _closed(text: str, id_: str, verdict: str, workspace: Workspace) -> Closed:
    findings = [finding.id for audit in workspace.audits.values() for finding in audit.findings]
    if id_ in workspace.actions:
        if verdict and verdict not in VERDICTS:
            raise WhatIfError("verdict", text=text, value=verdict, known=", ".join(VERDICTS))
        return Closed("action", id_, verdict or VERDICTS[0])
    if id_ in findings:
        if verdict:
            raise WhatIfError("form", text=text)
        return Closed("finding", id_)
    if id_ in workspace.audits or id_ in workspace.kpis:
        raise WhatIfError("form", text=text)
    records = [*workspace.actions, *findings]
    everything = [*records, *workspace.audits, *workspace.kpis]
    raise _not_among("unknown", id_, records if _RECORD.fullmatch(id_) else everything)


def _answered(workspace: Workspace, audit: Audit, item: str, value: str) -> Answered:
    checklist = checklist_of(audit, workspace)
    if checklist is None:
        raise WhatIfError("no-edition", audit=audit.id, edition=audit.edition or "")
    items = {each.id: each for each in checklist.items()}
    if item not in items:
        raise _not_among("item", item, items, audit=audit.id)
    return Answered(audit.id, item, _answer(checklist, items[item], value))


def _answer(checklist: Checklist, item: Item, value: str) -> Answer:
    if value == "na":
        if not item.na_allowed:
            raise WhatIfError("na", item=item.id)
        return Answer(na={"en": "what if"})
    if sampled := _PART.fullmatch(value):
        failed, size = float(sampled["part"]), float(sampled["whole"])
        if failed <= size and size >= 1 and failed.is_integer() and size.is_integer():
            return Answer(sample=Sample(size=int(size), failed=int(failed)))
    low, high = scale_range(checklist.scale)
    levels = checklist.scale.kind == "levels"
    if not levels and value in _WORDS:
        return Answer(score=value)
    number = _number(value) if levels else None
    if number is None or not low <= number <= high:
        allowed = f"{low:g}–{high:g}" if levels else ", ".join(_WORDS)
        raise WhatIfError("answer", item=item.id, value=value, allowed=allowed)
    return Answer(score=number)


def _valued(workspace: Workspace, kpi: Kpi, team: str, period: str | None, value: str, as_of: dt.date) -> Valued:
    teams = [each.id for each in workspace.organisation.teams]
    if team not in teams:
        raise _not_among("team", team, teams)
    if kpi.formula or kpi.from_tickets or kpi.from_survey:
        raise WhatIfError("computed", kpi=kpi.id)
    own = [each for each in workspace.observations if (each.kpi, each.team) == (kpi.id, team)]
    when = _period(kpi, team, period, own, as_of)
    before = next((each.measured for each in own if each.period == when), own[-1].measured if own else None)
    return Valued(kpi.id, team, when, _measured(kpi, value, before))


def _period(kpi: Kpi, team: str, written: str | None, own: list[Observation], as_of: dt.date) -> Period:
    if written is None and not own:
        raise WhatIfError("no-values", kpi=kpi.id, team=team)
    kind = own[-1].period.kind if own else STEPS[kpi.frequency]
    try:
        when = own[-1].period.next if written is None else Period.parse(written)
    except ValueError:
        when = None
    if when is None or when.kind != kind:
        example = Period.containing(as_of, kind).text
        raise WhatIfError("period", kpi=kpi.id, value=written, example=example)
    if when.first > as_of:
        raise WhatIfError("later", period=when.text, day=as_of, first=when.first)
    return when


def _measured(kpi: Kpi, value: str, before: Measured | None) -> Measured:
    """A share without its counts keeps the whole that is known: the same, or the latest, number of opportunities."""
    if counted := _PART.fullmatch(value):
        part, whole = float(counted["part"]), float(counted["whole"])
        if kpi.kind_of_data not in POOLED_KINDS or whole <= 0 or (kpi.kind_of_data == "proportion" and part > whole):
            raise WhatIfError("share", kpi=kpi.id, value=value)
        return Measured(n=part, of=whole)
    number = _number(value)
    if number is None:
        raise WhatIfError("number", kpi=kpi.id, value=value)
    if kpi.kind_of_data in POOLED_KINDS and before and before.of:
        part = number * before.of / scale_of(kpi)
        if part < 0 or (kpi.kind_of_data == "proportion" and part > before.of):
            raise WhatIfError("share", kpi=kpi.id, value=value)
        return Measured(n=part, of=before.of)
    return Measured(value=number, n=before.n if before and before.value is not None else None)


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _not_among(why: str, id_: str, known: Iterable[str], **facts: object) -> WhatIfError:
    names = {name.casefold(): name for name in known}
    close = get_close_matches(id_.casefold(), names, n=1, cutoff=0.6)
    if close:
        return WhatIfError(f"{why}-near", id=id_, near=names[close[0]], **facts)
    return WhatIfError(why, id=id_, **facts)
