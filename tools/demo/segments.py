"""Tiers of customers: the group's of two quarters, and the front desk's own, one of them too small to be shown."""

# ruff: noqa: E501 - sentences stay whole, so that the two languages can be read side by side

from __future__ import annotations

from typing import Any

from tools.demo.words import Data, say

NAMES = {
    "new": say("新客户", "New customers"),
    "regular": say("普通客户", "Regular customers"),
    "vip": say("贵宾", "VIP"),
    "strategic": say("战略客户", "Strategic customers"),
}
POLICIES = {
    "new": say(
        "首次服务后三天内回访一次，说明怎样联系我们。",
        "One call within three days of the first service, to say how to reach us.",
    ),
    "regular": say("按公开的服务承诺办理。", "Served as the published commitments say."),
    "vip": say(
        "专属热线，投诉三十分钟内首次响应的目标提高到97%；每季度由团队负责人致电一次。",
        "A line of their own; the target for a first response within thirty minutes is raised to 97%. The team's lead calls once a quarter.",
    ),
    "strategic": say(
        "指定客户经理；紧急事件优先派工，投诉由客户服务部总监过问；每半年当面回顾一次。",
        "A named account manager; emergencies go first, the head of customer service looks at every complaint; a review in person every half-year.",
    ),
}
TARGETS = {
    "vip": [{"standard": "complaint-first-response", "target": 97}],
    "strategic": [
        {"standard": "complaint-first-response", "target": 98},
        {"standard": "support-first-response", "target": 95},
    ],
}
STAY, MEAL, CONTRACT, REPAIR = (
    say("住宿与服务", "Stays and services"),
    say("餐饮与零售", "Dining and retail"),
    say("年度合同", "Yearly contracts"),
    say("维修与加急", "Repairs and rush orders"),
)
SCORE = say("总体满意度（百分制）", "Overall satisfaction, of 100")


def tier(id: str, customers: int, bought: list[tuple[Data, float, float]], score: float, years: float) -> Data:
    found: dict[str, Any] = {
        "id": id,
        "name": NAMES[id],
        "customers": customers,
        "transactions": [{"name": name, "amount": amount, "frequency": often} for name, amount, often in bought],
        "satisfaction": [{"name": SCORE, "score": score}],
        "relation_years": years,
        "policy": POLICIES[id],
    }
    return found | ({"targets": TARGETS[id]} if id in TARGETS else {})


NOTE = say(
    "分层每季度由客户服务部按近十二个月的往来核定；金额取自财务系统，满意度取自调查。",
    "Customer service assigns tiers each quarter by the dealings of twelve months; amounts come from the accounts, satisfaction from the surveys.",
)
GROUP: dict[str, list[Data]] = {
    "2026-Q2": [
        tier("new", 2940, [(STAY, 410, 1.0), (MEAL, 85, 1.1)], 83, 0.8),
        tier("regular", 9380, [(STAY, 530, 1.6), (MEAL, 155, 2.1)], 87, 3.3),
        tier("vip", 588, [(STAY, 940, 6.2), (MEAL, 250, 7.8)], 90, 4.4),
        tier("strategic", 39, [(CONTRACT, 46000, 3.6), (REPAIR, 11800, 2)], 89, 6),
    ],
    "2026-Q3": [
        tier("new", 3180, [(STAY, 420, 1.0), (MEAL, 90, 1.1)], 82, 0.8),
        tier("regular", 9460, [(STAY, 540, 1.6), (MEAL, 160, 2.1)], 86, 3.4),
        tier("vip", 612, [(STAY, 980, 6.5), (MEAL, 260, 8)], 91, 4.5),
        tier("strategic", 41, [(CONTRACT, 46000, 4), (REPAIR, 12000, 2)], 88, 6.2),
    ],
}
FRONT_DESK: dict[str, list[Data]] = {
    "2026-Q3": [
        tier("new", 520, [(STAY, 610, 1.0), (MEAL, 120, 1.2)], 88, 0.7),
        tier("regular", 1240, [(STAY, 640, 1.8), (MEAL, 140, 2.6)], 91, 3.1),
        tier("vip", 96, [(STAY, 1120, 7.4), (MEAL, 290, 9)], 94, 4.8),
        tier("strategic", 3, [(CONTRACT, 38000, 2), (MEAL, 900, 6)], 92, 5.5),
    ]
}


def segments() -> list[tuple[str, Data]]:
    """File name → document."""
    found = []
    for team, of_team in ((None, GROUP), ("front-desk", FRONT_DESK)):
        for period, tiers in of_team.items():
            head: Data = {"kind": "segments", **({"team": team} if team else {}), "period": period, "currency": "CNY"}
            name = f"teams/{team}/segments-{period}.yml" if team else f"segments/{period}.yml"
            found.append((name, {**head, "tiers": tiers, **({} if team else {"note": NOTE})}))
    return found
