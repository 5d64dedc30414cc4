"""Nothing is cut: at each size of window and of text all words have room or can be scrolled to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from tests.gui.conftest import views
from tests.gui.painted import painted, settle
from ui.stops.big_list.tree import BoardTree
from ui.stops.pick.candidates import CandidateList
from ui.stops.talk.recent_answers import RecentAnswer
from ui.widgets.footer import _IfItFits
from ui.window.rail import RailEntry
from ui.window.top_bar import TeamTitle

pytestmark = pytest.mark.slow

SIZES = [(1280, 720), (1366, 697), (1366, 768), (1920, 1080)]
PERCENTS = [80, 100, 150, 200]
KINDS = (QAbstractButton, QLabel, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit)
OWN_WAY = (_IfItFits, TeamTitle)  # they paint what fits: that is looked at instead
SLACK = 1  # pixels that rounding may take


def controls(window: QWidget) -> list[QWidget]:
    """What can be seen or scrolled to: labels with words, buttons, fields."""
    found = [w for kind in KINDS for w in window.findChildren(kind) if w.isVisible()]
    return [
        w
        for w in dict.fromkeys(found)
        if not isinstance(w.parentWidget(), QComboBox | QAbstractSpinBox | QLineEdit)
        and not (isinstance(w, QLabel) and not w.text())
        and w.window() is window
    ]


def told(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {(widget.accessibleName() or words)!r}"


def squeezed(widget: QWidget) -> str:
    """Has it the room that it needs, at the width that it has?"""
    if isinstance(widget, OWN_WAY):
        return ""
    wide, high = widget.width() + SLACK, widget.height() + SLACK
    if isinstance(widget, QLabel) and widget.wordWrap():
        longest = max(widget.text().split() or [""], key=len)
        needs = (widget.fontMetrics().horizontalAdvance(longest), 0)
    elif isinstance(widget, QLabel):
        needs = widget.sizeHint().toTuple()
    elif isinstance(widget, RailEntry):
        needs = (
            0,
            widget.minimumSizeHint().height(),
        )  # its words are looked at as they are painted
    elif isinstance(widget, QAbstractSpinBox):
        needs = (widget.minimumSizeHint().width(), widget.fontMetrics().height() + 4)
    else:
        needs = widget.minimumSizeHint().toTuple()
    if widget.hasHeightForWidth():
        needs = (needs[0], widget.heightForWidth(widget.width()))
    if wide < needs[0] or high < needs[1]:
        return f"{told(widget)} has {widget.width()}x{widget.height()}, needs {needs}"
    return ""


def unreachable(widget: QWidget, window: QWidget) -> str:
    """Is each part of it inside all that it lies in, or in an area that scrolls to it?"""
    box, part = widget.rect(), widget
    while part is not window:
        above = part.parentWidget()
        area = above.parentWidget() if above is not None else None
        box = QRect(part.mapToParent(box.topLeft()), box.size())
        if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
            never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if isinstance(area, QScrollArea) and area.horizontalScrollBarPolicy() != never:
                box.setWidth(1)
            whole = QRect(part.pos(), part.size())
            if not whole.contains(box) and isinstance(area, QScrollArea):
                return f"{told(widget)} lies outside what scrolls"
            box = QRect(QPoint(max(0, box.left()), 0), box.size())
            if box.right() > above.width() + SLACK:
                return f"{told(widget)} is {box.right() - above.width()} px too wide for its area"
            box = above.rect() & box
        elif not above.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(box):
            place, room = box.getRect(), above.rect().getRect()
            return f"{told(widget)} {place} sticks out of {told(above)} {room}"
        part = above
    return ""


def cut_words(window: QWidget) -> list[str]:
    """Painted words that reach beyond what paints them."""
    found = []
    for run in painted(window):
        if run.text.endswith("…") and not run.text.endswith(" …") and not may_be_short(run):
            found.append(f"{run.text!r} ends in an ellipsis in {told(run.owner)}")
        over = max(run.box.right() - run.shown.right(), run.shown.left() - run.box.left())
        if over > 2 and not isinstance(run.owner.parentWidget(), QGraphicsView):
            found.append(f"{run.text!r} is cut by {over} px in {told(run.owner)}")
    return found


def may_be_short(run) -> bool:
    """Lines to pick from open when they have the keyboard; of the tree, cards show all."""
    if isinstance(run.owner.parentWidget(), CandidateList | BoardTree):
        return True
    return isinstance(run.owner, RecentAnswer)


def overlapping(seen: list[QWidget], window: QWidget) -> list[str]:
    places = [(w, QRect(w.mapTo(window, QPoint(0, 0)), w.size())) for w in seen]
    return [
        f"{told(one)} lies over {told(other)}"
        for n, (one, here) in enumerate(places)
        for other, there in places[n + 1 :]
        if not one.isAncestorOf(other) and not other.isAncestorOf(one)
        if one.parentWidget() is other.parentWidget()
        if here.intersected(there).width() > 2 and here.intersected(there).height() > 2
    ]


def troubles(window: QWidget) -> list[str]:
    seen = controls(window)
    found = [squeezed(w) or unreachable(w, window) for w in seen]
    return [*filter(None, found), *cut_words(window), *overlapping(seen, window)]


def half_hidden(window: QWidget) -> list[str]:
    """The way on is always there, and whole."""
    presses = [p for p in window.desk.foot.findChildren(QAbstractButton) if p.isVisible()]
    assert presses
    return [told(p) for p in presses if p.visibleRegion().boundingRect() != p.rect()]


def walk(window: QWidget, percent: int, look_at) -> dict:
    """What is wrong, by the size of the window and by the page."""
    found = {}
    window.theme.resize(percent)
    for size in SIZES:
        window.resize(*size)
        for where, here in look_at():
            wrong = here()
            if window.size().toTuple() != size:
                wrong.append(f"the window needs {window.size().toTuple()}")
            found[(*size, where)] = wrong
    window.theme.resize(100)
    return {where: wrong for where, wrong in found.items() if wrong}


def stops(hands):
    for where in views(hands):
        settle()
        yield where, lambda: [*troubles(hands.window), *half_hidden(hands.window)]


def start_pages(window, recent: list) -> object:
    for name, paths in (("recent", recent), ("nothing yet", [])):
        window.start.show_now(paths)
        settle()
        yield name, lambda: troubles(window)


@pytest.mark.parametrize("percent", PERCENTS)
def test_stops_of_the_example_have_room(bakery, percent):
    assert walk(bakery.window, percent, lambda: stops(bakery)) == {}


@pytest.mark.parametrize("percent", [100, 200])
def test_stops_of_an_empty_workshop_have_room(hands, percent):
    assert walk(hands.window, percent, lambda: stops(hands)) == {}


@pytest.mark.parametrize("percent", PERCENTS)
def test_the_start_page_has_room(bakery, percent):
    window, path = bakery.window, bakery.workshop.path
    window.close_workshop()
    assert walk(window, percent, lambda: start_pages(window, [path])) == {}


def test_words_without_room_would_be_found(bakery):
    """The check itself can fail."""
    bakery.go(4)
    head = bakery.page.slots[0].head
    head.setFixedHeight(12)
    bakery.page.slots[1].ring.setFixedWidth(3)
    bakery.window.desk.foot._bold.setFixedWidth(20)
    settle()
    found = " ".join(troubles(bakery.window))
    assert head.text() in found
    assert "2 of 3 picked" in found
