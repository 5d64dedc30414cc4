"""One class for each refusal, with the sentence that people read; nothing was changed.

The functions in `cxworkshop.rules` raise those of the rules R1 to R12.
"""

from __future__ import annotations

from cxworkshop.filenames import readable
from cxworkshop.i18n import _, ngettext, with_commas

MOST_QUOTED = 60  # characters


def quoted(typed: str) -> str:
    """What was typed, for a sentence that quotes it: one line, of a pasted book the beginning."""
    line = " ".join(typed[: 2 * MOST_QUOTED].split())
    return line if len(line) <= MOST_QUOTED else f"{line[:MOST_QUOTED].rstrip()} …"


class Refusal(Exception):
    """A person asked for something that can't be done; `str()` is the sentence they read."""

    def __init__(self, sentence: str) -> None:
        self.sentence = readable(sentence)  # it may quote a file's name, or what was typed
        super().__init__(self.sentence)


class NotFound(Refusal):
    """Something was named that is not there."""


class BadWords(Refusal):
    """Something was typed that can't be used as it is."""


class WrongLines(Refusal):
    """Some of the lines typed from paper don't fit, so none of them was taken.

    `fitting` is the number of things in them that could be taken.
    """

    def __init__(self, sentence: str, fitting: int) -> None:
        self.fitting = fitting
        super().__init__(sentence)


class VotesAreThere(Refusal):
    """Ballots were typed again with other numbers."""

    def __init__(self, names: str) -> None:
        text = _("Typed before, with other votes: {names}. Shall the new ones stand?")
        super().__init__(text.format(names=names))


class NothingToUndo(Refusal):
    """Undo at the beginning of the history."""

    def __init__(self) -> None:
        super().__init__(_("There is nothing to undo."))


class DoesNotFit(Refusal):
    """Undo or redo would break what holds in every workshop: its history was damaged or forged."""

    def __init__(self) -> None:
        super().__init__(
            _("That step does not fit the workshop as it is now, so nothing was changed.")
        )


class NothingToRedo(Refusal):
    """Redo after nothing was undone."""

    def __init__(self) -> None:
        super().__init__(_("There is nothing to redo."))


class TooManyPicks(Refusal):
    """R1: never more than three picks in a round."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Three is the most for one round. Do these, ask your {customers}, then come back "
                "for this one. It stays on the list."
            )
        )


class WordsStay(Refusal):
    """R2: a customer's words are corrected openly, and never emptied."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "These are {a_customer}’s words: they can be put right, but not emptied. "
                "To put them away, set them aside."
            )
        )


class NothingIsDestroyed(Refusal):
    """R3: what lasts is set aside, never removed."""

    def __init__(self) -> None:
        super().__init__(_("Nothing is thrown away here. Set it aside instead; it can come back."))


class NoAnswersYet(Refusal):
    """R4: a verdict needs customers' words from this check."""

    def __init__(self) -> None:
        super().__init__(
            _("No {customer_s} answer is in yet. Your own view is welcome in the notes.")
        )


class NotKeptYet(Refusal):
    """R5: kept means that customers notice and that we are sure it stays."""

    def __init__(self, why: str) -> None:
        super().__init__(_("Not kept yet: {why} It goes on to the next list.").format(why=why))


class NotOursToSay(Refusal):
    """R6: "we did" is for what customers notice."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "“We did” is for what {customers} notice. Ask them first; until then it reads "
                "“{we_are}”."
            ).format(we_are=_("we are doing"))
        )


class NamesStayOff(Refusal):
    """R7: customers' names are on no Wall, and on paper only when turned on for that print."""

    def __init__(self) -> None:
        text = _("{Customers_s} names stay off the Wall. "
                 "On paper they can be turned on for one print.")  # fmt: skip
        super().__init__(text)


