"""Japanese source phrases, documents that speak, and media."""

from stream.nlp.languages.tables import words

AFTER = words("によると によれば の話では の説明では の発表では いわく が伝えたところでは によりますと")
NO_SOURCES = words("場合 時期 地域 状況 それ これ 結果 条件")
DOCUMENTS = words(
    """報告書 報告 声明 発表 調査 統計 報道 記事 文書 書簡 資料 論文 世論調査 新聞 メディア 白書 まとめ 談話 コメント 通知 計画書 推計
    試算 データ"""
)
MEDIA = {
    "記者会見": "press conference",
    "会見": "press conference",
    "定例会見": "press conference",
    "インタビュー": "interview",
    "取材": "interview",
    "声明": "statement",
    "演説": "speech",
    "講演": "speech",
    "書簡": "letter",
    "談話": "statement",
    "国会": "parliament",
    "テレビ番組": "television",
    "テレビ": "television",
    "ラジオ": "radio",
    "電話会談": "phone call",
    "旧ツイッター": "X",
    "ツイッター": "Twitter",
    "x（旧ツイッター）": "X",
    "フェイスブック": "Facebook",
    "インスタグラム": "Instagram",
    "テレグラム": "Telegram",
    "トゥルース・ソーシャル": "Truth Social",
    "ブログ": "blog",
    "sns": "social media",
}
