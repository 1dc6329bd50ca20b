"""How Portuguese quotes."""

from stream.nlp.languages.tables import words

DIALOGUE = True
WORKS = words(
    """livro filme romance novela jornal diário revista semanário operação programa canção música álbum disco obra série
    página projeto plano lei artigo título intitulado intitulada chamado chamada denominado denominada apelidado apelidada
    batizado batizada conhecido conhecida documentário lema slogan nome site navio"""
)
