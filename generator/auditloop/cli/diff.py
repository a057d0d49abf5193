"""`auditloop diff`: what a change does to scores, findings, actions, indicators and targets."""

from __future__ import annotations

from typing import Annotated

import typer

from auditloop import comparing, resources
from auditloop.cli.context import EXIT_PROBLEMS, EXIT_USAGE, Failure, Globals, UsageFailure, clear, show_problems
from auditloop.cli.words import say
from auditloop.config import Config, ConfigError, message_language


def diff(
    context: typer.Context,
    base: Annotated[
        str, typer.Argument(metavar="BASE", help="A git revision, a folder with audits/, or a results.json.")
    ],
    head: Annotated[
        str | None, typer.Argument(metavar="HEAD", help="Likewise. Default: the workspace as it is.")
    ] = None,
    format: Annotated[str, typer.Option("--format", help="text, markdown (a comment) or json.")] = "text",
    lang: Annotated[
        str | None, typer.Option(metavar="zh|en", help="Language. Default of markdown: the organisation's first.")
    ] = None,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="Assess both sides as on this day.")] = None,
) -> None:
    """Show what changed from BASE to HEAD: what to look at first, then what is better, then the rest.

    Reads revisions out of git without a checkout; nothing is fetched and nothing of the repository is run.
    BASE… with three dots, such as origin/main..., is where the histories part: what a pull request changes.

    Examples: auditloop diff origin/main... · auditloop diff v1 v2 --format json · auditloop diff old/results.json
    """
    from auditloop.render.i18n import read_words
    from auditloop.reporters.changes import CHANGES_REPORTERS

    if format not in CHANGES_REPORTERS:
        raise UsageFailure(f"--format {format}: use one of {', '.join(CHANGES_REPORTERS)}")
    shared: Globals = context.obj
    config = shared.config(as_of=as_of, lang=lang)
    compared = run(shared, config, base, head, day_is_given=bool(as_of or shared.as_of))
    spoken = config.lang
    if format == "markdown" and not (lang or shared.lang):
        spoken = _first_language(compared.changes.organisation.languages) or config.lang
    words = read_words(spoken, (resources.templates_dir(),))
    typer.echo(CHANGES_REPORTERS[format](compared.changes, compared.names, words), nl=False)


def run(shared: Globals, config: Config, base: str, head: str | None, *, day_is_given: bool) -> comparing.Compared:
    """The comparison, or the failure that says why there is none."""
    progress = shared.progress()
    try:
        return comparing.compare(config, base, head, progress, day_is_given=day_is_given)
    except comparing.CannotCompare as error:
        raise Failure(say(f"compare-{error.why}", config.lang, **error.facts), EXIT_USAGE) from None
    except comparing.StateHasErrors as stop:
        clear(progress)
        show_problems(stop.problems, config.lang)
        name = stop.name or say("workspace", config.lang)
        raise Failure(say("state-has-errors", config.lang, name=name), EXIT_PROBLEMS) from None
    finally:
        clear(progress)


def _first_language(languages: list[str]) -> str | None:
    for lang in languages:
        try:
            return message_language(lang)
        except ConfigError:
            continue
    return None
