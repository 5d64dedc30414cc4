"""Every Wall of a workshop, and how large its text really is, measured in painted pixels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from cxworkshop.content.values.wall import WallKind, WallSubject
from cxworkshop.queries.sorting import SortQueue
from cxworkshop.workshop import Workshop
from tests.gui.wall.colour_vision import contrast
from ui.theme.text_layout import TextLayout
from ui.wall.layouts import lay_out
from ui.wall.pages import WallFrame
from ui.wall.scene import WallPage, WallPiece, wall_font
from ui.wall.shot import paint_page
from ui.wall.tokens import SMALLEST, WallStyle

SIZES = ((1024, 768), (1280, 800), (1920, 1080), (3840, 2160))
INK = 0.25  # of the contrast of the letters: grey ones fade at their edges as black ones do


def subjects(workshop: Workshop) -> dict[str, WallSubject]:
    """One subject for each layout, by its name."""
    board = workshop.big_list.board()
    found = {kind.value: WallSubject(kind) for kind in WallKind}
    largest = max(board.groups, key=lambda group: len(group.cards))
    found["group"] = WallSubject(WallKind.GROUP, group=largest.id)
    found["card"] = WallSubject(WallKind.CARD, card=largest.cards[0].id)
    cards = tuple(card.id for card in board.loose)
    found["sorting"] = WallSubject(WallKind.SORTING, queue=SortQueue(cards, (None,) * len(cards)))
    found["refusal"] = WallSubject(WallKind.SLOTS, group=largest.id)
    return found


def pages(workshop: Workshop, subject: WallSubject, frame: WallFrame) -> list[WallPage]:
    return lay_out(workshop.content.wall.view(subject, workshop.today).contents, frame)


def texts(page: WallPage) -> list[WallPiece]:
    return [piece for piece in page.pieces if piece.words]


def too_small(page: WallPage, size: tuple[int, int], smallest: float, *, dark: bool) -> list[str]:
    """The texts whose painted letters are lower than the same letters at the back-row size."""
    image = paint_page(page, size, dark=dark).convertToFormat(QImage.Format.Format_Grayscale8)
    scale = size[1] / page.height
    return [
        f"{piece.words[:40]!r}: {seen} of {least} pixels"
        for piece in texts(page)
        for seen, least in [_seen_and_least(piece, image, scale, smallest)]
        if seen < least - 1  # a row of pixels may be paler than the threshold
    ]


def _seen_and_least(
    piece: WallPiece, image: QImage, scale: float, smallest: float
) -> tuple[int, int]:
    assert piece.style is not None
    line = QRectF(piece.box.topLeft(), piece.box.size())
    line.setHeight(piece.style.line)
    seen = _rows_of_ink(image, QRectF(line.topLeft() * scale, line.size() * scale))
    words = TextLayout(piece.words, wall_font(piece.style), piece.style.line)
    return seen, letters_at(words.lines(piece.box.width())[0], piece.style, smallest)


@cache
def letters_at(words: str, style: WallStyle, smallest: float) -> int:
    """How many rows of pixels these words take at the back-row size, painted by Qt alone."""
    font = wall_font(replace(style, px=SMALLEST))
    image = QImage(
        round(smallest * (len(words) + 2)), round(smallest * 2), QImage.Format.Format_Grayscale8
    )
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.scale(smallest / SMALLEST, smallest / SMALLEST)
    painter.setFont(font)
    painter.drawText(QPointF(SMALLEST / 2, SMALLEST * 1.4), words)
    painter.end()
    return _rows_of_ink(image, QRectF(image.rect()))


def _rows_of_ink(image: QImage, box: QRectF) -> int:
    """From the first row to the last in which a pixel differs from the ground."""
    left, right = max(0, int(box.left())), min(image.width(), int(box.right()))
    bits, per = image.constBits(), image.bytesPerLine()
    spread = []
    for y in range(max(0, int(box.top())), min(image.height(), int(box.bottom()) + 1)):
        row = bytes(bits[y * per + left : y * per + right])
        spread.append(max(row) - min(row) if row else 0)
    inked = [y for y, seen in enumerate(spread) if seen > INK * max(spread)]
    return inked[-1] - inked[0] + 1 if inked else 0


def painted_colours(page: WallPage, size: tuple[int, int], *, dark: bool) -> dict[str, set[str]]:
    """For each text its ground and its ink, as "#RRGGBB #RRGGBB": what is seen, not what is meant.

    The ground is the colour of most pixels of its first line, the ink the one farthest from it.
    """
    image = paint_page(page, size, dark=dark)
    scale, found = size[1] / page.height, dict[str, set[str]]()
    pixels, width = memoryview(image.constBits()).cast("I"), image.bytesPerLine() // 4
    for piece in texts(page):
        assert piece.style is not None
        box = QRectF(piece.box.topLeft() * scale, piece.box.size() * scale).toRect()
        line = range(max(0, box.top()), min(size[1], box.top() + round(piece.style.line * scale)))
        seen = Counter(
            colour
            for y in line
            for colour in pixels[y * width + max(0, box.left()) : y * width + box.right()]
        )
        ground = _name(seen.most_common(1)[0][0])
        ink = max(map(_name, seen), key=lambda colour: contrast(ground, colour))
        found.setdefault(f"{ground} {ink}", set()).add(piece.words[:40])
    return found


def _name(colour: int) -> str:
    return f"#{colour & 0xFFFFFF:06X}"


def misplaced(page: WallPage) -> Iterator[str]:
    """Texts that reach out of the Wall, or lie over one another."""
    whole, seen = QRectF(0, 0, page.width, page.height), texts(page)
    for n, piece in enumerate(seen):
        if not whole.contains(piece.box):
            yield f"{piece.words[:40]!r} is cut: {piece.box}"
        for other in seen[n + 1 :]:
            if piece.box.adjusted(2, 6, -2, -6).intersects(other.box.adjusted(2, 6, -2, -6)):
                yield f"{piece.words[:30]!r} lies over {other.words[:30]!r}"
