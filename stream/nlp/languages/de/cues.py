"""Words that report in German. Forms are complete, since German is read without a parse; "gab an" is a separable verb."""

from stream.nlp.languages.tables import by_act, inflected, words

CUES = by_act(
    state="""sagen erklären mitteilen betonen berichten äußern meinen hinzufügen ergänzen feststellen angeben schreiben
        antworten behaupten erzählen darlegen unterstreichen hervorheben hinweisen verweisen kommentieren einräumen
        zugeben schildern erläutern bemerken anmerken versichern argumentieren formulieren twittern resümieren melden
        vermelden aussagen ausführen begründen bezeichnen nennen beschreiben zitieren wissen_lassen so verraten
        enthüllen vermuten schätzen zeigen ergeben beklagen klagen bedauern sprechen_von prognostizieren aufzeigen
        darstellen charakterisieren werten einschätzen beteuern bekunden informieren erwähnen erinnern heißen lauten
        rechtfertigen schlussfolgern folgern zusammenfassen konstatieren veröffentlichen bekannt_geben bekanntgeben
        bekannt_machen beschwören vertreten vorrechnen zu_bedenken_geben
        fortfahren entgegnen verlauten spekulieren eingestehen gestehen rufen""",
    ask="fragen nachfragen hinterfragen",
    confirm="bestätigen bekräftigen",
    deny="bestreiten dementieren leugnen widersprechen zurückweisen",
    accuse="vorwerfen beschuldigen anprangern bezichtigen",
    condemn="verurteilen kritisieren bemängeln rügen monieren beanstanden",
    threaten="drohen androhen",
    warn="warnen mahnen",
    promise="versprechen zusichern zusagen garantieren schwören",
    demand="fordern verlangen auffordern appellieren bitten plädieren anmahnen anordnen aufrufen raten empfehlen",
    announce="ankündigen verkünden bekanntgegeben vorschlagen proklamieren",
    thank="danken bedanken",
    praise="loben begrüßen gratulieren würdigen",
    agree="zustimmen befürworten",
    reject="ablehnen ausschließen",
    other="glauben hoffen fürchten befürchten erwarten rechnen_damit davon_ausgehen denken zweifeln bezweifeln wünschen",
)

