"""Who is to be told as soon as the answers are in."""

from __future__ import annotations

from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import DayCheck
from cxworkshop.queries.rounds import number_of
from cxworkshop.workshop import Workshop


def whom_to_tell(workshop: Workshop, check: DayCheck) -> str:
    """ "The 9 customers who said it, all staff, the council"; "" before the answers are in."""
    answered = workshop.check.marks(check.pick).total() > 0
    all_in = check.all_in or not workshop.check.to_ask(check.pick)
    if check.verdict is None and not (answered and all_in):
        return ""
    text = listed(names_to_tell(workshop, check))
    return f"{text[:1].upper()}{text[1:]}"


def names_to_tell(workshop: Workshop, check: DayCheck) -> list[str]:
    """Those who said it, and everybody on the round's list who has not been told yet."""
    n = len(workshop.check.asked(check.pick).rows)
    customers = ngettext("the {customer} who said it", "the {n} {customers} who said it", n)
    round_number = number_of(workshop.make_better.plan(check.pick).round)
    rows = workshop.share.to_tell(round_number)
    waiting = [row.who for row in rows if row.told_on is None]
    return [*([customers.format(n=n)] if n else []), *waiting]


def listed(names: list[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    text = _("{names} and {last}")
    return text.format(names=with_commas(names[:-1]), last=names[-1])
