"""Codes, letters and numbers of rescued rows: each is given once."""

from __future__ import annotations

from collections.abc import Callable

from cxworkshop.store.recovery.identify import Key
from cxworkshop.store.recovery.placeholders import CARD_COUNTER, Placeholders, Rows
from cxworkshop.store.tables.codec import Value, Values


class Numbering:
    """Renumbers rows in place; `changed` holds the doubtful ones, and those renumbered join it."""

    def __init__(self, rows: Rows, changed: set[Key], placeholders: Placeholders) -> None:
        self._rows, self._changed, self._placeholders = rows, changed, placeholders

    def make_codes_unique(self) -> None:
        """Give a doubtful card another code when a second one has it."""
        self._make_unique(
            "card", "code", lambda values: values["code"], lambda _v: self._placeholders.next_code()
        )

    def make_letters_unique(self) -> None:
        """The same for the letters of a round's groups."""
        self._make_unique(
            "card_group",
            "letter",
            lambda values: values["letter"] and f"{values['first_round']} {values['letter']}",
            lambda values: self._placeholders.next_letter(str(values["first_round"])),
        )

    def number_customers(self) -> None:
        """Give a number to each customer whose own can't be right."""
        for key in self._keys("customer"):
            if not self._rows[key]["number"]:
                number = self._placeholders.next_customer_number()
                self._rows[key] = {**self._rows[key], "number": number}

    def raise_card_counter(self) -> bool:
        """Never give a code twice, even when the counter is lost; return whether it was too low."""
        codes = [int(self._rows[key]["code"] or 0) for key in self._keys("card")]
        counter = self._rows.get(CARD_COUNTER, {"last": 0})
        last = max([int(counter["last"] or 0), *codes])
        if last == counter["last"]:
            return False
        self._rows[CARD_COUNTER] = {"id": "card", "last": last}
        return True

    def _keys(self, table: str) -> list[Key]:
        return [key for key in self._rows if key[0] == table]

    def _make_unique(
        self,
        table: str,
        column: str,
        name: Callable[[Values], Value],
        next_value: Callable[[Values], Value],
    ) -> None:
        """Certain rows keep theirs: they come first."""
        used: set[Value] = set()
        for key in sorted(self._keys(table), key=self._changed.__contains__):
            values = self._rows[key]
            if not name(values) or name(values) in used:
                values = self._rows[key] = {**values, column: next_value(values)}
                self._changed.add(key)
            used.add(name(values))
