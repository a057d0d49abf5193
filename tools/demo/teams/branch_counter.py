"""The counter of the Xuhui branch: new since July 2025, a privacy lapse repaired, and figures that come late."""

# ruff: noqa: E501 - sentences stay whole, so that the two languages can be read side by side

from __future__ import annotations

from tools.demo.answers import Plan
from tools.demo.words import Data, action, cause, effect, finding, logged, not_here, sampled, say, seen, verified

TEAM = "branch-counter"

AUDITS: list[Plan] = [
    Plan(
        id="branch-counter-2025-10",
        team=TEAM,
        checklist="service-self-audit",
        date="2025-10-15",
        type="self",
        auditors=["luo-bin", "tan-yue"],
        methods=["document-review", "observation", "staff-interview"],
        scope=say("开业三个月后的首次自查", "First self-audit, three months after opening"),
        summary=say(
            "新团队热情高、制度少。最严重的是作废申请表带着证件号丢进普通垃圾桶，一票否决，当天已整改。口头投诉没有登记。",
            "A keen new team with few rules. Worst: discarded application forms with identity numbers lay in an ordinary bin, which alone"
            " means “not passed”; set right the same day. Spoken complaints are not recorded.",
        ),
        profile={
            "touchpoints": 2,
            "efficiency": 2,
            "conformity": 2,
            "response-speed": 2,
            "professionalism": 2,
            "courtesy": 3,
            "resolution": 3,
            "communication": 3,
            "skills": 2,
            "attitude": 3,
            "training": 2,
            "emotion-management": 2,
            "environment": 4,
            "tools": 3,
            "technical-support": 3,
            "system-stability": 3,
            "feedback-channels": 2,
            "complaint-handling": 2,
            "feedback-analysis": 2,
            "improvement": 2,
        },
        answers={
            "customer-data-protected": seen(
                0,
                "闭店后在大堂垃圾桶翻出作废申请表14张，均有完整证件号。",
                "After closing, 14 discarded forms with full identity numbers were found in the bin of the hall.",
                "branch-counter/2025/data-protection-check.pdf",
            ),
            "complaints-recorded": seen(
                1,
                "柜员回忆九月口头投诉约十件，登记簿只有两件。",
                "Tellers recall about ten spoken complaints in September; the book has two.",
                "branch-counter/2025/complaint-book.pdf",
            ),
            "training-system-complete": seen(1, "六名新柜员没有带教人。", "Six new tellers have no mentor."),
            "complaint-channel-reachable": 3,
            "premises-safe": 4,
            "greeting-given": sampled(20, 2),
            "answers-accurate": sampled(20, 3),
            "complaints-answered-in-time": 2,
            "backups-restorable": not_here(
                "数据由集团数据中心统一备份", "Data are backed up by the group's data centre"
            ),
        },
        findings=[
            finding(
                "F-branch-counter-2025-001",
                "customer-data-protected",
                "major",
                say(
                    "2025年10月15日闭店后，大堂普通垃圾桶内有14张带完整证件号的作废申请表。",
                    "On 15 October 2025, after closing, 14 discarded application forms with full identity numbers lay in an ordinary bin in"
                    " the hall.",
                ),
                cause=cause(
                    "process",
                    say("作废单据没有规定的去处。", "There is no set place for discarded forms."),
                    say("为什么丢进垃圾桶？柜台没有碎纸机。", "Why in the bin? The counter has no shredder."),
                    say("为什么没有？开业物资清单漏列。", "Why not? The list of equipment for opening left it out."),
                    say("为什么没人发现？没有闭店巡查。", "Why did nobody notice? There is no walk-round at closing."),
                ),
                risk=(4, 5),
                evidence=("branch-counter/2025/data-protection-check.pdf",),
            ),
            finding(
                "F-branch-counter-2025-002",
                "complaints-recorded",
                "major",
                say(
                    "九月约十件口头投诉只登记了两件，既没有编号，也查不到结果。",
                    "Of about ten spoken complaints in September two were recorded; the others have no number and no known outcome.",
                ),
                cause=cause(
                    "policy",
                    say("只把书面来件当作投诉。", "Only written complaints are taken for complaints."),
                    say(
                        "为什么不登记？柜员认为当场解释过就不算。",
                        "Why not recorded? Tellers think that an explanation on the spot settles it.",
                    ),
                    say(
                        "为什么这样认为？开业培训没有讲投诉定义。",
                        "Why? The opening training did not say what a complaint is.",
                    ),
                ),
                risk=(5, 3),
            ),
            finding(
                "F-branch-counter-2025-003",
                "training-system-complete",
                "minor",
                say(
                    "六名新柜员没有带教人，三个月内业务差错占全柜台的七成。",
                    "Six new tellers have no mentor; in three months they made seven tenths of the counter's errors.",
                ),
                cause=cause(
                    "people",
                    say("开业时全员都是新人，无人可带。", "At opening everyone was new, so there was nobody to teach."),
                ),
                risk=(3, 3),
            ),
        ],
    ),
    Plan(
        id="branch-counter-2026-10",
        team=TEAM,
        checklist="service-self-audit",
        date="2026-10-21",
        type="internal",
        auditors=["wang-fang"],
        methods=["document-review", "data-analysis", "observation", "customer-interview"],
        scope=say(
            "年度内审，重点复核一票否决项", "Yearly internal audit; the item that failed the last one comes first"
        ),
        previous="branch-counter-2025-10",
        carry_from="branch-counter-2025-10",
        summary=say(
            "个人信息保护已到位，预审台让等候缩短两成多。新问题在数据：九月指标未报，十月预计也会迟交；口头投诉登记仍不完整。",
            "Personal data are well protected now, and the pre-check desk has cut waiting by more than a fifth. The new problem is data: September's"
            " figures are missing and October's will be late. Spoken complaints are still not all recorded.",
        ),
        answers={
            "customer-data-protected": seen(
                4,
                "六次闭店抽查，全部碎纸入箱。",
                "Six spot checks at closing; everything shredded and locked.",
                "branch-counter/2026/closing-walks.pdf",
            ),
            "complaints-recorded": seen(
                2,
                "访谈八位客户，两位曾口头投诉，只查到一件记录。",
                "Two of eight customers interviewed had complained by word of mouth; one of the two is on record.",
                "branch-counter/2026/complaint-check.pdf",
            ),
            "training-system-complete": 3,
            "space-comfortable": 2,
            "touchpoints-listed": 3,
            "flow-carried-out-as-written": sampled(30, 3),
            "flow-follows-standards": 3,
            "skill-gaps-planned": 3,
            "improvement-mechanism-runs": 3,
            "measures-re-evaluated": 3,
            "training-regular": 3,
            "redundant-steps-removed": 4,
            "flow-answers-quickly": 3,
            "staff-knowledge-sufficient": 3,
            "answers-accurate": sampled(30, 1),
            "greeting-given": sampled(30, 1),
            "response-time-attainment": seen(
                3,
                "八月及时处理率九成出头，其后没有数据。",
                "A little over 90% in August; no figures since.",
                "branch-counter/2026/handled-in-time-august.pdf",
            ),
            "step-times-known": 3,
            "complaints-answered-in-time": 3,
            "skill-levels-known": 3,
            "measures-assigned": 3,
            "feedback-classified": seen(
                1,
                "九月的汇总至今未报，统计由一人手工完成。",
                "September's summary has not come in; one person does it all by hand.",
                "branch-counter/2026/reporting.pdf",
            ),
        },
        findings=[
            finding(
                "F-branch-counter-2026-001",
                "feedback-classified",
                "major",
                say(
                    "2026年9月的17项指标截至10月21日仍未上报，规定期限是5日；统计靠一名主管手工汇总，她休假即中断。",
                    "The 17 indicators of September 2026 had not been handed in by 21 October; they were due on the 5th. One supervisor"
                    " counts by hand, and when she is on leave nothing comes.",
                ),
                cause=cause(
                    "system",
                    say(
                        "数据没有自动导出，只有一个人会做。",
                        "Nothing is exported automatically, and one person knows how to do it.",
                    ),
                    say(
                        "为什么迟报？主管九月下旬起休假。",
                        "Why late? The supervisor has been on leave since late September.",
                    ),
                    say(
                        "为什么没人顶替？表格有四十步手工操作，没有说明。",
                        "Why no stand-in? Forty manual steps and no instructions.",
                    ),
                    say(
                        "为什么不自动？开业时说“先手工做几个月”。",
                        "Why by hand? At opening they said “just for a few months”.",
                    ),
                ),
                risk=(4, 3),
                evidence=("branch-counter/2026/reporting.pdf",),
            ),
            finding(
                "F-branch-counter-2026-002",
                "complaints-recorded",
                "minor",
                say(
                    "八位受访客户中两位曾口头投诉，只有一件有记录；登记簿放在后台，高峰时没人去写。",
                    "Two of eight customers interviewed had complained by word of mouth, and one is on record. The book lies in the back office,"
                    " and at busy times nobody goes there to write.",
                ),
                cause=cause(
                    "process",
                    say("登记要离开柜台，费时五分钟。", "Recording means leaving the counter for five minutes."),
                ),
                risk=(3, 3),
                repeats="F-branch-counter-2025-002",
            ),
            finding(
                "F-branch-counter-2026-003",
                "space-comfortable",
                "observation",
                say(
                    "等候区六个座位，上午高峰最多有15人等候；三位老年客户站了十分钟以上。",
                    "The waiting area has six seats; up to 15 people wait in the morning peak, and three older customers stood for more than"
                    " ten minutes.",
                ),
                cause=cause(
                    "facility",
                    say(
                        "等候区按开业初期的客流布置。",
                        "The area was laid out for the few customers of the first months.",
                    ),
                ),
                risk=(3, 2),
            ),
        ],
    ),
]

