"""Turkish source phrases, documents that speak, and media."""

from stream.nlp.languages.tables import words

AFTER = words("göre")
NO_SOURCES = words(
    """kurallara plana yıla aya döneme duruma buna şuna ona yasaya kanuna tarifeye geçen önceki yılın ayın dönemine ayına
    haftaya beklentilere takvime programa"""
)
DOCUMENTS = words(
    """rapor raporu rapora raporuna raporunda açıklama açıklaması açıklamasına açıklamaya araştırma araştırması araştırmaya
    araştırmasına anket ankete anketi verilere veriler verilerine verileri habere haberi haberine haberlere bildiri bildirisi
    belge belgeye belgelere mektup gazete gazetesi gazetesine dergi dergisi istatistiklere bilgiye bilgilere bilgi iddiaya
    iddiasına iddialara medya basın basına ajans ajansı çalışma çalışmaya kayıtlara tahminlere tahminine sonuçlarına
    sonuçlara hesaplamalara tutanağa karara"""
)
MEDIA = {
    "basın toplantısında": "press conference",
    "basın toplantısı": "press conference",
    "röportajda": "interview",
    "röportajında": "interview",
    "mülakatta": "interview",
    "söyleşide": "interview",
    "yazılı açıklamada": "statement",
    "yazılı açıklamasında": "statement",
    "konuşmasında": "speech",
    "mektubunda": "letter",
    "mektupta": "letter",
    "televizyonda": "television",
    "canlı yayında": "television",
    "radyoda": "radio",
    "x'te": "X",
    "x hesabından": "X",
    "x platformunda": "X",
    "twitter'da": "Twitter",
    "twitter": "Twitter",
    "facebook'ta": "Facebook",
    "facebook": "Facebook",
    "instagram'da": "Instagram",
    "instagram": "Instagram",
    "telegram'da": "Telegram",
    "telegram": "Telegram",
    "truth social": "Truth Social",
    "sosyal medya hesabından": "social media",
    "sosyal medyada": "social media",
}
