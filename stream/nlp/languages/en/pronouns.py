"""English pronouns and the nouns that take up somebody named before."""

from stream.nlp.languages.tables import words

PRONOUNS = {
    "he": "ms",
    "she": "fs",
    "they": "mfnp",
    "it": "ns",
    "him": "ms",
    "her": "fs",
    "them": "mfnp",
    "his": "ms",
    "their": "mfnp",
}
RELATIVES = words("who which that whom")
REFERENTS = {
    **dict.fromkeys(
        words(
            """president minister prime_minister premier chancellor leader chief chairman chairwoman chair spokesman spokeswoman
            spokesperson director man woman senator congressman congresswoman governor mayor lawyer attorney general
            diplomat ambassador secretary candidate nominee activist analyst researcher professor prosecutor king queen
            pope judge lawmaker representative author reporter journalist host actor actress singer billionaire
            businessman mogul democrat republican congressman speaker officer sheriff"""
        ),
        "person",
    ),
    **dict.fromkeys(
        words(
            """organization organisation agency company firm group association party movement institution union foundation
            league bank institute federation newspaper magazine network paper bureau website outlet corporation"""
        ),
        "organization",
    ),
}
BODIES = words(
    """ministry government department police army court council committee commission campaign administration state
    country parliament senate house congress board embassy military presidency justice office team family university
    city opposition establishment media press public world white_house pentagon kremlin"""
)
GROUPS = words(
    """residents analysts experts witnesses protesters observers activists lawmakers senators researchers citizens
    unions critics economists doctors lawyers investigators diplomats authorities neighbors neighbours supporters
    voters opponents rebels scientists historians leaders ministers members people democrats republicans americans some
    many others most few women men students officials families aides advisers prosecutors police conservatives liberals"""
)
