"""Names of people in what customers wrote, and columns made to tell one customer from all others.

No check digit tells a name: so these are warnings, and only of the plain cases, a family name with a form of address or
somebody who says what they are called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditloop.load.document import Document, Pointer
from auditloop.problems import Problem, problem
from auditloop.problems.shown import shown
from auditloop.validate.tables.mistakes import Mistakes
from auditloop.validate.tables.texts import Texts

_SURE = (
    "王李张刘陈杨赵吴周徐孙朱胡郭林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦"
    "付邹孟熊秦邱尹薛闫侯陶黎贺顾郝龚邵覃戴莫"
)
_ALSO_WORDS = "高马黄钱石江白金毛龙史段万严武孔汤雷"
"""Family names that begin other words, too: 高级, 马上, 黄金. Those that mostly are words (于, 何, 向) are not here."""
_DOUBLE = "欧阳|上官|司马|诸葛"
_ADDRESS = "先生|女士|小姐|太太"


@cache
def _names() -> re.Pattern[str]:
    # These patterns take long to compile, and most workspaces have nothing that they are for.
    return re.compile(
        rf"(?:[{_SURE}{_ALSO_WORDS}]|{_DOUBLE})(?:{_ADDRESS})"
        rf"|(?<![\u4e00-\u9fff])(?:[{_SURE}]|{_DOUBLE})[\u4e00-\u9fff]{{1,2}}(?:{_ADDRESS})"
        rf"|(?:我叫|本人叫|名叫|姓名[:： ]?)(?:[{_SURE}{_ALSO_WORDS}]|{_DOUBLE})"
        r"[\u4e00-\u9fff]{1,2}(?![\u4e00-\u9fff])"
        r"|\b(?:Mr|Mrs|Ms|Miss|Dr)\b\.? ?[A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20})?"
        r"|\b[Mm]y name is [A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20})?"
    )


@cache
def _of_persons() -> re.Pattern[str]:
    return re.compile(
        r"姓名|名字|联系人|联系方式|电话(?!渠道|时长|次数|量|录音|接)|手机(?!应用|端|银行)|住址|身份证|护照|邮箱|微信号"
        r"|\b(?:first|last|full|family|given|customer|client|guest|contact)[ _-]?name\b"
        r"|\b(?:phone|telephone|mobile)(?:[ _-]?(?:no|number))?\b|\be-?mail(?:[ _-]?address)?\b|\bpassport\b",
        re.IGNORECASE,
    )


@cache
def _of_staff() -> re.Pattern[str]:
    return re.compile(r"经办|处理|坐席|客服|员工|受理人|负责|agent|staff|handler|渠道|方式|channel", re.IGNORECASE)


def called(text: str) -> Iterator[str]:
    """Every name of a person that a text shows plainly, with what gives it away."""
    for found in _names().finditer(text):
        yield found.group()


def named_in(document: Document, at: Pointer, text: str) -> Iterator[Problem]:
    """Of a text and where it stands: each person it names."""
    for name in called(text):
        yield problem("person-named", document.places.value(at), found=_masked(name))


def is_of_persons(heading: str) -> bool:
    """Whether a column is made for names or addresses of customers."""
    return _of_persons().search(heading) is not None and not _of_staff().search(heading)


def in_comments(document: Document) -> Iterator[Problem]:
    """In the comments of a survey, in whatever language."""
    for position, comment in enumerate(document.data.get("comments", ())):
        written = comment["text"]
        for language, text in written.items() if isinstance(written, dict) else ((None, written),):
            at = ("comments", position, "text") if language is None else ("comments", position, "text", language)
            yield from named_in(document, at, text)


def in_table(texts: Sequence[Texts]) -> Iterator[Problem]:
    """In the columns of a table that nobody computes with; a column made for names is one problem."""
    columns = {str(each.column): each for each in texts}
    mistakes = Mistakes(
        lambda row, column: columns[column].place(row), lambda column: columns[column].heading or column
    )
    for column, each in columns.items():
        if is_of_persons(each.heading) and any(map(str.strip, each.rows)):
            place = each.sheet.heading_place(each.heading)
            yield problem("column-of-persons", place, column=shown(each.heading))
            continue
        for text, row in sorted(each.rows.items(), key=lambda found: found[1]):
            for name in called(text):
                mistakes.add("person-named", column, row, found=_masked(name))
    yield from mistakes.problems()


def _masked(name: str) -> str:
    return f"{name[:1]}***"
