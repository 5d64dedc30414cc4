"""One card of the board: where it stands, and how it is measured and painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from ui.stops.big_list.board.face import CardFace
from ui.theme.icons import paint_icon
from ui.theme.line_count import LineCount
from ui.theme.mirror import draw_text, runs_against
from ui.theme.paint import person
from ui.theme.text_layout import TextLayout
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.stops.big_list.board.column import BoardColumn

PAD = 10  # with room for the focus ring, which is painted outside the card
BAR = 11  # from the left of a customer's bar to the words
FAINT = 0.45
LINE = {"headline": 20, "said": 20, "more": 18, "doubt": 18, "opposite": 18, "age": 16}
ROLE = {"headline": "strong", "said": "verbatim_card", "age": "caption"}  # the others are small


class CardItem:
    """A card on the board: what it shows, and its place among its column's cards."""

    __slots__ = ("column", "edge", "face", "height", "is_dragged", "lane", "lanes", "left", "slide",
                 "top", "width")  # fmt: skip

    def __init__(self, face: CardFace, column: BoardColumn) -> None:
        self.face, self.column = face, column
        self.left = self.top = self.width = self.height = 0.0
        self.lane = 0
        self.lanes: object = None  # those in which it has its place; None before it has one
        self.edge = "line"  # at rest; "edge" below the mouse, "accent" below dragged cards
        self.is_dragged = False  # then only a faded outline is left of it
        self.slide = (0.0, 0.0)  # from its place, while it moves there

    @property
    def area(self) -> QRectF:
        """Its rectangle on the viewport, even where that is scrolled out of sight."""
        return self.column.area_of(self)


