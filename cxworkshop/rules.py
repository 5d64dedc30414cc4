"""The hard rules, one function each, for drag, key, menu, click and command alike.

The numbers are PRODUCT's. A function that is called `refuse_…` raises its refusal before anything
is written; the others answer a question that only one place may answer. R8 (no network) is kept by
what is not imported, R11 (the Wall's text) by the Wall.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from cxworkshop.errors import (
    AlreadyPicked,
    AsksFirst,
    BadWords,
    CheckBeforeStart,
    CheckTooLate,
    ClearsOwnRoad,
    NamesStayOff,
    NoAnswersYet,
    NothingIsDestroyed,
    NotKeptYet,
    NotOursToSay,
    NotReadyToLock,
    PickedStays,
    RoundIsOver,
    TooManyPicks,
    WordsStay,
)
from cxworkshop.i18n import _, with_commas
from cxworkshop.model import (
    CHECK_WITHIN_DAYS,
    MAX_PICKS,
    Blocker,
    Conversation,
    Customer,
    CustomerId,
    DayCheck,
    FirstStep,
    Fix,
    Helper,
    Licence,
    LookId,
    Override,
    Person,
    PersonId,
    Pick,
    PickId,
    PutDown,
    Quote,
    RoundId,
    Row,
    StaffTest,
    Team,
    TestAnswer,
    Told,
    Verbatim,
    Verdict,
)
from cxworkshop.queries.progress import (
    answers_of,
    answers_of_look,
    latest_check,
    latest_staff_test,
    missing_dates,
    missing_to_lock,
)
from cxworkshop.queries.rounds import slots
from cxworkshop.queries.subjects import Subject, pick_subject
from cxworkshop.store.tables.query import StoreReader

ASK_FROM = 20  # R12: this many cards at once
NOTICED = (Verdict.NOTICE, Verdict.SOME)
# R14: what may still be written of a round that is over.
TO_FINISH = (Blocker, Customer, FirstStep, Fix, Person, PutDown, Quote, StaffTest, TestAnswer, Told)
OF_A_PLAN = (Helper, Licence, Override)


class Claim(StrEnum):
    """R6: what may be said of a pick, locked or not."""

    WE_DID = "we did"
    WE_TRIED = "we tried"
    ASKING = "asking"
    DOING = "we are doing"
    PICKED = "picked"  # never locked, so nothing was promised and nothing has begun


class Medium(StrEnum):
    """Where a customer might be named."""

    DESK = "desk"
    PAPER = "paper"
    WALL = "wall"


def refuse_fourth_pick(store: StoreReader, round_id: RoundId) -> None:
    """R1: never more than three picks in a round; raises TooManyPicks."""
    if len(slots(store, round_id)) >= MAX_PICKS:
        raise TooManyPicks


def corrected(verbatim: Verbatim, talk: Conversation, words: str) -> Verbatim:
    """R2: correct a verbatim; once its talk is closed, the first version is kept.

    Raises WordsStay when nothing would be left.
    """
    if not words.strip():
        raise WordsStay
    if words == verbatim.said:
        return verbatim
    first = verbatim.first_said
    if talk.closed and first is None:
        first = verbatim.said
    return replace(verbatim, said=words, first_said=first)


def refuse_destroying(row: Row) -> None:
    """R3: rows that last are set aside, never removed; raises NothingIsDestroyed."""
    if type(row).lasts:
        raise NothingIsDestroyed


def refuse_verdict_without_words(store: StoreReader, check: DayCheck) -> None:
    """R4: a verdict needs customers' words from this very check; raises NoAnswersYet."""
    if not any(answer.said for answer in answers_of(store, check)):
        raise NoAnswersYet


def refuse_emptying_verdict(store: StoreReader, check: DayCheck, answer: Verbatim) -> None:
    """R4: the last words below a verdict stay, or it would be nobody's; raises BadWords."""
    others = [row for row in answers_of(store, check) if row.said and row.id != answer.id]
    if check.verdict is not None and answer.said and not others:
        raise BadWords(
            _("The verdict rests on this answer alone. Correct it, or add another answer first.")
        )


def refuse_mark_of_nobody(said: str | None, customer: CustomerId | None, kind: str) -> None:
    """A mark without words wants a customer, known or of some kind; raises BadWords."""
    if not said and customer is None and not kind.strip():
        raise BadWords(
            _("Whose mark is it? Choose the {customer}, or say what kind of {customer} is new.")
        )


def refuse_look_without_words(store: StoreReader, look: LookId) -> None:
    """R4 for a look again: it needs customers' words too; raises NoAnswersYet."""
    if not any(answer.said for answer in answers_of_look(store, look)):
        raise NoAnswersYet


def why_not_kept(store: StoreReader, pick: PickId) -> str | None:
    """R5: say why an improvement is not kept; None if it is."""
    check = latest_check(store, pick)
    if check is None or check.verdict is None:
        return _("{customers} have not been asked.")
    if check.verdict not in NOTICED:
        return _("{customers} don’t notice it.")
    test = latest_staff_test(store, pick)
    if test is None:
        return _("nobody has asked whether it would stay without us.")
    return None if test.sure else _("we are not sure that it would stay without us.")


def refuse_unkept(store: StoreReader, pick: PickId) -> None:
    """R5: only what is kept leaves the list as kept; raises NotKeptYet."""
    why = why_not_kept(store, pick)
    if why is not None:
        raise NotKeptYet(why)


