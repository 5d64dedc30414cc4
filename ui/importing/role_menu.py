"""The menu of a column's head: what it is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from cxworkshop.compat import override
from cxworkshop.exchange.column_counts import ColumnCount
from cxworkshop.exchange.roles import ColumnRole, RoleMove
from cxworkshop.i18n import _

KEYS = {
    ColumnRole.WORDS: "W",
    ColumnRole.PRAISE: "P",
    ColumnRole.QUESTION: "Q",
    ColumnRole.WHO: "C",
    ColumnRole.KIND: "K",
    ColumnRole.DATE: "D",
    ColumnRole.SCORE: "S",
    ColumnRole.LEAVE_OUT: "X",
}
ROLES = {Qt.Key(ord(letter)): role for role, letter in KEYS.items()}


def sentence_of(role: ColumnRole) -> str:
    """What a column is, in the words of its menu."""
    return {
        ColumnRole.WORDS: _("{Customers_s} words: a card for each"),
        ColumnRole.PRAISE: _("Praise: kept word for word, without a card"),
        ColumnRole.QUESTION: _("Which question was asked"),
        ColumnRole.WHO: _("Who: tells {customers} apart, and is not kept"),
        ColumnRole.KIND: _("Kind of {customer}"),
        ColumnRole.DATE: _("Date of the answer"),
        ColumnRole.SCORE: _("Score: not kept"),
        ColumnRole.REPLY: _("Our own answers"),
        ColumnRole.LEAVE_OUT: _("Leave out"),
    }[role]


def sentence_of_move(move: RoleMove, column: ColumnCount) -> str:
    """What became of another column when one was given a role that only one can have."""
    text = (
        _("Column {n} “{title}” is “{role}” again.")
        if move.is_back
        else _(
            "Only one column can be “{role}”. Column {n} “{title}” is left out now; it is “{role}”"
            " again once this one is something else."
        )
    )
    return text.format(n=column.number + 1, title=column.title or "–", role=move.role.words)


class RoleMenu(QMenu):
    """What a column may be; its present role is ticked. The letters beside the entries choose too.

    `choose` is called with the role that was chosen.
    """

    def __init__(
        self, parent: QWidget, now: ColumnRole, choose: Callable[[ColumnRole], object]
    ) -> None:
        super().__init__(parent)
        self._choose = choose
        for role, letter in KEYS.items():
            entry = self.addAction(f"{sentence_of(role)}\t{letter}")
            entry.setCheckable(True)
            entry.setChecked(role is now)
            entry.triggered.connect(lambda _on=False, one=role: choose(one))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        role = ROLES.get(Qt.Key(event.key()))
        if role is None or event.modifiers():
            super().keyPressEvent(event)
            return
        self.close()
        self._choose(role)
