"""Commands of stop 5: the plan, the lock, and what stands in the way."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cxworkshop.commands.shared import DAY, FILE, changing_round, command, round_option
from cxworkshop.errors import BadWords
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import PickId
from cxworkshop.promise_words import promise_of

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop

_PROMISE = re.compile(r"^(?P<when>when .+?),\s*we (?P<we>.+)$", re.IGNORECASE | re.DOTALL)


@command("plan", _("Fill in the plan of a slot; what is not named stays as it is."))
@click.argument("file", type=FILE)
@click.argument("slot", type=int)
@click.option("--title", help=_("What we will do, in a few words."))
@click.option("--promise", help=_('"When a customer …, we …"'))
@click.option("--poster", help=_("The promise as the poster says it; '' for the promise itself."))
@click.option("--quote", help=_("{Customers_s} words that are quoted; '' lets us choose."))
@click.option("--owner", help=_("Who owns it."))
@click.option("--helper", "helpers", multiple=True, help=_("Who does it as well."))
@click.option("--licence", help=_("What the doers may do without asking."))
@click.option("--giver", help=_("Who gives the licence."))
@click.option("--up-to", help=_("Up to what the licence goes."))
@click.option("--until", type=DAY, help=_("Until when the licence holds."))
@click.option("--step", "steps", multiple=True, help=_("A first step: what / who / 2026-11-26."))
@click.option("--idea", "ideas", multiple=True, help=_("An idea of the deck as a first step: 17."))
@click.option("--practise", is_flag=True, help=_("A first step: try it on one another."))
@click.option("--start", type=DAY, help=_("The day on which it starts."))
@click.option("--check", type=DAY, help=_("The day of the check; else start + 30 days."))
@click.option("--expect", help=_("What we expect customers to say on day 30."))
@click.option("--reason", default="", help=_("Why a rule is passed over, in writing."))
@round_option
def plan_command(file: Path, slot: int, today: date | None, **given: Any) -> None:
    """All that is named in one step; a refusal changes nothing."""
    with changing_round(file, given["round_number"], today) as workshop:
        pick = workshop.pick.in_slot(slot).id
        with workshop.as_one(_("Fill in the plan of slot {slot}").format(slot=slot)):
            _words(workshop, pick, given)
            _people(workshop, pick, given)
            _dates(workshop, pick, given)
        _say_missing(workshop, pick, slot)


def _words(workshop: Workshop, pick: PickId, given: dict[str, Any]) -> None:
    if given["title"] is not None:
        workshop.make_better.rename(pick, given["title"])
    if given["promise"] is not None:
        found = _PROMISE.match(given["promise"].strip())
        when, we = (found["when"], found["we"]) if found else ("", given["promise"])
        when = promise_of(when, we).does or when  # of a customer, only what they do
        workshop.make_better.set_words(pick, promise_when=when, promise_we=we)
    _told(workshop, pick, given["poster"], given["quote"])
    if given["expect"] is not None:
        workshop.make_better.set_words(pick, expectation=given["expect"])
    for step in given["steps"]:
        _step(workshop, pick, step)
    for idea in given["ideas"]:
        workshop.make_better.steps.add_idea(pick, idea)
    if given["practise"]:
        workshop.make_better.steps.add_practice(pick)


def _told(workshop: Workshop, pick: PickId, poster: str | None, quote: str | None) -> None:
    if poster is not None:
        workshop.share.say_on_poster(pick, poster)
    if quote:
        workshop.make_better.quotes.choose_words(pick, quote)
    elif quote is not None:
        workshop.make_better.quotes.let_program_choose(pick)


def _step(workshop: Workshop, pick: PickId, text: str) -> None:
    words, who, day = (*(part.strip() for part in text.split("/")), "", "")[:3]
    try:
        by_when = date.fromisoformat(day) if day else None
    except ValueError:
        raise BadWords(_("Write a step as: what / who / 2026-11-26")) from None
    person = workshop.people.find_or_add(who) if who else None
    workshop.make_better.steps.add(pick, words, person, by_when)


def _people(workshop: Workshop, pick: PickId, given: dict[str, Any]) -> None:
    if given["owner"] is not None:
        owner = workshop.people.find_or_add(given["owner"])
        workshop.make_better.assign_owner(pick, owner, given["reason"])
    for helper in given["helpers"]:
        workshop.make_better.add_helper(pick, workshop.people.find_or_add(helper))
    if any(given[key] is not None for key in ("licence", "giver", "up_to", "until")):
        _licence(workshop, pick, given)


def _licence(workshop: Workshop, pick: PickId, given: dict[str, Any]) -> None:
    was = workshop.make_better.licence(pick)
    giver = workshop.people.find_or_add(given["giver"]) if given["giver"] else was.given_by
    if giver is None:
        raise BadWords(_("Somebody has to give the licence. Name them with --giver."))
    workshop.make_better.grant_licence(
        pick,
        was.may if given["licence"] is None else given["licence"],
        giver,
        up_to=was.up_to if given["up_to"] is None else given["up_to"],
        until=given["until"] or was.until,
        reason=given["reason"],
    )


def _dates(workshop: Workshop, pick: PickId, given: dict[str, Any]) -> None:
    if given["start"] is None and given["check"] is None:
        return
    start = given["start"] or workshop.make_better.plan(pick).start_on
    if start is None:
        raise BadWords(_("The check is counted from the start. Name it with --start."))
    workshop.make_better.schedule(pick, start, given["check"], given["reason"])


def _say_missing(workshop: Workshop, pick: PickId, slot: int) -> None:
    missing = workshop.make_better.missing(pick)
    if workshop.make_better.plan(pick).locked_on is not None:
        return
    if missing:
        text = _("Slot {slot} before it can be locked: {missing}.")
        click.echo(text.format(slot=slot, missing=with_commas(missing)))
    else:
        click.echo(_("Slot {slot} is ready to be locked.").format(slot=slot))


@command("lock", _("Lock a plan: it becomes an improvement, its words are frozen."))
@click.argument("file", type=FILE)
@click.argument("slot", type=int)
@click.option("--reason", default="", help=_("Why it is locked although something is missing."))
@round_option
def lock_command(
    file: Path, slot: int, reason: str, round_number: int | None, today: date | None
) -> None:
    """The reason is printed."""
    with changing_round(file, round_number, today) as workshop:
        pick = workshop.pick.in_slot(slot)
        locked = workshop.make_better.lock(pick.id, reason)
        text = _("Slot {slot} is locked. {Customers} are asked on {day}.")
        click.echo(text.format(slot=slot, day=locked.check_on))


@command("block", _("Write down what delays the doers, and who removes it."))
@click.argument("file", type=FILE)
@click.argument("slot", type=int)
@click.argument("text")
@click.option("--remover", required=True, help=_("Who removes it; not the owner."))
@click.option("--reason", default="", help=_("Why it is the owner after all, in writing."))
@round_option
def block_command(
    file: Path,
    slot: int,
    text: str,
    remover: str,
    reason: str,
    round_number: int | None,
    today: date | None,
) -> None:
    """One more blocker."""
    with changing_round(file, round_number, today) as workshop:
        pick = workshop.pick.in_slot(slot).id
        with workshop.as_one(_("Add a blocker")):
            workshop.make_better.blockers.add(
                pick, text, workshop.people.find_or_add(remover), reason
            )
        number = len(workshop.make_better.blockers.of(pick))
        said = _("Blocker {number} of slot {slot}, {remover} removes it.")
        click.echo(said.format(number=number, slot=slot, remover=remover))


@command("unblock", _("A blocker is out of the way: N counts the slot’s blockers from 1."))
@click.argument("file", type=FILE)
@click.argument("slot", type=int)
@click.argument("number", metavar="N", type=int)
@click.option(
    "--days-lost", type=int, help=_("Days that it cost, if not those since it was written down.")
)
@round_option
def unblock_command(
    file: Path,
    slot: int,
    number: int,
    days_lost: int | None,
    round_number: int | None,
    today: date | None,
) -> None:
    """Removed today."""
    with changing_round(file, round_number, today) as workshop:
        pick = workshop.pick.in_slot(slot).id
        blocker = workshop.make_better.blockers.clear(pick, number, days_lost)
        lost = workshop.make_better.blockers.days_lost(blocker.id)
        text = ngettext(
            "Blocker {number} of slot {slot} is out of the way, {lost} day lost.",
            "Blocker {number} of slot {slot} is out of the way, {lost} days lost.",
            lost,
        )
        click.echo(text.format(number=number, slot=slot, lost=lost))
