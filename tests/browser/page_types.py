"""Every kind of page a site has, each with the files that are of it."""

from __future__ import annotations

from pathlib import Path

LANGUAGES = ("zh", "en")

PAGE_TYPES = {
    "overview": "index.html",
    "early-warning": "early-warning.html",
    "next-steps": "next-steps.html",
    "recognition": "recognition.html",
    "reports": "reports/index.html",
    "report-monthly": "reports/monthly-*.html",
    "report-brief": "reports/brief-*.html",
    "report-satisfaction": "reports/satisfaction-*.html",
    "report-topic": "reports/topic-*.html",
    "teams": "teams/index.html",
    "team": "teams/[!i]*.html",
    "standards": "standards.html",
    "standard": "standards/*.html",
    "tickets": "tickets.html",
    "tickets-team": "tickets/*.html",
    "satisfaction": "satisfaction.html",
    "satisfaction-team": "satisfaction/*.html",
    "customers": "customers.html",
    "audits": "audits/index.html",
    "audit": "audits/[!i]*.html",
    "checklists": "checklists/index.html",
    "checklist": "checklists/[!fi]*.html",
    "form": "checklists/form_*.html",
    "kpis": "kpis/index.html",
    "kpi": "kpis/[!i]*.html",
    "findings": "findings/index.html",
    "findings-year": "findings/[0-9]*.html",
    "actions": "actions/index.html",
    "actions-year": "actions/[0-9]*.html",
    "improvement": "improvement/index.html",
    "plans": "improvement/plans.html",
    "plan": "improvement/plan_*.html",
    "journeys": "improvement/journeys.html",
    "journey": "improvement/journey_*.html",
    "training": "improvement/training.html",
    "proposals": "improvement/proposals.html",
    "risks": "improvement/risks.html",
    "cases": "improvement/cases.html",
    "case": "improvement/case_*.html",
    "data-quality": "data-quality.html",
    "method": "method.html",
    "downloads": "downloads.html",
    "hand-written": "handbook.html",
    "not-found": "404.html",
}
GENERATED = [kind for kind in PAGE_TYPES if kind not in ("hand-written", "not-found")]
"""Kinds of page that are made from records."""
CHARTED = ("overview", "team", "kpi", "findings", "actions")
"""Some of those that always have a chart."""
DETAIL_TYPES = (
    "team",
    "standard",
    "tickets-team",
    "satisfaction-team",
    "audit",
    "checklist",
    "kpi",
    "findings-year",
    "actions-year",
    "plan",
    "journey",
    "case",
)
"""Pages there are many of: what each costs is what a site costs."""


def pages_of(language_folder: Path, kind: str) -> list[str]:
    """Paths below the language's folder, the largest page first: it has the most that can go wrong."""
    found = sorted(language_folder.glob(PAGE_TYPES[kind]), key=lambda file: (-file.stat().st_size, file.name))
    return [file.relative_to(language_folder).as_posix() for file in found]
