"""A damaged workshop: what can be read comes back, and what is doubtful says so."""

from __future__ import annotations

import random
import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from cxworkshop.cli import main
from cxworkshop.model import Pick
from cxworkshop.store import refusals
from cxworkshop.store.disk.file import examine
from cxworkshop.store.recovery.carve import carve
from cxworkshop.store.recovery.rescue import rescue
from cxworkshop.workshop import Workshop
from tests.opened import opened
from tests.soak import rescue as soak

DAY = date(2026, 11, 23)
FORMATS = Path(__file__).parents[2] / "files" / "formats"


@pytest.fixture
def saved(workshop, board) -> Path:
    board.say("phone", "forms", "parking")
    board.group("On the phone", "phone forms")
    workshop.save()
    return workshop.path


def change(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def rescued(path: Path) -> Workshop:
    """Rescue it into a new file; the damaged one keeps its bytes, the new one is whole."""
    before = path.read_bytes()
    to = path.with_name("rescued.cxw")
    rescue(path, DAY).save(to)
    assert path.read_bytes() == before
    examine(to)
    return opened(to)


def all_said(workshop: Workshop) -> set[str]:
    return {v.said for card in workshop.big_list.board().cards for v in card.verbatims}


def test_a_whole_file_comes_back_whole(saved, workshop):
    again = rescued(saved)
    assert again.big_list.board() == workshop.big_list.board()
    assert again.unverified.unverified_rows() == []
    assert again.undo_title() is None


def test_without_its_first_page_everything_comes_back(saved, workshop):
    data = bytearray(saved.read_bytes())
    data[:4096] = bytes(4096)
    saved.write_bytes(data)
    assert rescued(saved).big_list.board() == workshop.big_list.board()


def test_changed_words_come_back_marked(saved):
    data = saved.read_bytes()
    assert data.count(b"parking") >= 1
    saved.write_bytes(data.replace(b"parking", b"parkinq"))
    again = rescued(saved)
    (card,) = [card for card in again.big_list.board().cards if card.words == "parkinq"]
    assert card.is_doubtful
    assert [doubt.words for doubt in again.unverified.unverified_rows()] == [
        f"card {card.code}: parkinq"
    ]
    assert sum(card.is_doubtful for card in again.big_list.board().cards) == 1


def test_somebody_settles_a_doubt_and_can_undo_that(saved):
    saved.write_bytes(saved.read_bytes().replace(b"parking", b"parkinq"))
    again = rescued(saved)
    (doubt,) = again.unverified.unverified_rows()
    again.unverified.settle(doubt.id)
    assert again.unverified.unverified_rows() == []
    assert not any(card.is_doubtful for card in again.big_list.board().cards)
    again.undo()
    assert again.unverified.unverified_rows() == [doubt]


@pytest.mark.parametrize(
    "lost",
    [
        "card",
        "round_card",
        "conversation",
        "customer",
        "round",
        "card_group",
        "workshop",
        "counter",
    ],
)
def test_words_outlive_the_table_that_spoke_of_them(saved, lost):
    change(saved, f"DELETE FROM {lost}")
    again = rescued(saved)
    assert all_said(again) == {"phone", "forms", "parking"}
    codes = [card.code for card in again.big_list.board().cards]
    assert len(set(codes)) == 3
    new = again.talk.say("new", again.talk.begin(again.talk.next_customer().id).id)
    assert new.code not in codes


def test_a_picked_group_that_is_lost_stays_picked_and_its_cards_together(saved, workshop):
    workshop.pick.put(workshop.pick.subject("A"))
    workshop.save()
    change(saved, "DELETE FROM card_group")
    again = rescued(saved)
    (group,) = again.big_list.board().groups
    assert {card.words for card in group.cards} == {"phone", "forms"}
    assert again.pick.subject(group.letter).card_group == again.pick.in_slot(1).card_group
    assert ("card_group", group.id) in rescue(saved, DAY).doubtful


@pytest.mark.parametrize("lost", ["card", "card_group", "card WHERE code = 3"])
def test_opposites_of_which_one_is_lost_stop_no_rescue(saved, workshop, lost):
    subject = workshop.pick.subject
    workshop.pick.opposites.mark(subject("3"), subject("A"))
    workshop.save()
    change(saved, f"DELETE FROM round_card WHERE card IN (SELECT id FROM {lost})",
           "DELETE FROM verbatim", f"DELETE FROM {lost}")  # fmt: skip
    again = rescued(saved)
    assert soak.can_be_worked_on(again.path)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE slot SET number = 9",
        "UPDATE slot SET round = 'round-7'",
        "UPDATE workshop SET id = 'workshoq'",
        "UPDATE round SET number = -1",
        "UPDATE round SET started_on = '9999-12-31'",
        "UPDATE verbatim SET seq = 9223372036854775807",
        "UPDATE card SET code = 9223372036854775807 WHERE code = 2",
        "UPDATE counter SET last = 9223372036854775807",
        "UPDATE card_group SET letter = 'not a letter'",
        "UPDATE pick SET card = NULL, card_group = NULL",
        "UPDATE conversation SET round = 'round-999'",
    ],
)
def test_a_field_that_the_program_never_writes_stops_nobody(saved, workshop, statement):
    workshop.pick.put(workshop.pick.subject("A"))
    workshop.save()
    change(saved, "PRAGMA ignore_check_constraints = ON", statement)
    again = rescued(saved)
    assert all_said(again) == {"phone", "forms", "parking"}
    assert again.prepare.team().id == "workshop"
    assert again.rounds.current().number == 1
    assert [pick.title for pick in again.pick.slots().values()] == [""]
    assert max(card.code for card in again.big_list.board().cards) <= 4
    assert soak.can_be_worked_on(saved.with_name("rescued.cxw"))


