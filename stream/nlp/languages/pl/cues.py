"""Words that report in Polish. Forms are complete, since Polish is read without a parse."""

from stream.nlp.languages.tables import agreeing, by_act, conjugated, inflected, words

CUES = by_act(
    state="""poinformować_o informować_o powiedzieć mówić rzec oświadczyć oświadczać poinformować informować zaznaczyć zaznaczać podkreślić podkreślać
        dodać dodawać zauważyć zauważać stwierdzić stwierdzać twierdzić wskazać wskazywać przypomnieć przypominać
        wyjaśnić wyjaśniać tłumaczyć wytłumaczyć napisać pisać relacjonować zrelacjonować przekazać przekazywać podać
        podawać donieść donosić uważać sądzić ocenić oceniać przyznać przyznawać opowiedzieć opowiadać odpowiedzieć
        skomentować komentować zapewnić zapewniać przekonywać przekonać argumentować uściślić doprecyzować
        sprecyzować wyrazić wypowiedzieć_się kontynuować cytować zacytować zwrócić_uwagę zwracać_uwagę dać_do_zrozumienia
        wspomnieć wspominać ujawnić ujawniać raportować sugerować zasugerować szacować oszacować prognozować przewidywać
        opisać opisywać nazwać nazywać określić określać podsumować podsumowywać żartować zażartować skarżyć_się
        poskarżyć_się świadczyć pokazać wykazać wynikać zaapelować_o rekomendować zarekomendować zreferować meldować
        zameldować powtórzyć powtarzać deklarować zadeklarować uznać uznawać czytać wyliczać wyliczyć
        utrzymywać zwierzyć_się wyznać dopowiedzieć odnieść_się przedstawić zastrzec zastrzegać obwieścić""",
    ask="zapytać pytać spytać dopytywać zastanawiać_się",
    confirm="potwierdzić potwierdzać",
    deny="zaprzeczyć zaprzeczać zdementować dementować",
    accuse="oskarżyć oskarżać zarzucić zarzucać obwinić obwiniać",
    condemn="potępić potępiać skrytykować krytykować ubolewać",
    threaten="grozić zagrozić",
    warn="ostrzec_przed ostrzegać_przed ostrzec ostrzegać przestrzec przestrzegać alarmować zaalarmować",
    promise="obiecać obiecywać przyrzec przyrzekać gwarantować zagwarantować zobowiązać_się przysiąc",
    demand="żądać zażądać domagać_się wezwać wzywać zaapelować apelować prosić poprosić nakazać polecić postulować",
    announce="ogłosić ogłaszać zapowiedzieć zapowiadać zaproponować proponować proklamować",
    thank="podziękować dziękować",
    praise="pochwalić chwalić pogratulować gratulować powitać",
    agree="zgodzić_się zgadzać_się poprzeć zaakceptować",
    reject="odrzucić odrzucać odmówić odmawiać wykluczyć wykluczać",
    other="""myśleć mieć_nadzieję obawiać_się oczekiwać liczyć_na wątpić wierzyć spodziewać_się""",
)

_PARADIGMS = {
    "ować": "ował owała owało owali owały uje ują ujemy ując owano",
    "ywać": "ywał ywała ywało ywali ywały uje ują ujemy ując ywano",
    "dawać": "dawał dawała dawało dawali dawały daje dają dajemy dając dawano",
    "nawać": "nawał nawała nawało nawali nawały naje nają nając nawano",
    "ać": "ał ała ało ali ały a ają amy ając ano awszy",
    "ić": "ił iła iło ili iły i ią iąc iono iwszy",
    "yć": "ył yła yło yli yły y ą ąc ono ywszy",
    "ieć": "iał iała iało ieli iały iano",
    "eć": "ał ała ało eli ały",
    "nąć": "nął nęła nęło nęli nęły nie ną nięto",
}
FORMS = {
    **conjugated(CUES, _PARADIGMS),
    **inflected(
        {
            "powiedzieć": "powie powiedzą",
            "rzec": "rzekł rzekła rzekli rzecze",
            "odpowiedzieć": "odpowie",
            "ogłosić": "ogłoszono ogłosi ogłoszą",
            "donosić": "donoszą donosząc",
            "donieść": "doniósł doniosła doniosło donieśli doniosły doniesiono",
            "odnieść_się": "odniósł_się odniosła_się odnieśli_się",
            "pisać": "pisze piszą pisząc",
            "napisać": "napisze",
            "wskazać": "wskaże",
            "stwierdzić": "stwierdzono stwierdzając",
            "potwierdzić": "potwierdzono potwierdzą",
            "sądzić": "sądzą sądząc",
            "twierdzić": "twierdzą twierdząc",
            "wyrazić": "wyrażono",
            "grozić": "grożą grożąc",
            "prosić": "proszą prosząc",
            "ostrzec_przed": "ostrzegł_przed ostrzegła_przed ostrzegło_przed ostrzegli_przed ostrzegły_przed",
            "ostrzec": "ostrzegł ostrzegła ostrzegło ostrzegli ostrzegły ostrzeże",
            "przestrzec": "przestrzegł przestrzegła przestrzegli przestrzegły",
            "zastrzec": "zastrzegł zastrzegła zastrzegło zastrzegli zastrzegły",
            "przyrzec": "przyrzekł przyrzekła przyrzekli przyrzekły",
            "przysiąc": "przysiągł przysięgła przysięgli",
            "przyznać": "przyzna przyznają",
            "uznać": "uzna uznają",
            "mówić": "mówią mówiąc",
            "wspomnieć": "wspomni",
            "przypomnieć": "przypomni przypomną",
            "zapowiedzieć": "zapowie",
            "domagać_się": "domaga domagał domagała domagają",
            "poprzeć": "poparł poparła poparli poparły popiera popierają",
            "mieć_nadzieję": "ma_nadzieję miał_nadzieję miała_nadzieję mają_nadzieję mieli_nadzieję mamy_nadzieję",
            "dać_do_zrozumienia": "daje_do_zrozumienia dają_do_zrozumienia",
            "odmówić": "odmówią",
            "świadczyć": "świadczą świadczy",
            "wynikać": "wynika wynikało",
            "czytać": "czytamy",
            "myśleć": "myśli myślą",
        }
    ),
}

