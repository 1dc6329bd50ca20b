"""How Persian quotes."""

from stream.nlp.languages.tables import words

DIALOGUE = False
WORKS = words("کتاب فیلم روزنامه مجله سریال عملیات طرح آلبوم ترانه رمان مقاله نام عنوان موسوم")
