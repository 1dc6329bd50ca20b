"""French pronouns and the nouns that take up somebody named before."""

from stream.nlp.languages.tables import words

PRONOUNS = {
    "il": "ms",
    "elle": "fs",
    "ils": "mp",
    "elles": "fp",
    "lui": "ms",
    "eux": "mp",
    "celui-ci": "ms",
    "celle-ci": "fs",
    "ceux-ci": "mp",
    "celles-ci": "fp",
    "ce dernier": "ms",
    "cette dernière": "fs",
}
RELATIVES = words("qui lequel laquelle lesquels lesquelles")
REFERENTS = {
    **dict.fromkeys(
        words(
            """président présidente ministre premier_ministre chancelier chancelière dirigeant dirigeante chef cheffe
            porte-parole responsable directeur directrice homme femme député députée sénateur sénatrice maire avocat avocate
            général diplomate élu élue ambassadeur ambassadrice secrétaire opposant opposante candidat candidate
            militant militante analyste chercheur chercheuse procureur procureure roi reine pape chef_de_l'état
            locataire intéressé intéressée leader patron patronne expert experte juge"""
        ),
        "person",
    ),
    **dict.fromkeys(
        words(
            """organisation ong agence entreprise société groupe association parti mouvement institution syndicat fondation
            ligue banque institut firme compagnie fédération journal quotidien magazine hebdomadaire chaîne collectif
            instance confédération club studio constructeur opérateur"""
        ),
        "organization",
    ),
}
BODIES = words(
    """ministère gouvernement police armée cour tribunal parquet conseil comité commission administration état pays
    préfecture mairie parlement assemblée sénat chambre présidence diplomatie justice gendarmerie direction cabinet
    exécutif service renseignement régulateur autorité agence bureau capitale région municipalité université opposition famille défense état-major chancellerie kremlin"""
)
GROUPS = words(
    """habitants analystes experts témoins manifestants observateurs militants députés sénateurs élus chercheurs
    citoyens syndicats opposants économistes médecins avocats enquêteurs diplomates responsables autorités voisins
    critiques partisans électeurs détracteurs rebelles insurgés scientifiques historiens dirigeants ministres membres"""
)
