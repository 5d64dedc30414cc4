"""Shapes on the Wall, in units: rules, tags, figures, rings and threads."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ui.theme.paint import person, ring
from ui.theme.tokens import Tokens
from ui.wall.scene import Draw, WallBlock, WallPiece, text, together, width_of
from ui.wall.tokens import TAG, WallStyle

RADIUS = 24
FIGURE_WIDTH = 12 / 14  # of a figure's height
TAG_HEIGHT = 56
FAINT = 0.55
LARGE = 80  # of a ring; the stroke of a smaller one would vanish from the back row


def shape(width: float, height: float, draw: Draw) -> WallBlock:
    """A shape of this size."""
    return WallBlock((WallPiece(QRectF(0, 0, width, height), draw),), height)


def rule(width: float) -> WallBlock:
    """A hairline across; it takes no height."""

    def draw(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        painter.fillRect(QRectF(box.left(), box.top() - 1, width, 2), QColor(tokens.line))

    return WallBlock((WallPiece(QRectF(0, 0, width, 0), draw),), 0)


def bar(height: float, width: float = 4) -> WallBlock:
    """The line at the left of a customer's words."""

    def draw(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        painter.fillRect(box, QColor(tokens.accent))

    return shape(width, height, draw)


def upright_rule(height: float) -> WallBlock:
    """A hairline down."""

    def draw(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        painter.fillRect(box, QColor(tokens.line))

    return WallBlock((WallPiece(QRectF(0, 0, 2, height), draw),), 0)


def panel(
    width: float,
    height: float,
    *,
    fill: str = "panel",
    pen: str = "line",
    dashed: bool = False,
    stroke: float = 2,
) -> WallBlock:
    """A box with round corners; it takes no height, for what stands in it has one."""

    def draw(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        outline = QPen(QColor(getattr(tokens, pen)), stroke)
        if dashed:
            outline.setDashPattern([3.5, 2.5])
        painter.setPen(outline if pen != fill else Qt.PenStyle.NoPen)
        ground = getattr(tokens, fill)  # that of the page is there: to fill so much takes time
        painter.setBrush(QColor(ground) if ground != tokens.canvas else Qt.BrushStyle.NoBrush)
        inner = box.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        painter.drawRoundedRect(inner, RADIUS, RADIUS)

    return WallBlock((WallPiece(QRectF(0, 0, width, height), draw),), 0)


def tag(
    code: str, style: WallStyle = TAG, *, fill: str = "sunken", size: float = TAG_HEIGHT
) -> WallBlock:
    """A square with a card's number, or with a group's letter."""
    wide = max(72.0 if size == TAG_HEIGHT else size, width_of(code, style) + 16)

    def draw(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        is_filled = fill == "accent"
        painter.setPen(Qt.PenStyle.NoPen if is_filled else QPen(QColor(tokens.line), 2))
        painter.setBrush(QColor(getattr(tokens, fill)))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)

    letter = text(code, style, width_of(code, style))
    x = (wide - width_of(code, style)) / 2 + style.px / 16
    return together(
        (shape(wide, size, draw), 0, 0), (letter, x, (size - letter.height) / 2), height=size
    )


def figure(height: float, kind: str = "solid") -> WallBlock:
    """A customer: "solid", "outline", "dotted" or "worse", which has a triangle too."""

    def draw(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        if kind == "dotted":
            _dotted_person(painter, box, tokens)
        else:
            person(painter, box.topLeft(), height, tokens, solid=kind == "solid")
        if kind == "worse":
            corner = QRectF(box.right() - height * 0.34, box.top(), height * 0.34, height * 0.3)
            _triangle(painter, corner, tokens)

    return shape(height * FIGURE_WIDTH, height, draw)


def small_figure(height: float, ink: str = "grey") -> WallBlock:
    """A solid figure in another colour, before a number."""

    def draw(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        person(painter, box.topLeft(), height, tokens, ink=ink)

    return shape(height * FIGURE_WIDTH, height, draw)


def figures(kinds: Sequence[str], height: float, pitch: float, per_row: int = 100) -> WallBlock:
    """Figures in rows."""
    parts = [
        (figure(height, kind), n % per_row * pitch, n // per_row * height * 1.36)
        for n, kind in enumerate(kinds)
    ]
    return together(*parts)


def even_rows(n: int, most: float) -> int:
    """How many of `n` figures stand in a row, so that the last row is no odd one of few."""
    rows = math.ceil(n / max(1, int(most)))
    return math.ceil(n / max(1, rows))


def place(
    diameter: float, state: str, number: str = "", *, share: float = 0, faint: bool = False
) -> WallBlock:
    """A ring, as everywhere: dotted, thin, arc, disc, open or dot; faint where it says nothing.

    Two more stand beside others of the year: "heavy", open and thick, so that its form alone tells
    it from a thin one, and "planned", dotted with a dot, as on paper.
    """

    def draw(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        painter.save()
        painter.setOpacity(painter.opacity() * (FAINT if faint else 1))
        if diameter < LARGE:
            _small_ring(painter, box, state, tokens)
        else:
            _large_ring(painter, box, state, number, share, tokens)
        painter.restore()

    return shape(diameter, diameter, draw)


def mark(size: float, kind: str) -> WallBlock:
    """The mark of an answer: disc, ring, triangle down or dotted ring."""

    def draw(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        if kind == "worse":
            _triangle(painter, box, tokens)
            return
        is_disc = kind == "notices"
        painter.setBrush(QColor(tokens.accent) if is_disc else Qt.BrushStyle.NoBrush)
        pen = QPen(QColor(tokens.edge), 4)
        if kind == "cannot-tell":
            pen = _dots(tokens, 4)
        painter.setPen(Qt.PenStyle.NoPen if is_disc else pen)
        painter.drawEllipse(box.adjusted(2, 2, -2, -2))

    return shape(size, size, draw)


def thread(
    width: float, ticks: int, share: float, *, longer: int = 5, disc_at: float = 0
) -> WallBlock:
    """A thread with its ticks, filled from the left; a disc where it begins, a ring at its end.

    `disc_at` is another place for the disc, as a share of the whole.
    """

    def draw(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        y, first, last = box.center().y(), box.left() + 22, box.right() - 22
        now = first + (last - first) * min(max(share, 0), 1)
        painter.setPen(QPen(QColor(tokens.edge), 4))
        painter.drawLine(QPointF(first, y), QPointF(last, y))
        for n in range(1, ticks):
            x, half = first + (last - first) * n / ticks, 16 if n % longer == 0 else 8
            painter.setPen(QPen(QColor(tokens.accent if x <= now else tokens.edge), 4))
            painter.drawLine(QPointF(x, y - half), QPointF(x, y + half))
        painter.setPen(QPen(QColor(tokens.accent), 12))
        if now > first:
            painter.drawLine(QPointF(first, y), QPointF(now, y))
        painter.setPen(QPen(QColor(tokens.accent), 5))
        painter.setBrush(QColor(tokens.accent))
        painter.drawEllipse(QPointF(first + (last - first) * min(disc_at, 1), y), 18, 18)
        painter.setBrush(QColor(tokens.accent if share >= 1 else tokens.panel))
        painter.drawEllipse(QPointF(last, y), 18, 18)

    return shape(width, 44, draw)


def plain_line(width: float, height: float, ink: str) -> WallBlock:
    """A bar of colour, as of a thread; it takes no height."""

    def draw(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        painter.fillRect(box, QColor(getattr(tokens, ink)))

    return WallBlock((WallPiece(QRectF(0, 0, width, height), draw),), 0)


def _large_ring(
    painter: QPainter, box: QRectF, state: str, number: str, share: float, tokens: Tokens
) -> None:
    usual = {"heavy": "open", "planned": "dotted"}.get(state, state)
    size = box.width()
    ring(painter, box.center(), size, usual, number, tokens, share=share)
    if state == "heavy":
        radius = size * (0.5 - 0.075) - 1  # it reaches no farther out than the others
        painter.setPen(QPen(QColor(tokens.accent), size / 10))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.center(), radius, radius)
    elif state == "planned":
        _middle_dot(painter, box, tokens)


def _middle_dot(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    painter.drawEllipse(box.center(), box.width() * 0.16, box.width() * 0.16)


def _small_ring(painter: QPainter, box: QRectF, state: str, tokens: Tokens) -> None:
    """A ring without a number whose stroke is still seen from the back row."""
    ink = QColor(tokens.edge if state == "thin" else tokens.accent)
    is_dotted = state in ("dotted", "planned")
    painter.setPen(_dots(tokens, 4) if is_dotted else QPen(ink, 8 if state == "heavy" else 4))
    painter.setBrush(QColor(tokens.accent) if state == "disc" else Qt.BrushStyle.NoBrush)
    inner = 5 if state == "heavy" else 3
    painter.drawEllipse(box.adjusted(inner, inner, -inner, -inner))
    if state in ("dot", "planned"):
        _middle_dot(painter, box, tokens)


def _triangle(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.red))
    middle = QPointF(box.center().x(), box.bottom())
    painter.drawPolygon(QPolygonF([box.topLeft(), box.topRight(), middle]))


def _dots(tokens: Tokens, width: float) -> QPen:
    pen = QPen(QColor(tokens.edge), width)
    pen.setDashPattern([0.1, 1.9])
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _dotted_person(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    unit = box.height() / 14
    painter.setPen(_dots(tokens, 4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corner = box.topLeft()
    painter.drawEllipse(corner + QPointF(6 * unit, 3.4 * unit), 2.7 * unit, 2.7 * unit)
    body = QPainterPath(corner + QPointF(0.8 * unit, 13.5 * unit))
    body.cubicTo(
        corner + QPointF(0.8 * unit, 9.5 * unit),
        corner + QPointF(2.8 * unit, 7.5 * unit),
        corner + QPointF(6 * unit, 7.5 * unit),
    )
    body.cubicTo(
        corner + QPointF(9.2 * unit, 7.5 * unit),
        corner + QPointF(11.2 * unit, 9.5 * unit),
        corner + QPointF(11.2 * unit, 13.5 * unit),
    )
    body.closeSubpath()
    painter.drawPath(body)
