"""Opening a workshop: read it, close what is open, and save each step from then on.

Another thread reads and writes; see `disk_work`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop.errors import Refusal
from cxworkshop.filenames import shown
from cxworkshop.i18n import _, ngettext
from ui.window.disk_task import DiskRequest
from ui.window.disk_work import DiskWork

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from cxworkshop.workshop import Workshop
    from ui.widgets.refusal_panel import RefusalPanel


@dataclass(frozen=True)
class Opening:
    """Opens one workshop in place of another.

    `leave` closes what is open, and returns whether it could; `show` shows the new one; `refused`
    says why there is none; `show_start` is called while, or because, none is open.
    """

    disk: DiskWork
    leave: Callable[[], bool]
    show: Callable[[Workshop], object]
    refused: Callable[[Refusal, Path], object]
    show_start: Callable[[], object]

    def run(self, make: Callable[[], Workshop | None], path: Path) -> bool:
        """Open what `make` returns; None means that there is nothing to do.

        False when it is refused, or when a disk is still waited for.
        """
        return self.disk.run(
            DiskRequest(
                make,
                lambda workshop: workshop is None or self._start_saving(workshop, path),
                lambda refusal: self.refused(refusal, path),
                _not_open_yet(path),
                undo=_leave,
            )
        )

    def _start_saving(self, workshop: Workshop, path: Path) -> bool:
        if not self.leave():
            workshop.file.leave()
            return False
        is_open = self.disk.run(
            DiskRequest(
                workshop.start_saving,
                lambda _keeper: self._show(workshop),
                partial(self._refused, workshop, path),
                _not_open_yet(path),
                undo=lambda _keeper: workshop.file.leave(),
            )
        )
        if not is_open:
            self.show_start()
        return is_open

    def _show(self, workshop: Workshop) -> bool:
        self.show(workshop)
        return True

    def _refused(self, workshop: Workshop, path: Path, refusal: Refusal) -> None:
        workshop.file.leave()
        self.refused(refusal, path)


def say_what_is_unusual(
    workshop: Workshop, panel: RefusalPanel, show_unverified: Callable[[], object]
) -> None:
    """Say that it is open elsewhere too, that it was restored, or that parts are unverified."""
    elsewhere = workshop.file.open_elsewhere
    if elsewhere is not None:
        text = _(
            "It seems to be open on {laptop} too, since {time}. You can go on; if both change "
            "it, you will be asked to keep both."
        )
        sentence = text.format(laptop=elsewhere.laptop, time=f"{elsewhere.since:%H:%M}")
        panel.show_sentence(sentence, takes_focus=False)
    elif workshop.file.is_restored:
        text = _("Restored: it was not closed last time, and your last steps are all here.")
        panel.show_sentence(text, takes_focus=False)
    elif unverified := len(workshop.unverified.unverified_rows()):
        text = ngettext(
            "{n} thing in it was not read for certain, and is marked.",
            "{n} things in it were not read for certain, and are marked.",
            unverified,
        ).format(n=unverified)
        look = _("Look at them …")
        panel.show_sentence(text, other=look, otherwise=show_unverified, takes_focus=False)
    elif warning := workshop.room_warning():
        panel.show_sentence(warning, takes_focus=False)


def _not_open_yet(path: Path) -> str:
    text = _("{name} is not open yet: its disk has not answered for a while.")
    return text.format(name=shown(path.name))


def _leave(workshop: Workshop | None) -> None:
    if workshop is not None:
        workshop.file.leave()
