"""Fields that take a person's name offer the names that are known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from cxworkshop.compat import override


class NameCompleter(QCompleter):
    """Completes the only name that begins as typed, visibly in the field; lists several.

    The completed letters are selected: Enter takes them, Backspace or another letter does not.
    `several` is for fields that take names with commas between them.
    """

    def __init__(
        self, field: QLineEdit, known: Callable[[], Sequence[str]], *, several: bool = False
    ) -> None:
        super().__init__(field)
        self._field, self._known, self._several = field, known, several
        self._typed = ""
        self._names = QStringListModel(self)
        self.setModel(self._names)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setCompleter(self)
        field.textEdited.connect(self._complete)

    @override
    def splitPath(self, path: str, /) -> list[str]:
        """Look for the last of several names."""
        return [self._parts(path)[1]]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex, /) -> str:
        """Keep the names before it."""
        return self._parts(self._field.text())[0] + str(index.data())

    def _parts(self, text: str) -> tuple[str, str]:
        """The text before the name that is typed now, and that name."""
        if not self._several:
            return "", text
        name = text.rpartition(",")[2].lstrip()
        return text[: len(text) - len(name)], name

    def _complete(self, text: str) -> None:
        """Complete what somebody adds to the end, never what they delete."""
        grows, self._typed = len(text) > len(self._typed), text
        before, name = self._parts(text)
        known = list(self._known())
        begin = name.casefold()
        fit = [one for one in known if one.casefold().startswith(begin)] if begin else []
        alone = len(fit) == 1
        # No list of what stands in the field, nor of everybody before a letter is typed.
        self._names.setStringList(known if len(fit) > 1 else [])
        if alone and grows and self._field.cursorPosition() == len(text):
            whole = before + fit[0]
            self._field.setText(whole)
            self._field.setSelection(len(whole), len(text) - len(whole))
