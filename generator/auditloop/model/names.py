"""What every record is called, for sentences that name it. Two states of a workspace may both have names to give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from auditloop.model.common import Text
from auditloop.model.workspace import Workspace

Names = Mapping[tuple[str, str], Text]
"""(kind of record, id) → its name. Kinds: team, person, kpi, index, standard, checklist, domain (with the id
`checklist/domain`), item (likewise), finding (the problem it states), action (its title), plan, goal, milestone,
dimension (a survey's), category (of tickets), journey, skill, session (of training), risk."""


def names_of(*workspaces: Workspace) -> Names:
    """The names in all of them; those of the first one win."""
    return {record: text for workspace in reversed(workspaces) for record, text in _names(workspace)}


def _names(workspace: Workspace) -> Iterator[tuple[tuple[str, str], Text]]:
    organisation = workspace.organisation
    yield from ((("team", team.id), team.name) for team in organisation.teams)
    yield from ((("person", person.id), person.name) for person in organisation.people)
    yield from ((("dimension", topic.id), topic.name) for topic in organisation.survey_dimensions)
    yield from ((("category", category.id), category.name) for category in organisation.categories)
    for kind, records in (
        ("kpi", workspace.kpis),
        ("index", workspace.indices),
        ("standard", workspace.standards),
        ("checklist", workspace.checklists),
        ("plan", workspace.plans),
        ("journey", workspace.journeys),
        ("skill", workspace.skills),
        ("session", workspace.sessions),
        ("risk", workspace.risks),
    ):
        yield from (((kind, id_), record.name) for id_, record in records.items())
    for checklist in (*workspace.editions.values(), *workspace.checklists.values()):
        yield from ((("domain", f"{checklist.id}/{domain.id}"), domain.name) for domain in checklist.domains)
        yield from ((("item", f"{checklist.id}/{item.id}"), item.ask) for item in checklist.items())
    for audit in workspace.audits.values():
        yield from ((("finding", finding.id), finding.problem) for finding in audit.findings)
    for plan in workspace.plans.values():
        yield from ((("goal", goal.id), goal.name) for goal in plan.goals)
        yield from ((("milestone", milestone.id), milestone.name) for milestone in plan.milestones)
    yield from ((("action", id_), action.title) for id_, action in workspace.actions.items())
