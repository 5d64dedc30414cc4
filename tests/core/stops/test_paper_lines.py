"""Lines typed from paper: piles, ballots and check sheets, each taken as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from cxworkshop.errors import AsksFirst, BadWords, Refusal, VotesAreThere
from cxworkshop.exchange.paper_lines import ballot_lines, pile_lines
from cxworkshop.model import Ballot, Mark, PrintedCode, Verbatim
from cxworkshop.queries.check_sheet import SheetRow
from cxworkshop.workshop import Workshop
from tests.core.conftest import DAY_1, Board

# Lines as people write them


@pytest.mark.parametrize(
    ("typed", "headline", "codes"),
    [
        ("Waiting on the phone: 3 17 22", "Waiting on the phone", (3, 17, 22)),
        ("Waiting:3,17;22.", "Waiting", (3, 17, 22)),
        ("Waiting: 17+22 & 3/4 | 5", "Waiting", (17, 22, 3, 4, 5)),
        ("Waiting: no. 17, nr 4, #5 №6", "Waiting", (17, 4, 5, 6)),
        ("Waiting: cards 3 and 4, no17", "Waiting", (3, 4, 17)),
        ("Waiting：１７、２２", "Waiting", (17, 22)),
        ("انتظار: ٣ ١٧", "انتظار", (3, 17)),
        ("Waiting: 3-7", "Waiting", (3, 4, 5, 6, 7)),
        ("Waiting: 3 – 5, 9", "Waiting", (3, 4, 5, 9)),
        ("Waiting = 3 17", "Waiting", (3, 17)),
        ("Waiting - 3 17", "Waiting", (3, 17)),
        ("Open at 9:30: 3 4", "Open at 9:30", (3, 4)),
        ("2) Waiting: 3", "Waiting", (3,)),
        ("- Waiting: 3", "Waiting", (3,)),
        ("  B :  3 17", "B", (3, 17)),
    ],
)
def test_numbers_are_read_as_people_write_them(typed, headline, codes):
    (line,) = pile_lines(typed)
    assert (line.headline, line.codes, line.strange) == (headline, codes, ())


@pytest.mark.parametrize(
    ("typed", "strange"),
    [
        ("Waiting: 3-7-12", ("3-7-12",)),  # a range and a number, or three numbers?
        ("Waiting: 7-3 4", ("7-3",)),
        ("Waiting: 1-5000", ("1-5000",)),
        ("Waiting: 3 abc 17b", ("abc", "17b")),
        ("Waiting: 3 -4", ("-4",)),
        (f"Waiting: 3 {'9' * 5000}", ("9" * 5000,)),
        ("Waiting: 3²", ("3²",)),
    ],
)
def test_ambiguous_numbers_are_handed_back(typed, strange):
    assert pile_lines(typed)[0].strange == strange


def test_lines_are_numbered_as_a_person_counts_them():
    assert [line.number for line in pile_lines("\nA: 1\n\n  \nB: 2\n")] == [2, 5]


@pytest.mark.parametrize(
    "typed",
    ["17: 9", "17:9", "17 9", "17 - 9", "17-9", "17=9", "17. 9", "17, 9", "#17: 9", "１７：９",
     "no. 17: 9", "Card 17: 9 votes", "• 17: 9", "17 → 9"],
)  # fmt: skip
def test_a_ballot_is_read_as_people_write_it(typed):
    (line,) = ballot_lines(typed)
    assert (line.code, line.votes) == ("17", 9)


@pytest.mark.parametrize("typed", ["B: 9", "b 9", "B=9", "Group B: 9", "B - 9"])
def test_a_group_has_its_ballot_by_its_letter(typed):
    (line,) = ballot_lines(typed)
    assert (line.code.upper(), line.votes) == ("B", 9)


@pytest.mark.parametrize("typed", ["17: -9", "17 -9", "17: 10,000", "17: 4.5", "17: 1 000"])
def test_votes_that_are_no_whole_number_are_no_votes(typed):
    assert ballot_lines(typed)[0].votes is None


@pytest.mark.parametrize("typed", ["17", "17:", "nine: 17", "what is this", ":", "17: nine"])
def test_other_lines_are_no_ballots(typed):
    assert ballot_lines(typed)[0].code == ""


# Piles


@pytest.fixture
def wall(board) -> Board:
    """Cards 1 to 6; ring and hold are group A."""
    board.say("ring", "hold", "forms", "park", "door", "bread")
    board.group("Phone", "ring hold")
    return board


def told(wall, text: str) -> list[tuple]:
    found = wall.workshop.big_list.piles.preview(text)
    return [(p.number, p.letter, p.headline, p.codes, p.troubles) for p in found.lines]


def test_many_piles_are_one_step(wall, workshop):
    steps = len(workshop.history())
    workshop.big_list.piles.group("Paper: 3 4\n\nA: 5\nBread: 6")
    wall.check("[Phone: ring hold door] [Paper: forms park] [Bread: bread] | - - -")
    assert len(workshop.history()) == steps + 1
    assert workshop.undo_title() == "Type in 3 piles"
    workshop.undo()
    wall.check("[Phone: ring hold] forms park door bread | - - -")


def test_a_letter_or_a_headline_in_other_letters_adds_to_the_group(wall, workshop):
    for line in ("a: 3", "Group A: 4", "PHONE!: 5"):
        workshop.big_list.piles.group(line)
    wall.check("[Phone: ring hold forms park door] bread | - - -")


def test_two_lines_of_one_new_headline_are_one_group(wall, workshop):
    found = workshop.big_list.piles.preview("Paper: 3\nDoor: 4\npaper: 5")
    assert [(p.letter, p.first_line) for p in found.lines] == [("B", 0), ("C", 0), ("B", 1)]
    assert found.groups == 2
    workshop.big_list.piles.group("Paper: 3\nDoor: 4\npaper: 5")
    wall.check("[Phone: ring hold] [Paper: forms door] [Door: park] bread | - - -")


def test_the_preview_names_cards_that_leave_another_group(wall, workshop):
    (pile,) = workshop.big_list.piles.preview("Paper: 3 1").lines
    assert pile.moved == ((1, "A"),)
    (pile,) = workshop.big_list.piles.preview("A: 1 3").lines
    assert (pile.already_there, pile.codes) == ((1,), (3,))


def test_cards_change_places_between_groups_without_losing_a_group(wall, workshop):
    workshop.big_list.piles.group("B2: 3")
    workshop.big_list.piles.group("A: 3\nB: 1 2")
    wall.check("[Phone: forms] [B2: ring hold] park door bread | - - -")


def test_a_preview_changes_nothing(wall, workshop):
    before = (workshop._store.seq, workshop._store.image())
    heard = []
    workshop.subscribe(heard.append)
    workshop.big_list.piles.preview("Paper: 3 4\nA: 5 99")
    assert (workshop._store.seq, workshop._store.image()) == before
    assert heard == []


@pytest.mark.parametrize(
    ("text", "troubles"),
    [
        ("Paper: 3 99 100", {1: ("not on the list: 99, 100",)}),
        ("Paper: 3 6", {1: ("set aside: 6",)}),
        ("Paper: 3 3", {1: ("there twice: 3",)}),
        ("Paper: 3\nDoor: 4 3",
         {1: ("in line 2 as well: 3",), 2: ("in line 1 as well: 3",)}),
        ("Paper: 3 abc", {1: ("no numbers of cards: abc",)}),
        ("F: 3", {1: ("There is no group F.",)}),
        ("17: 3", {1: ("“17” is no headline. It needs a word or two.",)}),
        (
            f"{'x' * 501}: 3",
            {1: ("Its headline has 501 characters, 1 too many: 500 is the most.",)},
        ),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_listed_by_line_and_nothing_is_done(wall, workshop, text, troubles):
    workshop.big_list.set_aside(wall.ids("bread"))
    before = wall.draw()
    found = workshop.big_list.piles.preview(text)
    assert {p.number: p.troubles for p in found.lines if p.troubles} == troubles
    wall.try_(workshop.big_list.piles.group, text)
    assert all(part.rstrip(".") in wall.message for why in troubles.values() for part in why)
    wall.check(before)


def test_all_but_these(wall, workshop):
    text = "Paper: 3 99 4\nno colon 5\nDoor: 4 5\nF: 6"
    workshop.big_list.piles.group(text, but_these=True)
    wall.check("[Phone: ring hold] [Paper: forms] [Door: door] park bread | - - -")
    workshop.undo()
    wall.check("[Phone: ring hold] forms park door bread | - - -")


def test_lines_of_which_none_fits_are_refused(wall, workshop):
    wall.try_(lambda: workshop.big_list.piles.group("Paper: 99", but_these=True))
    assert "99" in wall.message
    wall.try_(workshop.big_list.piles.group, "  \n ")
    assert wall.message.startswith("Type a headline, a colon")


def test_a_refusal_by_the_rules_stands_at_its_line(wall, workshop):
    wall.pick("Phone")
    wall.pick("forms")
    found = workshop.big_list.piles.preview("Door: 4\nPhone: 3\nAll: 1 2\nBread: 6")
    assert [bool(p.troubles) for p in found.lines] == [False, True, True, False]
    assert "Once is enough" in found.lines[1].troubles[0]
    assert "is in slot 1" in found.lines[2].troubles[0]
    workshop.big_list.piles.group("Door: 4\nPhone: 3\nAll: 1 2\nBread: 6", but_these=True)
    wall.check("[Phone: ring hold] [Door: park] [Bread: bread] forms door | Phone forms -")


def test_a_code_that_was_printed_before_a_merge_still_finds_its_card(wall, workshop):
    with workshop._store.edit("as a merge does") as edit:
        edit.write(PrintedCode(id="p", code=40, card=wall.named["forms"]))
    (pile,) = workshop.big_list.piles.preview("Paper: 40 4").lines
    assert pile.codes == (3, 4)
    wall.try_(workshop.big_list.piles.group, "Paper: 40 3")
    assert "there twice: 40, 3" in wall.message
    workshop.big_list.piles.group("Paper: 40")
    wall.check("[Phone: ring hold] [Paper: forms] park door bread | - - -")


def test_a_card_of_an_earlier_round_that_is_not_on_this_list_is_unknown(wall, workshop):
    workshop.rounds.start_next()
    (pile,) = workshop.big_list.piles.preview("Paper: 3 77").lines
    assert pile.codes == (3,)
    assert pile.troubles == ("not on the list: 77",)


def test_twenty_cards_ask_first(board, workshop):
    board.say(*(f"thing {n}" for n in range(20)))
    with pytest.raises(AsksFirst):
        workshop.big_list.piles.group("All: 1-10\nMore: 11-20")
    workshop.big_list.piles.group("All: 1-10\nMore: 11-20", sure=True)
    assert [len(g.cards) for g in workshop.big_list.board().groups] == [10, 10]


def test_a_number_that_no_file_could_hold_is_refused_in_words(wall, workshop):
    wall.try_(workshop.pick.subject, "9" * 30)
    assert wall.message.startswith("There is no card 999")
    wall.try_(workshop.pick.subject, "9" * 5000)
    assert wall.message.startswith("There is no card 999")


CODES = st.lists(st.integers(1, 9), min_size=0, max_size=5)
HEADS = st.sampled_from(["A", "b", "Phone", "Paper", "paper", "F", "17", "", "Door - b", "Été"])
BETWEEN = st.sampled_from([" ", ", ", ";", "+", "-", " no. ", " x "])
PILES = st.lists(
    st.builds(lambda head, by, codes: f"{head}: {by.join(map(str, codes))}", HEADS, BETWEEN, CODES)
    | st.text(max_size=12),
    max_size=5,
).map("\n".join)
OFTEN = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def groups(workshop: Workshop) -> dict[str, list[int]]:
    board = workshop.big_list.board()
    found = {g.letter: [card.code for card in g.cards] for g in board.groups}
    return found | {"": [card.code for card in board.loose]}


def said(workshop: Workshop, text: str) -> dict[str, list[int]]:
    """The list as the preview promises it."""
    after = {letter: list(codes) for letter, codes in groups(workshop).items()}
    for pile in workshop.big_list.piles.preview(text).doing:
        for codes in after.values():
            codes[:] = [code for code in codes if code not in pile.codes]
        after.setdefault(pile.letter, []).extend(pile.codes)
    return {letter: sorted(codes) for letter, codes in after.items() if codes or not letter}


@pytest.fixture(scope="module")
def busy(tmp_path_factory) -> Iterator[Workshop]:
    """Seven cards, two groups, one card aside, one group and one card in slots."""
    workshop = Workshop.new(tmp_path_factory.mktemp("wall") / "team.cxw", "Bakery", DAY_1)
    board = Board(workshop)
    board.say("ring", "hold", "forms", "park", "door", "bread", "light")
    board.group("Phone", "ring hold")
    board.group("Paper", "forms park")
    board.pick("Phone")
    board.pick("door")
    workshop.big_list.set_aside(board.ids("light"))
    with workshop:
        yield workshop


@OFTEN
@given(text=PILES, but_these=st.booleans())
def test_random_piles_are_what_the_preview_said_or_nothing(busy, text, but_these):
    before, steps, wanted = groups(busy), busy._store.steps, said(busy, text)
    found = busy.big_list.piles.preview(text)
    image = busy._store.image()
    try:
        busy.big_list.piles.group(text, sure=True, but_these=but_these)
    except Refusal:
        assert found.troubles or not found.lines
        assert busy._store.image() == image
        return
    assert but_these or not found.troubles
    after = {letter: sorted(codes) for letter, codes in groups(busy).items()}
    assert after == wanted
    if busy._store.steps != steps:
        busy.undo()
    assert groups(busy) == before


# Ballots


def votes(workshop) -> dict[str, int]:
    return {c.subject.code: c.votes for c in workshop.pick.candidates() if c.votes}


def test_ballots_are_one_step_with_their_total(wall, workshop):
    found = workshop.pick.ballots.record(["A: 9", "", "3 4", "5 - 0"])
    assert (found.total, found.after) == (13, 13)
    assert votes(workshop) == {"A": 9, "3": 4}
    assert workshop.undo_title() == "Type the ballots"
    workshop.undo()
    assert votes(workshop) == {}


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["3: 4", "77: 2"], "There is no card 77."),
        (["3: 4", "Q: 2"], "There is no card or group “Q”."),
        (["3: 4", "6: 2"], "Card 6 is set aside."),
        (["3: 4", "A: -2"], "Votes are a whole number from 0 to 9999, not “-2”."),
        (["3: 4", "A: 10000"], "not “10000”"),
        (["3: 4", "A: 1.5"], "not “1.5”"),
        (["3: 4", "what"], "Type a ballot as a number or letter"),
        (["3: 4", "A: 1", "#3 9"], "Line 1: Card 3 is in line 3 as well. Line 3: Card 3"),
    ],
)
def test_one_ballot_that_does_not_fit_takes_none(wall, workshop, lines, why):
    workshop.big_list.set_aside(wall.ids("bread"))
    wall.try_(workshop.pick.ballots.record, lines)
    assert why in wall.message
    assert "Nothing was counted" in wall.message
    assert workshop._store.rows(Ballot) == []


def test_all_ballots_but_these(wall, workshop):
    workshop.pick.ballots.record(["3: 4", "77: 2", "4: 1", "4: 2"], but_these=True)
    assert votes(workshop) == {"3": 4}


def test_votes_typed_before_are_replaced_only_when_confirmed(wall, workshop):
    workshop.pick.ballots.record(["A: 9", "3: 4"])
    with pytest.raises(VotesAreThere, match=r"A \(9, now 2\)"):
        workshop.pick.ballots.record(["A: 2", "3: 4", "4: 1"])
    assert votes(workshop) == {"A": 9, "3": 4}
    found = workshop.pick.ballots.preview("A: 2\n3: 4\n4: 1")
    assert (found.total, found.after) == (7, 7)
    workshop.pick.ballots.record(["A: 2", "3: 4", "4: 1"], again=True)
    assert votes(workshop) == {"A": 2, "3": 4, "4": 1}
    workshop.undo()
    assert votes(workshop) == {"A": 9, "3": 4}


def test_a_ballot_for_a_card_in_a_group_names_the_group(wall, workshop):
    assert [vote.inside for vote in workshop.pick.ballots.preview("1: 3\n3: 1").lines] == ["A", ""]


BALLOTS = st.lists(
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["A", "B", "C", "3", "#5", "7", "99", "", "x y"]),
        st.sampled_from([": ", " ", " - ", "=", "-", ":-"]),
        st.integers(-2, 10_002) | st.integers(0, 9),
    )
    | st.text(max_size=8),
    max_size=5,
)


@OFTEN
@given(lines=BALLOTS, but_these=st.booleans())
def test_random_ballots_are_what_the_preview_said_or_nothing(busy, lines, but_these):
    before = busy._store.rows(Ballot)
    found = busy.pick.ballots.preview("\n".join(lines))
    try:
        busy.pick.ballots.record(lines, but_these=but_these)
    except Refusal:
        assert busy._store.rows(Ballot) == before
        return
    assert sum(row.votes for row in busy._store.rows(Ballot)) == found.after
    for vote in found.doing:
        cards = (vote.subject.card, vote.subject.card_group)
        now = [row.votes for row in busy._store.rows(Ballot) if (row.card, row.card_group) == cards]
        assert now == [vote.votes]
    if found.doing:
        busy.undo()
    assert busy._store.rows(Ballot) == before


# Check sheets


@pytest.fixture
def checking(board, workshop):
    """Three customers said it; the check is open and nobody has answered."""
    board.say("ring")
    for _more in range(2):
        workshop.talk.agree(board.named["ring"], kind="regular")
    workshop.talk.next_customer(name="Mrs Miller")
    return board.locked("ring")


def now(workshop, pick) -> list[tuple]:
    return [(s.customer.number, s.words, s.mark) for s in workshop.check.said_now(pick)]


def test_a_sheet_is_one_step_and_rows_that_say_nothing_are_left_out(checking, workshop):
    rows = [
        SheetRow(1, Mark.NOTICES, "You rang!", "1"),
        SheetRow(2, None, "", "2, regular"),
        SheetRow(3, Mark.WORSE, "", "no. 3, regular"),
        SheetRow(4, Mark.CANNOT_TELL, "I was away", "a tourist"),
    ]
    workshop.check.sheets.take(checking, rows)
    found = [
        (1, "You rang!", Mark.NOTICES),
        (3, "", Mark.WORSE),
        (5, "I was away", Mark.CANNOT_TELL),
    ]
    assert now(workshop, checking) == found
    assert workshop.check.said_now(checking)[2].customer.kind == "a tourist"
    assert workshop.undo_title() == "Type in 3 answers of a check sheet"
    workshop.undo()
    assert now(workshop, checking) == []


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([SheetRow(2, None, "You rang!")], "Row 2: There are words, and no mark yet."),
        ([SheetRow(2, Mark.WORSE, "", "77")], "Row 2: There is no customer 77."),
        ([SheetRow(2, Mark.WORSE, "", "1"), SheetRow(3, Mark.WORSE, "", "no. 1")],
         "Row 2: Customer 1 is in row 3 as well. Row 3: Customer 1 is in row 2 as well."),
        ([SheetRow(2, Mark.WORSE, "", "3")], "Row 2: Customer 3 has answered already."),
        ([SheetRow(2, Mark.WORSE, "x" * 10_001)], "10000 is the most"),
    ],
)  # fmt: skip
def test_one_row_that_does_not_fit_takes_none(checking, board, workshop, rows, why):
    workshop.check.sheets.take(checking, [SheetRow(1, Mark.NOTICES, "Better", "3")])
    board.try_(workshop.check.sheets.take, checking, [SheetRow(1, Mark.NOTICES, "Yes"), *rows])
    assert why in board.message
    assert len(now(workshop, checking)) == 1
    workshop.check.sheets.take(checking, [SheetRow(1, Mark.NOTICES, "Yes"), *rows], but_these=True)
    assert [said[1] for said in now(workshop, checking)] == ["Better", "Yes"]


def test_a_customer_is_found_by_name_too(checking, workshop):
    workshop.check.sheets.take(checking, [SheetRow(1, Mark.NOTICES, "", "mrs miller")])
    assert now(workshop, checking)[0][0] == 4


def test_an_empty_sheet_says_so(checking, workshop):
    with pytest.raises(BadWords, match="The sheet is empty so far"):
        workshop.check.sheets.take(checking, [SheetRow(1), SheetRow(2, None, "  ", "2")])


def test_a_sheet_of_marks_alone_is_no_ground_for_a_verdict(checking, board, workshop):
    rows = [SheetRow(n, Mark.NOTICES, "", str(n)) for n in (1, 2, 3)]
    workshop.check.sheets.take(checking, rows)
    board.try_(workshop.check.give_verdict, checking, "notice")
    assert board.message.startswith("No customer’s answer is in yet.")


def test_the_expectation_is_covered_until_three_rows_are_in(checking, workshop):
    workshop.check.sheets.take(checking, [SheetRow(n, Mark.NOTICES, "y") for n in (1, 2)])
    assert workshop.check.expectation(checking) is None
    workshop.check.sheets.take(checking, [SheetRow(1, Mark.NOTICES, "y")])
    assert workshop.check.expectation(checking) is not None


def test_words_on_a_sheet_are_kept_and_can_be_corrected(checking, workshop):
    (row,) = workshop.check.sheets.take(checking, [SheetRow(1, Mark.NOTICES, "  You\nrang! ")])
    assert row.said == "You\nrang!"
    workshop.talk.end(row.conversation)
    workshop.talk.correct(row.id, "You rang me!")
    assert workshop._store.get(Verbatim, row.id).first_said == "You\nrang!"


ROWS = st.lists(
    st.builds(
        SheetRow,
        number=st.integers(1, 10),
        mark=st.none() | st.sampled_from(Mark),
        words=st.sampled_from(["", "better", " ", "\u202e"]),
        who=st.sampled_from(["", "1", "no. 2, new", "77", "parent", "Mrs Miller", "9" * 40]),
    ),
    max_size=6,
    unique_by=lambda row: row.number,
)


@OFTEN
@given(rows=ROWS, but_these=st.booleans())
def test_random_sheets_are_what_the_preview_said_or_nothing(checked, rows, but_these):
    workshop, pick = checked
    before, found = now(workshop, pick), workshop.check.sheets.preview(pick, rows)
    try:
        taken = workshop.check.sheets.take(pick, rows, but_these=but_these)
    except Refusal:
        assert found.troubles or not found.rows
        assert now(workshop, pick) == before
        return
    assert [(row.said or "", row.notices) for row in taken] == [
        (one.row.words.strip().strip("\u202e"), one.row.mark) for one in found.complete
    ]
    workshop.undo()
    assert now(workshop, pick) == before


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    workshop = Workshop.new(tmp_path_factory.mktemp("check") / "team.cxw", "Bakery", DAY_1)
    board = Board(workshop)
    board.say("ring")
    workshop.talk.agree(board.named["ring"])
    workshop.talk.next_customer(name="Mrs Miller")
    pick = board.locked("ring")
    workshop.check.record_answer(
        pick, "Better", Mark.NOTICES, customer=workshop.talk.customers.with_number(1).id
    )
    with workshop:
        yield workshop, pick
