"""Names the opposite of a card or a group: by its number, its letter, or its words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.queries.opposites import board_card_subject, board_group_subject
from cxworkshop.queries.subjects import Subject
from cxworkshop.workshop import Workshop
from ui.accessible.parts import Action
from ui.accessible.rows import make_rows_accessible
from ui.theme.text_layout import alone
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.gestures import swipes
from ui.widgets.labels import Label, QuoteLabel, make_button
from ui.widgets.row_view import RowView

MOST_SHOWN = 100  # lines; typing brings the others into the list
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class OppositeDialog(QDialog):
    """A field over a list that it narrows. `chosen` carries both, the one asked about first."""

    chosen = Signal(object, object)

    def __init__(self, workshop: Workshop, theme: Theme, parent: QWidget, of: Subject) -> None:
        super().__init__(parent)
        self._workshop, self._theme, self._of = workshop, theme, of
        self._others = _others(workshop, of)
        self.setWindowTitle(_("Opposite of …"))
        fit_dialog(self, theme, 560, 500)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        ask = _("What is the opposite of {name}?").format(name=of.in_title)
        box.addWidget(Label(ask, theme, "h2"))
        words = Label(of.headline, theme) if of.card_group else QuoteLabel(of.headline, theme)
        box.addWidget(words)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("A number, a letter, or words"))
        self.field.setAccessibleName(_("Number, letter or words of the opposite"))
        box.addWidget(self.field)
        self.lines = self._list_of_lines()
        box.addWidget(self.lines, 1)
        note = _("Both stay on the list, and both are counted: you choose for whom you decide.")
        box.addWidget(Label(note, theme, "small", "grey"))
        box.addLayout(self._buttons())
        self.field.textChanged.connect(self._narrow)
        self.lines.doubleClicked.connect(lambda _index: self._take())
        self._narrow("")
        self.field.setFocus()

    def _list_of_lines(self) -> RowView[Subject]:
        lines = RowView[Subject]({Qt.ItemDataRole.DisplayRole: _line})
        lines.setAccessibleName(_("Cards and groups"))
        lines.setWordWrap(True)
        lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        make_rows_accessible(lines, self._offers)
        swipes(lines)
        return lines

    def _offers(self, _at: QModelIndex) -> list[Action]:
        return [Action(_("Mark as opposites"), self._take, _("Enter"))]

    def _buttons(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        leave = make_button(_("Cancel"), "quiet")
        leave.clicked.connect(lambda _on=False: self.reject())
        self._mark = make_button(_("Mark as opposites"), "primary")
        self._mark.clicked.connect(lambda _on=False: self._take())
        self._mark.setDefault(True)
        foot.addWidget(leave)
        foot.addStretch(1)
        foot.addWidget(self._mark)
        return foot

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk in the list while the keyboard is in the field."""
        if event.key() in ARROWS and self.field.hasFocus():
            step = 1 if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -1
            row = max(0, min(self.lines.current_row + step, len(self.lines.values) - 1))
            self.lines.choose(row)
        else:
            super().keyPressEvent(event)

    def _narrow(self, typed: str) -> None:
        """Show what has this code, or else these words."""
        code, found = typed.strip().lstrip("#"), self._others
        if code:
            same = [one for one in found if one.code.casefold() == code.casefold()]
            said = set(self._workshop.big_list.find(code))
            found = same or [one for one in found if said.intersection(one.cards)]
        self.lines.show_values(found[:MOST_SHOWN])
        self.lines.choose(0)

    def _take(self) -> None:
        other = self.lines.current
        if other is not None:
            self.chosen.emit(self._of, other)
            self.accept()


def _line(subject: Subject) -> str:
    return alone(subject.code, subject.headline)


def _others(workshop: Workshop, of: Subject) -> list[Subject]:
    """All that it may be the opposite of: what says something similar first, then the groups."""
    board = workshop.big_list.board()
    cards = {card.id: board_card_subject(card) for card in board.cards}
    near = workshop.similarity.similar_to_card(of.cards[0]) if of.card else []
    similar = [cards[card] for one in near for card in one.cards if card in cards]
    groups = [board_group_subject(group) for group in board.groups]
    mine = set(of.cards)
    everything = dict.fromkeys((*similar, *groups, *cards.values()))
    return [one for one in everything if not mine & set(one.cards)]
