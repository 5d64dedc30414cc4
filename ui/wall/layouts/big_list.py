"""The Wall of stop 3: headlines with customers counted, one group opened, sorting."""

from __future__ import annotations

from cxworkshop.content.values import SortCard, SortTarget
from cxworkshop.content.values.wall import (
    WallBigList,
    WallLine,
    WallOpened,
    WallSaid,
    WallSorting,
)
from cxworkshop.i18n import _, ngettext
from ui.theme.tokens import SERIF
from ui.wall.pages import BAR_GAP, Flow, Frame, foot, heading, plain_words, spoken_words
from ui.wall.scene import Block, WallPage, stack, text, together, width_of
from ui.wall.shapes import figures, panel, rule, small_figure, tag, thread
from ui.wall.tokens import (
    BODY,
    COUNT,
    FACT,
    ROW,
    SAID,
    SAID_LARGE,
    SAID_MIDDLE,
    SAID_SMALL,
    SLOT_SMALL,
    SMALL,
    STRONG,
    TAG,
    TITLE,
    WallStyle,
)

MOST_FIGURES = 20
FIGURE, PITCH = 50, 51
LETTER = WallStyle(48, 56, 800, ink="on_accent")
TARGET = WallStyle(48, 60, 800, ink="accent")
GREY_COUNT = WallStyle(40, 52, 600, ink="grey")
SORT_SMALL = WallStyle(44, 56, family=SERIF)
FOOT_ROOM = 80


def big_list(content: WallBigList, frame: Frame) -> list[WallPage]:
    """A row for each group and loose card: number first, figures at the right."""
    customers = ngettext("{n} customer", "{n} customers", content.customers)
    things = ngettext("{n} thing", "{n} things", content.things)
    fact = f"{customers.format(n=content.customers)}, {things.format(n=content.things)}"
    flow = Flow(frame, heading(frame, _("What customers want done better"), fact), 44, lines=True)
    rows = [_row(line, content.customers, frame) for line in content.lines]
    return flow.pages(rows or [text(_("Nothing on the list yet."), BODY, frame.column)])


def _row(line: WallLine, asked: int, frame: Frame) -> Block:
    wide = width_of(str(line.customers), COUNT)
    right, right_wide = _of_asked(line.customers, asked, frame)
    width = frame.column - 146 - (right_wide + 40 if right_wide else 0)
    style = SAID if line.said else ROW
    words = (
        spoken_words(line.words, style, width, 10_000)[0]
        if line.said
        else text(line.words, style, width)
    )
    number = text(str(line.customers), COUNT, wide)
    high = max(words.height, 64)
    return together(
        (number, 114 - wide, high / 2 - number.height / 2),
        (words, 146, (high - words.height) / 2),
        (right, frame.column - right_wide, (high - right.height) / 2),
        height=high,
    )


def _of_asked(customers: int, asked: int, frame: Frame) -> tuple[Block, float]:
    """Figures, solid and outlined, where they have room; else "11 of 37"; with its width."""
    total = max(customers, asked)
    wide = total * PITCH
    if 0 < total <= MOST_FIGURES and wide <= frame.column * 0.42:
        kinds = ["solid"] * customers + ["outline"] * (total - customers)
        return figures(kinds, FIGURE, PITCH), wide - PITCH + FIGURE
    words = _("{n} of {all}").format(n=customers, all=total)
    wide = width_of(words, FACT)
    return text(words, FACT, wide), wide


def opened(content: WallOpened, frame: Frame) -> list[WallPage]:
    """A group with its cards in two columns, or one card alone."""
    count = _count(content.customers)
    if not content.letter:
        return _one_card(content, frame, count)
    lead = tag(content.letter, LETTER, fill="accent", size=68)
    head = heading(frame, content.headline, lead=(lead, 68), right=count)
    cards = ngettext("{n} card", "{n} cards", len(content.cards)).format(n=len(content.cards))
    of = ngettext("{n} of {all} customer", "{n} of {all} customers", content.asked)
    fact = f"{of.format(n=content.customers, all=content.asked)}, {cards}"
    flow = Flow(frame, head, 44, fact=fact)
    columns = 1 if frame.is_narrow else 2
    width = (frame.column - 60 * (columns - 1)) / columns
    cells = [cell for card in content.cards for cell in _cells(card, width, flow.room)]
    rows = [
        together(
            *((cell, n * (width + 60), 0.0) for n, cell in enumerate(cells[at : at + columns]))
        )
        for at in range(0, len(cells), columns)
    ]
    return flow.pages(rows)


def _one_card(content: WallOpened, frame: Frame, count: tuple[Block, float]) -> list[WallPage]:
    card = content.cards[0]
    code = tag(card.code)
    title = card.headline or _("A customer said")
    head = heading(frame, title, lead=(code, 72 + 8 * len(card.code)), right=count)
    flow = Flow(frame, head, 44)
    style = SAID_LARGE if sum(map(len, card.said)) < 120 else SAID_MIDDLE
    blocks = [
        part
        for words in card.said
        for part in spoken_words(words, style, frame.column, flow.room, 7)
    ]
    none = text(_("These words wait: they may name somebody."), BODY, frame.column)
    return flow.pages(blocks or [none])


def _cells(card: WallSaid, width: float, room: float) -> list[Block]:
    """One card, in parts where it is higher than a page."""
    beside = _tag_and_count(card)
    indent = 98 + max(0, 12 * (len(card.code) - 2))
    words: list[Block] = plain_words(card.headline, SLOT_SMALL, width - indent, room)
    for said in card.said:
        words += spoken_words(said, SAID, width - indent, room - beside.height)
    first, *others = _joined(words, room)
    cell = together((beside, 0, 4), (first, indent, 0), height=max(first.height, beside.height))
    return [cell, *(together((other, indent, 0)) for other in others)]


