"""Views into pages: compiles the templates once and fills them. Knows layout's helpers, not what any page is about."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path

import jinja2
from markupsafe import Markup

from auditloop.render import escape
from auditloop.render.charts import chart_block
from auditloop.render.compiled import Compiled
from auditloop.render.i18n import Words
from auditloop.render.icons import add_sheet
from auditloop.render.tables import table_html
from auditloop.render.views.chart_files import chart_links
from auditloop.render.views.common import ChartBlock, PageView

_GAP = "\n\n\n"
_CHART_WORDS = ("view_data", "csv", "json", "svg", "permalink", "copied")

_COMPILED = Compiled()


class TemplateFailed(Exception):
    """A template (ours, or an organisation's override) that cannot be filled, with the file and the line."""


class Templates:
    """Templates of one language; those of an organisation go before the shipped ones of the same name."""

    def __init__(self, directories: Sequence[Path], words: Words, drawn: Mapping[str, str]) -> None:
        self._words = words
        self._drawn = drawn
        self._chart_words = {word: words.t(f"chart.{word}") for word in _CHART_WORDS}
        self._env = jinja2.Environment(
            loader=jinja2.FileSystemLoader([str(directory) for directory in directories]),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            undefined=jinja2.StrictUndefined,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=_COMPILED,
        )
        self._env.filters.update(
            md=escape.markdown, yaml=_front_matter, chunk=chunk, attr=escape.attribute, line=escape.html
        )
        self._env.globals.update(t=words.t, n=words.n, lang=words.lang, chart=self._chart, table=table_html)

    def render(self, view: PageView) -> str:
        name = f"pages/{view.template}.md.j2"
        try:
            text = self._env.get_template(name).render(frame=view.frame, body=view.body)
        except jinja2.TemplateError as error:
            raise TemplateFailed(f"{_place(error) or name}: {error.message or type(error).__name__}") from error
        while _GAP in text:
            text = text.replace(_GAP, "\n\n")
        return add_sheet(text.strip() + "\n")

    def _chart(self, block: ChartBlock, root: str, level: int = 3) -> Markup:
        """The chart's block, or why there is none."""
        if block.chart is None:
            return Markup('<div data-search-exclude><p class="al-empty">{}</p></div>').format(block.empty)
        table = str(table_html(block.table, region=block.title)) if block.table else ""
        return Markup(
            chart_block(
                block.chart,
                self._drawn[block.chart.id],
                title=block.title,
                sentence=block.sentence,
                caption=block.caption,
                table_html=table,
                words=self._chart_words,
                links=chart_links(block.chart.id, root),
                level=level,
            )
        )


def _place(error: jinja2.TemplateError) -> str:
    """file:line of the innermost template that the error comes from; Jinja gives its frames the template's name."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""


def chunk(text: str) -> Markup:
    """HTML without blank or indented lines: Markdown takes it for one block and leaves it alone."""
    return Markup("\n".join([line for each in str(text).split("\n") if (line := each.strip())]))


def _front_matter(text: str) -> Markup:
    return Markup(escape.front_matter(text))
