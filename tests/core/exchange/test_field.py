"""Every file of tests/files/field comes in right without a hand."""

from __future__ import annotations

from cxworkshop.exchange.choosing import ImportChoices
from cxworkshop.services.import_reading import (
    GUESSED,
    ImportFile,
    KnownAnswers,
    PreparedImport,
    prepare_import,
)
from tests.field.expected import EXPECTED
from tests.field.run import FIELD, outcome
from tests.field.variations import made

NAMES = ((1, "Ann"), (2, "Ann"), (3, "Bob"))
ANYBODY = ("anonymous", "A Google user", "kim22", "kim22", "anonymous", "-")


def prepared(text: str, wanted: ImportChoices = GUESSED) -> PreparedImport:
    return prepare_import(ImportFile("answers.csv", text.encode()), KnownAnswers(), wanted)


def test_every_file_from_the_field_comes_in_right():
    assert {path.name for path in FIELD.iterdir()} == {*EXPECTED, "README.md"}
    wrong = {}
    for name, expected in EXPECTED.items():
        found = outcome((FIELD / name).read_bytes(), expected, name)
        if found.verdict != "right":
            wrong[name] = found.wrong
    assert wrong == {}


def test_tables_of_each_kind_come_in_right_whatever_their_titles_and_delimiters():
    wrong = {}
    for kind, number, file in made(each=3, seed=20261129):
        found = outcome(file.data, file.expected)
        if not all(found.right[aspect] for aspect in ("header", "columns", "customers", "cards")):
            wrong[kind, number] = found.wrong
    assert wrong == {}


def test_rows_that_fit_in_two_ways_or_none_are_set_aside_whole():
    rows = (
        "1,Nice view,Cold room\n2,Good,food,Small beds\n3,The sun,Rain\n4,View,Lifts\n5,Sea,Dust\n"
    )
    found = prepared(f"id,liked,disliked\n{rows}")
    assert [(a.words, a.why) for a in found.plan.aside] == [
        ("2, Good, food, Small beds", "its cells do not fit the columns")
    ]
    assert any("line 3: set aside whole" in line for line in found.report)


def test_cells_that_were_left_out_at_a_rows_end_are_empty():
    rows = (
        "1,The room was cold,Rome,33\n2,Too loud for me,Bonn\n3,Nobody came,Rome,41\n4,We waited\n"
    )
    found = prepared(f"id,comment,city,age\n{rows}")
    assert (len(found.plan.cards), found.plan.aside) == (4, ())
    assert not any("line by line" in note or "set aside" in note for note in found.report)


def test_what_a_person_says_about_the_columns_goes_before_what_is_guessed():
    text = "".join(f"{n},{name},Thing {n} is broken here,Nice place {n}\n" for n, name in NAMES)
    said = prepared(
        f"id,Name,Comment,Also\n{text}",
        ImportChoices(header=1, respondent="Name", praise=("Also",), leave_out=("Comment",)),
    )
    assert (said.plan.customers, len(said.plan.cards), len(said.plan.praise)) == (2, 0, 3)
    guessed = prepared(f"id,Name,Comment,Also\n{text}")
    assert guessed.plan.customers == 3
    assert "--respondent 2" in [doubt.option for doubt in guessed.doubts]


def test_somebody_who_stands_for_anybody_is_nobody():
    text = "".join(f"{who},Thing {n} is broken here\n" for n, who in enumerate(ANYBODY))
    assert prepared(f"username,Comment\n{text}").plan.customers == 5
