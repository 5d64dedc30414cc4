"""Customers forgotten while a window works: afterwards not one byte of theirs is anywhere.

Looked for in the user's folder and in the program's own, in every file, while it is open still and
after it was closed.
"""

from __future__ import annotations

import os
import random
import tempfile
from pathlib import Path

from cxworkshop.model import Verbatim
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
    gone = chance.choice(list(words))
    workshop.privacy.forget(gone)
    workshop.file.keeper.flush()
    found = _left(folder, words[gone], "open")
    workshop.talk.next_customer(kind="new")
    workshop.close()
    found += _left(folder, words[gone], "closed")
    with Workshop.open(folder / "team.cxw") as again:
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


def _left(folder: Path, words: list[str], when: str) -> list[str]:
    files = [Path(place) / name for place, _folders, names in os.walk(folder) for name in names]
    tokens = [word.split()[0].encode() for word in words]
    return [
        f"{when}: {path.name} holds {token.decode()}"
        for path in files
        for token in tokens
        if token in path.read_bytes()
    ]
