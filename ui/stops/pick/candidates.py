"""The list of what can be picked; no text in it is cut where there is room for all."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext
from cxworkshop.stops.pick import Candidate
from ui.theme.focus import OWN_FOCUS
from ui.theme.paint import person, ring
from ui.theme.text_layout import TextLayout, named, upright
from ui.theme.theme import Theme
from ui.widgets.gestures import watch

DRAG_AFTER = 8  # pixels
WHAT = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class CandidateList(QListWidget):
    """1, 2 and 3 put the line into a slot; a drag is the list's own and can be taken back by Esc.

    `carried` and `let_go` carry the row and the place on the screen; `put_back` ends a drag.
    """

    slot_wanted = Signal(int)
    carried = Signal(int, QPoint)
    let_go = Signal(int, QPoint)
    put_back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pressed: QPoint | None = None
        self._carries = False
        self.all_in_full = self.names_served = False
        self.setProperty(OWN_FOCUS, True)  # noqa: FBT003 - Qt's own
        self.setAccessibleName(_("What customers said"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_Lines(self, theme))
        self.currentRowChanged.connect(lambda _row: self.scheduleDelayedItemsLayout())
        self._watch_finger()

    def _watch_finger(self) -> None:
        """Connect touch: a tap chooses, a swipe scrolls, a hold begins a drag."""
        finger = watch(self)
        finger.tapped.connect(self._choose_at)
        finger.held.connect(self._choose_at)
        finger.held.connect(self._carry_to)
        finger.carried.connect(self._carry_to)
        finger.let_go.connect(self._let_go_at)
        finger.lost.connect(self.put_back)

    def _choose_at(self, here: QPoint) -> None:
        row = self.indexAt(here).row()
        self.setFocus()
        if row >= 0:
            self.setCurrentRow(row)

    def _carry_to(self, here: QPoint) -> None:
        if self.currentRow() >= 0:
            self.carried.emit(self.currentRow(), self.viewport().mapToGlobal(here))

    def _let_go_at(self, here: QPoint) -> None:
        self.let_go.emit(self.currentRow(), self.viewport().mapToGlobal(here))

    def show_candidates(self, candidates: list[Candidate]) -> None:
        """Show the candidates in this order; the current row stays."""
        row = max(self.currentRow(), 0)
        self.names_served = any(candidate.served for candidate in candidates)
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.clear()
        for candidate in candidates:
            item = QListWidgetItem(_spoken(candidate, served=self.names_served))
            item.setData(WHAT, candidate)
            self.addItem(item)
        self.setCurrentRow(min(row, self.count() - 1))
        self.blockSignals(False)  # noqa: FBT003
        self._see_what_fits()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._see_what_fits()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the row into a slot by its digit; Esc cancels a drag."""
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_3:
            self.slot_wanted.emit(event.key() - Qt.Key.Key_0)
        elif event.key() == Qt.Key.Key_Escape and self._pressed is not None:
            self._pressed, self._carries = None, False
            self.put_back.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        here = event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = here if left and self.indexAt(here).isValid() else None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        far = (here - self._pressed).manhattanLength() >= DRAG_AFTER
        self._carries = self._carries or far
        if self._carries:
            self.carried.emit(self.currentRow(), event.globalPosition().toPoint())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        carries, self._pressed, self._carries = self._carries, None, False
        if carries:
            self.let_go.emit(self.currentRow(), event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.slot_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def slot_menu(self) -> QMenu:
        """Build the menu that puts the current row into one of the three slots."""
        menu = QMenu(self)
        for n in (1, 2, 3):
            action = menu.addAction(_("Put into slot {n}").format(n=n))
            action.triggered.connect(lambda _on=False, slot=n: self.slot_wanted.emit(slot))
        return menu

    def _see_what_fits(self) -> None:
        self.all_in_full = True
        option = QStyleOptionViewItem()
        option.rect.setWidth(self.viewport().width())
        delegate = self.itemDelegate()
        rows = range(self.count())
        high = sum(delegate.sizeHint(option, self.model().index(n, 0)).height() for n in rows)
        self.all_in_full = high <= self.viewport().height()
        self.scheduleDelayedItemsLayout()


class _Lines(QStyledItemDelegate):
    """Paints one candidate: count, headline and quote; the current one shows all of its quote."""

    def __init__(self, shown: CandidateList, theme: Theme) -> None:
        super().__init__(shown)
        self._list, self._theme = shown, theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        boxes = self._boxes(QRectF(0, 0, self._list.viewport().width(), 0), index)
        low = max(box.bottom() for box in boxes)
        return QSize(self._list.viewport().width(), round(low + self._theme.px(10)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        candidate: Candidate = index.data(WHAT)
        tokens, box = self._theme.tokens, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        if candidate.slot or here:
            painter.fillRect(box, QColor(tokens.tint if here else tokens.sunken))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(tokens.line))
        self._paint_count(painter, box, candidate)
        self._paint_words(painter, box, index, candidate)
        if candidate.slot:
            corner = QPointF(self._theme.px(-24), self._theme.px(21))
            middle = QPointF(box.right(), box.top()) + corner
            ring(painter, middle, self._theme.px(22), "disc", str(candidate.slot), tokens)
        if here and self._list.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.ink), 3))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -1.5), 6, 6)
        painter.restore()

    def _paint_count(self, painter: QPainter, box: QRectF, candidate: Candidate) -> None:
        theme = self._theme
        place = box.topLeft() + QPointF(theme.px(13), theme.px(13))
        person(painter, place, theme.px(16), theme.tokens)
        painter.setFont(theme.font("count"))
        painter.setPen(QColor(theme.tokens.ink))
        number = QRectF(box.left() + theme.px(32), box.top() + theme.px(9), 60, theme.px(24))
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, str(candidate.customers))

    def _paint_words(
        self, painter: QPainter, box: QRectF, index: Index, candidate: Candidate
    ) -> None:
        theme = self._theme
        head, said, note = self._boxes(box, index)
        self._flow(_head(candidate), "strong").paint(painter, head, QColor(theme.tokens.ink))
        words = _quote(candidate)
        if words and not self._is_full(index):
            metrics = QFontMetricsF(upright(words, theme.font("verbatim_list")))
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, said.width() - 1)
        if words:
            quote = self._flow(words, "verbatim_list")
            quote.paint(painter, said, QColor(theme.tokens.quote))
        if note.height() > 0:
            text = _note(candidate, served=self._list.names_served)
            self._flow(text, "small").paint(painter, note, QColor(theme.tokens.grey))

    def _boxes(self, box: QRectF, index: Index) -> tuple[QRectF, QRectF, QRectF]:
        """Return the rectangles of the headline, the quote and the note."""
        candidate: Candidate = index.data(WHAT)
        theme = self._theme
        left = box.left() + theme.px(61)
        wide = box.width() - theme.px(61) - theme.px(40 if candidate.slot else 12)
        high = self._flow(_head(candidate), "strong").height(wide)
        head = QRectF(left, box.top() + theme.px(10), wide, high)
        words = _quote(candidate)
        high = 0.0
        if words:
            quote = self._flow(words, "verbatim_list")
            high = quote.height(wide if self._is_full(index) else 1_000_000)
        said = QRectF(left, head.bottom() + 1, wide, high)
        note = _note(candidate, served=self._list.names_served)
        tall = self._flow(note, "small").height(wide) if note else 0.0
        return head, said, QRectF(left, said.bottom() + 1, wide, tall)

    def _flow(self, words: str, role: str) -> TextLayout:
        font = upright(words, self._theme.font(role))
        return TextLayout(words, font, QFontMetricsF(font).height())

    def _is_full(self, index: Index) -> bool:
        return self._list.all_in_full or index.row() == self._list.currentRow()


