"""A customer is forgotten: nothing of theirs is left in any byte, everything of others is."""

from __future__ import annotations

import random
import re
import sqlite3
from pathlib import Path

import pytest

from cxworkshop.errors import NothingToRedo, NothingToUndo, Refusal
from cxworkshop.model import (
    NOUNS,
    Answer,
    Card,
    Customer,
    Forgotten,
    FrozenVerbatim,
    ImportAside,
    Mark,
    Pick,
    PrintedCode,
    Question,
    Quote,
    Row,
    Served,
    Verbatim,
)
from cxworkshop.queries import texts
from cxworkshop.services.importing import ImportFile
from cxworkshop.store.disk.file import examine, load
from cxworkshop.store.tables.query import forgotten_at
from cxworkshop.workshop import Workshop
from tests.opened import new, opened

REMOVED = "Words removed on request"


class Someone:
    """A customer each of whose words begins like no other, and like no chance bytes."""

    def __init__(self, workshop: Workshop, mark: str, seed: int = 1) -> None:
        self.workshop, self.mark, self._random = workshop, mark, random.Random(seed)
        self.name = f"{mark.title()}a {mark.title()}berg"
        self.row = workshop.talk.next_customer(kind="regular", name=self.name)
        self.talk = workshop.talk.begin(self.row.id).id

    def sentence(self, length: int = 6) -> str:
        made = [f"{self.mark}{self._random.randrange(10**9)}" for _word in range(length)]
        return " ".join(made)

    def say(self, length: int = 6) -> Card:
        return self.workshop.talk.say(self.sentence(length), self.talk)

    def traces(self, image: bytes) -> list[str]:
        """Every word of theirs that still stands somewhere in these bytes, whole or cut."""
        found = {one.decode() for one in re.findall(rb"(?i)%s\w+" % self.mark.encode(), image)}
        return sorted(found)


def everything(workshop: Workshop) -> dict[tuple[str, str], Row]:
    return {(kind.table, row.id): row for kind in NOUNS for row in workshop._store.rows(kind)}


def words_of(workshop: Workshop, card: Card) -> Verbatim:
    return workshop._store.rows(Verbatim, card=card.id)[0]


def take(workshop: Workshop, data: bytes) -> None:
    prepared = workshop.importing.prepare(ImportFile("survey.csv", data))
    workshop.importing.take(prepared, sure=True)


def sound(workshop: Workshop) -> None:
    """The file opens as it would on another laptop: seals, digest and keys all fit."""
    load(workshop._store.image(), "team.cxw").close()


@pytest.fixture
def anna(workshop) -> Someone:
    return Someone(workshop, "zqxjkv")


