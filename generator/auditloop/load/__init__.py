"""Which files belong to a workspace, and their text as plain data with the place of every node. Knows no kinds."""

from auditloop.load.attached import Attached
from auditloop.load.document import Document, Places, Pointer
from auditloop.load.limits import Limits
from auditloop.load.read import read_document
from auditloop.load.workspace import Loaded, Progress, read_workspace

__all__ = [
    "Attached",
    "Document",
    "Limits",
    "Loaded",
    "Places",
    "Pointer",
    "Progress",
    "read_document",
    "read_workspace",
]
