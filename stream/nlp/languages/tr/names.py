"""Turkish words in and around names: what stands before one, and what tells its kind. Lower case."""

from typing import Final

ARTICLES: Final[frozenset[str]] = frozenset()
"""Articles, prepositions and possessives that a recogniser takes into a name."""
HONORIFICS: Final = frozenset(
    """
    sayın bay bayan dr prof general albay kral kraliçe prens prenses sultan paşa papa
    """.split()
)
"""Forms of address and ranks before a person's name."""
ORGANIZATIONS: Final = frozenset(
    """
    üniversitesi enstitüsü akademisi fakültesi lisesi okulu bakanlığı müdürlüğü ajansı bürosu komisyonu komitesi
    konseyi kongresi meclisi parlamentosu senatosu mahkemesi savcılığı partisi birliği ligi federasyonu
    konfederasyonu derneği cemiyeti vakfı örgütü teşkilatı ittifakı koalisyonu cephesi hareketi kulübü takımı
    şirketi holding grubu bankası fonu orkestrası korosu ordusu donanması kuvvetleri polisi tugayı tümeni kilisesi
    servisi idaresi sendikası radyosu televizyonu kanalı gazetesi dergisi büyükelçiliği hükümeti
    """.split()
)
"""Nouns in the names of organisations."""
PLACES: Final = frozenset(
    """
    nehri gölü denizi okyanusu körfezi boğazı adası adaları yarımadası burnu sahili plajı dağı dağları tepesi vadisi
    çölü ormanı ovası platosu ili ilçesi bölgesi eyaleti şehri kenti köyü caddesi sokağı bulvarı meydanı parkı
    bahçesi havalimanı istasyonu köprüsü tüneli barajı kanalı limanı kalesi sarayı kulesi katedrali camii tapınağı
    stadyumu mezarlığı cumhuriyeti krallığı imparatorluğu mahallesi
    """.split()
)
"""Nouns in the names of places and buildings."""
LOCATIVES: Final[frozenset[str]] = frozenset()
"""Prepositions that mostly stand before the name of a place."""
