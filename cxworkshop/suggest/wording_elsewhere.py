"""Closed questions, and two at once, in the other languages that the app speaks: by how they begin.

Those that could be something else in another language count only where theirs is spoken.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from cxworkshop.i18n import _, language, speaking


class _Asking(NamedTuple):
    """How a language asks: `closed` begins a yes-or-no question, `either` gives it two sides.

    `joined` stands between two questions, as "and what" does; `without` makes of it "and when not".
    `is_sure` says that no other language of ours has such beginnings.
    """

    closed: str
    either: str
    joined: str
    without: str
    is_sure: bool = True


_DE_WHO = (
    "sie|ihnen|ihre?[mnrs]?|du|dir|dich|ihr|euch|es|er|wir|uns|man|jemand|etwas|alles|das|der|die|den"
    r"|dies|diese[mnrs]?|ein|eine[mnrs]?|unser|unsere[mnrs]?|schon|irgend\w+"
)
_FR_WHO = "vous|nous|ils|elles|il|elle|on|tu|je"
_NL_WHO = (
    "u|uw|je|jij|jou|jouw|jullie|we|wij|het|de|een|er|dat|dit|die|onze|ons|iemand|iets|alles|zij|ze"
    "|hij|men"
)
_ASKING = {
    "de": _Asking(
        rf"(?:haben|hat|hatten?|hast|sind|ist|war|waren|wird|werden|wurden?|würden?|können|kann|könnten?"
        rf"|konnten?|möchten?|wollen|will|sollen|sollten?|dürfen|darf|finden|fanden|fühlen|kennen|wissen"
        rf"|denken|glauben|gefällt|gefiel|gibt|gab|geht|ging|klappt|bekommen|passt|stimmt|reicht|mögen)"
        rf"\s+(?:{_DE_WHO})\b",
        r"\boder\s+(?!nicht\b)",
        r"(?:und|oder)\s+(?:was|wie|wann|warum|wo|wohin|womit|woran|wofür|welche[mnrs]?|wer|wem|wen)\b",
        r"\b(?:nicht|kein\w*)\b",
    ),
    "fr": _Asking(
        rf"(?:est-ce\s+qu|\w+-(?:t-)?(?:{_FR_WHO})\b[^.:]*\?$|y\s+a-t-il\b"
        r"|(?:vous|c['’]est|ça|tout)\b[^.]*\?$)",
        r"\bou\s+(?!pas\b|non\b)",
        r"(?:et|ou)\s+(?:qu['’]|que|quoi|comment|quand|pourquoi|où|quel(?:le)?s?|qui|combien)(?=\W|\w)",
        r"\b(?:pas|non|rien)\b",
    ),
    "es": _Asking(
        r"¿\s*(?!(?:(?:a|con|de|desde|en|hasta|para|por)\s+)?(?:qu|c[uú][aá]|c[oó]mo\b|d[oó]nd)|y\b)\w",
        r"\b[ou]\s+(?!no\b)",
        r"[yeo]\s+¿?(?:qué|cómo|cuándo|por\s+qué|dónde|cuál(?:es)?|quién(?:es)?|cuánt[oa]s?)\b",
        r"\b(?:no|nada)\b",
    ),
    "nl": _Asking(
        rf"(?:heeft|hebt|heb|hebben|had|hadden|is|zijn|was|waren|bent|ben|kan|kunt|kunnen|kon|konden|wil"
        rf"|wilt|willen|zou|zouden|zult|zal|mag|mogen|moet|moeten|vindt|vond|vinden|weet|weten|gaat|ging"
        rf"|krijgt|kreeg|werd|werden|wordt|worden|komt|kwam|denkt|voelt|werkt|werkte|doet)"
        rf"\s+(?:{_NL_WHO})\b",
        r"\bof\s+(?!niet\b)",
        r"(?:en|of)\s+(?:wat|hoe|wanneer|waarom|waar|waarmee|welke?|wie)\b",
        r"\b(?:niet|geen)\b",
        is_sure=False,
    ),
    "pl": _Asking(
        r"czy\b",
        r"\b(?:czy|albo|lub)\s+(?!nie\b)",
        r"(?:i|oraz|albo|lub|a)\s+(?:co|jak|kiedy|dlaczego|czemu|gdzie|któr\w+|jak[aiu]\w*|kto|kogo|komu|czego)\b",
        r"\bnie\b",
    ),
    "ar": _Asking(
        r"(?:هل|أليس|أليست|ألم|ألا|أما|أكان|أكانت)\b",
        r"\b(?:أم|أو)\s+(?!لا\b)",
        r"و(?:ما\s+(?:الذي|هو|هي)|ماذا|كيف|متى|لماذا|أين|مَن|أي)\b",
        r"\b(?:لا|لم|ليس|لن)\b",
    ),
}
_LEAD = re.compile(r"^(?:und|et|y|en|i|a|also|donc|pues|dus|więc)[, ]+(?=\w)", re.IGNORECASE)
_MARK = re.compile(r"\s*[?؟]$")
_OPENING_MARK = re.compile(r"^[¡\s\"“„«]+")


def open_elsewhere(question: str) -> str | None:
    """A general wording in the language of a closed question; None for others."""
    text = _tidied(question)
    for code, asking in _asked():
        begun = _compiled(rf"^(?:{asking.closed})").match(text)
        if begun and not _compiled(asking.either).search(text, 2):
            with speaking(code):
                return _("Tell me about the last time. How was it?")
    return None


def first_of_two_elsewhere(question: str) -> str | None:
    """The first of two questions that are joined by an "and"; "and when not" is none."""
    text = _tidied(question)
    mark = _MARK.search(text)
    for _code, asking in _asked():
        joined = _compiled(rf"^(\S+\s.+?)[,،]?\s+{asking.joined}(.*)$").match(text)
        if mark and joined and not _compiled(asking.without).search(joined[2]):
            return f"{joined[1]}{mark[0]}"
    return None


def _asked() -> list[tuple[str, _Asking]]:
    """The languages to look at: the one that is spoken first."""
    here = language().partition("_")[0]
    found = [(code, one) for code, one in _ASKING.items() if one.is_sure or code == here]
    return sorted(found, key=lambda one: one[0] != here)


def _tidied(question: str) -> str:
    text = _OPENING_MARK.sub("", " ".join(question.split()))
    return _LEAD.sub("", text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)
