"""Find the question in a column's title, and whether it asks for praise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from cxworkshop.exchange import foreign_titles as foreign
from cxworkshop.exchange.titles import asks_openly, last_part, plain
from cxworkshop.textual import clean

# "Aspect #1:What aspects …", "What aspects … — Aspect 2": one question, asked for several answers.
_NUMBERED_BEFORE = re.compile(r"^[^:?]{0,40}#?\s?\d{1,2}\s?[:.)]\s*(?=\S)")
_NUMBERED_BEHIND = re.compile(
    r"(?<!\s)\s*(?:(?: — |[-:(\[])[^:?]{0,40}|(?<=\?)\s)#?\s?\d{1,2}[)\]]?\s*$"
)
# What survey tools add to the title of an open question's box.
_OPEN_BOX = re.compile(
    r" — (?:open[- ]ended response|response|antwort|offene antwort|réponse(?: ouverte)?|"
    r"respuesta(?: abierta)?|open antwoord|[åö]p[pn]et svar|åbent svar|svar)$",
    re.IGNORECASE,
)
MOST_QUESTIONS = 60  # of one text; more are no set of questions that many people answered
_MOST_TWINS = 60  # questions; more are no twins
_LONGEST = 500  # characters: the patterns take long for a text that is no question
_GOOD = re.compile(
    r"\bwhat (?:was|is|were|are|went|works|worked)(?: \w+){0,3}"
    r" (?:good|well|great|best|right|positive)\b"
    r"|\bwhat (?:do|did|have) (?:we|they|you|i)(?: \w+){0,3}"
    r" (?:well|right|best|enjoy\w*|like\w*|love\w*|appreciat\w*|valued?)\b"
    r"|\bwhat \w.*\b(?:makes?|made) \w.*\b(?:pleasant|enjoyable|delightful|happy|smile)\b"
    r"|\b(?:satisfied|like[ds]?|enjoy(?:ed)?|love[ds]?|valued?|appreciated?) (?:\w+ ){0,4}most\b"
    r"|\bmost (?:satisfied|enjoyed|liked|loved|appreciated)|\bcompliments?\b"
    r"|\b(?:best|favou?rite) (?:thing|part|aspect|feature|moment)s?\b|\bdoing well\b"
    r"|\b(?:keep|continue) doing\b"
    r"|\bwas (?:war|ist|lief|läuft|hat|fanden|finden|machen)"
    r"\b.*\b(?:gut|gefallen|toll|schön|angenehm)\b"
    r"|\b(?:was|wie) gef(?:ällt|iel)\b|\bam besten gef|\bschätzen (?:sie|du)\b|\bgut gefallen\b"
    r"|\bbeibehalten\b|\bgefällt (?:ihnen|dir|euch|mir)\b|\bmögen sie\b"
    r"|\b(?:a|ont|t il) (?:\w+ ){0,2}plu\b|\bplaît\b|\bqu est ce qui (?:va|a été|était) bien"
    r"|\b(?:avez|as|aimez|aimé|apprécié|appréciez)(?: \w+){0,4} (?:aimé|apprécié|le plus)\b"
    r"|\bappréciez|\bce qui (?:va|a) bien"
    r"|\bqué (?:\w+ ){0,4}(?:gusta|gustó|estuvo bien|salió bien|hicimos bien)\b"
    r"|\bmás (?:le|te|les) (?:gusta|gustó)|\blo (?:bueno|que (?:más )?(?:le|te) gust[aó])"
    r"|\bwat (?:was|is|ging|gaat|vond|vindt|vinden|doen)\b.*\b(?:goed|leuk|fijn|prettig)\b"
    r"|\bwat (?:beviel|bevalt)|\bwaardeert u\b"
    r"|\bhva[d]? (?:var|er|gikk|gik|fungerer|fungerte|fungerede|gjør|gør|syntes|likte|liker"
    r"|setter)\b.*\b(?:bra|godt|best|bedst|fint|likte|liker|lide)\b|\bhva (?:likte|liker)\b"
    r"|\bhvad kunne du lide|\bhvad (?:er|var) (?:du|i) glad for"
    r"|\bvad (?:var|är|gick|fungerar|fungerade|gör|tyckte|gillade|gillar|uppskattade)\b"
    r".*\b(?:bra|bäst|om|väl)\b|\bvad (?:gillar|gillade|uppskatta\w+)\b"
    rf"|{foreign.GOOD}"
)
# Titles of a column or a list, whole.
_GOOD_TITLE = re.compile(
    r"(?:the )?(?:pros?|likes?|liked|loved|positives?|strengths?|highlights|advantages?|benefits"
    r"|compliments?|praise"
    r"|appreciations?|thanks|thank you|lob und dank|dank|félicitations?|remerciements?"
    r"|agradecimientos?|complimenten|komplimenter|works(?: well)?|what (?:works"
    r"|s working)(?: well)?|tops?|felicitaci(?:ón|ones)"
    r"|good(?: things)?|(?:what )?went well|(?:what )?worked(?: well)?|keep"
    r"|continue|glad|roses?|kudos|positive (?:reviews?|feedback|comments?|aspects?|points?|things?)"
    r"|lob|stärken|positives?|positive (?:aspekte|punkte)|vorteile|pluspunkte"
    r"|(?:das )?(?:lief )?gut"
    r"|beibehalten|points? (?:forts?|positifs?)|avantages?|à (?:garder|conserver)|(?:les )?plus"
    r"|puntos? (?:fuertes?|positivos?)|ventajas?|lo (?:bueno|positivo)|fortalezas|mantener"
    r"|(?:ging )?goed|pluspunten|sterke punten|voordelen|behouden|styrker|fordele[r]?|(?:gikk )?bra"
    r"|(?:gik )?godt|ros|behold(?:e)?|styrkor|fördelar|(?:gick )?bra|beröm|behåll(?:a)?"
    r"|(?:the |das |lo |le |o |il |het |det )?(?:best(?:e|es)?|mejor|mieux|melhor|meglio|bästa"
    r"|bedste)"
    rf"|{foreign.GOOD_TITLES})"
)
_BAD_TITLE = re.compile(
    r"(?:the )?(?:cons?|tips?|flops?|suggestions?|grievances?|beschwerden?|anregung(?:en)?|tadel"
    r"|wünsche?|vorschläge?|vorschlag|plaintes?|réclamations?|quejas?|sugerencias?|reclamaci(?:ón"
    r"|ones)"
    r"|klacht(?:en)?|suggesties?|wens(?:en)?|klager?|forslag|klagomål|förslag|dislikes?|disliked"
    r"|hated|negatives?|weakness(?:es)?"
    r"|disadvantages?|bad"
    r"|bad things|(?:what )?(?:went|worked) (?:badly|wrong|less well|poorly)|not so (?:good|well)"
    r"|(?:what )?did(?: not|n t) (?:go|work)(?: so)? well"
    r"|(?:what |things )?(?:to|could be) improved?"
    r"|(?:what )?could (?:be|go|have gone) better|(?:to )?improve(?:ments?)?|needs improvement"
    r"|(?:to )?change|deltas?|stop|start|do (?:more|less)|less(?: of)?|more(?: of)?|mad|sad|lacked"
    r"|lacking|learned|longed for|thorns?|puzzles?|wishes|complaints?|pains?|pain points?"
    r"|frustrations?|negative (?:reviews?|feedback|comments?|aspects?|points?|things?)"
    r"|(?:das )?(?:lief )?(?:schlecht|nicht(?: so)? gut|weniger gut)|(?:zu )?verbessern"
    r"|verbesserung(?:en|swürdig)?|schwächen|nachteile|minuspunkte|kritik|(?:zu )?ändern|stopp?en"
    r"|points? (?:faibles?|négatifs?|à améliorer)|inconvénients?|à (?:améliorer|changer|arrêter)"
    r"|(?:les )?moins|puntos? (?:débiles|negativos|a mejorar)|desventajas|lo (?:malo|negativo)"
    r"|(?:a|por) mejorar|debilidades|minpunten|zwakke punten|nadelen|verbeterpunten"
    r"|(?:te )?verbeteren"
    r"|(?:ging )?(?:niet goed|slecht|minder goed)|svagheder|ulemper|(?:gikk )?dårlig"
    r"|(?:gik )?dårligt"
    r"|(?:gick )?dåligt|svagheter|nackdelar|forbedre|förbättra|att förbättra"
    r"|(?:the |das |lo |le |o |il |het |det )?(?:worst|schlechteste|schlimmste|peor|pire|pior"
    r"|peggio|slechtste|værste|verste|sämsta|värsta)|(?:ce qui )?(?:vous |t )?(?:a |ont )?déplu"
    rf"|{foreign.BAD_TITLES})"
)
# Words that only praise, unless a question asks for the contrary as well; a question that has one
# asks for praise where another of the same table asks for wishes.
_PRAISES = re.compile(
    r"\b(?:like[ds]?|enjoy\w*|love[ds]?|best|great|happy|happiest|pleased|satisfied|appreciat\w*"
    r"|valued?|delight\w*|impress\w*|proud|prais\w*|compliments?|strengths?|positives?|favou?rite"
    r"|(?:do(?:es)?|did|doing|go(?:es)?|went|work(?:s|ed)?) (?:\w+ ){0,3}(?:well|right|good)"
    r"|advantages?|benefits?|vorteile?|avantages?|ventajas?|voordelen|fordeler?|fördelar"
    r"|good (?:at|points?|things?)|works|worked|helpful|useful|valuable|smiled?|joy\w*|pleasant\w*"
    r"|(?:made|makes|make) (?:your day|you (?:come back|return|stay|happy))"
    r"|(?:is|are|was|were) (?:\w+ )?(?:good|great)|thank|grateful|recommend to others|highlights?"
    r"|zufrieden|gut|gefällt|gefallen|gefiel|gefreut|begeister\w*|toll|schätz\w*|loben\w*|lob"
    r"|hilfreich\w*|nützlich\w*|lief rund|angenehm\w*|stärken|schön\w*|positiv\w*|gelungen"
    r"|überzeugt\w*|beeindruckt"
    r"|plu|plaît|plait|aimé\w*|aimez|apprécié\w*|appréci\w*|satisfaits?|satisfaites?|bien|contents?"
    r"|utiles?|meilleure?s?|agréables?|points forts|réussi\w*|positi[fv]\w*|séduit"
    r"|gust[aóe]\w*|satisfech[oa]s?|content[oa]s?|buen[oa]s?|agrad\w*|encant\w*|valor[aó]\w*"
    r"|útil(?:es)?|fortalezas|disfrut\w*"
    r"|tevreden|blij|leuk\w*|fijn\w*|goed\w*|waarde\w*|bevallen|beviel|bevalt|prettig\w*|trots"
    r"|nuttig\w*|mooist\w*|complimenten|sterk\w*"
    r"|glade?|tilfreds|fornøyde?|nöjda?|bra|godt|bedste?|bästa?|beste|nyttig\w*|gillar|gillade"
    r"|liker|likte|uppskatta\w*"
    r"|styrker|styrkor|positivt|fungera\w* (?:\w+ )?bra"
    rf"|{foreign.PRAISES})\b|{foreign.GOOD}"
)
# Praise, though it says "should" or "would".
_KEEPS = re.compile(
    r"\b(?:should|must|shall|want us to|like us to) (?:\w+ ){0,3}(?:keep|continue|retain)\b"
    r"|\b(?:soll\w*|muss|müssen) (?:\w+ ){0,4}(?:bleiben|beibehalten)\b|\bein lob\b|\blob für\b"
    r"|\b(?:moet\w*|kunnen) (?:\w+ ){0,4}(?:zo houden|behouden|zo blijven)\b"
    r"|\b(?:devons|devrions|faut) (?:\w+ ){0,3}(?:garder|conserver|continuer)\b|\bcoups? de cœur\b"
    r"|\b(?:debemos|deberíamos) (?:\w+ ){0,3}(?:mantener|conservar)\b|\blo mejor (?:de|fue|es|ha)\b"
    r"|\b(?:like|want|wish) to (?:\w+ )?(?:praise|thank|compliment|congratulate)\b"
    r"|\bska (?:\w+ ){0,3}behålla\b|\bskal (?:\w+ ){0,3}beholde\b"
)
_CHANGES = re.compile(
    r"\b(?:improv\w*|chang\w*|stop|start|better|änder\w*|verbesser\w*|besser|anders|beter|mieux"
    r"|cambiar|mejorar|ändra|ændre|bättre|bedre)\b"
)
_RATES = re.compile(  # "How satisfied are you? Why?" asks for a reason, whatever it is
    r"^(?:(?:is|are|do|does|did|was|were|have|has) (?:the|you|your|we|our|it|this|there|they)"
    r"|(?:êtes|avez|est) (?:vous|ce)|(?:sind|ist|waren?|haben|hat) (?:sie|ihr|der|die|das|wir|du)"
    r"|(?:es|está|estuvo|le) )\b"
    r"|\b(?:how|wie|hoe|comment|cómo|como|come|hur|hvor|hvordan|jak) (?:well|satisfied"
    r"|happy|likely|good|zufrieden|gut|wahrscheinlich|tevreden|goed|satisf\w+|content\w*|glad"
    r"|tilfreds|fornøyd|nöjda?|bra|godt)\b|\bwhy\b|\bwarum\b|\bpourquoi\b|\bpor qué\b|\bwaarom\b"
    r"|\bhvorfor\b|\bvarför\b|\bperché\b|\bdlaczego\b|\breasons?\b|\bgrund\b|\braison\b"
)
_ALSO_BAD = re.compile(
    r"\b(?:bad|badly|worse|worst|better|improve\w*|dislike\w*|dissatisf\w*|least|less|not|n t"
    r"|difficult|wrong|chang\w*|differently|hinder\w*|negative|missing|missed|lack\w*|hated?"
    r"|disadvantages?|drawbacks?|nachteile?|inconvénients?|desventajas?|nadelen|ulemper|nackdelar"
    r"|gefehlt|vermiss\w*|gemist|manqué|badly|problems?|would|could|should|weniger|schlecht\w*"
    r"|besser|verbesser\w*|nicht|wenigsten"
    r"|stört\w*"
    r"|gestört|fehlt\w*|negativ\w*|kritik|mieux|mal|pas|moins|déplu|manqu\w*|amélior\w*|négati\w*"
    r"|mejor|mejorar|menos|peor|no|falt[aó]|negativ[oa]s?|beter|verbeter\w*|slecht\w*|niet|minder"
    r"|minst|negatie\w*|mist|bedre|forbedre\w*|dårlig\w*|ikke|mindst|mangle\w*|savne\w*|bättre"
    rf"|förbättra\w*|dålig\w*|inte|mindre|sämst|sakna\w*|gustaría|beğenm\w*)\b|{foreign.ALSO_BAD}"
)
# Words in which a question for praise differs from its twin, and those of the twin.
_PRAISING = """
most best good well positive like liked likes love loved pros satisfied happy strengths meisten
besten gut positiv positives stärken plus mieux bien plu positif forts más mejor gustó positivo
meest goed positief sterke mest bedst godt bra bäst positivt beste leukste fijnste
"""
_COMPLAINING = """
least worst bad badly negative dislike disliked dislikes hate hated cons dissatisfied unhappy
weaknesses wenigsten schlecht schlechtesten negativ negatives schwächen moins pire mal déplu
négatif faibles menos peor disgustó negativo minst slecht slechtst negatief zwakke mindst dårligt
dårlig dåligt sämst negativt
"""
_PLUS, _MINUS = frozenset(_PRAISING.split()), frozenset(_COMPLAINING.split())


def asked(titles: Sequence[str]) -> tuple[str, ...]:
    """The question of each column; numbered columns for one question share its words."""
    plain = [_OPEN_BOX.sub("", title) for title in titles]
    stems = [_stem(title) for title in plain]
    shared = Counter(stems)
    return tuple(
        stem if stem and shared[stem] > 1 else title
        for stem, title in zip(stems, plain, strict=True)
    )


def _stem(title: str) -> str:
    before = _NUMBERED_BEFORE.sub("", title, count=1)
    if before != title and len(before) > 10:
        return before
    behind = _NUMBERED_BEHIND.sub("", title)
    return behind if behind != title and len(behind) > 10 else title


@lru_cache(maxsize=1000)
def question_line(text: str) -> str:
    """A question on one line; what is longer than any question is cut."""
    return " ".join(clean(text[:_LONGEST]).split())


def is_praise(question: str) -> bool:
    """Whether a question clearly asks for what was good, and for nothing else."""
    folded = plain(question)
    if _KEEPS.search(folded) and not _CHANGES.search(folded):
        return True
    if _GOOD_TITLE.fullmatch(folded) or _GOOD_TITLE.fullmatch(plain(last_part(question))):
        return True
    return bool(_GOOD.search(folded)) and not _ALSO_BAD.search(folded)


def names_wishes(title: str) -> bool:
    """Whether a title says by itself that wishes and complaints stand below it: "Cons", "Stop"."""
    return bool(_BAD_TITLE.fullmatch(plain(title)) or _BAD_TITLE.fullmatch(plain(last_part(title))))


def praised(questions: Sequence[str]) -> tuple[str, ...]:
    """The questions that ask for praise: by themselves, or beside one that asks the contrary."""
    words = [Counter(plain(question).split()) for question in questions[:_MOST_TWINS]]
    twins = {n for n, one in enumerate(words) if any(_is_twin(one, other) for other in words)}
    is_asked = any(map(_asks_for_wishes, questions[:_MOST_TWINS]))
    tests = (is_praise, _only_praises) if is_asked else (is_praise,)
    return tuple(q for n, q in enumerate(questions) if n in twins or any(t(q) for t in tests))


def _asks_for_wishes(question: str) -> bool:
    is_open = asks_openly(question) or names_wishes(question)
    return bool(_ALSO_BAD.search(plain(question))) or (is_open and not _only_praises(question))


def _only_praises(question: str) -> bool:
    """Whether a question has words of praise and none of the contrary, beside one that has."""
    folded = plain(question)
    is_good = _PRAISES.search(folded) and not _RATES.search(folded)
    return bool(is_good) and not _ALSO_BAD.search(folded) and not names_wishes(question)


def _is_twin(good: Counter[str], bad: Counter[str]) -> bool:
    """Whether they are one question, but for "most" in one and "least" in the other."""
    more, less = good - bad, bad - good
    if not (0 < more.total() <= 2 and 0 < less.total() <= 2):
        return False
    return not _PLUS.isdisjoint(more) and not _MINUS.isdisjoint(less) and good.total() > 2
