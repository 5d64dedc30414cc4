"""The Wall of stop 4: the three slots, the criteria, and the refusal of a fourth."""

from __future__ import annotations

from cxworkshop.content.values.wall import WallRefusal, WallSlot, WallSlots
from cxworkshop.i18n import _
from ui.wall.pages import NOTHING, TOP, Flow, WallFrame, heading, spoken_words
from ui.wall.scene import WallBlock, WallPage, centred, stack, text, together, width_of
from ui.wall.shapes import mark, panel, place, small_figure, tag
from ui.wall.tokens import (
    BODY,
    COUNT,
    FACT,
    LEAD,
    ROW,
    SAID_SMALL,
    SLOT,
    SLOT_SMALL,
    TITLE,
    WallStyle,
)

NUMBERS = (1, 2, 3)
GAP, PAD = 36, 46
MOST_LINES = 4  # of a customer's sentence in a line
COUNT_SMALL = WallStyle(60, 70, 800, ink="accent")
ROOM = WallStyle(46, 60, ink="grey")
SENTENCE = WallStyle(48, 64)


def slots(content: WallSlots, frame: WallFrame) -> list[WallPage]:
    """Three boxes beside one another; below one another where the Wall is narrow."""
    if content.refusal is not None:
        return _refused(content, content.refusal, frame)
    title = text(_("Pick up to three"), TITLE, frame.column)
    criteria = _criteria(content.criteria, frame.column)
    top = TOP + title.height + 32
    high = frame.bottom - top - criteria.height - 30
    taken = {slot.number: slot for slot in content.slots}
    width = (frame.column - 2 * GAP) / 3
    boxes = [_box(taken.get(n), n, width, high) for n in NUMBERS]
    if frame.is_narrow or any(block.height > high for block in boxes):
        return _rows(content, frame)
    return [
        frame.page(
            (title, frame.left, TOP),
            *((box, frame.left + (width + GAP) * n, top) for n, box in enumerate(boxes)),
            (criteria, frame.left, frame.bottom - criteria.height),
        )
    ]


def _ring(slot: WallSlot, diameter: float) -> WallBlock:
    """The slot's own form, as on the Desk: an arc of the criteria, full once all are a yes."""
    state = "disc" if slot.judged == 1 else "arc"
    return place(diameter, state, str(slot.number), share=slot.judged)


def _box(slot: WallSlot | None, number: int, width: float, high: float) -> WallBlock:
    """One slot; higher than `high` where what it says does not fit."""
    inside = width - 2 * PAD
    if slot is None:
        words = centred(_room_words(number), ROOM, inside)
        ring = place(172, "dotted", str(number))
        return together(
            (panel(width, high, pen="edge", dashed=True), 0, 0),
            (ring, (width - 172) / 2, 44),
            (words, PAD, 272),
            height=max(high, 300 + words.height),
        )
    headline = text(slot.headline, SLOT, inside)
    if headline.height > 3 * SLOT.line:
        headline = text(slot.headline, SLOT_SMALL, inside)
    parts = [
        (panel(width, high), 0.0, 0.0),
        (_ring(slot, 172), PAD, 44),
        *_count(slot.customers, width - PAD, 44 + 86),
        (headline, PAD, 260),
    ]
    y = 260 + headline.height + 36
    if slot.quote:
        quote = spoken_words(slot.quote, SAID_SMALL, inside)
        if y + quote.height + 30 <= high:  # else it stays on the sheet
            parts.append((quote, PAD, y))
    return together(*parts, height=max(high, y))


def _room_words(number: int) -> str:
    return {
        1: _("What comes first?"),
        2: _("Is there room for a second? One is fine."),
        3: _("Is there room for a third? One is fine."),
    }[number]


def _count(
    customers: int, right: float, middle: float, style: WallStyle = COUNT
) -> list[tuple[WallBlock, float, float]]:
    number = str(customers)
    wide = width_of(number, style)
    high = style.px * 0.72
    return [
        (text(number, style, wide), right - wide, middle - style.line / 2),
        (small_figure(high, "accent"), right - wide - high * 0.86 - 12, middle - high / 2),
    ]


