"""Spanish words in and around names: what stands before one, and what tells its kind. Lower case."""

from typing import Final

ARTICLES: Final = frozenset(
    """
    el la los las lo de del al un una y en
    """.split()
)
"""Articles, prepositions and possessives that a recogniser takes into a name."""
HONORIFICS: Final = frozenset(
    """
    sr sra srta don doña dr dra prof señor señora general coronel capitán comandante teniente almirante rey reina
    príncipe princesa duque duquesa conde condesa marqués papa cardenal obispo arzobispo san santo santa fray padre
    profesor doctor
    """.split()
)
"""Forms of address and ranks before a person's name."""
ORGANIZATIONS: Final = frozenset(
    """
    universidad instituto academia facultad colegio escuela ministerio secretaría agencia oficina comisión comité
    consejo congreso parlamento senado asamblea cámara corte tribunal fiscalía partido unión liga federación
    confederación asociación sociedad fundación organización alianza coalición frente movimiento club equipo fc cf
    cd ud sd real atlético deportivo compañía corporación grupo banco fondo caja estudios orquesta coro filarmónica
    banda ejército armada fuerzas fuerza guardia policía cuerpo regimiento brigada batallón división iglesia orden
    autoridad administración servicio sindicato radio televisión canal diario periódico revista embajada gobierno
    selección
    """.split()
)
"""Nouns in the names of organisations."""
PLACES: Final = frozenset(
    """
    río lago mar océano bahía golfo estrecho isla islas península cabo costa playa monte montaña montañas sierra
    cordillera cerro valle desierto bosque llanura meseta cuenca glaciar cataratas condado distrito provincia región
    territorio prefectura departamento municipio comuna cantón ciudad pueblo villa calle avenida paseo plaza parque
    jardín reserva aeropuerto estación puente túnel presa puerto castillo palacio torre catedral abadía capilla
    templo mezquita estadio cementerio república reino imperio estado parroquia barrio
    """.split()
)
"""Nouns in the names of places and buildings."""
LOCATIVES: Final = frozenset("en desde hacia hasta a".split())
"""Prepositions that mostly stand before the name of a place."""
