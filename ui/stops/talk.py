"""Stop 2, Talk to customers: one big box, always in focus."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _, ngettext
from cxworkshop.model import Card, CardId, ConversationId, Customer, VerbatimId
from cxworkshop.readings.board import BoardCard
from ui.foot import Footer
from ui.lists import Lines
from ui.scrolling import scrolling
from ui.stops.page import StopPage
from ui.talk.beside import HeardPanels
from ui.talk.capture import CaptureBox
from ui.talk.heard import Typed, TypedLine
from ui.talk.strip import Strip
from ui.talk.ways import WayChips
from ui.words import Words, small_button

JUST_TYPED = 12
NARROW = 860  # pixels of a page at 100 %, below which panels stand under one another
BREAK = "\x1f"  # between the parts of a draft


class TalkPage(StopPage):
    """The capture box with what sticks above it and what was typed below it."""

    key = "talk"

    def build(self) -> None:
        """The box on the left, what was heard by the ten ways on the right."""
        self._talk: ConversationId | None = None
        self._last: CardId | None = None
        self._correcting: VerbatimId | None = None
        bring = small_button(_("Import a list"), lead="import")
        bring.clicked.connect(lambda _on=False: self.wanted.emit("import"))
        self.tools.addWidget(bring)
        inside = QWidget()
        self._side = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._side.setContentsMargins(0, self.look.px(8), 0, 0)
        self._side.setSpacing(self.look.px(20))
        self._side.addLayout(self._left(), 1)
        self.heard = HeardPanels(self.look)
        self.heard.next_asked.connect(self._ask_next)
        self._side.addWidget(self.heard)
        self.content.addWidget(scrolling(inside), 1)

    def _left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setContentsMargins(4, 0, 4, 0)  # the focus ring lies outside the box
        left.setSpacing(self.look.px(10))
        self.strip = Strip(self.look)
        self.strip.show_day(self.workshop.today)
        self.capture = CaptureBox(self.look)
        self.capture.saved.connect(self._save)
        self.capture.agreed.connect(self._agree)
        self.capture.last_wanted.connect(self._bring_last_back)
        self.capture.left.connect(self._leave_correcting)
        self.ways = WayChips(self.workshop.prepare.ways(), self.look, self)
        self.ways.turned.connect(self.capture.setFocus)
        for part in (self.strip, self.capture, self.ways):
            left.addWidget(part)
        left.addWidget(Words(_("Just typed"), self.look, "h2"))
        self._typed = Lines(self.look, _("Just typed"))
        self._typed.set_gap(0)
        self._typed.take_what_is_left(self.look.px(92))
        left.addWidget(self._typed, 1)
        return left

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own
        """With large text the panels stand below the box, not beside it."""
        super().resizeEvent(event)
        beside = self.width() >= self.look.px(NARROW)
        way = QBoxLayout.Direction
        self._side.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self.heard.setFixedWidth(self.look.px(286) if beside else self.width() - self.look.px(70))

    def enter(self) -> None:
        """The box has the focus, always."""
        super().enter()
        self.capture.setFocus()

    def read(self) -> None:
        """Show what was typed last and what was heard of the ten ways."""
        prepare = self.workshop.prepare
        board = self.workshop.big_list.board()
        cards = sorted((c for c in board.cards if c.rounds == 1), key=lambda card: -card.code)
        ways = {way.id: way.name for way in prepare.ways()}
        rows = []
        for card in cards[:JUST_TYPED]:
            rows.append(Typed(self._line(card, ways.get(card.way or "", "")), self.look))
            rows[-1].clicked.connect(lambda _on=False, card=card: self._correct(card))
        self._typed.show_rows(rows)
        self.heard.show_heard(prepare.ways(), self.workshop.talk.heard_by_way())
        missing = self.workshop.talk.unanswered_ways()
        asks = {way.id: prepare.questions_of(way.id)[:1] for way in missing}
        words = {way: rows[0].words for way, rows in asks.items() if rows}
        self.heard.show_missing(missing if len(missing) < len(ways) else (), words)
        customers = self.workshop.talk.customers()
        self.strip.show_next(customers[-1].number + 1 if customers else 1)
        kinds = {row.words: None for row in prepare.served() if row.serve}
        kinds |= {row.kind: None for row in customers if row.kind}
        people = [person.name for person in self.workshop.people.all()]
        asked = [question for question in prepare.questions() if question.ticked]
        self.strip.offer(asked, list(kinds), people)

    def footer(self) -> Footer:
        """ "31 things said by 9 customers", and who is next."""
        said, customers = self.workshop.talk.heard()
        things = ngettext("{n} thing said", "{n} things said", said).format(n=said)
        by = ngettext("by {n} customer", "by {n} customers", customers).format(n=customers)
        grey = _("Enter keeps the correction, Esc leaves it") if self._correcting else ""
        who = self.strip.who if self._talk else ""
        who = _("customer {n}").format(n=who) if who.isdecimal() else who
        onward = _("That was {who}, next customer").format(who=who) if who else _("Next customer")
        return Footer(f"{things} {by}", grey, onward, "Ctrl+N")

    def go_on(self) -> None:
        """The button at the foot."""
        self.next_customer()

    def next_customer(self) -> None:
        """End this talk: from now on corrections keep the first version."""
        talk = self._talk
        if talk is not None and self.workshop.talk.is_there(talk):
            self.bridge.do(lambda: self.workshop.talk.end(talk))
        self._talk = None
        self.strip.show_customer("")
        self.strip.show_day(self.workshop.today)
        self.capture.setFocus()
        self.footed.emit()

    def draft(self) -> str:
        """Half-typed words, and what sticks above them."""
        parts = (self.capture.toPlainText(), *self.strip.words())
        return BREAK.join(parts) if any(parts) else ""

    def take_draft(self, text: str) -> None:
        """Put them back."""
        words, *sticks = text.split(BREAK)
        self.capture.setPlainText(words)
        self.strip.put_words(*sticks)

    def _line(self, card: BoardCard, way: str) -> TypedLine:
        first = [self.workshop.talk.customer_of(verbatim) for verbatim in card.verbatims[:1]]
        whose = _("no. {n}").format(n=first[0].number) if first else ""
        return TypedLine(card.code, card.words, way, whose)

    def _ask_next(self) -> None:
        """The first way without an answer: its question above the box, its chip chosen."""
        missing = self.workshop.talk.unanswered_ways()
        if not missing:
            return
        questions = self.workshop.prepare.questions_of(missing[0].id)
        if questions and not questions[0].ticked:
            self.bridge.do(lambda: self.workshop.prepare.tick(questions[0].id, ticked=True))
        self.strip.ask(questions[0].id if questions else None)
        self.ways.choose(missing[0].id)

    def _save(self, words: str) -> None:
        correcting = self._correcting
        if correcting is not None:
            if self.bridge.did(lambda: self.workshop.talk.correct(correcting, words)):
                self._leave_correcting()
            return
        card = self.bridge.do(lambda: self._say(words))
        if card is not None:
            self._last = card.id
            self.capture.clear()
            self.ways.choose(None)
            self.footed.emit()

    def _say(self, words: str) -> Card:
        talks, strip = self.workshop.talk, self.strip
        with self.workshop.as_one(_("Add a card")):
            who = self._who()
            asker = self.workshop.people.named(strip.asked_by) if strip.asked_by else None
            talk = talks.begin(who.id, asked_by=asker, day=strip.day)
            card = talks.say(words, talk.id, way=self.ways.chosen, question=strip.question)
        self._talk = talk.id
        strip.show_customer(who.name or str(who.number), who.kind)
        return card

    def _who(self) -> Customer:
        """A number or a name that is known means that customer; anything else is somebody new."""
        typed, kind, talks = self.strip.who, self.strip.kind, self.workshop.talk
        known = talks.known(typed)
        if known is not None:
            return known
        number = typed.removeprefix("#")
        if number.isdecimal():
            return talks.next_customer(kind=kind, number=int(number))
        return talks.next_customer(kind=kind, name=typed or None)

    def _agree(self) -> None:
        last = self._last
        board = self.workshop.big_list.board()
        if last is not None and any(card.id == last for card in board.cards):
            self.bridge.do(lambda: self.workshop.talk.agree(last, kind=self.strip.kind))

    def _bring_last_back(self) -> None:
        cards = [c for c in self.workshop.big_list.board().cards if c.id == self._last]
        for card in cards:
            self._correct(card)

    def _correct(self, card: BoardCard) -> None:
        """Its words are in the box again; Enter keeps the correction, Esc leaves it."""
        said = next((row for row in card.verbatims if row.said), None)
        if said is None:
            return
        self._correcting = said.id
        self.capture.setPlainText(said.said or "")
        self.capture.selectAll()
        self.capture.setFocus()
        self.footed.emit()

    def _leave_correcting(self) -> None:
        if self._correcting is not None:
            self._correcting = None
            self.capture.clear()
        self.footed.emit()
