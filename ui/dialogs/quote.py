"""Chooses which of customers' words an improvement is told with, whole or in part."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import PickId
from cxworkshop.queries.quotes import HeardWords, quoted_part
from ui.accessible.parts import Action
from ui.accessible.rows import make_rows_accessible
from ui.bridge import Bridge
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.gestures import swipes
from ui.widgets.labels import Label, QuoteLabel, make_button
from ui.widgets.row_view import RowView
from ui.widgets.wheel import TextBox

PARAGRAPH = "\u2029"  # what a selection of Qt's has for the end of a line


class QuoteDialog(QDialog):
    """The customers' words in a list; a part of the current ones is marked with mouse or keys."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget, pick: PickId) -> None:
        super().__init__(parent)
        self._bridge, self._theme, self._pick = bridge, theme, pick
        self.setWindowTitle(_("What is quoted"))
        fit_dialog(self, theme, 600, 560)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        box.addWidget(Label(_("Which words tell it best?"), theme, "h2"))
        note = _("They stand on the poster, the cards, the plan and the Wall.")
        box.addWidget(Label(note, theme, "small", "grey"))
        self.lines = self._list_of_words()
        box.addWidget(self.lines, 2)
        box.addWidget(Label(_("Mark a part to quote only that:"), theme, "control"))
        self.words = self._words_to_mark()
        box.addWidget(self.words, 1)
        self.shown = QuoteLabel("", theme)
        box.addWidget(self.shown)
        box.addLayout(self._buttons())
        self._show_now()

    def _list_of_words(self) -> RowView[HeardWords]:
        lines = RowView[HeardWords]({Qt.ItemDataRole.DisplayRole: _line})
        lines.setAccessibleName(_("What {customers} said"))
        lines.setWordWrap(True)
        lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        make_rows_accessible(lines, self._offers)
        swipes(lines)
        lines.current_row_changed.connect(lambda _row: self._show_words())
        lines.doubleClicked.connect(lambda _index: self._take())
        return lines

    def _words_to_mark(self) -> TextBox:
        words = TextBox()
        words.setReadOnly(True)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words.setTabChangesFocus(True)
        words.setAccessibleName(_("All of their words; mark a part of them"))
        words.selectionChanged.connect(self._show_quote)
        return words

    def _offers(self, _at: QModelIndex) -> list[Action]:
        return [Action(_("Quote this"), self._take, _("Enter"))]

    def _buttons(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        leave = make_button(_("Cancel"), "quiet")
        leave.clicked.connect(lambda _on=False: self.reject())
        self._back = make_button(_("Let the program choose"), "quiet")
        self._back.clicked.connect(lambda _on=False: self._let_program_choose())
        take = make_button(_("Quote this"), "primary")
        take.clicked.connect(lambda _on=False: self._take())
        take.setDefault(True)
        foot.addWidget(leave)
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(take)
        return foot

    def _show_now(self) -> None:
        """Begin with what is quoted now, its part marked."""
        quotes = self._bridge.workshop.make_better.quotes
        said, chosen = quotes.said_of(self._pick), quotes.chosen(self._pick)
        now = quotes.words(self._pick)
        self.lines.show_values(said)
        self._back.setVisible(chosen is not None)
        current = [row.verbatim == chosen.verbatim if chosen else row.words == now for row in said]
        self.lines.choose(current.index(True) if True in current else 0)
        self._show_words()
        if chosen and chosen.excerpt:
            self._mark(chosen.excerpt)
        self.lines.setFocus()

    def _show_words(self) -> None:
        current = self.lines.current
        self.words.setPlainText(current.words or "" if current else "")
        self._show_quote()

    def _mark(self, part: str) -> None:
        cursor = self.words.document().find(part)
        if not cursor.isNull():
            self.words.setTextCursor(cursor)

    @property
    def _part(self) -> str:
        return self.words.textCursor().selectedText().replace(PARAGRAPH, "\n").strip()

    def _show_quote(self) -> None:
        words = quoted_part(self._part, self.words.toPlainText())
        self.shown.setText(_("“{words}”").format(words=words))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter quotes, from the list and from the words too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        current, part = self.lines.current, self._part
        if current is None:
            return
        quotes = self._bridge.workshop.make_better.quotes
        if self._bridge.attempt(lambda: quotes.choose(self._pick, current.verbatim, part)):
            self.accept()

    def _let_program_choose(self) -> None:
        quotes = self._bridge.workshop.make_better.quotes
        if self._bridge.attempt(lambda: quotes.let_program_choose(self._pick)):
            self.accept()


def _line(said: HeardWords) -> str:
    return " ".join((said.words or "").split())
