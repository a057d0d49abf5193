"""Every id that a document names is the id of something: the nearest one is proposed where it is not."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple

from auditloop.load.document import Document
from auditloop.problems import MOST_IN_ONE_FILE, Place, Problem, problem
from auditloop.validate.rules.journeys import steps_of
from auditloop.validate.rules.register import Pointer, Register
from auditloop.validate.rules.words import KINDS, listed, proposal

_MEANS = {
    "owner": ("person", "team"),
    "purpose": ("finding", "proposal", "risk", "kpi"),
    "need": ("milestone", "action"),
}
"""Kinds of reference that may name one of several kinds of records."""


_SHOWN = 10
"""Of many places, so many are listed."""
_MOST_PROPOSED = 1_000
"""For more unknown ids than this nobody looks for what was meant: it takes a while where there are many ids."""
_FEW = 3
"""An id that more places name than this was most likely mistyped where it is defined, not in all of them."""


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    unknown: dict[tuple[str, str], list[_Dangling]] = {}
    for dangling in _dangling(register):
        unknown.setdefault((dangling.meant, dangling.wanted), []).append(dangling)
    told: Counter[str] = Counter()
    for number, places in enumerate(unknown.values()):
        for each in places if len(places) <= _FEW else places[:1]:
            told[each.document.file] += 1
            if told[each.document.file] <= MOST_IN_ONE_FILE + 1:  # no more of a file will ever be shown
                yield _unknown_reference(register, places, each, proposing=number < _MOST_PROPOSED)
    for document in register.of_kind("audit"):
        yield from _items(register, document)
    if not register.may_lack("checklist"):
        for document in register.of_kind("training"):
            yield from _covered(document, register.parts_of_checklists)


def _dangling(register: Register) -> Iterator[_Dangling]:
    for kind, look in (
        ("organisation", _organisation),
        ("audit", _audit),
        ("actions", _actions),
        ("observations", _observations),
        ("kpi", _kpi),
        ("index", _index),
        ("standards", _standards),
        ("tickets", _tickets),
        ("survey", _survey),
        ("plan", _plan),
        ("journey", _journey),
        ("commentary", _commentary),
        ("topic", _topic),
        ("policy", _policy),
        ("training", _training),
        ("risks", _risks),
        ("case", _case),
        ("proposals", _proposals),
        ("segments", _segments),
    ):
        for document in register.of_kind(kind):
            for meant, wanted, pointer in look(document.data):
                if meant == "category" and not register.ids(meant):
                    continue  # an organisation may list none: then whatever tickets say is one
                if not any(
                    register.knows(each, wanted) or register.may_lack(each) for each in _MEANS.get(meant, (meant,))
                ):
                    yield _Dangling(document, meant, wanted, pointer)


Reference = tuple[str, str, Pointer]
"""(kind it means, id, where it stands). A pointer that ends in "@key" means the key itself."""

_KEY = "@key"


class _Dangling(NamedTuple):
    """A reference to an id that nothing has."""

    document: Document
    meant: str
    wanted: str
    pointer: Pointer


def _organisation(data: Mapping[str, Any]) -> Iterator[Reference]:
    for position, team in enumerate(data["teams"]):
        if "site" in team:
            yield "site", team["site"], ("teams", position, "site")
        if "lead" in team:
            yield "person", team["lead"], ("teams", position, "lead")
    for position, person in enumerate(data.get("people", ())):
        if "team" in person:
            yield "team", person["team"], ("people", position, "team")


def _audit(data: Mapping[str, Any]) -> Iterator[Reference]:
    yield "team", data["team"], ("team",)
    yield "checklist", data["checklist"], ("checklist",)
    if "previous" in data:
        yield "audit", data["previous"], ("previous",)
    for position, person in enumerate(data.get("auditors", ())):
        yield "person", person, ("auditors", position)
    if "approval" in data:
        yield "person", data["approval"]["by"], ("approval", "by")
    for position, finding in enumerate(data.get("findings", ())):
        if "repeats" in finding:
            yield "finding", finding["repeats"], ("findings", position, "repeats")
        if "accepted" in finding:
            yield "person", finding["accepted"]["by"], ("findings", position, "accepted", "by")
    for position, correction in enumerate(data.get("corrections", ())):
        yield "person", correction["by"], ("corrections", position, "by")


def _actions(data: Mapping[str, Any]) -> Iterator[Reference]:
    yield "team", data["team"], ("team",)
    for position, action in enumerate(data["actions"]):
        yield "owner", action["owner"], ("actions", position, "owner")
        for place, purpose in enumerate(action.get("for", ())):
            yield "purpose", purpose, ("actions", position, "for", place)
        if "verification" in action:
            yield "person", action["verification"]["by"], ("actions", position, "verification", "by")
        if "effect" in action:
            yield "kpi", action["effect"]["kpi"], ("actions", position, "effect", "kpi")


def _observations(data: Mapping[str, Any]) -> Iterator[Reference]:
    yield "team", data["team"], ("team",)
    if "kpi" in data:
        yield "kpi", data["kpi"], ("kpi",)
    else:
        for kpi in data["values"]:
            yield "kpi", kpi, ("values", kpi, _KEY)


def _kpi(data: Mapping[str, Any]) -> Iterator[Reference]:
    for name, kpi in data.get("formula", {}).items():
        if name != "of":
            yield "kpi", kpi, ("formula", name)
    if "dimension" in data.get("from_survey", {}):
        yield "dimension-of-surveys", data["from_survey"]["dimension"], ("from_survey", "dimension")
    written = data.get("from_tickets", {})
    named = written.get("standards", ())
    for position, standard in enumerate([named] if isinstance(named, str) else named):
        yield "standard", standard, ("from_tickets", "standards", *(() if isinstance(named, str) else (position,)))
    yield from _where(written, ("from_tickets",))


def _policy(data: Mapping[str, Any]) -> Iterator[Reference]:
    for position, exception in enumerate(data.get("exceptions", ())):
        yield "person", exception["by"], ("exceptions", position, "by")
    for position, gate in enumerate(data.get("gates", ())):
        for kind in ("team", "checklist", "index"):
            if kind in gate:
                yield kind, gate[kind], ("gates", position, kind)
    for position, waiver in enumerate(data.get("waivers", ())):
        yield "person", waiver["owner"], ("waivers", position, "owner")
        if "team" in waiver:
            yield "team", waiver["team"], ("waivers", position, "team")


def _survey(data: Mapping[str, Any]) -> Iterator[Reference]:
    yield "team", data["team"], ("team",)
    if "channel" in data:
        yield "channel", data["channel"], ("channel",)
    for dimension in data.get("dimensions", ()):
        yield "dimension-of-surveys", dimension, ("dimensions", dimension, _KEY)


def _plan(data: Mapping[str, Any]) -> Iterator[Reference]:
    if "team" in data:
        yield "team", data["team"], ("team",)
    if "owner" in data:
        yield "owner", data["owner"], ("owner",)
    for position, goal in enumerate(data.get("goals", ())):
        for key, meant in (("kpi", "kpi"), ("team", "team"), ("owner", "owner")):
            if key in goal:
                yield meant, goal[key], ("goals", position, key)
    for position, milestone in enumerate(data.get("milestones", ())):
        for key in ("goal", "owner"):
            if key in milestone:
                yield key, milestone[key], ("milestones", position, key)
        for key, meant in (("needs", "need"), ("actions", "action")):
            for place, wanted in enumerate(milestone.get(key, ())):
                yield meant, wanted, ("milestones", position, key, place)


def _journey(data: Mapping[str, Any]) -> Iterator[Reference]:
    for key in ("team", "owner"):
        if key in data:
            yield key, data[key], (key,)
    for position, channel in enumerate(data.get("channels", ())):
        yield "channel", channel, ("channels", position)
    for step, at in steps_of(data):
        for key in ("channel", "action"):
            if key in step:
                yield key, step[key], (*at, key)


def _commentary(data: Mapping[str, Any]) -> Iterator[Reference]:
    if "team" in data:
        yield "team", data["team"], ("team",)
    yield "person", data["by"], ("by",)
    for position, decision in enumerate(data.get("decisions", ())):
        for key, meant in (("owner", "owner"), ("action", "action")):
            if key in decision:
                yield meant, decision[key], ("decisions", position, key)


_GATHERED = {
    "kpis": "kpi",
    "findings": "finding",
    "actions": "action",
    "standards": "standard",
    "dimensions": "dimension-of-surveys",
    "categories": "category",
}
"""Lists of a topic → the kind of record they name."""


def _topic(data: Mapping[str, Any]) -> Iterator[Reference]:
    yield from _commentary(data)
    for name, meant in _GATHERED.items():
        for position, wanted in enumerate(data.get(name, ())):
            yield meant, wanted, (name, position)


def _standards(data: Mapping[str, Any]) -> Iterator[Reference]:
    for position, standard in enumerate(data["standards"]):
        yield from _where(standard, ("standards", position))


def _tickets(data: Mapping[str, Any]) -> Iterator[Reference]:
    yield "team", data["team"], ("team",)


def _training(data: Mapping[str, Any]) -> Iterator[Reference]:
    if "team" in data:
        yield "team", data["team"], ("team",)
    for position, session in enumerate(data["sessions"]):
        for key, kind in (("skill", "skill"), ("kpi", "kpi"), ("mentor", "person")):
            if key in session:
                yield kind, session[key], ("sessions", position, key)


def _risks(data: Mapping[str, Any]) -> Iterator[Reference]:
    if "team" in data:
        yield "team", data["team"], ("team",)
    for position, risk in enumerate(data["risks"]):
        yield "owner", risk["owner"], ("risks", position, "owner")
        for place, action in enumerate(risk.get("actions", ())):
            yield "action", action, ("risks", position, "actions", place)
        yield from _where(risk, ("risks", position))


def _covered(document: Document, parts: frozenset[str]) -> Iterator[Problem]:
    """Skills and trainings name items and sections of checklists, whichever edition."""
    for holder in ("skills", "sessions"):
        for position, record in enumerate(document.data.get(holder, ())):
            for place, part in enumerate(record.get("covers", ())):
                if part not in parts:
                    at = document.places.value((holder, position, "covers", place))
                    yield _unknown(at, "covered", part, sorted(parts))


def _case(data: Mapping[str, Any]) -> Iterator[Reference]:
    for kind in ("team", "checklist"):
        yield kind, data[kind], (kind,)
    if "by" in data:
        yield "person", data["by"], ("by",)
    for position, figure in enumerate(data.get("results", ())):
        if "kpi" in figure:
            yield "kpi", figure["kpi"], ("results", position, "kpi")
    for key, kind in (("actions", "action"), ("findings", "finding")):
        for position, id in enumerate(data.get(key, ())):
            yield kind, id, (key, position)


def _proposals(data: Mapping[str, Any]) -> Iterator[Reference]:
    yield "team", data["team"], ("team",)
    for position, proposed in enumerate(data["proposals"]):
        at = ("proposals", position)
        yield "owner", proposed["by"], (*at, "by")
        for place, action in enumerate(proposed.get("actions", ())):
            yield "action", action, (*at, "actions", place)
        if "kpi" in proposed.get("effect", {}):
            yield "kpi", proposed["effect"]["kpi"], (*at, "effect", "kpi")


def _segments(data: Mapping[str, Any]) -> Iterator[Reference]:
    if "team" in data:
        yield "team", data["team"], ("team",)
    for position, tier in enumerate(data["tiers"]):
        for place, target in enumerate(tier.get("targets", ())):
            yield "standard", target["standard"], ("tiers", position, "targets", place, "standard")


def _where(written: Mapping[str, Any], at: Pointer) -> Iterator[Reference]:
    for conditions in ("where", "met"):
        channels = written.get(conditions, {}).get("channel", ())
        for position, channel in enumerate([channels] if isinstance(channels, str) else channels):
            yield "channel", channel, (*at, conditions, "channel", *(() if isinstance(channels, str) else (position,)))


def _index(data: Mapping[str, Any]) -> Iterator[Reference]:
    for kpi in data["weights"]:
        yield "kpi", kpi, ("weights", kpi, _KEY)


def _unknown_reference(register: Register, places: Sequence[_Dangling], here: _Dangling, *, proposing: bool) -> Problem:
    """One of few places, or the first of many, that name the same unknown id."""
    own = _own_ids(here.document.data) if here.meant in ("audit", "finding") else frozenset()
    kinds = _MEANS.get(here.meant, (here.meant,)) if proposing else ()
    known = [id for kind in kinds for id in register.ids(kind) if id not in own]
    place = _place(here.document, here.pointer)
    if len(places) <= _FEW:
        return _unknown(place, here.meant, here.wanted, known)
    return problem(
        "unknown-to-many",
        place,
        related=tuple(_place(other.document, other.pointer) for other in places[1:_SHOWN]),
        what=KINDS[here.meant],
        found=here.wanted,
        count=len(places),
        proposal=proposal(here.meant, here.wanted, known),
    )


def _own_ids(data: Mapping[str, Any]) -> frozenset[str]:
    """What a document defines itself is no earlier audit or finding."""
    return frozenset(record["id"] for record in (data, *data.get("findings", ())) if "id" in record)


def _unknown(place: Place, meant: str, wanted: str, known: Iterable[str]) -> Problem:
    return problem("unknown-reference", place, what=KINDS[meant], found=wanted, proposal=proposal(meant, wanted, known))


def _place(document: Document, pointer: Pointer) -> Place:
    if pointer[-1] == _KEY:
        return document.places.key(pointer[:-1])
    return document.places.value(pointer)


def _items(register: Register, document: Document) -> Iterator[Problem]:
    """Answers and findings name items of the audit's checklist, in the edition the audit was made with."""
    data = document.data
    questions = register.questions(data["checklist"], data.get("edition"))
    if questions is None:
        if editions := register.editions(data["checklist"]):
            yield problem(
                "edition-not-here",
                document.places.value(("edition",)),
                edition=data["edition"],
                checklist=data["checklist"],
                known=listed(editions),
            )
        return
    items = questions.items
    answered: Iterator[tuple[str, Pointer]] = ((item, ("answers", item, _KEY)) for item in data["answers"])
    found = (
        (finding["item"], ("findings", position, "item")) for position, finding in enumerate(data.get("findings", ()))
    )
    unknown = ((item, pointer) for item, pointer in chain(answered, found) if item not in items)
    for item, pointer in islice(unknown, MOST_IN_ONE_FILE + 1):
        yield _unknown(_place(document, pointer), "item", item, items)
