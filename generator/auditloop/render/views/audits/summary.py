"""What an audit's page says first: the paragraph in plain words, the facts, and why a grade was held back."""

from __future__ import annotations

from auditloop.assess.results import AuditResult
from auditloop.model import Audit
from auditloop.render.views import say
from auditloop.render.views.common import Fact, anchored
from auditloop.render.views.context import Context
from auditloop.render.views.teams.lead import change_sentence


def lead(ctx: Context, audit: Audit, result: AuditResult) -> str:
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
    if problems and serious:
        sentences.append(ctx.words.n("audit.lead_findings", problems, major=serious))
    elif problems:
        sentences.append(ctx.words.n("audit.lead_findings_none_major", problems))
    else:
        sentences.append(t("audit.lead_no_findings"))
    if audit.summary:
        sentences.append(ctx.plain(audit.summary))
    return ctx.words.sentences(sentences)


def facts(ctx: Context, audit: Audit, result: AuditResult) -> tuple[Fact, ...]:
    t = ctx.words.t
    percent = ctx.formats.percent
    found = [
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
    if result.approval:
        key = "audit.approved_stale" if result.approval.stale else "audit.approved_by"
        person, day = ctx.person_name(result.approval.by), ctx.formats.day(result.approval.date)
        found.append(Fact(t("audit.approval"), t(key, person=person, date=day)))
    for correction in audit.corrections:
        person, day = ctx.person_name(correction.by), ctx.formats.day(correction.date)
        note = ctx.text(correction.note)
        found.append(Fact(t("audit.correction"), ctx.words.html("audit.corrected", person=person, date=day, note=note)))
    if audit.scope:
        found.append(Fact(t("audit.scope"), ctx.text(audit.scope)))
    samples = [a.sample for a in audit.answers.values() if a.sample]
    if samples:
        found.append(
            Fact(t("audit.sample"), ctx.words.n("audit.sample_words", len(samples), size=sum(s.size for s in samples)))
        )
    found.append(Fact(t("audit.coverage"), anchored(ctx.href.method("coverage"), percent(result.coverage, 0))))
    found.append(Fact(t("audit.na_share"), anchored(ctx.href.method("coverage"), percent(result.na_share, 0))))
    if audit.previous:
        before = ctx.audits.get(audit.previous)
        name = f"{t(f'audit_type.{before.type}')} {ctx.formats.day(before.date)}" if before else audit.previous
        found.append(Fact(t("audit.previous"), anchored(ctx.href.audit(before.id) if before else None, name)))
    return tuple(found)


def caps(ctx: Context, result: AuditResult) -> tuple[str, ...]:
    """Every cap with the item that caused it, in words."""
    t = ctx.words.t
    grade, uncapped = result.grade or "", result.uncapped_grade or ""
    found = [
        t("audit.cap_overall", item=_ask(ctx, result, item), grade=grade, uncapped=uncapped)
        for item in result.capped_by
    ]
    for domain in result.domains:
        name = ctx.domain_name(result.checklist, domain.id)
        found += [
            t("audit.cap_domain", item=_ask(ctx, result, item), domain=name, grade=domain.grade or "")
            for item in domain.capped_by
        ]
    return tuple(dict.fromkeys(found))


def _ask(ctx: Context, result: AuditResult, item: str) -> str:
    found = ctx.items.get((result.checklist, item))
    return ctx.plain(found.ask) if found else item
