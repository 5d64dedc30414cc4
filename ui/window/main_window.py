"""The facilitator's window: top bar, and below it the start page or the Desk."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.stops import STOPS
from ui.printing.selection import Selection
from ui.start.start_page import StartPage
from ui.theme.motion import let_move, moves
from ui.theme.theme import Theme
from ui.widgets.refusal_panel import RefusalPanel
from ui.window.actions import ActionSpec, WindowActions
from ui.window.file_actions import ChoosingWorkshop
from ui.window.top_bar import TopBar


class MainWindow(ChoosingWorkshop):
    """The window's bar, its pages, and an action for everything that a key can do."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setWindowTitle(_("CX Workshop"))
        self.setAcceptDrops(True)
        self.setMinimumSize(1024, 640)
        self._actions = WindowActions(self, self._deeds())
        self._tick_movement()
        self._lay_out()
        self._place_window()
        self._show_start()
        theme.resized.connect(self._lay_out_anew)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = self._top()
        column.addWidget(self.top)
        self.refusal = RefusalPanel(self.theme)
        column.addWidget(self.refusal)
        self._stack = QStackedWidget()
        self.start = StartPage(self.theme)
        self.start.open_wanted.connect(self.open)
        self.start.copies_wanted.connect(self.show_copies)
        self.start.example_wanted.connect(self.open_example)
        self.start.new_wanted.connect(self.new_workshop)
        self._stack.addWidget(self.start)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(inside)

    def _top(self) -> TopBar:
        self._only_at_start.clear()  # those of another text size are gone
        top = TopBar(self.theme)
        for key in ("undo", "redo", "print"):
            top.add(self._actions[key], self._actions.icons[key])
        for key, kind in (("open", "quiet"), ("import_new", "quiet"), ("new", "plain")):
            press = top.add(self._actions[key], self._actions.icons[key], kind, key=key != "new")
            self._only_at_start.append(press)
        files = ("new", "open", "example", "import", "", "save_as", "copies", "share", "close")
        rows = (*files, "", "history", "forget", "doubts", "", "text", "dark", "still", "", "quit")
        top.add_menu(_("More"), lambda: self._actions.menu(self.theme, *rows))
        return top

    def _place_window(self) -> None:
        saved = QSettings().value("geometry")
        if saved is None or not self.restoreGeometry(saved):
            self.resize(1366, 768)

    def _lay_out_anew(self) -> None:
        """Text has another size: every length comes from it, so everything is made again."""
        here = self.desk.here if self.desk else 0
        drafts = self.desk.drafts() if self.desk else {}
        self.desk = None
        self._lay_out()
        if self.bridge is None:
            self._show_start()
            return
        desk = self._show_desk(self.bridge)
        desk.go(here)
        desk.take_drafts(drafts)

    def _deeds(self) -> dict[str, ActionSpec]:
        on = partial(partial, self.to_page)
        deeds = {
            "new": ActionSpec(_("New workshop"), "Ctrl+Shift+N", "plus", self.new_workshop),
            "open": ActionSpec(_("Open …"), "Ctrl+O", "open", self.choose_file),
            "example": ActionSpec(_("Open example"), "", "", self.open_example),
            "close": ActionSpec(_("Close workshop"), "Ctrl+W", "", self.close_workshop),
            "save_as": ActionSpec(_("Save as …"), "Ctrl+Shift+S", "", self.keeping.save_as),
            "copies": ActionSpec(_("Earlier copies …"), "", "", self.show_copies),
            "forget": ActionSpec(_("Forget a customer …"), "", "", self.forget_customer),
            "share": ActionSpec(_("A copy to share …"), "", "", self.share_copy),
            "doubts": ActionSpec(_("Not read for certain …"), "", "", self.show_doubts),
            "quit": ActionSpec(_("Quit"), "Ctrl+Q", "", self.close),
            "import": ActionSpec(_("Import …"), "Ctrl+I", "import", self.import_here),
            "import_new": ActionSpec(_("Import …"), "", "import", self.import_new),
            "print": ActionSpec(_("Print"), "Ctrl+P", "print", self._print),
            "print_this": ActionSpec(_("Print"), "", "print", self._print_this),
            "undo": ActionSpec(_("Undo"), "Ctrl+Z", "undo", self.undo),
            "redo": ActionSpec(_("Redo"), "Ctrl+Y", "redo", self.redo),
            "history": ActionSpec(_("History …"), "Ctrl+H", "undo", self.show_history),
            "still": ActionSpec(_("Reduce motion"), "", "", self._turn_movement),
            "dark": ActionSpec(_("Dark theme"), "Ctrl+D", "eye", self.theme.toggle_dark),
            "paper": ActionSpec(_("From paper"), "Ctrl+G", "", on("from_paper")),
            "view": ActionSpec(_("Columns or tree"), "F2", "", on("switch_view")),
            "customer": ActionSpec(_("Next customer"), "Ctrl+N", "", on("next_customer")),
        }
        for number in range(1, len(STOPS) + 1):
            words = _("Stop {n}").format(n=number)
            deeds[f"stop{number}"] = ActionSpec(
                words, f"Ctrl+{number}", "", partial(self.go, number)
            )
        return deeds

    def _turn_movement(self) -> None:
        let_move(on=not moves())
        self._tick_movement()

    def _tick_movement(self) -> None:
        still = self._actions["still"]
        still.setCheckable(True)
        still.setChecked(not moves())

    @override
    def _do_deed(self, key: str) -> None:
        self._actions[key].trigger()

    @override
    def _name_undo(self) -> None:
        """Undo and redo say what they will do; what needs a workshop is there when one is."""
        workshop = self.bridge.workshop if self.bridge else None
        for key, word in (("undo", _("Undo")), ("redo", _("Redo"))):
            title = None
            if workshop is not None:
                title = workshop.undo_title() if key == "undo" else workshop.redo_title()
            self._actions[key].setText(f"{word} “{title}”" if title else word)
            self._actions[key].setEnabled(title is not None)
            self._actions[key].setVisible(workshop is not None and (key == "undo" or bool(title)))
        for key in ("import", "print", "close", "save_as", "copies", "share", "forget", "history"):
            self._actions[key].setVisible(workshop is not None)
        doubts = workshop is not None and bool(workshop.unverified.unverified_rows())
        self._actions["doubts"].setVisible(doubts)
        self._actions["import_new"].setVisible(workshop is None)
        for press in self._only_at_start:
            press.setVisible(workshop is None)

    def _print(self) -> None:
        """The sheets of the stop that is looked at are ticked, all others wait for a tick."""
        if self.desk is not None:
            self._open_print(Selection(self.desk.here))

    def _print_this(self) -> None:
        """The same, of what the page is about."""
        if self.desk is not None:
            self._open_print(self.desk.page.prints_what(self.desk.here))

    def _open_print(self, meant: Selection) -> None:
        if self.bridge is None:
            return
        from ui.printing.dialog import open_print

        open_print(self.bridge.workshop, self.theme, self, meant)

    @override
    def _show_start(self) -> None:
        self._name_undo()
        self.setWindowTitle(_("CX Workshop"))
        self.top.title.setText(_("CX Workshop"))
        self._stack.setCurrentWidget(self.start)
        self.start.show_recent()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped on the window."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """A workshop opens; anything else is looked at for an import."""
        path = Path(event.mimeData().urls()[0].toLocalFile())
        if path.suffix == ".cxw":
            self.open(path)
        else:
            self.import_file(path)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait for the disk; remember where the window was."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen):
            QSettings().setValue("geometry", self.saveGeometry())
        self.is_quitting = True
        event.ignore()  # whatever goes wrong now: a window that is gone could not say so
        event.setAccepted(self._leave())
