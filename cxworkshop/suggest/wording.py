"""Questions that are better asked in other words: closed ones, two at once, long ones.

English ones are offered in their own words, those of `wording_elsewhere` in general ones. It only
suggests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cxworkshop.i18n import _, is_translated
from cxworkshop.suggest.wording_elsewhere import first_of_two_elsewhere, open_elsewhere

MOST_WORDS = 22  # of a question that is said aloud
_ASKING = r"(?:what|how|when|why|where|which|who|whom|whose)"
_TWO = re.compile(rf"^(?P<first>.+?),?\s+(?:and|or)\s+{_ASKING}\b(?P<second>.*)$", re.I | re.S)

_AUX = [
    "am",
    "are",
    "is",
    "was",
    "were",
    "do",
    "does",
    "did",
    "have",
    "has",
    "had",
    "can",
    "could",
    "will",
    "would",
    "shall",
    "should",
    "may",
    "might",
    "must",
    "isn't",
    "aren't",
    "wasn't",
    "weren't",
    "don't",
    "doesn't",
    "didn't",
    "haven't",
    "hasn't",
    "hadn't",
    "can't",
    "couldn't",
    "won't",
    "wouldn't",
    "shouldn't",
]
_NOT_ENGLISH_ALONE = {"am", "do", "had", "is", "was", "will"}
_ORDERED = {"it", "this", "that", "one", "something", "everything", "anything", "the", "your", "a"}
_LEAD = re.compile(r"^(?:and|so|but|now|please|then|well)[, ]+", re.IGNORECASE)
_CLOSED = re.compile(
    rf"^(?P<aux>{'|'.join(map(re.escape, _AUX))})\s+(?P<who>\w[\w'’]*)\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_EVER = re.compile(r"^\s+ever\b", re.IGNORECASE)
_EITHER = re.compile(r"\s+or\s+(?!not\b)", re.IGNORECASE)
_SUBJECTS = {"you", "your", "they", "it", "we", "our", "us", "there", "this", "that", "these",
          "those", "the", "a", "an", "any", "anybody", "anyone", "anything", "everything",
          "everybody", "everyone", "he", "she", "i", "people", "customers", "staff", "my", "all",
          "some", "somebody", "someone", "something", "one", "each", "every", "both",
          "their", "his", "her", "its", "no", "nobody", "most", "many", "other"}  # fmt: skip


@dataclass(frozen=True)
class Doubt:
    """Why a question should be asked in other words, and in which; "" where only a person can."""

    why: str
    offer: str


def doubt_about(question: str) -> Doubt | None:
    """What is wrong with a question; None for one that is open, single and short."""
    offer = open_wording(question) or open_elsewhere(question)
    if offer is not None:
        return Doubt(_("Yes or no answers this."), offer)
    first = _first_of_two(question) or first_of_two_elsewhere(question)
    if first is not None:
        return Doubt(_("This asks two things at once."), first)
    if len(question.split()) > MOST_WORDS:
        return Doubt(_("This is long to say aloud: can it be shorter?"), "")
    return None


def _first_of_two(question: str) -> str | None:
    """The first of two questions; "and when not?" is none of its own."""
    text = " ".join(question.split())
    first, *others = re.split("([?؟])", text)
    if len(others) > 2:  # a mark, and another one after a second question
        return f"{first}{others[0]}"
    found = _TWO.match(text)
    if found is None or re.search(r"\bnot\b", found["second"], re.IGNORECASE):
        return None
    return f"{found['first']}?"


def open_wording(question: str) -> str | None:
    """An open wording that makes a customer tell something; None for an open question.

    "When … and when not?" keeps the order of the words, so it is correct for any question.
    """
    found = _match(question)
    if found is None:
        return None
    aux = found["aux"].lower().removesuffix("n't")
    aux = {"ca": "can", "wo": "will"}.get(aux, aux)
    rest = _EVER.sub("", found["rest"]).strip().rstrip("?!. ")
    asked = " ".join(part for part in (aux, found["who"], rest) if part)
    return f"When {asked}, and when not? Tell me about the last time."


def _match(question: str) -> re.Match[str] | None:
    text = _LEAD.sub("", " ".join(question.split()).replace("’", "'"))
    found = _CLOSED.match(text)
    if found is not None and is_translated() and found["aux"].lower() in _NOT_ENGLISH_ALONE:
        return None  # "Was an unserer Arbeit …"
    if found is None or _EITHER.search(text) or found["who"].lower() not in _SUBJECTS:
        return None
    if found["aux"].lower() == "do" and found["who"].lower() in _ORDERED:
        return None  # "Do it again": an order, not a question
    return found
