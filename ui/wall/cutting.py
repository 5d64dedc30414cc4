"""Cutting a block that is higher than a page between two lines of its text: no word is lost."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from ui.theme.text_layout import TextLayout
from ui.wall.scene import WallBlock, WallPiece, text, wall_font

NEAR = 0.5  # units that are no distance


def in_parts(block: WallBlock, most: float) -> list[WallBlock]:
    """The block in parts that are no higher than `most`, where lines of text allow it."""
    parts = []
    while block.height > most:
        cut = _where_to_cut(block, most)
        if cut <= NEAR:
            break  # a single line or ring is higher than the page
        parts.append(_above(block, cut))
        block = _below(block, cut)
    return [*parts, block]


def _crosses(piece: WallPiece, y: float) -> bool:
    return piece.box.top() + NEAR < y < piece.box.bottom() - NEAR


def _where_to_cut(block: WallBlock, most: float) -> float:
    """The lowest place between lines: what can't be cut goes below it."""
    cut = most
    while cut > NEAR:  # lower and lower, until no line of any column is crossed
        ends = [_last_place(piece, cut, most) for piece in block.pieces if _crosses(piece, cut)]
        above = min(ends, default=cut)
        if above > cut - NEAR:
            break
        cut = above
    return cut


def _last_place(piece: WallPiece, cut: float, most: float) -> float:
    top = piece.box.top()
    if piece.style is not None:
        return top + (cut - top) // piece.style.line * piece.style.line
    return cut if piece.box.height() > most / 2 else top  # a bar or a panel is cut anywhere


def _above(block: WallBlock, cut: float) -> WallBlock:
    pieces = [_top_of(piece, cut) for piece in block.pieces if piece.box.top() < cut - NEAR]
    return WallBlock(tuple(pieces), cut)


def _below(block: WallBlock, cut: float) -> WallBlock:
    pieces = [_rest_of(one, cut) for one in block.pieces if one.box.bottom() > cut + NEAR]
    moved = tuple(piece.moved(0, -cut) for piece in pieces)
    return WallBlock(moved, block.height - cut)


def _top_of(piece: WallPiece, cut: float) -> WallPiece:
    return _with_lines(piece, 0, cut) if _crosses(piece, cut) else piece


def _rest_of(piece: WallPiece, cut: float) -> WallPiece:
    return _with_lines(piece, cut, piece.box.bottom()) if _crosses(piece, cut) else piece


def _with_lines(piece: WallPiece, top: float, bottom: float) -> WallPiece:
    """What stands between two heights of a piece."""
    box = QRectF(piece.box)
    box.setTop(max(top, box.top()))
    box.setBottom(min(bottom, box.bottom()))
    if piece.style is None:
        return piece._replace(box=box)
    layout = TextLayout(piece.words, wall_font(piece.style), piece.style.line)
    lines, line = layout.lines(box.width()), piece.style.line
    first = round((box.top() - piece.box.top()) / line)
    last = round((box.bottom() - piece.box.top()) / line)
    words = " ".join(lines[first:last])
    return text(words, piece.style, box.width()).at(box.left(), box.top())[0]
