"""A column of the board: a group, what is not grouped yet, a new group, or the drawer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import GroupId
from cxworkshop.queries.board import BoardGroup
from ui.stops.big_list.board.card import CardItem, paint_customers, paint_opposite
from ui.theme.text_layout import TextLayout, named
from ui.theme.theme import Theme

WIDTH, PAD, GAP, HEAD = 198, 8, 8, 64
MOST_LINES = 4  # of a headline, which may be a customer's sentence; the cards show all of it
ROUND = 10  # radius of the corners
OVER_COLUMN, ABOVE_CARDS = 1, 2  # z values
LOOSE, NEW, ASIDE, GROUP = "loose", "new", "aside", "group"


class HeadItem(QGraphicsRectItem):
    """A column's headline, which stays in sight while the cards below it scroll away."""

    def __init__(self, column: BoardColumn) -> None:
        super().__init__()
        self._column = column
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setRect(0, 0, column.width, column.head_height - 2)
        self.setZValue(ABOVE_CARDS)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the column's ground over the cards below it, then the headline."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.boundingRect())
        self._column.paint_ground(painter)
        self._column.paint_head(painter)


class BoardColumn:
    """Cards below one another under a headline; shows what a drop on it would do.

    It is not an item of the scene: the view paints its ground, and its cards and its headline lie
    over that. In each frame of a drag Qt asks every item that it might have to paint, and a column
    with its cards as children is thousands of them.
    """

    def __init__(
        self, theme: Theme, kind: str, group: BoardGroup | None = None, opposite: str = ""
    ) -> None:
        self._theme, self.kind, self.group = theme, kind, group
        self._opposite = opposite  # "Opposite of group B: 4 here, 2 there"
        self.cards: list[CardItem] = []
        self.answer = ""  # "yes" or "no" while dragged cards are over it
        self.hint = ""
        self.width = float(theme.px(WIDTH))
        self._title = TextLayout(self.title, theme.font("strong"), theme.px(20), MOST_LINES)
        self._against = TextLayout(opposite, theme.font("small"), theme.px(18))
        self._head_boxes = self._measure_head()
        needed = max(box.bottom() for box in self._head_boxes) + theme.px(12)
        self.head_height = max(float(theme.px(HEAD)), needed)
        self._high = self.head_height
        self.left = self.right = 0.0
        self._styles: dict[str, tuple[QColor, QPen]] = {}
        self.restyle()
        self.head = HeadItem(self)

    @property
    def group_id(self) -> GroupId | None:
        """The id of the group that it shows."""
        return self.group.id if self.group else None

    @property
    def title(self) -> str:
        """Its headline, with the letter of a group before it."""
        if self.group is not None:
            return named(self.group.letter, self.group.headline)
        names = {NEW: _("New group"), LOOSE: _("Not grouped yet"), ASIDE: _("Set aside")}
        return names[self.kind]

    @property
    def spoken(self) -> str:
        """Its name for screen readers."""
        cards = ngettext("{n} card", "{n} cards", len(self.cards)).format(n=len(self.cards))
        if self.group is None:
            return f"{self.title}, {cards}"
        count = len(self.group.customers)
        customers = ngettext("{n} customer", "{n} customers", count).format(n=count)
        name = _("Group {letter}, {headline}")
        named = name.format(letter=self.group.letter, headline=self.group.headline)
        against = self._opposite.replace("\n", ", ")
        return ", ".join(filter(None, (named, customers, cards, against)))

    def place(self, left: float, cards: list[CardItem]) -> None:
        """Move to `left` on the scene with these cards, and get as high as they need."""
        self.cards = cards
        self.left, self.right = left, left + self.width
        self.head.setPos(left, 0)
        top = self.head_height
        for card in cards:
            card.setPos(left + self._theme.px(PAD), top)
            card.setZValue(OVER_COLUMN)
            top += card.height + GAP
        self._high = top + PAD

    def show_answer(self, answer: str) -> None:
        """Show that a drop would be done ("yes") or refused ("no"); "" shows neither."""
        if answer != self.answer:
            self.answer = answer
            self.head.update()
            self.head.scene().update(self.sceneBoundingRect())

    def stretch(self, height: float) -> None:
        """Get at least this high."""
        self._high = max(self._high, height)

    def keep_head_in_sight(self, top: float) -> None:
        """Keep the headline at `top`, from where on the scene is in sight, inside the column."""
        place = max(0.0, min(top, self._high - self.head_height))
        if place != self.head.y():
            self.head.setY(place)

    @property
    def height(self) -> float:
        """How far down it reaches on the scene."""
        return self._high

    def sceneBoundingRect(self) -> QRectF:  # noqa: N802
        """Its rectangle on the scene."""
        return QRectF(self.left, 0, self.width, self._high)

    def paint_on_board(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint the part of its ground inside a rectangle of the scene."""
        if exposed.top() >= ROUND and exposed.bottom() <= self._high - ROUND:
            self._paint_body(painter, exposed)
        else:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(self.left, 0)
            self.paint_ground(painter)
            painter.restore()
        if self.hint:
            painter.setFont(self._theme.font("small"))
            painter.setPen(QColor(self._theme.tokens.grey))
            box = QRectF(self.left + PAD + 2, self.head_height, self.width - 2 * PAD - 4, 400)
            painter.drawText(box, int(Qt.TextFlag.TextWordWrap), self.hint)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint all of its ground, from its own top left corner, and below the headline."""
        painter.fillRect(self.head.boundingRect(), QColor(self._theme.tokens.canvas))
        fill, pen = self._styles[self.answer]
        painter.setBrush(fill)
        painter.setPen(pen)
        whole = QRectF(1.5, 1.5, self.width - 3, self._high - 3)
        painter.drawRoundedRect(whole, 10, 10)

    def restyle(self) -> None:
        """Take the theme's colours; kept, because each frame of a drag asks for them."""
        tokens = self._theme.tokens
        at_rest = QColor(tokens.sunken), QPen(Qt.PenStyle.NoPen)
        if self.kind != GROUP:
            dashes = QPen(QColor(tokens.ghost), 1.5, Qt.PenStyle.DashLine)
            at_rest = QColor(tokens.canvas), dashes
        no = QPen(QColor(tokens.edge), 2, Qt.PenStyle.DashLine)
        self._styles = {
            "": at_rest,
            "yes": (QColor(tokens.tint), QPen(QColor(tokens.accent), 3)),
            "no": (QColor(tokens.sunken), no),
        }

    def _paint_body(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint between the round corners, where plain rectangles do; a drag needs only this."""
        fill, pen = self._styles[self.answer]
        left, right = self.left + 1.5, self.right - 1.5
        painter.fillRect(exposed & QRectF(left, 0, right - left, self._high), fill)
        if self.kind == GROUP and not self.answer:
            return
        painter.setPen(pen)
        for x in (left, right):
            # From the column's own top, so that the dashes of two paint events meet.
            painter.drawLine(QPointF(x, ROUND), QPointF(x, exposed.bottom()))

    def paint_head(self, painter: QPainter) -> None:
        """Paint the headline and how many customers stand behind it."""
        theme = self._theme
        ink, (box, against) = QColor(theme.tokens.ink), self._head_boxes
        self._title.paint(painter, box, ink)
        if self._opposite:
            self._against.paint(painter, against, ink)
            paint_opposite(painter, against, box.left(), theme)
        top = box.top()
        right = QRectF(0, top, self.width - PAD - 2, theme.px(20))
        if self.group:
            paint_customers(painter, right, len(self.group.customers), theme, "count", "accent")
        elif self.kind != NEW:
            painter.setFont(theme.font("body"))
            painter.setPen(QColor(theme.tokens.grey))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(right, flags, str(len(self.cards)))

    def _measure_head(self) -> tuple[QRectF, QRectF]:
        """The rectangles of the headline and of what is said about opposites below it."""
        left, wide, icon = PAD + 2, self._title_width, self._theme.px(20)
        title = QRectF(left, self._theme.px(10), wide, self._title.height(wide))
        room = self.width - 2 * left - icon
        high = self._against.height(room) + self._theme.px(4) if self._opposite else 0.0
        below = title.bottom() + (self._theme.px(4) if self._opposite else 0)
        return title, QRectF(left + icon, below, room, high)

    @property
    def _title_width(self) -> float:
        return self.width - 2 * PAD - self._theme.px(44 if self.kind == GROUP else 30)
