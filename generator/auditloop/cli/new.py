"""`auditloop new …`: valid, commented files to go on from."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from auditloop import resources
from auditloop.cli import new_report
from auditloop.cli.context import UsageFailure
from auditloop.cli.writing import NameEn, NameZh
from auditloop.cli.writing import name_of as _name
from auditloop.cli.writing import write as _write
from auditloop.config import Config, ConfigError, read_date

if TYPE_CHECKING:
    from auditloop.model import Workspace
    from auditloop.scaffold import NewFile

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Write a valid, commented file to go on from.")


@app.command("audit")
def audit(
    context: typer.Context,
    team: Annotated[str, typer.Option(help="Id of the team.")],
    checklist: Annotated[
        str | None, typer.Option(help="Id of the checklist. Default with --from: the same as before.")
    ] = None,
    date: Annotated[str | None, typer.Option(help="Day of the audit. Default: today.")] = None,
    type: Annotated[
        str, typer.Option("--type", help="self, internal, third-party, mystery-shopper or re-audit.")
    ] = "self",
    previous: Annotated[
        str | None,
        typer.Option("--from", metavar="PREVIOUS", help="Carry the answers of this audit over, to be confirmed."),
    ] = None,
) -> None:
    """An audit with every item of the checklist to answer.

    Example: auditloop new audit --team front-desk --from front-desk-2026-03
    """
    from auditloop.scaffold import new_audit

    def write(workspace: Workspace, config: Config) -> NewFile:
        earlier = workspace.audits.get(previous) if previous else None
        chosen = checklist or (earlier.checklist if earlier else "service-self-audit")
        return new_audit(
            workspace,
            team=team,
            checklist=chosen,
            date=_date(date, "--date") or config.as_of,
            type=type,
            previous=previous,
        )

    _write(context, write)


@app.command("kpi")
def kpi(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="Id of the indicator, e.g. first-response-time.")],
    name_zh: NameZh = None,
    name_en: NameEn = None,
    dimension: Annotated[
        str, typer.Option(help="efficiency, effectiveness, accuracy, convenience, …")
    ] = "effectiveness",
    unit: Annotated[str, typer.Option(help="%, min, h, …")] = "%",
    better: Annotated[str, typer.Option(help="lower, higher or neither.")] = "higher",
    frequency: Annotated[str, typer.Option(help="daily, weekly, monthly, quarterly, half-yearly, yearly.")] = "monthly",
    kind_of_data: Annotated[str, typer.Option(help="value, proportion, count, rate or rare-event.")] = "value",
) -> None:
    """An indicator: what it counts, its direction and its target.

    Example: auditloop new kpi waiting-time --name-en "Waiting time" --unit min --better lower
    """
    from auditloop.scaffold import new_kpi

    _write(
        context,
        lambda workspace, config: new_kpi(
            workspace, id=id, name=_name(name_zh, name_en, id), dimension=dimension, unit=unit, better=better,
            frequency=frequency, kind_of_data=kind_of_data,
        ),
    )  # fmt: skip


@app.command("action")
def action(
    context: typer.Context,
    team: Annotated[str, typer.Option(help="Id of the team it is filed under.")],
    owner: Annotated[str, typer.Option(help="Id of the person or team that carries it out.")],
    due: Annotated[str, typer.Option(help="Day it is due, e.g. 2026-04-30.")],
    title_zh: Annotated[str | None, typer.Option(help="What is done, in Chinese.")] = None,
    title_en: Annotated[str | None, typer.Option(help="What is done, in English.")] = None,
    for_: Annotated[
        list[str] | None, typer.Option("--for", help="Finding, risk, proposal or indicator it is for; may be repeated.")
    ] = None,
    type: Annotated[
        str, typer.Option("--type", help="containment, corrective, preventive, improvement or training.")
    ] = "corrective",
    priority: Annotated[str, typer.Option(help="high, medium or low.")] = "medium",
) -> None:
    """An improvement action with owner and due date.

    Example: auditloop new action --team front-desk --owner li-wei --due 2026-04-30 --for F-front-desk-2026-001
    """
    from auditloop.scaffold import new_action

    def write(workspace: Workspace, config: Config) -> NewFile:
        by = _date(due, "--due")
        assert by is not None  # the option is required
        return new_action(
            workspace, team=team, title=_name(title_zh, title_en, "…"), for_=for_ or (), owner=owner, due=by,
            today=config.as_of, type=type, priority=priority,
        )  # fmt: skip

    _write(context, write)


@app.command("checklist")
def checklist(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="Id of the checklist, e.g. branch-visit.")],
    name_zh: NameZh = None,
    name_en: NameEn = None,
    edition: Annotated[str | None, typer.Option(help="Default: this year.")] = None,
    base: Annotated[
        str | None, typer.Option("--from", metavar="BUILT-IN", help="Copy service-self-audit or on-site-service.")
    ] = None,
) -> None:
    """A checklist of your own, empty or copied from a built-in one.

    Example: auditloop new checklist branch-visit --from on-site-service
    """
    from auditloop.scaffold import new_checklist

    built_in = {path.stem: path for path in resources.built_in_checklists()}
    if base is not None and base not in built_in:
        raise UsageFailure(f"--from {base}: use one of {', '.join(built_in)}")
    source = (base, built_in[base].read_text(encoding="utf-8")) if base else None
    _write(
        context,
        lambda workspace, config: new_checklist(
            workspace, id=id, name=_name(name_zh, name_en, id), edition=edition or str(config.as_of.year), base=source
        ),
    )


@app.command("index")
def index(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="Id of the index, e.g. sqs.")],
    name_zh: NameZh = None,
    name_en: NameEn = None,
    kpis: Annotated[
        list[str] | None,
        typer.Option("--kpi", help="An indicator in it; may be repeated. Default: all with a score map."),
    ] = None,
) -> None:
    """A composite score of indicators, weighted.

    Example: auditloop new index sqs --kpi first-response-time --kpi satisfaction
    """
    from auditloop.scaffold import new_index

    _write(
        context,
        lambda workspace, config: new_index(workspace, id=id, name=_name(name_zh, name_en, id), kpis=kpis or ()),
    )


@app.command("case")
def case(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="Id of the case, e.g. triage-screen.")],
    team: Annotated[str, typer.Option(help="Id of the team it happened in.")],
    name_zh: NameZh = None,
    name_en: NameEn = None,
    example: Annotated[str, typer.Option(help="good or bad.")] = "good",
    for_: Annotated[
        list[str] | None, typer.Option("--for", help="Finding that it comes from; may be repeated.")
    ] = None,
) -> None:
    """A case to be written up, good or bad.

    Example: auditloop new case triage-screen --team front-desk --for F-front-desk-2026-001
    """
    from auditloop.scaffold import new_case

    _write(
        context,
        lambda workspace, config: new_case(
            workspace, id=id, name=_name(name_zh, name_en, id), team=team, today=config.as_of, example=example,
            for_=for_ or (),
        ),
    )  # fmt: skip


@app.command("proposal")
def proposal(
    context: typer.Context,
    team: Annotated[str, typer.Option(help="Id of the team.")],
    by: Annotated[str, typer.Option(help="Id of the person or team that submits it.")],
    title_zh: Annotated[str | None, typer.Option(help="What is proposed, in Chinese.")] = None,
    title_en: Annotated[str | None, typer.Option(help="What is proposed, in English.")] = None,
) -> None:
    """A proposal of somebody on the staff.

    Example: auditloop new proposal --team front-desk --by li-wei --title-en "A card at check-out"
    """
    from auditloop.scaffold import new_proposal

    _write(
        context,
        lambda workspace, config: new_proposal(
            workspace, team=team, title=_name(title_zh, title_en, "…"), by=by, today=config.as_of
        ),
    )


@app.command("training")
def training(
    context: typer.Context,
    team: Annotated[str, typer.Option(help="Id of the team it is for.")],
    planned: Annotated[str, typer.Option(help="Day it is planned for, e.g. 2026-04-30.")],
    name_zh: NameZh = None,
    name_en: NameEn = None,
    skill: Annotated[str | None, typer.Option(help="Id of the skill it builds.")] = None,
) -> None:
    """A training to be held.

    Example: auditloop new training --team front-desk --planned 2026-04-30 --name-en "Handling complaints"
    """
    from auditloop.scaffold import new_training

    def write(workspace: Workspace, config: Config) -> NewFile:
        day = _date(planned, "--planned")
        assert day is not None  # the option is required
        return new_training(workspace, team=team, name=_name(name_zh, name_en, "…"), planned=day, skill=skill)

    _write(context, write)


@app.command("risk")
def risk(
    context: typer.Context,
    team: Annotated[str, typer.Option(help="Id of the team whose risk it is.")],
    owner: Annotated[str, typer.Option(help="Id of the person or team that watches it.")],
    name_zh: NameZh = None,
    name_en: NameEn = None,
    category: Annotated[
        str, typer.Option(help="people, process, system, policy, facility, supplier or environment.")
    ] = "process",
    likelihood: Annotated[int, typer.Option(help="1 (rare) to 5 (almost certain).")] = 3,
    impact: Annotated[int, typer.Option(help="1 (slight) to 5 (severe).")] = 3,
) -> None:
    """A risk on a team's register, assessed today.

    Example: auditloop new risk --team front-desk --owner li-wei --name-en "The key-card system is down" --impact 4
    """
    from auditloop.scaffold import new_risk

    _write(
        context,
        lambda workspace, config: new_risk(
            workspace, team=team, name=_name(name_zh, name_en, "…"), owner=owner, today=config.as_of,
            category=category, likelihood=likelihood, impact=impact,
        ),
    )  # fmt: skip


@app.command("observations")
def observations(
    context: typer.Context,
    team: Annotated[str, typer.Option(help="Id of the team.")],
    kpi: Annotated[str | None, typer.Option(help="One indicator, many periods.")] = None,
    period: Annotated[str | None, typer.Option(help="One period (2026-03), all the team's indicators.")] = None,
) -> None:
    """A form for measured values.

    Example: auditloop new observations --team front-desk --period 2026-03
    """
    from auditloop.scaffold import new_observations

    _write(
        context,
        lambda workspace, config: new_observations(workspace, team=team, today=config.as_of, kpi=kpi, period=period),
    )


@app.command("journey")
def journey(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="Id of the journey, e.g. guest-request.")],
    name_zh: NameZh = None,
    name_en: NameEn = None,
    team: Annotated[str | None, typer.Option(help="Id of the team. Default: it crosses teams.")] = None,
) -> None:
    """A customer journey map: touchpoints and steps with time and experience.

    Example: auditloop new journey guest-request --team front-desk
    """
    from auditloop.scaffold import new_journey

    _write(
        context,
        lambda workspace, config: new_journey(
            workspace, id=id, name=_name(name_zh, name_en, id), today=config.as_of, team=team
        ),
    )


@app.command("plan")
def plan(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="Id of the plan, e.g. front-desk-2026.")],
    name_zh: NameZh = None,
    name_en: NameEn = None,
    team: Annotated[str | None, typer.Option(help="Id of the team. Default: the whole organisation's.")] = None,
    horizon: Annotated[str, typer.Option(help="short (a quarter to a year) or long (three years).")] = "short",
) -> None:
    """An improvement plan: goals tied to indicators, and milestones.

    Example: auditloop new plan front-desk-2026 --team front-desk
    """
    from auditloop.scaffold import new_plan

    _write(
        context,
        lambda workspace, config: new_plan(
            workspace, id=id, name=_name(name_zh, name_en, id), today=config.as_of, team=team, horizon=horizon
        ),
    )


@app.command("segments")
def segments(
    context: typer.Context,
    period: Annotated[str, typer.Option(help="Month, quarter, half-year or year, e.g. 2026-Q3.")],
    currency: Annotated[str, typer.Option(help="Currency of the amounts.")] = "CNY",
    team: Annotated[str | None, typer.Option(help="Id of the team whose customers these are. Default: all.")] = None,
) -> None:
    """Tiers of customers, to be filled with sums and means.

    Example: auditloop new segments --period 2026-Q3
    """
    from auditloop.scaffold import new_segments

    _write(context, lambda workspace, config: new_segments(workspace, period=period, currency=currency, team=team))


@app.command("team")
def team(
    context: typer.Context,
    id: Annotated[str, typer.Argument(help="Id of the team, e.g. night-shift.")],
    name_zh: NameZh = None,
    name_en: NameEn = None,
    site: Annotated[str | None, typer.Option(help="Id of its site.")] = None,
) -> None:
    """A team: added to the organisation's file, whose comments and order stay.

    Example: auditloop new team night-shift --name-en "Night shift" --site bund
    """
    from auditloop.scaffold import new_team

    _write(
        context,
        lambda workspace, config: new_team(config.root, workspace, id=id, name=_name(name_zh, name_en, id), site=site),
    )


def _date(text: str | None, option: str) -> dt.date | None:
    if text is None:
        return None
    try:
        return read_date(text, option)
    except ConfigError as error:
        raise UsageFailure(str(error)) from None


app.command("commentary")(new_report.commentary)
app.command("topic")(new_report.topic)
