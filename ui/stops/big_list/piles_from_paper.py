"""Typing back what was sorted on a real wall: one pile in a line, or many in a dialog."""

from __future__ import annotations

import json
from collections.abc import Callable

from ui.dialogs.pile_entry import PileEntryDialog
from ui.stops.big_list.actions import BoardActions
from ui.stops.big_list.low_page import LOW
from ui.stops.big_list.pile_line import PileLineEntry
from ui.stops.page import StopPage


class PilesFromPaper:
    """The line and the dialog for piles; keeps what is half typed in either of them.

    `leave` gives the keyboard back when the line or the dialog is closed.
    """

    def __init__(
        self,
        page: StopPage,
        entry: PileLineEntry,
        actions: BoardActions,
        leave: Callable[[], object],
    ) -> None:
        self._page, self._entry, self._actions, self._leave = page, entry, actions, leave
        entry.many_wanted.connect(self.open_dialog)
        entry.left.connect(leave)

    def open(self) -> None:
        """Ctrl+G: open the line, or the dialog where the page has no room for it."""
        if self._has_room():
            self._entry.begin()
        else:
            self._entry.ask_for_many()

    def open_dialog(self, lines: str) -> None:
        """Open the dialog, in which each pile has a line of its own."""
        dialog = PileEntryDialog(self._page.workshop, self._page.theme, self._page)
        dialog.finished.connect(dialog.deleteLater)
        dialog.typed.connect(self._entry.keep_lines)
        dialog.finished.connect(self._leave)
        self._entry.keep_lines(lines)
        dialog.begin(lines)

    def focus_line(self) -> None:
        """Give the line the keyboard."""
        self._entry.line.setFocus()

    def page_resized(self) -> None:
        """Hide the line when there is no room for it, as with large text; it keeps its text."""
        if not self._has_room():
            self._entry.hide()

    def group_fitting(self) -> None:
        """Group the cards of the line that fit."""
        line = self._entry.line
        if self._actions.group_fitting(line.text()):
            line.clear()
            self.focus_line()

    def draft(self) -> str:
        """What is half typed, as JSON; "" for nothing."""
        parts = {"line": self._entry.line.text(), "lines": self._entry.lines}
        return json.dumps(parts) if any(parts.values()) else ""

    def take_draft(self, text: str) -> None:
        """Put back what `draft` returned."""
        parts = json.loads(text)
        self._entry.keep_lines(parts["lines"])
        self._entry.line.setText(parts["line"])
        self._entry.setVisible(self._has_room())

    def _has_room(self) -> bool:
        """Whether there is room for the line; a low page has it only for the dialog."""
        return self._page.height() >= self._page.theme.px(LOW)
