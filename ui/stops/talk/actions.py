"""What a person can do at stop 2, one method each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from cxworkshop.i18n import _, ngettext
from cxworkshop.model import CardId, ConversationId, Customer, QuestionId, VerbatimId
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge


@dataclass(frozen=True)
class AnswerContext:
    """What stays from answer to answer: customer, kind, who asks, question and day.

    `wants_to_hear` is of the customer: whether they want to hear what becomes of it.
    """

    who: str = ""
    kind: str = ""
    asked_by: str = ""
    question: QuestionId | None = None
    day: date | None = None
    wants_to_hear: bool = False


@dataclass(frozen=True)
class SheetAnswer:
    """One line of a paper sheet, or pasted; `good` marks praise, which makes no card.

    With `card` the words go to that card, which comes back if it had left the list.
    """

    words: str
    question: QuestionId | None = None
    way: str | None = None
    good: bool = False
    card: CardId | None = None


@dataclass(frozen=True)
class PastedAnswers:
    """Pasted lines, each with the card that it raises again, or None for a new one.

    `each` says that every line is from a customer of its own.
    """

    lines: tuple[str, ...]
    raised: tuple[CardId | None, ...]
    each: bool


class TalkActions:
    """The current conversation, its customer, and the card that was typed last."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.talk: ConversationId | None = None
        self.last: CardId | None = None
        self.customer: Customer | None = None

    @property
    def workshop(self) -> Workshop:
        return self._bridge.workshop

    def say(self, words: str, context: AnswerContext, way: str | None) -> bool:
        """Add a card; return whether it was done."""
        return self._say_in(_("Add a card"), [SheetAnswer(words, context.question, way)], context)

    def say_many(self, pasted: PastedAnswers, context: AnswerContext, way: str | None) -> bool:
        """Add a card for each line, or the line to the card that it raises again, as one step."""
        title = _title_of(pasted)
        rows = [
            SheetAnswer(line, context.question, way, card=card)
            for line, card in zip(pasted.lines, pasted.raised, strict=True)
        ]
        if pasted.each:
            return self._say_each(title, rows, context)
        return self._say_in(title, rows, context)

    def _say_each(self, title: str, rows: Sequence[SheetAnswer], context: AnswerContext) -> bool:
        """Add each row as what a new customer said; who is in the context stays out of it."""
        talks = self.workshop.talk

        def whole() -> CardId | None:
            talks.refuse_without_room([row.words for row in rows])
            last = None
            with self.workshop.as_one(title):
                for row in rows:
                    talk = self._begin(talks.next_customer(kind=context.kind), context)
                    last = self._write(row, talk)
                    talks.end(talk)
            return last

        last = self._bridge.do(whole)
        self.last = last or self.last
        return last is not None

    def _write(self, row: SheetAnswer, talk: ConversationId) -> CardId | None:
        """Add one answer; return its card, or None for praise."""
        talks = self.workshop.talk
        if row.good:
            talks.praise(row.words, talk)
            return None
        if row.card is not None:
            talks.say_also(row.words, talk, row.card)
            return row.card
        return talks.say(row.words, talk, way=row.way, question=row.question).id

    def take_sheet(self, rows: Sequence[SheetAnswer], context: AnswerContext) -> bool:
        """Add everything on one customer's sheet as one step, and end their conversation."""
        done = self._say_in(_("Type in a sheet"), rows, context, ends=True)
        if done:
            self.talk = None
        return done

    def praise(self, words: str, context: AnswerContext) -> bool:
        """Add what was good: words without a card."""
        return self._say_in(_("Add what was good"), [SheetAnswer(words, good=True)], context)

    def say_also(self, words: str, context: AnswerContext, card: CardId) -> bool:
        """Add this customer's words to an existing card."""
        code = self.workshop.big_list.card(card).code
        title = _("Add words to card {code}").format(code=code)

        def action(talk: ConversationId) -> CardId:
            self.workshop.talk.say_also(words, talk, card)
            return card

        return self._in_talk(title, context, action)

    def agree(self, kind: str) -> bool:
        """Count another customer for the card that was typed last, if it is on the list."""
        last = self.last
        on_list = {card.id for card in self.workshop.big_list.board().cards}
        if last is None or last not in on_list:
            return False
        return self._bridge.attempt(lambda: self.workshop.talk.agree(last, kind=kind))

    def correct(
        self, verbatim: VerbatimId, words: str, way: str | None, *, good: bool = False
    ) -> bool:
        """Correct the typing, the way, and whether it is praise, as one step.

        A card whose last words turn out to be praise leaves the list; a picked one refuses it.
        """

        def action() -> None:
            talk = self.workshop.talk
            with self.workshop.as_one(_("Correct what was typed")):
                row = talk.correct(verbatim, words)
                if good and row.card is not None:
                    talk.move_to_praise(verbatim)
                    _set_aside_bare(self.workshop, row.card)
                elif not good and row.card is None:
                    talk.move_to_card(verbatim)
                if not good and row.way != way:
                    talk.tag(verbatim, way)

        return self._bridge.attempt(action)

    def set_aside(self, verbatim: VerbatimId) -> bool:
        """Set an answer aside, and with the last one its card. A picked card refuses it."""

        def action() -> None:
            with self.workshop.as_one(_("Set an answer aside")):
                _set_aside_bare(self.workshop, self.workshop.talk.set_aside(verbatim).card)

        return self._bridge.attempt(action)

    def set_wants_to_hear(self, who: str, *, wants: bool) -> bool:
        """Note it of the customer with this number or name; False where we know none yet."""
        customers = self.workshop.talk.customers
        known = customers.find(who)
        return known is not None and self._bridge.attempt(
            lambda: customers.set_wants_to_hear(known.id, wants=wants)
        )

    def set_kind(self, who: str, kind: str) -> None:
        """Say of a customer whom we know what kind they are; of a new one it waits."""
        customers = self.workshop.talk.customers
        known = customers.find(who)
        if known is not None and known.kind != kind:
            self._bridge.attempt(lambda: customers.set_kind(known.id, kind))

    def forget_what_is_gone(self) -> bool:
        """Forget the current conversation where undo has taken it; return whether it has."""
        if self.talk is None or self.workshop.talk.exists(self.talk):
            return False
        self.talk = self.customer = self.last = None
        return True

    def end_talk(self) -> None:
        """End the conversation; from now on corrections keep the first version."""
        talk, self.talk = self.talk, None
        if talk is not None and self.workshop.talk.exists(talk):
            self._bridge.do(lambda: self.workshop.talk.end(talk))

    def _say_in(
        self, title: str, rows: Sequence[SheetAnswer], context: AnswerContext, *, ends: bool = False
    ) -> bool:
        talks = self.workshop.talk

        def action(talk: ConversationId) -> CardId | None:
            last = self.last
            talks.refuse_without_room([row.words for row in rows])
            for row in rows:
                last = self._write(row, talk) or last
            if ends:
                talks.end(talk)
            return last

        return self._in_talk(title, context, action)

    def _in_talk(
        self, title: str, context: AnswerContext, action: Callable[[ConversationId], CardId | None]
    ) -> bool:
        """Do it as one step in this customer's conversation; remember both if it was done."""

        def whole() -> tuple[Customer, ConversationId, CardId | None]:
            with self.workshop.as_one(title):
                who = self._who(context)
                if context.wants_to_hear and not who.wants_to_hear:
                    self.workshop.talk.customers.set_wants_to_hear(who.id)
                talk = self._begin(who, context)
                return who, talk, action(talk)

        done = self._bridge.do(whole)
        if done is not None:
            self.customer, self.talk, self.last = done
        return done is not None

    def _begin(self, who: Customer, context: AnswerContext) -> ConversationId:
        people = self.workshop.people
        asker = people.find_or_add(context.asked_by) if context.asked_by else None
        return self.workshop.talk.begin(who.id, asked_by=asker, day=context.day).id

    def _who(self, context: AnswerContext) -> Customer:
        """Return the customer with this number or name, or a new one."""
        typed, talks = context.who, self.workshop.talk
        known = talks.customers.find(typed)
        if known is not None:
            return known
        number = typed.removeprefix("#")
        if number.isdecimal():
            return talks.next_customer(kind=context.kind, number=int(number))
        return talks.next_customer(kind=context.kind, name=typed or None)


def _title_of(pasted: PastedAnswers) -> str:
    n, back = len(pasted.lines), len({card for card in pasted.raised if card is not None})
    if back:
        title = ngettext("Paste, {n} card comes back", "Paste, {n} cards come back", back)
        return title.format(n=back)
    return ngettext("Add {n} card", "Add {n} cards", n).format(n=n)


def _set_aside_bare(workshop: Workshop, card: CardId | None) -> None:
    """Set a card aside that says nothing any more."""
    bare = [row.id for row in workshop.big_list.board().cards if row.is_bare]
    if card in bare:
        workshop.big_list.set_aside([card])
