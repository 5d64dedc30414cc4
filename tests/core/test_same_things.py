"""What two laptops have imported or typed alike is one thing after they are merged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from cxworkshop.model import AgendaLine, Card, Conversation, Customer, Pick, Question, Verbatim
from cxworkshop.services.import_reading import ImportFile
from cxworkshop.services.merging import OtherCopy, PreparedMerge
from cxworkshop.store.disk.file import copy_of
from cxworkshop.store.disk.resume import OpenedFile, open_readonly
from cxworkshop.store.disk.session import Session
from cxworkshop.store.tables.checks import problems
from cxworkshop.store.tables.migrations import VERSION
from cxworkshop.workshop import Workshop
from tests.soak.histories import Year
from tests.soak.merges import Laptop, contents, merge

ANSWERS = ImportFile(
    "answers.csv",
    b"Name,What could be better?\nAnn Ash,Nobody answers the phone at all\n"
    b"Bo Beech,The door is far too heavy for me\nCy Cedar,I stood an hour in the rain\n",
)
FORMATS = sorted(Path("tests/files/formats").glob("*.cxw"))[::2]  # each takes its time


@contextmanager
def laptops(of: Year, count: int) -> Iterator[list[Laptop]]:
    """So many copies of a workshop, each of which has imported the same file."""
    made = [Laptop("", of) for _n in range(count)]
    try:
        for one in made:
            take = one.workshop.importing
            take.take(take.prepare(ANSWERS), sure=True)
        yield made
    finally:
        for one in made:
            one.workshop.file.leave()


def imported(of: Laptop) -> dict[str, Verbatim]:
    """What stands in the workshop from the file, by the first word."""
    rows = of.workshop._store.rows(Verbatim)
    return {str(row.said).split()[0]: row for row in rows if row.source_key}


def card(of: Laptop, word: str) -> Card:
    return of.workshop._store.get(Card, str(imported(of)[word].card))


def count(of: Laptop, kind: type) -> int:
    return len(of.workshop._store.rows(kind))


def is_sound(of: Laptop) -> bool:
    store = of.workshop._store
    return next(problems(store.connection, VERSION, store.image()), "") == ""


def put(into: Laptop, *others: Laptop) -> list[PreparedMerge]:
    """Merge as window and command do, sure of everything."""
    read = []
    for other in others:
        image = copy_of(other.workshop._store.image())
        path = Path("other.cxw")
        read.append(OtherCopy(path, OpenedFile(Session(path), image, is_ahead=True)))
    try:
        return into.workshop.merging.merge(read, sure=True)
    finally:
        for one in read:
            one.close()


def test_what_three_laptops_imported_is_one_with_the_work_of_all_in_any_order():
    with Year("same") as base, laptops(base, 3) as (a, b, c):
        a.workshop.big_list.set_card_headline(card(a, "Nobody").id, "Phone")
        a.workshop.pick.put(a.workshop.pick.subject(str(card(a, "I").code)), 2)
        b._say("A wish of its own")
        b.workshop.big_list.group([card(b, "The").id, card(b, "Nobody").id], "Doors")
        b.workshop.pick.put(b.workshop.pick.subject(str(card(b, "I").code)), 1)
        c.workshop.talk.agree(card(c, "The").id)
        found = []
        for order in permutations((a, b, c)):
            with _copy(order[0]) as into:
                was = contents(into)
                for other in order[1:]:
                    merge(into, other)
                found.append(contents(into))
                assert (count(into, Card), count(into, Customer)) == (12, 13)
                assert card(into, "Nobody").headline == "Phone"
                assert len(into.workshop.pick.slots()) == count(into, Pick) == 1
                assert is_sound(into)
                assert all(merge(into, other).is_empty for other in order)
                into.workshop.undo()
                into.workshop.undo()
                assert contents(into) == was
        assert all(one == found[0] for one in found)


def test_an_answer_in_two_files_comes_from_the_same_one_in_any_order():
    longer = ImportFile("more.csv", ANSWERS.data + b"Di Dogwood,The soup was cold again\n")
    found = _merged_in_all_orders((ANSWERS, longer, ANSWERS), ahead=0)
    assert all(one == found[0] for one in found)


def test_an_answer_under_two_questions_stays_under_the_same_one_in_any_order():
    """The first laptop has asked one of them too, and has the lesser id for it."""
    words = b"Name,What could be better?\nEd Elm,The queue is far too long here\n"
    found = _merged_in_all_orders((ImportFile("other.csv", words), ANSWERS, ANSWERS), ahead=1)
    assert all(one == found[0] for one in found)


def _merged_in_all_orders(files: tuple[ImportFile, ...], ahead: int) -> list[object]:
    """What is there after each laptop has imported its file, one of them in its second round."""
    with Year("files") as base:
        made = [Laptop("", base) for _file in files]
        made[ahead].workshop.rounds.start_next()
        for one, file in zip(made, files, strict=True):
            take = one.workshop.importing
            take.take(take.prepare(file), sure=True)
        found = []
        for order in permutations(made):
            with _copy(order[0]) as into:
                for other in order[1:]:
                    merge(into, other)
                found.append(contents(into))
        for one in made:
            one.workshop.file.leave()
        return found


@contextmanager
def _copy(of: Laptop) -> Iterator[Laptop]:
    made = Laptop("", of)
    try:
        yield made
    finally:
        made.workshop.file.leave()


def test_the_numbers_on_both_laptops_paper_find_the_card():
    with Year("codes") as base, laptops(base, 1) as (a,), _copy(base) as b:
        for words in ("One", "Two", "Three", "Four"):
            b._say(words)
        b.workshop.importing.take(b.workshop.importing.prepare(ANSWERS), sure=True)
        ours, theirs = card(a, "Nobody").code, card(b, "Nobody").code
        (merged,) = put(a, b)
        assert theirs > ours + 2
        for code in (ours, theirs):
            assert a.workshop.pick.subject(str(code)).card == card(a, "Nobody").id
        assert (merged.plan.added["card"], merged.conflicts) == (4, ())
        assert f"Their card {theirs} is card {ours} here." in merged.notes


@pytest.mark.parametrize("has_journal", [True, False])
def test_who_was_forgotten_on_one_laptop_never_comes_back_from_another_import(has_journal):
    with Year("forget") as base, laptops(base, 3) as three:
        a, b, c = three
        if not has_journal:  # as in a file that an older format has brought
            for one in three:
                one.workshop._store.connection.execute("UPDATE edit SET state=3, notes=NULL")
        b.workshop.talk.agree(card(b, "The").id)  # others said that too, and it stays
        c.workshop.big_list.set_card_headline(card(c, "Nobody").id, "Phone")
        for word in ("I", "The"):
            talk = a.workshop._store.get(Conversation, imported(a)[word].conversation)
            a.workshop.privacy.forget(talk.customer)
        for order in permutations(three):
            with _copy(order[0]) as into:
                for other in order[1:]:
                    put(into, other)
                assert (set(imported(into)), count(into, Card)) == ({"Nobody"}, 10)
                assert (card(into, "Nobody").headline, count(into, Customer)) == ("Phone", 10)
                assert is_sound(into)
                image = into.workshop._store.image()
                assert b"an hour" not in image
                assert b"too heavy" not in image


@pytest.mark.parametrize("path", FORMATS, ids=lambda path: path.stem)
def test_files_of_older_formats_are_merged_alike(path):
    opened = open_readonly(path)
    base = Year.__new__(Year)
    base.people, base.workshop = [], Workshop._with(opened, date(2026, 12, 1))
    before = count(base, Card), count(base, Customer)
    with base, laptops(base, 2) as (a, b), _copy(a) as one, _copy(b) as other:
        merge(one, b)
        merge(other, a)
        assert contents(one) == contents(other)
        assert (count(one, Card), count(one, Customer)) == (before[0] + 3, before[1] + 3)


def test_a_person_and_a_line_of_the_agenda_that_both_typed_are_one():
    with Year("people") as base, _copy(base) as a, _copy(base) as b:
        for one, name in ((a, "Zoe"), (b, "zoe ")):
            one.workshop.prepare.agenda.add(1, "Thank everybody")
            one.workshop.today += timedelta(days=1)
            person = one.workshop.people.find_or_add(name)
            one.workshop.pick.set_deciders([person])
        b.workshop.people.describe(person, role="Baker")
        lines, questions = count(a, AgendaLine), count(a, Question)
        with _copy(b) as back:
            merge(back, a)
            merge(a, b)
            assert contents(a) == contents(back)
        assert len(a.workshop.people.all()) == 4
        assert [one.role for one in a.workshop.people.all() if one.role] == ["Baker"]
        assert len(a.workshop.pick.deciders()) == 1
        assert (count(a, AgendaLine), count(a, Question)) == (lines, questions)
