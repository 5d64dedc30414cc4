"""Movement on the Wall: a page that was turned fades, and what has changed on one moves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion, QTransform

from ui.theme.motion import MOST, SETTLE, run
from ui.theme.tokens import Tokens
from ui.wall.scene import WallPage, WallPiece, around
from ui.wall.tokens import WallStyle

FADE = 200  # milliseconds of a change of page
RISE = 16.0  # units by which new words come from below
EDGE = 4.0  # units round words that slanted letters may reach into


@dataclass(frozen=True)
class MovingWords:
    """Words that stand elsewhere than before, or that were not there: those rise and appear."""

    piece: WallPiece
    came_from: QPointF  # as seen from its place, in units
    is_new: bool

    @property
    def around(self) -> QRectF:
        """Its box, with room for slanted letters."""
        return self.piece.box.adjusted(-EDGE, 0, EDGE, 0)


def moving_words(before: WallPage, after: WallPage) -> list[MovingWords]:
    """What moves from one state of a page to the next; nothing where nearly all of it is other."""
    if _size(before) != _size(after):
        return []
    places = _places(before)
    going: list[WallPiece] = []
    for piece in after.pieces:
        known = places[piece.words, piece.style]
        if piece.box.topLeft() in known:
            known.remove(piece.box.topLeft())
        elif piece.words:
            going.append(piece)
    if len(going) > MOST:
        return []
    found = []
    for piece in going:
        known = places[piece.words, piece.style]
        came_from = known.pop(0) - piece.box.topLeft() if known else None
        found.append(MovingWords(piece, came_from or QPointF(0, RISE), is_new=came_from is None))
    return found


def _size(page: WallPage) -> tuple[float, float]:
    return page.width, page.height


def _places(page: WallPage) -> dict[tuple[str, WallStyle | None], list[QPointF]]:
    """Where the same words in the same style stand, from the top."""
    places: dict[tuple[str, WallStyle | None], list[QPointF]] = defaultdict(list)
    for piece in page.pieces:
        if piece.words:
            places[piece.words, piece.style].append(piece.box.topLeft())
    return places


class WallPicture(QObject):
    """The page in pixels of its screen, and its movement. Only what has changed is painted.

    `repaint` is called while something moves. Nothing waits for that: what the room sees is
    there at once for a screen reader, and a movement gives way to the next.
    """

    def __init__(self, parent: QObject, repaint: Callable[[], object]) -> None:
        super().__init__(parent)
        self._repaint = repaint
        self._picture: QPixmap | None = None
        self._page: WallPage | None = None  # of which that is
        self._settings: tuple[Tokens, QSize, float] | None = None  # with which it was painted
        self._before: QPixmap | None = None  # of the page that fades
        self._below: QPixmap | None = None  # the page without what moves
        self._moving: list[MovingWords] = []
        self._share, self._turn = 1.0, 0

    @property
    def is_moving(self) -> bool:
        """Whether what is shown is still on its way."""
        return bool(self._moving) or self._before is not None

    def forget(self) -> None:
        """Paint anew: the Wall has another size."""
        self._picture = self._before = None
        self._moving = []

    def fade(self) -> None:
        """Let the page that is shown fade away below the next."""
        self._moving, self._before, self._picture = [], self._picture, None
        self._begin(FADE)

    def move(self, before: WallPage, after: WallPage) -> None:
        """Let words go from where they were to where they are."""
        self._before, self._moving = None, moving_words(before, after)
        if self._moving:
            self._below = None
            self._begin(SETTLE)

    def _begin(self, length: int) -> None:
        self._turn += 1
        turn = self._turn
        run(self, length, lambda share: self._step(share, turn))

    def _step(self, share: float, turn: int) -> None:
        if turn != self._turn:
            return  # another movement has begun since
        self._share = share
        if share >= 1.0:
            self._before, self._below, self._moving = None, None, []
        self._repaint()

    def paint(
        self, painter: QPainter, size: QSize, ratio: float, page: WallPage | None, tokens: Tokens
    ) -> None:
        """Paint the page at the corner of this size, as far as its movement is."""
        picture = self._up_to_date(size, ratio, page, tokens)
        if page is not None and self._moving:
            self._paint_moving(painter, picture, size, ratio, page, tokens)
            return
        painter.drawPixmap(0, 0, picture)
        if self._before is not None:
            painter.setOpacity(1 - self._share)
            painter.drawPixmap(0, 0, self._before)

    def _up_to_date(
        self, size: QSize, ratio: float, page: WallPage | None, tokens: Tokens
    ) -> QPixmap:
        """The picture of this page: the one before where nothing of that has changed."""
        picture, before, settings = self._picture, self._page, (tokens, size, ratio)
        if picture is None or self._settings != settings:
            picture = _painted(size, ratio, page, tokens)
        elif page is None or before is None or _size(page) != _size(before):
            picture = picture if page is before else _painted(size, ratio, page, tokens)
        elif page is not before:
            changed = page.changed_since(before)
            if not changed.isNull():
                _paint_part(picture, size, page, tokens, around(changed))
        if picture is not self._picture or page is not before:
            self._below = None
        self._picture, self._page, self._settings = picture, page, settings
        return picture

    def _paint_moving(
        self,
        painter: QPainter,
        picture: QPixmap,
        size: QSize,
        ratio: float,
        page: WallPage,
        tokens: Tokens,
    ) -> None:
        scale = size.width() / page.width
        if self._below is None:
            self._below = picture.copy()
            self._take_out(self._below, size, scale, page, tokens)
        painter.drawPixmap(0, 0, self._below)
        for one in self._moving:
            box = one.around
            source = QRectF(box.topLeft() * scale * ratio, box.size() * scale * ratio)
            corner = (box.topLeft() + one.came_from * (1 - self._share)) * scale
            painter.setOpacity(self._share if one.is_new else 1)
            painter.drawPixmap(QRectF(corner, box.size() * scale), picture, source)

    def _take_out(
        self, picture: QPixmap, size: QSize, scale: float, page: WallPage, tokens: Tokens
    ) -> None:
        """Paint anew, without what moves, where that stands: all of a large Wall takes long."""
        moving = {id(one.piece) for one in self._moving}
        boxes = [one.around for one in self._moving]
        rest = tuple(
            piece
            for piece in page.pieces
            if id(piece) not in moving and any(map(_reach(piece).intersects, boxes))
        )
        clip = QRegion()
        for box in boxes:
            scaled = QRectF(box.topLeft() * scale, box.size() * scale)
            clip = clip.united(scaled.toAlignedRect())
        painter = QPainter(picture)
        painter.setClipRegion(clip)
        whole = QRectF(0, 0, size.width(), size.height())
        replace(page, pieces=rest).paint(painter, whole, tokens)
        painter.end()


def _reach(piece: WallPiece) -> QRectF:
    """Where it may have ink: a rule has no height."""
    return piece.box.adjusted(-2, -2, 2, 2)


def _painted(size: QSize, ratio: float, page: WallPage | None, tokens: Tokens) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    if page is None:
        picture.fill(QColor(tokens.canvas))
    else:
        _paint_part(picture, size, page, tokens, QRectF(0, 0, page.width, page.height))
    return picture


def _paint_part(
    picture: QPixmap, size: QSize, page: WallPage, tokens: Tokens, units: QRectF
) -> None:
    """Paint this part of the page, in its units, where it stands."""
    whole = QRectF(0, 0, size.width(), size.height())
    to_pixels = QTransform.fromScale(whole.width() / page.width, whole.height() / page.height)
    part = to_pixels.mapRect(units).toAlignedRect()
    painter = QPainter(picture)
    page.paint(painter, whole, tokens, QRectF(part))
    painter.end()
