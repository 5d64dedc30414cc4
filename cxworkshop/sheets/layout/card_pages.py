"""Pages of cards and labels, with cut marks and backs that register with their fronts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import Box, PageCanvas, mirrored
from cxworkshop.sheets.layout.density import FOOT, LABEL, aligned, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.labels import LabelProfile, fit_of
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import EDGE, HAIR, MM

_MARK, _AWAY = 4.0, 1.2  # length of a cut mark in the margin, and its distance from the card
_CROSS = 1.6  # half the size of a cross between four cards
_NOTE_ABOVE = 1.6  # between the note in the margin and the cards
_NARROW = 2.0  # between cut marks and note

Paint = Callable[[PageCanvas, Box], None]
_TITLE = replace(LABEL, size=10, leading=12.6, role="H1")


@dataclass(frozen=True)
class CutCard:
    """The two sides of a card; each function draws into the box that it is given."""

    front: Paint
    back: Paint


def card_pages(
    cards: Sequence[CutCard],
    profile: LabelProfile,
    wanted: PrintOptions,
    title: str,
    note: str = "",
) -> list[Page]:
    """Lay the cards out in order, each page followed by its backs if they are wanted."""
    pages = []
    for start in range(0, len(cards), profile.count):
        sheet = cards[start : start + profile.count]
        head = partial(_head, profile, title, note, first=not start)
        pages.append(_page(profile, wanted, [card.front for card in sheet], head, backs=False))
        if wanted.backs:
            backs = [card.back for card in sheet]
            pages.append(_page(profile, wanted, backs, lambda _canvas: None, backs=True))
    return pages


def cut_marks(canvas: PageCanvas, profile: LabelProfile) -> None:
    """Draw cut marks in the margins and small crosses where four cards meet."""
    down, across = profile.edges
    top, bottom = across[0] - _AWAY, across[-1] + _AWAY
    left, right = down[0] - _AWAY, down[-1] + _AWAY
    for x in down:
        canvas.upright(x, top - _MARK, top, 0.5, EDGE)
        canvas.upright(x, bottom, bottom + _MARK, 0.5, EDGE)
    for y in across:
        canvas.rule(left - _MARK, left, y, 0.5, EDGE)
        canvas.rule(right, right + _MARK, y, 0.5, EDGE)
    for x in down[1:-1]:
        for y in across[1:-1]:
            canvas.rule(x - _CROSS, x + _CROSS, y, 0.4, HAIR)
            canvas.upright(x, y - _CROSS, y + _CROSS, 0.4, HAIR)


def _page(
    profile: LabelProfile,
    wanted: PrintOptions,
    sides: Sequence[Paint],
    head: Callable[[PageCanvas], None],
    *,
    backs: bool,
) -> Page:
    spots = profile.backs if backs else profile.spots

    fit = fit_of(profile, wanted)

    def paint(canvas: PageCanvas) -> None:
        with canvas.moved(fit.right, fit.down, fit.wide, fit.tall):
            head(canvas)
            if profile.to_cut and not backs:
                cut_marks(canvas, profile)
            for side, spot in zip(sides, spots, strict=False):
                left, _top, width, _height = spot
                with canvas.part("Sect"), mirrored(canvas, width, left):
                    side(canvas, spot)

    return Page(paper=profile.paper, paint=paint, to_cut=not backs, is_back=backs)


def _head(profile: LabelProfile, title: str, note: str, canvas: PageCanvas, *, first: bool) -> None:
    """Draw title and printing advice in the margin that is cut off."""
    left, right = profile.edges[0][0] + _NARROW, profile.edges[0][-1] - _NARROW
    half = (right - left) / 2 - _NARROW
    beside = note or _("Print at 100 %, not fitted to the page.")
    words = (set_text(title, _TITLE, half), set_text(beside, aligned(FOOT, "right"), half))
    with nullcontext() if first else canvas.aside():
        for laid, x in zip(words, (left, right - half), strict=True):
            canvas.words(laid, x, profile.top - _NOTE_ABOVE - laid.height / MM)
