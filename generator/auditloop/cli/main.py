"""The `auditloop` command: global options, the table of commands, and the exit codes.

0 fine · 1 problems found or a gate failed · 2 wrong usage · 3 build or publish failed · 130 interrupted
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from auditloop import __version__
from auditloop.cli import (
    approve,
    assess,
    build,
    diff,
    exchange,
    gate,
    init,
    migrate,
    new,
    printing,
    publish,
    render,
    serve,
    validate,
    versions,
)
from auditloop.cli.context import EXIT_FAILED, EXIT_FINE, EXIT_INTERRUPTED, Failure, Globals
from auditloop.problems.shown import visible


class Commands(TyperGroup):
    """Ends every command with a documented exit code, and never with a traceback for data, settings or the disk."""

    def invoke(self, ctx: typer.Context) -> Any:  # type: ignore[override]
        try:
            return super().invoke(ctx)
        except Failure as failure:
            said = "\n".join(visible(line) for line in str(failure).split("\n"))
            typer.echo(f"auditloop: {said}", err=True)
            raise typer.Exit(failure.exit_code) from None
        except KeyboardInterrupt:
            typer.echo("", err=True)
            raise typer.Exit(EXIT_INTERRUPTED) from None
        except BrokenPipeError:
            # Whoever read our output has seen enough; Python must not complain about it while closing.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(EXIT_FINE) from None
        except OSError as error:
            typer.echo(visible(f"auditloop: {error.strerror or error}: {error.filename or ''}"), err=True)
            raise typer.Exit(EXIT_FAILED) from None


app = typer.Typer(
    cls=Commands,
    name="auditloop",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help answers in half the time: Rich costs more than all the rest of the start
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Service-quality audits, indicators and improvement as a closed loop in a git repository.",
    epilog="Example: auditloop init my-quality && cd my-quality && auditloop build",
)

COMMANDS: dict[str, Callable[..., None]] = {
    "init": init.init,
    "validate": validate.validate,
    "assess": assess.assess,
    "diff": diff.diff,
    "gate": gate.gate,
    "approve": approve.approve,
    "render": render.render,
    "build": build.build,
    "serve": serve.serve,
    "publish": publish.publish,
    "versions": versions.versions,
    "migrate": migrate.migrate,
}
for _name, _command in COMMANDS.items():
    app.command(_name)(_command)
app.add_typer(new.app, name="new")
exchange.exporting.command("pdf")(printing.export_pdf)
app.add_typer(exchange.exporting, name="export")
app.add_typer(exchange.importing, name="import")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"auditloop {__version__}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    directory: Annotated[
        Path, typer.Option("-C", "--directory", metavar="DIR", help="Work on the workspace in DIR, as git -C does.")
    ] = Path(),
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day that overdue, ages and periods are counted to. Default: today."),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(metavar="zh|en", help="Language of messages. Default: the locale's."),
    ] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No progress, only results and problems.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    context.obj = Globals(directory=directory, as_of=as_of, lang=lang, quiet=quiet)


def main() -> None:
    """Entry point of the installed command."""
    _utf8_output()
    try:
        app()
    except Exception:
        # Ours to mend. Not exit code 1, which says that the data has problems.
        traceback.print_exc()
        typer.echo("auditloop: this is a bug in Auditloop, please report it with the lines above", err=True)
        sys.exit(EXIT_FAILED)


def _utf8_output() -> None:
    """Chinese text goes out as UTF-8 whatever the locale says; what a terminal cannot show does not stop us."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
