"""Stop 4, Pick up to three: lines on one side, three slots on the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.errors import Refusal, TooManyPicks
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import Criterion, CriterionAnswer, PersonId, Pick
from cxworkshop.queries.subjects import Subject
from cxworkshop.stops.pick import Candidate
from ui.dialogs.ballot_entry import BallotEntryDialog
from ui.stops.page import StopPage
from ui.stops.pick.candidates import CandidateList
from ui.stops.pick.slots import SlotPanel
from ui.theme.motion import HOME, glide
from ui.widgets.buttons import Button
from ui.widgets.drag_overlay import DragOverlay, Snapshot
from ui.widgets.flow_layout import FlowLayout, SideBySide
from ui.widgets.footer import Footer
from ui.widgets.labels import Label, Panel, button, small_button
from ui.widgets.lists import AddLine
from ui.widgets.scroll_area import scrolling


class Deciders(StopPage):
    """Who decides: the doers, ticked by name; and what their ballots say."""

    _half_ballots = ""

    def _decides(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self.theme.px(8))
        self._label = Label(_("Who decides"), self.theme, "field", "grey")
        self._label.setWordWrap(False)
        self._add_decider = AddLine(_("add a name"), self._new_decider)
        self._add_decider.setFixedWidth(self.theme.px(120))
        names = QWidget()
        self._names = FlowLayout(self.theme.px(7))
        names.setLayout(self._names)
        self._names.addWidget(self._label)
        self._names.addWidget(self._add_decider)
        line.addWidget(names, 1)
        ballots = small_button(_("Type in the ballots"), lead="paper")
        ballots.show_key("Ctrl+G")
        ballots.clicked.connect(lambda _on=False: self.from_paper())
        line.addWidget(ballots, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _show_deciders(self) -> None:
        chosen = set(self.workshop.pick.deciders())
        people = [(person.id, person.name) for person in self.workshop.people.all()]
        shown = [
            (chip.property("person"), chip.words, chip.isChecked())
            for chip in self.findChildren(Button)
            if chip.property("person") and not chip.isHidden()
        ]
        if shown == [(who, name, who in chosen) for who, name in people]:
            return
        self._names.keep(self._label, self._add_decider)
        self._names.removeWidget(self._add_decider)  # it stands behind the names
        for who, name in people:
            chip = button(name, "chip", lead="check" if who in chosen else "")
            chip.setCheckable(False)
            chip.setAccessibleName(_("{name} decides").format(name=name))
            chip.setProperty("person", who)
            chip.clicked.connect(partial(self._tick, who))
            self._names.addWidget(chip)
        self._names.addWidget(self._add_decider)

    def _tick(self, who: PersonId, _on: object = None) -> None:
        chosen = self.workshop.pick.deciders()
        now = [one for one in chosen if one != who] if who in chosen else [*chosen, who]
        self.bridge.do(lambda: self.workshop.pick.set_deciders(now))

    def _new_decider(self, name: str) -> object:
        def action() -> bool:
            with self.workshop.as_one(_("Tick who decides")):
                who = self.workshop.people.find_or_add(name)
                self.workshop.pick.set_deciders([*self.workshop.pick.deciders(), who])
            return True

        return self.bridge.do(action)

    def from_paper(self) -> None:
        """Ctrl+G: the ballots; what was half typed is there again."""
        dialog = BallotEntryDialog(self.workshop, self.theme, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.typed.connect(self.take_draft)
        dialog.begin(self._half_ballots)

    @override
    def draft(self) -> str:
        """Ballots that are half typed."""
        return self._half_ballots

    @override
    def take_draft(self, text: str) -> None:
        """They stand there when the ballots are opened again."""
        self._half_ballots = text


class Carrying(Deciders):
    """A line in the hand: the slot below it says yes, or why not."""

    slots: list[SlotPanel]
    list: CandidateList
    _hand: DragOverlay
    _candidates: Sequence[Candidate]
    _wanted: Subject | None

    def _subject(self, pick: Pick) -> Subject:
        return self.workshop.share.outcome(pick.id).subject

    def _chosen(self) -> Candidate | None:
        row = self.list.currentRow()
        return self._candidates[row] if 0 <= row < len(self._candidates) else None

    def _put_current(self, slot: int | None) -> None:
        self._put_row(slot, self.list.currentRow())

    def _put_row(self, slot: int | None, row: int) -> None:
        if 0 <= row < len(self._candidates):
            wanted = self._wanted = self._candidates[row].subject
            self.bridge.do(lambda: self.workshop.pick.put(wanted, slot))

    def _slot_at(self, place: QPoint) -> SlotPanel | None:
        found = (s for s in self.slots if s.rect().contains(s.mapFromGlobal(place)))
        return next(found, None)

    def _carry(self, row: int, place: QPoint) -> None:
        """A line hangs over the page: the slot below it says yes, or why not."""
        subject, over = self._candidates[row].subject, self._slot_at(place)
        says, sentence = "", ""
        if over is not None:
            refusal = self.workshop.pick.why_not(subject, over.number)
            says = "no" if refusal else "yes"
            fine = _("Put it in slot {n}").format(n=over.number)
            full = _("Three is the most. Swap for one?")
            no = full if isinstance(refusal, TooManyPicks) else str(refusal)
            sentence = no if refusal else fine
        for slot in self.slots:
            slot.answer(says if slot is over else "", sentence if slot is over else "")
        self._hand.pick_up(subject.headline)
        self._hand.carry(self.mapFromGlobal(place), says, sentence)

    def _let_go(self, row: int, place: QPoint) -> None:
        over, before = self._slot_at(place), self.workshop.store.seq
        seen = self._hand.snapshot()
        self._empty_hand()
        if over is not None:
            self._put_row(over.number, row)
        if self.workshop.store.seq == before:
            self._glide_home(seen)

    def _put_back(self) -> None:
        seen = self._hand.snapshot()
        self._empty_hand()
        self._glide_home(seen)

    def _empty_hand(self) -> None:
        self._hand.let_go()
        for slot in self.slots:
            slot.answer("")

    def _glide_home(self, seen: Snapshot) -> None:
        row = self.list.currentItem()
        if seen is not None and row is not None:
            corner = self.list.visualItemRect(row).topLeft()
            home = self.mapFromGlobal(self.list.viewport().mapToGlobal(corner))
            glide(self, seen, home, HOME)


class PickPage(Carrying):
    """Put in by drag, by 1/2/3, by menu, by click-click; the fourth is refused with a way on."""

    key = "pick"

    @override
    def build(self) -> None:
        """The list on the left, the slots on the right, the refusal at their foot."""
        self._wanted: Subject | None = None
        self._swapping = False
        self._candidates = ()
        self.content.addLayout(self._decides())
        side = SideBySide(self.theme.px(20), self.theme.px(870))
        side.line.addWidget(self._left(), 4)
        side.line.addWidget(self._right(), 9)
        self.content.addWidget(scrolling(side, by_finger=False), 1)
        self._hand = DragOverlay(self, self.theme)

    def _right(self) -> QWidget:
        made = QWidget()
        right = QVBoxLayout(made)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(self.theme.px(12))
        places = SideBySide(self.theme.px(12), self.theme.px(560))
        self.slots = [SlotPanel(number, self.theme) for number in (1, 2, 3)]
        for slot in self.slots:
            slot.wanted.connect(partial(self._slot_pressed, slot.number))
            slot.out_wanted.connect(partial(self._take_out, slot.number))
            slot.smaller_wanted.connect(partial(self._make_smaller, slot.number))
            slot.judged.connect(partial(self._judge, slot.number))
            places.line.addWidget(slot, 1)
        right.addWidget(places, 1)
        right.addWidget(self.refusal)
        return made

    @override
    def enter(self) -> None:
        """The list has the keys, so 1, 2 and 3 work at once."""
        super().enter()
        self.list.setFocus()

    @override
    def read(self) -> None:
        """Show the candidates and what is in the slots."""
        self._candidates = self.workshop.pick.candidates()
        self.list.show_candidates(self._candidates)
        self._asked.setText(
            _("By customers heard, of {n}").format(n=self.workshop.talk.customers_asked())
        )
        self.list.setVisible(bool(self._candidates))
        self._nothing.setVisible(not self._candidates)
        self._show_slots()
        self._show_deciders()

    @override
    def footer(self) -> Footer:
        """How many are picked, how many criteria are a yes."""
        taken = self.workshop.pick.slots()
        given = [row for slot in taken for row in self.workshop.pick.judgements(slot).values()]
        yes = sum(row.answer is CriterionAnswer.YES for row in given)
        text = ngettext("1 picked", "{n} of 3 picked", len(taken))
        grey = _("{yes} of {all} criteria are a clear yes").format(yes=yes, all=4 * len(taken))
        fine = _("One is fine. Three is the most.")
        bold = text.format(n=len(taken)) if taken else _("Nothing is picked yet")
        return Footer(bold, grey if given else fine, _("Make it better"))

    @override
    def show_refusal(self, refusal: Refusal) -> None:
        """The fourth: swap it for one of the three, or keep it on the list."""
        if isinstance(refusal, TooManyPicks):
            self.refusal.show_sentence(
                str(refusal),
                fine=_("Keep on the list"),
                other=_("Swap for …"),
                otherwise=self._begin_swap,
                leave=self.list.setFocus,
                full=True,
            )
        else:
            super().show_refusal(refusal)

    def _left(self) -> Panel:
        panel = Panel(self.theme)
        panel.setMinimumSize(self.theme.px(280), self.theme.px(200))
        panel.box.setContentsMargins(1, self.theme.px(8), 1, self.theme.px(8))
        panel.box.setSpacing(self.theme.px(6))
        head = QHBoxLayout()
        head.setContentsMargins(self.theme.px(12), 0, self.theme.px(12), 0)
        self._asked = Label("", self.theme, "small", "grey")
        head.addWidget(self._asked, 1)
        slot = Label(_("in slot"), self.theme, "small", "grey")
        slot.setWordWrap(False)
        head.addWidget(slot)
        panel.box.addLayout(head)
        self.list = CandidateList(self.theme)
        self.list.setObjectName("inside")
        self.list.slot_wanted.connect(self._put_current)
        self.list.itemDoubleClicked.connect(lambda _item: self._put_current(None))
        self.list.carried.connect(self._carry)
        self.list.let_go.connect(self._let_go)
        self.list.put_back.connect(self._put_back)
        self.list.currentRowChanged.connect(lambda _row: self._show_slots())
        panel.box.addWidget(self.list, 1)
        empty = _("The big list comes first: nothing to pick from yet.")
        self._nothing = Label(empty, self.theme, "body", "grey")
        self._nothing.setContentsMargins(self.theme.px(12), 0, self.theme.px(12), 0)
        panel.box.addWidget(self._nothing)
        panel.box.addStretch(0)
        return panel

    def _show_slots(self) -> None:
        taken = self.workshop.pick.slots()
        heard = {c.slot: c.customers for c in self._candidates if c.slot}
        chosen = self._chosen()
        for panel in self.slots:
            pick = taken.get(panel.number)
            if pick is None:
                panel.show_free(first_is_full=1 in taken, press=bool(chosen and not chosen.slot))
            else:
                subject = self._subject(pick)
                given = self.workshop.pick.judgements(panel.number)
                panel.show_pick(subject, pick, given, heard.get(panel.number, 0))

    def _slot_pressed(self, number: int) -> None:
        """Click a line, then click a slot: the way without a drag; or the second half of a swap."""
        taken = self.workshop.pick.slots()
        if self._swapping and self._wanted is not None and number in taken:
            wanted, old = self._wanted, self._subject(taken[number])
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

    def _make_smaller(self, number: int) -> None:
        """Too big for thirty days? The pick gets a title of its own; the words below it stay."""
        pick = self.workshop.pick.in_slot(number)
        now = pick.title or self._subject(pick).headline
        ask = _("What part of it can be done in 30 days?")
        text, typed = QInputDialog.getText(self, _("Make it smaller"), ask, text=now)
        if typed and text.strip():
            self.bridge.do(lambda: self.workshop.make_better.rename(pick.id, text))

    def _judge(
        self, number: int, criterion: Criterion, answer: CriterionAnswer, reason: str
    ) -> None:
        pick = self.workshop.pick
        if not self.bridge.attempt(lambda: pick.judge(number, criterion, answer, reason)):
            self._show_slots()
