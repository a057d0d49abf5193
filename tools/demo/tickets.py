"""Tickets of every team: as many complaints as its complaint rate says, kept as well as its commitments are.

What they are about follows the stories; when they come follows the week and the hours of a service desk.
"""

# ruff: noqa: E501 - one standard, one team or one category a line

from __future__ import annotations

import calendar
import csv
import datetime as dt
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tools.demo.history import BOT, BOT_OFF, CARDS, FIRST_AND_LAST, HISTORY, LEAVING, PRECHECK, STOCK, TRIAGE
from tools.demo.series import MONTHS, values
from tools.demo.words import Data, say

CATEGORIES: list[Data] = [
    {"id": "waiting-time", "name": say("等候时间", "Waiting time")},
    {"id": "not-solved", "name": say("问题没有解决", "Problem not solved")},
    {"id": "information", "name": say("说明不清或有误", "Wrong or unclear information")},
    {"id": "attitude", "name": say("服务态度", "Attitude")},
    {"id": "billing", "name": say("费用与账单", "Fees and bills")},
    {"id": "missing-part", "name": say("缺少备件", "Part not at hand")},
    {"id": "bot-answer", "name": say("机器人答非所问", "Bot misses the question")},
    {"id": "documents", "name": say("材料反复补交", "Documents asked for again")},
    {"id": "facilities", "name": say("设施与环境", "Facilities")},
]

CENTRE, TECHNICAL, MANAGEMENT = (
    say("客服中心", "Customer-service centre"),
    say("技术支持", "Technical support"),
    say("管理层", "Management"),
)

STANDARDS: list[Data] = [
    {"id": "complaint-first-response", "name": say("投诉：首次响应", "Complaint: first response"), "where": {"type": "complaint"}, "from": "received", "to": "first_response", "within": "30min", "clock": "calendar", "target": 95, "responsible": CENTRE},
    {"id": "complaint-resolution", "name": say("投诉：解决", "Complaint: resolution"), "where": {"type": "complaint"}, "from": "received", "to": "resolved", "within": "48h", "clock": "calendar", "target": 90, "responsible": CENTRE},
    {"id": "support-first-response", "name": say("技术支持：首次响应", "Technical support: first response"), "where": {"type": "support"}, "from": "received", "to": "first_response", "within": "5min", "clock": "calendar", "target": 90, "responsible": TECHNICAL},
    {"id": "emergency-arrival", "name": say("紧急事件：到达现场", "Emergency: on site"), "where": {"type": "emergency"}, "from": "received", "to": "arrived", "within": "2h", "clock": "calendar", "target": 95, "responsible": TECHNICAL},
    {"id": "emergency-resolved", "name": say("紧急事件：排除", "Emergency: resolved"), "where": {"type": "emergency"}, "from": "received", "to": "resolved", "within": "4h", "clock": "calendar", "target": 90, "responsible": TECHNICAL},
    {"id": "complaint-step-received", "name": say("投诉第一步：受理登记", "Complaint, step 1: on record"), "where": {"type": "complaint"}, "from": "received", "to": "registered", "within": "30min", "clock": "calendar", "target": 95, "responsible": CENTRE},
    {"id": "complaint-step-investigated", "name": say("投诉第二步：初步调查", "Complaint, step 2: first investigation"), "where": {"type": "complaint"}, "from": "received", "to": "investigated", "within": "2h", "clock": "business", "target": 90, "responsible": TECHNICAL},
    {"id": "complaint-step-planned", "name": say("投诉第三步：制定方案", "Complaint, step 3: plan made"), "where": {"type": "complaint"}, "from": "received", "to": "planned", "within": "4h", "clock": "business", "target": 90, "responsible": MANAGEMENT},
    {"id": "complaint-step-answered", "name": say("投诉第四步：答复客户", "Complaint, step 4: customer answered"), "where": {"type": "complaint"}, "from": "received", "to": "answered", "within": "24h", "clock": "calendar", "target": 90, "responsible": CENTRE},
    {"id": "self-service", "name": say("常规咨询由自助或机器人解决", "Routine questions answered by self-service or bot"), "where": {"type": "enquiry"}, "met": {"solved_by": ["self-service", "bot"]}, "target": 70, "responsible": CENTRE},
]  # fmt: skip

END = dt.datetime(2026, 11, 20, 8)
"""The last export of the ticket system: what had not happened by then is empty."""

