"""What stands in the exported calendar: whatever was promised for a day, each thing once."""

from __future__ import annotations

from collections.abc import Iterator

from cxworkshop.exchange.writers import Appointment
from cxworkshop.i18n import _
from cxworkshop.model import StaffTest
from cxworkshop.open_thing import OpenKind, OpenThing
from cxworkshop.workshop import Workshop


def appointments(workshop: Workshop) -> Iterator[Appointment]:
    """Checks, steps, fixes, staff tests asked again and looks again, the earliest first.

    What is done or put down has left it.
    """
    promises = workshop.open_promises
    things = [thing for thing in (*promises.now(), *promises.coming()) if _has_a_day(thing)]
    for thing in sorted(things, key=lambda thing: (thing.due_on, thing.id)):
        assert thing.due_on is not None  # see `_has_a_day`
        notes = (*_about(thing)[1:], workshop.people.name_of(thing.who))
        yield Appointment(
            _uid(thing), thing.due_on, _about(thing)[0], "\n".join(filter(None, notes))
        )


def _has_a_day(thing: OpenThing) -> bool:
    """Whether somebody is to do it on a day; the first staff test follows the check at once."""
    is_first_test = thing.kind is OpenKind.STAFF_TEST and thing.table != StaffTest.table
    return thing.due_on is not None and not is_first_test


def _about(thing: OpenThing) -> tuple[str, ...]:
    """The title of its entry, and which improvement it belongs to where that does not say so."""
    if thing.kind is OpenKind.CHECK:
        return (_("Ask {customers}: {title}").format(title=thing.title),)
    if thing.kind in (OpenKind.STAFF_TEST, OpenKind.LOOK_AGAIN):
        return (_("{words}: {title}").format(words=thing.words, title=thing.title),)
    return thing.words, thing.title


def _uid(thing: OpenThing) -> str:
    """The same for the same thing in every export, in later rounds and on another day.

    A check is named by its pick: one that continues another has a check of its own.
    """
    name = f"{thing.pick}/check" if thing.kind is OpenKind.CHECK else thing.row
    return name.replace("/", "-")
