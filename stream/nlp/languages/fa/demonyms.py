"""Persian adjectives of countries, which are also the names of their people."""

from collections.abc import Iterator
from typing import Final

from stream.nlp.knowledge.inflection import forms, parse

_PLURALS: Final = ("", "\u200cها", "ها", "\u200cهای")


def inflect(word: str) -> Iterator[str]:
    """The word and its plurals, with and without the zero-width joiner."""
    yield from (word + ending for ending in _PLURALS)


ADJECTIVES: Final = parse("""
AF افغان افغانستانی
AL آلبانیایی
AM ارمنستانی ارمنی
AO آنگولایی
AR آرژانتینی
AT اتریشی
AU استرالیایی
AZ آذربایجانی
BA بوسنیایی
BD بنگلادشی
BE بلژیکی
BF بورکینافاسویی
BG بلغاری
BH بحرینی
BI بوروندیایی
BJ بنینی
BO بولیویایی
BR برزیلی
BW بوتسوانایی
BY بلاروسی
CA کانادایی
CD کنگویی
CF آفریقای_مرکزی
CH سوئیسی
CI ساحل_عاجی
CL شیلیایی
CM کامرونی
CN چینی
CO کلمبیایی
CR کاستاریکایی
CU کوبایی
CY قبرسی
DE آلمانی
DJ جیبوتیایی
DK دانمارکی
DO دومینیکنی
DZ الجزایری
EC اکوادوری
EE استونیایی
EG مصری
ER اریتره‌ای
ES اسپانیایی
ET اتیوپیایی
FI فنلاندی
FJ فیجیایی
FR فرانسوی
GA گابنی
GB بریتانیایی انگلیسی
GE گرجستانی گرجی
GH غنایی
GL گرینلندی
GM گامبیایی
GN گینه‌ای
GR یونانی
GT گواتمالایی
GY گویانی
HK هنگ‌کنگی
HN هندوراسی
HR کرواسیایی کروات
HT هائیتیایی
HU مجارستانی مجار
ID اندونزیایی
IE ایرلندی
IL اسرائیلی
IN هندی
IQ عراقی
IR ایرانی
IS ایسلندی
IT ایتالیایی
JM جامائیکایی
JO اردنی
JP ژاپنی
KE کنیایی
KG قرقیزستانی
KH کامبوجی
KP کره‌شمالی
KR کره‌جنوبی
KW کویتی
KZ قزاقستانی قزاق
LA لائوسی
LB لبنانی
LK سری‌لانکایی
LR لیبریایی
LT لیتوانیایی
LU لوکزامبورگی
LV لتونیایی
LY لیبیایی
MA مراکشی
MD مولداویایی
ME مونته‌نگرویی
MG ماداگاسکاری
MK مقدونی
ML مالیایی
MM میانماری
MN مغولستانی
MR موریتانیایی
MT مالتی
MV مالدیوی
MW مالاویایی
MX مکزیکی
MY مالزیایی
MZ موزامبیکی
NA نامیبیایی
NE نیجری
NG نیجریه‌ای
NI نیکاراگوئه‌ای
NL هلندی
NO نروژی
NP نپالی
NZ نیوزیلندی
OM عمانی
PA پانامایی
PE پرویی
PH فیلیپینی
PK پاکستانی
PL لهستانی
PS فلسطینی
PT پرتغالی
PY پاراگوئه‌ای
QA قطری
RO رومانیایی
RS صربستانی صرب
RU روسی روس روسیه‌ای
RW رواندایی
SA سعودی عربستانی
SD سودانی
SE سوئدی
SG سنگاپوری
SI اسلوونیایی
SK اسلواکیایی
SN سنگالی
SO سومالیایی
SS سودان_جنوبی
SV السالوادوری
SY سوری سوریه‌ای
TD چادی
TG توگویی
TH تایلندی
TJ تاجیکستانی تاجیک
TM ترکمنستانی
TN تونسی
TR ترکیه‌ای
TW تایوانی
TZ تانزانیایی
UA اوکراینی
UG اوگاندایی
US آمریکایی امریکایی
UY اروگوئه‌ای
UZ ازبکستانی ازبک
VA واتیکانی
VE ونزوئلایی
VN ویتنامی
XK کوزوویی
YE یمنی
ZA آفریقای_جنوبی
ZM زامبیایی
ZW زیمبابوه‌ای
AE اماراتی
""")
"""Country code to its adjectives and people, the commonest adjective first."""

DEMONYMS: Final = forms(ADJECTIVES, inflect)
"""Lower-case form to country code."""
