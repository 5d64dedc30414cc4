"""How sheets are to be printed."""

from __future__ import annotations

from cxworkshop.errors import BadWords
from cxworkshop.i18n import _
from cxworkshop.sheets.paper import A4, Paper
from cxworkshop.value_object import ValueObject

LONGEST_LINK = 200  # characters; a longer one makes a QR code too fine to scan from a distance


class PrintOptions(ValueObject):
    """How sheets are to be printed.

    `profile` names the labels or cards in the printer, "" is plain paper. `offset` is how far this
    printer prints too far left and too high, in millimetres, at ruler 1 of the test sheet, and
    `drift` how much more at ruler 2.
    """

    paper: Paper = A4
    names: bool = False  # show customers' names, for this print only (R7)
    slots: tuple[int, ...] = ()  # the improvements to print; empty for all
    answers: tuple[str, ...] = ()  # which kinds of answer the list has; empty for all
    profile: str = ""
    offset: tuple[float, float] = (0.0, 0.0)
    drift: tuple[float, float] = (0.0, 0.0)
    backs: bool = False  # print the mirrored backs of cards too
    large: bool = False  # half as large again
    codes: bool = False  # for a camera, on cards, headlines and ballots
    link: str = ""  # where customers can say more, for a QR code

    def refuse_long_link(self) -> None:
        """Raise BadWords for a link that no telephone could scan."""
        if len(self.link) > LONGEST_LINK:
            text = _("That link has {length} characters, and {most} is the most. Use a short one.")
            raise BadWords(text.format(length=len(self.link), most=LONGEST_LINK))
