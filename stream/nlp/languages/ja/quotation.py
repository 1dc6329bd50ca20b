"""How Japanese quotes."""

from stream.nlp.languages.tables import words

DIALOGUE = False
WORKS = words("映画 小説 書籍 作品 雑誌 新聞 番組 曲 歌 計画 作戦 名称 題名 通称 愛称")
