"""Words that report in Turkish. What was said stands in front of the verb, quoted or as a clause made a noun (geleceğini)."""

from stream.nlp.languages.tables import by_act, inflected, words
from stream.nlp.languages.tr.inflection import inflect

_STEMS = by_act(
    state="""söyle belirt açıkla vurgula bildir aktar kaydet savun anlat hatırlat anımsat ekle yaz yanıtla cevapla ifade_et iddia_et
        dile_getir öne_sür ileri_sür işaret_et dikkat_çek altını_çiz itiraf_et haber_ver paylaş yorumla değerlendir özetle
        not_et sözlerine_ekle beyan_et rapor_et ortaya_koy tespit_et ima_et hatırlat ifadesini_kullan ifadelerini_kullan
        sözlerini_kullan açıklamasını_yap açıklamasında_bulun değerlendirmesinde_bulun değerlendirmesini_yap yorumunu_yap
        şeklinde_konuş diye_konuş diye_yaz diye_ekle diye_belirt diye_sürdür diye_açıkla diye_cevapla diye_devam_et diye_anlat
        diye_yanıtla diye_vurgula cevabını_ver yanıtını_ver karşılığını_ver görüşünü_dile_getir görüşünü_savun
        iddiasında_bulun mesajını_ver mesajını_paylaş notunu_düş bilgisini_ver bilgisini_paylaş şeklinde_ifade_et şöyle_konuş
        şunları_kaydet şunları_söyle şunları_dile_getir""",
    ask="sor diye_sor sorusunu_yönelt",
    confirm="doğrula teyit_et onayla kabul_et",
    deny="yalanla inkar_et inkâr_et tekzip_et",
    accuse="suçla itham_et suçlamasında_bulun",
    condemn="kına eleştir lanetle",
    threaten="tehdit_et tehdidinde_bulun",
    warn="uyar ikaz_et uyarısında_bulun uyarısını_yap diye_uyar",
    promise="vaat_et söz_ver taahhüt_et garanti_et sözünü_ver sözü_ver vaadinde_bulun",
    demand="iste talep_et çağır öner rica_et emret çağrısında_bulun çağrısını_yap talebinde_bulun önerisinde_bulun",
    announce="duyur ilan_et müjdele",
    thank="teşekkür_et",
    praise="öv kutla tebrik_et",
    agree="destekle",
    reject="reddet geri_çevir",
    other="düşün um bekle tahmin_et ümit_et",
)
_PASSIVES = inflected(
    {
        "belirt": "belirtildi belirtiliyor",
        "bildir": "bildirildi bildiriliyor",
        "açıkla": "açıklandı açıklanıyor",
        "kaydet": "kaydedildi kaydediliyor",
        "vurgula": "vurgulandı vurgulanıyor",
        "aktar": "aktarıldı aktarılıyor",
        "ifade et": "ifade_edildi ifade_ediliyor",
        "duyur": "duyuruldu duyuruluyor",
        "hatırlat": "hatırlatıldı",
        "söyle": "söylendi söyleniyor",
        "iddia et": "iddia_edildi iddia_ediliyor",
        "öne sür": "öne_sürüldü öne_sürülüyor",
        "ileri sür": "ileri_sürüldü ileri_sürülüyor",
        "dile getir": "dile_getirildi dile_getiriliyor",
        "kabul et": "kabul_edildi",
        "haber ver": "haber_verildi",
        "savun": "savunuldu savunuluyor",
        "anlat": "anlatıldı anlatılıyor",
    }
)
_TABLE = {stem: inflect(stem) for stem in _STEMS}
CUES = {**_STEMS, "de": "state"}
FORMS = (
    {form: stem for stem, forms in _TABLE.items() for form in (*forms.said, *forms.participles, *forms.denied)}
    | _PASSIVES
    | inflected({"de": "dedi der diyor demiş dediler diyorlar diyerek diyen demedi demişti dedi_ki"})
)
DENIED = frozenset(form for forms in _TABLE.values() for form in forms.denied) | {"demedi"}
ATTRIBUTIVES = frozenset(form for forms in _TABLE.values() for form in forms.participles) | {"diyen"}
PASSIVES = frozenset(_PASSIVES)
MAKERS = words("tarafından")
NOMINAL = words(
    "doğrula yalanla kına eleştir reddet talep_et iste onayla destekle duyur ilan_et kabul_et inkar_et iddia_et"
)
NEGATIONS = words("değil")
QUOTATIVE = words("diye")
NOMINALISED = words(
    """dığı diği duğu düğü tığı tiği tuğu tüğü dığını diğini duğunu düğünü tığını tiğini tuğunu tüğünü dıkları dikleri dukları
    dükleri tıkları tikleri tukları tükleri dıklarını diklerini duklarını düklerini tıklarını tiklerini tuklarını tüklerini
    acağı eceği acağını eceğini acakları ecekleri acaklarını eceklerini ması mesi masını mesini maları meleri malarını
    melerini mak_üzere yacağını yeceğini gerektiği gerektiğini dığımı diğimi"""
)
"""Endings of a verb whose clause is what was said."""
AUXILIARIES = words("diye de da ise ayrıca daha sonra bir kez kez tekrar yeniden açıkça özellikle birlikte da bile")
CONJUNCTIONS = words("ve ayrıca ama ancak fakat ise")
OPENERS = words(
    """ayrıca ancak fakat ama öte_yandan bu buna bunun dün bugün yarın geçen pazartesi salı çarşamba perşembe cuma cumartesi pazar
    öte sonra önce daha yine diğer konuya konuyla toplantıda toplantının görüşmede açıklamada bunlar için ile gibi göre
    yaptığı düzenlediği katıldığı verdiği yayımladığı gönderdiği yazılı sosyal saat ardından sırasında"""
)
ANAPHORS = words("bunu")
AHEAD = words("şunları şöyle ki şu_ifadeleri şu")
"""Words that announce speech behind the verb."""
SETTINGS = (
    "açıklamasında", "açıklamada", "konuşmasında", "konuşmada", "toplantısında", "toplantıda", "röportajda", "röportajında",
    "mülakatta", "söyleşide", "mesajında", "mesajda", "paylaşımında", "paylaşımda", "programda", "programında", "yayında",
    "demecinde", "mektubunda", "mektupta", "raporunda", "raporda", "bildiride", "bildirisinde", "duyuruda", "ziyaretinde",
    "törende", "töreninde", "oturumda", "oturumunda", "yayınında", "cevapta", "yanıtta", "görüşmede", "görüşmesinde", "dün",
    "bugün", "sonra", "sırasında", "önce", "salı", "pazartesi", "çarşamba", "perşembe", "cuma", "cumartesi", "günü",
    "sonrasında", "öncesinde", "ardından", "hesabından", "karşılık", "ise", "ilişkin", "hakkında", "dair", "gazetecilere",
    "muhabirine", "ajansına", "basına", "ilgili", "yanıtlarken", "konuşurken", "ederek", "olarak", "yazısında",
    "televizyonda", "iken", "ayrıca", "özellikle", "konuda", "sorusuna", "soruya", "kongresinde", "mitinginde", "forumunda",
    "zirvesinde", "kanalında", "kanalına", "gazetesine",
)  # fmt: skip
LINKS = words("ve ile")
INDEFINITES = words("bir bazı")
ORDER = "sov"
