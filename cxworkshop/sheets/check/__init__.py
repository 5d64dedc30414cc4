"""The sheet of stop 6: whom to ask on day 30, and lines for what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.content.values import CheckSheetContent
from cxworkshop.i18n import n_
from cxworkshop.sheets.needs import PICKED, in_slots
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _check_sheets(workshop: Workshop, options: PrintOptions) -> tuple[CheckSheetContent, ...]:
    return in_slots(workshop.content.check.check_sheets(names=options.names), options)


SHEETS = (
    Sheet(
        "check-sheet",
        6,
        n_("Check sheet"),
        _check_sheets,
        "check.check_sheet:check_sheets",
        PICKED,
        quotes=True,
    ),
)
