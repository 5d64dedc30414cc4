"""One card of the board: code, headline, what customers said, kind and way."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from cxworkshop import days
from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext
from cxworkshop.queries.board import BoardCard
from ui.theme.icons import paint_icon
from ui.theme.paint import person
from ui.theme.text_layout import TextLayout, runs_left
from ui.theme.theme import Theme

PAD, RIM = 10, 6  # the focus ring is painted outside the card, on the rim
BAR = 11  # from the left of a customer's bar to the words
FAINT = 0.45
MOST_SAID = 4  # sentences on one card; below them stands how many more customers there are


@dataclass(frozen=True)
class CardFace:
    """What a card shows: the core's values, and the names of the customer's kind and of the way."""

    card: BoardCard
    kind: str
    way: str
    group: str = ""
    opposite: str = ""  # "Opposite of card 52: 4 here, 2 there"

    @property
    def looks(self) -> tuple[BoardCard, str, str, str]:
        """All that is painted of it."""
        return self.card, self.kind, self.way, self.opposite

    @property
    def said(self) -> tuple[str, ...]:
        """Customers' sentences, each once, in quotation marks and never cut."""
        said = (verbatim.said for verbatim in self.card.verbatims if verbatim.said)
        return tuple(f"“{words}”" for words in list(dict.fromkeys(said))[:MOST_SAID])

    @property
    def more(self) -> str:
        """How many customers there are besides those whose words are shown; "" for none."""
        shown = {f"“{verbatim.said}”": verbatim.conversation for verbatim in self.card.verbatims}
        others = len(self.card.customers) - len({shown[words] for words in self.said})
        if others < 1 or not self.said:
            return ""
        text = ngettext("and {n} more customer", "and {n} more customers", others)
        return text.format(n=others)

    @property
    def aside(self) -> str:
        """Since when the card has been set aside; "" for a card on the list."""
        day = self.card.set_aside_on
        return _("set aside {day}").format(day=days.short(day)) if day else ""

    @property
    def age(self) -> str:
        """Since which round it has been on the list; "" for a card of this round."""
        card = self.card
        return _("since round {number}").format(number=card.since) if card.rounds > 1 else ""

    @property
    def doubt(self) -> str:
        """A note on a card from a damaged file that nobody has confirmed; "" on others."""
        return _("not read for certain") if self.card.is_doubtful else ""

    def spoken(self, *, selected: bool) -> str:
        """The card's name for screen readers."""
        count = ngettext("{n} customer", "{n} customers", len(self.card.customers))
        parts = [
            _("Card {code}").format(code=self.card.code),
            self.card.words,
            count.format(n=len(self.card.customers)),
            self.way.lower(),
            _("in group {headline}").format(headline=self.group) if self.group else "",
            self.age,
            self.opposite.replace("\n", ", "),
            self.aside,
            self.doubt,
            _("selected") if selected else "",
        ]
        return ", ".join(part for part in parts if part)


