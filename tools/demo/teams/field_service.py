"""The on-site engineers: missing parts cost a second visit; a minimum stock ended that."""

# ruff: noqa: E501 - sentences stay whole, so that the two languages can be read side by side

from __future__ import annotations

from tools.demo.answers import Plan
from tools.demo.words import Data, action, cause, effect, finding, logged, moved, not_here, sampled, say, seen, verified

TEAM = "field-service"

AUDITS: list[Plan] = [
    Plan(
        id="field-service-2025-03",
        team=TEAM,
        checklist="on-site-service",
        date="2025-03-19",
        type="internal",
        auditors=["wang-fang"],
        methods=["document-review", "data-analysis", "observation", "customer-interview"],
        scope=say("随车观察9次上门，抽查二月派工单60张", "Nine visits accompanied, 60 job sheets of February checked"),
        summary=say(
            "工程师技术过硬、守安全，客户认可；但每四次上门就有一次办不成，多半是因为缺件；工单也常漏填。备件是当务之急。",
            "The engineers are skilled and safe, and customers like them. But one visit in four does not finish the job, mostly for want of a part, and job sheets"
            " have gaps. Spare parts come first.",
        ),
        answers={
            "arrival-on-time": sampled(60, 8),
            "need-restated": "partial",
            "options-explained": "partial",
            "cost-and-time-agreed": "partial",
            "progress-explained": "yes",
            "work-done-to-standard": sampled(60, 4),
            "follow-up-made": seen(
                "no", "没有回访制度，只在客户来电时处理。", "There is no call-back; only customers who ring are heard."
            ),
            "feedback-recorded": "partial",
            "severity-graded": "partial",
            "plan-made-in-time": "partial",
            "progress-monitored": "partial",
            "case-followed-up": "partial",
            "results-published": "partial",
            "attitude-mystery-shopper": not_here("上门服务未安排神秘顾客", "No mystery shoppers for visits on site"),
            "steps-followed": sampled(60, 7),
            "records-complete": sampled(
                60,
                11,
                "漏填最多的是所换零件编号。",
                "What is missing most is the number of the part replaced.",
                "field-service/2025/job-sheets-february.xlsx",
            ),
            "rapid-team-arrives-in-time": sampled(14, 2),
            "remote-help-available": "partial",
            "key-parts-stocked": seen(
                "no",
                "二月缺件记录380次，其中四十种零件占了九成。",
                "380 missing parts in February; forty types make up nine tenths of them.",
                "field-service/2025/missing-parts-february.xlsx",
            ),
            "staff-shortage-covered": "partial",
            "drills-held": seen("no", "应急预案编写后从未演练。", "The emergency plan has never been practised."),
            "drill-lessons-used": not_here("尚未开展过演练", "No drill has been held yet"),
            "emergency-roles-known": "partial",
        },
        findings=[
            finding(
                "F-field-service-2025-001",
                "key-parts-stocked",
                "major",
                say(
                    "2025年2月有475单没能一次办成，其中380单是因为缺件；缺的九成是同样的四十种零件。",
                    "In February 2025 a part was missing on 157 visits and a second one was needed; only some 73% were done in one visit. Nine"
                    " tenths of what was missing were the same forty parts.",
                ),
                cause=cause(
                    "supplier",
                    say("按单采购，没有最低库存。", "Parts are bought per order; there is no minimum stock."),
                    say(
                        "为什么缺件？到现场才知道要换什么。", "Why missing? What is needed becomes known only on site."
                    ),
                    say("为什么不随车带？站里也没有。", "Why not in the van? The depot has none either."),
                    say(
                        "为什么没有库存？采购制度要求逐单报批，供应商一周才到货。",
                        "Why no stock? Every purchase needs approval, and suppliers take a week.",
                    ),
                ),
                risk=(5, 3),
                evidence=("field-service/2025/missing-parts-february.xlsx",),
            ),
            finding(
                "F-field-service-2025-002",
                "records-complete",
                "minor",
                say(
                    "60张派工单中11张漏填，主要是零件编号和完工时间，无法统计各类故障的备件用量。",
                    "11 of 60 job sheets have gaps, mostly part number and finishing time, so the use of parts per fault cannot be counted.",
                ),
                cause=cause(
                    "system",
                    say(
                        "纸质派工单没有必填项，回站再补录。",
                        "Paper sheets have no required fields and are typed in later at the depot.",
                    ),
                ),
                risk=(4, 2),
            ),
            finding(
                "F-field-service-2025-003",
                "drills-held",
                "minor",
                say(
                    "应急预案2023年发布以来没有演练过，访谈9名工程师，4人说不出联系人。",
                    "The emergency plan of 2023 has never been practised; 4 of 9 engineers could not name whom to call.",
                ),
                cause=cause(
                    "policy",
                    say(
                        "预案没有规定演练频次和组织者。",
                        "The plan says neither how often to drill nor who arranges it.",
                    ),
                ),
                risk=(2, 5),
            ),
            finding(
                "F-field-service-2025-004",
                "follow-up-made",
                "minor",
                say(
                    "维修后不回访：二月完工的一千八百余单没有一次主动联系，复发的故障要等客户再打电话才知道。",
                    "Nobody follows up: not one of some 1,800 jobs of February was called back, and a fault that returns is heard of"
                    " only when the customer rings again.",
                ),
                cause=cause(
                    "policy",
                    say(
                        "工程师下一单排得紧，制度也没有要求回访。",
                        "The next job is waiting, and no rule asks for a follow-up.",
                    ),
                ),
                risk=(4, 2),
            ),
        ],
    ),
    Plan(
        id="field-service-2025-09",
        team=TEAM,
        checklist="on-site-service",
        date="2025-09-24",
        type="self",
        auditors=["liu-yang", "guo-qiang"],
        methods=["document-review", "data-analysis", "observation"],
        scope=say("八、九两月派工单50张，仓库盘点", "50 job sheets of August and September, stock taken"),
        previous="field-service-2025-03",
        carry_from="field-service-2025-03",
        summary=say(
            "四十种关键备件已常备，缺件空跑少了一半；电子派工单上线后漏填基本消失。费用事先说明仍不规范。",
            "Forty key parts are kept in stock, and half as many visits fail; with the electronic job sheet gaps have all but gone."
            " Telling the cost beforehand is still loose.",
        ),
        answers={
            "arrival-on-time": sampled(50, 5),
            "cost-and-time-agreed": seen(
                "partial",
                "50张派工单中14张没有客户签字的报价。",
                "14 of 50 job sheets carry no quotation signed by the customer.",
                "field-service/2025/quotations-september.xlsx",
            ),
            "work-done-to-standard": sampled(50, 2),
            "steps-followed": sampled(50, 4),
            "records-complete": sampled(50, 2),
            "key-parts-stocked": seen(
                "yes",
                "盘点四十种，缺两种，均在途。",
                "Forty types counted; two short, both on order.",
                "field-service/2025/stock-september.pdf",
            ),
            "follow-up-made": "partial",
            "drills-held": "partial",
            "drill-lessons-used": "partial",
            "rapid-team-arrives-in-time": sampled(12, 1),
        },
        findings=[
            finding(
                "F-field-service-2025-005",
                "cost-and-time-agreed",
                "minor",
                say(
                    "50张派工单中14张没有客户签字的报价，九月有3件投诉源于“修完才知道价钱”。",
                    "14 of 50 job sheets carry no signed quotation; three complaints in September were about learning the price afterwards.",
                ),
                cause=cause(
                    "process", say("小额维修习惯口头报价。", "For small repairs prices are told by word of mouth.")
                ),
                risk=(3, 3),
            ),
        ],
    ),
    Plan(
        id="field-service-2026-04",
        team=TEAM,
        checklist="on-site-service",
        date="2026-04-22",
        type="re-audit",
        auditors=["wang-fang", "zhou-jie"],
        methods=["document-review", "data-analysis", "observation", "customer-interview"],
        scope=say("复核2025年两次检查的全部发现", "All findings of the two checks of 2025"),
        previous="field-service-2025-09",
        carry_from="field-service-2025-09",
        summary=say(
            "一次办成率由七成多升到八成六，半年来站得住。报价单、电子工单和演练均已落实。新发现：地下车库作业缺少警示围挡。",
            "“One visit does it” rose from some 73% to 86% and has held for half a year. Quotation sheet, electronic job sheet and drills"
            " are in place. New: work in underground car parks without barriers.",
        ),
        answers={
            "arrival-on-time": sampled(60, 3),
            "need-restated": "yes",
            "options-explained": "yes",
            "cost-and-time-agreed": sampled(60, 2),
            "work-done-to-standard": sampled(60, 2),
            "follow-up-made": "yes",
            "feedback-recorded": "yes",
            "severity-graded": "yes",
            "progress-monitored": "yes",
            "case-followed-up": "partial",
            "steps-followed": sampled(60, 2),
            "records-complete": sampled(60, 2),
            "drills-held": "yes",
            "emergency-roles-known": "yes",
            "results-published": "partial",
            "rapid-team-arrives-in-time": sampled(16, 0),
            "hazards-removed": seen(
                "no",
                "随车7次，3次在车库作业未设围挡和警示牌。",
                "Seven visits accompanied; three times work in a car park without barrier or sign.",
                "field-service/2026/car-park-photo.jpg",
            ),
            "key-parts-stocked": seen(
                "yes",
                "缺件空跑由每月约380次降到约120次。",
                "Visits failing for a part: about 120 a month instead of 380.",
                "field-service/2026/missing-parts.xlsx",
            ),
        },
        findings=[
            finding(
                "F-field-service-2026-001",
                "hazards-removed",
                "minor",
                say(
                    "随车7次上门中，3次在地下车库作业没有围挡和警示牌，有车辆从工具旁驶过。",
                    "On three of seven visits work in an underground car park went on without barrier or sign, and cars drove past the tools.",
                ),
                cause=cause(
                    "facility",
                    say("车上没有配折叠围挡。", "The vans carry no folding barriers."),
                    say("为什么不设围挡？车上没有。", "Why no barrier? There is none in the van."),
                    say(
                        "为什么没有？装备清单按室内作业制定。", "Why not? The equipment list was made for work indoors."
                    ),
                ),
                risk=(3, 4),
                evidence=("field-service/2026/car-park-photo.jpg",),
            ),
            finding(
                "F-field-service-2026-002",
                "key-parts-stocked",
                "good-practice",
                say(
                    "按故障类型倒推随车备件，每月按用量增减，库存资金只增加了6%。酒店工程部可以照搬。",
                    "Van stock is worked out backwards from types of fault and adjusted monthly; money tied up in stock rose by only 6%. The"
                    " hotel's workshop could copy it.",
                ),
            ),
        ],
    ),
]

