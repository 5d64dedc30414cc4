"""Cards for the doers to take away: a licence for each of them, and the promise for the fridge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop import catalogue, days
from cxworkshop.content.values import PlanContent
from cxworkshop.i18n import _, with_dots
from cxworkshop.sheets.layout.canvas import Box, PageCanvas
from cxworkshop.sheets.layout.card_pages import CutCard, card_pages
from cxworkshop.sheets.layout.density import LABEL, SMALL, set_text
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.labels import plain
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, INK, MM
from cxworkshop.sheets.typesetting.fonts import HEAVY, SANS, SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock, balanced

_PAD = 7.0
# Points of the text, and of the title above it; the last is the smallest.
_SIZES = (18.0, 16.5, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
_TITLES = (22.0, 19.5, 17.0, 15.0, 13.5, 12.0, 10.5)
_SIGN = 15.0  # mm above the bottom of the card, for the line to sign and the name
_LICENCES, _FRIDGES = (2, 2), (1, 3)  # columns and rows
_KIND = replace(LABEL, role="H2")
_DATE = Style(face=SEMI, size=14, leading=18, color=ACCENT)

Block = tuple[TextBlock, float]  # with the gap above it, in mm


def licence_cards(plans: Sequence[PlanContent], options: PrintOptions) -> list[Page]:
    """Draw one for each doer of each plan, and blank ones to fill the last page."""
    profile = plain(options.paper, *_LICENCES)
    size = profile.width, profile.height
    cards = [card for plan in plans for who in _doers(plan) for card in _licence(plan, who, size)]
    cards += [_blank_licence(size)] * (-len(cards) % profile.count)
    return card_pages(cards, profile, options, _("Licence cards"))


def fridge_cards(plans: Sequence[PlanContent], options: PrintOptions) -> list[Page]:
    """Draw the promise and the day on which customers are asked, three on a page."""
    profile = plain(options.paper, *_FRIDGES)
    size = profile.width, profile.height
    cards = [card for plan in plans for card in _fridge(plan, size)]
    return card_pages(cards, profile, options, _("For the fridge, or where you make tea"))


def _doers(plan: PlanContent) -> tuple[str, ...]:
    named = (plan.owner, *plan.helpers)
    return tuple(dict.fromkeys(name for name in named if name)) or ("",)


def _licence(plan: PlanContent, who: str, size: tuple[float, float]) -> Iterator[CutCard]:
    """What this person may do without asking; long text continues on another card."""
    given = plan.licence
    text = given.may or _("Do what it takes. Only ask us about:")
    limits = (
        _("Up to: {limit}").format(limit=given.up_to) if given.up_to else "",
        _("Until {day}").format(day=days.full(given.until)) if given.until else "",
    )
    rest = with_dots(filter(None, limits))
    giver = _("Given by {name}").format(name=given.giver) if given.giver else _("Given by")
    yield from _cards(_CardText(
        kind=_("Our licence to do it"),
        title=plan.title,
        who=_("for {name}").format(name=who) if who else "",
        words=text,
        rest=rest,
        foot=giver,
        write=0 if given.may else 2,
    ), size)  # fmt: skip


def _blank_licence(size: tuple[float, float]) -> CutCard:
    empty = _CardText(
        kind=_("Our licence to do it"),
        title="",
        who=_("for"),
        words=_("Do what it takes. Only ask us about:"),
        rest="",
        foot=_("Given by"),
        write=3,
    )
    return next(_cards(empty, size))


def _fridge(plan: PlanContent, size: tuple[float, float]) -> Iterator[CutCard]:
    asks = _("{who} asks: “{question}”") if plan.pick.who_asks else _("We ask: “{question}”")
    asks = asks.format(who=plan.pick.who_asks, question=catalogue.check_question())
    day = days.full(plan.pick.check_on)
    foot = _("We ask {customers} on {day}").format(day=day) if day else _("We ask {customers} on")
    yield from _cards(_CardText(
        kind=_("What we do now"),
        title=plan.title,
        who="",
        words=plan.promise or _("When {a_customer}"),
        rest=asks,
        foot=foot,
        write=0 if plan.promise else 2,
        signed=not day,
    ), size)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class _CardText:
    """What a card says; `write` is the number of lines for a pen, `signed` adds one to sign."""

    kind: str
    title: str
    who: str
    words: str
    rest: str
    foot: str
    write: int
    signed: bool = True


def _cards(text: _CardText, size: tuple[float, float]) -> Iterator[CutCard]:
    """One card in the largest size that fits; in the smallest, as many as the text needs."""
    room = size[1] - 2 * _PAD - _SIGN - text.write * 9.0
    for title, points in zip((*_TITLES, _TITLES[-1]), _SIZES, strict=True):
        blocks = list(_blocks(text, size[0] - 2 * _PAD, title, points))
        if _height(blocks) <= room:
            yield _card(text, blocks, text.write)
            return
    while blocks:
        fitting, blocks = _split(blocks, room)
        yield _card(text, fitting, 0 if blocks else text.write)
        if blocks:
            continued = set_text(
                _("{kind}, continued").format(kind=text.kind), _KIND, size[0] - 2 * _PAD
            )
            blocks = [(continued, 0.0), *blocks]


def _blocks(text: _CardText, width: float, title: float, points: float) -> Iterator[Block]:
    plain = Style(face=SANS, size=points, leading=points * 1.3)
    yield set_text(text.kind, _KIND, width), 0.0
    if text.title:
        heavy = Style(face=HEAVY, size=title, leading=title * 1.18)
        yield balanced(text.title, heavy, width * MM), 1.2
    if text.who:
        yield set_text(text.who, replace(plain, face=SEMI, size=points - 0.5), width), 1.2
    yield set_text(text.words, plain, width), 3.4
    if text.rest:
        yield set_text(text.rest, replace(SMALL, size=10, leading=13, color=INK), width), 2.6


def _height(blocks: Sequence[Block]) -> float:
    return sum(gap + block.height / MM for block, gap in blocks)


def _split(blocks: list[Block], room: float) -> tuple[list[Block], list[Block]]:
    """What fits on this card, at least one line, and what continues on the next."""
    here: list[Block] = []
    for place, (block, gap) in enumerate(blocks):
        left = room - _height(here) - gap
        count = block.fitting(left * MM)
        if count == len(block.lines):
            here.append((block, gap))
            continue
        count = max(count, 0 if place > 1 else 1)
        head, tail = block.cut(count)
        here += [(head, gap)] if head.lines else []
        return here, [(tail, 2.0), *blocks[place + 1 :]]
    return here, []


def _card(text: _CardText, blocks: Sequence[Block], write: int) -> CutCard:
    return CutCard(front=partial(_front, text, tuple(blocks), write), back=partial(_back, text))


def _front(
    text: _CardText, blocks: Sequence[Block], write: int, canvas: PageCanvas, box: Box
) -> None:
    left, top, width, height = box
    x, right, y = left + _PAD, left + width - _PAD, top + _PAD
    for block, gap in blocks:
        y += gap
        canvas.words(block, x, y)
        y += block.height / MM
    for n in range(write):
        canvas.writing_line(x, right, y + 9.0 * (n + 1))
    foot = set_text(text.foot, SMALL if text.signed else _DATE, width - 2 * _PAD)
    low = top + height - _PAD - foot.height / MM
    if text.signed:
        canvas.rule(x, right, low - 0.6, 0.5, INK)
    canvas.words(foot, x, low)


def _back(text: _CardText, canvas: PageCanvas, box: Box) -> None:
    left, top, width, height = box
    block = set_text(text.kind, replace(SMALL, align="center"), width - 2 * _PAD)
    canvas.words(block, left + _PAD, top + height / 2 - block.height / MM / 2)
