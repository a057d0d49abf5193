"""An audit's approval, written into its file and nowhere else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path, PurePosixPath

from auditloop.fingerprint import APPROVAL, fingerprint
from auditloop.load.document import Document
from auditloop.scaffold.errors import LineNeeded
from auditloop.scaffold.files import ChangedFile, read_source
from auditloop.scaffold.rewrite import UnknownStyleError, rewritten


def approved(root: Path, document: Document, *, by: str, date: dt.date) -> ChangedFile:
    """The audit's file with the approval of what it says now; an earlier approval gives way.

    Raises LineNeeded where the file is written in a way that cannot be changed without doubt; OSError.
    """
    approval = {"by": by, "date": date.isoformat(), "content": fingerprint(document.data)}
    before = read_source(root / document.file)
    data = {key: value for key, value in document.data.items() if key != APPROVAL}
    try:
        after = rewritten(before, document.data, {**data, APPROVAL: approval})
    except UnknownStyleError:
        line = f"approval: {{by: {by}, date: {date.isoformat()}, content: {approval['content']}}}"
        raise LineNeeded(document.file, line) from None
    return ChangedFile(PurePosixPath(document.file), before, after)
