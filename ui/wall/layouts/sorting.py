"""The Wall while the list is sorted: one card large, the groups as letters."""

from __future__ import annotations

from cxworkshop.content.values import SortCard, SortTarget
from cxworkshop.content.values.wall import WallSorting
from cxworkshop.i18n import _, with_commas
from ui.theme.tokens import SERIF
from ui.wall.pages import BAR_GAP, NOTHING, Flow, WallFrame, foot, spoken_words, title_line
from ui.wall.scene import WallBlock, WallPage, stack, text, together, width_of
from ui.wall.shapes import panel, rule, small_figure, tag, thread
from ui.wall.tokens import (
    BODY,
    FACT,
    ROW,
    SAID_MIDDLE,
    SAID_SMALL,
    SMALL,
    STRONG,
    TAG,
    TITLE,
    WallStyle,
)

TARGET = WallStyle(48, 60, 800, ink="accent")
SAID_SMALLEST = WallStyle(44, 56, family=SERIF)
SIDE, GAP = 58, 24
FOOT_ROOM = 80


def sorting(content: WallSorting, frame: WallFrame) -> list[WallPage]:
    """The card beside the groups: the room says a letter."""
    state = content.content
    fact = _("{n} of {all}").format(n=min(state.number, state.total), all=state.total)
    title = title_line(frame, _("Where does it belong?"), fact)
    share = state.sorted / max(1, state.total)
    way = thread(frame.column, state.total, share, disc_at=share)
    y = title.height - way.height / 2 + 12  # the thread takes the place of the rule
    head = together((title, 0, 0), (way, frame.left, y), height=title.height + 18)
    flow = Flow(frame, head)
    if state.card is None:
        return flow.pages([text(_("All are sorted."), TITLE, frame.column)])
    top = head.height + 36
    width, high = frame.column * 0.46, frame.above_foot - top
    card = None if frame.is_narrow else _card(state.card, width, high)
    if card is None:
        rows = [_target(one, frame.column) for one in state.targets]
        words = _words(state.card, frame.column)
        return flow.pages([*words, *rows, _something_new(frame.column)])
    pages = _targets(state.targets, frame.column - width - 40, high)
    of, x = len(pages), frame.left + width + 40
    return [
        frame.page(
            (head, 0, 0), (card, frame.left, top), (targets, x, top), (_foot(frame, n, of), 0, 0)
        )
        for n, targets in enumerate(pages, 1)
    ]


def _foot(frame: WallFrame, number: int, of: int) -> WallBlock:
    """What the room can say, or the number of the page."""
    if of > 1:
        return foot(frame, "", number, of)
    if frame.below:
        return NOTHING
    say = text(_("Say a letter. Not sure? Skip it: it comes back at the end."), FACT, frame.column)
    return together((say, frame.left, frame.above_foot + 36)) if say.height < FOOT_ROOM else NOTHING


def _words(card: SortCard, width: float) -> list[WallBlock]:
    """The card without its box, for as many pages as it needs."""
    code = tag(card.code)
    said = [spoken_words(one, SAID_SMALL, width, 6) for one in card.said]
    return [code, text(card.headline, ROW, width), *said]


def _card(card: SortCard, width: float, high: float) -> WallBlock | None:
    """The card in its box; None where its words do not fit whole."""
    inside = width - 2 * SIDE
    parts = [(panel(width, high), 0.0, 0.0), (tag(card.code), SIDE, 48), *_count(card, width)]
    kinds = text(with_commas(card.kinds), SMALL, inside)
    bottom = high - 40 - (kinds.height + GAP if kinds.height else 0)
    parts.append((kinds, SIDE, high - 40 - kinds.height))
    title = text(card.headline, ROW, inside)
    top = 140 + (title.height + GAP if title.height else 0)
    words = _said(card.said, inside, bottom - top)
    if words is None:
        return None
    parts += [(title, SIDE, 140), (words, SIDE, top)]
    return together(*parts, height=high)


