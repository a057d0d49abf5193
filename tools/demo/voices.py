"""What customers write in the quarterly survey: a handful of voices per team, and when they are heard."""

# ruff: noqa: E501 - one voice a line

from __future__ import annotations

from typing import NamedTuple

START, END = "2024-Q4", "2026-Q3"


class Voice(NamedTuple):
    """`first` and `last`: quarters in which customers say so."""

    first: str
    last: str
    rating: int
    zh: str
    en: str


VOICES: dict[str, list[Voice]] = {
    "front-desk": [
        Voice(START, "2025-Q4", 2, "前台排队四十分钟没有人理，问了三个人都说不归自己管。", "Forty minutes in the queue at the desk; three people said it was not theirs."),
        Voice(START, "2025-Q4", 2, "给前台发的留言半天没有回复，最后只好下楼排队。", "My message to the desk had no reply for hours, so I queued downstairs after all."),
        Voice(START, "2025-Q4", 1, "退房排队太久，差点误了火车。", "The queue at check-out nearly cost me my train."),
        Voice(START, "2026-Q1", 3, "每换一个人就要把事情再说一遍，留言好像没有人看。", "I had to explain it again to each new person; nobody seems to read the message."),
        Voice("2026-Q1", END, 5, "留言十几分钟就有回复，比去年快多了。", "The reply to my message came within minutes, far quicker than last year."),
        Voice("2026-Q1", END, 5, "前台一看到留言就有人接手，不用排队。", "Somebody at the desk took up my message at once; no queue at all."),
        Voice("2026-Q2", END, 3, "不同的员工对同一项政策说法不一样，资料像是旧的。", "Staff gave different answers about the same policy; their information looks old."),
        Voice(START, END, 5, "服务态度很好，礼宾员工记得我的名字。", "Friendly staff; the concierge remembered me."),
        Voice(START, END, 4, "房间干净，员工热情，大堂晚上有点吵。", "A clean room and friendly staff, though the lobby is noisy at night."),
        Voice(START, END, 3, "大堂太吵，打电话听不清。", "The lobby is too noisy for a telephone call."),
    ],
    "call-centre": [
        Voice(START, "2025-Q3", 2, "同一个问题打了三次电话，每次都从头讲。", "Three calls about the same problem, each from the beginning."),
        Voice(START, "2025-Q3", 2, "客服说会回电，等了两天没有回电。", "They promised to call back; two days without a call."),
        Voice("2025-Q4", "2026-Q2", 5, "一个电话就解决问题，客服很专业。", "One call and the problem was solved; a competent agent."),
        Voice("2025-Q4", "2026-Q2", 4, "客服听明白问题才回答，不用重复。", "The agent understood the problem before answering; nothing to repeat."),
        Voice("2026-Q2", END, 1, "电话等了二十分钟才接通，接电话的新人什么也答不上来。", "Twenty minutes of waiting, and the new agent could answer nothing."),
        Voice("2026-Q2", END, 1, "等待时间越来越长，电话转来转去还是没有解决。", "Waiting gets longer and longer; the call was passed round and the problem is still there."),
        Voice("2026-Q3", END, 2, "新人很有礼貌，但问题要转给别人，又等了一天。", "The new agent was polite, but the problem went to somebody else and I had to wait another day."),
        Voice("2026-Q3", END, 2, "电话等待的时候一直放音乐，不告诉我还要等多久。", "Music while waiting, and never a word on how long the waiting would last."),
        Voice(START, END, 4, "客服态度耐心，语速合适。", "A patient agent who speaks clearly."),
        Voice(START, END, 3, "语音菜单太深，找不到人工客服。", "The voice menu is too deep; it is hard to reach an agent."),
    ],
    "online-support": [
        Voice(START, "2025-Q2", 3, "常见问题里搜不到我的问题，只能找人工。", "The FAQ did not know my question, so I asked an agent."),
        Voice(START, "2025-Q2", 4, "人工客服回复及时，答案清楚。", "A prompt reply from the agent, and a clear answer."),
        Voice("2025-Q3", "2025-Q4", 1, "机器人听不懂，绕了五圈才转人工。", "The bot understood nothing; five rounds before an agent came."),
        Voice("2025-Q3", "2025-Q4", 1, "机器人答非所问，还说问题已经解决。", "The bot answered something else and called my question solved."),
        Voice("2025-Q3", "2025-Q4", 2, "找不到人工客服的入口，机器人只会重复。", "No way to reach an agent; the bot just repeats itself."),
        Voice("2026-Q1", "2026-Q1", 4, "机器人没了，直接找人工，方便。", "The bot is gone; straight to an agent, much easier."),
        Voice("2026-Q1", "2026-Q1", 3, "常见问题页又回来了，还是搜不到答案，问人工要排队。", "The FAQ is back and still has no answer; there is a queue for an agent."),
        Voice("2026-Q2", END, 5, "知识库用的是大白话，一搜就有答案。", "The knowledge base speaks plainly; one search and there is the answer."),
        Voice("2026-Q2", END, 5, "知识库的答案一步一步写得清楚，自己就办好了。", "The answer in the knowledge base is clear, step by step; I managed by myself."),
        Voice("2026-Q2", END, 3, "知识库打不开的时候没有别的办法，只能等。", "When the knowledge base is down there is nothing but waiting."),
        Voice(START, END, 4, "在线客服回复快，语气友好。", "A quick and friendly reply in the chat."),
    ],
    "field-service": [
        Voice(START, "2025-Q2", 2, "师傅来了才发现没有配件，又等了一周。", "The engineer came without the part; another week of waiting."),
        Voice(START, "2025-Q2", 2, "上门两次才修好，第一次缺配件。", "Two visits for one repair; the first time a part was missing."),
        Voice(START, "2025-Q3", 1, "配件缺货，冰箱停了九天。", "The part was out of stock and the fridge stood still for nine days."),
        Voice("2025-Q3", END, 5, "师傅车上就有配件，一次修好。", "The engineer had the part in the van; repaired in one visit."),
        Voice("2025-Q3", END, 5, "一次上门就修好，还讲了怎么保养。", "One visit, repaired, and the engineer explained how to look after it."),
        Voice("2025-Q4", END, 4, "预约时间准时，配件齐全。", "On time for the appointment, with every part."),
        Voice(START, END, 5, "师傅很有礼貌，进门穿鞋套，走时收拾干净。", "A polite engineer who left everything clean."),
        Voice(START, END, 3, "预约的时间段太宽，要请半天假等师傅。", "The appointment window is too wide; half a day off to wait for the engineer."),
        Voice(START, END, 4, "师傅手艺好，修好后打电话回访。", "Good work by the engineer, and a call afterwards."),
    ],
    "service-hall": [
        Voice(START, END, 5, "预审台先把材料看一遍，窗口一次办完。", "The pre-check desk read my papers first; the window needed one go."),
        Voice(START, END, 5, "取号后等候不长，窗口人员讲得明白。", "A short wait after taking a number, and clear words at the window."),
        Voice(START, END, 5, "材料齐全十分钟办完，没有白跑。", "With all papers it took ten minutes, no second visit."),
        Voice(START, END, 4, "预审台的工作人员耐心，材料缺什么写得清楚。", "Patient staff at the pre-check desk wrote down which papers were missing."),
        Voice(START, "2025-Q4", 3, "自助终端排队时没有人指引，不知道哪台能办。", "Nobody guides people at the terminals; it is unclear which one does what."),
        Voice("2025-Q3", "2025-Q4", 3, "台风后大厅人多，等候时间长。", "After the typhoon the hall was crowded and the wait was long."),
        Voice("2026-Q1", END, 3, "自助终端的字太小，老人用不来。", "The letters on the terminal are too small for older people."),
        Voice("2026-Q1", END, 5, "等候时间比去年短，窗口态度一直很好。", "A shorter wait than last year, and good manners at the window as ever."),
        Voice(START, END, 4, "自助终端方便，就是只有四台。", "The terminal is handy; there are just four of them."),
    ],
    "branch-counter": [
        Voice("2025-Q3", "2026-Q1", 2, "等候时间长，轮到我才说材料不全。", "A long wait, then at the counter I learned that my papers were incomplete."),
        Voice("2025-Q3", "2026-Q1", 2, "只开一个柜台，等候的人坐不下。", "One counter open, and not enough seats for everybody in the wait."),
        Voice("2025-Q3", "2026-Q1", 3, "柜台人员态度好，但材料要求说不清。", "Kind staff at the counter, but unclear about the papers needed."),
        Voice("2026-Q2", END, 5, "预审台先看材料，等候时间短多了。", "The pre-check desk looks at the papers first; the wait is far shorter."),
        Voice("2026-Q2", END, 5, "材料一次说清，柜台几分钟办完。", "Told at once which papers I needed; a few minutes at the counter."),
        Voice("2026-Q2", END, 3, "中午等候的人还是多，柜台可以错开吃饭。", "Still a wait at noon; the counter could stagger its lunch."),
        Voice("2025-Q3", END, 4, "柜台人员有耐心，解释产品不推销。", "Patient counter staff who explain and do not sell."),
    ],
}  # fmt: skip
