"""The three registers that go to spreadsheets and come back: their columns, what these are called and where each stands
in the data. Reads and writes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from auditloop.problems import Bilingual

LANGUAGES = {"zh": Bilingual("中文", "Chinese"), "en": Bilingual("英文", "English")}


@dataclass(frozen=True, slots=True)
class Field:
    """`name` is what the column is called in both languages at once; `path` leads to its value in a record.

    `kind`: id, text, number, whole, date, period, window, flag, choice, ids, links, entries, score, or info, which is
    for the reader only and not read back.
    """

    name: str
    title: Bilingual
    kind: str
    path: tuple[str, ...]
    choices: tuple[str, ...] = ()


def _field(name: str, zh: str, en: str, kind: str, path: str = "", choices: str = "") -> Field:
    return Field(name, Bilingual(zh, en), kind, tuple((path or name).split("/")), tuple(choices.split()))


@dataclass(frozen=True, slots=True)
class Register:
    """`keys` name a record; of the fields in `one_of` a record has one set, replaced as a whole."""

    name: str
    title: Bilingual
    keys: tuple[str, ...]
    fields: tuple[Field, ...]
    one_of: frozenset[str]

    def field(self, name: str) -> Field:
        return next(field for field in self.fields if field.name == name)


OBSERVATIONS = Register(
    "observations",
    Bilingual("指标数据", "observations"),
    ("team", "kpi", "period"),
    (
        _field("team", "团队", "Team", "id"),
        _field("kpi", "指标", "Indicator", "id"),
        _field("kpi_name", "指标名称", "Name of the indicator", "info"),
        _field("unit", "单位", "Unit", "info"),
        _field("period", "期间", "Period", "period"),
        _field("value", "数值", "Value", "number"),
        _field("n", "样本量或分子", "Sample size or numerator", "number"),
        _field("of", "分母", "Denominator", "number"),
        _field("note", "说明", "Note", "text"),
    ),
    frozenset({"value", "n", "of"}),
)
ANSWERS = Register(
    "answers",
    Bilingual("审核答案", "audit answers"),
    ("audit", "item"),
    (
        _field("audit", "审核", "Audit", "id"),
        _field("item", "检查项", "Item", "id"),
        _field("question", "问题", "Question", "info"),
        _field("score", "评分", "Score", "score"),
        _field("sample_size", "抽查数", "Sample size", "whole", "sample/size"),
        _field("sample_failed", "不合格数", "Failed", "whole", "sample/failed"),
        _field("na", "不适用的理由", "Not applicable because", "text"),
        _field("note", "说明", "Note", "text"),
        _field("evidence", "证据", "Evidence", "links"),
        _field("confirm", "待确认", "To be confirmed", "flag"),
    ),
    frozenset({"score", "sample", "na"}),
)
ACTIONS = Register(
    "actions",
    Bilingual("措施", "actions"),
    ("id",),
    (
        _field("team", "团队", "Team", "id"),
        _field("id", "编号", "Id", "id"),
        _field("title", "标题", "Title", "text"),
        _field("for", "针对", "For", "ids"),
        _field("type", "类型", "Type", "choice", "", "containment corrective preventive improvement training"),
        _field("esia", "优化手法", "ESIA", "choice", "", "eliminate simplify integrate automate"),
        _field("owner", "负责人", "Owner", "id"),
        _field("priority", "优先级", "Priority", "choice", "", "high medium low"),
        _field("opened", "立项日期", "Opened", "date"),
        _field("due", "期限", "Due", "date"),
        _field("status", "状态", "Status", "choice", "", "planned in-progress blocked done verified cancelled"),
        _field("progress", "进度（%）", "Progress (%)", "number"),
        _field("done", "完成日期", "Done", "date"),
        _field("evidence", "证据", "Evidence", "links"),
        _field("innovation", "创新尝试", "Innovation", "flag"),
        _field("verification_date", "验证日期", "Verified on", "date", "verification/date"),
        _field("verification_by", "验证人", "Verified by", "id", "verification/by"),
        _field("verification_result", "验证结果", "Result of verification", "choice", "verification/result",
               "effective partly ineffective"),
        _field("verification_note", "验证依据", "Grounds of verification", "text", "verification/note"),
        _field("effect_kpi", "效果指标", "Effect on", "id", "effect/kpi"),
        _field("effect_before", "之前", "Before", "window", "effect/before"),
        _field("effect_after", "之后", "After", "window", "effect/after"),
        _field("effect_target", "希望达到", "Hoped for", "number", "effect/target"),
        _field("moved", "改期", "Postponed", "entries"),
        _field("log", "进展记录", "Log", "entries"),
        _field("note", "备注", "Remark", "text"),
    ),
    frozenset(),
)  # fmt: skip
REGISTERS = {register.name: register for register in (OBSERVATIONS, ANSWERS, ACTIONS)}


def column(field: Field, language: str | None = None) -> str:
    """The name of a column in every language: `note`, `note_zh`."""
    return f"{field.name}_{language}" if language else field.name


def heading(field: Field, lang: str, language: str | None = None) -> str:
    """What people call the column: “说明（中文）”, “Note (Chinese)”."""
    title = field.title.in_language(lang)
    if language is None:
        return title
    named = LANGUAGES.get(language, Bilingual(language, language)).in_language(lang)
    return f"{title}（{named}）" if lang.startswith("zh") else f"{title} ({named})"


def short_form(register: Register, data: Mapping[str, Any]) -> Any:
    """A record's own data as people write it: `{value: 28.4}` and `{score: 4}` are the number alone."""
    for key in ("value", "score"):
        if set(data) == {key} and register.one_of & {key}:
            return data[key]
    return dict(data)


def long_form(register: Register, data: Any) -> dict[str, Any]:
    """The opposite of `short_form`; nothing for what is left empty."""
    if data is None:
        return {}
    if isinstance(data, Mapping):
        return dict(data)
    return {"value" if register is OBSERVATIONS else "score": data}


def found_at(data: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    """The value a path leads to, None where it leads nowhere."""
    node: Any = data
    for step in path:
        node = node.get(step) if isinstance(node, Mapping) else None
    return node


def languages_of(records: Iterator[Mapping[str, Any]], field: Field) -> list[str | None]:
    """In which columns a text needs to stand: None for one without a language. Those of our languages come first."""
    found: set[str | None] = set()
    for record in records:
        text = found_at(record, field.path)
        found |= set(text) if isinstance(text, Mapping) else {None} if text is not None else set()
    ours = [language for language in LANGUAGES if language in found]
    plain: list[str | None] = [None] if None in found else []
    return [*plain, *ours, *sorted(each for each in found if each is not None and each not in LANGUAGES)]
