"""Sheets of stop 6."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.i18n import n_
from cxworkshop.papers.check import CheckPaper
from cxworkshop.sheets.sheet import Sheet, Wanted

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _checks(workshop: Workshop, wanted: Wanted) -> list[CheckPaper]:
    found = workshop.printing.check_sheets(names=wanted.names)
    return [paper for paper in found if not wanted.slots or paper.slot in wanted.slots]


SHEETS = (
    Sheet(
        "check-sheet",
        6,
        n_("Check sheet"),
        _checks,
        lambda workshop: bool(workshop.pick.slots()),
        quotes=True,
    ),
)
