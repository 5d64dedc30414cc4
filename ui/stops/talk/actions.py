"""What stop 2 says to the core: one method for each thing that can be done with answers."""

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
    """What sticks from answer to answer: the customer, the kind, who asks, what and when."""

    who: str = ""
    kind: str = ""
    asked_by: str = ""
    question: QuestionId | None = None
    day: date | None = None


@dataclass(frozen=True)
class SheetAnswer:
    """One line of a paper sheet: to which question; `good` marks praise, which is no card."""

    words: str
    question: QuestionId | None = None
    way: str | None = None
    good: bool = False


class TalkActions:
    """The talk that is going on, and the card that was typed last."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.talk: ConversationId | None = None
        self.last: CardId | None = None
        self.customer: Customer | None = None

    @property
    def workshop(self) -> Workshop:
        """The open workshop."""
        return self._bridge.workshop

    def say(self, words: str, sticks: AnswerContext, way: str | None) -> bool:
        """A card of this customer's."""
        return self._say_in(_("Add a card"), [SheetAnswer(words, sticks.question, way)], sticks)

    def say_many(self, lines: Sequence[str], sticks: AnswerContext, way: str | None) -> bool:
        """A card for each line, as one step."""
        title = ngettext("Add {n} card", "Add {n} cards", len(lines)).format(n=len(lines))
        return self._say_in(
            title, [SheetAnswer(line, sticks.question, way) for line in lines], sticks
        )

    def take_sheet(self, rows: Sequence[SheetAnswer], sticks: AnswerContext) -> bool:
        """All that stands on one customer's sheet, as one step; their talk is over then."""
        done = self._say_in(_("Type in a sheet"), rows, sticks, ends=True)
        if done:
            self.talk = None
        return done

    def praise(self, words: str, sticks: AnswerContext) -> bool:
        """What was good: words without a card."""
        return self._say_in(_("Add what was good"), [SheetAnswer(words, good=True)], sticks)

    def say_also(self, words: str, sticks: AnswerContext, card: CardId) -> bool:
        """This customer's words for a card that is there already."""
        code = self.workshop.big_list.card(card).code
        title = _("Add words to card {code}").format(code=code)

        def action(talk: ConversationId) -> CardId:
            self.workshop.talk.say_also(words, talk, card)
            return card

        return self._in_talk(title, sticks, action)

    def agree(self, kind: str) -> bool:
        """Another customer said what was typed last."""
        last = self.last
        on_list = {card.id for card in self.workshop.big_list.board().cards}
        if last is None or last not in on_list:
            return False
        return self._bridge.attempt(lambda: self.workshop.talk.agree(last, kind=kind))

    def correct(self, verbatim: VerbatimId, words: str, way: str | None) -> bool:
        """Typing put right, and the way, as one step."""

        def action() -> None:
            with self.workshop.as_one(_("Correct what was typed")):
                row = self.workshop.talk.correct(verbatim, words)
                if row.way != way:
                    self.workshop.talk.tag(verbatim, way)

        return self._bridge.attempt(action)

    def end_talk(self) -> None:
        """From now on corrections keep the first version."""
        talk, self.talk = self.talk, None
        if talk is not None and self.workshop.talk.exists(talk):
            self._bridge.do(lambda: self.workshop.talk.end(talk))

    def _say_in(
        self, title: str, rows: Sequence[SheetAnswer], sticks: AnswerContext, *, ends: bool = False
    ) -> bool:
        talks = self.workshop.talk

        def action(talk: ConversationId) -> CardId | None:
            last = self.last
            for row in rows:
                if row.good:
                    talks.praise(row.words, talk)
                else:
                    last = talks.say(row.words, talk, way=row.way, question=row.question).id
            if ends:
                talks.end(talk)
            return last

        return self._in_talk(title, sticks, action)

    def _in_talk(
        self, title: str, sticks: AnswerContext, action: Callable[[ConversationId], CardId | None]
    ) -> bool:
        """As one step, in the talk with this customer; what is remembered changes only if done."""

        def whole() -> tuple[Customer, ConversationId, CardId | None]:
            with self.workshop.as_one(title):
                who = self._who(sticks)
                talk = self._begin(who, sticks)
                return who, talk, action(talk)

        done = self._bridge.do(whole)
        if done is not None:
            self.customer, self.talk, self.last = done
        return done is not None

    def _begin(self, who: Customer, sticks: AnswerContext) -> ConversationId:
        people = self.workshop.people
        asker = people.find_or_add(sticks.asked_by) if sticks.asked_by else None
        return self.workshop.talk.begin(who.id, asked_by=asker, day=sticks.day).id

    def _who(self, sticks: AnswerContext) -> Customer:
        """A number or a name that is known means that customer; anything else is somebody new."""
        typed, talks = sticks.who, self.workshop.talk
        known = talks.customers.find(typed)
        if known is not None:
            return known
        number = typed.removeprefix("#")
        if number.isdecimal():
            return talks.next_customer(kind=sticks.kind, number=int(number))
        return talks.next_customer(kind=sticks.kind, name=typed or None)