ACTIONS: list[Data] = [
    action(
        "A-field-service-2025-001",
        say(
            "四十种关键备件设最低库存，随车加在站常备", "Minimum stock of forty key parts, in the vans and at the depot"
        ),
        for_=["F-field-service-2025-001"],
        type="corrective",
        owner="he-ping",
        priority="high",
        opened="2025-03-24",
        due="2025-07-31",
        moved=[
            moved(
                "2025-06-30",
                "2025-07-31",
                "年度采购合同晚签一个月",
                "The yearly purchase contract was signed a month late",
            )
        ],
        status="verified",
        progress=100,
        done="2025-07-29",
        evidence=("field-service/2025/minimum-stock.xlsx",),
        verification=verified(
            "2025-12-10",
            "wang-fang",
            "effective",
            "一次办成率由约73%升到约86%，投诉随之下降。",
            "“One visit does it” rose from about 73% to about 86%, and complaints fell with it.",
        ),
        effect=effect("one-visit-success", "2025-01..2025-03", "2025-11..2026-01", 85),
        log=[
            logged(
                "2025-05-12", "按一年的故障记录选出四十种零件。", "Forty parts chosen from a year of fault records."
            ),
            logged("2025-07-29", "首批全部入库，六辆车配齐。", "All delivered; six vans equipped."),
        ],
    ),
    action(
        "A-field-service-2025-002",
        say("过渡：向酒店工程部借用急需零件", "Stop-gap: borrow urgent parts from the hotel's workshop"),
        for_=["F-field-service-2025-001"],
        type="containment",
        owner="guo-qiang",
        priority="high",
        opened="2025-03-21",
        due="2025-04-04",
        status="verified",
        progress=100,
        done="2025-04-01",
        verification=verified(
            "2025-06-18",
            "wang-fang",
            "ineffective",
            "型号大多不通用，三个月只借到11件。",
            "Most types do not fit; only 11 parts were borrowed in three months.",
        ),
    ),
    action(
        "A-field-service-2025-003",
        say("手机电子派工单，零件编号扫码必填", "Job sheets on the telephone; the part number is scanned and required"),
        for_=["F-field-service-2025-002"],
        type="corrective",
        esia="automate",
        owner="guo-qiang",
        opened="2025-03-31",
        due="2025-06-15",
        status="verified",
        progress=100,
        done="2025-06-09",
        verification=verified(
            "2025-10-15",
            "zhou-jie",
            "effective",
            "记录完整率由八成出头升到九成以上。",
            "Complete records rose from a little over 80% to more than 90%.",
        ),
        effect=effect("records-complete", "2025-02..2025-04", "2025-08..2025-10", 93),
    ),
    action(
        "A-field-service-2025-004",
        say("每半年一次应急演练，覆盖夜班", "An emergency drill every half-year, night shift included"),
        for_=["F-field-service-2025-003", "R-field-service-2025-001"],
        type="preventive",
        owner="liu-yang",
        opened="2025-04-07",
        due="2025-11-30",
        moved=[
            moved(
                "2025-09-30",
                "2025-11-30",
                "台风抢修占用了演练日",
                "Repairs after the typhoon took the day of the drill",
            )
        ],
        status="verified",
        progress=100,
        done="2025-11-20",
        verification=verified(
            "2026-04-22",
            "wang-fang",
            "effective",
            "两次演练均有记录；抽问10人，都能说出职责。",
            "Two drills on record; ten people asked, all knew their part.",
        ),
    ),
    action(
        "A-field-service-2025-005",
        say(
            "一页报价单：动手前签字，电子版自动发送",
            "One-page quotation, signed before work starts and sent automatically",
        ),
        for_=["F-field-service-2025-005"],
        type="corrective",
        esia="simplify",
        owner="guo-qiang",
        opened="2025-09-29",
        due="2025-12-15",
        status="verified",
        progress=100,
        done="2025-12-19",
        verification=verified(
            "2026-04-22",
            "wang-fang",
            "effective",
            "60张中58张有签字报价。",
            "58 of 60 job sheets carry a signed quotation.",
        ),
        effect=effect("complaint-rate", "2025-07..2025-09", "2026-01..2026-03", 4.5),
    ),
    action(
        "A-field-service-2025-006",
        say("按位置派单：最近的工程师先接", "Dispatch by position: the nearest engineer goes"),
        for_=["first-response-time"],
        type="improvement",
        esia="automate",
        owner="liu-yang",
        opened="2025-08-18",
        due="2025-10-31",
        status="verified",
        progress=100,
        done="2025-10-15",
        innovation=True,
        verification=verified(
            "2026-03-11",
            "zhou-jie",
            "partly",
            "市区快了，远郊反而要等跨区协调。",
            "Faster in the city; in the outer districts hand-overs between areas cost time.",
        ),
        effect=effect("first-response-time", "2025-07..2025-09", "2025-12..2026-02", 26),
    ),
    action(
        "A-field-service-2025-007",
        say(
            "完工次日短信回访，回复“未修好”即自动派单",
            "A text message the day after; the answer “not fixed” sends an engineer",
        ),
        for_=["F-field-service-2025-004"],
        type="corrective",
        esia="automate",
        owner="guo-qiang",
        opened="2025-04-14",
        due="2025-12-31",
        status="verified",
        progress=100,
        done="2025-11-26",
        verification=verified(
            "2026-04-22",
            "wang-fang",
            "effective",
            "回访率由零升到九成以上，重复问题率约6%。",
            "More than nine jobs in ten are followed up, where there were none; the repeat-problem rate is about 6%.",
        ),
        effect=effect("repeat-problem-rate", "2025-08..2025-10", "2026-01..2026-03", 6.5),
    ),
    action(
        "A-field-service-2026-001",
        say(
            "每车配折叠围挡和警示牌，出车前清单确认",
            "Folding barriers and signs in every van, ticked off before leaving",
        ),
        for_=["F-field-service-2026-001"],
        type="corrective",
        owner="he-ping",
        priority="high",
        opened="2026-04-27",
        due="2026-06-30",
        status="done",
        progress=100,
        done="2026-06-24",
        evidence=("field-service/2026/van-equipment.pdf",),
        note=say(
            "复核原定九月，因审核员抽调至热线而推迟。",
            "To be verified in September; put off because the auditor was needed at the call centre.",
        ),
    ),
    action(
        "A-field-service-2026-002",
        say("把最低库存的做法教给酒店工程部", "Teach the minimum-stock method to the hotel's workshop"),
        for_=["F-field-service-2026-002"],
        type="improvement",
        owner="he-ping",
        priority="low",
        opened="2026-05-11",
        due="2026-11-30",
        status="in-progress",
        progress=80,
        log=[
            logged(
                "2026-10-14", "酒店已选出26种零件，库位划好。", "The hotel has chosen 26 parts and marked the shelves."
            )
        ],
    ),
    action(
        "A-field-service-2026-003",
        say("试用远程视频：资深工程师在线指导现场", "Trial of video help: a senior engineer guides the one on site"),
        for_=["one-visit-success"],
        type="improvement",
        owner="guo-qiang",
        opened="2026-10-26",
        due="2027-02-26",
        status="planned",
        innovation=True,
        effect=effect("one-visit-success", "2026-08..2026-10", "2027-03..2027-05", 89),
    ),
    action(
        "A-field-service-2026-004",
        say("远郊设一处夜间备勤点", "A night stand-by post in the outer districts"),
        for_=["escalation-time"],
        type="improvement",
        owner="liu-yang",
        opened="2026-06-08",
        due="2026-09-30",
        moved=[moved("2026-08-15", "2026-09-30", "选址未定", "No place found yet")],
        status="blocked",
        progress=35,
        log=[
            logged(
                "2026-09-21", "受阻：租约需集团法务重审。", "Blocked: the lease has to go back to the legal department."
            )
        ],
    ),
]
