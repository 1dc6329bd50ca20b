"""Words that report in Spanish, which is read without a parse: verbs with the forms in which the press uses them."""

from stream.nlp.languages.es.verbs import (
    IRREGULAR,
    IRREGULAR_PARTICIPLES,
    IRREGULAR_SUBJUNCTIVES,
    PARTICIPLE_ENDINGS,
    REGULAR_ENDINGS,
    SUBJUNCTIVE_ENDINGS,
)
from stream.nlp.languages.tables import by_act, conjugated, inflected, words

CUES = by_act(
    state="""decir afirmar asegurar señalar indicar explicar añadir agregar declarar manifestar sostener expresar apuntar
        precisar detallar comentar subrayar destacar resaltar recalcar remarcar enfatizar puntualizar matizar mencionar
        informar reportar comunicar revelar relatar narrar contar recordar reconocer admitir aclarar considerar estimar
        opinar argumentar argüir alegar aducir aseverar plantear exponer describir calificar definir responder contestar
        replicar concluir escribir publicar tuitear postear lamentar insistir reiterar hacer_hincapié resumir apostillar
        abundar proseguir continuar zanjar sentenciar bromear ironizar reflexionar razonar pronosticar predecir prever
        vaticinar augurar evaluar valorar constatar evidenciar dejar_claro dar_a_conocer poner_de_manifiesto
        poner_de_relieve hacer_saber dar_cuenta cifrar aventurar especular sugerir insinuar confesar testificar
        atestiguar mostrar mostrarse_convencido incidir ahondar ejemplificar especificar notificar trasladar transmitir
        exclamar justificar defender entender repetir quejarse ufanarse jactarse vanagloriarse
        referir aludir pronunciarse consignar acotar rememorar evocar establecer determinar dictaminar rezar concretar
        filtrar difundir explayarse enumerar esgrimir espetar resolver apreciar sintetizar rubricar
        calcular protestar comparar ilustrar desvelar rematar remachar musitar susurrar gritar clamar diagnosticar conjeturar
        teorizar terciar murmurar suspirar tranquilizar rebatir dar_por_hecho dejar_entrever dejar_caer hacer_constar colegir
        corregir discrepar deducir desgranar interpretar objetar observar hacer_notar tener_claro postular sopesar sincerarse deslizar divulgar pormenorizar lanzar soltar
        poner_énfasis poner_en_valor llamar_la_atención reivindicar""",
    ask="preguntar cuestionar inquirir interrogar",
    confirm="confirmar corroborar ratificar reafirmar certificar verificar",
    deny="negar desmentir refutar",
    accuse="acusar culpar denunciar responsabilizar imputar achacar reprochar recriminar atribuir",
    condemn="condenar criticar repudiar censurar deplorar tildar tachar fustigar reprobar arremeter",
    threaten="amenazar",
    warn="advertir alertar avisar prevenir",
    promise="prometer comprometerse garantizar jurar",
    demand="""pedir exigir reclamar instar solicitar urgir exhortar ordenar emplazar requerir apelar rogar abogar
        recomendar aconsejar demandar hacer_un_llamado hacer_un_llamamiento llamar animar invitar""",
    announce="anunciar anticipar adelantar avanzar proclamar proponer oficializar",
    thank="agradecer",
    praise="elogiar felicitar aplaudir celebrar alabar encomiar saludar ponderar",
    agree="coincidir aceptar convenir asentir",
    reject="rechazar descartar rehusar negarse",
    other="creer pensar esperar temer confiar desear dudar suponer sospechar imaginar",
)

_REGULAR = [verb for verb in CUES if verb not in IRREGULAR]
_PARTICIPLES = {
    **conjugated(_REGULAR, PARTICIPLE_ENDINGS),
    **inflected(IRREGULAR_PARTICIPLES),
}

_SUBJUNCTIVES = {**conjugated(_REGULAR, SUBJUNCTIVE_ENDINGS), **inflected(IRREGULAR_SUBJUNCTIVES)}
FORMS = {**_SUBJUNCTIVES, **conjugated(_REGULAR, REGULAR_ENDINGS), **inflected(IRREGULAR), **_PARTICIPLES}
SUBJUNCTIVES = frozenset(_SUBJUNCTIVES)
PARTICIPLES = frozenset(_PARTICIPLES)
HOMOGRAPHS = words(
    """denuncia denuncias pregunta alerta demanda cuenta critica saluda publica esboza expresa contesta nota firma confesa
    informe cita lanza llama estima apunta celebra promete culpa replica valora define acota duda dudan espera ordena aventura
    responde suelta sospecha cifra cifran resume acusado acusada razona dicho anuncia esperan encomienda crean reza rezan"""
)
NOMINAL = words(
    """anunciar condenar exigir rechazar denunciar confirmar criticar reclamar agradecer negar descartar lamentar repudiar
    solicitar desmentir proponer elogiar reiterar ratificar aplaudir censurar prometer garantizar deplorar destacar
    reconocer resaltar subrayar urgir defender cuestionar proclamar pedir detallar reivindicar"""
)
INFINITIVAL = words(
    """prometer negar asegurar afirmar decir reconocer admitir comprometerse jurar amenazar esperar confiar temer desear creer
    rechazar descartar pedir exigir proponer aceptar negarse rehusar instar exhortar llamar invitar animar ordenar solicitar
    urgir recomendar aconsejar emplazar lamentar confesar declarar reclamar abogar anunciar celebrar considerar alegar insistir
    apelar sostener prever manifestar mostrarse_convencido agradecer estimar desmentir acusar sugerir requerir rogar"""
)
MANNER = ("mente",)
PARTICIPIAL = ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")
INFINITIVES = ("ar", "er", "ir", "arse", "erse", "irse", "arlo", "erlo", "irlo", "arla", "erla", "irla", "arle", "erle", "irle",
    "arlos", "erlos", "irlos", "arlas", "erlas", "irlas", "arles", "erles", "irles")  # fmt: skip
