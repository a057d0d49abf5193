"""No customer is ever named: telephone numbers, e-mail addresses, identity-card and bank-card numbers in any text.

Numbers that only look like one are told apart by check digits, dates, prefixes and what stands around them. What the
organisation file holds (its own mailbox, its own desk telephone) is known to be the organisation's and may be written
anywhere. What is found is never repeated in full.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from auditloop.load.document import Document
from auditloop.problems import Bilingual, Problem, problem
from auditloop.validate.rules.register import Pointer, Register, is_built_in
from auditloop.validate.tables.mistakes import Mistakes
from auditloop.validate.tables.texts import Texts

_DIGITS = re.compile(r"[0-9０-９](?:[0-9０-９]{2}[ .\u2010-\u2015\u2212\uff0d-]?[0-9０-９]{4})")
"""Every number below has this in it; a date has not. The grouping lets the search skip to digits: thrice as fast."""

_ALONE = r"(?<![0-9A-Za-z])(?<![0-9]\.)(?<![0-9A-Za-z]-)"
"""Not inside a longer word, number or id (`T-13800138000` is an id)."""
_END = r"(?![0-9A-Za-z])(?!-[0-9A-Za-z])(?!\.[0-9])"
_NO_AMOUNT = r"(?!\s*(?:元|美元|万|亿|次|人|件|条|笔|毫秒|字节|%|ms|bytes|CNY|RMB|USD|EUR))"


class _Kind(NamedTuple):
    what: Bilingual
    shape: re.Pattern[str]
    is_one: Callable[[str], bool]
    """Told the digits and letters of a match, without separators."""
    in_links: bool
    """Whether to look inside web addresses too, which are full of long numbers."""


def check(register: Register, as_of: dt.date) -> Iterator[Problem]:
    """Texts of every document, also of those that have other problems."""
    own = frozenset(own_addresses(register))
    for document in register.documents:
        yield from _in_document(document, own)
    for document in register.rejected:
        if not is_built_in(document):
            yield from _in_document(document, own)


def find(text: str) -> Iterator[tuple[Bilingual, str]]:
    """Every piece of personal data in a text: what it is, and how it is written there."""
    if not is_suspicious(text):
        return
    text = unicodedata.normalize("NFKC", text).translate(_DASHES)
    without_links = _LINK.sub(" ", text)
    taken: list[str] = []
    for kind in _kinds():
        for match in kind.shape.finditer(text if kind.in_links else without_links):
            found = match[match.lastindex or 0]
            if kind.is_one(bare(found)) and not any(found in longer for longer in taken):
                taken.append(found)
                yield kind.what, found


_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))


def is_own(found: str, own: frozenset[str]) -> bool:
    """Whether it is an address or a telephone of the organisation's, the latter also without its area code."""
    plain = bare(found).casefold()
    return plain in own or any(known.isdigit() and known.endswith(plain) for known in own)


def _in_document(document: Document, own: frozenset[str]) -> Iterator[Problem]:
    if not is_suspicious(_all_text(document.data)):
        return
    organisation = _is_organisation(document)
    for pointer, text in texts_of(document.data, ()):
        for what, found in find(text):
            known = organisation and what in (EMAIL, LANDLINE)
            if not known and not is_own(found, own):
                yield problem("personal-data", document.places.value(pointer), what=what, found=masked(found))


def in_table(texts: Sequence[Texts], own: frozenset[str]) -> Iterator[Problem]:
    """Personal data in any column, also in those that nobody reads: the file is in the repository."""
    columns = {str(each.column): each for each in texts}
    mistakes = Mistakes(
        lambda row, column: columns[column].place(row), lambda column: columns[column].heading or column
    )
    for column, each in columns.items():
        if is_suspicious("\n".join(each.rows)):
            for text, row in sorted(each.rows.items(), key=lambda found: found[1]):
                for what, found in find(text):
                    if not is_own(found, own):
                        mistakes.add("personal-data", column, row, what=what, found=masked(found))
    yield from mistakes.problems()


def is_suspicious(text: str) -> bool:
    """One quick look that lets nearly all texts go: what it turns down holds nothing personal."""
    return "@" in text or "＠" in text or "+" in text or "＋" in text or _DIGITS.search(text) is not None


def _all_text(data: Any) -> str:
    texts, waiting = [], [data]
    while waiting:
        node = waiting.pop()
        kind = type(node)
        if kind is str:
            texts.append(node)
        elif kind is dict:
            waiting.extend(node.values())
        elif kind is list:
            waiting.extend(node)
    return "\n".join(texts)


