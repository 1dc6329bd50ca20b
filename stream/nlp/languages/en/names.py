"""English words in and around names: what stands before one, and what tells its kind. Lower case."""

from typing import Final

ARTICLES: Final = frozenset(
    """
    the a an this that these those its their his her our my your
    """.split()
)
"""Articles, prepositions and possessives that a recogniser takes into a name."""
HONORIFICS: Final = frozenset(
    """
    mr mrs ms miss dr prof sir lady lord dame rev gen col lt sgt capt sen rep gov hon maj adm president king queen
    prince princess duke duchess count pope cardinal bishop archbishop judge justice professor doctor general
    captain colonel senator congressman congresswoman reverend father mother brother sister saint uncle aunt coach
    """.split()
)
"""Forms of address and ranks before a person's name."""
ORGANIZATIONS: Final = frozenset(
    """
    university college school institute institution academy faculty department ministry office agency bureau
    commission committee council congress parliament senate assembly court tribunal party union league federation
    confederation association society foundation organization organisation alliance coalition club team fc afc cf sc
    united rovers wanderers athletic company corporation corp inc ltd llc plc group holdings bank fund insurance
    airlines airways motors industries records studios pictures productions entertainment media press news times
    post herald gazette journal magazine broadcasting television radio network channel orchestra choir philharmonic
    ensemble band army navy force forces guard police corps regiment brigade battalion division squadron fleet
    command church order trust authority administration service services board bar laboratories laboratory systems
    technologies software airforce conference cabinet delegation embassy hospital museum
    """.split()
)
"""Nouns in the names of organisations."""
PLACES: Final = frozenset(
    """
    river lake sea ocean bay gulf strait channel island islands peninsula cape coast beach mountain mountains mount
    hill hills valley desert forest plain plains plateau basin glacier falls creek canyon county district province
    state region territory prefecture municipality township parish borough city town village street avenue road
    boulevard square lane drive park gardens garden reserve sanctuary airport station bridge tunnel dam canal port
    harbour harbor castle palace tower cathedral abbey chapel temple mosque stadium arena cemetery republic kingdom
    empire oblast highlands downtown heights north south east west northern southern eastern western
    """.split()
)
"""Nouns in the names of places and buildings."""
LOCATIVES: Final = frozenset("in at near from to across around outside inside throughout".split())
"""Prepositions that mostly stand before the name of a place."""
