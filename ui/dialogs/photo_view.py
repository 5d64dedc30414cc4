"""A photo of the wall with what was read drawn over it, and buttons for the other photos."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.filenames import shown
from cxworkshop.i18n import _, ngettext
from cxworkshop.services.photos.reading import Photo, SeenCode
from ui.theme.mirror import draw_text, painter_of
from ui.theme.theme import Theme
from ui.widgets.labels import Label, small_button

_LINE = 2.5  # pixels at 100 %


class PhotoView(QWidget):
    """One photo as large as it fits. A click on a card says which, and where on the screen."""

    card_pressed = Signal(str, QPoint)

    def __init__(self, theme: Theme, identity: str) -> None:
        super().__init__()
        self._theme, self._identity = theme, identity
        self._photo: Photo | None = None
        self._picture, self._scaled = QImage(), QPixmap()
        self._piles: Mapping[str, str] = {}
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a photo is no page of ours
        expands = QSizePolicy.Policy.Expanding
        self.setSizePolicy(expands, expands)
        self.setMinimumSize(theme.px(200), theme.px(150))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(700), self._theme.px(520))

    def show_photo(self, photo: Photo) -> None:
        """Show another photo."""
        self._photo = photo
        wide, high = photo.small_size
        grey = QImage.Format.Format_Grayscale8
        self._picture = QImage(photo.small, wide, high, wide, grey)
        self._scale()

    def show_piles(self, piles: Mapping[str, str]) -> None:
        """Show under which headline each card stands now, by its number."""
        self._piles = piles
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scale()

    def _scale(self) -> None:
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        keep = Qt.AspectRatioMode.KeepAspectRatio
        small = self._picture.scaled(self.size() * ratio, keep, smooth)
        small.setDevicePixelRatio(ratio)
        self._scaled = QPixmap.fromImage(small)
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a card, or near it."""
        at = event.position()
        reach = self._theme.px(34)
        near = [(abs(complex(*(at - self._at(seen.middle)).toTuple())), seen.code.code)
                for seen in self._codes() if not seen.code.round_number]  # fmt: skip
        distance, card = min(near, default=(reach, ""))
        if distance < reach:
            self.card_pressed.emit(card, event.globalPosition().toPoint())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(self._corner, self._scaled)
        if self._photo is None:
            return
        tokens = self._theme.tokens
        for corners in self._photo.unread:
            self._outline(painter, corners, tokens.amber, Qt.PenStyle.DashLine)
        for seen in self._photo.codes:
            ours = seen.code.workshop == self._identity
            self._outline(painter, seen.corners, self._ink(seen) if ours else tokens.grey)
        for seen in self._codes():
            self._name(painter, seen)

    def _codes(self) -> Iterator[SeenCode]:
        """The codes of this workshop; the cards last, so that their names lie on top."""
        codes = self._photo.codes if self._photo else ()
        ours = [seen for seen in codes if seen.code.workshop == self._identity]
        yield from sorted(ours, key=lambda seen: not seen.code.round_number)

    def _ink(self, seen: SeenCode) -> str:
        is_unclear = not seen.code.round_number and seen.code.code not in self._piles
        return self._theme.tokens.amber if is_unclear else self._theme.tokens.accent

    def _outline(
        self,
        painter: QPainter,
        corners: Sequence[complex],
        ink: str,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        painter.setPen(QPen(QColor(ink), self._theme.px(1) * _LINE, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(QPolygonF([self._at(corner) for corner in corners]))

    def _name(self, painter: QPainter, seen: SeenCode) -> None:
        """Draw what a code is, and for a card where it goes, on a plate of its own."""
        font = self._theme.font("label")
        words, metrics = self._words(seen), QFontMetricsF(font)
        high = metrics.height() + self._theme.px(2)
        wide = max(metrics.horizontalAdvance(words) + self._theme.px(10), high)
        plate = QRectF(0, 0, wide, high)
        plate.moveCenter(self._at(seen.middle))
        _move_onto_card(plate, [self._at(corner).x() for corner in seen.corners], seen.right.real)
        is_card = not seen.code.round_number
        tokens, ink = self._theme.tokens, self._ink(seen)
        painter.setPen(QPen(QColor(ink), 1))
        painter.setBrush(QColor(tokens.panel if is_card else ink))
        painter.drawRoundedRect(plate, 4, 4)
        painter.setPen(QColor(ink if is_card else tokens.on_accent))
        painter.setFont(font)
        draw_text(painter, plate, Qt.AlignmentFlag.AlignCenter, words)

    def _words(self, seen: SeenCode) -> str:
        if seen.code.round_number:
            return seen.code.code
        return f"{seen.code.code} → {self._piles.get(seen.code.code, '?')[:12]}"

    @property
    def _corner(self) -> QPointF:
        """Where the picture begins."""
        room = self._scaled.deviceIndependentSize()
        return QPointF((self.width() - room.width()) / 2, (self.height() - room.height()) / 2)

    def _at(self, point: complex) -> QPointF:
        """Where a point of the photo is in the widget."""
        assert self._photo is not None
        share = self._scaled.deviceIndependentSize().width() / self._photo.size[0]
        return self._corner + QPointF(point.real * share, point.imag * share)


def _move_onto_card(plate: QRectF, across: Sequence[float], right: float) -> None:
    """Let it end where the code does: the card is beside that, and the next card's number behind.

    `right` is below 0 for a card that hangs upside down.
    """
    if right > 0:
        plate.moveRight(max(across))
    elif right < 0:
        plate.moveLeft(min(across))


class PhotoPanel(QWidget):
    """Several photos, one at a time."""

    def __init__(self, theme: Theme, identity: str, photos: Sequence[Photo]) -> None:
        super().__init__()
        self._photos, self._number = photos, 0
        self.view = PhotoView(theme, identity)
        self._name = Label("", theme, "label", "grey")
        self._back, self._on = small_button("", lead="back"), small_button("", lead="arrow")
        self._back.setAccessibleName(_("The photo before"))
        self._on.setAccessibleName(_("The next photo"))
        self._back.clicked.connect(lambda _on=False: self._turn(-1))
        self._on.clicked.connect(lambda _on=False: self._turn(1))
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        line.addWidget(self._name, 1)
        for button in (self._back, self._on):
            button.setVisible(len(photos) > 1)
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(line)
        column.addWidget(self.view, 1)
        self._turn(0)

    def _turn(self, step: int) -> None:
        self._number += step
        photo = self._photos[self._number]
        self.view.show_photo(photo)
        n, count = len(photo.codes), len(self._photos)
        codes = ngettext("{n} code read", "{n} codes read", n).format(n=n)
        text = _("{name}: {codes}") if count == 1 else _("{name}, {n} of {count}: {codes}")
        words = {"name": shown(photo.path.name), "n": self._number + 1, "count": count}
        self._name.setText(text.format(codes=codes, **words))
        self.view.setAccessibleName(self._name.text())
        self._back.setEnabled(self._number > 0)
        self._on.setEnabled(self._number < count - 1)
