"""Stop 2, Talk to customers: one big box, always in focus."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from cxworkshop.i18n import _
from cxworkshop.model import Card, ConversationId, Customer, CustomerId
from ui.foot import Footer
from ui.lists import Lines, row
from ui.stops.page import StopPage
from ui.words import Panel, Words, button

JUST_TYPED = 12
CHIPS_A_ROW = 5


class CaptureBox(QPlainTextEdit):
    """Enter saves, Shift+Enter is a new line, Ctrl+Enter is "another said the same"."""

    saved = Signal(str)
    agreed = Signal()
    last_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's own
        """The keys that a facilitator's fingers know; Up only from an empty box."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.agreed.emit()
        elif enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.saved.emit(self.toPlainText())
        elif event.key() == Qt.Key.Key_Up and not self.toPlainText():
            self.last_wanted.emit()
        else:
            super().keyPressEvent(event)


class TalkPage(StopPage):
    """The capture box with what sticks above it and what was typed below it."""

    key = "talk"

    def build(self) -> None:
        """The box on the left, what was heard by the ten ways on the right."""
        self._customer: CustomerId | None = None
        self._talk: ConversationId | None = None
        self._last: Card | None = None
        side = QHBoxLayout()
        side.setSpacing(self.look.px(24))
        left = QVBoxLayout()
        left.setSpacing(self.look.px(10))
        left.addLayout(self._strip())
        left.addWidget(self._box())
        left.addLayout(self._ways())
        left.addWidget(Words(_("Just typed"), self.look, "h2"))
        self._typed = Lines(self.look, _("Just typed"))
        left.addWidget(self._typed, 1)
        side.addLayout(left, 8)
        side.addWidget(self._heard(), 3)
        self.content.addLayout(side, 1)

    def enter(self) -> None:
        """The box has the focus, always."""
        super().enter()
        self.capture.setFocus()

    def read(self) -> None:
        """Show what was typed last and what was heard of the ten ways."""
        cards = sorted(self.workshop.big_list.board().cards, key=lambda card: -card.code)
        names = {way.id: way.name for way in self.workshop.prepare.ways()}
        self._typed.show_rows(
            [
                row(
                    self.look,
                    f"{card.code}   “{card.words}”",
                    role="verbatim_list",
                    grey=names.get(card.way or "", ""),
                )
                for card in cards[:JUST_TYPED]
            ]
        )
        counts: dict[str, int] = {}
        for card in cards:
            if card.way:
                counts[card.way] = counts.get(card.way, 0) + 1
        self._by_way.show_rows(
            [
                row(
                    self.look,
                    f"{n % 10} {way.name}",
                    grey="●" * min(counts.get(way.id, 0), 10) or "–",
                )
                for n, way in enumerate(self.workshop.prepare.ways(), start=1)
            ]
        )

    def footer(self) -> Footer:
        """ "31 things said by 9 customers", and whether all is on the disk."""
        said, customers = self.workshop.talk.heard()
        text = _("{said} things said by {customers} customers")
        return Footer(text.format(said=said, customers=customers), "", _("Next customer (Ctrl+N)"))

    def go_on(self) -> None:
        """The button at the foot is for the next customer."""
        self.next_customer()

    def next_customer(self) -> None:
        """End this talk: from now on corrections keep the first version."""
        talk = self._talk
        if talk is not None:
            self.bridge.do(lambda: self.workshop.talk.end(talk))
        self._customer = self._talk = None
        self._number.clear()
        self._kind.clear()
        self.capture.setFocus()

    def _strip(self) -> QHBoxLayout:
        strip = QHBoxLayout()
        self._number, self._kind, self._asked_by = QLineEdit(), QLineEdit(), QLineEdit()
        for title, field, hint in (
            (_("Customer"), self._number, _("next number")),
            (_("Kind"), self._kind, _("regular, new …")),
            (_("Asked by"), self._asked_by, _("who of us")),
        ):
            column = QVBoxLayout()
            column.setSpacing(self.look.px(2))
            column.addWidget(Words(title, self.look, "small", "grey"))
            field.setPlaceholderText(hint)
            field.setAccessibleName(title)
            column.addWidget(field)
            strip.addLayout(column)
        strip.addStretch(1)
        return strip

    def _box(self) -> CaptureBox:
        self.capture = CaptureBox()
        self.capture.setProperty("kind", "box")
        self.capture.setAccessibleName(_("What the customer said"))
        self.capture.setPlaceholderText(
            _("Type what the customer said, just as they said it. Enter saves.")
        )
        self.capture.setFont(self.look.font("verbatim_box"))
        self.capture.setTabChangesFocus(True)
        self.capture.setFixedHeight(self.look.px(122))
        self.capture.saved.connect(self._save)
        self.capture.agreed.connect(self._agree)
        self.capture.last_wanted.connect(self._bring_back)
        return self.capture

    def _ways(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self.look.px(6))
        grid.setColumnStretch(CHIPS_A_ROW, 1)
        self._way = QButtonGroup(self)
        self._way.setExclusive(False)
        for n, way in enumerate(self.workshop.prepare.ways(), start=1):
            chip: QPushButton = button(f"{n % 10} {way.name}", "chip")
            chip.setCheckable(True)
            QShortcut(QKeySequence(f"Alt+{n % 10}"), self, chip.click)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            chip.setProperty("way", way.id)
            chip.clicked.connect(lambda on, chosen=chip: self._only(chosen if on else None))
            self._way.addButton(chip)
            grid.addWidget(chip, (n - 1) // CHIPS_A_ROW, (n - 1) % CHIPS_A_ROW)
        return grid

    def _only(self, chosen: QPushButton | None) -> None:
        for chip in self._way.buttons():
            chip.setChecked(chip is chosen)
        self.capture.setFocus()

    def _heard(self) -> Panel:
        panel = Panel(self.look)
        panel.box.addWidget(Words(_("Heard so far, by the ten ways"), self.look, "label", "accent"))
        self._by_way = Lines(self.look, _("Heard so far, by the ten ways"))
        panel.box.addWidget(self._by_way, 1)
        return panel

    def _save(self, words: str) -> None:
        card = self.bridge.do(lambda: self._say(words))
        if card is not None:
            self._last = card
            self.capture.clear()
            self._only(None)

    def _say(self, words: str) -> Card:
        with self.workshop.as_one(_("Add a card")):
            customer = self._who()
            asked = self._asked_by.text().strip()
            asker = self.workshop.people.named(asked) if asked else None
            talk = self.workshop.talk.begin(customer, asked_by=asker)
            card = self.workshop.talk.say(words, talk.id, way=self._chosen_way())
        self._customer, self._talk = customer, talk.id
        return card

    def _who(self) -> CustomerId:
        """Who sticks from answer to answer; a number that is typed means that customer."""
        number = self._number.text().strip()
        if number.isdecimal():
            known: Customer | None = self.workshop.talk.customer(int(number))
            wanted = int(number)
            return (
                known or self.workshop.talk.next_customer(kind=self._kind.text(), number=wanted)
            ).id
        if self._customer is not None and self._is_there(self._customer):
            return self._customer
        return self.workshop.talk.next_customer(kind=self._kind.text()).id

    def _is_there(self, customer: CustomerId) -> bool:
        """An undo may have taken the customer away."""
        return self.workshop.store.find(Customer, customer) is not None

    def _chosen_way(self) -> str | None:
        chosen = [chip for chip in self._way.buttons() if chip.isChecked()]
        return str(chosen[0].property("way")) if chosen else None

    def _agree(self) -> None:
        last = self._last
        if last is not None and self.workshop.store.find(Card, last.id) is not None:
            self.bridge.do(lambda: self.workshop.talk.agree(last.id, kind=self._kind.text()))

    def _bring_back(self) -> None:
        if self._last is not None:
            board = self.workshop.big_list.board()
            words = [card.words for card in board.cards if card.id == self._last.id]
            self.capture.setPlainText(words[0] if words else "")
