"""German source phrases, documents that speak, and media."""

from stream.nlp.languages.tables import words

BEFORE = words(
    """laut gemäß nach_angaben nach_aussage nach_aussagen nach_ansicht nach_meinung nach_auffassung nach_einschätzung
    nach_informationen nach_worten nach_darstellung nach_mitteilung nach_überzeugung nach_erkenntnissen nach_auskunft
    nach_einem_bericht nach_einem_artikel nach_berichten nach_schätzungen"""
)
AFTER = words("zufolge")
NO_SOURCES = words("werden geworden wird wurde wurden werde gesetz vertrag plan")
TOWARD = words("gegenüber zu an")
DOCUMENTS = words(
    """bericht berichte studie umfrage untersuchung mitteilung erklärung dokument brief papier gutachten zeitung zeitschrift
    magazin artikel meldung pressemitteilung stellungnahme statistik statistiken medien medienberichte presseberichte
    zahlen angaben quellen experten zeugenaussagen informationen medienberichten presseberichten berichten"""
)
MEDIA = {
    "pressekonferenz": "Pressekonferenz",
    "interview": "Interview",
    "gespräch": "Interview",
    "brief": "Brief",
    "offenen brief": "Offener Brief",
    "rede": "Rede",
    "pressemitteilung": "Pressemitteilung",
    "stellungnahme": "Stellungnahme",
    "twitter": "Twitter",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "telegram": "Telegram",
    "truth social": "Truth Social",
    "bericht": "Bericht",
    "fernsehen": "Fernsehen",
    "radio": "Radio",
    "rundfunk": "Radio",
    "fernsehansprache": "Fernsehansprache",
}
