"""One class for each refusal, worded for the room. Nothing has been changed when one is raised.

The rules are PRODUCT's R1 to R12; which function raises what stands in `cxworkshop.rules`.
"""

from __future__ import annotations

from cxworkshop.i18n import _, ngettext


class Refusal(Exception):
    """A person asked for something that can't be done; `str()` is the sentence they read."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotFound(Refusal):
    """Something was named that is not there."""


class BadWords(Refusal):
    """Something was typed that can't be used as it is."""


class WrongLines(Refusal):
    """Lines typed from paper, some of which don't fit: nothing was done with any of them.

    `fitting` says how many of the things in them could be taken all the same.
    """

    def __init__(self, sentence: str, fitting: int) -> None:
        self.fitting = fitting
        super().__init__(sentence)


class VotesAreThere(Refusal):
    """Ballots that were counted before were typed again, with other numbers."""

    def __init__(self, names: str) -> None:
        super().__init__(
            _("Typed before, with other votes: {names}. Shall the new ones stand?").format(
                names=names
            )
        )


class NothingToUndo(Refusal):
    """Undo, at the very beginning."""

    def __init__(self) -> None:
        super().__init__(_("There is nothing to undo."))


class NothingToRedo(Refusal):
    """Redo, with nothing undone."""

    def __init__(self) -> None:
        super().__init__(_("There is nothing to redo."))


class TooManyPicks(Refusal):
    """R1: never more than three picks in a round."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Three is the most for one round. Do these, ask your customers, then come back for "
                "this one. It stays on the list."
            )
        )


class WordsStay(Refusal):
    """R2: a customer's words never change silently."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "These are a customer’s words: they can be put right, but not emptied. "
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
            _("No customer’s answer is in yet. Your own view is welcome in the notes.")
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
                "“We did” is for what customers notice. Ask them first; until then it reads "
                "“{we_are}”."
            ).format(we_are=_("we are doing"))
        )


class NamesStayOff(Refusal):
    """R7: customers' names are on no Wall, and on paper only when turned on for that print."""

    def __init__(self) -> None:
        super().__init__(
            _("Customers’ names stay off the Wall. On paper they can be turned on for one print.")
        )


class NotReadyToLock(Refusal):
    """R9: what a plan still lacks before it can be locked."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        self.missing = missing
        super().__init__(
            _(
                "Not ready to lock: {missing}. Fill that in, or lock it with a written reason; "
                "the dates are always needed."
            ).format(missing=", ".join(missing))
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
    """A check that would come before anything was begun."""

    def __init__(self) -> None:
        super().__init__(_("The check can’t come before the start. Choose a later day for it."))


class AsksFirst(Refusal):
    """R12: changing 20 cards or more at once asks first."""

    def __init__(self, cards: int) -> None:
        self.cards = cards
        super().__init__(
            _("This changes {cards} cards at once. Are you sure? Say yes and it is done.").format(
                cards=cards
            )
        )


class AlreadyPicked(Refusal):
    """A card inside a picked group can't be picked as well, nor a group around a picked card."""


class PickedStays(Refusal):
    """Something in a slot was to be put away or taken apart."""

    def __init__(self, name: str, slot: int) -> None:
        super().__init__(
            _("{name} is in slot {slot}. Take it out of the slot first, then try again.").format(
                name=name, slot=slot
            )
        )


class SlotSpent(Refusal):
    """An improvement has begun, so its slot can't be given to something else this round."""

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
    """Unlocking after the first customer has answered would rewrite what they answered to."""

    def __init__(self) -> None:
        super().__init__(
            _("A customer has answered already, so this plan stays as it was promised.")
        )


class NotLockedYet(Refusal):
    """Something that only an improvement has was asked of a pick."""

    def __init__(self) -> None:
        super().__init__(_("This is not locked yet. Make its plan and lock it first."))


class NotPickedYet(Refusal):
    """A slot was named that is still free."""

    def __init__(self, slot: int) -> None:
        super().__init__(
            _("Slot {slot} is still free. Pick something for it first.").format(slot=slot)
        )


class NeedsReason(Refusal):
    """A no or a not sure wants its reason."""

    def __init__(self) -> None:
        super().__init__(_("A no or a not sure wants its reason. Add why, in a few words."))


class NeedsFix(Refusal):
    """Not sure makes a fix with a name and a date."""

    def __init__(self) -> None:
        super().__init__(
            _("Not sure is an honest answer. What will you fix, who does it, and by when?")
        )


class NobodyAsked(Refusal):
    """A sentence on its own, about a check that has not been opened."""

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
