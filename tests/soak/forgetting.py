"""Customers forgotten while a window works: afterwards not one byte of theirs is anywhere.

Looked for in the open file and in all that the program keeps, while it is open still and after it
was closed. Before that the file was renamed, copied or saved under another name, and its window
killed, so that copies of it lie under paths at which it is no longer.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from pathlib import Path

from cxworkshop import paths
from cxworkshop.model import Verbatim
from cxworkshop.store.disk.lock import Holder
from cxworkshop.workshop import Workshop
from tests.soak.power_cuts import at_home
from tests.soak.table import Row


def run(count: int, seed: int) -> list[Row]:
    """So many workshops, in each of which one of some customers is forgotten."""
    chance, wrong = random.Random(seed), []
    for number in range(count):
        with tempfile.TemporaryDirectory() as scratch, at_home(Path(scratch)):
            wrong += [f"{number}: {found}" for found in _wrong(Path(scratch), chance)]
    return [Row("forgetting a customer, byte scan", count, len(wrong), "; ".join(wrong[:2]))]


def _wrong(folder: Path, chance: random.Random) -> list[str]:
    workshop = Workshop.new(folder / "team.cxw", "Corner Bakery")
    workshop.start_saving()
    words: dict[str, list[str]] = {}
    for _round in range(chance.randrange(1, 4)):
        _people_talk(workshop, words, chance)
        workshop.file.back_up()
        workshop.file.keep_typed(chance.choice(list(words.values()))[0])
        workshop.file.keeper.flush()
        workshop = chance.choice(WAYS)(workshop, folder / f"team-{_round}.cxw")
    gone = chance.choice(list(words))
    workshop.privacy.forget(gone)
    workshop.file.keeper.flush()
    found = _left(workshop.path, words[gone], "open")
    workshop.talk.next_customer(kind="new")
    workshop.close()
    found += _left(workshop.path, words[gone], "closed")
    with Workshop.open(workshop.path) as again:
        said = {v.said for card in again.big_list.board().cards for v in card.verbatims}
    lost = [w for who, some in words.items() if who != gone for w in some[-1:] if w not in said]
    return found + [f"lost of others: {word}" for word in lost]


def _people_talk(workshop: Workshop, words: dict[str, list[str]], chance: random.Random) -> None:
    for _customer in range(chance.randrange(2, 6)):
        name = f"name{chance.getrandbits(64):x}"
        who = workshop.talk.next_customer(kind="regular", name=name).id
        talk = workshop.talk.begin(who).id
        long = "x" * chance.choice((0, 50, 6000))
        first = f"words{chance.getrandbits(64):x} {long}".strip()
        card = workshop.talk.say(first, talk)
        verbatim = workshop._store.one(Verbatim, card=card.id)
        again = f"again{chance.getrandbits(64):x} {long}".strip()
        workshop.talk.correct(verbatim.id, again)
        if chance.random() < 0.3:
            workshop.undo()
            workshop.redo()
        words[who] = [name, first, again]


def _stays(workshop: Workshop, _new: Path) -> Workshop:
    return workshop


def _is_renamed(workshop: Workshop, new: Path) -> Workshop:
    workshop.close()
    return _opened(workshop.path.rename(new))


def _is_killed_and_renamed(workshop: Workshop, new: Path) -> Workshop:
    workshop.file.leave()
    return _opened(workshop.path.rename(new))


def _is_killed_and_copied(workshop: Workshop, new: Path) -> Workshop:
    workshop.file.leave()
    shutil.copyfile(workshop.path, new)
    return _opened(new)


def _is_saved_as(workshop: Workshop, new: Path) -> Workshop:
    workshop.file.save_as(new)
    return workshop


WAYS = (_stays, _is_renamed, _is_killed_and_renamed, _is_killed_and_copied, _is_saved_as)


def _opened(path: Path) -> Workshop:
    workshop = Workshop.resume(path, Holder.WINDOW)
    workshop.start_saving()
    return workshop


def _left(path: Path, words: list[str], when: str) -> list[str]:
    """Where they still are: another file of the user's is for the user to delete."""
    kept = [p for p in paths.data_folder().rglob("*") if p.is_file()]
    hidden = [p for p in path.parent.iterdir() if p.is_file() and p.name.startswith(".")]
    files = [path, *hidden, *kept]
    tokens = [word.split()[0].encode() for word in words]
    return [
        f"{when}: {path.name} holds {token.decode()}"
        for path in files
        for token in tokens
        if token in path.read_bytes()
    ]
