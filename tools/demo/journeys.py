"""What two sorts of customers go through: a hotel guest's request, and a household's broken machine."""

from __future__ import annotations

from typing import Any

from tools.demo.words import Data, say


def step(id: str, name: Data, minutes: float, *, value: bool, **more: Any) -> Data:
    return {"id": id, "name": name, "minutes": minutes, "adds_value": value, **more}


def esia(kind: str, saves: float, proposal: Data) -> Data:
    return {"kind": kind, "proposal": proposal, "saves_minutes": saves}


def after(minutes: float, experience: int, date: str) -> Data:
    return {"minutes": minutes, "experience": experience, "date": date}


REQUEST: Data = {
    "kind": "journey",
    "id": "guest-request",
    "name": say("住店客人提一个请求", "A hotel guest asks for something"),
    "team": "front-desk",
    "date": "2025-12-18",
    "customers": say(
        "住店客人：加被子、修空调、问早餐时间",
        "Guests of the hotel: an extra blanket, a broken air conditioner, when breakfast is",
    ),
    "source": say(
        "两周跟测（2025年12月），体验来自事后回访",
        "Two weeks of timing in December 2025; experience from calls afterwards",
    ),
    "owner": "li-wei",
    "channels": ["app", "counter"],
    "touchpoints": [
        {
            "id": "asking",
            "name": say("提出请求", "Asking"),
            "steps": [
                step(
                    "request-made",
                    say("说明需要什么", "Says what is needed"),
                    1,
                    value=True,
                    actor="customer",
                    experience=4,
                ),
                step(
                    "queue-at-counter",
                    say("在柜台前排队", "Queues at the counter"),
                    8,
                    value=False,
                    channel="counter",
                    standard_minutes=5,
                    waiting=True,
                    actor="customer",
                    experience=2,
                    pain=say(
                        "高峰没有人招呼，不知道排哪一队", "At peak times nobody greets; which queue is the right one?"
                    ),
                    esia=esia(
                        "simplify",
                        3,
                        say("16时至19时大堂有专人迎接、分流", "A host in the lobby from 16:00 to 19:00 shows the way"),
                    ),
                    action="A-front-desk-2025-007",
                    after=after(6, 3, "2026-07-31"),
                ),
                step(
                    "request-unclaimed",
                    say("请求在列表里没人领", "The request lies unclaimed in a list"),
                    21,
                    value=False,
                    channel="app",
                    standard_minutes=5,
                    waiting=True,
                    actor="staff",
                    experience=1,
                    pain=say("不知道有没有人看见，只好再问一遍", "Has anybody seen it? Guests ask again"),
                    esia=esia(
                        "automate",
                        12,
                        say(
                            "分派屏按类型和轻重自动派给当班员工",
                            "A screen sorts requests by type and urgency and hands them out",
                        ),
                    ),
                    action="A-front-desk-2025-003",
                    after=after(9, 4, "2026-07-31"),
                ),
            ],
        },
        {
            "id": "answering",
            "name": say("得到答复", "Being answered"),
            "steps": [
                step(
                    "request-sorted",
                    say("员工读懂、归类", "Staff read and sort it"),
                    3,
                    value=False,
                    actor="staff",
                    experience=3,
                    esia=esia(
                        "integrate",
                        2,
                        say(
                            "客人提交时就选好类型，不再归类", "Guests choose the type when they ask; nobody sorts again"
                        ),
                    ),
                ),
                step(
                    "rule-looked-up",
                    say("查知识库", "Looks it up in the knowledge base"),
                    8,
                    value=False,
                    standard_minutes=4,
                    actor="staff",
                    experience=2,
                    pain=say(
                        "知识库落后于新规定，员工要打电话问", "The knowledge base lags behind; staff ring up to ask"
                    ),
                    esia=esia(
                        "simplify",
                        4,
                        say(
                            "知识库有人维护，规定与知识库同日更新",
                            "The knowledge base has a keeper; rules and entries change on the same day",
                        ),
                    ),
                    action="A-front-desk-2026-002",
                ),
                step(
                    "first-reply",
                    say("答复客人", "The guest gets a reply"),
                    5,
                    value=True,
                    standard_minutes=5,
                    actor="staff",
                    experience=4,
                ),
            ],
        },
        {
            "id": "carrying-out",
            "name": say("办成", "Getting it done"),
            "steps": [
                step(
                    "carried-out",
                    say("送到房间、修好", "It is brought or mended"),
                    12,
                    value=True,
                    standard_minutes=15,
                    actor="staff",
                    experience=5,
                ),
                step(
                    "asks-whether-done",
                    say("客人来电问办了没有", "Calls to ask whether it is done"),
                    4,
                    value=False,
                    actor="customer",
                    experience=2,
                    pain=say("办完没有人告诉一声", "Nobody says when it is done"),
                    esia=esia("eliminate", 4, say("办完自动发一条消息", "A message is sent when it is done")),
                ),
            ],
        },
    ],
}

