"""Trainings of every team: who came, who passed, and what the tests before and after said."""

# ruff: noqa: E501 - sentences stay whole, so that the two languages can be read side by side

from __future__ import annotations

from tools.demo.risks import ORGANISATION
from tools.demo.words import Data, kept, say

SKILLS: list[Data] = [
    {"id": "product-knowledge", "name": say("业务知识", "Knowledge of the business"), "covers": ["skill-levels-known", "skill-gaps-planned"]},
    {"id": "complaint-handling", "name": say("投诉处理", "Handling complaints"), "covers": ["complaint-handling"]},
    {"id": "emotion-management", "name": say("情绪管理", "Managing emotions"), "covers": ["emotion-management"]},
    {"id": "coaching", "name": say("带教与复核", "Coaching and checks on the job"), "covers": ["training"]},
    {"id": "safety", "name": say("安全与应急", "Safety and emergencies"), "covers": ["hygiene-and-safety", "drills", "risk-identification"]},
    {"id": "tools", "name": say("工具使用", "Use of tools"), "covers": ["tools"]},
]  # fmt: skip


def _session(id: str, name: Data, skill: str, planned: str, held: str | None = None, **more: object) -> Data:
    return kept({"id": id, "name": name, "skill": skill, "planned": planned, "held": held, **more})


def _people(audience: int, attended: int, passed: int | None = None) -> Data:
    return {"audience": audience, "attended": attended, "passed": passed}


def _scores(n: int, mean: float, sd: float) -> Data:
    return {"n": n, "mean": mean, "sd": sd}


