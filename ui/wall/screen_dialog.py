"""Which screen does the room see? Each shows its number while this is asked."""

from __future__ import annotations

import sys

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, with_commas
from ui.theme.theme import Theme
from ui.theme.tokens import SANS
from ui.wall.place import tested_size
from ui.wall.screens import ScreenInfo, Screens, numbered
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, make_button
from ui.widgets.painted_button import PaintedButton
from ui.widgets.scroll_area import scrolling

HIGH = 180  # pixels at 100 % of the largest screen's picture
ALL_WIDE = 600  # pixels of all pictures together
ON_OTHERS, ON_DESK = 0.9, 0.3  # of the screen's height, for the square with its number
IN_SQUARE = 0.92  # of the square, for the letter size of the number


class ScreenNumber(QWidget):
    """The number of a screen, large, on that screen; small where the Desk needs the room."""

    def __init__(self, number: int, screen: ScreenInfo, theme: Theme, *, is_desk: bool) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint
        flags |= Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._number, self._theme = number, theme
        area = QRect(*screen.area)
        side = round(min(area.width(), area.height()) * (ON_DESK if is_desk else ON_OTHERS))
        box = QRect(0, 0, side, side)
        if is_desk:
            box.moveTopRight(area.topRight() + QPoint(-20, 20))
        else:
            box.moveCenter(area.center())
        self.setGeometry(box)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._theme.tokens
        painter.fillRect(self.rect(), QColor(tokens.tint))
        font = self._theme.font("h1")
        font.setPixelSize(max(10, round(self.height() * IN_SQUARE)))
        painter.setFont(font)
        painter.setPen(QColor(tokens.accent))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


class ScreenButton(PaintedButton):
    """A screen in its true proportions, with its number."""

    def __init__(self, number: int, screen: ScreenInfo, scale: float, theme: Theme) -> None:
        super().__init__(leaves_keys=True)
        self._number, self._theme = number, theme
        self.setCheckable(True)
        width, height = screen.area[2:]
        self.setFixedSize(QSize(max(40, round(width * scale)), max(30, round(height * scale))))
        name = _("Screen {n}, {title}, {size}")
        self.setAccessibleName(name.format(n=number, title=screen.title, size=screen.resolution))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        painter.setBrush(QColor(tokens.tint if chosen else tokens.canvas))
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.edge), 3 if chosen else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
        font = self._theme.font("h1")
        font.setFamily(SANS)
        font.setPixelSize(max(14, round(self.height() * 0.5)))
        painter.setFont(font)
        painter.setPen(QColor(tokens.accent if chosen else tokens.grey))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


class ScreenDialog(QDialog):
    """`chosen` carries a ScreenInfo, or None for a window of its own."""

    chosen = Signal(object)

    def __init__(self, screens: Screens, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._desk = theme, screens.desk
        self._screens = numbered(screens.all)
        self._wanted = screens.for_wall() or screens.desk
        self.setWindowTitle(_("Which screen does the room see?"))
        fit_dialog(self, theme, 760, 460)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addWidget(Label(_("Which screen does the room see?"), theme, "h1"))
        only = len(self._screens) == 1
        look = _("Look up: each screen shows its number now. Press that number.")
        found = _("Only this screen is found.") if only else look
        column.addWidget(Label(found, theme, "body", "grey"))
        column.addLayout(self._pictures())
        column.addStretch(1)
        column.addWidget(Label(_extend(), theme, "small", "grey"))
        box.addWidget(scrolling(inside), 1)
        box.addLayout(self._foot(only=only))
        self._numbers = [
            ScreenNumber(n, one, theme, is_desk=one.shows_same_as(self._desk))
            for n, one in self._screens.items()
        ]
        self._choose(self._wanted)

    def _pictures(self) -> QHBoxLayout:
        row = QHBoxLayout()
        sizes = [one.area[2:] for one in self._screens.values()]
        scale = self._theme.px(HIGH) / max(height for _width, height in sizes)
        scale = min(scale, ALL_WIDE / sum(width for width, _height in sizes))
        self._buttons: dict[int, ScreenButton] = {}
        for number, screen in self._screens.items():
            button = ScreenButton(number, screen, scale, self._theme)
            button.clicked.connect(lambda _on=False, one=screen: self._choose(one))
            self._buttons[number] = button
            column = QVBoxLayout()
            column.addStretch(1)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            name = Label(screen.title, self._theme, "strong")
            name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(name)
            note = Label(self._about(screen), self._theme, "small", "grey")
            note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(note)
            row.addLayout(column)
        return row

    def _about(self, screen: ScreenInfo) -> str:
        """Its size, what is on it, and what its back row has read."""
        parts, tested = [screen.resolution], tested_size(screen)
        if screen == self._desk:
            parts.append(_("the Desk stays here"))
        if tested is not None:
            parts.append(_("back row tested: {n} px").format(n=tested))
        return with_commas(parts)

    def _foot(self, *, only: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        window = make_button(_("In a window"), "primary" if only else "plain")
        window.show_key("W")
        window.clicked.connect(lambda _on=False: self._take(None))
        leave = make_button(_("Not now"), "quiet")
        leave.show_key(_("Esc"))
        leave.clicked.connect(lambda _on=False: self.reject())
        self._go = make_button("", "plain" if only else "primary", lead="wall")
        self._go.clicked.connect(lambda _on=False: self._take(self._wanted))
        self._first = window if only else self._go
        self._first.setDefault(True)
        row.addWidget(window)
        row.addWidget(leave)
        row.addStretch(1)
        row.addWidget(self._go)
        return row

    def _choose(self, screen: ScreenInfo) -> None:
        self._wanted = screen
        for number, one in self._screens.items():
            self._buttons[number].setChecked(one == screen)
            if one == screen:
                self._go.say(_("Show the Wall on screen {n}").format(n=number))

    def _take(self, screen: ScreenInfo | None) -> None:
        self.accept()  # first: the keyboard goes back to what was in front before
        self.chosen.emit(screen)

    def withdraw(self) -> None:
        """Take the question back without an answer."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.reject()
        self.deleteLater()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number chooses its screen, W a window."""
        if event.text().isdecimal() and int(event.text()) in self._screens:
            self._choose(self._screens[int(event.text())])
        elif event.key() == Qt.Key.Key_W:
            self._take(None)
        else:
            super().keyPressEvent(event)

    @override
    def setVisible(self, visible: bool) -> None:
        """The numbers stand on the screens as long as this is asked."""
        super().setVisible(visible)
        for number in self._numbers:
            number.setVisible(visible and len(self._numbers) > 1)
            if not visible:
                number.deleteLater()
        if visible:
            self.activateWindow()  # some systems give each new window the keyboard
            self._first.setFocus()
        else:
            self._numbers = []


def _extend() -> str:
    """How two screens are made to show different things, on this system."""
    if sys.platform == "win32":
        return _("Both show the same picture? Press Windows and P, and choose “Extend”.")
    return _("Both show the same picture? Open the display settings, and choose “Extend”.")
