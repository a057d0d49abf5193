"""Sign-off of audits: bound to what they say, written by `auditloop approve`, stale after any change that says more."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditloop import pipeline
from auditloop.fingerprint import fingerprint
from building import auditloop, change, make_workspace

AUDIT = "audits/audit-2026-03.yml"
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return make_workspace(tmp_path / "w", drawn=False)


def approve(workspace: Path, *more: str) -> tuple[int, str]:
    arguments = more or ("front-desk-2026-03", "--by", "li-wei", "--as-of", "2026-03-20")
    done = auditloop("-C", workspace, "approve", *arguments)
    return done.returncode, done.stderr


def stale(workspace: Path) -> bool | None:
    """What the results say of the audit; None: not approved."""
    assessed = pipeline.assess(pipeline.read_config(workspace, environ={}))
    (audit,) = [each for each in assessed.results.audits if each.id == "front-desk-2026-03"]
    told = [p for p in assessed.checked.problems if p.code == "approval-stale"]
    assert bool(told) == bool(audit.approval and audit.approval.stale), "validation and results agree"
    return audit.approval.stale if audit.approval else None


def test_an_approval_is_one_line_at_the_end(workspace: Path) -> None:
    """Nothing else of the file changes; approving the same again changes nothing."""
    before = (workspace / AUDIT).read_text(encoding="utf-8")
    assert stale(workspace) is None
    assert approve(workspace)[0] == 0

    after = (workspace / AUDIT).read_text(encoding="utf-8")
    assert after.startswith(before.rstrip("\n"))
    assert (
        after.removeprefix(before.rstrip("\n")).strip().startswith("approval: {by: li-wei, date: 2026-03-20, content: ")
    )
    assert stale(workspace) is False
    assert approve(workspace)[0] == 0
    assert (workspace / AUDIT).read_text(encoding="utf-8") == after


def test_a_later_change_makes_it_stale_and_a_new_approval_mends_it(workspace: Path) -> None:
    """Comments and layout say nothing; an answer does."""
    approve(workspace)
    file = workspace / AUDIT
    file.write_text("# read by all\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    change(file, "methods: [observation]", "methods:\n  - observation")
    assert stale(workspace) is False

    change(file, 'clean: "yes"', "clean: partial")
    assert stale(workspace) is True
    assert approve(workspace, "front-desk-2026-03", "--by", "li-wei", "--as-of", "2026-03-25")[0] == 0
    assert stale(workspace) is False
    assert file.read_text(encoding="utf-8").count("approval:") == 1


def test_what_cannot_be_approved_is_left_as_it_is(workspace: Path) -> None:
    """Nobody's own audit, no draft, no audit that is not there, and nothing while the data has errors."""
    before = (workspace / AUDIT).read_bytes()

    code, said = approve(workspace, "front-desk-2026-03", "--by", "wang-fang")
    assert code == 1 and "approver-is-auditor" in said
    code, said = approve(workspace, "front-desk-2026-03", "--by", "nobody")
    assert code == 1 and "unknown-reference" in said
    code, said = approve(workspace, "front-desk-2026-99", "--by", "li-wei")
    assert code == 2 and "front-desk-2026-99" in said
    assert (workspace / AUDIT).read_bytes() == before
    change(workspace / AUDIT, "status: final", "status: draft")
    code, said = approve(workspace)
    assert code == 1 and "approval-of-draft" in said


@given(st.dictionaries(st.text(max_size=5), PLAIN, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_keys_says_nothing_and_every_value_says_something(data: dict[str, object], random: object) -> None:
    """Equal data have equal fingerprints, whatever approval stands with them; another value has another one."""
    mark = fingerprint(data)
    keys = list(data)
    random.shuffle(keys)  # type: ignore[attr-defined]

    assert fingerprint({key: data[key] for key in keys} | {"approval": {"by": "x"}}) == mark
    for key in keys:
        if key != "approval":
            assert fingerprint({**data, key: ["another", data[key]]}) != mark
