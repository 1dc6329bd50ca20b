"""How Chinese quotes."""

from stream.nlp.languages.tables import words

DIALOGUE = False
WORKS = words(
    "电影 電影 小说 小說 书 書 歌曲 专辑 節目 节目 杂志 雜誌 报纸 计划 計劃 行动 行動 名为 名為 称为 稱為 所谓 所謂"
)
