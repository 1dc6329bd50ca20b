"""Words that report in English. Verbs and nouns by lemma."""

from stream.nlp.languages.tables import by_act, inflected, words

CUES = by_act(
    state="""say tell state add explain note remark comment reply respond answer continue write report reveal disclose
        claim argue contend assert maintain insist stress emphasize emphasise underline underscore suggest indicate
        mention observe recall recount relate describe conclude admit acknowledge concede joke quip declare
        tweet post estimate testify allege mutter shout yell whisper exclaim inform notify point_out go_on_to_say sing
        put_it reiterate repeat explain detail discuss clarify elaborate predict forecast project speculate
        show find demonstrate illustrate document read hint imply call label dub brand compare liken portray cite quote
        characterize characterise deem caution_that lament muse opine retort counter interject volunteer recommend advise
        boast brag vent gripe remind convey express voice relay narrate summarize summarise
        theorize reason posit profess proclaim pronounce attest stipulate specify outline conclude tout
        lay_out spell_out speak_of talk_about speak_about refer_to point_to
        hit_back fire_back react echo chant highlight reference list""",
    ask="ask inquire question wonder query",
    confirm="confirm verify certify affirm reaffirm corroborate",
    deny="deny refute rebut dispute dismiss",
    accuse="accuse blame charge fault denounce slam blast",
    condemn="""condemn criticize criticise decry deplore bemoan rebuke chide complain regret object protest deride mock
        rail_against lash_out_at scoff_at complain_about""",
    threaten="threaten",
    warn="warn caution alert warn_of",
    promise="promise vow pledge swear guarantee assure commit",
    demand="""demand urge order call_for request require press implore plead beg exhort insist_on instruct
        encourage""",
    announce="announce unveil propose publish release decree offer",
    thank="thank",
    praise="praise hail applaud commend congratulate laud welcome celebrate salute",
    agree="agree concur accept endorse support consent approve",
    reject="reject refuse decline oppose rule_out resist disagree",
    other="""believe think feel fear hope expect doubt suspect consider worry know understand learn realize realise want
        wish plan intend decide view see assume guess hear prefer favor favour regard anticipate determine
        suppose imagine forget remember seek""",
)

FORMS = inflected(
    {
        "say": "said says",
        "tell": "told",
        "write": "wrote written",
        "think": "thought",
        "know": "knew known",
        "find": "found",
        "show": "showed shown",
        "read": "reads",
        "swear": "swore sworn",
        "tweet": "tweeted tweets tweeting",
        "hope": "hopes hoped hoping",
    }
)

NOMINAL = words(
    """announce confirm deny condemn criticize criticise decry deplore reject demand propose praise hail applaud
    commend laud welcome denounce dispute refute promise pledge unveil mention discuss describe predict forecast
    recommend thank oppose endorse support slam blast cite express reiterate outline detail acknowledge disclose reveal
    report mock deride dismiss rule_out call_for question lament bemoan fear want favor favour expect
    doubt emphasize emphasise stress underline underscore propose regret suggest call label dub brand compare liken
    speak_of speak_about talk_about refer_to point_to tout accept urge seek accuse blame charge claim note declare offer order
    recall explain indicate rebuke echo chant highlight reference list characterize characterise portray deem rail_against
    lash_out_at scoff_at complain_about warn_of chide convey voice expect cite document illustrate guarantee"""
)

INFINITIVAL = words(
    """promise vow pledge swear threaten refuse decline offer agree demand urge order call_for request require press
    implore plead beg exhort instruct encourage ask want hope plan intend wish expect claim warn decide seek commit
    advise recommend tell consent propose remind"""
)
BARE = True

NOUNS = by_act(
    state="""claim statement assertion argument belief view suggestion report idea notion remark comment conclusion opinion
        theory contention insistence prediction observation""",
    announce="announcement proposal plan",
    confirm="confirmation",
    promise="promise pledge vow assurance commitment",
    accuse="accusation allegation charge",
    condemn="criticism condemnation denunciation complaint",
    threaten="threat",
    warn="warning",
    demand="demand call request order appeal recommendation",
    deny="denial",
    reject="refusal rejection",
    other="hope fear concern expectation decision desire intention doubt worry",
)
REPLIES = words("reply respond answer retort counter react hit_back fire_back disagree")
UTTER = words(
    "make issue give voice express repeat reiterate release share raise offer level send deliver renew put_forward cast reject"
)
MAKERS = words("by")
TOPICS = words("of")

NEGATIONS = words("not n't never no neither")
MODALS = words("would could can might may should must shall will")
CONDITIONS = words("if unless")
SUBORDINATORS = words("while whereas")
GROUNDS = words("because if unless until")
COMPARISONS = words("as")
CONJUNCTIONS = words("and or but")
COMPLEMENTIZERS = words("that whether if how why what")
AUXILIARIES = words(
    "has have had is was are were be been 's will would did does do also later then still just recently repeatedly"
)
