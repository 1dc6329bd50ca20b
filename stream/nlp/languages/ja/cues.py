"""Words that report in Japanese. Speech stands in front of its verb, closed by と, との or ことを."""

from stream.nlp.languages.ja.inflection import Forms, godan, ichidan, suru
from stream.nlp.languages.tables import by_act, words

_FIVE_GRADES = by_act(
    state="語る 話す 言う 書く 明かす 漏らす つぶやく 振り返る 記す 説く",
    condemn="嘆く",
    warn="警鐘を鳴らす",
    promise="誓う",
    demand="促す 迫る",
)
_ONE_GRADE = by_act(
    state="""述べる 答える 伝える 報じる 打ち明ける 論じる 唱える 続ける 訴える 考えを示す 見方を示す 認識を示す 見解を示す 意向を示す
        見通しを示す 方針を示す 立場を示す 感想を述べる 意見を述べる 説明を加える""",
    confirm="認める 事実を認める",
    accuse="責める",
    warn="懸念を示す 危機感を示す 危機感を募らせる",
    demand="求める 呼びかける 呼び掛ける",
    condemn="不満を示す",
    thank="謝意を示す 感謝を述べる",
    praise="たたえる 称える 期待を示す 期待を寄せる",
)
_WITH_SURU = by_act(
    state="""発言する 説明する 強調する 指摘する 主張する 投稿する 報告する 報道する 回答する 反論する 明言する 断言する 分析する 証言する 釈明する
        弁明する 答弁する 言及する 力説する 解説する 述懐する 吐露する 示唆する 寄稿する 記述する 講演する 明らかにする
        認識を明らかにする 考えを明らかにする 感想を口にする コメントする ツイートする 供述する 陳述する 回想する""",
    ask="質問する",
    confirm="確認する",
    deny="否定する 否認する",
    accuse="告発する",
    condemn="批判する 非難する 糾弾する",
    threaten="威嚇する 脅迫する",
    warn="警告する 忠告する 懸念する",
    promise="約束する 確約する 保証する",
    demand="要求する 要請する 提言する 提案する 勧告する 命令する",
    announce="発表する 表明する 宣言する 公表する 通知する 通告する 告知する 方針を明らかにする 意向を明らかにする 考えを表明する 意向を表明する",
    thank="感謝する",
    praise="称賛する 歓迎する 評価する",
    agree="賛成する 同意する 支持する",
    reject="拒否する 反対する 拒絶する",
    other="期待する 予想する 予測する",
)
_FIXED = by_act(state="としている としていた としており とコメント")
CUES = {**_FIVE_GRADES, **_ONE_GRADE, **_WITH_SURU, **_FIXED}


def _inflect(lemma: str) -> Forms:
    if lemma in _FIXED:
        return [lemma], []
    if lemma.endswith("する"):
        return suru(lemma)
    return godan(lemma) if lemma in _FIVE_GRADES else ichidan(lemma)


_TABLE = {lemma: _inflect(lemma) for lemma in CUES}
FORMS = {form: lemma for lemma, (said, denied) in _TABLE.items() for form in (*said, *denied)}
DENIED = frozenset(form for _, denied in _TABLE.values() for form in denied)
INERT = words(
    "話し合 言い渡 語り部 書き換 言い換え 答え合わせ ようとした ようとしてい うとした うとしてい 伝えられ 報じられ 言われ"
)
"""Words that only contain a reporting one."""
NOMINAL = words(
    """発表する 表明する 否定する 否認する 批判する 非難する 要求する 要請する 提案する 歓迎する 宣言する 公表する 警告する 約束する 拒否する
    主張する 明らかにする 認める 求める 訴える 明かす 促す 呼びかける 呼び掛ける"""
)
NEGATIONS = words("")
QUOTATIVE = words("と とも などと などとも との とまで ことを ことも のを")
PARTICLES = ("からは", "らは", "は", "も", "が")
AUXILIARIES = words("と とも などと など 改めて また さらに 強く 重ねて はっきり")
CONJUNCTIONS = words("また さらに そして")
OPENERS = words(
    "さらに また 一方 一方で これに対し これについて その後 ただ しかし そのうえで その上で だが このうち なお 同時に"
)
ANAPHORS = words("こう そう このように そのように")
AHEAD = words("次のように 以下のように こう")
"""Words that announce speech in the next sentence."""
SETTINGS = (
    "で", "に", "にて", "後", "前", "際", "中", "上", "日", "時", "対し", "対して", "ついて", "めぐり", "巡り", "受け", "受けて",
    "関し", "関して", "向け", "向けて", "うえで", "上で", "夜", "朝", "夕", "午前", "午後", "中で", "ながら", "とし", "分",
)  # fmt: skip
TAILS = ("ということだ", "とのことだ", "という", "とされる", "とされている", "のだという")
"""Ends of a sentence that only mark it as hearsay, the longest first."""
INDEFINITES = words("ある 匿名の")
ORDER = "sov"
SPACED = False
CASED = False
