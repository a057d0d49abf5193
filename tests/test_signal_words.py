"""Signals as sentences in both languages, and the order of indicators by what matters."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from auditloop import resources
from auditloop.assess import assess
from auditloop.assess.results import KpiResult, Series, Signal
from auditloop.model.build import build_workspace
from auditloop.render.i18n import read_words
from auditloop.render.views import signals
from auditloop.render.views.context import Context
from rendered import AS_OF, settings

ORGANISATION = {"kind": "organisation", "id": "o", "name": "O", "teams": [{"id": "a", "name": "A"}]}
KPI = {
    "kind": "kpi",
    "id": "time",
    "name": "Time",
    "definition": "Time",
    "dimension": "efficiency",
    "unit": "min",
    "better": "lower",
    "frequency": "monthly",
    "kind_of_data": "value",
    "target": 6,
}


def _context(lang: str, values: list[float | None], **more: Any) -> tuple[Context, KpiResult, Series]:
    periods = [f"{2024 + at // 12}-{at % 12 + 1:02d}" for at in range(len(values))]
    observed = {p: {"value": v} for p, v in zip(periods, values, strict=True) if v is not None}
    observations = {"kind": "observations", "team": "a", "kpi": "time", "values": observed}
    workspace = build_workspace([ORGANISATION, KPI | more, observations], {})
    results = assess(workspace, as_of=AS_OF, generator="test", data_hash="0" * 12)
    context = Context(workspace, results, settings(lang), read_words(lang, (resources.templates_dir(),)))
    kpi = results.kpis[0]
    return context, kpi, kpi.series[0]


STEADY = [10.0, 12.0, 11.0, 9.0, 10.0, 12.0, 9.0, 11.0]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "8 months in a row below the mean since September 2024: improvement"),
        ("zh", "自2024年9月起连续8个月低于均值：改善"),
    ],
)
def test_a_run_on_one_side_is_said_with_its_length_and_beginning(lang: str, words: str) -> None:
    """Below the mean is better where lower is better."""
    ctx, _, series = _context(lang, [*STEADY, 10.4, 9.2, 10.1, 8.7, 9.9, 10.2, 9.1, 8.8], baseline={"points": 8})
    signal = next(s for s in series.signals if s.rule == "shift")

    assert signals.signal_sentence(ctx, series, signal) == words


def test_one_point_outside_is_not_a_row() -> None:
    """A single value is said to be above the limit in its month."""
    ctx, kpi, series = _context("en", [*STEADY, *STEADY, 30.0])
    shown = signals.shown_signal(series)

    assert series.variation == "concern"
    assert shown and signals.signal_words(ctx, series, shown) == "above the upper limit in May 2025"
    assert "al-i--concern" in signals.variation_mark(ctx, kpi, series)


def test_months_are_counted_as_values_where_one_is_missing() -> None:
    """Eight values with a gap between them are not eight months in a row."""
    low: list[float | None] = [10.4, 9.2, 10.1, None, 8.7, 9.9, 10.2, 9.1, 8.8]
    ctx, _, series = _context("en", [*STEADY, *low], baseline={"points": 8})
    signal = next(s for s in series.signals if s.rule == "shift")

    assert signals.signal_words(ctx, series, signal).startswith("8 values in a row")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_side_and_step_has_words(lang: str) -> None:
    """Whatever the rules of any profile find can be said, now or in the past."""
    ctx, _, series = _context(lang, STEADY)
    for rule in ("outside", "trend", "two-of-three", "three-of-four", "shift"):
        for side in ("rising", "falling") if rule == "trend" else ("above", "below"):
            for step in ("year", "half", "quarter", "month", "week", "day"):
                for ongoing in (True, False):
                    signal = Signal(
                        rule=rule,
                        from_="2024-02",
                        to="2024-05",
                        n=4,
                        side=side,
                        ongoing=ongoing,
                        judgement="improvement",
                    )
                    words = signals.signal_sentence(ctx, msgspec.structs.replace(series, step=step), signal)
                    assert "{" not in words and "4" in words


def test_concern_stands_before_targets_missed_and_improvement_last() -> None:
    """What gets worse, then what cannot meet its target, then what missed it by chance, then what meets it."""
    _, _, base = _context("en", STEADY)

    def made(variation: str, assurance: str | None, met: bool | None, missed: int = 0) -> Series:
        return msgspec.structs.replace(
            base, variation=variation, assurance=assurance, met=met, targets_missed_in_a_row=missed
        )

    ordered = [
        made("concern", "fail", False, 3),
        made("concern", "pass", True),
        made("common", "fail", False, 9),
        made("improvement", "fail", False, 2),
        made("common", "hit-or-miss", False, 1),
        made("common", "hit-or-miss", True),
        made("common", None, None),
        made("improvement", "pass", True),
    ]
    mixed = [ordered[at] for at in (5, 2, 7, 0, 3, 6, 1, 4)]
    assert sorted(mixed, key=signals.urgency) == ordered


def test_what_cannot_be_judged_says_why() -> None:
    """No target, or too few values for limits: a dash with its reason, and no icon."""
    ctx, _, few = _context("en", [1.0, 2.0])
    _, _, aimless = _context("en", STEADY, target=None)

    assert "Too few values for control limits" in signals.assurance_mark(ctx, few)
    assert "No target set" in signals.assurance_mark(ctx, aimless)
