"""What people say in reports: the improvement group on months and a quarter, a team on its month, and one topic."""

# ruff: noqa: E501 - one paragraph or one decision a line

from __future__ import annotations

from tools.demo.words import Data, say

COMMENTARIES: list[Data] = [
    {
        "kind": "commentary",
        "period": "2026-10",
        "headline": say(
            "其余团队守住了成绩；呼叫中心缺人，不是缺办法",
            "The other teams hold what they have gained; the call centre lacks people, not methods",
        ),
        "text": say(
            "投诉承诺和按时处理转差，都出在呼叫中心一处：坐席缺十二人，再好的问题卡也没有人来用。**十二名坐席招齐之前，本组不再给它立新的措施。**\n\n"
            "- 招聘已经两次改期，由我直接过问，每周一看进展\n"
            "- 年底高峰前，由大厅借调八人，只接改订来电\n"
            "- 网点连续两月没有交数，数据没有之前，不评价它的改进",
            "Complaint commitments and handling in time turned for the worse in one place, the call centre: twelve seats are empty, and nobody is there to use the problem cards. **Until the twelve are hired the group opens no further action there.**\n\n"
            "- Hiring was put off twice; I look at it myself, every Monday\n"
            "- Before the year-end peak the service hall lends eight colleagues, for changed bookings only\n"
            "- The branch has handed in no figures for two months; we judge no improvement without them",
        ),
        "decisions": [
            {
                "text": say(
                    "十二名坐席年内招齐，缺额每周一报改进组",
                    "Fill the twelve seats this year; the gap is reported to the group every Monday",
                ),
                "owner": "zhao-ming",
                "due": "2026-12-31",
                "action": "A-call-centre-2026-001",
            },
            {
                "text": say(
                    "投诉预警 11 月 20 日前接通，信息技术部排第一位",
                    "Switch on the complaint alarms by 20 November; IT puts them first",
                ),
                "owner": "feng-tao",
                "due": "2026-11-20",
                "action": "A-call-centre-2026-005",
            },
            {
                "text": say(
                    "网点补交 9、10 月数据，并指定一名替补填报人",
                    "The branch hands in September and October and names a deputy for it",
                ),
                "owner": "luo-bin",
                "due": "2026-11-13",
            },
        ],
        "next_dates": [
            {
                "date": "2026-11-24",
                "what": say("改进组例会：看 10 月月报", "Improvement group meets on the report of October"),
            },
            {"date": "2026-12-08", "what": say("年底高峰前的演练", "Rehearsal before the year-end peak")},
        ],
        "by": "gao-min",
    },
    {
        "kind": "commentary",
        "period": "2026-10",
        "team": "call-centre",
        "headline": say(
            "专家坐席接走了重复来电，但排队没有变短",
            "The experts' desk takes the repeat callers, yet the queue is no shorter",
        ),
        "text": say(
            "新人还没有满十五天，不能单独接听。请理解：十一月的数字不会好看。",
            "The newcomers have not had their fifteen days and answer no calls alone. Please expect no better figures in November.",
        ),
        "by": "zhao-ming",
    },
    {
        "kind": "commentary",
        "period": "2026-09",
        "headline": say(
            "投诉多在等待，等待多在呼叫中心",
            "Complaints are about waiting, and the waiting is at the call centre",
        ),
        "text": say(
            "第三方审核比自查低八分：同样的问题，自己看轻了。自查之后，由内部审核员抽查一成。",
            "The third-party audit scores eight points below the self-audit: the same problems, taken too lightly. From now on the internal auditor checks one item in ten of every self-audit.",
        ),
        "decisions": [
            {
                "text": say(
                    "自查后由内部审核员抽查一成检查项",
                    "The internal auditor checks one item in ten of every self-audit",
                ),
                "owner": "wang-fang",
                "due": "2026-10-31",
                "done": "2026-10-27",
            },
            {
                "text": say(
                    "验证有效的措施，再看两个季度",
                    "Watch for two more quarters what was verified effective",
                ),
                "owner": "zhou-jie",
                "action": "A-call-centre-2026-010",
            },
        ],
        "next_dates": [
            {
                "date": "2026-10-20",
                "what": say("改进组例会：看 9 月月报", "Improvement group meets on the report of September"),
            }
        ],
        "by": "gao-min",
    },
    {
        "kind": "commentary",
        "period": "2026-Q3",
        "headline": say(
            "客户要的是一次办好，不是更快的道歉",
            "Customers want it solved at once, not a faster apology",
        ),
        "text": say(
            "前台的分诊屏和大厅的预审台，让客户少等、少跑，满意度跟着上来。呼叫中心正相反：话务员没空想办法，客户打第二次。\n\n"
            "本季不加问卷题目；下季起，呼叫中心改在**问题解决之后**而不是通话之后发问卷。",
            "The front desk's triage screen and the service hall's pre-check desk spare customers waiting and second visits, and satisfaction follows. At the call centre it is the other way round: agents have no time to think, and customers call twice.\n\n"
            "No more questions this quarter; from the next one the call centre asks **once the matter is solved**, not after the call.",
        ),
        "decisions": [
            {
                "text": say(
                    "呼叫中心的问卷改在问题解决后发出",
                    "The call centre's survey goes out once the matter is solved",
                ),
                "owner": "zhou-jie",
                "due": "2026-12-31",
            },
            {
                "text": say(
                    "前台学大厅，入住前先审证件",
                    "The front desk checks papers before arrival, as the service hall does",
                ),
                "action": "A-front-desk-2026-001",
            },
        ],
        "next_dates": [{"date": "2026-10-27", "what": say("满意度季度会", "Quarterly meeting on satisfaction")}],
        "by": "zhou-jie",
    },
]

