"""Recognise answers that say nothing, such as "n/a" or "no comment at this time".

Only the whole answer counts: "nothing" is one of them, "nothing works" is not. Words such as "at
the moment" or "thanks" may follow. They are set aside, never dropped.
"""

from __future__ import annotations

import re

from cxworkshop.exchange import foreign_phrases as foreign
from cxworkshop.textual import fold

# All folded: small letters, a space for each punctuation mark.
_PHRASES = """
n a|na|n a n a|nil|null|tbd|not applicable|non applicable|does not apply|doesn t apply
none|no|nope|nah|nothing|nothing at all|absolutely nothing|no nothing|not a thing
no comments?|no further comments?|no answers?|no response|no feedback|no suggestions?|no opinion
no ideas?|i have no idea|no clue|no preference|no complaints?|no issues|no problems?
no changes?|nothing better|pass|no (?:negatives?|positives?|pros|cons|dislikes?)
not sure|i m not sure|i am not sure|unsure|not really|don t know|dont know|do not know
i don t know|i dont know|i do not know|idk|dunno|cannot say|can t say|hard to say
(?:i )?(?:cannot|can t|cant|couldn t) (?:really )?think of (?:any(?: ?thing)?|one|nothing)
did not answer|didn t answer|skipped|unknown|prefer not to say|rather not say
same as above|same as before|see (?:above|previous)(?: answer)?|as above|already answered
keine?|keine angaben?|k a|o a|nichts|gar nichts|nix|nein|nö|keine ahnung|weiss nicht
weiss ich nicht|ich weiss (?:es )?nicht|keine (?:weiteren )?anmerkungen?|keine anregungen?
kein(?:e|en)? kommentare?|keine (?:vorschläge|ideen?|meinung|wünsche|beschwerden|antwort)
mir fällt nichts ein|fällt mir nichts ein|entfällt|trifft nicht zu|siehe oben|wie oben
rien|rien du tout|rien à (?:ajouter|dire|signaler)|ras|r a s|non|aucune?|aucune idée|néant
aucun commentaire|aucune (?:suggestion|remarque)|pas de (?:réponse|commentaires?|suggestions?)
sans (?:commentaire|réponse|objet|opinion)|je ne sais pas|je sais pas|nsp|pas d (?:avis|idée)
nada|nada más|ningun[oa]|ningún comentario|ninguna sugerencia|sin (?:comentarios?|respuesta)
no sé|no se|no lo sé|no aplica|no procede|nada que (?:añadir|decir)|ns nc
niets|niks|geen|geen (?:idee|opmerkingen?|commentaar|mening|suggesties?)|nee|weet (?:ik )?niet
weet ik het niet|geen antwoord|nvt|n v t|niet van toepassing|zie boven
ingen|ingenting|intet|inget|nej|nei|ei|en osaa sanoa|ei mitään|en tiedä|ei kommentoitavaa|eos
average|mean|(?:grand |sub ?)?totals?|sum|summe|gesamt(?:summe)?|durchschnitt|mittelwert|moyenne
promedio|gemiddelde|totaal|gennemsnit|gjennomsnitt|genomsnitt|summa|i alt|totalt?
ve[td] ikke|vet inte|jeg ve[td] ikke|jag vet inte|ingen (?:kommentare?r?|åsikt|mening|idé)
ikke noe|ikke relevant|ej aktuellt|ikke aktuelt|se ovenfor|se ovan
""".strip().replace("\n", "|")
_BEHIND = "|".join(
    (
        "at (?:this|the) (?:time|moment|point)(?: in time)?|at present|for (?:now|me|us)",
        "for the (?:moment|time being)|right now|currently|yet|so far|as of now|today",
        "specific|special|in particular|particular|really|else|more|new|further|sorry",
        "comes? to mind|springs to mind|(?:that )?i can think of|about (?:this|it|that)",
        "to (?:add|say|report|mention|suggest|improve|change)|i m aware of",
        "thanks?(?: you)?|thank you|please",
        "zurzeit|zur zeit|derzeit|momentan|aktuell|im moment|bisher|weiter|mehr|sonst|dazu|danke",
        "zu (?:sagen|ergänzen|berichten|verbessern)|bekannt|besonderes|einzuwenden",
        "pour (?:l instant|le moment)|de plus|d autre|actuellement|merci",
        "por (?:el momento|ahora)|más|de momento|gracias",
        "op dit moment|momenteel|verder|meer|bedankt|dank u",
        "for øyeblikket|just nu|lige nu|takk?|tack",
    )
)
_BEFORE = (
    "derzeit|zurzeit|zur zeit|momentan|aktuell|im moment|bisher|currently|at the moment"
    "|at this time|right now|so far|honestly|sorry|actually|well|pour l instant|por ahora"
)
_NOTHING = re.compile(rf"(?:(?:{_BEFORE}) )?(?:{_PHRASES})(?: (?:{_BEHIND}))*")
_FOREIGN = re.compile(foreign.NOTHING)
_SHORT = 24  # characters; the phrases of those languages have no more
# These answer "what was good?", and say nothing to "what should we do better?".
_VERY = (
    "very|really|so|absolutely|all|quite|pretty|always|just|it s|it is|that s|i m|i am|was|it was"
    "|sehr|echt|total|alles|immer|war|bin|ist|einfach|très|vraiment|tout|c est|c était|toujours|muy"
    "|todo|heel|erg|zeer|helemaal|altijd|meget|veldig|mycket|helt|alt|allt|er|är"
)
_PRAISED = (
    "good|great|excellent|perfect|amazing|awesome|fantastic|wonderful|brilliant|superb|outstanding"
    "|lovely|nice|fine|ok|o k|okay|well|satisfied|happy|super|cool|love it|loved it|the best|best"
    "|thanks|thank you|many thanks|well done|good job|great job|keep it up|good work"
    "|keep up the good work|(?:good|great|excellent) (?:service|app|work|experience)|no complaints"
    "|gut|toll|prima|klasse|top|perfekt|spitze|hervorragend|wunderbar|zufrieden|ausgezeichnet"
    "|bestens|danke|danke schön|vielen dank|weiter so|bien|bon|parfait|excellent|génial|satisfait"
    "|merci|impeccable|nickel|rien à redire|bravo|bueno|buena|excelente|perfecto|genial|súper"
    "|gracias|me encanta|satisfecho|goed|uitstekend|geweldig|tevreden|bedankt|dank u|fijn|mooi"
    "|godt|god|bra|fint|topp|fornøyd|tilfreds|nöjd|supert|flott|utmärkt|tak|takk|tack|toppen"
)
_WELL = re.compile(
    r"(?:it s |it is |that s )?(?:all (?:is )?(?:good|fine|ok|o k|okay|well)|everything"
    r"(?: (?:is|was) (?:good|great|fine|ok|okay|perfect))?)|alles|alles (?:gut|ok|bestens|super)"
    r"|passt alles|alles passt|tout|tout (?:va|est|était) bien|todo|todo (?:está )?bien"
    r"|alles (?:is )?goed|alt er (?:bra|godt)|allt (?:är )?bra|kaikki hyvin"
    rf"|(?:(?:{_VERY}) ){{0,2}}(?:{_PRAISED})"
    r"(?: (?:thanks|thank you|danke|merci|gracias|tak+|tack))?"
)
_FOREIGN_WELL = re.compile(foreign.WELL)
_OPT_OUT = re.compile(
    r"(?:please )?(?:stop(?: ?all)?|stopp|unsubscribe|opt ?out|remove me|end|quit|abmelden"
    r"|abbestellen|désabonne[rz]?|désinscription|(?:dar(?:me)? de )?baja|afmelden|uitschrijven"
    r"|avmeld|afmeld|avregistrera|avsluta)(?: me| please| bitte| now)?"
)
_BARE_SCORE = re.compile(
    r"(?:10|\d)(?: \d)?(?: ?(?:out of|von|sur|de|van|av|af|of)? ?(?:5|10))?"
    r"(?: ?(?:stars?|sterne?|étoiles?|estrellas?|sterren|stjerner|stjärnor|points?|punkte))?|100"
)
_FILLER = re.compile(
    r"x|z|k|ok|okay|(?:(?:this is )?(?:just )?a )?test(?: ?test)*(?: ?\d{1,3})?"
    r"(?: (?:please )?(?:ignore|delete)(?: (?:me|this))?)?|prueba|essai|teste|deneme|テスト|测试"
    r"|asdf\w*|qwert\w*|sdfs?\w*|lorem ipsum|bla+h?(?: bla+h?)*"
)
_ONE_LETTER = re.compile(r"([^\W\d])\1{2,}", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[\W_]*")
_LONGEST = 120


def is_non_answer(text: str, folded: str | None = None) -> bool:
    """Whether the whole answer says nothing, whatever was asked.

    `folded` is the same text folded, for whoever has it already.
    """
    if _NO_LETTERS.fullmatch(text) or _ONE_LETTER.fullmatch(text):
        return True
    if len(text) > _LONGEST:
        return False
    folded = fold(text) if folded is None else folded
    if _NOTHING.fullmatch(folded) or _FILLER.fullmatch(folded):
        return True
    return len(folded) <= _SHORT and bool(_FOREIGN.fullmatch(folded))


def is_opt_out(folded: str) -> bool:
    """Whether it only asks for no more messages: "STOP"."""
    return bool(_OPT_OUT.fullmatch(folded))


def is_bare_score(folded: str) -> bool:
    """Whether it is a mark and no word: "5", "8/10", "4 stars"."""
    return bool(_BARE_SCORE.fullmatch(folded))


def is_content(text: str, folded: str | None = None) -> bool:
    """Whether it only says that all is well: praise, but nothing to do better."""
    if len(text) >= _LONGEST:
        return False
    folded = fold(text) if folded is None else folded
    if _WELL.fullmatch(folded):
        return True
    return len(folded) <= _SHORT and bool(_FOREIGN_WELL.fullmatch(folded))
