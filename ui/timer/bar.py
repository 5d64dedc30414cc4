"""The timer's bar below the top bar: it asks how long, and shows what is left."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.timer import TimerPhase, timer_words
from ui.accessible.announce import announce
from ui.theme.mirror import margins, painter_of
from ui.theme.theme import Theme
from ui.timer.control import TimerControl
from ui.timer.face import paint_thread
from ui.timer.phases import phase_ink, phase_words
from ui.timer.question import NextLineButton, TimerQuestion
from ui.widgets.labels import Label, small_button

SEPARATOR = "  ·  "
ROOM_FOR_THREAD, ROOM_FOR_AGENDA = 940, 640  # widths of the bar at 100 %


class TimerThread(QWidget):
    """The minutes as a thread; said in words by what stands beside it."""

    def __init__(self, control: TimerControl, theme: Theme) -> None:
        super().__init__()
        self._control, self._theme = control, theme
        self.setMinimumWidth(theme.px(60))
        self.setMaximumWidth(theme.px(480))
        self.setFixedHeight(theme.px(24))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        timer = self._control.timer
        if timer is not None:
            painter = painter_of(self)
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
        line.setContentsMargins(*margins(theme.px(18), theme.px(6), theme.px(16), theme.px(6)))
        self._question, self._running = TimerQuestion(control, theme), QWidget()
        self._question.started.connect(self._give_back)
        line.addWidget(self._question, 1)
        line.addWidget(self._running, 1)
        self._lay_out_running()
        self._question.hide()
        self._running.hide()
        self.hide()
        control.ticked.connect(self.read)

    def open(self, minutes: int) -> None:
        """Take the keyboard: to type a length, `minutes` at first, or to pause what runs."""
        self._back = QApplication.focusWidget()
        if self._control.timer is not None:
            self._pause.setFocus(Qt.FocusReason.ShortcutFocusReason)
            announce(self._pause, self._said())
            return
        self._question.show()
        self.show()
        self._question.ask(minutes)

    def read(self) -> None:
        """Show what is left now."""
        timer = self._control.timer
        if timer is None:
            had_keys = self._running.isAncestorOf(QApplication.focusWidget() or self)
            self._running.hide()
            self.setVisible(not self._question.isHidden())
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
        self._next.read()
        self._outlook.setText(self._told())
        self._show_outlook()
        self.setToolTip(self._told())
        self.setAccessibleDescription(self._told())
        self._thread.update()
        self._question.hide()
        self._running.show()
        self.show()

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
        title = timer.title if timer is not None else ""
        if meeting is None:
            return title
        told = f"{meeting.lead} {meeting.cost}" if meeting.late else meeting.outlook
        return SEPARATOR.join(filter(None, (title, told)))

    def _said(self) -> str:
        """All of it in words, for who hears it."""
        words = self._words.text().replace("\n", ", ")
        return f"{self._digits.text()} {words}. {self._told()}".strip()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room on one line: the thread, then what the agenda says."""
        super().resizeEvent(event)
        self._thread.setVisible(self.width() >= self._theme.px(ROOM_FOR_THREAD))
        self._show_outlook()
        self._next.read()

    def _show_outlook(self) -> None:
        has_room = self.width() >= self._theme.px(ROOM_FOR_AGENDA)
        self._outlook.setVisible(has_room and bool(self._outlook.text()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the page; a timer that runs goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self._question.hide()
            self.setVisible(self._control.timer is not None)
            self._give_back()
        else:
            super().keyPressEvent(event)

    def _give_back(self) -> None:
        page = self._back
        if page is not None and page is not self and page.isVisible():
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out_running(self) -> None:
        column = QVBoxLayout(self._running)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(2))
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(12))
        column.addLayout(line)
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
        self._next = NextLineButton(self._control, self._theme, self)
        stop = small_button(_("Stop"), "quiet", lead="x")
        stop.setAccessibleName(_("Stop the timer"))
        stop.clicked.connect(lambda _on=False: self._control.stop())
        line.addWidget(self._digits)
        line.addWidget(self._words)
        line.addWidget(self._thread, 30)  # the stretch takes its room when it is hidden
        column.addWidget(self._outlook)
        line.addStretch(1)
        for button in (self._pause, more, self._next.button, stop):
            line.addWidget(button)
