"""Customers drawn as figures: solid for those who count, outlined for the others."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext
from ui.theme.mirror import painter_of
from ui.theme.paint import person
from ui.theme.theme import Theme
from ui.widgets.labels import Label

MOST = 20  # figures; more are drawn in proportion


class PeopleCount(QWidget):
    """A row of figures; says "3 of 5" to screen readers."""

    def __init__(self, theme: Theme, height: int = 22) -> None:
        super().__init__()
        self._theme, self._height, self._solid, self._all = theme, height, 0, 0

    def show_count(self, solid: int, of: int) -> None:
        """Show `n` of `all`; more than twenty are drawn as twenty, in proportion."""
        self._all = min(of, MOST)
        self._solid = solid if of <= MOST else round(solid * MOST / of)
        self.setAccessibleName(_("{n} of {all}").format(n=solid, all=of))
        self.setFixedSize(self.sizeHint())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        high = self._theme.px(self._height)
        return QSize(round(self._step() * self._all) + 2, high + 2)

    def _step(self) -> float:
        return self._theme.px(self._height) * 1.0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n in range(self._all):
            place = QPointF(n * self._step(), 1)
            high = self._theme.px(self._height)
            person(painter, place, high, self._theme.tokens, solid=n < self._solid)


class HeardBy(QWidget):
    """A number of customers beside one figure."""

    def __init__(self, theme: Theme, count: int = 0, role: str = "h2") -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(5))
        self._figure = PeopleCount(theme, 16)
        self._figure.show_count(1, 1)
        self._number = Label("", theme, role, "accent")
        self._number.setWordWrap(False)
        line.addWidget(self._figure)
        line.addWidget(self._number)
        self.show_count(count)

    def show_count(self, count: int) -> None:
        self._number.setText(str(count))
        text = ngettext("{n} {customer}", "{n} {customers}", count)
        self.setAccessibleName(text.format(n=count))
