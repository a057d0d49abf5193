"""Facts of a rule's sentence that differ by language: kinds of records, proposals, lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditloop.problems import Bilingual
from auditloop.validate.rules.nearest import nearest

KINDS = {
    "organisation": Bilingual("组织", "organisation"),
    "site": Bilingual("地点", "site"),
    "team": Bilingual("团队", "team"),
    "channel": Bilingual("渠道", "channel"),
    "person": Bilingual("人员", "person"),
    "owner": Bilingual("人员或团队", "person or team"),
    "checklist": Bilingual("检查表", "checklist"),
    "domain": Bilingual("领域", "domain"),
    "section": Bilingual("小节", "section"),
    "item": Bilingual("检查项", "item"),
    "audit": Bilingual("审核", "audit"),
    "finding": Bilingual("问题", "finding"),
    "purpose": Bilingual("问题、建议、风险或指标", "finding, proposal, risk or indicator"),
    "action": Bilingual("措施", "action"),
    "kpi": Bilingual("指标", "indicator"),
    "index": Bilingual("综合指数", "index"),
    "grade": Bilingual("评级", "grade"),
    "category": Bilingual("类别", "category"),
    "standard": Bilingual("服务标准", "standard"),
    "dimension-of-surveys": Bilingual("调查维度", "survey dimension"),
    "gate": Bilingual("门槛", "gate"),
    "observation": Bilingual("数值", "value"),
    "topic": Bilingual("专题", "topic"),
    "policy": Bilingual("规则", "policy"),
    "plan": Bilingual("计划", "plan"),
    "goal": Bilingual("目标", "goal"),
    "milestone": Bilingual("里程碑", "milestone"),
    "need": Bilingual("里程碑或措施", "milestone or action"),
    "journey": Bilingual("旅程", "journey"),
    "touchpoint": Bilingual("接触点", "touchpoint"),
    "step": Bilingual("步骤", "step"),
    "skill": Bilingual("技能", "skill"),
    "session": Bilingual("培训", "training"),
    "covered": Bilingual("检查项或小节", "item or section"),
    "risk": Bilingual("风险", "risk"),
    "case": Bilingual("案例", "case"),
    "proposal": Bilingual("建议", "proposal"),
    "tier": Bilingual("层级", "tier"),
}

_ADD = {
    "site": Bilingual("在组织文件的 sites 中登记它", "add it to `sites` in the organisation file"),
    "team": Bilingual("在组织文件的 teams 中登记它", "add it to `teams` in the organisation file"),
    "channel": Bilingual("在组织文件的 channels 中登记它", "add it to `channels` in the organisation file"),
    "category": Bilingual("在组织文件的 categories 中登记它", "add it to `categories` in the organisation file"),
    "standard": Bilingual("在 kind: standards 的文件里写上它", "write it in a file of `kind: standards`"),
    "person": Bilingual("在组织文件的 people 中登记此人", "add them to `people` in the organisation file"),
    "owner": Bilingual("在组织文件的 people 或 teams 中登记", "add it to `people` or `teams` in the organisation file"),
    "checklist": Bilingual("为它写一份 kind: checklist 的文件", "write a file of `kind: checklist` with this id"),
    "audit": Bilingual("删去这一行", "remove this line"),
    "domain": Bilingual("用检查表里的领域标识", "use the id of a domain of the checklist"),
    "action": Bilingual("用措施文件里的编号", "use the id of an action"),
    "item": Bilingual("用检查表里的检查项标识", "use the id of an item of the checklist"),
    "finding": Bilingual("用某次审核 findings 里的编号", "use the id of a finding in an audit"),
    "purpose": Bilingual(
        "用问题、建议或风险的编号，或指标的标识", "use the id of a finding, a proposal, a risk, or an indicator"
    ),
    "skill": Bilingual(
        "在 kind: training 的文件的 skills 里写上它", "write it under `skills` in a file of `kind: training`"
    ),
    "covered": Bilingual("用检查表里检查项或小节的标识", "use the id of an item or a section of a checklist"),
    "dimension-of-surveys": Bilingual(
        "在组织文件的 survey_dimensions 中登记它", "add it to `survey_dimensions` in the organisation file"
    ),
    "index": Bilingual("为它写一份 kind: index 的文件", "write a file of `kind: index` with this id"),
    "goal": Bilingual("用某份计划 goals 里的标识", "use the id of a goal in a plan"),
    "need": Bilingual("用里程碑的标识或措施的编号", "use the id of a milestone or of an action"),
    "kpi": Bilingual("为它写一份 kind: kpi 的文件", "write a file of `kind: kpi` with this id"),
}


def proposal(kind: str, wanted: str, known: Iterable[str]) -> Bilingual:
    """What to type instead of an id that nobody defined."""
    add, meant = _ADD[kind], nearest(wanted, known)
    if meant is None:
        return Bilingual(f"请{add.zh}。", f"{add.en[:1].upper()}{add.en[1:]}.")
    return Bilingual(f"是不是“{meant}”？若不是，请{add.zh}。", f"Did you mean “{meant}”? If not, {add.en}.")


def listed(names: Sequence[object], limit: int = 5) -> Bilingual:
    """The first few of a list, and how many more there are."""
    first, more = [str(name) for name in names[:limit]], len(names) - limit
    zh, en = "、".join(first), ", ".join(first)
    return Bilingual(f"{zh} 等 {len(names)} 项", f"{en} and {more} more") if more > 0 else Bilingual(zh, en)


def number(value: float) -> str:
    """A number as people write it: 0.95, 100, 0.0000001; not 0.9500000000000001, 1e-07."""
    return f"{value:.9f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else f"{value:g}"


def share(value: float) -> str:
    """A share as whole per cent."""
    return f"{value * 100:.0f} %"
