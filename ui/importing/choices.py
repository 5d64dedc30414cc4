"""What a person has said of a file so far: how it is read, and what its columns are."""

from __future__ import annotations

from dataclasses import replace

from cxworkshop.exchange.choosing import GUESSED, ImportChoices
from cxworkshop.exchange.roles import ColumnRole, RoleExchange
from cxworkshop.services.import_preview import ImportPreview
from ui.importing.role_menu import sentence_of_move


class ChoicesSoFar:
    """`wanted` is what the import is to be planned with, also while it is being planned.

    `moved` says what became of other columns by the last choice.
    """

    def __init__(self, wanted: ImportChoices) -> None:
        self.wanted = wanted
        self.moved: tuple[str, ...] = ()
        self._exchange = RoleExchange()

    @property
    def are_made(self) -> bool:
        """Whether a person has said anything."""
        return self.wanted != GUESSED

    def choose_role(self, preview: ImportPreview, column: int, role: ColumnRole) -> None:
        """Say what a column is; it may take that from another one."""
        before = self.wanted.roles or preview.chosen.roles
        roles, moves = self._exchange.give(before, column, role)
        counts = preview.counts
        self.moved = tuple(sentence_of_move(move, counts[move.column]) for move in moves)
        self.wanted = replace(self.wanted, roles=roles)

    def choose_respondent(self, preview: ImportPreview, column: int | None) -> None:
        """Say by which column several rows are one customer's; None: each row is one."""
        who = preview.chosen.respondent
        if column is not None:
            self.choose_role(preview, column, ColumnRole.WHO)
        elif who is not None:
            self._exchange = RoleExchange()  # no other column takes its place
            self.choose_role(preview, who, ColumnRole.LEAVE_OUT)

    def start_with(self, preview: ImportPreview, row: int) -> None:
        """Move the line above which the columns have their names.

        As long as nobody has said what the columns are, that is guessed again.
        """
        table = preview.table.starting_with(row)
        self.moved = ()
        self.wanted = replace(self.wanted, header=table.header_rows, skipped=table.skipped)

    def read_as(
        self, delimiter: str | None = None, encoding: str | None = None, sheet: str | None = None
    ) -> None:
        """Read the file otherwise: all that was said of its columns is forgotten."""
        was = self.wanted
        read = ImportChoices(
            encoding=was.encoding if encoding is None else encoding,
            delimiter=was.delimiter if delimiter is None else delimiter,
            sheet=was.sheet if sheet is None else sheet,
        )
        self.begin_anew(read)

    def begin_anew(self, wanted: ImportChoices) -> None:
        """Choose all of this, and forget what was said of single columns."""
        self._exchange, self.moved, self.wanted = RoleExchange(), (), wanted

    def go_back_to(self, wanted: ImportChoices) -> None:
        """Be as before the last choice: the file can't be read so."""
        self.wanted, self.moved = wanted, ()
