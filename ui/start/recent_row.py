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
        parts = (summary.team, round_, rings, summary.next or summary.trouble, summary.changed)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip(shown(summary.path))

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
        wide = self.width()
        team, round_, date_ = px(84), px(84) + wide * 0.26, wide - px(70)
        font = self._theme.font("strong")
        self._text(painter, team, round_ - team - 8, summary.team, font, tokens.ink)
        body = self._theme.font("body")
        if summary.trouble:
            self._text(painter, round_, wide - round_ - px(8), summary.trouble, body, tokens.amber)
            return
        number = _("Round {n}").format(n=summary.round_number)
        self._text(painter, round_, px(90), number, body, tokens.grey)
        self._text(
            painter, round_ + px(96), date_ - round_ - px(104), summary.next, body, tokens.ink
        )
        self._text(painter, date_, px(66), summary.changed, body, tokens.grey)

    def _text(
        self, painter: QPainter, left: float, wide: float, text: str, font: QFont, ink: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, wide)
        box = QRectF(left, 0, wide, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)
