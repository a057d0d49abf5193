"""What the organisation wants to reach, this year and in three, and how the call centre means to recover."""

# ruff: noqa: E501 - sentences stay whole, so that the two languages can be read side by side

from __future__ import annotations

from typing import Any

from tools.demo.words import Data, say


def goal(id: str, name: Data, kpi: str, way: tuple[float, float], by: str, **more: Any) -> Data:
    return {"id": id, "name": name, "kpi": kpi, "from": way[0], "to": way[1], "by": by, **more}


def milestone(id: str, name: Data, days: tuple[str, str], **more: Any) -> Data:
    start, due = days
    return {"id": id, "name": name, "start": start, "due": due, **more}


THIS_YEAR: Data = {
    "kind": "plan",
    "id": "plan-2026",
    "name": say("2026年服务提升计划", "Service plan for 2026"),
    "horizon": "short",
    "from": "2026",
    "to": "2026",
    "aim": say(
        "2025年的审核说明了三件事：前台不知道时间花在哪里，机器人让客户白走一趟，做得好的办法没有传开。今年先把这三件做完。",
        "The audits of 2025 said three things: the front desk does not know where the time goes, the bot sends customers on a detour, and what works does not spread. This year these three come first.",
    ),
    "owner": "gao-min",
    "goals": [
        goal(
            "front-desk-answers-sooner",
            say("前台首次响应缩短到28分钟", "The front desk answers within 28 minutes"),
            "first-response-time",
            (37.1, 28),
            "2026-06-30",
            team="front-desk",
            owner="li-wei",
        ),
        goal(
            "self-service-works",
            say("七成常见问题自助解决", "Seven in ten common questions are solved without a person"),
            "self-service-success",
            (59, 70),
            "2026-12-31",
            owner="ma-jun",
        ),
        goal(
            "branch-waits-less",
            say("网点等候缩短到11分钟", "Customers of the branch wait 11 minutes"),
            "waiting-time",
            (14, 11),
            "2026-08-31",
            team="branch-counter",
            owner="luo-bin",
        ),
        goal(
            "calls-solved-first-time",
            say("热线首次解决率升到82%", "The call centre solves 82% in the first contact"),
            "first-contact-resolution",
            (77.7, 82),
            "2026-12-31",
            team="call-centre",
            owner="zhao-ming",
        ),
        goal(
            "customers-satisfied",
            say("客户满意度升到九成", "Nine in ten customers are satisfied"),
            "csat",
            (88.2, 90),
            "2026-12-31",
        ),
        goal(
            "tone-of-calls",
            say("热线行为评分回到85分", "The call centre's behaviour score is back at 85"),
            "behaviour-score",
            (79.1, 85),
            "2026-12-31",
            team="call-centre",
            start="2026-10-01",
            owner="wu-hao",
        ),
    ],
    "milestones": [
        milestone(
            "bot-switched-off",
            say("停用聊天机器人，首页放回人工入口", "The bot is off; the way to a person is back on the first page"),
            ("2026-01-05", "2026-01-09"),
            goal="self-service-works",
            done="2026-01-08",
            actions=["A-online-support-2026-001"],
            owner="ma-jun",
            measured_by=say("首页一次点击就能找到人工", "A person is one tap from the first page"),
            result=say(
                "重复来问减少，坦率承认没有成功也没有扣分",
                "Fewer people ask again; admitting the failure cost no points",
            ),
        ),
        milestone(
            "knowledge-base-in-own-words",
            say(
                "知识库改用客户的说法，先改最常见的120问",
                "The knowledge base speaks customers' words, the 120 most frequent questions first",
            ),
            ("2026-01-08", "2026-03-31"),
            goal="self-service-works",
            done="2026-03-27",
            needs=["bot-switched-off"],
            actions=["A-online-support-2026-002"],
            owner="deng-wen",
            measured_by=say("120问全部上线，每问有人维护", "All 120 are online, each with a keeper"),
            result=say("自助解决率从57%升到72%", "Self-service success went from 57% to 72%"),
        ),
        milestone(
            "triage-screen-live",
            say("前台分派屏上线", "The triage screen is live at the front desk"),
            ("2026-01-05", "2026-02-15"),
            goal="front-desk-answers-sooner",
            done="2026-02-10",
            actions=["A-front-desk-2025-003"],
            owner="li-wei",
            measured_by=say(
                "三个班次的请求都从屏上领取，每步有时间",
                "All three shifts take requests from it, and every step is timed",
            ),
            result=say("首次响应从38分钟降到26分钟", "The first response fell from 38 to 26 minutes"),
        ),
        milestone(
            "branch-pre-check-desk",
            say("网点开设预审台", "The branch has a pre-check desk"),
            ("2026-03-02", "2026-05-15"),
            goal="branch-waits-less",
            done="2026-05-06",
            actions=["A-branch-counter-2026-001"],
            owner="luo-bin",
            measured_by=say("连续四周每天开台", "Staffed every day for four weeks"),
            result=say("材料不齐的白跑一趟少了大半", "Most trips in vain for want of a paper are gone"),
        ),
        milestone(
            "express-check-in",
            say("快速入住：到店前审好证件", "Express check-in: papers checked before arrival"),
            ("2026-07-06", "2026-12-15"),
            needs=["branch-pre-check-desk", "triage-screen-live"],
            goal="customers-satisfied",
            actions=["A-front-desk-2026-001"],
            owner="li-wei",
            measured_by=say(
                "三成预订客人到店前办完", "Three in ten guests with a booking have it done before they arrive"
            ),
        ),
        milestone(
            "twelve-agents-hired",
            say("热线补齐十二名有经验的坐席", "Twelve experienced agents are hired"),
            ("2026-07-23", "2026-10-31"),
            goal="calls-solved-first-time",
            actions=["A-call-centre-2026-001"],
            owner="zhao-ming",
            measured_by=say("十二人到岗", "Twelve people at their desks"),
        ),
        milestone(
            "newcomers-have-mentors",
            say("新人人人有师傅，考过才独立接话", "Every newcomer has a mentor and answers alone only after a pass"),
            ("2026-07-27", "2026-12-31"),
            goal="calls-solved-first-time",
            needs=["twelve-agents-hired"],
            actions=["A-call-centre-2026-002"],
            owner="wu-hao",
            measured_by=say("独立接话的新人全部考核合格", "All newcomers who answer alone have passed"),
        ),
        milestone(
            "problem-cards-revised",
            say(
                "问题卡全部修订，每张有期限和维护人",
                "All problem cards are revised, each with an expiry date and a keeper",
            ),
            ("2026-09-01", "2026-12-18"),
            goal="calls-solved-first-time",
            actions=["A-call-centre-2026-004"],
            owner="wu-hao",
            measured_by=say("没有过期的卡", "No card is out of date"),
        ),
        milestone(
            "year-reviewed",
            say(
                "改进小组复盘全年，定2027年计划", "The improvement group reviews the year and settles the plan for 2027"
            ),
            ("2026-12-14", "2026-12-31"),
            needs=["express-check-in", "problem-cards-revised"],
            owner="gao-min",
            measured_by=say("每个目标都有结论和下一步", "Each goal has a verdict and a next step"),
        ),
    ],
}

