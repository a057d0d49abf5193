"""Writes what was rendered, runs the site engine, and swaps the finished site in. Knows no page."""
