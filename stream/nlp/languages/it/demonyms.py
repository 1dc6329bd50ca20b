"""Italian adjectives of countries, which are also the names of their people."""

from collections.abc import Iterator
from typing import Final

from stream.nlp.knowledge.inflection import forms, parse


def inflect(word: str) -> Iterator[str]:
    """Both genders and numbers."""
    yield word
    match word[-1]:
        case "o":
            hard = "h" if word.endswith(("sco", "cco", "eco", "aco")) else ""
            yield from (word[:-1] + ending for ending in ("a", f"{hard}i", f"{'h' if word[-2] == 'c' else ''}e"))
            if hard:
                yield f"{word[:-1]}i"
        case "e":
            yield f"{word[:-1]}i"
        case "a":
            yield from (word[:-1] + ending for ending in ("i", "e"))


ADJECTIVES: Final = parse("""
AF afghano
AL albanese
AM armeno
AO angolano
AR argentino
AT austriaco
AU australiano
AZ azero azerbaigiano
BA bosniaco
BD bangladese bengalese
BE belga
BF burkinabè
BG bulgaro
BH bahreinita
BI burundese
BJ beninese
BO boliviano
BR brasiliano
BW botswano
BY bielorusso
CA canadese
CD congolese
CF centrafricano
CH svizzero
CI ivoriano
CL cileno
CM camerunense
CN cinese
CO colombiano
CR costaricano
CU cubano
CV capoverdiano
CY cipriota
CZ ceco
DE tedesco
DJ gibutiano
DK danese
DO dominicano
DZ algerino
EC ecuadoriano
EE estone
EG egiziano
EH saharawi
ER eritreo
ES spagnolo
ET etiope
FI finlandese
FJ figiano
FR francese
GA gabonese
GB britannico inglese
GE georgiano
GH ghanese
GL groenlandese
GM gambiano
GN guineano
GQ equatoguineano
GR greco
GT guatemalteco
GY guyanese
HK hongkonghese
HN honduregno
HR croato
HT haitiano
HU ungherese
ID indonesiano
IE irlandese
IL israeliano
IN indiano
IQ iracheno
IR iraniano
IS islandese
IT italiano
JM giamaicano
JO giordano
JP giapponese
KE keniota keniano
KG kirghiso
KH cambogiano
KP nordcoreano
KR sudcoreano
KW kuwaitiano
KZ kazako kazaco
LA laotiano
LB libanese
LK srilankese
LR liberiano
LT lituano
LU lussemburghese
LV lettone
LY libico
MA marocchino
MD moldavo
ME montenegrino
MG malgascio
MK macedone
ML maliano
MM birmano
MN mongolo
MR mauritano
MT maltese
MV maldiviano
MW malawiano
MX messicano
MY malese malaysiano
MZ mozambicano
NA namibiano
NE nigerino
NG nigeriano
NI nicaraguense
NL olandese
NO norvegese
NP nepalese
NZ neozelandese
OM omanita
PA panamense
PE peruviano
PH filippino
PK pakistano pachistano
PL polacco
PS palestinese
PT portoghese
PY paraguaiano
QA qatariota qatarino
RO romeno rumeno
RS serbo
RU russo
RW ruandese
SA saudita
SD sudanese
SE svedese
SG singaporiano
SI sloveno
SK slovacco
SN senegalese
SO somalo
SS sudsudanese
SV salvadoregno
SY siriano
TD ciadiano
TG togolese
TH thailandese tailandese
TJ tagiko
TM turkmeno
TN tunisino
TR turco
TW taiwanese
TZ tanzaniano
UA ucraino
UG ugandese
US statunitense americano
UY uruguaiano
UZ uzbeko uzbeco
VA vaticano
VE venezuelano
VN vietnamita
XK kosovaro
YE yemenita
ZA sudafricano
ZM zambiano
ZW zimbabwese zimbabwiano
AE emiratino
LI liechtensteiniano
""")
"""Country code to its adjectives and people, the commonest adjective first."""

DEMONYMS: Final = forms(ADJECTIVES, inflect)
"""Lower-case form to country code."""