def texts_of(node: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    """Every text below a node, with its place."""
    if isinstance(node, str):
        yield pointer, node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from texts_of(value, (*pointer, key))
    elif isinstance(node, list):
        for position, value in enumerate(node):
            yield from texts_of(value, (*pointer, position))


def own_addresses(register: Register) -> Iterator[str]:
    for document in (*register.of_kind("organisation"), *filter(_is_organisation, register.rejected)):
        for _, text in texts_of(document.data, ()):
            for what, found in find(text):
                if what in (EMAIL, LANDLINE):
                    yield bare(found).casefold()


def _is_organisation(document: Document) -> bool:
    return isinstance(document.data, dict) and document.data.get("kind") == "organisation"


def bare(found: str) -> str:
    return re.sub(r"[\s().-]", "", found) if "@" not in found else found


def masked(found: str) -> str:
    """Enough to find it in the file, too little to use it."""
    if "@" in found:
        name, _, host = found.partition("@")
        return f"{name[:1]}***@{host}"
    return f"{found[:3]}{'*' * min(len(found) - 5, 8)}{found[-2:]}"


# --- what each kind looks like, and how a real one is told from a chance ---------------------------------------------


def _always(digits: str) -> bool:
    return True


def is_identity_card(digits: str) -> bool:
    """Resident identity number of GB 11643: a day of birth that existed, and the ISO 7064 MOD 11-2 check digit."""
    try:
        born = dt.date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    weighted = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(digits[:17]))
    return born.year >= 1880 and digits[17].upper() == "10X98765432"[weighted % 11]


def is_bank_card(digits: str) -> bool:
    """A number of a known card scheme (UnionPay, Visa, Mastercard, American Express, JCB) with the Luhn check digit."""
    scheme = (
        (digits.startswith("62") and 16 <= len(digits) <= 19)
        or (digits.startswith("4") and len(digits) in (13, 16, 19))
        or (len(digits) == 16 and (51 <= int(digits[:2]) <= 55 or 2221 <= int(digits[:4]) <= 2720))
        or (len(digits) == 15 and digits[:2] in ("34", "37"))
        or (len(digits) == 16 and 3528 <= int(digits[:4]) <= 3589)
    )
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return scheme and len(set(digits)) > 1 and (doubled + sum(map(int, digits[-1::-2]))) % 10 == 0


def _is_international(number: str) -> bool:
    """+44 20 7946 0958, but not a change and a day: +30 2026-03-15."""
    return 8 <= len(number) - 1 <= 15 and not re.search(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]$", number)


def _is_local(number: str) -> bool:
    """A number without its area code, named as one; a day is none: 回电 20260315."""
    return not re.fullmatch(r"20[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]", number)


EMAIL = Bilingual("电子邮件地址", "an e-mail address")
MOBILE = Bilingual("手机号码", "a mobile telephone number")
LANDLINE = Bilingual("电话号码", "a telephone number")
IDENTITY_CARD = Bilingual("身份证号码", "an identity-card number")
BANK_CARD = Bilingual("银行卡号", "a bank-card number")

_LINK = re.compile(r"https?://[^\s，。；、“”]+")
_GROUPED = r"[0-9]{4}(?:[ -]?[0-9]{4}){2,3}(?:[ -]?[0-9]{1,3})?|[0-9]{4}[ -]?[0-9]{6}[ -]?[0-9]{5}"


@cache
def _kinds() -> tuple[_Kind, ...]:
    # Compiled when a text is suspicious: that takes long, and most workspaces hold no such text.
    return (
        _Kind(
            EMAIL,
            re.compile(
                r"(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}"
                r"(?!(?:png|jpe?g|gif|svg|webp|pdf)(?![a-z]))[a-z]{2,24}(?![a-z0-9_-])",
                re.I,
            ),
            _always,
            True,
        ),
        _Kind(
            IDENTITY_CARD,
            re.compile(_ALONE + r"[1-9][0-9]{5}[ -]?(?:18|19|20)[0-9]{6}[ -]?[0-9]{3}[0-9Xx]" + _END),
            is_identity_card,
            True,
        ),
        _Kind(BANK_CARD, re.compile(_ALONE + f"(?:{_GROUPED})" + _END + _NO_AMOUNT), is_bank_card, False),
        _Kind(
            MOBILE,
            re.compile(
                _ALONE
                + r"(?<!\+)(?:(?:\+|00)?86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}[ -]?[0-9]{4}|\.[0-9]{4}\.[0-9]{4})"
                + _END
                + _NO_AMOUNT
            ),
            _always,
            False,
        ),
        _Kind(
            LANDLINE,
            re.compile(
                _ALONE
                + r"\(?0(?:10|2[0-57-9]|[3-9][0-9]{2})(?:\)|[ -])? ?[2-9][0-9]{2,3}[ -]?[0-9]{4}(?:-[0-9]{1,5})?"
                + _END
                + _NO_AMOUNT
            ),
            _always,
            False,
        ),
        _Kind(
            LANDLINE,
            re.compile(
                r"(?:电话|座机|致电|拨打|回电|tel(?:ephone)?|phone)[^0-9A-Za-z\n]{0,6}([2-9][0-9]{2,3}[ -]?[0-9]{4})"
                + _END
                + _NO_AMOUNT,
                re.I,
            ),
            _is_local,
            False,
        ),
        _Kind(
            LANDLINE,
            re.compile(r"(?<![0-9A-Za-z+])\+[1-9][0-9]{0,2}(?:[ -]?\(?[0-9]{1,5}\)?){2,5}(?![0-9A-Za-z])"),
            _is_international,
            False,
        ),
    )
