"""How many customers notice, of those who answered a check, in words."""

from __future__ import annotations

from collections import Counter

from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import Mark

ENOUGH_ANSWERS = 3


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
    parts = {
        Mark.NO_DIFFERENCE: _("{n} no difference"),
        Mark.WORSE: _("{n} worse"),
        Mark.CANNOT_TELL: _("{n} cannot tell"),
    }
    return with_commas(parts[m].format(n=marks[m]) for m in parts if marks[m])


def few_answers(count: int) -> str:
    """Say that only one or two customers have answered in words (R4); "" if there are more."""
    if not count:
        return _("Nobody has answered in words yet.")
    return _("Only {count} answered so far.").format(count=count) if count < ENOUGH_ANSWERS else ""
