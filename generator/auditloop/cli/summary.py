"""The readable summary of `auditloop assess --format table`. Formats what was assessed; computes nothing."""

from __future__ import annotations

import os

from rich.console import Console
from rich.markup import escape

from auditloop.assess.alerts import RULES
from auditloop.assess.results import Results
from auditloop.cli.stacking import StackingTable, width_of
from auditloop.model import TargetChange, Workspace, in_language
from auditloop.problems.shown import visible
from auditloop.render.i18n.formats import rounded
from auditloop.render.views.judged import Judged
from auditloop.reporters.hosts import harmless

TITLES = {
    "audits": {"zh": "审核", "en": "Audits"},
    "kpis": {"zh": "指标（组织）", "en": "Indicators (organisation)"},
    "indices": {"zh": "指数", "en": "Indices"},
    "alerts": {"zh": "预警", "en": "Early warnings"},
    "rule": {"zh": "规则", "en": "rule"},
    "act-now": {"zh": "立即处理", "en": "act now"},
    "look-into-it": {"zh": "尽快查明", "en": "look into it"},
    "keep-in-view": {"zh": "保持关注", "en": "keep in view"},
    "since": {"zh": "最早起始", "en": "since"},
    "actions": {"zh": "整改措施", "en": "Actions"},
    "team": {"zh": "团队", "en": "team"},
    "date": {"zh": "日期", "en": "date"},
    "type": {"zh": "类型", "en": "type"},
    "score": {"zh": "得分", "en": "score"},
    "grade": {"zh": "等级", "en": "grade"},
    "coverage": {"zh": "覆盖率", "en": "coverage"},
    "latest": {"zh": "最新", "en": "latest"},
    "target": {"zh": "目标", "en": "target"},
    "met": {"zh": "达标", "en": "met"},
    "previous": {"zh": "上期", "en": "before"},
    "period": {"zh": "周期", "en": "period"},
    "partial": {"zh": "不完整", "en": "partial"},
    "total": {"zh": "总数", "en": "total"},
    "open": {"zh": "未完成", "en": "open"},
    "overdue": {"zh": "逾期", "en": "overdue"},
    "on-time": {"zh": "按期率", "en": "on time"},
    "effective": {"zh": "有效率", "en": "effective"},
    "all": {"zh": "全部", "en": "all"},
    "yes": {"zh": "是", "en": "yes"},
    "no": {"zh": "否", "en": "no"},
    "variation": {"zh": "变化", "en": "variation"},
    "assurance": {"zh": "达标保证", "en": "assurance"},
    "improvement": {"zh": "改善", "en": "improvement"},
    "concern": {"zh": "恶化", "en": "concern"},
    "high": {"zh": "偏高", "en": "high"},
    "low": {"zh": "偏低", "en": "low"},
    "common": {"zh": "正常波动", "en": "usual variation"},
    "pass": {"zh": "稳定达标", "en": "reliably met"},
    "fail": {"zh": "稳定不达标", "en": "reliably missed"},
    "hit-or-miss": {"zh": "时达时不达", "en": "hit or miss"},
}

RULE_NAMES = {
    "breach": {"zh": "标准未达标", "en": "standard missed"},
    "repeated-complaint": {"zh": "重复投诉", "en": "complaint repeated"},
    "hot-spot": {"zh": "投诉激增", "en": "surge of complaints"},
    "concern": {"zh": "指标恶化", "en": "indicator worse"},
    "target-missed": {"zh": "连续未达标", "en": "target missed again"},
    "moved": {"zh": "措施一再延期", "en": "action put off"},
    "data-late": {"zh": "数据迟报", "en": "data late"},
    "overdue": {"zh": "措施逾期", "en": "action overdue"},
    "training-coverage": {"zh": "培训覆盖不足", "en": "training reached too few"},
    "risk-without-plan": {"zh": "风险没有预案", "en": "risk without a plan"},
}


