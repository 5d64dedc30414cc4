"""Commands of stop 4: up to three, and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from cxworkshop.commands.shared import FILE, changing, command, one_of
from cxworkshop.i18n import _
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
        click.echo(_("Slot {slot}: {yes} of 4 are a yes.").format(slot=slot, yes=yes))
