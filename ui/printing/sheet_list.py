"""The sheets that can be printed: a tick for each, under the stop that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.sheets import SHEETS, Sheet
from cxworkshop.workshop import Workshop
from ui.dialogs.step_dialog import TickLine
from ui.printing.selection import Selection
from ui.theme.mirror import margins, painter_of
from ui.theme.paint import ring
from ui.theme.theme import Theme
from ui.widgets.labels import Label, make_button
from ui.widgets.rounds import past_words


@dataclass(frozen=True)
class _Line:
    sheet: Sheet
    tick: TickLine
    sensible: bool


class SheetList(QWidget):
    """All sheets in their order. One that makes no sense yet is grey, and says why."""

    changed = Signal()

    def __init__(self, workshop: Workshop, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_quiet = False  # while many ticks change, `changed` is emitted once
        self._lines: list[_Line] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addLayout(self._head())
        past = workshop.rounds.current()
        if past.ended_on is not None:
            column.addWidget(Label(past_words(past), theme, "strong", "accent"))
        for stop, sheets in groupby(SHEETS.values(), key=lambda sheet: sheet.stop):
            column.addWidget(_StopHead(stop, theme))
            for sheet in sheets:
                line = self._line(sheet, sensible=sheet.sensible(workshop))
                self._lines.append(line)
                column.addWidget(line.tick)

    @property
    def ticked(self) -> tuple[Sheet, ...]:
        """The sheets to print, in their order."""
        return tuple(line.sheet for line in self._lines if line.tick.is_on)

    def tick(self, selection: Selection) -> None:
        """Tick these sheets, and no others."""
        self._set_ticks(selection.has(line.sheet) for line in self._lines)

    def focus_first(self) -> None:
        """Focus the first sheet that is ticked, or the first that can be."""
        ticks = [line.tick for line in self._lines if line.sensible]
        for tick in sorted(ticks, key=lambda tick: not tick.is_on)[:1]:
            tick.tick.setFocus()

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(4))
        line.addWidget(Label(_("What to print"), self._theme, "h2"), 1)
        for text, name, wanted in (
            (_("All"), _("All that make sense now"), True),
            (_("None"), _("None of them"), False),
        ):
            button = make_button(text, "link")
            button.setToolTip(name)
            button.clicked.connect(lambda _on=False, w=wanted: self._tick_all(on=w))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _line(self, sheet: Sheet, *, sensible: bool) -> _Line:
        title = _(sheet.title)
        colour = "ink" if sensible else "grey"
        tick = TickLine(title, self._theme, role="body", colour=colour)
        tick.setContentsMargins(*margins(self._theme.px(30), 0, 0, 0))
        if not sensible:
            why = _(sheet.needs.sentence)
            tick.explain(why)
            tick.tick.setEnabled(False)
            tick.tick.setAccessibleDescription(why)
        tick.tick.toggled.connect(self._ticked)
        return _Line(sheet, tick, sensible)

    def _tick_all(self, *, on: bool) -> None:
        self._set_ticks(on and line.sheet.in_pack for line in self._lines)

    def _set_ticks(self, wanted: Iterable[bool]) -> None:
        self._is_quiet = True
        for line, on in zip(self._lines, wanted, strict=True):
            line.tick.tick.setChecked(on and line.sensible)
        self._is_quiet = False
        self.changed.emit()

    def _ticked(self, _on: bool) -> None:
        if not self._is_quiet:
            self.changed.emit()


class _StopHead(QWidget):
    """The stop's number in its ring, and its title, as on the rail."""

    def __init__(self, stop: int, theme: Theme) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, theme.px(10), 0, theme.px(2))
        line.setSpacing(theme.px(8))
        if stop:
            line.addWidget(_Number(stop, theme), 0, Qt.AlignmentFlag.AlignTop)
        title = catalogue.stops()[stop - 1].title if stop else _("At any stop")
        line.addWidget(Label(title, theme, "label", "accent"), 1)


class _Number(QWidget):
    """A stop's number in a ring."""

    def __init__(self, stop: int, theme: Theme) -> None:
        super().__init__()
        self._stop, self._theme = stop, theme
        self.setFixedSize(QSize(theme.px(22), theme.px(22)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self.width() / 2, self.height() / 2)
        ring(painter, centre, self.width() - 2, "thin", str(self._stop), self._theme.tokens)
