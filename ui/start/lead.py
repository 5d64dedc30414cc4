"""What leads on the start page: what is late, else where the team is in its thirty days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxworkshop import catalogue, days
from cxworkshop.i18n import _, in_quotes, ngettext, with_colon, with_commas
from cxworkshop.model import Pick, PickId
from cxworkshop.open_thing import OpenKind
from cxworkshop.services.overview import StopStatus
from cxworkshop.stops import STOPS
from cxworkshop.workshop import Workshop
from ui.widgets.open_lines import MAKE_BETTER, OpenLine, OpenPlace, open_lines


@dataclass(frozen=True)
class Lead:
    """The large words, what they are about and why, and the one button with where it goes.

    `row` and `row_when` say the same in the row of a workshop that does not lead.
    """

    words: str
    urgent: bool
    title: str
    why: str
    verb: str
    place: OpenPlace
    row: str
    row_when: str = ""


@dataclass(frozen=True)
class Thread:
    """Thirty days of an improvement that nobody has been asked about to the end."""

    start: date
    check: date
    today: date


def lead_of(
    workshop: Workshop, lines: list[OpenLine]
) -> tuple[Lead, Thread | None, list[OpenLine]]:
    """What leads, its thirty days if they run, and the lines that are left."""
    due = [line for line in lines if line.left is not None and line.left <= 0]
    if due:
        first = due[0]
        rest = [line for line in lines if line is not first]
        return _late(workshop, first), _thread(workshop, first), rest
    running = [pick for pick in workshop.pick.slots().values() if _is_running(workshop, pick)]
    if running:
        blocked = next((line for line in lines if line.kind is OpenKind.BLOCKER), None)
        rest = [line for line in lines if line is not blocked]
        return _running(workshop, running, blocked), _thread(workshop, None), rest
    return _where(workshop), None, lines


def _late(workshop: Workshop, line: OpenLine) -> Lead:
    is_check = line.kind is OpenKind.CHECK
    row = with_colon(line.words, in_quotes(line.title)) if line.title else line.words
    return Lead(
        words=line.when[:1].upper() + line.when[1:],
        urgent=True,
        title=(line.title if is_check else line.words) or line.words,
        why=_asked(workshop, line) if is_check else line.about,
        verb=_("Ask {customers} now") if is_check else line.verb,
        place=line.place,
        row=row,
        row_when=line.when,
    )


def _asked(workshop: Workshop, line: OpenLine) -> str:
    """ "11 customers said it, none of them has been asked yet"."""
    assert line.place.pick is not None  # a check is an improvement's
    rows = workshop.check.asked(line.place.pick).rows
    asked, n = sum(row.is_asked for row in rows), len(rows)
    said = ngettext("{n} {customer} said it", "{n} {customers} said it", n).format(n=n)
    if not asked:
        return _("{said}, none of them has been asked yet").format(said=said)
    return _("{said}, {n} asked so far").format(said=said, n=asked)


def _running(workshop: Workshop, picks: list[Pick], blocker: OpenLine | None) -> Lead:
    first = picks[0]
    start = min(pick.start_on for pick in picks if pick.start_on)
    check = min(pick.check_on for pick in picks if pick.check_on)
    words = days.of_thirty(start, workshop.today)
    n = (check - workshop.today).days
    soon = ngettext("Check with {customers} in {n} day", "Check with {customers} in {n} days", n)
    if blocker is not None:
        when = _("in the way {days}").format(days=blocker.when) if blocker.urgent else ""
        return Lead(
            words=words,
            urgent=False,
            title=blocker.words,
            why=f"{blocker.about} {blocker.when}",
            verb=blocker.verb,
            place=blocker.place,
            row=f"{in_quotes(blocker.words)}. {blocker.about}",
            row_when=when,
        )
    title = workshop.share.outcome(first.id).title
    return Lead(
        words=words,
        urgent=False,
        title=title if len(picks) == 1 else _("{title}, and more").format(title=title),
        why=soon.format(n=n),
        verb=_("Make it better"),
        place=OpenPlace(workshop.rounds.current().number, MAKE_BETTER, first.id),
        row=words,
        row_when=days.due(check, workshop.today),
    )


def _stop_to_go_on(
    statuses: dict[str, StopStatus], *, is_picked: bool
) -> catalogue.StopText | None:
    """The last stop that was begun, or the one after it when what was picked is done there."""
    stops = catalogue.stops()
    picked = ("pick",) if is_picked else ()  # its share is of answered criteria
    begun = [stop for stop in stops if statuses[stop.key].share > 0 or stop.key in picked]
    if not begun:
        return None
    here = stops.index(begun[-1])
    is_done = is_picked and statuses[begun[-1].key].share >= 1
    return stops[min(here + is_done, len(stops) - 1)]


def _where(workshop: Workshop) -> Lead:
    """Where the next thing is done."""
    statuses = dict(zip(STOPS, workshop.overview.stop_statuses(), strict=True))
    begun = _stop_to_go_on(statuses, is_picked=bool(workshop.pick.slots()))
    here = begun or catalogue.stops()[0]
    note = statuses[here.key].note
    words = here.title if begun else _("Everything is still to come")
    coming = open_lines(workshop, workshop.open_promises.coming())
    place = OpenPlace(workshop.rounds.current().number, STOPS.index(here.key) + 1)
    next_thing = with_colon(coming[0].words, coming[0].title) if coming else ""
    return Lead(
        words=words,
        urgent=False,
        title=note[:1].upper() + note[1:],
        why=with_commas((next_thing, coming[0].when)) if coming else "",
        verb=_("Carry on") if begun else _("Begin"),
        place=place,
        row=with_commas((words, note)) if note and begun else words,
        row_when=coming[0].when if coming else "",
    )


def _is_running(workshop: Workshop, pick: Pick) -> bool:
    if pick.locked_on is None or pick.start_on is None or pick.check_on is None:
        return False
    return workshop.check.latest(pick.id).verdict is None


def _thread(workshop: Workshop, line: OpenLine | None) -> Thread | None:
    """The thirty days of what is late, else of this round while nobody has judged them."""
    if line is not None and line.kind is OpenKind.CHECK and line.place.pick is not None:
        return _thread_of(workshop, [line.place.pick])
    picks = workshop.pick.slots().values()
    return _thread_of(workshop, [pick.id for pick in picks if _is_running(workshop, pick)])


def _thread_of(workshop: Workshop, picks: list[PickId]) -> Thread | None:
    plans = [workshop.make_better.plan(pick) for pick in picks]
    starts = [plan.start_on for plan in plans if plan.start_on]
    checks = [plan.check_on for plan in plans if plan.check_on]
    if not starts or not checks:
        return None
    return Thread(min(starts), min(checks), workshop.today)
