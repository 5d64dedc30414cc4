"""Closed questions, which can be answered with yes or no, and open wordings of them.

Only for English, by the first word; in other languages nothing is flagged. It only suggests.
"""

from __future__ import annotations

import re

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
    if found is None or _EITHER.search(text) or found["who"].lower() not in _SUBJECTS:
        return None
    if found["aux"].lower() == "do" and found["who"].lower() in _ORDERED:
        return None  # "Do it again": an order, not a question
    return found
