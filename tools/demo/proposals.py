"""What staff proposed: most of it small, some of it proven, one honest attempt that did not work, some still waiting."""

# ruff: noqa: E501 - sentences stay whole, so that the two languages can be read side by side

from __future__ import annotations

from typing import Any

from tools.demo.words import Data, say


def proposed(id: str, title: Data, by: str, submitted: str, status: str, **more: Any) -> Data:
    head: Data = {"id": id, "title": title, **({"text": more.pop("text")} if "text" in more else {})}
    return head | {"by": by, "submitted": submitted, "status": status} | more


def money(amount: int, zh: str = "", en: str = "") -> Data:
    return {"amount": amount, "currency": "CNY"} | ({"what": say(zh, en)} if zh else {})


def typed(zh: str, en: str, before: float, after: float, unit: Any, better: str) -> Data:
    return {"name": say(zh, en), "before": before, "after": after, "unit": unit, "better": better}


ANSWER_WITHIN = {"front-desk": 14, "call-centre": 14, "online-support": 14, "field-service": 21, "service-hall": 10}
"""The branch has promised nothing yet."""

PROPOSALS: dict[str, list[Data]] = {
    "front-desk": [
        proposed(
            "P-front-desk-2025-001",
            say(
                "夜班交接单加一栏“今日结案、回访几件”",
                "A line on the night shift's hand-over sheet: settled today, followed up",
            ),
            "chen-xi",
            "2025-05-28",
            "proven",
            text=say(
                "夜里没人知道白天哪些投诉还没回访。",
                "At night nobody knows which of the day's complaints still wait for a call.",
            ),
            answered="2025-06-06",
            answer=say("采纳，六月立项。", "Adopted, to begin in June."),
            done="2025-08-20",
            proven="2025-12-10",
            reward=money(300),
            actions=["A-front-desk-2025-008"],
            effect={"kpi": "repeat-problem-rate", "before": "2025-03..2025-05", "after": "2026-03..2026-05"},
        ),
        proposed(
            "P-front-desk-2026-001",
            say("分诊屏上把等候分钟放大一倍", "Show the waiting minutes twice as large on the triage screen"),
            "xu-lan",
            "2026-01-06",
            "proven",
            text=say("站在柜台后面三米就看不清了。", "Three metres behind the counter nobody can read them."),
            answered="2026-01-09",
            answer=say("采纳，上线前改好。", "Adopted, to be ready before it goes live."),
            done="2026-02-10",
            proven="2026-06-16",
            reward=money(500, "季度金点子", "Idea of the quarter"),
            actions=["A-front-desk-2025-003"],
            effect={"kpi": "handled-in-time", "before": "2025-10..2025-12", "after": "2026-03..2026-05"},
        ),
        proposed(
            "P-front-desk-2026-002",
            say("退房时递一张带二维码的离店卡", "Hand out a card with a code at check-out"),
            "xu-lan",
            "2025-12-20",
            "done",
            answered="2026-01-05",
            answer=say(
                "采纳；因年末盘点，答复晚了两天。",
                "Adopted; the answer came two days late because of the year-end stocktaking.",
            ),
            done="2026-03-18",
            reward=money(200),
            actions=["A-front-desk-2026-003"],
        ),
        proposed(
            "P-front-desk-2026-003",
            say("早餐高峰派一人到电梯口引导", "Somebody at the lifts during the breakfast peak"),
            "chen-xi",
            "2026-04-14",
            "declined",
            answered="2026-04-24",
            answer=say(
                "暂不采纳：迎接岗已覆盖大堂，先看三个月数据。",
                "Not now: the greeter covers the lobby. Three months of data first.",
            ),
        ),
        proposed(
            "P-front-desk-2026-004",
            say("会员生日当天免排队", "No queue for members on their birthday"),
            "front-desk",
            "2026-10-26",
            "submitted",
        ),
    ],
    "call-centre": [
        proposed(
            "P-call-centre-2025-001",
            say("排队时可选回拨", "Offer to call back instead of waiting in the line"),
            "sun-li",
            "2025-06-30",
            "proven",
            answered="2025-07-10",
            answer=say("采纳，列为创新试点。", "Adopted as a trial."),
            done="2025-10-09",
            proven="2026-02-10",
            reward=money(800, "年度金点子", "Idea of the year"),
            actions=["A-call-centre-2025-005"],
            effect={"kpi": "first-response-time", "before": "2025-07..2025-09", "after": "2025-11..2026-01"},
        ),
        proposed(
            "P-call-centre-2025-002",
            say("极端来电后歇五分钟", "Five minutes off after an extreme call"),
            "wu-hao",
            "2025-06-25",
            "done",
            answered="2025-07-07",
            answer=say("采纳，设缓冲室。", "Adopted: a quiet room will be made."),
            done="2025-10-28",
            reward=money(300),
            actions=["A-call-centre-2025-004"],
        ),
        proposed(
            "P-call-centre-2026-001",
            say("自选换班，取消固定夜班", "Shifts by choice, no fixed night shift"),
            "sun-li",
            "2026-08-17",
            "adopted",
            text=say(
                "近半年离职的人里，七成提到固定夜班。", "Seven in ten of those who left named the fixed night shift."
            ),
            answered="2026-10-15",
            answer=say(
                "采纳，列为创新试点。答复拖了两个月，已向班组道歉。",
                "Adopted as a trial. The answer took two months; the team has been told we are sorry.",
            ),
            actions=["A-call-centre-2026-009"],
        ),
        proposed(
            "P-call-centre-2026-002",
            say("问题卡右上角印有效期", "Print an expiry date on every problem card"),
            "wu-hao",
            "2026-08-24",
            "adopted",
            answered="2026-09-01",
            answer=say("采纳，随全部问题卡一起修订。", "Adopted, with the revision of all cards."),
            actions=["A-call-centre-2026-004"],
        ),
        proposed(
            "P-call-centre-2026-003",
            say("新人第一周只旁听", "Newcomers only listen in their first week"),
            "call-centre",
            "2026-08-05",
            "submitted",
            text=say("四天就独立接听，谁都紧张。", "After four days alone on the line everybody is nervous."),
        ),
        proposed(
            "P-call-centre-2026-004",
            say("把等候音乐换成常见问题的答案", "Answers to common questions instead of music while waiting"),
            "sun-li",
            "2026-10-12",
            "submitted",
        ),
    ],
    "online-support": [
        proposed(
            "P-online-support-2025-001",
            say("改期和退订合成一张申请表", "One form for changing and for cancelling"),
            "deng-wen",
            "2025-03-31",
            "proven",
            answered="2025-04-09",
            answer=say("采纳。", "Adopted."),
            done="2025-06-20",
            proven="2025-09-15",
            reward=money(500),
            actions=["A-online-support-2025-002"],
            effect=typed("中途放弃的申请", "Applications abandoned half-way", 40, 24, "%", "lower"),
        ),
        proposed(
            "P-online-support-2025-002",
            say("用问答机器人答常见问题", "A chat bot for common questions"),
            "ma-jun",
            "2025-03-10",
            "done",
            answered="2025-03-20",
            answer=say("采纳，列为创新试点。", "Adopted as a trial."),
            done="2025-07-01",
            actions=["A-online-support-2025-003"],
            effect={"kpi": "self-service-success", "before": "2025-04..2025-06", "after": "2025-09..2025-11"},
        ),
        proposed(
            "P-online-support-2025-003",
            say("知识库标题用客户的原话", "Titles of the knowledge base in customers' own words"),
            "deng-wen",
            "2025-12-15",
            "proven",
            answered="2025-12-22",
            answer=say("采纳，先写最常问的120题。", "Adopted, beginning with the 120 questions asked most."),
            done="2026-03-27",
            proven="2026-09-15",
            reward=money(1000, "年度金点子", "Idea of the year"),
            actions=["A-online-support-2026-002"],
            effect={"kpi": "self-service-success", "before": "2025-10..2025-12", "after": "2026-06..2026-08"},
        ),
        proposed(
            "P-online-support-2026-001",
            say("会话结束自动发送摘要", "Send a summary when a chat ends"),
            "deng-wen",
            "2026-09-21",
            "adopted",
            answered="2026-10-02",
            answer=say("采纳，排在备用页之后。", "Adopted, after the fallback page."),
        ),
    ],
    "field-service": [
        proposed(
            "P-field-service-2025-001",
            say("零件编号改成扫码", "Scan the part number instead of typing it"),
            "guo-qiang",
            "2025-02-24",
            "proven",
            answered="2025-03-12",
            answer=say("采纳，随电子派工单一起上线。", "Adopted, with the job sheets on the telephone."),
            done="2025-06-09",
            proven="2025-10-15",
            reward=money(500),
            actions=["A-field-service-2025-003"],
            effect={"kpi": "records-complete", "before": "2025-02..2025-04", "after": "2025-08..2025-10"},
        ),
        proposed(
            "P-field-service-2025-002",
            say("工具箱按故障类型分格", "Sort the tool box by kind of fault"),
            "he-ping",
            "2025-09-08",
            "proven",
            answered="2025-09-22",
            answer=say("采纳，先试两辆车。", "Adopted, two vans first."),
            done="2025-11-03",
            proven="2026-02-16",
            reward=money(600),
            effect=typed("每次上门找工具的时间", "Time spent looking for tools per visit", 10, 6, "min", "lower"),
        ),
        proposed(
            "P-field-service-2026-001",
            say("远程视频请资深工程师指导", "Video advice from a senior engineer"),
            "guo-qiang",
            "2026-09-28",
            "adopted",
            answered="2026-10-16",
            answer=say("采纳，列为创新试点。", "Adopted as a trial."),
            actions=["A-field-service-2026-003"],
        ),
        proposed(
            "P-field-service-2026-002",
            say("雨天上门先铺防滑垫", "Lay a mat before working on rainy days"),
            "he-ping",
            "2026-11-09",
            "submitted",
        ),
    ],
    "service-hall": [
        proposed(
            "P-service-hall-2025-001",
            say("上午高峰增开弹性窗口", "Open flexible windows during the morning peak"),
            "zhu-qing",
            "2025-10-13",
            "proven",
            answered="2025-10-20",
            answer=say("采纳，先开两个。", "Adopted, two to begin with."),
            done="2025-12-15",
            proven="2026-06-08",
            reward=money(500),
            actions=["A-service-hall-2025-004"],
            effect={"kpi": "waiting-time", "before": "2025-10..2025-12", "after": "2026-03..2026-05"},
        ),
        proposed(
            "P-service-hall-2025-002",
            say("自助终端首页减到五个按钮", "Five buttons on the first screen of the terminal"),
            "zhu-qing",
            "2025-12-08",
            "done",
            answered="2025-12-16",
            answer=say("采纳。", "Adopted."),
            done="2026-03-20",
            reward=money(200),
            actions=["A-service-hall-2026-001"],
            effect={"kpi": "self-service-success", "before": "2025-12..2026-02", "after": "2026-05..2026-07"},
        ),
        proposed(
            "P-service-hall-2026-001",
            say("窗口放纸质评价卡，老人可投", "Paper cards at the windows for older customers"),
            "zhu-qing",
            "2026-05-18",
            "adopted",
            answered="2026-05-25",
            answer=say("采纳，并加窗口口头评价。", "Adopted, with spoken ratings at the window as well."),
            actions=["A-service-hall-2026-002"],
        ),
    ],
    "branch-counter": [
        proposed(
            "P-branch-counter-2026-001",
            say("终端上一键登记口头投诉", "One key on the terminal for a spoken complaint"),
            "tan-yue",
            "2026-10-20",
            "adopted",
            answered="2026-10-26",
            answer=say("采纳，已立项。", "Adopted, an action has been opened."),
        ),
        proposed(
            "P-branch-counter-2026-002",
            say("等候区加六个折叠座位", "Six folding seats in the waiting area"),
            "tan-yue",
            "2026-10-27",
            "submitted",
        ),
    ],
}
