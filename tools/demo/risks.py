"""The registers of risks: what each team fears, how it was rated over time, and what drills have shown."""

# ruff: noqa: E501 - sentences stay whole, so that the two languages can be read side by side

from __future__ import annotations

from tools.demo.words import Data, kept, say


def _risk(
    id: str,
    name: Data,
    category: str,
    rated: list[tuple[str, int, int]],
    owner: str,
    *,
    prevention: Data | None = None,
    plan: Data | None = None,
    review: str | None = None,
    drills: list[Data] | None = None,
    next_drill: str | None = None,
    where: Data | None = None,
    actions: list[str] | None = None,
    closed: Data | None = None,
) -> Data:
    """`rated` are (day, likelihood, impact), oldest first."""
    *history, (assessed, likelihood, impact) = rated
    return kept(
        {
            "id": id,
            "name": name,
            "category": category,
            "likelihood": likelihood,
            "impact": impact,
            "assessed": assessed,
            "history": [{"date": day, "likelihood": likely, "impact": bad} for day, likely, bad in history],
            "owner": owner,
            "prevention": prevention,
            "plan": plan,
            "review": review,
            "drills": drills,
            "next_drill": next_drill,
            "where": where,
            "actions": actions,
            "closed": closed,
        }
    )


def _drill(date: str, result: str, zh: str, en: str) -> Data:
    return {"date": date, "result": result, "note": say(zh, en)}


ORGANISATION = "organisation"
"""Stands for a register without a team."""

