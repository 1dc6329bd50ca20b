"""Words that report in Portuguese, which is read without a parse: verbs with the forms in which the press uses them."""

from stream.nlp.languages.pt.verbs import IRREGULAR, IRREGULAR_PARTICIPLES, PARTICIPLE_ENDINGS, REGULAR_ENDINGS
from stream.nlp.languages.tables import by_act, conjugated, inflected, words

CUES = by_act(
    state="""dizer afirmar declarar assegurar explicar acrescentar adiantar referir sublinhar salientar destacar ressaltar
        enfatizar frisar realçar indicar apontar observar comentar relatar contar narrar recordar lembrar relembrar revelar
        informar comunicar noticiar reportar esclarecer precisar especificar detalhar pormenorizar mencionar citar argumentar
        alegar sustentar defender considerar estimar avaliar julgar opinar ponderar reconhecer admitir confessar concluir
        resumir responder replicar rebater retorquir escrever publicar tuitar postar lamentar insistir reiterar repetir
        prosseguir continuar completar finalizar emendar disparar ironizar brincar justificar descrever definir classificar
        qualificar manifestar expressar exprimir expor prever projetar vaticinar calcular sugerir insinuar testemunhar
        constatar notar assinalar evidenciar deixar_claro fazer_saber dar_a_conhecer dar_conta entender
        dizer-se_convencido queixar-se reclamar gabar-se divulgar chamar_a_atenção pronunciar-se ler-se mostrar
        desabafar exclamar sentenciar discursar arguir aduzir transmitir contextualizar""",
    ask="perguntar questionar indagar interrogar",
    confirm="confirmar corroborar ratificar reafirmar comprovar",
    deny="negar desmentir refutar",
    accuse="acusar denunciar culpar responsabilizar imputar atribuir",
    condemn="condenar criticar repudiar censurar deplorar reprovar atacar",
    threaten="ameaçar",
    warn="advertir alertar avisar",
    promise="prometer garantir jurar comprometer-se",
    demand="""pedir exigir reivindicar cobrar solicitar instar apelar exortar ordenar determinar recomendar aconselhar
        requerer convocar fazer_um_apelo implorar incitar""",
    announce="anunciar antecipar proclamar propor oficializar avançar",
    thank="agradecer",
    praise="elogiar felicitar aplaudir saudar parabenizar louvar congratular-se",
    agree="concordar aceitar",
    reject="rejeitar recusar descartar recusar-se rechaçar",
    other="acreditar pensar esperar temer confiar desejar duvidar supor suspeitar imaginar crer",
)

_REGULAR = [verb for verb in CUES if verb not in IRREGULAR]
_PARTICIPLES = {**conjugated(_REGULAR, PARTICIPLE_ENDINGS), **inflected(IRREGULAR_PARTICIPLES)}
FORMS = {**conjugated(_REGULAR, REGULAR_ENDINGS), **inflected(IRREGULAR), **_PARTICIPLES}
PARTICIPLES = frozenset(_PARTICIPLES)
HOMOGRAPHS = words(
    """denuncia pergunta alerta critica cita conta nota publica resume espera culpa julga estima calcula reclama ordena cobra
    projeta avisa duvida suspeita dispara garantia garantiam completa completam manifesta expressa ataca ameaça continua
    mostra confia avança dita ditas recusa cobram"""
)
NOMINAL = words(
    """anunciar condenar exigir rejeitar denunciar confirmar criticar agradecer negar descartar lamentar repudiar solicitar
    desmentir propor elogiar reiterar ratificar aplaudir censurar prometer garantir deplorar destacar reconhecer ressaltar
    sublinhar defender questionar proclamar pedir reivindicar salientar cobrar refutar recomendar saudar"""
)
INFINITIVAL = words(
    """prometer negar assegurar afirmar dizer reconhecer admitir comprometer-se jurar ameaçar esperar confiar temer desejar
    acreditar rejeitar descartar pedir exigir propor aceitar recusar recusar-se instar exortar apelar ordenar
    solicitar recomendar aconselhar lamentar confessar declarar anunciar considerar alegar insistir prever garantir
    acusar desmentir sugerir pensar defender estimar determinar fazer_um_apelo dizer-se_convencido"""
)
INFINITIVES = ("ar", "er", "ir", "or", "ar-se", "er-se", "ir-se", "arem", "erem", "irem", "á-lo", "ê-lo", "i-lo", "á-la", "ê-la",
    "ar-lhe", "er-lhe", "á-los", "ê-los")  # fmt: skip
