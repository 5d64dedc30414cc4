"""The facilitator's window: top bar, and below it the start page or the Desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QInputDialog,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cxworkshop import paths
from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge
from ui.desk import Desk
from ui.dialogs.importing import ImportDialog
from ui.dialogs.printing import PrintPreview
from ui.recent import remember
from ui.refusal import RefusalPanel
from ui.start import StartPage
from ui.theme.look import Look
from ui.top_bar import TopBar


class OpenWorkshop(QMainWindow):
    """One workshop at a time: opening it, leaving it, and what its pages are told."""

    top: TopBar
    refusal: RefusalPanel
    _stack: QStackedWidget

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.bridge: Bridge | None = None
        self.desk: Desk | None = None

    def _name_undo(self) -> None:
        """Undo and redo say what they will do."""
        raise NotImplementedError

    def open(self, path: Path) -> bool:
        """Open a workshop; a refusal is shown on the page that is there."""
        return self._open_with(lambda: Workshop.open(path))

    def _open_with(self, make: Callable[[], Workshop]) -> bool:
        try:
            workshop = make()
        except Refusal as refusal:
            self.refusal.show_sentence(str(refusal))
            return False
        return self.show_workshop(workshop)

    def show_workshop(self, workshop: Workshop) -> bool:
        """Put a workshop on the Desk in place of the one that is open."""
        if not self._leave():
            return False
        try:
            bridge = Bridge(workshop, self)
        except Refusal as refusal:
            self.refusal.show_sentence(str(refusal))
            return False
        self.bridge = bridge
        remember(bridge.workshop.path)
        self.desk = Desk(bridge, self.look)
        bridge.changed.connect(lambda _changes: self._name_undo())
        self._stack.addWidget(self.desk)
        self._stack.setCurrentWidget(self.desk)
        team = bridge.workshop.prepare.team().team
        self.setWindowTitle(_("CX Workshop – {team}").format(team=team))
        self.top.title.setText(team)
        self.refusal.hide()
        self._name_undo()
        self.desk.go(5 if bridge.workshop.pick.slots() else 1)
        return True

    def open_example(self) -> None:
        """The bakery, three rounds in, as a new file in the program's own folder."""
        from cxworkshop.sample import bakery

        folder = paths.data_folder() / "examples"
        folder.mkdir(parents=True, exist_ok=True)
        number, path = 1, folder / "bakery.cxw"
        while path.exists():
            number += 1
            path = folder / f"bakery-{number}.cxw"

        def make() -> Workshop:
            workshop = Workshop.new(path, _("Corner Bakery"))
            bakery(workshop)
            return workshop

        self._open_with(make)

    def go(self, number: int) -> None:
        """Open a stop, 1 to 8."""
        if self.desk is not None:
            self.desk.go(number)

    def _on_page(self, method: str) -> None:
        """A key that only some stops know."""
        page = self.desk.page if self.desk else None
        if page is not None and hasattr(page, method):
            getattr(page, method)()

    def _undo(self) -> None:
        if self.bridge:
            self.bridge.undo()

    def _redo(self) -> None:
        if self.bridge:
            self.bridge.redo()

    def _leave(self) -> bool:
        """Close what is open; what can't be saved is said, and stays open."""
        if self.bridge is None or self.desk is None:
            return True
        try:
            self.bridge.close()
        except Refusal as refusal:
            self.refusal.show_sentence(str(refusal))
            return False
        self._stack.removeWidget(self.desk)
        self.desk.deleteLater()
        self.bridge = self.desk = None
        return True


