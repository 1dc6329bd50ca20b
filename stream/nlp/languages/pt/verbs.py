"""How Portuguese reporting verbs are inflected: present, preterite, imperfect, gerund and participle, with enclitics."""

from typing import Final

REGULAR_ENDINGS: Final[dict[str, str]] = {
    "ar": "a am ou aram ava avam ando ando-o ando-lhe ando-se á-lo ar-lhe ou-se aram-se",
    "er": "e em eu eram ia iam endo endo-o endo-lhe ê-lo er-lhe",
    "ir": "e em iu iram ia iam indo indo-o indo-lhe i-lo ir-lhe",
}
"""Infinitive ending -> the endings of the finite forms and gerunds, third person."""

PARTICIPLE_ENDINGS: Final[dict[str, str]] = {"ar": "ado", "er": "ido", "ir": "ido"}

IRREGULAR: Final[dict[str, str]] = {
    "dizer": "diz dizem disse disseram dizia diziam dizendo dizendo-lhe disse-lhe dizer-lhe dizê-lo",
    "dizer-se_convencido": """disse-se_convencido disse-se_convencida diz-se_convencido mostrou-se_convencido mostrou-se_convencida
        mostrou-se_confiante mostrou-se_favorável mostrou-se_disposto mostrou-se_disposta disse-se_confiante disse-se_disposto
        mostrou-se_preocupado mostrou-se_preocupada""",
    "expor": "expõe expõem expôs expuseram expondo",
    "propor": "propõe propõem propôs propuseram propunha propondo",
    "supor": "supõe supôs",
    "prever": "prevê preveem prevêem previu previram previa previam",
    "fazer_saber": "fez_saber fizeram_saber faz_saber",
    "fazer_um_apelo": "fez_um_apelo fizeram_um_apelo faz_um_apelo",
    "dar_a_conhecer": "deu_a_conhecer deram_a_conhecer dá_a_conhecer",
    "dar_conta": "deu_conta deram_conta dá_conta",
    "deixar_claro": "deixou_claro deixa_claro deixaram_claro deixando_claro",
    "chamar_a_atenção": "chamou_a_atenção chama_a_atenção chamaram_a_atenção chamou_atenção",
    "pedir": "pede pedem pediu pediram pedia pediam pedindo pedindo-lhe pedir-lhe pediu-lhe",
    "sugerir": "sugere sugerem sugeriu sugeriram sugeria sugerindo",
    "referir": "refere referem referiu referiram referia referindo",
    "advertir": "adverte advertem advertiu advertiram advertia advertindo",
    "desmentir": "desmente desmentem desmentiu desmentiram desmentia desmentindo",
    "prosseguir": "prossegue prosseguem prosseguiu prosseguiram prosseguia",
    "concluir": "conclui concluem concluiu concluíram concluía concluindo",
    "atribuir": "atribui atribuem atribuiu atribuíram",
    "arguir": "argui arguem arguiu",
    "crer": "crê creem crêem",
    "comprometer-se": """comprometeu-se_a compromete-se_a comprometeram-se_a se_comprometeu_a se_compromete_a se_comprometeram_a
        comprometendo-se_a""",
    "queixar-se": "queixou-se queixa-se queixaram-se se_queixou se_queixa queixando-se",
    "recusar-se": "recusou-se_a recusa-se_a recusaram-se_a se_recusou_a se_recusa_a se_recusaram_a",
    "congratular-se": "congratulou-se congratula-se se_congratulou",
    "gabar-se": "gabou-se se_gabou gaba-se",
    "pronunciar-se": "pronunciou-se se_pronunciou",
    "ler-se": "lê-se lia-se",
    "garantir": "garante garantem garantiu garantiram garantia garantiam garantindo",
}
"""Lemma -> its forms, complete, where the stem changes or the verb is part of an expression."""

IRREGULAR_PARTICIPLES: Final[dict[str, str]] = {
    "dizer": "dito",
    "escrever": "escrito",
    "descrever": "descrito",
    "expor": "exposto",
    "propor": "proposto",
    "prever": "previsto",
    "pedir": "pedido",
    "sugerir": "sugerido",
    "referir": "referido",
    "advertir": "advertido",
    "desmentir": "desmentido",
    "concluir": "concluído",
    "atribuir": "atribuído",
    "deixar_claro": "deixado_claro",
    "garantir": "garantido",
    "comprometer-se": "comprometido_a",
    "dar_a_conhecer": "dado_a_conhecer",
    "fazer_um_apelo": "feito_um_apelo",
}
