"""The parts of sentences about schema mistakes, in both languages: what a value is, what was expected, what to type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from auditloop.problems import Bilingual
from auditloop.problems.shown import shown
from auditloop.validate.colon import tight_colon

_TYPES = {
    "string": Bilingual("文字", "text"),
    "number": Bilingual("数", "a number"),
    "integer": Bilingual("整数", "a whole number"),
    "boolean": Bilingual("true 或 false", "true or false"),
    "array": Bilingual("列表", "a list"),
    "object": Bilingual("一组“键: 值”", "a group of “key: value”"),
    "null": Bilingual("空", "nothing"),
}
_YES = frozenset({"yes", "on", "y", "是", "有", "true", "t", "对", "1"})
_NO = frozenset({"no", "off", "n", "否", "无", "false", "f", "错", "0"})
_LONGEST_GUESS = 60
_NO_SCHEMA: Mapping[str, Any] = MappingProxyType({})
_SLUG = "^[a-z0-9]+(-"
"""How the patterns of ids begin."""
_SHARE = re.compile(r"\s*([0-9]{1,12})\s*/\s*([0-9]{1,12})\s*")
_NOTED = re.compile(r"(?P<score>[0-9]{1,4})(?:\s*[,;:，；：.。、–—-]\s*|\s+)(?P<note>[^\W\d].{5,})", re.DOTALL)
"""A number, then words: longer than a unit is."""
_BOTH_LANGUAGES = re.compile(r"^(?P<zh>.*[。！？：]) (?P<en>[^\u4e00-\u9fff]*)$", re.DOTALL)


def described(value: Any) -> Bilingual:
    """What somebody wrote, as a noun."""
    if value is None:
        return Bilingual("空的", "empty")
    if isinstance(value, bool):
        return Bilingual(f" {shown(value)}", shown(value))
    if isinstance(value, (int, float)):
        return Bilingual(f"数 {shown(value)}", f"the number {shown(value)}")
    if isinstance(value, str):
        return Bilingual(f"文字“{shown(value)}”", f"the text “{shown(value)}”")
    return _TYPES["array" if isinstance(value, list) else "object"]


def expected(types: str | Sequence[str]) -> Bilingual:
    """`number`, or several that are possible."""
    named = [_TYPES[each] for each in ([types] if isinstance(types, str) else types) if each != "null"]
    if not named:
        return _TYPES["null"]
    *some, last = named
    if not some:
        return last
    zh, en = "、".join(each.zh for each in some), ", ".join(each.en for each in some)
    return Bilingual(f"{zh}或{last.zh}", f"{en} or {last.en}")


def subject(pointer: Sequence[str | int]) -> Bilingual:
    """What a mistake is about: a key, an entry of a list, or the document."""
    if not pointer:
        return Bilingual("这个文件", "this file")
    if isinstance(pointer[-1], str):
        return Bilingual(f"“{shown(pointer[-1])}”", f"“{shown(pointer[-1])}”")
    key = next((step for step in reversed(pointer) if isinstance(step, str)), None)
    if key is None:
        return Bilingual("列表中的一项", "an entry of the list")
    return Bilingual(f"“{shown(key)}”中的一项", f"an entry of “{shown(key)}”")


def sentence_start(what: Bilingual) -> Bilingual:
    """The subject at the beginning of a sentence."""
    return Bilingual(what.zh, what.en[:1].upper() + what.en[1:])


def both_languages(text: str) -> Bilingual:
    """Schemas say everything in Chinese, then in English: `标识。 An id.`"""
    found = _BOTH_LANGUAGES.match(text)
    return Bilingual(found["zh"], found["en"]) if found else Bilingual(text, text)


def hint_from_schema(schema: Mapping[str, Any]) -> Bilingual:
    """What the schema itself advises: its message about patterns, an example, its description."""
    if "patternErrorMessage" in schema:
        return both_languages(schema["patternErrorMessage"])
    if schema.get("examples"):
        example = shown(schema["examples"][0])
        return Bilingual(f"例如：{example}", f"For example: {example}")
    if schema.get("description"):
        return both_languages(schema["description"])
    return Bilingual(
        "对照同类文件或文档中的样例改正。", "Compare it with another file of this kind, or with the documentation."
    )


def pattern_hint(found: object, schema: Mapping[str, Any]) -> Bilingual:
    """How a text with a prescribed shape is written: itself with its slips removed, where that is the shape."""
    hint = hint_from_schema(schema)
    pattern = schema.get("pattern")
    if not isinstance(found, str) or not isinstance(pattern, str) or len(found) > _LONGEST_GUESS:
        return hint
    for repaired in _repaired(found):
        if re.search(pattern, repaired):
            return Bilingual(f"是不是想写 {repaired}？{hint.zh}", f"Did you mean {repaired}? {hint.en}")
    entries = [part.strip() for part in re.split("[，、；]", found)]
    if len(entries) > 1 and all(re.search(pattern, entry) for entry in entries):
        return Bilingual(
            f"各项之间用半角逗号加空格：{', '.join(entries)}",
            f"Between entries type a plain comma and a space: {', '.join(entries)}",
        )
    if pattern.startswith(_SLUG) and not found.isascii():
        return Bilingual(f"这里写标识，不写名称。{hint.zh}", f"Write the id here, not the name. {hint.en}")
    return hint


def _repaired(text: str) -> Iterator[str]:
    """The text as it may have been meant: in half-width, without quotes and commas around it, joined by dashes."""
    plain = unicodedata.normalize("NFKC", text).strip(" ,;.。、\"'“”‘’`")
    joined = re.sub("[\\s_–—]+", "-", plain)
    yield from (plain, joined, joined.lower(), joined[:1].upper() + joined[1:])


def nearest(wanted: object, known: Iterable[str]) -> str | None:
    """The known word that was probably meant."""
    text = str(wanted).casefold().replace("_", "-").strip()
    if len(text) > _LONGEST_GUESS:
        return None
    by_shape = {word.casefold().replace("_", "-"): word for word in known}
    close = get_close_matches(text, by_shape, n=1, cutoff=0.6)
    return by_shape[close[0]] if close else None


def choice_hint(found: object, choices: Sequence[object]) -> Bilingual:
    """The nearest of the possible values, and all of them."""
    words = [shown(choice) for choice in choices]
    close = nearest(found, words) if isinstance(found, (str, int, float)) else None
    zh = f"可以写：{'、'.join(words)}"
    en = f"Possible: {', '.join(words)}"
    if close:
        return Bilingual(f"是不是想写 {close}？{zh}", f"Did you mean {close}? {en}")
    return Bilingual(zh, en)


def free_keys(known: Iterable[str], present: Iterable[str]) -> list[str]:
    """The keys that could still be written."""
    taken = set(present)
    return [key for key in known if key not in taken]


def key_hint(meant: str | None, known: Sequence[str], present: Iterable[str]) -> Bilingual:
    """The key that was meant, else those that may still stand here."""
    if meant:
        return Bilingual(f"是不是想写 {meant}？", f"Did you mean {meant}?")
    free = free_keys(known, present)
    if not free:
        return Bilingual("删除它。", "Delete it.")
    words = ", ".join(sorted(free))
    return Bilingual(f"删除它，或改成这里可用的键：{words}", f"Delete it, or use one of these: {words}")


def type_hint(value: Any, types: Sequence[str], lead: str, schema: Mapping[str, Any] = _NO_SCHEMA) -> Bilingual:
    """What to type in place of a value of the wrong type. `lead` is what stands before it: `date: `, `- `."""
    keys = None if isinstance(value, (dict, list)) else _keys_hint(value, types, lead, schema)
    if keys is not None:
        return keys
    if value is None:
        return Bilingual(
            "在冒号后面写上内容，或删除这个键；以 # 开头的文字要加引号。",
            "Write something after the colon, or delete the key. Text that begins with # needs quotes.",
        )
    if "string" in types and isinstance(value, (bool, int, float)):
        return Bilingual(f'加上引号：{lead}"{shown(value)}"', f'Put it in quotes: {lead}"{shown(value)}"')
    if isinstance(value, str):
        return _hint_for_text(value, types, lead)
    if "array" in types and not isinstance(value, (dict, list)):
        return _list_hint(value, lead)
    if isinstance(value, list) and len(value) == 1 and "array" not in types and isinstance(value[0], (str, int, float)):
        alone = shown(f"{lead}{shown(value[0])}")
        return Bilingual(f"不要写成列表（“- ”或 [ ]）：{alone}", f"Write it without “- ” and [ ]: {alone}")
    if isinstance(value, list) and list(types) == ["object"]:
        return Bilingual("不要写成列表（“- ”或 [ ]），写成“键: 值”。", "Write lines “key: value”, without “- ” or [ ].")
    if "array" in types:
        return Bilingual("每一项前面加上“- ”。", "Begin every entry with “- ”.")
    if "integer" in types and isinstance(value, float):
        return Bilingual(f"写整数，例如 {round(value)}。", f"Write a whole number, such as {round(value)}.")
    word = expected(types)
    return Bilingual(f"写成{word.zh}。", f"Write {word.en}.")


def _keys_hint(value: Any, types: Sequence[str], lead: str, schema: Mapping[str, Any]) -> Bilingual | None:
    """The keys to write in place of a bare value, with the value where it clearly belongs: `baseline: {points: 6}`."""
    properties, required = schema.get("properties", {}), schema.get("required", ())
    if "object" not in types or not required or value is None or isinstance(value, bool) or tight_colon(str(value)):
        return None
    fits = [key for key in required if _belongs(value, properties.get(key, {}))]
    if list(types) != ["object"] and not (fits and str(value).startswith(("+", "-"))):
        return None  # 85% is the number 85 more likely than a change by 85%
    written = ", ".join(f"{key}: {shown(value) if fits[:1] == [key] else '…'}" for key in required)
    return Bilingual(f"写成：{lead}{{{written}}}", f"Write: {lead}{{{written}}}")


def _belongs(value: Any, schema: Mapping[str, Any]) -> bool:
    """Whether a bare value is clearly the one of this key: a number where a number stands, a text of its shape."""
    types = schema.get("type", ())
    if isinstance(value, str):
        return len(value) <= _LONGEST_GUESS and bool(re.search(schema.get("pattern", "(?!)"), value))
    return "number" in types or ("integer" in types and isinstance(value, int))


def _hint_for_text(text: str, types: Sequence[str], lead: str) -> Bilingual:
    if "boolean" in types:
        word = text.casefold().strip()
        if word in _YES or word in _NO:
            right = "true" if word in _YES else "false"
            return Bilingual(f"写成：{lead}{right}", f"Write: {lead}{right}")
        return Bilingual("写 true（是）或 false（否）。", "Write true (yes) or false (no).")
    if "number" in types or "integer" in types:
        of = _SHARE.fullmatch(text) if "object" in types else None
        if of:
            fixed = f"{lead}{{n: {of[1]}, of: {of[2]}}}"
            return Bilingual(f"写成分子和分母：{fixed}", f"Write numerator and denominator: {fixed}")
        if "number" not in types and text.rstrip().endswith(("%", "％")):
            return Bilingual("写个数，不写百分比，例如 3。", "Write how many, not a percentage: 3, for example.")
        number = number_in(text)
        if number:
            return Bilingual(
                f"只写数，不加引号、单位和千位逗号：{lead}{number}",
                f"Write the bare number, without quotes, unit or thousands commas: {lead}{number}",
            )
        if "null" in types:
            return Bilingual(
                "写一个数，例如 4 或 28.5；没有数据就空着。",
                "Write a number, such as 4 or 28.5; leave it empty where there are no data.",
            )
        if "number" not in types:
            return Bilingual("写一个整数，例如 4。", "Write a whole number, such as 4.")
        return Bilingual("写一个数，例如 4 或 28.5。", "Write a number, such as 4 or 28.5.")
    if "array" in types:
        return _list_hint(text, lead)
    slip = tight_colon(text)
    if "object" in types and slip:
        fixed = shown(f"{slip.key}: {slip.value}")
        return Bilingual(
            f"冒号要用半角，后面加一个空格：{fixed}", f"The colon must be a plain one with a space after it: {fixed}"
        )
    wanted = expected(types)
    return Bilingual(f"写成{wanted.zh}。", f"Write {wanted.en}.")


def noted_hint(text: str, lead: str) -> Bilingual | None:
    """How an answer is written that comes with words; None where it does not."""
    found = _NOTED.fullmatch(text.strip())
    if found is None:
        return None
    note = found["note"]
    quote = '"' if re.search(r"[,:#\[\]{}'\"]", note) and '"' not in note else ""
    fixed = shown(f"{lead}{{score: {found['score']}, note: {quote}{note}{quote}}}", 80)
    return Bilingual(f"答案和说明分开写：{fixed}", f"Write answer and note apart: {fixed}")


def _list_hint(value: Any, lead: str) -> Bilingual:
    text = str(value).strip().strip("[]［］【】")
    entries = [part.strip() for part in re.split("[,，、;；]", text) if part.strip()] or [text]
    written = shown(f"{lead}[{', '.join(entries)}]", 80)
    return Bilingual(f"写成列表：{written}", f"Write it as a list: {written}")


def number_in(text: str) -> str | None:
    """The number in `30 min`, `1,200`, `３０`, `85%`."""
    if len(text) > _LONGEST_GUESS:
        return None
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    plain = re.sub(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "", plain).replace(",", ".")
    found = re.fullmatch(r"[^0-9.+-]*([-+]?[0-9]+(?:\.[0-9]+)?)[^0-9]*", plain)
    return found[1] if found else None
