"""Polish pronouns and the nouns that take up somebody named before, in their case forms."""

from stream.nlp.languages.tables import declined, words

PRONOUNS = {
    "on": "ms",
    "ona": "fs",
    "oni": "mp",
    "one": "fnp",
    "ono": "ns",
    "ten": "ms",
    "ta": "fs",
}
OBLIQUES = {
    "jego": "ms",
    "jej": "fs",
    "ich": "mfp",
    "niego": "ms",
    "niej": "fs",
    "nich": "mfp",
}
RELATIVES = words("który która które którzy kto jaki jaka jakie jacy co ile")
_MASCULINE = {
    "": "a owi em ie u",
    "k": "ka kowi kiem ku",
    "g": "ga gowi giem gu",
    "ec": "ca cowi cem cu",
    "er": "era erowi erem erze",
    "or": "ora orowi orem orze",
    "t": "ta towi tem cie",
    "el": "ela elowi elem elu",
    "arz": "arza arzowi arzem arzu",
    "eł": "ła łowi łem le",
}
_FEMININE = {
    "a": "y ie ę ą",
    "ka": "ki ce kę ką",
    "ca": "cy cę cą",
    "ni": "nię nią",
    "ja": "ji ję ją",
    "ia": "ii ię ią",
    "ra": "ry rze rę rą",
    "ta": "ty cie tę tą",
}
_NEUTER = {"o": "a u em ie", "nie": "nia niu niem"}
_SINGULAR = {**_MASCULINE, **_FEMININE, **_NEUTER}
_PLURAL = {
    "y": "ów om ami ach",
    "i": "ów om ami ach",
    "e": "y om ami ach",
    "owie": "ów om ami ach",
    "cy": "ców com cami cach ków kom kami kach",
    "ci": "tów tom tami tach",
}

REFERENTS = {
    **dict.fromkeys(
        declined(
            """prezydent prezydentka minister ministra premier kanclerz szef szefowa lider liderka rzecznik rzeczniczka dyrektor
            dyrektorka poseł posłanka senator senatorka burmistrz wójt starosta wojewoda gubernator adwokat prawnik generał
            pułkownik dyplomata ambasador ambasadorka sekretarz kandydat kandydatka polityk polityczka analityk analityczka
            ekspert ekspertka prokurator król królowa politolog urzędnik marszałek wicemarszałek wiceminister wicepremier
            przewodniczący przewodnicząca komendant dowódca trener trenerka aktor aktorka piosenkarka piosenkarz pisarz
            dziennikarz dziennikarka ekonomista ekonomistka policjant policjantka strażak biskup arcybiskup papież profesor
            naukowiec badacz badaczka lekarz lekarka sędzia historyk autor autorka reżyser przedsiębiorca mężczyzna kobieta
            kierowca doradca prezes wiceprezes szefowa zawodnik zawodniczka polityk eurodeputowany eurodeputowana europoseł
            europosłanka kierownik kierowniczka ksiądz radny radna komisarz świadek matka ojciec pełnomocnik""",
            _SINGULAR,
        )
        | words(
            """ministrem ministrowi ministrze premierem premierze prezydencie posła posłem sędziego sędzią przewodniczącego
            przewodniczącej radnego radnej papieża""",
        ),
        "person",
    ),
    **dict.fromkeys(
        declined(
            """organizacja agencja firma spółka grupa stowarzyszenie partia ruch resort instytucja fundacja związek liga bank
            instytut federacja gazeta magazyn kanał portal stacja klub holding przedsiębiorstwo operator przewoźnik""",
            _SINGULAR,
        ),
        "organization",
    ),
}
BODIES = declined(
    """ministerstwo rząd policja armia sąd rada komitet komisja kancelaria prokuratura parlament senat sejm ambasada biuro
    urząd sztab ratusz centrum kraj śledztwo wywiad służba zarząd dowództwo straż kuria komenda inspekcja inspektorat
    starostwo magistrat wojsko msz mon mswia mz cba abw cbś nik npb gus nbp rpo knf imgw kgp pkp pkn nfz onz nato ue kreml
    pentagon departament wojewoda szpital uniwersytet uczelnia politechnika rcb gddkia pgnig cbśp kprp kprm tsue krrit""",
    {**_SINGULAR, "d": "du dowi dem dzie", "ura": "ury urze urę urą"},
)
GROUPS = declined(
    """mieszkańcy analitycy eksperci świadkowie demonstranci obserwatorzy aktywiści posłowie senatorowie naukowcy lekarze krytycy
    ekonomiści prawnicy śledczy dyplomaci sąsiedzi zwolennicy wyborcy przeciwnicy dziennikarze specjaliści ratownicy
    strażacy policjanci żołnierze prokuratorzy urzędnicy medycy związkowcy rolnicy rodzice historycy uczestnicy badacze
    synoptycy organizatorzy politycy ministrowie przedstawiciele funkcjonariusze naoczni autorzy komentatorzy obrońcy
    urzędniczki radni deweloperzy przedsiębiorcy""",
    _PLURAL,
) | words("władze władz władzom władzami służby służb media mediów rebelianci talibowie")
DROPS_SUBJECTS = True
