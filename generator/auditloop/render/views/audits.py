"""One page per audit, and the lists of them: how the score came about, item by item, and what changed since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from auditloop.assess.results import AuditComparison, AuditResult, DomainResult, ItemChange, ItemResult, SectionResult
from auditloop.model import Answer, Audit, Checklist
from auditloop.render import escape
from auditloop.render.i18n.formats import THIN
from auditloop.render.views import registers, say
from auditloop.render.views.common import (
    BLANK,
    Cell,
    Column,
    Fact,
    Link,
    PagePlan,
    PageView,
    Row,
    Table,
    anchored,
    lines,
    muted,
    spaced,
)
from auditloop.render.views.context import Context
from auditloop.render.views.frames import frame
from auditloop.render.views.teams.lead import change_sentence

EMPTY = Cell(BLANK)
MOST_LOST = 8
MOST_CHANGED = 8
"""Items in the table of changes; every item's change stands in the score tree."""
Changes = Mapping[str, ItemChange]
SPLIT_ABOVE = 200
"""Lists longer than this are split by year."""


@dataclass(frozen=True, slots=True)
class AuditsIndex:
    years: tuple[Link, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class DomainView:
    id: str
    name: str
    weight: str
    points: str
    score: str
    grade: Markup
    bar: Markup
    capped: str
    is_open: bool
    """Opened where something was found; closed where every item is met."""
    items: Table


@dataclass(frozen=True, slots=True)
class AuditView:
    is_draft: bool
    summary: Markup
    facts: tuple[Fact, ...]
    caps: tuple[str, ...]
    lost: Table
    domains: tuple[DomainView, ...]
    total: str
    comparison_words: str
    comparison: Table | None
    findings: Table
    agreement: Table | None


def plan(ctx: Context) -> list[PagePlan]:
    plans = _index_plans(ctx)
    plans += [PagePlan(ctx.path.audit(a.id), partial(_view, ctx, a)) for a in ctx.results.audits]
    return plans


# --- lists -------------------------------------------------------------------------------------------------------


def _index_plans(ctx: Context) -> list[PagePlan]:
    audits = ctx.results.audits
    years = sorted({a.date.year for a in audits}, reverse=True)
    if len(audits) <= SPLIT_ABOVE:
        return [PagePlan("audits/index.md", lambda: _index(ctx, audits, "audits/index.md", (), None))]
    links = tuple(Link(str(year), ctx.href.page(ctx.path.audits_of(year))) for year in years)
    by_year = {year: [a for a in audits if a.date.year == year] for year in years}
    plans = [PagePlan("audits/index.md", lambda: _index(ctx, audits[:50], "audits/index.md", links, None))]
    plans += [
        PagePlan(
            ctx.path.audits_of(year),
            partial(_index, ctx, by_year[year], ctx.path.audits_of(year), links, year),
        )
        for year in years
    ]
    return plans


def _index(
    ctx: Context, audits: Sequence[AuditResult], path: str, years: tuple[Link, ...], year: int | None
) -> PageView:
    t = ctx.words.t
    final = [a for a in audits if a.status == "final"]
    crumbs = [Link(t("nav.audits"), ctx.href.page("audits/index.md"))] if year else []
    title = t("audits.title_year", year=year) if year else t("nav.audits")
    lead = ctx.words.n("audits.lead", len(final), teams=len({a.team for a in final})) if final else t("empty.no_audits")
    drafts = len(audits) - len(final)
    if drafts:
        lead = ctx.words.sentences([lead, ctx.words.n("audits.drafts", drafts)])
    caption = t("audits.caption_latest", n=len(audits)) if years and not year else t("audits.caption")
    table = registers.audit_table(ctx, audits, caption, anchor="audit-table", empty=t("empty.no_audits"))
    return PageView(
        "audits",
        frame(
            ctx,
            path=path,
            kind="audits",
            title=title,
            lead=lead,
            crumbs=crumbs,
            related=[Link(t("nav.checklists"), ctx.href.page("checklists/index.md"))],
        ),
        AuditsIndex(years, table),
    )


# --- one audit ---------------------------------------------------------------------------------------------------


def _view(ctx: Context, result: AuditResult) -> PageView:
    t = ctx.words.t
    audit = ctx.workspace.audits[result.id]
    checklist = ctx.workspace.checklists[result.checklist]
    findings = [ctx.findings[f] for f in result.findings if f in ctx.findings]
    body = AuditView(
        is_draft=result.status == "draft",
        summary=ctx.prose(audit.summary) if audit.summary else BLANK,
        facts=_facts(ctx, audit, result),
        caps=_caps(ctx, result),
        lost=_lost(ctx, audit, result, checklist),
        domains=tuple(_domain(ctx, audit, result, d, checklist) for d in result.domains),
        total=say.score(ctx, result.score),
        comparison_words=_comparison_words(ctx, result.comparison),
        comparison=_comparison_table(ctx, result, result.comparison),
        findings=registers.finding_table(
            ctx,
            findings,
            t("audit.findings_caption"),
            anchor="finding-table",
            empty=t("empty.no_findings_in_audit"),
            team_column=False,
        ),
        agreement=_agreement(ctx, result),
    )
    related = [
        Link(ctx.team_name(result.team), ctx.href.team(result.team)),
        Link(ctx.checklist_name(result.checklist), ctx.href.checklist(result.checklist)),
    ]
    if audit.previous and audit.previous in ctx.audits:
        related.append(Link(t("audit.previous_link"), ctx.href.audit(audit.previous)))
    return PageView(
        "audit",
        frame(
            ctx,
            path=ctx.path.audit(result.id),
            kind="audit",
            title=ctx.audit_title(result),
            lead=_lead(ctx, audit, result),
            crumbs=[
                Link(t("nav.audits"), ctx.href.page("audits/index.md")),
                Link(ctx.team_name(result.team), ctx.href.team(result.team)),
            ],
            edit=("audit", result.id),
            related=related,
            period=ctx.formats.date(result.date),
        ),
        body,
    )


def _lead(ctx: Context, audit: Audit, result: AuditResult) -> str:
    t = ctx.words.t
    sentences = []
    if result.score is None:
        sentences.append(t("audit.lead_not_scored", type=t(f"audit_type.{result.type}")))
    else:
        sentences.append(
            t(
                "audit.lead_draft"
                if audit.status == "draft"
                else "audit.lead"
                if result.grade
                else "audit.lead_no_grade",
                type=t(f"audit_type.{result.type}"),
                team=ctx.team_name(result.team),
                date=ctx.formats.date(result.date),
                score=say.score(ctx, result.score),
                grade=result.grade,
            )
        )
    if result.passed is False:
        sentences.append(t("audit.lead_not_passed"))
    if audit.status == "final" and result.comparison and result.comparison.change is not None:
        sentences.append(change_sentence(ctx, result.comparison))
    states = [item.state for d in result.domains for s in d.sections for item in s.items]
    clauses = [t("audit.lead_items", scored=states.count("scored"), all=len(states))]
    clauses += [ctx.words.n(f"audit.lead_{state}", n) for state in ("na", "missing") if (n := states.count(state))]
    sentences.append(ctx.words.clauses(clauses) + t("join.full_stop"))
    serious = sum(1 for f in result.findings if f in ctx.findings and ctx.findings[f].class_ == "major")
    problems = sum(1 for f in result.findings if f in ctx.findings and ctx.findings[f].class_ != "good-practice")
    if problems:
        sentences.append(ctx.words.n("audit.lead_findings", problems, major=serious))
    else:
        sentences.append(t("audit.lead_no_findings"))
    if audit.summary:
        sentences.append(ctx.plain(audit.summary))
    return ctx.words.sentences(sentences)


def _facts(ctx: Context, audit: Audit, result: AuditResult) -> tuple[Fact, ...]:
    t = ctx.words.t
    percent = ctx.formats.percent
    facts = [
        Fact(t("column.team"), say.team_link(ctx, result.team)),
        Fact(
            t("column.checklist"),
            anchored(ctx.href.checklist(result.checklist), f"{ctx.checklist_name(result.checklist)} {result.edition}"),
        ),
        Fact(t("column.date"), ctx.formats.day(result.date)),
        Fact(t("column.type"), t(f"audit_type.{result.type}")),
        Fact(
            t("audit.auditors"), ctx.words.listed([ctx.person_name(a) for a in audit.auditors]) or t("empty.not_stated")
        ),
        Fact(
            t("audit.methods"),
            ctx.words.listed([t(f"audit_method.{m}") for m in audit.methods]) or t("empty.not_stated"),
        ),
    ]
    if audit.scope:
        facts.append(Fact(t("audit.scope"), ctx.text(audit.scope)))
    samples = [a.sample for a in audit.answers.values() if a.sample]
    if samples:
        facts.append(
            Fact(t("audit.sample"), ctx.words.n("audit.sample_words", len(samples), size=sum(s.size for s in samples)))
        )
    facts.append(Fact(t("audit.coverage"), anchored(ctx.href.method("coverage"), percent(result.coverage, 0))))
    facts.append(Fact(t("audit.na_share"), anchored(ctx.href.method("coverage"), percent(result.na_share, 0))))
    if audit.previous:
        before = ctx.audits.get(audit.previous)
        name = f"{t(f'audit_type.{before.type}')} {ctx.formats.day(before.date)}" if before else audit.previous
        facts.append(Fact(t("audit.previous"), anchored(ctx.href.audit(before.id) if before else None, name)))
    return tuple(facts)


def _caps(ctx: Context, result: AuditResult) -> tuple[str, ...]:
    """Every cap with the item that caused it, in words."""
    t = ctx.words.t
    grade, uncapped = result.grade or "", result.uncapped_grade or ""
    caps = [
        t("audit.cap_overall", item=_ask(ctx, result, item), grade=grade, uncapped=uncapped)
        for item in result.capped_by
    ]
    for domain in result.domains:
        name = ctx.domain_name(result.checklist, domain.id)
        caps += [
            t("audit.cap_domain", item=_ask(ctx, result, item), domain=name, grade=domain.grade or "")
            for item in domain.capped_by
        ]
    return tuple(dict.fromkeys(caps))


def _ask(ctx: Context, result: AuditResult, item: str) -> str:
    found = ctx.items.get((result.checklist, item))
    return ctx.plain(found.ask) if found else item


# --- score tree --------------------------------------------------------------------------------------------------


def _domain(ctx: Context, audit: Audit, result: AuditResult, domain: DomainResult, checklist: Checklist) -> DomainView:
    names = {s.id: s.name for d in checklist.domains if d.id == domain.id for s in d.sections}
    items = [item for section in domain.sections for item in section.items]
    possible = sum(item.possible or 0 for item in items)
    comparison = result.comparison
    changes = {change.id: change for change in comparison.items} if comparison and comparison.comparable else {}
    rows: list[Row] = []
    for section in domain.sections:
        rows.append(
            Row(
                (),
                group=_section_head(
                    ctx, checklist.id, domain.id, section, ctx.plain(names.get(section.id, section.id))
                ),
            )
        )
        rows += [_item_row(ctx, audit, result, item, checklist, changes) for item in section.items]
    points = f"{ctx.formats.number(domain.contribution, 1)}{THIN}/{THIN}{ctx.formats.number(possible, 1)}"
    t = ctx.words.t
    columns = (
        Column(t("column.item"), "al-wide"),
        Column(t("column.answer")),
        Column(t("column.points")),
        Column(t("column.change_audit")),
        Column(t("column.notes")),
    )
    name = ctx.domain_name(result.checklist, domain.id)
    return DomainView(
        id=domain.id,
        name=name,
        weight=ctx.formats.number(possible, 1) if domain.score is not None else t("empty.not_scored"),
        points=points if domain.score is not None else "",
        score=say.score(ctx, domain.score),
        grade=say.grade(ctx, domain.grade, capped=bool(domain.capped_by)),
        bar=say.share_bar(ctx, None if domain.score is None else domain.score / 100),
        capped="",
        is_open=any(_noteworthy(ctx, result, item) for item in items),
        items=Table(t("audit.items_caption", domain=name), columns, tuple(rows), css="al-table--compact al-items"),
    )


def _lost(ctx: Context, audit: Audit, result: AuditResult, checklist: Checklist) -> Table:
    """The items that cost most points, as the answer to what should be mended first."""
    t = ctx.words.t
    items = [
        (item.possible - item.contribution, domain.id, item)
        for domain in result.domains
        for section in domain.sections
        for item in section.items
        if item.possible is not None and item.contribution is not None and item.contribution < item.possible
    ]
    items.sort(key=lambda found: (-found[0], found[2].id))
    rows = []
    for lost, domain, item in items[:MOST_LOST]:
        findings = ctx.findings_by_audit_item.get((result.id, item.id), [])
        rows.append(
            Row(
                (
                    Cell(anchored(f"#item-{item.id}", ctx.asks.get((checklist.id, item.id), item.id))),
                    Cell(ctx.domain_name(checklist.id, domain)),
                    Cell(_answer(ctx, audit.answers.get(item.id), item, checklist)),
                    Cell(ctx.formats.number(lost, 2), f"{lost:.6g}"),
                    Cell(lines(*(_finding_note(ctx, f.id) for f in findings))),
                )
            )
        )
    columns = (
        Column(t("column.item"), "al-wide"),
        Column(t("column.domain")),
        Column(t("column.answer")),
        Column(t("column.points_lost"), "al-num"),
        Column(t("column.finding")),
    )
    empty = t("empty.not_scored_audit") if result.score is None else t("empty.no_points_lost")
    return Table(t("audit.lost_caption"), columns, tuple(rows), empty, id="lost-table", css="al-table--compact")


def _noteworthy(ctx: Context, result: AuditResult, item: ItemResult) -> bool:
    return (
        item.state == "missing"
        or (item.ratio is not None and item.ratio < 1)
        or (result.id, item.id) in ctx.findings_by_audit_item
    )


def _section_head(ctx: Context, checklist: str, domain: str, section: SectionResult, name: str) -> Markup:
    """Leads to what the checklist says about the section's items."""
    score = say.score(ctx, section.score) if section.score is not None else ctx.words.t("empty.not_scored")
    return anchored(ctx.href.checklist(checklist, f"section-{domain}-{section.id}"), name) + f" · {score}"


def _item_row(
    ctx: Context, audit: Audit, result: AuditResult, item: ItemResult, checklist: Checklist, changes: Changes
) -> Row:
    answer = audit.answers.get(item.id)
    findings = ctx.findings_by_audit_item.get((result.id, item.id), [])
    notes = [_finding_note(ctx, f.id) for f in findings]
    if answer:
        notes += [ctx.prose(text) for text in (answer.na, answer.note) if text]
        notes += [evidence(e, ctx.words.t("audit.evidence") + ctx.words.t("join.colon")) for e in answer.evidence]
    return Row(
        (
            ctx.once(("ask", checklist.id, item.id), lambda: Cell(_question(ctx, checklist.id, item.id))),
            Cell(_answer(ctx, answer, item, checklist)),
            ctx.once(("points", item.contribution, item.possible), lambda: Cell(_points(ctx, item))),
            Cell(_change(ctx, changes.get(item.id))),
            Cell(lines(*notes)) if notes else EMPTY,
        ),
        anchor=f"item-{item.id}",
    )


def _question(ctx: Context, checklist: str, item: str) -> Markup:
    ask = ctx.asks.get((checklist, item), Markup(escape.html(item)))
    found = ctx.items.get((checklist, item))
    if found is None or found.critical == "none":
        return ask
    return spaced(ask, say.badge("minor", ctx.words.t(f"critical.{found.critical}")))


def _finding_note(ctx: Context, finding: str) -> Markup:
    found = ctx.findings[finding]
    return spaced(say.finding_class(ctx, found.class_), anchored(ctx.finding_href(finding), finding))


def _change(ctx: Context, change: ItemChange | None) -> Markup | str:
    """Points more or less than last time; nothing where nothing changed."""
    if change is None:
        return ""
    return say.no_value(ctx, "empty.no_comparison") if change.points is None else ctx.formats.signed(change.points, 2)


def _points(ctx: Context, item: ItemResult) -> Markup | str:
    if item.possible is None or item.contribution is None:
        return say.no_value(ctx, "empty.not_scored")
    return f"{ctx.formats.number(item.contribution, 2)}{THIN}/{THIN}{ctx.formats.number(item.possible, 2)}"


def _answer(ctx: Context, answer: Answer | None, item: ItemResult, checklist: Checklist) -> Markup | str:
    t = ctx.words.t
    if answer is None or item.state == "missing":
        return say.judgement("warn", t("answer.missing"))
    if answer.na is not None:
        return t("answer.na")
    if answer.sample is None:
        key = ("answer", checklist.id, checklist.edition, answer.score)
        words = ctx.once(key, lambda: answer_words(ctx, answer, checklist))
    else:
        words = answer_words(ctx, answer, checklist)
    if answer.confirm:
        words = f"{words} ({t('answer.to_confirm')})"
    if item.ratio == 0:
        return say.judgement("bad", words)
    return words


def answer_words(ctx: Context, answer: Answer, checklist: Checklist) -> str:
    """The level with its label, yes/partial/no, or how many of a sample met the item."""
    t = ctx.words.t
    if answer.sample:
        kept = answer.sample.size - answer.sample.failed
        return t("answer.sample", kept=kept, size=answer.sample.size)
    if checklist.scale.kind == "levels":
        label = next((level.label for level in checklist.scale.levels if level.value == answer.score), None)
        number = (
            ctx.formats.general(float(answer.score)) if isinstance(answer.score, int | float) else str(answer.score)
        )
        return f"{number} {ctx.plain(label)}" if label else number
    return t(f"answer.{answer.score}")


def evidence(text: str, prefix: str = "") -> Markup:
    """A link where it is a safe one, else the text as written."""
    href = escape.url(text)
    if href is None or "/" not in href:
        return muted(escape.html(prefix + text))
    name = href.split("://", 1)[-1].removeprefix("www.")
    short = name if len(name) <= 48 else name[:45] + "…"
    return anchored(href, escape.html(prefix + short))


# --- comparison --------------------------------------------------------------------------------------------------


def _comparison_words(ctx: Context, comparison: AuditComparison | None) -> str:
    t = ctx.words.t
    if comparison is None:
        return t("audit.no_previous")
    if not comparison.comparable or comparison.change is None:
        return t("audit.not_comparable", audit=comparison.audit)
    signed = ctx.formats.signed
    return t(
        "audit.comparison",
        before=say.score(ctx, comparison.score_before),
        change=signed(comparison.change, 1),
        performance=signed(comparison.performance, 1),
        weights=signed(comparison.weights, 1),
        applicability=signed(comparison.applicability, 1),
    )


def _comparison_table(ctx: Context, result: AuditResult, comparison: AuditComparison | None) -> Table | None:
    if comparison is None or not comparison.comparable:
        return None
    t = ctx.words.t
    rows = []
    scored_twice = [(change.points, change) for change in comparison.items if change.points is not None]
    largest = sorted(scored_twice, key=lambda c: (-abs(c[0]), c[1].id))[:MOST_CHANGED]
    for points, change in sorted(largest, key=lambda c: (c[0], c[1].id)):
        tone = "good" if points > 0 else "bad" if points < 0 else None
        rows.append(
            Row(
                (
                    Cell(anchored(f"#item-{change.id}", ctx.asks.get((result.checklist, change.id), change.id))),
                    Cell(_state(ctx, change.before, change.state_before)),
                    Cell(_state(ctx, change.after, change.state_after)),
                    Cell(say.arrow(ctx.formats.signed(points, 2), points, 2, tone), f"{points:.6g}"),
                )
            )
        )
    columns = (
        Column(t("column.item"), "al-wide"),
        Column(t("column.before"), "al-num"),
        Column(t("column.after"), "al-num"),
        Column(t("column.points_change"), "al-num"),
    )
    caption = t("audit.comparison_caption", audit=comparison.audit)
    return Table(
        caption, columns, tuple(rows), t("empty.no_item_changed"), id="comparison-table", css="al-table--compact"
    )


def _state(ctx: Context, ratio: float | None, state: str) -> str:
    return ctx.formats.percent(ratio) if ratio is not None else ctx.words.t(f"answer.{state}")


def _agreement(ctx: Context, result: AuditResult) -> Table | None:
    if not result.agreement:
        return None
    t = ctx.words.t
    rows = []
    for other in result.agreement:
        kappa = ctx.formats.number(other.kappa, 2) if other.kappa is not None else say.no_value(ctx, "empty.too_few")
        apart = max(
            (d for d in other.domains if d.difference is not None), key=lambda d: abs(d.difference or 0), default=None
        )
        rows.append(
            Row(
                (
                    Cell(
                        anchored(
                            ctx.href.audit(other.audit),
                            f"{t(f'audit_type.{other.type}')} {ctx.formats.day(other.date)}",
                        ),
                        other.date.isoformat(),
                    ),
                    Cell(say.score(ctx, other.score)),
                    Cell(ctx.formats.signed(other.difference, 1)),
                    Cell(kappa),
                    Cell(ctx.formats.number(other.n)),
                    Cell(
                        f"{ctx.domain_name(result.checklist, apart.id)} {ctx.formats.signed(apart.difference, 1)}"
                        if apart
                        else BLANK
                    ),
                )
            )
        )
    columns = (
        Column(t("column.other_audit"), "al-main"),
        Column(t("column.score"), "al-num"),
        Column(t("column.difference"), "al-num"),
        Column(t("column.kappa"), "al-num"),
        Column(t("column.n_items"), "al-num"),
        Column(t("column.furthest_apart")),
    )
    return Table(t("audit.agreement_caption"), columns, tuple(rows), id="agreement-table")
