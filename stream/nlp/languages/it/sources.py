"""Italian source phrases, documents that speak, and media."""

from stream.nlp.languages.tables import words

BEFORE = words(
    """secondo secondo_quanto stando_a stando_al stando_alla stando_ai stando_agli stando_alle stando_all' stando_all’ a_detta_di
    a_detta_del a_detta_della a_detta_dei a_detta_degli a_detta_delle ad_avviso_di ad_avviso_del ad_avviso_della a_giudizio_di
    a_giudizio_del a_giudizio_della a_parere_di a_parere_del a_parere_della nelle_parole_di nelle_parole_del
    nelle_parole_della nell'opinione_di agli_occhi_di in_base_a in_base_al in_base_alla in_base_ai in_base_alle
    a_dire_di a_dire_del a_dire_della"""
)
HESITANT = words("per")
TOWARD = words("a ad al allo alla ai agli alle con")
IDLE = words("parte lato volta turno caso canto conto fatto")
NO_SOURCES = words(
    """me te noi voi lui_stesso legge le_regole regolamento norma piano programma quanto_previsto il_caso i_casi tempo
    necessità le_necessità tradizione cui la_tradizione il_calendario la_legge il_regolamento il_programma la_stagione"""
)
DOCUMENTS = words(
    """rapporto rapporti comunicato comunicati sondaggio sondaggi studio studi documento documenti lettera testo nota messaggio
    pubblicazione articolo dichiarazione bollettino quotidiano giornale rivista settimanale libro dati cifre statistiche
    stime bilancio registri memorandum sentenza ordinanza denuncia media stampa analisi ricerca indagine sito portale
    relazione tweet post editoriale proiezioni indice dossier inchiesta notizie ricostruzioni"""
)
MEDIA = {
    "conferenza stampa": "conferenza stampa",
    "punto stampa": "conferenza stampa",
    "intervista": "intervista",
    "comunicato": "comunicato",
    "nota": "comunicato",
    "lettera": "lettera",
    "lettera aperta": "lettera aperta",
    "discorso": "discorso",
    "intervento": "discorso",
    "informativa": "discorso",
    "tweet": "Twitter",
    "twitter": "Twitter",
    "post su x": "X",
    "su x": "X",
    "profilo x": "X",
    "telegram": "Telegram",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "tiktok": "TikTok",
    "whatsapp": "WhatsApp",
    "youtube": "YouTube",
    "truth social": "Truth Social",
    "truth": "Truth Social",
    "linkedin": "LinkedIn",
    "blog": "blog",
    "televisione": "televisione",
    "tv": "televisione",
    "radio": "radio",
    "rapporto": "rapporto",
    "video": "video",
    "videomessaggio": "videomessaggio",
    "messaggio": "messaggio",
    "social": "social",
    "dichiarazioni": "dichiarazioni",
}
