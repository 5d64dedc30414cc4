"""The description of a printable sheet. Imports no library: it is needed at every start."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from importlib import import_module
from typing import TYPE_CHECKING, Any

from cxworkshop.sheets.needs import NOTHING, Requirement
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.value_object import ValueObject

if TYPE_CHECKING:
    from cxworkshop.sheets.layout.document import Page
    from cxworkshop.workshop import Workshop


class Large(Enum):
    """How a sheet becomes large print."""

    LAID_OUT = auto()  # anew, on the same paper
    ON_LARGER_PAPER = auto()
    UNLESS_STOCK = auto()  # on larger paper, but at its size on cards or labels of a maker
    NEVER = auto()  # it must have its size


class Sheet(ValueObject):
    """A sheet that can be printed: its name on the command line, its stop (0: any) and its title.

    `gather` returns the content; only it sees the workshop. `draw` names the function that lays
    the content out, as "module:function" below `cxworkshop.sheets`, to be imported when something
    is printed. `needs` is what must be there first.
    """

    slug: str
    stop: int
    title: str
    gather: Callable[[Workshop, PrintOptions], Any]
    draw: str
    needs: Requirement = NOTHING
    usual: bool = True  # printed when no sheet is named
    quotes: bool = False  # quotes customers: likely names are looked for before it is printed (R7)
    large: Large = Large.LAID_OUT
    ages: bool = False  # goes out of date: its head says as of which day it is
    both_sides: bool = False  # read in the hand, so that its pages may stand back to back
    alone: bool = False  # each page is hung up or given to somebody, so nothing stands on its back
    copies: str = ""  # how many, if that is not one
    same_as: str = ""  # the sheet that says the same in another form: the pack has that one alone

    @property
    def in_pack(self) -> bool:
        """Whether the session pack has it, once there is something to print on it."""
        return self.usual and not self.same_as

    def sensible(self, workshop: Workshop) -> bool:
        """Whether there is anything to print on it yet."""
        return self.needs.met(workshop)

    def pages(self, content: Any, options: PrintOptions) -> list[Page]:
        """Lay out what `gather` returned; raises a Refusal where there is nothing to print."""
        pages: list[Page] = self.draw_function()(content, options)
        return pages

    def draw_function(self) -> Callable[[Any, PrintOptions], list[Page]]:
        """Import the function that `draw` names, and with it the libraries that draw paper."""
        module, _colon, name = self.draw.partition(":")
        function: Callable[[Any, PrintOptions], list[Page]] = getattr(
            import_module(f"cxworkshop.sheets.{module}"), name
        )
        return function
