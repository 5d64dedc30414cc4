"""The list of what can be picked; no text in it is cut where there is room for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.queries.opposites import OppositePair
from cxworkshop.stops.pick import Candidate
from ui.accessible.parts import actions_of
from ui.accessible.rows import make_rows_accessible
from ui.stops.pick.candidate_heights import (
    ABOVE,
    BETWEEN,
    IN_SLOT,
    INSET,
    LEFT,
    RIGHT,
    LineHeights,
    code_width,
)
from ui.stops.pick.candidate_words import LinePart, line_parts, spoken
from ui.theme.focus import OWN_FOCUS
from ui.theme.icons import paint_icon
from ui.theme.mirror import draw_text, mirror_row
from ui.theme.paint import person, ring
from ui.theme.text_layout import TextLayout, upright
from ui.theme.theme import Theme
from ui.widgets.carrying_list import CarryingList
from ui.widgets.row_model import Index, Says
from ui.widgets.slices import Slices

LOWEST = 44  # pixels, of any line
MOST_FLOWS = 200  # pieces of text whose layout is kept


@dataclass
class CandidateLine:
    """A line, as high as it was measured."""

    candidate: Candidate
    size: QSize


class CandidateList(CarryingList[CandidateLine]):
    """1, 2 and 3 put the line into a slot, as a drag onto it does."""

    slot_wanted = Signal(int)
    decision_wanted = Signal(object)  # for whom, between a pair of opposites

    def __init__(self, theme: Theme) -> None:
        role = Qt.ItemDataRole
        says: Says[CandidateLine] = {
            role.DisplayRole: self._spoken,
            role.SizeHintRole: attrgetter("size"),
        }
        super().__init__(says)
        self._theme = theme
        self.all_in_full = self.names_served = False
        self.setProperty(OWN_FOCUS, True)  # noqa: FBT003 - Qt's own
        self.setAccessibleName(_("What {customers} said"))
        self.setItemDelegate(_Lines(self, theme))
        self._heights = LineHeights(theme)
        self._slices = Slices(lambda step: step(), self)  # which measure what is out of sight
        self._slices.ended.connect(self.scheduleDelayedItemsLayout)
        self._width = 0  # for which the lines were measured
        self._room = QSize()  # of the viewport that they are laid out for
        self._open_row = -1  # the line that shows all of its quote
        self.current_row_changed.connect(self._open)
        make_rows_accessible(self, lambda at: actions_of(self._menu_of(self.values[at.row()])))

    def show_candidates(self, candidates: list[Candidate], *, served: bool) -> None:
        """Show the candidates in this order, with those we serve or not; the current row stays."""
        row = max(self.current_row, 0)
        is_same_list = served == self.names_served and _has_lines_of(self.values, candidates)
        self.names_served = served
        with QSignalBlocker(self):
            if is_same_list:
                self._show_changed(candidates)
            else:
                self._fill(candidates)
            self.setAutoScroll(False)  # it would lay out the lines at once, before the page is
            self.choose(min(row, len(candidates) - 1))
            self.setAutoScroll(True)
        if self._room != self.viewport().size() or self._fit_in_full() != self.all_in_full:
            self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _show_changed(self, candidates: list[Candidate]) -> None:
        for row, (new, line) in enumerate(zip(candidates, self.values, strict=True)):
            if new is not line.candidate and new != line.candidate:
                line.candidate = new
                self._set_height(row, full=self.all_in_full or row == self._open_row)

    def _fill(self, candidates: list[Candidate]) -> None:
        self._slices.pause()
        self._width, self._room = 0, QSize()
        low = QSize(1, self._theme.px(LOWEST))  # until it is measured
        self.show_values([CandidateLine(candidate, low) for candidate in candidates])

    def _spoken(self, line: CandidateLine) -> str:
        return spoken(line.candidate, served=self.names_served)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the row into a slot by its digit; O goes to its opposite."""
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_3:
            self.slot_wanted.emit(event.key() - Qt.Key.Key_0)
        elif event.key() == Qt.Key.Key_O and not event.modifiers():
            self._go_to_opposite()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.line_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def line_menu(self) -> QMenu:
        """Build the menu of the current line: the three slots, and what goes with opposites."""
        return self._menu_of(self.current)

    def _menu_of(self, line: CandidateLine | None) -> QMenu:
        menu = QMenu(self)
        for n in (1, 2, 3):
            action = menu.addAction(_("Put into slot {n}").format(n=n))
            action.triggered.connect(lambda _on=False, slot=n: self.slot_wanted.emit(slot))
        for pair in line.candidate.opposites if line else ():
            one, other = (side.subject.in_title for side in pair.sides)
            menu.addSeparator()
            words = _("For whom do we decide, {one} or {other}?").format(one=one, other=other)
            ask = menu.addAction(words)
            ask.triggered.connect(lambda _on=False, of=pair: self.decision_wanted.emit(of))
            go = menu.addAction(_("Go to its opposite") + "\tO")
            go.triggered.connect(lambda _on=False, of=pair: self._go_to_other_side(of))
        return menu

    def _go_to_opposite(self) -> None:
        if self.current is not None and self.current.candidate.opposites:
            self._go_to_other_side(self.current.candidate.opposites[0])

    def _go_to_other_side(self, pair: OppositePair) -> None:
        """Choose the line that is against the current one, or that has it among its cards."""
        assert self.current is not None  # the pair is of its line
        side = pair.opposite_of(self.current.candidate.subject)
        for row, line in enumerate(self.values):
            if side is not None and set(side.subject.cards) <= set(line.candidate.subject.cards):
                self.choose(row)
                return

    @override
    def doItemsLayout(self) -> None:
        """Give each line its height first; all show everything if there is room for that."""
        if self.isVisible():
            was_measured, self._width = self._width, self._wide()
            self._room = self.viewport().size()
            in_full = self._fit_in_full()
            if (was_measured, self.all_in_full) != (self._width, in_full):
                self.all_in_full = in_full
                self._measure()
        super().doItemsLayout()

    def _measure(self) -> None:
        """Measure the lines that may be in sight; the others follow while nothing else is done."""
        self._open_row = self.current_row
        room, lines = 2 * self.viewport().height(), self._measured()
        for high in lines:
            room -= high
            if room < 0:
                break
        self._slices.start(lines)

    def _measured(self) -> Iterator[int]:
        """Give one line after the other its height; a layout is to follow."""
        for row, line in enumerate(self.values):
            full = self.all_in_full or row == self.current_row
            high = self._height(line.candidate, full=full)
            line.size = QSize(self._width, high)
            yield high

    def _wide(self) -> int:
        """The width of a line, also while the scroll bar is still to come."""
        view, bar = self.viewport(), self.verticalScrollBar()
        is_long = len(self.values) * self._theme.px(LOWEST) > view.height()
        return view.width() - (bar.sizeHint().width() if is_long and bar.isHidden() else 0)

    def _fit_in_full(self) -> bool:
        high = self.viewport().height()
        for line in self.values:
            high -= self._height(line.candidate, full=True)
            if high < 0:
                return False
        return True

    def _open(self, row: int) -> None:
        """Show all of the quote on this line, and close the one before."""
        before, self._open_row = self._open_row, row
        if row == before or self.all_in_full:
            return
        for at, full in ((before, False), (row, True)):
            if 0 <= at < len(self.values):
                self._set_height(at, full=full)
        self.scrollTo(self.currentIndex())

    def _height(self, candidate: Candidate, *, full: bool) -> int:
        served, wide = self.names_served, self._width
        return self._heights.of(candidate, wide, served=served, full=full)

    def _set_height(self, row: int, *, full: bool) -> None:
        line = self.values[row]
        size = QSize(self._width, self._height(line.candidate, full=full))
        if size != line.size:  # a layout asks Python for the size of every line
            line.size = size
            self.scheduleDelayedItemsLayout()


