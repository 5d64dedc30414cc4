"""Commands of stop 7: would it stay this good if everybody had left?"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from cxworkshop.commands.shared import DAY, FILE, changing_round, command, one_of, round_option
from cxworkshop.errors import BadWords
from cxworkshop.i18n import _
from cxworkshop.model import Heading


@command("stays", _("Say how it stays good: setup, written, newcomers, role, seen or customers."))
@click.argument("file", type=FILE)
@click.argument("slot", type=int)
@click.argument("heading")
@click.argument("answer")
@click.option("--where", required=True, help=_("Where to find it."))
@round_option
def stays_command(
    file: Path,
    slot: int,
    heading: str,
    answer: str,
    where: str,
    round_number: int | None,
    today: date | None,
) -> None:
    """An answer under one of the six headings."""
    with changing_round(file, round_number, today) as workshop:
        pick = workshop.pick.in_slot(slot).id
        workshop.staff_test.add_answer(pick, one_of(Heading, heading), answer, where)
        count = len({row.heading for row in workshop.staff_test.answers(pick)})
        click.echo(_("Slot {slot}: {n} of 6 headings.").format(slot=slot, n=count))


@command("sure", _("Are we sure that it stays? A no wants a fix, a name and a date."))
@click.argument("file", type=FILE)
@click.argument("slot", type=int)
@click.argument("answer", metavar="yes|no")
@click.option("--fix", default="", help=_("What will be fixed."))
@click.option("--who", help=_("Who fixes it."))
@click.option("--by", "by_when", type=DAY, help=_("By when; it is asked again then."))
@click.option("--asked-of", default="", help=_("Who was asked; best somebody who did not do it."))
@click.option("--against", help=_("What we reward or measure that pulls against it."))
@round_option
def sure_command(
    file: Path,
    slot: int,
    answer: str,
    fix: str,
    who: str | None,
    by_when: date | None,
    asked_of: str,
    against: str | None,
    round_number: int | None,
    today: date | None,
) -> None:
    """One attempt; attempts are counted and kept."""
    if answer not in ("yes", "no"):
        raise BadWords(_("Answer yes or no."))
    with changing_round(file, round_number, today) as workshop:
        pick = workshop.pick.in_slot(slot).id
        title = _("Sure that it stays") if answer == "yes" else _("Not sure that it stays")
        with workshop.as_one(title):
            if against is not None:
                workshop.staff_test.write_pulls_against(pick, against)
            if answer == "yes":
                workshop.staff_test.mark_sure(pick, asked_of)
            else:
                person = workshop.people.find_or_add(who) if who else None
                workshop.staff_test.mark_not_sure(pick, fix, person, by_when, asked_of)
        story = workshop.share.outcome(pick)
        click.echo(_("Kept.") if story.kept else _("Not kept yet: {}").format(story.why_not_kept))
