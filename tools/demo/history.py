"""Twenty-four months of every team: which indicators, at what level, and where the stories turn them."""

# ruff: noqa: E501 - one person, one series or one note a line

from __future__ import annotations

from tools.demo.series import Level, Series, Turn
from tools.demo.words import Data, say


def level(start: float, *turns: tuple[str, float, int]) -> Level:
    return Level(start, [Turn(*turn) for turn in turns])


def share(start: float, *turns: tuple[str, float, int], size: int, season: float = 0, wobble: float = 0.5) -> Series:
    return Series("proportion", level(start, *turns), size, season, wobble)


def mean(
    start: float,
    *turns: tuple[str, float, int],
    size: int,
    season: float,
    wobble: float,
    spread: float,
    digits: int = 1,
) -> Series:
    return Series("mean", level(start, *turns), size, season, wobble, spread, digits)


def uptime(start: float, *turns: tuple[str, float, int], wobble: float = 0.12) -> Series:
    return Series("plain", level(start, *turns), wobble=wobble, digits=2, ceiling=99.99)


def rate(start: float, *turns: tuple[str, float, int], size: int, season: float = 0.2, wobble: float = 0.15) -> Series:
    return Series("rate", level(start, *turns), size, season, wobble)


def leavers(start: float, *turns: tuple[str, float, int], staff: int) -> Series:
    return Series("proportion", level(start, *turns), staff, steady=True)


# Turns of the stories. The new triage screen of the front desk went live in February 2026.
TRIAGE = "2026-02"
# The call centre: problem cards from September 2025; staff leave from May 2026, and service follows.
CARDS, LEAVING = "2025-09", "2026-06"
# The engineers' minimum stock, filled in August 2025.
STOCK = "2025-08"
# Online support: the bot from July 2025, switched off in January 2026; the knowledge base from late March 2026.
BOT, BOT_OFF, KNOWLEDGE = "2025-07", "2026-01", "2026-04"
# The counter copies the hall's pre-check desk in May 2026.
PRECHECK = "2026-05"

