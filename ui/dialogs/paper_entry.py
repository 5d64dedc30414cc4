"""Lines from paper on the left, what each would do on the right; nothing is done before a yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _, ngettext
from ui.theme.look import Look
from ui.widgets.flow_layout import Beside
from ui.widgets.labels import Hairline, Quote, Words, button
from ui.widgets.lists import Lines

SOON = 120  # milliseconds after the last key, until the preview follows
ROOM = 40  # pixels that the window shows around the dialog


@dataclass(frozen=True)
class LineSeen:
    """What one line would do: in one strong sentence, in grey what else, in amber what is wrong.

    `quote` are a customer's own words.
    """

    number: int
    does: str
    notes: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()
    quote: str = ""


@dataclass(frozen=True)
class Seen:
    """What all lines would do together; `rest` are the things that fit while others don't."""

    lines: tuple[LineSeen, ...] = ()
    summary: str = ""
    rest: int = 0

    @property
    def wrong(self) -> int:
        """How many lines don't fit."""
        return sum(bool(line.troubles) for line in self.lines)


class PaperLines(QPlainTextEdit):
    """Where lines are typed or pasted. Ctrl+Enter hands them over; Tab goes on."""

    handed = Signal()

    def __init__(self, name: str, hint: str, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "lines")
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFont(look.font("body"))
        self.setMinimumSize(look.px(200), look.px(120))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own
        """Enter is a new line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.handed.emit()
        else:
            super().keyPressEvent(event)


class PaperDialog(QDialog):
    """Says what it would do, line by line. `typed` carries the text, for whoever keeps it.

    A kind of paper gives `look_at` and `take`; `take` raises what the core refuses.
    """

    typed = Signal(str)

    def __init__(self, title: str, about: str, name: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(title)
        self._fit_in(parent.window())
        box = QVBoxLayout(self)
        box.setContentsMargins(look.px(24), look.px(18), look.px(24), look.px(16))
        box.setSpacing(look.px(10))
        box.addWidget(Words(title, look, "h2"))
        box.addWidget(Words(about, look, "body", "grey"))
        box.addWidget(self._sides(name), 1)
        self.said = Words("", look, "strong")
        box.addWidget(self.said)
        box.addLayout(self._ways())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.show_now)
        self.lines.textChanged.connect(self._typing)
        self.lines.handed.connect(self.press)

    def look_at(self, text: str) -> Seen:
        """What these lines would do."""
        raise NotImplementedError

    def take(self, text: str, *, but_these: bool) -> None:
        """Do it, or raise the refusal."""
        raise NotImplementedError

    @property
    def hint(self) -> str:
        """What stands in the box while it is empty."""
        raise NotImplementedError

    @property
    def deed(self) -> str:
        """What stands on the button."""
        raise NotImplementedError

    def begin(self, text: str = "") -> None:
        """Open it, with what was half typed."""
        self.lines.setPlainText(text)
        self.lines.moveCursor(QTextCursor.MoveOperation.End)
        self.show_now()
        self.open()
        self.lines.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's own
        """Nobody looks any more, and the workshop may be closed."""
        super().hideEvent(event)
        self._soon.stop()

    def show_now(self) -> None:
        """The preview follows at once."""
        self._soon.stop()
        seen = self.look_at(self.lines.toPlainText())
        rows = {line.number: self._row(line) for line in seen.lines}
        self._shown.show_rows([*rows.values()])
        here = rows.get(self.lines.textCursor().blockNumber() + 1)
        if here is not None:
            QTimer.singleShot(0, here, lambda: self._shown.ensureWidgetVisible(here))
        self._nothing.setVisible(not seen.lines)
        self._shown.setVisible(bool(seen.lines))
        self._say(seen)
        self.but_these.setVisible(bool(seen.wrong and seen.rest))
        self.yes.say(self.deed)

    def press(self) -> None:
        """The button, or Ctrl+Enter."""
        self._do(but_these=False)

    def _do(self, *, but_these: bool) -> None:
        self.show_now()
        try:
            self.take(self.lines.toPlainText(), but_these=but_these)
        except Refusal as refusal:
            self.refused(refusal)
            return
        self.typed.emit("")
        self.accept()

    def refused(self, refusal: Refusal) -> None:
        """Nothing was done: say why, and go where it can be put right."""
        self.said.paint_in("amber")
        self._tell(str(refusal))
        self.lines.setFocus()

    def _say(self, seen: Seen) -> None:
        wrong = ngettext(
            "{n} line doesn't fit, so nothing is done yet.",
            "{n} lines don't fit, so nothing is done yet.",
            seen.wrong,
        )
        words = wrong.format(n=seen.wrong) if seen.wrong else ""
        self.said.paint_in("amber" if seen.wrong else "ink")
        self._tell(" ".join(part for part in (words, seen.summary) if part))

    def _tell(self, text: str) -> None:
        self.said.setText(text)
        self.lines.setAccessibleDescription(text)

    def _typing(self) -> None:
        self.typed.emit(self.lines.toPlainText())
        self._soon.start()

    def _sides(self, name: str) -> QWidget:
        both = Beside(self._look.px(20), self._look.px(560))
        self.lines = PaperLines(name, self.hint, self._look)
        both.line.addWidget(self.lines, 2)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(6))
        head = _("What each line does")
        column.addWidget(Words(head, self._look, "label", "accent"))
        self._nothing = Words(_("Type or paste a line, and it is told here."), self._look,
                              "body", "grey")  # fmt: skip
        column.addWidget(self._nothing)
        self._shown = Lines(self._look, head)
        self._shown.set_gap(self._look.px(6))
        self._shown.take_what_is_left(self._look.px(90))
        column.addWidget(self._shown, 1)
        column.addStretch(0)
        both.line.addWidget(side, 3)
        return both

    def _ways(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._look.px(8))
        leave = button(_("Leave it"), "quiet")
        self.but_these = button(_("All but these"))
        self.yes = button(self.deed, "primary")
        self.yes.show_key("Ctrl+Enter")
        leave.clicked.connect(lambda _on=False: self.reject())
        self.but_these.clicked.connect(lambda _on=False: self._do(but_these=True))
        self.yes.clicked.connect(lambda _on=False: self.press())
        line.addWidget(leave)
        line.addStretch(1)
        line.addWidget(self.but_these)
        line.addWidget(self.yes)
        return line

    def _row(self, line: LineSeen) -> QWidget:
        look, made = self._look, QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(5))
        column.addWidget(Hairline(look))
        beside = QHBoxLayout()
        beside.setSpacing(look.px(10))
        number = Words(str(line.number), look, "label", "grey")
        number.setWordWrap(False)
        number.setMinimumWidth(look.px(20))
        beside.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(look.px(1))
        if line.does:
            words.addWidget(Words(line.does, look, "strong"))
        if line.quote:
            words.addWidget(Quote(line.quote, look))
        for note in line.notes:
            words.addWidget(Words(note, look, "body", "grey"))
        for trouble in line.troubles:
            words.addWidget(Words(trouble, look, "body", "amber"))
        beside.addLayout(words, 1)
        column.addLayout(beside)
        return made

    def _fit_in(self, window: QWidget) -> None:
        """As large as it likes to be, and never larger than the window that it lies on."""
        wide = min(self._look.px(900), window.width() - ROOM)
        high = min(self._look.px(600), window.height() - ROOM)
        self.resize(wide, high)


def codes(numbers: Sequence[int]) -> str:
    """ "3  17  22"."""
    return "  ".join(map(str, numbers))
