"""How standards, survey dimensions and categories of complaints stand that a topic gathers, in sentences."""

from __future__ import annotations

from auditloop.assess.reports import facts as f
from auditloop.render.views.context import Context
from auditloop.render.views.reports.linked import Said, linked
from auditloop.render.views.reports.surveyed import tone_of
from auditloop.render.views.satisfaction import wording


def standard_stands(ctx: Context, fact: f.StandardStands) -> Said:
    kept = ctx.standard_summaries[fact.standard, fact.team]
    name = ctx.standard_name(fact.standard)
    sentence = ctx.words.t(
        "reports.standard" if kept.target is None else "reports.standard_target",
        standard=name,
        team=ctx.team_name(fact.team),
        window=ctx.formats.window(kept.window),
        kept=ctx.formats.number(kept.kept),
        due=ctx.formats.number(kept.due),
        attainment=ctx.formats.percent(kept.attainment, 1),
        **({} if kept.target is None else {"target": ctx.formats.percent(kept.target)}),
    )
    tone = "none" if kept.met is None else "good" if kept.met else "bad"
    return Said(linked(ctx, sentence, (name, ctx.href.standard(fact.standard))), tone)


def category_stands(ctx: Context, fact: f.CategoryStands) -> Said:
    tickets = ctx.tickets[fact.team]
    count = next(each for each in tickets.complaint_categories if each.key == fact.category)
    name = ctx.category_name(fact.category)
    sentence = ctx.words.n(
        "reports.category",
        count.n,
        n=ctx.formats.number(count.n),
        category=name,
        team=ctx.team_name(fact.team),
        window=ctx.formats.window(tickets.window),
        share=ctx.formats.percent(count.share),
    )
    return Said(linked(ctx, sentence, (name, ctx.href.tickets(fact.team, "categories"))))


def dimension_stands(ctx: Context, fact: f.DimensionStands) -> Said:
    survey = next(s for s in ctx.surveys_by_team[fact.team] if s.period == fact.period)
    dimension = next(d for d in survey.dimensions if d.id == fact.dimension)
    name = ctx.survey_dimension_name(fact.dimension)
    facts = {
        "dimension": name,
        "team": ctx.team_name(fact.team),
        "period": ctx.formats.period(fact.period),
        "share": wording.csat(ctx, dimension.csat),
    }
    sentence = ctx.words.t("reports.dimension", **facts)
    if dimension.change is not None:
        sentence = ctx.words.t(
            "reports.dimension_change",
            **facts,
            change=wording.change_of_share(ctx, dimension.change.value),
            word=wording.word(ctx, dimension.change),
        )
    href = ctx.href.satisfaction(fact.team, "dimensions")
    return Said(linked(ctx, sentence, (name, href)), tone_of(dimension.change))
