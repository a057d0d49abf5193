"""A report's view of its own state: everything as known on its last day; links lead to where things stand now."""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from auditloop.assess.reports import State
from auditloop.render.views.context import Context


class Frozen(Context):
    """`live` is the context of today, from the folder of the reports: it knows on which page each record stands."""

    def __init__(self, live: Context, state: State) -> None:
        settings = replace(live.settings, changes=None)
        # The fingerprint is that of the site, which the finished page shows.
        results = structs.replace(state.results, data_hash=live.results.data_hash)
        super().__init__(state.workspace, results, settings, live.words, root=live.root, formats=live.formats)
        self.live = live

    def finding_href(self, finding: str) -> str | None:
        return self.live.finding_href(finding)

    def action_href(self, action: str) -> str | None:
        return self.live.action_href(action)
