"""A test sheet: does this printer hit the edges of cards and labels, and if not, how far off?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import FOOT, heading, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.labels import LabelProfile, Spot, fit_of
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, EDGE, INK, MM
from cxworkshop.sheets.typesetting.fonts import HEAVY
from cxworkshop.sheets.typesetting.text import Style, TextBlock

_REACH = 10  # mm of the ruler, to each side
_LONG, _MIDDLE, _SHORT = 2.2, 1.6, 0.9  # mm, length of marks: at 10, at 5, at the others
_FIGURE = replace(FOOT, size=6.5, leading=7.5, color=INK, align="center")
_NAME = Style(face=HEAVY, size=16, leading=18, color=ACCENT)
_PAD = 3.0
_BELOW = 1.0  # mm below each paragraph
_SIZES = (11.0, 10.0)

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
    texts, corners = _texts(profile, options), profile.rulers
    fit = fit_of(profile, options)
    with canvas.moved(fit.right, fit.down, fit.wide, fit.tall):
        for spot in profile.spots:
            canvas.frame(spot, 0.6, EDGE)
        if len(texts) > profile.count:
            texts = (*texts[:-2], _LabelText(texts[-2].texts + texts[-1].texts))
        for spot, text in zip(_free(profile.spots, corners, len(texts)), texts, strict=False):
            _draw_text(canvas, spot, text, corners)
        for number, corner in enumerate(corners, 1):
            alt = _("Ruler {number}, in millimetres; its zero is the corner of a label.")
            with canvas.figure(alt.format(number=number)):
                _ruler(canvas, *corner, number)


def _texts(profile: LabelProfile, options: PrintOptions) -> tuple[_LabelText, ...]:
    across, down, further, lower = map(_signed, (*options.offset, *options.drift))
    printed = _("Printed with the offset {across} and {down} mm, the drift {further} and {lower}.")
    printed = printed.format(across=across, down=down, further=further, lower=lower)
    repeat = _("5  Type the four numbers, and print this page again.")
    if any((*options.offset, *options.drift)):
        repeat = _("5  Add the four numbers to those before, and print this page again.")
    plain = _("1  Print this page on plain paper, at 100 %, not fitted to the page.")
    where = _(
        "3  If not: where on ruler 1 is the real corner of that label? To the right and down counts"
        " as plus, to the left and up as minus. This is the offset."
    )
    more = _("4  What ruler 2 shows more than ruler 1 is the drift.")
    return (
        _LabelText((_(profile.title), printed), _("Do the labels fit?")),
        _LabelText((plain, _how_to_compare(profile))),
        _LabelText((where,)),
        _LabelText((more, repeat)),
    )


def _how_to_compare(profile: LabelProfile) -> str:
    if profile.is_carrier:
        return _(
            "2  Stick a note on each outline, its glue at the top, and print the cards on that "
            "sheet, fed as this one was."
        )
    return _(
        "2  Hold it with a sheet of your labels against a window. Each outline should lie on the "
        "edge of a label."
    )


def _signed(millimetres: float) -> str:
    return f"{millimetres:+.1f}".replace("-", "−") if millimetres else "0"


def _free(spots: Sequence[Spot], corners: Sequence[Point], needed: int) -> list[Spot]:
    """The labels that the rulers don't touch; all of them if those are too few."""
    free = [spot for spot in spots if not _touches(spot, corners)]
    return free if len(free) >= needed else list(spots)


def _touches(spot: Spot, corners: Sequence[Point]) -> bool:
    left, top, width, height = spot
    return any(
        left - _REACH < x < left + width + _REACH and top - _REACH < y < top + height + _REACH
        for x, y in corners
    )


def _draw_text(canvas: PageCanvas, spot: Spot, text: _LabelText, corners: Sequence[Point]) -> None:
    """Draw text into the label as large as it fits, beside the ruler if there is one."""
    left, top, width, height = spot
    inset = _REACH + _PAD if _touches(spot, corners) else _PAD
    sizes = [text.laid_out(size, width - inset - _PAD) for size in _SIZES]
    fitting = (laid_out for laid_out in sizes if sum(map(_height, laid_out)) <= height - 2 * _PAD)
    y = top + _PAD
    for lines in next(fitting, sizes[-1]):
        canvas.words(lines, left + inset, y)
        y += _height(lines)


def _height(lines: TextBlock) -> float:
    return lines.height / MM + _BELOW


def _ruler(canvas: PageCanvas, x: float, y: float, number: int) -> None:
    """Draw crossed rulers with zero in the middle; right and down are plus."""
    canvas.rule(x - _REACH, x + _REACH, y, 0.9, ACCENT)
    canvas.upright(x, y - _REACH, y + _REACH, 0.9, ACCENT)
    name = set_text(str(number), _NAME, _REACH)
    canvas.words(name, x + _LONG, y + _LONG)
    for n in (n for n in range(-_REACH, _REACH + 1) if n):
        long = {0: _LONG, 5: _MIDDLE}.get(abs(n) % 10, _SHORT)
        canvas.upright(x + n, y - long, y + long, 0.5, INK)
        canvas.rule(x - long, x + long, y + n, 0.5, INK)
        if not n % 10:
            figure = set_text(f"{n:+d}".replace("-", "−"), _FIGURE, 6)
            height = figure.height / MM
            inwards = n / _REACH * 2
            canvas.words(figure, x + n - 3 - inwards, y - _LONG - height)
            canvas.words(figure, x + _LONG, y + n - height / 2)
