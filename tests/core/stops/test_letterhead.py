"""The team's logo and colour on its paper."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from cxworkshop.errors import Refusal
from cxworkshop.model import Letterhead
from cxworkshop.model.limits import MOST_CHARACTERS_OF_LOGO
from cxworkshop.sheets import sheet_called
from cxworkshop.sheets.job import as_pdf, job
from cxworkshop.sheets.layout.letterhead import PLAIN, page_look
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.pictures import svg_pictures
from cxworkshop.stops.prepare.letterheads import contrast_to_white
from cxworkshop.workshop import Workshop
from tests.opened import new


@pytest.fixture
def workshop(tmp_path) -> Workshop:
    made = new(tmp_path / "w.cxw", "Ward 7")
    talk = made.talk.begin(made.talk.next_customer().id)
    made.talk.say("Tell us how long it takes", talk.id)
    made.pick.put(made.pick.subject("1"))
    return made


def picture(folder: Path, name: str = "logo.png", size: tuple[int, int] = (800, 400)) -> Path:
    """A red disc with wide transparent margins."""
    made = Image.new("RGBA", size, (0, 0, 0, 0))
    wide, high = size
    box = (wide // 4, high // 4, wide // 2, high // 4 * 3)
    ImageDraw.Draw(made).ellipse(box, fill="#a02020")
    path = folder / name
    (made if path.suffix in {".png", ".webp", ".gif"} else made.convert("RGB")).save(path)
    return path


def logo(workshop: Workshop) -> Image.Image:
    return Image.open(BytesIO(b64decode(workshop.prepare.letterhead.now().logo)))


@pytest.mark.parametrize("name", ["a.png", "a.webp", "a.gif", "a.bmp", "a.jpg", "a.dat"])
def test_pictures_of_all_usual_kinds_are_taken_whatever_their_name(workshop, tmp_path, name):
    path = picture(tmp_path, name if name != "a.dat" else "b.png")
    workshop.prepare.letterhead.take_logo(path.rename(tmp_path / name))
    found = logo(workshop)
    assert found.format == "PNG"
    assert found.mode in {"RGB", "P"}  # on white: paper has no transparency
    assert found.width <= 900
    assert found.height <= 300


def test_margins_are_cut_and_a_photograph_fits_into_the_file(workshop, tmp_path):
    workshop.prepare.letterhead.take_logo(picture(tmp_path))
    assert logo(workshop).size == (201, 201)
    noise = Image.effect_noise((3000, 1000), 90).convert("RGB")
    noise.save(tmp_path / "photo.png")
    workshop.prepare.letterhead.take_logo(tmp_path / "photo.png")
    assert len(workshop.prepare.letterhead.now().logo) <= MOST_CHARACTERS_OF_LOGO


def _broken(path: Path) -> None:
    path.write_bytes(picture(path.parent, "whole.png").read_bytes()[:60])


def _huge(path: Path) -> None:
    Image.new("1", (9_000, 9_000)).save(path, "PNG")


@pytest.mark.parametrize(
    ("write", "said"),
    [
        (lambda path: path.write_text("<svg/>"), "no picture that we can read"),
        (_broken, "no picture that we can read"),
        (_huge, "very large picture"),
        (lambda path: Image.new("RGB", (9, 9), "white").save(path, "PNG"), "all white"),
        (lambda path: path.mkdir(), "can’t be read"),
        (lambda _path: None, "There is no file"),
    ],
)
def test_what_is_no_logo_is_refused_in_words(workshop, tmp_path, write, said):
    path = tmp_path / "logo.png"
    write(path)
    with pytest.raises(Refusal, match=said):
        workshop.prepare.letterhead.take_logo(path)
    assert workshop.prepare.letterhead.now().logo == ""


def test_a_colour_is_taken_if_it_can_be_read_on_paper(workshop):
    letterhead = workshop.prepare.letterhead
    letterhead.choose_accent("A02020")
    assert letterhead.now().accent == "#a02020"
    for colour in ("#ffcc00", "red", "#12", "#777777"):  # 4.48 to 1 is less than 4.5
        with pytest.raises(Refusal):
            letterhead.choose_accent(colour)
    assert letterhead.now().accent == "#a02020"
    letterhead.choose_accent("")
    assert letterhead.now().accent == ""
    assert contrast_to_white("#000000") == 21
    assert contrast_to_white("#ffffff") == 1


def images(pdf: bytes) -> list[int]:
    """How many pictures each page draws."""
    return [len(page.images) for page in PdfReader(BytesIO(pdf)).pages]


def drawn(workshop: Workshop, slug: str) -> bytes:
    return as_pdf([job(workshop, sheet_called(slug), PrintOptions())])


@pytest.mark.parametrize("slug", ["poster", "action-plan", "round-book"])
def test_posters_plans_and_books_have_both(workshop, tmp_path, slug):
    assert set(images(drawn(workshop, slug))) == {0}
    workshop.prepare.letterhead.take_logo(picture(tmp_path))
    workshop.prepare.letterhead.choose_accent("#a02020")
    pdf = drawn(workshop, slug)
    assert set(images(pdf)) == {1}
    code = PdfReader(BytesIO(pdf)).pages[0].get_contents().get_data()
    assert b".627451 .12549 .12549 rg" in code
    assert b".039216 .423529 .454902 rg" not in code
    workshop.undo()
    workshop.undo()
    assert set(images(drawn(workshop, slug))) == {0}


def test_a_drawing_has_the_logo_in_its_place(workshop, tmp_path):
    order = job(workshop, sheet_called("poster"), PrintOptions())
    assert all(b"<image" not in svg for svg in svg_pictures(order))
    workshop.prepare.letterhead.take_logo(picture(tmp_path))
    order = job(workshop, sheet_called("poster"), PrintOptions())
    data = workshop.prepare.letterhead.now().logo.encode()
    for svg in svg_pictures(order):
        assert svg.count(b"<image") == 1
        assert b"data:image/png;base64," + data in svg
    workshop.undo()


@pytest.mark.parametrize("forged", ["", "no base 64", "aGVsbG8=", "iVBORw0KGgo="])
def test_a_forged_logo_prints_none(workshop, forged):
    assert page_look(Letterhead(logo=forged)) == PLAIN
