"""A row whose parts begin on one line, whatever their heights."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QWidget

from cxworkshop.compat import override
from ui.widgets.day_field import DayField
from ui.widgets.layout_items import parts_of


class FirstLineLayout(QHBoxLayout):
    """The middles of the first lines of fields and buttons are level; Qt has no baselines here.

    A part that would stand out below stays where it is.
    """

    @override
    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        inside = self.contentsRect()
        inside_it = (part for part in parts_of(self) if isinstance(part, QWidget))
        parts = [part for part in inside_it if not part.isHidden()]
        level = max(map(_middle, parts), default=0)
        for part in parts:
            lower = min(level - _middle(part), inside.height() - part.height())
            part.move(part.x(), inside.top() + max(0, lower))


def _middle(part: QWidget) -> int:
    """The middle of its first line, from its top."""
    if isinstance(part, DayField):
        return part.entry.sizeHint().height() // 2
    if isinstance(part, QPlainTextEdit):  # what is below its words need not be what is above
        above = part.viewport().y() + part.document().documentMargin()
        return round(above + part.fontMetrics().lineSpacing() / 2)
    return (part.height() + part.contentsMargins().top() * isinstance(part, QLabel)) // 2
