"""A new index over the indicators there are, equally weighted until somebody decides otherwise. Knows no scores."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from fractions import Fraction

from auditloop.model import Text, Workspace
from auditloop.problems import Bilingual
from auditloop.scaffold.errors import Refused
from auditloop.scaffold.files import NewFile
from auditloop.scaffold.lookup import folder, known, modeline, named, new_id
from auditloop.scaffold.yamltext import bilingual, flow_text, quote


def new_index(workspace: Workspace, *, id: str, name: Text, kpis: Sequence[str] = ()) -> NewFile:
    """An index of the given indicators, else of all that have a score map.

    Raises BadId, IdTaken, UnknownName or Refused.
    """
    new_id(workspace, "index", id, workspace.indices)
    chosen = [known("kpi", kpi, workspace.kpis) for kpi in dict.fromkeys(kpis)] or [
        kpi for kpi in workspace.kpis.values() if kpi.score
    ]
    if not chosen or any(kpi.score is None for kpi in chosen):
        without = ", ".join(kpi.id for kpi in chosen if kpi.score is None)
        raise Refused(
            Bilingual(
                f"这些指标没有 score，不能计入指数：{without}", f"without a score map, not fit for an index: {without}"
            )
            if without
            else Bilingual(
                "还没有带 score 的指标，无从组成指数", "there is no indicator with a score map to build an index from"
            ),
            Bilingual(
                "请先在指标文件里写上 score: {zero: 得 0 分的值, full: 得 100 分的值}。",
                "First give the indicator score: {zero: the value worth 0, full: the value worth 100}.",
            ),
        )
    path = folder(workspace, "index", "indices") / f"{id}.yml"
    weights = "\n".join(
        f"  {quote(kpi.id)}: {weight}  # {bilingual(kpi.name)}"
        for kpi, weight in zip(chosen, equal_weights(len(chosen)), strict=True)
    )
    return NewFile(
        path,
        f"""{modeline(path)}\
# 综合指数：各指标得分（0–100）乘以权重再相加。/ An index: scores of indicators (0–100) times their weights, added up.
kind: index
format: 1
id: {quote(id)}
name: {flow_text(named(name))}
# description: {{zh: 说明什么、给谁看, en: What it tells and for whom}}
method: weighted-mean  # weighted-mean | geometric（加权平均、几何平均）
weights:  # 合计 100 / must sum to 100
{weights}
""",
    )


def equal_weights(count: int) -> list[str]:
    """Weights as alike as hundredths allow, summing to exactly 100."""
    marks = [Fraction(10000 * i, count).__floor__() for i in range(count + 1)]
    hundredths = sorted((b - a for a, b in itertools.pairwise(marks)), reverse=True)
    return [f"{part / 100:g}" for part in hundredths]
