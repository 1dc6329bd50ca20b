"""Portuguese source phrases, documents that speak, and media."""

from stream.nlp.languages.tables import words

BEFORE = words(
    """segundo de_acordo_com conforme na_opinião_de na_opinião_do na_opinião_da na_avaliação_de na_avaliação_do
    na_avaliação_da nas_palavras_de nas_palavras_do nas_palavras_da no_entender_de no_entender_do no_entender_da aos_olhos_de
    na_visão_de na_visão_do na_visão_da no_parecer_de com_base_em na_perspetiva_de na_perspetiva_do na_perspetiva_da
    no_dizer_de a_julgar_por na_leitura_de na_ótica_do na_ótica_da"""
)
HESITANT = words("para")
TOWARD = words("a ao à aos às para com")
IDLE = words("parte lado vez turno caso sentido modo facto fato")
NO_SOURCES = words(
    """o_caso lei a_lei regulamento norma previsto acordo calendário o_calendário plano o_plano necessidade a_necessidade tradição
    a_tradição ele_mesmo turno semestre trimestre lugar dia mandato tempo andar filho ano mês gol golo set colocado"""
)
DOCUMENTS = words(
    """relatório relatórios comunicado comunicados sondagem sondagens pesquisa pesquisas estudo estudos documento documentos
    carta texto nota mensagem publicação artigo declaração boletim jornal diário revista semanário livro dados números
    estatísticas estimativas estimativa balanço registos registros memorando parecer sentença acórdão despacho denúncia
    imprensa mídia media análise investigação levantamento site portal resolução tuíte editorial cálculos previsões
    projeções índice barómetro inquérito"""
)
MEDIA = {
    "conferência de imprensa": "conferência de imprensa",
    "coletiva de imprensa": "coletiva",
    "entrevista coletiva": "coletiva",
    "coletiva": "coletiva",
    "entrevista": "entrevista",
    "comunicado": "comunicado",
    "nota": "comunicado",
    "carta": "carta",
    "carta aberta": "carta aberta",
    "discurso": "discurso",
    "pronunciamento": "discurso",
    "tuíte": "Twitter",
    "twitter": "Twitter",
    "rede social x": "X",
    "conta no x": "X",
    "perfil no x": "X",
    "publicação no x": "X",
    "telegram": "Telegram",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "tiktok": "TikTok",
    "whatsapp": "WhatsApp",
    "youtube": "YouTube",
    "truth social": "Truth Social",
    "linkedin": "LinkedIn",
    "blogue": "blog",
    "blog": "blog",
    "televisão": "televisão",
    "rádio": "rádio",
    "relatório": "relatório",
    "vídeo": "vídeo",
    "mensagem": "mensagem",
    "redes sociais": "redes sociais",
    "declarações": "declarações",
}
