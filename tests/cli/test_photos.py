"""Photos of the wall by command: real sheets, cut out and photographed."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path
from zlib import crc32

import pytest
from PIL import Image

from cxworkshop.cli import main
from cxworkshop.sheets.layout.labels import plain
from cxworkshop.sheets.paper import A4
from tests.cli.conftest import Shell
from tests.walls import CARDS, DOTS as PAPER_DOTS, HEADLINES, Hung, cut_out, from_aside, wall

DOTS = 3.2  # pixels a millimetre
ORIENTATION = 0x0112  # of EXIF; 6 is held with the upper edge at the right


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A folder with a workshop of four cards, the first in group A, printed with codes."""
    folder = tmp_path_factory.mktemp("printed")
    file = f"{folder}/w.cxw"
    assert main(["new", file, "--team", "Corner Bakery", "--today", "2026-11-23"]) == 0
    for words in ("parking", "greeting", "forms", "phone"):
        assert main(["say", file, words]) == 0
    assert main(["group", file, "At the till: 1"]) == 0
    sheets = ["cards", "pile-headlines", "ballots"]
    assert main(["print", file, *sheets, "--codes", "--to", f"{folder}/out"]) == 0
    return folder


@pytest.fixture(scope="module")
def papers(made) -> dict[str, Image.Image]:
    """What was cut out, by number and letter; A was printed, and B is the next letter."""
    cards = cut_out(made / "out" / "cards.pdf", CARDS)
    headlines = cut_out(made / "out" / "pile-headlines.pdf", HEADLINES)
    return dict(zip("1234", cards, strict=True)) | dict(zip("AB", headlines, strict=False))


@pytest.fixture
def printed(shell, made) -> Shell:
    shutil.copy(made / "w.cxw", shell.folder)
    return shell


def photo(shell: Shell, name: str, hung: list[Hung]) -> str:
    width = max(each.x + each.paper.width / PAPER_DOTS for each in hung) + 10
    height = max(each.y + each.paper.height / PAPER_DOTS for each in hung) + 10
    size = (round(width * DOTS), round(height * DOTS))
    from_aside(wall(hung, size, DOTS), 12, 4).save(shell.folder / name)
    return name


def groups(shell: Shell) -> dict[int, str]:
    return {row["code"]: row["group"] for row in shell.json("list w.cxw")}


def test_a_photo_groups_the_cards_under_their_headline_in_one_step(printed, papers):
    photo(printed, "wall.jpg", [
        Hung(papers["A"], 10, 5), Hung(papers["1"], 12, 150, 2), Hung(papers["3"], 110, 152, 180),
        Hung(papers["B"], 230, 8), Hung(papers["4"], 250, 155, -3),
    ])  # fmt: skip
    assert printed.run("photos w.cxw wall.jpg --dry-run") == 0
    assert "A: 3\n" in printed.out
    assert groups(printed) == {1: "A", 2: None, 3: None, 4: None}
    assert printed.run("photos w.cxw wall.jpg") == 0
    assert printed.err.splitlines()[0] == "Not done: B: 4"
    assert "B has no headline here yet" in printed.err
    assert groups(printed) == {1: "A", 2: None, 3: "A", 4: None}
    printed.ok("undo w.cxw")
    assert groups(printed) == {1: "A", 2: None, 3: None, 4: None}


def test_a_picture_held_sideways_is_turned_first(printed, papers):
    upright = wall([Hung(papers["A"], 10, 5), Hung(papers["3"], 40, 150)], (680, 720), DOTS)
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    upright.rotate(90, expand=True).save(printed.folder / "wall.jpg", exif=exif)
    printed.ok("photos w.cxw wall.jpg")
    assert groups(printed)[3] == "A"


def test_several_photos_are_one_wall(printed, papers):
    """A card in two of them is one card; under two headlines it is a doubt, and stays."""
    under_a = [Hung(papers["A"], 10, 5), Hung(papers["2"], 10, 150), Hung(papers["3"], 110, 150)]
    photo(printed, "1.jpg", under_a)
    photo(printed, "2.jpg", [Hung(papers["B"], 10, 5), Hung(papers["2"], 10, 150)])
    photo(printed, "3.png", [Hung(papers["3"], 10, 150)])
    assert printed.run("photos w.cxw 1.jpg 2.jpg 3.png") == 0
    assert "Found: 2 cards, 2 headlines, 0 ballot slips." in printed.out
    assert "Under A, B: 2" in printed.err
    assert groups(printed) == {1: "A", 2: None, 3: "A", 4: None}


