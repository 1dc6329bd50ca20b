"""Italian pronouns and the nouns that take up somebody named before."""

from stream.nlp.languages.tables import words

PRONOUNS = {
    "lui": "ms",
    "lei": "fs",
    "loro": "mfp",
    "egli": "ms",
    "ella": "fs",
    "essi": "mp",
    "esse": "fp",
    "quest'ultimo": "ms",
    "quest'ultima": "fs",
}
RELATIVES = words("che cui quale quali")
REFERENTS = {
    **dict.fromkeys(
        words(
            """presidente presidentessa premier ministro ministra cancelliere cancelliera leader dirigente capo portavoce direttore
            direttrice uomo donna deputato deputata senatore senatrice sindaco sindaca avvocato avvocata legale generale
            diplomatico diplomatica ambasciatore ambasciatrice segretario segretaria sottosegretario sottosegretaria oppositore
            candidato candidata attivista analista ricercatore ricercatrice procuratore procuratrice pm giudice magistrato re
            regina papa pontefice monarca titolare responsabile funzionario funzionaria politico esperto esperta economista
            governatore governatrice parlamentare consigliere consigliera commissario commissaria assessore assessora
            coordinatore coordinatrice vicepresidente vicepremier viceministro imprenditore imprenditrice manager medico medica
            dottore dottoressa professore professoressa allenatore tecnico ct calciatore attaccante portiere capitano pilota
            tennista attore attrice cantante scrittore scrittrice autore autrice giornalista regista artista vescovo
            arcivescovo cardinale sacerdote comandante colonnello tenente ammiraglio scienziato scienziata esponente
            capogruppo numero_uno inquilino tycoon magnate imputato imputata accusato testimone vittima vicino ragazzo ragazza
            giovane padre madre figlio figlia fratello sorella vedova moglie marito rappresentante negoziatore inviato
            sindacalista agricoltore ex_premier ex_ministro ex_presidente onorevole amministratore numero_due questore prefetto"""
        ),
        "person",
    ),
    **dict.fromkeys(
        words(
            """organizzazione ong agenzia azienda società gruppo associazione partito movimento istituzione sindacato fondazione
            lega banca istituto ditta federazione giornale quotidiano settimanale emittente collettivo organismo confederazione
            club ente impresa compagnia consorzio coalizione cooperativa piattaforma multinazionale costruttore operatore
            università casa produttore gestore testata rete"""
        ),
        "organization",
    ),
}
BODIES = words(
    """ministero governo polizia esercito corte tribunale procura consiglio comitato commissione amministrazione stato paese
    comune parlamento assemblea senato camera presidenza diplomazia giustizia direzione gabinetto esecutivo capitale regione
    provincia prefettura questura opposizione maggioranza famiglia difesa farnesina cremlino segreteria dipartimento
    autorità ambasciata delegazione ufficio unione nato onu comando servizio quirinale viminale viminale vaticano chiesa
    conferenza_episcopale regime pentagono protezione_civile carabinieri guardia_di_finanza casa_bianca bce consob garante"""
)
GROUPS = words(
    """abitanti analisti esperti testimoni manifestanti osservatori militanti deputati senatori ricercatori cittadini sindacati
    oppositori economisti medici avvocati diplomatici responsabili autorità vicini critici sostenitori elettori ribelli
    scienziati storici dirigenti ministri membri leader agricoltori lavoratori imprenditori organizzatori familiari genitori
    studenti docenti giornalisti soccorritori organizzazioni imprese banche paesi governi attivisti ambientalisti residenti
    utenti rappresentanti parlamentari giudici magistrati inquirenti investigatori carabinieri fonti media vigili portavoce
    funzionari soci migranti sindaci presidenti governatori legali opposizioni"""
)
DROPS_SUBJECTS = True
