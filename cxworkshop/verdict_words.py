"""What customers notice on day 30, each answer and all together, in a few words."""

from __future__ import annotations

from cxworkshop.i18n import _, n_
from cxworkshop.model import Mark, Verdict

_MARKS = {
    Mark.NOTICES: n_("Notices"),
    Mark.NO_DIFFERENCE: n_("No difference"),
    Mark.WORSE: n_("Worse"),
    Mark.CANNOT_TELL: n_("Cannot tell"),
}
_WORDS = {
    Verdict.NOTICE: n_("{customers} notice"),
    Verdict.SOME: n_("some {customers} notice"),
    Verdict.NONE: n_("they don’t notice"),
}


def mark_words(mark: Mark) -> str:
    return _(_MARKS[mark])


def verdict_words(verdict: Verdict) -> str:
    return _(_WORDS[verdict])
