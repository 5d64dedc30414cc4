"""What may be said of an improvement, for the screen and for all paper.

What is claimed is decided by R6, `kept` by R5; both stand in `rules`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from cxworkshop import days
from cxworkshop.i18n import _
from cxworkshop.looks import is_gone, kept_and_lost, lost_at
from cxworkshop.model import CustomerId, DayCheck, LookAgain, Mark, NextStep, Pick, PickId, Verbatim
from cxworkshop.queries.counts_in_words import ENOUGH_ANSWERS, notice_count, others
from cxworkshop.queries.feedback import customer_of
from cxworkshop.queries.progress import answers_of, latest_check, put_down_of
from cxworkshop.queries.rounds import number_of
from cxworkshop.queries.stories import checks_before, looks_at, picks_holding, picks_of
from cxworkshop.queries.subjects import Subject, pick_subject, topic_of
from cxworkshop.rules import Claim, claim, why_not_kept
from cxworkshop.stages import Stage, stage_word
from cxworkshop.store.tables.query import StoreReader
from cxworkshop.textual import with_full_stop
from cxworkshop.value_object import ValueObject


class Outcome(ValueObject):
    """A pick, locked or not, with what may be said of it on a day: no day that is over is promised.

    `is_put_down` means that what its check asks for next is not done any more, with a written
    reason (R13). `looks` are those at what was kept, the earliest first.
    """

    pick: Pick
    subject: Subject
    claim: Claim
    marks: Counter[Mark]
    why_not_kept: str | None
    today: date
    check: DayCheck | None = None
    is_put_down: bool = False
    looks: tuple[LookAgain, ...] = ()

    @property
    def lost(self) -> LookAgain | None:
        """The latest look at what was kept, if customers notice it less, or not at all."""
        return lost_at(self.looks)

    @property
    def kept(self) -> bool:
        """Whether customers notice it and we are sure that it stays (R5)."""
        return self.why_not_kept is None

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        if self.kept:
            return Stage.KEPT
        by_claim = {
            Claim.WE_DID: Stage.NOT_SURE,
            Claim.WE_TRIED: Stage.TRIED,
            Claim.PICKED: Stage.PICKED,
        }
        return by_claim.get(self.claim, Stage.DOING)

    @property
    def in_short(self) -> str:
        """What became of it, for a list: "round 1: tried, and learned: …", "kept in round 2"."""
        number = number_of(self.pick.round)
        if self.kept:
            text = _("kept in round {number}").format(number=number)
            return text if self.lost is None else kept_and_lost(text, self.lost)
        word = stage_word(self.stage)
        if self.stage is Stage.DOING and self.pick.locked_on is None:
            word = _("picked, and not begun")
        text = _("round {number}: {what}").format(number=number, what=word)
        learned = self.check.learned if self.check and self.stage is Stage.TRIED else ""
        return f"{text}: {learned}" if learned else text

    @property
    def title(self) -> str:
        """Our title, or else the topic."""
        return self.pick.title or self.topic

    @property
    def topic(self) -> str:
        """The headline that it had on the big list, short enough for a title."""
        return topic_of(self.pick, self.subject)

    @property
    def lead(self) -> str:
        """The label above our words (R6)."""
        if self.is_put_down and self.claim in (Claim.ASKING, Claim.DOING):
            return _("We began, and put it down")
        return {
            Claim.WE_DID: _("We did"),
            Claim.WE_TRIED: _("We tried, and learned") if self._learned else _("We tried"),
            Claim.ASKING: self._asking,
            Claim.DOING: _("We are doing"),
            Claim.PICKED: _("Picked, and not begun"),
        }[self.claim]

    @property
    def _asking(self) -> str:
        if self.answered:
            return _("Done, and we are asking you")
        if self.asks_on is None or self.is_late:
            return _("Done, and we still have to ask you")
        return _("Done, asking you on {day}").format(day=days.short(self.asks_on))

    @property
    def asks_on(self) -> date | None:
        """The day on which customers were to be asked by; None where nobody is to be asked now."""
        is_asked = self.claim in (Claim.ASKING, Claim.DOING) and not self.is_put_down
        return self.pick.check_on if is_asked else None

    @property
    def is_late(self) -> bool:
        """Whether the day on which customers were to be asked is over."""
        return self.asks_on is not None and self.asks_on < self.today

    @property
    def words(self) -> str:
        """What we tell customers: our own sentence or the promise; what we learned, if we did."""
        from cxworkshop.promise_words import promise_to_customers  # its patterns take 4 ms

        own = self.pick.we_did or self.pick.poster_says
        return self._told(own, promise_to_customers(*self._promise))

    @property
    def words_among_us(self) -> str:
        """The same as the people who work here read it: of customers, not to them."""
        from cxworkshop.promise_words import promise_of

        return self._told(self.pick.we_did, promise_of(*self._promise).sentence)

    @property
    def promise(self) -> str:
        """The promise as it was made, whatever became of it; "" where there is none."""
        from cxworkshop.promise_words import promise_of

        return promise_of(*self._promise).sentence

    @property
    def is_promise(self) -> bool:
        """Whether what was promised holds, or is to hold: then it is ours to say how."""
        return self.claim is not Claim.WE_TRIED and not self.is_put_down and not is_gone(self.looks)

    @property
    def _promise(self) -> tuple[str, str]:
        return self.pick.promise_when, self.pick.promise_we

    def _told(self, own: str | None, promise: str) -> str:
        """A promise is said in the present tense only while it holds."""
        if self._learned:
            return self._learned
        if self.is_promise:
            return own or promise or self.title
        if promise and not self.pick.title:
            return _("Our promise was: {promise}").format(promise=promise)
        return self.title

    @property
    def _learned(self) -> str:
        """What we learned, after a "tried"; "" where nobody has said it."""
        if self.check is None or self.claim is not Claim.WE_TRIED:
            return ""
        return with_full_stop(self.check.learned)

    @property
    def answered(self) -> int:
        """How many customers have said in words what they notice."""
        return sum(self.marks.values())

    @property
    def counted(self) -> str:
        """ "3 of 5 customers notice."; nothing before anybody was asked."""
        return notice_count(self.marks[Mark.NOTICES], self.answered) if self.answered else ""

    @property
    def others(self) -> str:
        """The counts of the other marks."""
        return others(self.marks)

    @property
    def coming(self) -> str:
        """What comes next, addressed to customers; "" if customers notice it."""
        if self.is_put_down or self.claim in (Claim.WE_DID, Claim.PICKED):
            return ""
        if self.claim is Claim.WE_TRIED:
            return self._after
        day = days.short(self.asks_on)
        if not day:
            return _("We will ask you what you notice.")
        if not self.is_late:
            return _("On {day} we ask you what you notice.").format(day=day)
        if self.answered:
            return _("We are still asking.")
        return _("We wanted to ask you on {day}. We are late, and still will.").format(day=day)

    @property
    def _after(self) -> str:
        match self.check.after if self.check else None:
            case NextStep.AGAIN:
                return _("We change it, and try for another 30 days.")
            case NextStep.BACK:
                return _("It is back on our list.")
        return _("We think again.")


def outcome_of(store: StoreReader, pick_id: PickId) -> Outcome:
    """Return the outcome of a pick."""
    pick = store.get(Pick, pick_id)
    check = latest_check(store, pick_id)
    return Outcome(
        pick=pick,
        subject=pick_subject(store, pick),
        claim=claim(store, pick),
        marks=marks_of(store, check) if check else Counter(),
        why_not_kept=why_not_kept(store, pick_id),
        today=store.today(),
        check=check,
        is_put_down=check is not None and put_down_of(store, check) is not None,
        looks=tuple(looks_at(store, pick)),
    )


def outcomes_before(store: StoreReader, subject: Subject, number: int) -> list[Outcome]:
    """Return what became of a card or a group in the rounds before this number, oldest first.

    A card has the story of a group that it was picked in, also where the group is no more.
    """
    known = {pick.id: pick for pick in picks_of(store, subject)}
    known |= {pick.id: pick for pick in picks_holding(store, subject.cards)}
    before = (pick for pick in known.values() if number_of(pick.round) < number)
    by_round = sorted(before, key=lambda pick: number_of(pick.round))
    return [outcome_of(store, pick.id) for pick in by_round]


def marks_of(store: StoreReader, check: DayCheck) -> Counter[Mark]:
    """Count the customers who answered a check in words, by their latest mark.

    All figures and sentences count these; a mark without words is shown apart from them.
    """
    return Counter(_marks(store, [row for row in answers_of(store, check) if row.said]).values())


def marks_without_words(store: StoreReader, check: DayCheck) -> Counter[Mark]:
    """Count the customers who gave nothing but a mark."""
    rows = answers_of(store, check)
    in_words = {customer_of(store, row.conversation).id for row in rows if row.said}
    marks = _marks(store, [row for row in rows if not row.said])
    return Counter(mark for customer, mark in marks.items() if customer not in in_words)


def _marks(store: StoreReader, answers: list[Verbatim]) -> dict[CustomerId, Mark]:
    return {customer_of(store, row.conversation).id: row.notices for row in answers if row.notices}


def expectation_of(store: StoreReader, check: DayCheck) -> str | None:
    """What we expected to hear; None until three customers have answered, or there are no more."""
    if not check.all_in and marks_of(store, check).total() < ENOUGH_ANSWERS:
        return None
    return store.get(Pick, check.pick).expectation


def count_of(store: StoreReader, check: DayCheck) -> str:
    """ "0 of 2": how many notice, of those who answered in words; "" before anybody has."""
    marks = marks_of(store, check)
    if not marks:
        return ""
    return _("{n} of {all}").format(n=marks[Mark.NOTICES], all=marks.total())


def counts_in_order(store: StoreReader, pick: Pick) -> str:
    """The counts of a pick's story up to its own check: "0 of 2, then 2 of 2"."""
    checks = [*checks_before(store, pick), *store.rows(DayCheck, pick=pick.id)]
    return in_order([count_of(store, check) for check in checks])


def in_order(counts: Iterable[str]) -> str:
    """ "0 of 2, then 1 of 2, then 2 of 2"; empty ones are left out."""
    text = ""
    for count in filter(None, counts):
        text = _("{before}, then {now}").format(before=text, now=count) if text else count
    return text
