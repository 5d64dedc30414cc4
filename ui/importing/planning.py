"""Plan an import again in a thread; a later wish overtakes an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from cxworkshop.errors import Refusal
from cxworkshop.exchange.choosing import ImportChoices
from cxworkshop.exchange.table import TableRecord
from cxworkshop.progress import WorkCancelled, checked_by
from cxworkshop.services.import_preview import ImportPreview, preview_again
from cxworkshop.services.import_reading import KnownAnswers
from ui.window.disk_task import DiskTask

PATIENCE = 0.1  # seconds that the window waits before it says that it counts
CHECK = 30  # milliseconds


class _Plan:
    """One way of reading the file, on its way to a plan."""

    def __init__(self, before: ImportPreview, known: KnownAnswers, wanted: ImportChoices) -> None:
        self._arguments = before, known, wanted
        self._is_cancelled = False
        self.task: DiskTask[ImportPreview | None] = DiskTask(self._work)

    def cancel(self) -> None:
        self._is_cancelled = True
        self.task.give_up(lambda _preview: None)

    def _work(self) -> ImportPreview | None:
        with suppress(WorkCancelled), checked_by(self._check):
            return preview_again(*self._arguments, watch=self._watch)
        return None

    def _watch(self, records: Iterable[TableRecord]) -> Iterator[TableRecord]:
        for record in records:
            self._check()
            yield record

    def _check(self, _rows: int = 0) -> None:
        if self._is_cancelled:
            raise WorkCancelled


class Planning(QObject):
    """`planned` carries an ImportPreview, `refused` a Refusal; `began` says that it takes a while.

    `known` is what the workshop holds already. Nothing comes of a wish that was overtaken or given
    up.
    """

    began = Signal()
    planned = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject, known: KnownAnswers) -> None:
        super().__init__(parent)
        self.known = known
        self._plan: _Plan | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(CHECK)
        self._clock.timeout.connect(self._check)

    @property
    def is_busy(self) -> bool:
        """Whether a plan is on its way."""
        return self._plan is not None

    def begin(self, before: ImportPreview, wanted: ImportChoices) -> None:
        """Plan the import of a file as a person says."""
        self.give_up()
        self._plan = _Plan(before, self.known, wanted)
        if self._plan.task.wait(PATIENCE):
            self._check()
        else:
            self._clock.start()
            self.began.emit()

    def give_up(self) -> None:
        """Let nothing come of what is being planned."""
        self._clock.stop()
        if self._plan is not None:
            self._plan.cancel()
            self._plan = None

    def _check(self) -> None:
        if self._plan is None or not self._plan.task.is_done:
            return
        task, self._plan = self._plan.task, None
        self._clock.stop()
        try:
            preview = task.result()
        except Refusal as refusal:
            self.refused.emit(refusal)
            return
        if preview is not None:
            self.planned.emit(preview)
