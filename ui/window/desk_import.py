"""The page of an import on the Desk: in front of the stops, or waiting behind them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.theme import Theme
from ui.window.desk_pages import DeskPages

if TYPE_CHECKING:  # importing pulls in every reader of files
    from cxworkshop.exchange.choosing import ImportChoices
    from cxworkshop.services.import_preview import ImportPreview
    from ui.bridge import Bridge
    from ui.importing.page import ImportPage, ImportState
    from ui.importing.waiting_bar import WaitingImportBar


class KeptImport(NamedTuple):
    """An import that goes on when everything is laid out anew."""

    state: ImportState
    is_in_front: bool


class DeskImport(QObject):
    """Shows one import at a time. Opening a stop loses nothing of it: it waits, which is said.

    `show_on_top` puts a bar above every page. `turned` says that it has come to the front, or that
    it is over.
    """

    turned = Signal()

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        pages: DeskPages,
        show_on_top: Callable[[QWidget], object],
    ) -> None:
        super().__init__(pages)
        self._bridge, self._theme, self._pages = bridge, theme, pages
        self._show_on_top = show_on_top
        self._bar: WaitingImportBar | None = None
        self._page: ImportPage | None = None
        self._chosen: tuple[str, ImportChoices] | None = None  # for a file that was put away
        pages.currentChanged.connect(self._say_that_it_waits)

    @property
    def is_in_front(self) -> bool:
        """Whether it stands where the stops do."""
        return self._page is not None and self._pages.currentWidget() is self._page

    def begin(self, preview: ImportPreview) -> None:
        """Show an import, in place of an earlier one.

        What was chosen for the same file, before it was put away, is offered again.
        """
        from ui.importing.page import ImportPage

        self.remove()
        if self._chosen is not None and self._chosen[0] == preview.file.sha256:
            preview = replace(preview, last_time=self._chosen[1])
        self._show(ImportPage(self._bridge, self._theme, preview))

    def _show(self, page: ImportPage) -> None:
        self._page = page
        page.left.connect(self.put_away)
        self._pages.addWidget(page)
        self.bring_to_front()

    def bring_to_front(self) -> None:
        """Go on with the import that waits."""
        if self._page is not None:
            self._pages.bring_to_front(self._page)
            self.turned.emit()
            self._page.enter()

    def keep_keys(self) -> None:
        """Keep the keyboard on the page, unless a dialog has it."""
        if self._page is not None and QApplication.activeModalWidget() is None:
            self._page.take_keyboard()

    def put_away(self) -> None:
        """Import nothing more of it, and go back to the stop."""
        self.remove()
        self.turned.emit()

    def keep(self) -> KeptImport | None:
        """What is to go on after the Desk has gone."""
        if self._page is None:
            return None
        self._page.give_up()
        return KeptImport(self._page.state, self.is_in_front)

    def restore(self, kept: KeptImport) -> None:
        """Go on with an import on a Desk that was made anew."""
        from ui.importing.page import ImportPage

        page = ImportPage(self._bridge, self._theme, kept.state.preview)
        page.go_on_with(kept.state)
        if kept.is_in_front:
            self._show(page)
            return
        self._page = page
        page.left.connect(self.put_away)
        self._pages.addWidget(page)
        self._say_that_it_waits()

    def remove(self) -> None:
        """Let go of the page, which holds all of a file."""
        self._hide_bar()
        if self._page is not None:
            page, self._page = self._page, None
            page.give_up()
            preview, choices = page.state
            if choices.are_made:
                self._chosen = preview.file.sha256, choices.wanted
            page.deleteLater()

    def _say_that_it_waits(self, _place: int = 0) -> None:
        """Say it above a stop that was opened meanwhile."""
        if self._page is None or self.is_in_front:
            self._hide_bar()
            return
        if self._bar is None:
            from ui.importing.waiting_bar import WaitingImportBar

            self._bar = WaitingImportBar(self._theme)
            self._bar.left.connect(self.put_away)
            self._bar.back_wanted.connect(self.bring_to_front)
            self._show_on_top(self._bar)
        if self._bar.isHidden():
            self._bar.show_file(self._page.file_name)

    def _hide_bar(self) -> None:
        if self._bar is not None:
            self._bar.hide()
