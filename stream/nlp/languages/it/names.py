"""Italian words in and around names: what stands before one, and what tells its kind. Lower case."""

from typing import Final

ARTICLES: Final = frozenset(
    """
    il lo la i gli le l' l’ di del dello della dell' dell’ dei degli delle un una uno a al alla ai nel nella e
    """.split()
)
"""Articles, prepositions and possessives that a recogniser takes into a name."""
HONORIFICS: Final = frozenset(
    """
    sig dott avv on don dr prof signor signora dottor professor generale colonnello capitano ammiraglio re regina
    principe principessa duca duchessa conte contessa marchese papa cardinale vescovo arcivescovo san santo santa
    fra padre
    """.split()
)
"""Forms of address and ranks before a person's name."""
ORGANIZATIONS: Final = frozenset(
    """
    università istituto accademia facoltà collegio liceo scuola ministero segreteria agenzia ufficio commissione
    comitato consiglio congresso parlamento senato assemblea camera corte tribunale procura partito unione lega
    federazione confederazione associazione società fondazione organizzazione alleanza coalizione fronte movimento
    club squadra fc ac as us ss calcio compagnia corporazione gruppo banca fondo studi orchestra coro filarmonica
    banda esercito marina forze forza guardia polizia carabinieri corpo reggimento brigata battaglione divisione
    chiesa ordine autorità amministrazione servizio sindacato radio televisione rete canale giornale rivista
    ambasciata governo nazionale
    """.split()
)
"""Nouns in the names of organisations."""
PLACES: Final = frozenset(
    """
    fiume lago mare oceano baia golfo stretto isola isole penisola capo costa spiaggia monte monti montagna montagne
    colle valle deserto foresta pianura altopiano bacino ghiacciaio cascate contea distretto provincia regione
    territorio prefettura dipartimento comune cantone città paese villaggio via viale corso piazza parco giardino
    riserva aeroporto stazione ponte galleria diga porto castello palazzo torre cattedrale duomo basilica abbazia
    cappella tempio moschea stadio cimitero repubblica regno impero stato quartiere
    """.split()
)
"""Nouns in the names of places and buildings."""
LOCATIVES: Final = frozenset("a in da nel nella ad presso verso".split())
"""Prepositions that mostly stand before the name of a place."""
