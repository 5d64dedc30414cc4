"""The four criteria of a slot's pick: one is open to be answered, the others take a line each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.model import Criterion, CriterionAnswer, Judgement, Pick
from ui.theme.theme import Theme
from ui.widgets.criteria import CriterionRow, first_open


class SlotCriteria(QWidget):
    """Emits what was answered, with the criterion and the reason.

    The rows are made for the first pick: most rounds have slots that stay empty.
    """

    judged = Signal(object, object, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._open_key = ""
        self._about = ""
        self._given: Mapping[Criterion, Judgement] = {}
        self._locked = False
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._rows: dict[str, CriterionRow] = {}

    def _make_rows(self) -> None:
        for criterion in catalogue.criteria():
            row = CriterionRow(criterion.key, criterion.title, self._theme)
            row.answered.connect(self._judge)
            row.wanted.connect(self._toggle_row)
            self._column.addWidget(row)
            row.show()  # now, not in the event loop: half-typed words may be put back into it
            self._rows[criterion.key] = row

    @property
    def count(self) -> int:
        """How many criteria there are."""
        return len(Criterion)

    @property
    def yes(self) -> int:
        """How many of them are a yes."""
        return sum(row.answer is CriterionAnswer.YES for row in self._given.values())

    @property
    def is_asking(self) -> bool:
        """Whether one of them waits for an answer."""
        return not self._locked and len(self._given) < self.count

    def show_answers(self, given: Mapping[Criterion, Judgement], pick: Pick) -> None:
        """Show the answers; a locked plan's are not changed any more."""
        self._given, self._about = given, pick.id
        self._locked = pick.locked_on is not None
        if not self._rows:
            self._make_rows()
        self._show_rows()

    def _show_rows(self) -> None:
        keys = list(self._rows)

        def given(key: str) -> Judgement | None:
            return self._given.get(Criterion(key))

        open_ = "" if self._locked else first_open(keys, given, self._open_key)
        for key, row in self._rows.items():
            row.show_answer(
                given(key), self._about, is_open=key == open_, can_change=not self._locked
            )

    def take_keys(self) -> None:
        """Give the keyboard to the criterion that waits for an answer, to an open one first."""
        waiting = [row for key, row in self._rows.items() if Criterion(key) not in self._given]
        for row in sorted(waiting, key=lambda row: not row.is_open)[:1]:
            row.take_keys()

    def has_keyboard(self, criterion: Criterion) -> bool:
        """Whether the keyboard is on this criterion."""
        return self._rows[criterion].isAncestorOf(self.window().focusWidget())

    def _toggle_row(self, key: str) -> None:
        self._open_key = "" if self._open_key == key else key
        self._show_rows()
        if self._rows[key].is_open:
            self._rows[key].take_keys()

    def _judge(self, key: str, answer: CriterionAnswer, reason: str) -> None:
        if self._open_key == key:
            self._open_key = ""
        self.judged.emit(Criterion(key), answer, reason)
