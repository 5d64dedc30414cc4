"""Text that is painted without a label: measured, and cut only on request."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGlyphRun,
    QPainter,
    QTextLayout,
    QTextOption,
)

from cxworkshop.i18n import runs_left
from cxworkshop.kept_together import without_breaks
from ui.theme.glyphs import is_large, paint_runs
from ui.theme.mirror import is_mirrored, turned_back
from ui.theme.tokens import SANS

UTF_16 = "utf-16-le"
TO_THE_LEFT = "\u200f"  # the invisible RIGHT-TO-LEFT MARK
# Compiled, and kept by `re`, when it is first asked for: it takes milliseconds.
ASIAN = "[\u0900-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
OURS = re.compile(r"\[[^\]]*\]")  # what we added to a customer's sentence


Hits = tuple[re.Pattern[str], QColor]  # what was searched for, and the colour behind it


class TextLayout:
    """One piece of text in one font, its lines a fixed height apart, in either direction.

    `most` lines at the most, the last of them with an ellipsis; 0 shows every word. What stands
    between [ ] is upright and in the colour `aside`: it is ours, not the customer's.
    """

    def __init__(self, text: str, font: QFont, line: float, most: int = 0) -> None:
        self.text = text.replace("\n", "\u2028")
        self._font, self._line, self._most = upright(text, font), line, most
        self._heights: dict[float, float] = {}  # by width: layouts ask for them over and over
        self._shortened: dict[float, str] = {}  # by width, for finding where to cut is slow
        self._kept: tuple[object, QTextLayout] | None = None  # what was laid out last

    def height(self, width: float) -> float:
        """Return the height at this width, in pixels."""
        if width not in self._heights:
            self._heights[width] = self._laid(width).lineCount() * self._line
        return self._heights[width]

    def lines(self, width: float) -> list[str]:
        """Return the words of each line at this width."""
        laid = self._laid(width)
        places = map(laid.lineAt, range(laid.lineCount()))
        text = self._shortened.get(width, self.text)
        units = text.encode(UTF_16)  # in which Qt counts: an emoji is two
        return [
            units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())]
            .decode(UTF_16)
            .strip("\u2028 ")
            for line in places
        ]

    def paint(
        self,
        painter: QPainter,
        box: QRectF,
        ink: QColor,
        aside: QColor | None = None,
        hits: Hits | None = None,
    ) -> None:
        """Draw the words at the top of a box, with their hits marked."""
        painter.setPen(ink)
        marks = _marked(self.text, *hits) if hits is not None else []
        laid = self._laid(box.width(), aside)
        with turned_back(painter, box):
            is_plain = not marks and is_large(painter, self._font.pixelSize())
            if not (is_plain and paint_runs(painter, box.topLeft(), [*_runs(laid, ink, aside)])):
                laid.draw(painter, box.topLeft(), marks)

    def _laid(self, width: float, aside: QColor | None = None) -> QTextLayout:
        """Most is laid out to know its height, and painted at once in the same width."""
        key = width, aside.rgba() if aside and OURS.search(self.text) else None
        if self._kept is None or self._kept[0] != key:
            self._kept = key, self._lay_out(width, aside)
        return self._kept[1]

    def _lay_out(self, width: float, aside: QColor | None) -> QTextLayout:
        text = self._shortened.get(width, self.text)
        layout = self._break(text, width, aside)
        if self._most and layout.lineCount() > self._most:
            last = layout.lineAt(self._most - 1)
            end = last.textStart() + last.textLength()
            text = text.encode(UTF_16)[: 2 * end].decode(UTF_16).rstrip()
            while text and self._break(f"{text}…", width, aside).lineCount() > self._most:
                text = text[:-1].rstrip()
            self._shortened[width] = f"{text}…"
            layout = self._break(f"{text}…", width, aside)
        return layout

    def _break(self, text: str, width: float, aside: QColor | None) -> QTextLayout:
        layout = QTextLayout(without_breaks(text), self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if runs_left(text):
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        if runs_left(text) or (is_mirrored() and not any(map(str.isalpha, text))):
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setFormats(_ours(text, aside) if aside else [])
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (self._line - line.height()) / 2))
            top += self._line
        layout.endLayout()
        return layout


def upright(text: str, font: QFont) -> QFont:
    """Return an upright font for scripts without italics, else this one."""
    if not font.italic() or not (runs_left(text) or re.search(ASIAN, text)):
        return font
    plain = QFont(font)
    plain.setFamily(SANS)
    plain.setItalic(False)
    return plain


def named(code: object, words: str) -> str:
    """Join a number or letter and its words, in the words' direction."""
    return f"{TO_THE_LEFT if runs_left(words) else ''}{code}  {words}"


def alone(code: object, words: str) -> str:
    """Join them for Qt's item views, which would put the number at the wrong end."""
    return f"\u2067{code}  {words}\u2069" if runs_left(words) else f"{code}  {words}"


def _ours(text: str, ink: QColor) -> list[QTextLayout.FormatRange]:
    from PySide6.QtGui import QTextCharFormat  # its 116 properties take 3 ms of a start

    ranges = []
    for found in OURS.finditer(text):
        range_ = QTextLayout.FormatRange()
        range_.start = _units(text[: found.start()])
        range_.length = _units(found[0])
        form = QTextCharFormat()
        form.setForeground(ink)
        form.setFontItalic(False)
        range_.format = form
        ranges.append(range_)
    return ranges


def _runs(
    laid: QTextLayout, ink: QColor, aside: QColor | None
) -> Iterator[tuple[QGlyphRun, QColor]]:
    """The glyphs in their colours: what is ours in that of `aside`."""
    text, at = laid.text(), 0
    for found in OURS.finditer(text) if aside else ():
        start, length = _units(text[: found.start()]), _units(found[0])
        if start > at:
            yield from ((run, ink) for run in laid.glyphRuns(at, start - at))
        yield from ((run, aside or ink) for run in laid.glyphRuns(start, length))
        at = start + length
    if at < _units(text):
        yield from ((run, ink) for run in laid.glyphRuns(at, _units(text) - at))


def _units(text: str) -> int:
    """How long it is as Qt counts."""
    return len(text.encode(UTF_16, "surrogatepass")) // 2


def _marked(text: str, wanted: re.Pattern[str], ground: QColor) -> list[QTextLayout.FormatRange]:
    from PySide6.QtGui import QTextCharFormat

    ranges = []
    for found in wanted.finditer(text):
        range_ = QTextLayout.FormatRange()
        range_.start = _units(text[: found.start()])
        range_.length = _units(found[0])
        form = QTextCharFormat()
        form.setBackground(ground)
        range_.format = form
        ranges.append(range_)
    return ranges
