"""The library of cases: what the teams want others to copy, and what they want others to be spared."""

# ruff: noqa: E501 - sentences stay whole, so that the two languages can be read side by side

from __future__ import annotations

from tools.demo.words import Data, say

PICTURES = ("triage-screen.png",)
"""Made once by hand; they lie in `pictures/` here."""

CASES: list[Data] = [
    {
        "kind": "case",
        "id": "triage-screen",
        "name": say("分诊屏：首次响应缩短三分之一", "A triage screen: the first response a third faster"),
        "team": "front-desk",
        "example": "good",
        "date": "2026-07-15",
        "checklist": "service-self-audit",
        "domain": "process",
        "cause": "process",
        "items": ["step-times-known", "flow-answers-quickly"],
        "background": say(
            "外滩酒店前台每天受理约六十件请求，来自柜台、电话、手机应用和邮件，三个班次交接。",
            "The front desk of the Bund Hotel takes some sixty requests a day at the counter, by telephone, in the app and by mail, on three shifts.",
        ),
        "problems": say(
            "平均首次响应38分钟，没有任何一步计时，谁也说不出时间花在哪里。计时两周后发现：38分钟里有21分钟，请求根本没有人认领。",
            "The first response took 38 minutes on average, no step was timed, and nobody could say where the time went. Two weeks of timing showed that for 21 of the 38 minutes nobody had claimed the request.",
        ),
        "measures": say(
            "先计时，再改流程：请求按类型和轻重自动分派到分诊屏，每一步的等候分钟人人可见。早班先试用一个月，按员工的意见把分钟数放大。",
            "Time first, change afterwards: requests are sorted by type and urgency and assigned on a screen where everybody sees how long each has waited. The early shift tried it for a month and asked for larger figures.",
        ),
        "results": [
            {"kpi": "first-response-time", "before": "2025-10..2025-12", "after": "2026-03..2026-05"},
            {"kpi": "handled-in-time", "before": "2025-10..2025-12", "after": "2026-03..2026-05"},
            {"kpi": "csat", "before": "2025-10..2025-12", "after": "2026-03..2026-05"},
            {
                "name": say("无人认领的时间", "Time nobody had claimed it"),
                "before": 21,
                "after": 8,
                "unit": "min",
                "better": "lower",
            },
        ],
        "lesson": say(
            "先量出时间花在哪里，再决定改哪一步；看得见的等候，自己就会变短。",
            "Measure where the time goes before changing a step; waiting that everybody can see grows shorter by itself.",
        ),
        "picture": {
            "file": "triage-screen.png",
            "alt": say(
                "分诊屏的三列：待认领三件、处理中四件、今日已办结六十一件；每件请求旁是等候的分钟数，紧急的标在左边。",
                "The screen has three columns: three requests unclaimed, four in hand, sixty-one done today. Beside each stand the minutes it has waited; urgent ones are marked at the left.",
            ),
            "caption": say("前台的分诊屏（示意）", "The triage screen at the desk (drawing)"),
        },
        "by": "li-wei",
        "actions": ["A-front-desk-2025-002", "A-front-desk-2025-003"],
        "findings": ["F-front-desk-2025-001", "F-front-desk-2025-002"],
    },
    {
        "kind": "case",
        "id": "minimum-stock",
        "name": say("四十种关键备件设最低库存，一次办成", "A minimum stock of forty parts: one visit does it"),
        "team": "field-service",
        "example": "good",
        "date": "2026-05-11",
        "checklist": "on-site-service",
        "domain": "support",
        "cause": "supplier",
        "items": ["key-parts-stocked"],
        "background": say(
            "维修站每月上门约两千次。缺件就得再跑一趟，客户多等两三天。",
            "The depot makes about two thousand visits a month. Without the part an engineer has to come again, and the customer waits two or three days more.",
        ),
        "problems": say(
            "2025年2月有475次没能一次办成，380次是因为缺件，而缺的九成总是那四十种。",
            "In February 2025 475 visits were not enough, 380 of them for want of a part; nine times out of ten it was one of the same forty.",
        ),
        "measures": say(
            "按一年的故障记录选出四十种零件，随车和在站设最低库存，每月按用量增减。",
            "Forty parts were chosen from a year of fault records. The vans and the depot keep a minimum of each, adjusted every month.",
        ),
        "results": [
            {"kpi": "one-visit-success", "before": "2025-01..2025-03", "after": "2025-11..2026-01"},
            {"kpi": "repeat-problem-rate", "before": "2025-01..2025-03", "after": "2025-11..2026-01"},
            {"kpi": "complaint-rate", "before": "2025-01..2025-03", "after": "2025-11..2026-01"},
            {
                "name": say("库存占用资金", "Capital tied up in stock"),
                "before": 310,
                "after": 329,
                "unit": say("千元", "thousand yuan"),
                "better": "lower",
            },
        ],
        "lesson": say(
            "少数几种零件造成多数返工：先数一数，再备货，花的钱比想的少。",
            "A few parts cause most second visits: count them first, then stock them. It costs less than one thinks.",
        ),
        "by": "he-ping",
        "actions": ["A-field-service-2025-001"],
        "findings": ["F-field-service-2025-001", "F-field-service-2026-002"],
    },
    {
        "kind": "case",
        "id": "borrowed-parts",
        "name": say("借零件救急：三个月只借到十一件", "Borrowing parts: eleven in three months"),
        "team": "field-service",
        "example": "bad",
        "date": "2025-07-02",
        "checklist": "on-site-service",
        "domain": "support",
        "cause": "supplier",
        "items": ["key-parts-stocked"],
        "background": say(
            "最低库存要到夏天才能到货，此前想向酒店工程部借急需的零件。",
            "The minimum stock would not arrive before summer. Until then urgent parts were to be borrowed from the hotel's workshop.",
        ),
        "measures": say(
            "两个部门签了借用单，每天下午派人去取。",
            "The two departments agreed on a form, and somebody went to fetch parts every afternoon.",
        ),
        "results": [
            {"kpi": "one-visit-success", "before": "2025-01..2025-03", "after": "2025-04..2025-06"},
            {
                "name": say("每月借到的零件", "Parts borrowed per month"),
                "before": 0,
                "after": 3.7,
                "unit": say("件", "parts"),
            },
        ],
        "lesson": say(
            "动手之前先问一句型号合不合：多数零件不通用，跑了六十多趟，几乎没有用处。",
            "Ask whether the types fit before setting out: most did not, and more than sixty errands were all but useless.",
        ),
        "by": "guo-qiang",
        "actions": ["A-field-service-2025-002"],
        "findings": ["F-field-service-2025-001"],
    },
    {
        "kind": "case",
        "id": "problem-cards",
        "name": say("问题卡有效，人一走效果就没了", "Problem cards worked, until the people left"),
        "team": "call-centre",
        "example": "bad",
        "date": "2026-09-10",
        "checklist": "service-self-audit",
        "domain": "quality",
        "cause": "people",
        "items": ["solved-at-first-contact", "skill-gaps-planned"],
        "background": say(
            "2025年秋天，热线用38张问题卡把首次解决率从70%提到78%，并且验证有效。",
            "In autumn 2025 the call centre raised first-contact resolution from 70% to 78% with 38 problem cards, and the effect was verified.",
        ),
        "problems": say(
            "2026年5月起骨干离职，新人培训四天就独立接听；问题卡没有专人维护，16张已经过时。",
            "From May 2026 experienced agents left, and newcomers took calls alone after four days of training. Nobody kept the cards, and 16 of them were out of date.",
        ),
        "measures": say(
            "事后才补上带教和卡片修订。当时没有安排谁来维护，也没有在人员变动后重新验证。",
            "Mentors and a revision of the cards came afterwards. Nobody had been named to keep the cards, and the effect was not checked again when people changed.",
        ),
        "results": [
            {"kpi": "first-contact-resolution", "before": "2025-10..2025-12", "after": "2026-08..2026-10"},
            {"kpi": "repeat-problem-rate", "before": "2025-10..2025-12", "after": "2026-08..2026-10"},
            {"kpi": "staff-turnover", "before": "2025-10..2025-12", "after": "2026-08..2026-10"},
        ],
        "lesson": say(
            "验证有效不等于从此有效：写明谁来维护，人员一变就再验证一次。",
            "Verified once is not effective for ever: name who keeps it alive, and verify again when people change.",
        ),
        "by": "wang-fang",
        "actions": ["A-call-centre-2025-002"],
        "findings": ["F-call-centre-2025-001", "F-call-centre-2026-002"],
    },
    {
        "kind": "case",
        "id": "chat-bot",
        "name": say("问答机器人：一次诚实的失败", "A chat bot: an honest failure"),
        "team": "online-support",
        "example": "bad",
        "date": "2026-02-20",
        "checklist": "service-self-audit",
        "domain": "facilities",
        "cause": "system",
        "items": ["tools-help-efficiency"],
        "background": say(
            "常见问题页的自助成功率停在六成，想用机器人替客户找答案。",
            "Self-service on the FAQ pages had stood at three in five; a bot was to find the answers for customers.",
        ),
        "problems": say(
            "机器人只认菜单里的说法，抽查一百段会话，三十七段在菜单里兜圈子；没有事先约定什么情况下停用。",
            "The bot knew only the words of its menu: 37 of 100 conversations went round in circles. Nobody had agreed beforehand what would stop it.",
        ),
        "measures": say(
            "2026年1月停用，改为用客户原话写知识库；此后每个新想法都先写明停用条件。",
            "It was switched off in January 2026 and gave way to a knowledge base in customers' own words. Every new idea now says beforehand what would stop it.",
        ),
        "results": [
            {"kpi": "self-service-success", "before": "2025-04..2025-06", "after": "2025-09..2025-11"},
            {"kpi": "csat", "before": "2025-04..2025-06", "after": "2025-09..2025-11"},
        ],
        "lesson": say(
            "试错不扣分，拖着不停才是错：先定停用条件，再上线。",
            "A failed attempt costs nothing, dragging it on does: agree on what would stop it, then go live.",
        ),
        "by": "ma-jun",
        "actions": ["A-online-support-2025-003", "A-online-support-2026-001"],
        "findings": ["F-online-support-2025-003", "F-online-support-2025-004"],
    },
    {
        "kind": "case",
        "id": "pre-check-desk",
        "name": say("取号之前先看材料", "Papers are checked before the ticket is drawn"),
        "team": "branch-counter",
        "example": "good",
        "date": "2026-09-22",
        "checklist": "service-self-audit",
        "domain": "process",
        "cause": "process",
        "items": ["redundant-steps-removed"],
        "background": say(
            "综合服务大厅在取号前设预审台核对材料；徐汇网点柜台2026年5月照做。",
            "The service hall checks papers at a desk before a ticket is drawn. The counter of Xuhui Branch copied it in May 2026.",
        ),
        "problems": say(
            "客户排到窗口才知道缺材料，白等一场，窗口也空转。",
            "Customers learned at the window that a paper was missing: they had waited for nothing, and the window stood idle.",
        ),
        "measures": say(
            "到大厅看了两个半天，照搬材料清单，午高峰由大堂经理站预审台。",
            "Two half-days of watching at the hall, the same list of papers, and the floor manager at the desk during the noon peak.",
        ),
        "results": [
            {"kpi": "waiting-time", "before": "2026-02..2026-04", "after": "2026-06..2026-08"},
            {"kpi": "first-contact-resolution", "before": "2026-02..2026-04", "after": "2026-06..2026-08"},
        ],
        "lesson": say(
            "好办法先去现场看半天，再照搬：清单可以抄，站位要自己试。",
            "Go and watch before copying: the list can be taken over, where to stand has to be tried.",
        ),
        "by": "tan-yue",
        "actions": ["A-branch-counter-2026-001"],
        "findings": ["F-service-hall-2025-001"],
    },
]