TRAINING: dict[str, list[Data]] = {
    ORGANISATION: [
        _session(
            "TR-2026-001",
            say("内部审核员研修：怎样看证据、怎样写问题", "Internal auditors: weighing evidence, writing findings"),
            "coaching",
            "2026-04-15",
            "2026-04-16",
            **_people(12, 11, 11),
        ),
    ],
    "front-desk": [
        _session(
            "TR-front-desk-2026-001",
            say("分诊看板上机练习", "Hands on the triage screen"),
            "tools",
            "2026-02-09",
            "2026-02-09",
            **_people(26, 26, 25),
            before=_scores(26, 58.2, 12.1),
            after=_scores(26, 76.6, 8.4),
            gain=_scores(26, 18.4, 9.6),
            kpi="first-response-time",
            effect={"before": "2025-11..2026-01", "after": "2026-03..2026-05", "target": 30},
        ),
        _session(
            "TR-front-desk-2026-002",
            say("班组长：在岗复核怎么做", "Shift leaders: how to check on the job"),
            "coaching",
            "2026-09-15",
            "2026-09-22",
            **_people(8, 7),
        ),
        _session(
            "TR-front-desk-2026-003",
            say("面对激动的宾客", "Facing upset guests"),
            "emotion-management",
            "2026-12-10",
            audience=26,
        ),
    ],
    "call-centre": [
        _session(
            "TR-call-centre-2025-001",
            say("问题卡片：账单与改期", "Problem cards: bills and changed bookings"),
            "product-knowledge",
            "2025-09-08",
            "2025-09-09",
            **_people(74, 71, 66),
            before=_scores(71, 61.3, 11.8),
            after=_scores(71, 79.5, 8.9),
            kpi="first-contact-resolution",
            effect={"before": "2025-04..2025-06", "after": "2025-10..2025-12", "target": 78},
        ),
        _session(
            "TR-call-centre-2026-001",
            say("五至七月新坐席入职培训", "Induction of the agents hired from May to July"),
            "product-knowledge",
            "2026-06-08",
            "2026-07-06",
            **_people(29, 8, 6),
            mentor="wu-hao",
            newcomers=8,
            before=_scores(8, 41.0, 13.2),
            after=_scores(8, 62.5, 11.7),
            kpi="first-contact-resolution",
        ),
        _session(
            "TR-call-centre-2026-002",
            say("新坐席补课：常见账单问题", "New agents catch up: the usual questions about bills"),
            "product-knowledge",
            "2026-09-14",
            "2026-09-16",
            **_people(21, 11, 8),
            mentor="sun-li",
            newcomers=11,
            before=_scores(11, 52.4, 14.6),
            after=_scores(11, 66.1, 12.9),
        ),
        _session(
            "TR-call-centre-2026-003",
            say("新坐席补课：改期与退订", "New agents catch up: changes and cancellations"),
            "product-knowledge",
            "2026-10-26",
            audience=21,
            newcomers=10,
            mentor="wu-hao",
            note=say("排班腾不出人，未能如期举办", "The roster had nobody to spare, so it was not held"),
        ),
        _session(
            "TR-call-centre-2026-004",
            say("通话之后：怎样恢复情绪", "After the call: finding one's calm again"),
            "emotion-management",
            "2026-12-08",
            audience=96,
        ),
    ],
    "online-support": [
        _session(
            "TR-online-support-2026-001",
            say("用客户的话写知识库", "Writing the knowledge base in customers' words"),
            "product-knowledge",
            "2026-02-24",
            "2026-02-24",
            **_people(22, 21, 20),
            before=_scores(21, 63.0, 10.4),
            after=_scores(21, 81.2, 7.7),
            kpi="self-service-success",
            effect={"before": "2025-10..2025-12", "after": "2026-05..2026-07", "target": 70},
        ),
        _session(
            "TR-online-support-2026-002",
            say("自动翻译的使用", "Using automatic translation"),
            "tools",
            "2026-06-03",
            cancelled={"date": "2026-05-29", "reason": say("翻译试验按事先约定的条件终止", "The trial was stopped by the condition set beforehand")},
            audience=22,
        ),
    ],
    "field-service": [
        _session(
            "TR-field-service-2026-001",
            say("最低库存与扫码领料", "Minimum stock, and drawing parts by scan"),
            "tools",
            "2026-03-18",
            "2026-03-18",
            **_people(34, 32, 31),
        ),
        _session(
            "TR-field-service-2026-002",
            say("地下车库作业安全", "Safe work in underground car parks"),
            "safety",
            "2026-07-08",
            "2026-07-08",
            **_people(34, 34, 34),
            before=[55, 60, 62, 48, 70, 66],
            after=[78, 81, 80, 72, 88, 79],
            paired=True,
            note=say("测验抽六名班组长", "Six crew leaders took the test"),
        ),
    ],
    "service-hall": [
        _session(
            "TR-service-hall-2026-001",
            say("手语基础", "Basics of sign language"),
            "complaint-handling",
            "2026-01-20",
            "2026-01-20",
            **_people(18, 17, 15),
        ),
        _session(
            "TR-service-hall-2026-002",
            say("带教新人：怎样示范、怎样放手", "Mentoring: how to show and when to let go"),
            "coaching",
            "2026-09-10",
            "2026-09-10",
            **_people(18, 18),
        ),
    ],
    "branch-counter": [
        _session(
            "TR-branch-counter-2025-001",
            say("新柜员跟岗三个月", "New tellers: three months beside a mentor"),
            "product-knowledge",
            "2025-12-15",
            "2026-02-13",
            **_people(6, 6, 6),
            mentor="zhu-qing",
            newcomers=6,
            before=_scores(6, 48.5, 9.1),
            after=_scores(6, 78.0, 6.3),
            gain=_scores(6, 29.5, 7.8),
            kpi="error-rate",
            effect={"before": "2025-08..2025-10", "after": "2026-03..2026-05", "target": 2},
        ),
        _session(
            "TR-branch-counter-2026-001",
            say("口头投诉也要登记", "Spoken complaints are recorded, too"),
            "complaint-handling",
            "2026-05-14",
            "2026-05-14",
            **_people(11, 9, 8),
            before=_scores(4, 55.0, 12.0),
            after=_scores(4, 72.0, 9.0),
            note=say("只有四名新柜员测验", "Only the four newest tellers took the test"),
        ),
    ],
}  # fmt: skip
