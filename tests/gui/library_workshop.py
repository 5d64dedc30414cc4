"""A workshop of four rounds with something late, slipping, blocked, answered and handed on.

Its days count back from today: the check of round 4 is always three days late.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from cxworkshop.content.values import licence_lead
from cxworkshop.model import (
    CardId,
    Criterion,
    CriterionAnswer,
    CustomerId,
    Expected,
    Heading,
    Look,
    Mark,
    NextStep,
    Pick,
    PickId,
    Verdict,
)
from cxworkshop.workshop import Workshop

TEAM = "Harbour Street Library"
STARTS = (139, 104, 68, 33)  # days before today: each round's first
WISHES = {  # name: kind, way, words
    "rang": ("regular", "quick", "Nobody rang. It sat on the shelf for nine days and went back."),
    "text": ("new member", "quick", "A text would do. I don’t look at e-mail."),
    "page": ("job seeker", "easy", "One page took me forty minutes."),
    "button": ("new member", "easy", "Nobody knew which button it was."),
    "coins": ("works in town", "easy", "Please take cards. Who carries coins?"),
    "hours": ("regular", "honest", "I drove twenty minutes on Tuesday and you were closed."),
    "five": ("works in town", "easy", "You shut at five. I finish at half past."),
    "forms": ("retired", "cares", "I brought a form, and nobody who can read it was here."),
    "loud": ("student", "professional", "I come here because my flat is loud. Some days this is."),
    "quiet": ("parent", "trusting", "My boy laughed once, and we were asked to leave."),
    "letters": ("regular", "honest", "Three letters about a 40 cent fine."),
    "bus": ("retired", None, "The bus goes two minutes before you close."),
    "lift": ("parent", "honest", "The lift says ‘out of order, sorry’ all year."),
    "chairs": ("retired", None, "The chairs by the window are too low for me to get out of."),
}
AGAIN = {  # round: what customers said who came then, each to the wish of this name
    2: (("coins", "student", "I paid by card at the baker’s, and here I needed coins."),),
    3: (("hours", "parent", "The door says six and the website says seven."), ("five", "", "")),
    4: (
        ("lift", "retired", "I carried the pram up myself, then somebody said it works again."),
        ("chairs", "regular", "My mother did not get up from that chair without help."),
        ("loud", "student", "A room where nobody talks, that would be something."),
    ),
}
GROUPS = {
    "Tell me when my book is here, on the day it comes": ("rang", "text"),
    "Printing without asking three times": ("page", "button", "coins"),
    "Open when we can come": ("hours", "five"),
}


def make_library(path: Path) -> Path:
    """Write the workshop to this file."""
    workshop = Workshop.new(path, TEAM)
    _Story(workshop).tell()
    workshop.save()
    workshop.close()
    return path


class _Story:
    def __init__(self, workshop: Workshop) -> None:
        self._workshop, self._today = workshop, workshop.today
        self._cards: dict[str, CardId] = {}
        self._customers: dict[str, CustomerId] = {}

    def tell(self) -> None:
        rounds = (self._round_1, self._round_2, self._round_3, self._round_4)
        for number, (round_, ago) in enumerate(zip(rounds, STARTS, strict=True), start=1):
            self._day(ago)
            if number == 1:
                self._workshop.prepare.set_day_1(self._workshop.today)
                self._prepare()
            else:
                self._workshop.rounds.start_next()
                self._hear_again(AGAIN[number])
            round_(ago)
        self._workshop.today = self._today

    def _prepare(self) -> None:
        prepare, people = self._workshop.prepare, self._workshop.people
        for kind in ("regular", "new member", "student", "parent", "retired"):
            prepare.served.add(kind)
        for name, role in (("Mira", "front desk"), ("Helena", "head of library"), ("Ben", "IT")):
            people.describe(people.find_or_add(name), role=role, has_say=True)
        prepare.promises.add("We call you the day it comes", "Nobody rang.")
        prepare.promises.add("Everybody is welcome here", "We were asked to leave.")
        for name in WISHES:
            self._wish(name)
        for headline, names in GROUPS.items():
            self._workshop.big_list.group([self._cards[name] for name in names], headline)

    def _wish(self, name: str) -> None:
        kind, way, words = WISHES[name]
        talk = self._workshop.talk
        who = talk.next_customer(kind=kind)
        card = talk.say(words, talk.begin(who.id).id, way=way)
        self._cards[name], self._customers[name] = card.id, who.id
        talk.customers.set_wants_to_hear(who.id, wants=name in ("rang", "forms", "bus", "letters"))
        for _nth in range(len(words) % 4):
            talk.agree(card.id, kind="regular")

    def _hear_again(self, heard: Sequence[tuple[str, str, str]]) -> None:
        talk = self._workshop.talk
        for name, kind, words in heard:
            if not words:
                talk.agree(self._cards[name], kind="regular")
                continue
            begun = talk.begin(talk.next_customer(kind=kind).id)
            said = talk.say_also(words, begun.id, self._cards[name])
            talk.tag(said.id, WISHES[name][1])

    def _round_1(self, ago: int) -> None:
        kept = self._plan(
            "Tell me when my book is here, on the day it comes",
            "comes for a book",
            "text them that day",
        )
        tried = self._plan("Printing without asking three times", "prints", "hang up a sign")
        unsure = self._plan("forms", "brings a form", "help the same day", "Help with forms")
        self._day(ago - 31)
        self._check(kept, ["rang", "text"], "The text came, and I came.", Verdict.NOTICE)
        self._check(tried, ["page", "button"], "What sign?", Verdict.NONE, Mark.NO_DIFFERENCE)
        self._workshop.check.conclusions.write_learned(tried, "A sign is no help without coins.")
        self._workshop.check.choose_next_step(tried, NextStep.AGAIN)
        self._check(unsure, ["forms"], "Jan read it with me.", Verdict.SOME)
        self._stays(kept)
        self._stays(unsure, sure=False, fix="Pension forms go into the desk folder", days=103)

    def _round_2(self, ago: int) -> None:
        again = self._workshop.pick.in_slot(1).id
        better = self._workshop.make_better
        better.set_words(again, promise_we="hang four pictures beside the printer")
        better.lock(again)
        self._step(again, "Put the card reader in", "Ben", 4, done=True)
        share = self._workshop.share
        for who in ("Our customers", "All staff", "Friends of the Library"):
            share.add_to_tell(who)
        share.tell("Our customers", "poster, door")
        self._day(ago - 31)
        words = "I did it alone. Well, with my glasses on."
        self._check(again, ["page", "button", "coins"], words, Verdict.NOTICE)
        self._stays(again)

    def _round_3(self, ago: int) -> None:
        answers = self._workshop.answers
        answers.cant(self._subject("letters"), "the town sets the fines", "the citizens’ office")
        answers.hand_on(self._subject("bus"), "the bus company")
        self._workshop.pick.opposites.mark(self._subject("loud"), self._subject("quiet"))
        hours = self._plan("Open when we can come", "reads the hours", "are open at them")
        self._day(ago - 31)
        self._check(hours, ["hours", "five"], "I went by on Tuesday, it was open.", Verdict.SOME)
        self._stays(hours, sure=False, fix="The website says the same hours as the door", days=30)

    def _round_4(self, ago: int) -> None:
        lift = self._plan("lift", "needs the lift", "say when it works", "The lift, honestly")
        chairs = self._plan("chairs", "wants to sit", "have a chair that is high", "High chairs")
        self._plan(
            "loud",
            "wants quiet",
            "keep one room quiet",
            "One quiet room, where nobody talks and nobody laughs either",
            locked=False,
        )
        self._day(ago - 20)
        self._block(lift, "The website password is lost", "Helena")
        self._step(lift, "Call the lift company", "Ben", -4)
        self._day(ago - 31)
        self._check(chairs, ["chairs"], "I got up by myself.", None)
        self._look_again()
        self._workshop.share.add_to_tell("The council")

    def _look_again(self) -> None:
        first = self._workshop.looking_again
        pick = first.kept()[0].pick.id
        first.record_answer(pick, "Lately nobody texts.", customer=self._customers["rang"])
        first.judge(pick, Look.SLIPPING)

    def _plan(
        self, subject: str, when: str, we: str, title: str = "", *, locked: bool = True
    ) -> PickId:
        workshop, better = self._workshop, self._workshop.make_better
        pick = workshop.pick.put(self._subject(subject))
        slot = len(workshop.pick.slots())
        for criterion in Criterion:
            workshop.pick.judge(slot, criterion, CriterionAnswer.YES, "")
        if title:
            better.rename(pick.id, title)
        better.set_words(pick.id, promise_when=when, promise_we=we, expectation="Now it works.")
        better.assign_owner(pick.id, self._person("Mira"))
        better.add_helper(pick.id, self._person("Ben"))
        if locked:
            self._lock(pick)
        return pick.id

    def _lock(self, pick: Pick) -> None:
        better = self._workshop.make_better
        may = f"{licence_lead()} moving walls."
        better.grant_licence(pick.id, may, self._person("Helena"), up_to="200 euros")
        start = self._workshop.today
        better.schedule(pick.id, start)
        better.lock(pick.id)
        self._workshop.today = start + timedelta(days=4)
        self._step(pick.id, "Try it with three customers", "Mira", 9, done=True)
        self._workshop.today = start

    def _step(self, pick: PickId, words: str, who: str, days: int, *, done: bool = False) -> None:
        steps = self._workshop.make_better.steps
        by_when = self._workshop.today + timedelta(days=days)
        row = steps.add(pick, words, self._person(who), by_when)
        if done:
            steps.finish(row.id)

    def _block(self, pick: PickId, words: str, remover: str) -> None:
        self._workshop.make_better.blockers.add(pick, words, self._person(remover))

    def _check(
        self,
        pick: PickId,
        names: Sequence[str],
        words: str,
        verdict: Verdict | None,
        mark: Mark = Mark.NOTICES,
    ) -> None:
        for name in names:
            self._workshop.check.record_answer(pick, words, mark, customer=self._customers[name])
        if verdict is not None:
            self._workshop.check.give_verdict(pick, verdict)
            self._workshop.check.mark_all_in(pick)
            found = Expected.RIGHT if verdict is Verdict.NOTICE else Expected.WRONG
            self._workshop.check.conclusions.compare(pick, found)

    def _stays(self, pick: PickId, *, sure: bool = True, fix: str = "", days: int = 0) -> None:
        test = self._workshop.staff_test
        test.add_answer(pick, Heading.SETUP, "The drawer opens without a key.", "under the desk")
        test.add_answer(pick, Heading.ROLE, "Ben sits with them for an hour.", "first-week list")
        if sure:
            test.mark_sure(pick, "two new starters")
        else:
            by_when = self._workshop.today + timedelta(days=days)
            test.mark_not_sure(pick, fix, self._person("Ben"), by_when)

    def _subject(self, name: str):
        if name in self._cards:
            board = self._workshop.big_list.board()
            code = next(c.code for c in board.cards if c.id == self._cards[name])
            return self._workshop.pick.subject(str(code))
        groups = self._workshop.big_list.board().groups
        return self._workshop.pick.subject(next(g.letter for g in groups if g.headline == name))

    def _person(self, name: str):
        return self._workshop.people.find_or_add(name)

    def _day(self, ago: int) -> date:
        self._workshop.today = self._today - timedelta(days=ago)
        return self._workshop.today
