"""Is anything cut? All words have room, or can be scrolled to."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from tests.gui.checks.parts import parts_in_sight
from tests.gui.painted import Run
from ui.importing.pile_dialog import PileList
from ui.importing.table import ImportTable
from ui.stops.big_list.board.view import BoardView
from ui.stops.big_list.tree import BoardTree
from ui.stops.pick.candidates import CandidateList
from ui.stops.talk.recent_answers import RecentAnswer
from ui.widgets.buttons import Button
from ui.widgets.fields import Field
from ui.widgets.footer import _IfItFits
from ui.widgets.labels import Panel
from ui.widgets.short_line import ShortLine
from ui.widgets.tab_strip import TabStrip
from ui.window.rail import RailEntry
from ui.window.top_bar import TeamTitle

KINDS = (QAbstractButton, QLabel, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit)
PAINT_WHAT_FITS = (_IfItFits, TeamTitle)  # their painted words are checked instead
FILES = ImportTable | PileList
NEAR = 3  # pixels between a button and what is beside it, at the least
SLACK = 1  # pixels that rounding may take


def cramped(window: QWidget, runs: list[Run]) -> list[str]:
    """Return what has too little room on a window that was `painted` as these runs."""
    found = _controls(window)
    faults = [_squeezed(w) or _unreachable(w, window) for w in found]
    return [*filter(None, faults), *_cut_words(runs), *_overlapping(found)]


def cut_buttons(footer: QWidget) -> list[str]:
    """Return the buttons of the window's footer that are not there as a whole."""
    buttons = [b for b in footer.findChildren(QAbstractButton) if b.isVisible()]
    assert buttons
    return [_called(b) for b in buttons if b.visibleRegion().boundingRect() != b.rect()]


def too_large(dialog: QWidget) -> list[str]:
    """Return the dialog if it is larger than the window below it."""
    over, under = dialog.size(), dialog.parentWidget().window().size()
    fits = over.width() <= under.width() and over.height() <= under.height()
    return [] if fits else [f"it has {over.toTuple()} on {under.toTuple()}"]


def _controls(window: QWidget) -> list[QWidget]:
    """Find what can be seen or scrolled to: labels with words, buttons, fields."""
    return [
        w
        for w in parts_in_sight(window)
        if isinstance(w, KINDS)
        and not isinstance(w.parentWidget(), QComboBox | QAbstractSpinBox | QLineEdit)
        and not (isinstance(w, QLabel) and not w.text())
    ]