def test_a_card_far_aside_of_a_lower_headline_is_a_doubt(printed, papers):
    """It may be the first of a wide pile, and need not be the last of the one above."""
    photo(printed, "wall.jpg", [
        Hung(papers["A"], 10, 5), Hung(papers["3"], 30, 150),
        Hung(papers["B"], 115, 400), Hung(papers["2"], 40, 550), Hung(papers["4"], 190, 550),
    ])  # fmt: skip
    assert printed.run("photos w.cxw wall.jpg") == 0
    assert "Between A, B: 2" in printed.err
    assert groups(printed) == {1: "A", 2: None, 3: "A", 4: None}


def test_a_card_far_below_its_pile_is_a_doubt(printed, papers):
    """Above it may hang a headline that the photo does not show."""
    photo(printed, "wall.jpg", [
        Hung(papers["A"], 10, 5), Hung(papers["3"], 30, 150), Hung(papers["2"], 30, 560),
    ])  # fmt: skip
    assert printed.run("photos w.cxw wall.jpg") == 0
    assert "Far below A: 2" in printed.err
    assert groups(printed) == {1: "A", 2: None, 3: "A", 4: None}


def test_cards_without_a_headline_wait_for_one(printed, papers):
    photo(printed, "loose.jpg", [Hung(papers["2"], 10, 20), Hung(papers["3"], 110, 20)])
    assert printed.run("photos w.cxw loose.jpg") == 0
    assert printed.err.startswith("Not done: ?: 2 3\nloose.jpg shows no headline.")


def test_another_workshops_cards_are_told_and_left_alone(printed, papers):
    printed.ok("new other.cxw --team 'Next door'")
    printed.ok("say other.cxw 'It is cold.'")
    photo(printed, "wall.jpg", [Hung(papers["A"], 10, 5), Hung(papers["1"], 10, 150)])
    assert printed.run("photos other.cxw wall.jpg") == 0
    assert printed.err == "wall.jpg: 2 codes are of another workshop.\n"
    assert printed.out == "Found: 0 cards, 0 headlines, 0 ballot slips.\n"


def test_a_card_that_left_the_list_is_told(printed, papers):
    photo(printed, "wall.jpg", [Hung(papers["A"], 10, 5), Hung(papers["2"], 10, 150)])
    printed.ok("answer w.cxw 2 cant --why 'It is not ours.' --who-can 'The town'")
    assert printed.run("photos w.cxw wall.jpg") == 0
    assert "not on the list any more: 2" in printed.err


def test_slips_are_counted_once_each(printed, made):
    slips = [paper.crop((0, 0, paper.width, paper.height // 2))
             for paper in cut_out(made / "out" / "ballots.pdf", plain(A4, 2, 1))]  # fmt: skip
    photo(printed, "1.jpg", [Hung(slips[0], 5, 5), Hung(slips[1], 110, 5)])
    photo(printed, "2.jpg", [Hung(slips[1], 5, 5)])
    assert printed.run("photos w.cxw 1.jpg 2.jpg") == 0
    assert "8 ballot slips" in printed.out
    assert "Ballot 1 has more than three slips" in printed.err


@pytest.mark.parametrize(("name", "data", "why"), [
    ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "a.heic is a HEIC picture"),
    ("a.jpg", b"Dear diary", "a.jpg is no picture"),
    ("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\0\0\0\1\0\0\x08\0\0\0\0", "a.png is"),
    ("a.jpg", b"", "a.jpg is no picture"),
])  # fmt: skip
def test_what_is_no_photo_is_refused_in_a_sentence(printed, name, data, why):
    (printed.folder / name).write_bytes(data)
    assert printed.refused(f"photos w.cxw {name}").startswith(why)


def test_a_picture_too_large_for_a_laptop_is_refused(printed):
    head = b"IHDR" + struct.pack(">II5B", 20_000, 20_000, 8, 0, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", crc32(head))
    empty = struct.pack(">I4sI", 0, b"IDAT", crc32(b"IDAT"))
    (printed.folder / "bomb.png").write_bytes(data + empty)
    assert "bomb.png is too large a picture" in printed.refused("photos w.cxw bomb.png")
    printed.refused("photos w.cxw nowhere.jpg")
    printed.refused("photos w.cxw .")
