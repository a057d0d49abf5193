"""The service hall: strong all along; its pre-check desk is copied by others."""

# ruff: noqa: E501 - sentences stay whole, so that the two languages can be read side by side

from __future__ import annotations

from tools.demo.answers import Plan
from tools.demo.words import Data, action, cause, effect, finding, logged, moved, not_here, sampled, say, seen, verified

TEAM = "service-hall"

AUDITS: list[Plan] = [
    Plan(
        id="service-hall-2025-01",
        team=TEAM,
        checklist="service-self-audit",
        date="2025-01-15",
        type="internal",
        auditors=["wang-fang"],
        methods=["document-review", "data-analysis", "observation", "customer-interview"],
        scope=say("十八个窗口、预审台和自助区", "Eighteen windows, the pre-check desk and the self-service area"),
        summary=say(
            "全集团的标杆：九成三的事项一次办成，关键在取号前的预审台。夏季西侧窗口偏热，需物业配合。",
            "The benchmark of the group: 93% of matters are done in one visit, thanks to the desk that checks papers before a number is"
            " drawn. The west windows get hot in summer; that needs the landlord.",
        ),
        profile={
            "touchpoints": 4,
            "efficiency": 4,
            "conformity": 4,
            "response-speed": 4,
            "professionalism": 4,
            "courtesy": 4,
            "resolution": 4,
            "communication": 4,
            "skills": 3,
            "attitude": 4,
            "training": 3,
            "emotion-management": 3,
            "environment": 3,
            "tools": 3,
            "technical-support": 3,
            "system-stability": 4,
            "feedback-channels": 4,
            "complaint-handling": 4,
            "feedback-analysis": 3,
            "improvement": 4,
        },
        answers={
            "redundant-steps-removed": seen(
                4,
                "预审台把材料不齐的客户挡在排队之前，当场一次告知。",
                "The pre-check desk catches incomplete papers before people queue and tells them everything at once.",
                "service-hall/2025/pre-check.pdf",
            ),
            "temperature-and-humidity": seen(
                2,
                "七、八月西侧窗口实测30℃以上的有19天。",
                "On 19 days of July and August the west windows were above 30 °C.",
                "service-hall/2024/temperature-log.csv",
            ),
            "greeting-given": sampled(50, 0),
            "polite-language": sampled(50, 1),
            "answers-accurate": sampled(50, 1),
            "flow-carried-out-as-written": sampled(50, 1),
            "complaints-answered-in-time": sampled(18, 0),
            "customer-data-protected": 4,
            "complaint-channel-reachable": 4,
            "premises-safe": 4,
        },
        findings=[
            finding(
                "F-service-hall-2025-001",
                "redundant-steps-removed",
                "good-practice",
                say(
                    "取号前设预审台核对材料，一次办成率93%，材料不齐的空排由每天约90人次降到不足10人次。",
                    "A desk checks papers before a number is drawn: 93% done in one visit, and fewer than 10 people a day queue in vain instead"
                    " of about 90.",
                ),
                evidence=("service-hall/2025/pre-check.pdf",),
            ),
            finding(
                "F-service-hall-2025-002",
                "temperature-and-humidity",
                "observation",
                say(
                    "2024年7月至8月有19天西侧六个窗口气温超过30℃，老年客户多次反映。",
                    "On 19 days of July and August 2024 it was above 30 °C at the six west windows; older customers spoke of it repeatedly.",
                ),
                cause=cause(
                    "facility",
                    say(
                        "西立面玻璃无遮阳，空调由物业统一控制。",
                        "The west front has no shades, and the landlord controls the air conditioning.",
                    ),
                ),
                risk=(4, 2),
            ),
        ],
    ),
    Plan(
        id="service-hall-2025-10",
        team=TEAM,
        checklist="on-site-service",
        date="2025-10-22",
        type="mystery-shopper",
        auditors=["tang-yi"],
        methods=["mystery-shopper", "document-review"],
        scope=say("十次暗访，含两次扮作听障客户", "Ten anonymous visits, two as a customer hard of hearing"),
        summary=say(
            "迎接、讲解和办理几乎无可挑剔；两次扮作听障客户时沟通靠比划，最后仍办成，但用了平常三倍的时间。",
            "Welcome, advice and delivery are almost beyond reproach. Twice, as a customer hard of hearing, we had to use gestures; it was"
            " done in the end but took three times as long.",
        ),
        answers={
            "greeting-given": sampled(10, 0),
            "arrival-on-time": sampled(10, 0),
            "special-needs-noticed": seen(
                "no",
                "两次均无手语或书写板，员工热心但没有办法。",
                "Neither sign language nor a writing board, both times; kind staff with no means.",
                "audits/service-hall-2025-10/visits.pdf",
            ),
            "work-done-to-standard": sampled(10, 0),
            "follow-up-made": "partial",
            "key-parts-stocked": not_here(
                "大厅设备由厂商保修，不存备件", "Equipment is under the maker's warranty; no parts are kept"
            ),
            "remote-help-available": "yes",
            "rapid-team-arrives-in-time": "yes",
            "support-contact-given": sampled(10, 1),
            "steps-followed": sampled(10, 0),
        },
        findings=[
            finding(
                "F-service-hall-2025-003",
                "special-needs-noticed",
                "minor",
                say(
                    "两次扮作听障客户，都没有手语服务或书写板，办理用时约为平常的三倍。",
                    "Twice a customer hard of hearing met neither sign language nor a writing board; it took about three times as long as usual.",
                ),
                cause=cause(
                    "policy",
                    say("无障碍清单只写了轮椅和盲道。", "The list of aids covers only wheelchairs and tactile paving."),
                ),
                risk=(2, 3),
            ),
        ],
    ),
    Plan(
        id="service-hall-2026-05",
        team=TEAM,
        checklist="service-self-audit",
        date="2026-05-20",
        type="third-party",
        auditors=["he-jing"],
        methods=["document-review", "data-analysis", "observation", "customer-interview", "staff-interview"],
        scope=say("三个工作日现场审核，访谈客户40人", "Three days on site, 40 customers interviewed"),
        previous="service-hall-2025-01",
        carry_from="service-hall-2025-01",
        summary=say(
            "外部审核确认高水平：规范落到日常，改进有数据。尚可提升的是评价渠道只有扫码，许多老年客户没有参与。",
            "The outside view confirms the high level: rules are lived and improvement rests on data. What could be better: feedback is"
            " possible only by scanning a code, and many older customers are left out.",
        ),
        answers={
            "temperature-and-humidity": seen(
                3,
                "遮阳帘已装，空调独立控制仍未解决。",
                "Shades are up; separate control of the air conditioning is still open.",
                "service-hall/2026/temperature-log.csv",
            ),
            "channels-suit-all-customers": seen(
                2,
                "近三个月评价中60岁以上客户只占4%，到厅占比为27%。",
                "People over 60 gave 4% of the ratings of three months but are 27% of the visitors.",
                "service-hall/2026/feedback-by-age.xlsx",
            ),
            "skill-gaps-planned": 4,
            "training-effect-measured": 4,
            "emotion-help-offered": 4,
            "feedback-classified": 4,
            "early-warnings-acted-on": 4,
            "fault-causes-removed": 4,
            "greeting-given": sampled(60, 1),
            "answers-accurate": sampled(60, 1),
            "polite-language": sampled(60, 0),
            "flow-carried-out-as-written": sampled(60, 1),
            "complaints-answered-in-time": sampled(15, 0),
        },
        findings=[
            finding(
                "F-service-hall-2026-001",
                "channels-suit-all-customers",
                "opportunity",
                say(
                    "评价只能扫码：60岁以上客户占到厅人次27%，只占评价4%，满意度可能偏高。",
                    "Feedback needs a scanned code: people over 60 are 27% of the visitors but 4% of the ratings, so satisfaction may look"
                    " better than it is.",
                ),
                cause=cause(
                    "system", say("评价渠道按智能手机设计。", "The feedback channel was made for smartphones.")
                ),
                risk=(4, 2),
                evidence=("service-hall/2026/feedback-by-age.xlsx",),
            ),
        ],
    ),
]