class NotReadyToLock(Refusal):
    """R9: what a plan still lacks before it can be locked; what no reason passes over: `always`."""

    def __init__(self, missing: tuple[str, ...], always: tuple[str, ...] = ()) -> None:
        self.missing, self.always = missing, always
        super().__init__(
            _(
                "Not ready to lock: {missing}. Fill that in, or lock it with a written reason; "
                "the dates are always needed."
            ).format(missing=with_commas(missing))
        )


class ClearsOwnRoad(Refusal):
    """R10: nobody clears their own road."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "{name} owns this improvement, and nobody clears their own road. "
                "Choose somebody else, or write down why not."
            ).format(name=name)
        )


class CheckTooLate(Refusal):
    """R10: customers are asked within 35 days of the start."""

    def __init__(self, days: int, most: int) -> None:
        super().__init__(
            ngettext(
                "The check is {days} day after the start; {most} is the most. "
                "Choose an earlier day, or write down why not.",
                "The check is {days} days after the start; {most} is the most. "
                "Choose an earlier day, or write down why not.",
                days,
            ).format(days=days, most=most)
        )


class CheckBeforeStart(Refusal):
    """The check would come before the start."""

    def __init__(self) -> None:
        super().__init__(_("The check can’t come before the start. Choose a later day for it."))


class AsksFirst(Refusal):
    """R12: changing 20 cards or more at once asks first."""

    def __init__(self, cards: int) -> None:
        self.cards = cards
        text = _("This changes {cards} cards at once. Are you sure? Say yes and it is done.")
        super().__init__(text.format(cards=cards))


class AlreadyPicked(Refusal):
    """A card inside a picked group can't be picked as well, nor a group around a picked card."""


class PickedStays(Refusal):
    """Something in a slot was to be set aside or taken apart."""

    def __init__(self, name: str, slot: int) -> None:
        text = _("{name} is in slot {slot}. Take it out of the slot first, then try again.")
        super().__init__(text.format(name=name, slot=slot))


class SlotSpent(Refusal):
    """The slot's improvement has begun, so nothing else can take the slot in this round."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "{name} is locked: work on it has begun. Unlock it first, "
                "or leave the slot as it is and come back next round."
            ).format(name=name)
        )


class Locked(Refusal):
    """The words and the headline of a locked pick are frozen."""

    def __init__(self) -> None:
        super().__init__(_("This plan is locked. Unlock it first if it really has to change."))


class CannotUnlock(Refusal):
    """Customers have answered, and unlocking would change what they answered to."""

    def __init__(self) -> None:
        super().__init__(
            _("{A_customer} has answered already, so this plan stays as it was promised.")
        )


class NotLockedYet(Refusal):
    """A pick was used as an improvement before it was locked."""

    def __init__(self) -> None:
        super().__init__(_("This is not locked yet. Make its plan and lock it first."))


class NotPickedYet(Refusal):
    """A slot was named that is still free."""

    def __init__(self, slot: int) -> None:
        super().__init__(
            _("Slot {slot} is still free. Pick something for it first.").format(slot=slot)
        )


class NeedsReason(Refusal):
    """A no or a not sure needs a reason."""

    def __init__(self) -> None:
        super().__init__(_("A no or a not sure wants its reason. Add why, in a few words."))


class NeedsFix(Refusal):
    """A not sure needs a fix with a name and a date."""

    def __init__(self) -> None:
        super().__init__(
            _("Not sure is an honest answer. What will you fix, who does it, and by when?")
        )


class NobodyAsked(Refusal):
    """The pick was never locked, so it has no check."""

    def __init__(self) -> None:
        super().__init__(_("There is no 30-day check yet. Lock the plan first, then ask."))


class SlotTaken(Refusal):
    """The slot holds something, and another one is free."""

    def __init__(self, slot: int, free: int) -> None:
        super().__init__(
            _("Slot {slot} is taken. Slot {free} is free, or swap the two.").format(
                slot=slot, free=free
            )
        )


class RoundIsOver(Refusal):
    """What a finished round wrote down would be rewritten (R14)."""

    def __init__(self, number: int) -> None:
        super().__init__(
            _("Round {number} is finished, and stays as it was.").format(number=number)
        )