def _joined(blocks: list[Block], room: float) -> list[Block]:
    """Blocks below one another, as many in one as there is room for."""
    joined = [blocks[0]]
    for block in blocks[1:]:
        if joined[-1].height + 16 + block.height <= room:
            joined[-1] = stack((joined[-1], block), 16)
        else:
            joined.append(block)
    return joined


def _tag_and_count(card: WallSaid) -> Block:
    parts = [(tag(card.code), 0.0, 0.0)]
    if card.customers > 1:
        parts += [
            (small_figure(30), 8, 82),
            (text(str(card.customers), GREY_COUNT, 60), 43, 70),
        ]
    return together(*parts, height=124 if card.customers > 1 else 56)


def _count(customers: int) -> tuple[Block, float]:
    """A figure and a number, with their width."""
    wide = width_of(str(customers), COUNT)
    number = text(str(customers), COUNT, wide)
    figure = small_figure(56, "accent")
    return together((figure, 0, 16), (number, 66, 0)), 66 + wide


def sorting(content: WallSorting, frame: Frame) -> list[WallPage]:
    """One card large, the groups as letters: the room says a letter."""
    state = content.content
    fact = _("{n} of {all}").format(n=min(state.number, state.total), all=state.total)
    head = heading(frame, _("Where does it belong?"), fact)
    way = thread(frame.column, state.total, state.sorted / max(1, state.total))
    top = head.height + 36
    placed = [(head, 0.0, 0.0), (way, frame.left, head.height - 22)]
    if state.card is None:
        done = text(_("All are sorted."), TITLE, frame.column)
        return [frame.page(*placed, (done, frame.left, top + 40))]
    bottom = frame.above_foot
    narrow = frame.is_narrow
    width = frame.column if narrow else frame.column * 0.46
    high = (bottom - top) / 2 - 20 if narrow else bottom - top
    card = _sort_card(state.card, width, high)
    x, y = (frame.left, top + high + 20) if narrow else (frame.left + width + 40, top)
    room = bottom - y
    say = text(_("Say a letter. Not sure? Skip it: it comes back at the end."), FACT, frame.column)
    pages = _targets(state.targets, frame.left + frame.column - x, room)
    fits = say.height <= FOOT_ROOM
    return [
        frame.page(
            *placed,
            (card, frame.left, top),
            (targets, x, y),
            *([(say, frame.left, bottom + 36)] if fits and len(pages) == 1 else []),
            *([(foot(frame, "", n, len(pages)), 0, 0)] if len(pages) > 1 else []),
        )
        for n, targets in enumerate(pages, 1)
    ]


def _sort_card(card: SortCard, width: float, high: float) -> Block:
    inside = width - 116
    parts = [(panel(width, high), 0.0, 0.0), (tag(card.code), 58, 48)]
    if card.customers > 1:
        number = str(card.customers)
        wide = width_of(number, FACT)
        parts += [
            (small_figure(40), width - 58 - wide - 46, 56),
            (text(number, FACT, wide), width - 58 - wide, 48),
        ]
    y = 140.0
    kinds = text(", ".join(card.kinds), SMALL, inside)
    bottom = high - 40 - (kinds.height + 24 if kinds.height else 0)
    if card.headline:
        title = text(card.headline, ROW, inside)
        parts.append((title, 58, y))
        y += title.height + 24
    for n, words in enumerate(card.said):
        block = _said_in(words, inside, bottom - y, large=n == 0)
        if block is None:
            break  # what does not fit whole is on the Desk
        parts.append((block, 58, y))
        y += block.height + 36
    if kinds.height and y <= bottom + 24:
        parts.append((kinds, 58, high - 40 - kinds.height))
    return together(*parts, height=high)


def _said_in(words: str, width: float, room: float, *, large: bool) -> Block | None:
    """These words in the largest text that has room; None where none has."""
    styles = (SAID_MIDDLE, SAID_SMALL, SORT_SMALL) if large else (SAID_SMALL, SORT_SMALL)
    for style in styles:
        if text(words, style, width - BAR_GAP).height <= room:
            return spoken_words(words, style, width, room, 6)[0]
    return spoken_words(words, SORT_SMALL, width, room, 6)[0] if large else None


def _targets(targets: tuple[SortTarget, ...], width: float, room: float) -> list[Block]:
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
    per = max(1, int((room + 24) // (max(row.height for row in small) + 24)))
    pages = []
    for at in range(0, len(small), per * columns):
        sides = [small[at + n * per : at + (n + 1) * per] for n in range(columns)]
        pages.append(
            together(*((_ruled(side, half), n * (half + 40), 0.0) for n, side in enumerate(sides)))
        )
    return pages


def _ruled(rows: list[Block], width: float) -> Block:
    parts: list[tuple[Block, float, float]] = []
    y = 0.0
    for n, row in enumerate(rows):
        if n:
            parts.append((rule(width), 0, y + 12))
            y += 24
        parts.append((row, 0, y))
        y += row.height
    return together(*parts)


def _target(target: SortTarget, width: float, *, counted: bool = True) -> Block:
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


def _something_new(width: float) -> Block:
    plus = text("+", TAG, 40)
    return together(
        (panel(72, 72, pen="edge", dashed=True), 0, 0),
        (plus, 36 - width_of("+", TAG) / 2, 10),
        (text(_("or something new"), FACT, width - 100), 100, 8),
        height=72,
    )
