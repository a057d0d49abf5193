"""The fingerprint of what a document says, which an approval is bound to. Comments and quoting make no difference."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

APPROVAL = "approval"
"""The key that is not part of what is approved."""


def fingerprint(data: Mapping[str, Any]) -> str:
    """SHA-256 over a document's plain data without its approval, first 12 hex digits."""
    content = {key: value for key, value in data.items() if key != APPROVAL}
    written = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:12]
