"""What we promise in general, beside what customers say they get."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from cxworkshop.content.values import PromiseLine
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.labels import Hairline, Label, Panel, QuoteLabel


class PromisesPanel(Panel):
    """A row for each promise; hidden while there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._rows: QWidget | None = None

    def show_promises(self, promises: Sequence[PromiseLine]) -> None:
        """Show the promises of stop 1."""
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._rows, theme = QWidget(), self._theme
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(20))
        for column, head in enumerate((_("What we promise"), _("What {customers} say they get"))):
            grid.setColumnStretch(column, 1)
            grid.addWidget(Label(head, theme, "h2"), 0, column)
        for n, line in enumerate(promises):
            grid.addWidget(Hairline(theme), 2 * n + 1, 0, 1, 2)
            grid.addWidget(Label(line.promise, theme), 2 * n + 2, 0)
            grid.addWidget(self._get(line), 2 * n + 2, 1)
        self.box.addWidget(self._rows)
        self.setVisible(bool(promises))

    def _get(self, line: PromiseLine) -> Label:
        if line.customers_get:
            return QuoteLabel(line.customers_get, self._theme)
        return Label(_("Nobody has asked them yet."), self._theme, "body", "grey")