class MainWindow(OpenWorkshop):
    """The window's bar, its pages, and an action for everything that a key can do."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setWindowTitle(_("CX Workshop"))
        self.setAcceptDrops(True)
        self._actions: dict[str, QAction] = {}
        self._make_actions()
        self._lay_out()
        self._show_start()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = TopBar(self.look)
        for key in ("undo", "redo", "dark", "print", "import", "open", "new"):
            self.top.add(self._actions[key], "plain" if key == "new" else "quiet")
        column.addWidget(self.top)
        self.refusal = RefusalPanel(self.look)
        column.addWidget(self.refusal)
        self._stack = QStackedWidget()
        self.start = StartPage(self.look)
        self.start.open_wanted.connect(self.open)
        self.start.example_wanted.connect(self.open_example)
        self.start.new_wanted.connect(self._new)
        self._stack.addWidget(self.start)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(inside)
        self.setMinimumSize(1024, 640)
        saved = QSettings().value("geometry")
        if saved is not None:
            self.restoreGeometry(saved)
        else:
            self.resize(1366, 768)

    def _make_actions(self) -> None:
        for key, text, keys, do in (
            ("new", _("New workshop"), "Ctrl+Shift+N", self._new),
            ("open", _("Open …"), "Ctrl+O", self._choose_file),
            ("example", _("Open example"), "", self.open_example),
            ("import", _("Import …"), "Ctrl+I", self._import),
            ("print", _("Print"), "Ctrl+P", self._print),
            ("undo", _("Undo"), "Ctrl+Z", self._undo),
            ("redo", _("Redo"), "Ctrl+Y", self._redo),
            ("dark", _("Dark"), "Ctrl+D", self.look.toggle_dark),
            ("paper", _("Paper line"), "Ctrl+G", lambda: self._on_page("paper_line")),
            ("view", _("Columns or tree"), "F2", lambda: self._on_page("switch_view")),
            ("customer", _("Next customer"), "Ctrl+N", lambda: self._on_page("next_customer")),
        ):
            self._action(key, text, keys, do)
        for number in range(1, 9):
            self._action(
                f"stop{number}",
                _("Stop {n}").format(n=number),
                f"Ctrl+{number}",
                partial(self.go, number),
            )

    def _action(self, key: str, text: str, keys: str, do: Callable[[], object]) -> None:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _on=False: do())
        self.addAction(action)
        self._actions[key] = action

    def _name_undo(self) -> None:
        """Undo and redo say what they will do."""
        store = self.bridge.workshop.store if self.bridge else None
        for key, word in (("undo", _("Undo")), ("redo", _("Redo"))):
            title = (store.undo_title() if key == "undo" else store.redo_title()) if store else None
            self._actions[key].setText(f"{word} “{title}”" if title else word)
            self._actions[key].setEnabled(title is not None)
            self._actions[key].setVisible(store is not None and (key == "undo" or bool(title)))
        for key in ("import", "print"):
            self._actions[key].setVisible(store is not None)

    def _new(self) -> None:
        team, typed = QInputDialog.getText(self, _("New workshop"), _("The team's name:"))
        if not (typed and team.strip()):
            return
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Where to keep it"), f"{team}.cxw", _("Workshops (*.cxw)")
        )
        if name:
            path = Path(name).with_suffix(".cxw")
            self._open_with(lambda: Workshop.new(path, team))

    def _choose_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, _("Open"), "", _("Workshops (*.cxw)"))
        if name:
            self.open(Path(name))

    def _import(self) -> None:
        if self.bridge is None:
            return
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Import"), "", _("Tables and texts (*.csv *.txt *.tsv);;All files (*)")
        )
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        """Show what an import would do, and do it if that is wanted."""
        if self.bridge is None:
            return
        dialog = ImportDialog(self.bridge, self.look, self)
        if dialog.read(path):
            dialog.open()
        else:
            self.refusal.show_sentence(dialog.refused)

    def _print(self) -> None:
        if self.bridge is None:
            return
        preview = PrintPreview(self.bridge.workshop, self.look, self)
        if preview.make():
            preview.open()
        else:
            self.refusal.show_sentence(preview.refused)

    def _show_start(self) -> None:
        self._name_undo()
        self.start.show_recent()
        self._stack.setCurrentWidget(self.start)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's own
        """Files may be dropped on the window."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's own
        """A workshop opens; anything else is looked at for an import."""
        path = Path(event.mimeData().urls()[0].toLocalFile())
        if path.suffix == ".cxw":
            self.open(path)
        else:
            self.import_file(path)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's own
        """Wait for the disk; remember where the window was."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen):
            QSettings().setValue("geometry", self.saveGeometry())
        event.setAccepted(self._leave())
