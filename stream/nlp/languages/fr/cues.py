"""Words that report in French. Verbs and nouns by lemma."""

from stream.nlp.languages.tables import by_act, inflected, words

CUES = by_act(
    state="""dire déclarer affirmer ajouter préciser expliquer indiquer souligner rappeler estimer juger noter constater
        observer relever remarquer signaler commenter raconter relater rapporter révéler dévoiler assurer soutenir
        insister écrire répondre répliquer rétorquer poursuivre continuer conclure reprendre confier glisser lâcher lancer
        marteler murmurer crier hurler s'écrier écrier exclamer informer mentionner évoquer témoigner publier tweeter
        twitter poster énoncer exposer détailler développer nuancer tempérer ironiser plaisanter résumer renchérir
        considérer penser croire argumenter arguer alléguer prétendre prédire pronostiquer analyser attester citer
        invoquer lire souvenir avouer reconnaître admettre concéder communiquer faire_savoir faire_valoir faire_remarquer
        faire_observer faire_état laisser_entendre faire_part compléter enchaîner objecter opposer plaider suggérer
        réitérer répéter exprimer exposer décrire qualifier justifier motiver argumenter démontrer
        établir conseiller recommander préconiser interpeller ressasser marmonner souffler apprendre_à résumer
        surenchérir abonder rassurer trancher philosopher proclamer professer postuler spéculer supposer réagir""",
    ask="demander interroger questionner s'enquérir enquérir",
    confirm="confirmer certifier corroborer",
    deny="démentir nier réfuter contester",
    accuse="accuser incriminer reprocher dénoncer imputer mettre_en_cause pointer_du_doigt fustiger",
    condemn="condamner critiquer déplorer blâmer regretter désapprouver stigmatiser s'indigner indigner s'insurger insurger",
    threaten="menacer",
    warn="avertir prévenir alerter mettre_en_garde",
    promise="promettre jurer garantir s'engager engager",
    demand="exiger réclamer revendiquer ordonner sommer exhorter appeler prier enjoindre intimer inviter presser",
    announce="annoncer décréter officialiser proposer",
    thank="remercier",
    praise="saluer féliciter louer vanter réjouir se_réjouir applaudir",
    agree="approuver consentir accepter convenir",
    reject="rejeter refuser exclure récuser décliner écarter",
    other="craindre espérer souhaiter douter redouter vouloir_croire imaginer attendre savoir décider prévoir",
)

FORMS = inflected(
    {
        "dire": "dit dis disait disaient disent dira diront disant dites",
        "démentir": "démenti dément démentent démentait",
        "prédire": "prédit prédisent prédisait",
        "promettre": "promis promet promettent promettait",
        "soutenir": "soutient soutenu soutiennent soutenait",
        "prévenir": "prévient prévenu préviennent prévenait",
        "avertir": "averti avertit avertissent avertissait",
        "reconnaître": "reconnu reconnaît reconnait reconnaissent reconnaissait",
        "admettre": "admis admet admettent admettait",
        "convenir": "convient convenu conviennent",
        "relever": "relevé relève relèvent",
        "écrire": "écrit écrivait écrivent écrivit",
        "répondre": "répond répondu répondent répondait",
        "poursuivre": "poursuit poursuivi poursuivait poursuivent",
        "conclure": "conclut conclu concluent concluait",
        "exclure": "exclu exclut excluent excluait",
        "écrier": "écrié écria écrie",
    }
)

NOMINAL = words(
    """annoncer confirmer démentir nier dénoncer condamner critiquer déplorer saluer rejeter exiger réclamer revendiquer
    révéler dévoiler promettre remercier officialiser décréter prédire pronostiquer évoquer contester
    réfuter réitérer proposer regretter relever proclamer souligner ordonner rappeler constater
    refuser exclure menacer féliciter vanter recommander préconiser signaler redouter craindre
    accepter approuver admettre reconnaître mettre_en_cause"""
)

INFINITIVAL = words(
    """affirmer assurer déclarer dire prétendre estimer reconnaître admettre jurer promettre menacer s'engager engager
    demander exiger réclamer ordonner sommer exhorter appeler prier enjoindre intimer inviter presser proposer
    refuser nier démentir accepter espérer souhaiter craindre douter conseiller recommander préconiser suggérer
    accuser avouer penser croire raconter annoncer"""
)

NOUNS = by_act(
    state="déclaration affirmation avis sentiment opinion conviction propos message idée",
    announce="annonce",
    promise="promesse engagement assurance",
    accuse="accusation allégation",
    threaten="menace",
    warn="avertissement mise_en_garde",
    demand="appel demande exigence",
    deny="démenti",
    confirm="confirmation",
)
REPLIES = words("répondre répliquer rétorquer réagir riposter")
UTTER = words(
    "faire émettre exprimer formuler lancer réitérer répéter donner adresser renouveler prendre soulever avancer"
)
MAKERS = words("par de du d' d’ des")

NEGATIONS = words("pas jamais point guère aucunement nullement plus")
MODALS = words("pouvoir devoir")
CONDITIONS = words("si s' à_moins")
SUBORDINATORS = words("tandis")
GROUNDS = words("parce si s' s’ car puisque jusqu'à")
COMPARISONS = words("comme ainsi_que")
CONJUNCTIONS = words("et ou mais")
COMPLEMENTIZERS = words("que qu' qu’ si s' comment pourquoi combien")
AUXILIARIES = words("a ont avait avaient aura auront est sont était eu s' se avoir ayant vient viennent")
