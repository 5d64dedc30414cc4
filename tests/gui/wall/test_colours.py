"""Colour is never the only sign on the Wall, and its contrast holds for everybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from PySide6.QtGui import QImage

from cxworkshop.content.values.wall import (
    WallAgenda,
    WallContent,
    WallOpenLine,
    WallStillOpen,
)
from cxworkshop.queries.meeting_now import LineAsItGoes
from cxworkshop.timer import Timer
from cxworkshop.workshop import Workshop
from tests.gui.surface_workshops import make
from tests.gui.wall.colour_vision import DEFICIENCIES, contrast, seen
from tests.gui.wall.every_wall import pages, painted_colours, subjects
from ui.theme.theme import Theme
from ui.theme.tokens import Tokens
from ui.wall.layouts import lay_out
from ui.wall.layouts.told import RINGS
from ui.wall.pages import WallFrame
from ui.wall.scene import WallBlock, WallPage
from ui.wall.shapes import figure, mark, place
from ui.wall.shot import paint_page
from ui.wall.timer_strip import timer_strip
from ui.wall.tokens import BRIGHT_ROOM, DARK_ROOM, USUAL_PART

ROOMS = {"bright": BRIGHT_ROOM, "dark": DARK_ROOM}
FRAME = WallFrame.of(1920, 1080, 40)
GROUNDS = {
    "canvas": ("ink", "quote", "grey", "accent", "amber", "red"),
    "sunken": ("ink", "grey"),
    "tint": ("ink", "grey", "accent", "amber"),
    "panel": ("ink", "grey", "accent"),
    "accent": ("on_accent",),
}
INKED = bytes(level < 128 for level in range(256))
AS_SEEN = 6.5  # of the seven to one; readable text needs four and a half


@pytest.fixture(scope="module", autouse=True)
def fonts(app):
    Theme(app)


def contrasts(tokens: Tokens, change: Callable[[str], str]) -> Iterator[tuple[str, float]]:
    for ground, inks in GROUNDS.items():
        for ink in inks:
            pair = change(getattr(tokens, ground)), change(getattr(tokens, ink))
            yield f"{ink} on {ground}", contrast(*pair)


@pytest.mark.parametrize("tokens", ROOMS.values(), ids=ROOMS)
def test_text_on_the_wall_has_seven_to_one(tokens):
    assert [pair for pair, found in contrasts(tokens, str) if found < 7] == []
    assert contrast(tokens.canvas, tokens.edge) >= 3


@pytest.mark.parametrize("name", DEFICIENCIES)
@pytest.mark.parametrize("tokens", ROOMS.values(), ids=ROOMS)
def test_text_is_read_with_each_colour_vision_deficiency(tokens, name):
    matrix = DEFICIENCIES[name]
    found = contrasts(tokens, lambda colour: seen(colour, matrix))
    assert [pair for pair, ratio in found if ratio < AS_SEEN] == []


def test_text_is_painted_with_seven_to_one_on_every_wall(tmp_path):  # dark: in the soak
    size, pale = (1024, 768), {}
    with Workshop.open(make("bakery", tmp_path)) as workshop:
        for name, subject in subjects(workshop).items():
            page = pages(workshop, subject, WallFrame.of(*size, size[1] / USUAL_PART))[0]
            for colours, words in painted_colours(page, size, dark=False).items():
                if contrast(*colours.split()) < 7:
                    pale[name, colours] = words
    assert pale == {}


def in_one_ink(tokens: Tokens) -> Tokens:
    """Tokens in which every ink is black and every ground is white, as with no colours at all."""
    inks = ("ink", "quote", "grey", "edge", "accent", "accent_hover", "amber", "red")
    every = set(Tokens._fields)
    changed = dict.fromkeys(every & set(inks), "#000000")
    changed |= dict.fromkeys(every & {"canvas", "panel", "sunken", "tint", "on_accent"}, "#FFFFFF")
    return tokens._replace(**changed)


def drawn(block: WallBlock, monkeypatch: pytest.MonkeyPatch) -> QImage:
    return picture(FRAME.page((block, 100, 100)), monkeypatch)


def picture(page: WallPage, monkeypatch: pytest.MonkeyPatch) -> QImage:
    monkeypatch.setattr("ui.wall.shot.BRIGHT_ROOM", in_one_ink(BRIGHT_ROOM))
    return paint_page(page, (960, 540), dark=False)


SHAPES = {
    "marks": [mark(38, kind) for kind in ("notices", "no-difference", "worse", "cannot-tell")],
    "figures": [figure(90, kind) for kind in ("solid", "outline", "dotted", "worse")],
    "places": [place(108, kind, "1") for kind in ("dotted", "thin", "arc", "disc", "dot")],
    "the year": [place(108, kind) for kind in RINGS.values()],
    "the year's legend": [place(44, kind) for kind in RINGS.values()],
}


@pytest.mark.parametrize("kind", SHAPES)
def test_shapes_are_told_apart_in_one_ink(kind, monkeypatch):
    pictures = [drawn(shape, monkeypatch) for shape in SHAPES[kind]]
    unlike = [differing(one, other) for one, other in combinations(pictures, 2)]
    assert min(unlike) > 0.04  # of what is inked: more than the weight of a line by a hair


def differing(one: QImage, other: QImage) -> float:
    """The part of the ink of both that only one of them has."""
    first, second = _inked(one), _inked(other)
    return (first ^ second).bit_count() / (first | second).bit_count()


def _inked(image: QImage) -> int:
    """A bit that is set for each pixel with ink."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return int.from_bytes(bytes(grey.constBits()).translate(INKED), "big")


def agenda_line(**how: object) -> WallContent:
    line = LineAsItGoes(title="Break", minutes=15, at="10:21", **how)
    return WallAgenda(lines=(line,), now="10:21")


def open_line(*, is_late: bool) -> WallContent:
    when = "3 days late" if is_late else "due in 3 days"
    line = WallOpenLine(when=when, is_late=is_late, words="Ask again", who="Tom", round_number=1)
    return WallStillOpen(lines=(line,), rounds=())


def test_what_is_late_passed_or_over_is_said_in_words_or_by_form(monkeypatch):
    lines = [{}, {"is_passed": True}, {"is_here": True}, {"was": "10:15"}]
    pages = [lay_out((agenda_line(**how),), FRAME)[0] for how in lines]
    agendas = [picture(page, monkeypatch) for page in pages]
    assert min(differing(one, other) for one, other in combinations(agendas, 2)) > 0.01
    assert "was 10:15" in pages[3].words
    words = [lay_out((open_line(is_late=late),), FRAME)[0].words for late in (True, False)]
    assert "3 days late" in words[0]
    assert words[0] != words[1]
    timer = Timer(seconds=1200, began=0.0)
    said = [
        "".join(piece.words for piece in timer_strip(1700, timer, 1200.0 - left, 1700).pieces)
        for left in (1000, 200, 30, -70)
    ]
    assert said == ["16:40", "3:20nearly up", "0:30almost up", "+1:10"]
