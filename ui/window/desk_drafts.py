"""What is half typed on the pages of the Desk, by round and stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.window.desk_pages import DeskPages, Key
from ui.window.unsaved_input import half_typed, put_back

if TYPE_CHECKING:
    from ui.window.desk import Desk

TALK = 2  # the number of the stop


class DeskDrafts:
    """Keeps what is half typed when the Desk is made anew, and over a kill of the program."""

    def __init__(self, desk: Desk, pages: DeskPages) -> None:
        self._desk, self._pages = desk, pages

    def now(self) -> dict[Key, str]:
        """Half-typed drafts by the round and the number of the stop."""
        return self._pages.drafts()

    def take(self, drafts: dict[Key, str]) -> None:
        """Put drafts back where they were; the stop in front stays in front."""
        here = self._desk.key_of(self._desk.here)
        for (round_number, stop), text in drafts.items():
            self._look_at_known(round_number)
            self._desk.go(stop)
            self._desk.page.take_draft(text)
        if drafts:
            self._look_at_known(here[0])
            self._desk.go(here[1])

    def _look_at_known(self, number: int) -> None:
        """Look at a round of the past if it is there: the file may be another one by now."""
        bridge = self._desk.bridge
        known = {round_.number for round_ in bridge.whole.rounds.all()}
        bridge.look_at(number if number in known else None)

    def half_typed(self) -> dict[str, Any]:
        """Everything half typed, in a form that survives a kill; empty when there is nothing."""
        desk = self._desk
        drafts = {f"{past}/{stop}": text for (past, stop), text in self.now().items()}
        fields = half_typed(desk.page) if desk.here else []
        past = desk.bridge.round_looked_at
        found = {"stop": desk.here, "round": past, "drafts": drafts, "fields": fields}
        return found if drafts or fields else {}

    @property
    def have_words(self) -> bool:
        """Whether somebody has typed words, not only chosen what sticks above the empty box."""
        from ui.stops.talk.input_area import has_words

        if self._desk.here and half_typed(self._desk.page):
            return True
        return any(stop != TALK or has_words(text) for (_past, stop), text in self.now().items())

    def take_half_typed(self, typed: dict[str, Any]) -> None:
        """Put it back, and open the stop where it was typed.

        Values that another version wrote raise KeyError, TypeError, ValueError or AttributeError.
        """
        if not typed:
            return
        self.take({_key_of(name): text for name, text in typed["drafts"].items()})
        self._look_at_known(int(typed.get("round") or 0))
        self._desk.go(int(typed["stop"]))
        put_back(self._desk.page, typed["fields"])


def _key_of(name: str) -> Key:
    """The key of a draft that was kept; before rounds could be opened it was the stop alone."""
    past, _slash, stop = name.rpartition("/")
    return int(past or 0), int(stop)
