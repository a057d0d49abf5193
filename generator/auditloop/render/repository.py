"""Web addresses of a file in the repository: to edit it, and to look at one line. Knows hosts, not data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

from auditloop.render.escape import url as safe_url

_PATTERNS = {
    "github": ("{repo}/edit/{branch}/{path}#L{line}", "{repo}/blob/{branch}/{path}?plain=1#L{line}"),
    "gitlab": ("{repo}/-/edit/{branch}/{path}#L{line}", "{repo}/-/blob/{branch}/{path}#L{line}"),
    "gitee": ("{repo}/edit/{branch}/{path}#L{line}", "{repo}/blob/{branch}/{path}#L{line}"),
    "gitea": ("{repo}/_edit/branch/{branch}/{path}#L{line}", "{repo}/src/branch/{branch}/{path}#L{line}"),
    "bitbucket": ("{repo}/src/{branch}/{path}?mode=edit&at={branch}", "{repo}/src/{branch}/{path}#lines-{line}"),
}
_HOSTS = {"codeberg": "gitea", "forgejo": "gitea"} | {name: name for name in _PATTERNS}


@dataclass(frozen=True, slots=True)
class Repository:
    """Patterns of one repository; both are None where no address is known."""

    repo: str
    branch: str
    edit_pattern: str
    view_pattern: str
    prefix: str = ""

    def edit(self, file: str, line: int) -> str:
        return self._fill(self.edit_pattern, file, line)

    def view(self, file: str, line: int) -> str:
        return self._fill(self.view_pattern, file, line)

    def _fill(self, pattern: str, file: str, line: int) -> str:
        return pattern.format(
            repo=self.repo, branch=quote(self.branch, safe="/"), path=_path(self.prefix + file), line=line
        )


@lru_cache(maxsize=65536)
def _path(path: str) -> str:
    return quote(path, safe="/")


def repository(repo_url: str | None, branch: str, edit_pattern: str | None, prefix: str = "") -> Repository | None:
    """The repository at an address: by its host's name, or by the pattern that the settings give; else None.

    A pattern for editing also serves for looking, because a host that is not known has no other.
    """
    if not repo_url or not safe_url(repo_url):
        return None
    repo = repo_url.rstrip("/").removesuffix(".git")
    if edit_pattern:
        found = Repository(repo, branch, edit_pattern, edit_pattern, prefix)
        return found if safe_url(found.edit("a.yml", 1)) else None
    host = (urlsplit(repo).hostname or "").lower()
    for name, kind in _HOSTS.items():
        if name in host:
            edit, view = _PATTERNS[kind]
            return Repository(repo, branch, edit, view, prefix)
    return None
