"""Each hard rule by the command line, and bad input: 2, one sentence, the file as before."""

from __future__ import annotations

import pytest

from cxworkshop.cli import COMMANDS

READY = (
    "plan w.cxw 1 --promise 'When a customer rings, we answer' --owner Mira "
    "--licence 'All but money' --giver Helena --start 2026-11-23"
)


def ready(typed) -> None:
    typed.ok("pick w.cxw 4")
    for criterion in ("can", "notice", "days", "stay"):
        typed.ok(f"criterion w.cxw 1 {criterion} yes")
    typed.ok(READY)


def test_r1_a_fourth_pick(typed):
    for code in (1, 2, 3):
        typed.ok(f"pick w.cxw {code}")
    assert typed.refused("pick w.cxw 4").startswith("Three is the most for one round.")
    typed.ok("pick w.cxw 4 --swap 2")
    assert typed.json("status w.cxw")["picks"] == [1, 4, 3]


def test_r4_a_verdict_without_words(typed):
    ready(typed)
    typed.ok("lock w.cxw 1")
    assert typed.refused("verdict w.cxw 1 notice").startswith("No customer’s answer is in yet.")


def test_r5_kept_needs_both(typed):
    ready(typed)
    typed.ok("lock w.cxw 1")
    typed.ok("heard w.cxw 1 'Somebody answered' --mark notices")
    typed.ok("verdict w.cxw 1 notice")
    assert not typed.json("status w.cxw")["improvements"][0]["kept"]
    assert typed.ok("sure w.cxw 1 yes") == "Kept.\n"
    assert typed.json("status w.cxw")["improvements"][0]["kept"]
    typed.ok("next w.cxw")
    assert [row["code"] for row in typed.json("list w.cxw")] == [1, 2, 3]


def test_r9_a_plan_that_is_not_whole(typed):
    typed.ok("pick w.cxw 4")
    assert typed.refused("lock w.cxw 1").startswith("Not ready to lock: 0 of 4 criteria are a yes")
    assert "no start date" in typed.refused("lock w.cxw 1 --reason 'we are brave'")
    typed.ok("plan w.cxw 1 --start 2026-11-23")
    typed.ok("lock w.cxw 1 --reason 'we are brave'")


def test_r10_nobody_clears_their_own_road(typed):
    ready(typed)
    assert "nobody clears their own road" in typed.refused("block w.cxw 1 printer --remover mira")
    assert "nobody clears their own road" in typed.refused("plan w.cxw 1 --giver Mira")
    assert "nobody clears their own road" in typed.refused("plan w.cxw 1 --owner Helena")
    assert "35 is the most" in typed.refused("plan w.cxw 1 --check 2027-01-15")
    typed.ok("block w.cxw 1 printer --remover Mira --reason 'only she has the key'")


def test_r12_an_import_of_twenty_cards_wants_yes(typed):
    lines = "\n".join(f"please mend thing number {n}" for n in range(20))
    (typed.folder / "list.txt").write_text(lines)
    assert "--yes says yes" in typed.refused("import w.cxw list.txt")
    typed.ok("import w.cxw list.txt --yes")


