"""Help, settings, and what this program is: each over the window, and imported when it is asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from cxworkshop import i18n
from cxworkshop.i18n import _
from ui.theme.qt_language import translate_qt
from ui.theme.theme import Theme
from ui.window.actions import ActionSpec, WindowActions
from ui.window.guide import open_guide
from ui.window.workshop_dialogs import WorkshopDialogs

KEYS_SHEET = "keys"


class WindowHelp:
    """`here` returns the stop that is open, or 0; `lay_out_again` builds the window anew."""

    def __init__(
        self,
        window: QWidget,
        theme: Theme,
        dialogs: WorkshopDialogs,
        here: Callable[[], int],
        lay_out_again: Callable[[], object],
    ) -> None:
        self._window, self._theme, self._dialogs = window, theme, dialogs
        self._here, self._lay_out_again = here, lay_out_again
        self.actions: WindowActions | None = None  # made of this and others; set at once

    def specs(self) -> dict[str, ActionSpec]:
        """What the menu and the keys ask for, by name."""
        return {
            "help": ActionSpec(_("Help for this stop"), "", self.show_card),
            "keys": ActionSpec(_("All keys"), "", self.show_keys),
            "commands": ActionSpec(_("Find a command …"), "find", self.show_commands),
            "loop": ActionSpec(_("How it works"), "", self.show_loop),
            "guide": ActionSpec(_("Open the guide"), "", self.open_guide),
            "settings": ActionSpec(_("Settings …"), "", self.show_settings),
            "about": ActionSpec(_("About CX Workshop"), "", self.show_about),
        }

    def show_card(self) -> None:
        """The card of the stop that is open; on the start page the loop."""
        if not self._here():
            self.show_loop()
            return
        from ui.dialogs.help_card import HelpCardDialog, MoreHelp

        more = MoreHelp(self.show_keys, self._print_keys, self.open_guide)
        self._show(HelpCardDialog(self._here(), self._theme, self._window, more))

    def show_keys(self) -> None:
        """All keys on one page."""
        from ui.dialogs.all_keys import AllKeysDialog

        self._open(AllKeysDialog(self._theme, self._window, self._print_keys))

    def show_commands(self) -> None:
        """Everything that can be done now, found by its words."""
        from ui.dialogs.commands import CommandsDialog

        assert self.actions is not None
        self._open(CommandsDialog(self.actions, self._here(), self._theme, self._window))

    def show_loop(self) -> None:
        """The eight stops, drawn large."""
        from ui.dialogs.loop import LoopDialog

        self._open(LoopDialog(self._theme, self._window, self.show_keys, self.open_guide))

    def open_guide(self) -> None:
        """The guide's page about the stop that is open, in the browser."""
        if open_guide(self._here()):
            return
        from ui.widgets.message_panel import message_panel

        panel = message_panel(self._window, self._theme, "guide")
        if panel is not None:
            said = _("This computer has no program that shows the guide. It needs a web browser.")
            panel.show_message(said, (_("Close"), panel.hide))

    def show_settings(self) -> None:
        """How it looks on this laptop, and what new workshops begin with."""
        from ui.dialogs.settings import SettingsDialog

        self._open(SettingsDialog(self._theme, self._window, self._speak))

    def show_about(self) -> None:
        """The version, and the licences of all parts."""
        from ui.dialogs.about import AboutDialog

        self._open(AboutDialog(self._theme, self._window))

    def _speak(self, language: str) -> None:
        QSettings().setValue("language", language)
        i18n.set_language(language)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # this window's
        translate_qt(app)
        self._lay_out_again()

    def _print_keys(self) -> None:
        """Print all keys, on the team's paper or on that of new workshops."""
        if not self._here():
            self._dialogs.print_alone(KEYS_SHEET)
            return
        from ui.printing.selection import Selection

        self._dialogs.print_sheets(Selection(0, only=(KEYS_SHEET,)))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show(self, dialog: QDialog) -> None:
        """Not modal: a click beside it must reach the window."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.activateWindow()


def remembered_language() -> None:
    """Speak the language that was chosen in the settings; else the computer's."""
    code = QSettings().value("language")
    if code and str(code) in i18n.languages():
        i18n.set_language(str(code))