REPAIR: Data = {
    "kind": "journey",
    "id": "repair-visit",
    "name": say("家里的设备坏了，请人上门修", "A machine at home breaks and is repaired"),
    "team": "field-service",
    "date": "2025-03-28",
    "customers": say("签了维保的家庭和小店", "Households and small shops with a service contract"),
    "source": say("60次上门的工单时刻与回访（2025年3月）", "Times of 60 visits and calls afterwards, March 2025"),
    "owner": "guo-qiang",
    "channels": ["phone", "app"],
    "touchpoints": [
        {
            "id": "reporting",
            "name": say("报修", "Reporting the fault"),
            "steps": [
                step(
                    "calls-hotline",
                    say("打热线说明故障", "Rings up and describes the fault"),
                    6,
                    value=True,
                    channel="phone",
                    actor="customer",
                    experience=3,
                ),
                step(
                    "reports-in-app",
                    say("在应用里拍照报修", "Reports it in the app with a picture"),
                    2,
                    value=True,
                    channel="app",
                    actor="customer",
                    experience=4,
                ),
                step(
                    "waits-for-dispatch",
                    say("等派单", "Waits until somebody is sent"),
                    35,
                    value=False,
                    standard_minutes=30,
                    waiting=True,
                    actor="staff",
                    experience=2,
                    pain=say("不知道谁来、几点来", "Who comes, and when?"),
                    esia=esia(
                        "automate",
                        6,
                        say("按位置派单，最近的师傅去", "Dispatch by position: the nearest engineer goes"),
                    ),
                    action="A-field-service-2025-006",
                    after=after(28, 3, "2026-03-31"),
                ),
            ],
        },
        {
            "id": "visit",
            "name": say("上门", "The visit"),
            "steps": [
                step(
                    "engineer-travels",
                    say("师傅在路上", "The engineer is on the way"),
                    45,
                    value=False,
                    actor="staff",
                    experience=3,
                ),
                step(
                    "quotation",
                    say("看三页纸质报价", "Reads a quotation of three pages"),
                    12,
                    value=False,
                    standard_minutes=6,
                    actor="staff",
                    experience=2,
                    pain=say("看不懂哪些要付钱", "Which parts have to be paid for?"),
                    esia=esia(
                        "simplify",
                        8,
                        say(
                            "一页报价，开工前签字，自动发给客户",
                            "One page, signed before work starts and sent automatically",
                        ),
                    ),
                    action="A-field-service-2025-005",
                    after=after(5, 4, "2026-03-31"),
                ),
                step(
                    "part-missing",
                    say("缺备件，回站去取", "A part is missing: back to the depot"),
                    70,
                    value=False,
                    waiting=True,
                    actor="staff",
                    experience=1,
                    pain=say("白等一个多小时，有时要改天再来", "More than an hour in vain, sometimes another day"),
                    esia=esia(
                        "eliminate",
                        60,
                        say("四十种关键备件在车上有最低库存", "A minimum stock of forty key parts in every van"),
                    ),
                    action="A-field-service-2025-001",
                    after=after(22, 4, "2026-03-31"),
                ),
                step(
                    "repaired",
                    say("修好", "It is repaired"),
                    40,
                    value=True,
                    standard_minutes=45,
                    actor="staff",
                    experience=4,
                ),
            ],
        },
        {
            "id": "closing",
            "name": say("收尾", "Closing"),
            "steps": [
                step(
                    "job-sheet",
                    say("手填工单，回站再录入", "The job sheet is written by hand and typed in later"),
                    10,
                    value=False,
                    standard_minutes=4,
                    actor="staff",
                    experience=3,
                    esia=esia(
                        "automate",
                        7,
                        say("手机工单，备件号扫码", "Job sheets on the telephone; the part number is scanned"),
                    ),
                    action="A-field-service-2025-003",
                    after=after(4, 4, "2026-03-31"),
                ),
                step(
                    "asked-next-day",
                    say("次日电话回访", "A call the day after"),
                    5,
                    value=False,
                    actor="staff",
                    experience=3,
                    esia=esia(
                        "automate",
                        4,
                        say(
                            "次日发短信，答“没修好”自动派单", "A text message; the answer “not fixed” sends an engineer"
                        ),
                    ),
                    action="A-field-service-2025-007",
                    after=after(1, 4, "2026-03-31"),
                ),
            ],
        },
    ],
}

JOURNEYS = (REQUEST, REPAIR)
