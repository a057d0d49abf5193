"""What became of indicators, targets and indices, in words."""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.assess.changes.values import IndexShift, IndicatorShift, Restated, SeriesShift, TargetShift
from auditloop.render.i18n.formats import vanishes
from auditloop.render.i18n.units import with_unit
from auditloop.render.told import Entry, Voice

_MOST_VALUES = 6
_MOST_PARTS = 5


def target_entry(voice: Voice, shift: TargetShift) -> Entry:
    words = voice.words
    before, after = (
        voice.ink.text(change) if change else with_unit(words, voice.formats.general(value), voice.ink.text(shift.unit))
        for value, change in ((shift.before, shift.change_before), (shift.after, shift.change_after))
    )
    clauses = [words.t(f"diff.target.{shift.field}_{shift.what}", before=before, after=after)]
    if shift.from_:
        clauses.append(words.t("diff.target.since", period=voice.formats.period(shift.from_)))
    if shift.team:
        clauses.append(words.t("diff.target.base"))
    name = voice.name(shift.of, shift.id)
    subject = words.t("diff.of_team", name=name, team=voice.team(shift.team)) if shift.team else name
    return Entry(shift.judgement, voice.said(subject, clauses))


def indicator_entry(voice: Voice, shift: IndicatorShift) -> Entry:
    words = voice.words
    clauses = [words.t(f"diff.indicator.{shift.what}")]
    if shift.values:
        clauses.append(words.n("diff.indicator.values", shift.values))
    clauses += [words.t(f"diff.field.{field}") for field in shift.fields]
    return Entry(shift.judgement, voice.said(voice.titled("kpi", shift.id), clauses))


def series_entry(voice: Voice, shift: SeriesShift) -> Entry:
    subject = voice.words.t("diff.of_team", name=voice.name("kpi", shift.kpi), team=voice.team(shift.team))
    details = [_restated(voice, shift, each) for each in shift.restated[:_MOST_VALUES]]
    if len(shift.restated) > _MOST_VALUES:
        details.append(voice.words.n("diff.more_values", len(shift.restated) - _MOST_VALUES))
    return Entry(shift.judgement, voice.said(subject, list(_clauses(voice, shift))), tuple(details))


def _clauses(voice: Voice, shift: SeriesShift) -> Iterator[str]:
    words, formats = voice.words, voice.formats
    if shift.restated:
        yield words.n("diff.series.recomputed" if shift.computed else "diff.series.restated", len(shift.restated))
    if shift.added:
        periods = formats.span(shift.added[0], shift.added[-1])
        if shift.latest and shift.latest.period == shift.added[-1]:
            value = voice.value(shift.latest.value, shift.unit, shift.decimals)
            key = "diff.series.added_one" if len(shift.added) == 1 else "diff.series.added_latest"
            yield words.t(key, n=len(shift.added), periods=periods, value=value)
        else:
            yield words.n("diff.series.added", len(shift.added), periods=periods)
    if shift.met is not None and shift.met != shift.met_before:
        yield words.t("diff.series.met" if shift.met else "diff.series.missed")
    for table in ("variation", "assurance"):
        before, after = getattr(shift, f"{table}_before"), getattr(shift, table)
        if after and before != after:
            now = words.t(f"{table}.{after}")
            yield words.t(
                f"diff.series.{table}", turn=voice.arrow(words.t(f"{table}.{before}"), now) if before else now
            )


def _restated(voice: Voice, shift: SeriesShift, each: Restated) -> str:
    words = voice.words
    before = _reading(voice, shift, each.before, each.n_before, each.of_before)
    after = words.t("diff.series.gone")
    if each.after is not None:
        after = _reading(voice, shift, each.after, each.n, each.of)
    clauses = [voice.arrow(before, after)] if before != after else []
    if each.excluded != each.excluded_before:
        clauses.append(words.t("diff.series.excluded" if each.excluded else "diff.series.included"))
    return voice.said(voice.formats.period(each.period), clauses or [words.t("diff.series.slightly")])


def _reading(voice: Voice, shift: SeriesShift, value: float | None, n: float | None, of: float | None) -> str:
    """The value as written, however many digits, and the counts it is made of."""
    digits = voice.formats.general(value)
    told = with_unit(voice.words, digits, voice.ink.text(shift.unit))
    if of is not None and n is not None:
        counts = voice.words.t("diff.series.counts", n=voice.formats.general(n), of=voice.formats.general(of))
        return told + counts
    return told


def index_entry(voice: Voice, shift: IndexShift) -> Entry:
    words = voice.words
    subject = words.t("diff.of_team", name=voice.name("index", shift.id), team=voice.team(shift.team))
    clauses = []
    if shift.before is None or shift.after is None:
        key = "diff.index.removed" if shift.period is None else "diff.index.added"
        clauses.append(words.t(key, score=voice.score(shift.after if shift.before is None else shift.before)))
    elif shift.change is not None:
        clauses.append(voice.arrow(*_scores(voice, shift)))
        clauses.append(voice.points(shift.change))
    if shift.partial:
        clauses.append(words.t("diff.index.partial"))
    if shift.reweighted:
        clauses.append(words.t("diff.index.reweighted"))
    parts = [part for part in shift.parts if not vanishes(part.points, 1)][:_MOST_PARTS]
    details = [voice.said(voice.name("kpi", part.id), [voice.points(part.points)]) for part in parts]
    return Entry(shift.judgement, voice.said(subject, clauses), tuple(details))


def _scores(voice: Voice, shift: IndexShift) -> tuple[str, str]:
    """With their periods, where these differ."""
    told = [(shift.before, shift.period_before), (shift.after, shift.period)]
    if shift.period_before == shift.period:
        return voice.score(shift.before), voice.score(shift.after)
    before, after = (
        voice.words.t("diff.index.at", score=voice.score(score), period=voice.formats.short_period(period))
        for score, period in told
    )
    return before, after