MANNER = ("mente",)
PARTICIPIAL = ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")
NOUNS = by_act(
    state="afirmação declaração opinião mensagem testemunho convicção tese",
    announce="anúncio",
    promise="promessa compromisso",
    accuse="acusação acusações denúncia",
    threaten="ameaça",
    warn="advertência alerta aviso",
    demand="pedido exigência apelo",
    confirm="confirmação",
)
ANONYMITY = words("identificado identificada identificados identificadas anonimato nomeado nomeados citado")
NEGATIONS = words("não nem nunca jamais tampouco ninguém nenhum nenhuma sem")
INTERROGATIVES = words("como quanto quanta quantos quantas quem onde qual quais")
COMPLEMENTIZERS = words("que se") | INTERROGATIVES
NO_COMPLEMENTS = words(
    """o a os as mais menos melhor pior já enquanto visto dado assim com por antes depois salvo senão embora tanto tão mesmo
    mesma sempre desde até porque ainda logo"""
)
PERFECTS = words("tinha tinham havia haviam tem têm ter tendo tenha tenham")
AUXILIARIES = PERFECTS | words(
    """se lhe lhes me nos também além ainda já depois hoje ontem assim inclusive só apenas agora novamente finalmente
    posteriormente igualmente oficialmente publicamente expressamente categoricamente recentemente diretamente claramente
    textualmente mesmo mesma próprio própria voltou quis quiseram amanhã antes então aqui ali porém todavia contudo entretanto
    nomeadamente anteriormente sempre recém"""
)
MODALS = words(
    """pode podem poderia poderiam poderá poderão podia podiam deve devem deveria deveriam deverá deverão quer querem
    queria queriam pretende pretendem pretendia costuma evita evitou precisa vai vão irá irão para"""
)
CONDITIONS = words("se caso quando")
COMPARISONS = words("como segundo conforme tal_como assim_como de_acordo_com_o_que")
CONJUNCTIONS = words("e ou mas porém embora nem")
LINKS = words("de do da dos das d'")
OPENERS = LINKS | words(
    """ao à aos às ante após com contra desde durante em no na nos nas num numa entre até mediante para por pelo pela
    pelos pelas perante segundo sem sob sobre trás junto acerca
    relativamente face frente fora dentro apesar graças devido conforme exceto cerca neste nesta nesse nessa
    naquele naquela deste desta desse dessa daquele daquela através diante """
)
ANAPHORS = words("assim isso isto desta_forma dessa_forma deste_modo é_o_que foi_o_que assim_o o_mesmo")
INDEFINITES = words("um uma uns umas")
ARTICLES = {"o": "m", "a": "f"}
DETERMINERS = words(
    """o a os as um uma uns umas seu sua seus suas este esta estes estas esse essa esses essas aquele aquela vários várias
    alguns algumas muitos muitas outro outra outros outras ambos ambas dois duas três quatro cinco dez dezenas centenas
    milhares numerosos numerosas diversos diversas cada"""
)
TIMES = words(
    """segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta sábado domingo hoje
    ontem anteontem amanhã manhã tarde noite madrugada dia dias semana semanas mês meses ano anos hora horas minutos
    momento momentos véspera vez vezes janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro
    dezembro passado passada próximo próxima início final instante data tempo década século feira"""
)
SUBORDINATORS = words(
    """que quem qual quais onde quando enquanto embora porque pois como se com sem para por em durante a de e mas ou além
    assim segundo cujo cuja cujos cujas porém nem depois no na nos nas ao à do da após incluindo"""
)
ORDER = "svo"
