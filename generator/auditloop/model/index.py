"""A composite score of indicators (SQS, CSI and the organisation's own)."""

from __future__ import annotations

from auditloop.model.common import Text, Value


class Index(Value, frozen=True, kw_only=True):
    kind: str = "index"
    format: int = 1
    id: str
    name: Text
    description: Text | None = None
    method: str = "weighted-mean"
    """weighted-mean | geometric"""
    weights: dict[str, float]
