"""Words that report in Italian, which is read without a parse: verbs with the forms in which the press uses them."""

from stream.nlp.languages.it.verbs import IRREGULAR, IRREGULAR_PARTICIPLES, PARTICIPLE_ENDINGS, REGULAR_ENDINGS
from stream.nlp.languages.tables import by_act, conjugated, inflected, words

CUES = by_act(
    state="""dire affermare dichiarare sostenere aggiungere spiegare precisare sottolineare osservare commentare riferire
        raccontare ricordare rivelare segnalare indicare evidenziare rimarcare ribadire ripetere concludere rispondere replicare
        ribattere scrivere pubblicare twittare postare ammettere riconoscere chiarire puntualizzare specificare illustrare
        dettagliare informare comunicare notificare rendere_noto far_sapere far_notare argomentare motivare giustificare
        descrivere definire considerare ritenere stimare valutare giudicare esprimere esporre lamentare lamentarsi deplorare
        insistere proseguire esordire incalzare ironizzare scherzare confessare confidare testimoniare constatare rilevare
        notare annotare riassumere sintetizzare prevedere pronosticare ipotizzare suggerire insinuare menzionare citare narrare
        riportare rammentare auspicare sfogarsi leggersi mettere_in_evidenza porre_l'accento dirsi_convinto vantarsi mostrare
        assicurare chiosare difendere accennare evocare sentenziare tuonare esclamare dettare rimandare argomentare
        quantificare calcolare elencare rettificare attestare certificare documentare esternare postillare rincarare""",
    ask="domandare interrogare chiedersi domandarsi",
    confirm="confermare convalidare ratificare",
    deny="negare smentire confutare",
    accuse="accusare denunciare incolpare rimproverare rinfacciare imputare",
    condemn="condannare criticare stigmatizzare biasimare censurare contestare bocciare attaccare",
    threaten="minacciare",
    warn="avvertire avvisare ammonire allertare mettere_in_guardia redarguire",
    promise="promettere garantire giurare impegnarsi",
    demand="""chiedere esigere pretendere reclamare sollecitare esortare invitare ordinare intimare invocare rivendicare
        raccomandare consigliare richiedere fare_appello lanciare_un_appello appellarsi supplicare implorare""",
    announce="annunciare proclamare anticipare proporre ufficializzare preannunciare",
    thank="ringraziare",
    praise="elogiare lodare congratularsi applaudire complimentarsi encomiare salutare",
    agree="concordare accettare convenire",
    reject="respingere rifiutare escludere rigettare rifiutarsi",
    other="credere pensare sperare temere augurarsi dubitare supporre sospettare immaginare scommettere",
)

