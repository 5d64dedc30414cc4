"""What stays on one line where text wraps: days, "2 of 3", "30 days", "round 3".

They are found in the text, so that neither command line nor calendar holds a space that nobody can
type, and nobody who writes a sentence has to think of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cxworkshop import days
from cxworkshop.i18n import _, is_translated, language, n_, ngettext

_DIGIT = re.compile(r"\d")
_TEMPLATES = (
    n_("{weekday} {day} {month} {year}"), n_("{weekday} {day} {month}"), n_("{day} {month}"),
    n_("{month} {year}"), n_("Day {n} of 30"), n_("{n} of {all}"), n_("round {n}"),
    n_("Round {n}"),
)  # fmt: skip
_EACH_FORM = (0, 1, 2, 5, 11, 100)  # numbers of which each language has some form
_NUMBER, _YEAR = r"\d{1,4}", r"\d{4}"


def kept_together(text: str) -> list[tuple[int, int]]:
    """The start and the end of each part inside which no line ends, in the language in use."""
    if _DIGIT.search(text) is None:
        return []
    said: tuple[str, ...] = _TEMPLATES
    if is_translated():  # thousands of cards ask; and a translation may be compiled while we run
        said = tuple(map(_, _TEMPLATES))
    return [found.span() for found in _pattern(language(), said).finditer(text)]


def without_breaks(text: str) -> str:
    """The text, as long as it was, with no-break spaces in all that stays on one line."""
    for start, end in kept_together(text):
        text = text[:start] + text[start:end].replace(" ", "\u00a0") + text[end:]
    return text


@lru_cache(maxsize=8)
def _pattern(_language: str, templates: tuple[str, ...]) -> re.Pattern[str]:
    said = [*templates, *(ngettext("{n} day", "{n} days", n) for n in _EACH_FORM)]
    parts = dict.fromkeys(map(_with_places, (f"{templates[2]} {{year}}", *said)))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def _with_places(said: str) -> str:
    """A sentence of ours as a pattern; what stands in its places is a name or a number."""
    names = {"{weekday}": days.weekday_names(), "{month}": days.month_names()}
    pieces = re.split(r"(\{\w+\})", said)
    return "".join([_place(piece, names) or re.escape(piece) for piece in pieces])


def _place(piece: str, names: dict[str, list[tuple[str, ...]]]) -> str:
    if piece in names:
        words = {word for one in names[piece] for word in one}
        return f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"
    if not piece.startswith("{"):
        return ""
    return _YEAR if piece == "{year}" else _NUMBER
