"""The dialogs about the workshop that is open, and about files that can't be opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.window.workshop_holder import WorkshopHolder

if TYPE_CHECKING:  # dialogs are imported when they are first needed
    from ui.printing.selection import Selection


class WorkshopDialogs:
    """Opens each over the window; those about the open workshop need one to be open."""

    def __init__(self, window: QWidget, theme: Theme, workshops: WorkshopHolder) -> None:
        self._window, self._theme, self._workshops = window, theme, workshops
        workshops.save_status.rescue_wanted.connect(self.show_rescue)
        workshops.save_status.copies_wanted.connect(self.show_copies)
        workshops.unverified_wanted.connect(self.show_unverified)
        workshops.still_open_wanted.connect(self.show_still_open)

    def show_copies(self, path: Path | None = None) -> None:
        """Earlier copies of a file, or of the one that is open."""
        from ui.dialogs.backups import BackupsDialog

        bridge = self._workshops.bridge
        if path is None and bridge is not None:
            path = bridge.workshop.path
        if path is None:
            return
        dialog = BackupsDialog(path, self._theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open_wanted.connect(self._workshops.open)
        dialog.open()

    def show_rescue(self, path: Path, sentence: str) -> None:
        """What can be done about a damaged file; `sentence` says what is wrong with it."""
        from ui.dialogs.rescue import RescueDialog

        dialog = RescueDialog(path, sentence, self._theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open_wanted.connect(self._workshops.open)
        dialog.copies_wanted.connect(self.show_copies)
        dialog.open()

    def forget_customer(self) -> None:
        """Erase what a customer said, at their request."""
        if self._workshops.bridge is not None:
            from ui.dialogs.forget import open_forget

            open_forget(self._workshops.bridge, self._theme, self._window)

    def show_history(self) -> None:
        """Every step so far, to go back to."""
        if self._workshops.bridge is not None:
            from ui.dialogs.history import HistoryDialog

            dialog = HistoryDialog(self._workshops.bridge, self._theme, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def share_copy(self) -> None:
        """A new file without customers' names."""
        if self._workshops.bridge is not None:
            from ui.dialogs.share_copy import open_share_copy

            open_share_copy(self._workshops.bridge, self._theme, self._window)

    def export(self) -> None:
        """The list, the plans and the days for other programs, or a copy to share."""
        if self._workshops.bridge is not None:
            from ui.dialogs.exporting import open_export

            open_export(self._workshops.bridge, self._theme, self._window, self.share_copy)

    def show_left_out(self) -> None:
        """What was set aside, or not taken by an import."""
        if self._workshops.bridge is not None:
            from ui.dialogs.left_out import LeftOutDialog

            dialog = LeftOutDialog(self._workshops.bridge, self._theme, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def show_still_open(self) -> None:
        """All that is still open, and what was put down."""
        if self._workshops.bridge is not None:
            from ui.dialogs.still_open import open_still_open

            open_still_open(
                self._workshops.bridge, self._theme, self._window, self._workshops.go_to_line
            )

    def show_unverified(self) -> None:
        """What a rescue could not read for certain."""
        if self._workshops.bridge is not None:
            from ui.dialogs.unverified import UnverifiedDialog

            dialog = UnverifiedDialog(self._workshops.bridge, self._theme, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def print_sheets(self, selection: Selection) -> None:
        """The Print page with these sheets ticked."""
        bridge = self._workshops.bridge
        if bridge is not None:
            from ui.printing.dialog import open_print

            workshop = bridge.workshop
            dialog = open_print(workshop, self._theme, self._window, selection)
            dialog.output.delivered.connect(
                lambda sheets: bridge.attempt(lambda: workshop.share.note_printed(sheets))
            )

    def print_alone(self, sheet: str) -> None:
        """The Print page for a sheet that says nothing of a workshop; none need be open."""
        from ui.printing.blank_workshop import blank_workshop
        from ui.printing.dialog import open_print
        from ui.printing.selection import Selection

        workshop = blank_workshop()
        selection = Selection(0, only=(sheet,), is_alone=True)
        dialog = open_print(workshop, self._theme, self._window, selection)
        dialog.destroyed.connect(workshop.file.leave)