THREE_YEARS: Data = {
    "kind": "plan",
    "id": "three-years",
    "name": say("三年规划（2026–2028）", "Three-year plan, 2026 to 2028"),
    "horizon": "long",
    "from": "2026",
    "to": "2028",
    "aim": say(
        "六个团队各有各的好办法。三年以后，一处学会的，处处都会；客户愿意把我们推荐给别人。",
        "Each of the six teams does something well. In three years what one has learned all can do, and customers recommend us.",
    ),
    "owner": "gao-min",
    "goals": [
        goal(
            "recommended",
            say("净推荐值升到50", "A net promoter score of 50"),
            "nps",
            (36.4, 50),
            "2028-12-31",
        ),
        goal(
            "self-service-first",
            say("八成常见问题自助解决", "Eight in ten common questions are solved without a person"),
            "self-service-success",
            (59, 80),
            "2028-12-31",
            owner="ma-jun",
        ),
        goal(
            "promises-kept",
            say("承诺兑现率升到97%", "97% of commitments are kept"),
            "commitments-kept",
            (94.6, 97),
            "2028-06-30",
        ),
        goal(
            "fewer-complaints",
            say("投诉率降到千分之2.5", "2.5 complaints per thousand"),
            "complaint-rate",
            (4.0, 2.5),
            "2028-12-31",
        ),
    ],
    "milestones": [
        milestone(
            "one-knowledge-base",
            say("热线和在线客服用同一个知识库", "Call centre and online support share one knowledge base"),
            ("2026-10-12", "2027-01-29"),
            goal="self-service-first",
            needs=["knowledge-base-in-own-words"],
            actions=["A-online-support-2026-005"],
            owner="deng-wen",
            measured_by=say("两处同一问题答案相同", "The same question has the same answer in both"),
        ),
        milestone(
            "every-step-timed",
            say("六个团队都知道每一步的耗时", "All six teams know how long each step takes"),
            ("2027-01-04", "2027-09-30"),
            goal="promises-kept",
            needs=["triage-screen-live"],
            owner="zhou-jie",
            measured_by=say("每个团队有一张实测的旅程地图", "Each team has a journey map with measured times"),
        ),
        milestone(
            "pre-check-everywhere",
            say("凡要材料的窗口都能预审", "Papers can be checked beforehand wherever they are asked for"),
            ("2027-01-04", "2027-06-30"),
            goal="fewer-complaints",
            needs=["express-check-in"],
            owner="huang-lei",
            measured_by=say("三处窗口全部开通", "All three counters offer it"),
        ),
        milestone(
            "half-time",
            say("中期评估：目标、投入要不要改", "Half-time: are goals and means still right?"),
            ("2027-07-01", "2027-07-31"),
            needs=["one-knowledge-base", "pre-check-everywhere"],
            owner="gao-min",
            measured_by=say("改进小组作出决定", "The improvement group has decided"),
        ),
        milestone(
            "requests-followed-online",
            say("客户能自己查看任何请求办到哪一步", "Customers can see for themselves how far any request has come"),
            ("2027-08-02", "2028-06-30"),
            goal="recommended",
            needs=["every-step-timed", "half-time"],
            owner="feng-tao",
            measured_by=say("全部渠道都能查", "It works for requests of every channel"),
        ),
        milestone(
            "third-party-audit",
            say("第三方审核六个团队，全部达到B以上", "A third party audits all six teams; none is below B"),
            ("2028-08-01", "2028-11-30"),
            goal="recommended",
            needs=["requests-followed-online"],
            owner="gao-min",
            measured_by=say("审核报告", "The reports of the audits"),
        ),
    ],
}

