"""Spanish adjectives of countries, which are also the names of their people."""

from collections.abc import Iterator
from typing import Final

from stream.nlp.knowledge.inflection import forms, parse


def inflect(word: str) -> Iterator[str]:
    """Both genders and numbers."""
    yield word
    match word:
        case _ if word.endswith("o"):
            yield from (word[:-1] + ending for ending in ("a", "os", "as"))
        case _ if word.endswith(("és", "án", "ón", "ol")):
            stem = word[:-2] + {"é": "e", "á": "a", "ó": "o"}.get(word[-2], word[-2]) + word[-1]
            yield from (stem + ending for ending in ("a", "es", "as"))
        case _ if word.endswith("ís"):
            yield from (word[:-2] + ending for ending in ("isa", "ises", "isas"))
        case _ if word.endswith("í"):
            yield from (word + ending for ending in ("es", "s"))
        case _ if word.endswith(("a", "e", "ú")):
            yield f"{word}s"
        case _:
            yield from (word + ending for ending in ("a", "es", "as"))


ADJECTIVES: Final = parse("""
AF afgano
AL albanés
AM armenio
AO angoleño
AR argentino
AT austriaco
AU australiano
AZ azerbaiyano azerí
BA bosnio
BD bangladesí
BE belga
BF burkinés
BG búlgaro
BH bahreiní
BI burundés
BJ beninés
BO boliviano
BR brasileño
BW botsuano
BY bielorruso
CA canadiense
CD congoleño
CF centroafricano
CH suizo
CI marfileño
CL chileno
CM camerunés
CN chino
CO colombiano
CR costarricense
CU cubano
CV caboverdiano
CY chipriota
CZ checo
DE alemán
DJ yibutiano
DK danés
DO dominicano
DZ argelino
EC ecuatoriano
EE estonio
EG egipcio
EH saharaui
ER eritreo
ES español
ET etíope
FI finlandés
FJ fiyiano
FR francés
GA gabonés
GB británico inglés
GE georgiano
GH ghanés
GL groenlandés
GM gambiano
GN guineano
GQ ecuatoguineano
GR griego
GT guatemalteco
GY guyanés
HK hongkonés
HN hondureño
HR croata
HT haitiano
HU húngaro
ID indonesio
IE irlandés
IL israelí
IN indio hindú
IQ iraquí
IR iraní
IS islandés
IT italiano
JM jamaicano
JO jordano
JP japonés nipón
KE keniano keniata
KG kirguís
KH camboyano
KP norcoreano
KR surcoreano
KW kuwaití
KZ kazajo
LA laosiano
LB libanés
LK esrilanqués
LR liberiano
LT lituano
LU luxemburgués
LV letón
LY libio
MA marroquí
MD moldavo
ME montenegrino
MG malgache
MK macedonio
ML maliense
MM birmano
MN mongol
MR mauritano
MT maltés
MV maldivo
MW malauí
MX mexicano
MY malasio
MZ mozambiqueño
NA namibio
NE nigerino
NG nigeriano
NI nicaragüense
NL neerlandés holandés
NO noruego
NP nepalí
NZ neozelandés
OM omaní
PA panameño
PE peruano
PH filipino
PK pakistaní paquistaní
PL polaco
PS palestino
PT portugués
PY paraguayo
QA catarí qatarí
RO rumano
RS serbio
RU ruso
RW ruandés
SA saudí saudita
SD sudanés
SE sueco
SG singapurense
SI esloveno
SK eslovaco
SN senegalés
SO somalí
SS sursudanés
SV salvadoreño
SY sirio
TD chadiano
TG togolés
TH tailandés
TJ tayiko
TM turcomano
TN tunecino
TR turco
TW taiwanés
TZ tanzano
UA ucraniano
UG ugandés
US estadounidense norteamericano
UY uruguayo
UZ uzbeko
VA vaticano
VE venezolano
VN vietnamita
XK kosovar
YE yemení
ZA sudafricano
ZM zambiano
ZW zimbabuense
AE emiratí
LI liechtensteiniano
""")
"""Country code to its adjectives and people, the commonest adjective first."""

DEMONYMS: Final = forms(ADJECTIVES, inflect)
"""Lower-case form to country code."""