NOMINAL = words(
    """poinformować_o informować_o ostrzec_przed ostrzegać_przed potępić potępiać zaprzeczyć zaprzeczać zdementować dementować potwierdzić potwierdzać ogłosić ogłaszać zapowiedzieć
    zapowiadać odrzucić odrzucać skrytykować krytykować zażądać żądać domagać_się zaproponować proponować obiecać
    obiecywać wykluczyć wykluczać poprzeć zadeklarować deklarować wyrazić postulować zaapelować_o prognozować przewidywać
    zagwarantować"""
)
INFINITIVAL = words(
    """obiecać obiecywać przyrzec przyrzekać zobowiązać_się żądać zażądać wezwać wzywać prosić poprosić nakazać polecić
    grozić zagrozić zaproponować proponować odmówić odmawiać zgodzić_się zadeklarować deklarować"""
)
NOUNS = by_act(
    state="""oświadczenie oświadczeniu oświadczenia komunikat komunikacie opinia opinię opinii słowa stwierdzenie teza tezę
        wypowiedź wypowiedzi informacja informację informacje pogląd""",
    promise="obietnica obietnicę zapewnienie zapewnienia deklaracja deklarację",
    accuse="zarzut zarzuty oskarżenie oskarżenia",
    threaten="groźba groźbę groźby",
    warn="ostrzeżenie ostrzeżenia",
    demand="żądanie żądania apel wezwanie postulat",
    announce="ogłoszenie zapowiedź",
)
IMPERSONAL = ("li", "no", "to", "ają", "ują", "wynika", "czytamy")
ADVERBIAL = ("ąc", "wszy", "łszy")
TIMES = words(
    """poniedziałek wtorek środę czwartek piątek sobotę niedzielę poniedziałku wtorku środy czwartku piątku soboty niedzieli
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia dziś dzisiaj wczoraj
    rano wieczorem tygodnia miesiąca roku dzień dnia"""
)
NEGATIONS = words("nie ani nigdy")
COMPLEMENTIZERS = words("że iż żeby aby by czy jak dlaczego kiedy ile jakoby gdzie")
QUOTERS = words("cytować zacytować")
INTERROGATIVES = words("jak dlaczego kiedy ile gdzie")
CORRELATIVES = words("to tego temu tym")
NO_COMPLEMENTS = words("po przez mimo pomimo oprócz poza przed dzięki zamiast od")
TOPICS = words("o przed")
CONJUNCTIONS = words("i oraz a ale lub albo")
COMPARISONS = words("jak")
ANAPHORS = words("o_tym to o_sprawie o_zdarzeniu tak o_wszystkim informację_tę informację_o_tym")
CONDITIONS = words("jeśli jeżeli gdyby")
INFINITIVES = ("ć",)
MODALS = words("może mogą mógł mogła")
AUXILIARIES = words(
    """także również też wcześniej później już jeszcze potem następnie jednak dziś dzisiaj wczoraj się był była było byli
    jednocześnie zarazem ponadto dodatkowo m.in między innymi nie jasno oficjalnie publicznie osobiście ostatnio teraz
    zaś natomiast tymczasem i"""
)
OPENERS = words(
    """w we na z ze do od pod nad przy dla bez przez po przed między obok wśród wobec o oprócz poza podczas mimo pomimo zamiast
    dzięki wskutek ponad jeśli jeżeli gdyby choć chociaż bo ponieważ gdyż więc dlatego gdzie skąd dokąd który która które
    którego której których któremu którym którą którymi że żeby jak niż aby dziś dzisiaj wczoraj jutro teraz wtedy potem
    następnie także również natomiast jednak tymczasem jednocześnie ponadto według zgodnie u ku przeciw przeciwko
    wcześniej później już wczoraj dodatkowo kiedy gdy podobnie tak to"""
)
LINKS = words("i oraz z ze w we do spraw ds na przy")
SUBORDINATORS = words("który która które którego której których gdzie kiedy jeśli choć bo ponieważ gdyż więc aby żeby")
BARE = False
ORDER = "svo"
AGREEMENTS = agreeing(ms="ł", fs="ła", ns="ło", mfp="li", mfnp="ły ją ą", mfns="je a i")
