"""What `pip install` brings is whole: away from the repository, a workspace is made, checked and published."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from building import environment

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]


def run(*command: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={key: value for key, value in environment().items() if key != "PYTHONPATH"},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from this checkout; with the build backend at hand no network is needed."""
    folder = tmp_path_factory.mktemp("wheel")
    try:
        import hatchling  # noqa: F401

        isolation = ["--no-build-isolation"]
    except ImportError:
        isolation = []
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", *isolation, "-w", folder, ROOT, cwd=folder)
    return next(folder.glob("auditloop-*.whl"))


def test_the_wheel_holds_all_that_is_shipped_and_nothing_else(wheel: Path) -> None:
    """Schemas, templates, words, assets, starter files; code, checklists, fonts and the mark of types; no tests, no
    demo."""
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())

    for folder in ("schema", "site_templates"):
        shipped = {
            f"auditloop/_shipped/{folder}/{path.relative_to(ROOT / folder).as_posix()}"
            for path in (ROOT / folder).rglob("*")
            if path.is_file()
        }
        assert shipped - names == set()
    package = [path for path in (ROOT / "generator").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert {path.relative_to(ROOT / "generator").as_posix() for path in package} - names == set()
    assert {"auditloop/py.typed", "auditloop/checklists/service-self-audit.yml"} <= names
    assert {name.split("/")[0] for name in names} == {"auditloop", wheel.name.split("-py3")[0] + ".dist-info"}
    assert not [name for name in names if "__pycache__" in name]


def test_away_from_the_repository_a_workspace_is_made_checked_and_published(wheel: Path, tmp_path: Path) -> None:
    """init → validate → build in an environment that has the dependencies and the wheel, and not this checkout."""
    home = tmp_path / "environment"
    venv.create(home, with_pip=False)
    inside = home / Path(sysconfig.get_path("purelib")).relative_to(sys.prefix)
    pip = [sys.executable, "-m", "pip"]
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", "--target", inside, wheel, cwd=tmp_path)
    # Only the folder is added: the .pth file that leads to this checkout is not read there.
    (inside / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    auditloop = [python, "-c", "from auditloop.cli import main; main()"]

    where = run(python, "-c", "import auditloop; print(auditloop.__file__)", cwd=tmp_path).stdout
    run(*auditloop, "init", "my-quality", "--name-en", "Lakeside Bank", cwd=tmp_path)
    run(*auditloop, "-C", "my-quality", "validate", "--strict", cwd=tmp_path)
    run(*auditloop, "-C", "my-quality", "build", cwd=tmp_path)

    assert Path(where.strip()).is_relative_to(home)
    site = tmp_path / "my-quality" / "site"
    assert "Lakeside Bank" in (site / "en" / "index.html").read_text(encoding="utf-8")
    assert (site / "zh" / "index.html").is_file()
    assert (site / "zh" / "assets" / "auditloop" / "vega.js").is_file()
    assert (site / "en" / "downloads" / "schema" / "audit.schema.json").is_file()
