"""Problems of customer journeys: steps, times, and what was measured afterwards."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    "channel-not-of-journey": Entry(
        "error",
        "步骤“{id}”走渠道“{found}”，而这份旅程的 channels 里没有它。",
        "The step “{id}” belongs to the channel “{found}”, which is not among the channels of the journey.",
        "旅程的渠道：{known}。改正 channel，或在 channels 里加上它。",
        "Channels of the journey: {known}. Correct channel, or add it to channels.",
    ),
    "wait-adds-value": Entry(
        "error",
        "步骤“{id}”只是等待，却写成增值。",
        "The step “{id}” is mere waiting, but is said to add value.",
        "写 adds_value: false，或删去 waiting",
        "Write adds_value: false, or delete waiting",
    ),
    "saves-too-much": Entry(
        "error",
        "步骤“{id}”用时 {minutes} 分钟，建议却要省 {saves} 分钟。",
        "The step “{id}” takes {minutes} minutes, but the proposal would save {saves}.",
        "改正 saves_minutes：至多等于 minutes",
        "Correct saves_minutes: at most what the step takes",
    ),
    "measured-before-map": Entry(
        "error",
        "步骤“{id}”的复测日期 {found} 早于旅程绘制的 {mapped}。",
        "The step “{id}” was measured afterwards on {found}, before the journey was mapped on {mapped}.",
        "改正 after 的 date，或旅程的 date",
        "Correct date of after, or date of the journey",
    ),
    "measured-before-done": Entry(
        "error",
        "步骤“{id}”的复测日期 {found} 早于措施“{action}”完成的 {done}。",
        "The step “{id}” was measured afterwards on {found}, before the action “{action}” was done on {done}.",
        "改正 after 的 date，或措施的 done",
        "Correct date of after, or done of the action",
    ),
    "after-not-done": Entry(
        "warning",
        "步骤“{id}”已有改进后的实测，措施“{action}”的状态却还是 {status}。",
        "The step “{id}” was measured afterwards, but the action “{action}” is still {status}.",
        "措施完成了就写上 done；没有完成就删去 after",
        "Write done for the action if it is, or delete after",
    ),
    "after-without-action": Entry(
        "warning",
        "步骤“{id}”写了改进后的实测，却没有写是哪项措施带来的。",
        "The step “{id}” was measured afterwards, but nothing says which action it came from.",
        "加上 action: A-…",
        "Add action: A-…",
    ),
}
