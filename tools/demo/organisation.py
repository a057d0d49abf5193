"""Who: the invented group Harbour Services, its sites, teams, channels and people."""

# ruff: noqa: E501 - one person, one series or one note a line

from __future__ import annotations

from tools.demo.words import Data, say

ORGANISATION: Data = {
    "kind": "organisation",
    "id": "harbour",
    "name": say("海港服务集团", "Harbour Services"),
    "languages": ["zh", "en"],
    "timezone": "Asia/Shanghai",
    "business_hours": {"country": "CN", "days": "mon-fri", "hours": "09:00-18:00"},
    "sites": [
        {"id": "bund", "name": say("外滩酒店", "Bund Hotel"), "location": [121.49, 31.24], "radius_km": 3},
        {"id": "pudong", "name": say("浦东联络中心", "Pudong Contact Centre"), "location": [121.54, 31.22], "radius_km": 5},
        {"id": "hongqiao", "name": say("虹桥综合服务大厅", "Hongqiao Service Hall"), "location": [121.36, 31.19], "radius_km": 8},
        {"id": "minhang", "name": say("闵行维修站", "Minhang Service Depot"), "location": [121.38, 31.11], "radius_km": 25},
        {"id": "xuhui", "name": say("徐汇网点", "Xuhui Branch"), "location": [121.44, 31.19], "radius_km": 4},
    ],
    "teams": [
        {
            "id": "front-desk",
            "name": say("外滩酒店前台", "Front desk, Bund Hotel"),
            "site": "bund",
            "department": say("酒店事业部", "Hotel division"),
            "lead": "li-wei",
        },
        {
            "id": "call-centre",
            "name": say("客服热线", "Call centre"),
            "site": "pudong",
            "department": say("客户服务部", "Customer service"),
            "lead": "zhao-ming",
        },
        {
            "id": "online-support",
            "name": say("在线客服", "Online support"),
            "site": "pudong",
            "department": say("客户服务部", "Customer service"),
            "lead": "lin-na",
        },
        {
            "id": "field-service",
            "name": say("上门维修", "On-site engineers"),
            "site": "minhang",
            "department": say("工程部", "Engineering"),
            "lead": "liu-yang",
        },
        {
            "id": "service-hall",
            "name": say("综合服务大厅", "Service hall"),
            "site": "hongqiao",
            "department": say("公共服务事业部", "Public service division"),
            "lead": "huang-lei",
        },
        {
            "id": "branch-counter",
            "name": say("徐汇网点柜台", "Counter, Xuhui Branch"),
            "site": "xuhui",
            "department": say("金融服务事业部", "Financial services division"),
            "lead": "luo-bin",
        },
    ],
    "channels": [
        {"id": "phone", "name": say("电话", "Telephone")},
        {"id": "mail", "name": say("邮件", "E-mail")},
        {"id": "chat", "name": say("在线会话", "Live chat")},
        {"id": "app", "name": say("手机应用", "App")},
        {"id": "counter", "name": say("柜台", "Counter")},
        {"id": "terminal", "name": say("自助终端", "Self-service terminal")},
        {"id": "on-site", "name": say("上门服务", "On-site visit")},
    ],
    "people": [
        {"id": "gao-min", "name": say("高敏", "Gao Min"), "role": say("服务质量总监，改进小组组长", "Head of service quality, chairs the improvement group")},
        {"id": "wang-fang", "name": say("王芳", "Wang Fang"), "role": say("内部审核员", "Internal auditor")},
        {"id": "zhou-jie", "name": say("周洁", "Zhou Jie"), "role": say("质量数据分析师", "Quality data analyst")},
        {"id": "feng-tao", "name": say("冯涛", "Feng Tao"), "role": say("信息技术服务经理", "IT service manager")},
        {"id": "he-jing", "name": say("何静", "He Jing"), "role": say("第三方审核员（外部）", "Third-party auditor (external)")},
        {"id": "tang-yi", "name": say("唐毅", "Tang Yi"), "role": say("神秘顾客项目负责人（外部）", "Lead of the mystery shoppers (external)")},
        {"id": "li-wei", "name": say("李伟", "Li Wei"), "team": "front-desk", "role": say("前台经理", "Front-desk manager")},
        {"id": "chen-xi", "name": say("陈曦", "Chen Xi"), "team": "front-desk", "role": say("值班主管", "Duty supervisor")},
        {"id": "xu-lan", "name": say("徐岚", "Xu Lan"), "team": "front-desk", "role": say("宾客关系专员", "Guest relations officer")},
        {"id": "zhao-ming", "name": say("赵明", "Zhao Ming"), "team": "call-centre", "role": say("热线经理", "Call-centre manager")},
        {"id": "sun-li", "name": say("孙莉", "Sun Li"), "team": "call-centre", "role": say("班组长", "Shift leader")},
        {"id": "wu-hao", "name": say("吴昊", "Wu Hao"), "team": "call-centre", "role": say("培训师", "Trainer")},
        {"id": "liu-yang", "name": say("刘洋", "Liu Yang"), "team": "field-service", "role": say("维修站站长", "Depot manager")},
        {"id": "guo-qiang", "name": say("郭强", "Guo Qiang"), "team": "field-service", "role": say("主任工程师", "Lead engineer")},
        {"id": "he-ping", "name": say("何平", "He Ping"), "team": "field-service", "role": say("备件仓管员", "Stores keeper")},
        {"id": "lin-na", "name": say("林娜", "Lin Na"), "team": "online-support", "role": say("在线客服经理", "Online-support manager")},
        {"id": "ma-jun", "name": say("马骏", "Ma Jun"), "team": "online-support", "role": say("自助服务产品负责人", "Self-service product owner")},
        {"id": "deng-wen", "name": say("邓雯", "Deng Wen"), "team": "online-support", "role": say("知识库编辑", "Knowledge-base editor")},
        {"id": "huang-lei", "name": say("黄蕾", "Huang Lei"), "team": "service-hall", "role": say("大厅主任", "Hall director")},
        {"id": "zhu-qing", "name": say("朱青", "Zhu Qing"), "team": "service-hall", "role": say("窗口组长", "Window supervisor")},
        {"id": "luo-bin", "name": say("罗斌", "Luo Bin"), "team": "branch-counter", "role": say("网点负责人", "Branch manager")},
        {"id": "tan-yue", "name": say("谭悦", "Tan Yue"), "team": "branch-counter", "role": say("柜台主管", "Counter supervisor")},
    ],
    "grades": [{"grade": "A", "from": 90}, {"grade": "B", "from": 80}, {"grade": "C", "from": 70}, {"grade": "D", "from": 0}],
}  # fmt: skip
