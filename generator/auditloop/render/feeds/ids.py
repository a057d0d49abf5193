"""The name space of everything that others follow: entries and events are known by UUIDs made in it (RFC 9562, 5.5)."""

from uuid import UUID

FEEDS = UUID("b1c6d7a2-0f5e-5b0a-8a55-3f0a1f5f1d42")
