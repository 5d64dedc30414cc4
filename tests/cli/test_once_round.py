"""A new workshop takes a real file through all eight stops, typed as a person would."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from cxworkshop import paths

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SOURCE = paths.resource("examples", "patient-feedback.csv")
SCHEMAS = ROOT / "docs" / "json"


def batch(shell, monkeypatch, lines: str) -> None:
    """Type these lines as one batch: a command alone opens and writes the whole file again."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode()), "utf-8"))
    shell.ok(f"batch {lines.split()[1]}")


def described(value, name: str) -> None:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(value, schema, format_checker=jsonschema.FormatChecker())


def test_a_real_file_goes_once_round_the_loop_and_back(shell, monkeypatch):
    today = "--today 2026-11-23"
    shell.ok(f"new w.cxw --team 'Patient services' {today}")
    start = shell.json("status w.cxw")
    dry = shell.ok(f"import w.cxw {SOURCE} --dry-run")
    assert "900 answers in the file" in dry
    assert shell.json("status w.cxw") == start
    shell.ok(f"import w.cxw {SOURCE} --yes {today}")
    counts = shell.json("status w.cxw")
    become = int(re.search(r"^(\d+) become new cards", dry, re.MULTILINE)[1])
    assert (counts["cards"], counts["picks"]) == (become, [])

    shell.ok("group w.cxw 'Waiting: 3 17 22'")
    shell.ok("group w.cxw 'Being told: 5 6'")
    for code in ("A", "b", "#9"):
        shell.ok(f"pick w.cxw {code}")
    assert shell.refused("pick w.cxw 30").startswith("Three is the most")
    shell.ok("pick w.cxw 30 --swap B")
    assert shell.json("status w.cxw")["picks"] == ["A", 30, 9]

    for criterion in ("can", "notice", "days", "stay"):
        shell.ok(f"criterion w.cxw 1 {criterion} yes --why 'we looked'")
    shell.ok(
        "plan w.cxw 1 --title 'Say how long' --promise 'When a customer waits, we say how long'"
    )
    shell.ok("plan w.cxw 1 --owner Mira --licence 'All but money' --giver Helena")
    shell.ok("plan w.cxw 1 --start 2026-11-23 --step 'Buy a clock / Mira / 2026-11-25'")
    shell.ok(f"lock w.cxw 1 {today}")
    shell.ok("block w.cxw 1 'The printer is broken' --remover Jan")
    shell.ok("unblock w.cxw 1 1 --days-lost 2")
    found = shell.json("status w.cxw")["improvements"][0]
    assert (found["check_on"], found["locked"], found["owner"]) == ("2026-12-23", True, "Mira")

    later = "--today 2026-12-23"
    for words, mark in (("Quicker", "notices"), ("The same", "no-difference"), ("Yes", "notices")):
        shell.ok(f"heard w.cxw 1 '{words}' --mark {mark} {later}")
    shell.ok(f"verdict w.cxw 1 some {later}")
    shell.ok("stays w.cxw 1 written 'On the wall' --where 'beside the door'")
    shell.ok("sure w.cxw 1 no --fix 'Tell newcomers' --who Ana --by 2027-01-10")
    shell.ok("sure w.cxw 1 yes")
    assert shell.run("print w.cxw --to out") == 0
    assert shell.err.startswith("Before it goes on paper, look at what may be somebody’s name:")
    assert len(shell.err.splitlines()) == 1  # people's real words name people; all letters are ours
    printed = shell.out.split()
    assert all(Path(path).read_bytes().startswith(b"%PDF") for path in printed)
    shell.ok(f"next w.cxw {later}")
    end = shell.json("status w.cxw")
    assert (end["round"], end["cards"], end["improvements"][0]["kept"]) == (2, become - 3, True)
    described(end, "status")
    late = [thing["days_late"] > 0 for thing in shell.json("still-open w.cxw")]
    assert end["still_open"] == {"all": len(late), "late": sum(late)}
    described(shell.json("list w.cxw"), "list")

    steps = len(shell.ok("history w.cxw").splitlines())
    batch(shell, monkeypatch, "undo w.cxw\n" * steps)
    assert shell.run("undo w.cxw") == 2
    assert shell.err == "There is nothing to undo.\n"
    assert shell.json("list w.cxw") == []
    batch(shell, monkeypatch, "redo w.cxw\n" * steps)
    assert shell.json("status w.cxw") == end
    assert f"digest {end['digest']}" in shell.ok("verify w.cxw")


