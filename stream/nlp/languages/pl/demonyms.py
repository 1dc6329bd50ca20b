"""Polish adjectives of countries and the names of their people."""

from collections.abc import Iterator
from typing import Final

from stream.nlp.knowledge.inflection import forms, parse

_ADJECTIVE: Final = ("i", "iego", "iemu", "im", "a", "iej", "ą", "ie", "ich", "imi")
_NOUNS: Final = (
    ("nin", "nin nina ninowi ninem ninie nie n nom nami nach"),
    ("czyk", "czyk czyka czykowi czykiem czyku czycy czyków czykom czykami czykach"),
    ("niec", "niec ńca ńcowi ńcem ńcu ńcy ńców ńcom ńcami ńcach"),
    ("miec", "miec mca mcowi mcem mcu mcy mców mcom mcami mcach"),
    ("lec", "lec lca lcowi lcem lcu lcy lców lcom lcami lcach"),
    ("ka", "ka ki ce kę ką ek kom kami kach"),
    ("ek", "ek ka kowi kiem ku cy ków kom kami kach"),
    ("ak", "ak aka akowi akiem aku acy aków akom akami akach"),
    ("ik", "ik ika ikowi ikiem iku icy ików ikom ikami ikach"),
    ("yk", "yk yka ykowi ykiem yku ycy yków ykom ykami ykach"),
    ("ż", "ż ża żowi żem żu że żów żom żami żach"),
    ("sz", "sz sza szowi szem szu sze szów szom szami szach"),
    ("er", "er ra rowi rem rze rzy rów rom rami rach era erowi erem erze erzy erów erom erami erach"),
    ("", " a owi em ie owie i y ów om ami ach"),
)
"""Ending of the nominative to the endings of all cases in both numbers; the first that fits holds."""


def inflect(word: str) -> Iterator[str]:
    """All cases, genders and numbers of an adjective in -ki or of a noun."""
    if word.endswith("ki"):
        stem = word.removesuffix("i")
        yield from (stem + ending for ending in _ADJECTIVE)
        yield f"{stem.removesuffix('k')}cy"
        return
    ending, paradigm = next(row for row in _NOUNS if word.endswith(row[0]))
    yield from (word.removesuffix(ending) + form for form in paradigm.split(" "))


ADJECTIVES: Final = parse("""
AF afgański Afgańczyk
AL albański Albańczyk
AM armeński ormiański Ormianin
AO angolski
AR argentyński Argentyńczyk
AT austriacki Austriak
AU australijski Australijczyk
AZ azerbejdżański azerski Azer
BA bośniacki Bośniak
BD bangladeski
BE belgijski Belg
BF burkiński
BG bułgarski Bułgar
BH bahrajński
BI burundyjski
BJ beniński
BO boliwijski Boliwijczyk
BR brazylijski Brazylijczyk
BW botswański
BY białoruski Białorusin
CA kanadyjski Kanadyjczyk
CD kongijski Kongijczyk
CF środkowoafrykański
CH szwajcarski Szwajcar
CI iworyjski
CL chilijski Chilijczyk
CM kameruński
CN chiński Chińczyk
CO kolumbijski Kolumbijczyk
CR kostarykański
CU kubański Kubańczyk
CV zielonoprzylądkowy
CY cypryjski Cypryjczyk
CZ czeski Czech
DE niemiecki Niemiec
DJ dżibutyjski
DK duński Duńczyk
DO dominikański
DZ algierski Algierczyk
EC ekwadorski
EE estoński Estończyk
EG egipski Egipcjanin
EH saharyjski
ER erytrejski
ES hiszpański Hiszpan
ET etiopski Etiopczyk
FI fiński Fin
FJ fidżyjski
FR francuski Francuz
GA gaboński
GB brytyjski Brytyjczyk angielski Anglik
GE gruziński Gruzin
GH ghański
GL grenlandzki Grenlandczyk
GM gambijski
GN gwinejski
GR grecki Grek
GT gwatemalski
GY gujański
HK hongkoński
HN honduraski
HR chorwacki Chorwat
HT haitański Haitańczyk
HU węgierski Węgier
ID indonezyjski Indonezyjczyk
IE irlandzki Irlandczyk
IL izraelski Izraelczyk
IN indyjski Hindus
IQ iracki Irakijczyk
IR irański Irańczyk
IS islandzki Islandczyk
IT włoski Włoch
JM jamajski
JO jordański Jordańczyk
JP japoński Japończyk
KE kenijski Kenijczyk
KG kirgiski Kirgiz
KH kambodżański Kambodżanin
KP północnokoreański
KR południowokoreański
KW kuwejcki
KZ kazachski kazachstański Kazach
LA laotański
LB libański Libańczyk
LK lankijski
LR liberyjski
LT litewski Litwin
LU luksemburski
LV łotewski Łotysz
LY libijski Libijczyk
MA marokański Marokańczyk
MD mołdawski Mołdawianin
ME czarnogórski
MG malgaski
MK macedoński
ML malijski Malijczyk
MM birmański Birmańczyk
MN mongolski Mongoł
MR mauretański
MT maltański
MV malediwski
MW malawijski
MX meksykański Meksykanin
MY malezyjski Malezyjczyk
MZ mozambicki
NA namibijski
NE nigerski
NG nigeryjski Nigeryjczyk
NI nikaraguański
NL holenderski niderlandzki Holender
NO norweski Norweg
NP nepalski Nepalczyk
NZ nowozelandzki
OM omański
PA panamski
PE peruwiański Peruwiańczyk
PH filipiński Filipińczyk
PK pakistański Pakistańczyk
PL polski Polak Polka
PS palestyński Palestyńczyk
PT portugalski Portugalczyk
PY paragwajski
QA katarski Katarczyk
RO rumuński Rumun
RS serbski Serb
RU rosyjski Rosjanin Rosjanka
RW rwandyjski ruandyjski
SA saudyjski Saudyjczyk
SD sudański Sudańczyk
SE szwedzki Szwed
SG singapurski
SI słoweński Słoweniec
SK słowacki Słowak
SN senegalski Senegalczyk
SO somalijski Somalijczyk
SS południowosudański
SV salwadorski
SY syryjski Syryjczyk
TD czadyjski
TG togijski
TH tajlandzki tajski Taj
TJ tadżycki Tadżyk
TM turkmeński Turkmen
TN tunezyjski Tunezyjczyk
TR turecki Turek
TW tajwański Tajwańczyk
TZ tanzański
UA ukraiński Ukrainiec Ukrainka
UG ugandyjski
US amerykański Amerykanin Amerykanka
UY urugwajski
UZ uzbecki Uzbek
VA watykański
VE wenezuelski Wenezuelczyk
VN wietnamski Wietnamczyk
XK kosowski
YE jemeński Jemeńczyk
ZA południowoafrykański
ZM zambijski
ZW zimbabweński
AE emiracki
""")
"""Country code to its adjectives and people, the commonest adjective first."""

DEMONYMS: Final = forms(ADJECTIVES, inflect)
"""Lower-case form to country code."""
