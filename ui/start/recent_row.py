"""One line of the start page: another workshop, where it is, and a click opens it."""

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
from cxworkshop.i18n import _
from cxworkshop.stages import FREE
from ui.theme.theme import Theme
from ui.widgets.round_rings import PLACES, paint_stage, spoken

if TYPE_CHECKING:  # the start page is painted before a workshop is read
    from ui.start.file_summary import FileSummary


class RecentRow(QAbstractButton):
    """Enter or a click opens it; Del, or the menu, takes it off the list and not off the disk."""

    forgotten = Signal()
    copies_wanted = Signal()

    def __init__(self, glance: FileSummary, theme: Theme) -> None:
        super().__init__()
        self.glance, self._theme = glance, theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        round_ = _("Round {n}").format(n=glance.round_number) if glance.round_number else ""
        rings = "" if glance.trouble else spoken(glance.rings)
        parts = (glance.team, round_, rings, glance.next or glance.trouble, glance.changed)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip(str(glance.path))

    @override
    def sizeHint(self) -> QSize:
        """52 pixels high at 100 %."""
        return QSize(self._theme.px(600), self._theme.px(52))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Del forgets, arrows walk."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_Delete:
            self.forgotten.emit()
        elif key == Qt.Key.Key_Down:
            self.focusNextChild()
        elif key == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same by menu."""
        menu = QMenu(self)
        menu.addAction(_("Open")).triggered.connect(lambda _on=False: self.click())
        copies = menu.addAction(_("Earlier copies …"))
        copies.triggered.connect(lambda _on=False: self.copies_wanted.emit())
        forget = menu.addAction(_("Take off this list") + "\tDel")
        forget.triggered.connect(lambda _on=False: self.forgotten.emit())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Rings, team, round, where it is, when it was changed; a line below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, px, glance = self._theme.tokens, self._theme.px, self.glance
        if self.underMouse():
            painter.fillRect(QRectF(self.rect()), QColor(tokens.tint))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(tokens.line))
        for place in range(PLACES):
            stage = glance.rings[place] if place < len(glance.rings) else FREE
            centre = QPointF(px(13 + 23 * place), self.height() / 2)
            paint_stage(painter, centre, stage, self._theme, 19)
        wide = self.width()
        team, round_, date_ = px(84), px(84) + wide * 0.26, wide - px(70)
        font = self._theme.font("strong")
        self._say(painter, team, round_ - team - 8, glance.team, font, tokens.ink)
        body = self._theme.font("body")
        if glance.trouble:
            self._say(painter, round_, wide - round_ - px(8), glance.trouble, body, tokens.amber)
            return
        number = _("Round {n}").format(n=glance.round_number)
        self._say(painter, round_, px(90), number, body, tokens.grey)
        self._say(painter, round_ + px(96), date_ - round_ - px(104), glance.next, body, tokens.ink)
        self._say(painter, date_, px(66), glance.changed, body, tokens.grey)

    def _say(
        self, painter: QPainter, left: float, wide: float, text: str, font: QFont, ink: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, wide)
        box = QRectF(left, 0, wide, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)
