"""Sheets of stop 7."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.content.values import StaffTestContent
from cxworkshop.i18n import n_
from cxworkshop.sheets.needs import PICKED, chosen
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _tests(workshop: Workshop, wanted: PrintOptions) -> tuple[StaffTestContent, ...]:
    return chosen(workshop.content.staff_test.staff_tests(), wanted)


SHEETS = (
    Sheet("staff-test", 7, n_("Replace-the-staff test"), _tests, PICKED),
    Sheet("stranger-trial", 7, n_("A stranger’s trial"), _tests, PICKED),
)
