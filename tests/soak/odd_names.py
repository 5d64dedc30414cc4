"""Files of two dozen odd names, opened, imported, merged and written in the window.

Each name goes through the dialog that asks for a file, by its keys: what is asked for is done, or
said in a sentence, and nothing that was there is changed.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QWidget,
)
from shiboken6 import Shiboken

from cxworkshop.workshop import Workshop
from tests.soak.power_cuts import at_home
from tests.soak.table import Row
from tests.soak.windows import shown_window
from ui.dialogs.exporting import ExportDialog
from ui.dialogs.merge import MergeDialog
from ui.dialogs.share_copy import ShareCopyDialog
from ui.importing.page import ImportPage
from ui.printing.dialog import PrintDialog
from ui.widgets.buttons import Button
from ui.window.main_window import MainWindow

PATIENCE = 20  # seconds
PAUSE = 50  # milliseconds
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TABLE = "Id;What should we do better?\n1;Mend the door of the shop\n"
NAMES = (
    "list.", "list ", " list", "list. .", "50 % %s%n%20", "{name}{0}", "&amp;<b>x", "a\nb",
    "a\tb", "\u202egnp.", "\u200fא\u200e", "x" * 240, "é" * 120, "👩\u200d🦽👍🏽", "CON", "nul.1",
    "a:b*?<>|", "a\\b", "-x", "--help", "~x", "..x", ".hidden", "e\u0301", "'quoted'", "$(x)", "#",
    "C:x", "\ufffd", "a" + "\u0301" * 60, "ﷺ" * 30, "\x7f\x1b[31m", "x.cxw", "x.csv.csv",
)  # fmt: skip

ENDINGS = {"export": ".xlsx", "share": ".cxw", "save as": ".cxw", "print": ".pdf"}
TAKEN = "Team v1.2"  # Qt adds no ending to it, and so can't ask whether the file may be replaced
THERE: dict[str, Callable[[Path], object]] = {
    "a file": lambda path: path.write_bytes(b"of somebody"),
    "a folder": lambda path: path.mkdir(),
    "a loop": lambda path: path.symlink_to(path.name),
    "a link to nothing": lambda path: path.symlink_to("gone"),
    "a link to a file": lambda path: (
        path.with_name("other").write_bytes(b"of somebody"),
        path.symlink_to("other"),
    ),
}

Kind = TypeVar("Kind", bound=QWidget)


class OddNames:
    """A window with a workshop; each way brings one name through one dialog."""

    def __init__(self, window: MainWindow, scratch: Path, failures: list[str]) -> None:
        self._window, self._scratch, self._failures = window, scratch, failures
        for name in ("team", "other"):
            with Workshop.new(scratch / f"{name}.cxw", name.title()) as made:
                made.talk.say("Mend the door", made.talk.begin(made.talk.next_customer().id).id)
                made.save()
        window.open(scratch / "team.cxw")
        self._until(lambda: window.bridge)

    def ways(self) -> dict[str, Callable[[Path, str], str]]:
        writes = {
            "export": self._export, "share": self._share, "save as": self._save_as,
            "print": self._print,
        }  # fmt: skip
        return {"import": self._import, "merge": self._merge, "open": self._open} | {
            what: lambda folder, name, way=way: self._written(folder, name, way)
            for what, way in writes.items()
        }

    def try_name(self, what: str, folder: Path, name: str) -> str:
        """Return what is wrong; where a name is TAKEN it is so in each of its ways."""
        for way in THERE if name == TAKEN else ():
            within = folder / way
            within.mkdir()
            THERE[way](within / f"{name}{ENDINGS.get(what, '')}")
            if found := self._try(what, within, name):
                return f"{way}: {found}"
        return "" if name == TAKEN else self._try(what, folder, name)

    def _try(self, what: str, folder: Path, name: str) -> str:
        self._window.refusal.hide()
        self._to_window()
        try:
            found = self.ways()[what](folder, name)
        except Exception as error:  # a step was not to be had
            found = f"{type(error).__name__}: {error}"
        if page := self._dialog(ImportPage):
            QTest.keyClick(page, Qt.Key.Key_Escape)
        for dialog in self._window.findChildren(QDialog):
            if Shiboken.isValid(dialog) and dialog.isVisible():
                dialog.reject()
        QApplication.processEvents()
        return self._failures.pop() if self._failures else found

    def _import(self, folder: Path, name: str) -> str:
        path = _made(folder / f"{name}.csv", TABLE.encode())
        self._key(Qt.Key.Key_I, CTRL, path)
        return self._taken(path, ImportPage, "Import")

    def _merge(self, folder: Path, name: str) -> str:
        data = (self._scratch / "other.cxw").read_bytes()
        path = _made(folder / f"{name}.cxw", data)
        self._key(Qt.Key.Key_I, CTRL, path)
        return self._taken(path, MergeDialog, "")

    def _open(self, folder: Path, name: str) -> str:
        data = (self._scratch / "other.cxw").read_bytes()
        path = _made(folder / f"{name}.cxw", data)
        self._key(Qt.Key.Key_O, CTRL, path)
        opened = self._until(lambda: self._here() != self._scratch / "team.cxw" or self._said())
        if not opened or (self._here() != path and not self._said()):
            return f"neither opened nor said: {self._here()}"
        self._window.open(self._scratch / "team.cxw")
        self._until(lambda: self._here() == self._scratch / "team.cxw")
        return ""

    def _taken(self, path: Path, kind: type[QWidget], press: str) -> str:
        if not self._until(lambda: self._dialog(kind) or self._said()):
            return "no answer"
        if self._dialog(kind) is None:
            return "" if press == "" else f"refused: {self._said()}"
        if press:
            title = self._window.bridge.workshop.undo_title()
            self._press(self._dialog(kind), press)
            self._until(lambda: self._dialog(kind) is None)
            self._to_window()
            QTest.keyClick(self._window, Qt.Key.Key_Z, CTRL)
            undone = self._until(lambda: self._window.bridge.workshop.undo_title() == title)
            return "" if undone else "is not taken back"
        return ""

    def _written(self, folder: Path, name: str, way: Callable[[Path], str]) -> str:
        before = {one: _bytes_of(one) for one in folder.iterdir()}
        said = way(folder / name)
        new = [one for one in folder.iterdir() if one not in before]
        if any(_bytes_of(one) != data for one, data in before.items()):
            return "something that was there is changed"
        if len(new) > 1 or not (new or said):
            return f"made {new}, said {said!r}"
        return ""

    def _export(self, path: Path) -> str:
        self._window._actions["export"].trigger()
        dialog = self._wait_for(ExportDialog)
        self._press(dialog, "A workbook …")
        return self._answered(dialog, path)

    def _share(self, path: Path) -> str:
        self._window._actions["share"].trigger()
        dialog = self._wait_for(ShareCopyDialog)
        self._press(dialog, "Choose where")
        return self._answered(dialog, path)

    def _print(self, path: Path) -> str:
        self._window.go(4)
        QTest.keyClick(self._window, Qt.Key.Key_P, CTRL)
        dialog = self._wait_for(PrintDialog)
        save = next(b for b in dialog.findChildren(Button) if b.words.startswith("Save PDF"))
        self._until(save.isEnabled)
        QTest.mouseClick(save, Qt.MouseButton.LeftButton)
        if menus := [one for one in dialog.findChildren(QMenu) if one.isVisible()]:
            QTest.keyClick(menus[-1], Qt.Key.Key_Return)
        return self._answered(dialog, path)

    def _save_as(self, path: Path) -> str:
        team = self._scratch / "team.cxw"
        self._key(Qt.Key.Key_S, CTRL | SHIFT, path)
        self._until(lambda: self._here() != team or self._said())
        said = self._said()
        if self._here() != team:
            self._window.open(team)
            self._until(lambda: self._here() == team)
        return said

    def _answered(self, dialog: QDialog, path: Path) -> str:
        """Type a path into the dialog's own chooser; return what is said then."""
        before = _texts(dialog)
        _type_path(dialog.findChildren(QFileDialog)[-1], path)
        self._until(lambda: _texts(dialog) != before)
        return " ".join(set(_texts(dialog)) - set(before))

    def _key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier, path: Path) -> None:
        """Press a key that opens a chooser, which is answered from within its own loop."""
        QTimer.singleShot(50, lambda: self._answer(path))
        QTest.keyClick(self._window, key, modifiers)

    def _answer(self, path: Path) -> None:
        choosers = [one for one in self._window.findChildren(QFileDialog) if one.isVisible()]
        if choosers:
            _type_path(choosers[-1], path)

    def _dialog(self, kind: type[Kind]) -> Kind | None:
        shown = (d for d in self._window.findChildren(kind) if d.isVisible())
        return next(shown, None)

    def _wait_for(self, kind: type[QDialog]) -> QDialog:
        self._until(lambda: self._dialog(kind))
        found = self._dialog(kind)
        assert found is not None, f"{kind.__name__} does not open"
        return found

    def _press(self, inside: QWidget | None, start: str) -> None:
        assert inside is not None
        buttons = [b for b in inside.findChildren(Button) if b.isVisible()]
        found = [b for b in buttons if b.words.startswith(start)]
        assert found, f"no {start!r} in {[b.words for b in buttons]}"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def _to_window(self) -> None:
        self._window.activateWindow()
        self._until(lambda: QApplication.activeWindow() is self._window)

    def _here(self) -> Path | None:
        return self._window.bridge.workshop.path if self._window.bridge else None

    def _said(self) -> str:
        return self._window.refusal.text if self._window.refusal.isVisible() else ""

    def _until(self, is_so: Callable[[], object]) -> bool:
        end = time.monotonic() + PATIENCE
        while not is_so():
            QApplication.processEvents()
            time.sleep(0.002)
            if time.monotonic() > end or self._failures:
                return False
        return True


