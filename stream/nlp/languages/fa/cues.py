"""Words that report in Persian: verbs, and nouns with a verb (اعلام کرد)."""

from stream.nlp.languages.fa.inflection import compound, denied, said
from stream.nlp.languages.tables import by_act, words

_BY_ACT = by_act(
    state="""گفت نوشت افزود اظهار_کرد اظهار_داشت بیان_کرد بیان_داشت خاطرنشان_کرد خاطر_نشان_کرد تصریح_کرد اضافه_کرد توضیح_داد پاسخ_داد
        جواب_داد عنوان_کرد ابراز_کرد ابراز_داشت یادآور_شد یادآوری_کرد متذکر_شد اذعان_داشت گزارش_داد گزارش_کرد خبر_داد اشاره_کرد تاکید_کرد
        تأکید_کرد تأکید_داشت ادعا_کرد مدعی_شد استدلال_کرد روایت_کرد تعریف_کرد توصیف_کرد شرح_داد معتقد_است معتقدند نقل_کرد مطرح_کرد فاش_کرد
        افشا_کرد ادامه_داد توییت_کرد اظهارنظر_کرد واکنش_نشان_داد باور_دارد باور_دارند روشن_کرد نتیجه_گرفت تشریح_کرد تلقی_کرد""",
    ask="پرسید سؤال_کرد سوال_کرد",
    confirm="تایید_کرد تأیید_کرد اعتراف_کرد اذعان_کرد پذیرفت",
    deny="تکذیب_کرد انکار_کرد",
    accuse="متهم_کرد",
    condemn="محکوم_کرد انتقاد_کرد",
    threaten="تهدید_کرد",
    warn="هشدار_داد اخطار_داد",
    promise="وعده_داد قول_داد متعهد_شد تضمین_کرد",
    demand="خواستار_شد درخواست_کرد تقاضا_کرد خواست پیشنهاد_کرد پیشنهاد_داد توصیه_کرد دستور_داد",
    announce="اعلام_کرد اعلام_داشت اعلام_نمود",
    thank="تشکر_کرد قدردانی_کرد",
    praise="ستایش_کرد ستود تبریک_گفت",
    agree="موافقت_کرد حمایت_کرد",
    reject="رد_کرد مخالفت_کرد",
    other="ابراز_امیدواری_کرد ابراز_نگرانی_کرد پیش‌بینی_کرد پیش_بینی_کرد امیدوار_است انتظار_دارد ابراز_تاسف_کرد ابراز_خوشحالی_کرد",
)
CUES = _BY_ACT


def _forms(expression: str) -> tuple[list[str], list[str]]:
    *nouns, verb = expression.split()
    head = [" ".join(nouns)] if nouns else []
    try:
        affirmed, negative = list(said(verb)), list(denied(verb))
    except KeyError:
        return [expression], []
    if not head:
        return affirmed, negative
    return list(compound(head, verb)) + [f"{head[0]} {form}" for form in affirmed], [
        f"{head[0]} {form}" for form in negative
    ]


_TABLE = {expression: _forms(expression) for expression in CUES}
FORMS = {form: lemma for lemma, (affirmed, negative) in _TABLE.items() for form in (*affirmed, *negative)}
DENIED = frozenset(form for _, negative in _TABLE.values() for form in negative)
NOMINAL: frozenset[str] = frozenset()
"""Reporting verbs whose object in front, marked by را, is what was said."""
NEGATIONS = words("هرگز")
COMPLEMENTIZERS = words("که")
CONJUNCTIONS = words("و اما ولی همچنین")
AUXILIARIES = words(
    """نیز هم همچنین باز بار دیگر صراحتا به‌صراحت البته چنین این‌گونه اینگونه بارها پیش‌تر پیشتر سپس رسما رسماً قاطعانه"""
)
OPENERS = words(
    """در روز به از با برای بر تا طی ضمن پس دیروز امروز فردا شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه شامگاه عصر صبح
    بعدازظهر ظهر شب هفته درباره پیرامون سپس همزمان هم‌زمان بعد قبل پیش اخیرا اخیراً هنگام حین علیه میان بین را نسبت پیرو خطاب
    اگر چون زیرا چنانچه هنگامی وقتی آنگاه مقابل بدون"""
)
LINKS = words("و")
INDEFINITES = words("یک یکی برخی")
ANAPHORS = words("این")
BARE = True
UNREPORTED = words("")
ORDER = "sov"
CASED = False
