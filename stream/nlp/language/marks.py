"""Words that tell a language from its nearest relative, where letters alone do not.

Function words, months, days and everyday words that the one writes and the other writes otherwise.
"""

import re
from collections.abc import Mapping
from typing import Final

MARKS: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split())
    for language, words in {
        "ms": "tak nak macam jumpa tengok kerana bahawa beliau daripada ialah wang kereta polis hospital "
        "pejabat syarikat "
        "kerajaan berbeza isnin khamis jumaat ahad mac jun julai ogos disember universiti kualiti aktiviti "
        "selepas apabila rasmi inggeris eropah sepanyol jepun muzik filem televisyen pelakon "
        "kelab jurulatih perlawanan ubat doktor akhbar tentera tarikh nombor kaedah fizik tenaga jawapan soalan "
        "penyelidikan "
        "bahagian mahkamah parti pensyarah mesyuarat maklumat boleh "
        "lelaki awak sahaja kawan telefon bercakap cakap kasut guna beritahu hendak cuba mahu jika manakala "
        "iaitu kedai "
        "tandas percuma esok ringgit menerusi peratus peringkat antarabangsa ekoran",
        "id": "karena bahwa uang mobil polisi kantor perusahaan pemerintah berbeda senin kamis jumat minggu "
        "maret juni juli "
        "agustus desember universitas kualitas aktivitas setelah resmi inggris eropa serikat spanyol jepang "
        "prancis kabupaten "
        "kecamatan gubernur bupati dosen dokter obat koran musik sutradara klub pelatih pertandingan tentara "
        "tewas korban "
        "tanggal nomor kode metode fisik energi listrik jawaban pertanyaan penelitian bagian terjadi pengadilan "
        "partai pemilu "
        "memiliki mengatakan ujar tutur para sebuah saat situs diposting unduh tapi bisa pria coba mau "
        "sedangkan yaitu toko gratis besok sore kapan "
        "silakan rupiah persen internasional sepeda kalian kalau butuh cowok cewek nggak gak kok ngomong "
        "provinsi teman "
        "berbicara beda telepon ponsel",
        "bs": "historija historije historijski evropa evrope evropi evropski evropske evropskih ko neko niko "
        "svako tačno "
        "tačan saradnja saradnje saradnju vijeka vijeku perioda periodu naročito univerzitet univerziteta "
        "univerzitetu pozorište fabrika "
        "fabrike učestvuje učestvovao nezavisnost zvanično saobraćaj preduzeće takmičenje takmičenja računar "
        "računari reditelj "
        "kiseonik vodonik odbrana odbrane izvještaj desio desila dešava španija španije ćelija ćelije kanton "
        "kantona tokom sa "
        "hiljada hiljade hiljadu sedmica sedmice sedmicu januar januara februar februara "
        "mart marta april aprila maj maja juni juna juli jula august augusta septembar septembra oktobar "
        "oktobra novembar "
        "novembra decembar decembra finansije finansijski porodica porodice porodicu fudbal muzika muzike "
        "sistem sistema "
        "lahko kahva kahvu bosne bosni sarajevo sarajevu opština hemija avion stepen stepeni uslov uslovi "
        "uslove takođe "
        "vještačka prijatan voz vozom supa hljeb šta dole gore sretno sport općina nauka nauke",
        "hr": "povijest povijesti povijesni europa europe europi europski europske europskih tko netko nitko "
        "svatko točno "
        "točan suradnja suradnje suradnju stoljeća stoljeću razdoblje razdoblja razdoblju osobito sveučilište "
        "kazalište tvornica sudjeluje promet "
        "poduzeće natjecanje natjecanja računalo računala redatelj kisik vodik obrana obrane dogodio događa "
        "županija županije "
        "tisuća tisuće tisuću tjedan tjedna siječnja siječanj veljače veljača ožujka "
        "ožujak travnja travanj svibnja svibanj lipnja lipanj srpnja srpanj kolovoza kolovoz rujna rujan "
        "listopada listopad "
        "studenoga studeni prosinca prosinac financije financijski obitelj obitelji nogomet glazba glazbe "
        "sustav sustava "
        "hrvatska hrvatske hrvatskoj zagreb zagrebu kemija zrakoplov stupanj stupnjeva uvjet uvjeti uvjete "
        "također vlak "
        "kruh što juha znanost znanosti uporaba uporabe natječaj kolodvor glede tijekom",
        "nn": "ikkje eg kva kvar kven korleis kvifor frå nokon noko nokre eit dei vera vere ein berre mykje "
        "sjølv òg vart "
        "gjere gjer me ho hjå difor utan kjem kome desse denne mellom ikring hovud leik leiar sidan vore ho "
        "høyrer veit "
        "heile fleire meir gjennom noreg òg kvart eitt ingen anna skulle vil seier seie gong",
        "nb": "ikke jeg hva hvor hvem hvordan hvorfor fra noen noe et de være en bare mye selv ble gjøre gjør "
        "hun hos "
        "derfor uten kommer komme disse omkring hode lek leder siden vært hører vet hele flere mer norge hvert "
        "ett annet "
        "sier si gang uke uken skole skolen hjem hvis første mens fortsatt tjeneste tjenester kirke kirken "
        "sykehus tidligere "
        "videre begynte begynner høsten sammen nå oss",
        "hi": "है हैं का की के में और ने से को पर था थे थी यह वह नहीं हुआ हुई हुए लिए साथ भी कि रहा रही रहे गया "
        "गई गए करने करते होता "
        "इस उस एवं अपने किया बाद द्वारा कुछ तक",
        "mr": "आहे आहेत आणि च्या या मध्ये होते होती नाही केले केली झाले झाली त्या त्यांनी येथे साठी असे असून मी "
        "आपण काही करून म्हणून "
        "म्हणाले पण यांनी यांच्या त्याच्या करण्यात आले आली",
    }.items()
}
"""Language to words, lower case, that its relative does not have, or has more seldom."""
LETTERS: Final[Mapping[str, str]] = {"mk": "ѓќѕ", "sr": "ђћ", "bg": "ъщюя"}
"""Letters that a language has and the others of its group lack."""
RELATIVES: Final = (
    frozenset({"ms", "id"}),
    frozenset({"bs", "hr"}),
    frozenset({"nn", "nb"}),
    frozenset({"hi", "mr"}),
    frozenset({"mk", "sr", "bg"}),
)
_WORD: Final = re.compile(r"[^\W\d_][\w\u0900-\u097f]*")
_FACTOR: Final = 4.0
"""How many times likelier each word or letter of its own makes a language."""
_MOST: Final = 4


def weighed(scores: Mapping[str, float], text: str) -> dict[str, float]:
    """The scores, with those of near relatives shared out anew by the words and letters that only one of them has."""
    found = dict(scores)
    best = max(found, key=lambda code: found[code], default=None)
    group = next((group for group in RELATIVES if best in group), None)
    if group is None:
        return found
    lower = text.lower()
    words = set(_WORD.findall(lower))
    marks = {code: _marks(code, group, words, lower) for code in group}
    least = min(marks.values())
    whole = sum(found.get(code, 0.0) for code in group)
    share = {
        code: max(found.get(code, 0.0), 0.1 * whole) * _FACTOR ** min(_MOST, count - least)
        for code, count in sorted(marks.items())
        if max(marks.values()) > least
    }
    total = sum(share.values())
    return found | {code: whole * value / total for code, value in share.items()}


def _marks(code: str, group: frozenset[str], words: set[str], text: str) -> int:
    others = frozenset[str]().union(*(MARKS.get(other, frozenset()) for other in group if other != code))
    return len(words & (MARKS.get(code, frozenset()) - others)) + sum(map(text.count, LETTERS.get(code, "")))