class CardItem(QGraphicsRectItem):
    """A card on the board, as high as its words need."""

    def __init__(self, face: CardFace, width: float, theme: Theme) -> None:
        super().__init__()
        self.face, self.width, self._theme = face, width, theme
        self._is_dragged, self._edge = False, "line"
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsFocusable)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self._flows = self._words()
        self._boxes = self._measure()
        # Qt's own rectangle: it is asked for dozens of times in each frame of a drag.
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setRect(-RIM, -RIM, width + 2 * RIM, self.height + 2 * RIM)

    def shows(self, face: CardFace) -> bool:
        """Take a face that looks the same, and return True; another one needs a new item.

        The group's headline may differ: screen readers say it, but it is not painted.
        """
        if face.looks == self.face.looks:
            self.face = face
            return True
        return False

    @property
    def height(self) -> float:
        """The card's height with all of its words."""
        return self._boxes["end"].top()

    @property
    def spoken(self) -> str:
        """The card's name for screen readers."""
        return self.face.spoken(selected=self.isSelected())

    def show_dragged(self, *, on: bool) -> None:
        """Show only a faded outline while the card is being dragged."""
        self._is_dragged = on
        self.update()

    def show_edge(self, colour: str) -> None:
        """Take the colour "line" at rest, "edge" below the mouse, "accent" below dragged cards."""
        if colour != self._edge:
            self._edge = colour
            self.update()

    def _words(self) -> dict[str, TextLayout]:
        font, px = self._theme.font, self._theme.px
        parts = {
            "headline": (self.face.card.headline, "strong", 20),
            **{f"said {n}": (words, "verbatim_card", 20) for n, words in enumerate(self.face.said)},
            "more": (self.face.more, "small", 18),
            "doubt": (self.face.doubt, "small", 18),
            "opposite": (self.face.opposite, "small", 18),
            "age": ("" if self._has_room_for_age() else self.face.age, "caption", 16),
        }
        return {
            part: TextLayout(text, font(role), px(line))
            for part, (text, role, line) in parts.items()
            if text
        }

    def _measure(self) -> dict[str, QRectF]:
        """The parts' rectangles, one below the other."""
        px, inner = self._theme.px, self.width - 2 * PAD
        boxes = {"code": QRectF(PAD, PAD - 1, self._tag(), px(20))}
        top = boxes["code"].bottom() + px(6)
        for part, flow in self._flows.items():
            indent = BAR if part.startswith("said") else px(20) if part == "opposite" else 0
            high = flow.height(inner - indent)
            left = PAD if runs_left(flow.text) else PAD + indent
            boxes[part] = QRectF(left, top, inner - indent, high)
            top += high + px(4)
        boxes["footer"] = QRectF(PAD, top + px(1), inner, px(16))
        boxes["end"] = QRectF(0, top + px(17) + PAD - 1, 0, 0)
        return boxes

    def _has_room_for_age(self) -> bool:
        """Whether the age fits between the code with its tick and the customers."""
        age = QFontMetricsF(self._theme.font("caption")).horizontalAdvance(self.face.age)
        count = len(self.face.card.customers)
        right = customers_width(count, self._theme, "field") if count > 1 else 0.0
        return age <= self.width - self._age_left(selected=True) - PAD - right - 2

    def _age_left(self, *, selected: bool) -> float:
        return PAD + self._tag() + 6 + (self._theme.px(18) + 2 if selected else 2)

    def _tag(self) -> float:
        metrics = QFontMetricsF(self._theme.font("label"))
        return max(self._theme.px(26), metrics.horizontalAdvance(str(self.face.card.code)) + 12)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the card with its focus ring, or the outline of a dragged one."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_dragged:
            self._paint_dragged(painter)
            return
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.tokens.ink), 3))
            painter.drawRoundedRect(self._outline().adjusted(-4, -4, 4, 4), 11, 11)
        self.paint_card(painter, selected=self.isSelected())

    def paint_card(self, painter: QPainter, *, selected: bool, raised: bool = False) -> None:
        """Paint the card without its ring, on the board or `raised` over it."""
        tokens = self._theme.tokens
        ground = tokens.raised if raised else tokens.tint if selected else tokens.panel
        edge = "accent" if selected else self._edge
        pen = QPen(QColor(getattr(tokens, edge)), {"accent": 2}.get(edge, 1))
        if self.face.aside:
            ground, pen = tokens.sunken, QPen(QColor(tokens.edge), 1.5, Qt.PenStyle.DashLine)
        painter.setBrush(QColor(ground))
        painter.setPen(pen)
        painter.drawRoundedRect(self._outline(), 8, 8)
        self._paint_head(painter, selected=selected)
        self._paint_words(painter)
        self._paint_footer(painter)

    def _outline(self) -> QRectF:
        return QRectF(0, 0, self.width, self.height).adjusted(0.5, 0.5, -0.5, -0.5)

    def _paint_dragged(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self._theme.tokens.ghost), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self._outline(), 8, 8)
        painter.setOpacity(painter.opacity() * FAINT)
        self._paint_head(painter, selected=False)
        self._paint_words(painter)
        self._paint_footer(painter)

    def _paint_head(self, painter: QPainter, *, selected: bool) -> None:
        tokens, box = self._theme.tokens, self._boxes["code"]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if selected else tokens.sunken))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(tokens.on_accent if selected else tokens.ink))
        painter.setFont(self._theme.font("label"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.face.card.code))
        if selected:
            size = self._theme.px(18)
            tick = QRectF(box.right() + 6, box.center().y() - size / 2, size, size)
            paint_icon(painter, "check", tick, QColor(tokens.accent))
        if "age" not in self._flows:
            painter.setFont(self._theme.font("caption"))
            painter.setPen(QColor(tokens.grey))
            left = self._age_left(selected=selected)
            room = QRectF(left, box.top(), self.width - left, box.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.face.age)
        count = len(self.face.card.customers)
        if count > 1:
            place = QRectF(0, box.top(), self.width - PAD, box.height())
            paint_customers(painter, place, count, self._theme, "field", "grey")

    def _paint_words(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        grey = QColor(tokens.grey)
        quote = grey if self.face.aside else QColor(tokens.quote)
        ink = QColor(tokens.ink)
        inks = {"headline": ink, "more": grey, "doubt": QColor(tokens.amber)}
        inks |= {"opposite": ink, "age": grey}
        for part, flow in self._flows.items():
            box = self._boxes[part]
            if part == "opposite":
                paint_opposite(painter, box, PAD, self._theme)
            if part in inks:
                flow.paint(painter, box, inks[part], None)
                continue
            flow.paint(painter, box, quote, grey)
            x = self.width - PAD - 2 if runs_left(flow.text) else PAD
            painter.fillRect(QRectF(x, box.top(), 2, box.height()), QColor(tokens.accent))

    def _paint_footer(self, painter: QPainter) -> None:
        tokens, footer, font = (
            self._theme.tokens,
            self._boxes["footer"],
            self._theme.font("caption"),
        )
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(footer, Qt.AlignmentFlag.AlignRight, self.face.way)
        room = footer.width() - metrics.horizontalAdvance(self.face.way) - 8
        painter.setPen(QColor(tokens.grey))
        left = self.face.aside or self.face.kind
        kind = metrics.elidedText(left, Qt.TextElideMode.ElideRight, room)
        painter.drawText(footer, Qt.AlignmentFlag.AlignLeft, kind)


def paint_opposite(painter: QPainter, words: QRectF, left: float, theme: Theme) -> None:
    """Paint two arrows at `left`, before the first line of the words about opposites."""
    size = theme.px(15)
    place = QRectF(left, words.top() + (theme.px(18) - size) / 2, size, size)
    paint_icon(painter, "swap", place, QColor(theme.tokens.accent))


def paint_customers(
    painter: QPainter, box: QRectF, count: int, theme: Theme, role: str, ink: str
) -> None:
    """Paint a number of customers with a person's icon, at the right end of a box."""
    font = theme.font(role)
    painter.setFont(font)
    painter.setPen(QColor(getattr(theme.tokens, ink)))
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, flags, str(count))
    high = QFontMetricsF(font).capHeight() * 1.35
    left = box.right() - customers_width(count, theme, role)
    person(painter, QPointF(left, box.center().y() - high / 2), high, theme.tokens, ink=ink)


def customers_width(count: int, theme: Theme, role: str) -> float:
    """The width of a number of customers with a person's icon."""
    metrics = QFontMetricsF(theme.font(role))
    icon = metrics.capHeight() * 1.35 + theme.px(4)
    return icon + metrics.horizontalAdvance(str(count))
