"""An import from the bytes of a file to cards, as window and command do it."""

from __future__ import annotations

import hashlib

import pytest

from cxworkshop.errors import BadWords
from cxworkshop.exchange.refusals import NoSuchColumn
from cxworkshop.limits import TooManyAnswers
from cxworkshop.queries import room
from cxworkshop.services import import_reading
from cxworkshop.services.importing import ImportFile
from cxworkshop.store.refusals import NoSuchFile

DATA = b"Id,Better,Other\n1,Please open earlier,7\n2,Please ring me back soon,8\n3,n/a,9\n"


def test_preparing_changes_nothing_and_taking_is_one_step(workshop):
    seq = workshop.seq
    prepared = workshop.importing.prepare(ImportFile("answers.csv", DATA))
    assert workshop.seq == seq
    assert (len(prepared.plan.cards), len(prepared.plan.aside)) == (2, 1)
    batch = workshop.importing.take(prepared)
    assert (batch.file_name, batch.sha256) == ("answers.csv", hashlib.sha256(DATA).hexdigest())
    assert len(workshop.big_list.board().cards) == 2
    workshop.undo()
    assert workshop.importing.batches() == []


def test_the_same_file_again_has_nothing_new(workshop):
    workshop.importing.take(workshop.importing.prepare(ImportFile("answers.csv", DATA)))
    again = workshop.importing.prepare(ImportFile("copy.csv", DATA))
    assert (again.plan.known, again.plan.cards) == (3, ())
    with pytest.raises(BadWords, match="nothing new"):
        workshop.importing.take(again)


def test_columns_may_be_named_and_records_counted(workshop):
    counted = []

    def watch(records):
        for record in records:
            counted.append(record.line)
            yield record

    source = ImportFile("answers.csv", DATA)
    prepared = workshop.importing.prepare(source, columns=["2"], watch=watch)
    assert prepared.plan.cards[0].answers[0].words == "Please open earlier"
    assert counted == [2, 3, 4]
    with pytest.raises(NoSuchColumn):
        workshop.importing.prepare(source, columns=["Worse"])


LIST = '4,"- Open earlier please\n- Ring me back soon\n- Bake more rye bread",8\n'


@pytest.mark.parametrize(
    ("more", "holds"), [("4,Put a bench outside please,8\n", 4), (LIST, 6), (LIST + LIST, 9)]
)
def test_too_many_answers_are_refused_before_they_are_sorted(workshop, monkeypatch, more, holds):
    monkeypatch.setattr(room, "MOST_ANSWERS", 3)
    monkeypatch.setattr(import_reading, "plan", lambda *_given, **_named: 1 / 0)
    file = ImportFile("answers.csv", DATA + more.encode())
    with pytest.raises(TooManyAnswers, match=f"^This holds {holds} answers; 3 are the most"):
        workshop.importing.prepare(file, columns=["Better"])


def test_what_an_import_took_before_needs_no_room(workshop, monkeypatch):
    monkeypatch.setattr(room, "MOST_ANSWERS", 3)
    workshop.importing.take(workshop.importing.prepare(ImportFile("answers.csv", DATA)))
    assert workshop.importing.prepare(ImportFile("copy.csv", DATA)).plan.known == 3


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(NoSuchFile):
        ImportFile.read(tmp_path / "none.csv")


ROWS = (
    ("c1", "2026-01-05", "The queue at the till is far too long"),
    ("c2", "2026-01-06", "Nobody picks up the phone at noon"),
    ("c1", "2026-01-07", "Parking"),
    ("c3", "2026-01-08", "Parking"),
)
FRESH = ("c4", "2026-02-01", "Parking")
TITLES = ("Customer ID", "Date", "What should we do better?")
GERMAN = ("Kundennummer", "Datum", "Was sollen wir besser machen?")


def table(rows, titles=TITLES, order=(0, 1, 2), sign=",", encoding="utf-8"):
    lines = (sign.join(row[n] for n in order) for row in (titles, *rows))
    return ImportFile("answers.csv", "\n".join(lines).encode(encoding))


@pytest.mark.parametrize(
    ("again", "people"),
    [
        (table((FRESH, *reversed(ROWS))), 4),
        (table((*ROWS, FRESH), GERMAN), 4),
        (table((*ROWS, FRESH), order=(2, 0, 1)), 4),
        (table((*ROWS, FRESH), sign="\t", encoding="utf-16"), 4),
        (table((*ROWS, ("c3", "2026-02-01", "Parking"))), 3),
        (table((*ROWS, FRESH), GERMAN, order=(2, 1)), 4),
    ],
    ids=["rows", "titles", "columns", "encoding", "a known person", "nobody named"],
)
def test_of_a_file_that_grew_only_the_new_row_comes(workshop, again, people):
    """Whatever became of its columns; and who is known is not counted again."""
    workshop.importing.take(workshop.importing.prepare(table(ROWS)))
    prepared = workshop.importing.prepare(again)
    assert [answer.words for answer in prepared.plan.taken] == ["Parking"]
    assert prepared.plan.known == len(ROWS)
    workshop.importing.take(prepared)
    assert len(workshop.talk.customers.all()) == people


def test_another_survey_with_the_same_small_numbers_is_of_other_people(workshop):
    workshop.importing.take(workshop.importing.prepare(table(ROWS)))
    others = (
        ("c1", "2026-03-01", "The door is heavy for my mother"),
        ("c2", "2026-03-02", "Parking"),
    )
    workshop.importing.take(workshop.importing.prepare(table(others)))
    assert len(workshop.talk.customers.all()) == 5


def test_customers_are_numbered_as_they_stand_in_the_file(workshop):
    """Also where a later row says the same as the first, and one only praises."""
    rows = ("Please open earlier", "Ring me back soon", "Please open earlier", "More rye bread")
    data = "Better\n" + "\n".join(rows)
    workshop.importing.take(workshop.importing.prepare(ImportFile("answers.csv", data.encode())))
    said = [(one.customer, one.verbatim.said) for one in workshop.talk.answers.latest(4)]
    assert [words for _number, words in sorted(said)] == list(rows)
