"""Problems of plans: goals, milestones, and what they wait for."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    "plan-ends-early": Entry(
        "error",
        "计划到 {last} 为止，却从 {first} 开始。",
        "The plan ends with {last}, but begins with {first}.",
        "改正 from 或 to",
        "Correct from or to",
    ),
    "outside-plan": Entry(
        "error",
        "{what}“{id}”的日期 {found} 不在计划期间 {first} 至 {last} 之内。",
        "The {what} “{id}” has the date {found}, which is not within the plan, {first} to {last}.",
        "改正日期，或改计划的 from、to",
        "Correct the date, or from and to of the plan",
    ),
    "goal-ends-early": Entry(
        "error",
        "目标“{id}”要在 {by} 达到，却从 {start} 才开始。",
        "The goal “{id}” is to be reached by {by}, but starts on {start}.",
        "改正 by 或 start",
        "Correct by or start",
    ),
    "goal-leads-nowhere": Entry(
        "error",
        "目标“{id}”的起点和终点都是 {value}，没有路程可量。",
        "The goal “{id}” starts and ends at {value}: there is no way to measure.",
        "改正 from 或 to；只要保持不变，就在指标里写 target",
        "Correct from or to; to keep a value, write it as target of the indicator",
    ),
    "goal-makes-worse": Entry(
        "warning",
        "目标“{id}”要把指标“{kpi}”从 {from_} 变到 {to}，而这个指标{better}越好。",
        "The goal “{id}” takes the indicator “{kpi}” from {from_} to {to}, but {better} is better.",
        "检查 from 和 to 是否写反，或改指标的 better",
        "See whether from and to stand the wrong way round, or correct better of the indicator",
    ),
    "milestone-after-goal": Entry(
        "error",
        "里程碑“{id}”的期限 {due} 晚于它的目标“{goal}”的 {by}，来不及起作用。",
        "The milestone “{id}” is due on {due}, after its goal “{goal}” is to be reached on {by}: too late to help.",
        "改正 due，或目标的 by；属于别的目标就改 goal",
        "Correct due, or by of the goal; name another goal if it serves another",
    ),
    "due-before-start": Entry(
        "error",
        "里程碑“{id}”的期限 {due} 早于开始日期 {start}。",
        "The milestone “{id}” is due on {due}, before work on it starts on {start}.",
        "改正 due 或 start",
        "Correct due or start",
    ),
    "done-before-start": Entry(
        "error",
        "里程碑“{id}”完成于 {done}，早于开始日期 {start}。",
        "The milestone “{id}” was done on {done}, before work on it started on {start}.",
        "改正 done 或 start",
        "Correct done or start",
    ),
    "needs-circle": Entry(
        "error",
        "里程碑“{id}”最终要等它自己，成了循环：{path}。",
        "The milestone “{id}” waits for itself in the end: {path}.",
        "从其中一项的 needs 里删去下一项",
        "Delete the next one from needs of one of them",
    ),
    "needs-cancelled": Entry(
        "warning",
        "里程碑“{id}”要等的措施“{need}”已经取消。",
        "The milestone “{id}” waits for the action “{need}”, which was cancelled.",
        "从 needs 里删去它，或换成代替它的措施",
        "Delete it from needs, or name what takes its place",
    ),
    "need-due-later": Entry(
        "warning",
        "里程碑“{id}”要在 {due} 做成，它等的“{need}”却到 {later} 才到期。",
        "The milestone “{id}” is due on {due}, but waits for “{need}”, which is due only on {later}.",
        "推迟 due，或提前“{need}”，或从 needs 里删去它",
        "Put due off, bring “{need}” forward, or delete it from needs",
    ),
    "done-before-need": Entry(
        "warning",
        "里程碑“{id}”在 {done} 已经做成，它要等的“{need}”却还没有。",
        "The milestone “{id}” was done on {done}, but “{need}”, which it waits for, is not.",
        "给“{need}”写上 done，或从 needs 里删去它",
        "Write done for “{need}”, or delete it from needs",
    ),
}
