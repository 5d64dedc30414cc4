"""A promise as a team types it, whole or in halves, as one right sentence.

"waits", "a patient waits" and "When a patient waits, we" say the same, and so do "tell them how
long" and "We tell them how long." What we can't know for certain stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cxworkshop.customer_word import DEFAULT, PRESETS, as_inside_a_sentence, customer_word
from cxworkshop.i18n import _, in_our_language, is_translated, languages, speaking

_WHOLE = re.compile(r"(?P<when>when(?:ever)?\b.+?),\s*(?P<we>we\b.+)", re.IGNORECASE | re.DOTALL)
_WHEN = re.compile(r"when\b[\s,:…]*", re.IGNORECASE)
_WE = re.compile(r"(?:[\s,…]+|we\b(?!['’])[\s:…]*)+", re.IGNORECASE)
_AND_WE = re.compile(
    r"(?<![\s,;.…])[\s,;.…]++(?:we\b[\s…]*)?$|(?<!\s),?\s++we[\s…]*$", re.IGNORECASE
)
_COMMA = re.compile(r"[,،]\s")  # also as Arabic writes it
# With these the first half is a clause already, and needs no "when".
_OTHER_OPENING = re.compile(
    r"(?:if|before|after|while|whenever|once|until|as soon as|as long as|where|wherever"
    r"|(?:each|every) (?:time|day|morning|evening|week|month))\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:an?|the|any|every|each|no(?! longer| more)|some|somebody|someone|anybody|anyone"
    r"|nobody|no one|everybody|everyone|people|they|he|she|it|you|we|i|there|this|that|these"
    r"|those|our|your|their|my|his|her|both|most|many|few|several|another|one|two|three|\d+)\b",
    re.IGNORECASE,
)
# The second half may have another subject too: "somebody of us comes", "you get an answer".
_OTHER_THAN_WE = re.compile(
    r"(?:an?|the|our|your|their|somebody|someone|nobody|no one|everybody|everyone|anybody|anyone"
    r"|there|it|they|you|this|these|those|(?:one|each|all|two) of us)\b|we['’]",
    re.IGNORECASE,
)


class Promise(NamedTuple):
    """The parts of a sentence.

    `does` is what a customer does, where they are the one it speaks of: "waits". `opening` is the
    first half, "When a patient waits", and `ours` the second, "we tell them how long".
    """

    does: str
    opening: str
    ours: str

    @property
    def sentence(self) -> str:
        """Both halves; the second alone where there is no first, "" without a second."""
        if not self.ours:
            return ""
        both = _("{opening}, {ours}").format(opening=self.opening, ours=self.ours)
        text = both if self.opening else self.ours
        return _ended(text[:1].upper() + text[1:])


def promise_of(when: str, we: str) -> Promise:
    """The parts of what was typed into the two fields, either of which may hold all of it."""
    when, we = " ".join(when.split()), " ".join(we.split())
    if any(map(_is_whole_elsewhere, (when, we))) and not (when and we):
        return Promise("", "", when or we)
    if is_translated():
        return _as_typed(when, we)
    whole = _WHOLE.fullmatch(we) or _WHOLE.fullmatch(when)
    if whole is not None and not (when and we):
        when, we = whole["when"], whole["we"]
    elif whole is not None:
        when, we = (whole["when"], we) if whole.string == when else (when, whole["we"])
    does, opening = _opening(_AND_WE.sub("", when))
    return Promise(does, opening, _ours(we))


def promise_to_customers(when: str, we: str) -> str:
    """The sentence as customers read it: "When you wait, we tell you how long."

    Only in English, and where each word that has to change is known; else as the team says it.
    """
    promise = promise_of(when, we)
    if is_translated() or not promise.does:
        return promise.sentence
    does, ours = _you_do(promise.does), _to_you(promise)
    if not does or not ours:
        return promise.sentence
    return _ended(f"When you {does}, {ours}")


def leads(when: str, we: str) -> tuple[str, str]:
    """What stands before each of the two fields, so that both read on: "When a patient", "we"."""
    when, we = " ".join(when.split()), " ".join(we.split())
    first = _("When {a_customer}")
    if is_translated():
        return "" if _begins(when, _openings()) else first, "" if _is_whole(we) else _("we")
    if _WHEN.match(when) or _OTHER_OPENING.match(when):
        first = ""
    elif _without_customer(when) or _SUBJECT.match(when) or _names_several(when):
        first = _("When")
    return first, "" if _WE.match(we) or _OTHER_THAN_WE.match(we) else _("we")


def _as_typed(when: str, we: str) -> Promise:
    """The parts in another language, whose grammar we don't know: as they were typed.

    Each half may begin with the words that our own sentence has for it, or hold all of it.
    """
    for typed, other in ((we, when), (when, we)):
        if _is_whole(typed) and not other:
            return Promise("", "", typed)
    when = when.rstrip(" ,;.…،؛")
    if when and not _begins(when, _openings()):
        when = _("When {what}").format(what=when)
    ours = we.rstrip(" .")
    before = _("we {words}").format(words="").strip()  # "" where the verb comes first
    if ours and not (before and _begins(ours, [before])):
        ours = _("we {words}").format(words=ours)
    return Promise("", when[:1].upper() + when[1:], ours)


def _openings() -> list[str]:
    """Words with which a first half begins in the language in use."""
    words = _("when, whenever, if, as soon as, every time, before, after")
    return [word.strip() for word in _COMMA.split(words)]


@lru_cache(maxsize=256)
def _is_whole_elsewhere(words: str) -> bool:
    """Whether it is a whole sentence in another language than the one that is spoken now."""
    if _COMMA.search(words) is None:
        return False
    for code in languages():
        with speaking(code):
            if code != "en" and _is_whole(words):
                return True
    return False


def _begins(words: str, openings: Sequence[str]) -> bool:
    small = f"{words.casefold()} "
    return any(small.startswith(f"{one.casefold()} ") for one in openings)


def _is_whole(words: str) -> bool:
    """Whether it is both halves: "Wenn jemand anruft, gehen wir ans Telefon"."""
    return _begins(words, _openings()) and _COMMA.search(words) is not None


def _opening(when: str) -> tuple[str, str]:
    """What a customer does, and the first half; "" where the half is another's, or missing."""
    begins = _WHEN.match(when)
    rest = when[begins.end() :] if begins else when
    if not rest:
        return "", ""
    does = _without_customer(rest)
    if not does and not begins and _OTHER_OPENING.match(rest):
        return "", rest[:1].upper() + rest[1:]
    if not does and (begins or _SUBJECT.match(rest) or _names_several(rest)):
        clause = rest if begins else _small(rest)
        return "", _("When {what}").format(what=clause)
    does = does or _small(rest)
    return does, _("When {a_customer} {does}").format(does=does)


