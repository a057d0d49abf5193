"""The score tree: every domain of an audit with its items, what was answered and the points it brought.

These rows are most of what a large site holds. They are put together as plain text from parts that all audits by one
checklist share, and carry no labels of their own: on phones the table's head stands over its cards.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from auditloop.assess.results import AuditResult, DomainResult, FindingResult, ItemChange, ItemResult
from auditloop.model import Answer, Audit, Checklist, Item
from auditloop.render.escape import marked, safe
from auditloop.render.i18n.formats import THIN
from auditloop.render.views import say
from auditloop.render.views.audits.answers import answer_html, evidence, finding_note
from auditloop.render.views.common import spaced
from auditloop.render.views.context import Context

_COLUMNS = ("column.item", "column.answer", "column.points", "column.change_audit", "column.notes")
_OVER_POINTS = f"{THIN}/{THIN}"


@dataclass(frozen=True, slots=True)
class DomainView:
    id: str
    name: str
    points: str
    score: str
    grade: Markup
    bar: Markup
    is_open: bool
    """Opened where something was found; closed where every item is met."""
    items: Markup


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the trees of all audits by one edition of a checklist have in common, as text ready for the page."""

    head: str
    domains: Mapping[str, str]
    """Domain → its name."""
    sections: Mapping[tuple[str, str], str]
    """(domain, section) → its line up to the score."""
    items: Mapping[str, str]
    """Item → its row up to the answer."""
    not_scored: str
    nothing_before: str
    evidence: str


@dataclass(frozen=True, slots=True)
class _Told:
    """What one audit tells of its items."""

    audit: Audit
    checklist: Checklist
    findings: Mapping[str, Sequence[FindingResult]]
    changes: Mapping[str, ItemChange]


def score_tree(ctx: Context, audit: Audit, result: AuditResult, checklist: Checklist) -> tuple[DomainView, ...]:
    sheet = ctx.once(("sheet", checklist.id, checklist.edition), lambda: _sheet(ctx, checklist))
    findings: dict[str, list[FindingResult]] = {}
    for finding in result.findings:
        if finding in ctx.findings:
            findings.setdefault(ctx.findings[finding].item, []).append(ctx.findings[finding])
    comparison = result.comparison
    changes = {change.id: change for change in comparison.items} if comparison and comparison.comparable else {}
    told = _Told(audit, checklist, findings, changes)
    return tuple(_domain(ctx, sheet, told, domain) for domain in result.domains)


def _sheet(ctx: Context, checklist: Checklist) -> Sheet:
    t = ctx.words.t
    heads = "".join(f'<th scope="col">{safe(t(column))}</th>' for column in _COLUMNS)
    opening = Markup(f'<tr><th scope="colgroup" colspan="{len(_COLUMNS)}">')
    return Sheet(
        head=f"<thead><tr>{heads}</tr></thead>",
        domains={domain.id: ctx.plain(domain.name) for domain in checklist.domains},
        sections={
            (domain.id, section.id): opening + ctx.plain(section.name) + " · "
            for domain in checklist.domains
            for section in domain.sections
        },
        items={
            item.id: f'<tr id="item-{safe(item.id)}"><td>{_question(ctx, item)}</td><td>' for item in checklist.items()
        },
        not_scored=safe(t("empty.not_scored")),
        nothing_before=say.no_value(ctx, "empty.no_comparison"),
        evidence=t("audit.evidence") + t("join.colon"),
    )


def _question(ctx: Context, item: Item) -> str:
    badge = "" if item.critical == "none" else say.badge("minor", ctx.words.t(f"critical.{item.critical}"))
    return spaced(ctx.text(item.ask), badge)


def _domain(ctx: Context, sheet: Sheet, told: _Told, domain: DomainResult) -> DomainView:
    name = sheet.domains[domain.id]
    items = [item for section in domain.sections for item in section.items]
    points = _points(ctx, domain.contribution, sum(item.possible or 0 for item in items), 1)
    return DomainView(
        id=domain.id,
        name=name,
        points=points if domain.score is not None else "",
        score=say.score(ctx, domain.score),
        grade=say.grade(ctx, domain.grade, capped=bool(domain.capped_by)),
        bar=say.share_bar(ctx, None if domain.score is None else domain.score / 100),
        is_open=any(_noteworthy(item, told.findings) for item in items),
        items=_table(ctx, sheet, told, domain, ctx.words.t("audit.items_caption", domain=name)),
    )


def _noteworthy(item: ItemResult, findings: Mapping[str, object]) -> bool:
    return item.state == "missing" or (item.ratio is not None and item.ratio < 1) or item.id in findings


def _table(ctx: Context, sheet: Sheet, told: _Told, domain: DomainResult, caption: str) -> Markup:
    lines = [
        '<div class="al-table-wrap">',
        f'<table class="al-table al-table--plain al-items"><caption class="al-hidden">{safe(caption)}</caption>',
        sheet.head,
        "<tbody>",
    ]
    for section in domain.sections:
        score = sheet.not_scored if section.score is None else say.score(ctx, section.score)
        lines.append(f"{sheet.sections[domain.id, section.id]}{score}</th></tr>")
        lines += [_row(ctx, sheet, told, item) for item in section.items]
    lines.append("</tbody></table></div>")
    return marked("\n".join(lines))


def _row(ctx: Context, sheet: Sheet, told: _Told, item: ItemResult) -> str:
    answer = told.audit.answers.get(item.id)
    scored = item.contribution is not None and item.possible is not None
    cells = (
        f"{sheet.items[item.id]}{answer_html(ctx, answer, item, told.checklist)}",
        _points(ctx, item.contribution, item.possible, 2) if scored else "",
        _change(ctx, sheet, told.changes.get(item.id)) if scored else "",
        _notes(ctx, sheet, answer, told.findings.get(item.id, ())),
    )
    return "</td><td>".join(cells) + "</td></tr>"


def _points(ctx: Context, contribution: float | None, possible: float | None, decimals: int) -> str:
    number = ctx.formats.number
    return f"{number(contribution, decimals)}{_OVER_POINTS}{number(possible, decimals)}"


def _change(ctx: Context, sheet: Sheet, change: ItemChange | None) -> str:
    """Points more or less than last time; nothing where nothing changed."""
    if change is None:
        return ""
    return sheet.nothing_before if change.points is None else ctx.formats.signed(change.points, 2)


def _notes(ctx: Context, sheet: Sheet, answer: Answer | None, findings: Sequence[FindingResult]) -> str:
    """Findings, why an item does not apply, what was noted, what was seen."""
    if not findings and (answer is None or not (answer.note or answer.na or answer.evidence)):
        return ""
    notes: list[str] = [finding_note(ctx, finding.id) for finding in findings]
    if answer:
        notes += [ctx.prose(text) for text in (answer.na, answer.note) if text]
        notes += [evidence(each, sheet.evidence) for each in answer.evidence]
    return "<br>".join(notes)
