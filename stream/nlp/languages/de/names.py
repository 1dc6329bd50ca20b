"""German words in and around names: what stands before one, and what tells its kind. Lower case."""

from typing import Final

ARTICLES: Final = frozenset(
    """
    der die das den dem des ein eine einen einem einer eines
    """.split()
)
"""Articles, prepositions and possessives that a recogniser takes into a name."""
HONORIFICS: Final = frozenset(
    """
    herr frau dr prof general oberst hauptmann major admiral könig königin kaiser prinz prinzessin herzog herzogin
    graf gräfin freiherr baron fürst papst kardinal bischof erzbischof sankt
    """.split()
)
"""Forms of address and ranks before a person's name."""
ORGANIZATIONS: Final = frozenset(
    """
    universität hochschule institut akademie fakultät gymnasium schule ministerium bundesministerium amt agentur
    büro kommission ausschuss komitee rat bundesrat kongress parlament bundestag landtag senat versammlung gericht
    gerichtshof staatsanwaltschaft partei union liga bundesliga verband bund verein gesellschaft stiftung
    organisation allianz koalition front bewegung club klub fc sv tsv vfl vfb sc fsv ev gmbh ag kg konzern gruppe
    bank sparkasse fonds studios orchester chor philharmoniker armee wehrmacht bundeswehr marine luftwaffe
    streitkräfte polizei korps regiment brigade bataillon division kirche orden behörde verwaltung dienst
    gewerkschaft rundfunk fernsehen sender zeitung zeitschrift verlag botschaft regierung
    """.split()
)
"""Nouns in the names of organisations."""
PLACES: Final = frozenset(
    """
    fluss see meer ozean bucht golf meerenge insel inseln halbinsel kap küste strand berg berge gebirge hügel tal
    wüste wald ebene hochebene becken gletscher grafschaft bezirk provinz region gebiet präfektur departement
    landkreis kreis gemeinde kanton stadt dorf straße strasse allee platz park garten flughafen bahnhof brücke
    tunnel talsperre kanal hafen burg schloss palast turm dom kathedrale abtei kloster kapelle tempel moschee
    stadion friedhof republik königreich reich staat viertel
    """.split()
)
"""Nouns in the names of places and buildings."""
LOCATIVES: Final = frozenset("in nach bei aus im am um bis ab unweit".split())
"""Prepositions that mostly stand before the name of a place."""
