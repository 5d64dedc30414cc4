"""Sheets of stop 7: the replace-the-staff test, and a trial by a stranger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.content.values import StaffTestContent
from cxworkshop.i18n import n_
from cxworkshop.sheets.needs import PICKED, in_slots
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Large, Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _staff_tests(workshop: Workshop, options: PrintOptions) -> tuple[StaffTestContent, ...]:
    return in_slots(workshop.content.staff_test.staff_tests(), options)


SHEETS = (
    Sheet(
        "staff-test",
        7,
        n_("Replace-the-staff test"),
        _staff_tests,
        "staff_test.staff_test:staff_tests",
        PICKED,
    ),
    Sheet(
        "stranger-trial",
        7,
        n_("A stranger’s trial"),
        _staff_tests,
        "staff_test.stranger:stranger_trials",
        PICKED,
        large=Large.ON_LARGER_PAPER,
    ),
)
