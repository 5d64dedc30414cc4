"""What is ticked when the Print page opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxworkshop.sheets import Sheet


@dataclass(frozen=True)
class Selection:
    """The usual sheets of a stop and those of `also`; or only those of `only`.

    `slots` are the improvements to print, `answers` the kinds of answer on the list of answers;
    empty means all of them. With `is_alone` nothing else is offered.
    """

    stop: int
    only: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    slots: tuple[int, ...] = ()
    answers: tuple[str, ...] = ()
    is_alone: bool = False

    def has(self, sheet: Sheet) -> bool:
        """Whether this one is among them."""
        if self.only:
            return sheet.slug in self.only
        return sheet.slug in self.also or (sheet.usual and sheet.stop == self.stop)
