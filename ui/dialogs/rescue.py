"""A damaged workshop: the newest good copy, and what can be read of the damaged file itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.store.disk.backups import Backup, Backups, restore_backup
from cxworkshop.store.recovery.rescue import RescueResult
from cxworkshop.store.refusals import FileIsThere
from cxworkshop.workshop import Workshop
from ui.dialogs.backups import put_beside, what_it_holds, when
from ui.dialogs.file_names import choose_name
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, Panel, button
from ui.widgets.scroll_area import ScrollArea


class RescueDialog(QDialog):
    """Two ways on, each with what it would give. The damaged file is only ever read.

    `open_wanted` carries the new file; `copies_wanted` asks for all earlier copies of this one.
    """

    open_wanted = Signal(Path)
    copies_wanted = Signal(Path)

    def __init__(self, path: Path, sentence: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._path, self._theme = path, theme
        self._rescued: RescueResult | None = None
        self._copy: Backup | None = None
        self.setWindowTitle(_("What can be done"))
        fit_dialog(self, theme, 720, 420)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        whole.setSpacing(theme.px(12))
        scrolls = ScrollArea(theme.px(12))
        scrolls.be_roomy()
        whole.addWidget(scrolls, 1)
        self._box = scrolls.box
        self._box.addWidget(Label(_("What can be done"), theme, "h1"))
        self._box.addWidget(Label(sentence, theme, "body", "grey"))
        self.copy_words, self.open_copy = self._way(
            _("The newest good copy"), _("Open that copy"), self._open_copy
        )
        self.rescue_words, self.rescue = self._way(
            _("What can be read of it"), _("Rescue it into a new file"), self._rescue
        )
        self.said = Label("", theme, "body", "amber")
        self.said.hide()
        self._box.addWidget(self.said)
        self._box.addStretch(1)
        whole.addLayout(self._foot())
        QTimer.singleShot(0, self, self._find_out)  # the dialog is there at once

    def _way(self, title: str, deed: str, do: Callable[[], object]) -> tuple[Label, Button]:
        panel = Panel(self._theme)
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(14))
        words = QVBoxLayout()
        words.setSpacing(self._theme.px(2))
        words.addWidget(Label(title, self._theme, "strong"))
        about = Label(_("Looking …"), self._theme, "body", "grey")
        words.addWidget(about)
        line.addLayout(words, 1)
        press = button(deed)
        press.setEnabled(False)
        press.clicked.connect(lambda _on=False: do())
        line.addWidget(press, 0, Qt.AlignmentFlag.AlignVCenter)
        panel.box.addLayout(line)
        self._box.addWidget(panel)
        return about, press

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        copies = button(_("All earlier copies …"), "quiet")
        copies.clicked.connect(lambda _on=False: self._show_copies())
        leave = button(_("Cancel"), "primary")
        leave.clicked.connect(lambda _on=False: self.reject())
        foot.addWidget(copies)
        foot.addStretch(1)
        foot.addWidget(leave)
        return foot

    def _find_out(self) -> None:
        self._copy = next((c for c in Backups(self._path).all() if _is_good(c)), None)
        nothing = _("There is none on this laptop.")
        self.copy_words.setText(_about(self._copy) if self._copy else nothing)
        self.open_copy.setEnabled(self._copy is not None)
        try:
            self._rescued = Workshop.rescue(self._path)
        except Refusal as refusal:
            self.rescue_words.setText(refusal.sentence)
            return
        self.rescue_words.setText(self._rescued.sentence())
        self.rescue.setEnabled(True)

    def _open_copy(self) -> None:
        copy, path = self._copy, self._path
        if copy is not None:
            self._put(lambda: put_beside(copy, path), lambda to: restore_backup(copy, to))

    def _rescue(self) -> None:
        rescued, path = self._rescued, self._path
        if rescued is not None:
            self._put(lambda: _save_beside(rescued, path), rescued.save)

    def _put(self, beside: Callable[[], Path], save: Callable[[Path], None]) -> None:
        """Beside the damaged file; where its folder takes nothing, somebody chooses another."""
        try:
            try:
                to = beside()
            except Refusal:
                chosen = choose_name(self, self._path)
                if chosen is None:
                    return
                to = chosen
                save(to)
        except Refusal as refusal:
            self.said.setText(refusal.sentence)
            self.said.show()
            return
        self.accept()
        self.open_wanted.emit(to)

    def _show_copies(self) -> None:
        self.reject()
        self.copies_wanted.emit(self._path)


def _is_good(copy: Backup) -> bool:
    try:
        Workshop.open(copy.path).close()
    except Refusal:
        return False
    return True


def _about(copy: Backup) -> str:
    return _("{when}: {holds}").format(when=when(copy), holds=what_it_holds(copy.path))


def _save_beside(rescued: RescueResult, path: Path) -> Path:
    for number in range(1, 100):
        name = _("{name} (rescued)") if number == 1 else _("{name} (rescued {n})")
        to = path.with_name(name.format(name=path.stem, n=number) + ".cxw")
        try:
            rescued.save(to)
        except FileIsThere:
            continue
        return to
    raise FileIsThere(path.name)
