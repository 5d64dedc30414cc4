"""Whatever is written as a table is read back as it was; no piece of it is ever lost."""

from __future__ import annotations

import csv
import io
from contextlib import suppress

import hypothesis.strategies as st
import pytest
from hypothesis import example, given, settings

from cxworkshop.errors import Refusal
from cxworkshop.exchange.choosing import choices
from cxworkshop.exchange.import_plan import plan
from cxworkshop.exchange.non_answers import is_bare_score, is_non_answer
from cxworkshop.exchange.readers import read
from cxworkshop.textual import clean, fold

# Without backslashes: where several rows have \n, it is read as the end of a line, for so
# databases write it.
LATIN = st.text(
    st.characters(codec="cp1252", exclude_categories=["C", "Z"], exclude_characters="\\"),
    min_size=1,
    max_size=9,
)
WORDS = st.lists(LATIN, min_size=1, max_size=5).map(" ".join)
CELL = st.sampled_from(["", "a, b", "a; b", 'he said "no"', "one\ntwo", "x|y"]) | WORDS


@st.composite
def tables(draw):
    width = draw(st.integers(2, 6))
    row = st.lists(CELL, min_size=width, max_size=width).filter(
        lambda cells: any(map(str.strip, cells))
    )
    return draw(st.lists(row, min_size=3, max_size=12))


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(
    rows=tables(),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_written_is_read_back(rows, delimiter, encoding, end):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator=end).writerows(rows)
    table = read(out.getvalue().encode(encoding))
    assert table.delimiter == delimiter
    assert [list(record.cells) for record in table.records] == rows


SPOKEN = ["schöne", "Grüße", "für", "Café", "déjà", "señor", "naïve", "Ärger", "über", "Platz", "a"]


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(
    data=st.data(),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
)
def test_however_it_is_quoted_and_encoded_it_is_read_back(data, delimiter, encoding, quoting):
    words = st.lists(st.sampled_from(SPOKEN), min_size=1, max_size=6).map(" ".join)
    hard = [f"so{delimiter} ja", 'er sagt "nein"', "eins\r\nzwei", "", '"', f'"{delimiter}"']
    row = st.lists(words | st.sampled_from(hard), min_size=2, max_size=2)
    rows = [["Name", "Wünsche für nächstes Jahr", "Größe", "Ort"]]
    rows += [["Ärger", *cells, "Köln"] for cells in data.draw(st.lists(row, min_size=2))]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=quoting).writerows(rows)
    table = read(out.getvalue().encode(encoding))
    assert (table.delimiter, table.header_rows) == (delimiter, 1)
    assert [list(record.cells) for record in table.records] == rows


@settings(max_examples=30, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(
            # Nothing with "ï": beside "é" and "Ä" alone it is as likely the Slovak "ď".
            ["schöne", "Grüße", "für", "Café", "déjà", "señor", "Ärger", "über"]
        ),
        min_size=8,
    )
)
def test_western_letters_of_an_old_code_page_are_read_right(words):
    text = "Antwort;Note\n" + "".join(f"Bitte {word} sagen;{n}\n" for n, word in enumerate(words))
    table = read(text.encode("cp1252"))
    assert [record.cells[0] for record in table.body] == [f"Bitte {word} sagen" for word in words]


@settings(max_examples=25, deadline=None)
@given(
    cells=st.lists(
        CELL | st.sampled_from(["n/a", "-", "nothing", "Keine"]), min_size=3, max_size=30
    )
)
@example(cells=["same", "Same!", "other thing"])
def test_no_piece_is_ever_lost(cells):
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(
        [["Answer", "No"], *([c, n] for n, c in enumerate(cells))]
    )
    table = read(out.getvalue().encode())
    found = plan(table, choices(table, ["Answer"]))
    assert found.pieces == len(cells)
    taken = [answer.words for card in found.cards for answer in card.answers]
    placed = [*taken, *(p.words for p in found.praise), *(a.words for a in found.aside)]
    assert sorted(placed) == sorted(clean(cell) for cell in cells if clean(cell))
    assert all(is_non_answer(a.words) or is_bare_score(fold(a.words)) for a in found.aside)
    assert len({fold(card.answers[0].words) for card in found.cards}) == len(found.cards)


@settings(max_examples=25, deadline=None)
@given(
    st.binary(max_size=400)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_bytes_are_read_or_refused_in_a_sentence(data):
    with suppress(Refusal):
        table = read(data)
        plan(table, choices(table))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)
    clean(text).encode("utf-8")


@settings(deadline=None)
@given(
    words=st.lists(
        st.text(st.characters(categories=["L"]), min_size=3, max_size=8), min_size=1, max_size=12
    ),
    data=st.data(),
)
def test_a_list_of_sentences_is_never_split_at_its_commas(words, data):
    lines = [f"{word}, please, and {word} soon" for word in words]
    lines += ["more light"] * data.draw(st.integers(0, 1))
    table = read("\n".join(lines).encode())
    assert table.delimiter == ""
    assert [record.cells for record in table.records] == [(line,) for line in lines]
