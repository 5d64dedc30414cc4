"""How many customers notice, of those who answered a check, in words."""

from __future__ import annotations

from collections import Counter

from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import Mark

ENOUGH_ANSWERS = 3
_OTHERS = (Mark.NO_DIFFERENCE, Mark.WORSE, Mark.CANNOT_TELL)


def without_words(marks: Counter[Mark]) -> str:
    """ "2 marks without words"; "" for none."""
    n = marks.total()
    return ngettext("{n} mark without words", "{n} marks without words", n).format(n=n) if n else ""


def notice_count(notice: int, asked: int) -> str:
    """Say how many customers notice, of how many."""
    text = ngettext("{n} of {all} {customer} notices.", "{n} of {all} {customers} notice.", asked)
    return text.format(n=notice, all=asked)


def others(marks: Counter[Mark]) -> str:
    """Count the other marks: "1 no difference, 1 worse"."""
    no_difference, worse, unsure = (marks[mark] for mark in _OTHERS)
    texts = (
        ngettext("{n} no difference", "{n} no difference", no_difference),
        ngettext("{n} worse", "{n} worse", worse),
        ngettext("{n} cannot tell", "{n} cannot tell", unsure),
    )
    counted = ((marks[mark], text) for mark, text in zip(_OTHERS, texts, strict=True))
    return with_commas(text.format(n=n) for n, text in counted if n)


def few_answers(count: int) -> str:
    """Say that only one or two customers have answered in words (R4); "" if there are more."""
    if not count:
        return _("Nobody has answered in words yet.")
    return _("Only {count} answered so far.").format(count=count) if count < ENOUGH_ANSWERS else ""
