"""Reading another laptop's copy of the open workshop, and showing what it would bring."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from cxworkshop.errors import Refusal
from cxworkshop.services.merging import OtherCopy
from ui.dialogs.merge import MergeDialog
from ui.theme.theme import Theme
from ui.window.disk_task import DiskRequest
from ui.window.disk_work import DiskWork, not_read_yet
from ui.window.workshop_holder import WorkshopHolder

if TYPE_CHECKING:
    from ui.bridge import Bridge


class MergeReader(QObject):
    """One file at a time: a newer one ends the reading of the older."""

    def __init__(self, window: QWidget, theme: Theme, workshops: WorkshopHolder) -> None:
        super().__init__(window)
        self._window, self._theme, self._workshops = window, theme, workshops
        self._disk = DiskWork(window, theme)
        workshops.left.connect(self._disk.give_up)

    def read(self, path: Path) -> None:
        """Read a copy, then show what merging it would do."""
        bridge = self._workshops.bridge
        assert bridge is not None, "it is merged into what is open"
        self._disk.run(
            DiskRequest(
                partial(OtherCopy.read, path),
                partial(self._show, bridge),
                self._say,
                not_read_yet(path),
                undo=OtherCopy.close,
            )
        )

    def _show(self, bridge: Bridge, other: OtherCopy) -> bool:
        try:
            dialog = MergeDialog(bridge, self._theme, self._window, other)
        except Refusal as refusal:
            other.close()
            self._say(refusal)
            return False
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return True

    def _say(self, refusal: Refusal) -> None:
        self._workshops.say(refusal.sentence)
