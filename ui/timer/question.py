"""What the timer's bar asks: how long, or which line of the agenda."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QWidget

from cxworkshop.errors import BadWords
from cxworkshop.i18n import _
from cxworkshop.timer import read_length
from ui.accessible.announce import announce
from ui.theme.theme import Theme
from ui.timer.control import TimerControl
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, make_button, small_button

ROOM_FOR_NEXT = 500  # the width of the bar at 100 %


class NextLineButton:
    """The button that starts the line which follows: one press, and it is on."""

    def __init__(self, control: TimerControl, theme: Theme, bar: QWidget) -> None:
        self._control, self._theme, self._bar = control, theme, bar
        self.button: Button = small_button(_("Next line"))
        self.button.clicked.connect(lambda _on=False: self._start())

    def read(self) -> None:
        """Offer it, if there is one and room for it."""
        line = self._control.next_line()
        has_room = self._bar.width() >= self._theme.px(ROOM_FOR_NEXT)
        self.button.setVisible(line is not None and has_room)
        if line is not None:
            words = _("Start the next line: {title}").format(title=line.title)
            self.button.setAccessibleName(words)
            self.button.setToolTip(words)

    def _start(self) -> None:
        line = self._control.next_line()
        if line is not None:
            self._control.start_line(line.id)


class TimerQuestion(QWidget):
    """A length is typed, or a line of the agenda chosen; `started` says that the timer runs."""

    started = Signal()

    def __init__(self, control: TimerControl, theme: Theme) -> None:
        super().__init__()
        self._control = control
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(12))
        name = Label(_("How long?"), theme, "control")
        name.setWordWrap(False)
        self._field = self._length_field(theme)
        start = make_button(_("Start"), "primary")
        start.setAccessibleName(_("Start the timer"))
        start.clicked.connect(lambda _on=False: self._start())
        self._lines = small_button(_("From the agenda"))
        self._lines.clicked.connect(lambda _on=False: self._open_lines())
        self._next = NextLineButton(control, theme, self)
        self._next.button.clicked.connect(lambda _on=False: self.started.emit())
        self._sorry = Label("", theme, "small", "amber")
        for part in (name, self._field, start, self._lines, self._next.button):
            line.addWidget(part)
        line.addWidget(self._sorry, 1)

    def ask(self, minutes: int) -> None:
        """Take the keyboard, with so many minutes at first."""
        self._field.setText(str(minutes))
        self._sorry.setText("")
        self._lines.setVisible(bool(self._control.meetings()))
        self._next.read()
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _length_field(self, theme: Theme) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(_("How long the timer runs"))
        field.setToolTip(_("5 for five minutes, or 12:30"))
        field.setFixedWidth(theme.px(80))
        field.returnPressed.connect(self._start)
        return field

    def _start(self) -> None:
        try:
            seconds = read_length(self._field.text())
        except BadWords as sorry:
            self._sorry.setText(str(sorry))
            announce(self._field, str(sorry))
            return
        self._control.start(seconds)
        self.started.emit()

    def _open_lines(self) -> None:
        menu = QMenu(self)
        for line, words in self._control.meetings():
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(partial(self._start_line, line))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._lines.mapToGlobal(self._lines.rect().bottomLeft()))

    def _start_line(self, line: str, _on: bool = False) -> None:  # noqa: FBT002 - Qt's
        self._control.start_line(line)
        self.started.emit()
