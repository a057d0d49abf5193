"""The tables of `auditloop assess --what-if`. Lays out what was told; computes nothing."""

from __future__ import annotations

import os

from rich.console import Console
from rich.markup import escape

from auditloop import resources
from auditloop.cli.context import UsageFailure
from auditloop.cli.stacking import StackingTable, width_of
from auditloop.cli.words import say
from auditloop.pipeline.supposing import WhatIf
from auditloop.render.i18n import read_words
from auditloop.render.what_if import tell
from auditloop.reporters.hosts import harmless
from auditloop.reporters.told import Terminal


def cannot_suppose(why: str, lang: str, facts: dict[str, object]) -> UsageFailure:
    return UsageFailure(f"--what-if: {say(f'what-if-{why}', lang, **facts)}")


def print_what_if(found: WhatIf, lang: str) -> None:
    """What is supposed, then a table for each kind of thing that would be otherwise."""
    words = read_words(lang, (resources.templates_dir(),))
    told = tell(found.suppositions, (found.before, found.after), found.changes, found.names, words, Terminal())
    console = Console(highlight=False, emoji=False)
    width = width_of(console)
    for sentence in (*told.suppositions, told.nothing):
        if sentence:
            console.print(escape(harmless(sentence, os.environ)), soft_wrap=True)
    for section in told.sections:
        table = StackingTable(section.title, told.heads[:2], (), told.heads[2:])
        for row in section.rows:
            table.add_row(*(harmless(cell, os.environ) for cell in row))
        table.print(console, width)
