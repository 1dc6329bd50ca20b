"""Turkish names of peoples, which are also adjectives."""

from collections.abc import Iterator
from typing import Final

from stream.nlp.knowledge.inflection import forms, parse

_FRONT: Final = "eiöü"
_VOWELS: Final = "aıoueiöü"


def inflect(word: str) -> Iterator[str]:
    """The word and its plural by vowel harmony. Case endings follow an apostrophe and are cut off before look-up."""
    yield word
    last = next(letter for letter in reversed(word.lower()) if letter in _VOWELS)
    yield word + ("ler" if last in _FRONT else "lar")


ADJECTIVES: Final = parse("""
AF Afgan
AL Arnavut
AM Ermeni
AO Angolalı
AR Arjantinli
AT Avusturyalı
AU Avustralyalı
AZ Azerbaycanlı Azeri
BA Boşnak Bosnalı
BD Bangladeşli
BE Belçikalı
BF Burkinalı
BG Bulgar
BH Bahreynli
BI Burundili
BJ Beninli
BO Bolivyalı
BR Brezilyalı
BW Botsvanalı
BY Belaruslu
CA Kanadalı
CD Kongolu
CF Orta_Afrikalı
CH İsviçreli
CI Fildişili
CL Şilili
CM Kamerunlu
CN Çinli
CO Kolombiyalı
CR Kosta_Rikalı
CU Kübalı
CY Kıbrıslı
CZ Çek
DE Alman
DJ Cibutili
DK Danimarkalı
DO Dominikli
DZ Cezayirli
EC Ekvadorlu
EE Estonyalı Eston
EG Mısırlı
EH Sahravi
ER Eritreli
ES İspanyol
ET Etiyopyalı
FI Fin Finlandiyalı
FJ Fijili
FR Fransız
GA Gabonlu
GB İngiliz Britanyalı
GE Gürcü
GH Ganalı
GL Grönlandlı
GM Gambiyalı
GN Gineli
GR Yunan Yunanlı
GT Guatemalalı
GY Guyanalı
HK Hong_Konglu
HN Honduraslı
HR Hırvat
HT Haitili
HU Macar
ID Endonezyalı
IE İrlandalı
IL İsrailli
IN Hint Hindistanlı
IQ Iraklı
IR İranlı
IS İzlandalı
IT İtalyan
JM Jamaikalı
JO Ürdünlü
JP Japon
KE Kenyalı
KG Kırgız
KH Kamboçyalı
KP Kuzey_Koreli
KR Güney_Koreli
KW Kuveytli
KZ Kazak Kazakistanlı
LA Laoslu
LB Lübnanlı
LK Sri_Lankalı
LR Liberyalı
LT Litvanyalı
LU Lüksemburglu
LV Letonyalı Leton
LY Libyalı
MA Faslı
MD Moldovalı
ME Karadağlı
MG Madagaskarlı
MK Makedon
ML Malili
MM Myanmarlı
MN Moğol
MR Moritanyalı
MT Maltalı
MV Maldivli
MW Malavili
MX Meksikalı
MY Malezyalı
MZ Mozambikli
NA Namibyalı
NE Nijerli
NG Nijeryalı
NI Nikaragualı
NL Hollandalı
NO Norveçli
NP Nepalli
NZ Yeni_Zelandalı
OM Ummanlı
PA Panamalı
PE Perulu
PH Filipinli
PK Pakistanlı
PL Polonyalı Leh
PS Filistinli
PT Portekizli
PY Paraguaylı
QA Katarlı
RO Rumen Romanyalı
RS Sırp
RU Rus
RW Ruandalı
SA Suudi
SD Sudanlı
SE İsveçli
SG Singapurlu
SI Sloven
SK Slovak
SN Senegalli
SO Somalili
SS Güney_Sudanlı
SV Salvadorlu
SY Suriyeli
TD Çadlı
TG Togolu
TH Taylandlı
TJ Tacik
TM Türkmen
TN Tunuslu
TR Türk
TW Tayvanlı
TZ Tanzanyalı
UA Ukraynalı Ukrain
UG Ugandalı
US Amerikalı Amerikan ABD'li
UY Uruguaylı
UZ Özbek
VE Venezuelalı
VN Vietnamlı
XK Kosovalı
YE Yemenli
ZA Güney_Afrikalı
ZM Zambiyalı
ZW Zimbabveli
AE Emirlikli
""")
"""Country code to its adjectives and people, the commonest adjective first."""

DEMONYMS: Final = forms(ADJECTIVES, inflect)
"""Lower-case form to country code."""
