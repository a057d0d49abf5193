"""Where every page and anchor of the site stands. The one place that knows; the same in every language."""

from __future__ import annotations

_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
"""Names that no file can have on Windows, whatever its extension."""
_RESERVED = {"index"} | _DEVICES


def slug_file(slug: str) -> str:
    """`index` would be the list itself; the underscore cannot occur in an id, so nothing collides."""
    return f"{slug}_" if slug in _RESERVED else slug


def _of_year(folder: str, year: int, team: str | None) -> str:
    return f"{folder}/{year}.md" if team is None else f"{folder}/{year}_{team}.md"


class Paths:
    """Markdown paths, as publishing writes them."""

    cases = "improvement/cases.md"
    customers = "customers.md"
    proposals = "improvement/proposals.md"
    early_warning = "early-warning.md"
    next_steps = "next-steps.md"
    feed = "feeds/early-warning.xml"
    changes_feed = "feeds/changes.xml"
    recognition = "recognition.md"
    training = "improvement/training.md"
    risks = "improvement/risks.md"
    improvement = "improvement/index.md"
    plans = "improvement/plans.md"
    journeys = "improvement/journeys.md"
    reports = "reports/index.md"

    def team(self, team: str) -> str:
        return f"teams/{slug_file(team)}.md"

    def audit(self, audit: str) -> str:
        return f"audits/{slug_file(audit)}.md"

    def audits_of(self, year: int) -> str:
        return f"audits/year_{year}.md"

    def checklist(self, checklist: str) -> str:
        return f"checklists/{slug_file(checklist)}.md"

    def form(self, checklist: str) -> str:
        return f"checklists/form_{checklist}.md"

    def kpi(self, kpi: str) -> str:
        return f"kpis/{slug_file(kpi)}.md"

    def satisfaction(self, team: str) -> str:
        return f"satisfaction/{slug_file(team)}.md"

    def standard(self, standard: str) -> str:
        return f"standards/{slug_file(standard)}.md"

    def tickets(self, team: str | None = None) -> str:
        return "tickets.md" if team is None else f"tickets/{slug_file(team)}.md"

    def journey(self, journey: str) -> str:
        return f"improvement/journey_{journey}.md"

    def plan(self, plan: str) -> str:
        return f"improvement/plan_{plan}.md"

    def report(self, kind: str, id: str) -> str:
        """`kind`: monthly | satisfaction | topic | brief; `id`: the period or the topic."""
        return f"reports/{kind}-{id}.md"

    def findings_of(self, year: int, team: str | None = None) -> str:
        return _of_year("findings", year, team)

    def actions_of(self, year: int, team: str | None = None) -> str:
        return _of_year("actions", year, team)

    def case(self, case: str) -> str:
        return f"improvement/case_{case}.md"

    def picture(self, case: str, file: str) -> str:
        """The copy of a case's picture, whatever its file is called."""
        return f"pictures/{case}.{file.rpartition('.')[2].lower()}"


class Hrefs:
    """Links from a page: relative, to the built HTML files. `root` leads from the page to the top of the site."""

    def __init__(self, root: str) -> None:
        self.root = root
        self._paths = Paths()

    def page(self, path: str, anchor: str = "") -> str:
        return f"{self.root}{path.removesuffix('.md')}{'.html' if path.endswith('.md') else ''}" + (
            f"#{anchor}" if anchor else ""
        )

    def team(self, team: str, anchor: str = "") -> str:
        return self.page(self._paths.team(team), anchor)

    def audit(self, audit: str, anchor: str = "") -> str:
        return self.page(self._paths.audit(audit), anchor)

    def checklist(self, checklist: str, anchor: str = "") -> str:
        return self.page(self._paths.checklist(checklist), anchor)

    def form(self, checklist: str) -> str:
        return self.page(self._paths.form(checklist))

    def kpi(self, kpi: str, anchor: str = "") -> str:
        return self.page(self._paths.kpi(kpi), anchor)

    def satisfaction(self, team: str | None, anchor: str = "") -> str:
        """The team's page; None: the organisation's."""
        path = "satisfaction.md" if team is None else self._paths.satisfaction(team)
        return self.page(path, anchor)

    def standard(self, standard: str, anchor: str = "") -> str:
        return self.page(self._paths.standard(standard), anchor)

    def tickets(self, team: str | None = None, anchor: str = "") -> str:
        return self.page(self._paths.tickets(team), anchor)

    def case(self, case: str) -> str:
        return self.page(self._paths.case(case))

    def report(self, kind: str, id: str, anchor: str = "") -> str:
        return self.page(self._paths.report(kind, id), anchor)

    def index(self, index: str) -> str:
        return self.page("index.md", f"index-{index}")

    def method(self, anchor: str) -> str:
        return self.page("method.md", anchor)