def _called(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {(widget.accessibleName() or words)!r}"


def _squeezed(widget: QWidget) -> str:
    """Compare the room that a widget has with what it needs at its width."""
    if isinstance(widget, PAINT_WHAT_FITS):
        return ""
    wide, high = widget.width() + SLACK, widget.height() + SLACK
    if isinstance(widget, QLabel) and widget.wordWrap():
        longest = max(re.split(r"[\s-]", widget.text()), key=len)
        needs = (widget.fontMetrics().horizontalAdvance(longest), 0)
    elif isinstance(widget, QLabel):
        needs = widget.sizeHint().toTuple()
    elif isinstance(widget, RailEntry):  # its words are checked as they are painted
        needs = (0, widget.minimumSizeHint().height())
    elif isinstance(widget, QAbstractSpinBox):
        needs = (widget.minimumSizeHint().width(), widget.fontMetrics().height() + 4)
    else:
        needs = widget.minimumSizeHint().toTuple()
    if widget.hasHeightForWidth():
        needs = (needs[0], widget.heightForWidth(widget.width()))
    if wide < needs[0] or high < needs[1]:
        return f"{_called(widget)} has {widget.width()}x{widget.height()}, needs {needs}"
    return ""


def _unreachable(widget: QWidget, window: QWidget) -> str:
    """Check that each ancestor contains all of the widget, or is an area that scrolls to it."""
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
                return f"{_called(widget)} lies outside what scrolls"
            box = QRect(QPoint(max(0, box.left()), 0), box.size())
            if box.right() > above.width() + SLACK:
                over = box.right() - above.width()
                return f"{_called(widget)} is {over} px too wide for its area"
            box = above.rect() & box
        elif not above.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(box):
            place, room = box.getRect(), above.rect().getRect()
            return f"{_called(widget)} {place} sticks out of {_called(above)} {room}"
        part = above
    return ""


def _cut_words(runs: list[Run]) -> list[str]:
    """Return painted words that reach beyond what paints them."""
    found = []
    for run in runs:
        if run.text.endswith("…") and not run.text.endswith(" …") and not _may_be_short(run):
            found.append(f"{run.text!r} ends in an ellipsis in {_called(run.owner)}")
        if _scrolls_by_keys(run) or _scrolls_sideways(run):
            continue
        over = max(run.box.right() - run.shown.right(), run.shown.left() - run.box.left())
        if over > 2 and not isinstance(run.owner.parentWidget(), BoardView | ImportTable):
            found.append(f"{run.text!r} is cut by {over} px in {_called(run.owner)}")
    return found


def _scrolls_by_keys(run: Run) -> bool:
    """What somebody typed into a field of one line; its hint, though, has to fit."""
    return (
        isinstance(run.owner, QLineEdit)
        and bool(run.owner.text())
        and not isinstance(run.owner.parentWidget(), QAbstractSpinBox)
    )


def _scrolls_sideways(run: Run) -> bool:
    """Tabs that are too many for the width: one is brought into view whole when it is opened."""
    above = run.owner.parentWidget()
    return above is not None and isinstance(above.parentWidget(), TabStrip)


def _may_be_short(run: Run) -> bool:
    """Lines to pick from open when they have the keyboard; tabs and trees stand for more.

    Of a file that is imported, all answers can be opened with every word. A line in which somebody
    typed more than it holds shows all when it has the keyboard.
    """
    if isinstance(run.owner.parentWidget(), CandidateList | BoardTree | BoardView | FILES):
        return True
    if isinstance(run.owner, Button) and run.owner.words.endswith(run.text):
        return True  # "Exporter…", as French and Spanish write it
    if isinstance(run.owner, QLineEdit) and run.owner.placeholderText().endswith(run.text):
        return True
    return isinstance(run.owner, RecentAnswer | Field | ShortLine)


def _overlapping(found: list[QWidget]) -> list[str]:
    siblings: dict[QWidget, list[QWidget]] = {}
    for widget in found:
        siblings.setdefault(widget.parentWidget(), []).append(widget)
    return [fault for group in siblings.values() for fault in _overlaps(group)]


def _overlaps(siblings: list[QWidget]) -> list[str]:
    places = [(w, w.geometry()) for w in siblings]
    return [
        f"{_called(one)} lies over {_called(other)}"
        for n, (one, here) in enumerate(places)
        for other, there in places[n + 1 :]
        if here.intersected(there).width() > 2 and here.intersected(there).height() > 2
    ]


def touching(window: QWidget) -> list[str]:
    """Return the buttons in sight that stand too near to another, to a field or to a panel."""
    places = [(w, _in_sight(w, window)) for w in parts_in_sight(window) if _is_framed(w)]
    return [
        f"{_called(one)} touches {_called(other)}"
        for one, here in places
        if isinstance(one, Button) and here.size() == one.size()
        for other, there in places
        if other is not one and not other.isAncestorOf(one) and not one.isAncestorOf(other)
        if here.adjusted(-NEAR, -NEAR, NEAR, NEAR).intersects(there)
    ]


def _is_framed(widget: QWidget) -> bool:
    if isinstance(widget, Button):
        return widget.property("kind") in ("plain", "primary", "chip")
    return isinstance(widget, QLineEdit | QComboBox | Panel)


def _in_sight(widget: QWidget, window: QWidget) -> QRect:
    part = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, part.topLeft()), part.size())
