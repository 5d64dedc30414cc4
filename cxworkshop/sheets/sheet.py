"""What can be printed, and how somebody wants it. Knows no library: it is read at every start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxworkshop.sheets.needs import NOTHING, Need
from cxworkshop.sheets.paper import A4, Paper

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """How a sheet shall be printed.

    `slots` are the improvements that are wanted, none named is all. `profile` names the labels or
    cards that are put into the printer, "" is plain paper. `offset` is how far this printer prints
    too far left and too high, in millimetres. `backs` asks for the mirrored backs of cards. `link`
    is where a customer can say more, "" for none.
    """

    paper: Paper = A4
    names: bool = False
    slots: tuple[int, ...] = ()
    profile: str = ""
    offset: tuple[float, float] = (0.0, 0.0)
    backs: bool = False
    link: str = ""


@dataclass(frozen=True)
class Sheet:
    """A kind of sheet: its name on the command line, its stop (0 is any), and its title.

    `gather` takes the values from the workshop; nothing else of a print does. `needs` is what has
    to be there first. `usual` sheets are printed when none is named.
    """

    slug: str
    stop: int
    title: str
    gather: Callable[[Workshop, Wanted], Any]
    needs: Need = NOTHING
    usual: bool = True
    quotes: bool = False  # customers' words stand on it: likely names are looked at first (R7)

    def sensible(self, workshop: Workshop) -> bool:
        """Whether there is anything to print on it yet."""
        return self.needs.met(workshop)