ACTIONS: list[Data] = [
    action(
        "A-branch-counter-2025-001",
        say("当日封存全部废纸，柜台配上锁回收箱", "All waste paper sealed the same day; locked boxes at the counter"),
        for_=["F-branch-counter-2025-001"],
        type="containment",
        owner="luo-bin",
        priority="high",
        opened="2025-10-15",
        due="2025-10-16",
        status="verified",
        progress=100,
        done="2025-10-16",
        verification=verified(
            "2025-10-24",
            "wang-fang",
            "effective",
            "14张表全部找回销毁，回收箱已上锁。",
            "All 14 forms were recovered and destroyed; the boxes are locked.",
        ),
    ),
    action(
        "A-branch-counter-2025-002",
        say("配碎纸机，闭店巡查写入交接单", "A shredder, and a walk-round at closing on the hand-over sheet"),
        for_=["F-branch-counter-2025-001"],
        type="corrective",
        owner="tan-yue",
        priority="high",
        opened="2025-10-17",
        due="2025-11-15",
        status="verified",
        progress=100,
        done="2025-11-05",
        evidence=("branch-counter/2025/closing-walk.pdf",),
        verification=verified(
            "2026-03-18",
            "wang-fang",
            "effective",
            "五个月抽查十次，无一例外。",
            "Ten spot checks in five months, without exception.",
        ),
    ),
    action(
        "A-branch-counter-2025-003",
        say(
            "口头投诉当日登记，柜员培训投诉定义",
            "Spoken complaints recorded the same day; tellers learn what a complaint is",
        ),
        for_=["F-branch-counter-2025-002"],
        type="corrective",
        owner="tan-yue",
        priority="high",
        opened="2025-10-20",
        due="2025-12-31",
        status="verified",
        progress=100,
        done="2025-12-19",
        verification=verified(
            "2026-04-08",
            "wang-fang",
            "partly",
            "登记由两成升到约六成，高峰时仍漏。",
            "About six in ten are recorded instead of two; at busy times some are still missed.",
        ),
    ),
    action(
        "A-branch-counter-2025-004",
        say(
            "向服务大厅借调两名老员工带教三个月",
            "Two experienced colleagues from the service hall as mentors for three months",
        ),
        for_=["F-branch-counter-2025-003"],
        type="training",
        owner="luo-bin",
        opened="2025-10-27",
        due="2026-02-28",
        status="verified",
        progress=100,
        done="2026-03-06",
        verification=verified(
            "2026-06-24",
            "wang-fang",
            "effective",
            "差错率由约2.3%降到约1.8%。",
            "The error rate fell from about 2.3% to about 1.8%.",
        ),
        effect=effect("error-rate", "2025-10..2025-12", "2026-03..2026-05", 1.5),
    ),
    action(
        "A-branch-counter-2026-001",
        say("照服务大厅的做法设预审台", "A pre-check desk like the service hall's"),
        for_=["F-service-hall-2025-001", "waiting-time"],
        type="improvement",
        esia="eliminate",
        owner="luo-bin",
        opened="2026-03-02",
        due="2026-05-15",
        status="verified",
        progress=100,
        done="2026-05-06",
        verification=verified(
            "2026-09-09",
            "zhou-jie",
            "effective",
            "平均等候由约14分钟降到约11分钟。",
            "Average waiting fell from about 14 to about 11 minutes.",
        ),
        effect=effect("waiting-time", "2026-02..2026-04", "2026-06..2026-08", 11.5),
    ),
    action(
        "A-branch-counter-2026-002",
        say(
            "月度指标自动导出，两人互为备份",
            "Monthly figures exported automatically, with a second person who knows how",
        ),
        for_=["F-branch-counter-2026-001"],
        type="corrective",
        esia="automate",
        owner="feng-tao",
        priority="high",
        opened="2026-10-26",
        due="2026-11-30",
        status="in-progress",
        progress=35,
        log=[
            logged(
                "2026-11-13",
                "17项中11项已能自动导出，先补报九月。",
                "Eleven of 17 come out automatically; September is being caught up first.",
            )
        ],
    ),
    action(
        "A-branch-counter-2026-003",
        say("柜台终端一键登记口头投诉", "One key at the counter to record a spoken complaint"),
        for_=["F-branch-counter-2025-002", "F-branch-counter-2026-002", "P-branch-counter-2026-001"],
        type="corrective",
        esia="simplify",
        owner="tan-yue",
        opened="2026-10-26",
        due="2026-12-31",
        status="planned",
    ),
    action(
        "A-branch-counter-2026-004",
        say("引入前台的分诊屏", "The front desk's triage screen for the counter"),
        for_=["F-front-desk-2026-002"],
        type="improvement",
        owner="luo-bin",
        priority="low",
        opened="2026-08-10",
        due="2026-10-30",
        status="planned",
        note=say("等数据自动导出后再启动。", "To start once the figures come out automatically."),
    ),
]
