"""mkdocs.yml is read within bounds, and whatever is wrong with it is said in one line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from auditloop.config import ConfigError
from auditloop.load.settings import SettingsError, read_settings
from auditloop.pipeline import read_config

BILLION = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(12)
)


def settings(folder: Path, text: str | bytes) -> Path:
    path = folder / "mkdocs.yml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(BILLION, "mkdocs.yml:4:8: the references", id="aliases of aliases"),
        pytest.param("plugins: &a [*a]\n", "mkdocs.yml:1:14: the references", id="a list in itself"),
        pytest.param("a: " + "[" * 20_000, "more than 64 levels", id="very deep"),
        pytest.param("x: 2026-13-45\n", "mkdocs.yml:1:4: month must be", id="an impossible date"),
        pytest.param("x: " + "9" * 6_000, "mkdocs.yml:1:4: ", id="a huge number"),
        pytest.param("? [a]\n: b\n", "mkdocs.yml:1:3: ", id="a list as key"),
        pytest.param("a:\n\t- b\n", "mkdocs.yml:2:1: ", id="a tab"),
        pytest.param("- a\n", "key: value", id="a list"),
        pytest.param("site_name: 质量".encode("gb18030"), "UTF-8", id="another encoding"),
        pytest.param("#" * 2_000_000, "larger than 1 MB", id="very large"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path: Path, text: str | bytes, said: str) -> None:
    """Nothing in mkdocs.yml takes for ever, fills the memory, or ends in a traceback."""
    with pytest.raises(SettingsError) as failure:
        read_settings(settings(tmp_path, text))

    assert said in str(failure.value)
    assert "\n" not in str(failure.value)


def test_tags_of_mkdocs_are_empty_and_run_nothing(tmp_path: Path) -> None:
    """MkDocs resolves its own tags later; a tag that would run a program is as empty as they are."""
    text = f"a: !ENV [X]\nb: !!python/object/apply:os.mkdir ['{tmp_path}/made']\n"

    assert read_settings(settings(tmp_path, text)) == {"a": None, "b": None}
    assert not (tmp_path / "made").exists()


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Only an ordinary file is read."""
    os.mkfifo(tmp_path / "mkdocs.yml")

    with pytest.raises(SettingsError, match="not an ordinary file"):
        read_settings(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("plugins: 3\n", "plugins"),
        ("plugins: auditloop\n", "plugins"),
        ("plugins: {auditloop: 3}\n", "plugin auditloop"),
        ("plugins: [{auditloop: {as_of: [1]}}]\n", "as_of"),
        ("plugins: [{auditloop: {as_of: 2026-03-15T10:00:00}}]\n", "as_of"),
        ("plugins: [{auditloop: {as_of: 9999-12-31}}]\n", "1900 to 2099"),
        ("plugins: [{auditloop: {language: [zh]}}]\n", "language"),
        ("plugins: [{auditloop: {branch: [main]}}]\n", "branch"),
        ('plugins: [{auditloop: {"\\e[31mx": 1, 3: 4}}]\n', "knows no option"),
        ("site_name: {zh: 质量}\n", "site_name"),
    ],
)
def test_options_of_a_wrong_shape_are_named(tmp_path: Path, text: str, said: str) -> None:
    """A setting that has another shape than ours is a clear message, safe for a terminal."""
    settings(tmp_path, text)

    with pytest.raises(ConfigError, match=said) as failure:
        read_config(tmp_path, environ={})

    assert str(failure.value).isprintable()
