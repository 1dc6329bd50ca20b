"""Portuguese words in and around names: what stands before one, and what tells its kind. Lower case."""

from typing import Final

ARTICLES: Final = frozenset(
    """
    o a os as de do da dos das um uma no na nos nas ao à em e pelo pela
    """.split()
)
"""Articles, prepositions and possessives that a recogniser takes into a name."""
HONORIFICS: Final = frozenset(
    """
    sr sra dom dona dr dra prof senhor senhora general coronel capitão almirante rei rainha príncipe princesa duque
    duquesa conde condessa marquês papa cardeal bispo arcebispo são santo santa frei padre professor doutor
    """.split()
)
"""Forms of address and ranks before a person's name."""
ORGANIZATIONS: Final = frozenset(
    """
    universidade instituto academia faculdade colégio escola ministério secretaria agência comissão comitê comité
    conselho congresso parlamento senado assembleia câmara corte tribunal supremo partido união liga federação
    confederação associação sociedade fundação organização aliança coligação frente movimento clube equipe fc sc ec
    companhia corporação grupo banco fundo estúdios orquestra coro filarmónica banda exército marinha forças força
    guarda polícia corpo regimento brigada batalhão divisão igreja ordem autoridade administração serviço sindicato
    rádio televisão rede canal jornal revista embaixada governo seleção
    """.split()
)
"""Nouns in the names of organisations."""
PLACES: Final = frozenset(
    """
    rio lago lagoa mar oceano baía golfo estreito ilha ilhas península cabo costa praia monte montanha montanhas
    serra cordilheira vale deserto floresta planície planalto bacia geleira cataratas condado distrito província
    região território prefeitura departamento município comuna cantão cidade vila aldeia rua avenida praça parque
    jardim reserva aeroporto estação ponte túnel barragem porto castelo palácio torre catedral abadia capela templo
    mesquita estádio cemitério república reino império estado freguesia bairro
    """.split()
)
"""Nouns in the names of places and buildings."""
LOCATIVES: Final = frozenset("em no na nos nas para desde até".split())
"""Prepositions that mostly stand before the name of a place."""
