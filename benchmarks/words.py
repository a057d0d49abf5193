"""What people write in a generated workspace: fragments that combine into plausible sentences in both languages."""

from __future__ import annotations

FUNCTIONS = (
    ("front-desk", "前台接待", "Front desk"), ("call-centre", "客服中心", "Call centre"),
    ("housekeeping", "客房服务", "Housekeeping"), ("field-repair", "上门维修", "Field repair"),
    ("it-support", "技术支持", "IT support"), ("counter", "综合窗口", "Service counter"),
    ("complaints", "投诉处理", "Complaint handling"), ("delivery", "配送服务", "Delivery"),
    ("installation", "安装服务", "Installation"), ("loans", "贷款受理", "Loan desk"),
    ("cards", "卡务服务", "Card services"), ("catering", "餐饮服务", "Catering"),
    ("security", "安保服务", "Security"), ("billing", "账单服务", "Billing"),
    ("membership", "会员服务", "Membership"), ("online", "在线服务", "Online service"),
)
SITES = (
    ("bund", "外滩", "Bund"), ("harbour", "港口", "Harbour"), ("east-lake", "东湖", "East Lake"),
    ("old-town", "老城", "Old Town"), ("airport", "机场", "Airport"), ("north-gate", "北门", "North Gate"),
    ("riverside", "滨江", "Riverside"), ("tech-park", "科技园", "Tech Park"), ("west-hill", "西山", "West Hill"),
    ("station", "车站", "Station"), ("university", "大学城", "University"), ("south-bay", "南湾", "South Bay"),
    ("market", "集市", "Market"), ("garden", "花园", "Garden"), ("exhibition", "会展", "Exhibition"),
    ("island", "岛区", "Island"),
)
FAMILY = (("王", "Wang"), ("李", "Li"), ("张", "Zhang"), ("陈", "Chen"), ("赵", "Zhao"), ("周", "Zhou"), ("吴", "Wu"))
GIVEN = (("伟", "Wei"), ("芳", "Fang"), ("敏", "Min"), ("静", "Jing"), ("磊", "Lei"), ("洋", "Yang"), ("丽", "Li"))

NOTE_WHAT = (
    ("抽查本季度的记录", "Records of this quarter were sampled"),
    ("现场观察两个班次", "Two shifts were observed"),
    ("访谈四名一线员工", "Four front-line people were interviewed"),
    ("对照操作规程逐条核对", "The written procedure was compared line by line"),
    ("跟随三位客户走完全程", "Three customers were followed all the way"),
    ("调取系统时间戳", "Time stamps were taken from the system"),
)
NOTE_RESULT = (
    ("大部分符合，个别环节缺少签字", "most of it holds, signatures are missing in places"),
    ("做法一致，说法与文件相同", "practice and paper agree"),
    ("高峰时段执行不到位", "it slips at peak hours"),
    ("新员工还不熟悉", "new staff do not know it yet"),
    ("与上次相比有明显改善", "clearly better than last time"),
    ("流程图停留在去年，尚未更新", "the diagram is last year's and has not been updated"),
    ("交接班时信息容易丢失", "information gets lost at hand-over"),
)
PROBLEM = (
    ("高峰时段客户等待超过承诺时间", "At peak hours customers wait longer than promised"),
    ("投诉记录缺少处理结果", "Complaint records lack the outcome"),
    ("知识库条目过期，答复前后不一", "Knowledge-base entries are out of date and answers differ"),
    ("故障报修后无人告知进度", "After a fault is reported nobody tells the customer how it goes"),
    ("新员工上岗前没有完成培训", "New staff start work before their training is complete"),
    ("设备点检表有漏项", "The equipment check sheet has gaps"),
    ("客户资料放在无人看管的台面上", "Customer papers lie unattended on the counter"),
)
WHY = (
    ("排班按平均客流安排，没有考虑高峰", "Rosters follow the average flow, not the peak"),
    ("没有指定负责人定期检查", "Nobody is named to check it regularly"),
    ("系统没有必填校验", "The system does not ask for the field"),
    ("交接靠口头，没有清单", "Hand-over is by word of mouth, without a list"),
    ("培训材料没有随流程更新", "Training material was not updated with the process"),
)
ACTION = (
    ("按小时客流重新排班", "Roster by hourly flow"),
    ("把处理结果设为必填项", "Make the outcome a required field"),
    ("每月清理知识库并指定负责人", "Clean the knowledge base monthly, with a named owner"),
    ("报修进度自动短信告知", "Send progress messages automatically"),
    ("上岗前完成带教并考核", "Complete coaching and a test before the first shift"),
    ("简化点检表并改为扫码", "Shorten the check sheet and scan it"),
    ("设立资料寄存柜", "Provide lockers for customer papers"),
)
LOG = (
    ("方案已讨论，等待批准", "The plan was discussed and awaits approval"),
    ("试点一周，反馈良好", "A week of trial, well received"),
    ("已在所有班次推行", "Rolled out to all shifts"),
)
NOT_HERE = ("本点没有这项服务", "This place does not offer it")
KPIS = (
    # id, name, dimension, unit, better, kind of data, usual value, monthly change, zero, full
    ("first-response-time", "平均首次响应时间", "Average first response time", "responsiveness", "min", "lower", "value", 34, -0.15, 60, 15),
    ("resolution-time", "平均解决时长", "Average time to resolve", "efficiency", "h", "lower", "value", 26, -0.08, 48, 8),
    ("first-contact-resolution", "一次解决率", "First contact resolution", "effectiveness", "%", "higher", "proportion", 71, 0.2, 50, 95),
    ("csat", "客户满意率", "Customer satisfaction", "satisfaction", "%", "higher", "proportion", 82, 0.1, 60, 98),
    ("complaint-rate", "投诉率", "Complaint rate", "reliability", "1/1000", "lower", "rate", 6, -0.03, 15, 1),
    ("answer-accuracy", "答复准确率", "Answer accuracy", "accuracy", "%", "higher", "proportion", 91, 0.05, 80, 99),
    ("reopened", "重复报修件数", "Reopened cases", "reliability", "cases", "lower", "count", 14, -0.05, 40, 0),
    ("on-time-arrival", "准时到达率", "On-time arrival", "convenience", "%", "higher", "proportion", 88, 0.1, 70, 99),
    ("knowledge-use", "知识库使用率", "Use of the knowledge base", "efficiency", "%", "higher", "proportion", 64, 0.3, 30, 95),
    ("training-hours", "人均培训小时", "Training hours per person", "people", "h", "higher", "value", 4, 0.02, 0, 8),
    ("record-completeness", "记录完整率", "Completeness of records", "data-quality", "%", "higher", "proportion", 93, 0.05, 80, 100),
    ("staff-turnover", "员工流失率", "Staff turnover", "people", "%", "lower", "value", 3, -0.01, 8, 0.5),
)