def _head(candidate: Candidate) -> str:
    """Return code and headline."""
    return named(candidate.subject.code, candidate.subject.headline)


def _quote(candidate: Candidate) -> str:
    """Return a customer's words, or "" when they are the headline already."""
    if candidate.quote == candidate.subject.headline:
        return ""
    return f"“{candidate.quote}”" if candidate.quote else ""


def _note(candidate: Candidate, *, served: bool) -> str:
    """Return "7 of those we serve · 12 votes · round 1: tried, and learned", or ""."""
    ours = ngettext("{n} of those we serve", "{n} of those we serve", candidate.served)
    votes = ngettext("{n} vote", "{n} votes", candidate.votes) if candidate.votes else ""
    parts = (ours.format(n=candidate.served) if served else "", votes.format(n=candidate.votes))
    against = (
        _("Opposite: {name}, {heard}").format(name=side.subject.name, heard=side.heard.sentence)
        for side in candidate.opposites
    )
    return " · ".join(part for part in (*parts, *candidate.before, *against) if part)


def _spoken(candidate: Candidate, *, served: bool) -> str:
    """Return the row's name for screen readers."""
    count = ngettext("{n} customer", "{n} customers", candidate.customers)
    parts = [
        candidate.subject.name,
        candidate.subject.headline,
        count.format(n=candidate.customers),
        _note(candidate, served=served),
        _("in slot {n}").format(n=candidate.slot) if candidate.slot else "",
    ]
    return ", ".join(part for part in parts if part)
