"""What every view needs: the data by id, names in the reader's language, links and formats. Computes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, TypeVar

from markupsafe import Markup

from auditloop.assess.results import (
    ActionResult,
    ActionSummary,
    Alert,
    AuditResult,
    CaseResult,
    FindingResult,
    FindingSummary,
    IndexResult,
    KpiResult,
    ProposalSummary,
    Results,
    Series,
    StandardResult,
    StandardSummary,
    SurveyResult,
    TeamResult,
    TicketResult,
)
from auditloop.model import (
    Checklist,
    Commentary,
    Goal,
    Item,
    Milestone,
    Observation,
    Text,
    Topic,
    Workspace,
    in_language,
)
from auditloop.render import escape
from auditloop.render.i18n import Formats, Words
from auditloop.render.repository import repository
from auditloop.render.values import RenderSettings
from auditloop.render.views.paths import Hrefs, Paths
from auditloop.render.views.years import Year, years_of

T = TypeVar("T")


class Context:
    """One language's view of workspace and results, seen from a page whose `root` leads to the top of the site."""

    def __init__(
        self,
        workspace: Workspace,
        results: Results,
        settings: RenderSettings,
        words: Words,
        *,
        root: str = "",
        formats: Formats | None = None,
    ) -> None:
        self.workspace = workspace
        self.results = results
        self.settings = settings
        self.words = words
        self.lang = settings.lang
        self.root = root
        self.formats = formats or Formats(words)
        self.path = Paths()
        self.href = Hrefs(root)
        self.organisation = workspace.organisation
        self._made: dict[tuple[object, ...], Any] = {}
        self.repository = repository(settings.repo_url, settings.branch, settings.edit_pattern, settings.source_prefix)

    @cached_property
    def below(self) -> Context:
        """The same, for pages in a folder."""
        return Context(self.workspace, self.results, self.settings, self.words, root="../", formats=self.formats)

    def once(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What is the same on many pages, made the first time: questions, answers, points."""
        made: T | None = self._made.get(key)
        if made is None:
            made = self._made[key] = make()
        return made

    # --- words of the data --------------------------------------------------------------------------------------

    def plain(self, text: Text | None) -> str:
        """The words alone, for titles, charts and sentences."""
        return escape.one_line(in_language(text, self.lang).text)

    def text(self, text: Text | None) -> Markup:
        """HTML; what stands in another language says so."""
        return self._marked(text, escape.html)

    def prose(self, text: Text | None) -> Markup:
        """HTML that keeps line breaks."""
        return self._marked(text, escape.paragraphs)

    def _marked(self, text: Text | None, safe: Callable[[str], Markup]) -> Markup:
        words = in_language(text, self.lang)
        inner = safe(words.text)
        if not words.is_fallback or not words.text:
            return inner
        return self._fallback(inner, words.language or "")

    def _fallback(self, inner: Markup, language: str) -> Markup:
        mark = self.words.t(f"fallback.{language}") if self.words.has(f"fallback.{language}") else language
        return Markup(
            '<span class="al-fallback" lang="{}">{}</span><small class="al-lang" title="{}">{}</small>'
        ).format(language, inner, self.words.t("fallback.title"), mark)

    def fallback_language(self, text: Text | None) -> str | None:
        """The language a heading really stands in, when it is not the page's."""
        words = in_language(text, self.lang)
        return words.language if words.is_fallback else None

    # --- names --------------------------------------------------------------------------------------------------

    @cached_property
    def organisation_name(self) -> str:
        return self.plain(self.organisation.name)

    @cached_property
    def _teams(self) -> dict[str, str]:
        return {team.id: self.plain(team.name) for team in self.organisation.teams}

    @cached_property
    def _people(self) -> dict[str, str]:
        return {person.id: self.plain(person.name) for person in self.organisation.people}

    @cached_property
    def _kpi_names(self) -> dict[str, str]:
        return {kpi.id: self.plain(kpi.name) for kpi in self.workspace.kpis.values()}

    def team_name(self, team: str | None) -> str:
        return self.organisation_name if team is None else self._teams.get(team, team)

    def person_name(self, person: str) -> str:
        """A person, or a team that owns something, or what was written."""
        return self._people.get(person) or self._teams.get(person) or escape.one_line(person)

    def kpi_name(self, kpi: str) -> str:
        return self._kpi_names.get(kpi, kpi)

    def standard_name(self, standard: str) -> str:
        found = self.workspace.standards.get(standard)
        return self.plain(found.name) if found else standard

    @cached_property
    def _categories(self) -> dict[str, str]:
        return {category.id: self.plain(category.name) for category in self.organisation.categories}

    def category_name(self, category: str) -> str:
        """Of tickets; where the organisation lists none, what was written."""
        return self._categories.get(category) or escape.one_line(category)

    def index_name(self, index: str) -> str:
        return self.plain(self.workspace.indices[index].name) if index in self.workspace.indices else index

    def checklist_name(self, checklist: str) -> str:
        found = self.workspace.checklists.get(checklist)
        return self.plain(found.name) if found else checklist

    @cached_property
    def _domains(self) -> dict[tuple[str, str], str]:
        return {
            (checklist.id, domain.id): self.plain(domain.name)
            for checklist in self.workspace.checklists.values()
            for domain in checklist.domains
        }

    @cached_property
    def _survey_dimensions(self) -> dict[str, str]:
        return {each.id: self.plain(each.name) for each in self.organisation.survey_dimensions}

    @cached_property
    def _channels(self) -> dict[str, str]:
        return {each.id: self.plain(each.name) for each in self.organisation.channels}

    def survey_dimension_name(self, dimension: str) -> str:
        return self._survey_dimensions.get(dimension) or escape.one_line(dimension)

    def channel_name(self, channel: str) -> str:
        return self._channels.get(channel) or escape.one_line(channel)

    def domain_name(self, checklist: str, domain: str) -> str:
        return self._domains.get((checklist, domain), domain)

    @cached_property
    def items(self) -> dict[tuple[str, str], Item]:
        return {
            (checklist.id, item.id): item
            for checklist in self.workspace.checklists.values()
            for item in checklist.items()
        }

    @cached_property
    def asks(self) -> dict[tuple[str, str], Markup]:
        """The question of every item, escaped once: audits repeat them a thousand times."""
        return {key: self.text(item.ask) for key, item in self.items.items()}

    def audit_title(self, audit: AuditResult) -> str:
        return self.words.t(
            "audit.title",
            team=self.team_name(audit.team),
            checklist=self.checklist_name(audit.checklist),
            date=self.formats.day(audit.date),
        )

    def checklist_of(self, audit: AuditResult) -> Checklist:
        """The edition that the audit was made with; the current one where that is not at hand."""
        current = self.workspace.checklists[audit.checklist]
        return self.workspace.editions.get((audit.checklist, audit.edition), current)

    def spoken(self, record: str) -> Commentary | Topic:
        """What people wrote: `commentary/2026-10`, `topic/first-contact`."""
        kind, _, id = record.partition("/")
        return self.workspace.commentaries[id] if kind == "commentary" else self.workspace.topics[id]

    # --- results by id ------------------------------------------------------------------------------------------

    @cached_property
    def audits(self) -> dict[str, AuditResult]:
        return {audit.id: audit for audit in self.results.audits}

    @cached_property
    def audits_by_team(self) -> dict[str, list[AuditResult]]:
        return _grouped(self.results.audits, "team")

    @cached_property
    def findings(self) -> dict[str, FindingResult]:
        return {finding.id: finding for finding in self.results.findings}

    @cached_property
    def findings_by_team(self) -> dict[str, list[FindingResult]]:
        return _grouped(self.results.findings, "team")

    @cached_property
    def findings_by_audit_item(self) -> dict[tuple[str, str], list[FindingResult]]:
        found: dict[tuple[str, str], list[FindingResult]] = {}
        for finding in self.results.findings:
            found.setdefault((finding.audit, finding.item), []).append(finding)
        return found

    @cached_property
    def actions(self) -> dict[str, ActionResult]:
        return {action.id: action for action in self.results.actions}

    @cached_property
    def actions_by_team(self) -> dict[str, list[ActionResult]]:
        return _grouped(self.results.actions, "team")

    @cached_property
    def proposal_summaries(self) -> dict[str | None, ProposalSummary]:
        """None: the organisation's; nothing without proposals."""
        return {summary.team: summary for summary in self.results.proposals.summaries}

    @cached_property
    def risks_of_action(self) -> dict[str, list[str]]:
        """Action → risks that it is to reduce, whichever of the two names the other."""
        found: dict[str, list[str]] = {}
        for risk in self.results.risks.risks:
            for action in risk.actions:
                found.setdefault(action, []).append(risk.id)
        return found

    @cached_property
    def cases(self) -> dict[str, CaseResult]:
        return {case.id: case for case in self.results.cases}

    @cached_property
    def finding_texts(self) -> dict[str, Text]:
        return {f.id: f.problem for audit in self.workspace.audits.values() for f in audit.findings}

    @cached_property
    def kpis(self) -> dict[str, KpiResult]:
        """Those that anybody has measured."""
        return {kpi.id: kpi for kpi in self.results.kpis if kpi.series}

    @cached_property
    def observation_notes(self) -> dict[str, list[Observation]]:
        """Observations that carry a note, by indicator."""
        return _grouped((o for o in self.workspace.observations if o.measured.note), "kpi")

    @cached_property
    def series_by_team(self) -> dict[str, list[tuple[KpiResult, Series]]]:
        found: dict[str, list[tuple[KpiResult, Series]]] = {}
        for kpi in self.results.kpis:
            for series in kpi.series:
                if series.team is not None:
                    found.setdefault(series.team, []).append((kpi, series))
        return found

    @cached_property
    def indices_by_team(self) -> dict[str | None, list[IndexResult]]:
        """The broadest index first: it answers most."""
        found: dict[str | None, list[IndexResult]] = {}
        for index in self.results.indices:
            found.setdefault(index.scope.team, []).append(index)
        for indices in found.values():
            indices.sort(key=lambda i: (-len(self.workspace.indices[i.id].weights), i.id))
        return found

    @cached_property
    def alerts_by_team(self) -> dict[str, list[Alert]]:
        """Most severe first; those of the whole organisation under none."""
        return _grouped((alert for alert in self.results.alerts if alert.team), "team")

    @cached_property
    def surveys_by_team(self) -> dict[str | None, list[SurveyResult]]:
        """In order of time; None: the organisation's."""
        return _grouped(self.results.surveys, "team")

    @cached_property
    def team_results(self) -> dict[str, TeamResult]:
        return {team.id: team for team in self.results.teams}

    @cached_property
    def action_summaries(self) -> dict[str | None, ActionSummary]:
        return {summary.team: summary for summary in self.results.action_summaries}

    @cached_property
    def finding_summaries(self) -> dict[str | None, FindingSummary]:
        return {summary.team: summary for summary in self.results.finding_summaries}

    @cached_property
    def tickets(self) -> dict[str | None, TicketResult]:
        """By team; None: the organisation."""
        return {result.team: result for result in self.results.tickets}

    @cached_property
    def standard_summaries(self) -> dict[tuple[str, str | None], StandardSummary]:
        return {(summary.id, summary.team): summary for summary in self.results.standard_summaries}

    @cached_property
    def standard_months(self) -> dict[tuple[str, str | None], list[StandardResult]]:
        """In order of time."""
        found: dict[tuple[str, str | None], list[StandardResult]] = {}
        for month in self.results.standards:
            found.setdefault((month.id, month.team), []).append(month)
        return found

    @cached_property
    def goals(self) -> dict[str, Goal]:
        return {goal.id: goal for plan in self.workspace.plans.values() for goal in plan.goals}

    @cached_property
    def milestones(self) -> dict[str, Milestone]:
        return {each.id: each for plan in self.workspace.plans.values() for each in plan.milestones}

    @cached_property
    def milestone_plans(self) -> dict[str, str]:
        """Milestone → the plan it stands in."""
        return {each.id: plan.id for plan in self.workspace.plans.values() for each in plan.milestones}

    @cached_property
    def finding_years(self) -> list[Year[FindingResult]]:
        return years_of(self.results.findings, lambda finding: finding.date.year, self.path.findings_of)

    @cached_property
    def action_years(self) -> list[Year[ActionResult]]:
        return years_of(self.results.actions, lambda action: action.opened.year, self.path.actions_of)

    @cached_property
    def _finding_pages(self) -> dict[str, str]:
        return dict(page for year in self.finding_years for page in year.pages())

    @cached_property
    def _action_pages(self) -> dict[str, str]:
        return dict(page for year in self.action_years for page in year.pages())

    def finding_href(self, finding: str) -> str | None:
        page = self._finding_pages.get(finding)
        return self.href.page(page, finding) if page else None

    def action_href(self, action: str) -> str | None:
        page = self._action_pages.get(action)
        return self.href.page(page, action) if page else None


def _grouped(values: Iterable[T], key: str) -> dict[Any, list[T]]:
    found: dict[Any, list[T]] = {}
    for value in values:
        found.setdefault(getattr(value, key), []).append(value)
    return found
