"""A column of the board: a group, what is not grouped yet, a new group, or the drawer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from cxworkshop.i18n import _, ngettext
from cxworkshop.model import GroupId
from cxworkshop.readings.board import BoardGroup
from ui.cards.card import CardItem, paint_heard
from ui.theme.flow import Flow
from ui.theme.look import Look

WIDTH, PAD, GAP, HEAD = 198, 8, 8, 64
HEADLINES = 4  # a customer's sentence may be a group's headline; its cards show all of it
LOOSE, NEW, ASIDE, GROUP = "loose", "new", "aside", "group"


class HeadItem(QGraphicsObject):
    """A column's headline, which stays in sight while the cards below it scroll away."""

    def __init__(self, column: ColumnItem) -> None:
        super().__init__(column)
        self._column = column
        self.setZValue(1)

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's own
        """As wide as the column."""
        return QRectF(0, 0, self._column.width, self._column.head_height - 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's own
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        """The column's own ground over the cards beneath, then its words."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.boundingRect())
        self._column.paint_ground(painter)
        self._column.paint_head(painter)


class ColumnItem(QGraphicsObject):
    """Cards under one another below a headline; it answers while cards hang over it."""

    def __init__(self, look: Look, kind: str, group: BoardGroup | None = None) -> None:
        super().__init__()
        self._look, self.kind, self.shown = look, kind, group
        self.cards: list[CardItem] = []
        self.says = ""
        self.hint = ""
        self.width = float(look.px(WIDTH))
        self._title = Flow(self.title, look.font("strong"), look.px(20), HEADLINES)
        needed = self._title.height(self._title_width) + look.px(10) + look.px(12)
        self.head_height = max(float(look.px(HEAD)), needed)
        self._high = self.head_height
        self.head = HeadItem(self)

    @property
    def group_id(self) -> GroupId | None:
        """The group that it shows."""
        return self.shown.id if self.shown else None

    @property
    def title(self) -> str:
        """Its headline; a group's letter goes before it."""
        if self.shown is not None:
            return f"{self.shown.letter}  {self.shown.headline}"
        names = {NEW: _("New group"), LOOSE: _("Not grouped yet"), ASIDE: _("Set aside")}
        return names[self.kind]

    @property
    def spoken(self) -> str:
        """Its name for screen readers."""
        cards = ngettext("{n} card", "{n} cards", len(self.cards)).format(n=len(self.cards))
        if self.shown is None:
            return f"{self.title}, {cards}"
        heard = len(self.shown.customers)
        customers = ngettext("{n} customer", "{n} customers", heard).format(n=heard)
        name = _("Group {letter}, {headline}")
        named = name.format(letter=self.shown.letter, headline=self.shown.headline)
        return ", ".join((named, customers, cards))

    def take(self, cards: list[CardItem]) -> None:
        """Put cards under one another and be as high as they need."""
        self.cards = cards
        top = self.head_height
        for card in cards:
            card.setParentItem(self)
            card.setPos(self._look.px(PAD), top)
            top += card.height + GAP
        self.prepareGeometryChange()
        self._high = top + PAD

    def answer(self, says: str) -> None:
        """ "yes" or "no" while cards hang over it, else ""."""
        if says != self.says:
            self.says = says
            self.update()
            self.head.update()

    def stretch(self, height: float) -> None:
        """All columns reach down to the same line."""
        self.prepareGeometryChange()
        self._high = max(self._high, height)

    def keep_head_in_sight(self, top: float) -> None:
        """Cards are scrolled away above `top`; the headline goes with them no further."""
        self.head.setY(max(0.0, min(top, self._high - self.head_height)))

    @property
    def height(self) -> float:
        """How far down it reaches."""
        return self._high

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's own
        """The whole column."""
        return QRectF(0, 0, self.width, self._high)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's own
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        """Grey for groups, dashed for what is no group yet, accent while it says yes."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        if self.hint:
            painter.setFont(self._look.font("small"))
            painter.setPen(QColor(self._look.tokens.grey))
            box = QRectF(PAD + 2, self.head_height, self.width - 2 * PAD - 4, 400)
            painter.drawText(box, int(Qt.TextFlag.TextWordWrap), self.hint)

    def paint_ground(self, painter: QPainter) -> None:
        """The column as a place: also under its headline, wherever that has got to."""
        tokens = self._look.tokens
        painter.fillRect(self.head.boundingRect(), QColor(tokens.canvas))
        fill, pen = QColor(tokens.sunken), QPen(Qt.PenStyle.NoPen)
        if self.kind != GROUP:
            fill = QColor(tokens.canvas)
            pen = QPen(QColor(tokens.ghost), 1.5, Qt.PenStyle.DashLine)
        if self.says == "yes":
            fill, pen = QColor(tokens.tint), QPen(QColor(tokens.accent), 3)
        elif self.says == "no":
            fill = QColor(tokens.sunken)
            pen = QPen(QColor(tokens.edge), 2, Qt.PenStyle.DashLine)
        painter.setBrush(fill)
        painter.setPen(pen)
        painter.drawRoundedRect(self.boundingRect().adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)

    def paint_head(self, painter: QPainter) -> None:
        """The headline, and how many customers stand behind it."""
        look = self._look
        top = look.px(10)
        box = QRectF(PAD + 2, top, self._title_width, self.head_height)
        self._title.paint(painter, box, QColor(look.tokens.ink))
        right = QRectF(0, top, self.width - PAD - 2, look.px(20))
        if self.shown:
            paint_heard(painter, right, len(self.shown.customers), look, "count", "accent")
        elif self.kind != NEW:
            painter.setFont(look.font("body"))
            painter.setPen(QColor(look.tokens.grey))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(right, flags, str(len(self.cards)))

    @property
    def _title_width(self) -> float:
        return self.width - 2 * PAD - self._look.px(44 if self.kind == GROUP else 30)


def column_of(item: QGraphicsItem | None) -> ColumnItem | None:
    """The column in which something stands."""
    while item is not None and not isinstance(item, ColumnItem):
        item = item.parentItem()
    return item