ACTIONS: list[Data] = [
    action(
        "A-service-hall-2025-001",
        say("把预审台写成一页标准卡，供各团队借鉴", "Describe the pre-check desk on one page for other teams"),
        for_=["F-service-hall-2025-001"],
        type="improvement",
        owner="huang-lei",
        opened="2025-01-20",
        due="2025-03-31",
        status="verified",
        progress=100,
        done="2025-03-14",
        evidence=("service-hall/2025/pre-check-card.pdf",),
        verification=verified(
            "2026-09-09",
            "gao-min",
            "effective",
            "徐汇网点照卡实施，等候时间缩短两成多。",
            "The Xuhui branch followed the card; waiting is more than a fifth shorter.",
        ),
    ),
    action(
        "A-service-hall-2025-002",
        say("西侧窗口加装遮阳帘并独立控制空调", "Shades and separate air conditioning for the west windows"),
        for_=["F-service-hall-2025-002"],
        type="corrective",
        owner="huang-lei",
        opened="2025-02-10",
        due="2026-12-31",
        moved=[
            moved(
                "2025-06-30",
                "2026-06-30",
                "物业要求等整栋楼空调改造",
                "The landlord wants to wait for the renewal of the whole building",
            ),
            moved("2026-06-30", "2026-12-31", "改造招标重新进行", "The tender has to be repeated"),
        ],
        status="blocked",
        progress=50,
        log=[
            logged("2025-06-18", "遮阳帘装好，室温下降约两度。", "Shades are up; about two degrees cooler."),
            logged(
                "2026-07-08",
                "空调分区仍等物业招标，加派流动风扇过渡。",
                "Zones still wait for the landlord's tender; fans stand in.",
            ),
        ],
    ),
    action(
        "A-service-hall-2025-003",
        say(
            "每周二手语服务预约，各窗口配书写板",
            "Sign language by appointment on Tuesdays; a writing board at every window",
        ),
        for_=["F-service-hall-2025-003"],
        type="corrective",
        owner="zhu-qing",
        opened="2025-10-27",
        due="2026-01-31",
        status="verified",
        progress=100,
        done="2026-02-09",
        verification=verified(
            "2026-05-20",
            "he-jing",
            "effective",
            "现场模拟两次，办理时间与平常相当。",
            "Two trials on site; it took no longer than usual.",
        ),
    ),
    action(
        "A-service-hall-2025-004",
        say("上午高峰增开两个弹性窗口", "Two flexible windows for the morning peak"),
        for_=["waiting-time"],
        type="improvement",
        owner="zhu-qing",
        opened="2025-11-03",
        due="2025-12-31",
        status="verified",
        progress=100,
        done="2025-12-15",
        verification=verified(
            "2026-04-15",
            "zhou-jie",
            "effective",
            "平均等候由九分多降到八分左右。",
            "Waiting fell from more than nine to about eight minutes.",
        ),
        effect=effect("waiting-time", "2025-10..2025-12", "2026-03..2026-05", 8.5),
    ),
    action(
        "A-service-hall-2026-001",
        say(
            "简化自助终端首页：十二个按钮减为五个",
            "A simpler first screen on the terminals: five buttons instead of twelve",
        ),
        for_=["self-service-success"],
        type="improvement",
        esia="simplify",
        owner="zhu-qing",
        opened="2026-01-12",
        due="2026-03-31",
        status="verified",
        progress=100,
        done="2026-03-20",
        verification=verified(
            "2026-08-12",
            "zhou-jie",
            "ineffective",
            "成功率没有可察觉的变化；失败多在证件读取，不在菜单。",
            "No change to be seen; people fail at the card reader, not at the menu.",
        ),
        effect=effect("self-service-success", "2025-12..2026-02", "2026-05..2026-07", 74),
    ),
    action(
        "A-service-hall-2026-002",
        say(
            "为老年客户增设纸质评价和窗口口头评价", "Paper forms and spoken feedback at the window for older customers"
        ),
        for_=["F-service-hall-2026-001"],
        type="improvement",
        owner="zhu-qing",
        opened="2026-06-01",
        due="2026-12-20",
        status="in-progress",
        progress=55,
        log=[
            logged(
                "2026-10-20",
                "六个窗口试行，60岁以上评价占比升到13%。",
                "Tried at six windows: people over 60 now give 13% of the ratings.",
            )
        ],
    ),
    action(
        "A-service-hall-2026-003",
        say("更换自助终端证件读取模块", "Replace the card readers of the terminals"),
        for_=["self-service-success"],
        type="corrective",
        owner="feng-tao",
        opened="2026-08-17",
        due="2026-12-05",
        status="in-progress",
        progress=30,
        effect=effect("self-service-success", "2026-08..2026-10", "2027-01..2027-03", 74),
    ),
]
