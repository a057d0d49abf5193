"""The page at the root of the site: leads to the reader's language, with links for who has no JavaScript."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

from auditloop.publish.generated import Generated


def root_page(sites: Sequence[Generated]) -> str:
    """A small page without outside files. The first language is where a reader of no offered language is led."""
    languages = json.dumps([site.lang for site in sites])
    links = "\n".join(
        f'<li><a href="{site.lang}/index.html" lang="{site.lang}" hreflang="{site.lang}">'
        f"{escape(site.languages.get(site.lang, site.lang))} · {escape(site.title)}</a></li>"
        for site in sites
    )
    return f"""<!doctype html>
<html lang="{sites[0].lang}">
<head>
<meta charset="utf-8">
<meta name="generator" content="auditloop">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(sites[0].title)}</title>
<style>
:root {{ color-scheme: light dark; --paper: #ffffff; --ink: #1b2127; --link: #1d4f7c }}
@media (prefers-color-scheme: dark) {{ :root {{ --paper: #14181c; --ink: #e4e8eb; --link: #8fbbe6 }} }}
body {{ background: var(--paper); color: var(--ink);
  font: 1.1rem/1.6 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif;
  margin: 15vh auto; max-width: 30rem; padding: 0 1rem }}
ul {{ list-style: none; padding: 0 }}
a {{ color: var(--link); display: block; padding: .5rem 0 }}
</style>
<script>
(function(){{var offered={languages},wanted=(navigator.languages||[navigator.language||""]);
for(var i=0;i<wanted.length;i++){{var short=wanted[i].toLowerCase().split("-")[0];
if(offered.indexOf(short)>=0){{location.replace(short+"/index.html");return}}}}
location.replace(offered[0]+"/index.html")}})();
</script>
</head>
<body>
<main>
<h1>{escape(sites[0].title)}</h1>
<ul>
{links}
</ul>
</main>
</body>
</html>
"""
