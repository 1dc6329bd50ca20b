"""English source phrases, documents that speak, and media."""

from stream.nlp.languages.tables import words

BEFORE = words("according_to in_the_words_of in_the_view_of in_the_opinion_of")
HESITANT = words("per")
TOWARD = words("to")
IDLE = words("part fact turn case regard")
NO_SOURCES = words("plan schedule rule rules need needs size age type taste custom")
DOCUMENTS = words(
    """report poll survey study statement document memo letter filing email e-mail article story book analysis data
    figures statistics lawsuit complaint affidavit indictment transcript post tweet message editorial column newspaper
    website blog press_release release record records polls surveys documents studies reports emails research paper
    review audit law bill act order policy ad advertisement video clip headline agreement ruling"""
)
MEDIA = {
    "statement": "statement",
    "press conference": "press conference",
    "news conference": "press conference",
    "press briefing": "press briefing",
    "briefing": "briefing",
    "interview": "interview",
    "letter": "letter",
    "open letter": "open letter",
    "email": "email",
    "e-mail": "email",
    "speech": "speech",
    "address": "speech",
    "op-ed": "op-ed",
    "tweet": "Twitter",
    "twitter": "Twitter",
    "truth social": "Truth Social",
    "telegram": "Telegram",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "on x": "X",
    "post on x": "X",
    "social network x": "X",
    "social media": "social media",
    "linkedin": "LinkedIn",
    "snapchat": "Snapchat",
    "blog post": "blog",
    "blog": "blog",
    "memo": "memo",
    "rally": "rally",
    "debate": "debate",
    "podcast": "podcast",
    "radio": "radio",
    "television": "television",
    "report": "report",
    "press release": "press release",
    "video": "video",
    "video message": "video message",
}
