"""What changed in a month, in sentences."""

from __future__ import annotations

from auditloop.assess.reports import facts as f
from auditloop.render.i18n.formats import vanishes
from auditloop.render.views import say
from auditloop.render.views.context import Context
from auditloop.render.views.overview.indices import index_sentence
from auditloop.render.views.reports.linked import Said, kpis, linked
from auditloop.render.views.selection import series_of
from auditloop.render.views.signals import shown_signal, signal_words

_TONES = {"improvement": "good", "concern": "bad"}


def index_moved(ctx: Context, fact: f.IndexMoved) -> Said:
    index = next(i for i in ctx.results.indices if i.id == fact.index and i.scope.team is None)
    parts = [(ctx.kpi_name(part.id), ctx.href.kpi(part.id)) for part in index.moved_by[:3]]
    name = (ctx.index_name(index.id), ctx.href.index(index.id))
    sentence = index_sentence(ctx, index)
    return Said(linked(ctx, sentence, name, *(part for part in parts if part[0] in sentence)), "none")


def turned(ctx: Context, fact: f.Turned) -> Said:
    kpi, series = series_of(ctx, fact.kpi, fact.team)
    signal = shown_signal(series)
    name = ctx.kpi_name(fact.kpi)
    key = f"reports.turned.{fact.judgement}{'_team' if fact.team else ''}"
    sentence = ctx.words.t(
        key,
        kpi=name,
        team=ctx.team_name(fact.team),
        pattern=signal_words(ctx, series, signal) if signal else ctx.words.t(f"variation.{fact.judgement}"),
        value=say.kpi_value(ctx, kpi, series.latest.value if series.latest else None),
    )
    # Where the organisation has a value of its own the page begins with that, else with the teams'.
    anchor = "by-team" if fact.team and len(kpi.series) > 1 and kpi.series[0].team is not None else ""
    return Said(linked(ctx, sentence, (name, ctx.href.kpi(fact.kpi, anchor))), _TONES[fact.judgement])


def target_turned(ctx: Context, fact: f.TargetTurned) -> Said:
    names = ctx.words.listed([ctx.kpi_name(id) for id in fact.kpis])
    key = "reports.target.met" if fact.met else "reports.target.missed"
    sentence = ctx.words.n(key, len(fact.kpis), names=names)
    return Said(linked(ctx, sentence, *kpis(ctx, fact.kpis)), "good" if fact.met else "bad")


def audit_made(ctx: Context, fact: f.AuditMade) -> Said:
    audit = ctx.audits[fact.audit]
    what = ctx.words.t(
        "reports.audit.what",
        type=ctx.words.t(f"audit_type.{audit.type}"),
        team=ctx.team_name(audit.team),
        date=ctx.formats.date(audit.date),
    )
    clauses = [
        ctx.words.t("reports.audit.score", score=say.score(ctx, audit.score), grade=audit.grade)
        if audit.score is not None
        else ctx.words.t("empty.not_scored"),
        _on_before(ctx, audit.comparison.change if audit.comparison else None),
        ctx.words.n("count.findings", len(audit.findings)),
    ]
    sentence = what + ctx.words.t("join.colon") + ctx.words.clauses(clauses) + ctx.words.t("join.full_stop")
    return Said(linked(ctx, sentence, (what, ctx.href.audit(audit.id))))


def _on_before(ctx: Context, change: float | None) -> str:
    if change is None or vanishes(change, 1):
        return ""
    return ctx.words.t("reports.audit.up" if change > 0 else "reports.audit.down", amount=say.score(ctx, abs(change)))


def findings_moved(ctx: Context, fact: f.FindingsMoved) -> Said:
    counts = {"added": fact.added, "closed": fact.closed, "reopened": fact.reopened}
    return _register(ctx, "findings", {what: len(ids) for what, ids in counts.items()})


def actions_moved(ctx: Context, fact: f.ActionsMoved) -> Said:
    counts = {"added": fact.added, "done": fact.done, "verified": fact.verified}
    return _register(ctx, "actions", {what: len(ids) for what, ids in counts.items()})


def alerts_moved(ctx: Context, fact: f.AlertsMoved) -> Said:
    return _register(ctx, "early-warning", {"new": fact.new, "over": fact.over})


def _register(ctx: Context, name: str, counts: dict[str, int]) -> Said:
    """`Findings: 3 new, 1 closed.`"""
    path = ctx.path.early_warning if name == "early-warning" else f"{name}/index.md"
    clauses = [ctx.words.n(f"reports.moved.{name}_{what}", n) for what, n in counts.items() if n]
    title = ctx.words.t(f"nav.{name}")
    sentence = title + ctx.words.t("join.colon") + ctx.words.clauses(clauses) + ctx.words.t("join.full_stop")
    return Said(linked(ctx, sentence, (title, ctx.href.page(path))))
