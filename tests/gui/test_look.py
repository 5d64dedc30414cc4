"""Light and dark can be read: contrast as the standard counts it, of tokens and of pixels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QMenu, QWidget

from ui.buttons import Button, Choice
from ui.theme.look import TEXT_SIZES, Look
from ui.theme.tokens import DARK, LIGHT, Tokens

TEXT, BORDER = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
PAIRS = [
    (ink, ground)
    for ink in ("ink", "grey", "accent")
    for ground in ("panel", "canvas", "sunken", "tint")
] + [
    ("quote", "panel"), ("quote", "tint"), ("ink", "raised"), ("on_accent", "accent"),
    ("on_accent", "accent_hover"), ("amber", "panel"), ("amber", "canvas"), ("amber", "amber_bg"),
    ("red", "panel"), ("red", "red_bg"),
]  # fmt: skip


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in colour.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_all_text_can_be_read_on_all_its_grounds(tokens: Tokens):
    found = {
        (ink, ground): contrast(QColor(getattr(tokens, ink)), QColor(getattr(tokens, ground)))
        for ink, ground in PAIRS
    }
    assert {pair: ratio for pair, ratio in found.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["panel", "canvas", "sunken"])
def test_borders_of_controls_can_be_seen(tokens: Tokens, ground: str):
    assert contrast(QColor(tokens.edge), QColor(getattr(tokens, ground))) >= BORDER


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def look(app, request) -> Look:
    made = Look(app)
    made.apply(dark=request.param)
    return made


def drawn(widget: QWidget, look: Look) -> QImage:
    ground = QWidget()
    ground.setStyleSheet(f"QWidget#ground {{ background: {look.tokens.panel} }}")
    ground.setObjectName("ground")
    widget.setParent(ground)
    widget.adjustSize()
    ground.resize(widget.size() + QSize(8, 8))
    widget.move(4, 4)
    ground.show()
    QApplication.processEvents()
    picture = ground.grab().toImage()
    widget.setParent(None)
    return picture


def strongest(image: QImage) -> float:
    """The contrast between the commonest colour of a picture and what differs most from it."""
    counts: dict[int, int] = {}
    for y in range(image.height()):
        for x in range(image.width()):
            pixel = image.pixel(x, y)
            counts[pixel] = counts.get(pixel, 0) + 1
    ground = QColor(max(counts, key=lambda pixel: counts[pixel]))
    return max(contrast(QColor(pixel), ground) for pixel in counts)


def test_a_tick_can_be_seen_and_differs_from_none(look):
    box = QCheckBox()
    empty = drawn(box, look)
    box.setChecked(True)
    ticked = drawn(box, look)
    assert strongest(ticked) >= BORDER
    middle = [
        (x, y)
        for x in range(9, 17)
        for y in range(9, 17)
        if ticked.pixel(x, y) != empty.pixel(x, y)
    ]
    assert len(middle) >= 6  # a tick, not only another border


@pytest.mark.parametrize("kind", ["plain", "primary", "quiet", "chip", "link"])
def test_words_on_buttons_can_be_read(look, kind):
    assert strongest(drawn(Button("Carry on", kind), look)) >= TEXT


def test_an_answer_that_is_chosen_can_be_read(look):
    choice = Choice("Not sure", "first")
    choice.setChecked(True)
    assert strongest(drawn(choice, look)) >= TEXT


def test_a_menus_chosen_line_can_be_read(look):
    menu = QMenu()
    action = menu.addAction("Take out of the group")
    menu.popup(menu.pos())
    menu.setActiveAction(action)
    QApplication.processEvents()
    picture = menu.grab(menu.actionGeometry(action)).toImage()
    menu.close()
    assert strongest(picture) >= TEXT


def test_a_drop_down_shows_its_arrow(look):
    box = QComboBox()
    box.addItem("any question")
    box.resize(160, 34)
    picture = drawn(box, look)
    arrow = picture.copy(picture.width() - 34, 6, 26, picture.height() - 12)
    assert strongest(arrow) >= BORDER


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_fonts_follow_the_size_of_text(app, percent):
    look = Look(app)
    look.apply(percent=percent)
    assert look.font("h1").pixelSize() == round(27 * percent / 100)
    button = Button("Carry on")
    button.ensurePolished()
    assert button.font().pixelSize() == round(14 * percent / 100)
    look.apply()