HISTORY: dict[str, dict[str, Series]] = {
    "front-desk": {
        "first-response-time": mean(38, ("2026-01", 36, 1), (TRIAGE, 26, 2), size=1850, season=1.1, wobble=0.7, spread=21),
        "resolution-time": mean(3.7, ("2025-07", 4.1, 1), (TRIAGE, 3.3, 2), size=1820, season=0.15, wobble=0.1, spread=3.2),
        "first-contact-resolution": share(78, (TRIAGE, 83, 3), size=1840, season=-0.6),
        "csat": share(86, (TRIAGE, 91, 3), size=620, season=-0.8),
        "channel-availability": uptime(99.55, wobble=0.1),
        "handled-in-time": share(81, (TRIAGE, 92.5, 3), size=1850, season=-1, wobble=0.7),
        "escalation-time": mean(47, (TRIAGE, 40, 2), size=140, season=1.5, wobble=1.2, spread=22, digits=0),
        "commitments-kept": share(91.5, (TRIAGE, 95, 3), size=760, season=-0.5),
        "repeat-problem-rate": share(5.4, (TRIAGE, 4.2, 3), size=1850, season=0.2, wobble=0.2),
        "error-rate": share(2.1, ("2026-03", 1.7, 1), size=300, wobble=0.1),
        "complaint-rate": rate(4.9, (TRIAGE, 3.4, 3), size=6200),
        "waiting-time": mean(7.8, ("2026-01", 6.3, 2), size=4100, season=0.6, wobble=0.25, spread=5),
        "nps": mean(34, ("2026-Q1", 44, 2), size=480, season=-1, wobble=1.2, spread=68, digits=0),
        "solving-speed-satisfaction": share(80, (TRIAGE, 88.5, 3), size=590, season=-0.8),
        "staff-attitude-satisfaction": share(92, ("2026-03", 93, 1), size=600),
        "solved-first-time-satisfaction": share(79, (TRIAGE, 84.5, 3), size=585),
        "behaviour-score": mean(86, ("2026-Q2", 88, 1), size=34, season=0, wobble=0.5, spread=5),
        "staff-turnover": leavers(2.4, staff=38),
        "records-complete": share(92, ("2026-03", 95.5, 2), size=200),
    },
    "call-centre": {
        "first-response-time": mean(23, ("2025-10", 20.5, 2), (LEAVING, 33, 5), size=9800, season=1.6, wobble=0.7, spread=26),
        "resolution-time": mean(9.4, ("2025-07", 10.6, 1), (CARDS, 9.4, 2), (LEAVING, 13.2, 5), size=9700, season=0.4, wobble=0.25, spread=9),
        "first-contact-resolution": share(70.5, (CARDS, 77.5, 2), (LEAVING, 66.5, 4), size=9750, season=-0.6, wobble=0.7),
        "csat": share(84, (CARDS, 86.5, 2), (LEAVING, 78, 4), size=2100, season=-0.6, wobble=0.6),
        "channel-availability": uptime(99.62),
        "self-service-success": share(57, ("2025-10", 60, 3), size=5200, wobble=0.8),
        "handled-in-time": share(86, ("2025-10", 90, 2), (LEAVING, 76, 5), size=9800, season=-1, wobble=0.8),
        "escalation-time": mean(62, ("2025-04", 50, 3), (LEAVING, 71, 5), size=620, season=2, wobble=1.8, spread=32, digits=0),
        "commitments-kept": share(93, (LEAVING, 86.5, 5), size=2900, season=-0.5),
        "repeat-problem-rate": share(8.6, (CARDS, 6.6, 2), (LEAVING, 11.4, 4), size=9800, season=0.2, wobble=0.25),
        "error-rate": share(2.9, (CARDS, 2.1, 3), (LEAVING, 3.9, 4), size=500, wobble=0.1),
        "complaint-rate": rate(4.6, (CARDS, 3.9, 3), (LEAVING, 7.6, 4), size=24500),
        "nps": mean(26, ("2025-Q4", 31, 1), ("2026-Q3", 15, 1), size=840, season=-1, wobble=1, spread=70, digits=0),
        "solving-speed-satisfaction": share(79, (CARDS, 82.5, 3), (LEAVING, 72, 4), size=1980, season=-0.5),
        "staff-attitude-satisfaction": share(91, ("2026-07", 87.5, 4), size=2010),
        "solved-first-time-satisfaction": share(72, (CARDS, 78, 2), (LEAVING, 68, 4), size=1970),
        "behaviour-score": mean(84, ("2026-Q3", 80.5, 1), size=96, season=0, wobble=0.5, spread=6),
        "staff-turnover": leavers(2.0, ("2026-05", 6.8, 1), staff=118),
        "records-complete": share(94, ("2026-06", 90, 4), size=250),
    },
    "online-support": {
        "first-response-time": mean(17.5, ("2025-08", 14, 2), (KNOWLEDGE, 12.5, 3), size=6400, season=0.9, wobble=0.6, spread=17),
        "resolution-time": mean(6.1, ("2025-07", 6.9, 1), (KNOWLEDGE, 5.4, 3), size=6300, season=0.2, wobble=0.2, spread=6.5),
        "first-contact-resolution": share(75.5, (BOT, 73.5, 2), (BOT_OFF, 76, 1), (KNOWLEDGE, 82.5, 4), size=6350),
        "csat": share(85, (BOT, 81.5, 2), (BOT_OFF, 85, 1), (KNOWLEDGE, 90, 4), size=1500),
        "channel-availability": uptime(99.58, wobble=0.14),
        "self-service-success": share(61, (BOT, 57, 2), (BOT_OFF, 61, 1), (KNOWLEDGE, 72.5, 4), size=18500, wobble=0.8),
        "handled-in-time": share(84, ("2025-08", 90.5, 2), (KNOWLEDGE, 93, 3), size=6400, season=-0.8, wobble=0.6),
        "escalation-time": mean(52, (KNOWLEDGE, 43, 3), size=480, season=1.2, wobble=1.5, spread=26, digits=0),
        "commitments-kept": share(93.5, (KNOWLEDGE, 95.5, 3), size=1800),
        "repeat-problem-rate": share(6.8, (BOT, 8.6, 2), (BOT_OFF, 6.9, 1), (KNOWLEDGE, 5, 4), size=6400, wobble=0.2),
        "error-rate": share(2.4, (KNOWLEDGE, 1.6, 3), size=400, wobble=0.1),
        "complaint-rate": rate(3.8, (BOT, 5.2, 2), (BOT_OFF, 3.9, 1), (KNOWLEDGE, 2.9, 4), size=14800),
        "nps": mean(30, ("2025-Q3", 25, 1), ("2026-Q1", 31, 1), ("2026-Q2", 41, 2), size=720, season=-0.5, wobble=1, spread=69, digits=0),
        "solving-speed-satisfaction": share(81, (BOT, 77, 2), (BOT_OFF, 81, 1), (KNOWLEDGE, 87.5, 4), size=1420),
        "staff-attitude-satisfaction": share(91.5, (KNOWLEDGE, 92.5, 2), size=1380),
        "solved-first-time-satisfaction": share(76, (BOT, 73, 2), (BOT_OFF, 76.5, 1), (KNOWLEDGE, 83.5, 4), size=1400),
        "behaviour-score": mean(85.5, size=58, season=0, wobble=0.5, spread=5.5),
        "staff-turnover": leavers(2.3, staff=61),
        "records-complete": share(95.5, size=220),
    },
    "field-service": {
        "first-response-time": mean(31, ("2025-10", 28.5, 2), size=1180, season=1.6, wobble=0.9, spread=19),
        "resolution-time": mean(29, ("2025-07", 32, 1), (STOCK, 23.5, 3), size=2040, season=1.2, wobble=0.7, spread=22),
        "first-contact-resolution": share(69, (STOCK, 77.5, 4), size=2050, season=-0.6),
        "csat": share(85, (STOCK, 89.5, 4), size=540, season=-0.6),
        "channel-availability": uptime(99.4, wobble=0.15),
        "handled-in-time": share(86, (STOCK, 90.5, 4), size=2090, season=-1.2, wobble=0.7),
        "escalation-time": mean(64, ("2025-11", 55, 2), size=160, season=3, wobble=2, spread=30, digits=0),
        "commitments-kept": share(87, (STOCK, 93.5, 4), size=2090, season=-0.8),
        "repeat-problem-rate": share(9.4, (STOCK, 6.4, 4), size=2090, season=0.3, wobble=0.3),
        "error-rate": share(3.0, ("2025-11", 2.2, 2), size=240, wobble=0.1),
        "complaint-rate": rate(6.6, (STOCK, 4.4, 4), size=2150, wobble=0.2),
        "one-visit-success": share(73.5, (STOCK, 86.5, 4), size=2010, season=-0.5, wobble=0.6),
        "nps": mean(31, ("2025-Q4", 42, 1), size=420, season=-0.5, wobble=1, spread=67, digits=0),
        "solving-speed-satisfaction": share(76, (STOCK, 85, 4), size=500),
        "staff-attitude-satisfaction": share(93.5, size=515),
        "solved-first-time-satisfaction": share(72, (STOCK, 84, 4), size=495),
        "behaviour-score": mean(87, size=44, season=0, wobble=0.5, spread=5),
        "staff-turnover": leavers(1.6, staff=47),
        "records-complete": share(83, ("2025-06", 93.5, 3), size=180),
    },
    "service-hall": {
        "first-response-time": mean(19, ("2026-01", 17.5, 3), size=1400, season=0.7, wobble=0.5, spread=11),
        "resolution-time": mean(5.2, ("2025-07", 5.6, 1), ("2026-01", 4.8, 6), size=10800, season=0.15, wobble=0.12, spread=5),
        "first-contact-resolution": share(90, ("2026-01", 91.5, 4), size=10900, wobble=0.4),
        "csat": share(94.8, ("2026-01", 95.8, 4), size=2600, wobble=0.3),
        "channel-availability": uptime(99.74, wobble=0.07),
        "self-service-success": share(69, ("2026-01", 69.5, 1), size=3900, wobble=0.7),
        "handled-in-time": share(95.5, ("2026-01", 96.5, 4), size=10900, wobble=0.35),
        "escalation-time": mean(34, size=210, season=1, wobble=1, spread=16, digits=0),
        "commitments-kept": share(97, ("2026-01", 97.8, 4), size=4200, wobble=0.25),
        "repeat-problem-rate": share(3.1, ("2026-01", 2.7, 4), size=10900, wobble=0.12),
        "error-rate": share(1.2, size=400, wobble=0.05),
        "complaint-rate": rate(1.5, ("2026-01", 1.2, 4), size=11300, season=0.1, wobble=0.08),
        "waiting-time": mean(9.4, ("2025-12", 7.8, 4), size=10600, season=0.9, wobble=0.3, spread=6),
        "one-visit-success": share(93.2, ("2025-12", 95, 4), size=10700, wobble=0.3),
        "nps": mean(58, ("2026-Q1", 61, 2), size=760, season=0, wobble=1, spread=55, digits=0),
        "solving-speed-satisfaction": share(92.5, ("2026-01", 93.5, 4), size=2480, wobble=0.4),
        "staff-attitude-satisfaction": share(96.5, size=2520, wobble=0.3),
        "solved-first-time-satisfaction": share(92, ("2026-01", 93, 4), size=2470, wobble=0.4),
        "behaviour-score": mean(91, size=52, season=0, wobble=0.4, spread=4),
        "staff-turnover": leavers(1.2, staff=54),
        "records-complete": share(97.5, size=250, wobble=0.3),
    },
    "branch-counter": {
        "first-response-time": mean(29, ("2026-03", 26.5, 2), size=420, season=1, wobble=0.8, spread=15),
        "resolution-time": mean(14, ("2026-03", 12.5, 3), size=900, season=0.4, wobble=0.4, spread=11),
        "first-contact-resolution": share(76, (PRECHECK, 82, 2), size=910),
        "csat": share(86, (PRECHECK, 89.5, 2), size=310),
        "channel-availability": uptime(99.45, wobble=0.12),
        "handled-in-time": share(87, (PRECHECK, 91, 2), size=920, season=-0.8),
        "escalation-time": mean(58, size=70, season=2, wobble=2, spread=26, digits=0),
        "commitments-kept": share(92, (PRECHECK, 94, 2), size=380),
        "repeat-problem-rate": share(6.5, (PRECHECK, 5.4, 2), size=920, wobble=0.2),
        "error-rate": share(2.6, ("2026-02", 1.8, 2), size=200, wobble=0.1),
        "complaint-rate": rate(4.2, (PRECHECK, 3.5, 2), size=3100),
        "waiting-time": mean(14.6, (PRECHECK, 10.9, 2), size=2600, season=1, wobble=0.4, spread=8),
        "nps": mean(29, ("2026-Q2", 36, 1), size=300, season=0, wobble=1, spread=68, digits=0),
        "solving-speed-satisfaction": share(79, (PRECHECK, 86, 2), size=290),
        "staff-attitude-satisfaction": share(90.5, ("2026-02", 92, 2), size=295),
        "solved-first-time-satisfaction": share(80, (PRECHECK, 85, 2), size=288),
        "records-complete": share(90, size=120),
    },
}  # fmt: skip

