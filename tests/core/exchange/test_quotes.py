"""A quotation mark out of place is mended and named, or refused; it hides no row."""

from __future__ import annotations

import csv
import io

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from cxworkshop.exchange.readers import read
from cxworkshop.exchange.refusals import OpenQuote
from cxworkshop.exchange.table import Table


def cells(table: Table) -> list[tuple[str, ...]]:
    return [record.cells for record in table.records]


@pytest.mark.parametrize(
    ("text", "rows", "named"),
    [
        ('a,b,c\n1,"he said "no" to me",3\n2,x,y\n', ("1", 'he said "no" to me', "3"), "line 2"),
        ('a,b\n1,"a 5" pipe"\n2,x\n3,y\n', ("1", 'a 5" pipe'), "line 2"),
        ('a,b,c\n1,"one "x" y\ntwo",3\n2,x,y\n', ("1", 'one "x" y\ntwo', "3"), "line 2"),
        ('a;b\n1;"so "wie" hier"\n2;x\n', ("1", 'so "wie" hier'), "line 2"),
        ('sep=|\na|b\n1|"x "y" z"\n2|x\n', ("1", 'x "y" z'), "line 3"),
    ],
)
def test_marks_inside_the_words_stay_in_the_words_and_their_line_is_named(text, rows, named):
    table = read(text.encode())
    assert cells(table)[1] == rows
    assert named in " ".join(table.notes)


def test_every_line_with_a_stray_mark_is_named():
    table = read(b'a,b\n1,"x "y" z"\n2,p\n3,"q "r" s"\n4,t\n')
    assert "lines 2, 4 " in table.notes[0]


def test_the_last_cell_of_a_mended_file_is_kept():
    table = read(b'a,b\n1,"x "y" z"\n2,p\n4,')
    assert cells(table)[-1] == ("4", "")


@pytest.mark.parametrize(
    "text",
    [
        'a,b\n1,"never closed\n2,"fine"\n3,z\n',
        'a,b,c\n1,"never closed,x\n2,y,"fine"\n3,z,w\n',
        'a,b\n1,x\n"open,2\n"x",3\n"y",4\n',
        'a,b\n1,x\n2,"open\n3,y\n4,z\n',
        'a,b\n1,"x"y\n2,"p, q"\n3,t\n',
    ],
)
def test_a_mark_that_would_hide_rows_is_refused_with_its_line(text):
    line = next(
        n for n, row in enumerate(text.splitlines(), 1) if row.count('"') % 2 or 'x"y' in row
    )
    with pytest.raises(OpenQuote, match=f"line {line} "):
        read(text.encode())


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_row_vanishes_when_one_mark_is_taken_out(data):
    """Each row has its number, which is read; or a line to look at is named; or it is refused."""
    count = data.draw(st.integers(6, 14))
    say = st.sampled_from(["plain words", "one, two", 'she said "no"', "up\ndown", ""])
    rows = [[f"<{n}>", data.draw(say), data.draw(say)] for n in range(count)]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([["No", "Answer", "Other"], *rows])
    text = out.getvalue()
    marks = [at for at, char in enumerate(text) if char == '"']
    if marks:
        at = data.draw(st.sampled_from(marks))
        text = text[:at] + text[at + 1 :]
    try:
        table = read(text.encode())
    except OpenQuote:
        return
    firsts = [record.cells[0] for record in table.body]
    inside = [cell for record in table.body for cell in record.cells[1:] if "<" in cell]
    assert table.notes or not inside
    assert set(firsts) >= {row[0] for row in rows} or table.notes


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_one_column_of_which_some_cells_are_quoted_is_read_as_cells(delimiter):
    text = f'Answer\nGreat staff\n"Waiting{delimiter} too long"\n"one\ntwo"\n"he said ""no"""\n'
    table = read(text.encode())
    assert cells(table)[1:] == [
        ("Great staff",),
        (f"Waiting{delimiter} too long",),
        ("one\ntwo",),
        ('he said "no"',),
    ]
    assert [record.line for record in table.records] == [1, 2, 3, 4, 6]


def test_lines_that_begin_with_a_mark_are_lines():
    lines = ['"Waiting" is what we do most', "Mend the door", '"Hello" she said, "again"']
    assert cells(read("\n".join(lines).encode())) == [(line,) for line in lines]


@pytest.mark.parametrize("mark", ["\t", ";", "|", ":", "^"])
def test_whatever_mark_a_sep_line_names_is_taken(mark):
    table = read(f"sep={mark}\r\nAnswer{mark}Score\r\nMend the door, please{mark}3\r\n".encode())
    assert (table.delimiter, cells(table)[1]) == (mark, ("Mend the door, please", "3"))
    assert table.records[0].line == 2