def _criteria(criteria: tuple[str, ...], width: float) -> WallBlock:
    """In one line with rings between them, or below one another."""
    wide = [width_of(words, BODY) for words in criteria]
    spare = width - sum(wide) - 24 * (len(criteria) - 1)
    if spare < 40:
        half = (width - 40) / 2
        cells = [text(words, BODY, half) for words in criteria]
        high = max((cell.height for cell in cells), default=0)
        return together(
            *((cell, n % 2 * (half + 40), n // 2 * high) for n, cell in enumerate(cells))
        )
    gap = spare / max(1, len(criteria) - 1)
    parts: list[tuple[WallBlock, float, float]] = []
    x = 0.0
    for n, words in enumerate(criteria):
        if n:
            parts.append((mark(24, "no-difference"), x + gap / 2, 16))
            x += gap + 24
        parts.append((text(words, BODY, wide[n]), x, 0))
        x += wide[n]
    return together(*parts)


def _rows(content: WallSlots, frame: WallFrame) -> list[WallPage]:
    """A row for each slot: nothing is smaller on a narrow Wall, so there are more pages."""
    flow = Flow(frame, heading(frame, _("Pick up to three")), 44, lines=True)
    taken = {slot.number: slot for slot in content.slots}
    return flow.pages([_row(taken.get(n), n, frame.column) for n in NUMBERS])


def _row(slot: WallSlot | None, number: int, width: float) -> WallBlock:
    if slot is None:
        words = text(_room_words(number), ROOM, width - 140)
        return together((place(104, "dotted", str(number)), 0, 0), (words, 140, 22))
    count = _count(slot.customers, width, 52, COUNT_SMALL)
    inside = width - 140 - 170
    headline = text(slot.headline, SLOT_SMALL, inside)
    parts = [headline]
    quote = spoken_words(slot.quote, SAID_SMALL, inside) if slot.quote else NOTHING
    if quote.height <= MOST_LINES * SAID_SMALL.line:  # else it stays on the sheet
        parts.append(quote)
    words = stack(parts, 12)
    return together((_ring(slot, 104), 0, 0), *count, (words, 140, 20))


def _refused(content: WallSlots, refusal: WallRefusal, frame: WallFrame) -> list[WallPage]:
    """The three, the sentence, and the fourth below it: nothing is lost.

    Without room for boxes the three are lines; without room for these on one page they come last.
    """
    title = text(_("Pick up to three"), TITLE, frame.column)
    lines = [_line(slot, frame.column) for slot in content.slots]
    below = [_sentence(refusal, frame.column), _fourth(refusal, frame.column)]
    for three in (_boxes(content, frame.column), stack(lines, 16)):
        whole = stack([title, three, *below], 32)
        if TOP + whole.height <= frame.bottom and not frame.is_narrow:
            return [frame.page((whole, frame.left, TOP))]
    flow = Flow(frame, heading(frame, _("Pick up to three")), 32)
    return flow.pages([*below, *lines])


def _boxes(content: WallSlots, column: float) -> WallBlock:
    width = (column - 2 * GAP) / 3
    boxes = [_small_box(slot, width) for slot in content.slots]
    high = max((box.height for box in boxes), default=0)
    panels = [together((panel(width, high), 0, 0), (box, 0, 0)) for box in boxes]
    return together(*((box, (width + GAP) * n, 0.0) for n, box in enumerate(panels)), height=high)


def _line(slot: WallSlot, width: float) -> WallBlock:
    """A slot that is taken, as one line."""
    headline = text(slot.headline, ROW, width - 120 - 150)
    high = max(headline.height, 92)
    return together(
        (_ring(slot, 92), 0, (high - 92) / 2),
        (headline, 120, (high - headline.height) / 2),
        *_count(slot.customers, width, high / 2, COUNT_SMALL),
        height=high,
    )


def _small_box(slot: WallSlot, width: float) -> WallBlock:
    headline = text(slot.headline, SLOT_SMALL, width - 2 * PAD)
    return together(
        (_ring(slot, 124), PAD, 30),
        *_count(slot.customers, width - PAD, 98),
        (headline, PAD, 174),
        height=174 + headline.height + 40,
    )


def _sentence(refusal: WallRefusal, width: float) -> WallBlock:
    discs = 3 * 108 if width > 1400 else 0
    inside = width - 2 * PAD - (discs + 40 if discs else 0)
    words = stack((text(refusal.lead, LEAD, inside), text(refusal.sentence, SENTENCE, inside)))
    high = words.height + 64
    rings = [(place(92, "disc"), PAD + n * 108, (high - 92) / 2) for n in range(3)] if discs else []
    return together(
        (panel(width, high, pen="accent", stroke=5), 0, 0),
        *rings,
        (words, width - PAD - inside, 32),
        height=high,
    )


def _fourth(refusal: WallRefusal, width: float) -> WallBlock:
    note = _("on the list")
    wide = width_of(note, FACT)
    inside = width - 140 - wide - 240
    words = text(refusal.words, ROW, inside)
    high = words.height + 56
    return together(
        (panel(width, high, fill="sunken", pen="edge", dashed=True), 0, 0),
        (tag(refusal.code, fill="panel"), 40, (high - 56) / 2),
        (words, 132, (high - words.height) / 2),
        (text(note, FACT, wide), width - 190 - wide, (high - 56) / 2),
        *_count(refusal.customers, width - 40, high / 2, COUNT_SMALL),
        height=high,
    )