RISKS: dict[str, list[Data]] = {
    ORGANISATION: [
        _risk(
            "R-2025-001",
            say("台风让几个服务点同时停业", "A typhoon closes several sites at once"),
            "environment",
            [("2025-10-10", 3, 5), ("2026-06-01", 3, 4)],
            "gao-min",
            prevention=say("六月前检查排水和备用电源；在家值班名单每月更新", "Drains and spare power are checked before June; the list of people on duty at home is renewed every month"),
            plan=say("橙色预警即启动：电话转到在家坐席，已约的客户逐一改期，网站和门口同时公告", "From an orange warning on: calls go to agents at home, every customer with an appointment is given another, website and doors say so at the same time"),
            review="2027-06-01",
            drills=[
                _drill("2026-06-20", "passed", "四十分钟内把三成来电转到在家坐席。", "Three calls in ten went to agents at home within forty minutes."),
            ],
            next_drill="2027-06-20",
        ),
        _risk(
            "R-2026-001",
            say("只有一个人会做月度数据导出", "Only one person knows how to export the monthly figures"),
            "people",
            [("2026-10-26", 4, 2)],
            "zhou-jie",
            prevention=say("导出步骤写成一页纸，第二人每季度做一次", "The steps stand on one page, and a second person does them every quarter"),
            review="2027-04-26",
            actions=["A-branch-counter-2026-002"],
        ),
    ],
    "field-service": [
        _risk(
            "R-field-service-2025-001",
            say("维修站检测台故障，返修件出不了站", "The test bench at the depot breaks down and repaired parts cannot leave"),
            "facility",
            [("2025-04-10", 4, 4), ("2025-10-15", 3, 4), ("2026-05-12", 2, 4)],
            "liu-yang",
            prevention=say("每月保养；易损的三个探头各备一个", "Serviced every month; one spare each of the three probes that wear out"),
            plan=say("站长当天联系厂家值班工程师，急件送浦东的合作站检测，派单台告知客户新的时间", "The depot manager calls the maker's engineer on duty the same day, urgent parts are tested at the partner's in Pudong, dispatch tells customers the new time"),
            review="2027-05-12",
            drills=[
                _drill("2025-06-12", "failed", "夜班联系不上厂家：名单上是已离职的人。", "The night shift could not reach the maker: the list named somebody who had left."),
                _drill("2025-11-27", "passed", "两小时内急件上了合作站的台子；夜班参加。", "Urgent parts were on the partner's bench within two hours; the night shift took part."),
                _drill("2026-05-28", "passed", "一小时四十分。", "One hour and forty minutes."),
            ],
            next_drill="2026-12-15",
        ),
        _risk(
            "R-field-service-2025-002",
            say("关键备件断货，一次上门办不成", "A key part is out of stock and one visit does not do it"),
            "supplier",
            [("2025-04-10", 5, 4), ("2025-10-15", 3, 3), ("2026-04-23", 2, 3)],
            "he-ping",
            prevention=say("四十种关键备件设最低库存，每月按故障类型调整", "Forty key parts have a minimum stock, adjusted every month to the types of fault"),
            plan=say("向酒店工程部借用，当天补单；借不到就先换整机", "Borrow from the hotel's workshop and order the same day; where there is none, swap the whole unit"),
            review="2026-10-23",
            where={"type": "complaint", "category": "missing-part"},
            actions=["A-field-service-2025-001", "A-field-service-2026-002"],
        ),
        _risk(
            "R-field-service-2026-001",
            say("地下车库作业时人员被车辆撞伤", "Somebody at work in an underground car park is hit by a car"),
            "environment",
            [("2026-04-24", 3, 5), ("2026-07-15", 2, 5)],
            "guo-qiang",
            prevention=say("每车带折叠围挡和警示牌，出车前勾选；两人作业，一人看车", "A folding barrier and signs in every van, ticked off before leaving; two work together and one watches the cars"),
            plan=say("停止作业，打急救电话，站长十分钟内到岗统一对外联系", "Stop work, call an ambulance; the depot manager takes over within ten minutes and speaks for all"),
            review="2027-01-15",
            drills=[_drill("2026-09-16", "passed", "两组都先围挡再施救。", "Both groups put up the barrier before they helped.")],
            next_drill="2027-03-16",
            actions=["A-field-service-2026-001"],
        ),
    ],
    "call-centre": [
        _risk(
            "R-call-centre-2026-001",
            say("年底高峰人手不足，来电接不过来", "Too few agents at the year-end peak: calls cannot be answered"),
            "people",
            [("2026-03-10", 3, 3), ("2026-07-23", 4, 4), ("2026-11-12", 5, 4)],
            "zhao-ming",
            prevention=say("按预测排班；离职提前一个月知道", "Rosters follow the forecast; who leaves says so a month ahead"),
            plan=say("排队超过十分钟即启动：向服务大厅借调八人，打开预约回电，主页提示改用自助", "From ten minutes of waiting on: eight colleagues from the service hall, call-back by appointment, the front page points to self-service"),
            review="2026-12-10",
            next_drill="2026-11-24",
            where={"type": "complaint", "category": "waiting-time"},
            actions=["A-call-centre-2026-001"],
        ),
        _risk(
            "R-call-centre-2026-002",
            say("电话交换机停机，热线全部中断", "The telephone exchange stops and the whole hotline is dead"),
            "system",
            [("2026-02-10", 2, 5)],
            "feng-tao",
            prevention=say("双路供电，夜间自动备份配置", "Two power lines; the configuration is backed up every night"),
            review="2027-02-10",
        ),
    ],
    "online-support": [
        _risk(
            "R-online-support-2025-001",
            say("聊天机器人答错，客户照着做受了损失", "The chat bot gives a wrong answer and customers who follow it lose money"),
            "system",
            [("2025-07-01", 3, 3), ("2025-10-20", 4, 3)],
            "ma-jun",
            plan=say("关掉机器人，首页放人工入口，逐一联系受影响的客户", "Switch the bot off, put the way to a person on the first page, call every customer concerned"),
            where={"type": "complaint", "category": "bot-answer"},
            actions=["A-online-support-2026-001"],
            closed={"date": "2026-01-09", "reason": say("机器人已关闭", "The bot was switched off")},
        ),
        _risk(
            "R-online-support-2026-001",
            say("在线会话中断，客户找不到别的途径", "The chat is down and customers find no other way"),
            "system",
            [("2026-03-20", 2, 3), ("2026-09-18", 3, 4)],
            "lin-na",
            prevention=say("每分钟自动探测，连续两次失败就报警", "Probed every minute; two failures in a row raise the alarm"),
            plan=say("五分钟内换上故障页，写明热线时间，附表单", "The outage page is up within five minutes, with the hours of the hotline and a form"),
            review="2027-03-18",
            drills=[_drill("2026-10-15", "partly", "故障页换上了，用了十一分钟；表单没有人接。", "The outage page was up after eleven minutes; nobody answered its form.")],
            next_drill="2026-12-15",
            actions=["A-online-support-2026-004"],
        ),
    ],
    "service-hall": [
        _risk(
            "R-service-hall-2026-001",
            say("自助终端读卡器成批失灵，大厅排长队", "Card readers of the terminals fail together and long queues form"),
            "facility",
            [("2026-02-18", 3, 3), ("2026-08-17", 4, 3)],
            "zhu-qing",
            prevention=say("每天开门前逐台刷卡测试", "Each terminal reads a card before the doors open"),
            plan=say("加开两个弹性窗口，引导员改发纸号", "Two more flexible windows open, and hosts hand out paper numbers"),
            review="2027-02-17",
            drills=[_drill("2026-06-11", "passed", "六分钟开出两个窗口。", "Two windows were open within six minutes.")],
            next_drill="2026-12-11",
            actions=["A-service-hall-2026-003"],
        ),
    ],
    "front-desk": [
        _risk(
            "R-front-desk-2026-001",
            say("房卡系统停机，客人进不了房间", "The key-card system is down and guests cannot enter their rooms"),
            "system",
            [("2026-02-26", 3, 4), ("2026-08-26", 2, 4)],
            "chen-xi",
            prevention=say("每晚备份；备用发卡机每周开机一次", "Backed up every night; the spare encoder is started once a week"),
            plan=say("值班主管启用备用发卡机，保安陪同开门并登记", "The duty supervisor starts the spare encoder; security opens doors meanwhile and keeps a list"),
            review="2027-02-26",
            drills=[
                _drill("2026-03-18", "failed", "备用发卡机的口令没有人知道。", "Nobody knew the password of the spare encoder."),
                _drill("2026-04-15", "passed", "八分钟发出第一张卡；口令改放在密封信封里。", "The first card after eight minutes; the password now lies in a sealed envelope."),
            ],
            next_drill="2027-04-15",
        ),
    ],
    "branch-counter": [
        _risk(
            "R-branch-counter-2025-001",
            say("客户资料落入他人之手", "Customers' papers get into the wrong hands"),
            "process",
            [("2025-10-16", 4, 5), ("2026-04-20", 2, 5), ("2026-10-22", 1, 5)],
            "luo-bin",
            prevention=say("柜台设带锁的废纸箱，关门前巡查并在交接单上签字", "Locked boxes at the counter; a walk-round at closing, signed on the hand-over sheet"),
            plan=say("当天封存，一小时内报合规部，逐一告知受影响的客户", "Seal everything the same day, tell compliance within the hour, and every customer concerned"),
            review="2027-04-22",
            drills=[_drill("2026-05-19", "passed", "合规部四十分钟内得到完整清单。", "Compliance had the complete list within forty minutes.")],
            next_drill="2027-05-19",
            actions=["A-branch-counter-2025-001", "A-branch-counter-2025-002"],
        ),
    ],
}  # fmt: skip
