"""One line of the start page: another workshop, where it stands, and a click opens it."""

from __future__ import annotations

import math
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
from cxworkshop.i18n import _, with_commas
from cxworkshop.keys import key_name
from cxworkshop.stages import FREE
from ui.start.example_tag import paint_tag, tag_width
from ui.theme.mirror import draw_text, painter_of
from ui.theme.text_layout import TextLayout
from ui.theme.theme import Theme
from ui.widgets.round_rings import PLACES, paint_stage, spoken

if TYPE_CHECKING:  # the start page is painted before a workshop is read
    from ui.start.file_summary import FileSummary


HIGH, LINE = 52, 21  # pixels at 100 %
TEAM, ROUND = 84, 96
SHARE = 0.28  # of the width is for the team
NARROW = 760  # pixels at 100 %: in a narrower row the words about it stand below


class RecentRow(QAbstractButton):
    """Enter or a click opens it; Del, or the menu, removes it from the list, not from the disk."""

    remove_wanted = Signal()
    copies_wanted = Signal()

    def __init__(self, summary: FileSummary, theme: Theme) -> None:
        super().__init__()
        self.summary, self._theme = summary, theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        round_ = _("Round {n}").format(n=summary.round_number) if summary.round_number else ""
        rings = "" if summary.trouble else spoken(summary.rings)
        tag = _("Example") if summary.made_up else ""
        parts = (summary.team, tag, round_, rings, self._about, summary.when)
        self.setAccessibleName(with_commas(part for part in parts if part))
        self.setToolTip(shown(summary.path))

    @property
    def _about(self) -> str:
        return self.summary.lead.row if self.summary.lead else self.summary.trouble

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(600), self._theme.px(HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self._theme.px(HIGH))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """As high as the words about it need, beside the rest or, in a narrow row, below."""
        px, words = self._theme.px, self._words
        if self._is_narrow(width):
            below = words.height(max(1, width - px(TEAM) - px(8)))
            return px(HIGH) + px(LINE) + math.ceil(below)
        beside = words.height(self._room(width))
        return max(px(HIGH), math.ceil(beside) + px(HIGH - LINE))

    def _is_narrow(self, width: int) -> bool:
        return width < self._theme.px(NARROW)

    @property
    def _words(self) -> TextLayout:
        return TextLayout(self._about, self._theme.font("body"), self._theme.px(LINE))

    def _room(self, width: int) -> float:
        """The width of the words about it, between the round and when."""
        px = self._theme.px
        left = px(TEAM) + width * SHARE + (0 if self.summary.trouble else px(ROUND))
        right = width - px(8) if self.summary.trouble else width - px(8) - self._when_wide - px(16)
        return max(1.0, right - left)

    @property
    def _when_font(self) -> QFont:
        return self._theme.font("control" if self._is_urgent else "field")

    @property
    def _when_wide(self) -> float:
        return QFontMetricsF(self._when_font).horizontalAdvance(self.summary.when) + 2

    @property
    def _is_urgent(self) -> bool:
        return bool(self.summary.late or self.summary.blocked) and not self.summary.made_up

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
        remove = menu.addAction("{}\t{}".format(_("Remove from this list"), key_name("Del")))
        remove.triggered.connect(lambda _on=False: self.remove_wanted.emit())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Rings, team, round, where it stands, when it was changed; a line below."""
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, px, summary = self._theme.tokens, self._theme.px, self.summary
        if self.underMouse():
            painter.fillRect(QRectF(self.rect()), QColor(tokens.tint))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(tokens.line))
        for place in range(PLACES):
            stage = summary.rings[place] if place < len(summary.rings) else FREE
            centre = QPointF(px(13 + 23 * place), self._first_line / 2)
            paint_stage(painter, centre, stage, self._theme, 19)
        self._paint_team(painter)
        body = self._theme.font("body")
        if not summary.trouble:
            number = _("Round {n}").format(n=summary.round_number)
            self._text(painter, self._round_left, px(90), number, body, tokens.grey, self._second)
            ink, wide = tokens.amber if self._is_urgent else tokens.grey, self._when_wide
            left = self.width() - px(8) - wide
            self._text(painter, left, wide, summary.when, self._when_font, ink, self._second)
        self._words.paint(
            painter, self._about_box(), QColor(tokens.amber if summary.trouble else tokens.ink)
        )

    def _paint_team(self, painter: QPainter) -> None:
        """The team, and the tag of an example."""
        px, summary, font = self._theme.px, self.summary, self._theme.font("strong")
        tag = tag_width(self._theme) + px(10) if summary.made_up else 0
        end = self.width() if self._second else self._round_left
        room = end - px(TEAM) - px(10) - tag
        self._text(painter, px(TEAM), room, summary.team, font, self._theme.tokens.ink)
        if summary.made_up:
            said = min(QFontMetricsF(font).horizontalAdvance(summary.team), room)
            top = (self._first_line - px(20)) / 2
            box = QRectF(px(TEAM) + said + px(10), top, tag - px(10), px(20))
            paint_tag(painter, box, self._theme)

    @property
    def _round_left(self) -> float:
        """Where the number of the round begins."""
        return self._theme.px(TEAM) + (0 if self._second else self.width() * SHARE)

    @property
    def _second(self) -> float:
        """How far the round and when stand below the team: in a narrow row on a line of theirs."""
        return self._theme.px(LINE + 2) if self._is_narrow(self.width()) else 0

    @property
    def _first_line(self) -> int:
        """Its height; in a wide row there is no other."""
        return self._theme.px(HIGH) if self._is_narrow(self.width()) else self.height()

    def _about_box(self) -> QRectF:
        px, wide = self._theme.px, self.width()
        if self._is_narrow(wide):
            y = px(HIGH) - px(10) + (0 if self.summary.trouble else px(LINE))
            return QRectF(px(TEAM), y, wide - px(TEAM) - px(8), self.height())
        room = self._room(wide)
        right = px(8) if self.summary.trouble else px(8) + self._when_wide + px(16)
        top = (self.height() - self._words.height(room)) / 2
        return QRectF(wide - right - room, top, room, self.height())

    def _text(
        self,
        painter: QPainter,
        left: float,
        wide: float,
        text: str,
        font: QFont,
        ink: str,
        below: float = 0,
    ) -> None:
        """Draw words on the first line, or so many pixels below it."""
        painter.setFont(font)
        painter.setPen(QColor(ink))
        short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, wide)
        box = QRectF(left, below, wide, self._first_line)
        draw_text(painter, box, Qt.AlignmentFlag.AlignVCenter, short)