class CardPainter:
    """Measures and paints cards in the theme's fonts and colours."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._counts = {
            part: LineCount(theme.font(ROLE.get(part, "small")), theme.px(line))
            for part, line in LINE.items()
        }
        self._label = QFontMetricsF(theme.font("label"))
        self._caption = QFontMetricsF(theme.font("caption"))
        self._above, self._below = PAD - 1 + theme.px(20) + theme.px(6), theme.px(17) + PAD - 1

    def height(self, face: CardFace, width: float) -> float:
        """The height of a card with all of its words."""
        gap, inner = self._theme.px(4), width - 2 * PAD
        high = float(self._above + self._below)
        for part, text in self._texts(face, width):
            high += self._counts[part].height(text, inner - self._indent(part)) + gap
        return high

    def paint(
        self,
        painter: QPainter,
        face: CardFace,
        width: float,
        *,
        selected: bool,
        edge: str = "line",
        raised: bool = False,
    ) -> None:
        """Paint a card without its ring, on the board or `raised` over it."""
        tokens = self._theme.tokens
        words = self._words(face, width)
        ground = tokens.raised if raised else tokens.tint if selected else tokens.panel
        edge = "accent" if selected else edge
        pen = QPen(QColor(getattr(tokens, edge)), {"accent": 2}.get(edge, 1))
        if face.aside:
            ground, pen = tokens.sunken, QPen(QColor(tokens.edge), 1.5, Qt.PenStyle.DashLine)
        painter.setBrush(QColor(ground))
        painter.setPen(pen)
        painter.drawRoundedRect(_outline(width, self.height(face, width)), 8, 8)
        self._paint_all(painter, face, width, words, selected=selected)

    def paint_dragged(self, painter: QPainter, face: CardFace, width: float) -> None:
        """Paint what stays of a card while it is dragged: a dashed outline, faded words."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.tokens.ghost), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(_outline(width, self.height(face, width)), 8, 8)
        painter.setOpacity(painter.opacity() * FAINT)
        self._paint_all(painter, face, width, self._words(face, width), selected=False)

    def _paint_all(
        self,
        painter: QPainter,
        face: CardFace,
        width: float,
        words: list[tuple[str, TextLayout, QRectF]],
        *,
        selected: bool,
    ) -> None:
        self._paint_head(painter, face, width, selected=selected)
        self._paint_words(painter, face, width, words)
        self._paint_footer(painter, face, QRectF(PAD, self._foot(words), width - 2 * PAD, 0))

    def _texts(self, face: CardFace, width: float) -> list[tuple[str, str]]:
        """The parts below the code, from top to bottom, each with its words."""
        age = face.age
        parts = [("headline", face.card.headline)]
        parts += [("said", words) for words in face.said]
        parts += [("more", face.more), ("doubt", face.doubt), ("opposite", face.opposite)]
        parts.append(("age", age if age and not self._has_room_for_age(face, width) else ""))
        return [(part, text) for part, text in parts if text]

    def _words(self, face: CardFace, width: float) -> list[tuple[str, TextLayout, QRectF]]:
        """The same laid out, with their rectangles on the card."""
        px, inner, top = self._theme.px, width - 2 * PAD, float(self._above)
        found = []
        for part, text in self._texts(face, width):
            flow = TextLayout(text, self._theme.font(ROLE.get(part, "small")), px(LINE[part]))
            indent = self._indent(part)
            left = PAD if runs_against(text) else PAD + indent
            box = QRectF(left, top, inner - indent, flow.height(inner - indent))
            found.append((part, flow, box))
            top = box.bottom() + px(4)
        return found

    def _foot(self, words: list[tuple[str, TextLayout, QRectF]]) -> float:
        bottom = words[-1][2].bottom() + self._theme.px(4) if words else self._above
        return bottom + self._theme.px(1)

    def _indent(self, part: str) -> float:
        return {"said": BAR, "opposite": self._theme.px(20)}.get(part, 0)

    def _has_room_for_age(self, face: CardFace, width: float) -> bool:
        """Whether the age fits between the code with its tick and the customers."""
        age = self._caption.horizontalAdvance(face.age)
        count = len(face.card.customers)
        right = customers_width(count, self._theme, "field") if count > 1 else 0.0
        return age <= width - self._age_left(face, selected=True) - PAD - right - 2

    def _age_left(self, face: CardFace, *, selected: bool) -> float:
        return PAD + self._tag(face) + 6 + (self._theme.px(18) + 2 if selected else 2)

    def _tag(self, face: CardFace) -> float:
        wide = self._label.horizontalAdvance(str(face.card.code)) + 12
        return max(float(self._theme.px(26)), wide)

    def _paint_head(
        self, painter: QPainter, face: CardFace, width: float, *, selected: bool
    ) -> None:
        tokens = self._theme.tokens
        box = QRectF(PAD, PAD - 1, self._tag(face), self._theme.px(20))
        paint_code(painter, box, str(face.card.code), self._theme, selected=selected)
        if selected:
            size = self._theme.px(18)
            tick = QRectF(box.right() + 6, box.center().y() - size / 2, size, size)
            paint_icon(painter, "check", tick, QColor(tokens.accent))
        if face.age and self._has_room_for_age(face, width):
            painter.setFont(self._theme.font("caption"))
            painter.setPen(QColor(tokens.grey))
            left = self._age_left(face, selected=selected)
            room = QRectF(left, box.top(), width - left, box.height())
            draw_text(painter, room, Qt.AlignmentFlag.AlignVCenter, face.age)
        count = len(face.card.customers)
        if count > 1:
            place = QRectF(0, box.top(), width - PAD, box.height())
            paint_customers(painter, place, count, self._theme, "field", "grey")

    def _paint_words(
        self,
        painter: QPainter,
        face: CardFace,
        width: float,
        words: list[tuple[str, TextLayout, QRectF]],
    ) -> None:
        tokens = self._theme.tokens
        grey, ink = QColor(tokens.grey), QColor(tokens.ink)
        quote = grey if face.aside else QColor(tokens.quote)
        inks = {"headline": ink, "more": grey, "doubt": QColor(tokens.amber)}
        inks |= {"opposite": ink, "age": grey}
        for part, flow, box in words:
            if part == "opposite":
                paint_opposite(painter, box, PAD, self._theme)
            if part in inks:
                flow.paint(painter, box, inks[part], None)
                continue
            flow.paint(painter, box, quote, grey)
            x = width - PAD - 2 if runs_against(flow.text) else PAD
            painter.fillRect(QRectF(x, box.top(), 2, box.height()), QColor(tokens.accent))

    def _paint_footer(self, painter: QPainter, face: CardFace, footer: QRectF) -> None:
        tokens, metrics = self._theme.tokens, self._caption
        footer.setHeight(self._theme.px(16))
        painter.setFont(self._theme.font("caption"))
        painter.setPen(QColor(tokens.ink))
        draw_text(painter, footer, Qt.AlignmentFlag.AlignRight, face.way)
        room = footer.width() - metrics.horizontalAdvance(face.way) - 8
        painter.setPen(QColor(tokens.grey))
        kind = metrics.elidedText(face.aside or face.kind, Qt.TextElideMode.ElideRight, room)
        draw_text(painter, footer, Qt.AlignmentFlag.AlignLeft, kind)


def _outline(width: float, height: float) -> QRectF:
    return QRectF(0, 0, width, height).adjusted(0.5, 0.5, -0.5, -0.5)


def paint_code(painter: QPainter, box: QRectF, code: str, theme: Theme, *, selected: bool) -> None:
    """Paint a card's number on its square tag."""
    tokens = theme.tokens
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent if selected else tokens.sunken))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(tokens.on_accent if selected else tokens.ink))
    painter.setFont(theme.font("label"))
    draw_text(painter, box, Qt.AlignmentFlag.AlignCenter, code)


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
    draw_text(painter, box, flags, str(count))
    high = QFontMetricsF(font).capHeight() * 1.35
    left = box.right() - customers_width(count, theme, role)
    person(painter, QPointF(left, box.center().y() - high / 2), high, theme.tokens, ink=ink)


def customers_width(count: int, theme: Theme, role: str) -> float:
    """The width of a number of customers with a person's icon."""
    metrics = QFontMetricsF(theme.font(role))
    icon = metrics.capHeight() * 1.35 + theme.px(4)
    return icon + metrics.horizontalAdvance(str(count))