FORMS = inflected(
    {
        "sagen": "sagt sagte sagten sagen gesagt",
        "erklären": "erklärt erklärte erklärten erklären",
        "mitteilen": "teilte_mit teilten_mit teilt_mit teilen_mit mitteilte mitteilten mitteilt mitgeteilt",
        "betonen": "betont betonte betonten betonen",
        "berichten": "berichtet berichtete berichteten berichten",
        "äußern": "äußert äußerte äußerten äußern geäußert",
        "meinen": "meint meinte meinten meinen",
        "hinzufügen": "fügte_hinzu fügt_hinzu fügten_hinzu hinzufügte hinzugefügt",
        "ergänzen": "ergänzt ergänzte ergänzten",
        "feststellen": "stellte_fest stellt_fest stellten_fest feststellte festgestellt",
        "angeben": "gab_an gibt_an gaben_an geben_an angab angaben angegeben",
        "schreiben": "schreibt schrieb schrieben schreiben geschrieben",
        "antworten": "antwortet antwortete antworteten geantwortet",
        "behaupten": "behauptet behauptete behaupteten behaupten",
        "erzählen": "erzählt erzählte erzählten",
        "darlegen": "legte_dar legt_dar legten_dar dargelegt",
        "unterstreichen": "unterstreicht unterstrich unterstrichen",
        "hervorheben": "hob_hervor hebt_hervor hoben_hervor hervorgehoben",
        "hinweisen": "wies_darauf_hin weist_darauf_hin wiesen_darauf_hin wies_hin weist_hin wiesen_hin hinwies hingewiesen",
        "verweisen": "verweist verwies verwiesen",
        "kommentieren": "kommentiert kommentierte kommentierten",
        "einräumen": "räumte_ein räumt_ein räumten_ein eingeräumt",
        "zugeben": "gab_zu gibt_zu gaben_zu zugegeben",
        "schildern": "schildert schilderte schilderten geschildert",
        "erläutern": "erläutert erläuterte erläuterten",
        "bemerken": "bemerkt bemerkte bemerkten",
        "anmerken": "merkte_an merkt_an angemerkt",
        "versichern": "versichert versicherte versicherten",
        "argumentieren": "argumentiert argumentierte argumentierten",
        "formulieren": "formuliert formulierte formulierten",
        "twittern": "twittert twitterte getwittert",
        "resümieren": "resümiert resümierte",
        "melden": "meldet meldete meldeten gemeldet",
        "vermelden": "vermeldet vermeldete vermeldeten",
        "aussagen": "sagte_aus sagten_aus sagt_aus ausgesagt",
        "ausführen": "führte_aus führt_aus ausgeführt",
        "begründen": "begründet begründete begründeten",
        "bezeichnen": "bezeichnet bezeichnete bezeichneten bezeichnen",
        "nennen": "nannte nennt nannten",
        "beschreiben": "beschreibt beschrieb beschrieben",
        "zitieren": "zitiert zitierte zitierten",
        "so": "so",
        "verraten": "verriet verrät verraten",
        "enthüllen": "enthüllt enthüllte enthüllten",
        "vermuten": "vermutet vermutete vermuteten vermuten",
        "schätzen": "schätzt schätzte schätzten schätzen",
        "zeigen": "zeigt zeigte zeigten zeigen",
        "ergeben": "ergab ergibt ergaben",
        "beklagen": "beklagt beklagte beklagten",
        "klagen": "klagt klagte klagten",
        "bedauern": "bedauert bedauerte bedauerten",
        "prognostizieren": "prognostiziert prognostizierte",
        "charakterisieren": "charakterisiert charakterisierte",
        "werten": "wertet wertete werteten",
        "beteuern": "beteuert beteuerte beteuerten",
        "bekunden": "bekundet bekundete bekundeten",
        "informieren": "informiert informierte informierten",
        "erwähnen": "erwähnt erwähnte",
        "erinnern": "erinnert erinnerte erinnerten",
        "lauten": "lautet lautete lauten",
        "heißen": "heißt_es hieß_es",
        "schlussfolgern": "schlussfolgert schlussfolgerte",
        "folgern": "folgert folgerte",
        "konstatieren": "konstatiert konstatierte",
        "bekanntgeben": "gab_bekannt gibt_bekannt gaben_bekannt geben_bekannt bekanntgab bekannt_gab bekanntgegeben bekannt_gegeben",
        "bekannt_machen": "machte_bekannt",
        "vertreten": "vertrat vertritt",
        "zu_bedenken_geben": "gab_zu_bedenken gibt_zu_bedenken gaben_zu_bedenken",
        "fortfahren": "fuhr_fort fährt_fort fuhren_fort",
        "entgegnen": "entgegnet entgegnete entgegneten",
        "verlauten": "verlautete verlautet verlauten",
        "spekulieren": "spekuliert spekulierte spekulierten",
        "eingestehen": "gestand_ein gesteht_ein gestanden_ein eingestanden",
        "gestehen": "gestand gesteht gestanden",
        "rufen": "rief riefen",
        "fragen": "fragt fragte fragten gefragt",
        "bestätigen": "bestätigt bestätigte bestätigten bestätigen",
        "bekräftigen": "bekräftigt bekräftigte bekräftigten",
        "bestreiten": "bestreitet bestritt bestritten bestreiten",
        "dementieren": "dementiert dementierte dementierten",
        "leugnen": "leugnet leugnete leugneten",
        "widersprechen": "widerspricht widersprach widersprachen",
        "zurückweisen": "wies_zurück weist_zurück wiesen_zurück zurückgewiesen zurückwies",
        "vorwerfen": "warf_vor wirft_vor warfen_vor werfen_vor vorgeworfen vorwarf",
        "beschuldigen": "beschuldigt beschuldigte beschuldigten",
        "anprangern": "prangerte_an prangert_an",
        "verurteilen": "verurteilte verurteilten",
        "kritisieren": "kritisiert kritisierte kritisierten kritisieren",
        "bemängeln": "bemängelt bemängelte bemängelten",
        "rügen": "rügt rügte",
        "monieren": "moniert monierte",
        "drohen": "droht drohte drohten gedroht",
        "androhen": "drohte_an",
        "warnen": "warnt warnte warnten warnen gewarnt",
        "mahnen": "mahnt mahnte mahnten",
        "versprechen": "verspricht versprach versprachen versprochen",
        "zusichern": "sicherte_zu sichert_zu zugesichert",
        "zusagen": "sagte_zu sagt_zu zugesagt",
        "garantieren": "garantiert garantierte",
        "fordern": "fordert forderte forderten fordern gefordert",
        "verlangen": "verlangt verlangte verlangten verlangen",
        "auffordern": "forderte_auf fordert_auf forderten_auf aufgefordert",
        "appellieren": "appelliert appellierte appellierten",
        "bitten": "bat baten bittet gebeten",
        "plädieren": "plädiert plädierte plädierten",
        "aufrufen": "rief_dazu_auf ruft_dazu_auf riefen_dazu_auf rief_auf ruft_auf riefen_auf aufgerufen",
        "anordnen": "ordnete_an ordnet_an angeordnet",
        "raten": "riet rät rieten",
        "empfehlen": "empfiehlt empfahl empfahlen empfohlen",
        "ankündigen": "kündigte_an kündigt_an kündigten_an kündigen_an ankündigte ankündigten angekündigt",
        "verkünden": "verkündet verkündete verkündeten",
        "vorschlagen": "schlug_vor schlägt_vor schlugen_vor vorgeschlagen",
        "danken": "dankt dankte dankten gedankt",
        "bedanken": "bedankt bedankte bedankten",
        "loben": "lobt lobte lobten gelobt",
        "begrüßen": "begrüßt begrüßte begrüßten",
        "gratulieren": "gratuliert gratulierte",
        "würdigen": "würdigt würdigte",
        "zustimmen": "stimmte_zu stimmt_zu stimmten_zu",
        "befürworten": "befürwortet befürwortete",
        "ablehnen": "lehnte_ab lehnt_ab lehnten_ab abgelehnt",
        "ausschließen": "schloss_aus schließt_aus schlossen_aus ausgeschlossen",
        "glauben": "glaubt glaubte glaubten",
        "hoffen": "hofft hoffte hofften hoffen",
        "fürchten": "fürchtet fürchtete fürchten",
        "befürchten": "befürchtet befürchtete befürchten befürchteten",
        "erwarten": "erwartet erwartete erwarten erwarteten",
        "rechnen_damit": "rechnet_damit rechnete_damit rechnen_damit",
        "davon_ausgehen": "ging_davon_aus geht_davon_aus gingen_davon_aus gehen_davon_aus",
        "denken": "denkt dachte denken",
        "bezweifeln": "bezweifelt bezweifelte bezweifeln",
    }
)

