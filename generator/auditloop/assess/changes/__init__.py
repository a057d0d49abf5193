"""Pure comparison of two states of a workspace: two `Results` → one frozen `Changes`.

Identity is the id, never the file: what was only moved or renamed is no change."""

from auditloop.assess.changes.values import Changes
from auditloop.assess.changes.whole import Noticed, compare_results, encode_changes

__all__ = ["Changes", "Noticed", "compare_results", "encode_changes"]