def print_summary(workspace: Workspace, results: Results, lang: str) -> None:
    """Five tables on stdout."""
    console = Console(highlight=False, emoji=False)
    names = {team.id: _shown(in_language(team.name, lang).text) for team in workspace.organisation.teams}

    def word(key: str) -> str:
        return TITLES[key][lang]

    console.print(
        f"{escape(_shown(in_language(workspace.organisation.name, lang).text))} · {results.as_of.isoformat()}"
    )

    audits = StackingTable(
        word("audits"),
        ["id", word("team"), word("date"), word("type")],
        [word("score"), word("grade"), word("coverage")],
    )
    for audit in results.audits:
        audits.add_row(
            audit.id,
            names.get(audit.team, audit.team),
            audit.date.isoformat(),
            audit.type,
            _number(audit.score),
            audit.grade or "—",
            _percent(audit.coverage),
        )
    kpis = StackingTable(
        word("kpis"),
        ["id", word("team"), word("period")],
        [word("latest"), word("previous"), word("target"), word("met")],
        [word("variation"), word("assurance")],
    )
    for kpi in results.kpis:
        pooled = [series for series in kpi.series if series.team is None]
        for series in pooled or kpi.series:
            if series.latest is None:
                continue
            computed = isinstance(workspace.kpis[kpi.id].target, TargetChange)
            decimals = Judged(kpi, series.latest.value, series.target, series.met, computed).decimals
            met = "—" if series.met is None else word("yes" if series.met else "no")
            kpis.add_row(
                kpi.id,
                names.get(series.team, series.team) if series.team else word("all"),
                series.latest.period,
                _number(series.latest.value, decimals),
                _number(series.previous.value if series.previous else None, kpi.decimals),
                _number(series.target, kpi.decimals),
                met,
                word(series.variation) if series.variation else "—",
                word(series.assurance) if series.assurance else "—",
            )
    indices = StackingTable(word("indices"), ["id", word("team"), word("period")], [word("score"), word("coverage")])
    for index in results.indices:
        if index.latest:
            team = index.scope.team
            indices.add_row(
                index.id,
                names.get(team, team) if team else word("all"),
                index.latest.period,
                _number(index.latest.score),
                _percent(index.latest.coverage),
            )
    actions = StackingTable(
        word("actions"), [word("team")], [word(k) for k in ("total", "open", "overdue", "on-time", "effective")]
    )
    for summary in results.action_summaries:
        actions.add_row(
            names.get(summary.team, summary.team) if summary.team else word("all"),
            str(summary.total),
            str(summary.open),
            str(summary.overdue),
            _percent(summary.on_time_rate),
            _percent(summary.effective_share),
        )
    width = width_of(console)
    for table in (audits, kpis, indices, actions, _alerts(results, lang)):
        table.print(console, width)


def _shown(name: str) -> str:
    """Nothing invisible, and no command where the log is searched for commands."""
    return harmless(visible(name), os.environ)


def _alerts(results: Results, lang: str) -> StackingTable:
    """How many by rule and urgency, and since when the oldest; rules that raise nothing are left out."""
    urgencies = {"high": "act-now", "medium": "look-into-it", "low": "keep-in-view"}
    headings = [TITLES[key][lang] for key in (*urgencies.values(), "since")]
    table = StackingTable(TITLES["alerts"][lang], [TITLES["rule"][lang]], headings)
    for rule in RULES:
        of_rule = [alert for alert in results.alerts if alert.rule == rule.name]
        if of_rule:
            counts = [sum(alert.severity == severity for alert in of_rule) for severity in urgencies]
            oldest = min(alert.since for alert in of_rule).isoformat()
            table.add_row(RULE_NAMES[rule.name][lang], *map(str, counts), oldest)
    return table


def _number(value: float | None, decimals: int = 1) -> str:
    """Rounded as on the pages."""
    return "—" if value is None else f"{rounded(value, decimals):f}"


def _percent(share: float | None) -> str:
    return "—" if share is None else f"{rounded(share * 100, 0):f}%"
