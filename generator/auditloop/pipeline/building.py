"""… → publish → the site engine: the finished site, and where it ends with the pages on disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from auditloop.config import Config
from auditloop.pipeline.assessing import Assessed, assess
from auditloop.pipeline.checking import Memory, read_config
from auditloop.pipeline.generating import alone, generate_locked
from auditloop.pipeline.languages import beside, make_languages
from auditloop.pipeline.outcomes import Progress, silent
from auditloop.pipeline.settled import settled

if TYPE_CHECKING:
    # Heavy rooms are imported where they are used, so that `auditloop --help` answers at once.
    from auditloop.publish.generated import Generated
    from auditloop.publish.site import Built

STAGING = ".next-"
"""What the folder is called in which the next site is built, beside the one that is there."""


def generate(config: Config, languages: Sequence[str] | None = None, progress: Progress = silent) -> list[Generated]:
    """All stages up to the pages on disk, in build/<language>/. Raises Stop, CannotBuild, OSError."""
    return generate_assessed(config, assess(config, progress), languages, progress)


def generate_assessed(
    config: Config, assessed: Assessed, languages: Sequence[str] | None = None, progress: Progress = silent
) -> list[Generated]:
    """render → publish to build/<language>/: pages, charts, downloads, and settings for other engines."""
    from auditloop.publish.drawing import forget_unused

    with alone(config, progress), settled():
        generated = generate_locked(config, assessed, languages, progress)
        forget_unused(config.cache_dir / "charts")
        return generated


def generate_language(root: Path, lang: str) -> Generated:
    """What the MkDocs host asks for: one language's pages. Raises ConfigError, Stop."""
    config = read_config(root)
    return generate(config, [lang])[0]


def build(
    config: Config,
    languages: Sequence[str] | None = None,
    progress: Progress = silent,
    *,
    parallel: bool = True,
    reuse: bool = True,
) -> list[Built]:
    """All stages: the finished site in site/<language>/. Raises Stop, CannotBuild, OSError."""
    return build_assessed(config, assess(config, progress), languages, progress, parallel=parallel, reuse=reuse)


def build_assessed(
    config: Config,
    assessed: Assessed,
    languages: Sequence[str] | None = None,
    progress: Progress = silent,
    *,
    parallel: bool = True,
    reuse: bool = True,
    known: Memory | None = None,
) -> list[Built]:
    """render → publish → the site engine, on an assessment already made.

    Until all languages are built nothing in site/ is touched: a failure or an interruption leaves the previous site
    whole.
    """
    from auditloop.publish.site import put_in_place, recover

    with alone(config, progress), settled():
        recover(config.site_dir, config.build_dir)
        with beside(config, STAGING) as staging:
            made = make_languages(
                *(config, assessed, staging, progress),
                memory="site",
                languages=languages,
                parallel=parallel,
                reuse=reuse,
                known=known,
            )
            put_in_place(made.sites, staging, config.site_dir, config.build_dir)
        return made.built


def watched_folders(root: Path) -> list[Path]:
    """What a live preview watches: everything that people edit."""
    return [path for name in ("audits", "docs", "site_templates", "mkdocs.yml") if (path := root / name).exists()]
