"""Sheets of stop 6: whom to ask on day 30, and months after; lines for what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.content.values import CheckSheetContent, LookAgainContent
from cxworkshop.i18n import n_
from cxworkshop.sheets.needs import KEPT, PICKED, in_slots
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Large, Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _check_sheets(workshop: Workshop, options: PrintOptions) -> tuple[CheckSheetContent, ...]:
    return in_slots(workshop.content.check.check_sheets(names=options.names), options)


def _look_agains(workshop: Workshop, options: PrintOptions) -> list[LookAgainContent]:
    return workshop.content.check.look_agains(names=options.names)


SHEETS = (
    Sheet(
        "check-sheet",
        6,
        n_("Check sheet"),
        _check_sheets,
        "check.check_sheet:check_sheets",
        PICKED,
        quotes=True,
        ages=True,
        large=Large.ON_LARGER_PAPER,
        alone=True,
        copies=n_("one for each who asks"),
    ),
    Sheet(
        "look-again",
        6,
        n_("Look again"),
        _look_agains,
        "check.look_again:look_agains",
        KEPT,
        quotes=True,
        ages=True,
        alone=True,
    ),
)
