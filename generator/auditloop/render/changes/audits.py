"""What became of an audit, in words: its score, why it is another one, and the items behind it."""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.assess.changes.values import AuditShift
from auditloop.assess.results import ItemChange
from auditloop.render.i18n.formats import vanishes
from auditloop.render.told import Entry, Voice

_MOST_ITEMS = 8
_CAUSES = ("performance", "weights", "questions", "applicability")


def audit_entry(voice: Voice, shift: AuditShift) -> Entry:
    words = voice.words
    subject = words.t(
        "diff.audit.subject",
        team=voice.team(shift.team),
        type=words.t(f"audit_type.{shift.type}")
        if words.has(f"audit_type.{shift.type}")
        else voice.ink.text(shift.type),
        date=voice.formats.date(shift.date),
        id=voice.ink.code(shift.id),
    )
    return Entry(shift.judgement, voice.said(subject, list(_clauses(voice, shift))), tuple(_details(voice, shift)))


def _clauses(voice: Voice, shift: AuditShift) -> Iterator[str]:
    words = voice.words
    if shift.what != "changed":
        yield words.t(f"diff.audit.{shift.what}")
    if shift.what == "added" and shift.status == "draft":
        yield words.t("diff.audit.draft")
    if shift.what == "removed":
        return
    if shift.change is None:
        if shift.score is not None:
            yield words.t("diff.audit.score", score=voice.score(shift.score))
    elif vanishes(shift.change, 1):
        yield words.t("diff.audit.same", score=voice.score(shift.score))
    else:
        yield words.t(
            "diff.audit.moved",
            scores=voice.arrow(voice.score(shift.score_before), voice.score(shift.score)),
            change=voice.points(shift.change),
        )
    if shift.against and shift.against != shift.id:
        yield words.t("diff.audit.against", audit=voice.ink.code(shift.against))
    if shift.grade_before and shift.grade and shift.grade_before != shift.grade:
        yield words.t(
            "diff.audit.grade", grades=voice.arrow(voice.ink.text(shift.grade_before), voice.ink.text(shift.grade))
        )
    if shift.passed is False and shift.passed_before is not False:
        yield words.t("diff.audit.failed")
    elif shift.passed and shift.passed_before is False:
        yield words.t("diff.audit.passed")
    if shift.edition_before and shift.edition_before != shift.edition:
        editions = voice.arrow(voice.ink.text(shift.edition_before), voice.ink.text(shift.edition))
        yield words.t("diff.audit.edition", editions=editions)


def _details(voice: Voice, shift: AuditShift) -> Iterator[str]:
    words = voice.words
    parts = [
        words.t(f"diff.cause.{cause}", points=voice.points(points))
        for cause in _CAUSES
        if (points := getattr(shift, cause)) is not None and not vanishes(points, 1)
    ]
    if len(parts) > 1 or (parts and shift.performance is not None and vanishes(shift.performance, 1)):
        yield words.t("diff.cause.all", parts=words.listed(parts))
    for item in shift.items[:_MOST_ITEMS]:
        yield _item(voice, shift, item)
    left = len(shift.items) - _MOST_ITEMS
    if left > 0:
        yield words.n("diff.more_items", left)


def _item(voice: Voice, shift: AuditShift, item: ItemChange) -> str:
    before, after = (
        _answer(voice, state, ratio)
        for state, ratio in ((item.state_before, item.before), (item.state_after, item.after))
    )
    points = [] if item.points is None or vanishes(item.points, 1) else [voice.points(item.points)]
    return voice.said(voice.name("item", f"{shift.checklist}/{item.id}"), [voice.arrow(before, after), *points])


def _answer(voice: Voice, state: str, ratio: float | None) -> str:
    return voice.formats.percent(ratio) if ratio is not None else voice.words.t(f"answer.{state}")
