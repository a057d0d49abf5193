"""Who gets which dates: one calendar of all, one for each team, one for each owner. Names their files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import uuid5

from auditloop.render.calendars.dates import due_dates
from auditloop.render.calendars.due import DueDate
from auditloop.render.feeds.ids import FEEDS
from auditloop.render.values import Asset
from auditloop.render.views.context import Context
from auditloop.render.views.paths import slug_file

CALENDARS_FOLDER = "feeds"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Calendar:
    path: str
    name: str
    dates: tuple[DueDate, ...]
    owner: str | None = None
    """Whose it is; None: a team's, or of all."""


def calendars(ctx: Context) -> tuple[Calendar, ...]:
    """The organisation's first, then the teams', then the owners' in order of their ids.

    Every team has one, and everybody who has ever owned something: an address that somebody follows stays, and a
    calendar without dates says that nothing is to be done. What a team owns stands in the team's.
    """
    return ctx.once(("calendars",), lambda: tuple(_calendars(ctx)))


def _calendars(ctx: Context) -> Iterable[Calendar]:
    dates = due_dates(ctx)
    teams = {team.id: [date for date in dates if date.team == team.id] for team in ctx.organisation.teams}
    owners: dict[str, list[DueDate]] = {owner: [] for owner in _owners(ctx) if owner not in teams}
    for date in dates:
        for owner in dict.fromkeys(date.owners):
            if owner not in teams:
                owners.setdefault(owner, []).append(date)
            elif date.team != owner:
                teams[owner].append(date)
    t = ctx.words.t
    yield Calendar(_path(""), t("calendar.name_all", organisation=ctx.organisation_name), dates)
    for team, own in teams.items():
        found = tuple(sorted(own, key=lambda date: date.day))
        yield Calendar(_path(f"_team_{slug_file(team)}"), t("calendar.name", of=ctx.team_name(team)), found)
    for owner, own in sorted(owners.items()):
        yield Calendar(owner_path(owner), t("calendar.name", of=ctx.person_name(owner)), tuple(own), owner)


def _owners(ctx: Context) -> set[str]:
    accepted = {f.accepted.by for audit in ctx.workspace.audits.values() for f in audit.findings if f.accepted}
    owners = accepted | {action.owner for action in ctx.results.actions}
    for plan in ctx.workspace.plans.values():
        named = (plan.owner, *(goal.owner for goal in plan.goals), *(each.owner for each in plan.milestones))
        owners |= {owner for owner in named if owner}
    owners |= {risk.owner for risk in ctx.workspace.risks.values()}
    owners |= {decision.owner for decision in ctx.results.decisions if decision.owner}
    return owners | {session.mentor for session in ctx.workspace.sessions.values() if session.mentor}


def offered(ctx: Context, *, team: str | None = None, owner: str | None = None) -> str | None:
    """Where a page finds the calendar of a team, of an owner or of all; None where there is none."""
    paths = ctx.once(("calendar paths",), lambda: {calendar.path for calendar in calendars(ctx)})
    is_team = owner is not None and any(each.id == owner for each in ctx.organisation.teams)
    wanted = owner if is_team else team
    path = _path(f"_team_{slug_file(wanted)}") if wanted else owner_path(owner) if owner else _path("")
    return ctx.href.page(path) if path in paths else None


def owner_path(owner: str) -> str:
    """By the id; a name written out has characters that not every disk takes, so its file is named by its hash."""
    return _path(f"_owner_{slug_file(owner) if _ID.fullmatch(owner) else uuid5(FEEDS, owner)}")


def _path(name: str) -> str:
    return f"{CALENDARS_FOLDER}/calendar{name}.ics"


def calendar_assets(ctx: Context) -> tuple[Asset, ...]:
    from auditloop.render.calendars.ical import Writer

    writer = Writer(ctx)
    return tuple(Asset(each.path, writer.write(each)) for each in calendars(ctx))