def claim(store: StoreReader, pick: Pick) -> Claim:
    """R6: "we did" only where customers notice; else what may be said instead."""
    check = latest_check(store, pick.id)
    if check is not None and check.verdict is not None:
        return Claim.WE_DID if check.verdict in NOTICED else Claim.WE_TRIED
    if check is None and pick.locked_on is None:
        return Claim.PICKED
    steps = store.rows(FirstStep, pick=pick.id, set_aside_on=None)
    done = bool(steps) and all(step.done_on for step in steps)
    return Claim.ASKING if done and check is not None else Claim.DOING


def refuse_we_did(store: StoreReader, pick: Pick) -> None:
    """R6: nobody writes "we did" before customers notice; raises NotOursToSay."""
    if claim(store, pick) is not Claim.WE_DID:
        raise NotOursToSay


def said_by(customer: Customer, place: Medium, *, names: bool) -> str:
    """R7: name a customer by kind, and by name only on the Desk or where that was turned on.

    Raises NamesStayOff for a Wall with names.
    """
    if names and place is Medium.WALL:
        raise NamesStayOff
    kind = customer.kind or _("{a_customer}")
    if customer.name and (names or place is Medium.DESK):
        return with_commas((customer.name, kind)) if customer.kind else customer.name
    return kind


def refuse_lock(store: StoreReader, pick: Pick, reason: str) -> None:
    """R9: four times yes, an owner, a licence giver, and always both dates.

    All but the dates may be passed over with a written reason. Raises NotReadyToLock.
    """
    always, lacks = missing_dates(pick), missing_to_lock(store, pick)
    if always or (lacks and not reason.strip()):
        raise NotReadyToLock(lacks, always)


def refuse_own_road(store: StoreReader, owner: PersonId | None, who: PersonId | None) -> None:
    """R10: the remover of a blocker and the licence giver are not the owner; raises OwnRoad."""
    if owner is not None and owner == who:
        raise ClearsOwnRoad(store.get(Person, owner).name)


def refuse_late_check(pick: Pick) -> None:
    """R10: the check is within 35 days of the start; raises CheckTooLate."""
    if pick.start_on is None or pick.check_on is None:
        return
    if (pick.check_on - pick.start_on).days > CHECK_WITHIN_DAYS:
        raise CheckTooLate((pick.check_on - pick.start_on).days, CHECK_WITHIN_DAYS)


def refuse_early_check(pick: Pick) -> None:
    """A check never comes before the start; raises CheckBeforeStart."""
    if pick.start_on and pick.check_on and pick.check_on <= pick.start_on:
        raise CheckBeforeStart


def ask_first(team: Team, cards: int, *, sure: bool) -> None:
    """R12: changing 20 cards or more at once asks first, unless the team turned that off."""
    if cards >= ASK_FROM and team.ask_before_many and not sure:
        raise AsksFirst(cards)


def refuse_double(store: StoreReader, round_id: RoundId, subject: Subject) -> None:
    """A card inside a picked group can't be picked as well, nor the other way round.

    Raises AlreadyPicked.
    """
    for number, pick_id in slots(store, round_id).items():
        pick = store.get(Pick, pick_id)
        other = pick_subject(store, pick)
        if pick_id != subject.pick_id(round_id) and set(other.cards) & set(subject.cards):
            text = _("{name} is already part of {other} in slot {slot}. Once is enough.")
            names = {"name": subject.name, "other": other.in_title}
            if set(other.cards) < set(subject.cards):
                text = _("{other} is in slot {slot} and would be part of {name}. Once is enough.")
                names = {"name": subject.in_title, "other": other.name}
            raise AlreadyPicked(text.format(**names, slot=number))


def refuse_if_picked(store: StoreReader, round_id: RoundId, subject: Subject) -> None:
    """A picked card or group is neither set aside nor taken apart; raises PickedStays."""
    for number, pick_id in slots(store, round_id).items():
        other = pick_subject(store, store.get(Pick, pick_id))
        same_cards = bool(subject.cards) and other.cards == subject.cards
        if same_cards or pick_id == subject.pick_id(round_id):
            raise PickedStays(subject.name, number)


def refuse_rewriting(store: StoreReader, number: int, row: Row) -> None:
    """R14: of a round that is over only what is not finished is written; raises RoundIsOver.

    Its lists, its picks, plans that were judged and verdicts stay; the sentence for its poster
    may still be found.
    """
    if not _may_finish(store, row):
        raise RoundIsOver(number)


def _may_finish(store: StoreReader, row: Row) -> bool:
    if isinstance(row, Conversation):
        return row.day_30_check is not None or row.look_again is not None
    if isinstance(row, Verbatim):
        check = store.find(DayCheck, store.get(Conversation, row.conversation).day_30_check)
        return check is None or check.verdict is None
    if isinstance(row, DayCheck):
        was = store.find(DayCheck, row.id)
        return was is None or was.verdict in {None, row.verdict}
    if isinstance(row, Pick):
        known = store.find(Pick, row.id)
        return known is not None and (
            not _is_judged(store, row.id)
            or replace(row, we_did=known.we_did, poster_says=known.poster_says) == known
        )
    if isinstance(row, OF_A_PLAN):
        return not _is_judged(store, row.pick)
    return isinstance(row, TO_FINISH)


def _is_judged(store: StoreReader, pick: PickId) -> bool:
    check = latest_check(store, pick)
    return check is None or check.verdict is not None
