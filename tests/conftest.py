"""Options and fixtures that several test files use."""

from __future__ import annotations

import os
import signal

import pytest
from hypothesis import HealthCheck, settings

# Nothing in the tests asserts a time: a busy machine is not a failure.
settings.register_profile("auditloop", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("auditloop")

# Hundreds of commands are started: where Python is told to keep no bytecode, each would compile the package anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A shell lets what it starts in the background ignore Ctrl+C, and so would every command that a test interrupts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept-cases",
        action="store_true",
        help="write what cases report into their expected files, then review the diff",
    )
    parser.addoption(
        "--accept-golden",
        action="store_true",
        help="write the golden site as it is generated now, then review the diff",
    )


@pytest.fixture
def accept_cases(request: pytest.FixtureRequest) -> bool:
    """Whether this run writes the expected files of cases."""
    return bool(request.config.getoption("--accept-cases"))


@pytest.fixture
def accept_golden(request: pytest.FixtureRequest) -> bool:
    """Whether this run writes the golden site."""
    return bool(request.config.getoption("--accept-golden"))
