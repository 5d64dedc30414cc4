"""Where the rows of stop 6 stand: in a list that scrolls, or on the page itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cxworkshop.compat import override
from ui.theme.theme import Theme
from ui.widgets.lists import RowList, let_go


class RowArea(QWidget):
    """Rows that scroll by themselves, or where it is narrow with the whole page.

    `grown`: on the page they need another height now.
    """

    grown = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._list = RowList(theme, name)
        self._list.set_gap(0)
        self._list.take_what_is_left(theme.px(150))
        column.addWidget(self._list, 1)
        # Not a layout in this one: `ScrollArea` forgets what widgets' own layouts have measured.
        whole = QWidget()
        whole.installEventFilter(self)
        self._high = 0
        self._plain = QVBoxLayout(whole)
        self._plain.setContentsMargins(0, 0, 0, 0)
        self._plain.setSpacing(0)
        column.addWidget(whole)
        self._rows: Sequence[QWidget] = ()

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these rows in this order, without deleting any."""
        self._rows = rows
        scrolls = not self._list.isHidden()
        let_go(self._plain)
        self._list.keep_rows(rows if scrolls else [])
        for row in rows:
            if not scrolls:
                self._plain.addWidget(row)
            row.show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that a row has grown, as one does that is opened for correction."""
        if event.type() == QEvent.Type.LayoutRequest:
            high = self._plain.heightForWidth(self.width())
            if high != self._high:
                self._high = high
                self.grown.emit()
        return super().eventFilter(watched, event)

    def scroll_by_itself(self, *, on: bool) -> None:
        """Scroll the rows alone, or leave that to the page."""
        self._list.setVisible(on)
        self.show_rows(self._rows)


def scroll_to(place: QWidget) -> None:
    """Make every scroll area around a row show it, the innermost first."""
    parent = place.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(place, 0, 8)
        parent = parent.parentWidget()
