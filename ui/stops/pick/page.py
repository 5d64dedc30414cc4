"""Stop 4, Pick up to three: candidates on one side, three slots on the other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.errors import Refusal, TooManyPicks
from cxworkshop.i18n import _
from cxworkshop.model import Criterion, CriterionAnswer, Pick
from cxworkshop.queries.subjects import Subject
from ui.dialogs.ballot_entry import BallotEntryDialog
from ui.dialogs.still_open import put_down
from ui.stops.page import StopPage
from ui.stops.pick.asking import decide_between, make_smaller
from ui.stops.pick.candidates_panel import CandidatesPanel
from ui.stops.pick.deciders_bar import DecidersBar
from ui.stops.pick.footer import footer_of
from ui.stops.pick.head_tools import PickTools
from ui.stops.pick.pick_room import PickRoom
from ui.stops.pick.slot_drag import SlotDrag
from ui.stops.pick.slot_swap import SlotSwap
from ui.stops.pick.slots import SlotPanel
from ui.widgets.footer import Footer
from ui.widgets.open_lines import open_lines
from ui.widgets.still_open_panel import StillOpenPanel


class PickPage(StopPage):
    """Pick by drag, by 1/2/3, by menu or by two clicks; a fourth is refused or swapped in."""

    key = "pick"

    @override
    def build(self) -> None:
        """Candidates on the left, slots on the right, the refusal below the slots."""
        self._half_typed_ballots = ""
        self.last_put: Subject | None = None  # what a swap brings in
        self.still_open = StillOpenPanel(self.theme)
        self.still_open.wanted.connect(lambda line: self.place_requested.emit(line.place))
        self.still_open.put_down_wanted.connect(lambda line: put_down(self.bridge, line, self))
        self.still_open.all_wanted.connect(lambda: self.action_requested.emit("still_open"))
        self._deciders = DecidersBar(self.bridge, self.theme)
        self._candidates = self._build_candidates()
        self.list = self._candidates.list
        self.slots = self._build_slots()
        above = QWidget()  # which can be hidden; the panel hides itself while nothing is open
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.still_open)
        parts = (above, self._deciders, self._candidates, self.slots, self.refusal)
        self._room = PickRoom(self.theme, *parts, parent=self)
        self._pick_tools = PickTools(self, self.tools)
        self._pick_tools.ballots_wanted.connect(self.from_paper)
        self._pick_tools.all_open_wanted.connect(lambda: self.action_requested.emit("still_open"))
        self._room.arranged.connect(self._show_open)
        self.content.addWidget(self._room, 1)
        self._room.take_head(self, self.head_bar, self.content)
        self._swap = SlotSwap(self.bridge, self.slots, self._in_slot, self.list.setFocus)
        self._drag = SlotDrag(
            self, self.theme, self.workshop, self._candidates, self.slots, self._put
        )

    def _build_candidates(self) -> CandidatesPanel:
        panel = CandidatesPanel(self.theme)
        panel.list.slot_wanted.connect(self._put_chosen)
        panel.empty.wanted.connect(lambda: self.stop_requested.emit(3))
        panel.list.decision_wanted.connect(partial(decide_between, self.bridge, self))
        panel.list.doubleClicked.connect(lambda _index: self._put_chosen(None))
        panel.offer_changed.connect(self._show_slots)
        return panel

    def _build_slots(self) -> list[SlotPanel]:
        slots = [SlotPanel(number, self.theme) for number in (1, 2, 3)]
        for slot in slots:
            slot.wanted.connect(partial(self._slot_pressed, slot.number))
            slot.out_wanted.connect(partial(self._take_out, slot.number))
            slot.smaller_wanted.connect(partial(make_smaller, self.bridge, self, slot.number))
            slot.judged.connect(partial(self._judge, slot.number))
        return slots

    @override
    def keyboard_home(self) -> QWidget | None:
        """Return the list, or without a card the way to where cards come from."""
        return self.list if self.list.isVisible() else None

    @override
    def enter(self) -> None:
        """Give the list the focus, so that 1, 2 and 3 work at once."""
        super().enter()
        self.list.setFocus()

    @override
    def read(self) -> None:
        """Show the candidates, what is in the slots, and who decides."""
        served = any(kind.serve for kind in self.workshop.prepare.served.all())
        self._candidates.show_candidates(
            self.workshop.pick.candidates(),
            self.workshop.talk.customers.asked_so_far(),
            served=served,
        )
        self._swap.end()
        self._show_slots()
        self._room.fold_what_is_judged()
        self._deciders.read()
        self._show_open()

    def _show_open(self) -> None:
        if self.bridge.is_closed:
            return  # the room was arranged meanwhile
        self.still_open.show_open(self.workshop, picking=bool(self.workshop.pick.slots()))
        lines = open_lines(self.workshop, self.workshop.open_promises.now())
        self._pick_tools.count_open(len(lines), has_panel=not self._room.is_narrow)

    @override
    def footer(self) -> Footer:
        """Count the picks, and the criteria that are a yes."""
        return footer_of(self.workshop)

    @override
    def show_refusal(self, refusal: Refusal) -> None:
        """For a fourth pick, offer to swap it for one of the three or to keep it on the list."""
        if isinstance(refusal, TooManyPicks):
            self.refusal.show_sentence(
                str(refusal),
                fine=_("Keep on the list"),
                other=_("Swap for …"),
                otherwise=lambda: self._swap.begin(self.last_put),
                leave=self.list.setFocus,
                full=True,
            )
        else:
            super().show_refusal(refusal)

    def from_paper(self) -> None:
        """Ctrl+G: open the ballots, with what was half typed."""
        dialog = BallotEntryDialog(self.workshop, self.theme, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.typed.connect(self.take_draft)
        dialog.begin(self._half_typed_ballots)

    @override
    def draft(self) -> str:
        """Return ballots that are half typed."""
        return self._half_typed_ballots

    @override
    def take_draft(self, text: str) -> None:
        """Keep half-typed ballots for the next time the dialog is opened."""
        self._half_typed_ballots = text

    def _put(self, subject: Subject, slot: int | None) -> None:
        self.last_put = subject
        self.bridge.do(lambda: self.workshop.pick.put(subject, slot))

    def _put_chosen(self, slot: int | None) -> None:
        chosen = self._candidates.chosen
        if chosen is not None:
            self._put(chosen.subject, slot)

    def _show_slots(self) -> None:
        taken = self.workshop.pick.slots()
        heard = {row.slot: row.customers for row in self._candidates.candidates if row.slot}
        for panel in self.slots:
            pick = taken.get(panel.number)
            if pick is None:
                panel.show_free(first_is_full=1 in taken, button=self._candidates.offers)
            else:
                given = self.workshop.pick.judgements(panel.number)
                count = heard.get(panel.number)  # None of a card that was grouped since
                count = self.workshop.pick.customers(pick) if count is None else count
                panel.show_pick(self._subject(pick), pick, given, count)

    def _subject(self, pick: Pick) -> Subject:
        return self.workshop.share.outcome(pick.id).subject

    def _slot_pressed(self, number: int) -> None:
        """Put the chosen line into a free slot, or finish a swap with the pick of a full one."""
        if self._swap.is_on:
            self._swap.take(number)
        elif self._in_slot(number) is None:
            self._put_chosen(number)

    def _in_slot(self, number: int) -> Subject | None:
        pick = self.workshop.pick.slots().get(number)
        return self._subject(pick) if pick is not None else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc leave a swap."""
        if event.key() == Qt.Key.Key_Escape and self._swap.is_on:
            self._swap.leave()
        else:
            super().keyPressEvent(event)

    def _take_out(self, number: int) -> None:
        self.bridge.do(lambda: self.workshop.pick.take_out(number))

    def _judge(
        self, number: int, criterion: Criterion, answer: CriterionAnswer, reason: str
    ) -> None:
        picks, slot = self.workshop.pick, self.slots[number - 1]
        had_keyboard = slot.criteria.has_keyboard(criterion)
        if not self.bridge.attempt(lambda: picks.judge(number, criterion, answer, reason)):
            self._show_slots()
        elif had_keyboard:
            self._go_on_from(slot)

    def _go_on_from(self, judged: SlotPanel) -> None:
        """Bring the keyboard to the next criterion without an answer, of this pick first; or back
        to the list."""
        place = self.slots.index(judged)
        in_order = (*self.slots[place:], *self.slots[:place])
        open_ = next((slot for slot in in_order if slot.wants_answers), None)
        if open_ is None:
            self.list.setFocus()
        else:
            open_.fold(on=False)
            open_.criteria.take_keys()
