"""The panel that shows a refusal. Nothing went wrong, so nothing is red."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.accessible.announce import announce
from ui.theme.mirror import painter_of
from ui.theme.motion import rise
from ui.theme.paint import ring
from ui.theme.theme import Theme
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, Panel, make_button

NARROW = 560  # pixels at 100 %: below it, the buttons stand below the sentence


class _Rings(QWidget):
    """Three full rings, for a round that is full."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(QSize(theme.px(72), theme.px(28)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n in range(3):
            centre = QPointF(self._theme.px(14 + 20 * n), self.height() / 2)
            ring(painter, centre, self._theme.px(18), "disc", "", self._theme.tokens)


class RefusalPanel(Panel):
    """A refusal's sentence, with a button to accept it and one for an alternative.

    `keyboard_left` when it goes while the keyboard was on it.
    """

    keyboard_left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, border="accent")
        self._rings = _Rings(theme)
        self._first = Label("", theme, "strong")
        self._rest = Label("", theme, "body")
        self.reason = QLineEdit()
        self.reason.setAccessibleName(_("Reason"))
        self.reason.setPlaceholderText(_("Why all the same? It is printed."))
        self.reason.returnPressed.connect(self._hand_over)
        self.other = make_button("", "plain")
        self.fine = make_button(_("All right"), "primary")
        self._lay_out()
        self.fine.clicked.connect(lambda _on=False: self._do(self._leave))
        self.other.clicked.connect(lambda _on=False: self._do_otherwise())
        self._otherwise: Callable[[], object] = self.hide
        self._leave: Callable[[], object] = self.hide
        self._came_from: QWidget | None = None
        self._for_reason: Callable[[str], object] | None = None
        self._sentence = ""
        self._is_answer = False
        self.hide()

    def go_on(self) -> None:
        """Hide an answer when somebody has gone on to something else; other news stays."""
        if self._is_answer:
            self.hide()

    @override
    def setVisible(self, visible: bool) -> None:
        """Let go of the keyboard first, for Qt would give it to the foot of the window."""
        focus = QApplication.focusWidget()
        had_keyboard = not visible and focus is not None and self.isAncestorOf(focus)
        if had_keyboard and focus is not None:
            focus.clearFocus()
        super().setVisible(visible)
        if had_keyboard:
            self.keyboard_left.emit()

    def _lay_out(self) -> None:
        """Put the buttons beside the words, or below them in large text."""
        gap = self._theme.px(10)
        both = SideBySide(gap, self._theme.px(NARROW))
        line, buttons, words = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        for half in (line, buttons):
            half.setSpacing(gap)
        words.setSpacing(0)
        words.addWidget(self._first)
        words.addWidget(self._rest)
        words.addSpacing(self._theme.px(6))
        words.addWidget(self.reason)
        line.addWidget(self._rings)
        line.addLayout(words, 1)
        buttons.addWidget(self.other)
        buttons.addWidget(self.fine)
        both.line.addLayout(line, 1)
        both.line.addLayout(buttons)
        self.box.addWidget(both)

    @property
    def text(self) -> str:
        """The sentence; "" while the panel is hidden."""
        return self._sentence if self.isVisible() else ""

    def show_sentence(
        self,
        sentence: str,
        *,
        fine: str | None = None,
        other: str | None = None,
        otherwise: Callable[[], object] | None = None,
        leave: Callable[[], object] | None = None,
        full: bool = False,
        takes_focus: bool = True,
    ) -> None:
        """Show a refusal. `other` names a button that calls `otherwise`; `fine` names the one that
        calls `leave`, as Esc does.

        Without `takes_focus` whoever is typing can type on: it is no answer to what they just did.
        """
        self._set_words(sentence)
        self._is_answer = takes_focus
        self._for_reason = None
        self.reason.hide()
        self._rings.setVisible(full)
        self.fine.say(fine or _("All right"))
        self.fine.setAccessibleDescription(sentence)  # it has the focus, so both are spoken
        self.other.setVisible(other is not None)
        self.other.say(other or "", lead="swap" if full else "")
        self._otherwise = otherwise or self.hide
        self._leave = leave or self._go_back
        self.show()
        QTimer.singleShot(0, self, lambda: rise(self))  # after the layout
        self._get_heard(takes_focus=takes_focus)

    def _get_heard(self, *, takes_focus: bool) -> None:
        """The button that has the keyboard is read with the sentence; else that is announced."""
        self._came_from = self.window().focusWidget()
        if takes_focus:
            self.fine.setFocus()
        else:
            announce(self, self._sentence)

    def ask_reason(self, sentence: str, do: Callable[[str], object]) -> None:
        """Show a refusal that a written reason passes over, with its place beside it."""
        self.show_sentence(
            sentence,
            fine=_("Leave it as it is"),
            other=_("Do it, with this reason"),
            takes_focus=False,
        )
        self._for_reason = do
        self.reason.clear()
        self.reason.setAccessibleDescription(sentence)
        self.reason.show()
        self.reason.setFocus()

    def _hand_over(self) -> None:
        """Do it with the reason; without one, ask for it again."""
        do, reason = self._for_reason, self.reason.text().strip()
        if do is None or not reason:
            self.reason.setFocus()
            return
        self.hide()
        do(reason)

    def _set_words(self, sentence: str) -> None:
        self._sentence = sentence
        first, stop, rest = sentence.partition(". ")
        self._first.setText(f"{first}." if stop else first)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self.setAccessibleName(sentence)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.accent), 2))
        painter.setBrush(QColor(self._theme.tokens.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc leave everything as it is; Up and Down as well, and go on in the list."""
        if event.key() == Qt.Key.Key_Escape:
            self._do(self._leave)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._do(self._leave)
            there = QApplication.focusWidget()
            if there is not None and not self.isAncestorOf(there):
                QApplication.sendEvent(there, event)

    def _go_back(self) -> None:
        """Bring the keyboard back to where it was, if that is still there."""
        self.hide()
        there = self._came_from
        if there is not None and Shiboken.isValid(there) and there.isVisible():
            there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do_otherwise(self) -> None:
        if self._for_reason is None:
            self._do(self._otherwise)
        else:
            self._hand_over()

    def _do(self, action: Callable[[], object]) -> None:
        self.hide()
        action()
