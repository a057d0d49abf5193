"""What people follow in a feed reader: early warnings, and what changed."""

from __future__ import annotations

from collections.abc import Iterator

from auditloop.render.feeds.atom import Feed, atom
from auditloop.render.feeds.changes import changed
from auditloop.render.feeds.early_warning import early_warning
from auditloop.render.values import Asset
from auditloop.render.views.context import Context

__all__ = ["feed_assets", "feeds"]


def feeds(ctx: Context) -> tuple[Feed, ...]:
    """`ctx` is seen from the top of the site."""
    return ctx.once(("feeds",), lambda: (early_warning(ctx), changed(ctx)))


def feed_assets(ctx: Context) -> Iterator[Asset]:
    return (atom(ctx, feed) for feed in feeds(ctx))
