"""Chinese source phrases, documents that speak, and media."""

from stream.nlp.languages.tables import words

BEFORE = words("据 據")
HESITANT = words("根据 根據 按照 依据 依據")
NO_SOURCES = words("此 悉 说 了解 统计 協議 协议 计划 規定 规定 法律 合同 需要 情况 估计")
DOCUMENTS = words(
    """报告 報告 声明 聲明 调查 調查 研究 民调 民調 文件 数据 數據 公告 公报 公報 备忘录 文章 社论 社論 媒体 媒體 报纸 報紙 报道 報導 消息 统计 統計
    白皮书 白皮書 通报 通報 信件 信函 问卷 报刊 论文 資料 资料 新闻稿 通知 简报"""
)
MEDIA = {
    "记者会": "press conference",
    "記者會": "press conference",
    "例行记者会": "press conference",
    "新闻发布会": "press conference",
    "发布会": "press conference",
    "采访": "interview",
    "專訪": "interview",
    "专访": "interview",
    "訪問時": "interview",
    "声明": "statement",
    "聲明": "statement",
    "演讲": "speech",
    "演講": "speech",
    "讲话": "speech",
    "致辞": "speech",
    "信中": "letter",
    "电视讲话": "television",
    "電視": "television",
    "电视": "television",
    "电台": "radio",
    "社交平台x": "X",
    "x平台": "X",
    "推特": "Twitter",
    "脸书": "Facebook",
    "臉書": "Facebook",
    "微博": "Weibo",
    "微信": "WeChat",
    "电报": "Telegram",
    "真实社交": "Truth Social",
    "社交媒体": "social media",
    "社交平台": "social media",
}
