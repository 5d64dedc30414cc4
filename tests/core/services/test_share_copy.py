"""A share copy: the whole workshop, and in no byte of it a name that should not leave the house."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from cxworkshop.model import NOUNS, Customer, Forgotten, Person, Team, Verbatim
from cxworkshop.sample import bakery
from cxworkshop.services.importing import ImportFile
from cxworkshop.store.disk.file import examine
from cxworkshop.store.refusals import FileIsThere
from cxworkshop.suggest.names import NameKind, covered, likely
from cxworkshop.workshop import Workshop
from tests.opened import opened


def said_by(workshop: Workshop, words: str, name: str | None = None) -> Verbatim:
    talk = workshop.talk.begin(workshop.talk.next_customer(name=name).id)
    workshop.talk.end(talk.id)
    card = workshop.talk.say(words, talk.id)
    return workshop._store.rows(Verbatim, card=card.id)[0]


@pytest.fixture
def to(tmp_path):
    return tmp_path / "to share.cxw"


def test_a_copy_holds_everything_but_the_names(workshop, to):
    bakery(workshop)
    said_by(workshop, "The ramp is too steep", name="Zoltana Quix")
    workshop.privacy.share_copy(to)
    assert b"Zoltana" not in to.read_bytes()
    examine(to)
    copy = opened(to, workshop.today)
    for kind in NOUNS:
        theirs, ours = copy._store.rows(kind), workshop._store.rows(kind)
        if kind is Team:  # it is given away: a forgetting in ours is no business of theirs
            assert theirs[0].identity != ours[0].identity
            theirs = [replace(theirs[0], identity=ours[0].identity)]
        if kind is not Customer:
            assert theirs == ours, kind
    assert [row.id for row in copy.talk.customers.all()] == [
        r.id for r in workshop.talk.customers.all()
    ]
    assert copy.content.make_better.plans() == workshop.content.make_better.plans()
    assert copy.make_better.plan(copy.pick.in_slot(1).id).owner is not None


def test_it_has_no_history_and_nothing_to_undo(workshop, to):
    verbatim = said_by(workshop, "The zqfirst version")
    workshop.talk.correct(verbatim.id, "The second version")
    workshop.undo()
    workshop.privacy.share_copy(to)
    copy = opened(to)
    assert (copy.history(), copy.undo_title(), copy.redo_title()) == ([], None, None)
    assert workshop.redo_title() is not None  # ours is as it was


def test_ours_is_not_touched(workshop, to):
    said_by(workshop, "Mrs Quixberg was rude", name="Zoltana Quix")
    before, image = workshop._store.seq, workshop._store.image()
    workshop.privacy.share_copy(to, ["Mrs Quixberg"])
    assert (workshop._store.seq, workshop._store.image()) == (before, image)


def test_what_a_person_ticked_is_covered_wherever_it_stands(workshop, board, to):
    first = said_by(workshop, "Mrs Quixberg was rude to me. mrs quixberg again!")
    workshop.talk.correct(first.id, "Mrs Quixberg was very rude. Thanks, Zoltana")
    workshop.big_list.group([first.card], "What Mrs Quixberg does")
    board.locked("What Mrs Quixberg does")
    workshop.share.add_to_tell("Mrs Quixberg and the others")
    workshop.privacy.share_copy(to, ["Mrs Quixberg", "Zoltana"])
    data = to.read_bytes().lower()
    assert b"quixberg" not in data
    assert b"zoltana" not in data
    examine(to)
    copy = opened(to, workshop.today)
    row = copy._store.get(Verbatim, first.id)
    assert (row.said, row.first_said) == (
        "… was very rude. Thanks, …",
        "… was rude to me. … again!",
    )
    assert copy.big_list.board().groups[0].headline == "What … does"
    assert [told.who for told in copy.share.to_tell()] == ["… and the others"]


def test_nothing_that_is_covered_can_be_found_in_gaps_between_rows(workshop, to):
    dice = random.Random(3)
    for n in range(150):
        row = said_by(workshop, f"zqn{n} Quixberg " * dice.choice([1, 9, 300]), name=f"Zoltana {n}")
        workshop.talk.correct(row.id, f"{row.said} and Quixberg {n}")
    workshop.privacy.share_copy(to, ["Quixberg"])
    assert b"Quixberg" not in to.read_bytes()
    assert b"Zoltana" not in to.read_bytes()


def test_rows_keep_ids_and_stamps_so_that_a_merge_takes_no_cover_for_news(workshop, to):
    row = said_by(workshop, "Mrs Quixberg was rude", name="Zoltana Quix")
    workshop.privacy.share_copy(to, ["Mrs Quixberg"])
    copy = opened(to)
    sql = 'SELECT id, seq, "by" FROM {} ORDER BY id'
    for table in ("verbatim", "customer", "conversation", "card"):
        stamps = [
            w._store.connection.execute(sql.format(table)).fetchall() for w in (workshop, copy)
        ]
        assert stamps[0] == stamps[1]
    assert copy._store.get(Verbatim, row.id).said == "… was rude"


def test_an_import_leaves_no_trace_by_which_its_words_could_be_guessed(workshop, to):
    data = b"What should we do better?\nMrs Quixberg is rude\nnothing\nOpen earlier please\n"
    source = ImportFile("quixberg-interviews.csv", data)
    workshop.importing.take(workshop.importing.prepare(source))
    gone = workshop.talk.customers.all()[-1]
    workshop.privacy.forget(gone.id)
    assert any(row.id.startswith("piece/") for row in workshop._store.rows(Forgotten))
    keys = [row.source_key for row in workshop._store.rows(Verbatim) if row.source_key]
    assert keys
    workshop.privacy.share_copy(to, ["Mrs Quixberg"])
    data = to.read_bytes()
    for trace in ("quixberg", "abc0abc0", "piece/", *keys):
        assert trace.encode() not in data.lower()
    copy = opened(to)
    assert (len(workshop.importing.aside()), copy.importing.aside()) == (1, [])
    (batch,) = copy.importing.batches()
    assert (batch.id, batch.file_name) == (workshop.importing.batches()[0].id, "")
    assert gone.id in {row.id for row in copy._store.rows(Forgotten)}  # merges obey it still


def test_our_people_stay_unless_they_are_ticked_off(workshop, board, to):
    board.say("loud")
    pick = board.locked("loud")
    workshop.make_better.steps.add(
        pick, "Mira asks for a quote", workshop.people.find_or_add("Mira")
    )
    workshop.privacy.share_copy(to)
    assert {row.name for row in opened(to).people.all()} == {"Mira", "Helena"}
    second = to.with_name("second.cxw")
    left = workshop.privacy.share_copy(second, people=[workshop.people.find_or_add("Mira")])
    assert b"Mira" not in second.read_bytes()
    assert (left.people, left.covered) == (1, 1)
    copy = opened(second, workshop.today)
    assert sorted(row.name for row in copy._store.rows(Person)) == ["Helena", "…"]


def test_nothing_is_ever_overwritten(workshop, to):
    workshop.save()
    to.write_bytes(b"somebody's work")
    for path in (to, workshop.path):
        was = path.read_bytes()
        with pytest.raises(FileIsThere):
            workshop.privacy.share_copy(path)
        assert path.read_bytes() == was


def test_what_looks_like_a_name_is_shown_surest_first(workshop):
    said_by(workshop, "ring 0171 2345678, I am there all day", name="Zoltana Quix")
    said_by(workshop, "Mrs Berg was kind. MRS BERG again. Write to z@example.invalid")
    said_by(workshop, "mrs Berg and Zoltana Quix")
    workshop.prepare.promises.add("We ring Mrs Berg back")
    found = workshop.privacy.likely_names()
    assert [(f.words, f.sort, f.times) for f in found] == [
        ("Zoltana Quix", NameKind.CUSTOMER, 1),
        ("Mrs Berg", NameKind.NAME, 2),
        ("z@example.invalid", NameKind.MAIL, 1),
        ("0171 2345678", NameKind.NUMBER, 1),
    ]
    assert found[1].where == "Our promises"
    assert found[1].around == "We ring Mrs Berg back"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("My name is Zoltán", ["Zoltán"]),
        ("Please ask for Ben at the desk", ["Ben"]),
        ("we met Anna Kovács there", ["Anna Kovács"]),
        ("IBAN DE89 3704 0044 0532 0130 00", ["DE89 3704 0044 0532 0130 00"]),
        ("tell @cornerbakery", ["@cornerbakery"]),
        ("+49 (0)30 123 456 78", ["+49 (0)30 123 456 78"]),
        ("Since 2026-11-23 nothing, on 23/11/2026 too", []),
        ("Very Slow. Nobody Came", []),
        ("The queue is too long on Mondays", []),
        ("10000 people", []),
        ("Kind\nCovered everything", []),
        ("they sent it by DHL EXPRESS", []),
        ("Перезвоните, если обещали перезвонить", []),
        ("меня встретила Анна Берг", ["Анна Берг"]),
        ("μας είπε η Μαρία Παππά.", ["Μαρία Παππά"]),
        ("თქვა, რომ წინასწარ უნდა", []),
        ("אמר, אם הבטחתם להתקשר", []),
    ],
)
def test_the_rules_of_thumb(words, found):
    assert [one.words for one in likely(words)] == found


@pytest.mark.parametrize(
    ("words", "pieces", "shown"),
    [
        ("Anna's dog, ANNA, annas and Annabel", ["Anna"], "…'s dog, …, … and Annabel"),
        ("Anna Berg and Anna", ["Anna", "Anna Berg"], "… and …"),
        ("Anna\nBerg", ["Anna Berg"], "…"),
        ("call +49 30 1", ["+49 30 1"], "call …"),
        ("nothing", [], "nothing"),
        ("nothing", ["", " "], "nothing"),
        ("a.b*c", ["b*c"], "a.…"),
    ],
)
def test_covering(words, pieces, shown):
    assert covered(words, pieces) == shown
