"""The Wall of stop 3: headlines with customers counted, one group opened, sorting."""

from __future__ import annotations

from cxworkshop.content.values.wall import (
    WallBigList,
    WallLine,
    WallOpened,
    WallSaid,
)
from cxworkshop.i18n import _, ngettext, with_commas
from ui.wall.pages import Flow, WallFrame, empty_page, heading, spoken_words
from ui.wall.scene import WallBlock, WallPage, stack, text, together, width_of
from ui.wall.shapes import figures, small_figure, tag
from ui.wall.tokens import (
    BODY,
    COUNT,
    FACT,
    ROW,
    SAID,
    SAID_LARGE,
    SAID_MIDDLE,
    SLOT_SMALL,
    WallStyle,
)

MOST_FIGURES = 20
FIGURE, PITCH = 50, 51
LETTER = WallStyle(48, 56, 800, ink="on_accent")
GREY_COUNT = WallStyle(40, 52, 600, ink="grey")


def big_list(content: WallBigList, frame: WallFrame) -> list[WallPage]:
    """A row for each group and loose card: number first, figures at the right."""
    customers = ngettext("{n} {customer}", "{n} {customers}", content.customers)
    things = ngettext("{n} thing said", "{n} things said", content.things)
    title = _("What {customers} want done better")
    if not content.lines and not content.more:
        waiting = _("These words wait: they may name somebody.")
        none = waiting if content.things else _("Nothing on the list yet.")
        return empty_page(frame, heading(frame, title), none)
    fact = with_commas((customers.format(n=content.customers), things.format(n=content.things)))
    flow = Flow(frame, heading(frame, title, fact), 44, lines=True)
    rows = [_row(line, content.customers, frame) for line in content.lines]
    rows += _more(content.more, frame)
    return flow.pages(rows)


def _row(line: WallLine, asked: int, frame: WallFrame) -> WallBlock:
    wide = width_of(str(line.customers), COUNT)
    right, right_wide = _of_asked(line.customers, asked, frame)
    width = frame.column - 146 - (right_wide + 40 if right_wide else 0)
    style = SAID if line.said else ROW
    words = spoken_words(line.words, style, width) if line.said else text(line.words, style, width)
    number = text(str(line.customers), COUNT, wide)
    high = max(words.height, 64)
    return together(
        (number, 114 - wide, high / 2 - number.height / 2),
        (words, 146, (high - words.height) / 2),
        (right, frame.column - right_wide, (high - right.height) / 2),
        height=high,
    )


def _of_asked(customers: int, asked: int, frame: WallFrame) -> tuple[WallBlock, float]:
    """Figures, solid and outlined, where they have room; else "11 of 37"; with its width."""
    total = max(customers, asked)
    wide: float = total * PITCH
    if 0 < total <= MOST_FIGURES and wide <= frame.column * 0.42:
        kinds = ["solid"] * customers + ["outline"] * (total - customers)
        return figures(kinds, FIGURE, PITCH), wide - PITCH + FIGURE
    words = _("{n} of {all}").format(n=customers, all=total)
    wide = width_of(words, FACT)
    return text(words, FACT, wide), wide


def opened(content: WallOpened, frame: WallFrame) -> list[WallPage]:
    """A group with its cards in two columns, or one card alone."""
    count = _count(content.customers)
    if not content.letter:
        return _one_card(content, frame, count)
    lead = tag(content.letter, LETTER, fill="accent", size=68)
    head = heading(frame, content.headline, lead=(lead, 68), right=count)
    n = len(content.cards) + content.more
    cards = ngettext("{n} card", "{n} cards", n).format(n=n)
    of = ngettext("{n} of {all} {customer}", "{n} of {all} {customers}", content.asked)
    fact = with_commas((of.format(n=content.customers, all=content.asked), cards))
    flow = Flow(frame, head, 44, fact=fact)
    columns = 1 if frame.is_narrow else 2
    width = (frame.column - 60 * (columns - 1)) / columns
    cells = [_cell(card, width) for card in content.cards]
    rows = [
        together(
            *((cell, n * (width + 60), 0.0) for n, cell in enumerate(cells[at : at + columns]))
        )
        for at in range(0, len(cells), columns)
    ]
    return flow.pages([*rows, *_more(content.more, frame)])


def _more(n: int, frame: WallFrame) -> list[WallBlock]:
    """What is left out of a long list."""
    words = ngettext("and {n} more card", "and {n} more cards", n).format(n=n)
    return [text(words, FACT, frame.column)] if n else []


def _one_card(
    content: WallOpened, frame: WallFrame, count: tuple[WallBlock, float]
) -> list[WallPage]:
    card = content.cards[0]
    code = tag(card.code)
    title = card.headline or _("{A_customer} said")
    head = heading(frame, title, lead=(code, 72 + 8 * len(card.code)), right=count)
    flow = Flow(frame, head, 44)
    style = SAID_LARGE if sum(map(len, card.said)) < 120 else SAID_MIDDLE
    blocks = [spoken_words(words, style, frame.column, 7) for words in card.said]
    none = text(_("These words wait: they may name somebody."), BODY, frame.column)
    return flow.pages(blocks or [none])


def _cell(card: WallSaid, width: float) -> WallBlock:
    beside = _tag_and_count(card)
    indent = 98 + max(0, 12 * (len(card.code) - 2))
    title = text(card.headline, SLOT_SMALL, width - indent)
    said = [spoken_words(words, SAID, width - indent) for words in card.said]
    words = stack((title, *said), 16)
    return together((beside, 0, 4), (words, indent, 0), height=max(words.height, beside.height))


def _tag_and_count(card: WallSaid) -> WallBlock:
    parts = [(tag(card.code), 0.0, 0.0)]
    if card.customers > 1:
        parts += [
            (small_figure(30), 8, 82),
            (text(str(card.customers), GREY_COUNT, 60), 43, 70),
        ]
    return together(*parts, height=124 if card.customers > 1 else 56)


def _count(customers: int) -> tuple[WallBlock, float]:
    """A figure and a number, with their width."""
    wide = width_of(str(customers), COUNT)
    number = text(str(customers), COUNT, wide)
    figure = small_figure(56, "accent")
    return together((figure, 0, 16), (number, 66, 0)), 66 + wide
