"""Personal data in a text is found however it is written, and numbers that name nobody are left alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditloop.validate.rules import privacy
from auditloop.validate.rules.privacy import find

FOUND = [
    ("客人电话13800138000，要求回电", privacy.MOBILE),
    ("Tel.13800138000", privacy.MOBILE),
    ("138-0013-8000", privacy.MOBILE),
    ("+86 138 0013 8000", privacy.MOBILE),
    ("008613800138000", privacy.MOBILE),
    ("１３８００１３８０００", privacy.MOBILE),
    ("021-65123456", privacy.LANDLINE),
    ("(021) 65123456", privacy.LANDLINE),
    ("021 6512 3456", privacy.LANDLINE),
    ("0512-6512345", privacy.LANDLINE),
    ("02165123456", privacy.LANDLINE),
    ("010-65123456-801", privacy.LANDLINE),
    ("138–0013–8000", privacy.MOBILE),
    ("138.0013.8000", privacy.MOBILE),
    ("138－0013－8000", privacy.MOBILE),
    ("电话：65123456", privacy.LANDLINE),
    ("请回电 6512-3456", privacy.LANDLINE),
    ("Tel. 6512345", privacy.LANDLINE),
    ("+44 20 7946 0958", privacy.LANDLINE),
    ("+33 1 42 68 53 00", privacy.LANDLINE),
    ("请联系wang@x.com或前台", privacy.EMAIL),
    ("mailto:guest@example.net", privacy.EMAIL),
    ("https://example.org/?mail=guest@example.net", privacy.EMAIL),
    ("guest＠example.net", privacy.EMAIL),
    ("11010519491231002X", privacy.IDENTITY_CARD),
    ("身份证：110105 19491231 002x。", privacy.IDENTITY_CARD),
    ("6222 0212 3456 7894", privacy.BANK_CARD),
    ("卡号6222021234567894", privacy.BANK_CARD),
    ("4111111111111111", privacy.BANK_CARD),
    ("5555-5555-5555-4444", privacy.BANK_CARD),
    ("3782 822463 10005", privacy.BANK_CARD),
]

LEFT_ALONE = [
    "2026-03-15 12:30 起停用",
    "2025-12..2026-02, 2025-2026 年",
    "工单 T-13800138000",
    "A-front-desk-2026-001",
    "金额 13800138000 元",
    "13800138000 次",
    "订单 1234567890123456",
    "编号 110105194912310021",  # the check digit does not fit
    "110105199913310021",  # no such day
    "4111111111111112",  # the check digit does not fit
    "0000000000000000",
    "0.13800138000",
    "服务热线 400-820-8820",
    "ISBN 9787302511625",
    "192.168.100.200",
    "版本 1.380.0138.000",
    "logo@2x.png",
    "5 @ 3.50",
    "@li-wei",
    "+30 2026-03-15",
    "https://example.org/doc/13800138000/6222021234567894",
    "12345678901",
    "回电 20260315 之前",
    "拨打 12345 或 95588",
    "电话排队 300 秒",
    "单号 65123456",
    "2026.03.15-2026.04.15",
    "WX20260301123456",
    "F-2026-0301-1234",
    "运单 SF1380013800012",
    "1380013.8000",
]


@pytest.mark.parametrize(("text", "what"), FOUND, ids=[text for text, _ in FOUND])
def test_personal_data_is_found(text: str, what: object) -> None:
    """Spaces, dashes, full-width digits and words around it hide nothing."""
    assert [kind for kind, _ in find(text)] == [what]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_names_nobody_is_left_alone(text: str) -> None:
    """Check digits, days, prefixes and units tell a number from a person's number."""
    assert list(find(text)) == []


@given(st.text(alphabet="0123456789-() +.@aX１３", max_size=40))
def test_the_quick_look_misses_nothing(text: str) -> None:
    """Whatever the full search would find has passed the quick look before it."""
    quick = privacy.is_suspicious(text)

    assert quick or not any(
        kind.is_one(privacy.bare(match.group()))
        for kind in privacy._kinds()
        for match in kind.shape.finditer(privacy.unicodedata.normalize("NFKC", text))
    )


@pytest.mark.parametrize(
    "text", ["a" * 10_000 + "@", "1" * 10_000, "1 " * 5_000, "+1 " * 4_000, "a.b-" * 3_000 + "@", "+" + "1 (" * 4_000]
)
def test_no_text_keeps_the_search_busy(text: str) -> None:
    """A line of 10,000 characters takes as long as it is, however it is made."""
    began = time.perf_counter()

    list(find(text))

    assert time.perf_counter() - began < 1


def test_what_is_found_is_never_repeated_in_full() -> None:
    """Logs and comments on pull requests must not spread what should be deleted."""
    assert privacy.masked("13800138000") == "138******00"
    assert privacy.masked("zhang.san@example.com") == "z***@example.com"
