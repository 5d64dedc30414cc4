"""Many lines were pasted: a card each, or one? Nothing is taken before somebody has said so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _, ngettext
from ui.theme.look import Look
from ui.widgets.labels import Quote, Words, button
from ui.widgets.lists import Lines

MOST_SHOWN = 200  # lines of the preview; the question counts them all


class PastedDialog(QDialog):
    """The lines as they would become cards; `many` for a card each, `one` for all in the box."""

    many = Signal()
    one = Signal()

    def __init__(self, lines: Sequence[str], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(_("Many lines"))
        self.resize(look.px(620), look.px(520))
        box = QVBoxLayout(self)
        box.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(16))
        box.setSpacing(look.px(10))
        n = len(lines)
        ask = _("{n} lines: {n} cards, or one?").format(n=n)
        box.addWidget(Words(ask, look, "h2"))
        about = _("Bullets and numbers are taken off. It is one step, so Ctrl+Z takes all back.")
        box.addWidget(Words(about, look, "body", "grey"))
        box.addWidget(self._preview(lines), 1)
        foot = QHBoxLayout()
        leave = button(_("Leave it"), "quiet")
        one = button(_("One card"))
        many = button(ngettext("{n} card", "{n} cards", n).format(n=n), "primary")
        leave.clicked.connect(lambda _on=False: self.reject())
        one.clicked.connect(self.one)
        many.clicked.connect(self.many)
        for press in (one, many):
            press.clicked.connect(lambda _on=False: self.accept())
        foot.addWidget(leave)
        foot.addStretch(1)
        foot.addWidget(one)
        foot.addWidget(many)
        box.addLayout(foot)
        many.setDefault(True)
        many.setFocus()

    def _preview(self, lines: Sequence[str]) -> Lines:
        shown = Lines(self._look, _("What was pasted"))
        rows: list[QWidget] = [Quote(line, self._look) for line in lines[:MOST_SHOWN]]
        if len(lines) > MOST_SHOWN:
            more = _("and {n} more").format(n=len(lines) - MOST_SHOWN)
            rows.append(Words(more, self._look, "body", "grey"))
        shown.set_gap(self._look.px(8))
        shown.show_rows(rows)
        return shown
