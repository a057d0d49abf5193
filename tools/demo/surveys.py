"""The quarterly survey of every team: respondents drawn one by one from the levels of the stories, then counted.

Each respondent has one mood behind all answers; how much of the overall rating each dimension carries differs by team.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from random import Random
from statistics import NormalDist
from typing import NamedTuple

from tools.demo.history import FIRST_AND_LAST, GAPS, HISTORY
from tools.demo.series import MONTHS, QUARTERS
from tools.demo.voices import VOICES, Voice
from tools.demo.words import Data, say

DIMENSIONS: list[Data] = [
    {"id": "solving-speed", "name": say("解决速度", "Solving speed"), "weight": 30},
    {"id": "staff-attitude", "name": say("服务态度", "Staff attitude"), "weight": 25},
    {"id": "solved-first-time", "name": say("一次解决", "Solved first time"), "weight": 30},
    {"id": "ease", "name": say("办事便捷", "Ease"), "weight": 15},
]

_LEVELS = {
    "solving-speed": "solving-speed-satisfaction",
    "staff-attitude": "staff-attitude-satisfaction",
    "solved-first-time": "solved-first-time-satisfaction",
    "ease": "csat",
}
"""Dimension → the monthly indicator whose level its share of 4 and 5 follows."""

_LOUDEST = 3
"""Comments of each half of the scale in one survey."""


class _Habit(NamedTuple):
    """How a team asks, and what its customers care for."""

    channel: str
    returned: float
    """Share of those asked that answer."""
    drives: tuple[float, float, float, float]
    """What each dimension carries of the overall rating, in the order of DIMENSIONS."""
    expects: tuple[float, float, float, float]
    matters: tuple[float, float, float, float]


_HABITS = {
    "front-desk": _Habit("mail", 0.31, (0.62, 0.2, 0.3, 0.14), (4.5, 4.4, 4.4, 4.2), (4.7, 4.3, 4.5, 4.0)),
    "call-centre": _Habit("phone", 0.24, (0.36, 0.14, 0.62, 0.16), (4.3, 4.3, 4.4, 4.1), (4.5, 4.0, 4.8, 4.1)),
    "online-support": _Habit("chat", 0.19, (0.4, 0.12, 0.5, 0.3), (4.4, 4.1, 4.4, 4.4), (4.4, 3.8, 4.6, 4.5)),
    "field-service": _Habit("app", 0.36, (0.38, 0.2, 0.6, 0.1), (4.2, 4.4, 4.6, 4.0), (4.3, 4.2, 4.8, 3.9)),
    "service-hall": _Habit("terminal", 0.42, (0.44, 0.3, 0.44, 0.24), (4.3, 4.4, 4.4, 4.3), (4.5, 4.3, 4.5, 4.2)),
    "branch-counter": _Habit("counter", 0.34, (0.5, 0.24, 0.3, 0.34), (4.3, 4.3, 4.3, 4.2), (4.5, 4.3, 4.3, 4.4)),
}

ROWS = {("front-desk", "2025-Q4"), ("front-desk", "2026-Q3"), ("call-centre", "2026-Q3")}
"""Surveys that keep the single answers, so that drivers can be found; the others keep counts only."""

_HEADINGS = {
    "overall": "总体满意度",
    "recommend": "推荐意愿",
    "solving-speed": "解决速度",
    "staff-attitude": "服务态度",
    "solved-first-time": "一次解决",
    "ease": "办事便捷",
}
"""What the call centre's survey tool calls the columns."""


class Written(NamedTuple):
    """`rows`: the CSV file beside the document, where the survey keeps one."""

    period: str
    document: Data
    rows: str | None


def surveys(team: str, seed: str) -> Iterator[Written]:
    first, last = FIRST_AND_LAST.get(team, (MONTHS[0], MONTHS[-1]))
    for index, quarter in enumerate(QUARTERS):
        months = _months(quarter)
        if first <= months[-1] and months[-1] <= last and (team, "nps", quarter) not in GAPS:
            yield _survey(team, quarter, index, Random(f"{seed}/survey/{team}/{quarter}"))


