"""What is told about every survey: satisfaction, recommendation, index, gaps, drivers and themes, by team and period.

Orders the methods, and holds no arithmetic of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditloop.assess.arithmetic import share
from auditloop.assess.distributions import normal_quantile
from auditloop.assess.intervals import CONFIDENCE, Interval
from auditloop.assess.results import (
    DriverModel,
    DriverResult,
    SurveyChange,
    SurveyContrast,
    SurveyCross,
    SurveyCsi,
    SurveyDifference,
    SurveyDimension,
    SurveyGap,
    SurveyNps,
    SurveyRating,
    SurveyResult,
    SurveyShare,
    SurveyTheme,
)
from auditloop.assess.surveys.compared import Beside, Change, Contrast, change, contrast, dimension_changes, neighbours
from auditloop.assess.surveys.describe import Description, Share, csat, describe
from auditloop.assess.surveys.differences import Difference
from auditloop.assess.surveys.drivers import Driver, Drivers, drivers
from auditloop.assess.surveys.gaps import Cross, cross_hairs, gap, gap_interval, overall_gap, quadrant
from auditloop.assess.surveys.gathered import Asked, Gathered, Rows
from auditloop.assess.surveys.index import Weights, csi_error, csi_of, weights_of
from auditloop.assess.surveys.nps import nps
from auditloop.assess.surveys.small_groups import shown
from auditloop.assess.surveys.themes import Theme, texts_of, themes
from auditloop.model import Organisation
from auditloop.ratings import SMALLEST, Counts, mean
from auditloop.segmentation import Cut, cutter

OVERALL, RECOMMEND = "overall", "recommend"


def assess_surveys(organisation: Organisation, gathered: Sequence[Gathered]) -> list[SurveyResult]:
    """In the order given."""
    cut = cutter(text for each in gathered if each.team for text in texts_of(each.comments))
    beside = neighbours(gathered)
    return [_survey(organisation, each, near, cut) for each, near in zip(gathered, beside, strict=True)]


def _survey(organisation: Organisation, each: Gathered, beside: Beside, cut: Cut) -> SurveyResult:
    means = {id: mean(asked.counts) for id, asked in each.dimensions.items()}
    gaps = {id: gap(means[id], asked.expectation) for id, asked in each.dimensions.items()}
    importance = {id: asked.importance for id, asked in each.dimensions.items()}
    placed = {id: (i, m) for id, i in importance.items() if i is not None and (m := means[id]) is not None}
    cross = cross_hairs(placed)
    weights = weights_of(organisation, each)
    driven = _drivers(each.rows)
    whole = overall_gap(gaps, importance)
    changes = dimension_changes(each, beside.previous)
    return SurveyResult(
        team=each.team,
        period=each.period.text,
        channels=list(each.channels),
        sent=each.sent,
        n=each.n,
        response_rate=share(each.n, each.sent) if each.sent else None,
        hidden=not shown(each.n),
        overall=_rating(each.overall),
        csat=_share(csat(each.overall)),
        nps=_nps(each.recommend),
        csi=_csi(each, weights),
        gap=SurveyGap(unweighted=whole.unweighted, weighted=whole.weighted) if whole.unweighted is not None else None,
        cross=SurveyCross(importance=cross.importance, performance=cross.performance) if cross else None,
        dimensions=[
            _dimension(id, asked, weights, gaps[id], _quadrant(placed.get(id), cross), changes.get(id))
            for id, asked in each.dimensions.items()
        ],
        drivers=[_driver(driver) for driver in driven.drivers] if driven else [],
        driver_model=DriverModel(teams=_teams(each), n=driven.n, r2=driven.r2, warnings=driven.warnings)
        if driven
        else None,
        comments=len(each.comments),
        themes=[_theme(theme) for theme in themes(each.comments, cut)],
        previous=_change(change(organisation, each, beside.previous)),
        year_ago=_change(change(organisation, each, beside.year_ago)),
        others=_contrast(contrast(each, beside)),
        teams=list(each.teams),
        without=list(each.without),
    )


def _dimension(
    id: str, asked: Asked, weights: Weights, gap: float | None, quadrant: str | None, changed: Difference | None
) -> SurveyDimension:
    found = describe(asked.counts)
    around = gap_interval(gap, found.sd, found.n) if gap is not None and found else None
    return SurveyDimension(
        id=id,
        n=found.n if found else None,
        counts=_counts(asked.counts),
        mean=found.mean if found else None,
        median=found.median if found else None,
        mode=found.mode if found else [],
        sd=found.sd if found else None,
        csat=_share(csat(asked.counts)),
        expectation=asked.expectation,
        gap=gap,
        gap_interval=_interval(around),
        importance=asked.importance,
        quadrant=quadrant,
        weight=weights.by_id.get(id),
        change=_difference(changed),
    )


def _quadrant(placed: tuple[float, float] | None, cross: Cross | None) -> str | None:
    return quadrant(*placed, cross) if placed and cross else None


def _rating(counts: Counts) -> SurveyRating | None:
    found: Description | None = describe(counts)
    if found is None:
        return None
    return SurveyRating(
        n=found.n, counts=_counts(counts), mean=found.mean, median=found.median, mode=found.mode, sd=found.sd
    )


def _counts(counts: Counts) -> dict[str, int]:
    return {str(answer): n for answer, n in sorted(counts.items())}


def _share(found: Share | None) -> SurveyShare | None:
    return SurveyShare(value=found.value, n=found.n, of=found.of, interval=list(found.interval)) if found else None


def _nps(counts: Counts) -> SurveyNps | None:
    found = nps(counts)
    if found is None:
        return None
    return SurveyNps(
        value=found.value,
        se=found.se,
        interval=_interval(found.interval),
        n=found.counts.n,
        promoters=found.counts.promoters,
        passives=found.counts.passives,
        detractors=found.counts.detractors,
    )


def _csi(each: Gathered, weights: Weights) -> SurveyCsi | None:
    found = csi_of(each, weights)
    if found.value is None:
        return None
    se = csi_error(each, weights)
    reach = None if se is None else normal_quantile((1 + CONFIDENCE) / 2) * se
    return SurveyCsi(
        value=found.value,
        coverage=found.coverage,
        weights=weights.source,
        se=se,
        interval=[max(0.0, found.value - reach), min(100.0, found.value + reach)] if reach is not None else None,
    )


def _interval(found: Interval | None) -> list[float] | None:
    return list(found) if found else None


def _difference(found: Difference | None) -> SurveyDifference | None:
    if found is None:
        return None
    return SurveyDifference(value=found.value, interval=_interval(found.interval), beyond_chance=found.beyond_chance)


def _change(found: Change | None) -> SurveyChange | None:
    if found is None:
        return None
    return SurveyChange(
        period=found.period,
        csat=_difference(found.csat),
        nps=_difference(found.nps),
        csi=_difference(found.csi),
    )


def _contrast(found: Contrast | None) -> SurveyContrast | None:
    if found is None:
        return None
    return SurveyContrast(confidence=found.confidence, csat=_difference(found.csat), nps=_difference(found.nps))


def _teams(each: Gathered) -> list[str]:
    return list(dict.fromkeys(rows.team for rows in each.rows if OVERALL in rows.answers))


def _drivers(rows: Sequence[Rows]) -> Drivers | None:
    """Rows of several files count as one file where they asked the same; what only some asked is left out."""
    there = [each.answers for each in rows if OVERALL in each.answers]
    if not there:
        return None
    dimensions = set.intersection(*map(set, there)) - {OVERALL, RECOMMEND}
    return drivers(_column(there, OVERALL), {id: _column(there, id) for id in dimensions}, SMALLEST)


def _column(rows: Sequence[Mapping[str, Sequence[int | None]]], name: str) -> list[float | None]:
    return [answer for each in rows for answer in each[name]]


def _driver(driver: Driver) -> DriverResult:
    return DriverResult(
        id=driver.id,
        pearson=driver.pearson.r if driver.pearson else None,
        pearson_p=driver.pearson.p if driver.pearson else None,
        spearman=driver.spearman.r if driver.spearman else None,
        spearman_p=driver.spearman.p if driver.spearman else None,
        lmg=driver.lmg,
        importance=driver.importance,
        vif=driver.vif,
    )


def _theme(theme: Theme) -> SurveyTheme:
    return SurveyTheme(
        language=theme.language,
        term=theme.term,
        n=theme.n,
        rating=theme.rating,
        tone=theme.tone,
        quotes=theme.quotes,
    )
