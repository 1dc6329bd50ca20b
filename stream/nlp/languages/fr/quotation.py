"""How French quotes."""

from stream.nlp.languages.tables import words

DIALOGUE = True
WORKS = words(
    """livre film roman journal quotidien magazine hebdomadaire opération émission chanson album pièce série site programme
    projet plan loi article titre intitulé dit surnommé baptisé nommé appelé revue documentaire ouvrage"""
)
