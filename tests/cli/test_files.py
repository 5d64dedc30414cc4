"""The command line and the file's promises: who has it, what a kill left, what can be rescued."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxworkshop.store.disk.lock import Holder
from cxworkshop.store.disk.resume import has_unsaved_steps
from cxworkshop.workshop import Workshop
from tests.opened import opened


@pytest.fixture
def file(shell) -> Path:
    shell.ok("new team.cxw --team Bakery")
    shell.ok("say team.cxw phone")
    return shell.folder / "team.cxw"


def left_over(file: Path, name: str) -> None:
    """A window was killed with a step that the file does not have."""
    workshop = Workshop.resume(file, Holder.WINDOW)
    workshop.start_saving()
    away = file.rename(file.with_name("away.cxw"))
    workshop.people.find_or_add(name)
    workshop.file.keeper.flush()
    workshop.file.leave()
    away.rename(file)


def test_what_a_window_has_open_can_be_looked_at_and_not_changed(shell, file):
    window = Workshop.resume(file, Holder.WINDOW)
    window.start_saving()
    assert "is open in CX Workshop" in shell.refused("say team.cxw forms")
    assert "1 thing said by 1 customer; 1 card, 0 groups" in shell.ok("status team.cxw")
    window.close()
    shell.ok("say team.cxw forms")


def test_a_command_goes_on_where_a_window_was_killed(shell, file):
    left_over(file, "Ana")
    assert "Add a person" not in shell.ok("history team.cxw")
    shell.ok("say team.cxw forms")
    assert "Add a person" in shell.ok("history team.cxw")
    assert not has_unsaved_steps(file)


def test_steps_that_fit_no_file_are_saved_by_recover(shell, file):
    left_over(file, "Ana")
    other = opened(file)
    other.people.find_or_add("Olga")
    other.save()
    assert "still has steps of its own" in shell.refused("say team.cxw forms")
    assert "holds the steps that were safe" in shell.ok("recover team.cxw --to ours.cxw")
    assert [p.name for p in opened(shell.folder / "ours.cxw").people.all()] == ["Ana"]
    shell.ok("say team.cxw forms")
    assert [p.name for p in opened(file).people.all()] == ["Olga"]


def test_recover_says_what_came_back_and_what_is_doubtful(shell, file):
    file.write_bytes(file.read_bytes().replace(b"phone", b"phoue"))
    damaged = file.read_bytes()
    assert "1 row is not as it was written" in shell.refused("verify team.cxw")
    said = shell.ok("recover team.cxw --to new.cxw")
    assert said.splitlines()[0].startswith("new.cxw: 1 of 1 card came back. 1 thing could not be")
    assert "what a customer said: card 1: phoue" in said
    assert file.read_bytes() == damaged
    assert "is whole" in shell.ok("verify new.cxw")
    assert "is there already" in shell.refused("recover team.cxw --to new.cxw")


def test_a_read_only_file_is_left_as_it_is(shell, file):
    file.chmod(0o444)
    assert "is read only here" in shell.refused("say team.cxw forms")
    shell.ok("status team.cxw")


def test_an_import_keeps_an_earlier_copy(shell, file):
    (shell.folder / "list.csv").write_text("Answer\nPlease mend the door today\n")
    before = file.read_bytes()
    shell.ok("import team.cxw list.csv --yes")
    copies = opened(file).file.backups()
    assert before in [copy.path.read_bytes() for copy in copies]
