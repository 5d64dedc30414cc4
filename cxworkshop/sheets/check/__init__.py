"""Sheets of stop 6."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.content.values import CheckSheetContent
from cxworkshop.i18n import n_
from cxworkshop.sheets.needs import PICKED, chosen
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _checks(workshop: Workshop, wanted: PrintOptions) -> tuple[CheckSheetContent, ...]:
    return chosen(workshop.content.check.check_sheets(names=wanted.names), wanted)


SHEETS = (Sheet("check-sheet", 6, n_("Check sheet"), _checks, PICKED, quotes=True),)