class _Lines(QStyledItemDelegate):
    """Paints one candidate: count, headline and quote; the current one shows all of its quote."""

    def __init__(self, shown: CandidateList, theme: Theme) -> None:
        super().__init__(shown)
        self._list, self._theme = shown, theme
        self._flows: dict[tuple[str, str, int], TextLayout] = {}  # of the lines in sight

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        candidate = self._list.values[index.row()].candidate
        tokens, box = self._theme.tokens, QRectF(option.rect)
        painter.save()
        mirror_row(painter, option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        if candidate.slot or here:
            painter.fillRect(box, QColor(tokens.tint if here else tokens.sunken))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(tokens.line))
        self._paint_count(painter, box, candidate)
        for part, place in self._laid(box, index):
            self._paint_part(painter, part, place)
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
        draw_text(painter, number, Qt.AlignmentFlag.AlignVCenter, str(candidate.customers))

    def _paint_part(self, painter: QPainter, part: LinePart, place: QRectF) -> None:
        tokens, words = self._theme.tokens, part.words
        if part.is_elided:
            metrics = QFontMetricsF(upright(words, self._theme.font(part.role)))
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width() - 1)
        flow = self._flow(words, part.role)
        flow.paint(painter, place, QColor(getattr(tokens, part.ink)))
        if part.code:
            code, wide = self._flow(part.code, "strong"), code_width(part, self._theme)
            code.paint(painter, place.adjusted(-wide, 0, 0, 0), QColor(tokens.ink))
        if part.has_arrows:
            size = self._theme.px(15)
            left = place.left() - self._theme.px(20)
            arrows = QRectF(left, place.top() + self._theme.px(2), size, size)
            paint_icon(painter, "swap", arrows, QColor(tokens.accent))

    def _laid(self, box: QRectF, index: Index) -> list[tuple[LinePart, QRectF]]:
        """Each part of a line with its rectangle, one below the other."""
        candidate = self._list.values[index.row()].candidate
        theme = self._theme
        left, low = box.left() + theme.px(LEFT), box.top() + theme.px(ABOVE)
        wide = box.width() - theme.px(LEFT) - theme.px(IN_SLOT if candidate.slot else RIGHT)
        served, full = self._list.names_served, self._is_full(index)
        laid = []
        for part in line_parts(candidate, served=served, full=full):
            indent = theme.px(INSET) if part.is_inset else code_width(part, theme)
            flow = self._flow(part.words, part.role)
            high = flow.height(1_000_000 if part.is_elided else wide - indent)
            laid.append((part, QRectF(left + indent, low + BETWEEN, wide - indent, high)))
            low += high + BETWEEN
        return laid

    def _flow(self, words: str, role: str) -> TextLayout:
        key = words, role, self._theme.percent
        if key not in self._flows:
            if len(self._flows) >= MOST_FLOWS:
                self._flows.clear()
            font = upright(words, self._theme.font(role))
            self._flows[key] = TextLayout(words, font, QFontMetricsF(font).height())
        return self._flows[key]

    def _is_full(self, index: Index) -> bool:
        return self._list.all_in_full or index.row() == self._list.current_row


def _has_lines_of(lines: Sequence[CandidateLine], candidates: list[Candidate]) -> bool:
    """Whether these are the cards and groups that the lines show, in the same order."""
    return len(candidates) == len(lines) and all(
        new is line.candidate or new.subject.cards == line.candidate.subject.cards
        for new, line in zip(candidates, lines, strict=True)
    )
