"""How Spanish quotes."""

from stream.nlp.languages.tables import words

DIALOGUE = True
WORKS = words(
    """libro película filme cinta novela diario periódico revista semanario operación programa canción álbum disco obra serie
    página proyecto plan ley artículo título titulado titulada llamado llamada denominado denominada apodado apodada alias
    bautizado bautizada conocido conocida documental cortometraje poemario ensayo exposición musical podcast columna videoclip lema eslogan nombre operativo sencillo buque"""
)
