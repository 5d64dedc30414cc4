"""The table of the import page: a file as it was read, and what each column is taken for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QMenu, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.services.import_preview import ImportPreview
from ui.accessible.views import make_accessible
from ui.importing.role_menu import ROLES, RoleMenu
from ui.importing.start_drag import StartDrag
from ui.importing.table_layout import MOST_ABOVE, TableLayout
from ui.importing.table_painter import TablePainter
from ui.importing.table_parts import TableParts
from ui.theme.focus import OWN_FOCUS
from ui.theme.mirror import is_mirrored, painter_of, reading_key, reckoned, reckoned_area
from ui.theme.theme import Theme

LEAST, MOST_LEAST = 244, 440  # pixels of height at 100 %, and with large text
STEP = 20  # pixels of a click on a scroll bar's arrow
HELD = Qt.KeyboardModifier.AltModifier


class ImportTable(QAbstractScrollArea):
    """Painted, and only what is in sight; the heads stay while the rows scroll.

    `role_chosen` carries a column and its ColumnRole, `start_chosen` the number of the record that
    is the first with answers in it. A click on a head opens its menu, one on a row starts there.
    """

    role_chosen = Signal(int, object)
    start_chosen = Signal(int)

    def __init__(self, theme: Theme, preview: ImportPreview) -> None:
        super().__init__()
        self._theme, self._painter = theme, TablePainter(theme)
        self.column = 0
        self._drag = StartDrag(self.can_start)
        self._is_touched = False  # until then the first customers' words are in sight
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerWidget(QWidget())  # Qt's own has a border
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(OWN_FOCUS, True)  # noqa: FBT003 - Qt's own
        self.setAccessibleName(_("The file as it was read"))
        self.viewport().setMouseTracking(True)
        self.layout_now = TableLayout(theme, preview, self.width())
        self.setMinimumHeight(min(theme.px(LEAST), MOST_LEAST))
        self._parts = make_accessible(TableParts(self))
        theme.changed.connect(self._dress)
        self.show_preview(preview)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show a file as it is understood now; it stays scrolled where it is."""
        prepared = preview.prepared
        aside = prepared.plan.aside if prepared is not None else ()
        self._painter.why = {(one.line, one.answer.column): one.why for one in aside}
        self.column = min(self.column, len(preview.counts) - 1)
        self._lay_out(preview)
        self._parts.tell_soon()

    def column_name(self, number: int) -> str:
        """What a screen reader says of a column."""
        at = self.layout_now
        count, rows = at.counts[number], len(at.preview.table.body)
        text = _("Column {n}, {title}, {role}, {filled} of {rows}, {gives}")
        words = {"role": count.role.words, "filled": count.filled, "gives": count.gives or "–"}
        return text.format(n=number + 1, title=count.title or "–", rows=rows, **words)

    def head_area(self, number: int) -> QRect:
        """A column's head, on the viewport."""
        area = self.layout_now.head_area(number).translated(-self._across, 0)
        return reckoned_area(area, self.viewport().width())

    def row_area(self, number: int) -> QRect:
        """A row, on the viewport."""
        area = self.layout_now.row_area(number).translated(-self._across, -self._down)
        return reckoned_area(area, self.viewport().width())

    def can_start(self, row: int) -> bool:
        """Whether a click on this row makes it the first with answers."""
        return 0 <= row <= MOST_ABOVE and row < len(self.layout_now.records)

    def start_with(self, row: int) -> None:
        """Say that answers begin in this row, if it is near enough to the beginning."""
        if self.can_start(row) and row != self.layout_now.first:
            self.start_chosen.emit(row)

    def go_to(self, column: int) -> None:
        """Make a column the current one, and scroll to it."""
        at = self.layout_now
        self.column = max(0, min(column, len(at.counts) - 1))
        area, bar = at.head_area(self.column), self.horizontalScrollBar()
        if area.left() - at.numbers < bar.value():
            bar.setValue(area.left() - at.numbers)
        elif area.right() > bar.value() + self.viewport().width():
            bar.setValue(area.right() - self.viewport().width() + 1)
        self.viewport().update()
        self._parts.tell_soon()

    def menu_of(self, column: int) -> QMenu:
        """What a column may be."""
        now = self.layout_now.counts[column].role
        return RoleMenu(self, now, lambda role: self.role_chosen.emit(column, role))

    def open_menu(self, column: int) -> None:
        """Ask what a column is."""
        self.go_to(column)
        menu = self.menu_of(column)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        area, at = self.head_area(column), self.layout_now
        left = area.right() - at.pad - menu.sizeHint().width()
        x = left if is_mirrored() else area.left() + at.pad
        menu.popup(self.viewport().mapToGlobal(QPoint(x, self._theme.px(8) + at.chip)))
        checked = next((entry for entry in menu.actions() if entry.isChecked()), None)
        menu.setActiveAction(checked or menu.actions()[0])

    @property
    def _across(self) -> int:
        return self.horizontalScrollBar().value()

    @property
    def _down(self) -> int:
        return self.verticalScrollBar().value()

    def _dress(self) -> None:
        self._painter.forget()
        self._lay_out(self.layout_now.preview)

    def _lay_out(self, preview: ImportPreview) -> None:
        at = self.layout_now = self.layout_now.again(preview, self.viewport().width())
        room, (wide, high) = self.viewport().size(), at.size
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, wide - room.width()))
        across.setPageStep(room.width())
        across.setSingleStep(STEP)
        down.setRange(0, max(0, high + at.head - room.height()))
        down.setPageStep(max(at.row, room.height() - at.head))
        down.setSingleStep(at.row)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self.layout_now.preview)
        if not self._is_touched:
            roles = [count.role for count in self.layout_now.counts]
            self.go_to(next((n for n, role in enumerate(roles) if role.holds_words), 0))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scrolled = QPoint(self._across, self._down)
        here = self.column if self.hasFocus() else None
        seen, row = self.viewport().rect(), self._drag.row
        self._painter.start = None if row is None else self.row_area(row).top()
        self._painter.paint(painter, self.layout_now, seen, scrolled, here)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, at, self._is_touched = event.key(), self.layout_now, True
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(reading_key(key)))
        if key == Qt.Key.Key_Escape and self._drag.is_on:
            self._let_go(take=False)
        elif event.modifiers() & HELD and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.start_with(at.first + (1 if key == Qt.Key.Key_Down else -1))
        elif step is not None:
            self.go_to(self.column + step)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else len(at.counts))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open_menu(self.column)
        elif key in ROLES and not event.modifiers():
            self.role_chosen.emit(self.column, ROLES[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point, at, self._is_touched = self._reckoned(event), self.layout_now, True
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if point.y() < at.head:
            column = at.column_at(point.x() + self._across)
            if column is not None and point.x() >= at.numbers:
                self.open_menu(column)
        else:
            self._drag.press(self._row_at(point))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked, and where the line would be."""
        point = self._reckoned(event)
        row = self._row_at(point) if point.y() >= self.layout_now.head else 0
        can = row is not None and self.can_start(row)
        shape = Qt.CursorShape.PointingHandCursor if can else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        if self._drag.move(row):
            self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._let_go(take=True)

    def _let_go(self, *, take: bool) -> None:
        row = self._drag.end()
        self.viewport().update()
        if take and row is not None:
            self.start_with(row)

    def _reckoned(self, event: QMouseEvent) -> QPoint:
        return reckoned(event.position().toPoint(), self.viewport().width())

    def _row_at(self, point: QPoint) -> int | None:
        return self.layout_now.row_at(point.y() - self.layout_now.head + self._down)

    @override
    def event(self, event: QEvent, /) -> bool:
        """Paint the ring when the keyboard comes or goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().event(event)
