"""Dutch words in and around names: what stands before one, and what tells its kind. Lower case."""

from typing import Final

ARTICLES: Final = frozenset(
    """
    de het een van den der te
    """.split()
)
"""Articles, prepositions and possessives that a recogniser takes into a name."""
HONORIFICS: Final = frozenset(
    """
    dhr mevr meneer mevrouw dr prof generaal kolonel kapitein admiraal koning koningin prins prinses hertog hertogin
    graaf gravin baron paus kardinaal bisschop aartsbisschop sint keizer
    """.split()
)
"""Forms of address and ranks before a person's name."""
ORGANIZATIONS: Final = frozenset(
    """
    universiteit hogeschool instituut academie faculteit college school ministerie agentschap bureau commissie
    comité raad congres parlement senaat kamer hof rechtbank partij unie liga federatie confederatie bond vereniging
    genootschap stichting organisatie alliantie coalitie front beweging club fc sv vv nv bv groep bank fonds orkest
    koor leger marine luchtmacht strijdkrachten politie korps regiment brigade bataljon divisie kerk orde dienst
    vakbond omroep televisie zender krant tijdschrift ambassade regering
    """.split()
)
"""Nouns in the names of organisations."""
PLACES: Final = frozenset(
    """
    rivier meer zee oceaan baai golf straat eiland eilanden schiereiland kaap kust strand berg bergen gebergte
    heuvel dal vallei woestijn bos vlakte plateau graafschap district provincie regio gebied prefectuur departement
    gemeente kanton stad dorp laan weg plein park tuin vliegveld luchthaven station brug tunnel dam kanaal haven
    kasteel paleis toren kathedraal abdij klooster kapel tempel moskee stadion begraafplaats republiek koninkrijk
    rijk staat wijk
    """.split()
)
"""Nouns in the names of places and buildings."""
LOCATIVES: Final = frozenset("in te naar nabij uit bij".split())
"""Prepositions that mostly stand before the name of a place."""