RECOVERY: Data = {
    "kind": "plan",
    "id": "call-centre-recovery",
    "name": say("热线恢复计划", "Call centre: back on its feet"),
    "team": "call-centre",
    "horizon": "short",
    "from": "2026-Q3",
    "to": "2027-Q1",
    "aim": say(
        "五月起人手流失，新人没有带好，旧毛病又回来了。先留住人，再补人，再把话术和流程补上。",
        "Staff have been leaving since May, newcomers went untrained, and old problems are back. First keep people, then hire, then mend cards and process.",
    ),
    "owner": "zhao-ming",
    "goals": [
        goal(
            "staff-stay",
            say("月流失率降到2.5%", "No more than 2.5% of staff leave in a month"),
            "staff-turnover",
            (4.2, 2.5),
            "2026-12-31",
        ),
        goal(
            "solved-first-time-again",
            say("首次解决率回到74%", "Three calls in four are solved at once again"),
            "first-contact-resolution",
            (66, 74),
            "2027-03-31",
            start="2026-09-01",
        ),
        goal(
            "in-time-again",
            say("及时处理率回到88%", "88% are handled in time again"),
            "handled-in-time",
            (75, 88),
            "2027-03-31",
            start="2026-09-01",
            owner="sun-li",
        ),
    ],
    "milestones": [
        milestone(
            "experts-desk-open",
            say("专家台开台：重复来电直达资深坐席", "The experts' desk is open: repeat callers reach senior agents"),
            ("2026-08-31", "2026-09-30"),
            goal="solved-first-time-again",
            done="2026-09-28",
            actions=["A-call-centre-2026-003"],
            owner="sun-li",
            measured_by=say("四名资深坐席每天在岗", "Four senior agents on duty every day"),
        ),
        milestone(
            "alarms-on",
            say("投诉超时预警开通", "Complaint alarms are on"),
            ("2026-09-01", "2026-11-13"),
            goal="in-time-again",
            needs=["A-call-centre-2026-005"],
            owner="feng-tao",
            measured_by=say("时限前两小时班长收到提醒", "The shift leader is told two hours before a limit"),
        ),
        milestone(
            "peak-helpers-in",
            say(
                "服务大厅八名同事到岗，支援年末高峰",
                "Eight colleagues from the service hall are in for the year-end peak",
            ),
            ("2026-11-16", "2026-12-01"),
            goal="in-time-again",
            actions=["A-call-centre-2026-011"],
            owner="zhao-ming",
            measured_by=say("八人到岗，能办改签", "Eight people in, able to change bookings"),
        ),
        milestone(
            "exit-interviews-read",
            say("读完离职访谈，提出改动", "Exit interviews are read and changes proposed"),
            ("2026-09-07", "2026-12-31"),
            goal="staff-stay",
            actions=["A-call-centre-2026-008"],
            owner="zhao-ming",
            measured_by=say(
                "每季一份建议，改进小组有答复", "A proposal every quarter, answered by the improvement group"
            ),
        ),
        milestone(
            "own-shifts",
            say("员工自选、互换班次，不再固定夜班", "Staff choose and swap shifts; no fixed nights"),
            ("2026-12-01", "2027-01-31"),
            needs=["exit-interviews-read", "peak-helpers-in"],
            actions=["A-call-centre-2026-009"],
            owner="sun-li",
            measured_by=say("二月的班表由员工自己排出", "Staff have made the roster of February themselves"),
        ),
        milestone(
            "recovery-audited",
            say("复审：旧毛病有没有真的离开", "A re-audit: are the old problems gone for good?"),
            ("2027-03-01", "2027-03-26"),
            goal="solved-first-time-again",
            needs=["newcomers-have-mentors", "own-shifts"],
            owner="wang-fang",
            measured_by=say("首次解决一项不再开出问题", "No finding on first-contact resolution"),
        ),
    ],
}

PLANS = (THIS_YEAR, THREE_YEARS, RECOVERY)
