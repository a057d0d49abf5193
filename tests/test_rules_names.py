"""Names in what customers wrote are pointed out, where they are plain; words that only begin like a name are not."""

from __future__ import annotations

import pytest

from auditloop.validate.rules.names import called, is_of_persons


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("前台王女士态度很好", "王女士"),
        ("请转告高先生", "高先生"),
        ("欧阳先生等了一小时", "欧阳先生"),
        ("张小明先生来电", "张小明先生"),
        ("我叫李强，住在三楼", "我叫李强"),
        ("投诉人姓名：陈晓", "姓名：陈晓"),
        ("Mr. Smith had to wait", "Mr. Smith"),
        ("Ask Mrs Jane Miller", "Mrs Jane Miller"),
        ("My name is Anna", "My name is Anna"),
    ],
)
def test_a_plain_name_is_found(text: str, name: str) -> None:
    """A family name with a form of address, or somebody who says what they are called."""
    assert list(called(text)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "一位先生等了很久",
        "那位女士很耐心",
        "老先生行动不便",
        "对方女士没有道歉",
        "应向女士和老人让座",
        "对于女士优先",
        "高级经理没有回电",
        "高个子先生",
        "马上叫人来",
        "我叫了三次车",
        "姓名填错了两次",
        "王府井店",
        "Miss the old desk",
        "My name is spelt wrong",
        "Drinks were cold",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    """Forms of address without a name, and words that begin like one."""
    assert list(called(text)) == []


@pytest.mark.parametrize(
    "heading",
    [
        "姓名",
        "客户姓名",
        "联系人",
        "联系人电话",
        "客户电话",
        "手机",
        "身份证号",
        "customer_name",
        "Phone",
        "E-mail",
        "last name",
    ],
)
def test_a_column_of_persons_is_known_by_its_heading(heading: str) -> None:
    """Nothing computes with it, and the file is in the repository."""
    assert is_of_persons(heading)


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "客户层级",
        "经办人姓名",
        "处理人姓名",
        "agent name",
        "联系方式",
        "电话渠道",
        "电话时长",
        "手机银行",
        "name",
        "email_channel",
        "工单名称",
    ],
)
def test_a_column_of_staff_or_channels_is_none(heading: str) -> None:
    """How somebody got in touch says nothing of who it was."""
    assert not is_of_persons(heading)
