"""How Italian quotes."""

from stream.nlp.languages.tables import words

DIALOGUE = True
WORKS = words(
    """libro film pellicola romanzo giornale quotidiano rivista settimanale operazione programma canzone album disco opera serie
    pagina progetto piano legge articolo titolo intitolato intitolata chiamato chiamata denominato denominata soprannominato
    detto documentario motto slogan nome sito nave cosiddetto cosiddetta decreto"""
)
