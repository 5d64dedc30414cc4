"""Check sheets from paper: all rows of one as one step, or nothing at all."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.errors import BadWords, WrongLines
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import PickId, Verbatim
from cxworkshop.queries.check_sheet import CheckSheet, SheetRow, check_sheet
from cxworkshop.stops.check.answers import Answers


class Sheets(Answers):
    """Ten customers' answers, written by hand and typed back row by row."""

    def preview_sheet(self, pick: PickId, rows: Sequence[SheetRow]) -> CheckSheet:
        """Whom each row means, and what is missing or does not fit."""
        return check_sheet(self._store, self.latest(pick), rows)

    def take_sheet(
        self, pick: PickId, rows: Sequence[SheetRow], *, but_these: bool = False
    ) -> list[Verbatim]:
        """What the rows say, as one step; rows that say nothing are left out.

        Raises WrongLines for words without a mark, customers who are unknown, in two rows, or in
        this check already; then nothing was taken. `but_these` takes the others all the same.
        """
        found = self.preview_sheet(pick, rows)
        if not found.rows:
            raise BadWords(_("The sheet is empty so far. Type what stands on it."))
        if found.troubles and not (but_these and found.doing):
            raise WrongLines(_sentence(found), len(found.doing))
        n = len(found.doing)
        title = ngettext("Type in {n} answer of a check sheet",
                         "Type in {n} answers of a check sheet", n)  # fmt: skip
        with self._store.edit(title.format(n=n)):
            return [
                self.record_answer(
                    pick, one.row.words, one.row.mark, customer=one.customer, kind=one.kind
                )
                for one in found.doing
                if one.row.mark is not None  # or it would be in trouble
            ]


def _sentence(found: CheckSheet) -> str:
    said = [_("Row {n}: {what}").format(n=n, what=what) for n, what in found.troubles]
    return " ".join([_("Nothing was taken yet, for some rows don’t fit."), *said])
