"""Settings, environment and flags become one Config, and each wrong one is said clearly."""

import datetime as dt

import pytest

from auditloop.config import ConfigError, make_config, message_language

SETTINGS = {
    "site_name": "Quality",
    "repo_url": "https://github.com/example/quality",
    "theme": {"name": "material", "language": "zh"},
    "plugins": [{"auditloop": {"as_of": dt.date(2026, 3, 31), "branch": "trunk"}}, "search"],
}


def test_flags_win_over_environment_over_settings_over_today(tmp_path):
    """The day that everything is counted to comes from the nearest place that names one."""
    today = dt.date(2030, 1, 1)
    epoch = {"SOURCE_DATE_EPOCH": str(int(dt.datetime(2026, 5, 1, tzinfo=dt.UTC).timestamp()))}

    assert make_config(tmp_path, SETTINGS, as_of="2026-06-01", environ=epoch, today=today).as_of == dt.date(2026, 6, 1)
    assert make_config(tmp_path, SETTINGS, environ=epoch, today=today).as_of == dt.date(2026, 5, 1)
    assert make_config(tmp_path, SETTINGS, environ={}, today=today).as_of == dt.date(2026, 3, 31)
    assert make_config(tmp_path, {}, environ={}, today=today).as_of == today


def test_the_repository_and_its_branch_come_from_mkdocs_yml(tmp_path):
    """Edit links need no second place for what mkdocs.yml says already."""
    config = make_config(tmp_path, SETTINGS, environ={})

    assert (config.repository, config.branch) == ("https://github.com/example/quality", "trunk")


@pytest.mark.parametrize(
    ("settings", "options", "said"),
    [
        ({}, {"as_of": "31.03.2026"}, "not a date"),
        ({"plugins": [{"auditloop": {"as_of": "soon"}}]}, {}, "not a date"),
        ({"plugins": [{"auditloop": {"asof": "2026-03-31"}}]}, {}, "asof"),
        ({}, {"lang": "fr"}, "zh, en"),
        ({}, {"environ": {"SOURCE_DATE_EPOCH": "x"}}, "SOURCE_DATE_EPOCH"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path, settings, options, said):
    """The message says which setting it is and what would do."""
    with pytest.raises(ConfigError, match=said):
        make_config(tmp_path, settings, **{"environ": {}, **options})


@pytest.mark.parametrize(
    ("flag", "environ", "expected"),
    [
        ("zh", {"LANG": "en_GB.UTF-8"}, "zh"),
        (None, {"LANG": "zh_CN.UTF-8"}, "zh"),
        (None, {"LC_ALL": "zh_TW.UTF-8", "LANG": "en_US"}, "zh"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_messages_speak_the_language_of_the_flag_else_of_the_locale(flag, environ, expected):
    """A Chinese desktop gets Chinese messages without asking."""
    assert message_language(flag, environ) == expected
