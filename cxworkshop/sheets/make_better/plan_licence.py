"""The licence on an action plan: what the doers may do without asking, on a pale panel."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cxworkshop import days
from cxworkshop.compat import override
from cxworkshop.content.values import PlanLicence
from cxworkshop.i18n import _, with_dots
from cxworkshop.sheets.layout.canvas import PageCanvas
from cxworkshop.sheets.layout.density import LABEL, SMALL, Density, set_text
from cxworkshop.sheets.layout.flow import Cell, Piece
from cxworkshop.sheets.paper import INK, MM
from cxworkshop.sheets.typesetting.text import TextBlock

_PADDING = 4.0
_ABOVE_WORDS = 2.4
_TO_SIGN = 8.0  # mm above the line, to sign
_BELOW_NAME = 1.6
_BETWEEN = 3.0  # two lines to write on, side by side
_LIMITS = replace(SMALL, color=INK)

Blank = tuple[float, tuple[str, ...]]  # the height of a row of lines to write on, and their labels


@dataclass(frozen=True, kw_only=True)
class LicencePanel(Piece):
    """A pale panel with text; `name` is below the line to sign, on its last page."""

    x: float
    width: float
    words: Cell
    blanks: tuple[Blank, ...]
    name: TextBlock

    @property
    @override
    def least(self) -> float:
        """The heading and three lines, with their padding."""
        leadings = self.words.leadings
        if len(leadings) < 8:
            return self.height
        return min(self.height, sum(leadings[:4]) + 2 * _ABOVE_WORDS)

    @override
    def draw(self, canvas: PageCanvas, top: float) -> None:
        """Draw the panel, the text, the lines to write on, and the line to sign."""
        left, right = self.x + _PADDING, self.x + self.width - _PADDING
        canvas.panel(self.x, top, self.width, self.height)
        self.words.draw(canvas, top + _ABOVE_WORDS)
        y = top + _ABOVE_WORDS + self.words.height
        for height, starts in self.blanks:
            y += height
            _to_write(canvas, starts, left, right, y)
        if self.name.lines:
            y = top + self.height - _BELOW_NAME - self.name.height / MM
            canvas.rule(left, right, y - 0.5, 0.5, INK)
            canvas.words(self.name, left, y)

    @override
    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        """Cut between two lines; the line to sign goes with the rest."""
        if room < self.least or self.least == self.height:
            return None
        head, tail = self.words.cut(room - 2 * _ABOVE_WORDS)
        unsigned = replace(self.name, lines=())
        first = replace(self, words=head, blanks=(), name=unsigned, keep=False)
        second = replace(self, words=tail, gap=0)
        return _sized(first), _sized(second)


def licence(
    given: PlanLicence, density: Density, x: float, width: float, gap: float = 0.0
) -> LicencePanel:
    """The licence, with lines to write on for what is missing, and one for the giver to sign."""
    inside = width - 2 * _PADDING
    blocks = [set_text(_("Our licence to do it"), replace(LABEL, leading=15), inside)]
    blocks += [set_text(given.may, density.text, inside)] if given.may else []
    blocks += [set_text(_limits(given), _LIMITS, inside)] if _limits(given) else []
    giver = _("Given by {name}").format(name=given.giver) if given.giver else _("Given by")
    panel = LicencePanel(
        height=0,
        gap=gap,
        x=x,
        width=width,
        words=Cell(x + _PADDING, tuple(blocks)),
        blanks=() if given.may else _blanks(given, density),
        name=set_text(giver, SMALL, inside),
    )
    return _sized(panel)


def _sized(panel: LicencePanel) -> LicencePanel:
    name = panel.name.height / MM
    below = _TO_SIGN + name + _BELOW_NAME if name else _ABOVE_WORDS
    return replace(
        panel,
        height=_ABOVE_WORDS
        + panel.words.height
        + sum(height for height, _starts in panel.blanks)
        + below,
    )


def _limits(given: PlanLicence) -> str:
    up_to = _("Up to: {limit}").format(limit=given.up_to) if given.up_to else ""
    until = _("Until {day}").format(day=days.short(given.until)) if given.until else ""
    return with_dots(part for part in (up_to, until) if part)


def _blanks(given: PlanLicence, density: Density) -> tuple[Blank, ...]:
    """A line for what they may do; below it one that the missing limits share."""
    limits = ("" if given.up_to else _("Up to"), "" if given.until else _("Until"))
    return (density.row - 1.4, ("",)), (density.row, tuple(filter(None, limits)) or ("",))


def _to_write(
    canvas: PageCanvas, starts: tuple[str, ...], left: float, right: float, y: float
) -> None:
    """Draw lines side by side, each after its label."""
    share = (right - left + _BETWEEN) / len(starts)
    for place, words in enumerate(starts):
        start, end = left + place * share, left + (place + 1) * share - _BETWEEN
        block = set_text(words, SMALL, share)
        canvas.words(block, start, y - block.height / MM + 0.8)
        canvas.writing_line(start + (block.widest / MM + 1.5 if words else 0), end, y)
