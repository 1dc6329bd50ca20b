"""French adjectives of countries, which are also the names of their people."""

from collections.abc import Iterator
from typing import Final

from stream.nlp.knowledge.inflection import forms, parse

_FEMININE: Final = (("ien", "ienne"), ("éen", "éenne"), ("on", "onne"), ("e", "e"))
"""Ending of the masculine to that of the feminine; others take an e."""


def masculine_and_feminine(word: str) -> tuple[str, str]:
    """Both genders in the singular; an irregular feminine stands after a slash."""
    masculine, slash, feminine = word.partition("/")
    if slash:
        return masculine, feminine
    for ending, other in _FEMININE:
        if word.endswith(ending):
            return word, word.removesuffix(ending) + other
    return word, f"{word}e"


def inflect(word: str) -> Iterator[str]:
    """Both genders and numbers of an adjective."""
    for form in masculine_and_feminine(word):
        yield form
        yield form if form.endswith(("s", "x")) else f"{form}s"


ADJECTIVES: Final = parse("""
AD andorran
AE émirati/émiratie émirien
AF afghan
AG antiguayen/antiguayenne
AI anguillais
AL albanais
AM arménien
AO angolais
AR argentin
AS samoan-américain
AT autrichien
AU australien
AW arubais
AX ålandais
AZ azerbaïdjanais azéri/azérie
BA bosnien bosniaque bosno-serbe
BB barbadien
BD bangladais bangladeshi/bangladeshie
BE belge
BF burkinabè/burkinabè burkinabé/burkinabée
BG bulgare
BH bahreïni/bahreïnie bahreïnien
BI burundais
BJ béninois
BM bermudien
BN brunéien
BO bolivien
BR brésilien
BS bahaméen
BT bhoutanais
BW botswanais
BY biélorusse bélarusse bélarussien
BZ bélizien
CA canadien
CD congolais rd-congolais
CF centrafricain
CG congolais-brazzavillois
CH suisse helvétique
CI ivoirien
CK cookien
CL chilien
CM camerounais
CN chinois
CO colombien
CR costaricain costaricien
CU cubain
CV cap-verdien
CW curacien
CY chypriote
CZ tchèque
DE allemand
DJ djiboutien
DK danois
DM dominiquais
DO dominicain
DZ algérien
EC équatorien
EE estonien
EG égyptien
EH sahraoui/sahraouie
ER érythréen
ES espagnol
ET éthiopien
FI finlandais
FJ fidjien
FK falklandais malouin
FM micronésien
FO féroïen féringien
FR français
GA gabonais
GB britannique anglais écossais gallois nord-irlandais
GD grenadien
GE géorgien
GF guyanais
GH ghanéen
GI gibraltarien
GL groenlandais
GM gambien
GN guinéen
GP guadeloupéen
GQ équato-guinéen
GR grec/grecque hellénique
GT guatémaltèque
GU guamien
GW bissau-guinéen bissaoguinéen
GY guyanien
HK hongkongais
HN hondurien
HR croate
HT haïtien
HU hongrois
ID indonésien
IE irlandais
IL israélien
IM mannois
IN indien
IQ irakien
IR iranien
IS islandais
IT italien
JE jersiais
JM jamaïcain jamaïquain
JO jordanien
JP japonais nippon/nippone
KE kényan kenyan
KG kirghize
KH cambodgien
KI kiribatien
KM comorien
KN christophien
KP nord-coréen
KR sud-coréen
KW koweïtien
KY caïmanien
KZ kazakh kazakhstanais
LA laotien
LB libanais
LC saint-lucien
LI liechtensteinois
LK sri-lankais srilankais
LR libérien
LS lesothan
LT lituanien
LU luxembourgeois
LV letton
LY libyen/libyenne
MA marocain
MC monégasque
MD moldave
ME monténégrin
MG malgache
MH marshallais
MK macédonien nord-macédonien
ML malien
MM birman
MN mongol
MO macanais
MQ martiniquais
MR mauritanien
MT maltais
MU mauricien
MV maldivien
MW malawien malawite
MX mexicain
MY malaisien
MZ mozambicain
NA namibien
NC néo-calédonien calédonien
NE nigérien
NG nigérian
NI nicaraguayen/nicaraguayenne
NL néerlandais hollandais
NO norvégien
NP népalais
NR nauruan
NU niuéen
NZ néo-zélandais
OM omanais
PA panaméen
PE péruvien
PF polynésien
PG papouasien papou/papoue
PH philippin
PK pakistanais
PL polonais
PM saint-pierrais
PR portoricain
PS palestinien gazaoui/gazaouie
PT portugais
PW palaosien palauan
PY paraguayen/paraguayenne
QA qatari/qatarie qatarien
RE réunionnais
RO roumain
RS serbe
RU russe
RW rwandais
SA saoudien
SB salomonais salomonien
SC seychellois
SD soudanais
SE suédois
SG singapourien
SI slovène
SK slovaque
SL sierra-léonais
SM saint-marinais
SN sénégalais
SO somalien
SR surinamais surinamien
SS sud-soudanais
ST santoméen
SV salvadorien
SY syrien
SZ eswatinien swazi/swazie
TD tchadien
TG togolais
TH thaïlandais
TJ tadjik
TL timorais est-timorais
TM turkmène
TN tunisien
TO tongien
TR turc/turque
TT trinidadien
TV tuvaluan
TW taïwanais
TZ tanzanien
UA ukrainien
UG ougandais
US américain états-unien étasunien
UY uruguayen/uruguayenne
UZ ouzbek/ouzbèke
VA vatican
VC saint-vincentais
VE vénézuélien
VN vietnamien
VU vanuatais
WS samoan
XK kosovar
YE yéménite
YT mahorais
ZA sud-africain
ZM zambien
ZW zimbabwéen
""")
"""Country code to its adjectives, masculine singular, the commonest first."""

DEMONYMS: Final = forms(ADJECTIVES, inflect)
"""Lower-case form to country code."""
