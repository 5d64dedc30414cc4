"""Painted rings, figures and marks. The ring of a slot or stop fills with progress."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QApplication

from ui.theme.mirror import draw_text
from ui.theme.tokens import SANS, Tokens

HALO = 4  # pixels between the ring and the second one that says "you are here"


def ring(
    painter: QPainter,
    centre: QPointF,
    diameter: float,
    state: str,
    number: str,
    tokens: Tokens,
    *,
    share: float = 0.0,
    here: bool = False,
) -> None:
    """Draw a place: dotted (free), thin (not begun), arc (begun), disc (all there), open (done,
    not sure it stays) or dot (being done). Told apart by form, not by colour."""
    radius = diameter / 2 - diameter / 20 - 1
    painter.save()
    painter.setBrush(QColor(tokens.accent if state == "disc" else tokens.panel))
    painter.setPen(_pen(state, diameter, tokens))
    painter.drawEllipse(centre, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state == "arc":
        painter.setPen(QPen(QColor(tokens.accent), diameter / 16))
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawArc(box, 90 * 16, -round(360 * 16 * min(share, 1.0)))
    if state == "dot":
        _dot(painter, centre, radius * 0.42, tokens)
    if here:
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.drawEllipse(centre, radius + HALO, radius + HALO)
    _number(painter, centre, diameter, state, number, tokens)
    painter.restore()


def _dot(painter: QPainter, centre: QPointF, radius: float, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    painter.drawEllipse(centre, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _pen(state: str, diameter: float, tokens: Tokens) -> QPen:
    if state == "disc":
        return QPen(Qt.PenStyle.NoPen)
    if state == "dotted":
        return _dotted(QColor(tokens.edge), max(1.0, diameter / 25))
    if state == "arc":
        return QPen(QColor(tokens.ghost), diameter / 20)
    colour = tokens.edge if state == "thin" else tokens.accent
    return QPen(QColor(colour), max(1.2, diameter / (25 if state == "thin" else 20)))


def _number(
    painter: QPainter, centre: QPointF, diameter: float, state: str, number: str, tokens: Tokens
) -> None:
    if not number:
        return
    font = QFont(SANS)
    font.setWeight(QFont.Weight.ExtraBold)
    font.setPixelSize(max(6, round(diameter * 0.46)))
    painter.setFont(font)
    colours = {"disc": tokens.on_accent, "arc": tokens.accent, "open": tokens.accent}
    painter.setPen(QColor(colours.get(state, tokens.grey)))
    half = diameter / 2
    box = QRectF(centre.x() - half, centre.y() - half, diameter, diameter)
    draw_text(painter, box, Qt.AlignmentFlag.AlignCenter, number)


def person(
    painter: QPainter,
    place: QPointF,
    height: float,
    tokens: Tokens,
    *,
    solid: bool = True,
    ink: str = "accent",
) -> None:
    """Draw a customer as a figure, solid or outlined, its top left corner at `place`.

    `ink` is the name of the token for a solid one.
    """
    unit = height / 14
    painter.save()
    painter.translate(place)
    painter.scale(unit, unit)
    painter.setPen(Qt.PenStyle.NoPen if solid else QPen(QColor(tokens.edge), 1.1))
    painter.setBrush(QColor(getattr(tokens, ink)) if solid else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(6, 3.4), 2.7, 2.7)
    body = QPainterPath(QPointF(0.8, 13.5))
    body.cubicTo(0.8, 9.5, 2.8, 7.5, 6, 7.5)
    body.cubicTo(9.2, 7.5, 11.2, 9.5, 11.2, 13.5)
    body.closeSubpath()
    painter.drawPath(body)
    painter.restore()


def mark_shape(
    painter: QPainter, centre: QPointF, size: float, mark: str, ink: QColor | None = None
) -> None:
    """Draw a mark of a 30-day check by its shape: disc, ring, triangle down or dotted ring.

    `mark` is a value of `Mark`; `ink` replaces its own colour on a filled ground.
    """
    palette = QApplication.palette()
    edge = ink or palette.color(QPalette.ColorRole.Mid)
    radius = size / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark == "worse":
        painter.setBrush(ink or palette.color(QPalette.ColorRole.BrightText))
        down = [QPointF(-radius, -radius * 0.75), QPointF(radius, -radius * 0.75)]
        corners = [centre + corner for corner in (*down, QPointF(0, radius))]
        painter.drawPolygon(QPolygonF(corners))
    else:
        if mark == "notices":
            painter.setBrush(ink or palette.color(QPalette.ColorRole.Highlight))
        else:
            painter.setPen(QPen(edge, 2) if mark == "no-difference" else _dotted(edge, 1.8))
        painter.drawEllipse(centre, radius - 0.5, radius - 0.5)
    painter.restore()


def _dotted(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setDashPattern([0.1, 1.9])
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
