"""One line of the start page: another workshop, where it stands, and a click opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from cxworkshop.compat import override
from cxworkshop.filenames import shown
from cxworkshop.i18n import _
from cxworkshop.stages import FREE
from ui.start.example_tag import paint_tag, tag_width
from ui.theme.theme import Theme
from ui.widgets.round_rings import PLACES, paint_stage, spoken

if TYPE_CHECKING:  # the start page is painted before a workshop is read
    from ui.start.file_summary import FileSummary


class RecentRow(QAbstractButton):
    """Enter or a click opens it; Del, or the menu, removes it from the list, not from the disk."""

    remove_wanted = Signal()
    copies_wanted = Signal()

    def __init__(self, summary: FileSummary, theme: Theme) -> None:
        super().__init__()
        self.summary, self._theme = summary, theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        round_ = _("Round {n}").format(n=summary.round_number) if summary.round_number else ""
        rings = "" if summary.trouble else spoken(summary.rings)
        tag = _("Example") if summary.made_up else ""
        parts = (summary.team, tag, round_, rings, self._about, summary.when)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip(shown(summary.path))

    @property
    def _about(self) -> str:
        return self.summary.lead.row if self.summary.lead else self.summary.trouble

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(600), self._theme.px(52))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Del removes from the list, arrows move."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif key == Qt.Key.Key_Down:
            self.focusNextChild()
        elif key == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the same as a menu, and earlier copies."""
        menu = QMenu(self)
        menu.addAction(_("Open")).triggered.connect(lambda _on=False: self.click())
        copies = menu.addAction(_("Earlier copies …"))
        copies.triggered.connect(lambda _on=False: self.copies_wanted.emit())
        remove = menu.addAction(_("Remove from this list") + "\tDel")
        remove.triggered.connect(lambda _on=False: self.remove_wanted.emit())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Rings, team, round, where it stands, when it was changed; a line below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, px, summary = self._theme.tokens, self._theme.px, self.summary
        if self.underMouse():
            painter.fillRect(QRectF(self.rect()), QColor(tokens.tint))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(tokens.line))
        for place in range(PLACES):
            stage = summary.rings[place] if place < len(summary.rings) else FREE
            centre = QPointF(px(13 + 23 * place), self.height() / 2)
            paint_stage(painter, centre, stage, self._theme, 19)
        wide, right = self.width(), self._paint_when(painter)
        team, round_ = px(84), px(84) + wide * 0.28
        font = self._theme.font("strong")
        tag = tag_width(self._theme) + px(10) if summary.made_up else 0
        room = round_ - team - px(10) - tag
        self._text(painter, team, room, summary.team, font, tokens.ink)
        if summary.made_up:
            said = min(QFontMetricsF(font).horizontalAdvance(summary.team), room)
            box = QRectF(team + said + px(10), (self.height() - px(20)) / 2, tag - px(10), px(20))
            paint_tag(painter, box, self._theme)
        body = self._theme.font("body")
        if summary.trouble:
            self._text(painter, round_, wide - round_ - px(8), summary.trouble, body, tokens.amber)
            return
        number = _("Round {n}").format(n=summary.round_number)
        self._text(painter, round_, px(90), number, body, tokens.grey)
        about = round_ + px(96)
        self._text(painter, about, right - about - px(16), self._about, body, tokens.ink)

    def _paint_when(self, painter: QPainter) -> float:
        """Draw the right end, and return where it begins."""
        summary, px = self.summary, self._theme.px
        is_urgent = bool(summary.late or summary.blocked) and not summary.made_up
        font = self._theme.font("control" if is_urgent else "field")
        if summary.trouble:
            return self.width()
        room = QFontMetricsF(font).horizontalAdvance(summary.when) + 2
        left = self.width() - px(8) - room
        ink = self._theme.tokens.amber if is_urgent else self._theme.tokens.grey
        self._text(painter, left, room, summary.when, font, ink)
        return left

    def _text(
        self, painter: QPainter, left: float, wide: float, text: str, font: QFont, ink: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, wide)
        box = QRectF(left, 0, wide, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)