HEADINGS = {
    "id": "工单号", "type": "类型", "channel": "渠道", "category": "类别", "priority": "优先级", "tier": "客户层级", "solved_by": "解决方式",
    "received": "受理时间", "registered": "登记时间", "first_response": "首次答复", "investigated": "调查完成", "arrived": "到达现场", "planned": "方案时间",
    "answered": "答复客户", "escalated": "升级时间", "resolved": "解决时间", "followed_up": "回访时间", "withdrawn": "撤回时间",
    "repeat_of": "重复工单", "contacts": "接触次数", "rating": "评分",
}  # fmt: skip
TYPES = {"投诉": "complaint", "技术支持": "support", "紧急事件": "emergency", "咨询": "enquiry"}
CHANNELS = {
    "电话": "phone",
    "邮件": "mail",
    "在线会话": "chat",
    "手机应用": "app",
    "柜台": "counter",
    "自助终端": "terminal",
    "上门服务": "on-site",
}
SOLVERS = {"人工": "person", "自助": "self-service", "机器人": "bot"}
TIERS = {"新客户": "new", "普通客户": "regular", "贵宾": "vip", "战略客户": "strategic"}
PRIORITIES = {"一般": "normal", "高": "high", "紧急": "urgent"}

HOURS = (1, 1, 1, 1, 1, 1, 2, 5, 12, 22, 24, 19, 11, 14, 20, 21, 17, 13, 9, 8, 7, 5, 3, 2)
"""How busy each hour of the day is."""
WEEK = (1.35, 1.1, 1.0, 1.0, 1.15, 0.75, 0.65)

WHILE_WAITING = ("registered", "first_response", "investigated", "escalated")


@dataclass(frozen=True)
class Desk:
    """What one team's tickets are like. Weights of channels and categories; other tickets a month; a share of commitments."""

    code: str
    channels: dict[str, float]
    categories: dict[str, Callable[[str], float]]
    support: int = 0
    emergencies: int = 0
    enquiries: int = 0


def steady(weight: float) -> Callable[[str], float]:
    return lambda month: weight


def turning(before: float, *turns: tuple[str, float]) -> Callable[[str], float]:
    """The weight that the last turn up to a month has given."""

    def weight(month: str) -> float:
        return [before, *(to for since, to in turns if month >= since)][-1]

    return weight


DESKS = {
    "front-desk": Desk("FD", {"柜台": 5, "电话": 3, "邮件": 1, "手机应用": 1}, {"waiting-time": turning(5, (TRIAGE, 1.6)), "information": steady(2), "attitude": steady(1), "billing": steady(1.5), "facilities": steady(1.4)}, support=8),
    "call-centre": Desk("CC", {"电话": 8, "邮件": 1, "手机应用": 1}, {"waiting-time": turning(2, (LEAVING, 4.5)), "not-solved": turning(4, (CARDS, 2), (LEAVING, 4.6)), "information": turning(1.5, (LEAVING, 2.2)), "attitude": steady(0.8), "billing": steady(2)}, support=28, enquiries=26),
    "online-support": Desk("OS", {"在线会话": 6, "手机应用": 4, "邮件": 1}, {"bot-answer": turning(0, (BOT, 3.4), (BOT_OFF, 0)), "not-solved": steady(2.2), "information": steady(2.4), "billing": steady(1.6), "waiting-time": steady(1.2)}, support=30, enquiries=44),
    "field-service": Desk("FS", {"电话": 5, "手机应用": 3, "上门服务": 2}, {"missing-part": turning(4, (STOCK, 1)), "waiting-time": steady(2), "not-solved": steady(1.5), "attitude": steady(0.5), "billing": steady(0.8)}, emergencies=9),
    "service-hall": Desk("SH", {"柜台": 6, "自助终端": 2, "电话": 1, "手机应用": 1}, {"documents": turning(2.4, ("2025-12", 1.2)), "waiting-time": steady(2), "information": steady(1.5), "facilities": steady(1)}, enquiries=30),
    "branch-counter": Desk("BC", {"柜台": 6, "电话": 2, "手机应用": 1}, {"waiting-time": turning(3, (PRECHECK, 1.5)), "documents": turning(3, (PRECHECK, 1.2)), "billing": steady(1.5), "attitude": steady(0.8)}),
}  # fmt: skip


@dataclass
class Ticket:
    type: str
    category: str
    channel: str
    received: dt.datetime
    events: dict[str, dt.datetime] = field(default_factory=dict)
    priority: str = "一般"
    tier: str = "普通客户"
    solved_by: str = "人工"
    contacts: int = 1
    rating: int | None = None
    again: Ticket | None = None
    id: str = ""


def tickets(team: str, seed: str) -> Iterator[tuple[str, Data, str]]:
    """Year → the document and the CSV file of that year's tickets of a team."""
    desk = DESKS[team]
    written = sorted(_all(team, desk, seed), key=lambda ticket: ticket.received)
    for number, ticket in enumerate(written, start=1):
        ticket.id = f"T-{desk.code}-{ticket.received:%y%m}-{number:05d}"
    for year in ("2024", "2025", "2026"):
        of_year = [ticket for ticket in written if f"{ticket.received:%Y}" == year]
        if of_year:
            fields = [name for name in HEADINGS if any(_cell(ticket, name) for ticket in of_year)]
            yield year, _document(team, year, fields), _csv(of_year, fields)


