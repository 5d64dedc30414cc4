"""A dialog for lines from paper: typed on the left, what each would do on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.errors import Refusal
from cxworkshop.exchange.lines import refuse_whole_files
from cxworkshop.i18n import _, ngettext
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Hairline, Label, QuoteLabel, make_button
from ui.widgets.lists import RowList
from ui.widgets.wheel import TextBox

SOON = 120  # milliseconds from the last key to the preview


@dataclass(frozen=True)
class LinePreview:
    """What one line would do: `does` is bold, `notes` grey, `troubles` amber.

    `quote` is what a customer said.
    """

    number: int
    does: str
    notes: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()
    quote: str = ""


@dataclass(frozen=True)
class PaperPreview:
    """What all lines would do together; `rest` counts what fits even if other lines don't."""

    lines: tuple[LinePreview, ...] = ()
    summary: str = ""
    rest: int = 0

    @property
    def wrong(self) -> int:
        """How many lines don't fit."""
        return sum(bool(line.troubles) for line in self.lines)


class PaperEntry(Protocol):
    """What lines of one kind mean, and what the dialog says about them."""

    title: str
    about: str
    name: str  # of the text box, for screen readers
    hint: str  # an example, shown while the text box is empty

    def verb(self, text: str) -> str:
        """What the button says for these lines."""

    def preview(self, text: str) -> PaperPreview:
        """What these lines would do; writes nothing."""

    def take(self, text: str, *, but_these: bool) -> None:
        """Do it, with `but_these` only for the lines that fit; raises what the core refuses."""


class PaperLines(TextBox):
    """A text box for lines. Ctrl+Enter submits them; Tab leaves it."""

    submitted = Signal()
    paste_refused = Signal(object)  # a Refusal

    def __init__(self, name: str, hint: str, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "lines")
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFont(theme.font("body"))
        self.setMinimumSize(theme.px(200), theme.px(120))

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text, unless it is a whole file."""
        try:
            refuse_whole_files(source.text())
        except Refusal as refusal:
            self.paste_refused.emit(refusal)
        else:
            self.insertPlainText(source.text())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a new line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)


class PaperEntryDialog(QDialog):
    """Shows what lines would do before anything is done. `typed` carries the text after each key.

    After a refusal it stays open, and the entry may word the button differently.
    """

    typed = Signal(str)

    def __init__(self, entry: PaperEntry, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry, self._theme = entry, theme
        self.setWindowTitle(entry.title)
        fit_dialog(self, theme, 900, 600)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(18), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        box.addWidget(Label(entry.title, theme, "h2"))
        box.addWidget(Label(entry.about, theme, "body", "grey"))
        box.addWidget(self._sides(), 1)
        self.summary = Label("", theme, "strong")
        box.addWidget(self.summary)
        box.addLayout(self._buttons())
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.show_now)
        self.lines.textChanged.connect(self._text_changed)
        self.lines.paste_refused.connect(self._show_refusal)
        self.lines.submitted.connect(lambda: self._take(but_these=False))

    def begin(self, text: str = "") -> None:
        """Open it with half-typed lines."""
        self.lines.type_again(text)
        self.show_now()
        self.open()
        self.lines.setFocus()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the preview: the workshop may be closed next."""
        super().hideEvent(event)
        self._soon.stop()

    def show_now(self) -> None:
        """Show the preview at once."""
        self._soon.stop()
        text = self.lines.toPlainText()
        preview = self._entry.preview(text)
        rows = {line.number: self._row(line) for line in preview.lines}
        self._shown.show_rows([*rows.values()])
        current = rows.get(self.lines.textCursor().blockNumber() + 1)
        if current is not None:
            QTimer.singleShot(0, current, lambda: self._shown.ensureWidgetVisible(current))
        self._nothing.setVisible(not preview.lines)
        self._shown.setVisible(bool(preview.lines))
        self._show_summary(preview)
        self._but_these.setVisible(bool(preview.wrong and preview.rest))
        self._yes.say(self._entry.verb(text))

    def _take(self, *, but_these: bool) -> None:
        self.show_now()
        try:
            self._entry.take(self.lines.toPlainText(), but_these=but_these)
        except Refusal as refusal:
            self._show_refusal(refusal)
            return
        self.typed.emit("")
        self.accept()

    def _show_refusal(self, refusal: Refusal) -> None:
        """Say why nothing was done, and go to where it can be put right."""
        self.summary.paint_in("amber")
        self._say(str(refusal))
        self.lines.setFocus()
        self._yes.say(self._entry.verb(self.lines.toPlainText()))

    def _show_summary(self, preview: PaperPreview) -> None:
        wrong = ngettext(
            "{n} line doesn’t fit, so nothing is done yet.",
            "{n} lines don’t fit, so nothing is done yet.",
            preview.wrong,
        )
        words = wrong.format(n=preview.wrong) if preview.wrong else ""
        self.summary.paint_in("amber" if preview.wrong else "ink")
        self._say(" ".join(part for part in (words, preview.summary) if part))

    def _say(self, text: str) -> None:
        self.summary.setText(text)
        self.lines.setAccessibleDescription(text)

    def _text_changed(self) -> None:
        self.typed.emit(self.lines.toPlainText())
        self._soon.start()

    def _sides(self) -> QWidget:
        both = SideBySide(self._theme.px(20), self._theme.px(560))
        self.lines = PaperLines(self._entry.name, self._entry.hint, self._theme)
        both.line.addWidget(self.lines, 2)
        both.line.addWidget(self._preview_side(), 3)
        return both

    def _preview_side(self) -> QWidget:
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
        return side

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        cancel = make_button(_("Cancel"), "quiet")
        self._but_these = make_button(_("All but these"))
        self._yes = make_button(self._entry.verb(""), "primary")
        self._yes.show_key("Ctrl+Enter")
        cancel.clicked.connect(lambda _on=False: self.reject())
        self._but_these.clicked.connect(lambda _on=False: self._take(but_these=True))
        self._yes.clicked.connect(lambda _on=False: self._take(but_these=False))
        line.addWidget(cancel)
        line.addStretch(1)
        line.addWidget(self._but_these)
        line.addWidget(self._yes)
        return line

    def _row(self, line: LinePreview) -> QWidget:
        theme, row = self._theme, QWidget()
        column = QVBoxLayout(row)
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
        return row


def codes(numbers: Sequence[int]) -> str:
    """Join numbers: "3  17  22"."""
    return "  ".join(map(str, numbers))