NOUNS = by_act(
    state="convencimiento certeza confianza esperanza temor preocupación deseo sospecha seguridad malestar afirmación declaración opinión mensaje testimonio convicción tesis aseveración",
    announce="anuncio",
    promise="promesa compromiso",
    accuse="acusación acusaciones denuncia denuncias",
    threaten="amenaza amenazas",
    warn="advertencia alerta",
    demand="petición exigencia reclamo",
    confirm="confirmación",
)
ANONYMITY = words("identificado identificada identificados identificadas anonimato nombrado nombrados citado citados")
NEGATIONS = words("no tampoco nunca jamás sin ni nadie ninguno ninguna")
INTERROGATIVES = words("cómo cuándo cuánto cuánta cuántos cuántas dónde quién quiénes qué cuál cuáles")
COMPLEMENTIZERS = words("que si") | INTERROGATIVES
NO_COMPLEMENTS = words(
    """lo la el los las más menos mejor peor ya mientras puesto dado así con por antes después salvo sino aunque tanto tan
    igual mismo misma siempre desde hasta porque"""
)
AUXILIARIES = words(
    """ha han había habían hubo haya haber habiendo he hemos se le les lo nos me te también además asimismo igualmente ya aún
    todavía posteriormente luego después hoy ayer anoche así incluso solo sólo ahora nuevamente enseguida finalmente
    oficialmente públicamente expresamente categóricamente previamente anteriormente recientemente mismo misma volvió vuelve quiso quisieron
    la los las tajantemente rotundamente claramente precisamente textualmente literalmente entonces aquí allí ahí mañana antes
    entretanto respectivamente inicialmente actualmente directamente abiertamente irónicamente"""
)
PERFECTS = words("ha han había habían hubo haya hayan haber habiendo he hemos habría habrían")
MODALS = words(
    """puede pueden podría podrían podrá podrán pudo pudieron podía podían debe deben debería deberían debió deberá quiere
    quieren quería querían querría suele suelen solía planea planean planeaba pretende pretenden pretendía evitó
    evita evitar evitaron intenta intentó intentaron busca prevé previsto espera tiene tienen tenía hay puedan pueda quisiera
    poder deber querer para"""
)
AFTERWARDS = words(
    """después_de_que luego_de_que tras_que al_tiempo_que a_la_vez_que tras_lo_cual en_respuesta_a en_referencia_a en_alusión_a
    días_después_de horas_después_de un_día_después_de horas_antes_de días_antes_de en_relación_con"""
)
FINITE = ("a", "an", "e", "en", "ó", "aba", "aban", "ía", "ían", "aron", "ieron")
CONDITIONS = words("si cuando")
COMPARISONS = words("como según conforme tal_y_como tal_como")
CONJUNCTIONS = words("y e o pero aunque sino")
OPENERS = words(
    """a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por pro según sin sobre tras vía junto
    acerca respecto frente fuera dentro pese gracias debido conforme
    alrededor cerca excepto salvo versus"""
)
ANAPHORS = words("así así_lo así_se lo esto eso de_esta_manera de_este_modo de_esta_forma de_esa_manera y_así")
LINKS = words("de del")
INDEFINITES = words("un una unos unas")
ARTICLES = {"el": "m", "la": "f"}
DETERMINERS = words(
    """el la los las un una unos unas su sus este esta estos estas ese esa esos esas aquel aquella dicho dicha dichos dichas
    varios varias algunos algunas muchos muchas otro otra otros otras ambos ambas uno dos tres cuatro cinco diez decenas cientos
    numerosos numerosas distintos distintas diversos diversas cada"""
)
TIMES = words(
    """lunes martes miércoles jueves viernes sábado domingo hoy ayer anoche anteayer mañana tarde noche madrugada mediodía día
    días semana semanas mes meses año años hora horas minutos momento momentos víspera jornada vez veces enero febrero
    marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre pasado próximo principio final inicio
    instante fecha anterior siguiente antes después tiempo década siglo"""
)
SUBORDINATORS = words(
    """que quien quienes cual cuales donde cuando mientras aunque porque pues como si con sin para por tras en durante a de
    entre además así según cuyo cuya cuyos cuyas pero sino y luego después incluido incluida"""
)
ORDER = "svo"
