"""Building the window's content anew for another text size or language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.theme.theme import Theme
from ui.window.content import WindowContent
from ui.window.file_actions import FileActions

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from ui.bridge import Bridge
    from ui.start.new_workshop.answers import FirstAnswers
    from ui.window.desk_import import KeptImport
    from ui.window.desk_pages import Key, Unsaved
    from ui.window.main_window import MainWindow


class WindowRebuilding(QObject):
    """Takes the content down before the style sheet changes, and builds it after.

    What is half typed is carried over. `lay_out` makes the new content.
    """

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        files: FileActions,
        lay_out: Callable[[], WindowContent],
    ) -> None:
        super().__init__(window)
        self._window, self._files, self._lay_out = window, files, lay_out
        self._kept: tuple[Bridge, int, dict[Key, Unsaved], KeptImport | None] | None = None
        self._kept_new: tuple[FirstAnswers, KeyboardPlace | None] | None = None
        theme.resizing.connect(self._take_down)
        theme.resized.connect(self._build_up)

    def build(self) -> None:
        """Build everything anew: every word and every length."""
        self._take_down()
        self._build_up()

    def build_soon(self) -> None:
        """Build everything anew, when what asks for it has ended: it may be a part of it."""
        QTimer.singleShot(0, self, self._build_where_they_were)

    def _build_where_they_were(self) -> None:
        """Build, and bring the keyboard back to the part of the page that has the same name."""
        here, desk = QApplication.focusWidget(), self._window.desk
        place = _place_of(here, desk)
        self.build()
        if place is not None:
            place.focus_on(self._window.desk)

    def _take_down(self) -> None:
        old = self._window.content
        desk, new = old.desk, old.new
        self._kept = None
        if desk is not None:
            drafts, importing = desk.drafts.now(), desk.importing.keep()
            self._kept = desk.bridge, desk.here, drafts, importing
        self._kept_new = (
            (new.typed(), _place_of(new.focusWidget(), new)) if new is not None else None
        )
        old.deleteLater()
        QApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete.value)

    def _build_up(self) -> None:
        content = self._lay_out()
        if self._kept is None:
            content.show_start()
        else:
            bridge, here, drafts, importing = self._kept
            desk = content.show_desk(bridge)
            desk.go(here)
            desk.drafts.take(drafts)
            if importing is not None:
                desk.importing.restore(importing)
        if self._kept_new is not None:
            typed, place = self._kept_new
            self._files.ask_again(typed)
            if place is not None:
                place.focus_on(self._window.content.new)
        self._kept = self._kept_new = None


class KeyboardPlace(NamedTuple):
    """The part of a page that has the keyboard, to be found again when the page was made anew."""

    kind: type[QWidget]
    name: str
    nth: int  # of all `peers` of its kind: its name may have another word for customers by then
    peers: int
    is_chosen: bool  # Tab had come to it: the next key types over

    def focus_on(self, page: QWidget | None) -> None:
        """Bring the keyboard back, if the part is still there."""
        parts = page.findChildren(self.kind) if page is not None else []
        same = [part for part in parts if self.name and part.accessibleName() == self.name]
        if not same and len(parts) == self.peers:
            same = [parts[self.nth]]
        found = next((one for one in same if one.focusPolicy() != Qt.FocusPolicy.NoFocus), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.is_chosen and isinstance(found, QLineEdit):
                found.selectAll()


def _place_of(here: QWidget | None, page: QWidget | None) -> KeyboardPlace | None:
    if here is None or page is None or not page.isAncestorOf(here):
        return None
    peers = page.findChildren(type(here))
    is_chosen = isinstance(here, QLineEdit) and here.selectedText() == here.text() != ""
    return KeyboardPlace(
        type(here), here.accessibleName(), peers.index(here), len(peers), is_chosen
    )