def test_importing_the_same_file_again_brings_nothing_new(shell):
    shell.ok("new w.cxw --team T")
    shell.ok(f"import w.cxw {SOURCE} --yes")
    assert shell.refused(f"import w.cxw {SOURCE} --yes") == "There is nothing new in this file."
    shell.ok("undo w.cxw")
    assert shell.json("list w.cxw") == []


def test_columns_and_questions_can_be_named(shell):
    shell.ok("new w.cxw --team T")
    shell.ok(
        f"import w.cxw {SOURCE} --yes --column 'FFT answer' --question-column 'fft question' "
        "--skip-question 'FFT Why?' --skip-question 'What was good?'"
    )
    assert "There is no column “colour”" in shell.refused(f"import w.cxw {SOURCE} --column colour")


def test_customers_are_counted_not_cards(shell):
    shell.ok("new w.cxw --team T")
    shell.ok("say w.cxw 'no parking' --customer 1 --kind regular --asked-by Ben --way easy")
    shell.ok("say w.cxw 'no phone' --customer 1")
    shell.ok("say w.cxw 'no forms'")
    shell.ok("group w.cxw 'Nothing there: 1 2'")
    rows = shell.json("list w.cxw")
    assert [row["customers"] for row in rows] == [1, 1, 1]
    assert shell.json("status w.cxw")["customers"] == 2
    assert rows[0]["way"] == "easy"
    said = shell.ok("group w.cxw 'Nothing there: 3'")
    assert said == "Group A, Nothing there: 2 customers, 3 cards.\n"


def test_the_sample_is_four_rounds_in(shell, monkeypatch):
    shell.ok("sample s.cxw --today 2026-11-23")
    found = shell.json("status s.cxw --today 2026-11-23")
    described(found, "status")
    assert (found["round"], found["day"]) == (4, 12)
    assert found["cards"] >= 40
    rows = {(row["round"], row["slot"]): row for row in found["improvements"]}
    assert rows[1, 1]["kept"]
    assert (rows[2, 1]["verdict"], rows[2, 1]["staff_test"]) == ("notice", "sure")
    assert rows[4, 1]["locked"]
    assert rows[4, 1]["verdict"] is None
    assert ": they don’t notice\n" in shell.ok("status s.cxw")
    shell.ok("verify s.cxw")
    steps = len(shell.ok("history s.cxw").splitlines())
    batch(shell, monkeypatch, "undo s.cxw\n" * steps)
    assert shell.run("undo s.cxw") == 2
    assert shell.json("list s.cxw") == []


def test_history_says_what_was_undone(typed):
    typed.ok("undo w.cxw")
    lines = typed.ok("history w.cxw").splitlines()
    assert lines[-1].endswith("Add what a customer said  (undone)")


def test_a_look_changes_nothing_on_the_disk(typed):
    before = (typed.folder / "w.cxw").stat()
    for line in ("status", "list", "history", "verify"):
        typed.ok(f"{line} w.cxw")
    after = (typed.folder / "w.cxw").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


@pytest.mark.parametrize("module", ["cxworkshop", "ui"])
def test_both_modules_are_the_same_command_line(tmp_path, module):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}

    def typed(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", module, *words],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    assert typed("new", "w.cxw", "--team", "T").returncode == 0
    assert typed("status", "w.cxw", "--json").returncode == 0
    wrong = typed("pick", "w.cxw", "4")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr == "There is no card 4. Look at its number again.\n"
