"""Czech words in and around names: what stands before one, and what tells its kind. Lower case."""

from typing import Final

ARTICLES: Final[frozenset[str]] = frozenset()
"""Articles, prepositions and possessives that a recogniser takes into a name."""
HONORIFICS: Final = frozenset(
    """
    pan paní dr prof gen plk král královna kníže císař car hrabě hraběnka papež kardinál biskup arcibiskup svatý
    svatá
    """.split()
)
"""Forms of address and ranks before a person's name."""
ORGANIZATIONS: Final = frozenset(
    """
    univerzita institut ústav akademie fakulta kolej gymnázium škola ministerstvo agentura úřad komise výbor rada
    kongres parlament senát sněmovna shromáždění soud tribunál prokuratura strana unie liga federace konfederace
    asociace svaz sdružení společnost nadace organizace aliance koalice fronta hnutí klub fk fc sk spolek korporace
    skupina banka fond orchestr sbor filharmonie armáda námořnictvo síly vojsko garda policie pluk brigáda prapor
    divize církev řád služba správa odbory rozhlas televize kanál noviny deník nakladatelství velvyslanectví vláda
    """.split()
)
"""Nouns in the names of organisations."""
PLACES: Final = frozenset(
    """
    řeka jezero moře oceán záliv průliv ostrov ostrovy poloostrov mys pobřeží pláž hora hory kopec údolí poušť les
    nížina plošina ledovec hrabství okres provincie region kraj území prefektura departement obec kanton oblast
    město vesnice ulice třída náměstí park zahrada rezervace letiště nádraží stanice most tunel přehrada kanál
    přístav hrad zámek palác věž katedrála klášter kaple chrám mešita stadion hřbitov republika království říše stát
    čtvrť
    """.split()
)
"""Nouns in the names of places and buildings."""
LOCATIVES: Final = frozenset("v ve do z ze na u pod".split())
"""Prepositions that mostly stand before the name of a place."""
