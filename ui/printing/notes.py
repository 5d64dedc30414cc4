"""What to look at before the pages go on paper."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxworkshop.i18n import _
from cxworkshop.sheets.preflight import Preflight
from ui.theme.theme import Theme
from ui.widgets.labels import Label, make_button
from ui.widgets.lists import RowList

if TYPE_CHECKING:
    from ui.window.font_adding import FontAdding


class PreflightNotes(QWidget):
    """Characters that no font has, and likely names (R7); hidden while there are none.

    The fonts of a pack can be added here: `said` is what has become of it, and `fonts_added` says
    that they can be used.
    """

    said = Signal(str)
    fonts_added = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._labels: list[Label] = []
        self._rows = RowList(theme, _("Check before printing"))
        self._add = make_button(_("Add fonts …"), "plain")
        self._add.clicked.connect(lambda _on=False: self._fonts.choose())
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(12))
        box.addWidget(self._rows, 1)
        box.addWidget(self._add)
        self.hide()

    @cached_property
    def _fonts(self) -> FontAdding:
        from ui.window.font_adding import FontAdding

        return FontAdding(self.window(), self._theme, self.said.emit, self.fonts_added.emit)

    def show_notes(self, preflight: Preflight) -> None:
        """Show these in place of those before."""
        self._labels = [Label(note, self._theme, "body", "amber") for note in preflight.notes]
        self._rows.show_rows(self._labels)
        self._add.setVisible(bool(preflight.fonts))
        self.setVisible(bool(self._labels))

    def fit(self, width: int) -> None:
        """Take the height that the notes need at this width; many scroll."""
        least = 0
        if not self._add.isHidden():
            width -= self._add.sizeHint().width() + self._theme.px(12)
            least = self._add.sizeHint().height()
        high = sum(label.heightForWidth(width) + self._theme.px(4) for label in self._labels)
        self.setFixedHeight(max(least, min(high + self._theme.px(2), self._theme.px(76))))
