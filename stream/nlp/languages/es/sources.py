"""Spanish source phrases, documents that speak, and media."""

from stream.nlp.languages.tables import words

BEFORE = words(
    """según de_acuerdo_con de_acuerdo_a en_palabras_de en_palabras_del a_juicio_de a_juicio_del en_opinión_de en_opinión_del
    a_decir_de a_decir_del conforme_a a_entender_de en_boca_de con_arreglo_a lo_dicho_por a_ojos_de a_ojos_del
    fuentes_citadas_por según_fuentes_citadas_por"""
)
OWN = words(
    """a_su_juicio a_su_entender en_su_opinión a_su_parecer a_su_modo_de_ver desde_su_punto_de_vista a_su_criterio en_su_criterio
    según_su_testimonio según_su_relato según_su_versión según_sus_palabras en_sus_palabras a_juicio_suyo a_su_ver"""
)
HESITANT = words("para")
TOWARD = words("a al ante con")
INSIDE = words("desde en")
IMPERSONAL = ("n",)
IDLE = words("parte lado vez turno caso cambio respecto lugar efecto hecho")
NO_SOURCES = words(
    """lo el_caso ley reglamento norma previsto acuerdo contrato calendario plan necesidades necesidad tradición parece él_mismo
    sea vaya avanza avance pasa pasan cómo dónde quién quien corresponda convenga"""
)
DOCUMENTS = words(
    """informe informes comunicado comunicados encuesta encuestas sondeo sondeos estudio estudios documento documentos carta
    misiva texto nota mensaje publicación artículo declaración reporte reportes boletín parte diario periódico rotativo revista
    semanario libro datos cifras estadísticas estimaciones estimación balance registros memorando dictamen sentencia fallo auto
    escrito denuncia medios medio canal emisora prensa análisis investigación radiotelevisión web portal resolución tuit editorial cálculos
    previsiones proyecciones índice barómetro testimonio versión relato sumario atestado querella demanda orden acta informaciones"""
)
MEDIA = {
    "rueda de prensa": "rueda de prensa",
    "conferencia de prensa": "rueda de prensa",
    "comparecencia": "comparecencia",
    "entrevista": "entrevista",
    "comunicado": "comunicado",
    "carta": "carta",
    "carta abierta": "carta abierta",
    "discurso": "discurso",
    "alocución": "discurso",
    "cadena nacional": "cadena nacional",
    "tuit": "Twitter",
    "twitter": "Twitter",
    "cuenta de x": "X",
    "red social x": "X",
    "mensaje en x": "X",
    "publicación en x": "X",
    "perfil de x": "X",
    "telegram": "Telegram",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "tiktok": "TikTok",
    "whatsapp": "WhatsApp",
    "youtube": "YouTube",
    "truth social": "Truth Social",
    "linkedin": "LinkedIn",
    "blog": "blog",
    "televisión": "televisión",
    "radio": "radio",
    "informe": "informe",
    "vídeo": "vídeo",
    "video": "vídeo",
    "mensaje": "mensaje",
    "columna": "columna",
    "redes sociales": "redes sociales",
}
