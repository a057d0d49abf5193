"""`auditloop export …` and `auditloop import …`: registers as tables for spreadsheets, and back."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditloop import pipeline
from auditloop.cli.context import (
    EXIT_PROBLEMS,
    Failure,
    Globals,
    UsageFailure,
    refuse_to_replace,
    show_problems,
    stopped,
    telling,
)
from auditloop.cli.words import say
from auditloop.problems.shown import visible

if TYPE_CHECKING:
    from auditloop.config import Config
    from auditloop.exchange import Grid, Imported
    from auditloop.problems import Problem

exporting = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Write a register as a table (.csv or .xlsx) for a spreadsheet, or a page as PDF.",
)
importing = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Bring a table (.csv or .xlsx) into the YAML files."
)

Out = Annotated[Path, typer.Argument(metavar="FILE", help="A file that ends in .csv or .xlsx; - prints CSV.")]
Book = Annotated[Path, typer.Argument(metavar="FILE", help="A file that ends in .xlsx.")]
In = Annotated[Path, typer.Argument(metavar="FILE", help="A file that ends in .csv or .xlsx.")]
OneTeam = Annotated[str | None, typer.Option("--team", help="Only this team.")]
ForTeam = Annotated[str | None, typer.Option("--team", help="The team of rows that name none.")]
Template = Annotated[bool, typer.Option("--template", help="An empty table to be filled in.")]
Force = Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.")]
Sheet = Annotated[str | None, typer.Option(help="Sheet of the workbook. Default: the first one.")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Where a file has another value, take the table's.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")]


@exporting.command("observations")
def export_observations(
    context: typer.Context,
    file: Out,
    team: OneTeam = None,
    kpi: Annotated[str | None, typer.Option(help="Only this indicator.")] = None,
    wide: Annotated[bool, typer.Option("--wide", help="A column for each indicator.")] = False,
    template: Template = False,
    force: Force = False,
) -> None:
    """Measured values, one to a row.

    Example: auditloop export observations values.xlsx --team front-desk
    """
    _export(context, "observations", file, {"team": team, "kpi": kpi}, template, force, is_wide=wide)


@exporting.command("answers")
def export_answers(
    context: typer.Context,
    file: Out,
    team: OneTeam = None,
    audit: Annotated[str | None, typer.Option(help="Only this audit.")] = None,
    template: Template = False,
    force: Force = False,
) -> None:
    """Answers of audits, one to a row; a template has the questions that are not answered yet.

    Example: auditloop export answers march.xlsx --audit front-desk-2026-03 --template
    """
    _export(context, "answers", file, {"team": team, "audit": audit}, template, force)


@exporting.command("actions")
def export_actions(
    context: typer.Context,
    file: Out,
    team: OneTeam = None,
    status: Annotated[str | None, typer.Option(help="Only those with this status.")] = None,
    template: Template = False,
    force: Force = False,
) -> None:
    """Improvement actions, one to a row.

    Example: auditloop export actions actions.csv --team front-desk
    """
    _export(context, "actions", file, {"team": team, "status": status}, template, force)


@exporting.command("registers")
def export_registers(context: typer.Context, file: Book, team: OneTeam = None, force: Force = False) -> None:
    """All registers as one workbook to read, filter and count, with what is computed about the records.

    Example: auditloop export registers registers.xlsx --team front-desk
    """
    shared: Globals = context.obj
    if file.suffix.lower() != ".xlsx":
        raise UsageFailure(f"{file}: name a file that ends in .xlsx")
    config = shared.config()
    refuse_to_replace(file, config, force)
    progress = shared.progress()
    with telling(config, progress):
        try:
            content = pipeline.register_workbook(config, team, progress)
        except pipeline.NoTeam:
            raise UsageFailure(say("no-team", config.lang, team=team)) from None
    file.write_bytes(content)
    if not shared.quiet:
        typer.echo(say("exported-to", config.lang, path=file), err=True)


@importing.command("observations")
def import_observations(
    context: typer.Context,
    file: In,
    team: ForTeam = None,
    sheet: Sheet = None,
    overwrite: Overwrite = False,
    dry_run: DryRun = False,
) -> None:
    """Measured values: one to a row, or indicators (or periods) side by side.

    Nothing is written unless all rows are right and the workspace stays valid. Comments and order of the files stay; an
    empty cell changes nothing. Example: auditloop import observations values.xlsx --team front-desk
    """
    _import(context, "observations", file, team, sheet, overwrite, dry_run)


@importing.command("answers")
def import_answers(
    context: typer.Context,
    file: In,
    sheet: Sheet = None,
    overwrite: Overwrite = False,
    dry_run: DryRun = False,
) -> None:
    """Answers of audits that are there already (`auditloop new audit` starts one).

    Example: auditloop import answers march.xlsx
    """
    _import(context, "answers", file, None, sheet, overwrite, dry_run)


@importing.command("actions")
def import_actions(
    context: typer.Context,
    file: In,
    team: ForTeam = None,
    sheet: Sheet = None,
    overwrite: Overwrite = False,
    dry_run: DryRun = False,
) -> None:
    """Improvement actions: new ones are added, known ones brought up to date.

    Example: auditloop import actions actions.xlsx --overwrite
    """
    _import(context, "actions", file, team, sheet, overwrite, dry_run)


def _export(
    context: typer.Context,
    register: str,
    file: Path,
    filters: Mapping[str, str | None],
    is_template: bool,
    force: bool,
    *,
    is_wide: bool = False,
) -> None:
    from auditloop.exchange import REGISTERS, TooLongForWorkbookError, export, to_csv, to_xlsx

    shared: Globals = context.obj
    suffix = ".csv" if str(file) == "-" else file.suffix.lower()
    if suffix not in (".csv", ".xlsx"):
        raise UsageFailure(f"{file}: name a file that ends in .csv or .xlsx")
    config, checked = _checked(shared)
    refuse_to_replace(file, config, force)
    asked = {key: value for key, value in filters.items() if value is not None}
    table = export(
        REGISTERS[register], checked.documents, pipeline.workspace_of(checked), config.lang,
        lambda record: all(record.get(key) == value for key, value in asked.items()),
        is_template=is_template, is_wide=is_wide,
    )  # fmt: skip
    if not table.rows and asked:
        raise Failure(
            say("export-nothing", config.lang, asked=", ".join(f"{k} {v}" for k, v in asked.items())), EXIT_PROBLEMS
        )
    try:
        content = to_xlsx(table, config.lang) if suffix == ".xlsx" else to_csv(table).encode("utf-8-sig")
    except TooLongForWorkbookError as error:
        raise Failure(say("export-too-long", config.lang, text=error), EXIT_PROBLEMS) from None
    if str(file) == "-":
        sys.stdout.write(content.decode("utf-8-sig"))
        return
    file.write_bytes(content)
    if not shared.quiet:
        typer.echo(say("exported", config.lang, path=file, rows=len(table.rows)), err=True)


def _import(
    context: typer.Context,
    register: str,
    file: Path,
    team: str | None,
    sheet: str | None,
    overwrite: bool,
    dry_run: bool,
) -> None:
    from auditloop.exchange import REGISTERS, plan_import
    from auditloop.scaffold import ScaffoldError, write_all

    shared: Globals = context.obj
    config, checked = _checked(shared)
    workspace = pipeline.workspace_of(checked)
    if team is not None and team not in {each.id for each in workspace.organisation.teams}:
        raise UsageFailure(say("no-team", config.lang, team=team))
    grid = _read(file, sheet, config)
    planned = plan_import(
        REGISTERS[register], grid, config.root, checked.documents, workspace,
        given={"team": team} if team else {}, overwrite=overwrite,
    )  # fmt: skip
    problems = list(planned.problems)
    if not planned.has_errors:
        problems += map(planned.place_in_table, pipeline.errors_of(config, checked, planned.texts))
    show_problems(problems, config.lang)
    if any(each.severity == "error" for each in problems):
        raise Failure(say("import-stopped", config.lang), EXIT_PROBLEMS)
    _tell(planned, config)
    if dry_run:
        return
    try:
        write_all(config.root, planned.new, planned.changed)
    except ScaffoldError as error:
        lang = config.lang
        raise Failure(f"{error.message.in_language(lang)}\n  {error.hint.in_language(lang)}", EXIT_PROBLEMS) from None
    if not shared.quiet:
        count = len(planned.new) + len(planned.changed)
        typer.echo(say("imported" if count else "import-nothing", config.lang, files=count), err=True)


def _tell(planned: Imported, config: Config) -> None:
    """Every value that becomes another one, and how many are added where."""
    for change in planned.changes:
        facts = {"what": change.what, "old": change.old, "new": change.new, "file": change.file}
        typer.echo(say("import-change", config.lang, **facts))
    for name, count in sorted(planned.added.items()):
        typer.echo(say("import-added", config.lang, file=name, count=count))


def _read(file: Path, sheet: str | None, config: Config) -> Grid:
    """The table, or the failure that says why it cannot be read."""
    from auditloop.exchange import from_csv, read_workbook
    from auditloop.load.attached import Attached, decoded
    from auditloop.load.limits import Limits

    limit = Limits().table_bytes
    if not file.is_file():
        raise UsageFailure(say("compare-no-file", config.lang, file=file))
    if file.stat().st_size > limit:
        raise Failure(say("compare-too-large", config.lang, file=file), EXIT_PROBLEMS)
    raw, name = file.read_bytes(), visible(file.name)
    found: Any
    if file.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".xltx", ".et", ".ods") or raw.startswith(b"PK\x03\x04"):
        found = read_workbook(raw, name, sheet)
    elif sheet is not None:
        raise UsageFailure(say("sheet-of-csv", config.lang, file=name))
    else:
        text = decoded(raw, name, None)
        found = from_csv(Attached(name, text)) if isinstance(text, str) else [text]
    if isinstance(found, list):
        _stop(found, config)
    return found  # type: ignore[no-any-return]


def _stop(problems: list[Problem], config: Config) -> None:
    show_problems(problems, config.lang)
    raise Failure(say("import-stopped", config.lang), EXIT_PROBLEMS)


def _checked(shared: Globals) -> tuple[Config, pipeline.Checked]:
    config = shared.config()
    checked = pipeline.check(config)
    if checked.has_errors:
        raise stopped(pipeline.Stop(checked.problems), config)
    return config, checked
