"""Reading and planning an import in a thread: the window says how far it is, and stays usable."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cxworkshop.errors import Refusal
from cxworkshop.exchange.table import TableRecord
from cxworkshop.filenames import shown
from cxworkshop.i18n import _
from cxworkshop.memory import give_large_blocks_back
from cxworkshop.progress import WorkCancelled, checked_by
from cxworkshop.services.import_preview import ImportPreview, preview_import
from cxworkshop.services.import_reading import ImportFile
from cxworkshop.workshop import Workshop
from ui.theme.theme import Theme
from ui.window.content import WindowContent
from ui.window.disk_task import DiskTask
from ui.window.disk_work import PATIENCE as PATIENCE_WITH_A_DISK, not_read_yet
from ui.window.reading_wait import PATIENCE, ReadingWait
from ui.window.workshop_holder import WorkshopHolder


class _Reading:
    """One file on its way to a plan. The thread sets what the window reads, and the other way."""

    def __init__(self, source: Path | ImportFile, workshop: Workshop) -> None:
        self._workshop = workshop
        self.file = source if isinstance(source, ImportFile) else None
        self.path = source if isinstance(source, Path) else Path(source.name)
        self.done = self.rows = 0
        self._began, self._is_cancelled = monotonic(), False
        self.start()

    def start(self) -> None:
        """Plan it for what the workshop knows now."""
        self.done = self.rows = 0
        self._seq, self._known = self._workshop.seq, self._workshop.importing.known()
        self._recipes = self._workshop.importing.recipes()
        self.task: DiskTask[ImportPreview | None] = DiskTask(self._work)

    def cancel(self) -> None:
        """End it soon; a disk that does not answer is waited for no longer."""
        self._is_cancelled = True
        self.task.give_up(lambda _prepared: None)

    @property
    def is_outdated(self) -> bool:
        """Whether the workshop has come to know other answers than it was planned for."""
        if self._seq == self._workshop.seq:
            return False
        return self._known.keys != self._workshop.importing.known().keys

    @property
    def sentence(self) -> str:
        """What is being done."""
        if self.file is None and monotonic() - self._began > PATIENCE_WITH_A_DISK:
            return not_read_yet(self.path)
        return _("Reading {name} …").format(name=shown(self.path.name))

    def _work(self) -> ImportPreview | None:
        with suppress(WorkCancelled), checked_by(self._check):
            self.file = self.file or ImportFile.read(self.path)
            return preview_import(self.file, self._known, self._recipes, self._count)
        return None

    def _check(self, _rows: int = 0) -> None:
        if self._is_cancelled:
            raise WorkCancelled

    def _count(self, records: Iterable[TableRecord]) -> Iterator[TableRecord]:
        todo = tuple(records)
        self.rows = len(todo)
        for number, record in enumerate(todo):
            self._check()
            self.done = number
            yield record


class ImportReader(QObject):
    """One file at a time: a newer one ends the reading of the older.

    `content` returns what the window shows now.
    """

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        workshops: WorkshopHolder,
        content: Callable[[], WindowContent],
    ) -> None:
        super().__init__(window)
        self._content = content
        self.patience = PATIENCE
        self._window, self._theme, self._workshops = window, theme, workshops
        self._wait = ReadingWait(window, theme, "import", self._say, self._finish)
        workshops.left.connect(self.cancel)

    def read(self, source: Path | ImportFile, workshop: Workshop) -> None:
        """Read a file, then show what its import into the workshop would do."""
        self.cancel()
        give_large_blocks_back()
        self._wait.begin(_Reading(source, workshop), self.patience)

    def cancel(self) -> None:
        """Forget about the file that is being read, if there is one."""
        self._wait.cancel()

    def _finish(self, reading: _Reading) -> None:
        if reading.is_outdated:
            reading.start()
            self._wait.begin(reading, 0)
            return
        try:
            preview = reading.task.result()
            if preview is not None:
                self._show(preview)
        except Refusal as refusal:
            self._workshops.say(str(refusal))

    def _show(self, preview: ImportPreview) -> None:
        bridge = self._workshops.bridge
        assert bridge is not None, "leaving a workshop ends the reading"
        if preview.prepared is not None:
            bridge.workshop.importing.refuse_without_room(preview.prepared)
        desk = self._content().desk
        assert desk is not None, "a workshop that is open has a Desk"
        desk.importing.begin(preview)

    def _say(self, reading: _Reading) -> None:
        panel = self._wait.panel
        if panel is None:
            return
        if panel.text != reading.sentence:  # also after everything was laid out again
            panel.show_message(reading.sentence, (_("Cancel"), self.cancel))
        if rows := reading.rows:
            words = _("{n} of {all} rows").format(n=reading.done, all=rows)
            panel.show_share(words, reading.done, rows)
