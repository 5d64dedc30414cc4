"""Sheets of stop 7."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.i18n import n_
from cxworkshop.papers.staff_test import StaffPaper
from cxworkshop.sheets.sheet import Sheet, Wanted

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _tests(workshop: Workshop, wanted: Wanted) -> list[StaffPaper]:
    found = workshop.printing.staff_tests()
    return [paper for paper in found if not wanted.slots or paper.slot in wanted.slots]


def _picked(workshop: Workshop) -> bool:
    return bool(workshop.pick.slots())


SHEETS = (
    Sheet("staff-test", 7, n_("Replace-the-staff test"), _tests, _picked),
    Sheet("stranger-trial", 7, n_("A stranger's trial"), _tests, _picked),
)
