"""A new checklist: a small one to grow, or a copy of another to change. Knows nothing of answers."""

from __future__ import annotations

import re

from auditloop.load.read import read_document
from auditloop.model import Text, Workspace
from auditloop.problems import Bilingual
from auditloop.scaffold.errors import Refused
from auditloop.scaffold.files import NewFile
from auditloop.scaffold.lookup import folder, modeline, named, new_id
from auditloop.scaffold.yamltext import comment, flow_text, quote


def new_checklist(
    workspace: Workspace, *, id: str, name: Text, edition: str, base: tuple[str, str] | None = None
) -> NewFile:
    """A checklist of the workspace's own. `base` is the id and the source text of the checklist to copy.

    Raises BadId, IdTaken or Refused.
    """
    new_id(workspace, "checklist", id, workspace.checklists)
    path = folder(workspace, "checklist", "checklists") / f"{id}.yml"
    head = {"id": quote(id), "edition": quote(edition), "name": flow_text(named(name))}
    body = _copied(*base, head) if base else _SMALL.format(**head)
    return NewFile(path, modeline(path) + body)


def _copied(base: str, source: str, head: dict[str, str]) -> str:
    """The base's text with the top-level keys of `head` exchanged, and checked to say nothing else than before."""
    text = _without_opening_comments(source)
    for key, value in head.items():
        # A key's value reaches to the next line that is not indented.
        written = re.search(rf"(?m)^{key}:.*\n(?:[ \t]+.*\n)*", text)
        if written:
            text = f"{text[: written.start()]}{key}: {value}\n{text[written.end() :]}"
    text = (
        f"# 由 {comment(base)} 复制而来，按需修改。条目编号一经用于审核就不要再改；问题改了请换新的 edition。\n"
        f"# Copied from {comment(base)}; change it as you need. Keep item ids once audits use them; give changed\n"
        "# questions a new edition.\n"
    ) + text
    before, _ = read_document(source.encode(), base)
    after, problems = read_document(text.encode(), base)
    exchanged, _ = read_document("".join(f"{key}: {value}\n" for key, value in head.items()).encode(), base)
    if (
        before is None
        or exchanged is None
        or after is None
        or problems
        or after.data != {**before.data, **exchanged.data}
    ):
        raise Refused(
            Bilingual(
                f"检查表 {base} 的写法使程序无法安全地复制",
                f"checklist {base} is written in a way that cannot be copied safely",
            ),
            Bilingual(
                "请复制该文件，自己修改 id、edition 和 name。",
                "Copy its file and change id, edition and name yourself.",
            ),
        )
    return text


def _without_opening_comments(source: str) -> str:
    lines = source.splitlines(keepends=True)
    first = next((i for i, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    return "".join(lines[first:])


_SMALL = """\
# 一份检查表：领域 → 小节 → 条目。条目编号一经用于审核就不要再改；问题改了请换新的 edition。
# A checklist: domains → sections → items. Keep item ids once audits use them; give changed questions a new edition.
kind: checklist
format: 1
id: {id}
edition: {edition}  # 加引号 / in quotes
name: {name}
# description: {{zh: 给谁用、怎样用, en: For whom, and how to use it}}

# 评分方式 / How items are answered: yes-partial-no（是、部分、否），或若干等级 / or levels:
# scale:
#   kind: levels
#   levels:
#     - {{value: 0, label: {{zh: 没有做, en: Not done}}}}
#     - {{value: 1, label: {{zh: 部分做到, en: Partly}}}}
#     - {{value: 2, label: {{zh: 做到, en: Fully}}}}
scale: {{kind: yes-partial-no}}

domains:
  - id: first-domain
    name: {{zh: 第一个领域, en: First domain}}
    weight: 1  # 与其他领域相比的分量 / how much it counts against other domains
    sections:
      - id: first-section
        name: {{zh: 第一个小节, en: First section}}
        items:
          - id: first-item
            ask: {{zh: 要核实什么？（一句话，能用是或否回答）, en: What is to be checked? (one sentence)}}
            # guidance: {{zh: 怎样判断, en: How to judge}}
            # look_for: {{zh: 取什么证据, en: What evidence to take}}
            # levels:  # 每种答案是什么样子 / what each answer looks like
            #   "yes": {{zh: …, en: …}}
            weight: 1
            critical: none  # none | domain | overall：不合格时封顶 / failing it caps that grade
            na_allowed: true  # 能否“不适用” / whether it may not apply
            evidence: on-fail  # never | on-fail | always：何时须附证据 / when evidence is needed
"""
