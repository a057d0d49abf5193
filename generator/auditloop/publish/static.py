"""Files that are the same in every language: style, scripts, the chart runtime, the schemas for download."""

from __future__ import annotations

from pathlib import Path

from auditloop.publish.drawing import bundle

VEGA = "assets/auditloop/vega.js"


def static_files(templates: Path, overrides: Path, schemas: Path, cache: Path) -> dict[str, bytes]:
    """Path in the site → content. An organisation's asset of the same name replaces the shipped one."""
    files: dict[str, bytes] = {}
    for base in (templates, overrides):
        assets = base / "assets"
        if assets.is_dir() and not (base is overrides and base.resolve() == templates.resolve()):
            files |= {
                f"assets/auditloop/{path.relative_to(assets).as_posix()}": path.read_bytes()
                for path in sorted(assets.rglob("*"))
                if path.is_file() and not path.name.startswith(".")
            }
    files[VEGA] = bundle(cache).encode()
    files |= {f"downloads/schema/{path.name}": path.read_bytes() for path in sorted(schemas.glob("*.schema.json"))}
    return files
