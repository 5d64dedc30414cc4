"""The history of a large workshop: the oldest steps become past, and nothing else changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cxworkshop.model import EditState
from cxworkshop.store.disk.file import examine
from cxworkshop.store.tables import journal
from cxworkshop.workshop import Workshop
from tests.opened import opened

DAY = date(2026, 11, 23)


def workshop_of_edits(path: Path, edits: int) -> Workshop:
    workshop = Workshop.new(path, "Team", DAY)
    for number in range(edits):
        workshop.people.find_or_add(f"Person {number}")
    return workshop


def test_a_round_of_a_large_workshop_trims_its_history(tmp_path, monkeypatch):
    monkeypatch.setattr(journal, "TRIM_FROM", 0)
    monkeypatch.setattr(journal, "STEPS_KEPT", 20)
    with workshop_of_edits(tmp_path / "team.cxw", 50) as workshop:
        people = len(workshop.people.all())
        workshop.rounds.start_next()
        workshop.save()
        states = [line.state for line in workshop.history()]
        assert states == [*(30 * [EditState.PAST]), *(21 * [EditState.DONE])]
        assert len(workshop.people.all()) == people
    examine(tmp_path / "team.cxw")
    again = opened(tmp_path / "team.cxw")
    steps = 0
    while again.undo_title():
        again.undo()
        steps += 1
    assert (steps, len(again.people.all())) == (21, 30)
    while again.redo_title():
        again.redo()
    assert len(again.people.all()) == 50


def test_an_ordinary_workshop_keeps_its_history(tmp_path):
    with workshop_of_edits(tmp_path / "team.cxw", 30) as workshop:
        workshop.rounds.start_next()
        assert {line.state for line in workshop.history()} == {EditState.DONE}
