"""What is measured: the ten key service-quality indicators, further ones, and the composite scores made of them."""

# ruff: noqa: E501 - sentences stay whole, so that the two languages can be read side by side

from __future__ import annotations

from typing import Any

from tools.demo.words import Data, say

TICKETS = say("工单系统", "Ticket system")
SURVEY = say("服务后评价（短信与扫码）", "After-service rating (text message and scanned code)")
ALL = say("全部客户", "All customers")


def kpi(
    id: str,
    name: Data,
    dimension: str,
    definition: Data,
    unit: str,
    better: str,
    kind_of_data: str,
    source: Data,
    customers: Data = ALL,
    frequency: str = "monthly",
    **more: Any,
) -> Data:
    return {
        "kind": "kpi", "id": id, "name": name, "dimension": dimension, "definition": definition, "unit": unit, "better": better,
        "frequency": frequency, "source": source, "customers": customers, "kind_of_data": kind_of_data, **more,
    }  # fmt: skip


KSQI: list[Data] = [
    kpi(
        "first-response-time",
        say("平均首次响应时间", "Average first response time"),
        "efficiency",
        say(
            "从收到客户请求到员工首次答复的时间总和 ÷ 当月首次答复的请求数。不计系统自动回执、骚扰信息和服务时间以外的分钟数。",
            "Total time from receiving a request to the first reply by a person ÷ requests first replied to in the month. Left out:"
            " automatic receipts, spam, and minutes outside service hours.",
        ),
        "min",
        "lower",
        "value",
        TICKETS,
        decimals=1,
        baseline={"points": 12},
        target=[{"from": "2024-11", "value": 35}, {"from": "2026-01", "value": 30}],
        benchmark={
            "value": 25,
            "source": say(
                "2025年同业交流数据，14家服务机构的中位数", "Peer exchange 2025, median of 14 service organisations"
            ),
        },
        score={"zero": 60, "full": 15},
    ),
    kpi(
        "resolution-time",
        say("平均解决时间", "Average resolution time"),
        "efficiency",
        say(
            "从收到请求到客户确认解决的小时数总和 ÷ 当月解决的请求数。不计客户自己要求延期的时间，不计撤回的请求。",
            "Total hours from receiving a request to the customer's confirmation that it is solved ÷ requests solved in the month. Left"
            " out: time during which the customer asked to wait, and withdrawn requests.",
        ),
        "h",
        "lower",
        "value",
        TICKETS,
        decimals=1,
        segments=[
            {
                "from": "2025-07",
                "why": say("新工单系统上线：挂起时间开始计入", "New ticket system: time on hold now counts"),
            }
        ],
        target={"change": "-15%", "base": "2025-H2"},
        score={"zero": 48, "full": 2},
    ),
    kpi(
        "first-contact-resolution",
        say("首次解决率", "First-contact resolution"),
        "effectiveness",
        say(
            "首次接触即解决的请求数 ÷ 当月结案的请求数。七天内同一客户就同一问题再次来访，不算首次解决。不计转给外部单位的请求。",
            "Requests solved in the first contact ÷ requests closed in the month. A request does not count as solved when the same customer"
            " comes back with the same problem within seven days. Left out: requests passed on to outside bodies.",
        ),
        "%",
        "higher",
        "proportion",
        TICKETS,
        target=[{"from": "2024-11", "value": 75}, {"from": "2026-01", "value": 80}],
        benchmark={
            "value": 78,
            "source": say(
                "2025年同业交流数据，14家服务机构的中位数", "Peer exchange 2025, median of 14 service organisations"
            ),
        },
        score={"zero": 50, "full": 95},
    ),
    kpi(
        "csat",
        say("客户满意度", "Customer satisfaction (CSAT)"),
        "effectiveness",
        say(
            "评为4分或5分的份数 ÷ 有效评价份数（1–5分）。空白、同一次服务的重复评价和员工本人的评价不计。",
            "Ratings of 4 or 5 ÷ valid ratings (1 to 5). Left out: blanks, second ratings of the same service, and ratings by own staff.",
        ),
        "%",
        "higher",
        "proportion",
        SURVEY,
        say("当月接受过服务的客户", "Customers served in the month"),
        target=90,
        benchmark={
            "value": 87,
            "source": say(
                "2025年长三角公共与商业服务满意度调查", "Yangtze delta survey of public and commercial services, 2025"
            ),
        },
        score={"zero": 60, "full": 98},
    ),
    kpi(
        "channel-availability",
        say("渠道可用率", "Channel availability"),
        "convenience",
        say(
            "各渠道实际可用分钟数之和 ÷ 承诺服务分钟数之和。提前三天公告的维护不计入承诺时间。逐分钟的数据彼此相关，因此按单值而不按比例处理。",
            "Minutes in which the channels could be used ÷ minutes promised. Maintenance announced three days ahead is not promised time."
            " Minutes depend on one another, so this is charted as a single value, not as a proportion.",
        ),
        "%",
        "higher",
        "value",
        say("渠道监控", "Channel monitoring"),
        say("全部客户和潜在客户", "All customers, potential ones too"),
        decimals=2,
        exclude=[
            {
                "period": "2025-09",
                "why": say(
                    "台风期间园区停电两天，全部渠道按预案关闭",
                    "Typhoon: two days without mains power, all channels closed as the emergency plan says",
                ),
            }
        ],
        target=99.5,
        score={"zero": 97, "full": 100},
    ),
    kpi(
        "self-service-success",
        say("自助服务成功率", "Self-service success"),
        "convenience",
        say(
            "通过常见问题、知识库、机器人、语音菜单或自助终端办成、且24小时内未再找人工的会话数 ÷ 全部自助会话数。三秒内退出的会话不计。",
            "Sessions completed by FAQ, knowledge base, bot, voice menu or terminal with no contact to staff within 24 hours ÷ all"
            " self-service sessions. Left out: sessions left within three seconds.",
        ),
        "%",
        "higher",
        "proportion",
        say("自助平台日志", "Log of the self-service platforms"),
        say("自助渠道用户", "Self-service users"),
        target=70,
        score={"zero": 40, "full": 85},
    ),
    kpi(
        "handled-in-time",
        say("及时处理率", "Handled in time"),
        "responsiveness",
        say(
            "在承诺响应时限内得到处理的请求数 ÷ 当月到期的请求数。因客户资料不全而暂停的时间不计入时限。",
            "Requests handled within the promised response time ÷ requests that fell due in the month. The clock stops while papers from"
            " the customer are missing.",
        ),
        "%",
        "higher",
        "proportion",
        TICKETS,
        target=90,
        score={"zero": 60, "full": 98},
    ),
    kpi(
        "escalation-time",
        say("升级响应时间", "Escalation time"),
        "responsiveness",
        say(
            "一线提出升级到上一级接手的分钟数总和 ÷ 当月升级的请求数。误升级后退回的请求不计。",
            "Total minutes from the front line's call for help to take-over by the next level ÷ requests escalated in the month. Left out:"
            " requests escalated by mistake and handed back.",
        ),
        "min",
        "lower",
        "value",
        TICKETS,
        say("问题被升级的客户", "Customers whose problem was escalated"),
        chart="run",
        decimals=0,
        target=45,
        score={"zero": 120, "full": 20},
    ),
    kpi(
        "commitments-kept",
        say("服务承诺兑现率", "Commitments kept"),
        "reliability",
        say(
            "按时按质兑现的服务承诺数 ÷ 当月到期的服务承诺数。客户改约的，按新约定时间计算；不可抗力经改进小组确认后剔除。",
            "Service promises kept on time and to quality ÷ promises due in the month. When the customer changes the appointment the new"
            " time counts. Left out: force majeure confirmed by the improvement group.",
        ),
        "%",
        "higher",
        "proportion",
        say("服务水平协议记录", "SLA records"),
        say("有服务承诺的客户", "Customers with a service promise"),
        target=95,
        score={"zero": 70, "full": 99},
    ),
    kpi(
        "repeat-problem-rate",
        say("重复问题率", "Repeat-problem rate"),
        "reliability",
        say(
            "30天内同一客户就同一问题再次提出的请求数 ÷ 当月全部请求数。客户只是询问进度的，不算重复。",
            "Requests raised again by the same customer about the same problem within 30 days ÷ all requests of the month. Left out:"
            " customers who only ask how things are going.",
        ),
        "%",
        "lower",
        "proportion",
        TICKETS,
        decimals=1,
        target=[{"from": "2024-11", "value": 7}, {"from": "2026-01", "value": 6}],
        benchmark={
            "value": 6.5,
            "source": say(
                "2025年同业交流数据，14家服务机构的中位数", "Peer exchange 2025, median of 14 service organisations"
            ),
        },
        score={"zero": 15, "full": 2},
    ),
]

