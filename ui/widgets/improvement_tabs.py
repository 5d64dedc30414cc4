"""Tabs for the round's picks: stops 5, 6 and 7 show one improvement at a time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.model import Pick, PickId
from cxworkshop.workshop import Workshop
from ui.theme.focus import OWN_FOCUS
from ui.theme.paint import ring
from ui.theme.theme import Theme

HIGH, RING, WIDEST = 52, 36, 330


@dataclass(frozen=True)
class TabFace:
    """A tab's ring and short note: how far its improvement is at this stop."""

    state: str = "thin"
    share: float = 0.0
    note: str = ""


class ImprovementTabs(QTabBar):
    """A tab for each slot that is filled. `turned` says that another is open."""

    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(_("Improvements"))
        self.setProperty(OWN_FOCUS, True)  # noqa: FBT003 - Qt's own
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self._picks: list[Pick] = []
        self._slots: list[int] = []
        self._faces: list[TabFace] = []
        self.currentChanged.connect(lambda _now: self.turned.emit())

    @property
    def pick(self) -> PickId | None:
        """The pick whose tab is open; None while nothing is picked."""
        now = self.currentIndex()
        return self._picks[now].id if 0 <= now < len(self._picks) else None

    @property
    def slot(self) -> int:
        """The slot of the open tab; 0 while nothing is picked."""
        now = self.currentIndex()
        return self._slots[now] if 0 <= now < len(self._slots) else 0

    def turn_to(self, pick: str) -> None:
        """Open the tab of this pick, if it is among them."""
        here = next((n for n, row in enumerate(self._picks) if row.id == pick), None)
        if here is not None:
            self.setCurrentIndex(here)

    def show_picks(self, workshop: Workshop) -> list[Pick]:
        """Make a tab for each pick of the round; return the picks in the tabs' order."""
        taken = workshop.pick.slots()
        here = max(self.currentIndex(), 0)
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._slots = sorted(taken)
        self._picks = [taken[slot] for slot in self._slots]
        while self.count() > len(self._picks):
            self.removeTab(self.count() - 1)
        while self.count() < len(self._picks):
            self.addTab("")
        for place, pick in enumerate(self._picks):
            title = pick.title or pick.frozen_headline
            title = title or workshop.share.outcome(pick.id).subject.headline
            self.setTabText(place, title.replace("&", "&&"))
        self.setCurrentIndex(min(here, len(self._picks) - 1))
        self.blockSignals(False)  # noqa: FBT003
        return self._picks

    def show_faces(self, faces: list[TabFace]) -> None:
        """Set the rings and notes, in the tabs' order."""
        self._faces = faces
        for place, face in enumerate(faces):
            self.setTabToolTip(place, "")
            name = f"{self._slots[place]}  {self._title(place)}"
            self.setAccessibleTabName(place, f"{name}, {face.note}" if face.note else name)
        self.updateGeometry()
        self.update()

    @override
    def tabSizeHint(self, index: int) -> QSize:
        """Fit ring, title and note. Long titles are cut; the page shows them in full."""
        title = QFontMetricsF(self._theme.font("control")).horizontalAdvance(self._title(index))
        note = QFontMetricsF(self._theme.font("caption")).horizontalAdvance(self._face(index).note)
        words = min(max(title, note), self._theme.px(WIDEST - 74))
        return QSize(round(words) + self._theme.px(74), self._theme.px(HIGH))

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(self._theme.px(120), self.tabSizeHint(index).height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(self.count()):
            box = QRectF(self.tabRect(place)).adjusted(0.5, 0.5, -4.5, -1.5)
            if place == self.currentIndex():
                self._paint_sheet(painter, box)
            self._paint_tab(painter, place, box)
            if place == self.currentIndex() and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(self._theme.tokens.accent), 3))
                painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 7, 7)

    def _paint_sheet(self, painter: QPainter, box: QRectF) -> None:
        tokens = self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRoundedRect(box.adjusted(0, 0, 0, -3), 8, 8)

    def _paint_tab(self, painter: QPainter, place: int, box: QRectF) -> None:
        tokens, theme, face = self._theme.tokens, self._theme, self._face(place)
        middle = QPointF(box.left() + theme.px(30), box.center().y() - 1)
        number, ring_ = str(self._slots[place]), theme.px(RING)
        ring(painter, middle, ring_, face.state, number, tokens, share=face.share)
        left = box.left() + theme.px(58)
        words = QRectF(left, box.top(), box.right() - left - 8, box.height())
        here = place == self.currentIndex()
        font = theme.font("control" if here else "field")
        upper = words.adjusted(0, theme.px(7), 0, -words.height() / 2 + theme.px(2))
        self._say(painter, upper, self._title(place), font, tokens.ink)
        lower = words.adjusted(0, words.height() / 2, 0, -theme.px(6))
        self._say(painter, lower, face.note, theme.font("caption"), tokens.grey)

    def _say(self, painter: QPainter, box: QRectF, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, short)

    def _title(self, place: int) -> str:
        return self.tabText(place).replace("&&", "&")

    def _face(self, place: int) -> TabFace:
        return self._faces[place] if place < len(self._faces) else TabFace()
