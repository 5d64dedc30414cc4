"""What stop 2's footer says."""

from __future__ import annotations

from cxworkshop.i18n import _, ngettext
from cxworkshop.stops.talk.answers import RoundAnswers
from ui.widgets.footer import Footer


def footer_of(answers: RoundAnswers, who: str, *, is_correcting: bool) -> Footer:
    """Count what was said, name the open ways, and offer the next customer after `who`."""
    said, customers = answers.counts()
    grey = _("Enter keeps the correction, Esc leaves it")
    if not is_correcting:
        grey = _unanswered(len(answers.unanswered_ways())) if said else ""
    who = _("{customer} {n}").format(n=who) if who.isdecimal() else who
    text = _("That was {who}, next {customer}").format(who=who) if who else _("Next {customer}")
    return Footer(_counted(said, customers), grey, text, "Ctrl+N")


def _counted(said: int, customers: int) -> str:
    """ "43 things said by 12 customers"; while there are none, what to do."""
    if not said:
        return _("Ask the first {customer}, and type what they say.")
    things = ngettext("{n} thing said", "{n} things said", said).format(n=said)
    by = ngettext("by {n} {customer}", "by {n} {customers}", customers).format(n=customers)
    return f"{things} {by}"


def _unanswered(ways: int) -> str:
    """Say how many of the ten ways have no answer yet."""
    some = ngettext(
        "{n} of the ten ways got no answer yet", "{n} of the ten ways got no answer yet", ways
    )
    return some.format(n=ways) if ways else _("All ten ways have an answer")
