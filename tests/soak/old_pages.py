"""A file that holds pages from before a forgetting is rescued: nothing of theirs comes back.

A disk that answers with an old sector, a cloud client that mixes two versions, or a copy on a stick
from before: the tombstones in the file or on this laptop say what must not come back.
"""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from cxworkshop.errors import Refusal
from cxworkshop.services.importing import ImportFile
from cxworkshop.store.recovery.rescue import rescue
from cxworkshop.workshop import Workshop
from tests.soak.power_cuts import at_home
from tests.soak.table import Row

DAY = date(2026, 11, 23)
PAGE = 4096
OTHERS = r"Somebody says \d+ "
# Another laptop has only the file to say what was forgotten, so that all of it must be there.
WAYS = ("one", "some", "elsewhere", "behind", "another laptop", "all", "all but the first")
MARK, NAME = "zqxjkv", "Zqxjkva Zqxjkvberg"  # in all that they said, and in nothing else


def run(count: int, seed: int) -> list[Row]:
    """So many mixed files, of one workshop for each fifty of them."""
    chance, wrong, tried, back = random.Random(seed), [], 0, 0
    while tried < count:
        with tempfile.TemporaryDirectory() as scratch, at_home(Path(scratch)):
            before, after = _versions(Path(scratch), chance)
            for what, data in _mixed(before, after, chance, min(50, count - tried)):
                tried += 1
                with at_home(Path(scratch) / ("another" if what == "another laptop" else "")):
                    found = _rescued(Path(scratch) / "damaged.cxw", data)
                back += found is not None
                wrong += [f"{tried}: {what}: {one}" for one in _faults(what, found or "", after)]
    note = "; ".join([f"{back} came back", *wrong[:2]])
    return [Row("rescue with pages from before a forgetting", tried, len(wrong), note)]


def _rescued(path: Path, data: bytes) -> str | None:
    path.write_bytes(data)
    try:
        return rescue(path, DAY).image.decode("latin-1")
    except Refusal:
        return None


def _faults(what: str, found: str, after: bytes) -> Iterator[str]:
    if MARK in found.lower():
        yield "words of theirs came back"
    is_whole = what in {"behind", "another laptop"}
    if is_whole and set(re.findall(OTHERS, after.decode("latin-1"))) - set(
        re.findall(OTHERS, found)
    ):
        yield "words of others were lost"


def _versions(folder: Path, chance: random.Random) -> tuple[bytes, bytes]:
    """The file before somebody was forgotten, and after it."""
    with Workshop.new(folder / "team.cxw", "Corner Bakery", DAY) as workshop:
        _others_talk(workshop, chance)
        who = workshop.talk.next_customer(kind="regular", name=NAME)
        talk = workshop.talk.begin(who.id).id
        for _thing in range(chance.randrange(1, 12)):
            _they_say(workshop, talk, chance)
        workshop.importing.take(
            workshop.importing.prepare(ImportFile("survey.csv", _survey(chance))), sure=True
        )
        _others_talk(workshop, chance)
        _pick(workshop, chance)
        workshop.save()
        before = workshop.path.read_bytes()
        mentions = workshop.privacy.remaining_mentions(who.id)
        workshop.privacy.forget(who.id, mentions)
        for row, _said in workshop.privacy.customers():
            if any(MARK in words for words in _words_of(workshop, row.id)):
                workshop.privacy.forget(row.id, workshop.privacy.remaining_mentions(row.id))
        workshop.save()
        after = workshop.path.read_bytes()
    assert MARK.encode() in before.lower()
    assert MARK.encode() not in after.lower()
    return before, after


def _words_of(workshop: Workshop, customer: str) -> list[str]:
    cards = workshop.big_list.board().cards
    verbatims = [verbatim for card in cards for verbatim in card.verbatims]
    return [v.said or "" for v in verbatims if workshop.talk.customers.who_said(v).id == customer]


def _others_talk(workshop: Workshop, chance: random.Random) -> None:
    for number in range(chance.randrange(5, 60)):
        talk = workshop.talk.begin(workshop.talk.next_customer(kind="new").id).id
        workshop.talk.say(f"Somebody says {number} {'word ' * chance.randrange(1, 60)}", talk)


def _sentence(chance: random.Random) -> str:
    return " ".join(f"{MARK}{chance.getrandbits(24)}" for _word in range(chance.choice((1, 6, 90))))


def _they_say(workshop: Workshop, talk: str, chance: random.Random) -> None:
    words, board = _sentence(chance), workshop.big_list.board()
    others = [card.id for card in board.cards]
    way = chance.randrange(5)
    if way == 0:
        workshop.talk.say_also(words, talk, chance.choice(others))
        return
    card = workshop.talk.say(words, talk).id
    if way == 1:
        workshop.talk.agree(card)
    if way == 2:
        workshop.big_list.set_card_headline(card, words[:200].strip())
    if way == 3:
        workshop.big_list.group([card, chance.choice(others)], words[:200].strip())
    if way == 4:
        workshop.prepare.promises.add(f"What {NAME} said about bread")


def _survey(chance: random.Random) -> bytes:
    row = f'17,regular,"- {_sentence(chance)}\n- nothing"\n'
    return f"id,kind,What should we do better?\n{row}18,new,Nobody picks up\n".encode()


def _pick(workshop: Workshop, chance: random.Random) -> None:
    theirs = [c for c in workshop.big_list.board().cards if MARK in c.words]
    if theirs and chance.random() < 0.7:
        workshop.pick.put(workshop.pick.subject(str(chance.choice(theirs).code)))


def _mixed(
    before: bytes, after: bytes, chance: random.Random, count: int
) -> Iterator[tuple[str, bytes]]:
    """Files with some pages of before: one or more, in their place or elsewhere, or all of them."""
    theirs = [n for n in range(len(before) // PAGE) if MARK.encode() in _page(before, n).lower()]
    for _file in range(count):
        way = chance.choice(WAYS)
        if way.startswith("all"):
            yield way, before[:PAGE] * (way == "all") + bytes(PAGE) * (way != "all") + before[PAGE:]
            continue
        data = bytearray(after)
        for _one in range(1 if way == "one" else chance.randrange(1, 5)):
            old = chance.choice(theirs)
            place = old if way in {"one", "some"} else chance.randrange(1, len(after) // PAGE)
            if way in {"behind", "another laptop"} or place >= len(after) // PAGE:
                data += _page(before, old)
            else:
                data[place * PAGE : (place + 1) * PAGE] = _page(before, old)
        yield way, bytes(data)


def _page(data: bytes, number: int) -> bytes:
    return data[number * PAGE : (number + 1) * PAGE]
