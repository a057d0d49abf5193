"""… → render → exchange: what is taken away without a site."""

from __future__ import annotations

from auditloop import resources
from auditloop.config import Config
from auditloop.pipeline.assessing import assess
from auditloop.pipeline.outcomes import CannotBuild, Progress, silent


class NoTeam(Exception):
    """The organisation has no such team."""


def register_workbook(config: Config, team: str | None = None, progress: Progress = silent) -> bytes:
    """The registers as an Excel workbook in the language of messages; of one team where it is named.

    Raises Stop, NoTeam, CannotBuild.
    """
    from auditloop.exchange import register_book
    from auditloop.publish.engine import language_url
    from auditloop.render.i18n import WordsError
    from auditloop.render.sheets import registers
    from auditloop.render.site import RenderSettings

    assessed = assess(config, progress)
    if team is not None and team not in {each.id for each in assessed.workspace.organisation.teams}:
        raise NoTeam(team)
    settings = RenderSettings(
        lang=config.lang,
        languages=(config.lang,),
        template_dirs=resources.template_dirs(config.overrides_dir),
        site_url=language_url(config.site_url, config.lang, None),
    )
    try:
        book = registers(assessed.workspace, assessed.results, settings, lambda each: team is None or each == team)
    except WordsError as error:
        raise CannotBuild(str(error)) from error
    return register_book(book)
