"""Reading photos of the wall in a thread: the window says how far it is, and stays usable."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from cxworkshop.errors import Refusal
from cxworkshop.filenames import shown
from cxworkshop.i18n import _
from cxworkshop.progress import WorkCancelled, checked_by
from cxworkshop.services.photos.gathering import WallDoubt
from cxworkshop.services.photos.reading import Photo, read_photo
from ui.dialogs.photos import PhotosDialog
from ui.theme.theme import Theme
from ui.window.disk_task import DiskTask
from ui.window.reading_wait import ReadingWait
from ui.window.workshop_holder import WorkshopHolder


class _Reading:
    """Some photos on their way. The thread sets what the window reads, and the other way."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths, self.done = paths, 0
        self.refused: list[str] = []
        self._is_cancelled = False
        self.task: DiskTask[list[Photo]] = DiskTask(self._work)

    def cancel(self) -> None:
        """End it soon."""
        self._is_cancelled = True
        self.task.give_up(lambda _photos: None)

    def _work(self) -> list[Photo]:
        photos = []
        with suppress(WorkCancelled), checked_by(self._check):
            for number, path in enumerate(self.paths):
                self.done = number
                try:
                    photos.append(read_photo(path))
                except Refusal as refusal:  # the other photos may be all right
                    self.refused.append(refusal.sentence)
        return photos

    def _check(self, _rows: int = 0) -> None:
        if self._is_cancelled:
            raise WorkCancelled


class PhotoReader(QObject):
    """Some photos at a time: newer ones end the reading of the older."""

    def __init__(self, window: QWidget, theme: Theme, workshops: WorkshopHolder) -> None:
        super().__init__(window)
        self._window, self._theme, self._workshops = window, theme, workshops
        self._wait = ReadingWait(window, theme, "photos", self._say, self._finish)
        workshops.left.connect(self.cancel)

    def read(self, paths: Sequence[Path]) -> None:
        """Read the photos, then show what they say about the open workshop."""
        self.cancel()
        self._wait.begin(_Reading(paths))

    def cancel(self) -> None:
        """Forget about the photos that are being read, if there are any."""
        self._wait.cancel()

    def _finish(self, reading: _Reading) -> None:
        photos, bridge = reading.task.result(), self._workshops.bridge
        assert bridge is not None, "leaving a workshop ends the reading"
        if not photos:
            self._workshops.say(" ".join(reading.refused))
            return
        found = bridge.workshop.importing.photos.look(photos)
        refused = tuple(WallDoubt(sentence) for sentence in reading.refused)
        found = replace(found, doubts=(*found.doubts, *refused))
        if not (found.cards or found.headlines or found.slips):
            self._workshops.say(" ".join(doubt.sentence() for doubt in found.doubts))
            return
        dialog = PhotosDialog(bridge.workshop, self._theme, self._window, photos, found)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # it holds all the photos
        dialog.show_lines()

    def _say(self, reading: _Reading) -> None:
        panel = self._wait.panel
        if panel is None:
            return
        name = shown(reading.paths[reading.done].name)
        sentence = _("Reading {name} …").format(name=name)
        if panel.text != sentence:
            panel.show_message(sentence, (_("Cancel"), self.cancel))
        words = _("{n} of {of}").format(n=reading.done + 1, of=len(reading.paths))
        panel.show_share(words, reading.done, len(reading.paths))
