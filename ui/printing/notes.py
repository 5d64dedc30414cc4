"""What to look at before the pages go on paper."""

from __future__ import annotations

from cxworkshop.i18n import _
from cxworkshop.sheets.preflight import Preflight
from ui.theme.theme import Theme
from ui.widgets.labels import Label
from ui.widgets.lists import RowList


class PreflightNotes(RowList):
    """Characters that no font has, and likely names (R7); hidden while there are none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("To be looked at before it goes on paper"))
        self._labels: list[Label] = []
        self.hide()

    def show_notes(self, preflight: Preflight) -> None:
        """Show these in place of those before."""
        self._labels = [Label(note, self.theme, "body", "amber") for note in preflight.notes]
        self.show_rows(self._labels)
        self.setVisible(bool(self._labels))

    def fit(self, width: int) -> None:
        """Take the height that the notes need at this width; many scroll."""
        high = sum(label.heightForWidth(width) + self.theme.px(4) for label in self._labels)
        self.setFixedHeight(min(high + self.theme.px(2), self.theme.px(76)))
