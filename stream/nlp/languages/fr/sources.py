"""French source phrases, documents that speak, and media."""

from stream.nlp.languages.tables import words

BEFORE = words(
    """selon d'après d’après à_en_croire aux_dires_de aux_dires_du aux_dires_des de_l'avis_de de_l’avis_de de_l'avis_du de_l’avis_du
    de_l'avis_des de_l’avis_des aux_yeux_de aux_yeux_du aux_yeux_des de_l'aveu_de de_l’aveu_de de_l'aveu_même_de de_l’aveu_même_de"""
)
HESITANT = words("pour")
TOWARD = words("à au aux auprès_de auprès devant envers")
IDLE = words("part côté tour fait suite fois lieu effet cas compte ordre demande")
NO_SOURCES = words(
    """cas règle règles loi lois critère critères besoin besoins mode modalité modalités formule principe ordre saison
    méthode calendrier moyen moyens goût goûts type nature région régions âge circonstances chance"""
)
DOCUMENTS = words(
    """rapport communiqué sondage enquête étude document texte lettre message publication article déclaration témoignage
    note journal quotidien magazine dépêche bilan livre mémo ouvrage témoignages rapports communiqués sondages documents
    chiffres données statistiques estimations site blog presse médias média"""
)
MEDIA = {
    "communiqué": "communiqué",
    "conférence de presse": "conférence de presse",
    "point de presse": "point de presse",
    "interview": "interview",
    "entretien": "interview",
    "entrevue": "interview",
    "lettre": "lettre",
    "lettre ouverte": "lettre ouverte",
    "discours": "discours",
    "allocution": "allocution",
    "tribune": "tribune",
    "tweet": "Twitter",
    "twitter": "Twitter",
    "telegram": "Telegram",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "sur x": "X",
    "réseau social x": "X",
    "réseaux sociaux": "réseaux sociaux",
    "truth social": "Truth Social",
    "linkedin": "LinkedIn",
    "blog": "blog",
    "télévision": "télévision",
    "radio": "radio",
    "rapport": "rapport",
    "déclaration écrite": "déclaration écrite",
    "message vidéo": "message vidéo",
    "vidéo": "vidéo",
}