TOPICS: list[Data] = [
    {
        "kind": "topic",
        "id": "first-contact-not-sustained",
        "title": say("一次解决率为何没有守住", "Why first-contact resolution did not last"),
        "from": "2025-06",
        "to": "2026-10",
        "team": "call-centre",
        "question": say(
            "2025 年 9 月的问题卡把一次解决率从七成提到近八成，并验证为有效；为什么一年后又回到原处？",
            "The problem cards of September 2025 raised first-contact resolution from seven in ten to nearly eight, and were verified effective. Why was it back where it began a year later?",
        ),
        "background": say(
            "2025 年 6 月的审核发现三成来电一次解决不了。培训师写了 38 张问题卡，12 月验证为有效，问题随即关闭。"
            "此后没有人再看这个指标。",
            "The audit of June 2025 found three calls in ten unsolved. The trainer wrote 38 problem cards; in December they were verified effective, and the finding was closed. "
            "From then on nobody watched the indicator.",
        ),
        "kpis": ["first-contact-resolution", "staff-turnover"],
        "findings": ["F-call-centre-2025-001", "F-call-centre-2026-001", "F-call-centre-2026-002"],
        "actions": [
            "A-call-centre-2025-002",
            "A-call-centre-2026-001",
            "A-call-centre-2026-002",
            "A-call-centre-2026-003",
            "A-call-centre-2026-004",
            "A-call-centre-2026-010",
        ],
        "categories": ["waiting-time"],
        "standards": ["complaint-first-response"],
        "dimensions": ["solved-first-time"],
        "analysis": say(
            "办法没有失效，是**会用办法的人走了**：\n\n"
            "1. 2026 年 5 月起离职增多，先于一次解决率的下滑\n"
            "2. 新人没有培训就上岗，问题卡没有人教\n"
            "3. 卡片没有保管人和有效期，业务改了，卡片没改\n\n"
            "数据只说明三件事先后发生，不能单独证明因果；离职面谈的记录支持这个看法。",
            "The method did not wear out: **those who knew it left**.\n\n"
            "1. From May 2026 more staff leave, before first-contact resolution falls\n"
            "2. Newcomers answer calls untrained; nobody teaches them the cards\n"
            "3. The cards have neither keeper nor expiry date; the business changed, the cards did not\n\n"
            "The data only show that these came one after another, not that one caused the other; what was said in exit interviews supports it.",
        ),
        "conclusion": say(
            "先把人招齐、教会，再谈新办法。验证为有效之后，还要再看两个季度，问题才算关闭。",
            "Hire and teach first, new methods later. A finding is closed only after two more quarters of watching what was verified effective.",
        ),
        "decisions": [
            {
                "text": say("问题卡各定保管人与有效期", "Every problem card gets a keeper and an expiry date"),
                "action": "A-call-centre-2026-004",
            },
            {
                "text": say(
                    "各团队参照：验证有效后再看两个季度",
                    "Every team watches for two more quarters after an effective verification",
                ),
                "owner": "wang-fang",
                "due": "2026-12-31",
            },
        ],
        "next_dates": [{"date": "2027-01-20", "what": say("复查一次解决率", "Review of first-contact resolution")}],
        "by": "zhou-jie",
    },
]
