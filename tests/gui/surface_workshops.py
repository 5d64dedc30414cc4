"""The workshops that surfaces are shown with, each a file made anew in a test's own folder."""

from __future__ import annotations

from pathlib import Path

from cxworkshop.sample import bakery
from cxworkshop.store.disk.lock import Holder
from cxworkshop.workshop import Workshop
from tests.gui.library_workshop import make_library

_BUILT: dict[str, bytes] = {}


def make(name: str, folder: Path) -> Path:
    """Make the workshop of this name; return its file."""
    return _MAKERS[name](folder / f"{name}.cxw")


def damaged(path: Path) -> Path:
    """A workshop with a wrong letter in one row, and an earlier copy without that row."""
    workshop = Workshop.new(path, "Corner Bakery")
    workshop.start_saving()
    _say(workshop, "phone")
    workshop.close()
    workshop = Workshop.resume(path, Holder.COMMAND)
    _say(workshop, "parking")
    workshop.save()
    workshop.close()
    path.write_bytes(path.read_bytes().replace(b"parking", b"parkinq"))
    return path


def _bakery(path: Path) -> Path:
    """The example, which takes a second to build: each process of the tests builds it once."""
    if "bakery" not in _BUILT:
        workshop = Workshop.new(path, "Corner Bakery", made_up=True)
        bakery(workshop)
        _leave(workshop)
        _BUILT["bakery"] = path.read_bytes()
    path.write_bytes(_BUILT["bakery"])
    return path


def _empty(path: Path) -> Path:
    _leave(Workshop.new(path, "Corner Bakery"))
    return path


def _named(path: Path) -> Path:
    """A pick that is not locked; its customer has a name, names another and is to be told."""
    workshop = Workshop.new(path, "Corner Bakery")
    talk = workshop.talk.begin(workshop.talk.next_customer(kind="regular", name="Zoltan Quix").id)
    words = "Ask for <b>Mrs Quixberg</b> & Co., she wears a \U00013000"
    workshop.pick.put(workshop.pick.subject(str(workshop.talk.say(words, talk.id).code)))
    workshop.people.find_or_add("Mira")
    workshop.share.add_to_tell("Zoltan Quix")
    workshop.start_saving()
    workshop.close()
    return path


def _rescued(path: Path) -> Path:
    Workshop.rescue(damaged(path.with_stem("damaged"))).save(path)
    return path


def _say(workshop: Workshop, words: str) -> None:
    workshop.talk.say(words, workshop.talk.begin(workshop.talk.next_customer().id).id)


def _leave(workshop: Workshop) -> None:
    workshop.save()
    workshop.close()


def _library(path: Path) -> Path:
    """Four rounds, with something for every screen of the months after the first."""
    if "library" not in _BUILT:
        _BUILT["library"] = make_library(path).read_bytes()
    path.write_bytes(_BUILT["library"])
    return path


_MAKERS = {
    "bakery": _bakery,
    "empty": _empty,
    "library": _library,
    "named": _named,
    "rescued": _rescued,
}
