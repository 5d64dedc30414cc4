"""An answer of stop 7 with the names of staff in it underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from cxworkshop.compat import override
from cxworkshop.i18n import _, runs_left, with_commas
from ui.theme.theme import Theme
from ui.widgets.labels import Label


class WordsWithNames(Label):
    """Words of ours; `names` are begin and end of each name, which gets an amber line below."""

    def __init__(self, words: str, names: Sequence[tuple[int, int]], theme: Theme) -> None:
        super().__init__(words, theme, "body")
        self._names = names
        if names:
            named = with_commas(words[begin:end] for begin, end in names)
            self.setAccessibleDescription(_("names {names}").format(names=named))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the words out by itself where there are names, to know where these stand."""
        if not self._names:
            super().paintEvent(event)
            return
        painter, layout = QPainter(self), self._laid()
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        layout.draw(painter, QPointF(0, 0))
        amber = QColor(self._theme.tokens.amber)
        for line in self._underlines(layout):
            painter.fillRect(line, amber)

    def _laid(self) -> QTextLayout:
        layout, option = QTextLayout(self.text(), self.font()), QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if runs_left(self.text()):
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.width())
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _underlines(self, layout: QTextLayout) -> list[QRectF]:
        """A rectangle for each piece of a name on each line."""
        found = []
        for line in (layout.lineAt(n) for n in range(layout.lineCount())):
            first = line.textStart()
            last = first + line.textLength()
            for begin, end in self._names:
                if begin < last and end > first:
                    left, right = (_x(line, max(begin, first)), _x(line, min(end, last)))
                    below = line.y() + line.ascent() + 2
                    found.append(QRectF(min(left, right), below, abs(right - left), 2))
        return found


def _x(line: QTextLine, place: int) -> float:
    """Where a letter begins; PySide returns the place with it."""
    x = line.cursorToX(place)
    assert isinstance(x, tuple)
    return float(x[0])
