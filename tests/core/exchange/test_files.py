"""Real and awkward files, each counted independently of the code that reads it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from cxworkshop import paths
from cxworkshop.exchange import refusals
from cxworkshop.exchange.choosing import choices
from cxworkshop.exchange.column_kinds import ColumnKind
from cxworkshop.exchange.columns import guess
from cxworkshop.exchange.import_plan import ImportPlan, plan
from cxworkshop.exchange.readers import read
from cxworkshop.exchange.table import Table

FILES = Path(__file__).parents[2] / "files" / "imports"
PATIENTS = paths.resource("examples", "patient-feedback.csv")
REAL = (
    PATIENTS,
    FILES / "maintainers-two-header-rows.csv",
    FILES / "maintainers-one-header-row.csv",
    FILES / "maintainers-2021.csv",
    FILES / "notebook-users.csv",
)
NOTHING_WAS_GOOD = ("", "Did not answer", "Nothing", "None", "Nothing so far")


def table_of(name: str) -> Table:
    return read((FILES / name).read_bytes())


def planned(table: Table, *columns: str) -> ImportPlan:
    return plan(table, choices(table, columns))


def said(found: ImportPlan) -> list[str]:
    return [answer.words for card in found.cards for answer in card.answers]


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_every_row_of_a_real_file_is_read_as_plain_csv_reads_it(path):
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    table = read(path.read_bytes())
    assert [list(record.cells) for record in table.records] == [r for r in rows if any(r)]


@pytest.mark.parametrize(
    ("name", "header", "rows"),
    [
        ("maintainers-two-header-rows.csv", 2, 79),
        ("maintainers-2021.csv", 2, 93),
        ("maintainers-one-header-row.csv", 1, 93),
        ("notebook-users.csv", 1, 400),
        ("werkstatt-semikolon-cp1252.csv", 1, 10),
        ("werkstatt-unicode-text.txt", 1, 10),
        ("hostile-words.csv", 1, 11),
        ("many-languages.txt", 0, 13),
        ("pasted-list.txt", 0, 10),
    ],
)
def test_the_header_is_told_from_the_answers(name, header, rows):
    table = table_of(name)
    assert (table.header_rows, len(table.body)) == (header, rows)


def test_spanned_headers_are_joined():
    titles = table_of("maintainers-two-header-rows.csv").titles
    assert titles[5] == "Which CNCF Project(s) are you maintaining? — Prometheus"
    assert titles[0] == "Respondent ID"


def test_a_summary_is_refused_with_advice():
    with pytest.raises(refusals.OnlyASummary, match="export all responses"):
        table_of("maintainers-summary-only.csv")


def test_patients_answers_are_found_with_their_questions():
    table = read(PATIENTS.read_bytes())
    chosen = choices(table)
    assert [table.titles[n] for n in chosen.answers] == ["FFT answer"]
    assert table.titles[chosen.question] == "FFT question"
    assert table.titles[chosen.respondent] == "Respondent ID"
    found = plan(table, chosen)
    rows = list(csv.DictReader(io.StringIO(PATIENTS.read_text("utf-8"), newline="")))
    assert found.pieces == len(rows) == 900
    assert found.empty == sum(not row["FFT answer"].strip() for row in rows)
    not_answered = sum(row["FFT answer"] == "Did not answer" for row in rows)
    assert sum(aside.words == "Did not answer" for aside in found.aside) == not_answered
    good = [row for row in rows if row["FFT question"] == "What was good?"]
    assert len(found.praise) == sum(
        row["FFT answer"].strip(" .") not in NOTHING_WAS_GOOD for row in good
    )


def test_two_answers_of_one_respondent_are_one_customer():
    rows = list(csv.DictReader(io.StringIO(PATIENTS.read_text("utf-8"), newline="")))
    found = planned(read(PATIENTS.read_bytes()))
    assert found.customers <= len({row["Respondent ID"] for row in rows})
    assert found.customers < found.pieces - found.empty - len(found.aside)


def test_a_question_can_be_left_out():
    table = read(PATIENTS.read_bytes())
    found = plan(table, choices(table, skip_questions=["what was GOOD?"]))
    assert found.praise == ()
    assert any(aside.why == "its question was left out" for aside in found.aside)


@pytest.mark.parametrize("name", ["werkstatt-semikolon-cp1252.csv", "werkstatt-unicode-text.txt"])
def test_a_workshops_own_list_in_two_encodings_says_the_same(name):
    found = planned(table_of(name))
    assert said(found)[0].startswith("Bitte sagt Bescheid, wenn der Termin verschoben wird –")
    assert "Die Schlange an der Kasse; zwei Kassen wären schön." in said(found)
    assert any("Grüße aus Köln!" in words and "\n" in words for words in said(found))
    assert any("»" in words or "„" in words or "«" in words for words in said(found))
    repeated = [card for card in found.cards if len(card.answers) > 1]
    assert [len(card.answers) for card in repeated] == [2]
    assert (found.empty, [aside.words for aside in found.aside]) == (1, ["n/a", "-"])
    assert found.cards[0].answers[0].kind == "Stammkunde"
    assert str(found.cards[0].answers[0].day) == "2026-11-03"


def test_a_pasted_list_is_one_card_a_line_without_its_bullets():
    found = planned(table_of("pasted-list.txt"))
    assert "Someone who can decide, not someone who has to ask" in said(found)
    assert "Say sorry and mean it" in said(found)
    assert "A receipt that shows what I paid for, with the date" in said(found)
    assert [aside.words for aside in found.aside] == ["nothing", "N/A"]


def test_every_language_comes_through_letter_for_letter():
    lines = (FILES / "many-languages.txt").read_text(encoding="utf-8").splitlines()
    assert said(planned(table_of("many-languages.txt"))) == [line for line in lines if line]


def test_hostile_words_are_words():
    found = planned(table_of("hostile-words.csv"), "Answer")
    assert '=HYPERLINK("http" + "://example.invalid","click")'.replace('" + "', "") in said(found)
    assert "<b>bold?</b> <img src='secret.png'> & <font color=\"red\">" in said(found)
    assert "-2 stars, honestly" in said(found)
    assert "bidi evil and null here" in [
        " ".join(w.replace("\x00", " ").split()) for w in said(found)
    ]
    assert "line one\nline two\nline three" in said(found)


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_every_word_that_is_taken_stands_in_the_file(path):
    text = " ".join(path.read_text(encoding="utf-8").replace('""', '"').split())
    found = planned(read(path.read_bytes()))
    words = [*said(found), *(answer.words for answer in found.praise)]
    missing = [w for w in words if " ".join(w.split()) not in text]
    assert len(missing) <= len(words) // 200  # letters that were composed anew (NFC)


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_importing_again_offers_only_what_is_new(path):
    table = read(path.read_bytes())
    first = plan(table, choices(table))
    answers = [answer for card in first.cards for answer in card.answers]
    known = {piece.key for piece in (*answers, *first.praise, *first.aside)}
    again = plan(table, choices(table), known=known)
    assert (again.cards, again.praise, again.aside) == ((), (), ())
    assert again.known + again.empty == again.pieces


def test_a_row_that_was_added_is_the_only_new_one():
    data = (FILES / "werkstatt-semikolon-cp1252.csv").read_bytes()
    first = planned(read(data))
    known = {a.key for card in first.cards for a in card.answers} | {a.key for a in first.aside}
    more = data + "08.11.2026;neu;Eine zweite Bank vor dem Laden wäre gut.;8\r\n".encode("cp1252")
    table = read(more)
    found = plan(table, choices(table), known=known)
    assert said(found) == ["Eine zweite Bank vor dem Laden wäre gut."]


def test_personal_columns_are_not_taken_by_themselves():
    table = read(
        b"E-mail address,Your name,What should we do better?\n"
        + b"".join(
            f"person{n}@example.invalid,Some Body{n},Please mend thing number {n} soon\n".encode()
            for n in range(30)
        )
    )
    assert [column.kind for column in guess(table)] == [
        ColumnKind.PERSONAL,
        ColumnKind.PERSONAL,
        ColumnKind.ANSWER,
    ]
    assert choices(table).answers == (2,)
    assert choices(table, ["your NAME"]).answers == (1,)


def test_a_mail_address_inside_the_words_is_pointed_out():
    found = planned(read(b"Write to me at ann@example.invalid please\nMend the door of the shop\n"))
    assert "look at line 1." in found.report()[-1]


def test_an_answer_that_is_too_long_is_set_aside_whole():
    long = "a word " * 2000
    found = planned(read(f"{long}\nA short answer\n".encode()))
    assert [aside.words for aside in found.aside] == [long.strip()]
    assert found.aside[0].why == "longer than 10000 characters"


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", refusals.NothingInIt),
        (b"  \n\n \t", refusals.NothingInIt),
        (b"\xef\xbb\xbf\r\n", refusals.NothingInIt),
        (b"PK\x03\x04" + bytes(100), refusals.OtherKind),
        (b"\xd0\xcf\x11\xe0" + bytes(100), refusals.BrokenFile),
        (b"%PDF-1.7 ...", refusals.OtherKind),
        (bytes(range(32)) * 50, refusals.NotText),
        (b'a,b\n1,"never closed\n2,x\n3,y\n', refusals.OpenQuote),
    ],
)
def test_what_is_no_list_of_words_is_refused_by_name(data, refusal):
    with pytest.raises(refusal):
        read(data)


def test_the_line_of_an_open_quote_is_named():
    with pytest.raises(refusals.OpenQuote, match="line 2"):
        read(b'a,b\n1,"never closed\n2,x\n3,y\n')


def test_a_header_below_a_preamble_is_found():
    rows = "".join(f"{n},Please mend thing number {n} soon,{n % 5}\n" for n in range(20))
    table = read(
        f"Survey of October,,\n,,\n,,\nNo,What should we do better?,Score\n{rows}".encode()
    )
    assert (table.titles[1], len(table.body)) == ("What should we do better?", 20)


def test_three_header_rows_with_import_ids():
    rows = "".join(f"R_{n},Please mend thing number {n} soon\n" for n in range(20))
    head = 'Q1,Q2\nId,What should we do better?\n"{""ImportId"":""Q1""}","{""ImportId"":""Q2""}"\n'
    table = read(f"{head}{rows}".encode())
    assert (table.header_rows, len(table.body)) == (3, 20)
    assert table.titles[1] == "Q2 — What should we do better?"


def test_a_sep_line_is_honoured():
    table = read(b"sep=|\nAnswer|Score\nMend the door, please|3\n")
    assert (table.delimiter, table.titles) == ("|", ("Answer", "Score"))