_REGULAR = [verb for verb in CUES if verb not in IRREGULAR]
_PARTICIPLES = {**conjugated(_REGULAR, PARTICIPLE_ENDINGS), **inflected(IRREGULAR_PARTICIPLES)}
FORMS = {**conjugated(_REGULAR, REGULAR_ENDINGS), **inflected(IRREGULAR), **_PARTICIPLES}
PARTICIPLES = frozenset(_PARTICIPLES)
HOMOGRAPHS = words(
    """denuncia domanda conferma critica minaccia nota accusa condanna replica stima racconta protesta loda cita calcola
    commenta precisa saluta segnala spera pensa cala contesta rifiuta proposte ordina motiva pubblica indica conta documenta
    promesse dette richiede esclude mostra valuta pensano note sospetta attesta elenca giustifica chiarisce attacca boccia"""
)
NOMINAL = words(
    """minacciare annunciare condannare chiedere respingere denunciare confermare criticare ringraziare negare escludere lamentare
    sollecitare smentire proporre elogiare ribadire ratificare applaudire censurare promettere garantire deplorare
    sottolineare riconoscere evidenziare invocare difendere contestare proclamare reclamare auspicare stigmatizzare esprimere
    rivendicare lodare illustrare raccomandare suggerire esigere"""
)
INFINITIVAL = words(
    """promettere negare assicurare affermare dire riconoscere ammettere impegnarsi giurare minacciare sperare credere temere
    escludere chiedere esigere proporre accettare rifiutarsi rifiutare esortare invitare ordinare sollecitare raccomandare
    consigliare confessare dichiarare annunciare ritenere sostenere pensare augurarsi dirsi_convinto accusare smentire
    intimare garantire suggerire auspicare lamentare decidere pretendere richiedere aggiungere precisare ribadire riferire
    spiegare raccontare ricordare confidare fare_appello"""
) & frozenset(CUES)
INFINITIVES = (
    "are", "ere", "ire", "arsi", "ersi", "irsi", "arlo", "erlo", "irlo", "arla", "erla", "irla", "arli", "erli", "irli",
    "arle", "erle", "irle", "argli", "ergli", "irgli", "arne", "erne", "irne", "arre", "orre", "urre", "aver", "esser", "voler",
    "poter", "dover", "orsi", "arvi", "arci", "erci", "irci",
)  # fmt: skip
MANNER = ("mente",)
PARTICIPIAL = ("ato", "ata", "ati", "ate", "uto", "uta", "uti", "ute", "ito", "ita", "iti", "ite")
NOUNS = by_act(
    state="affermazione dichiarazione opinione messaggio testimonianza convinzione tesi",
    announce="annuncio",
    promise="promessa impegno",
    accuse="accusa accuse denuncia",
    threaten="minaccia minacce",
    warn="avvertimento monito allarme",
    demand="richiesta appello invito",
    confirm="conferma",
)
ANONYMITY = words("anonimo anonima anonimi anonimato identificato identificati citato citati nominato nominati")
NEGATIONS = words("non né mai nessuno nessuna neppure neanche nemmeno senza")
INTERROGATIVES = words("come quanto quanti quante chi quale quali dove cosa")
COMPLEMENTIZERS = words("che se") | INTERROGATIVES
NO_COMPLEMENTS = words(
    """ciò quello quella quelli quelle più meno meglio il lo la i gli le prima dopo dato visto tanto sempre purché perché così
    salvo tranne anziché piuttosto di del tutto tutti altro nient'altro"""
)
PERFECTS = words("ha hanno aveva avevano abbia abbiano aver avere avendo ebbe ebbero è sono era erano avessero avesse")
AUXILIARIES = PERFECTS | words(
    """stato stata stati state si gli le lo la li ci vi ne mi ti poi anche inoltre infine quindi già ancora pure invece oggi ieri
    stamattina stamani stasera subito infatti però dunque così tuttavia sempre appena nuovamente successivamente
    ufficialmente pubblicamente chiaramente recentemente direttamente esplicitamente testualmente letteralmente stesso stessa
    ora adesso domani prima dopo altresì nettamente duramente fermamente categoricamente contestualmente intanto soltanto solo
    torna tornato tornata tenuto voluto"""
)
MODALS = words(
    """può possono potrebbe potrebbero potrà potranno poteva potevano deve devono dovrebbe dovrebbero dovrà doveva vuole
    vogliono vorrebbe vorrebbero voleva volevano intende intendono evita evitato per potuto dovuto"""
)
CONDITIONS = words("se qualora")
COMPARISONS = words("come secondo_quanto stando_a_quanto a_quanto così_come secondo_ciò_che per_quanto da_quanto")
CONJUNCTIONS = words("e ed o ma oppure però né")
LINKS = words("al allo alla all' all’ ai agli di del dello della dell' dell’ dei degli delle d' d’")
OPENERS = LINKS | words(
    """a ad al allo alla all' all’ ai agli alle da dal dallo dalla dall' dall’ dai dagli dalle in nel nello nella nell' nell’ nei
    negli nelle su sul sullo sulla sull' sull’ sui sugli sulle con col per tra fra senza contro dopo prima durante verso
    secondo presso entro oltre sotto sopra tramite attraverso mediante davanti dietro insieme grazie rispetto riguardo circa
    nonostante malgrado eccetto tranne fino lungo vicino accanto
    stando intorno"""
)
ANAPHORS = words("lo così ciò questo è_quanto è_quello_che lo_ha ecco_cosa a ad in_questo_modo")
INDEFINITES = words("un uno una un' un’ alcuni alcune")
ARTICLES = {"il": "m", "lo": "m", "la": "f", "l'": "mf", "l’": "mf"}
DETERMINERS = words(
    """il lo la l' l’ i gli le un uno una un' un’ questo questa questi queste quest' quest’ quel quello quella quell' quell’ quei
    quegli quelle suo sua suoi sue loro alcuni alcune molti molte altri altre altro altra diversi diverse vari varie due tre
    quattro cinque dieci decine centinaia migliaia numerosi numerose ogni qualche entrambi entrambe ambedue"""
)
TIMES = words(
    """lunedì martedì mercoledì giovedì venerdì sabato domenica oggi ieri domani mattina mattinata pomeriggio sera serata notte
    giorno giorni settimana settimane mese mesi anno anni ora ore minuti momento momenti vigilia volta volte gennaio
    febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre scorso scorsa prossimo prossima
    inizio fine istante data tempo decennio secolo mezzogiorno mezzanotte"""
)
SUBORDINATORS = words(
    """che chi cui quale quali dove quando mentre sebbene perché poiché come se con senza per tra in durante a di da e ed ma o
    poi inoltre quindi secondo dopo nel nella al alla ai alle sul sulla del della compreso compresa però anzi anche"""
)
ORDER = "svo"
