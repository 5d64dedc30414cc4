"""Which module draws which sheet of stop 7."""

from cxworkshop.sheets.pages import Pages
from cxworkshop.sheets.staff_test.staff_test import staff_tests
from cxworkshop.sheets.staff_test.stranger import trials

PAGES: dict[str, Pages] = {"staff-test": staff_tests, "stranger-trial": trials}
