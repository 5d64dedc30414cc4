"""What is still open, in the words of the screens: one line for each thing, and where it is done.

Imported only after the first paint: the core comes with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxworkshop import days
from cxworkshop.i18n import _, in_quotes, ngettext, with_commas
from cxworkshop.model import PickId, StaffTest
from cxworkshop.open_thing import OpenKind, OpenThing
from cxworkshop.still_open import names_in_short, on_lines
from cxworkshop.workshop import Workshop

SOON = 3  # days before a date on which it is shown in amber
MAKE_BETTER, CHECK, STAFF_TEST, SHARE = 5, 6, 7, 8
SIGNS = {OpenKind.BLOCKER: "block", OpenKind.TELLING: "arc", OpenKind.STEP: "thin"}
STOPS_OF = {
    OpenKind.STEP: MAKE_BETTER,
    OpenKind.BLOCKER: MAKE_BETTER,
    OpenKind.CHECK: CHECK,
    OpenKind.NEXT_STEP: CHECK,
    OpenKind.STAFF_TEST: STAFF_TEST,
    OpenKind.FIX: STAFF_TEST,
    OpenKind.TELLING: SHARE,
    OpenKind.LOOK_AGAIN: CHECK,
}


@dataclass(frozen=True)
class OpenPlace:
    """Where a thing is done: the round whose it is, the stop, and the improvement."""

    round_number: int
    stop: int
    pick: PickId | None = None
    is_look: bool = False  # looking again at what was kept, which stop 6 does in a part of its own


@dataclass(frozen=True)
class OpenLine:
    """One line of what is still open.

    `sign` is block, thin, open or arc; `urgent` says that `when` is late. `things` are the ids of
    what it stands for: those who wait to be told of one round share a line. `title` is the
    improvement's; `late` and `blocked` count days, `left` those until it is due.
    """

    sign: str
    words: str
    about: str
    when: str
    urgent: bool
    verb: str
    place: OpenPlace
    things: tuple[str, ...]
    kind: OpenKind
    title: str = ""
    late: int = 0
    blocked: int = 0
    left: int | None = None

    @property
    def spoken(self) -> str:
        """All of it in one sentence, for screen readers."""
        return with_commas(part for part in (self.words, self.about, self.when, self.verb) if part)


def open_lines(workshop: Workshop, things: Iterable[OpenThing]) -> list[OpenLine]:
    """A line for each thing: late first, then blockers by their days, what comes, and tellings."""
    return [
        _telling(workshop, those) if those[0].kind is OpenKind.TELLING else _line(workshop, *those)
        for those in on_lines(things, workshop.today)
    ]


def place_of_thing(thing: OpenThing) -> OpenPlace:
    """Where it is done."""
    is_look = thing.kind is OpenKind.LOOK_AGAIN
    return OpenPlace(thing.round_number, STOPS_OF[thing.kind], thing.pick, is_look)


def is_urgent(thing: OpenThing, workshop: Workshop) -> bool:
    """Whether it is late, due today, or in the way for a day or longer."""
    if thing.since is not None:
        return (workshop.today - thing.since).days > 0
    return thing.due_on is not None and thing.due_on <= workshop.today


def _line(workshop: Workshop, thing: OpenThing) -> OpenLine:
    return OpenLine(
        sign=SIGNS.get(thing.kind, "open"),
        words=thing.words,
        about=_about(workshop, thing),
        when=thing.when(workshop.today),
        urgent=is_urgent(thing, workshop),
        verb=verb(thing.kind),
        place=place_of_thing(thing),
        things=(thing.id,),
        kind=thing.kind,
        title=thing.title,
        late=thing.days_late(workshop.today),
        blocked=(workshop.today - thing.since).days if thing.since else 0,
        left=(thing.due_on - workshop.today).days if thing.due_on else None,
    )


def verb(kind: OpenKind) -> str:
    """What is done about it."""
    verbs = {
        OpenKind.STEP: _("Look at it"),
        OpenKind.BLOCKER: _("Clear it"),
        OpenKind.CHECK: _("Ask {customers}"),
        OpenKind.NEXT_STEP: _("Decide"),
        OpenKind.STAFF_TEST: _("Ask it"),
        OpenKind.FIX: _("Look at it"),
        OpenKind.TELLING: _("Tell them"),
        OpenKind.LOOK_AGAIN: _("Ask {customers}"),
    }
    return verbs[kind]


def _about(workshop: Workshop, thing: OpenThing) -> str:
    texts = {
        OpenKind.STEP: _("A step of “{title}”"),
        OpenKind.BLOCKER: _("In the way of “{title}”"),
        OpenKind.FIX: _("Fix for “{title}”"),
    }
    about = texts.get(thing.kind, in_quotes("{title}")).format(title=thing.title)
    if thing.round_number != workshop.rounds.current().number:
        about = _("{about}, from round {n}").format(about=about, n=thing.round_number)
    who = workshop.people.name_of(thing.who) if thing.who else ""
    if not who:
        return f"{about}."
    does = _("{name} clears it.") if thing.kind is OpenKind.BLOCKER else _("{name} does it.")
    return f"{about}. {does.format(name=who)}"


def _telling(workshop: Workshop, waiting: tuple[OpenThing, ...]) -> OpenLine:
    number = waiting[0].round_number
    everybody = workshop.share.to_tell(number)
    names = [row.who for row in everybody if row.told_on is None]
    told = len(everybody) - len(names)
    text = ngettext("{n} of {all} has been told.", "{n} of {all} have been told.", told)
    return OpenLine(
        sign="arc",
        words=_("Tell {who}").format(who=names_in_short(names)),
        about=_("From round {n}. {told}").format(
            n=number, told=text.format(n=told, all=len(everybody))
        ),
        when="",
        urgent=False,
        verb=_("Tell them"),
        place=OpenPlace(number, SHARE),
        things=tuple(thing.id for thing in waiting),
        kind=OpenKind.TELLING,
    )


def tab_note(workshop: Workshop, thing: OpenThing) -> tuple[str, bool]:
    """A tab's second line, "from round 1: ask again, due 21 Oct", and whether it is due soon."""
    texts = {
        OpenKind.CHECK: _("ask {customers}"),
        OpenKind.NEXT_STEP: _("decide how it goes on"),
        OpenKind.STAFF_TEST: _("ask whether it stays"),
        OpenKind.FIX: _("a fix is running"),
        OpenKind.LOOK_AGAIN: _("look again"),
        OpenKind.TELLING: _("tell them"),
    }
    doing = texts.get(thing.kind, thing.words)
    if thing.kind is OpenKind.STAFF_TEST and thing.table == StaffTest.table:
        doing = _("ask again")
    text = _("from round {n}: {doing}").format(n=thing.round_number, doing=doing)
    if thing.due_on is None:
        return text, True
    due = _("{text}, due {day}").format(text=text, day=days.day_month(thing.due_on))
    left = (thing.due_on - workshop.today).days
    if left < 0:
        due = f"{due} · {thing.when(workshop.today)}"
    elif left == 0:
        due = _("{text} · that is today").format(text=due)
    return due, left <= SOON
