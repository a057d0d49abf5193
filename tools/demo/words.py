"""Short ways to write texts, answers, findings and actions down, in the shape the YAML has."""

from __future__ import annotations

from typing import Any

Data = dict[str, Any]


def say(zh: str, en: str) -> Data:
    """A text in both languages."""
    return {"zh": zh, "en": en}


def link(path: str) -> str:
    """Evidence lies on the group's intranet, which exists on no network."""
    return f"https://intranet.example/{path}"


def seen(score: int | str, zh: str, en: str, *evidence: str) -> Data:
    """An answer with what the auditor saw."""
    return kept({"score": score, "note": say(zh, en), "evidence": [link(path) for path in evidence]})


def sampled(size: int, failed: int, zh: str = "", en: str = "", *evidence: str) -> Data:
    """An answer from a sample of cases."""
    return kept(
        {
            "sample": {"size": size, "failed": failed},
            "note": say(zh, en) if zh else None,
            "evidence": [link(path) for path in evidence],
        }
    )


def not_here(zh: str, en: str) -> Data:
    """An answer "not applicable", with the reason."""
    return {"na": say(zh, en)}


def cause(category: str, summary: Data, *whys: Data) -> Data:
    return kept({"category": category, "whys": list(whys), "summary": summary})


def finding(
    id: str,
    item: str,
    class_: str,
    problem: Data,
    *,
    cause: Data | None = None,
    risk: tuple[int, int] | None = None,
    repeats: str | None = None,
    accepted: Data | None = None,
    evidence: tuple[str, ...] = (),
) -> Data:
    """`risk` is (likelihood, impact)."""
    return kept(
        {
            "id": id,
            "item": item,
            "class": class_,
            "problem": problem,
            "cause": cause,
            "likelihood": risk[0] if risk else None,
            "impact": risk[1] if risk else None,
            "repeats": repeats,
            "accepted": accepted,
            "evidence": [link(path) for path in evidence],
        }
    )


def action(
    id: str,
    title: Data,
    *,
    for_: list[str],
    type: str,
    owner: str,
    opened: str,
    due: str,
    status: str,
    priority: str = "medium",
    esia: str | None = None,
    moved: list[Data] | None = None,
    progress: int | None = None,
    done: str | None = None,
    evidence: tuple[str, ...] = (),
    innovation: bool = False,
    verification: Data | None = None,
    effect: Data | None = None,
    log: list[Data] | None = None,
    note: Data | None = None,
) -> Data:
    return kept(
        {
            "id": id,
            "title": title,
            "for": for_,
            "type": type,
            "esia": esia,
            "owner": owner,
            "priority": priority,
            "opened": opened,
            "due": due,
            "moved": moved,
            "status": status,
            "progress": progress,
            "done": done,
            "evidence": [link(path) for path in evidence or ((f"actions/{id}",) if done else ())],
            "innovation": innovation or None,
            "verification": verification,
            "effect": effect,
            "log": log,
            "note": note,
        }
    )


def moved(from_: str, to: str, zh: str, en: str) -> Data:
    return {"from": from_, "to": to, "reason": say(zh, en)}


def verified(date: str, by: str, result: str, zh: str, en: str) -> Data:
    return {"date": date, "by": by, "result": result, "note": say(zh, en)}


def effect(kpi: str, before: str, after: str, target: float | None = None) -> Data:
    return kept({"kpi": kpi, "before": before, "after": after, "target": target})


def logged(date: str, zh: str, en: str) -> Data:
    return {"date": date, "note": say(zh, en)}


def kept(data: Data) -> Data:
    """Without what was not said."""
    return {key: value for key, value in data.items() if value not in (None, [], ())}
