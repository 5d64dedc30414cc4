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
