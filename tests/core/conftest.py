"""A workshop to act on, and a board that a test can draw."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cxworkshop.errors import Refusal
from cxworkshop.model import CardId, Criterion, CriterionAnswer, PickId
from cxworkshop.workshop import Workshop
from tests.opened import new

DAY_1 = date(2026, 11, 23)


class Board:
    """The big list and the slots, as one line of text: `[Phone: ring hold] park | ring - -`."""

    def __init__(self, workshop: Workshop) -> None:
        self.workshop = workshop
        self.named: dict[str, CardId] = {}
        self.message = ""

    def say(self, *names: str) -> None:
        """Each name is a card, said by a customer of its own."""
        for name in names:
            talk = self.workshop.talk.begin(self.workshop.talk.next_customer().id)
            self.named[name] = self.workshop.talk.say(name, talk.id).id

    def ids(self, names: str) -> list[CardId]:
        return [self.named[name] for name in names.split()]

    def code(self, name: str) -> str:
        """A card's code by its words, a group’s letter by its headline."""
        board = self.workshop.big_list.board()
        letters = {group.headline: group.letter for group in board.groups}
        codes = {card.words: str(card.code) for card in (*board.cards, *board.aside, *board.left)}
        return letters.get(name) or codes[name]

    def group(self, headline: str, names: str) -> None:
        self.try_(self.workshop.big_list.group, self.ids(names), headline)

    def pick(self, name: str, slot: int | None = None) -> None:
        self.try_(self.workshop.pick.put, self.workshop.pick.subject(self.code(name)), slot)

    def swap(self, name: str, instead_of: str) -> None:
        subject = self.workshop.pick.subject
        self.try_(self.workshop.pick.swap, subject(self.code(name)), subject(self.code(instead_of)))

    def try_(self, action, *given, **named):
        """Do it; a refusal is kept in `message`, and nothing may have changed."""
        before = (self.workshop._store.seq, self.workshop._store.image())
        self.message = ""
        try:
            return action(*given, **named)
        except Refusal as refusal:
            self.message = str(refusal)
            assert (self.workshop._store.seq, self.workshop._store.image()) == before
            return None

    def check(self, drawing: str) -> None:
        assert self.draw() == drawing

    def draw(self) -> str:
        board = self.workshop.big_list.board()
        groups = [f"[{g.headline}: {' '.join(c.words for c in g.cards)}]" for g in board.groups]
        line = " ".join([*groups, *(card.words for card in board.loose)])
        aside = f" ({' '.join(card.words for card in board.aside)})" if board.aside else ""
        picks = self.workshop.share.outcomes()
        heads = [story.subject.headline for story in picks]
        slots = " ".join(heads + ["-"] * (3 - len(heads)))
        return f"{line}{aside} | {slots}"

    def ready(self, slot: int = 1) -> PickId:
        """Make the plan in this slot complete, so that it could be locked."""
        for criterion in Criterion:
            self.workshop.pick.judge(slot, criterion, CriterionAnswer.YES)
        pick = self.workshop.pick.in_slot(slot).id
        better, people = self.workshop.make_better, self.workshop.people
        better.set_words(pick, promise_when="rings", promise_we="answer")
        better.assign_owner(pick, people.find_or_add("Mira"))
        better.grant_licence(pick, "All but money", people.find_or_add("Helena"))
        better.schedule(pick, self.workshop.today)
        return pick

    def locked(self, name: str, slot: int = 1) -> PickId:
        self.pick(name, slot)
        pick = self.ready(slot)
        self.workshop.make_better.lock(pick)
        return pick


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return new(tmp_path / "team.cxw", "Corner Bakery", DAY_1)


@pytest.fixture
def board(workshop: Workshop) -> Board:
    return Board(workshop)
