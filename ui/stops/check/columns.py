"""The two sides of stop 6: what stands above each, and the days of a talk."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from cxworkshop import days
from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.stops.page import StopPage
from ui.widgets.labels import Label, Panel


def side(page: StopPage, name: str) -> Panel:
    """One of the two panels."""
    panel, px = Panel(page.theme), page.theme.px
    panel.box.setContentsMargins(px(20), px(14), px(20), px(10))
    panel.setAccessibleName(name)
    panel.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return panel


class ColumnHead(QWidget):
    """The title of a side, and on its right, or under it, in grey, what can be said of it."""

    def __init__(self, page: StopPage, title: str) -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(page.theme.px(2))
        self._head = Label(title, page.theme, "h2")
        self._note = Label("", page.theme, "small", "grey")
        self._line.addWidget(self._head, 1)
        self._line.addWidget(self._note, 0)

    def say(self, note: str) -> None:
        """Put this on its right."""
        self._note.setText(note)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside one another where both fit in one line."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        parts = (self._head, self._note)
        wide = sum(w.fontMetrics().horizontalAdvance(w.text()) + 8 for w in parts)
        fits = wide <= self.width()
        way = QBoxLayout.Direction
        self._note.setWordWrap(not fits)
        self._line.setDirection(way.LeftToRight if fits else way.TopToBottom)


def days_of(heard: list[date]) -> str:
    """ "23 Nov", or "23 Nov to 2 Dec"."""
    if not heard:
        return ""
    first, last = days.day_month(min(heard)), days.day_month(max(heard))
    return first if first == last else _("{first} to {last}").format(first=first, last=last)
