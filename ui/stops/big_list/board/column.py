"""A column of the board: a group, what is not grouped yet, a new group, or the drawer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPixmap

from cxworkshop.i18n import _, ngettext
from cxworkshop.model import GroupId
from cxworkshop.queries.board import BoardGroup
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.face import CardFace
from ui.theme.text_layout import named
from ui.theme.theme import Theme

GAP = 8  # between two cards
LOOSE, NEW, ASIDE, GROUP = "loose", "new", "aside", "group"
Measure = Callable[[CardFace, float], float]  # the height of a card at a width


class BoardColumn:
    """A headline with cards below it, in one lane or flowing over several; it scrolls by itself.

    `area` is its rectangle on the viewport. Cards are placed from the top of `cards_area`, and
    `offset` says how far they are scrolled up.
    """

    def __init__(
        self,
        theme: Theme,
        kind: str,
        group: BoardGroup | None = None,
        opposite: str = "",
        slot: int = 0,
    ) -> None:
        self.theme, self.kind, self.group = theme, kind, group
        self.opposite = opposite  # "Opposite of group B: 4 here, 2 there"
        self.slot = slot  # in which the group is picked; 0 for none
        self.cards: list[CardItem] = []
        self.answer = ""  # "yes" or "no" while something is dragged over it
        self.hint = ""
        self.is_chip = False  # whether it is only a place on the headline of the shelf
        self.pane: QRectF | None = None  # what can be seen of the row in which it stands
        self.area = QRectF()
        self.head_height = 0.0
        self.head_picture: QPixmap | None = None  # as it was painted last
        self.offset = self.length = 0.0
        self._tops: list[float] = []
        self._tallest = 0.0

    @property
    def key(self) -> str:
        """What stays the same when the board is shown again."""
        return str(self.group_id or self.kind)

    @property
    def group_id(self) -> GroupId | None:
        """The id of the group that it shows."""
        return self.group.id if self.group else None

    @property
    def title(self) -> str:
        """Its headline, with the letter of a group before it."""
        if self.group is not None:
            return named(self.group.letter, self.group.headline)
        names = {NEW: _("New group"), LOOSE: _("Not grouped yet"), ASIDE: _("Set aside")}
        return names[self.kind]

    @property
    def spoken(self) -> str:
        """Its name for screen readers."""
        cards = ngettext("{n} card", "{n} cards", len(self.cards)).format(n=len(self.cards))
        if self.group is None:
            return f"{self.title}, {cards}"
        count = len(self.group.customers)
        customers = ngettext("{n} customer", "{n} customers", count).format(n=count)
        name = _("Group {letter}, {headline}")
        named = name.format(letter=self.group.letter, headline=self.group.headline)
        picked = _("picked, slot {n}").format(n=self.slot) if self.slot else ""
        against = self.opposite.replace("\n", ", ")
        return ", ".join(filter(None, (named, customers, cards, picked, against)))

    @property
    def head(self) -> QRectF:
        """The rectangle of its headline on the viewport."""
        return QRectF(self.area.topLeft(), QPointF(self.area.right(), self.cards_area.top()))

    @property
    def shown(self) -> QRectF:
        """The part of its area that is not cut off by the pane in which it is scrolled."""
        return self.area if self.pane is None else self.area & self.pane

    @property
    def cards_area(self) -> QRectF:
        """Where its cards stand on the viewport; what is outside is scrolled out of sight."""
        return self.area.adjusted(0, self.head_height, 0, -3)

    @property
    def most_offset(self) -> float:
        """How far its cards can be scrolled."""
        return max(0.0, self.length - self.cards_area.height())

    def take(self, cards: list[CardItem]) -> None:
        """Hold these cards; `lay_out` places them."""
        self.cards = cards
        for card in cards:
            card.column = self

    def lay_out(self, width: float, lanes: int, pads: tuple[float, float], height: Measure) -> None:
        """Place the cards over `lanes`, each into the one that ends first.

        `width` is the column's, with the pads on its left and its right.
        """
        wide = (width - sum(pads) - (lanes - 1) * GAP) / lanes
        ends = [0.0] * lanes
        for card in self.cards:
            if card.width != wide:
                card.width, card.height = wide, height(card.face, wide)
            top = min(ends)
            lane = ends.index(top)
            card.lane, card.left, card.top = lane, pads[0] + lane * (wide + GAP), top
            ends[lane] = top + card.height + GAP
        self._index(max(ends))

    def lay_out_lines(self, width: float, lanes: int, pad: float, high: float, step: float) -> None:
        """Place the cards as lines of one height, from left to right over `lanes`."""
        wide = (width - 2 * pad - (lanes - 1) * GAP) / lanes
        for n, card in enumerate(self.cards):
            row, lane = divmod(n, lanes)
            card.width, card.height = wide, high
            card.lane, card.left, card.top = lane, pad + lane * (wide + GAP), row * step
        self._index(-(-len(self.cards) // lanes) * step)

    def _index(self, length: float) -> None:
        self.length = length
        self._tops = [card.top for card in self.cards]
        self._tallest = max((card.height for card in self.cards), default=0.0)

    def area_of(self, card: CardItem) -> QRectF:
        """A card's rectangle on the viewport."""
        left, top = self.area.left() + card.left, self.area.top() + self.head_height
        return QRectF(left, top + card.top - self.offset, card.width, card.height)

    def cards_in(self, shown: QRectF) -> Iterator[CardItem]:
        """The cards of which any part lies in a rectangle of the viewport and can be seen."""
        shown = shown & self.cards_area & self.shown
        if shown.isEmpty():
            return
        up = self.offset - self.cards_area.top()
        top, bottom = shown.top() + up, shown.bottom() + up
        for n in range(bisect_left(self._tops, top - self._tallest), len(self.cards)):
            card = self.cards[n]
            if card.top > bottom:
                return
            left = self.area.left() + card.left
            in_reach = left < shown.right() and left + card.width > shown.left()
            if in_reach and card.top + card.height > top:
                yield card

    def scroll_to(self, offset: float) -> bool:
        """Scroll its cards; returns whether they have moved."""
        before, self.offset = self.offset, max(0.0, min(offset, self.most_offset))
        return self.offset != before

    def bar(self) -> QRectF | None:
        """The handle of its scroll bar on the viewport; None when all cards can be seen."""
        room = self.cards_area
        if self.most_offset <= 0 or room.height() < 1:
            return None
        high = max(24.0, room.height() * room.height() / self.length)
        share = self.offset / self.most_offset
        wide, end = (6, 10) if self.kind == LOOSE else (4, 5)
        return QRectF(room.right() - end, room.top() + share * (room.height() - high), wide, high)

    def neighbour(self, card: CardItem, down: int, right: int) -> CardItem | None:
        """The card below or above (1, -1) in its lane, or the nearest one in the next lane."""
        if down:
            lane = [one for one in self.cards if one.lane == card.lane]
            place = lane.index(card) + down
            return lane[place] if 0 <= place < len(lane) else None
        beside = [one for one in self.cards if one.lane == card.lane + right]
        return nearest(beside, card.top + card.height / 2, lambda one: one.top + one.height / 2)


def nearest(
    cards: Sequence[CardItem], height: float, middle: Callable[[CardItem], float]
) -> CardItem | None:
    """The card whose middle is nearest to a height."""
    return min(cards, key=lambda one: abs(middle(one) - height), default=None)
