"""Cards that the doers carry away: the licence of each of them, and the promise for the fridge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from cxworkshop import catalogue, days
from cxworkshop.content.values import PlanPage
from cxworkshop.i18n import _
from cxworkshop.sheets.layout.canvas import Box, PageCanvas
from cxworkshop.sheets.layout.card_pages import CutCard, card_pages
from cxworkshop.sheets.layout.density import LABEL, SMALL, put
from cxworkshop.sheets.layout.document import Page
from cxworkshop.sheets.layout.labels import plain
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.paper import ACCENT, INK, MM
from cxworkshop.sheets.typesetting.fonts import HEAVY, SANS, SEMI
from cxworkshop.sheets.typesetting.text import Style, TextBlock, balanced

_PAD = 7.0
_SIZES = (
    18.0,
    16.5,
    15.0,
    14.0,
    13.0,
    12.0,
    11.0,
    10.0,
)  # points of what a card says; the last is the floor
_TITLES = (22.0, 19.5, 17.0, 15.0, 13.5, 12.0, 10.5)
_SIGN = 15.0  # above the foot of the card, for the name and the line to sign
_LICENCES, _FRIDGES = (2, 2), (1, 3)  # columns and rows
_KIND = replace(LABEL, role="H2")
_DATE = Style(face=SEMI, size=14, leading=18, color=ACCENT)

Block = tuple[TextBlock, float]  # with the gap above it


def licence_cards(plans: Sequence[PlanPage], wanted: PrintOptions) -> list[Page]:
    """One for each doer of each plan, and blank ones to fill the last page."""
    profile = plain(wanted.paper, *_LICENCES)
    size = profile.width, profile.height
    cards = [card for plan in plans for who in _doers(plan) for card in _licence(plan, who, size)]
    cards += [_blank_licence(size)] * (-len(cards) % profile.count)
    return card_pages(cards, profile, wanted, _("Licence cards"))


def fridge_cards(plans: Sequence[PlanPage], wanted: PrintOptions) -> list[Page]:
    """The promise and the day on which customers are asked, three on a page."""
    profile = plain(wanted.paper, *_FRIDGES)
    size = profile.width, profile.height
    cards = [card for plan in plans for card in _fridge(plan, size)]
    return card_pages(cards, profile, wanted, _("For the fridge, or where you make tea"))


def _doers(plan: PlanPage) -> tuple[str, ...]:
    named = (plan.owner, *plan.helpers)
    return tuple(dict.fromkeys(name for name in named if name)) or ("",)


def _licence(plan: PlanPage, who: str, size: tuple[float, float]) -> Iterator[CutCard]:
    """What this person may do without asking; far too many words go on to another card."""
    given = plan.licence
    said = given.may or _("Do what it takes. Only ask us about:")
    limits = (
        _("Up to: {limit}").format(limit=given.up_to) if given.up_to else "",
        _("Until {day}").format(day=days.full(given.until)) if given.until else "",
    )
    rest = "  ·  ".join(filter(None, limits))
    giver = _("Given by {name}").format(name=given.giver) if given.giver else _("Given by")
    yield from _cards(_Said(
        kind=_("Our licence to do it"),
        title=plan.title,
        who=_("for {name}").format(name=who) if who else "",
        words=said,
        rest=rest,
        foot=giver,
        write=0 if given.may else 2,
    ), size)  # fmt: skip


def _blank_licence(size: tuple[float, float]) -> CutCard:
    empty = _Said(
        kind=_("Our licence to do it"),
        title="",
        who=_("for"),
        words=_("Do what it takes. Only ask us about:"),
        rest="",
        foot=_("Given by"),
        write=3,
    )
    return next(_cards(empty, size))


def _fridge(plan: PlanPage, size: tuple[float, float]) -> Iterator[CutCard]:
    promised = plan.pick.promise_we
    if plan.pick.promise_when and plan.pick.promise_we:
        when, we = plan.pick.promise_when.rstrip(","), plan.pick.promise_we.rstrip(".")
        promised = _("When a customer {when}, we {we}.").format(when=when, we=we)
    asks = _("{who} asks: “{question}”") if plan.pick.who_asks else _("We ask: “{question}”")
    asks = asks.format(who=plan.pick.who_asks, question=catalogue.check_question())
    day = days.full(plan.pick.check_on)
    yield from _cards(_Said(
        kind=_("What we do now"),
        title=plan.title,
        who="",
        words=promised or _("When a customer"),
        rest=asks,
        foot=_("We ask customers on {day}").format(day=day) if day else _("We ask customers on"),
        write=0 if promised else 2,
        signed=not day,
    ), size)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class _Said:
    """What a card says; `write` lines are left for a pen, `signed` draws one above the foot."""

    kind: str
    title: str
    who: str
    words: str
    rest: str
    foot: str
    write: int
    signed: bool = True


def _cards(said: _Said, size: tuple[float, float]) -> Iterator[CutCard]:
    """One card at the largest size that fits; at the floor, as many as the words need."""
    room = size[1] - 2 * _PAD - _SIGN - said.write * 9.0
    for title, points in zip((*_TITLES, _TITLES[-1]), _SIZES, strict=True):
        blocks = list(_blocks(said, size[0] - 2 * _PAD, title, points))
        if _high(blocks) <= room:
            yield _card(said, blocks, said.write)
            return
    while blocks:
        fitting, blocks = _parted(blocks, room)
        yield _card(said, fitting, 0 if blocks else said.write)
        if blocks:
            again = put(_("{kind}, continued").format(kind=said.kind), _KIND, size[0] - 2 * _PAD)
            blocks = [(again, 0.0), *blocks]


def _blocks(said: _Said, width: float, title: float, points: float) -> Iterator[Block]:
    text = Style(face=SANS, size=points, leading=points * 1.3)
    yield put(said.kind, _KIND, width), 0.0
    if said.title:
        style = Style(face=HEAVY, size=title, leading=title * 1.18)
        yield balanced(said.title, style, width * MM), 1.2
    if said.who:
        yield put(said.who, replace(text, face=SEMI, size=points - 0.5), width), 1.2
    yield put(said.words, text, width), 3.4
    if said.rest:
        yield put(said.rest, replace(SMALL, size=10, leading=13, color=INK), width), 2.6


def _high(blocks: Sequence[Block]) -> float:
    return sum(gap + laid.height / MM for laid, gap in blocks)


def _parted(blocks: list[Block], room: float) -> tuple[list[Block], list[Block]]:
    """What stands on this card, and what goes on to the next; always at least one line."""
    here: list[Block] = []
    for place, (laid, gap) in enumerate(blocks):
        left = room - _high(here) - gap
        count = laid.fitting(left * MM)
        if count == len(laid.lines):
            here.append((laid, gap))
            continue
        count = max(count, 0 if place > 1 else 1)
        head, tail = laid.cut(count)
        here += [(head, gap)] if head.lines else []
        return here, [(tail, 2.0), *blocks[place + 1 :]]
    return here, []


def _card(said: _Said, blocks: Sequence[Block], write: int) -> CutCard:
    return CutCard(front=partial(_front, said, tuple(blocks), write), back=partial(_back, said))


def _front(said: _Said, blocks: Sequence[Block], write: int, canvas: PageCanvas, box: Box) -> None:
    left, top, width, height = box
    x, right, y = left + _PAD, left + width - _PAD, top + _PAD
    for laid, gap in blocks:
        y += gap
        canvas.words(laid, x, y)
        y += laid.height / MM
    for n in range(write):
        canvas.writing_line(x, right, y + 9.0 * (n + 1))
    foot = put(said.foot, SMALL if said.signed else _DATE, width - 2 * _PAD)
    low = top + height - _PAD - foot.height / MM
    if said.signed:
        canvas.rule(x, right, low - 0.6, 0.5, INK)
    canvas.words(foot, x, low)


def _back(said: _Said, canvas: PageCanvas, box: Box) -> None:
    left, top, width, height = box
    laid = put(said.kind, replace(SMALL, align="center"), width - 2 * _PAD)
    canvas.words(laid, left + _PAD, top + height / 2 - laid.height / MM / 2)