NOMINAL = words(
    """ankündigen bestätigen bestreiten dementieren zurückweisen verurteilen kritisieren fordern verlangen begrüßen ablehnen
    ausschließen prognostizieren erwarten vorschlagen verkünden bekanntgeben befürchten versprechen loben bedauern"""
)
NOUNS = by_act(
    state="Ansicht Meinung Auffassung Behauptung Aussage Äußerung".lower(),
    announce="ankündigung",
    accuse="vorwurf",
    demand="forderung",
    warn="warnung",
)
NEGATIONS = words("nicht nie niemals kein keine keinen")
COMPLEMENTIZERS = words("dass daß ob wie warum weshalb")
AUXILIARIES = words(
    """hat hatte haben hatten habe wurde ist sei sich dies damit außerdem zudem auch jedoch aber dagegen ferner weiter
    zuvor später nun dazu allerdings indes derweil gestern heute unterdessen daraufhin bereits nochmals erneut"""
)
CONJUNCTIONS = words("und oder sowie aber")
OPENERS = words(
    """in im am an auf aus bei beim mit nach vor vom von zu zum zur über unter für gegen seit während wegen durch um trotz
    zwischen ab laut gemäß gestern heute inzwischen außerdem zudem dabei dazu damit daher darin dann danach später zuvor
    unterdessen ferner weiter weiterhin auch nun jetzt so hier dort als wenn nachdem obwohl dass da wie anschließend
    allerdings jedoch indes doch aber und oder bisher bislang schon erst nur zugleich gleichzeitig darüber
    offenbar bereits insgesamt gegenüber ohne innerhalb außerhalb statt per pro je samt aufgrund angesichts
    anlässlich mithilfe hinsichtlich bezüglich sich binnen entgegen neben hinter unterhalb oberhalb nahe deshalb deswegen dennoch trotzdem schließlich zunächst"""
)
ANAPHORS = words("das dies")
ATTACHED = words("so")
MOODS = words(
    """sei seien habe werde könne müsse solle wolle dürfe gebe gehe komme bleibe stehe liege bestehe handle handele
    lasse mache sehe nehme wisse brauche finde führe bringe halte gelte hätten würden seiest zeige treffe sehe"""
)
SUBORDINATORS = words(
    """wo wobei während nachdem als weil da wenn obwohl sodass damit bevor bis seit indem womit wodurch worauf wie und was
    darunter insbesondere vor sowie aber sondern zumal"""
)
BARE = True
COMPARISONS = words("wie")
ORDER = "v2"
LINKS = words("der des von vom den dem die das und für zum zur einer eines einem ein eine im in am aus")
ARTICLES = {"der": "m", "die": "f"}
INDEFINITES = words("ein eine einer einem einen")
DETERMINERS = words(
    "der die das ein eine einer dieser diese dieses mehrere viele einige zahlreiche manche sein seine ihr ihre"
)
COMPOUNDS = True
PERFECTS = words("hat hatte haben hatten habe hätten wurde wurden war waren")