def _survey(team: str, quarter: str, index: int, chance: Random) -> Written:
    habit, nps = _HABITS[team], HISTORY[team]["nps"]
    n = max(round(nps.size * (1 + 0.04 * _normal(chance))), 40)
    shares = {id: _ratings(_level(team, kpi, quarter)) for id, kpi in _LEVELS.items()}
    scales = {
        "overall": _ratings(_level(team, "csat", quarter)),
        "recommend": _recommendations(nps.level.at(index, QUARTERS)),
        **shares,
    }
    borders = {question: _borders(each) for question, each in scales.items()}
    people = [_answers(habit, borders, chance) for _ in range(n)]
    document: Data = {
        "kind": "survey",
        "team": team,
        "period": quarter,
        "channel": habit.channel,
        "sent": round(n / (habit.returned * (1 + 0.05 * _normal(chance)))),
    }
    keeps = (team, quarter) in ROWS
    if not keeps:
        document["overall"] = _counts(people, "overall", 1)
        document["recommend"] = _counts(people, "recommend", 0)
    document["dimensions"] = {
        id: {"expectation": expected, "importance": importance} | ({} if keeps else {"answers": _counts(people, id, 1)})
        for id, expected, importance in zip(_LEVELS, habit.expects, habit.matters, strict=True)
    }
    if keeps:
        named = {"file": f"{quarter}.csv"}
        columns = {"columns": _HEADINGS} if team == "call-centre" else {}
        document["respondents_csv"] = {**named, **columns} if columns else named["file"]
    document["comments"] = [
        {"text": say(voice.zh, voice.en), "rating": voice.rating} for voice in _heard(team, quarter, chance)
    ]
    return Written(quarter, document, _csv(people, _HEADINGS if team == "call-centre" else {}) if keeps else None)


def _answers(habit: _Habit, borders: dict[str, list[float]], chance: Random) -> dict[str, int | None]:
    """One respondent: the same mood in every answer, and something of its own in each."""
    mood = _normal(chance)
    felt = {id: 0.55 * mood + 0.835 * _normal(chance) for id in _LEVELS}
    overall = sum(weight * feeling for weight, feeling in zip(habit.drives, felt.values(), strict=True))
    overall = 0.78 * overall + 0.45 * _normal(chance)
    spread = (1.1 * sum(weight * weight for weight in habit.drives) + 0.2) ** 0.5
    felt_all = {"overall": overall / spread, "recommend": 0.75 * overall / spread + 0.66 * _normal(chance), **felt}
    found: dict[str, int | None] = {}
    for question, feeling in felt_all.items():
        place = sum(feeling > border for border in borders[question])
        answered = question in ("overall", "recommend") or chance.random() > 0.04
        found[question] = (place if question == "recommend" else place + 1) if answered else None
    return found


def _ratings(satisfied: float) -> list[float]:
    """Shares of 1–5 around a share of 4 and 5 in per cent."""
    content, rest = satisfied / 100, 1 - satisfied / 100
    return [rest * 0.12, rest * 0.26, rest * 0.62, content * 0.42, content * 0.58]


def _recommendations(points: float) -> list[float]:
    """Shares of 0–10 around a net promoter score."""
    detractors = (0.68 - points / 100) / 2
    promoters = detractors + points / 100
    passives = 1 - promoters - detractors
    low = [0.04, 0.03, 0.06, 0.11, 0.14, 0.26, 0.36]
    return [*(detractors * each for each in low), passives * 0.44, passives * 0.56, promoters * 0.47, promoters * 0.53]


def _borders(shares: Sequence[float]) -> list[float]:
    """Feelings from which on the next answer is given. Rounded: the last digits differ between machines."""
    return [round(NormalDist().inv_cdf(min(max(each, 1e-6), 1 - 1e-6)), 6) for each in list(accumulate(shares))[:-1]]


def _level(team: str, kpi: str, quarter: str) -> float:
    months = _months(quarter)
    return sum(HISTORY[team][kpi].level.at(MONTHS.index(month), MONTHS) for month in months) / len(months)


def _months(quarter: str) -> list[str]:
    last = int(quarter[-1]) * 3
    return [month for at in range(last - 2, last + 1) if (month := f"{quarter[:4]}-{at:02d}") in MONTHS]


def _counts(people: Sequence[dict[str, int | None]], question: str, lowest: int) -> dict[int, int]:
    given = Counter(answer for person in people if (answer := person[question]) is not None)
    return {answer: given[answer] for answer in range(lowest, 11 if question == "recommend" else 6)}


def _heard(team: str, quarter: str, chance: Random) -> list[Voice]:
    """Voices of the time, the content and the others apart so that each survey has both."""
    now = [voice for voice in VOICES[team] if voice.first <= quarter <= voice.last]
    found = []
    for half in ([v for v in now if v.rating <= 3], [v for v in now if v.rating > 3]):
        waiting = list(half)
        count = min(_LOUDEST, len(half))
        found += [waiting.pop(int(chance.random() * len(waiting))) for _ in range(count)]
    return sorted(found, key=lambda voice: (voice.rating, voice.zh))


def _csv(people: Sequence[dict[str, int | None]], headings: dict[str, str]) -> str:
    questions = list(people[0])
    lines = [",".join(headings.get(question, question) for question in questions)]
    lines += [",".join("" if person[q] is None else str(person[q]) for q in questions) for person in people]
    return "\n".join(lines) + "\n"


def _normal(chance: Random) -> float:
    """Nearly standard normal: the sum of twelve uniform numbers."""
    return sum(chance.random() for _ in range(12)) - 6
