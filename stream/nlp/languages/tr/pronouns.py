"""Turkish pronouns and the nouns that take up somebody named before."""

from stream.nlp.languages.tables import words

PRONOUNS = {"o": "mfs", "onlar": "mfp", "kendisi": "mfs", "kendileri": "mfp", "ikili": "mfp"}
REFERENTS = {
    **dict.fromkeys(
        words(
            """müdür müdürü yönetmen yönetmeni avukat avukatı profesör prof._dr. doktor dr. doç._dr. öğretmen hekim rektör rektörü
            dekan hoca teknik_direktör antrenör futbolcu oyuncu yazar kaptan muhtar kaymakam emniyet_müdürü yönetim_kurulu_başkanı
            ceo patron sahibi kurucusu gazeteci araştırmacı siyasetçi adayı aday eşi annesi babası tanığı sürücü pilot
            koordinatörü direktörü sekreteri üyesi temsilcisi mühendis mühendisi uzmanı çiftçi kadın adam genç müzisyen"""
        ),
        "person",
    ),
    **dict.fromkeys(
        words(
            """şirket şirketi kurum kurumu örgüt örgütü parti partisi hükümet hükümeti bakanlık bakanlığı belediye belediyesi
            üniversite üniversitesi dernek derneği vakıf vakfı banka bankası sendika sendikası komisyon komisyonu kulüp kulübü
            mahkeme mahkemesi savcılık savcılığı valilik valiliği başkanlık başkanlığı müdürlüğü ajans ajansı konsey konseyi
            birlik birliği oda odası meclis kurul kurulu federasyon federasyonu emniyet ordu holding afad"""
        ),
        "organization",
    ),
}
BODIES = words("bakanlık bakanlığı komisyon mahkeme belediye banka valilik savcılık üniversite sendika")
GROUPS = words(
    """uzmanlar analistler gözlemciler yetkililer işçiler köylüler çiftçiler öğrenciler vatandaşlar aktivistler bilim_insanları
    araştırmacılar ekonomistler muhalifler eylemciler avukatlar doktorlar tanıklar milletvekilleri liderler bakanlar
    aileler esnaf sakinler mahalleliler muhalefet uzmanlarına yetkililerine kaynaklarına tanıklarına üyelerine sakinlerine uzmanlara yetkililere kaynaklara analistlere tanıklara görgü_tanıklarına
    ekonomistlere gözlemcilere araştırmacılara bilim_insanlarına doktorlara muhalefete diplomatlara"""
)
DROPS_SUBJECTS = True
