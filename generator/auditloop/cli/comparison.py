"""What the commands that compare two states share: why there is no comparison, and which language is spoken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from auditloop import pipeline
from auditloop.cli.context import EXIT_PROBLEMS, Failure, UsageFailure, clear, show_problems
from auditloop.cli.words import say
from auditloop.config import Config, ConfigError, message_language
from auditloop.pipeline import comparing


@contextmanager
def told_why(config: Config, progress: pipeline.Progress) -> Iterator[None]:
    """Turns what keeps two states from being compared into the failure that says so."""
    try:
        yield
    except comparing.CannotCompare as error:
        raise UsageFailure(say(f"compare-{error.why}", config.lang, **error.facts)) from None
    except comparing.StateHasErrors as stop:
        clear(progress)
        show_problems(stop.problems, config.lang)
        name = stop.name or say("workspace", config.lang)
        raise Failure(say("state-has-errors", config.lang, name=name), EXIT_PROBLEMS) from None
    finally:
        clear(progress)


def language_of(form: str, config: Config, asked: str | None, languages: Sequence[str]) -> str:
    """A comment speaks to the team: the organisation's first language, unless one is asked for. Else the reader's."""
    if form == "markdown" and not asked:
        for lang in languages:
            try:
                return message_language(lang)
            except ConfigError:
                continue
    return config.lang
