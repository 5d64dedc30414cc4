"""The timer's bar below the top bar: it asks how long, and shows what is left."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QMenu, QWidget

from cxworkshop.compat import override
from cxworkshop.errors import BadWords
from cxworkshop.i18n import _
from cxworkshop.timer import TimerPhase, read_length, timer_words
from ui.accessible.announce import announce
from ui.theme.theme import Theme
from ui.timer.control import TimerControl
from ui.timer.face import paint_thread
from ui.timer.phases import phase_ink, phase_words
from ui.widgets.labels import Label, make_button, small_button

ROOM_FOR_THREAD, ROOM_FOR_AGENDA, ROOM_FOR_NEXT = 940, 640, 500  # widths of the bar at 100 %


class TimerThread(QWidget):
    """The minutes as a thread; said in words by what stands beside it."""

    def __init__(self, control: TimerControl, theme: Theme) -> None:
        super().__init__()
        self._control, self._theme = control, theme
        self.setMinimumWidth(theme.px(60))
        self.setMaximumWidth(theme.px(320))
        self.setFixedHeight(theme.px(24))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        timer = self._control.timer
        if timer is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            now = self._control.clock()
            scale = self._theme.px(100) / 250
            paint_thread(painter, self.rect(), timer, now, self._theme.tokens, scale)


class TimerBar(QFrame):
    """Hidden while nobody wants a timer."""

    def __init__(self, control: TimerControl, theme: Theme) -> None:
        super().__init__()
        theme.dress(self)
        self._control, self._theme = control, theme
        self._back: QWidget | None = None  # where the keyboard was
        self.setObjectName("top")
        self.setAccessibleName(_("Timer"))
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(18), theme.px(6), theme.px(16), theme.px(6))
        self._asking, self._running = QWidget(), QWidget()
        line.addWidget(self._asking, 1)
        line.addWidget(self._running, 1)
        self._lay_out_asking()
        self._lay_out_running()
        self._asking.hide()
        self._running.hide()
        self.hide()
        control.ticked.connect(self.read)

    def open(self, minutes: int) -> None:
        """Take the keyboard: to type a length, `minutes` at first, or to pause what runs."""
        self._back = QApplication.focusWidget()
        if self._control.timer is not None:
            self._pause.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._field.setText(str(minutes))
        self._sorry.setText("")
        self._lines.setVisible(bool(self._control.meetings()))
        self._asking.show()
        self.show()
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def read(self) -> None:
        """Show what is left now."""
        timer = self._control.timer
        if timer is None:
            had_keys = self._running.isAncestorOf(QApplication.focusWidget() or self)
            self._running.hide()
            self.setVisible(not self._asking.isHidden())
            if had_keys:
                self._give_back()
            return
        now = self._control.clock()
        left, phase = timer.left(now), timer.phase(now)
        ink = phase_ink(phase)
        self._digits.setText(timer_words(left))
        self._digits.paint_in(ink)
        self._words.setText(self._about(phase, left))
        self._words.paint_in(ink)
        self._pause.say(_("Pause") if timer.paused_at is None else _("Go on"))
        self._read_next()
        self._outlook.setText(self._told())
        self.setToolTip(self._told())
        self.setAccessibleDescription(self._told())
        self._thread.update()
        self._asking.hide()
        self._running.show()
        self.show()

    def _read_next(self) -> None:
        """Offer the line that follows: one press, and it is on."""
        line = self._control.next_line()
        has_room = self.width() >= self._theme.px(ROOM_FOR_NEXT)
        self._next.setVisible(line is not None and has_room)
        if line is not None:
            words = _("Start the next line: {title}").format(title=line.title)
            self._next.setAccessibleName(words)
            self._next.setToolTip(words)

    def _start_next(self) -> None:
        line = self._control.next_line()
        if line is not None:
            self._control.start_line(line.id)

    def _about(self, phase: TimerPhase, left: int) -> str:
        timer = self._control.timer
        assert timer is not None  # it is shown
        length = timer_words(timer.seconds)
        of = _("over {time}") if left < 0 else _("left of {time}")
        words = [of.format(time=length)]
        if timer.paused_at is not None:
            words.append(_("paused"))
        elif phase is not TimerPhase.RUNNING:
            words.append(phase_words(phase))
        return "\n".join(words)

    def _told(self) -> str:
        """What the timer is for, and what the rest of the meeting has of it."""
        timer, meeting = self._control.timer, self._control.meeting_now()
        if timer is None or meeting is None:
            return timer.title if timer is not None else ""
        if meeting.late:
            return f"{meeting.lead} {meeting.cost}"
        return f"{timer.title}\n{meeting.outlook}".strip()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room on one line: the thread, then what the agenda says."""
        super().resizeEvent(event)
        self._thread.setVisible(self.width() >= self._theme.px(ROOM_FOR_THREAD))
        self._outlook.setVisible(self.width() >= self._theme.px(ROOM_FOR_AGENDA))
        self._read_next()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the page; a timer that runs goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self._asking.hide()
            self.setVisible(self._control.timer is not None)
            self._give_back()
        else:
            super().keyPressEvent(event)

    def _give_back(self) -> None:
        page = self._back
        if page is not None and page is not self and page.isVisible():
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out_asking(self) -> None:
        line = _row(self._asking, self._theme)
        name = Label(_("How long?"), self._theme, "control")
        name.setWordWrap(False)
        self._field = QLineEdit()
        self._field.setAccessibleName(_("How long the timer runs"))
        self._field.setToolTip(_("5 for five minutes, or 12:30"))
        self._field.setFixedWidth(self._theme.px(80))
        self._field.returnPressed.connect(self._start)
        start = make_button(_("Start"), "primary")
        start.setAccessibleName(_("Start the timer"))
        start.clicked.connect(lambda _on=False: self._start())
        self._lines = small_button(_("From the agenda"))
        self._lines.clicked.connect(lambda _on=False: self._open_lines())
        self._sorry = Label("", self._theme, "small", "amber")
        for part in (name, self._field, start, self._lines):
            line.addWidget(part)
        line.addWidget(self._sorry, 1)

    def _lay_out_running(self) -> None:
        line = _row(self._running, self._theme)
        self._digits = Label("", self._theme, "h1")
        self._words = Label("", self._theme, "label")
        self._outlook = Label("", self._theme, "small", "grey")
        self._digits.setWordWrap(False)
        self._words.setWordWrap(False)
        self._thread = TimerThread(self._control, self._theme)
        self._pause = small_button(_("Pause"))
        self._pause.clicked.connect(lambda _on=False: self._control.pause())
        more = small_button(_("+ 1 minute"))
        more.clicked.connect(lambda _on=False: self._control.add_minute())
        self._next = small_button(_("Next line"))
        self._next.clicked.connect(lambda _on=False: self._start_next())
        stop = small_button(_("Stop"), "quiet", lead="x")
        stop.setAccessibleName(_("Stop the timer"))
        stop.clicked.connect(lambda _on=False: self._control.stop())
        line.addWidget(self._digits)
        line.addWidget(self._words)
        line.addWidget(self._thread, 2)
        line.addWidget(self._outlook, 30)  # the stretch takes its room when it is hidden
        line.addStretch(1)
        for button in (self._pause, more, self._next, stop):
            line.addWidget(button)

    def _start(self) -> None:
        try:
            seconds = read_length(self._field.text())
        except BadWords as sorry:
            self._sorry.setText(str(sorry))
            announce(self._field, str(sorry))
            return
        self._control.start(seconds)
        self._give_back()

    def _open_lines(self) -> None:
        menu = QMenu(self)
        for line, words in self._control.meetings():
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(partial(self._start_line, line))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._lines.mapToGlobal(self._lines.rect().bottomLeft()))

    def _start_line(self, line: str, _on: bool = False) -> None:  # noqa: FBT002 - Qt's
        self._control.start_line(line)
        self._give_back()


def _row(part: QWidget, theme: Theme) -> QHBoxLayout:
    line = QHBoxLayout(part)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.px(12))
    return line
