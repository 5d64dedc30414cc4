"""A column of the board: a group, what is not grouped yet, a new group, or the drawer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPixmap

from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import GroupId
from cxworkshop.queries.board import BoardGroup
from ui.stops.big_list.board.card import CardItem
from ui.stops.big_list.board.lanes import GAP, Lanes, Measure
from ui.theme.text_layout import named
from ui.theme.theme import Theme

LOOSE, NEW, ASIDE, GROUP = "loose", "new", "aside", "group"


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
        self.is_new = False  # whether it was not there when the board was shown before
        self.on_wall = ""  # "On the Wall, page 1" while the room sees the group
        self.cards: list[CardItem] = []
        self.answer = ""  # "yes" or "no" while something is dragged over it
        self.hint = ""
        self.is_chip = False  # whether it is only a place on the headline of the shelf
        self.pane: QRectF | None = None  # what can be seen of the row in which it stands
        self.area = QRectF()
        self.head_height = 0.0
        self.head_picture: QPixmap | None = None  # as it was painted last
        self.offset = 0.0
        self._lanes = Lanes()

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
        names = {NEW: _("New group"), LOOSE: _("Not grouped yet"), ASIDE: _("Cards set aside")}
        return names[self.kind]

    @property
    def spoken(self) -> str:
        """Its name for screen readers."""
        cards = ngettext("{n} card", "{n} cards", len(self.cards)).format(n=len(self.cards))
        if self.group is None:
            return with_commas((self.title, cards))
        count = len(self.group.customers)
        customers = ngettext("{n} {customer}", "{n} {customers}", count).format(n=count)
        name = _("Group {letter}, {headline}")
        named = name.format(letter=self.group.letter, headline=self.group.headline)
        picked = _("picked, slot {n}").format(n=self.slot) if self.slot else ""
        against = self.opposite.replace("\n", ", ")
        return with_commas(filter(None, (named, customers, cards, picked, self.on_wall, against)))

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

    @property
    def length(self) -> float:
        """How high all cards are together; estimated while not all of them are placed."""
        return self._lanes.length(self.cards)

    def lay_out(
        self, width: float, lanes: int, pads: tuple[float, float], height: Measure, least: float
    ) -> None:
        """Place the cards over `lanes`, each into the one that ends first.

        `width` is the column's, with the pads on its left and its right. Cards are placed until
        every lane is `least` pixels high; the others follow when they are asked for.
        """
        wide = (width - sum(pads) - (lanes - 1) * GAP) / lanes
        self._lanes = Lanes(wide, lanes, pads[0], height)
        self._lanes.fill(self.cards, least)

    def lay_out_lines(self, width: float, lanes: int, pad: float, high: float, step: float) -> None:
        """Place the cards as lines of one height, from left to right over `lanes`."""
        wide = (width - 2 * pad - (lanes - 1) * GAP) / lanes
        self._lanes = Lanes(wide, lanes, pad)
        self._lanes.fill_with_lines(self.cards, high, step)

    def place(self, card: CardItem) -> None:
        """Give one of the cards its place, if it has none yet."""
        self._lanes.fill_to(self.cards, card)

    def area_of(self, card: CardItem) -> QRectF:
        """A card's rectangle on the viewport."""
        self.place(card)
        left, top = self.area.left() + card.left, self.area.top() + self.head_height
        return QRectF(left, top + card.top - self.offset, card.width, card.height)

    def cards_in(self, shown: QRectF) -> Iterator[CardItem]:
        """The cards of which any part lies in a rectangle of the viewport and can be seen."""
        shown = shown & self.cards_area & self.shown
        if shown.isEmpty():
            return
        up = self.offset - self.cards_area.top()
        top, bottom = shown.top() + up, shown.bottom() + up
        for card in self._lanes.between(self.cards, top, bottom):
            left = self.area.left() + card.left
            in_reach = left < shown.right() and left + card.width > shown.left()
            if in_reach and card.top + card.height > top:
                yield card

    def scroll_to(self, offset: float) -> bool:
        """Scroll its cards; returns whether they have moved."""
        self._lanes.fill(self.cards, offset + self.cards_area.height())
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
        self.place(card)
        if right:
            return self.nearest(card.top + card.height / 2, card.lane + right)
        end = len(self.cards) if down > 0 else -1
        return self._first_in_lane(range(self.cards.index(card) + down, end, down), card.lane)

    def nearest(self, height: float, lane: int | None = None) -> CardItem | None:
        """The card whose middle is nearest to a height among its cards, in one lane or in all."""
        self._lanes.fill(self.cards, height)
        beside = [one for one in self._lanes.placed(self.cards) if lane in (None, one.lane)]
        return min(beside, key=lambda one: abs(one.top + one.height / 2 - height), default=None)

    def end_of_lane(self, x: float, down: int) -> CardItem | None:
        """The first card (1) or the last one (-1) in the lane that is nearest to a point."""
        order = range(len(self.cards))
        lane = self._lanes.nearest_to(x - self.area.left())
        return self._first_in_lane(order if down > 0 else order[::-1], lane)

    def _first_in_lane(self, order: Iterable[int], lane: int) -> CardItem | None:
        for n in order:
            self.place(self.cards[n])
            if self.cards[n].lane == lane:
                return self.cards[n]
        return None
