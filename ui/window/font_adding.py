"""Adding fonts of East Asia from a font pack, as somebody carries it here on a stick."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cxworkshop.errors import Refusal
from cxworkshop.filenames import FONT_PACK
from cxworkshop.i18n import _
from cxworkshop.sheets.typesetting.font_pack import add_fonts, sentence_of
from ui.dialogs.file_choice import choose_file
from ui.dialogs.new_defaults import documents
from ui.theme.theme import Theme, show_added_fonts
from ui.window.disk_task import DiskRequest
from ui.window.disk_work import DiskWork, not_read_yet


class FontAdding(QObject):
    """One pack at a time, read and written by another thread: a stick may be slow.

    `say` is given the sentence at the end, and `added` is called when the fonts are here.
    """

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        say: Callable[[str], object],
        added: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(window)
        self._window, self._say, self._added = window, say, added
        self._disk = DiskWork(window, theme)

    def choose(self) -> None:
        """Let somebody choose a pack, and add its fonts."""
        kinds = _("Font packs (*{ending})").format(ending=FONT_PACK)
        path = choose_file(self._window, _("Add fonts"), documents(), kinds)
        if path is not None:
            self.add(path)

    def add(self, path: Path) -> None:
        """Add the fonts of a pack."""
        work = partial(add_fonts, path)
        self._disk.run(DiskRequest(work, self._use, self._refused, not_read_yet(path)))

    def _use(self, languages: tuple[str, ...]) -> bool:
        show_added_fonts()
        self._say(sentence_of(languages))
        self._added()
        return True

    def _refused(self, refusal: Refusal) -> None:
        self._say(refusal.sentence)
