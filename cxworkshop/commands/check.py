"""Commands of stop 6: what customers say now, and what it adds up to."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxworkshop.commands.shared import FILE, changing_round, command, one_of, round_option
from cxworkshop.errors import NotFound
from cxworkshop.i18n import _, with_commas
from cxworkshop.model import Expected, Mark, NextStep, PickId, Verdict
from cxworkshop.verdict_words import mark_words, verdict_words

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


@command("heard", _("Type what a customer says on day 30, and mark it."))
@click.argument("file", type=FILE)
@click.argument("slot", type=int)
@click.argument("words")
@click.option("--mark", required=True, help=_("notices, no-difference, worse or cannot-tell"))
@click.option("--customer", type=int, help=_("The number of a customer we talked to before."))
@click.option("--kind", default="", help=_("Kind of customer, for a new one."))
@round_option
def heard_command(
    file: Path,
    slot: int,
    words: str,
    mark: str,
    customer: int | None,
    kind: str,
    round_number: int | None,
    today: date | None,
) -> None:
    """One answer of the latest check."""
    with changing_round(file, round_number, today) as workshop:
        pick = workshop.pick.in_slot(slot).id
        known = workshop.talk.customers.with_number(customer) if customer is not None else None
        if customer is not None and known is None:
            raise NotFound(_("There is no {customer} {number}.").format(number=customer))
        workshop.check.record_answer(
            pick, words, one_of(Mark, mark), customer=known.id if known else None, kind=kind
        )
        marks = workshop.check.marks(pick)
        said = [f"{mark_words(mark)} {count}" for mark, count in marks.items()]
        said.append(workshop.check.without_words(pick))
        marked = with_commas(filter(None, said))
        click.echo(_("Slot {slot}: {marks}").format(slot=slot, marks=marked))


@command("verdict", _("Say what the answers add up to: notice, some or none."))
@click.argument("file", type=FILE)
@click.argument("slot", type=int)
@click.argument("verdict")
@click.option("--after", help=_("With none: again (another 30 days) or back (to the list)."))
@click.option("--learned", help=_("With none: what we learned, in one sentence."))
@click.option("--expected", help=_("Whether we had expected it: right, partly or wrong."))
@round_option
def verdict_command(
    file: Path,
    slot: int,
    verdict: str,
    after: str | None,
    learned: str | None,
    expected: str | None,
    round_number: int | None,
    today: date | None,
) -> None:
    """Only with customers' words."""
    with changing_round(file, round_number, today) as workshop:
        pick = workshop.pick.in_slot(slot).id
        with workshop.as_one(_("Give the verdict of the 30-day check")):
            workshop.check.give_verdict(pick, one_of(Verdict, verdict))
            if after is not None:
                workshop.check.choose_next_step(pick, one_of(NextStep, after))
            if learned is not None:
                workshop.check.conclusions.write_learned(pick, learned)
            if expected is not None:
                workshop.check.conclusions.compare(pick, one_of(Expected, expected))
        _say_verdict(workshop, pick, slot)


def _say_verdict(workshop: Workshop, pick: PickId, slot: int) -> None:
    """The verdict, how many it rests on, and what is still asked for."""
    check, counted = workshop.check.latest(pick), workshop.check.conclusions.counted(pick)
    verdict = verdict_words(check.verdict) if check.verdict else ""
    text = _("Slot {slot}: {verdict}, {counted} noticed.")
    parts = [text.format(slot=slot, verdict=verdict, counted=counted)]
    parts.append(workshop.check.few_answers(pick) or "")
    if check.verdict is Verdict.NONE and not check.learned:
        parts.append(_("What did you learn? (--learned TEXT)"))
    click.echo(" ".join(filter(None, parts)))
