"""What a file does that is dropped on the window, by its ending."""

from __future__ import annotations

from pathlib import Path

from cxworkshop.filenames import FONT_PACK, WORKSHOP, split_ending
from cxworkshop.i18n import _
from ui.window.file_actions import FileActions
from ui.window.workshop_holder import WorkshopHolder


class DroppedFiles:
    """A workshop opens, a font pack is added; anything else is looked at for an import."""

    def __init__(self, files: FileActions, workshops: WorkshopHolder) -> None:
        self._files, self._workshops = files, workshops

    def why(self, path: Path) -> str:
        """Say what letting go of this file would do."""
        if split_ending(path.name)[1]:
            return _("Let go to open this workshop.")
        if split_ending(path.name, FONT_PACK)[1]:
            return _("Let go to add the fonts in it.")
        if self._workshops.bridge is None:
            return _("Open a workshop first, or make a new one; then drop it here.")
        return _("Let go to import it. You see first what becomes of each line.")

    def take(self, path: Path) -> None:
        """Do what was said."""
        if split_ending(path.name, WORKSHOP, FONT_PACK)[1]:
            self._files.open(path)
        else:
            self._files.import_file(path)
