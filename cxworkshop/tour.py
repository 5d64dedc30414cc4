"""Go once round the loop without a window, from real customers' words to action plans.

This is what starting the program does where there is no screen. It uses the public methods only,
leaves a workshop and its PDFs in a folder, names them, and ends.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

import click

from cxworkshop import paths
from cxworkshop.cli import REFUSED
from cxworkshop.commands.shared import sentence
from cxworkshop.errors import Refusal, TooManyPicks
from cxworkshop.filenames import shown
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import Criterion, CriterionAnswer, Heading, Mark, PickId, Verdict
from cxworkshop.services.importing import ImportFile
from cxworkshop.sheets import write_sheets
from cxworkshop.workshop import Workshop

FOLDER = "example-output"
SOURCE = ("examples", "patient-feedback.csv")

# Piles as a team sorts them: a headline, and words that the cards in it share.
PILES = (
    (_("Being told how long it takes"), ("wait", "hour", "late", "delay")),
    (_("Reaching somebody"), ("phone", "call", "rang", "get through")),
    (_("Comfort on the way"), ("seat", "chair", "cold", "comfort", "vehicle")),
    (_("Coming again"), ("appointment", "visit", "session")),
)


def tour(folder: Path, say: Callable[[str], None]) -> list[Path]:
    """Go once round the loop; returns the paths of the files that were written."""
    folder.mkdir(parents=True, exist_ok=True)
    target = _free_name(folder)
    with Workshop.new(target, _("Patient services (example)")) as workshop:
        _talk(workshop, say)
        _group_and_pick(workshop, say)
        for slot in sorted(workshop.pick.slots()):
            _improve(workshop, slot)
        workshop.save()
        written = [target, *write_sheets(workshop, (), folder)]
        _ask_again(workshop, say)
        workshop.rounds.start_next()
        n = len(workshop.big_list.board().cards)
        text = ngettext("Round 2 begins with {n} card.", "Round 2 begins with {n} cards.", n)
        say(text.format(n=n))
        workshop.save()
    return written


def _free_name(folder: Path) -> Path:
    """The first free one of example.cxw, example-2.cxw …"""
    number, path = 1, folder / "example.cxw"
    while path.exists():
        number += 1
        path = folder / f"example-{number}.cxw"
    return path


def _talk(workshop: Workshop, say: Callable[[str], None]) -> None:
    source = paths.resource(*SOURCE)
    prepared = workshop.importing.prepare(ImportFile.read(source))
    workshop.importing.take(prepared, sure=True)
    for line in prepared.report:
        say(line)


def _group_and_pick(workshop: Workshop, say: Callable[[str], None]) -> None:
    for headline, words in PILES:
        cards = [
            card.id
            for card in workshop.big_list.board().loose
            if any(word in card.words.casefold() for word in words)
        ]
        if cards:
            workshop.big_list.group(cards, headline, sure=True)
    for candidate in workshop.pick.candidates()[: len(PILES)]:
        try:
            workshop.pick.put(candidate.subject)
            say(_("Picked: {headline}").format(headline=candidate.subject.headline))
        except TooManyPicks as refusal:
            say(str(refusal))


def _improve(workshop: Workshop, slot: int) -> None:
    for criterion in Criterion:
        workshop.pick.judge(slot, criterion, CriterionAnswer.YES)
    pick = workshop.pick.in_slot(slot)
    better = workshop.make_better
    owner, giver = workshop.people.find_or_add("Mira"), workshop.people.find_or_add("Helena")
    better.set_words(
        pick.id, promise_when=_("waits"), promise_we=_("tell them how long, and keep to it")
    )
    better.assign_owner(pick.id, owner)
    better.grant_licence(pick.id, _("Do what it takes. Only ask us about: money."), giver)
    plan_ = better.schedule(pick.id, workshop.today)
    assert plan_.start_on is not None  # it was set in the line above
    for days, words in ((3, _("Ask three {customers} what they’d notice")), (7, _("Try it once"))):
        better.steps.add(pick.id, words, owner, plan_.start_on + timedelta(days=days))
    better.blockers.add(pick.id, _("Nobody knows who may decide"), giver)
    better.lock(pick.id)


def _ask_again(workshop: Workshop, say: Callable[[str], None]) -> None:
    """Thirty days later: record what customers say, the verdict, and the first staff test."""
    picks = [workshop.pick.in_slot(slot).id for slot in sorted(workshop.pick.slots())]
    last = max(workshop.check.latest(pick).due_on for pick in picks)
    workshop.today = last
    for pick in picks:
        _check(workshop, pick)
    workshop.staff_test.add_answer(
        picks[0], Heading.WRITTEN, _("The times hang beside the door"), _("beside the door")
    )
    workshop.staff_test.mark_sure(picks[0])
    kept = sum(story.kept for story in workshop.share.outcomes())
    say(_("Asked again on {day}; kept: {n} of {all}.").format(day=last, n=kept, all=len(picks)))


def _check(workshop: Workshop, pick: PickId) -> None:
    for words, mark in (
        (_("Somebody told me how long it would be."), Mark.NOTICES),
        (_("About the same as before."), Mark.NO_DIFFERENCE),
        (_("Yes, that is better."), Mark.NOTICES),
    ):
        workshop.check.record_answer(pick, words, mark)
    workshop.check.give_verdict(pick, Verdict.SOME)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tour and print what was written; the one argument is the folder."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        written = tour(Path(given[0] if given else FOLDER), click.echo)
    except Refusal as refusal:
        click.echo(sentence(refusal), err=True)
        return REFUSED
    click.echo(_("Written:"))
    for path in written:
        click.echo(f"  {shown(path)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