def test_r12_a_pile_of_twenty_cards_wants_yes(typed):
    for number in range(20):
        typed.ok(f"say w.cxw 'thing {number}'")
    codes = " ".join(map(str, range(1, 21)))
    assert "20 cards at once" in typed.refused(f"group w.cxw 'All: {codes}'")
    typed.ok(f"group w.cxw 'All: {codes}' --yes")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("pick w.cxw 99", "There is no card 99."),
        ("pick w.cxw Z", "There is no card or group “Z”."),
        ("pick w.cxw ''", "There is no card or group “”."),
        ("criterion w.cxw 1 can yes", "Slot 1 is still free."),
        ("criterion w.cxw 4 can yes", "There are three slots"),
        ("criterion w.cxw x can yes", "Invalid value for 'SLOT'"),
        ("group w.cxw 'Waiting'", "Type a headline, a colon"),
        ("group w.cxw 'Waiting: 1 1 77 88'", "not on the list: 77, 88; there twice: 1."),
        ("say w.cxw '   '", "There are no words in it."),
        ("say w.cxw hello --way fast", "“fast” is none of the ten ways."),
        ("say w.cxw hello --customer 0", "Invalid value for '--customer'"),
        ("status gone.cxw", "There is no file gone.cxw here."),
        ("new w.cxw --team X", "w.cxw is there already"),
        ("new gone/w.cxw --team X", "can’t be saved there"),
        ("new x.cxw", "Missing option '--team'"),
        ("import w.cxw gone.csv", "There is no file gone.csv here."),
        ("import w.cxw w.cxw", "can’t be read here"),
        ("undo w.cxw --today tomorrow", "“tomorrow” is not a day"),
        ("plan w.cxw 1 --start 9999-12-20", "9999-12-20 is too far away"),
        ("redo w.cxw", "There is nothing to redo."),
        ("heard w.cxw 1 words --mark better", "Slot 1 is still free."),
        ("sure w.cxw 1 maybe", "Answer yes or no."),
        ("verdict w.cxw 1 notice --round 7", "There is no round 7 yet."),
        ("export w.cxw --to list", "The name has to end in"),
        ("export w.cxw --to plans.csv --plans", "as .csv with --for"),
        ("export w.cxw --to plans.md --for jira", "as .csv only"),
        ("export w.cxw --to plans.csv --for jira --names", "not written into that"),
        ("export w.cxw --to list.md --names", "not written into that"),
        ("export w.cxw --to plans.docx --plans", "Pick one thing first."),
        ("export w.cxw --to poster.png", "Say which sheet"),
        ("export w.cxw --to list.csv --sheet poster", "as .png or .svg"),
        ("export w.cxw --to keys.svg --sheet keys --dpi 100", "Only a .png"),
        ("export w.cxw --to poster.png --sheet posters", "There is no sheet called “posters”."),
        ("export w.cxw --to all.png --sheet session-pack", "name one of them"),
        ("export w.cxw --to poster.png --sheet poster", "Pick one thing first."),
        ("merge w.cxw other.cxw", "There is no file other.cxw here."),
        ("print w.cxw posters --to out", "There is no sheet called “posters”."),
        ("print w.cxw --to out --paper A3", "on A3"),
        ("dance w.cxw", "No such command 'dance'"),
        ("say w.cxw", "Missing argument 'WORDS'"),
    ],
)
def test_bad_input_gets_one_sentence(typed, line, sentence):
    assert sentence in typed.refused(line)


def test_2000_characters_too_many_are_refused_and_10000_are_kept(typed):
    assert "12000 characters, 2000 too many: 10000 is the most" in typed.refused(
        f"say w.cxw {'x' * 12_000}"
    )
    typed.ok(f"say w.cxw {'x' * 10_000}")
    assert len(typed.json("list w.cxw")[-1]["verbatims"][0]) == 10_000


def test_a_file_that_is_no_workshop_is_named_by_every_command(typed):
    (typed.folder / "notes.cxw").write_text("my notes")
    for line in ("status", "list", "undo", "history", "verify", "next", "say"):
        words = " words" if line == "say" else ""
        assert "is not a CX Workshop file" in typed.refused(f"{line} notes.cxw{words}")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_that_shows_how(shell, command):
    said = shell.ok(f"{command} --help")
    assert said.startswith(f"Usage: cxworkshop {command} ")
    assert "--today" in said or command == "fonts"  # which looks at no workshop


def test_the_help_lists_every_command(shell):
    said = shell.ok("--help")
    assert all(f"  {command} " in said for command in COMMANDS)


def test_no_command_at_all_shows_the_help(shell):
    assert shell.run("") == 2 or "Commands:" in shell.out