FURTHER: list[Data] = [
    kpi(
        "error-rate",
        say("差错率", "Error rate"),
        "accuracy",
        say(
            "抽查发现内容有误的业务笔数 ÷ 抽查笔数。每队每月随机抽查；不影响客户的错别字不计。",
            "Transactions found wrong ÷ transactions checked, drawn at random for each team every month. Left out: typing slips that do not"
            " affect the customer.",
        ),
        "%",
        "lower",
        "proportion",
        say("质检抽查记录", "Quality-check samples"),
        decimals=1,
        target=2,
        score={"zero": 8, "full": 0},
    ),
    kpi(
        "complaint-rate",
        say("投诉率", "Complaint rate"),
        "satisfaction",
        say(
            "当月受理的投诉件数 ÷ 当月服务人次 × 1000。匿名投诉计入；经核实与本集团无关的投诉不计。",
            "Complaints received in the month ÷ customer contacts of the month × 1000. Anonymous complaints count. Left out: complaints"
            " that proved to be about another organisation.",
        ),
        "‰",
        "lower",
        "rate",
        TICKETS,
        per=1000,
        decimals=1,
        target=4,
        score={"zero": 12, "full": 0},
    ),
    kpi(
        "complaints",
        say("投诉件数", "Complaints received"),
        "satisfaction",
        say(
            "当月登记的投诉件数，包括口头投诉。同一客户同一事项只计一件。与投诉率的分子相同。",
            "Complaints registered in the month, spoken ones included; one customer and one matter count once. The same count is the"
            " numerator of the complaint rate.",
        ),
        "cases",
        "lower",
        "count",
        TICKETS,
        from_tickets={"measure": "count", "where": {"type": "complaint"}},
    ),
    kpi(
        "complaint-response-time",
        say("投诉首次响应时间", "First response to complaints"),
        "responsiveness",
        say(
            "从收到投诉到员工首次答复的平均分钟数，由工单算出，计入答复的当月。夜间和周末也计时：承诺是三十分钟。",
            "Mean minutes from a complaint to the first reply by a person, computed from the tickets, in the month of the reply. Nights and"
            " weekends count: thirty minutes are promised.",
        ),
        "min",
        "lower",
        "value",
        TICKETS,
        say("投诉的客户", "Customers who complain"),
        decimals=1,
        target=20,
        from_tickets={"measure": "mean", "from": "received", "to": "first_response", "where": {"type": "complaint"}},
    ),
    kpi(
        "complaint-commitments",
        say("投诉承诺达标率", "Complaint commitments kept"),
        "reliability",
        say(
            "按时首次响应和按时解决的投诉 ÷ 已到期的投诉，两项标准合并，由工单算出。撤回的投诉和尚未到期的不计。",
            "Complaints answered and solved in time ÷ complaints due, both standards together, computed from the tickets. Left out:"
            " complaints withdrawn or not yet due.",
        ),
        "%",
        "higher",
        "proportion",
        TICKETS,
        say("投诉的客户", "Customers who complain"),
        target=92,
        from_tickets={"measure": "attainment", "standards": ["complaint-first-response", "complaint-resolution"]},
    ),
    kpi(
        "repeat-complaints",
        say("重复投诉率", "Repeated complaints"),
        "reliability",
        say(
            "十四天内同一客户就同一问题再次投诉的件数 ÷ 当月收到的投诉件数，由工单算出。",
            "Complaints that come again within fourteen days, same customer and same problem ÷ complaints received in the month, computed"
            " from the tickets.",
        ),
        "%",
        "lower",
        "proportion",
        TICKETS,
        say("投诉的客户", "Customers who complain"),
        target=8,
        from_tickets={"measure": "repeat-rate", "where": {"type": "complaint"}, "within": "14d"},
    ),
    kpi(
        "emergency-arrival",
        say("紧急事件到场时间（九成）", "Arrival at emergencies (9 of 10)"),
        "responsiveness",
        say(
            "九成紧急事件从报修到工程师到场所用的小时数，由工单算出。承诺是两小时。",
            "Hours from the call to the engineer's arrival that nine of ten emergencies stay within, computed from the tickets. Two hours are"
            " promised.",
        ),
        "h",
        "lower",
        "value",
        TICKETS,
        say("报紧急故障的客户", "Customers with an emergency"),
        decimals=1,
        target=2,
        from_tickets={"measure": "p90", "to": "arrived", "where": {"type": "emergency"}},
    ),
    kpi(
        "waiting-time",
        say("平均等候时间", "Average waiting time"),
        "efficiency",
        say(
            "从取号或进入排队区到开始办理的分钟数总和 ÷ 当月办理的客户数。预约客户提前到达的时间不计，弃号不计。",
            "Total minutes from taking a number or joining the queue to the start of service ÷ customers served in the month. Left out: the"
            " minutes by which customers come early for an appointment, and numbers given up.",
        ),
        "min",
        "lower",
        "value",
        say("排队系统", "Queue system"),
        say("到店、到厅客户", "Customers who come in person"),
        decimals=1,
        target=[{"from": "2024-11", "value": 12}, {"from": "2026-01", "value": 10}],
        score={"zero": 25, "full": 3},
    ),
    kpi(
        "waiting-share",
        say("首次响应占解决时间的比重", "Share of the solving time before the first reply"),
        "efficiency",
        say(
            "平均首次响应时间 ÷ 平均解决时间（换算成分钟）。由这两个指标算出，不另行上报；全组织的值由合并后的两个指标算出。",
            "Average first response time ÷ average resolution time, both in minutes. Computed from the two indicators, not reported; the"
            " organisation's value is computed from both of them pooled.",
        ),
        "%",
        "lower",
        "value",
        TICKETS,
        decimals=1,
        segments=[
            {
                "from": "2025-07",
                "why": say("新工单系统上线：挂起时间开始计入", "New ticket system: time on hold now counts"),
            }
        ],
        formula={"of": "a / (b * 60) * 100", "a": "first-response-time", "b": "resolution-time"},
    ),
    kpi(
        "one-visit-success",
        say("一次办成率", "One visit does it"),
        "effectiveness",
        say(
            "一次上门或一次到厅即办结的件数 ÷ 当月办结的件数。法律规定必须分次办理的事项不计。",
            "Matters finished in one visit (ours to the customer or the customer's to us) ÷ matters finished in the month. Left out: matters"
            " that the law requires to be done in several visits.",
        ),
        "%",
        "higher",
        "proportion",
        say("派工单与办件系统", "Job sheets and case system"),
        say("上门服务和到厅办事的客户", "Customers visited on site or coming to the hall"),
        target=[{"from": "2024-11", "value": 80}, {"from": "2026-01", "value": 85}],
        score={"zero": 60, "full": 98},
    ),
    kpi(
        "nps",
        say("净推荐值", "Net promoter score (NPS)"),
        "satisfaction",
        say(
            "推荐者（9–10分）占比 − 贬损者（0–6分）占比，按有效答卷计算。季度随机抽样，每位客户每半年最多邀请一次。",
            "Share of promoters (9–10) − share of detractors (0–6) among valid answers. A random sample each quarter; nobody is invited more"
            " than once in six months.",
        ),
        "points",
        "higher",
        "value",
        say("季度满意度调查", "Quarterly survey"),
        say("当季接受过服务的客户", "Customers served in the quarter"),
        frequency="quarterly",
        decimals=0,
        target={"change": "+10%", "base": "2025-H2"},
        score={"zero": 0, "full": 70},
        from_survey={"measure": "nps"},
    ),
    kpi(
        "survey-satisfaction",
        say("季度调查满意率", "Satisfied in the quarterly survey"),
        "satisfaction",
        say(
            "季度调查中总体评为4分或5分的份数 ÷ 有效答卷数。由调查直接算出；问的是一个季度的整体印象，与每次服务后的评价（客户满意度）对照使用。",
            "Overall ratings of 4 or 5 ÷ valid answers of the quarterly survey, computed from it. It asks about the whole quarter; read it"
            " beside customer satisfaction, which is rated after each service.",
        ),
        "%",
        "higher",
        "proportion",
        say("季度满意度调查", "Quarterly survey"),
        say("当季接受过服务的客户", "Customers served in the quarter"),
        frequency="quarterly",
        target=88,
        from_survey={"measure": "csat"},
    ),
    kpi(
        "survey-response-rate",
        say("调查回收率", "Survey response rate"),
        "data-quality",
        say(
            "季度调查收回的答卷数 ÷ 发出的份数。退信和空号计入发出的份数。",
            "Answers ÷ invitations of the quarterly survey. Invitations that did not arrive count.",
        ),
        "%",
        "higher",
        "proportion",
        say("季度满意度调查", "Quarterly survey"),
        say("当季接受过服务的客户", "Customers served in the quarter"),
        frequency="quarterly",
        target=25,
        from_survey={"measure": "response-rate"},
    ),
    kpi(
        "solving-speed-satisfaction",
        say("解决速度满意率", "Satisfied with solving speed"),
        "satisfaction",
        say(
            "对解决速度评为4分或5分的份数 ÷ 回答该题的有效份数。",
            "Ratings of 4 or 5 for the speed of solving ÷ valid answers to that question.",
        ),
        "%",
        "higher",
        "proportion",
        SURVEY,
        say("当月接受过服务的客户", "Customers served in the month"),
        target=88,
        score={"zero": 0, "full": 100},
    ),
    kpi(
        "staff-attitude-satisfaction",
        say("服务态度满意率", "Satisfied with staff attitude"),
        "satisfaction",
        say(
            "对服务态度评为4分或5分的份数 ÷ 回答该题的有效份数。全程自助、未接触员工的服务不计。",
            "Ratings of 4 or 5 for attitude ÷ valid answers to that question. Left out: services without any contact to staff.",
        ),
        "%",
        "higher",
        "proportion",
        SURVEY,
        say("当月接受过人工服务的客户", "Customers served by a person in the month"),
        target=92,
        score={"zero": 0, "full": 100},
    ),
    kpi(
        "solved-first-time-satisfaction",
        say("一次解决满意率", "Satisfied that it was solved first time"),
        "satisfaction",
        say(
            "认为问题一次得到解决（4分或5分）的份数 ÷ 回答该题的有效份数。与工单系统的首次解决率对照使用。",
            "Ratings of 4 or 5 for “solved first time” ÷ valid answers to that question. Read beside first-contact resolution, which the"
            " ticket system counts.",
        ),
        "%",
        "higher",
        "proportion",
        SURVEY,
        say("当月接受过服务的客户", "Customers served in the month"),
        target=85,
        score={"zero": 0, "full": 100},
    ),
    kpi(
        "behaviour-score",
        say("员工行为评分", "Staff behaviour score"),
        "people",
        say(
            "同事互评与客户评价各占一半的平均分（0–100分）。每季度一次，在岗不满一个月的员工不参评。",
            "Mean score on 0–100, half from colleagues and half from customers. Once a quarter. Left out: staff with less than a month in"
            " the job.",
        ),
        "points",
        "higher",
        "value",
        say("季度行为评估", "Quarterly behaviour review"),
        frequency="quarterly",
        decimals=1,
        target=85,
        score={"zero": 60, "full": 95},
    ),
    kpi(
        "staff-turnover",
        say("员工流失率", "Staff turnover"),
        "people",
        say(
            "当月离职人数 ÷ 月初在岗人数。集团内部调动和试用期内双方协商解约不计。",
            "Staff who left in the month ÷ staff in post at its beginning. Left out: moves within the group, and contracts ended by mutual"
            " consent during probation.",
        ),
        "%",
        "lower",
        "proportion",
        say("人事系统", "Personnel system"),
        say("不适用（内部指标）", "None (internal indicator)"),
        decimals=1,
        target=2.5,
    ),
    kpi(
        "records-complete",
        say("记录完整率", "Records complete"),
        "data-quality",
        say(
            "必填项齐全的服务记录数 ÷ 抽查的服务记录数。抽查当月结案的记录；未结案的不计。",
            "Service records with every required field filled in ÷ records checked. Drawn from those closed in the month; open ones are left"
            " out.",
        ),
        "%",
        "higher",
        "proportion",
        say("质检抽查记录", "Quality-check samples"),
        target=95,
        score={"zero": 70, "full": 100},
    ),
]

