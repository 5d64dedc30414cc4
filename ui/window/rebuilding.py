"""Building the window's content anew for another text size or language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.theme.theme import Theme
from ui.window.content import WindowContent
from ui.window.file_actions import FileActions

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from ui.bridge import Bridge
    from ui.start.new_workshop.answers import FirstAnswers
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
        self._kept: tuple[Bridge, int, dict[Key, Unsaved]] | None = None
        self._kept_new: FirstAnswers | None = None
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
        if here is None or desk is None or not desk.isAncestorOf(here):
            self.build()
            return
        kind, name, peers = type(here), here.accessibleName(), desk.findChildren(type(here))
        nth = peers.index(here)
        is_chosen = isinstance(here, QLineEdit) and here.selectedText() == here.text() != ""
        self.build()
        found = _again(self._window.desk, kind, name, nth, len(peers))
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            if is_chosen and isinstance(found, QLineEdit):
                found.selectAll()  # Tab had come to it: the next key types over

    def _take_down(self) -> None:
        old = self._window.content
        desk, new = old.desk, old.new
        self._kept = (desk.bridge, desk.here, desk.drafts.now()) if desk is not None else None
        self._kept_new = new.typed() if new is not None else None
        old.deleteLater()
        QApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete.value)

    def _build_up(self) -> None:
        content = self._lay_out()
        if self._kept is None:
            content.show_start()
        else:
            bridge, here, drafts = self._kept
            desk = content.show_desk(bridge)
            desk.go(here)
            desk.drafts.take(drafts)
        if self._kept_new is not None:
            self._files.ask_again(self._kept_new)
        self._kept = self._kept_new = None


def _again(
    desk: QWidget | None, kind: type[QWidget], name: str, nth: int, count: int
) -> QWidget | None:
    """Find a part of the Desk that was made anew: names may have another word for customers."""
    parts = desk.findChildren(kind) if desk is not None else []
    same = [part for part in parts if name and part.accessibleName() == name]
    if not same and len(parts) == count:
        same = [parts[nth]]
    return next((part for part in same if part.focusPolicy() != Qt.FocusPolicy.NoFocus), None)
