"""A column of the board: a group, what is not grouped yet, or the place for a new group."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from cxworkshop.i18n import _, ngettext
from cxworkshop.model import GroupId
from cxworkshop.readings.board import BoardGroup
from ui.cards.card import CardItem
from ui.theme.look import Look

WIDTH, PAD, GAP, HEAD = 198, 8, 8, 64
LOOSE, NEW = "loose", "new"


class ColumnItem(QGraphicsObject):
    """Cards under one another below a headline; it says yes while cards hang over it."""

    def __init__(self, look: Look, kind: str, group: BoardGroup | None = None) -> None:
        super().__init__()
        self._look, self.kind, self.shown = look, kind, group
        self.cards: list[CardItem] = []
        self.hovered = False
        self._high = float(look.px(HEAD))

    @property
    def group_id(self) -> GroupId | None:
        """The group that it shows."""
        return self.shown.id if self.shown else None

    @property
    def title(self) -> str:
        """Its headline; a group's letter goes before it."""
        if self.shown is not None:
            return f"{self.shown.letter}  {self.shown.headline}"
        return _("New group") if self.kind == NEW else _("Not grouped yet")

    @property
    def spoken(self) -> str:
        """Its name for screen readers."""
        cards = ngettext("{n} card", "{n} cards", len(self.cards)).format(n=len(self.cards))
        if self.shown is None:
            return f"{self.title}, {cards}"
        heard = len(self.shown.customers)
        customers = ngettext("{n} customer", "{n} customers", heard).format(n=heard)
        name = _("Group {letter}, {headline}")
        return ", ".join(
            (
                name.format(letter=self.shown.letter, headline=self.shown.headline),
                customers,
                cards,
            )
        )

    def take(self, cards: list[CardItem]) -> None:
        """Put cards under one another and be as high as they need."""
        self.cards = cards
        top = float(self._look.px(HEAD))
        for card in cards:
            card.setParentItem(self)
            card.setPos(self._look.px(PAD), top)
            top += card.height + GAP
        self.prepareGeometryChange()
        self._high = top + PAD

    def stretch(self, height: float) -> None:
        """All columns reach down to the same line."""
        self.prepareGeometryChange()
        self._high = max(self._high, height)

    @property
    def height(self) -> float:
        """How far down it reaches."""
        return self._high

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's own
        """The whole column."""
        return QRectF(0, 0, self._look.px(WIDTH), self._high)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's own
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        """Grey for groups, dashed for what is no group yet, accent while it says yes."""
        tokens = self._look.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.boundingRect().adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setBrush(QColor(tokens.tint if self.hovered else tokens.sunken))
        painter.setPen(Qt.PenStyle.NoPen)
        if self.hovered:
            painter.setPen(QPen(QColor(tokens.accent), 3))
        elif self.shown is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.ghost), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(area, 10, 10)
        head = QRectF(PAD + 2, PAD, area.width() - 2 * PAD - 34, self._look.px(HEAD) - 2 * PAD)
        painter.setFont(self._look.font("strong"))
        painter.setPen(QColor(tokens.ink))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        painter.drawText(head, int(flags), self.title)
        count = len(self.shown.customers) if self.shown else len(self.cards)
        painter.setPen(QColor(tokens.accent if self.shown else tokens.grey))
        right = QRectF(0, PAD, area.width() - PAD, self._look.px(22))
        if self.kind != NEW:
            mark = f"● {count}" if self.shown else str(count)
            painter.drawText(right, Qt.AlignmentFlag.AlignRight, mark)
