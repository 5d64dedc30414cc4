"""A pile of the real wall typed as one line, with a preview below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext
from cxworkshop.queries.pile_lines import Piles
from ui.dialogs.pile_entry import pile_preview
from ui.theme.theme import Theme
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, small_button
from ui.widgets.lists import AddLine

SEPARATOR = "  ·  "


class PileLineEntry(QWidget):
    """Enter groups one pile; several lines, pasted or asked for, belong into a dialog.

    `many_wanted` carries them there. `group` returns None for what is refused. Esc leaves the line
    with its text; `left` says so.
    """

    many_wanted = Signal(str)
    left = Signal()

    def __init__(
        self, theme: Theme, group: Callable[[str], object], preview: Callable[[str], Piles]
    ) -> None:
        super().__init__()
        self._preview, self._lines = preview, ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        both = SideBySide(theme.px(8), theme.px(560))
        hint = _("A headline, a colon, the cards’ numbers: Waiting on the phone: 3 17 22")
        self.line = AddLine(hint, group)
        self.line.setAccessibleName(_("Paper line"))
        self.line.textChanged.connect(self._text_changed)
        both.line.addWidget(self.line, 1)
        both.line.addLayout(self._buttons(theme))
        column.addWidget(both)
        self._shown = Label("", theme, "body", "grey")
        self._shown.setMinimumHeight(theme.px(21))  # the board below it stays where it is
        column.addWidget(self._shown)
        self.hide()

    @property
    def lines(self) -> str:
        """The half-typed lines of the dialog."""
        return self._lines

    def begin(self, text: str = "") -> None:
        """Show it with the keyboard in it; it stays open, for a wall has many piles."""
        self.show()
        self.line.setText(text or self.line.text())
        self.line.setFocus()

    def keep_lines(self, lines: str) -> None:
        """Keep half-typed lines for the dialog; the button says how many they are."""
        self._lines = lines
        n = sum(bool(line.strip()) for line in lines.splitlines())
        more = ngettext("Go on with {n} line", "Go on with {n} lines", n).format(n=n)
        self._many.say(more if n else _("Many piles"))

    def show_preview(self) -> None:
        """Show what Enter would do."""
        text = self.line.text()
        piles = self._preview(text).lines if text.strip() else ()
        lines = [pile_preview(pile) for pile in piles]
        wrong = any(line.troubles for line in lines)
        parts = [part for line in lines for part in (*line.troubles, line.does, *line.notes)]
        self._shown.paint_in("amber" if wrong else "grey")
        self._shown.setText(SEPARATOR.join(part for part in parts if part))
        self.line.setAccessibleDescription(self._shown.text())

    def _buttons(self, theme: Theme) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self._many = small_button(_("Many piles"), lead="paper")
        self._many.clicked.connect(lambda _on=False: self.ask_for_many())
        close = small_button(_("Done"), "quiet")
        close.clicked.connect(self._leave)
        line.addWidget(self._many)
        line.addWidget(close)
        line.addStretch(1)
        return line

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def _text_changed(self, text: str) -> None:
        """Several pasted lines go to the dialog: a line edit keeps line breaks and hides them."""
        if len(text.strip().splitlines()) > 1:
            self.ask_for_many()
        else:
            self.show_preview()

    def ask_for_many(self) -> None:
        """Ask for the dialog, with the line's text after what was half typed there."""
        text = self.line.text()
        self.line.clear()
        parts = (self._lines.rstrip(), text.strip())
        self.many_wanted.emit("\n".join(part for part in parts if part))
