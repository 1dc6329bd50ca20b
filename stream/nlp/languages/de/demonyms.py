"""German adjectives of countries and the names of their people."""

from collections.abc import Iterator
from typing import Final

from stream.nlp.knowledge.inflection import forms, parse

_ADJECTIVE: Final = ("", "e", "er", "es", "en", "em")
_WEAK: Final = ("e", "en", "in", "innen")
"""Endings of a noun like der Russe."""
_STRONG: Final = ("", "n", "s", "in", "innen")
"""Endings of a noun like der Amerikaner."""


def inflect(word: str) -> Iterator[str]:
    """All endings of an adjective in -isch, of deutsch, of a weak noun in -e, of a strong one."""
    if word.endswith("sch"):
        yield from (word + ending for ending in _ADJECTIVE)
    elif word == "Deutsche":
        yield from ("Deutsche", "Deutscher", "Deutschen", "Deutschem")
    elif word.endswith("e"):
        yield from (word[:-1] + ending for ending in _WEAK)
    elif word.endswith(("o", "i")):
        yield from (word, f"{word}s")
    else:
        yield from (word + ending for ending in (*_STRONG, "en"))


ADJECTIVES: Final = parse("""
AF afghanisch Afghane
AL albanisch Albaner
AM armenisch Armenier
AO angolanisch Angolaner
AR argentinisch Argentinier
AT österreichisch Österreicher
AU australisch Australier
AZ aserbaidschanisch Aserbaidschaner
BA bosnisch Bosnier
BD bangladeschisch Bangladescher
BE belgisch Belgier
BF burkinisch
BG bulgarisch Bulgare
BH bahrainisch Bahrainer
BI burundisch Burundier
BJ beninisch Beniner
BO bolivianisch Bolivianer
BR brasilianisch Brasilianer
BW botsuanisch
BY belarussisch belarusisch weißrussisch Belarusse Weißrusse
CA kanadisch Kanadier
CD kongolesisch Kongolese
CF zentralafrikanisch Zentralafrikaner
CH schweizerisch Schweizer
CI ivorisch Ivorer
CL chilenisch Chilene
CM kamerunisch Kameruner
CN chinesisch Chinese
CO kolumbianisch Kolumbianer
CR costa-ricanisch
CU kubanisch Kubaner
CV kapverdisch
CY zyprisch zypriotisch Zyprer Zypriot
CZ tschechisch Tscheche
DE deutsch Deutsche
DJ dschibutisch
DK dänisch Däne
DO dominikanisch Dominikaner
DZ algerisch Algerier
EC ecuadorianisch Ecuadorianer
EE estnisch Este
EG ägyptisch Ägypter
EH saharauisch Sahraui
ER eritreisch Eritreer
ES spanisch Spanier
ET äthiopisch Äthiopier
FI finnisch Finne
FJ fidschianisch
FR französisch Franzose Französin
GA gabunisch Gabuner
GB britisch Brite englisch Engländer
GE georgisch Georgier
GH ghanaisch Ghanaer
GL grönländisch Grönländer
GM gambisch Gambier
GN guineisch Guineer
GQ äquatorialguineisch
GR griechisch Grieche
GT guatemaltekisch Guatemalteke
GY guyanisch
HK Hongkonger
HN honduranisch Honduraner
HR kroatisch Kroate
HT haitianisch Haitianer
HU ungarisch Ungar
ID indonesisch Indonesier
IE irisch Ire
IL israelisch Israeli
IN indisch Inder
IQ irakisch Iraker
IR iranisch Iraner
IS isländisch Isländer
IT italienisch Italiener
JM jamaikanisch Jamaikaner
JO jordanisch Jordanier
JP japanisch Japaner
KE kenianisch Kenianer
KG kirgisisch Kirgise
KH kambodschanisch Kambodschaner
KP nordkoreanisch Nordkoreaner
KR südkoreanisch Südkoreaner
KW kuwaitisch Kuwaiter
KZ kasachisch Kasache
LA laotisch Laote
LB libanesisch Libanese
LK sri-lankisch Sri-Lanker
LR liberianisch Liberianer
LT litauisch Litauer
LU luxemburgisch Luxemburger
LV lettisch Lette
LY libysch Libyer
MA marokkanisch Marokkaner
MD moldauisch moldawisch Moldauer
ME montenegrinisch Montenegriner
MG madagassisch Madagasse
MK mazedonisch nordmazedonisch Mazedonier
ML malisch Malier
MM birmanisch myanmarisch Birmane
MN mongolisch Mongole
MR mauretanisch Mauretanier
MT maltesisch Malteser
MV maledivisch Malediver
MW malawisch
MX mexikanisch Mexikaner
MY malaysisch Malaysier
MZ mosambikanisch Mosambikaner
NA namibisch Namibier
NE nigrisch Nigrer
NG nigerianisch Nigerianer
NI nicaraguanisch Nicaraguaner
NL niederländisch holländisch Niederländer
NO norwegisch Norweger
NP nepalesisch Nepalese
NZ neuseeländisch Neuseeländer
OM omanisch Omaner
PA panamaisch Panamaer
PE peruanisch Peruaner
PH philippinisch Filipino Philippiner
PK pakistanisch Pakistaner
PL polnisch Pole
PS palästinensisch Palästinenser
PT portugiesisch Portugiese
PY paraguayisch Paraguayer
QA katarisch Katarer
RO rumänisch Rumäne
RS serbisch Serbe
RU russisch Russe
RW ruandisch Ruander
SA saudisch saudi-arabisch Saudi Saudi-Araber
SD sudanesisch Sudanese
SE schwedisch Schwede
SG singapurisch Singapurer
SI slowenisch Slowene
SK slowakisch Slowake
SN senegalesisch Senegalese
SO somalisch Somalier
SS südsudanesisch Südsudanese
SV salvadorianisch Salvadorianer
SY syrisch Syrer
TD tschadisch Tschader
TG togoisch Togoer
TH thailändisch Thailänder
TJ tadschikisch Tadschike
TM turkmenisch Turkmene
TN tunesisch Tunesier
TR türkisch Türke
TW taiwanisch taiwanesisch Taiwaner Taiwanese
TZ tansanisch Tansanier
UA ukrainisch Ukrainer
UG ugandisch Ugander
US amerikanisch US-amerikanisch Amerikaner US-Amerikaner
UY uruguayisch Uruguayer
UZ usbekisch Usbeke
VA vatikanisch
VE venezolanisch Venezolaner
VN vietnamesisch Vietnamese
XK kosovarisch Kosovare
YE jemenitisch Jemenit
ZA südafrikanisch Südafrikaner
ZM sambisch Sambier
ZW simbabwisch Simbabwer
AE emiratisch Emirater
LI liechtensteinisch Liechtensteiner
""")
"""Country code to its adjectives and people, the commonest adjective first."""

DEMONYMS: Final = forms(ADJECTIVES, inflect)
"""Lower-case form to country code."""
