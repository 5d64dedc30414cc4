"""What must be there before a sheet can be printed, and the sentence to show until it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from cxworkshop.errors import NotFound, Refusal
from cxworkshop.i18n import _, n_, ngettext, with_commas
from cxworkshop.value_object import ValueObject

if TYPE_CHECKING:
    from cxworkshop.sheets.options import PrintOptions
    from cxworkshop.workshop import Workshop


class Requirement(ValueObject):
    """`met` is a quick question to the workshop; `sentence` tells people what comes first."""

    met: Callable[[Workshop], bool]
    sentence: str


class NotYet(Refusal):
    """A sheet was asked for before there is anything to print on it."""

    def __init__(self, need: Requirement) -> None:
        super().__init__(_(need.sentence))


class HasSlot(Protocol):
    """The content of one improvement's sheet."""

    @property
    def slot(self) -> int:
        """From 1 to 3."""


Content = TypeVar("Content", bound=HasSlot)

NOTHING = Requirement(lambda _workshop: True, "")
SAID = Requirement(
    lambda workshop: workshop.content.big_list.has_words(),
    n_("Nothing {customers} said is written down yet. Talk to {customers} first."),
)
WANT_TO_HEAR = Requirement(
    lambda workshop: workshop.content.answers.has_slips(),
    n_("No {customer} is marked as one who wants to hear. Mark them where their words are typed."),
)
CARDS = Requirement(
    lambda workshop: bool(workshop.big_list.board().cards),
    n_("There is no card on the list yet. Talk to {customers} first."),
)
PICKED = Requirement(
    lambda workshop: bool(workshop.pick.slots()),
    n_("Nothing is picked yet. Pick one thing first."),
)
LOCKED = Requirement(
    lambda workshop: any(pick.locked_on for pick in workshop.pick.slots().values()),
    n_("No plan is locked yet. Fill one in and lock it first."),
)
PICKED_ONCE = Requirement(
    lambda workshop: workshop.content.books.has_picks(),
    n_("Nothing was picked in any round yet. Pick one thing first."),
)
KEPT = Requirement(
    lambda workshop: workshop.content.check.has_looks(),
    n_(
        "Nothing that was kept is still to be looked at. {Customers} notice first, "
        "then we are sure."
    ),
)
WISHES = Requirement(
    lambda workshop: workshop.content.answers.has_wishes(),
    n_("Nobody has wished for anything yet. Talk to {customers} first."),
)


def in_slots(contents: Sequence[Content], options: PrintOptions) -> tuple[Content, ...]:
    """Those of the slots in the options; raises NotFound where none of these has a pick."""
    found = tuple(each for each in contents if not options.slots or each.slot in options.slots)
    if not found:
        free = with_commas(map(str, options.slots))
        text = ngettext(
            "Nothing is picked in slot {slots}.",
            "Nothing is picked in slots {slots}.",
            len(options.slots),
        )
        raise NotFound(text.format(slots=free))
    return found
