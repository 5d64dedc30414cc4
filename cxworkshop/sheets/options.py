"""How sheets are to be printed."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.sheets.paper import A4, Paper


@dataclass(frozen=True, kw_only=True)
class PrintOptions:
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
    link: str = ""  # where customers can say more, for the poster's QR code
