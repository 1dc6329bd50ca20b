"""Japanese pronouns and the nouns that take up somebody named before."""

from stream.nlp.languages.tables import words

PRONOUNS = {
    "彼": "ms",
    "彼女": "fs",
    "同氏": "mfs",
    "同首相": "mfs",
    "同相": "mfs",
    "同市長": "mfs",
    "同社": "ns",
    "同省": "ns",
    "同党": "ns",
    "同庁": "ns",
    "彼ら": "mfp",
    "両氏": "mfp",
    "両者": "mfp",
    "両国": "np",
}
HONORIFICS = ("さん", "氏", "君", "様", "先生", "ちゃん")
"""Words behind a person's name."""
REFERENTS = {
    **dict.fromkeys(
        words(
            """社長 会長 所長 部長 課長 局長 委員長 理事長 代表 党首 教授 准教授 研究員 監督 選手 弁護士 医師 院長 校長 学長 町長
            村長 区長 支配人 店長 記者 作家 男性 女性 俳優 主任 機長 船長 隊長 責任者 担当者 広報担当者 職員 長官 被告 容疑者 首脳
            理事 組合長 館長 駅長 農家 漁師 学生 母親 父親"""
        ),
        "person",
    ),
    **dict.fromkeys(
        words(
            """会社 企業 団体 政府 組織 委員会 協会 財団 労組 組合 銀行 大学 病院 警視庁 県警 検察 裁判所 連盟 気象庁 通信社 新聞社
            テレビ局 航空 鉄道 研究所 省庁 自治体 漁協 農協 商工会 商工会議所 町内会 県庁 市役所 消防 消防庁"""
        ),
        "organization",
    ),
}
UNITS = words(
    "局長 課長 部長 所長 室長 次官 長官 担当者 広報担当者 職員 責任者 研究員 男性 女性 首脳 学生 記者 農家 漁師 母親 父親 主任 理事 支配人 店長 報道官"
)
"""Offices in front of which a unit's name stands."""
BODIES = words(
    "外務省 防衛省 財務省 国防省 内務省 経済産業省 厚生労働省 国土交通省 環境省 文部科学省 総務省 法務省 農林水産省 省 庁 市 県 党 社"
)
GROUPS = words(
    "専門家 専門家ら 住民 住民ら 関係者ら 市民 団体 遺族 野党 与党 支持者 参加者 評論家 アナリスト 科学者 研究者 学者 労働者 国民 当局者ら 保護者"
)
DROPS_SUBJECTS = True
