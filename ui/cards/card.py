"""One card, painted by hand: code, headline, what customers said, kind and way."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from cxworkshop.i18n import _, ngettext
from cxworkshop.readings.board import BoardCard
from ui.theme.look import Look

PAD, RIM = 10, 6  # the rim leaves room for the focus ring, which lies outside the card
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True)
class CardFace:
    """What a card shows: the core's values and the two words that go with them."""

    card: BoardCard
    kind: str
    way: str
    group: str = ""

    @property
    def said(self) -> str:
        """The first customer's words, in quotation marks; never cut."""
        said = next((verbatim.said for verbatim in self.card.verbatims if verbatim.said), "")
        return f"“{said}”" if said else ""

    @property
    def more(self) -> str:
        """How many other customers said it."""
        others = len(self.card.customers) - 1
        if others < 1:
            return ""
        text = ngettext("and {n} more customer", "and {n} more customers", others)
        return text.format(n=others)

    def spoken(self, *, selected: bool) -> str:
        """The card's name for screen readers."""
        count = ngettext("{n} customer", "{n} customers", len(self.card.customers))
        parts = [
            _("Card {code}").format(code=self.card.code),
            self.card.words,
            count.format(n=len(self.card.customers)),
            self.way.lower(),
            _("in group {headline}").format(headline=self.group) if self.group else "",
            _("selected") if selected else "",
        ]
        return ", ".join(part for part in parts if part)


class CardItem(QGraphicsObject):
    """A card on the board. It is selected and focused by the view, and grows with its words."""

    def __init__(self, face: CardFace, width: float, look: Look) -> None:
        super().__init__()
        self.face, self._width, self._look = face, width, look
        self.picked_up = False
        self.setFlag(QGraphicsObject.GraphicsItemFlag.ItemIsSelectable)
        self.setFlag(QGraphicsObject.GraphicsItemFlag.ItemIsFocusable)
        self.setCacheMode(QGraphicsObject.CacheMode.DeviceCoordinateCache)
        self.setAcceptHoverEvents(True)
        self._boxes = self._measure()

    @property
    def height(self) -> float:
        """How high the card is with all of its words."""
        return self._boxes["end"].top()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's own
        """The card and the rim for its focus ring."""
        return QRectF(-RIM, -RIM, self._width + 2 * RIM, self.height + 2 * RIM)

    def _measure(self) -> dict[str, QRectF]:
        """Where each part stands, one below the other."""
        left, inner = float(PAD), self._width - 2 * PAD
        boxes, top = {"code": QRectF(left, PAD, self._look.px(30), self._look.px(20))}, 0.0
        top = boxes["code"].bottom() + 6
        for part, role, text, indent in (
            ("headline", "strong", self.face.card.headline, 0),
            ("said", "verbatim_card", self.face.said, 11),
            ("more", "small", self.face.more, 0),
        ):
            if text:
                metrics = QFontMetricsF(self._look.font(role))
                room = QRectF(0, 0, inner - indent, 100_000)
                high = metrics.boundingRect(room, int(WRAP), text).height()
                boxes[part] = QRectF(left + indent, top, inner - indent, high)
                top += high + 5
        boxes["foot"] = QRectF(left, top, inner, self._look.px(16))
        boxes["end"] = QRectF(0, top + self._look.px(16) + PAD, 0, 0)
        return boxes

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's own
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        """White card, bar, words; selection and focus can both be seen."""
        tokens = self._look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.picked_up:
            painter.setOpacity(0.45)
        card = QRectF(0, 0, self._width, self.height).adjusted(0.5, 0.5, -0.5, -0.5)
        chosen = self.isSelected()
        painter.setBrush(QColor(tokens.tint if chosen else tokens.panel))
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.line), 2 if chosen else 1))
        painter.drawRoundedRect(card, 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.ink), 3))
            painter.drawRoundedRect(card.adjusted(-4, -4, 4, 4), 11, 11)
        self._paint_head(painter)
        self._paint_words(painter)

    def _paint_head(self, painter: QPainter) -> None:
        tokens, box = self._look.tokens, self._boxes["code"]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if self.isSelected() else tokens.sunken))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(tokens.on_accent if self.isSelected() else tokens.ink))
        painter.setFont(self._look.font("label"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.face.card.code))
        heard = len(self.face.card.customers)
        if heard > 1:
            right = QRectF(0, box.top(), self._width - PAD, box.height())
            painter.setPen(QColor(tokens.grey))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(right, flags, f"● {heard}")

    def _paint_words(self, painter: QPainter) -> None:
        tokens = self._look.tokens
        for part, role, colour, text in (
            ("headline", "strong", tokens.ink, self.face.card.headline),
            ("said", "verbatim_card", tokens.quote, self.face.said),
            ("more", "small", tokens.grey, self.face.more),
        ):
            if part in self._boxes:
                painter.setFont(self._look.font(role))
                painter.setPen(QColor(colour))
                painter.drawText(self._boxes[part], int(WRAP), text)
        if "said" in self._boxes:
            said = self._boxes["said"]
            bar = QRectF(PAD, said.top() + 2, 2, said.height() - 4)
            painter.fillRect(bar, QColor(tokens.accent))
        foot, font = self._boxes["foot"], self._look.font("caption")
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, self.face.way)
        room = foot.width() - metrics.horizontalAdvance(self.face.way) - 8
        painter.setPen(QColor(tokens.grey))
        kind = metrics.elidedText(self.face.kind, Qt.TextElideMode.ElideRight, room)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, kind)
