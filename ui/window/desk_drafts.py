"""What is half typed on the pages of the Desk, by round and stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.window.desk_pages import DeskPages, Key, Unsaved
from ui.window.unsaved_input import put_back

if TYPE_CHECKING:
    from ui.window.desk import Desk

PREPARE, TALK = 1, 2  # the numbers of the stops


class DeskDrafts:
    """Keeps what is half typed when the Desk is made anew, and over a kill of the program."""

    def __init__(self, desk: Desk, pages: DeskPages) -> None:
        self._desk, self._pages = desk, pages

    def now(self) -> dict[Key, Unsaved]:
        """What is half typed by the round and the number of the stop."""
        return self._pages.unsaved()

    def take(self, drafts: dict[Key, Unsaved]) -> None:
        """Put drafts back where they were; the stop in front stays in front."""
        here = self._desk.key_of(self._desk.here)
        for key in sorted(drafts, key=lambda key: key == here):  # its keyboard comes last
            self._turn_to(key)
            if drafts[key].draft:
                self._desk.page.take_draft(drafts[key].draft)
            put_back(self._desk.page, drafts[key].fields)
        if drafts and here not in drafts:
            self._turn_to(here)

    def _turn_to(self, key: Key) -> None:
        self._look_at_known(key[0])
        self._desk.go(key[1])

    def _look_at_known(self, number: int) -> None:
        """Look at a round of the past if it is there: the file may be another one by now."""
        bridge = self._desk.bridge
        known = {round_.number for round_ in bridge.whole.rounds.all()}
        bridge.look_at(number if number in known else None)

    def half_typed(self) -> dict[str, Any]:
        """Everything half typed, in a form that survives a kill; empty when there is nothing."""
        desk, now = self._desk, self.now()
        drafts = {_name_of(key): unsaved.draft for key, unsaved in now.items() if unsaved.draft}
        fields = {_name_of(key): unsaved.fields for key, unsaved in now.items() if unsaved.fields}
        past = desk.bridge.round_looked_at
        found = {"stop": desk.here, "round": past, "drafts": drafts, "fields": fields}
        return found if now else {}

    @property
    def have_words(self) -> bool:
        """Whether somebody has typed words, not only chosen a section or what sticks at stop 2."""
        from ui.stops.talk.input_area import has_words

        here = self._desk.key_of(self._desk.here)
        for key, unsaved in self.now().items():
            stop, has_fields, has_draft = key[1], bool(unsaved.fields), bool(unsaved.draft)
            if stop == TALK:
                is_typed = has_words(unsaved.draft) or (key == here and has_fields)
            else:
                is_typed = has_fields or (has_draft and stop != PREPARE)
            if is_typed:
                return True
        return False

    def take_half_typed(self, typed: dict[str, Any]) -> None:
        """Put it back, and open the stop where it was typed.

        Values that another version wrote raise KeyError, TypeError, ValueError or AttributeError.
        """
        if not typed:
            return
        self._turn_to((int(typed.get("round") or 0), int(typed["stop"])))
        drafts, fields = typed["drafts"], typed["fields"]
        if isinstance(fields, list):  # once only the page in front had some
            fields = {_name_of(self._desk.key_of(self._desk.here)): fields}
        names = drafts.keys() | fields.keys()
        self.take(
            {_key_of(one): Unsaved(drafts.get(one, ""), fields.get(one, [])) for one in names}
        )


def _name_of(key: Key) -> str:
    return f"{key[0]}/{key[1]}"


def _key_of(name: str) -> Key:
    """The key of a draft that was kept; before rounds could be opened it was the stop alone."""
    past, _slash, stop = name.rpartition("/")
    return int(past or 0), int(stop)
