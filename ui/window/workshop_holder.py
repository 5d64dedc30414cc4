"""The workshop that is open in the window: opening it, undo and redo, closing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from cxworkshop import log
from cxworkshop.filenames import real_path
from ui.theme.theme import Theme
from ui.window.content import WindowContent
from ui.window.disk_work import DiskWork
from ui.window.draft_saver import DraftSaver
from ui.window.save_status import SaveStatus

# The core, and the libraries that come with it, are imported where they are used first: the start
# page is painted before that.
if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop
    from ui.bridge import Bridge
    from ui.timer.control import TimerControl
    from ui.widgets.open_lines import OpenLine, OpenPlace
    from ui.window.closing import Closing


Content = Callable[[], WindowContent]


class WorkshopHolder(QObject):
    """Holds one open workshop, or none; `bridge` is None then.

    `content` returns what the window shows now: it is built again when the text size changes.
    `unverified_wanted` asks to show what a rescue could not read for certain, and
    `still_open_wanted` what is still open; `left` says that the workshop is not open any more.
    """

    unverified_wanted = Signal()
    still_open_wanted = Signal()
    left = Signal()

    def __init__(
        self, window: QWidget, theme: Theme, disk: DiskWork, content: Content, timer: TimerControl
    ) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._disk, self._content = disk, content
        self.bridge: Bridge | None = None
        self.today: date | None = None  # the day to believe in, for a rehearsal
        self._is_quitting = False  # whether the window closes with the workshop
        self.save_status = SaveStatus(self, disk, lambda: content().refusal)
        self.save_status.open_wanted.connect(self.open)
        self.save_status.moved.connect(lambda: self._closing.stop())  # noqa: PLW0108 - made then
        self._drafts = DraftSaver(self, lambda: content().desk, timer)

    def open(
        self,
        path: Path,
        then: Callable[[], object] = lambda: None,
        *,
        place: OpenPlace | None = None,
    ) -> bool:
        """Open a workshop to work on it, and then do more; a refusal is shown on the page."""
        from cxworkshop.services.files import Holder
        from cxworkshop.workshop import Workshop

        here = self.bridge.workshop.path if self.bridge else None

        def make() -> Workshop | None:
            return (
                None
                if real_path(path) == here
                else Workshop.resume(path, Holder.WINDOW, self.today)
            )

        return self.open_with(make, path, then, place=place)

    def open_at(self, path: Path, place: OpenPlace | None) -> None:
        """Open a workshop at something that is still open, or at the list of all of it."""
        if place is None:
            self.open(path, self.still_open_wanted.emit)
        else:
            self.open(path, place=place)

    def open_with(
        self,
        make: Callable[[], Workshop | None],
        path: Path,
        then: Callable[[], object] = lambda: None,
        *,
        place: OpenPlace | None = None,
    ) -> bool:
        """Open what `make` returns; False when it is refused, or when a disk is waited for.

        It begins at `place` if one is given. `then` is done when it is open, also after a wait.
        """
        from ui.window.opening import Opening

        self._is_quitting = False
        refused = self.save_status.could_not_open
        begin = partial(self._begin, then, place)
        opening = Opening(self._disk, self._leave, begin, refused, self._show_start)
        return opening.run(make, path)

    def show(self, workshop: Workshop, place: OpenPlace | None = None) -> None:
        """Show a workshop, there if a place is given; its steps are saved if it has begun to."""
        from ui.bridge import Bridge
        from ui.start.recent_files import remember

        bridge = self.bridge = Bridge(workshop, self)
        desk = self._content().show_desk(bridge)
        if place is None:
            desk.go(5 if workshop.pick.slots() else 1)
        else:
            desk.go_to(place)
        if workshop.file.keeper is not None:
            if not workshop.is_rehearsal:
                remember(workshop.path)
            self.save_status.watch(bridge)
            self._drafts.watch(workshop.file)

    def go_to_line(self, line: OpenLine) -> None:
        """Go to something that is still open."""
        desk = self._content().desk
        if desk is not None:
            desk.go_to(line.place)

    def close(self) -> None:
        """Return to the start page when everything is on the disk."""
        self._is_quitting = False
        if self._leave():
            self._show_start()

    def close_to_quit(self) -> bool:
        """Close before the window does; False when the window must stay, and says why."""
        self._is_quitting = True
        return self._leave()

    def close_unsaved(self) -> None:
        """Close what can't be saved: it is safe on this laptop, and comes back."""
        assert self.bridge is not None
        with log.logged("leaving a workshop"):
            self.bridge.leave()
        self._remove()
        if self._is_quitting:
            self._window.close()
        else:
            self._show_start()

    def go(self, stop: int) -> None:
        """Open a stop, 1 to 8."""
        desk = self._content().desk
        if desk is not None:
            desk.go(stop)

    def undo(self) -> None:
        """Take back the last action."""
        if self.bridge:
            self.bridge.undo()

    def redo(self) -> None:
        """Bring back what was undone last."""
        if self.bridge:
            self.bridge.redo()

    def say(self, sentence: str) -> None:
        """Show a sentence at the top of the window."""
        self._content().refusal.show_sentence(sentence)

    def _begin(
        self, then: Callable[[], object], place: OpenPlace | None, workshop: Workshop
    ) -> None:
        from ui.window.opening import say_what_is_unusual

        self.show(workshop, place)
        then()
        say_what_is_unusual(workshop, self._content().refusal, self.unverified_wanted.emit)

    def _leave(self) -> bool:
        """Close what is open; what can't be saved is said, and stays open."""
        if self.bridge is None:
            return True
        self._leave_field()
        self._drafts.save()
        try:
            self.bridge.close()
        except Exception as error:  # a mistake of ours keeps nobody from closing either
            self._could_not_close(self.bridge, error)
            return False
        self._remove()
        return True

    @cached_property
    def _closing(self) -> Closing:
        from ui.window.closing import Closing

        return Closing(self._window, self._theme)

    def _could_not_close(self, bridge: Bridge, error: Exception) -> None:
        from ui.window.closing import ClosingChoices

        again = self._window.close if self._is_quitting else self.close
        choices = ClosingChoices(again, self.save_status.save_as, self.close_unsaved)
        refusal = self._closing.ask(bridge, error, choices)
        if refusal is not None:
            self.save_status.could_not_close(refusal, self.close_unsaved)

    def _leave_field(self) -> None:
        """Hand over what was typed into a field: a field does that when it loses the focus."""
        field, desk = QApplication.focusWidget(), self._content().desk
        if field is not None and desk is not None and desk.isAncestorOf(field):
            field.clearFocus()

    def _remove(self) -> None:
        was_rehearsal = self.bridge is not None and self.bridge.whole.is_rehearsal
        self._closing.stop()
        self._drafts.unwatch()
        self.save_status.unwatch()
        self._content().remove_desk()
        self.bridge = None
        if was_rehearsal:
            from cxworkshop.services.rehearsals import throw_rehearsals_away

            throw_rehearsals_away()
        self.left.emit()

    def _show_start(self) -> None:
        self._content().show_start()