def test_what_stands_in_place_of_something_lost_is_marked(saved):
    change(saved, "DELETE FROM card")
    assert all(card.is_doubtful for card in rescued(saved).big_list.board().cards)


def test_codes_of_lost_cards_are_not_given_again(saved):
    change(saved, "DELETE FROM counter", "DELETE FROM card WHERE code = 1")
    again = rescued(saved)
    codes = {card.code for card in again.big_list.board().cards}
    assert codes == {2, 3, 4}  # the one that is lost comes back under a new code


def test_the_sentence_says_what_came_back(saved):
    change(saved, "DELETE FROM card WHERE code = 1")
    said = rescue(saved, DAY).sentence()
    assert said.startswith("2 of 3 cards came back.")
    assert "could not be read for certain and" in said
    assert said.endswith("What could be undone stays behind.")


@pytest.mark.parametrize("number", [1, 2])
def test_the_undo_history_of_an_older_format_is_no_unknown_piece(tmp_path, capsys, number):
    path = Path(shutil.copy(FORMATS / f"format-{number}.cxw", tmp_path / "old.cxw"))
    assert main(["recover", str(path), "--to", str(tmp_path / "new.cxw")]) == 0
    said = capsys.readouterr().out
    assert said.endswith("46 of 46 cards came back. What could be undone stays behind.\n")


def test_a_rescue_of_format_3_loses_none_of_its_rows(tmp_path):
    """Its workshop and its picks lack columns, but they are no rows from before an upgrade."""
    path = Path(shutil.copy(FORMATS / "format-3.cxw", tmp_path / "old.cxw"))
    whole, again = opened(path, DAY), rescued(path)
    assert again.prepare.team() == whole.prepare.team()
    assert again._store.rows(Pick) == whole._store.rows(Pick)


def test_a_doubtful_row_brings_no_round_that_never_was(tmp_path):
    """It says so by the id of a lost pick; rounds count without a gap."""
    path = Path(shutil.copy(FORMATS / "format-1.cxw", tmp_path / "old.cxw"))
    change(path, "UPDATE helper SET pick = 'round-9' || substr(pick, 8)")
    change(path, "UPDATE licence SET pick = 'round-9' || substr(pick, 8)")
    change(path, "UPDATE first_step SET pick = 'round-9' || substr(pick, 8)")
    again = rescued(path)
    assert [round_.number for round_ in again.rounds.all()] == [1, 2, 3]


def test_another_workshops_rows_stay_out_and_are_counted(saved, workshop):
    """A cloud client has put the wrong bytes behind ours, the same number of cards among them."""
    data = saved.read_bytes()
    saved.write_bytes(bytes(4096) + data[4096:] + soak.another_workshop())
    again = rescued(saved)
    assert again.big_list.board() == workshop.big_list.board()
    assert again.prepare.team() == workshop.prepare.team()
    said = rescue(saved, DAY).sentence()
    assert "3 of 3 cards came back." in said
    assert "pieces are another workshop’s and were left out." in said


def test_a_workshop_of_many_sessions_is_one_workshop(saved):
    """Undone, done again, rescued, gone on with: none of it looks like another team's."""
    for number in range(5):
        workshop = opened(saved)
        workshop.people.find_or_add(f"Person {number}")
        workshop.undo()
        workshop.redo()
        workshop.save()
    saved.write_bytes(bytes(4096) + saved.read_bytes()[4096:])
    to = saved.with_name("once.cxw")
    rescue(saved, DAY).save(to)
    again = opened(to)
    again.people.find_or_add("Person 5")
    again.save()
    damaged = to.read_bytes()
    to.write_bytes(bytes(4096) + damaged[4096:])
    assert rescue(to, DAY).foreign == 0
    assert len(rescued(to).people.all()) == 6


@pytest.mark.parametrize("data", [b"x" * 9000, b"SQLite format 3\0" + bytes(9000)])
def test_nothing_of_ours_is_said_to_be_nothing(tmp_path, data):
    path = tmp_path / "other.cxw"
    path.write_bytes(data)
    with pytest.raises(refusals.NothingLeft, match="Nothing of a workshop can be read"):
        rescue(path, DAY)


def test_an_empty_file_is_said_to_be_empty(tmp_path):
    path = tmp_path / "empty.cxw"
    path.touch()
    with pytest.raises(refusals.EmptyFile):
        rescue(path, DAY)


def test_nothing_is_overwritten(saved):
    with pytest.raises(refusals.FileIsThere):
        rescue(saved, DAY).save(saved)


def test_the_carver_survives_any_bytes():
    chance = random.Random(20261123)
    source = soak.source()[: 40 * 4096]
    for _try in range(25):
        data = bytearray(source)
        for _byte in range(chance.choice((1, 100, 20_000))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        for record in carve(bytes(data)):
            assert len(record.fields) <= 64


def test_overflow_pages_that_point_at_one_another_end():
    page = bytearray(4096)
    page[0] = 0x0D
    page[3:5] = (500).to_bytes(2, "big")
    for cell in range(500):
        page[8 + 2 * cell : 10 + 2 * cell] = (2000).to_bytes(2, "big")
    page[2000:2004] = b"\xff\x84\x80\x00"  # a payload of two million bytes
    assert list(carve(bytes(page) * 50)) == []


@pytest.mark.slow
@pytest.mark.parametrize(("damage", "least"), soak.DAMAGES)
def test_damaged_files_are_rescued(damage, least):
    row = soak.run_one(damage, least, 2, seed=1)
    assert row.wrong == 0, row.note
