"""Polish words in and around names: what stands before one, and what tells its kind. Lower case."""

from typing import Final

ARTICLES: Final[frozenset[str]] = frozenset()
"""Articles, prepositions and possessives that a recogniser takes into a name."""
HONORIFICS: Final = frozenset(
    """
    pan pani dr prof gen płk mjr kpt adm ks bp abp kard król królowa książę księżna cesarz car hrabia hrabina papież
    kardynał biskup arcybiskup święty święta św
    """.split()
)
"""Forms of address and ranks before a person's name."""
ORGANIZATIONS: Final = frozenset(
    """
    uniwersytet politechnika instytut akademia wydział kolegium liceum szkoła ministerstwo agencja biuro komisja
    komitet rada kongres parlament sejm senat zgromadzenie izba sąd trybunał prokuratura partia unia liga federacja
    konfederacja stowarzyszenie towarzystwo fundacja organizacja sojusz koalicja front ruch klub fc ks spółka
    korporacja grupa bank fundusz orkiestra chór filharmonia armia marynarka siły wojsko wojska gwardia policja
    korpus pułk brygada batalion dywizja kościół zakon służba urząd administracja związek radio telewizja kanał
    gazeta dziennik wydawnictwo ambasada rząd
    """.split()
)
"""Nouns in the names of organisations."""
PLACES: Final = frozenset(
    """
    rzeka jezioro morze ocean zatoka cieśnina wyspa wyspy półwysep przylądek wybrzeże plaża góra góry wzgórze dolina
    pustynia las nizina wyżyna płaskowyż lodowiec hrabstwo powiat prowincja region terytorium prefektura departament
    gmina kanton województwo obwód miasto wieś ulica aleja plac park ogród rezerwat lotnisko dworzec stacja most
    tunel zapora kanał port zamek pałac wieża katedra opactwo klasztor kaplica świątynia meczet stadion cmentarz
    republika królestwo cesarstwo stan dzielnica
    """.split()
)
"""Nouns in the names of places and buildings."""
LOCATIVES: Final = frozenset("w we do z ze na pod koło".split())
"""Prepositions that mostly stand before the name of a place."""
