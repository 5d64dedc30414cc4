"""The paper line: a pile of the real wall as one line, and what it would do below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _, ngettext
from cxworkshop.queries.pile_lines import Piles
from ui.dialogs.pile_entry import line_seen
from ui.theme.theme import Theme
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, small_button
from ui.widgets.lists import AddLine

SAYS = "  ·  "


class PileLineEntry(QWidget):
    """Enter groups one pile; several lines, pasted or wanted, are for the page with many.

    `many` carries what is typed to the place where each pile has a line of its own.
    """

    many = Signal(str)

    def __init__(
        self, theme: Theme, take: Callable[[str], object], look_at: Callable[[str], Piles]
    ) -> None:
        super().__init__()
        self._look_at, self._kept = look_at, ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        both = SideBySide(theme.px(8), theme.px(560))
        hint = _("A headline, a colon, the cards’ numbers: Waiting on the phone: 3 17 22")
        self.line = AddLine(hint, take)
        self.line.setAccessibleName(_("Paper line"))
        self.line.textChanged.connect(self._typing)
        both.line.addWidget(self.line, 1)
        both.line.addLayout(self._ways(theme))
        column.addWidget(both)
        self._would = Label("", theme, "body", "grey")
        self._would.setMinimumHeight(theme.px(21))  # the board below it stays where it is
        column.addWidget(self._would)
        self.hide()

    @property
    def kept(self) -> str:
        """The many lines that are half typed."""
        return self._kept

    def begin(self, text: str = "") -> None:
        """Show it, with the keyboard in it; it stays open, for a wall has many piles."""
        self.show()
        self.line.setText(text or self.line.text())
        self.line.setFocus()

    def keep(self, lines: str) -> None:
        """Many lines are half typed; the button says so until they are done."""
        self._kept = lines
        n = sum(bool(line.strip()) for line in lines.splitlines())
        more = ngettext("Go on with {n} line", "Go on with {n} lines", n).format(n=n)
        self._many.say(more if n else _("Many piles"))

    def show_would(self) -> None:
        """What Enter would do, in a line."""
        text = self.line.text()
        lines = self._look_at(text).lines if text.strip() else ()
        seen = [line_seen(pile) for pile in lines]
        wrong = any(line.troubles for line in seen)
        parts = [part for line in seen for part in (*line.troubles, line.does, *line.notes)]
        self._would.paint_in("amber" if wrong else "grey")
        self._would.setText(SAYS.join(part for part in parts if part))
        self.line.setAccessibleDescription(self._would.text())

    def _ways(self, theme: Theme) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self._many = small_button(_("Many piles"), lead="paper")
        self._many.clicked.connect(lambda _on=False: self.ask_for_many())
        away = small_button(_("Done"), "quiet")
        away.clicked.connect(self.hide)
        line.addWidget(self._many)
        line.addWidget(away)
        line.addStretch(1)
        return line

    def _typing(self, text: str) -> None:
        """A line edit keeps the line breaks of what is pasted, though it does not show them."""
        if len(text.strip().splitlines()) > 1:
            self.ask_for_many()
        else:
            self.show_would()

    def ask_for_many(self) -> None:
        """What stands in the line goes there too, behind what was half typed."""
        text = self.line.text()
        self.line.clear()
        parts = (self._kept.rstrip(), text.strip())
        self.many.emit("\n".join(part for part in parts if part))
