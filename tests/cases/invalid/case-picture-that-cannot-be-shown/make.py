"""Pictures outside of the workspace by every way, missing ones, and files that are no picture or too large."""

from pathlib import Path

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def make(workspace: Path) -> None:
    outside = workspace.parent / f"{workspace.name}-outside"
    outside.mkdir()
    (outside / "secret.png").write_bytes(PNG)
    cases = workspace / "audits" / "cases"
    cases.mkdir()
    (cases / "link.png").symlink_to(outside / "secret.png")
    (cases / "screen.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    (cases / "page.png").write_text("<html><script>alert(1)</script></html>")
    (cases / "photo.jpg").write_bytes(PNG)
    (cases / "notes.txt").write_text("no picture")
    (cases / "large.png").write_bytes(PNG + bytes(2_500_000))
    (cases / "folder.png").mkdir()
    for name, file in {
        "absolute": "/etc/passwd.png",
        "up": "../../../secret.png",
        "link": "link.png",
        "missing": "queue.png",
        "folder": "folder.png",
        "svg": "screen.svg",
        "html": "page.png",
        "other-kind": "photo.jpg",
        "text": "notes.txt",
        "large": "large.png",
    }.items():
        (cases / f"{name}.yml").write_text(
            f"""kind: case
id: {name}
name: 图片
team: front-desk
example: good
date: 2026-06-01
checklist: reception-check
domain: welcome
cause: process
background: …
measures: …
lesson: …
picture: {{file: "{file}", alt: 图}}
""",
            encoding="utf-8",
        )
