"""German pronouns and the nouns that take up somebody named before."""

from stream.nlp.languages.tables import words

PRONOUNS = {
    "er": "ms",
    "sie": "fsmp",
    "es": "ns",
    "ihm": "ms",
    "ihr": "fs",
    "ihnen": "mfp",
    "dieser": "ms",
    "diese": "fsmp",
    "letzterer": "ms",
}
RELATIVES = words("der die das welcher welche")
REFERENTS = {
    **dict.fromkeys(
        words(
            """präsident präsidentin minister ministerin ministerpräsident ministerpräsidentin premierminister bundeskanzler
            bundeskanzlerin kanzler kanzlerin außenminister innenminister verteidigungsminister finanzminister chef chefin
            sprecher sprecherin polizeisprecher polizeisprecherin vorsitzender vorsitzende direktor direktorin mann frau abgeordneter abgeordnete
            senator senatorin bürgermeister bürgermeisterin anwalt anwältin rechtsanwalt general botschafter
            geschäftsführer geschäftsführerin kandidat forscher forscherin reporter reporterin journalist journalistin korrespondent angestellter angestellte
            jähriger jährige anwohner insider kommentator kollege kollegin vater mutter sohn wissenschaftler professor richter
            staatsanwalt papst könig königin leiter leiterin generalsekretär staatssekretär politiker politikerin
            verkehrsminister justizministerin regierungssprecher experte expertin autor trainer zeuge fahrer pilot
            angeklagte unternehmenssprecher justizsprecher augenzeuge"""
        ),
        "person",
    ),
    **dict.fromkeys(
        words(
            """organisation agentur unternehmen firma gruppe verband verein partei bewegung ministerium regierung behörde
            institution gewerkschaft stiftung liga bank institut polizei armee gericht rat kommission föderation zeitung
            magazin sender konzern staatsanwaltschaft bundesregierung bundesgerichtshof amt bundesamt universität
            hersteller betreiber gesellschaft fraktion feuerwehr zeitschrift nachrichtenagentur verwaltung stadt"""
        ),
        "organization",
    ),
}
GROUPS = words(
    """bewohner anwohner analysten experten zeugen augenzeugen demonstranten beobachter aktivisten abgeordnete forscher
    wissenschaftler bürger gewerkschaften kritiker ökonomen ärzte anwälte ermittler diplomaten behörden nachbarn
    anhänger wähler gegner rebellen historiker politiker minister mitglieder grünen umweltschützer veranstalter
    vertreter sprecher medien ärzten eltern"""
)