def test_name_words_and_history_are_in_no_byte_of_the_file(workshop, anna):
    other = workshop.talk.say("Too loud", workshop.talk.begin(workshop.talk.next_customer().id).id)
    anna.say()
    anna.say(2_000 // 12)
    assert anna.traces(workshop._store.image())
    workshop.privacy.forget(anna.row.id)
    assert anna.traces(workshop._store.image()) == []
    assert [card.words for card in workshop.big_list.board().cards] == ["Too loud"]
    assert workshop.pick.subject(str(other.code)).cards == (other.id,)
    sound(workshop)


def test_long_words_edited_undone_and_redone_many_times_leave_nothing_behind(workshop, anna):
    """Overflow pages, rows moved between pages by thousands of others, the journal's two sides."""
    dice, mine = random.Random(7), []
    for _round in range(12):
        mine.append(words_of(workshop, anna.say(dice.choice([2, 30, 500]))).id)
        lines = "\n".join(f"loud {dice.random()} " * dice.randrange(1, 30) for _line in range(30))
        take(workshop, lines.encode())
    for step in range(300):
        anna_said = dice.choice(mine)
        workshop.talk.correct(anna_said, anna.sentence(dice.choice([1, 20, 300])))
        if step % 5 == 0:
            workshop.undo()
        if step % 10 == 0:
            workshop.redo()
    assert len(anna.traces(workshop._store.image())) > 1_000
    workshop.privacy.forget(anna.row.id)
    assert anna.traces(workshop._store.image()) == []
    sound(workshop)


def test_without_a_rebuilt_image_the_scan_does_find_something(workshop, anna, monkeypatch):
    """A planted fault: pages as SQLite leaves them, not overwritten and not built anew."""
    for _n in range(40):
        anna.say(40)
    workshop._store.connection.execute("PRAGMA secure_delete = OFF")
    monkeypatch.setattr("cxworkshop.store.tables.journal.rebuild", lambda _connection: None)
    workshop.privacy.forget(anna.row.id)
    assert anna.traces(workshop._store.image())


def remnants(folder: Path, seed: int) -> set[str]:
    """Rows come, change and go in no order; which of those that went can still be found?"""
    dice, there = random.Random(seed), {}
    workshop = new(folder / f"{seed}.cxw", "Corner Bakery")
    with workshop._store.erasing("Come and go") as doing:
        for step in range(1500):
            kind = dice.random()
            if kind < 0.25 and there:
                doing.erase(there.pop(dice.choice(list(there))))
                continue
            row_id = f"{dice.getrandbits(64):016x}" if kind < 0.7 else dice.choice([*there, "x"])
            words = f"<{step}>" + "x" * dice.choice([3, 40, 200, 900, 5000])
            there[row_id] = Served(id=row_id, words=words, serve=True, position=step)
            doing.rewrite(there[row_id])
    found = re.findall(r"<\d+>", workshop._store.image().decode("latin-1"))
    return set(found) - {row.words.rstrip("x") for row in there.values()}


def test_secure_delete_alone_leaves_pieces_behind_and_a_rebuilt_image_does_not(
    tmp_path, monkeypatch
):
    assert [remnants(tmp_path, seed) for seed in range(6)] == [set()] * 6
    monkeypatch.setattr("cxworkshop.store.tables.journal.rebuild", lambda _connection: None)
    assert any(remnants(tmp_path, seed) for seed in range(6))


def test_nobody_can_undo_it_and_the_history_begins_anew(workshop, anna):
    anna.say()
    workshop.undo()
    workshop.privacy.forget(anna.row.id)
    assert ("customer", anna.row.id) not in everything(workshop)
    assert [line.title for line in workshop.history()] == [f"Forget customer {anna.row.number}"]
    with pytest.raises(NothingToUndo):
        workshop.undo()
    with pytest.raises(NothingToRedo):
        workshop.redo()
    workshop.talk.next_customer()
    workshop.undo()  # what came after it can be undone, and no more
    with pytest.raises(NothingToUndo):
        workshop.undo()


def test_the_random_ids_of_what_went_are_remembered_with_the_seq(workshop, anna):
    assert workshop._store.forgotten_at == 0
    card = anna.say()
    said = words_of(workshop, card).id
    workshop.privacy.forget(anna.row.id)
    assert {anna.row.id, anna.talk, said, card.id} <= {
        r.id for r in workshop._store.rows(Forgotten)
    }
    assert workshop._store.forgotten_at == workshop._store.seq
    assert forgotten_at(workshop._store.connection) == workshop._store.seq
    workshop.talk.next_customer()
    assert workshop._store.forgotten_at == workshop._store.seq - 1


def test_the_keeper_hears_of_every_row_that_was_written_or_went(workshop, anna):
    card = anna.say()
    notes = workshop._store.connection.execute("SELECT id FROM edit").fetchall()
    told = []
    workshop._store.keep = told.append
    workshop.privacy.forget(anna.row.id)
    (commit,) = told
    keys = {(batch.layout.table, row_id) for batch in commit.writes for row_id in batch.ids}
    assert commit.seq == workshop._store.seq
    for key in (("customer", anna.row.id), ("card", card.id), ("forgotten", card.id)):
        assert key in keys
    assert {("edit", note) for (note,) in notes} <= keys


def test_the_customers_number_and_the_cards_code_are_not_given_again(workshop, anna):
    code = anna.say().code
    workshop.privacy.forget(anna.row.id)
    after = workshop.talk.next_customer()
    assert after.number == anna.row.number + 1
    card = workshop.talk.say("Too loud", workshop.talk.begin(after.id).id)
    assert card.code == code + 1


def test_all_other_ways_still_destroy_nothing(workshop, anna):
    with pytest.raises(Refusal), workshop._store.edit("Away with them") as edit:
        edit.remove(anna.row)


def test_it_is_said_beforehand_what_goes(workshop, board, anna):
    shared = anna.say()
    workshop.talk.agree(shared.id)
    alone = anna.say()
    board.say("loud")
    workshop.talk.say_also(anna.sentence(), anna.talk, board.named["loud"])
    gone = workshop.privacy.erasure_summary(anna.row.id)
    steps = len(workshop.history())
    assert (gone.customer.name, gone.conversations, gone.said) == (anna.name, 1, 3)
    assert (gone.cards, gone.wordless) == ((alone.code,), (shared.code,))
    assert gone.lines() == (
        "1 conversation",
        "3 things they said",
        f"Card {alone.code}, which nobody else said",
        f"The words of card {shared.code}; the card stays, for others agreed or it was picked",
        f"The undo history of the whole workshop: {steps} steps",
        "The earlier copies that this program keeps",
    )
    assert workshop.privacy.forget(anna.row.id) == gone


def test_a_card_that_others_agreed_to_stays_and_says_why_it_has_no_words(workshop, anna):
    card = anna.say()
    workshop.talk.agree(card.id)
    workshop.privacy.forget(anna.row.id)
    (left,) = workshop.big_list.board().cards
    assert (left.words, left.code, len(left.customers)) == (REMOVED, card.code, 1)


def test_a_headline_of_ours_keeps_a_card_and_one_of_theirs_does_not(workshop, anna):
    ours, theirs = anna.say(), anna.say()
    workshop.big_list.set_card_headline(ours.id, "Parking")
    workshop.big_list.set_card_headline(theirs.id, words_of(workshop, theirs).said or "")
    workshop.privacy.forget(anna.row.id)
    assert [card.words for card in workshop.big_list.board().cards] == ["Parking"]
    assert anna.traces(workshop._store.image()) == []


def test_others_words_come_to_the_top_where_their_sentence_was_the_headline(workshop, board, anna):
    board.say("loud")
    also = workshop.talk.say_also(anna.sentence(), anna.talk, board.named["loud"])
    workshop.big_list.set_card_headline(board.named["loud"], also.said or "")
    workshop.privacy.forget(anna.row.id)
    assert [card.words for card in workshop.big_list.board().cards] == ["loud"]


def test_a_group_named_by_their_sentence_and_by_an_old_version_of_it(workshop, board, anna):
    board.say("loud", "dark")
    card = anna.say(40)
    workshop.big_list.group([card.id, board.named["loud"]])
    group = workshop.big_list.board().groups[0]
    assert group.headline == words_of(workshop, card).said[:200].strip()
    workshop.talk.correct(words_of(workshop, card).id, anna.sentence())
    workshop.privacy.forget(anna.row.id)
    board.check(f"[{REMOVED}: loud] dark | - - -")
    assert anna.traces(workshop._store.image()) == []


def test_a_group_that_loses_its_last_card_is_set_aside(workshop, board, anna):
    board.say("loud")
    workshop.big_list.group([anna.say().id, anna.say().id], "Waiting")
    workshop.privacy.forget(anna.row.id)
    board.check("loud | - - -")


def test_an_improvement_keeps_its_plan_and_says_that_words_were_removed(workshop, board, anna):
    card = anna.say()
    workshop.pick.put(workshop.pick.subject(str(card.code)))
    pick = board.ready()
    quotes = workshop.make_better.quotes
    said = quotes.said_of(pick)[0]
    quotes.choose(pick, said.verbatim, " ".join((said.words or "").split()[:3]))
    workshop.make_better.lock(pick)
    answer = workshop.check.record_answer(pick, anna.sentence(), Mark.NOTICES, customer=anna.row.id)
    assert answer.said
    workshop.rounds.start_next()
    assert any(words_of(workshop, card).said in row.words for row in workshop._store.rows(Question))
    assert workshop.privacy.erasure_summary(anna.row.id).answers == 1
    workshop.privacy.forget(anna.row.id)
    kept = workshop._store.get(Pick, pick)
    assert (kept.promise_we, kept.frozen_headline, kept.locked_on) == (
        "answer",
        REMOVED,
        workshop.today,
    )
    assert workshop._store.rows(FrozenVerbatim) == workshop._store.rows(Quote) == []
    assert workshop.content.make_better.plans(round_number=1)[0].title == REMOVED
    assert [row.words for row in workshop._store.rows(Question) if "Last time" in row.words] == [
        "Last time we heard: “…” What is it like now?"
    ]
    assert anna.traces(workshop._store.image()) == []
    sound(workshop)


def test_a_code_printed_for_a_card_that_goes_stands_for_nothing_any_more(workshop, anna):
    card = anna.say()
    with workshop._store.edit("As a merge does") as edit:
        edit.write(PrintedCode(id="printed-900", code=900, card=card.id))
    workshop.privacy.forget(anna.row.id)
    assert workshop._store.rows(PrintedCode) == []
    sound(workshop)


SURVEY = b"""id,kind,What should we do better?
17,regular,"- The Zqueue is far too long
- nothing"
18,new,"- Nobody picks up the phone
- n/a"
19,regular,Open earlier please
"""


def test_a_second_import_of_the_same_file_brings_nobody_back(workshop):
    take(workshop, SURVEY)
    workshop.privacy.forget(sayer(workshop, "Zqueue").id)
    assert b"Zqueue" not in workshop._store.image()
    before = everything(workshop)
    with pytest.raises(Refusal, match="nothing new"):
        take(workshop, SURVEY)
    assert everything(workshop) == before


def test_what_was_set_aside_of_their_answers_goes_and_nobody_elses(workshop):
    take(workshop, SURVEY)
    aside = {row.words for row in workshop.importing.aside()}
    assert aside == {"nothing", "n/a"}
    who = sayer(workshop, "Zqueue")
    assert workshop.privacy.erasure_summary(who.id).aside == 1
    workshop.privacy.forget(who.id)
    assert {row.words for row in workshop.importing.aside()} == aside - {"nothing"}
    with pytest.raises(Refusal, match="nothing new"):
        take(workshop, SURVEY)


def test_what_was_brought_back_as_a_customer_of_its_own_is_said_to_be_the_same_person(workshop):
    take(workshop, SURVEY)
    (row,) = workshop._store.rows(ImportAside, words="nothing")
    workshop.importing.bring_back(row.id)
    who = sayer(workshop, "Zqueue")
    newest = workshop.talk.customers.all()[-1]
    assert workshop.privacy.erasure_summary(who.id).same_person == (newest.number,)
    assert workshop.privacy.erasure_summary(newest.id).aside == 1
    workshop.privacy.forget(newest.id)
    assert workshop._store.rows(ImportAside, id=row.id) == []


def test_two_rows_that_are_the_same_are_two_people(workshop):
    take(workshop, b"Too loud\nToo loud\nToo dark\nSo far away\n")
    (card,) = [c for c in workshop.big_list.board().cards if c.words == "Too loud"]
    first = sayer(workshop, "Too loud")
    workshop.privacy.forget(first.id)
    (left,) = [c for c in workshop.big_list.board().cards if c.words == "Too loud"]
    assert left.customers == card.customers - {first.id}
    assert len(left.customers) == 1
    with pytest.raises(Refusal, match="nothing new"):
        take(workshop, b"Too loud\nToo loud\nToo dark\nSo far away\n")


def sayer(workshop: Workshop, words: str) -> Customer:
    """Who said this first."""
    said = (row for row in workshop._store.rows(Verbatim) if words in (row.said or ""))
    return workshop.talk.customers.who_said(next(said))


def test_places_where_the_name_still_stands_are_shown_and_covered(workshop, board, anna):
    board.say("loud")
    first = anna.name.split()[0]
    workshop.big_list.group([board.named["loud"]], f"What {anna.name} told us")
    workshop.share.add_to_tell(anna.name)
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    workshop.talk.end(talk.id)
    other = workshop.talk.say(f"{first}'s dog barks", talk.id)
    workshop.people.find_or_add(anna.name)
    number = anna.row.number + 2
    places = {place.label: place for place in workshop.privacy.remaining_mentions(anna.row.id)}
    assert {label: (p.words, p.covered, p.sure) for label, p in places.items()} == {
        "Headline of group A": (f"What {anna.name} told us", "What … told us", True),
        "Whom to tell": (anna.name, "…", True),
        f"What customer {number} said": (f"{first}'s dog barks", "…'s dog barks", False),
        "One of our people": (anna.name, "…", False),
    }
    sure = [place for place in places.values() if place.sure]
    workshop.privacy.forget(anna.row.id, [*sure, places["One of our people"]])
    image = workshop._store.image()
    assert anna.name.encode() not in image
    assert words_of(workshop, other).said == f"{first}'s dog barks"  # a person left it
    board.check(f"[What … told us: loud] {first}'s dog barks | - - -")
    sound(workshop)


def test_a_covered_place_in_anothers_words_keeps_no_first_version(workshop, anna):
    talk = workshop.talk.begin(workshop.talk.next_customer().id)
    workshop.talk.end(talk.id)
    other = workshop.talk.say(f"Be kind to {anna.name}", talk.id)
    places = workshop.privacy.remaining_mentions(anna.row.id)
    workshop.privacy.forget(anna.row.id, places)
    said = words_of(workshop, other)
    assert (said.said, said.first_said) == ("Be kind to …", None)
    assert anna.traces(workshop._store.image()) == []


def test_longer_pieces_of_their_words_in_our_texts_are_shown(workshop, board, anna):
    board.say("loud")
    said = words_of(workshop, anna.say(12)).said or ""
    piece = " ".join(said.split()[2:7])
    workshop.big_list.group([board.named["loud"]], piece)
    workshop.prepare.promises.add(f"Never again: {said}!")
    places = workshop.privacy.remaining_mentions(anna.row.id)
    assert sorted((place.label, place.covered) for place in places) == [
        ("Headline of group A", "…"),
        ("Our promises", "Never again: …!"),
    ]
    workshop.privacy.forget(anna.row.id, places)
    assert anna.traces(workshop._store.image()) == []


def test_what_somebody_else_said_as_well_is_not_theirs_alone(workshop, board):
    board.say("It is far too loud")
    anna = Someone(workshop, "zqxjkv")
    card = workshop.talk.say("It is far too loud!", anna.talk)
    workshop.big_list.group([board.named["It is far too loud"], card.id], "It is far too loud")
    workshop.privacy.forget(anna.row.id)
    board.check("[It is far too loud: It is far too loud] | - - -")


def test_every_text_of_the_model_is_looked_through():
    """A new column for words must be named in readings/texts.py, or names would hide in it."""
    no_words = {
        "id",
        "language",
        "paper",
        "letter",
        "rule",
        "stop",
        "idea_group",
        "why",
        "source_key",
        "sha256",
        "tbl",
        "row",
        "logo",
        "accent",
    }
    for kind in NOUNS:
        hints = kind.__annotations__
        text = {n for n, hint in hints.items() if texts.is_text(hint)} - no_words
        text -= {"way", "import_batch"} if kind is not texts.Way else set()
        text |= {"why"} if kind is Answer else set()  # an import's "why" is ours
        assert text == set(texts.FIELDS.get(kind, ())), kind


def test_the_saved_file_is_whole_and_the_next_opening_knows_it(workshop, anna, tmp_path):
    anna.say(500)
    workshop.save()
    workshop.privacy.forget(anna.row.id)
    workshop.save()
    data = (tmp_path / "team.cxw").read_bytes()
    assert anna.traces(data) == []
    assert examine(tmp_path / "team.cxw").seq == workshop._store.seq
    again = opened(tmp_path / "team.cxw")
    assert again._store.forgotten_at == workshop._store.forgotten_at > 0
    again.talk.next_customer()
    again.undo()


def test_attaching_is_forbidden_again_afterwards(workshop, anna):
    anna.say()
    workshop.privacy.forget(anna.row.id)
    with pytest.raises(sqlite3.Error):
        workshop._store.connection.execute("ATTACH ':memory:' AS other")


@pytest.mark.parametrize("seed", range(12))
def test_after_any_run_of_actions_only_what_was_theirs_is_gone(tmp_path: Path, seed: int):
    workshop = new(tmp_path / "team.cxw", "Corner Bakery")
    dice = random.Random(seed)
    people = [Someone(workshop, mark, seed) for mark in ("zqxjka", "zqxjkb", "zqxjkc", "zqxjkd")]
    for _step in range(120):
        _anything(workshop, dice, people)
    gone = dice.choice(people)
    before = everything(workshop)
    places = workshop.privacy.remaining_mentions(gone.row.id)
    workshop.privacy.forget(gone.row.id, places)
    assert gone.traces(workshop._store.image()) == []
    after = everything(workshop)
    for key, row in before.items():
        if row.id in _rows_of(before, gone.row):
            assert key not in after
        elif key in after and gone.traces(repr(row).encode()) == [] and row.table != "card_group":
            assert after[key] == row or getattr(after[key], "headline", "") == REMOVED
    for other in people:
        if other is not gone:
            _still_there(before, after, other)
    sound(workshop)


def _rows_of(rows: dict, customer: Customer) -> set[str]:
    talks = {r.id for r in rows.values() if getattr(r, "customer", "") == customer.id}
    said = {r.id for r in rows.values() if getattr(r, "conversation", "") in talks}
    return {customer.id} | talks | said


def _still_there(before: dict, after: dict, other: Someone) -> None:
    """Another customer, their talks and every word of theirs, as they were."""
    for row_id in _rows_of(before, other.row):
        (key,) = [key for key in before if key[1] == row_id]
        assert after[key] == before[key]
        if key[0] == "verbatim" and before[key].card:
            assert ("card", before[key].card) in after


def _anything(workshop: Workshop, dice: random.Random, people: list[Someone]) -> None:
    who, board = dice.choice(people), workshop.big_list.board()
    cards = [card.id for card in board.cards]
    card = dice.choice(cards) if cards else who.say().id
    said = workshop._store.rows(Verbatim)
    mine = [
        row for row in said if row.said and workshop.talk.customers.who_said(row).id == who.row.id
    ]
    acts = [
        lambda: who.say(dice.choice([1, 5, 60, 400])),
        lambda: workshop.talk.say_also(who.sentence(), who.talk, card),
        lambda: workshop.talk.agree(card),
        lambda: workshop.talk.praise(who.sentence(), who.talk),
        lambda: workshop.talk.correct(dice.choice(mine).id, who.sentence(dice.choice([1, 90]))),
        lambda: workshop.talk.end(who.talk) if dice.random() < 0.1 else None,
        lambda: workshop.big_list.group(dice.sample(cards, min(3, len(cards)))),
        lambda: workshop.big_list.join(dice.sample(cards, 2)),
        lambda: workshop.big_list.ungroup([card]),
        lambda: workshop.big_list.set_aside([card]),
        lambda: workshop.big_list.set_card_headline(card, dice.choice(mine).said or ""),
        lambda: workshop.pick.put(workshop.pick.subject(dice.choice(board.groups).letter)),
        lambda: workshop.pick.take_out(1),
        lambda: workshop.share.add_to_tell(who.name),
        workshop.rounds.start_next if dice.random() < 0.1 else workshop.undo,
        workshop.undo,
        workshop.redo,
    ]
    try:
        dice.choice(acts)()
    except (Refusal, IndexError, ValueError):
        return  # nothing was there to do it with
