"""Making a file for other programs: from a copy, in a thread, where it takes long."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cxworkshop.errors import Refusal
from cxworkshop.filenames import shown
from cxworkshop.i18n import _
from cxworkshop.services.files import LongChange
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge
from ui.dialogs.long_change import LongChangeDialog
from ui.theme.theme import Theme
from ui.window.running_change import RunningChange

MANY = 2_000  # answers that take longer to write than a person likes to wait
PATIENCE = 0.1  # seconds that the window waits before it shows how far it is


class ExportMaking:
    """Hands the bytes of a file to `then`, or what it lacks to `refused`.

    After Cancel neither is called, and nothing was written.
    """

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        dialog: QWidget,
        refused: Callable[[Refusal], object],
    ) -> None:
        self._bridge, self._theme, self._dialog = bridge, theme, dialog
        self._refused = refused

    def make(
        self, name: str, write: Callable[[Workshop], bytes], then: Callable[[bytes], object]
    ) -> None:
        """Make it at once, or show how far it is until it is made."""
        workshop = self._bridge.workshop
        answers = _answers(workshop)
        if answers < MANY:
            try:
                data = write(workshop)
            except Refusal as refusal:  # there is nothing to write yet
                self._refused(refusal)
                return
            then(data)
            return
        made: list[bytes] = []
        reading: LongChange[object] = self._bridge.whole.begin_long(
            lambda copy: made.append(write(self._as_looked_at(copy)))
        )
        sentence = _("Making {name} …").format(name=shown(name))
        running = RunningChange(reading, sentence, answers, self._refused, self._dialog)
        running.ended.connect(lambda is_done: then(made[0]) if is_done else None)
        if not running.wait(PATIENCE):
            LongChangeDialog(running, self._theme, self._dialog).open()

    def _as_looked_at(self, copy: Workshop) -> Workshop:
        number = self._bridge.round_looked_at
        return copy if number is None else copy.in_round(number)


def _answers(workshop: Workshop) -> int:
    """How many things were said that a file can list."""
    return sum(len(card.verbatims) for card in workshop.big_list.board().all_cards())
