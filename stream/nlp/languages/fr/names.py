"""French words in and around names: what stands before one, and what tells its kind. Lower case."""

from typing import Final

ARTICLES: Final = frozenset(
    """
    le la les l' l’ du de des d' d’ au aux à en et un une ce cette ces sa son ses leur leurs
    """.split()
)
"""Articles, prepositions and possessives that a recogniser takes into a name."""
HONORIFICS: Final = frozenset(
    """
    m mm mme mlle dr pr me mgr monsieur madame mademoiselle docteur professeur maître sir lord général colonel
    capitaine commandant lieutenant amiral maréchal sergent abbé père sœur frère saint pape cardinal évêque
    archevêque roi reine prince princesse duc duchesse comte comtesse baron baronne empereur
    """.split()
)
"""Forms of address and ranks before a person's name."""
ORGANIZATIONS: Final = frozenset(
    """
    université école institut académie faculté collège lycée ministère secrétariat agence bureau commission comité
    conseil congrès parlement sénat assemblée chambre cour tribunal parquet parti union ligue fédération
    confédération association société fondation organisation alliance coalition front mouvement club équipe fc as ac
    rc sc compagnie groupe banque fonds caisse compagnies studios orchestre chœur philharmonique ensemble armée
    marine forces garde police gendarmerie corps régiment brigade bataillon division escadron flotte église ordre
    autorité administration service services syndicat office observatoire radio télévision chaîne journal cabinet
    ambassade haut-commissariat direction
    """.split()
)
"""Nouns in the names of organisations."""
PLACES: Final = frozenset(
    """
    rivière fleuve lac mer océan baie golfe détroit île îles presqu'île péninsule cap côte plage mont monts montagne
    montagnes colline vallée désert forêt plaine plateau bassin glacier chutes canton comté district province région
    territoire préfecture département commune arrondissement municipalité quartier ville village rue avenue
    boulevard place parc jardin réserve aéroport gare pont tunnel barrage canal port château palais tour cathédrale
    abbaye chapelle temple mosquée stade cimetière république royaume empire oblast comitat état
    """.split()
)
"""Nouns in the names of places and buildings."""
LOCATIVES: Final = frozenset("à en dans vers depuis près chez".split())
"""Prepositions that mostly stand before the name of a place."""
