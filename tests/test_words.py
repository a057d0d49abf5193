"""The words of the pages: every key used exists in every language, every key kept is used, and facts agree."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from auditloop.assess.finding_status import REASONS, STATUSES
from auditloop.assess.surveys.drivers import WARNINGS
from auditloop.render.i18n import Words, WordsError, read_words
from auditloop.render.i18n.words import flatten, placeholders
from auditloop.render.views.method.tables import GLOSSARY
from rendered import demo, empty, nasty

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "site_templates"
RENDER = ROOT / "generator" / "auditloop" / "render"
CATALOGUES = {
    lang: flatten(tomllib.loads((TEMPLATES / "words" / f"{lang}.toml").read_text("utf-8"))) for lang in ("zh", "en")
}
KEY = re.compile(r"[a-z][a-z0-9_]*(\.[A-Za-z0-9_+-]+)+")
CALLS = {"t", "n", "html", "has", "no_value"}


def strings():
    """Text constants of the rendering code and strings in templates: (text, is it only the beginning of a key)."""
    for file in RENDER.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                head = node.values[0]
                if isinstance(head, ast.Constant) and isinstance(head.value, str) and "." in head.value:
                    yield head.value, True
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value, False
    for file in TEMPLATES.rglob("*.j2"):
        for found in re.finditer(r"""\b[tn]\(\s*'([^']+)'(\s*~)?""", file.read_text("utf-8")):
            yield found[1], bool(found[2])


def test_both_languages_have_the_same_keys_and_facts():
    """A sentence stands in every language and takes the same facts; `n` may be left to the plural form."""
    zh, en = CATALOGUES["zh"], CATALOGUES["en"]

    assert set(zh) == set(en)
    assert [k for k in zh if placeholders(zh[k]) - {"n"} != placeholders(en[k]) - {"n"}] == []


def test_every_key_is_used():
    """No sentence is kept that no code or template can name."""
    whole = {text for text, begins in strings() if not begins}
    heads = tuple({text for text, begins in strings() if begins})

    assert [key for key in CATALOGUES["zh"] if key not in whole and not key.startswith(heads)] == []


def test_every_key_named_exists():
    """What code and templates name is there."""
    named = set()
    for file in RENDER.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in CALLS:
                named |= {a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    named |= {text for text, begins in strings() if not begins and text.split(".")[0] in {"empty", "column", "nav"}}
    tables = {key.split(".")[0] for key in CATALOGUES["zh"]}
    missing = {key for key in named if KEY.fullmatch(key) and key.split(".")[0] in tables} - set(CATALOGUES["zh"])

    assert {key for key in missing if not key.endswith(".md")} == set()


@pytest.mark.parametrize("lang", CATALOGUES)
def test_a_whole_catalogue_may_be_overridden(lang, tmp_path):
    """A copy of the shipped words, made to change some of them, is accepted as it is."""
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / f"{lang}.toml").write_bytes((TEMPLATES / "words" / f"{lang}.toml").read_bytes())

    assert read_words(lang, (tmp_path, TEMPLATES)).entries == CATALOGUES[lang]


@pytest.mark.parametrize("lang", CATALOGUES)
def test_every_value_of_the_model_has_its_word(lang):
    """States, classes and kinds that data can hold are all worded."""
    words = CATALOGUES[lang]
    values = {
        "finding_status": STATUSES,
        "findings.status": REASONS,
        "finding_class": ("major", "minor", "observation", "opportunity", "good-practice"),
        "audit_type": ("self", "internal", "third-party", "mystery-shopper", "re-audit"),
        "action_status": ("planned", "in-progress", "blocked", "done", "verified", "cancelled"),
        "action_type": ("containment", "corrective", "preventive", "improvement", "training"),
        "esia": ("eliminate", "simplify", "integrate", "automate"),
        "verdict": ("effective", "partly", "ineffective"),
        "cause": ("people", "process", "system", "policy", "facility", "supplier", "environment"),
        "risk": ("low", "medium", "high", "extreme"),
        "frequency": ("daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly"),
        "better": ("lower", "higher", "neither"),
        "kind_of_data": ("value", "proportion", "count", "rate", "rare-event"),
        "dimension": (
            *("efficiency", "effectiveness", "accuracy", "convenience", "responsiveness", "reliability"),
            *("satisfaction", "people", "data-quality"),
        ),
        "age_bucket": ("0-7", "8-30", "31-60", "61-90", "90+"),
        "pooled": ("sum", "ratio", "weighted-mean"),
        "answer": ("yes", "partial", "no", "na", "missing", "scored"),
        "critical": ("domain", "overall"),
        "evidence": ("never", "on-fail", "always"),
        "severity": ("error", "warning", "info"),
        "satisfaction.warning": WARNINGS,
    }
    assert [f"{t}.{v}" for t, each in values.items() for v in each if f"{t}.{v}" not in words] == []
    assert [key for key in GLOSSARY if f"glossary.{key}.meaning" not in words] == []


@pytest.mark.parametrize("build", [demo, nasty, empty])
def test_every_page_finds_its_words(build):
    """Rendering whole sites names no key that is missing and leaves no fact unfilled."""
    for lang in CATALOGUES:
        for page in build(lang).pages:
            text = re.sub(r'data-count="[^"]*"', "", page.text)  # filled in by the browser
            assert not re.search(r"(?<![{\w])\{[a-z_][a-z0-9_]*\}(?!\})", text), page.path


def test_plurals_follow_the_language():
    """English has one and other, Chinese has one form."""
    words = Words("en", {"count": {"one": "{n} day", "other": "{n} days"}})

    assert (words.n("count", 1), words.n("count", 0), words.n("count", 2)) == ("1 day", "0 days", "2 days")
    assert Words("zh", {"count": "{n}天"}).n("count", 1) == "1天"


def test_html_sentences_escape_their_facts():
    """Facts are escaped unless they are markup already."""
    words = Words("en", {"s": "<{a}> & {b}"})

    assert words.html("s", a="<b>", b=words.html("s", a="1", b="2")) == "&lt;&lt;b&gt;&gt; &amp; &lt;1&gt; &amp; 2"


def test_an_organisation_changes_single_sentences(tmp_path):
    """Its own file wins, and says what is wrong with it."""
    (tmp_path / "words").mkdir()
    mine = tmp_path / "words" / "en.toml"

    mine.write_text('[nav]\nteams = "Our teams"\n')
    words = read_words("en", (tmp_path, TEMPLATES))
    assert (words.t("nav.teams"), words.t("nav.kpis")) == ("Our teams", "Indicators")
    for wrong, says in (
        ('[nav]\nteems = "x"\n', "no such sentence"),
        ('[kpi]\nlatest = "{periods}"\n', "unknown placeholder"),
        ('[kpi]\nlatest = "{period"\n', "cannot be filled in"),
        ("[nav]\nteams = 3\n", "words are text"),
        ("[nav\n", "en.toml"),
    ):
        mine.write_text(wrong)
        with pytest.raises(WordsError, match=says):
            read_words("en", (tmp_path, TEMPLATES))
