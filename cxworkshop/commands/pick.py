"""Commands of stop 4: up to three, and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from cxworkshop.commands.shared import FILE, changing, command, one_of
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import Criterion, CriterionAnswer


@command("pick", _("Put a card or a group into a free slot."))
@click.argument("file", type=FILE)
@click.argument("card")
@click.option("--swap", help=_("Swap it for this one, which is picked already."))
def pick_command(file: Path, card: str, swap: str | None, today: date | None) -> None:
    """Never more than three."""
    with changing(file, today) as workshop:
        subject = workshop.pick.subject(card)
        if swap is None:
            pick = workshop.pick.put(subject)
        else:
            pick = workshop.pick.swap(subject, workshop.pick.subject(swap))
        taken = workshop.pick.slots()
        slot = next(number for number, row in taken.items() if row.id == pick.id)
        text = _("{name} is in slot {slot}, {taken} of 3 taken.")
        click.echo(text.format(name=subject.name, slot=slot, taken=len(taken)))


@command("criterion", _("Answer one of the four: can, notice, days or stay."))
@click.argument("file", type=FILE)
@click.argument("slot", type=int)
@click.argument("criterion")
@click.argument("answer")
@click.option("--why", default="", help=_("The reason; a no or a not sure wants one."))
def criterion_command(
    file: Path, slot: int, criterion: str, answer: str, why: str, today: date | None
) -> None:
    """ANSWER is yes, no or unsure."""
    with changing(file, today) as workshop:
        which, said = one_of(Criterion, criterion), one_of(CriterionAnswer, answer)
        workshop.pick.judge(slot, which, said, why)
        given = workshop.pick.judgements(slot)
        yes = sum(row.answer is CriterionAnswer.YES for row in given.values())
        text = ngettext("Slot {slot}: {n} of 4 is a yes.", "Slot {slot}: {n} of 4 are a yes.", yes)
        click.echo(text.format(slot=slot, n=yes))


@command("opposite", _("Mark two cards or groups of which customers want the contrary."))
@click.argument("file", type=FILE)
@click.argument("card")
@click.argument("other")
@click.option("--decide", help=_("For whom the team decides."))
@click.option("--undo", is_flag=True, help=_("They are no opposites after all."))
def opposite_command(
    file: Path, card: str, other: str, decide: str | None, undo: bool, today: date | None
) -> None:
    """Both sides are counted, and how many of them we serve."""
    with changing(file, today) as workshop:
        one, two = workshop.pick.subject(card), workshop.pick.subject(other)
        title = _("Mark {one} and {other} as opposites")
        with workshop.as_one(title.format(one=one.in_title, other=two.in_title)):
            row = workshop.pick.opposites.mark(one, two)
            if decide is not None:
                workshop.pick.opposites.decide(row.id, decide)
            if undo:
                workshop.pick.opposites.take_back(row.id)
        if undo:
            text = _("{one} and {other} are no opposites any more.")
            click.echo(text.format(one=one.name, other=two.name))
        for pair in workshop.pick.opposites.pairs():
            if pair.id == row.id:
                for side in pair.sides:
                    click.echo(f"{side.subject.name}: {side.heard.sentence}")
