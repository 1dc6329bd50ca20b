"""Arabic adjectives of countries, which are also the names of their people."""

from collections.abc import Iterator
from typing import Final

from stream.nlp.knowledge.inflection import forms, parse

_ENDINGS: Final = ("", "ة", "ون", "ين", "ات", "ان")
_ARTICLE: Final = "ال"


def inflect(word: str) -> Iterator[str]:
    """Genders and numbers, without and with the article; after a plus, a plural of its own (روس)."""
    if word.startswith("+"):
        yield from (word[1:], _ARTICLE + word[1:])
        return
    first, blank, second = word.partition(" ")
    for ending in _ENDINGS:
        form = f"{first}{ending} {second}{ending}" if blank else first + ending
        yield form
        yield " ".join(_ARTICLE + part for part in form.split())


ADJECTIVES: Final = parse("""
AF أفغاني
AL ألباني
AM أرميني أرمني
AO أنغولي
AR أرجنتيني
AT نمساوي
AU أسترالي
AZ أذربيجاني أذري
BA بوسني
BD بنغلاديشي
BE بلجيكي
BF بوركيني
BG بلغاري
BH بحريني
BI بوروندي
BJ بنيني
BO بوليفي
BR برازيلي
BW بوتسواني
BY بيلاروسي
CA كندي
CD كونغولي
CF إفريقيي_الوسطى
CH سويسري
CI إيفواري
CL تشيلي
CM كاميروني
CN صيني
CO كولومبي
CR كوستاريكي
CU كوبي
CY قبرصي
CZ تشيكي
DE ألماني +ألمان
DJ جيبوتي
DK دنماركي دانماركي
DO دومينيكاني
DZ جزائري
EC إكوادوري
EE إستوني
EG مصري
ER إريتري
ES إسباني +إسبان
ET إثيوبي
FI فنلندي
FJ فيجي
FR فرنسي
GA غابوني
GB بريطاني
GE جورجي
GH غاني
GL غرينلاندي
GM غامبي
GN غيني
GR يوناني
GT غواتيمالي
GY غوياني
HN هندوراسي
HR كرواتي
HT هايتي
HU هنغاري
ID إندونيسي
IE إيرلندي أيرلندي
IL إسرائيلي
IN هندي
IQ عراقي
IR إيراني
IS آيسلندي أيسلندي
IT إيطالي
JM جامايكي
JO أردني
JP ياباني
KE كيني
KG قرغيزي قيرغيزي
KH كمبودي
KP كوري_شمالي
KR كوري_جنوبي
KW كويتي
KZ كازاخستاني كازاخي
LA لاوسي
LB لبناني
LK سريلانكي
LR ليبيري
LT ليتواني
LU لوكسمبورغي
LV لاتفي
LY ليبي
MA مغربي
MD مولدوفي
MG مدغشقري
MK مقدوني
MM ميانماري بورمي
MN منغولي
MR موريتاني
MT مالطي
MV مالديفي
MW مالاوي
MX مكسيكي
MY ماليزي
MZ موزمبيقي
NA ناميبي
NE نيجري
NG نيجيري
NI نيكاراغوي
NL هولندي
NO نرويجي
NP نيبالي
NZ نيوزيلندي
OM عماني
PA بنمي
PE بيروفي
PH فلبيني فيليبيني
PK باكستاني
PL بولندي
PS فلسطيني
PT برتغالي
PY باراغواياني
QA قطري
RO روماني
RS صربي +صرب
RU روسي +روس
RW رواندي
SA سعودي
SD سوداني
SE سويدي
SG سنغافوري
SI سلوفيني
SK سلوفاكي
SN سنغالي
SO صومالي
SS جنوب_سوداني
SV سلفادوري
SY سوري
TD تشادي
TG توغولي
TH تايلندي تايلاندي
TJ طاجيكي
TM تركماني تركمانستاني
TN تونسي
TR تركي +أتراك
TW تايواني
TZ تنزاني
UA أوكراني
UG أوغندي
US أمريكي أميركي
UY أوروغواياني
UZ أوزبكي أوزبكستاني
VE فنزويلي
VN فيتنامي
XK كوسوفي
YE يمني
ZA جنوب_أفريقي جنوب_إفريقي
ZM زامبي
ZW زيمبابوي
AE إماراتي
""")
"""Country code to its adjectives and people, the commonest adjective first."""

DEMONYMS: Final = forms(ADJECTIVES, inflect)
"""Lower-case form to country code."""
