"""New tiers of customers for a period, with numbers to be filled in. Knows nothing of what they come to."""

from __future__ import annotations

from auditloop.model import Workspace
from auditloop.period import Period
from auditloop.problems import Bilingual
from auditloop.scaffold.errors import Refused
from auditloop.scaffold.files import NewFile
from auditloop.scaffold.lookup import folder, known, modeline, teams
from auditloop.scaffold.yamltext import quote

_NAMES = {
    "new": "{zh: 新客户, en: New customers}",
    "regular": "{zh: 普通客户, en: Regular customers}",
    "vip": "{zh: 贵宾, en: VIP}",
    "strategic": "{zh: 战略客户, en: Strategic customers}",
}


def new_segments(workspace: Workspace, *, period: str, currency: str = "CNY", team: str | None = None) -> NewFile:
    """The four usual tiers without customers yet. Raises UnknownName or Refused."""
    if team is not None:
        known("team", team, teams(workspace))
    try:
        span = Period.parse(period)
    except ValueError:
        raise Refused(
            Bilingual(f"“{period}”不是期间", f"“{period}” is no period"),
            Bilingual("写成 2026-Q1、2026-03、2026-H1 或 2026。", "Write it like 2026-Q1, 2026-03, 2026-H1 or 2026."),
        ) from None
    if any((each.team, each.period) == (team, span) for each in workspace.segments):
        raise Refused(
            Bilingual(f"{period} 的客户分层已经有了", f"the tiers of {period} are there already"),
            Bilingual("请改那一份，或换一个期间。", "Edit that file, or choose another period."),
        )
    path = folder(workspace, "segments", "segments") / f"{f'{team}-' if team else ''}{span}.yml"
    tiers = "".join(_tier(id, name) for id, name in _NAMES.items())
    return NewFile(
        path,
        f"""{modeline(path)}\
# 客户分层：只写合计与平均，不写任何客户。/ Tiers of customers: sums and means only, never a customer.
kind: segments
format: 1
{f"team: {quote(team)}" if team else "# team: …  # 只属于某个团队的客户 / customers of one team only"}
period: {quote(str(span))}
currency: {quote(currency)}
tiers:  # 从低到高 / from the lowest to the highest
{tiers}""",
    )


def _tier(id: str, name: str) -> str:
    return f"""\
  - id: {id}
    name: {name}
    customers: 0  # 少于五位不显示任何数字 / of fewer than five no figure is shown
    transactions:  # 每类交易：平均金额、每位客户的次数 / per sort: mean amount, how often per customer
      - {{name: {{zh: 服务, en: Services}}, amount: 0, frequency: 0}}
    satisfaction:
      - {{name: {{zh: 总体满意度, en: Overall satisfaction}}, score: 0}}
    relation_years: 1  # 客户关系的平均年数 / mean years of the relation
    policy: {{zh: 待填写：这一层得到什么服务, en: "To be written: what this tier gets"}}
    # targets: [{{standard: …, target: 97}}]  # 本层自己的目标 / targets of its own
"""
