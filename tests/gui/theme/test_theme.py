"""Light and dark can be read: contrast as the standard counts it, of tokens and of pixels."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from PySide6.QtCore import QDate, QRect, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QMenu,
    QRadioButton,
    QToolButton,
    QWidget,
)

from ui.theme.line_count import LineCount
from ui.theme.text_layout import TextLayout
from ui.theme.theme import TEXT_SIZES, Theme
from ui.theme.tokens import DARK, LIGHT, Tokens
from ui.widgets.buttons import Button, ChoiceButton
from ui.widgets.day_field import DayField

TEXT, BORDER = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
PAIRS = [
    (ink, ground)
    for ink in ("ink", "grey", "accent")
    for ground in ("panel", "canvas", "sunken", "tint")
] + [
    ("quote", "panel"), ("quote", "tint"), ("quote", "canvas"), ("quote", "sunken"),
    ("quote", "raised"), ("grey", "raised"), ("accent", "raised"), ("ink", "raised"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"), ("amber", "panel"), ("amber", "canvas"),
    ("amber", "tint"), ("amber", "sunken"),
    ("red", "panel"), ("canvas", "ink"),
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
def theme(app, request) -> Theme:
    made = Theme(app)
    made.apply(dark=request.param)
    return made


def drawn(widget: QWidget, theme: Theme) -> QImage:
    ground = QWidget()
    ground.setStyleSheet(f"QWidget#ground {{ background: {theme.tokens.panel} }}")
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


def inside(image: QImage) -> QImage:
    """Without the edge, which differs from the middle even where no words can be read."""
    return image.copy(image.rect().adjusted(10, 9, -10, -9))


def chosen_line(menu: QMenu, action: QAction) -> QImage:
    """A line of a menu while the mouse is on it."""
    menu.popup(menu.pos())
    menu.setActiveAction(action)
    QApplication.processEvents()
    picture = menu.grab(menu.actionGeometry(action)).toImage()
    menu.close()
    return picture


def test_a_tick_can_be_seen_and_differs_from_none(theme):
    box = QCheckBox()
    empty = drawn(box, theme)
    box.setChecked(True)
    ticked = drawn(box, theme)
    assert strongest(ticked) >= BORDER
    middle = [
        (x, y)
        for x in range(9, 17)
        for y in range(9, 17)
        if ticked.pixel(x, y) != empty.pixel(x, y)
    ]
    assert len(middle) >= 6  # a tick, not only another border


@pytest.mark.parametrize("kind", ["plain", "primary", "quiet", "chip", "link"])
def test_words_on_buttons_can_be_read(theme, kind):
    assert strongest(inside(drawn(Button("Carry on", kind), theme))) >= TEXT


def test_an_answer_that_is_chosen_can_be_read(theme):
    choice = ChoiceButton("Not sure", "first")
    choice.setChecked(True)
    assert strongest(inside(drawn(choice, theme))) >= TEXT


def test_a_menus_chosen_line_can_be_read(theme):
    menu = QMenu()
    action = menu.addAction("Take out of the group")
    assert strongest(chosen_line(menu, action)) >= TEXT


@pytest.mark.parametrize("one_of_several", [False, True])
def test_a_menus_tick_is_still_seen_while_its_line_is_chosen(theme, one_of_several):
    menu = QMenu()
    action = menu.addAction("115 %")
    action.setCheckable(True)
    if one_of_several:
        QActionGroup(menu).addAction(action)
    plain = chosen_line(menu, action)
    action.setChecked(True)
    ticked = chosen_line(menu, action)
    mark = QRect(2, 2, 28, ticked.height() - 4)
    assert strongest(ticked.copy(mark)) >= BORDER
    assert plain.copy(mark) != ticked.copy(mark)


def test_the_arrow_to_more_choices_is_still_seen_while_its_line_is_chosen(theme):
    menu = QMenu()
    action = menu.addMenu("Text size").menuAction()
    line = chosen_line(menu, action)
    assert strongest(line.copy(line.width() - 26, 8, 18, line.height() - 16)) >= BORDER


def test_a_chosen_round_mark_can_be_seen_and_differs_from_none(theme):
    mark = QRadioButton()
    empty = drawn(mark, theme)
    mark.setChecked(True)
    chosen = drawn(mark, theme)
    assert strongest(inside(chosen)) >= BORDER
    assert strongest(empty) >= BORDER
    assert inside(chosen) != inside(empty)


def test_a_drop_down_shows_its_arrow(theme):
    box = QComboBox()
    box.addItem("any question")
    box.resize(160, 34)
    picture = drawn(box, theme)
    arrow = picture.copy(picture.width() - 34, 6, 26, picture.height() - 12)
    assert strongest(arrow) >= BORDER


def test_the_lines_of_a_drop_down_are_as_high_as_their_words(theme):
    box = QComboBox()
    box.addItems(["any question", "the first", "the second"])
    box.show()
    box.showPopup()
    QApplication.processEvents()
    lines = [box.view().visualRect(box.model().index(row, 0)) for row in range(3)]
    shown = box.view().viewport().grab().toImage()
    box.hidePopup()
    box.close()
    high = box.fontMetrics().height()
    assert all(high <= line.height() <= 3 * high for line in lines)
    assert all(strongest(shown.copy(line.adjusted(4, 4, -4, -4))) >= TEXT for line in lines)


def test_the_hint_of_an_empty_drop_down_is_grey(theme):
    box = QComboBox()
    box.setEditable(True)
    box.lineEdit().setPlaceholderText("Who?")
    box.show()
    QApplication.processEvents()
    for part in (box, box.lineEdit()):
        assert part.palette().placeholderText().color() == QColor(theme.tokens.grey)
    box.close()


def test_a_day_that_can_not_be_chosen_shows_no_arrow(theme):
    day = DayField("Until", lambda _day: None, lambda: date(2026, 11, 10))
    day.resize(200, 34)
    there = drawn(day, theme)
    day.setReadOnly(True)
    gone = drawn(day, theme)
    corner = QRect(there.width() - 32, 8, 24, there.height() - 16)
    assert strongest(there.copy(corner)) >= BORDER
    assert strongest(gone.copy(corner)) < 1.2


def test_a_calendar_can_be_read(theme):
    day = DayField("Until", lambda _day: None, lambda: date(2026, 11, 10))
    day.open_calendar()
    calendar = day.findChild(QCalendarWidget)
    calendar.window().hide()
    calendar.setSelectedDate(QDate(2026, 11, 10))
    picture = drawn(calendar, theme)
    for name in ("qt_calendar_prevmonth", "qt_calendar_nextmonth"):
        arrow = calendar.findChild(QToolButton, name)
        middle = QRect(arrow.mapTo(calendar, arrow.rect().center()), QSize(1, 1))
        around = middle.translated(4, 4).adjusted(-6, -6, 6, 6)
        assert strongest(picture.copy(around)) >= BORDER
    grid = calendar.findChild(QWidget, "qt_calendar_calendarview")
    place = grid.geometry().translated(4, 4)
    wide, high = place.width() // 8, place.height() // 7
    saturday = QRect(place.left() + 6 * wide, place.top() + 3 * high, wide, high)
    assert strongest(picture.copy(saturday.adjusted(2, 2, -2, -2))) >= TEXT
    assert (
        calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().style()
        == Qt.BrushStyle.NoBrush
    )


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_fonts_follow_the_size_of_text(app, percent):
    theme = Theme(app)
    theme.apply(percent=percent)
    assert theme.font("h1").pixelSize() == round(27 * percent / 100)
    button = Button("Carry on")
    button.ensurePolished()
    assert button.font().pixelSize() == round(14 * percent / 100)
    theme.apply()


def test_no_ring_lies_across_a_list_that_drops_down(theme):
    box = QComboBox()
    box.addItems(["any question", "the first"])
    box.show()
    box.activateWindow()
    box.setFocus()
    box.showPopup()
    QApplication.processEvents()
    window = box.view().window()
    assert window.isVisible()
    assert [part for part in window.findChildren(QWidget) if type(part).__name__ == "_Ring"] == []
    box.hidePopup()
    box.close()


def test_lines_are_counted_as_they_are_laid_out(app):
    """The board measures by `LineCount` what `TextLayout` paints."""
    theme = Theme(app)
    font, chosen = theme.font("verbatim_card"), Random(7)
    count = LineCount(font, 20)
    words = [
        "the",
        "queue,",
        "at",
        "“noon”",
        "took",
        "forty-five",
        "minutes:",
        "ooh!",
        "Äpfel",
        "für",
        "3",
        "€",
        "½",
        "a/b",
        "שלום",
        "語",
    ]
    for _turn in range(300):
        said = " ".join(chosen.choices(words, k=chosen.randint(1, 25)))
        width = chosen.uniform(90, 260)
        assert count.height(said, width) == TextLayout(said, font, 20).height(width), (said, width)
