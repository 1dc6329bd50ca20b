"""Portuguese pronouns and the nouns that take up somebody named before."""

from stream.nlp.languages.tables import words

PRONOUNS = {
    "ele": "ms",
    "ela": "fs",
    "eles": "mp",
    "elas": "fp",
    "este": "ms",
    "esta": "fs",
    "estes": "mp",
    "estas": "fp",
}
RELATIVES = words("que quem qual quais")
REFERENTS = {
    **dict.fromkeys(
        words(
            """presidente presidenta ex-presidente mandatário mandatária ministro ministra ex-ministro ex-ministra chanceler
            primeiro-ministro primeira-ministra premiê líder dirigente chefe porta-voz diretor diretora homem mulher deputado
            deputada senador senadora prefeito prefeita autarca advogado advogada general diplomata embaixador embaixadora
            secretário secretária opositor opositora candidato candidata ativista analista pesquisador pesquisadora
            investigador investigadora procurador procuradora promotor promotora juiz juíza magistrado rei rainha papa pontífice
            monarca titular responsável funcionário funcionária político política especialista economista governador
            governadora parlamentar vereador vereadora comissário comissária coordenador coordenadora vice-presidente
            vice-ministro empresário empresária executivo executiva médico médica doutor doutora professor professora
            treinador treinadora técnico técnica jogador jogadora avançado atacante tenista piloto ator atriz cantor cantora
            escritor escritora autor autora jornalista cineasta artista bispo arcebispo cardeal padre comandante coronel
            capitão tenente almirante cientista socialista republicano democrata militar acusado acusada arguido arguida réu
            testemunha vítima vizinho vizinha jovem pai mãe filho filha irmão irmã viúva esposa marido representante negociador
            assessor assessora enviado magnata bilionário delegado delegada ambientalista sindicalista agricultor agricultora
            relator relatora conselheiro conselheira petista tucano"""
        ),
        "person",
    ),
    **dict.fromkeys(
        words(
            """organização ong agência empresa companhia sociedade grupo associação partido movimento instituição sindicato
            fundação liga banco instituto firma federação jornal diário semanário emissora coletivo organismo confederação
            clube entidade consultora consultoria construtora seguradora multinacional corporação plataforma coligação
            cooperativa central fabricante operador operadora universidade petrolífera petroleira montadora estatal"""
        ),
        "organization",
    ),
}
BODIES = words(
    """ministério governo polícia exército corte tribunal procuradoria conselho comité comitê comissão administração estado
    país câmara prefeitura parlamento assembleia senado congresso presidência diplomacia justiça direção gabinete
    executivo capital região município oposição família defesa chancelaria itamaraty planalto kremlin secretaria
    departamento junta guarda armada marinha autoridade embaixada delegação escritório união nato otan onu serviço
    supremo bloco igreja vaticano regime pentágono casa_branca bancada defensoria fazenda receita"""
)
GROUPS = words(
    """habitantes analistas especialistas testemunhas manifestantes observadores militantes deputados senadores
    pesquisadores investigadores cidadãos sindicatos opositores economistas médicos advogados diplomatas responsáveis
    autoridades vizinhos críticos apoiadores apoiantes eleitores rebeldes cientistas historiadores dirigentes ministros
    membros líderes agricultores trabalhadores empresários organizadores familiares pais estudantes professores
    jornalistas bombeiros equipas equipes organizações empresas bancos países governos ativistas ambientalistas moradores
    residentes usuários utentes representantes parlamentares juízes procuradores fontes presidentes governadores prefeitos
    autarcas indígenas migrantes promotores policiais militares"""
)
DROPS_SUBJECTS = True
