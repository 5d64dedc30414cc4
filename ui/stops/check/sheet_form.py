"""The form for a check sheet from paper, typed row by row: a key for the mark, words, Enter."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import Customer
from cxworkshop.queries.check_sheet import CheckSheet, SheetRow
from ui.stops.check.answers import called
from ui.stops.check.legend import Legend
from ui.stops.check.sheet_row import ENTER, CheckSheetRow
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, Panel, make_button, small_button
from ui.widgets.scroll_area import ScrollArea

ROWS = 10  # as on paper


class CheckSheetForm(QWidget):
    """Ten rows, and more when needed, which are made when `offer` is first called.

    `taken` carries all rows; `left` goes back to the answers.
    """

    taken = Signal(list)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        look_at: Callable[[Sequence[SheetRow]], CheckSheet],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme, self._look_at = theme, look_at
        self._names: list[str] = []
        self.rows: list[CheckSheetRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._outer = ScrollArea()
        column.addWidget(self._outer)
        panel, px = Panel(theme), theme.px
        panel.box.setContentsMargins(*margins(px(20), px(12), px(16), px(12)))
        panel.box.addLayout(self._head())
        panel.box.addWidget(Legend(theme))
        self._add_area(panel.box)
        panel.box.addWidget(self._ways())
        self._outer.box.addWidget(panel, 1)
        self.show_now()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)

    def _add_area(self, box: QVBoxLayout) -> None:
        px = self._theme.px
        self._area = ScrollArea()
        self._area.be_roomy()
        self._area.setAccessibleName(_("Check sheet"))
        self._area.setMinimumHeight(px(150))
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(*margins(px(6), px(6), px(10), px(6)))
        self._lines.setSpacing(px(6))
        self._area.box.addLayout(self._lines)
        self._area.box.addStretch(1)
        box.addWidget(self._area, 1)

    def offer(self, customers: Sequence[Customer]) -> None:
        """Offer customers to ask, in the order of the printed sheet."""
        self._names = [called(customer) for customer in customers]
        while len(self.rows) < max(ROWS, len(self._names)):
            self._add_row()
        typed = {row.sheet_row.who for row in self.rows if row.is_touched}
        for place, row in enumerate(self.rows):
            on_paper = self._names[place] if place < len(self._names) else ""
            row.offer(self._names, "" if on_paper in typed else on_paper)
        self.show_now()

    def sheet_rows(self) -> list[SheetRow]:
        """Return all rows as they are typed."""
        return [row.sheet_row for row in self.rows]

    def clear(self, taken: Collection[int]) -> None:
        """Empty the rows with these numbers; if none is left, start a new sheet."""
        for row in self.rows:
            if row.number in taken:
                row.restore({})
        if any(row.is_touched for row in self.rows):
            return
        for row in self.rows[ROWS:]:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        del self.rows[ROWS:]

    def focus_first(self) -> None:
        """Give the focus to the first empty row."""
        empty = (row for row in self.rows if row.sheet_row.is_empty)
        row = next(empty, self.rows[-1])
        row.ticks.take_keys()

    def focus_wrong(self) -> None:
        """Give the focus to the first row that does not fit."""
        wrong = {number for number, _text in self._look_at(self.sheet_rows()).troubles}
        row = next((row for row in self.rows if row.number in wrong), self.rows[0])
        row.take_keys()

    def draft(self) -> str:
        """Return what is half typed, as JSON; "" for nothing."""
        typed = {
            str(row.number): {"mark": told.mark or "", "words": told.words, "who": told.who}
            for row in self.rows
            if row.is_touched and (told := row.sheet_row)
        }
        return json.dumps(typed) if typed else ""

    def take_draft(self, text: str) -> None:
        """Put half-typed rows back; "" empties all."""
        typed = json.loads(text or "{}")
        while len(self.rows) < max(map(int, typed), default=0):
            self._add_row()
        for row in self.rows:
            row.restore(typed.get(str(row.number), {}))
        self.show_now()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the sheet at Ctrl+Enter; go back to the answers at Esc."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in ENTER and held:
            self.taken.emit(self.sheet_rows())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def show_now(self) -> None:
        """Show how many rows are complete, and what is wrong with others than the one in focus."""
        found = self._look_at(self.sheet_rows())
        wrong: dict[int, list[str]] = {}
        for number, text in found.troubles:
            wrong.setdefault(number, []).append(text)
        for row in self.rows:
            is_here = row.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
            waits = is_here and not row.asks_who
            row.show_wrong("" if waits else " ".join(wrong.get(row.number, ())))
        n = len(found.complete)
        self._count.setText(_("{n} of {all}").format(n=n, all=len(self.rows)))
        self._count.setAccessibleName(_("Whole rows: {n} of {all}").format(n=n, all=len(self.rows)))

    def _moved(self, _was: QWidget | None, now: QWidget | None) -> None:
        """Show all of the row in focus, and judge the one that was left."""
        for row in self.rows:
            if now is not None and row.isAncestorOf(now):
                self._reveal(row)
                self.show_now()

    def _reveal(self, row: CheckSheetRow) -> None:
        """Scroll both areas: in a low window the whole form scrolls too."""
        for area in (self._area, self._outer):
            area.ensureWidgetVisible(row)

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(Label(_("From a check sheet"), self._theme, "h2"), 1)
        self._count = Label("", self._theme, "count", "accent")
        self._count.setWordWrap(False)
        line.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        return line

    def _ways(self) -> QWidget:
        foot = QWidget()
        line = FlowLayout(self._theme.px(8))
        foot.setLayout(line)
        take = make_button(_("Take this sheet"), "primary")
        take.show_key("Ctrl+Enter")
        take.clicked.connect(lambda _on=False: self.taken.emit(self.sheet_rows()))
        back = small_button(_("Back to the answers"), "quiet")
        back.show_key("Esc")
        back.clicked.connect(self.left)
        line.addWidget(take)
        line.addWidget(back)
        return foot

    def _add_row(self) -> None:
        row = CheckSheetRow(len(self.rows) + 1, self._theme)
        row.offer(self._names, "")
        row.changed.connect(self.show_now)
        row.done.connect(lambda: self._step(row, 1, in_words=False))
        row.stepped.connect(lambda step: self._step(row, step, in_words=False))
        row.words_stepped.connect(lambda step: self._step(row, step, in_words=True))
        self.rows.append(row)
        self._lines.addWidget(row)

    def _step(self, row: CheckSheetRow, step: int, *, in_words: bool) -> None:
        """Move the focus by rows; after a last row that is filled, add another."""
        there = self.rows.index(row) + step
        if there == len(self.rows) and not row.sheet_row.is_empty:
            self._add_row()
        if not 0 <= there < len(self.rows):
            return
        if in_words:
            self.rows[there].words_now()
        else:
            self.rows[there].ticks.take_keys()