def _document(team: str, year: str, fields: list[str]) -> Data:
    return {
        "kind": "tickets",
        "team": team,
        "from_csv": {
            "file": f"{year}.csv",
            "columns": {name: HEADINGS[name] for name in fields},
            "values": {"type": TYPES, "channel": CHANNELS, "priority": PRIORITIES, "tier": TIERS, "solved_by": SOLVERS},
        },
    }


def _csv(written: list[Ticket], fields: list[str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([HEADINGS[name] for name in fields])
    writer.writerows([_cell(ticket, name) for name in fields] for ticket in written)
    return out.getvalue()


def _cell(ticket: Ticket, name: str) -> str:
    if name == "repeat_of":
        return ticket.again.id if ticket.again else ""
    if name == "received":
        return f"{ticket.received:%Y-%m-%d %H:%M}"
    if name in ("id", "type", "channel", "category", "priority", "tier", "solved_by", "contacts"):
        return str(getattr(ticket, name))
    if name == "rating":
        return str(ticket.rating or "")
    moment = ticket.events.get(name)
    return f"{moment:%Y-%m-%d %H:%M}" if moment and moment <= END else ""


def _all(team: str, desk: Desk, seed: str) -> Iterator[Ticket]:
    chance = Random(f"{seed}/tickets/{team}")
    history = HISTORY[team]
    complaints = values(history["complaint-rate"], f"{seed}/complaint-rate/{team}", MONTHS)
    first, last = FIRST_AND_LAST.get(team, (MONTHS[0], MONTHS[-1]))
    recent: list[Ticket] = []
    for index, month in enumerate(MONTHS):
        if not first <= month <= last:
            continue
        kept, soon, again, first_time = (
            history[kpi].level.at(index, MONTHS) / 100
            for kpi in ("commitments-kept", "handled-in-time", "repeat-problem-rate", "first-contact-resolution")
        )
        pleased = history["csat"].level.at(index, MONTHS) / 100
        made = [_complaint(desk, chance, month, kept, soon) for _ in range(complaints[month]["n"])]
        made += [_support(desk, chance, month, soon) for _ in range(_about(desk.support, chance))]
        made += [_emergency(desk, chance, month, kept) for _ in range(_about(desk.emergencies, chance))]
        helped = history["self-service-success"].level.at(index, MONTHS) / 100 if desk.enquiries else 0.0
        made += [_enquiry(desk, chance, month, helped, has_bot=team == "online-support" and BOT <= month < BOT_OFF) for _ in range(_about(desk.enquiries, chance))]  # fmt: skip
        made.sort(key=lambda ticket: ticket.received)
        for ticket in made:
            _repeat(ticket, recent, chance, 2.2 * again)
            solved_at_once = chance.random() < first_time
            ticket.contacts = 1 if solved_at_once and ticket.again is None else 2 + int(chance.random() * 2.4)
            if chance.random() < 0.31:
                liked = pleased - (0.34 if ticket.type == "complaint" else 0)
                ticket.rating = (
                    4 + (chance.random() < 0.45) if chance.random() < liked else 1 + int(chance.random() * 3)
                )
            if "escalated" in ticket.events:
                ticket.contacts = max(2, ticket.contacts)
            if "withdrawn" in ticket.events:
                ticket.rating = None
            if team == "call-centre" and month == MONTHS[-1]:
                _leave_waiting(ticket)
            recent.append(ticket)
            yield ticket


def _leave_waiting(ticket: Ticket) -> None:
    """The backlog that the call centre went into November with: looked at, not answered."""
    if ticket.type == "投诉" and ticket.received.day >= 26 and ticket.received.minute % 5 == 0:
        ticket.events = {step: moment for step, moment in ticket.events.items() if step in WHILE_WAITING}
        ticket.rating = None


def _about(count: int, chance: Random) -> int:
    """Nearly so many: within a fifth."""
    return round(count * (0.8 + 0.4 * chance.random()))


def _complaint(desk: Desk, chance: Random, month: str, kept: float, soon: float) -> Ticket:
    ticket = _new("投诉", desk, chance, month)
    received = ticket.received
    answer = _minutes(chance, soon + 0.04, 2, 29, 150)
    register = min(answer, _minutes(chance, soon + 0.05, 1, 28, 90))
    investigated = max(register + 1, _minutes(chance, kept - 0.04, 18, 110, 420))
    planned = investigated + _minutes(chance, kept, 12, 95, 600)
    answered = planned + _minutes(chance, kept + 0.02, 20, 900, 2600)
    resolved = answered + _minutes(chance, kept + 0.01, 15, 1300, 5200)
    ticket.events = {
        "registered": received + dt.timedelta(minutes=register),
        "first_response": received + dt.timedelta(minutes=answer),
        "investigated": received + dt.timedelta(minutes=investigated),
        "planned": received + dt.timedelta(minutes=planned),
        "answered": received + dt.timedelta(minutes=answered),
        "resolved": received + dt.timedelta(minutes=resolved),
    }
    if chance.random() < 0.012:  # nobody noted the plan
        del ticket.events["planned"]
    if chance.random() < 0.11:
        ticket.events["escalated"] = received + dt.timedelta(minutes=investigated + int(chance.random() * 25))
        ticket.priority = "高"
    if chance.random() < 0.006:
        ticket.events = {"registered": ticket.events["registered"], "withdrawn": ticket.events["investigated"]}
    elif resolved > 48 * 60 or chance.random() < 0.4:
        ticket.events["followed_up"] = ticket.events["resolved"] + dt.timedelta(
            minutes=1440 + int(chance.random() * 4000)
        )
    return ticket


def _support(desk: Desk, chance: Random, month: str, soon: float) -> Ticket:
    ticket = _new("技术支持", desk, chance, month)
    answer = _minutes(chance, soon, 1, 4, 22)
    solved = answer + _minutes(chance, 0.85, 8, 160, 1500)
    ticket.events = {
        "first_response": ticket.received + dt.timedelta(minutes=answer),
        "resolved": ticket.received + dt.timedelta(minutes=solved),
    }
    return ticket


def _emergency(desk: Desk, chance: Random, month: str, kept: float) -> Ticket:
    ticket = _new("紧急事件", desk, chance, month)
    ticket.priority = "紧急"
    answer = 1 + int(chance.random() * 9)
    arrived = answer + _minutes(chance, kept + 0.02, 25, 108, 260)
    solved = arrived + _minutes(chance, kept - 0.02, 15, 100, 380)
    for step, minutes in (("first_response", answer), ("arrived", arrived), ("resolved", solved)):
        ticket.events[step] = ticket.received + dt.timedelta(minutes=minutes)
    return ticket


def _enquiry(desk: Desk, chance: Random, month: str, helped: float, *, has_bot: bool) -> Ticket:
    ticket = _new("咨询", desk, chance, month)
    if chance.random() < helped:
        ticket.solved_by = "机器人" if has_bot and chance.random() < 0.6 else "自助"
        minutes = 1 + int(chance.random() * 8)
    else:
        minutes = 6 + int(chance.random() * chance.random() * 240)
    ticket.events = {"resolved": ticket.received + dt.timedelta(minutes=minutes)}
    if ticket.solved_by == "人工":
        ticket.events["first_response"] = ticket.received + dt.timedelta(minutes=max(1, minutes // 3))
    return ticket


def _new(type_: str, desk: Desk, chance: Random, month: str) -> Ticket:
    year, number = int(month[:4]), int(month[5:])
    days = range(1, calendar.monthrange(year, number)[1] + 1)
    day = _pick({day: WEEK[dt.date(year, number, day).weekday()] for day in days}, chance)
    hour = _pick(dict(enumerate(HOURS)), chance)
    return Ticket(
        type=type_,
        category=_pick({name: weight(month) for name, weight in desk.categories.items()}, chance),
        channel=_pick(desk.channels, chance),
        received=dt.datetime(year, number, day, hour, int(chance.random() * 60)),
        tier=_pick({"普通客户": 6, "新客户": 3, "贵宾": 1.4, "战略客户": 0.4}, chance),
    )


def _minutes(chance: Random, share: float, least: int, limit: int, late: int) -> int:
    """In this share of cases up to the limit, mostly well before; else after it."""
    if chance.random() < share:
        return least + int((limit - least) * (chance.random() + chance.random()) / 2)
    return limit + 2 + int((late - limit) * chance.random() ** 2)


def _repeat(ticket: Ticket, recent: list[Ticket], chance: Random, share: float) -> None:
    """Some come again: the same customer with the same problem, within ten days of being told that it is solved."""
    if chance.random() >= share:
        return
    for earlier in reversed(recent[-150:]):
        solved = earlier.events.get("resolved")
        if (earlier.type, earlier.category) == (ticket.type, ticket.category) and solved:
            if solved < ticket.received < solved + dt.timedelta(days=10):
                ticket.again, ticket.tier = earlier, earlier.tier
            return


def _pick(weights: dict[Any, float], chance: Random) -> Any:
    place = chance.random() * sum(weights.values())
    for name, weight in weights.items():
        place -= weight
        if place < 0:
            return name
    return next(reversed(weights))
