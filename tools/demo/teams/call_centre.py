"""The call centre: problem cards worked, then half of the trained staff left, and the old problem came back."""

# ruff: noqa: E501 - sentences stay whole, so that the two languages can be read side by side

from __future__ import annotations

from tools.demo.answers import Plan
from tools.demo.words import Data, action, cause, effect, finding, logged, moved, not_here, sampled, say, seen, verified

TEAM = "call-centre"
NO_LOBBY = not_here("热线不接待到访客户，无等候区", "No customers come to the call centre; it has no waiting area")

AUDITS: list[Plan] = [
    Plan(
        id="call-centre-2024-12",
        team=TEAM,
        checklist="service-self-audit",
        date="2024-12-11",
        type="self",
        auditors=["zhao-ming", "sun-li"],
        methods=["document-review", "data-analysis", "staff-interview"],
        scope=say("日班与晚班全部坐席", "All agents of the day and evening shifts"),
        summary=say(
            "流程规范、系统稳定。升级环节没有固定责任人，客户常被转接三次以上；一次解决率偏低，留待专项检查。",
            "Orderly procedures and stable systems. Escalations have no fixed owner, so customers are often put through three times or"
            " more; the low first-contact resolution is left to a separate check.",
        ),
        profile={
            "touchpoints": 3,
            "efficiency": 3,
            "conformity": 3,
            "response-speed": 3,
            "professionalism": 3,
            "courtesy": 3,
            "resolution": 3,
            "communication": 3,
            "skills": 3,
            "attitude": 3,
            "training": 3,
            "emotion-management": 3,
            "environment": 3,
            "tools": 3,
            "technical-support": 3,
            "system-stability": 3,
            "feedback-channels": 3,
            "complaint-handling": 3,
            "feedback-analysis": 3,
            "improvement": 3,
        },
        answers={
            "space-comfortable": 3,
            "escalation-works": seen(
                1,
                "听取升级录音15通，9通转接三次以上，客户重复讲述。",
                "15 recordings of escalated calls: in 9 the customer was put through three times or more and had to start again.",
                "call-centre/2024/escalation-recordings.xlsx",
            ),
            "solved-at-first-contact": 2,
            "greeting-given": sampled(50, 1),
            "polite-language": sampled(50, 2),
            "tone-and-appearance": 3,
            "answers-accurate": sampled(50, 5),
            "response-time-attainment": 3,
            "customer-data-protected": 3,
            "complaints-answered-in-time": sampled(40, 3),
            "outage-fallback-ready": 3,
            "backups-restorable": seen(
                4, "十月做过一次恢复演练，用时47分钟。", "Restored as a drill in October, in 47 minutes."
            ),
        },
        findings=[
            finding(
                "F-call-centre-2024-001",
                "escalation-works",
                "minor",
                say(
                    "15通升级来电中9通被转接三次以上，平均一个多小时才有人接手，客户要从头讲起。",
                    "9 of 15 escalated calls were put through three times or more; it took over an hour until someone took over, and the"
                    " customer had to start again.",
                ),
                cause=cause(
                    "process",
                    say("升级没有首接责任人。", "No one person keeps an escalated case."),
                    say(
                        "为什么反复转接？接手部门不明确。",
                        "Why so many hand-overs? It is unclear which department takes over.",
                    ),
                    say(
                        "为什么不明确？升级表按组织架构而不是按问题编排。",
                        "Why? The escalation table follows the organisation chart, not the problems.",
                    ),
                ),
                risk=(4, 3),
                evidence=("call-centre/2024/escalation-recordings.xlsx",),
            ),
        ],
    ),
    Plan(
        id="call-centre-2025-06",
        team=TEAM,
        checklist="service-self-audit",
        date="2025-06-17",
        type="internal",
        auditors=["wang-fang", "zhou-jie"],
        methods=["document-review", "data-analysis", "observation", "staff-interview"],
        scope=say(
            "一次解决与答复准确为重点，其余条目一并评定",
            "Focus on first-contact resolution and accurate answers; all other items judged too",
        ),
        previous="call-centre-2024-12",
        carry_from="call-centre-2024-12",
        summary=say(
            "十个来电里有三个要再打一次，集中在账单和预订变更两类。员工不缺态度，缺的是当场能查到的办法。升级环节已明显改善。",
            "Three calls in ten have to be made again, most of them about bills and changed bookings. Staff do not lack goodwill but"
            " something to look the answer up in. Escalation is clearly better.",
        ),
        answers={
            "escalation-works": 3,
            "solved-at-first-contact": sampled(
                60,
                18,
                "回听60通：未解决的18通里13通是账单或预订变更。",
                "60 calls heard: 18 not solved, 13 of these about bills or changed bookings.",
                "call-centre/2025/first-contact-sample.xlsx",
            ),
            "answers-accurate": sampled(
                60,
                9,
                "同一条延期规则出现三种说法。",
                "Three versions of one and the same extension rule.",
                "call-centre/2025/answers-sample.xlsx",
            ),
            "knowledge-base-current": 2,
            "emotion-help-offered": seen(
                1, "坐席情绪崩溃后只能去楼梯间。", "After a hard call the stairwell is the only place to go."
            ),
            "emotion-effect-watched": 2,
            "step-times-known": 3,
            "customer-data-protected": seen(
                3,
                "录音调听有审批，但导出文件未加密。",
                "Listening to recordings needs approval, but exported files are not encrypted.",
                "call-centre/2025/recordings-policy.pdf",
            ),
            "complaints-answered-in-time": sampled(40, 2),
        },
        findings=[
            finding(
                "F-call-centre-2025-001",
                "solved-at-first-contact",
                "major",
                say(
                    "回听60通来电，18通（30%）没有一次解决；其中13通是账单解释和预订变更，一线查不到依据只能转单。",
                    "Of 60 calls heard, 18 (30%) were not solved at once; 13 of these were about bills and changed bookings, where the front"
                    " line cannot look up the rule and has to pass the case on.",
                ),
                cause=cause(
                    "process",
                    say(
                        "高频问题没有一线可用的处理办法。",
                        "For frequent problems the front line has no ready procedure.",
                    ),
                    say(
                        "为什么要转单？一线不知道能不能改。",
                        "Why passed on? The agent does not know whether a change is allowed.",
                    ),
                    say(
                        "为什么不知道？规则散在三个部门的通知里。",
                        "Why not? The rules are spread over notices of three departments.",
                    ),
                    say(
                        "为什么没有汇总？没有人对一次解决负责。",
                        "Why has nobody collected them? Nobody is responsible for first-contact resolution.",
                    ),
                ),
                risk=(5, 3),
                evidence=("call-centre/2025/first-contact-sample.xlsx",),
            ),
            finding(
                "F-call-centre-2025-002",
                "answers-accurate",
                "minor",
                say(
                    "60通中9通答复与现行规则不符，延期收费一项就有三种说法。",
                    "In 9 of 60 calls the answer differed from the rule in force; there were three versions of the fee for an extension alone.",
                ),
                cause=cause(
                    "process",
                    say("各班组自编话术，互不核对。", "Each shift writes its own notes and compares with no other."),
                ),
                risk=(3, 3),
            ),
            finding(
                "F-call-centre-2025-003",
                "emotion-help-offered",
                "opportunity",
                say(
                    "遇到辱骂或极端来电后，坐席没有缓冲时间和地方；访谈12人，8人希望能歇五分钟。",
                    "After abusive or extreme calls agents have neither time nor place to recover; 8 of 12 interviewed would like five minutes.",
                ),
                cause=cause(
                    "facility",
                    say("话务区全开放，没有单独房间。", "The floor is open-plan; there is no separate room."),
                ),
                risk=(3, 2),
            ),
        ],
    ),
    Plan(
        id="call-centre-2026-07",
        team=TEAM,
        checklist="service-self-audit",
        date="2026-07-21",
        type="self",
        auditors=["zhao-ming", "wu-hao"],
        methods=["document-review", "data-analysis", "staff-interview"],
        scope=say("人员流失后的半年自查", "Half-yearly self-audit after many had left"),
        previous="call-centre-2025-06",
        carry_from="call-centre-2025-06",
        summary=say(
            "五月以来每月流失五到七名坐席，新人没有学会就上线。流程和系统没有变差，问题出在人手和技能。",
            "Since May five to seven agents have left every month, and newcomers take calls before they are ready. Procedures and systems"
            " have not become worse; people and skills have.",
        ),
        answers={
            "solved-at-first-contact": 2,
            "answers-accurate": sampled(40, 5),
            "knowledge-base-current": 3,
            "skill-levels-known": 2,
            "skill-gaps-planned": seen(
                1,
                "29名新人中21名没有带教安排。",
                "21 of 29 newcomers have no mentor.",
                "call-centre/2026/new-agents.xlsx",
            ),
            "training-system-complete": 2,
            "emotion-help-offered": 3,
            "composure-under-pressure": 2,
            "attitude-influences-known": 2,
            "response-time-attainment": seen(
                2,
                "六月及时处理率跌破九成。",
                "Handled in time fell below 90% in June.",
                "call-centre/2026/handled-in-time-june.pdf",
            ),
            "complaints-answered-in-time": sampled(30, 5),
            "innovation-directions-set": 3,
        },
        findings=[
            finding(
                "F-call-centre-2026-001",
                "skill-gaps-planned",
                "major",
                say(
                    "五月至七月入职的29名新坐席中，21名没有带教人和学习计划，平均培训四天就独立接听（规定为十五天）。",
                    "21 of the 29 agents hired from May to July have neither mentor nor learning plan; after four days of training on average"
                    " they answer alone (the rule says fifteen).",
                ),
                cause=cause(
                    "people",
                    say(
                        "熟手流失太快，没有人带新人。", "Experienced staff leave too fast for anyone to teach the new."
                    ),
                    say(
                        "为什么提前上线？排班缺口每天十二人。",
                        "Why on calls so early? Twelve seats are empty every day.",
                    ),
                    say(
                        "为什么缺口这么大？每月流失百分之五六，是往年的两倍。",
                        "Why so many? Five or six per cent leave every month, twice as many as before.",
                    ),
                    say(
                        "为什么离开？夜班固定，同城新中心薪酬更高。",
                        "Why do they leave? Fixed night shifts, and a new centre in the city pays more.",
                    ),
                ),
                risk=(5, 4),
                evidence=("call-centre/2026/new-agents.xlsx",),
            ),
        ],
    ),
    Plan(
        id="call-centre-2026-08",
        team=TEAM,
        checklist="service-self-audit",
        date="2026-08-26",
        type="third-party",
        auditors=["he-jing"],
        methods=["document-review", "data-analysis", "observation", "customer-interview", "staff-interview"],
        scope=say(
            "两个工作日现场审核，回听80通来电，访谈25名坐席", "Two days on site, 80 calls heard, 25 agents interviewed"
        ),
        previous="call-centre-2026-07",
        carry_from="call-centre-2026-07",
        summary=say(
            "2025年验证有效的一次解决措施没有守住：问题卡仍是去年九月的版本，新人大多没见过。投诉超时已成常态，反馈与投诉一域得分垫底。第三方评分比自查低八分。",
            "What was verified effective in 2025 has not been sustained: the problem cards are still those of last September, and most"
            " newcomers have never seen them. Late complaints have become normal, and feedback and complaints is the weakest domain. The"
            " score is eight points below the team's own.",
        ),
        answers={
            "solved-at-first-contact": sampled(
                80,
                29,
                "29通未一次解决，其中17通属于问题卡已有的情形。",
                "29 of 80 not solved at once; for 17 of these a problem card exists.",
                "call-centre/2026/third-party-calls.xlsx",
            ),
            "answers-accurate": sampled(80, 15),
            "knowledge-base-current": seen(
                1,
                "38张问题卡中16张资费已变。",
                "16 of 38 problem cards show old prices.",
                "call-centre/2026/problem-cards-review.pdf",
            ),
            "complaints-answered-in-time": seen(
                0,
                "七月投诉141件，按时走完四个时限的只有53件。",
                "Of 141 complaints in July only 53 kept all four time limits.",
                "call-centre/2026/complaint-clock-july.csv",
            ),
            "attitude-influences-known": seen(
                1, "离职面谈有记录，但没有人汇总。", "Exit interviews are on file, but nobody has read them together."
            ),
            "attitude-warm-and-proactive": sampled(80, 14),
            "greeting-given": sampled(80, 6),
            "polite-language": sampled(80, 7),
            "explains-clearly": 2,
            "needs-understood": 2,
            "customer-kept-informed": 1,
            "early-warnings-acted-on": 1,
            "root-causes-analysed": 1,
            "improvement-mechanism-runs": 2,
            "emotion-effect-watched": 1,
            "flow-carried-out-as-written": 2,
            "measures-re-evaluated": 2,
            "slowness-measures-taken": 1,
            "customer-data-protected": seen(
                3,
                "导出录音已加密，离职账号停用平均晚两天。",
                "Exported recordings are encrypted; accounts of leavers are closed two days late on average.",
                "call-centre/2026/accounts-check.pdf",
            ),
            "space-comfortable": NO_LOBBY,
        },
        findings=[
            finding(
                "F-call-centre-2026-002",
                "solved-at-first-contact",
                "major",
                say(
                    "回听80通，29通（36%）没有一次解决，比2025年6月更差；17通本有问题卡可用，坐席不知道。",
                    "Of 80 calls, 29 (36%) were not solved at once, more than in June 2025. For 17 a problem card exists that the agent did"
                    " not know of.",
                ),
                cause=cause(
                    "people",
                    say(
                        "办法留在熟手脑子里，人走了办法也走了。",
                        "The method lived in experienced heads and left with them.",
                    ),
                    say(
                        "为什么不用问题卡？新人培训里没有这一课。",
                        "Why are the cards not used? The short training leaves them out.",
                    ),
                    say("为什么没有？培训由十五天压到四天。", "Why? It was cut from fifteen days to four."),
                    say(
                        "为什么没人发现？验证有效后不再跟踪。",
                        "Why did nobody notice? After the verification nobody kept watching.",
                    ),
                ),
                risk=(5, 4),
                repeats="F-call-centre-2025-001",
                evidence=("call-centre/2026/third-party-calls.xlsx",),
            ),
            finding(
                "F-call-centre-2026-003",
                "complaints-answered-in-time",
                "major",
                say(
                    "2026年7月受理投诉141件，88件至少超过一个时限，最长的一件11天才答复（规定24小时）。",
                    "Of 141 complaints received in July 2026, 88 missed at least one time limit; one was answered after 11 days (the rule is"
                    " 24 hours).",
                ),
                cause=cause(
                    "system",
                    say(
                        "时限靠人记，投诉专席两人都已离职。",
                        "The clocks are kept by memory, and both complaint officers have left.",
                    ),
                    say("为什么超时？没有到期提醒。", "Why late? Nothing warns before a limit."),
                    say(
                        "为什么没有？工单系统的提醒功能一直未启用。",
                        "Why not? The alarms of the ticket system were never switched on.",
                    ),
                ),
                risk=(5, 5),
                evidence=("call-centre/2026/complaint-clock-july.csv",),
            ),
            finding(
                "F-call-centre-2026-004",
                "attitude-influences-known",
                "minor",
                say(
                    "近半年36份离职面谈无人分析；抽读20份，14份提到固定夜班，9份提到薪酬。",
                    "Nobody has analysed the 36 exit interviews of the past six months. Of 20 read, 14 name fixed night shifts and 9 pay.",
                ),
                cause=cause(
                    "policy",
                    say(
                        "离职面谈归人事部存档，不反馈给班组。",
                        "The interviews are filed by the personnel department and never reach the team.",
                    ),
                ),
                risk=(4, 3),
            ),
            finding(
                "F-call-centre-2026-005",
                "knowledge-base-current",
                "minor",
                say(
                    "38张问题卡中16张的资费或期限已变更，最近一次修订是2025年9月。",
                    "16 of 38 problem cards show prices or terms that have changed; they were last revised in September 2025.",
                ),
                cause=cause(
                    "process", say("问题卡没有有效期和维护人。", "The cards have neither an expiry date nor a keeper.")
                ),
                risk=(4, 3),
            ),
        ],
    ),
]

