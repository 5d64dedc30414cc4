"""The names of workshops whose files are not read yet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.filenames import title_of
from ui.theme.theme import Theme
from ui.widgets.labels import Label, clear


class UnreadNames(QWidget):
    """One line for each file, until the file has been read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._labels: dict[Path, Label] = {}
        self.hide()

    def show_names(self, paths: list[Path]) -> None:
        """Show the names of these files alone."""
        if list(self._labels) == paths:
            return
        clear(self._lines)
        self._labels = {path: Label(title_of(path), self.theme, "h2", "grey") for path in paths}
        for label in self._labels.values():
            self._lines.addWidget(label)
        self.setVisible(bool(paths))

    def remove(self, path: Path) -> None:
        """Remove the name of a file that was read, if it is shown."""
        label = self._labels.pop(path, None)
        if label is not None:
            label.hide()
            label.deleteLater()
        self.setVisible(bool(self._labels))
