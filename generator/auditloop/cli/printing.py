"""`auditloop export pdf`: a page of the site as a report on A4."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditloop import pipeline
from auditloop.cli.context import EXIT_FAILED, Failure, Globals, UsageFailure, refuse_to_replace, telling
from auditloop.cli.words import say

Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Default: named after the page, in this folder."),
]
PagePath = Annotated[str | None, typer.Option("--page", metavar="PATH", help="A page, such as kpis/index.html.")]
Report = Annotated[
    str | None, typer.Option(metavar="KIND", help="A report: monthly, brief, satisfaction, or topic-ID for a topic.")
]
Period = Annotated[str | None, typer.Option(help="Of the report, such as 2026-10. Default: the latest.")]
Language = Annotated[
    str | None, typer.Option("--lang", metavar="zh|en", help="Of the page. Default: that of messages.")
]
AsOf = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="The pages as they were on that day. Default: the site that is built."),
]
Browser = Annotated[
    str | None, typer.Option(metavar="FILE", help="Chromium, Chrome or Edge. Default: $CHROME, else what is installed.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.")]


def export_pdf(
    context: typer.Context,
    output: Output = None,
    page: PagePath = None,
    report: Report = None,
    period: Period = None,
    lang: Language = None,
    as_of: AsOf = None,
    browser: Browser = None,
    force: Force = False,
) -> None:
    """A page of the site as PDF, printed by a browser of this machine; no network is used.

    Without --page and --report: the latest monthly report, else the overview. Example: auditloop export pdf --report
    monthly --period 2026-10 --lang zh -o october.pdf
    """
    from auditloop.publish.printing import NoBrowser, NoPage, PrintFailed

    shared: Globals = context.obj
    if page is not None and report is not None:
        raise UsageFailure("--page, --report: name one of them")
    if period is not None and report is None:
        raise UsageFailure("--period: name the --report, too")
    config = shared.config(as_of=as_of, lang=lang)
    if output is not None:
        refuse_to_replace(output, config, force)
    wanted = pipeline.Wanted(
        browser=browser, lang=lang, page=page, report=report, period=period, of_day=bool(as_of or shared.as_of)
    )
    progress = shared.progress()
    with telling(config, progress):
        try:
            printed = pipeline.print_page(config, wanted, progress)
        except NoBrowser as error:
            key = "no-such-browser" if str(error) else "no-browser"
            raise Failure(say(key, config.lang, browser=error), EXIT_FAILED) from None
        except NoPage as error:
            near = ", ".join(error.near)
            raise UsageFailure(say("no-page-near" if near else "no-page", config.lang, page=error, near=near)) from None
        except PrintFailed as error:
            raise Failure(say("print-failed", config.lang, said=error), EXIT_FAILED) from None
    file = output or Path(f"{printed.path.removesuffix('.html').replace('/', '-')}-{printed.lang}.pdf")
    if output is None:
        refuse_to_replace(file, config, force)
    file.write_bytes(printed.pdf)
    if not shared.quiet:
        typer.echo(say("exported-to", config.lang, path=file), err=True)
