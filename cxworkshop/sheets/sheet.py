"""What can be printed, and how somebody wants it. Knows no library: it is read at every start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxworkshop.sheets.needs import NOTHING, Requirement
from cxworkshop.sheets.options import PrintOptions

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


@dataclass(frozen=True)
class Sheet:
    """A kind of sheet: its name on the command line, its stop (0 is any), and its title.

    `gather` takes the values from the workshop; nothing else of a print does. `needs` is what has
    to be there first. `usual` sheets are printed when none is named.
    """

    slug: str
    stop: int
    title: str
    gather: Callable[[Workshop, PrintOptions], Any]
    needs: Requirement = NOTHING
    usual: bool = True
    quotes: bool = False  # customers' words stand on it: likely names are looked at first (R7)

    def sensible(self, workshop: Workshop) -> bool:
        """Whether there is anything to print on it yet."""
        return self.needs.met(workshop)
