"""English adjectives of countries and the names of their people."""

from collections.abc import Iterator
from typing import Final

from stream.nlp.knowledge.inflection import forms, parse

_NO_PLURAL: Final = ("ese", "ish", "ch", "ss", "s", "men", "women")


def inflect(word: str) -> Iterator[str]:
    """The word and, where it is a noun too, its plural."""
    yield word
    if not word.endswith(_NO_PLURAL):
        yield word.removesuffix("man") + "men" if word.endswith(("chman", "shman")) else f"{word}s"


ADJECTIVES: Final = parse("""
AD Andorran
AE Emirati
AF Afghan
AG Antiguan
AI Anguillan
AL Albanian
AM Armenian
AO Angolan
AR Argentine Argentinian Argentinean
AS American_Samoan
AT Austrian
AU Australian Aussie
AW Aruban
AZ Azerbaijani Azeri
BA Bosnian Bosniak Bosnian_Serb
BB Barbadian Bajan
BD Bangladeshi
BE Belgian
BF Burkinabe Burkinabè Burkinabé
BG Bulgarian
BH Bahraini
BI Burundian
BJ Beninese Beninois
BM Bermudian
BN Bruneian
BO Bolivian
BR Brazilian
BS Bahamian
BT Bhutanese
BW Botswanan Motswana Batswana
BY Belarusian Belarussian
BZ Belizean
CA Canadian
CD Congolese
CF Central_African
CG Brazzaville_Congolese
CH Swiss
CI Ivorian
CK Cook_Islander
CL Chilean
CM Cameroonian
CN Chinese
CO Colombian
CR Costa_Rican
CU Cuban
CV Cape_Verdean Cabo_Verdean
CW Curaçaoan
CY Cypriot Greek_Cypriot Turkish_Cypriot
CZ Czech
DE German
DJ Djiboutian
DK Danish Dane
DM Dominiquais
DO Dominican
DZ Algerian
EC Ecuadorian Ecuadorean
EE Estonian
EG Egyptian
EH Sahrawi Saharawi
ER Eritrean
ES Spanish Spaniard
ET Ethiopian
FI Finnish Finn
FJ Fijian
FK Falkland_Islander
FM Micronesian
FO Faroese
FR French Frenchman Frenchwoman
GA Gabonese
GB British Briton English Scottish Welsh Northern_Irish Englishman Scot
GD Grenadian
GE Georgian
GH Ghanaian
GI Gibraltarian
GL Greenlandic Greenlander
GM Gambian
GN Guinean
GQ Equatorial_Guinean Equatoguinean
GR Greek Hellenic
GT Guatemalan
GU Guamanian
GW Bissau-Guinean
GY Guyanese
HK Hong_Konger Hongkonger
HN Honduran
HR Croatian Croat
HT Haitian
HU Hungarian
ID Indonesian
IE Irish Irishman
IL Israeli
IM Manx
IN Indian
IQ Iraqi
IR Iranian
IS Icelandic Icelander
IT Italian
JM Jamaican
JO Jordanian
JP Japanese
KE Kenyan
KG Kyrgyz Kyrgyzstani
KH Cambodian
KI I-Kiribati
KM Comorian Comoran
KN Kittitian
KP North_Korean
KR South_Korean
KW Kuwaiti
KY Caymanian
KZ Kazakh Kazakhstani
LA Laotian Lao
LB Lebanese
LC Saint_Lucian St_Lucian
LI Liechtensteiner
LK Sri_Lankan
LR Liberian
LS Basotho Lesothan
LT Lithuanian
LU Luxembourgish Luxembourger
LV Latvian
LY Libyan
MA Moroccan
MC Monégasque Monegasque
MD Moldovan
ME Montenegrin
MG Malagasy Madagascan
MH Marshallese
MK Macedonian North_Macedonian
ML Malian
MM Burmese Myanma
MN Mongolian
MO Macanese
MR Mauritanian
MT Maltese
MU Mauritian
MV Maldivian
MW Malawian
MX Mexican
MY Malaysian
MZ Mozambican
NA Namibian
NC New_Caledonian
NE Nigerien
NG Nigerian
NI Nicaraguan
NL Dutch Dutchman
NO Norwegian
NP Nepali Nepalese
NR Nauruan
NU Niuean
NZ New_Zealander Kiwi
OM Omani
PA Panamanian
PE Peruvian
PF French_Polynesian
PG Papua_New_Guinean
PH Philippine Filipino Filipina
PK Pakistani
PL Polish Pole
PR Puerto_Rican
PS Palestinian Gazan
PT Portuguese
PW Palauan
PY Paraguayan
QA Qatari
RO Romanian
RS Serbian Serb
RU Russian
RW Rwandan
SA Saudi Saudi_Arabian
SB Solomon_Islander
SC Seychellois
SD Sudanese
SE Swedish Swede
SG Singaporean
SI Slovenian Slovene
SK Slovak Slovakian
SL Sierra_Leonean
SM Sammarinese
SN Senegalese
SO Somali Somalian
SR Surinamese
SS South_Sudanese
ST São_Toméan Santomean
SV Salvadoran Salvadorean
SY Syrian
SZ Swazi
TD Chadian
TG Togolese
TH Thai
TJ Tajik Tajikistani
TL Timorese East_Timorese
TM Turkmen
TN Tunisian
TO Tongan
TR Turkish Turk
TT Trinidadian
TV Tuvaluan
TW Taiwanese
TZ Tanzanian
UA Ukrainian
UG Ugandan
US American
UY Uruguayan
UZ Uzbek Uzbekistani
VA Vatican
VC Vincentian
VE Venezuelan
VN Vietnamese
VU Ni-Vanuatu
WS Samoan
XK Kosovar Kosovan
YE Yemeni
ZA South_African
ZM Zambian
ZW Zimbabwean
""")
"""Country code to its adjectives and people, the commonest adjective first."""

DEMONYMS: Final = forms(ADJECTIVES, inflect)
"""Lower-case form to country code."""
