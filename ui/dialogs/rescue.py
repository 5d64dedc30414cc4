"""A damaged workshop: open the newest good copy, or rescue what can still be read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.errors import Refusal
from cxworkshop.filenames import variant
from cxworkshop.i18n import _
from cxworkshop.services.files import Backup, RescueResult, backups, restore_backup
from cxworkshop.store.refusals import FileIsThere
from cxworkshop.workshop import Workshop
from ui.dialogs.backups import describe, restore_beside, when
from ui.dialogs.file_choice import choose_name
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, Panel, make_button
from ui.widgets.scroll_area import ScrollArea
from ui.window.disk_task import DiskRequest
from ui.window.disk_work import DiskWork, not_read_yet, not_saved_yet


class RescueDialog(QDialog):
    """Two choices, each with what it would give. The damaged file is only read.

    `open_wanted` carries the new file; `copies_wanted` asks for all earlier copies of this one.
    """

    open_wanted = Signal(Path)
    copies_wanted = Signal(Path)

    def __init__(self, path: Path, sentence: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._path, self._theme = path, theme
        self._disk = DiskWork(self, theme)
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
        self.copy_words, self.open_copy = self._choice(
            _("The newest good copy"), _("Open that copy"), self._open_copy
        )
        self.rescue_words, self.rescue = self._choice(
            _("What can be read of it"), _("Rescue it into a new file"), self._rescue
        )
        self.said = Label("", theme, "body", "amber")
        self.said.hide()
        self._box.addWidget(self.said)
        self._box.addStretch(1)
        whole.addLayout(self._foot())
        QTimer.singleShot(0, self, self._examine)  # the dialog appears at once

    def _choice(self, title: str, words: str, do: Callable[[], object]) -> tuple[Label, Button]:
        panel = Panel(self._theme)
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(14))
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(2))
        column.addWidget(Label(title, self._theme, "strong"))
        about = Label(_("Looking …"), self._theme, "body", "grey")
        column.addWidget(about)
        line.addLayout(column, 1)
        button = make_button(words)
        button.setEnabled(False)
        button.clicked.connect(lambda _on=False: do())
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        panel.box.addLayout(line)
        self._box.addWidget(panel)
        return about, button

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        copies = make_button(_("All earlier copies …"), "quiet")
        copies.clicked.connect(lambda _on=False: self._show_copies())
        cancel = make_button(_("Cancel"), "primary")
        cancel.clicked.connect(lambda _on=False: self.reject())
        foot.addWidget(copies)
        foot.addStretch(1)
        foot.addWidget(cancel)
        return foot

    def _examine(self) -> None:
        self._copy = next((c for c in backups(self._path) if _is_good(c)), None)
        nothing = _("There is none on this laptop.")
        self.copy_words.setText(_about(self._copy) if self._copy else nothing)
        self.open_copy.setEnabled(self._copy is not None)
        read = partial(Workshop.rescue, self._path)
        waits_for = not_read_yet(self._path)
        self._disk.run(DiskRequest(read, self._show_rescued, self._show_why_not, waits_for))

    def _show_rescued(self, rescued: RescueResult) -> bool:
        self._rescued = rescued
        self.rescue_words.setText(rescued.sentence())
        self.rescue.setEnabled(True)
        return True

    def _show_why_not(self, refusal: Refusal) -> None:
        self.rescue_words.setText(refusal.sentence)

    def _open_copy(self) -> None:
        copy, path = self._copy, self._path
        if copy is not None:
            self._save(lambda: restore_beside(copy, path), lambda to: restore_backup(copy, to))

    def _rescue(self) -> None:
        rescued, path = self._rescued, self._path
        if rescued is not None:
            self._save(lambda: _save_beside(rescued, path), rescued.save)

    def _save(self, beside: Callable[[], Path], save: Callable[[Path], None]) -> None:
        """Save beside the damaged file; where that is refused, ask for another place."""
        refused = partial(self._save_elsewhere, save)
        self._disk.run(DiskRequest(beside, self._go_on, refused, not_saved_yet()))

    def _save_elsewhere(self, save: Callable[[Path], None], _refusal: Refusal) -> None:
        chosen = choose_name(self, self._path)
        if chosen is not None:
            write = partial(_save_there, save, chosen)
            self._disk.run(DiskRequest(write, self._go_on, self._say, not_saved_yet()))

    def _go_on(self, to: Path) -> bool:
        self.accept()
        self.open_wanted.emit(to)
        return True

    def _say(self, refusal: Refusal) -> None:
        self.said.setText(refusal.sentence)
        self.said.show()

    def _show_copies(self) -> None:
        self.reject()
        self.copies_wanted.emit(self._path)


def _is_good(copy: Backup) -> bool:
    try:
        Workshop.open(copy.path).close()
    except Refusal:
        return False
    return True


def _save_there(save: Callable[[Path], None], to: Path) -> Path:
    save(to)
    return to


def _about(copy: Backup) -> str:
    return _("{when}: {counts}").format(when=when(copy), counts=describe(copy.path))


def _save_beside(rescued: RescueResult, path: Path) -> Path:
    for number in range(1, 100):
        words = _("(rescued)") if number == 1 else _("(rescued {n})").format(n=number)
        to = variant(path, f" {words}")
        try:
            rescued.save(to)
        except FileIsThere:
            continue
        return to
    raise FileIsThere(path.name)
