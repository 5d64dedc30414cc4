"""Where each piece of a file goes: cards, praise, aside, or together with its like."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from cxworkshop.exchange.choosing import choices
from cxworkshop.exchange.dates import days
from cxworkshop.exchange.import_plan import ImportPlan, PlannedCard, plan
from cxworkshop.exchange.non_answers import is_content, is_non_answer
from cxworkshop.exchange.readers import read
from cxworkshop.exchange.writers import ExportedAnswer, csv_table

FILES = Path(__file__).parents[2] / "files" / "imports"
SAY_NOTHING = [
    "N/A",
    "n.a.",
    "-",
    "?",
    "xxxx",
    "Nothing at all.",
    "None that I can think of at this time, thanks!",
    "I don’t know",
    "No suggestions for the time being",
    "I can't think of anything new at this point in time.",
    "K.A.",
    "Nein danke",
    "Derzeit keine",
    "Mir fällt nichts ein",
    "rien à signaler",
    "Sans objet",
    "ns/nc",
    "nada más",
    "geen idee",
    "n.v.t.",
    "vet ikke",
    "ei mitään",
    "Ingen kommentar",
    "Same as above.",
    "Did not answer",
]
SAY_SOMETHING = [
    "nothing works",
    "None of the doors open",
    "No parking",
    "No idea who to call",
    "nothing for children",
    "keine Parkplätze",
    "nichts funktioniert",
    "rien ne marche",
    "no sé a quién llamar",
    "nada funciona",
    "geen parkeerplaats",
    "not sure who to ask",
    "R",
    "111",
    "5 €",
    "don’t know where to park",
    "alles zu teuer",
    "I can't think of anything worse than waiting an hour",
    "No comment box on the form",
    "unknown waiting time",
    "everything is slow",
    "Test results came late",
    "no one answers the phone",
]


def planned(text: str, *columns: str, **known) -> ImportPlan:
    table = read(text.encode())
    return plan(table, choices(table, columns), **known)


def counted(found: ImportPlan) -> tuple[int, ...]:
    places = (found.cards, found.praise, found.aside)
    return (found.pieces, *map(len, places), found.merged, found.empty, found.known)


def keys(found: ImportPlan) -> set[str]:
    return {piece.key for piece in (*found.taken, *found.aside)}


@pytest.mark.parametrize("words", SAY_NOTHING)
def test_an_answer_that_says_nothing_is_set_aside(words):
    assert is_non_answer(words)


@pytest.mark.parametrize("words", SAY_SOMETHING)
def test_an_answer_that_only_begins_like_nothing_is_a_card(words):
    assert not is_non_answer(words)
    assert not is_content(words)


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("notebook-users.csv", (9200, 1977, 363, 17, 225, 6618, 0)),
        ("maintainers-two-header-rows.csv", (948, 245, 0, 94, 11, 598, 0)),
        ("maintainers-one-header-row.csv", (1395, 477, 89, 70, 7, 752, 0)),
        ("maintainers-2021.csv", (1395, 390, 0, 97, 21, 887, 0)),
    ],
)
def test_a_real_file_comes_out_as_it_was_counted_by_hand(name, counts):
    table = read((FILES / name).read_bytes())
    chosen = choices(table)
    found = plan(table, chosen)
    assert counted(found) == counts
    rows = csv.reader(io.StringIO((FILES / name).read_text("utf-8"), newline=""))
    body = list(rows)[table.header_rows :]
    cells = [row[column].strip() for row in body for column in chosen.answers]
    assert (len(cells), cells.count("")) == (found.pieces, found.empty)


def test_the_same_words_to_two_questions_are_two_cards():
    found = planned(
        "What do you use us for?;What is hardest here?\n"
        "Paying;Finding the door\npaying!;Paying\nReturning;Paying\n",
        "1",
        "2",
    )
    said = [[answer.words for answer in card.answers] for card in found.cards]
    assert said == [
        ["Paying", "paying!"],
        ["Finding the door"],
        ["Paying", "Paying"],
        ["Returning"],
    ]


def test_the_same_words_from_a_new_customer_are_new():
    head = "Date;What is missing?\n"
    first = planned(f"{head}01.11.2026;A bench\n01.11.2026;Light\n", "2")
    again = planned(f"{head}01.12.2026;A bench\n01.11.2026;Light\n", "2", known=keys(first))
    assert counted(again) == (2, 1, 0, 0, 0, 0, 1)


def test_an_id_knows_its_answer_again_when_a_column_has_been_added():
    first = planned("Customer ID;What is missing?\nA7;A bench\nA8;Light\n", "2")
    text = "Customer ID;What is missing?;Score\nA7;A bench;3\nA8;Light at night;5\n"
    again = planned(text, "2", known=keys(first))
    assert counted(again) == (2, 1, 0, 0, 0, 0, 1)


def test_two_equal_rows_have_two_keys():
    found = planned("What is missing?;Score\nA bench;3\nA bench;3\nA bench;3\n", "1")
    assert len(keys(found)) == 3
    assert counted(found) == (3, 1, 0, 0, 2, 0, 0)


def test_a_list_within_an_answer_is_split_and_nothing_else_is():
    found = planned(
        'What is missing?;Score\n"- A bench\n- Light\n- n/a";3\n"Two things:\n- this\n- that";4\n'
        '"1) Sorry\n2) A lamp";5\n"A line\nand another";6\n',
        "1",
    )
    cards = [card.answers[0].words for card in found.cards]
    split = ["A bench", "Light", "Sorry", "A lamp"]
    assert cards == [*split[:2], "Two things:\n- this\n- that", *split[2:], "A line\nand another"]
    assert counted(found) == (7, 6, 0, 1, 0, 0, 0)
    assert len({answer.respondent for answer in found.taken}) == 4


def test_all_is_well_is_praise_where_that_was_asked_and_aside_where_not():
    found = planned("What was good?;What is missing?\nEverything;Everything is fine\n", "1", "2")
    assert [answer.words for answer in found.praise] == ["Everything"]
    assert [(a.words, a.why) for a in found.aside] == [
        ("Everything is fine", "says that all is well")
    ]


def test_only_a_way_to_reach_somebody_is_set_aside_and_more_is_pointed_out():
    found = planned(
        "What is missing?;Score\nann@example.invalid;3\n+49 221 123456;3\n"
        "Ring me on 0221 1234567;3\nOpen on 2026-11-03 please;3\n",
        "1",
    )
    assert [aside.line for aside in found.aside] == [2, 3]
    assert {aside.why for aside in found.aside} == {"only a mail address or a telephone number"}
    note = "1 answer seems to hold a mail address or a telephone number; look at line 4."
    assert found.report()[-1] == note


def test_a_column_of_dates_decides_what_comes_first():
    assert days(["03/11/2026", "24/11/2026"]).days == (date(2026, 11, 3), date(2026, 11, 24))
    assert days(["11/03/2026", "11/24/2026"]).days == (date(2026, 11, 3), date(2026, 11, 24))
    assert days(["3.11.26", "3 Nov 2026", "Nov 3, 2026", "2026-11-03T08:00:00Z"]).days == (
        (date(2026, 11, 3),) * 4
    )
    assert days(["3. März 2026", "31/02/2026", "soon", ""]).days == (date(2026, 3, 3), *[None] * 3)


def test_dates_that_could_be_read_in_two_ways_are_said_to_be_so():
    unsure = planned("Date,What is missing?\n03/04/2026,A bench\n05/04/2026,Light\n", "2")
    assert unsure.cards[0].answers[0].day == date(2026, 4, 3)
    assert unsure.report()[-1] == "Dates such as 03/04 are read with the day first."
    sure = planned("Date,What is missing?\n03/04/2026,A bench\n25/04/2026,Light\n", "2")
    assert sure.notes == ()


def test_the_report_adds_up_and_speaks_of_one_as_of_one():
    found = planned("What is missing?;Score\nA bench;3\nn/a;3\n;4\na bench!;1\n", "1")
    assert found.report() == (
        "4 answers in the file",
        "1 becomes a new card",
        "1 says exactly the same as one of them and counts as heard again",
        "1 is empty",
        "1 is set aside, with the reason",
    )


def test_a_plan_that_loses_a_piece_can_not_be_made():
    card = PlannedCard(planned("A bench, please\nLight\n").cards[0].answers)
    with pytest.raises(AssertionError, match="lost"):
        ImportPlan(pieces=2, cards=(card,), praise=(), aside=(), empty=0, known=0)


def test_what_our_own_table_guards_comes_back_as_it_was_said():
    words = (
        "=1+1, she said",
        "-2 stars, honestly",
        "@home it works",
        "+1 for a bench",
        "'tis fine",
    )
    rows = [
        ExportedAnswer(n, "A", "", text, n, "new", "", "") for n, text in enumerate(words, start=1)
    ]
    titles = ("Card", "Group", "Headline", "Words", "Customer", "Kind", "Way", "State")
    table = read(csv_table(titles, [row.cells for row in rows]))
    found = plan(table, choices(table, ["Words"]))
    assert [card.answers[0].words for card in found.cards] == list(words)
    assert found.cards[0].answers[0].respondent == "id 1"
