"""A test sheet: does this printer hit the edges of cards and labels, and if not, how far off?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import FOOT, heading, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.labels import LabelProfile, Spot
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, EDGE, INK, MM
from cxworkshop.sheets.typesetting.text import Style, TextBlock

_REACH = 10  # mm of the ruler, to each side
_LONG, _MIDDLE, _SHORT = 2.2, 1.6, 0.9  # mm, length of marks: at 10, at 5, at the others
_FIGURE = replace(FOOT, size=6.5, leading=7.5, color=INK, align="center")
_PAD = 3.0
_BELOW = 1.0  # mm below each paragraph
_SIZES = (11.0, 10.0, 9.2, 8.5)

Point = tuple[float, float]


@dataclass(frozen=True)
class _LabelText:
    """The text of one label."""

    texts: tuple[str, ...]
    title: str = ""

    def laid_out(self, size: float, width: float) -> list[TextBlock]:
        title = [set_text(self.title, heading(size + 3), width)] if self.title else []
        style = Style(size=size, leading=size * 1.28)
        return [*title, *(set_text(text, style, width) for text in self.texts)]


def label_test(profile: LabelProfile, options: PrintOptions) -> list[Page]:
    """Draw one page: an outline of each label, two crossed rulers, and what to do."""
    return [Page(paper=profile.paper, paint=partial(_paint, profile, options))]


def _paint(profile: LabelProfile, options: PrintOptions, canvas: PageCanvas) -> None:
    texts, corner = _texts(profile, options.offset), _corner(profile)
    with canvas.moved(*options.offset):
        for spot in profile.spots:
            canvas.frame(spot, 0.6, EDGE)
        for spot, text in zip(_free(profile.spots, corner, len(texts)), texts, strict=False):
            _draw_text(canvas, spot, text, corner)
        with canvas.figure(_("A ruler in millimetres whose zero is the corner of a label.")):
            _ruler(canvas, *corner)


def _texts(profile: LabelProfile, offset: Point) -> tuple[_LabelText, ...]:
    across, down = (f"{way:+.1f}".replace("-", "−") if way else "0" for way in offset)
    printed = _("Printed with the offset {across} and {down} mm.")
    repeat = _("4  Type these two numbers as the offset, and print this page again.")
    if any(offset):
        repeat = _("4  Add these two numbers to the offset, and print this page again.")
    return (
        _LabelText(
            (_(profile.title), printed.format(across=across, down=down)),
            _("Do the labels fit?"),
        ),
        _LabelText(
            (
                _("1  Print this page on plain paper, at 100 %, not fitted to the page."),
                _("2  Hold it with a sheet of your labels against a window. Each outline"
                  " should lie on the edge of a label."),
            )
        ),
        _LabelText(
            (
                _("3  If not: where on the ruler is the real corner of that label? To the right"
                  " and down counts as plus, to the left and up as minus."),
                repeat,
            )
        ),
    )  # fmt: skip


def _corner(profile: LabelProfile) -> Point:
    """The zero of the rulers: a corner of a label well inside the page."""
    row = profile.rows - 1 if profile.columns > 1 else 1
    left, top, _width, _height = profile.spots[row * profile.columns + profile.columns - 1]
    return left, top


def _free(spots: Sequence[Spot], corner: Point, needed: int) -> list[Spot]:
    """The labels that the rulers don't touch; all of them if those are too few."""
    free = [spot for spot in spots if not _touches(spot, corner)]
    return free if len(free) >= needed else list(spots)


def _touches(spot: Spot, corner: Point) -> bool:
    left, top, width, height = spot
    x, y = corner
    across = left - _REACH < x < left + width + _REACH
    return across and top - _REACH < y < top + height + _REACH


def _draw_text(canvas: PageCanvas, spot: Spot, text: _LabelText, corner: Point) -> None:
    """Draw text into the label as large as it fits, beside the ruler if there is one."""
    left, top, width, height = spot
    inset = _REACH + _PAD if _touches(spot, corner) else _PAD
    sizes = [text.laid_out(size, width - inset - _PAD) for size in _SIZES]
    fitting = (laid_out for laid_out in sizes if sum(map(_height, laid_out)) <= height - 2 * _PAD)
    y = top + _PAD
    for lines in next(fitting, sizes[-1]):
        canvas.words(lines, left + inset, y)
        y += _height(lines)


def _height(lines: TextBlock) -> float:
    return lines.height / MM + _BELOW


def _ruler(canvas: PageCanvas, x: float, y: float) -> None:
    """Draw crossed rulers with zero in the middle; right and down are plus."""
    canvas.rule(x - _REACH, x + _REACH, y, 0.9, ACCENT)
    canvas.upright(x, y - _REACH, y + _REACH, 0.9, ACCENT)
    for n in (n for n in range(-_REACH, _REACH + 1) if n):
        long = {0: _LONG, 5: _MIDDLE}.get(abs(n) % 10, _SHORT)
        canvas.upright(x + n, y - long, y + long, 0.5, INK)
        canvas.rule(x - long, x + long, y + n, 0.5, INK)
        if not n % 10:
            figure = set_text(f"{n:+d}".replace("-", "−"), _FIGURE, 6)
            height = figure.height / MM
            canvas.words(figure, x + n - 3, y - _LONG - height)
            canvas.words(figure, x + _LONG, y + n - height / 2)
