"""The left side of the Print page: which sheets, and how to print them."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from cxworkshop.i18n import _
from cxworkshop.workshop import Workshop
from ui.printing.options import PrintOptionsPanel
from ui.printing.selection import Selection
from ui.printing.sheet_list import SheetList
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.labels import Hairline, Panel
from ui.widgets.scroll_area import ScrollArea


class PrintChoices(Panel):
    """The list of sheets between the options that every print needs and all others.

    For a selection that is alone there is nothing to choose but the paper.
    """

    def __init__(
        self, workshop: Workshop, theme: Theme, selection: Selection, parent: QWidget
    ) -> None:
        super().__init__(theme, parent=parent)
        px = theme.px
        self.box.setContentsMargins(*margins(px(4), px(4), px(2), 4))
        self._inside = ScrollArea(px(6), self)
        self._inside.be_roomy()
        self._inside.setAccessibleName(_("What to print, and how"))
        column = self._inside.box
        column.setContentsMargins(px(14), px(10), px(14), px(10))
        self.sheets = SheetList(workshop, theme)
        self.options = PrintOptionsPanel(workshop, theme, selection)
        for part in (self.options.first, Hairline(theme), self.sheets, self.options):
            column.addWidget(part)
            part.setVisible(part is self.options.first or not selection.is_alone)
        column.addStretch(1)
        self.box.addWidget(self._inside)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._reveal)

    def _reveal(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what Tab reaches: Qt does so only when the focus was inside before."""
        if now is not None and self._inside.isAncestorOf(now):
            self._inside.ensureWidgetVisible(now, 0, self._theme.px(24))
