"""A workshop with far too much of everything: for paper and screens that must hold it all."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path

from cxworkshop.model import Criterion, CriterionAnswer, Heading, Mark, PickId, Verdict
from cxworkshop.workshop import Workshop
from tests.told_once import told_once

DAY = date(2026, 11, 2)
CUSTOMERS = 30  # ten cards each
LONG_NAME = "Maria-Magdalena Wolkenstein-Oberhuber of the second counter on the left, evenings"
LONG_HEADLINE = " ".join(f"word{n}" for n in range(40))
LONGEST_SAID = "And then I went home, and on the next day it was the same once more. " * 29
OTHER_SCRIPTS = ("Περίμενα μία ώρα στο τηλέφωνο.", "Никто не сказал мне, что всё закрыто.",
                 "<b>Bold</b> & <img src='x'/> as I said", "Không ai nói với tôi cả.")  # fmt: skip


def crammed(path: Path, customers: int = CUSTOMERS) -> Workshop:
    """Nine groups, three locked picks with endless plans, checks and staff tests.

    Of 300 cards, or of ten for each of so many customers.
    """
    return told_once(path, DAY, ("crammed", customers), partial(_filled, path, customers))


def _filled(path: Path, customers: int) -> Workshop:
    workshop = Workshop.new(path, f"The Branch of {LONG_NAME}", DAY)
    _prepare(workshop)
    _talk(workshop, customers)
    cards = [card.id for card in workshop.big_list.board().cards]
    for n in range(9):
        words = LONG_HEADLINE if n == 0 else f"Group number {n}"
        workshop.big_list.group(cards[n * 3 : 7 * customers : 9], words, sure=True)
    workshop.big_list.set_aside(cards[-5:])
    for n in range(3):
        _pick(workshop, n)
    return workshop


def _prepare(workshop: Workshop) -> None:
    for n in range(12):
        workshop.prepare.served.add(f"{n} people who come in the morning and are in a hurry")
        workshop.prepare.encounter.add(f"Step {n}: they wait at the door", "a place to sit " * 12)
        workshop.prepare.promises.add(
            f"We promise thing number {n} every day of the week", "mostly"
        )
    workshop.prepare.served.add_not_pleased("people who want everything at once")


def _talk(workshop: Workshop, customers: int) -> None:
    for n in range(customers):
        customer = workshop.talk.next_customer(name=f"Zebulon {n} {LONG_NAME}", kind="regular")
        workshop.talk.customers.set_wants_to_hear(customer.id, wants=n < 2)
        talk = workshop.talk.begin(customer.id, asked_by=workshop.people.find_or_add(f"Asker {n}"))
        for m in range(10):
            words = f"Please mend thing number {n * 10 + m} before the winter, it is cold."
            if m == 3:
                words = OTHER_SCRIPTS[n % len(OTHER_SCRIPTS)]
            if n == 1 and m == 4:
                words = LONGEST_SAID.strip()
            card = workshop.talk.say(words, talk.id, way=None)
            if m == 5:
                workshop.big_list.set_card_headline(card.id, f"{n} {LONG_HEADLINE}")
                workshop.talk.agree(card.id, kind="new")
        workshop.talk.praise(f"Number {n} was kind to me.", talk.id)
        workshop.talk.end(talk.id)


def _pick(workshop: Workshop, n: int) -> None:
    subject = workshop.pick.candidates()[n].subject
    pick = workshop.pick.put(subject).id
    for criterion in Criterion:
        reason = "because we have looked at it again and again " * 4
        workshop.pick.judge(n + 1, criterion, CriterionAnswer.YES, reason)
    better = workshop.make_better
    better.rename(pick, f"{n} {LONG_HEADLINE}")
    better.set_words(
        pick, promise_when="comes to the door " * 12, promise_we="open it and say hello " * 15
    )
    better.assign_owner(pick, workshop.people.find_or_add(f"{n} {LONG_NAME}"))
    for m in range(8):
        better.add_helper(pick, workshop.people.find_or_add(f"Helper {m} {LONG_NAME}"))
    giver = workshop.people.find_or_add("Helena who gives it")
    better.grant_licence(
        pick, "Do what it takes. Only ask us about: money. " * 20, giver, up_to="200"
    )
    better.schedule(pick, DAY + timedelta(days=1))
    better.set_words(pick, expectation="They say that it is warmer " * 10)
    for m in range(25):
        by_when = DAY + timedelta(days=3 + m)
        better.steps.add(pick, f"{m}: and then we do the next thing " * 3, giver, by_when)
        better.blockers.add(pick, f"{m}: nobody has the key to the room " * 3, giver)
    better.lock(pick)
    _afterwards(workshop, pick, n)


def _afterwards(workshop: Workshop, pick: PickId, n: int) -> None:
    workshop.today = DAY + timedelta(days=33)
    for m in range(14):
        mark = list(Mark)[m % len(Mark)]
        workshop.check.record_answer(
            pick, f"{m}: it is warmer than it was before " * 4, mark, kind="new"
        )
    workshop.check.give_verdict(pick, (Verdict.NOTICE, Verdict.SOME, Verdict.NONE)[n])
    if n < 2:
        for heading in Heading:
            where = "in the green folder beside the till"
            workshop.staff_test.add_answer(pick, heading, "It is written down for all " * 6, where)
        workshop.staff_test.mark_sure(pick, "two newcomers")
    workshop.today = DAY
