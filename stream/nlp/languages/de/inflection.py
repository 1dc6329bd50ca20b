"""German cases as determiners and pronouns show them, and the words that head or link verbs and phrases."""

from stream.nlp.languages.tables import words

CASES = {
    **dict.fromkeys(
        words(
            "er wir ich man jemand niemand jeder keiner manche viele mehrere einige alle beide zwei drei vier fünf wer"
        ),
        "n",
    ),
    **dict.fromkeys(words("dem einem diesem jenem keinem seinem ihrem unserem meinem ihm ihnen mir dir denen"), "d"),
    **dict.fromkeys(words("den einen diesen jenen keinen seinen ihren unseren meinen"), "da"),
    **dict.fromkeys(words("ihn mich dich uns euch sich wen was einander"), "a"),
    **dict.fromkeys(words("des eines dieses jenes seines ihres unseres meines deren dessen"), "g"),
    **dict.fromkeys(words("einer seiner ihrer unserer meiner keiner"), "dg"),
    **dict.fromkeys(
        words("die das eine diese jene keine seine ihre unsere meine ein kein sein mein unser es sie"), "na"
    ),
    "dieses": "nag",
    **dict.fromkeys(words("der dieser jener"), "ndg"),
    "ihr": "nd",
}
"""Determiner or pronoun -> letters of the cases that it can have: nominative, genitive, dative, accusative."""
PREPOSITIONS = words(
    """in im am an ans auf aufs aus bei beim mit nach vor vom von zu zum zur über unter für gegen seit während wegen durch
    um trotz zwischen ab laut gemäß gegenüber ohne innerhalb außerhalb statt per pro je samt aufgrund angesichts anlässlich
    mithilfe hinsichtlich bezüglich binnen entgegen neben hinter unterhalb oberhalb nahe bis als ins hin"""
)
MODALS = words(
    """kann können konnte konnten will wollen wollte wollten muss müssen musste mussten soll sollen sollte sollten
    darf dürfen durfte durften möchte möchten ließ ließen lässt lassen"""
)
PASSIVES = words("wird werden wurde wurden worden")
AGENTIVE = words("von vom durch über")
EXPLETIVES = words("es das dies was")
TIMES = words(
    """tag tage tagen woche wochen monat monate monaten jahr jahre jahren uhr stunde stunden minuten montag dienstag mittwoch
    donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli august september oktober november
    dezember morgen vormittag mittag nachmittag abend nacht wochenende mal"""
)
OBLIQUE_RELATIVES = words("dem den denen deren dessen was")
INWARD = words("in im aus laut nach")
SOURCELESS = words("heißen verlauten lauten stehen")
QUOTERS = words("zitieren")
