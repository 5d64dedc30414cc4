"""Saving in another file: the open workshop, or what an interrupted session left behind.

Another thread reads and writes; see `disk_work`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cxworkshop.errors import Refusal
from cxworkshop.filenames import free_beside, shown
from cxworkshop.i18n import _
from ui.dialogs.file_choice import choose_name
from ui.window.disk_task import DiskRequest
from ui.window.disk_work import DiskWork, not_saved_yet

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from cxworkshop.services.files import Move
    from ui.bridge import Bridge
    from ui.widgets.refusal_panel import RefusalPanel


class SaveElsewhere(QObject):
    """`moved` says that work goes on in another file; `open_wanted` asks to open one, and
    `merge_wanted` to merge one."""

    moved = Signal()
    open_wanted = Signal(Path)
    merge_wanted = Signal(Path)

    def __init__(self, parent: QObject, disk: DiskWork, panel: Callable[[], RefusalPanel]) -> None:
        super().__init__(parent)
        self._disk, self._panel = disk, panel

    def choose(self, bridge: Bridge) -> None:
        """Go on in a file that somebody chooses."""
        name = choose_name(self._panel(), bridge.workshop.path)
        if name is not None:
            self._move(bridge, lambda: name)

    def keep_both(self, bridge: Bridge) -> None:
        """Go on in a new file beside the one that was changed elsewhere."""
        path = bridge.workshop.path
        self._move(bridge, lambda: free_beside(path), changed=path)

    def keep_left(self, path: Path) -> None:
        """Put what was left behind beside the file, and open that file."""
        self._save_left_as(path, lambda: free_beside(path), then_open=path)

    def save_left(self, path: Path) -> None:
        """Put what was left behind where somebody wants it, and open it."""
        name = choose_name(self._panel(), path)
        if name is not None:
            self._save_left_as(path, lambda: name)

    def _move(
        self, bridge: Bridge, choose: Callable[[], Path], changed: Path | None = None
    ) -> None:
        """`changed` is the file that somebody else has written, and that may be merged then."""
        move = bridge.workshop.file.begin_move()

        def write() -> Path:
            to = choose()
            move.write(to)
            return to

        self._disk.run(
            DiskRequest(
                write,
                partial(self._moved, bridge, move, changed),
                partial(self._not_moved, bridge),
                not_saved_yet(),
                ((_("Save as …"), partial(self.choose, bridge)),),
                undo=lambda _to: move.give_up(),
            )
        )

    def _moved(self, bridge: Bridge, move: Move, changed: Path | None, to: Path) -> bool:
        try:
            bridge.move_to(move)
        except Refusal as refusal:
            self._not_moved(bridge, refusal)
            return False
        self.moved.emit()
        text = _("You go on in {name}. The other file stays as it is.").format(name=shown(to.name))
        if changed is None:
            self._panel().show_sentence(text, takes_focus=False)
            return True
        ask, merge = _("Merge it into this one …"), partial(self.merge_wanted.emit, changed)
        self._panel().show_sentence(text, other=ask, otherwise=merge, takes_focus=False)
        return True

    def _not_moved(self, bridge: Bridge, refusal: Refusal) -> None:
        again = partial(self.choose, bridge)
        self._panel().show_sentence(refusal.sentence, other=_("Save as …"), otherwise=again)

    def _save_left_as(
        self, path: Path, choose: Callable[[], Path], then_open: Path | None = None
    ) -> None:
        from cxworkshop.services.files import save_leftover

        def write() -> Path:
            to = choose()
            save_leftover(path, to)
            return to

        def refused(refusal: Refusal) -> None:
            words, do = _("Choose where to save …"), partial(self.save_left, path)
            self._panel().show_sentence(refusal.sentence, other=words, otherwise=do)

        done = partial(self._saved_left, then_open)
        self._disk.run(DiskRequest(write, done, refused, not_saved_yet()))

    def _saved_left(self, then_open: Path | None, to: Path) -> bool:
        self.open_wanted.emit(then_open or to)
        if then_open is not None:
            text = _("Your own steps are in {name}.").format(name=shown(to.name))
            ask, merge = _("Merge them into this one …"), partial(self.merge_wanted.emit, to)
            self._panel().show_sentence(text, other=ask, otherwise=merge, takes_focus=False)
        return True
