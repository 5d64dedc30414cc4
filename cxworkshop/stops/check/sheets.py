"""Check sheets filled in on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cxworkshop.errors import BadWords, WrongLines
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import DayCheck, PickId, Verbatim
from cxworkshop.queries.check_sheet import CheckSheet, SheetRow, check_sheet
from cxworkshop.store.tables.journal import Store


class CheckSheets:
    """Check sheets filled in on paper: each is taken whole, as one step, or not at all."""

    def __init__(
        self,
        store: Store,
        latest: Callable[[PickId], DayCheck],
        record_answer: Callable[..., Verbatim],
    ) -> None:
        self._store, self._latest, self._record_answer = store, latest, record_answer

    def preview(self, pick: PickId, rows: Sequence[SheetRow]) -> CheckSheet:
        """Match each row with its customer, and find what is missing or does not fit."""
        return check_sheet(self._store, self._latest(pick), rows)

    def take(
        self, pick: PickId, rows: Sequence[SheetRow], *, but_these: bool = False
    ) -> list[Verbatim]:
        """Record the answer in each row; empty rows are left out.

        Raises WrongLines, and takes nothing, if a row has words without a mark, or a customer who
        is unknown, stands in two rows or has answered already. `but_these` leaves such rows out
        and takes the others. Raises BadWords if all rows are empty.
        """
        sheet = self.preview(pick, rows)
        if not sheet.rows:
            raise BadWords(_("The sheet is empty so far. Type what stands on it."))
        if sheet.troubles and not (but_these and sheet.complete):
            raise WrongLines(_sentence(sheet), len(sheet.complete))
        n = len(sheet.complete)
        title = ngettext("Type in {n} answer of a check sheet",
                         "Type in {n} answers of a check sheet", n)  # fmt: skip
        with self._store.edit(title.format(n=n)):
            return [
                self._record_answer(
                    pick, one.row.words, one.row.mark, customer=one.customer, kind=one.kind
                )
                for one in sheet.complete
            ]


def _sentence(sheet: CheckSheet) -> str:
    rows = [_("Row {n}: {what}").format(n=n, what=what) for n, what in sheet.troubles]
    return " ".join([_("Nothing was taken yet, for some rows don’t fit."), *rows])
