"""Ballots from paper: one line each, and nothing is taken while one of them does not fit."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.workshop import Workshop
from ui.theme.look import Look
from ui.words import Words, button


class BallotsDialog(QDialog):
    """`17: 9` or `B: 9`, as many lines as there are; they are advice to the doers."""

    def __init__(self, workshop: Workshop, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._workshop = workshop
        self.setWindowTitle(_("Type in the ballots"))
        self.resize(look.px(460), look.px(420))
        box = QVBoxLayout(self)
        box.addWidget(Words(_("Type in the ballots"), look, "h2"))
        about = _("One line each: a card's number or a group's letter, a colon, its votes.")
        box.addWidget(Words(about, look, "body", "grey"))
        self.lines = QPlainTextEdit()
        self.lines.setProperty("kind", "lines")
        self.lines.setAccessibleName(_("Ballots"))
        self.lines.setPlaceholderText("17: 9\nB: 4")
        self.lines.setTabChangesFocus(True)
        box.addWidget(self.lines, 1)
        self.said = Words("", look, "body", "amber")
        box.addWidget(self.said)
        line = QHBoxLayout()
        leave, take = button(_("Leave it")), button(_("Count them"), "primary")
        leave.clicked.connect(lambda _on=False: self.reject())
        take.clicked.connect(lambda _on=False: self._take())
        line.addStretch(1)
        line.addWidget(leave)
        line.addWidget(take)
        box.addLayout(line)

    def _take(self) -> None:
        try:
            self._workshop.pick.ballots(self.lines.toPlainText().splitlines())
        except Refusal as refusal:
            self.said.setText(str(refusal))
            return
        self.accept()
