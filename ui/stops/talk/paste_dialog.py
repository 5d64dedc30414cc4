"""Asks whether pasted lines are a card each or one card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _, ngettext
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, QuoteLabel, make_button
from ui.widgets.lists import RowList

MOST_SHOWN = 200  # lines of the preview; the question counts them all


class PasteDialog(QDialog):
    """A preview of the lines; `many` asks for a card each, `one` for all of them in the box."""

    many = Signal()
    one = Signal()

    def __init__(self, lines: Sequence[str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(_("Many lines"))
        fit_dialog(self, theme, 620, 520)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        n = len(lines)
        ask = _("{n} lines: {n} cards, or one?").format(n=n)
        box.addWidget(Label(ask, theme, "h2"))
        about = _("Bullets and numbers are taken off. It is one step, so Ctrl+Z takes all back.")
        box.addWidget(Label(about, theme, "body", "grey"))
        box.addWidget(self._preview(lines), 1)
        foot = QHBoxLayout()
        leave = make_button(_("Cancel"), "quiet")
        one = make_button(_("One card"))
        many = make_button(ngettext("{n} card", "{n} cards", n).format(n=n), "primary")
        leave.clicked.connect(lambda _on=False: self.reject())
        one.clicked.connect(self.one)
        many.clicked.connect(self.many)
        for button in (one, many):
            button.clicked.connect(lambda _on=False: self.accept())
        foot.addWidget(leave)
        foot.addStretch(1)
        foot.addWidget(one)
        foot.addWidget(many)
        box.addLayout(foot)
        many.setDefault(True)
        many.setFocus()

    def _preview(self, lines: Sequence[str]) -> RowList:
        shown = RowList(self._theme, _("What was pasted"))
        rows: list[QWidget] = [QuoteLabel(line, self._theme) for line in lines[:MOST_SHOWN]]
        if len(lines) > MOST_SHOWN:
            rest = len(lines) - MOST_SHOWN
            more = ngettext("and {n} more", "and {n} more", rest).format(n=rest)
            rows.append(Label(more, self._theme, "body", "grey"))
        shown.set_gap(self._theme.px(8))
        shown.show_rows(rows)
        return shown
