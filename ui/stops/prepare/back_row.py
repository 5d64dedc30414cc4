"""The back-row test: ever smaller lines for the room, and on the Desk which of them it can read."""

from __future__ import annotations

import random

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.wall.layouts.back_row import LINES, OF, USUAL, back_row
from ui.wall.pages import WallFrame
from ui.wall.place import WallPlace, is_dark_room, remember_smallest
from ui.wall.screens import ScreenInfo, info_of
from ui.wall.tokens import BRIGHT_ROOM, DARK_ROOM, USUAL_PART
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, make_button
from ui.widgets.scroll_area import scrolling

LEAVING = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class BackRowPage(QWidget):
    """The lines, on the room's screen.

    `read` carries the number of a line whose digit was pressed there, `left` says that somebody
    wants the Desk back: on the only screen the page covers it.
    """

    read = Signal(int)
    left = Signal()

    def __init__(self, words: list[str], screen: QScreen) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(_("Back-row test"))
        self._words = words
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        lines = (f"{n} {word}" for n, word in enumerate(words, 1))
        self.setAccessibleName(_("Back-row test"))
        self.setAccessibleDescription(". ".join(lines))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        frame = WallFrame.of(self.width(), self.height(), self.height() / USUAL_PART)
        tokens = DARK_ROOM if is_dark_room() else BRIGHT_ROOM
        back_row(self._words, frame).paint(QPainter(self), QRectF(self.rect()), tokens)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a line by its digit; Enter and Esc lead back to the Desk."""
        if number_of(event):
            self.read.emit(number_of(event))
        elif event.key() in LEAVING:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.left.emit()


class BackRowTest(QDialog):
    """The same words as rows on the Desk: digits, 0 for the tenth, arrows and clicks choose one.

    `read_from` carries the smallest height in pixels that the back row could read; it is remembered
    for the room's screen too. Esc leaves all as it is.
    """

    read_from = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen = room_screen(parent)
        words = shuffled_words()
        self.setWindowTitle(_("Back-row test"))
        fit_dialog(self, theme, 560, 560)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        box.addWidget(Label(_("Which is the last word that the back row can read?"), theme, "h2"))
        box.addWidget(scrolling(self._rows(words, theme)), 1)
        box.addLayout(self._foot())
        self.page = BackRowPage(words, self._screen)
        self.page.read.connect(self._read_in_the_room)
        self.page.left.connect(self._back_to_the_desk)
        self.finished.connect(self.page.close)
        self.finished.connect(self.page.deleteLater)

    def _rows(self, words: list[str], theme: Theme) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        self.rows: list[QRadioButton] = []
        for number, (word, part) in enumerate(zip(words, LINES, strict=False), 1):
            pixels = self._pixels(part)
            row = QRadioButton(_("{n}   {word}").format(n=number, word=word))
            row.setFont(theme.font("body"))
            name = _("Line {n}, {word}, {px} pixels")
            row.setAccessibleName(name.format(n=number, word=word, px=pixels))
            row.setToolTip(_("{px} pixels").format(px=pixels))
            column.addWidget(row)
            self.rows.append(row)
        return inside

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        again = make_button(_("Show the lines again"), "quiet", lead="eye")
        again.clicked.connect(lambda _on=False: self.show_lines())
        take = make_button(_("The Wall never goes below this"), "primary")
        take.clicked.connect(lambda _on=False: self._choose())
        take.setDefault(True)
        row.addWidget(again)
        row.addStretch(1)
        row.addWidget(take)
        return row

    def _pixels(self, part: int) -> int:
        return round(self._screen.geometry().height() * part / OF)

    def show_lines(self) -> None:
        """Show the lines to the room; the keyboard goes there where they cover the Desk."""
        self.page.showFullScreen()
        if self._is_covered:
            self.page.activateWindow()
            self.page.setFocus()

    @property
    def _is_covered(self) -> bool:
        parent = self.parentWidget()
        assert parent is not None
        return info_of(parent.screen()).shows_same_as(info_of(self._screen))

    def _read_in_the_room(self, number: int) -> None:
        self._pick(number)
        self._back_to_the_desk()

    def _back_to_the_desk(self) -> None:
        if self._is_covered:
            self.page.hide()
        self.activateWindow()

    def _pick(self, number: int) -> None:
        self.rows[number - 1].setChecked(True)
        self.rows[number - 1].setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses its line."""
        if number_of(event):
            self._pick(number_of(event))
        else:
            super().keyPressEvent(event)

    @override
    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        if visible:
            self._pick(LINES.index(USUAL) + 1)  # what it is without an answer
            self.show_lines()

    def _choose(self) -> None:
        part = next(size for size, row in zip(LINES, self.rows, strict=False) if row.isChecked())
        remember_smallest(info_of(self._screen), part / OF)
        self.read_from.emit(self._pixels(part))
        self.accept()


def number_of(event: QKeyEvent) -> int:
    """The line of a digit: 0 is the tenth. 0 for any other key."""
    return (int(event.text()) or len(LINES)) if event.text().isdecimal() else 0


def room_screen(desk: QWidget) -> QScreen:
    """The screen that the Wall is on or would go to; the Desk's where there is no other."""
    place = WallPlace(desk, desk)
    screens = place.screens()
    wanted: ScreenInfo = screens.for_wall(place.remembered(screens)) or screens.desk
    place.deleteLater()
    found = (one for one in QGuiApplication.screens() if info_of(one) == wanted)
    return next(found, desk.screen())


def shuffled_words() -> list[str]:
    """Ten words that are not near one another in meaning, in another order at each test."""
    words = _("harbour pepper window cotton bridge lantern market ribbon garden button").split()
    random.shuffle(words)
    return words
