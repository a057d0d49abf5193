"""The page of one team: which parts stand on it, a summary of all other pages."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from auditloop.assess.results import AuditResult, TeamResult
from auditloop.model import Team
from auditloop.render.calendars import offered
from auditloop.render.views import indicators, registers, say
from auditloop.render.views.alerts.table import alert_table
from auditloop.render.views.common import (
    BLANK,
    ChartBlock,
    Fact,
    Figure,
    Link,
    PageView,
    Table,
    lines,
    muted,
    spaced,
    with_small,
)
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.journeys import JourneysOfTeam, journeys_of_team
from auditloop.render.views.next_steps import TeamNext, of_team
from auditloop.render.views.overview.indices import index_tile
from auditloop.render.views.plans import PlansOfTeam, plans_of_team
from auditloop.render.views.recognition.words import facts
from auditloop.render.views.satisfaction import Summary, summary
from auditloop.render.views.selection import is_open, is_problem
from auditloop.render.views.teams.improving import RiskShare, TrainingShare, risk_share, training_share
from auditloop.render.views.teams.lead import lead
from auditloop.render.views.teams.learning import learning
from auditloop.render.views.teams.said import said
from auditloop.render.views.teams.voice import VoiceView, voice_view


@dataclass(frozen=True, slots=True)
class TeamView:
    facts: tuple[Fact, ...]
    tiles: tuple[Figure, ...]
    next: TeamNext | None
    """None where nothing is open."""
    history: ChartBlock
    domains: tuple[ChartBlock, ...]
    kpis: Table
    voice: VoiceView | None
    index_chart: ChartBlock | None
    moved: tuple[ChartBlock, ...]
    """What moved its indices since the period before."""
    audits: Table
    alerts: Table
    alerts_cut: str
    """Says that there are more of them than listed."""
    findings: Table
    actions: Table
    plans: PlansOfTeam | None
    journeys: JourneysOfTeam | None
    calendar: str | None
    """Where its dates are, to be subscribed to."""
    training: TrainingShare | None
    risks: RiskShare | None
    recognition: tuple[Fact, ...]
    learning: tuple[Fact, ...]
    said: tuple[Fact, ...]
    """What others can learn from it."""
    satisfaction: Summary | None
    """What its customers said last; None where they were never asked."""


def view(
    ctx: Context,
    team: Team,
    history: ChartBlock,
    domains: tuple[ChartBlock, ...],
    index_chart: ChartBlock | None,
    moved: tuple[ChartBlock, ...],
) -> PageView:
    t = ctx.words.t
    result = ctx.team_results.get(team.id)
    audits = ctx.audits_by_team.get(team.id, [])
    findings = ctx.findings_by_team.get(team.id, [])
    actions = ctx.actions_by_team.get(team.id, [])
    alerts = ctx.alerts_by_team.get(team.id, [])
    body = TeamView(
        facts=_facts(ctx, team),
        tiles=_tiles(ctx, team, result),
        next=of_team(ctx, team.id),
        history=history,
        domains=domains,
        kpis=indicators.kpi_table(ctx, ctx.series_by_team.get(team.id, []), t("team.kpis_caption"), anchor="kpi-table"),
        voice=voice_view(ctx, team.id),
        index_chart=index_chart,
        moved=moved,
        audits=registers.audit_table(
            ctx, audits, t("team.audits_caption"), anchor="audit-table", empty=t("empty.no_audits"), team_column=False
        ),
        alerts=alert_table(
            ctx,
            alerts[: registers.MOST_BESIDE],
            t("alerts.team_caption"),
            id="alert-table",
            empty=t("alerts.team_none"),
            team_column=False,
        ),
        alerts_cut=registers.cut(ctx, "alerts.team_cut", alerts, registers.MOST_BESIDE),
        findings=registers.finding_table(
            ctx,
            [f for f in findings if is_open(f.status) and is_problem(f)],
            t("team.findings_caption"),
            anchor="finding-table",
            empty=t("empty.no_open_findings") if findings or audits else t("empty.no_audits"),
            team_column=False,
        ),
        actions=registers.action_table(
            ctx,
            [a for a in actions if a.done is None and a.status != "cancelled"],
            t("team.actions_caption"),
            anchor="action-table",
            empty=t("empty.no_open_actions") if actions else t("empty.no_actions"),
            team_column=False,
        ),
        plans=plans_of_team(ctx, team.id),
        journeys=journeys_of_team(ctx, team.id),
        calendar=offered(ctx, team=team.id),
        training=training_share(ctx, team.id),
        risks=risk_share(ctx, team.id),
        recognition=facts(ctx, team.id),
        learning=learning(ctx, team.id),
        said=said(ctx, team.id),
        satisfaction=summary(ctx, team.id),
    )
    return PageView(
        "team",
        frame(
            ctx,
            path=ctx.path.team(team.id),
            kind="team",
            title=ctx.team_name(team.id),
            lead=lead(ctx, team, result),
            name=team.name,
            crumbs=[Link(t("nav.teams"), ctx.href.page("teams/index.md"))],
            edit=("team", team.id),
            sources=[("audit", a.id) for a in audits[:3]] + [("action", a.id) for a in actions[:3]],
            related=_related(ctx, team, result),
        ),
        body,
    )


def _facts(ctx: Context, team: Team) -> tuple[Fact, ...]:
    t = ctx.words.t
    site = next((s for s in ctx.organisation.sites if s.id == team.site), None)
    people = [p for p in ctx.organisation.people if p.team == team.id]
    facts = [
        Fact(t("team.site"), ctx.text(site.name)) if site else None,
        Fact(t("team.department"), ctx.text(team.department)) if team.department else None,
        Fact(t("team.people"), lines(*(_person(ctx, p.name, p.role) for p in people))) if people else None,
    ]
    return tuple(fact for fact in facts if fact)


def _person(ctx: Context, name: object, role: object) -> Markup:
    words = ctx.text(name)  # type: ignore[arg-type]
    return spaced(words, muted(ctx.text(role))) if role else words  # type: ignore[arg-type]


def _tiles(ctx: Context, team: Team, result: TeamResult | None) -> tuple[Figure, ...]:
    t = ctx.words.t
    tiles = []
    for mark in result.latest if result else []:
        audit = ctx.audits[mark.audit]
        change = audit.comparison.change if audit.comparison else None
        tiles.append(
            Figure(
                ctx.checklist_name(mark.checklist),
                say.score(ctx, mark.score),
                note=lines(
                    spaced(say.grade(ctx, mark.grade), say.score_change(ctx, change)),
                    muted(ctx.formats.day(mark.date)),
                    muted(_since(ctx, audit)) if change is not None else BLANK,
                ),
                href=ctx.href.audit(mark.audit),
            )
        )
    tiles += [index_tile(ctx, index, "#indices") for index in ctx.indices_by_team.get(team.id, [])[:2]]
    if result and result.kpis_with_target:
        tiles.append(
            Figure(
                t("overview.tile_met"),
                with_small(result.kpis_met, t("overview.of", n=result.kpis_with_target)),
                href="#kpis",
            )
        )
    return tuple(tiles)


def _since(ctx: Context, audit: AuditResult) -> str:
    """Which audit the change is counted from."""
    if audit.comparison is None:
        return ""
    earlier = ctx.audits[audit.comparison.audit]
    words = ctx.words.t(f"audit_type_within.{earlier.type}")
    return ctx.words.t("audit.since", type=words, date=ctx.formats.day(earlier.date))


def _related(ctx: Context, team: Team, result: TeamResult | None) -> list[Link]:
    t = ctx.words.t
    links = [
        Link(ctx.checklist_name(m.checklist), ctx.href.checklist(m.checklist))
        for m in (result.latest if result else [])
    ]
    links += [
        Link(t("nav.early-warning"), ctx.href.page(ctx.path.early_warning)),
        Link(t("nav.findings"), ctx.href.page("findings/index.md")),
        Link(t("nav.actions"), ctx.href.page("actions/index.md")),
    ]
    return links
