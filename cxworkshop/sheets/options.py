"""How a sheet shall be printed."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.sheets.paper import A4, Paper


@dataclass(frozen=True, kw_only=True)
class PrintOptions:
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
