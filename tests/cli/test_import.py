"""The import command: what it took is said, and options say it otherwise."""

from __future__ import annotations


def test_a_dry_run_says_what_was_taken_and_which_option_decides(shell):
    rows = "".join(
        f"{n},{w},Thing {n} is broken here\n" for n, w in enumerate(("Ann", "Ann", "Bob"))
    )
    (shell.folder / "list.csv").write_text(f"id,Name,Comment\n{rows}", "utf-8")
    shell.ok("new a.cxw --team A")
    said = shell.ok("import a.cxw list.csv --dry-run").splitlines()
    assert said[:3] == [
        "1 row names the columns.",
        "Customers’ words: 3 “Comment”",
        "Each row is one customer.",
    ]
    assert said[-1].endswith("2 “Name”. Add --respondent 2 to change that.")
    said = shell.ok("import a.cxw list.csv --dry-run --respondent 2 --kind none --date none")
    assert "One customer for each 2 “Name”." in said
    assert "No row names the columns." in shell.ok("import a.cxw list.csv --dry-run --header 0")
    assert "There is no column" in (shell.run("import a.cxw list.csv --praise 9") and shell.err)


def test_a_text_is_read_as_a_person_says(shell):
    rows = "Herbst\nNr|Wunsch\n1|Tür, Licht, Wärme\n2|Öffnen um acht\n"
    (shell.folder / "list.txt").write_bytes(rows.encode("mac_roman"))
    shell.ok("new a.cxw --team A")
    how = "--delimiter bar --skip-rows 1 --header 1 --encoding mac_roman"
    assert "2 “Wunsch”" in shell.ok(f"import a.cxw list.txt --dry-run {how}")
    shell.ok(f"import a.cxw list.txt {how}")
    assert "Tür, Licht, Wärme" in shell.ok("list a.cxw")
    assert shell.run("import a.cxw list.txt --encoding martian") == 2
    assert "No encoding is called so." in shell.err


def test_our_own_export_comes_back_as_itself(shell):
    wishes = "".join(f"{n},Thing {n} is broken here\n=1+{n} they said\n" for n in range(9))
    (shell.folder / "list.csv").write_text(f"No,Answer\n{wishes}", "utf-8")
    shell.ok("new a.cxw --team A")
    shell.ok("import a.cxw list.csv --yes --column Answer")
    shell.ok("say a.cxw 'Open the door at night' --kind new")
    shell.ok("export a.cxw --to back.csv")
    said = shell.ok("import a.cxw back.csv --dry-run").splitlines()
    assert said[-1].endswith("were imported before")
    assert not [line for line in said if "new card" in line]


def test_what_was_chosen_for_the_columns_before_is_an_option_away(shell):
    """Also where they stand in another order."""
    rows = "".join(f"{n},Tool {n} red,Thing {n} is broken here\n" for n in range(4))
    (shell.folder / "may.csv").write_text(f"id,Tool,Comment\n{rows}", "utf-8")
    rows = "".join(f"Part {n} hurts me again,7{n},Tool {n} blue\n" for n in range(4))
    (shell.folder / "june.csv").write_text(f"Comment,id,Tool\n{rows}", "utf-8")
    shell.ok("new a.cxw --team A")
    assert shell.run("import a.cxw june.csv --as-last-time") == 2
    assert "Nothing was chosen yet" in shell.err
    shell.ok("import a.cxw may.csv --column Tool --praise Comment --kind none")
    said = shell.ok("import a.cxw june.csv --dry-run")
    assert "Something else was chosen for these columns before. Add --as-last-time" in said
    said = shell.ok("import a.cxw june.csv --dry-run --as-last-time")
    assert said.splitlines()[-2:] == ["4 become new cards", "4 are praise, kept without a card"]
    assert shell.run("import a.cxw june.csv --as-last-time --header 0") == 2
    assert "not both" in shell.err


def test_letters_that_were_chosen_before_are_an_option_away(shell):
    rows = "".join(f"{n},Thing {n} is broken here\n" for n in range(4))
    (shell.folder / "may.csv").write_text(f"id,Comment\n{rows}", "utf-8")
    (shell.folder / "june.csv").write_text(f"id,Comment\n{rows}", "utf-8")
    shell.ok("new a.cxw --team A")
    shell.ok("import a.cxw may.csv --encoding cp1252")
    said = shell.ok("import a.cxw june.csv --dry-run")
    assert "Something else was chosen for these columns before. Add --as-last-time" in said
