"""What became of findings and actions, and which problems are new, in words."""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.assess.changes.values import ActionShift, AlertShift, FindingShift, ProblemShift
from auditloop.problems.shown import visible
from auditloop.render.told import Entry, Voice


def finding_entry(voice: Voice, shift: FindingShift) -> Entry:
    words = voice.words
    now = words.t(f"finding_class.{shift.class_}")
    if shift.what == "added":
        facts = words.t("diff.finding.added", finding_class=now)
    elif shift.what == "reclassified":
        classes = voice.arrow(words.t(f"finding_class.{shift.class_before}"), now)
        facts = words.t("diff.finding.reclassified", classes=classes)
    elif shift.what in ("moved", "reopened"):
        before, after = (words.t(f"finding_status.{status}") for status in (shift.status_before, shift.status))
        facts = words.t(f"diff.finding.{shift.what}", statuses=voice.arrow(before, after))
    else:
        facts = words.t(f"diff.finding.{shift.what}")
    clauses = [words.t("diff.of_team", name=voice.titled("finding", shift.id), team=voice.team(shift.team))]
    if shift.what == "added" and shift.recurrences:
        clauses.append(words.n("findings.recurs", shift.recurrences))
    return Entry(shift.judgement, voice.said(facts, clauses))


def action_entry(voice: Voice, shift: ActionShift) -> Entry:
    words = voice.words
    subject = words.t("diff.of_team", name=voice.titled("action", shift.id), team=voice.team(shift.team))
    return Entry(shift.judgement, voice.said(subject, list(_steps(voice, shift))))


def _steps(voice: Voice, shift: ActionShift) -> Iterator[str]:
    words, date = voice.words, voice.formats.date
    for what in shift.what:
        if what == "added":
            yield words.t("diff.action.added", due=date(shift.due))
        elif what == "verified":
            yield words.t("diff.action.verified", verdict=words.t(f"verdict.{shift.verdict}"))
        elif what == "overdue":
            yield words.n("diff.action.overdue", shift.days_overdue)
        elif what in ("postponed", "brought-forward"):
            yield words.t(f"diff.action.{what}", before=date(shift.due_before), after=date(shift.due))
        elif what in ("status", "reopened"):
            before, after = (words.t(f"action_status.{status}") for status in (shift.status_before, shift.status))
            yield words.t(f"diff.action.{what}", statuses=voice.arrow(before, after))
        else:
            yield words.t(f"diff.action.{what}")


def alert_entry(voice: Voice, shift: AlertShift) -> Entry:
    words = voice.words
    facts = words.t(
        f"diff.alert.{shift.what}",
        rule=words.t(f"alerts.rule.{shift.rule}"),
        severity=words.t(f"alerts.severity.{shift.severity}"),
    )
    name = voice.name(shift.about, shift.about_id)
    about = name if shift.about == "team" else words.t("diff.of_team", name=name, team=voice.team(shift.team))
    since = words.t("diff.alert.since", date=voice.formats.date(shift.since))
    return Entry(shift.judgement, voice.said(facts, [about, since]))


def problem_entry(voice: Voice, shift: ProblemShift) -> Entry:
    place = voice.ink.code(visible(f"{shift.file}:{shift.line}:{shift.column}"))
    message, hint = (getattr(each, voice.words.lang) for each in (shift.message, shift.hint))
    subject = voice.words.t("diff.problem", severity=voice.words.t(f"severity.{shift.severity}"), place=place)
    details = (voice.ink.text(visible(hint)),) if hint else ()
    return Entry(shift.judgement, voice.said(subject, [voice.ink.text(visible(message))]), details)
