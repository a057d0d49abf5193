"""Workspace and results into the pages of one language: views, templates, charts and words.

Knows no arithmetic and no site engine; `site.render_site` is the entry."""