def _texts(dialog: QDialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel) if one.isVisible() and one.text()]


def _type_path(chooser: QFileDialog, path: Path) -> None:
    """Paste it, as it holds letters that no key has, and press Enter."""
    field = chooser.findChild(QLineEdit, "fileNameEdit")
    field.selectAll()
    QApplication.clipboard().setText(str(path))
    QTest.keyClick(field, Qt.Key.Key_V, CTRL)
    QTimer.singleShot(PAUSE, lambda: _put_away(chooser))
    QTest.keyClick(field, Qt.Key.Key_Return)


def _put_away(chooser: QFileDialog) -> None:
    """Close the dialog and its message, if there is one, that it can't have this name."""
    if not Shiboken.isValid(chooser) or not chooser.isVisible():
        return
    boxes = [one for one in chooser.findChildren(QMessageBox) if one.isVisible()]
    if boxes:
        boxes[0].reject()
    QTimer.singleShot(PAUSE, chooser.reject)


def _bytes_of(path: Path) -> bytes:
    if path.is_symlink():
        return os.fsencode(path.readlink())
    return path.read_bytes() if path.is_file() else b""


def _made(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def pairs() -> Iterator[tuple[str, str]]:
    """Each way with each name."""
    for what in ("import", "merge", "open", "export", "share", "save as", "print"):
        for name in (*NAMES, TAKEN) if what in ENDINGS else NAMES:
            yield what, name


def run(count: int, seed: int) -> list[Row]:
    """So many pairs of a way and a name."""
    every, wrong, failures = list(pairs()), list[str](), list[str]()
    chosen = every if count >= len(every) else random.Random(seed).sample(every, count)
    hook = sys.excepthook
    sys.excepthook = lambda kind, error, _trace: failures.append(f"{kind.__name__}: {error}")
    try:
        with tempfile.TemporaryDirectory() as home, at_home(Path(home)):
            scratch = Path(home) / "papers"
            scratch.mkdir()
            with shown_window(Path(home)) as window:
                odd = OddNames(window, scratch, failures)
                for number, (what, name) in enumerate(chosen):
                    folder = scratch / str(number)
                    folder.mkdir()
                    if found := odd.try_name(what, folder, name):
                        wrong.append(f"{what} {name[:12]!r}: {found}")
    finally:
        sys.excepthook = hook
    return [Row("odd names, in the window", len(chosen), len(wrong), "; ".join(wrong[:4]))]
