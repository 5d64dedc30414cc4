"""What has to be there before a sheet can be printed, and the sentence while it is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from cxworkshop.errors import NotFound, Refusal
from cxworkshop.i18n import _, n_

if TYPE_CHECKING:
    from cxworkshop.sheets.options import PrintOptions
    from cxworkshop.workshop import Workshop


@dataclass(frozen=True)
class Requirement:
    """`met` asks the workshop, and is quick; `sentence` says what comes first."""

    met: Callable[[Workshop], bool]
    sentence: str


class NotYet(Refusal):
    """A sheet was asked for before there is anything to print on it."""

    def __init__(self, need: Requirement) -> None:
        super().__init__(_(need.sentence))


class HasSlot(Protocol):
    """The paper of one improvement."""

    @property
    def slot(self) -> int:
        """From 1 to 3."""


Told = TypeVar("Told", bound=HasSlot)

NOTHING = Requirement(lambda _workshop: True, "")
SAID = Requirement(
    lambda workshop: workshop.content.big_list.has_words(),
    n_("Nothing customers said is written down yet. Talk to customers first."),
)
CARDS = Requirement(
    lambda workshop: bool(workshop.big_list.board().cards),
    n_("There is no card on the list yet. Talk to customers first."),
)
PICKED = Requirement(
    lambda workshop: bool(workshop.pick.slots()),
    n_("Nothing is picked yet. Pick one thing first."),
)
PICKED_ONCE = Requirement(
    lambda workshop: workshop.content.books.has_picks(),
    n_("Nothing was picked in any round yet. Pick one thing first."),
)


def chosen(papers: Sequence[Told], wanted: PrintOptions) -> tuple[Told, ...]:
    """Those of the slots that are wanted; raises NotFound where these are free."""
    found = tuple(paper for paper in papers if not wanted.slots or paper.slot in wanted.slots)
    if not found:
        free = ", ".join(map(str, wanted.slots))
        raise NotFound(_("Nothing is picked in slot {slots}.").format(slots=free))
    return found