FIRST_AND_LAST = {"branch-counter": ("2025-07", "2026-08")}
"""The branch opened in July 2025; its figures for September and October 2026 have not come in."""

BY_PERIOD = ("branch-counter",)
"""These teams hand in one file per period with all indicators; the others one file per indicator."""

GAPS: frozenset[tuple[str, str, str]] = frozenset(
    {
        ("front-desk", "csat", "2025-02"),
        ("front-desk", "solving-speed-satisfaction", "2025-02"),
        ("front-desk", "staff-attitude-satisfaction", "2025-02"),
        ("front-desk", "solved-first-time-satisfaction", "2025-02"),
        ("call-centre", "first-contact-resolution", "2025-07"),
        ("field-service", "records-complete", "2025-01"),
        ("online-support", "error-rate", "2025-12"),
        ("branch-counter", "nps", "2026-Q1"),
    }
)
"""Values that were never handed in."""

TYPHOON = {"front-desk": 96.4, "call-centre": 94.8, "online-support": 94.6, "field-service": 95.9, "service-hall": 93.7,
           "branch-counter": 95.2}  # fmt: skip
"""Availability in September 2025, excluded in the definition."""

NOTES: dict[tuple[str, str, str], Data] = {
    ("front-desk", "first-response-time", "2026-02"): say(
        "二月十日起启用分诊屏，当月前十天仍是旧做法。",
        "Triage screen in use from 10 February; the first ten days still the old way.",
    ),
    ("front-desk", "csat", "2025-03"): say(
        "二月短信评价接口故障，未收到评价；三月起恢复。",
        "No ratings in February: the text-message interface was down. Back in March.",
    ),
    ("call-centre", "first-contact-resolution", "2025-08"): say(
        "七月系统切换，首次解决标记缺失，无法补算。",
        "The July change of system lost the first-contact flag; July cannot be reconstructed.",
    ),
    ("call-centre", "staff-turnover", "2026-07"): say(
        "离职人员中多数在岗不满一年，主要去向为同城新开的联络中心。",
        "Most leavers had been with us for less than a year; a new contact centre in the city hired them.",
    ),
    ("online-support", "self-service-success", "2025-07"): say(
        "问答机器人七月一日上线。", "The chat bot went live on 1 July."
    ),
    ("online-support", "self-service-success", "2026-01"): say(
        "一月八日停用机器人，恢复原有常见问题页。", "Bot switched off on 8 January; the former FAQ page is back."
    ),
    ("field-service", "one-visit-success", "2025-08"): say(
        "八月起四十种关键备件随车或在站常备。", "From August forty key parts are kept in the vans or at the depot."
    ),
    ("service-hall", "waiting-time", "2025-09"): say(
        "台风后两天集中补办，等候偏长。", "Two crowded days after the typhoon made waiting longer."
    ),
    ("branch-counter", "waiting-time", "2026-05"): say("预审台五月六日启用。", "The pre-check desk opened on 6 May."),
}
