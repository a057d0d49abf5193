"""Versions of the published site: what stands where, and putting it there. Knows no pages and no assessment.

A release is planned as a value (`release.py`) and handed to a store, which makes it visible in one step: a branch of
the repository (`branch.py`) or a folder of a web server (`folder.py`). Both hold the same layout:

    index.html                      leads to the reader's language
    <language>/index.html           leads to the default version
    <language>/versions.json        what the version selector offers (the form of mike, which Material for MkDocs reads)
    <language>/<version>/…          a site as it was published
    <language>/<alias>/…            pages that lead to the version of that name, and copies of what programs download
"""

from auditloop.publish.versions.branch import BranchStore
from auditloop.publish.versions.folder import FolderStore
from auditloop.publish.versions.publish import Published, listed, publish, results_before, withdraw
from auditloop.publish.versions.refused import Refused
from auditloop.publish.versions.release import Wanted
from auditloop.publish.versions.store import Store

__all__ = [
    "BranchStore",
    "FolderStore",
    "Published",
    "Refused",
    "Store",
    "Wanted",
    "listed",
    "publish",
    "results_before",
    "withdraw",
]
