"""Pages that lead on: from an alias to its version, from a language to its default version."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path, PurePosixPath
from urllib.parse import quote

_ONLY_FOR_PAGES = ("assets/", "search/", "sitemap.xml")


def leading_to(address: str, lang: str) -> bytes:
    """A page that leads to a relative address, keeping what was asked of it, with a link for those it cannot lead."""
    target = escape(quote(address))
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n<title>{target}</title>\n'
        f'<meta name="generator" content="auditloop">\n<link rel="canonical" href="{target}">\n'
        f'<script>location.replace("{target}" + location.search + location.hash)</script>\n'
        f'<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>\n'
        f'</head>\n<body>\n<p><a href="{target}">{target}</a></p>\n</body>\n</html>\n'
    ).encode()


def alias_files(site: Mapping[str, Path], version: str, lang: str) -> dict[str, Path | bytes]:
    """The folder of an alias: every page of the version's site leads to that page there.

    Programs do not follow such pages: what they fetch by a lasting address (tables, results, feeds) is there as a copy.
    """
    pages = {
        path: leading_to("../" * len(PurePosixPath(path).parts) + f"{version}/{path}", lang)
        for path in site
        if path.endswith(".html")
    }
    copies = {path: file for path, file in site.items() if path not in pages and not path.startswith(_ONLY_FOR_PAGES)}
    return {**pages, **copies}