KPIS: list[Data] = [*KSQI, *FURTHER]

INDICES: list[Data] = [
    {
        "kind": "index",
        "id": "sqs",
        "name": say("综合服务质量得分（SQS）", "Service quality score (SQS)"),
        "description": say(
            "十项关键服务质量指标的加权平均。权重由改进小组每年十二月议定；客户能直接感受到的首次解决率和满意度权重最高。",
            "Weighted mean of the ten key indicators. The improvement group settles the weights every December; first-contact resolution"
            " and satisfaction, which customers feel at once, weigh most.",
        ),
        "method": "weighted-mean",
        "weights": {
            "first-response-time": 0.1,
            "resolution-time": 0.1,
            "first-contact-resolution": 0.15,
            "csat": 0.15,
            "channel-availability": 0.08,
            "self-service-success": 0.07,
            "handled-in-time": 0.1,
            "escalation-time": 0.05,
            "commitments-kept": 0.12,
            "repeat-problem-rate": 0.08,
        },
    },
    {
        "kind": "index",
        "id": "csi",
        "name": say("客户满意度指数（CSI）", "Customer satisfaction index (CSI)"),
        "description": say(
            "客户对解决速度、服务态度和一次解决三个维度的满意率加权平均。",
            "Weighted mean of what customers say about solving speed, staff attitude and solving it first time.",
        ),
        "method": "weighted-mean",
        "weights": {
            "solving-speed-satisfaction": 35,
            "staff-attitude-satisfaction": 30,
            "solved-first-time-satisfaction": 35,
        },
    },
    {
        "kind": "index",
        "id": "reliability-index",
        "name": say("可靠服务指数", "Reliability index"),
        "description": say(
            "集团自设：说到做到、不返工、不出错。用几何平均，任何一项很差都不能靠其他项弥补。",
            "Our own: keep the promise, no repeat, no error. A geometric mean, so that one bad part cannot be made up for by the others.",
        ),
        "method": "geometric",
        "weights": {"commitments-kept": 0.4, "repeat-problem-rate": 0.35, "error-rate": 0.25},
    },
]
