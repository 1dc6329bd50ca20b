"""Portuguese adjectives of countries, which are also the names of their people."""

from collections.abc import Iterator
from typing import Final

from stream.nlp.knowledge.inflection import forms, parse


def inflect(word: str) -> Iterator[str]:
    """Both genders and numbers."""
    yield word
    match word:
        case _ if word.endswith("ês"):
            yield from (word[:-2] + ending for ending in ("esa", "eses", "esas"))
        case _ if word.endswith("ão"):
            yield from (word[:-2] + ending for ending in ("ã", "ãos", "ães", "ãs"))
        case _ if word.endswith("ol"):
            yield from (word[:-2] + ending for ending in ("ola", "óis", "olas"))
        case _ if word.endswith("eu"):
            yield from (word[:-2] + ending for ending in ("eia", "eus", "eias"))
        case _ if word.endswith("o"):
            yield from (word[:-1] + ending for ending in ("a", "os", "as"))
        case _:
            yield f"{word}s"


ADJECTIVES: Final = parse("""
AF afegão
AL albanês
AM armênio arménio
AO angolano
AR argentino
AT austríaco
AU australiano
AZ azerbaijano azeri
BA bósnio
BD bangladeshiano bengalês
BE belga
BF burquinense
BG búlgaro
BH bareinita
BI burundês
BJ beninense
BO boliviano
BR brasileiro
BW botsuanês
BY bielorrusso
CA canadense canadiano
CD congolês
CF centro-africano
CH suíço
CI marfinense costa-marfinense
CL chileno
CM camaronês
CN chinês
CO colombiano
CR costa-riquenho costarriquenho
CU cubano
CV cabo-verdiano
CY cipriota
CZ tcheco checo
DE alemão
DJ djibutiano
DK dinamarquês
DO dominicano
DZ argelino
EC equatoriano
EE estoniano estónio
EG egípcio
EH saarauí
ER eritreu
ES espanhol
ET etíope
FI finlandês
FJ fijiano
FR francês
GA gabonense
GB britânico inglês
GE georgiano
GH ganês ganense
GL groenlandês gronelandês
GM gambiano
GN guineense
GQ guinéu-equatoriano
GR grego
GT guatemalteco
GY guianense
HK honconguês
HN hondurenho
HR croata
HT haitiano
HU húngaro
ID indonésio
IE irlandês
IL israelense israelita
IN indiano
IQ iraquiano
IR iraniano
IS islandês
IT italiano
JM jamaicano
JO jordaniano jordano
JP japonês
KE queniano
KG quirguiz
KH cambojano
KP norte-coreano
KR sul-coreano
KW kuwaitiano
KZ cazaque
LA laosiano laociano
LB libanês
LK cingalês
LR liberiano
LT lituano
LU luxemburguês
LV letão
LY líbio
MA marroquino
MD moldavo
ME montenegrino
MG malgaxe
MK macedônio macedónio
ML malinês maliano
MM birmanês
MN mongol
MR mauritano
MT maltês
MV maldivo maldívio
MW malauiano
MX mexicano
MY malaio malaico
MZ moçambicano
NA namibiano
NE nigerino
NG nigeriano
NI nicaraguense
NL holandês neerlandês
NO norueguês
NP nepalês
NZ neozelandês
OM omanense omani
PA panamenho
PE peruano
PH filipino
PK paquistanês
PL polonês polaco
PS palestino palestiniano
PT português
PY paraguaio
QA catariano catari
RO romeno
RS sérvio
RU russo
RW ruandês
SA saudita
SD sudanês
SE sueco
SG singapuriano cingapuriano
SI esloveno
SK eslovaco
SN senegalês
SO somali
SS sul-sudanês
SV salvadorenho
SY sírio
TD chadiano
TG togolês
TH tailandês
TJ tajique
TM turcomeno
TN tunisiano tunisino
TR turco
TW taiwanês
TZ tanzaniano
UA ucraniano
UG ugandês ugandense
US americano estadunidense norte-americano
UY uruguaio
UZ uzbeque usbeque
VA vaticano
VE venezuelano
VN vietnamita
XK kosovar
YE iemenita
ZA sul-africano
ZM zambiano
ZW zimbabuano zimbabuense
AE emiradense emirático
""")
"""Country code to its adjectives and people, the commonest adjective first."""

DEMONYMS: Final = forms(ADJECTIVES, inflect)
"""Lower-case form to country code."""