def _without_customer(clause: str) -> str:
    """What stands after "a patient"; "" where the clause begins otherwise."""
    ones = {DEFAULT.one, customer_word().one, in_our_language(customer_word()).one}
    names = "|".join(sorted(map(re.escape, ones), key=len, reverse=True))
    found = re.match(rf"(?:an?|any|every)\s+(?:{names})\s+(?:who\s+)?(?=\S)", clause, re.IGNORECASE)
    return clause[found.end() :] if found else ""


def _names_several(clause: str) -> bool:
    """Whether it begins with "patients", or with what others call theirs."""
    first = clause.partition(" ")[0].casefold()
    return first in {word.many.casefold() for word in (*PRESETS, customer_word())}


def _ours(we: str) -> str:
    begins = _WE.match(we)
    words = (we[begins.end() :] if begins else we).rstrip(" .")
    if not words:
        return ""
    if _OTHER_THAN_WE.match(words):
        return _small(words)
    return _("we {words}").format(words=_small(words))


def _small(words: str) -> str:
    """With a small letter at the beginning, where only the beginning made it a capital."""
    if is_translated():
        return words  # as German nouns are
    first, space, rest = words.partition(" ")
    return words if first == "I" else f"{as_inside_a_sentence(first)}{space}{rest}"


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."


# --- To customers: the one they read of is "you" -------------------------------------------------

_VERBS = {
    "is": "are", "isn't": "aren't", "has": "have", "hasn't": "haven't", "does": "do",
    "doesn't": "don't", "goes": "go", "was": "were", "wasn't": "weren't",
}  # fmt: skip
_SAME_FOR_ALL = {"can", "can't", "cannot", "may", "must", "might", "could", "couldn't", "would"}
_NO_VERBS = {"always", "sometimes", "afterwards", "perhaps", "across", "this", "his", "its", "us"}
_SOMEBODY = re.compile(
    r"\b(?:they|them|their|theirs|themselves|he|she|him|his|hers?|herself|himself|who)\b", re.I
)
_MORE_VERBS = re.compile(r"\b(?:and|or|but|then|because|that|if|when|is|has|does|was)\b", re.I)
# Whoever is told, asked and thanked is a person, and not what they bring with them.
_DONE_TO_THEM = re.compile(
    r"\b((?:tell|ask|call|greet|thank|help|ring|meet|invite|answer|offer|give"
    r"|(?:write|talk|speak|listen|go|come|reply) to|look after) )them\b",
    re.I,
)


def _you_do(does: str) -> str:
    """What "you" do; "" where that is not certain."""
    verb, space, rest = does.partition(" ")
    if _SOMEBODY.search(rest) or _MORE_VERBS.search(rest):
        return ""
    plain = verb.replace("’", "'").lower()
    if plain in _SAME_FOR_ALL:
        return does
    curly = _VERBS.get(plain, "").replace("'", "’")
    return f"{said}{space}{rest}" if (said := curly or _plain_verb(plain)) else ""


def _plain_verb(verb: str) -> str:
    """ "waits" as "wait"; "" for what is no such verb."""
    if not re.fullmatch(r"[a-z]{2,}[^s\W]s", verb) or verb in _NO_VERBS:
        return ""
    if verb.endswith("ies") and len(verb) > 4:
        return f"{verb[:-3]}y"
    return verb[:-2] if re.search(r"(?:ss|sh|ch|x|zz|o)es$", verb) else verb[:-1]


def _to_you(promise: Promise) -> str:
    """Our half with "you" for "them"; "" where it is not certain who they are."""
    said = _DONE_TO_THEM.sub(r"\1you", promise.ours)
    words = {DEFAULT.one, DEFAULT.many, *customer_word()}
    named = re.search(rf"\b(?:{'|'.join(map(re.escape, words))})\b", said, re.IGNORECASE)
    if named or _SOMEBODY.search(said):
        return ""
    several = re.search(r"\b(?!this\b|us\b)\w+[^s\W]s\b", promise.does.partition(" ")[2])
    return "" if said != promise.ours and several else said
