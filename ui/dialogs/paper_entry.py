"""Lines from paper on the left, what each would do on the right; nothing is done before a yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.errors import Refusal
from cxworkshop.i18n import _, ngettext
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Hairline, Label, QuoteLabel, button
from ui.widgets.lists import RowList

SOON = 120  # milliseconds after the last key, until the preview follows


@dataclass(frozen=True)
class LinePreview:
    """What one line would do: in one strong sentence, in grey what else, in amber what is wrong.

    `quote` are a customer's own words.
    """

    number: int
    does: str
    notes: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()
    quote: str = ""


@dataclass(frozen=True)
class PaperPreview:
    """What all lines would do together; `rest` are the things that fit while others don't."""

    lines: tuple[LinePreview, ...] = ()
    summary: str = ""
    rest: int = 0

    @property
    def wrong(self) -> int:
        """How many lines don't fit."""
        return sum(bool(line.troubles) for line in self.lines)


class PaperLines(QPlainTextEdit):
    """Where lines are typed or pasted. Ctrl+Enter hands them over; Tab goes on."""

    handed = Signal()

    def __init__(self, name: str, hint: str, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "lines")
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFont(theme.font("body"))
        self.setMinimumSize(theme.px(200), theme.px(120))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a new line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.handed.emit()
        else:
            super().keyPressEvent(event)


class PaperEntryDialog(QDialog):
    """Says what it would do, line by line. `typed` carries the text, for whoever keeps it.

    A kind of paper gives `look_at` and `take`; `take` raises what the core refuses.
    """

    typed = Signal(str)

    def __init__(self, title: str, about: str, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(title)
        fit_dialog(self, theme, 900, 600)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(18), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        box.addWidget(Label(title, theme, "h2"))
        box.addWidget(Label(about, theme, "body", "grey"))
        box.addWidget(self._sides(name), 1)
        self.said = Label("", theme, "strong")
        box.addWidget(self.said)
        box.addLayout(self._ways())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.show_now)
        self.lines.textChanged.connect(self._typing)
        self.lines.handed.connect(self.press)

    def look_at(self, text: str) -> PaperPreview:
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

    @override
    def hideEvent(self, event: QHideEvent) -> None:
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

    def _say(self, seen: PaperPreview) -> None:
        wrong = ngettext(
            "{n} line doesn’t fit, so nothing is done yet.",
            "{n} lines don’t fit, so nothing is done yet.",
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
        both = SideBySide(self._theme.px(20), self._theme.px(560))
        self.lines = PaperLines(name, self.hint, self._theme)
        both.line.addWidget(self.lines, 2)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(6))
        head = _("What each line does")
        column.addWidget(Label(head, self._theme, "label", "accent"))
        self._nothing = Label(_("Type or paste a line, and it is told here."), self._theme,
                              "body", "grey")  # fmt: skip
        column.addWidget(self._nothing)
        self._shown = RowList(self._theme, head)
        self._shown.set_gap(self._theme.px(6))
        self._shown.take_what_is_left(self._theme.px(90))
        column.addWidget(self._shown, 1)
        column.addStretch(0)
        both.line.addWidget(side, 3)
        return both

    def _ways(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        leave = button(_("Cancel"), "quiet")
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

    def _row(self, line: LinePreview) -> QWidget:
        theme, made = self._theme, QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(5))
        column.addWidget(Hairline(theme))
        beside = QHBoxLayout()
        beside.setSpacing(theme.px(10))
        number = Label(str(line.number), theme, "label", "grey")
        number.setWordWrap(False)
        number.setMinimumWidth(theme.px(20))
        beside.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        if line.does:
            words.addWidget(Label(line.does, theme, "strong"))
        if line.quote:
            words.addWidget(QuoteLabel(line.quote, theme))
        for note in line.notes:
            words.addWidget(Label(note, theme, "body", "grey"))
        for trouble in line.troubles:
            words.addWidget(Label(trouble, theme, "body", "amber"))
        beside.addLayout(words, 1)
        column.addLayout(beside)
        return made


def codes(numbers: Sequence[int]) -> str:
    """ "3  17  22"."""
    return "  ".join(map(str, numbers))
