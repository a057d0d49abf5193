"""What can be wrong with surveys, with the rows of their respondents, and with indicators computed from them."""

from __future__ import annotations

from auditloop.problems.entry import Entry

CODES: dict[str, Entry] = {
    # said by the schema
    "rating-off-scale": Entry(
        "error",
        "“{found}”不是评分：评分为 1–5。",
        "“{found}” is no rating: ratings are 1 to 5.",
        "每行写“分数: 人数”，例如 5: 230；别的尺度先换算成 1–5",
        "Write `rating: how many`, such as 5: 230; bring another scale to 1–5 first",
    ),
    "recommendation-off-scale": Entry(
        "error",
        "“{found}”不是推荐意愿：答案为 0–10。",
        "“{found}” is no answer to “would you recommend us”: answers are 0 to 10.",
        "每行写“分数: 人数”，例如 10: 160",
        "Write `answer: how many`, such as 10: 160",
    ),
    # one survey
    "survey-without-answers": Entry(
        "error",
        "“{team}”的这次调查没有任何答案。",
        "This survey of “{team}” holds no answers at all.",
        "写上 overall、recommend 或 dimensions 的人数，或用 respondents_csv 指明答卷",
        "Write counts under overall, recommend or dimensions, or name the rows with respondents_csv",
    ),
    "more-answers-than-sent": Entry(
        "error",
        "“{question}”有 {n} 个答案，而只发出 {sent} 份。",
        "“{question}” has {n} answers, but only {sent} were sent.",
        "改正 sent 或人数；不知道发出多少就删去 sent",
        "Correct sent or the counts; delete sent if nobody knows",
    ),
    "survey-twice": Entry(
        "error",
        "“{team}”{period} 的调查在 {file}:{line} 已经写过。",
        "The survey of “{team}” for {period} already stands in {file}:{line}.",
        "删去其中一份；经不同渠道的调查，各写上 channel",
        "Delete one of them; give each a channel if they went through different ones",
    ),
    "survey-differs-from-rows": Entry(
        "error",
        "“{question}”答 {answer} 的写了 {typed} 人，而 {file} 中有 {counted} 人。",
        "{typed} are written to have answered {answer} to “{question}”, but {file} has {counted} of them.",
        "删去这里的人数，由答卷统计；或改正答卷",
        "Delete the counts here, they are taken from the rows; or correct the rows",
    ),
    "survey-weight-missing": Entry(
        "error",
        "维度“{dimension}”没有权重，而别的维度有。",
        "The dimension “{dimension}” has no weight, though others have one.",
        "给每个维度写上 weight，或全部删去",
        "Give every dimension a weight, or none of them",
    ),
    # the rows of respondents
    "csv-without-questions": Entry(
        "error",
        "答卷里没有一列是调查的问题。",
        "None of the columns is a question of the survey.",
        "列名应为：{known}；名称不同的写在 respondents_csv 的 columns 里",
        "Columns are called {known}; name others under `columns` of respondents_csv",
    ),
    "csv-no-question": Entry(
        "error",
        "“{found}”不是调查的问题。",
        "“{found}” is no question of the survey.",
        "{known}",
        "{known}",
    ),
    "csv-column-unused": Entry(
        "warning",
        "“{column}”这一列没有用到：它不是调查的问题。",
        "The column “{column}” is not used: it is no question of the survey.",
        "{known}",
        "{known}",
    ),
    # indicators
    "survey-measure-lacks": Entry(
        "error",
        "{measure} 须指明是哪个维度。",
        "{measure} needs to know of which dimension.",
        "加一行 dimension: 维度的标识",
        "Add a line `dimension: id of the dimension`",
    ),
    "survey-measure-of-all": Entry(
        "error",
        "{measure} 不分维度。",
        "{measure} is not told by dimension.",
        "删去 dimension，或把 measure 改为 {possible} 之一",
        "Delete dimension, or choose one of {possible} as the measure",
    ),
    "survey-measure-kind": Entry(
        "error",
        "{measure} 算出的是 {fits}，而指标的 kind_of_data 是 {kind}。",
        "{measure} comes out as a {fits}, but kind_of_data of the indicator is {kind}.",
        "写 kind_of_data: {fits}",
        "Write kind_of_data: {fits}",
    ),
    "computed-in-two-ways": Entry(
        "error",
        "指标“{kpi}”既有 from_survey 又有 {other}：只能由一种方式算出。",
        "The indicator “{kpi}” has from_survey and {other}: it can be computed in one way only.",
        "删去其中一个",
        "Delete one of them",
    ),
    "typed-and-surveyed": Entry(
        "error",
        "指标“{kpi}”{period} 上报为 {typed}，而由 {file} 的调查算出 {computed}。",
        "{period} of the indicator “{kpi}” was reported as {typed}, but the survey in {file} comes to {computed}.",
        "删去这个上报的值：调查已经给出它",
        "Delete the reported value: the survey gives it",
    ),
}