def _count(card: SortCard, width: float) -> list[tuple[WallBlock, float, float]]:
    if card.customers < 2:
        return []
    number = str(card.customers)
    wide = width_of(number, FACT)
    return [
        (small_figure(40), width - SIDE - wide - 46, 56),
        (text(number, FACT, wide), width - SIDE - wide, 48),
    ]


def _said(said: tuple[str, ...], width: float, room: float) -> WallBlock | None:
    """Customers' sentences, the first of them the largest that has room; None where none has.

    Further ones that have no room are on the Desk alone.
    """
    if not said:
        none = text(_("These words wait: they may name somebody."), BODY, width)
        return none if none.height <= room else None
    for style in (SAID_MIDDLE, SAID_SMALL, SAID_SMALLEST):
        if text(said[0], style, width - BAR_GAP - style.px).height <= room:
            words = spoken_words(said[0], style, width, 6)
            for further in said[1:]:
                more = spoken_words(further, SAID_SMALLEST, width, 6)
                if words.height + 36 + more.height > room:
                    break
                words = stack((words, more), 36)
            return words
    return None


def _targets(targets: tuple[SortTarget, ...], width: float, room: float) -> list[WallBlock]:
    """The groups in one column; in two without counts where there are many; then in pages."""
    rows = [_target(one, width) for one in targets]
    new = _something_new(width)
    if stack([*rows, new], 24).height <= room:
        return [_ruled([*rows, new], width)]
    half = (width - 40) / 2
    if half < 380:
        half = width
    columns = 2 if half < width else 1
    small = [_target(one, half, counted=columns == 1) for one in targets] + [_something_new(half)]
    filled = _filled(small, room)
    return [
        together(
            *(
                (_ruled(side, half), n * (half + 40), 0.0)
                for n, side in enumerate(filled[at : at + columns])
            )
        )
        for at in range(0, len(filled), columns)
    ]


def _filled(rows: list[WallBlock], room: float) -> list[list[WallBlock]]:
    """The rows in columns of this height."""
    columns: list[list[WallBlock]] = [[]]
    left = room
    for row in rows:
        needs = row.height + (24 if columns[-1] else 0)
        if needs > left and columns[-1]:
            columns.append([])
            left, needs = room, row.height
        columns[-1].append(row)
        left -= needs
    return columns


def _ruled(rows: list[WallBlock], width: float) -> WallBlock:
    parts: list[tuple[WallBlock, float, float]] = []
    y = 0.0
    for n, row in enumerate(rows):
        if n:
            parts.append((rule(width), 0, y + 12))
            y += 24
        parts.append((row, 0, y))
        y += row.height
    return together(*parts)


def _target(target: SortTarget, width: float, *, counted: bool = True) -> WallBlock:
    number = str(target.customers)
    wide = width_of(number, TARGET)
    taken = wide + 64 if counted else 0
    words = text(target.headline, STRONG, width - 100 - taken)
    high = max(words.height, 80)
    parts = [
        (tag(target.letter, TARGET, fill="tint", size=72), 0.0, (high - 72) / 2),
        (words, 100, (high - words.height) / 2),
    ]
    if counted:
        parts += [
            (text(number, TARGET, wide), width - wide, high / 2 - 30),
            (small_figure(38, "accent"), width - wide - 46, high / 2 - 19),
        ]
    return together(*parts, height=high)


def _something_new(width: float) -> WallBlock:
    plus = text("+", TAG, 40)
    words = text(_("or something new"), FACT, width - 100)
    high = max(words.height, 72)
    return together(
        (panel(72, 72, pen="edge", dashed=True), 0, (high - 72) / 2),
        (plus, 36 - width_of("+", TAG) / 2, (high - 72) / 2 + 10),
        (words, 100, (high - words.height) / 2),
        height=high,
    )