ACTIONS: list[Data] = [
    action(
        "A-call-centre-2025-001",
        say(
            "首接负责制：升级后由首位坐席跟到底",
            "First agent keeps the case: whoever takes the call follows it to the end",
        ),
        for_=["F-call-centre-2024-001"],
        type="corrective",
        esia="simplify",
        owner="sun-li",
        opened="2025-01-06",
        due="2025-03-31",
        status="verified",
        progress=100,
        done="2025-03-24",
        verification=verified(
            "2025-06-17",
            "wang-fang",
            "effective",
            "升级来电平均转接由3.1次降到1.4次。",
            "Escalated calls are put through 1.4 times on average instead of 3.1.",
        ),
        effect=effect("escalation-time", "2025-01..2025-03", "2025-06..2025-08", 52),
    ),
    action(
        "A-call-centre-2025-002",
        say(
            "编写38张问题卡，覆盖账单和预订变更的高频情形",
            "Write 38 problem cards for the frequent cases of bills and changed bookings",
        ),
        for_=["F-call-centre-2025-001"],
        type="corrective",
        owner="wu-hao",
        priority="high",
        opened="2025-06-23",
        due="2025-09-05",
        moved=[
            moved(
                "2025-08-22",
                "2025-09-05",
                "等候财务部确认退款规则",
                "Waiting for the finance department's rules on refunds",
            )
        ],
        status="verified",
        progress=100,
        done="2025-09-01",
        evidence=("call-centre/2025/problem-cards.pdf",),
        verification=verified(
            "2025-12-16",
            "wang-fang",
            "effective",
            "一次解决率由七成升到近七成八，连续三个月保持。",
            "First-contact resolution rose from about 70% to nearly 78% and stayed there for three months.",
        ),
        effect=effect("first-contact-resolution", "2025-04..2025-06", "2025-10..2025-12", 76),
    ),
    action(
        "A-call-centre-2025-003",
        say(
            "每两周跨班组听录音，统一一条答复", "Shifts listen to calls together every two weeks and settle one answer"
        ),
        for_=["F-call-centre-2025-002"],
        type="corrective",
        esia="integrate",
        owner="sun-li",
        opened="2025-06-23",
        due="2025-09-30",
        status="verified",
        progress=100,
        done="2025-10-14",
        verification=verified(
            "2025-12-16",
            "zhou-jie",
            "effective",
            "差错率由约2.6%降到约2.2%。",
            "The error rate fell from about 2.6% to about 2.2%.",
        ),
        effect=effect("error-rate", "2025-04..2025-06", "2025-11..2026-01", 2.3),
    ),
    action(
        "A-call-centre-2025-004",
        say("设缓冲室，极端来电后可歇五分钟", "A quiet room: five minutes off after an extreme call"),
        for_=["F-call-centre-2025-003"],
        type="improvement",
        owner="zhao-ming",
        priority="low",
        opened="2025-07-07",
        due="2025-10-31",
        status="verified",
        progress=100,
        done="2025-10-28",
        verification=verified(
            "2026-01-20",
            "wang-fang",
            "partly",
            "日班使用良好；晚班人手紧，很少有人离席。",
            "The day shift uses it well; on the evening shift hardly anyone can leave the seat.",
        ),
    ),
    action(
        "A-call-centre-2025-005",
        say("排队时可选回拨，不必在线等候", "Customers in the queue can choose to be called back"),
        for_=["first-response-time"],
        type="improvement",
        esia="automate",
        owner="zhao-ming",
        opened="2025-07-14",
        due="2025-10-10",
        status="verified",
        progress=100,
        done="2025-10-09",
        innovation=True,
        verification=verified(
            "2026-02-11",
            "zhou-jie",
            "effective",
            "首次响应缩短约两分钟，三成客户选择回拨。",
            "First response is about two minutes shorter; three customers in ten choose it.",
        ),
        effect=effect("first-response-time", "2025-07..2025-09", "2025-11..2026-01", 21),
    ),
    action(
        "A-call-centre-2026-001",
        say("加急补充12名有经验的坐席", "Hire twelve experienced agents without delay"),
        for_=["F-call-centre-2026-001"],
        type="corrective",
        owner="zhao-ming",
        priority="high",
        opened="2026-07-23",
        due="2026-10-31",
        moved=[
            moved("2026-08-31", "2026-09-30", "薪酬方案未获批准", "The pay proposal was not approved"),
            moved(
                "2026-09-30",
                "2026-10-31",
                "12名候选人中7名接受了别处的录用",
                "Seven of twelve candidates took another offer",
            ),
        ],
        status="in-progress",
        progress=40,
        log=[
            logged("2026-08-31", "录用3人，另有12人面试。", "Three hired, twelve interviewed."),
            logged(
                "2026-10-30",
                "到岗5人，缺口仍有7人；薪酬方案再次提交。",
                "Five have started, seven are missing; the pay proposal goes to the board again.",
            ),
        ],
    ),
    action(
        "A-call-centre-2026-002",
        say(
            "每名新人配一名带教，满十五天考核合格才独立接听",
            "A mentor for every newcomer; nobody answers alone before fifteen days and a passed test",
        ),
        for_=["F-call-centre-2026-001", "F-call-centre-2026-002"],
        type="training",
        owner="wu-hao",
        priority="high",
        opened="2026-07-27",
        due="2026-12-31",
        status="in-progress",
        progress=50,
        log=[
            logged(
                "2026-09-07",
                "带教津贴获批，首批9名带教人上岗。",
                "The allowance is approved; the first nine mentors have begun.",
            ),
            logged("2026-11-02", "十月入职的8人全部有带教。", "All eight hired in October have a mentor."),
        ],
    ),
    action(
        "A-call-centre-2026-003",
        say(
            "熟手专席：重复来电直接转给四名资深坐席", "Experts' desk: repeat callers go straight to four senior agents"
        ),
        for_=["F-call-centre-2026-002"],
        type="containment",
        owner="sun-li",
        priority="high",
        opened="2026-08-31",
        due="2026-09-30",
        status="done",
        progress=100,
        done="2026-09-28",
        effect=effect("repeat-problem-rate", "2026-07..2026-09", "2026-11..2027-01", 9),
        note=say("等十一月至次年一月的数据再评估。", "To be judged with the figures from November to January."),
    ),
    action(
        "A-call-centre-2026-004",
        say(
            "修订全部问题卡，逐张注明有效期和维护人", "Revise all problem cards; each gets an expiry date and a keeper"
        ),
        for_=["F-call-centre-2026-002", "F-call-centre-2026-005"],
        type="corrective",
        owner="wu-hao",
        priority="high",
        opened="2026-09-01",
        due="2026-12-18",
        status="in-progress",
        progress=45,
        effect=effect("first-contact-resolution", "2026-07..2026-09", "2027-01..2027-03", 76),
        log=[
            logged(
                "2026-10-26",
                "16张资费有误的卡片已改完，其余22张复核中。",
                "The 16 cards with wrong prices are done; the other 22 are being checked.",
            )
        ],
    ),
    action(
        "A-call-centre-2026-005",
        say(
            "启用投诉时限自动提醒：到期前两小时通知班长",
            "Switch on complaint alarms: the shift leader is told two hours before a limit",
        ),
        for_=["F-call-centre-2026-003"],
        type="corrective",
        esia="automate",
        owner="feng-tao",
        priority="high",
        opened="2026-09-01",
        due="2026-10-15",
        status="blocked",
        progress=30,
        log=[
            logged("2026-09-18", "测试环境通过。", "Works in the test environment."),
            logged(
                "2026-10-08",
                "受阻：工单系统升级期间冻结变更，预计十一月底解冻。",
                "Blocked: no changes while the ticket system is upgraded, probably until the end of November.",
            ),
        ],
    ),
    action(
        "A-call-centre-2026-006",
        say(
            "过渡：每日两次人工清点将到期投诉", "Stop-gap: complaints near their limit are counted by hand twice a day"
        ),
        for_=["F-call-centre-2026-003"],
        type="containment",
        owner="sun-li",
        priority="high",
        opened="2026-08-28",
        due="2026-09-04",
        status="verified",
        progress=100,
        done="2026-09-02",
        verification=verified(
            "2026-10-21",
            "wang-fang",
            "partly",
            "九月超时由六成降到四成，仍不达标。",
            "Late complaints fell from six in ten to four in ten in September; still not good enough.",
        ),
    ),
    action(
        "A-call-centre-2026-007",
        say("周末加班奖：缺口当天双倍津贴", "Weekend bonus: double pay on days with empty seats"),
        for_=["F-call-centre-2026-001"],
        type="containment",
        owner="zhao-ming",
        opened="2026-07-27",
        due="2026-08-31",
        status="cancelled",
        progress=100,
        log=[
            logged(
                "2026-08-24",
                "取消：三周内病假增加四成，得不偿失。",
                "Cancelled: sick leave rose by two fifths within three weeks; it cost more than it brought.",
            )
        ],
    ),
    action(
        "A-call-centre-2026-008",
        say("汇总离职面谈，每季度提交改进建议", "Read exit interviews together and propose changes every quarter"),
        for_=["F-call-centre-2026-004"],
        type="preventive",
        owner="zhao-ming",
        opened="2026-09-07",
        due="2026-12-31",
        status="in-progress",
        progress=25,
        effect=effect("staff-turnover", "2026-07..2026-09", "2027-01..2027-03", 3),
    ),
    action(
        "A-call-centre-2026-009",
        say("员工自选换班：取消固定夜班", "Staff choose and swap shifts themselves; no fixed nights"),
        for_=["F-call-centre-2026-004"],
        type="improvement",
        owner="sun-li",
        opened="2026-10-19",
        due="2027-01-31",
        status="planned",
        innovation=True,
    ),
    action(
        "A-call-centre-2026-010",
        say("验证有效的措施再跟踪两个季度", "Keep watching for two quarters what was verified effective"),
        for_=["F-call-centre-2026-002"],
        type="preventive",
        owner="zhou-jie",
        opened="2026-09-10",
        due="2026-11-10",
        status="planned",
        note=say(
            "规则草案已写好，等改进小组十二月例会讨论。",
            "The rule is drafted and waits for the improvement group's December meeting.",
        ),
    ),
    action(
        "A-call-centre-2026-011",
        say(
            "年底高峰向服务大厅借调八名员工，只接预订变更",
            "Eight colleagues from the service hall for the year-end peak, for changed bookings only",
        ),
        for_=["F-call-centre-2026-001", "R-call-centre-2026-001"],
        type="containment",
        owner="zhao-ming",
        priority="high",
        opened="2026-11-16",
        due="2026-12-01",
        status="planned",
    ),
]
