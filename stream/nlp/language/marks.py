"""Words that tell a language from its nearest relative, where letters alone do not.

Function words, months, days and everyday words that the one writes and the other writes otherwise.
"""

import re
from collections.abc import Mapping
from typing import Final

MARKS: Final[Mapping[str, frozenset[str]]] = {
    language: frozenset(words.split())
    for language, words in {
        "ms": "tak nak macam jumpa tengok kerana bahawa beliau daripada ialah wang kereta polis hospital pejabat syarikat "
        "kerajaan berbeza isnin khamis jumaat ahad mac jun julai ogos disember universiti kualiti aktiviti maklumat boleh "
        "lelaki awak sahaja kawan telefon bercakap cakap kasut guna beritahu hendak cuba mahu jika manakala iaitu kedai "
        "tandas percuma esok ringgit menerusi peratus peringkat antarabangsa ekoran",
        "id": "karena bahwa uang mobil polisi kantor perusahaan pemerintah berbeda senin kamis jumat minggu maret juni juli "
        "agustus desember universitas kualitas aktivitas bisa pria coba mau sedangkan yaitu toko gratis besok sore kapan "
        "silakan rupiah persen internasional sepeda kalian kalau butuh cowok cewek nggak gak kok ngomong provinsi teman "
        "berbicara beda telepon ponsel",
        "bs": "historija historije historijski evropa evrope evropi evropski evropske evropskih ko neko niko svako tačno "
        "tačan saradnja saradnje saradnju hiljada hiljade hiljadu sedmica sedmice sedmicu januar januara februar februara "
        "mart marta april aprila maj maja juni juna juli jula august augusta septembar septembra oktobar oktobra novembar "
        "novembra decembar decembra finansije finansijski porodica porodice porodicu fudbal muzika muzike sistem sistema "
        "lahko kahva kahvu bosne bosni sarajevo sarajevu opština hemija avion stepen stepeni uslov uslovi uslove takođe "
        "vještačka prijatan voz vozom supa hljeb šta dole gore sretno sport općina stanica stanice nauka nauke",
        "hr": "povijest povijesti povijesni europa europe europi europski europske europskih tko netko nitko svatko točno "
        "točan suradnja suradnje suradnju tisuća tisuće tisuću tjedan tjedna siječnja siječanj veljače veljača ožujka "
        "ožujak travnja travanj svibnja svibanj lipnja lipanj srpnja srpanj kolovoza kolovoz rujna rujan listopada listopad "
        "studenoga studeni prosinca prosinac financije financijski obitelj obitelji nogomet glazba glazbe sustav sustava "
        "hrvatska hrvatske hrvatskoj zagreb zagrebu kemija zrakoplov stupanj stupnjeva uvjet uvjeti uvjete također vlak "
        "kruh što juha znanost znanosti uporaba uporabe natječaj kolodvor glede tijekom",
        "nn": "ikkje eg kva kvar kven korleis kvifor frå nokon noko nokre eit dei vera vere ein berre mykje sjølv òg vart "
        "gjere gjer me ho hjå difor utan kjem kome desse denne mellom ikring hovud leik leiar sidan vore ho høyrer veit "
        "heile fleire meir gjennom noreg òg kvart eitt ingen anna skulle vil seier seie gong",
        "nb": "ikke jeg hva hvor hvem hvordan hvorfor fra noen noe et de være en bare mye selv også ble gjøre gjør hun hos "
        "derfor uten kommer komme disse omkring hode lek leder siden vært hører vet hele flere mer norge hvert ett annet "
        "sier si gang etter ved mellom dette",
    }.items()
}
"""Language to words, lower case, that its relative does not have, or has more seldom."""
RELATIVES: Final = (frozenset({"ms", "id"}), frozenset({"bs", "hr"}), frozenset({"nn", "nb"}))
_WORD: Final = re.compile(r"[^\W\d_]+")
_FACTOR: Final = 4.0
"""How many times likelier each word of its own makes a language."""
_MOST: Final = 4


def weighed(scores: Mapping[str, float], text: str) -> dict[str, float]:
    """The scores, with those of near relatives shared out anew by the words that only one of them has."""
    found = dict(scores)
    best = max(found, key=lambda code: found[code], default=None)
    pair = next((pair for pair in RELATIVES if best in pair), None)
    if pair is None:
        return found
    words = {word.lower() for word in _WORD.findall(text)}
    one, other = sorted(pair)
    lead = len(words & (MARKS[one] - MARKS[other])) - len(words & (MARKS[other] - MARKS[one]))
    if lead:
        whole = found.get(one, 0.0) + found.get(other, 0.0)
        share = {code: max(found.get(code, 0.0), 0.1 * whole) for code in pair}
        share[one] *= _FACTOR ** max(-_MOST, min(_MOST, lead))
        total = sum(share.values())
        found |= {code: whole * value / total for code, value in share.items()}
    return found
