"""Stop 4, Pick up to three: what customers said on one side, three slots on the other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from cxworkshop.errors import Refusal, TooManyPicks
from cxworkshop.i18n import _
from cxworkshop.model import Answer, Criterion
from cxworkshop.readings.subjects import Subject, pick_subject
from ui.foot import Footer
from ui.slots import SlotPanel
from ui.stops.page import StopPage
from ui.words import Words


class CandidateList(QListWidget):
    """Groups and loose cards by customers heard; 1, 2 and 3 put the line into a slot."""

    slot_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own
        """Digits are for slots, not for searching by letter."""
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_3:
            self.slot_wanted.emit(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)


class PickPage(StopPage):
    """Put in by drag, by 1/2/3, by double click; the fourth is refused with a way on."""

    key = "pick"

    def build(self) -> None:
        """The list on the left, the slots on the right."""
        self._wanted: Subject | None = None
        self._swapping = False
        side = QHBoxLayout()
        side.setSpacing(self.look.px(20))
        left = QVBoxLayout()
        left.addWidget(Words(_("By customers heard"), self.look, "small", "grey"))
        self.list = CandidateList()
        self.list.setAccessibleName(_("What customers said"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setDragEnabled(True)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.list.slot_wanted.connect(self._put_current)
        self.list.itemDoubleClicked.connect(lambda _item: self._put_current(None))
        left.addWidget(self.list, 1)
        side.addLayout(left, 3)
        self.slots = [SlotPanel(number, self.look) for number in (1, 2, 3)]
        for slot in self.slots:
            slot.wanted.connect(partial(self._slot_pressed, slot.number))
            slot.dropped.connect(partial(self._put_row, slot.number))
            slot.out_wanted.connect(partial(self._take_out, slot.number))
            slot.judged.connect(self._judge)
            side.addWidget(slot, 3)
        self.content.addLayout(side, 1)

    def read(self) -> None:
        """Show the candidates and what is in the slots."""
        row = max(self.list.currentRow(), 0)
        self._candidates = self.workshop.pick.candidates()
        self.list.clear()
        for candidate in self._candidates:
            text = _("{n}  {name}\n“{headline}”").format(
                n=candidate.customers,
                name=candidate.subject.name,
                headline=candidate.subject.headline,
            )
            item = QListWidgetItem(text)
            item.setFont(self.look.font("body"))
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._show_slots()

    def footer(self) -> Footer:
        """How many are picked, how many criteria are a yes."""
        taken = self.workshop.pick.slots()
        given = [row for slot in taken for row in self.workshop.pick.judgements(slot).values()]
        yes = sum(row.answer is Answer.YES for row in given)
        grey = _("{yes} of {all} criteria are a clear yes").format(yes=yes, all=4 * len(taken))
        return Footer(
            _("{n} of 3 picked").format(n=len(taken)), grey if taken else "", _("Make it better")
        )

    def show_refusal(self, refusal: Refusal) -> None:
        """The fourth: swap it for one of the three, or keep it on the list."""
        if isinstance(refusal, TooManyPicks):
            self.refusal.show_sentence(
                str(refusal),
                fine=_("Keep on the list"),
                other=_("Swap for …"),
                otherwise=self._begin_swap,
                full=True,
            )
        else:
            super().show_refusal(refusal)

    def _show_slots(self) -> None:
        taken = self.workshop.pick.slots()
        for panel in self.slots:
            pick = taken.get(panel.number)
            if pick is None:
                panel.show_free(first_is_full=1 in taken)
            else:
                subject = pick_subject(self.workshop.store, pick)
                panel.show_pick(subject, pick, self.workshop.pick.judgements(panel.number))

    def _put_current(self, slot: int | None) -> None:
        self._put_row(slot, self.list.currentRow())

    def _put_row(self, slot: int | None, row: int) -> None:
        if 0 <= row < len(self._candidates):
            self._wanted = self._candidates[row].subject
            wanted = self._wanted
            self.bridge.do(lambda: self.workshop.pick.put(wanted, slot))

    def _slot_pressed(self, number: int) -> None:
        """Click a line, then click a slot: the way without a drag; or the second half of a swap."""
        taken = self.workshop.pick.slots()
        if self._swapping and self._wanted is not None and number in taken:
            wanted, old = self._wanted, pick_subject(self.workshop.store, taken[number])
            self._end_swap()
            self.bridge.do(lambda: self.workshop.pick.swap(wanted, old))
        elif number not in taken:
            self._put_current(number)

    def _begin_swap(self) -> None:
        self._swapping = True
        for panel in self.slots:
            panel.offer(_("Swap for this one"))
        self.slots[0].press.setFocus()

    def _end_swap(self) -> None:
        self._swapping = False
        for panel in self.slots:
            panel.offer("")

    def _take_out(self, number: int) -> None:
        self.bridge.do(lambda: self.workshop.pick.take_out(number))

    def _judge(self, number: int, criterion: Criterion, answer: Answer, reason: str) -> None:
        self.bridge.do(lambda: self.workshop.pick.judge(number, criterion, answer, reason))
