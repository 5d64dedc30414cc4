"""What the columns of a table are taken for, and what a person may name instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxworkshop import paths
from cxworkshop.exchange import refusals
from cxworkshop.exchange.choosing import choices
from cxworkshop.exchange.column_kinds import ColumnKind
from cxworkshop.exchange.columns import guess
from cxworkshop.exchange.import_plan import plan
from cxworkshop.exchange.questions import asked, is_praise
from cxworkshop.exchange.readers import read
from cxworkshop.exchange.table import Table

FILES = Path(__file__).parents[2] / "files" / "imports"
PATIENTS = paths.resource("examples", "patient-feedback.csv")
WISHES = (
    "Please answer the phone after five",
    "A bench beside the door would help my mother",
    "More parking for bicycles, and lights",
    "Tell me when my order is late",
)


def table_of(titles: str, *rows: str) -> Table:
    return read("\n".join((titles, *rows)).encode())


def kinds(table: Table) -> dict[str, ColumnKind]:
    return {column.title: column.kind for column in guess(table)}


def test_every_role_is_seen_by_its_title_or_by_what_stands_below():
    table = table_of(
        "Ticket;Customer ID;Date;Segment;Asked by;E-mail;IP;Score;Parking;What is missing?;Blank",
        *(
            f"T-{n:04};{n % 3};0{n + 1}.11.2026;new;Mira;p{n}@example.invalid;10.0.0.{n};{n};"
            f"{'Parking' if n % 2 else ''};{wish};"
            for n, wish in enumerate(WISHES)
        ),
    )
    assert kinds(table) == {
        "Ticket": ColumnKind.ID,
        "Customer ID": ColumnKind.RESPONDENT,
        "Date": ColumnKind.DATE,
        "Segment": ColumnKind.CUSTOMER_KIND,
        "Asked by": ColumnKind.ASKED_BY,
        "E-mail": ColumnKind.PERSONAL,
        "IP": ColumnKind.PERSONAL,
        "Score": ColumnKind.SCORE,
        "Parking": ColumnKind.CHOICE,
        "What is missing?": ColumnKind.ANSWER,
        "Blank": ColumnKind.EMPTY,
    }
    chosen = choices(table)
    found = (chosen.answers, chosen.respondent, chosen.day, chosen.customer_kind)
    assert found == ((9,), 1, 2, 3)


def test_one_question_in_three_columns_is_one_question():
    columns = guess(read((FILES / "notebook-users.csv").read_bytes()))
    pleasant = [column for column in columns if "make it pleasant" in column.title]
    assert [column.title[:9] for column in pleasant] == ["Aspect #1", "Aspect #2", "Aspect #3"]
    asks = "What aspects of Jupyter Notebook make it pleasant to use in your workflow?"
    assert {column.asks for column in pleasant} == {asks}
    tools = [column for column in columns if column.title.startswith("Tool / Application")]
    assert {column.kind for column in tools} == {ColumnKind.ANSWER}


def test_a_number_alone_makes_no_question_into_another():
    titles = ("Q1", "Q2", "What do you want? 1", "What do you want? 2", "Name 2 things to change")
    assert asked(titles) == ("Q1", "Q2", "What do you want?", "What do you want?", titles[4])


def test_the_box_itself_asks_nothing():
    assert asked(("Anything else? — Open-Ended Response",)) == ("Anything else?",)
    assert asked(("Do you? — Other (please specify)",)) == ("Do you? — Other (please specify)",)


@pytest.mark.parametrize(
    "question",
    [
        "What was good?",
        "What did we do well?",
        "What works well for you?",
        "What do you like most about us?",
        "Was war gut?",
        "Was hat Ihnen gefallen?",
        "Qu'est-ce qui vous a plu ?",
        "¿Qué le gustó?",
        "Wat ging er goed?",
        "Hva var bra?",
    ],
)
def test_a_question_for_what_was_good_asks_for_praise(question):
    assert is_praise(question)


@pytest.mark.parametrize(
    "question",
    [
        "What could we do better?",
        "What was good or bad?",
        "What would be good to have?",
        "What did you like least?",
        "What didn't you like?",
        "What would have made it pleasant?",
        "Was hat Ihnen nicht gefallen?",
        "Was ist Ihnen wichtig?",
        "Were you particularly satisfied and/or dissatisfied with us?",
        "FFT Why?",
        "",
    ],
)
def test_a_question_that_also_asks_for_something_else_does_not(question):
    assert not is_praise(question)


def test_a_column_is_named_by_title_by_part_of_it_or_by_number():
    table = read(PATIENTS.read_bytes())
    named = [choices(table, [name]).answers for name in ("fft ANSWER", "9", " 9 ", "FFT ans")]
    assert named == [(8,)] * 4
    assert choices(table, ["9", "FFT answer"]).answers == (8,)


@pytest.mark.parametrize("name", ["colour", "0", "62", "", "FFT", "٣٣", "9" * 5000])
def test_a_column_that_is_not_there_is_refused_with_those_that_are(name):
    with pytest.raises(refusals.NoSuchColumn, match="9 FFT answer"):
        choices(read(PATIENTS.read_bytes()), [name])


def test_a_question_that_nobody_asked_is_refused_with_those_that_were():
    table = read(PATIENTS.read_bytes())
    with pytest.raises(refusals.NoSuchQuestion, match="“How could we improve\\?”"):
        choices(table, skip_questions=["How can we improve?"])


def test_a_table_without_words_of_people_says_which_columns_there_are():
    table = table_of("Day,Score", *(f"2026-11-0{n},{n}" for n in range(1, 9)))
    with pytest.raises(refusals.NoAnswers, match="1 Day; 2 Score"):
        choices(table)


def test_a_person_can_say_where_the_answers_begin():
    table = read((FILES / "maintainers-two-header-rows.csv").read_bytes())
    moved = table.headed(0, 1)
    spanned = "Which CNCF Project(s) are you maintaining?"
    assert (len(moved.body), moved.titles[5]) == (len(table.body) + 1, spanned)
    assert moved.headed(0, 2) == table
    none = read((FILES / "pasted-list.txt").read_bytes()).headed(0, 1)
    assert none.titles == ("Tell me when the order is delayed, not after I have driven there",)
    assert table.headed(-5, 99).header_rows == 3
    assert table.headed(10**6, 1).body == ()


def test_answers_without_spaces_between_words_are_answers():
    rows = [f"{n},予約の変更を前日までに知らせてほしい。{n}番の窓口です" for n in range(20)]
    assert kinds(table_of("No,意見", *rows))["意見"] is ColumnKind.ANSWER


def test_a_header_moved_below_everything_leaves_nothing_to_plan():
    table = table_of("No,What is missing?", *(f"{n},{wish}" for n, wish in enumerate(WISHES)))
    chosen = choices(table)
    assert plan(table.headed(99, 0), chosen).pieces == 0
