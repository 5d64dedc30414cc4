"""Which card hangs under which headline, by their places in a picture.

Lengths on the wall are reckoned in millimetres from the headline's code, whose size is known; the
directions are those of the headline and of the card, for they converge in a picture from aside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cxworkshop.services.photos.reading import Photo, SeenCode
from cxworkshop.value_object import ValueObject

HEADLINE_CODE = 24.0  # mm: the side of a headline's code, as the sheet draws it
# From the middle of a code to the middle of its paper, in sides of the code: right, down.
_OF_HEADLINE, _OF_CARD = (-3.1, 1.8), (-2.7, 1.37)
_BELOW = 40.0  # mm below the headline's middle, at least
_ASIDE = 120.0  # mm to the right or left of it, at most: three cards beside one another
_FAR_ASIDE = 200.0  # mm: a headline that hangs lower leaves doubt as far as that
_DOWN = 0.25  # how much a millimetre down counts against one to the side
_SURE = 40.0  # mm by which another headline must be farther
_GAP = 240.0  # mm down a pile without a paper: its card may hang under a headline we did not see


class PlacedCard(ValueObject):
    """A card in a picture, with its headline; `other` is one under which it may hang as well.

    `headline` is None for a card that hangs under none. It is `far` below it where nothing hangs
    between.
    """

    card: SeenCode
    headline: SeenCode | None = None
    other: SeenCode | None = None
    far: bool = False

    @property
    def is_sure(self) -> bool:
        return self.headline is not None and self.other is None and not self.far


def place_cards(photo: Photo) -> list[PlacedCard]:
    """Each card of a picture with the headline above it."""
    headlines = [seen for seen in photo.codes if seen.code.is_headline]
    cards = [seen for seen in photo.codes if not seen.code.round_number]
    up = sum((seen.right / abs(seen.right) for seen in headlines), 0j)
    ways = [sorted(_ways(card, headlines, up), key=lambda way: way.distance) for card in cards]
    nearest = [next((way for way in each if way.aside <= _ASIDE), None) for each in ways]
    far = _far_below(filter(None, nearest))
    return [
        _placed(card, way, others, far=way in far)
        for card, way, others in zip(cards, nearest, ways, strict=True)
    ]


def _ways(card: SeenCode, headlines: Sequence[SeenCode], right: complex) -> Iterator[_Way]:
    for headline in headlines:
        way = _Way.to(headline, card, right)
        if way.below >= _BELOW:
            yield way


def _far_below(nearest: Iterable[_Way]) -> list[_Way]:
    """Those of which the pile has a gap above them."""
    far: list[_Way] = []
    reached: dict[SeenCode, float] = {}
    for way in sorted(nearest, key=lambda way: way.below):
        if way.below - reached.get(way.headline, 0.0) > _GAP:
            far.append(way)
        else:
            reached[way.headline] = way.below
    return far


def _placed(card: SeenCode, way: _Way | None, ways: Sequence[_Way], *, far: bool) -> PlacedCard:
    if way is None:
        return PlacedCard(card)
    other = next((each.headline for each in ways if each.may_be_instead_of(way)), None)
    return PlacedCard(card, way.headline, other, far)


class _Way(ValueObject):
    """From a headline to a card: how far aside and below, in mm."""

    headline: SeenCode
    aside: float
    below: float

    @classmethod
    def to(cls, headline: SeenCode, card: SeenCode, right: complex) -> _Way:
        between = _paper(card, _OF_CARD) - _paper(headline, _OF_HEADLINE)
        across = _direction(card.right, headline.right, right) * abs(headline.right)
        along = _direction(card.down, headline.down, right * 1j) * abs(headline.down)
        aside, below = (part * HEADLINE_CODE for part in _parts(between, across, along))
        return cls(headline, abs(aside), below)

    @property
    def distance(self) -> float:
        return self.aside + _DOWN * self.below

    def may_be_instead_of(self, nearest: _Way) -> bool:
        """Whether the card may hang under this headline: a wide pile's, if it hangs lower."""
        widest = _FAR_ASIDE if self.below < nearest.below - _BELOW else _ASIDE
        is_other = self.headline.code != nearest.headline.code
        return is_other and self.aside <= widest and self.distance - nearest.distance < _SURE


def _paper(seen: SeenCode, offset: tuple[float, float]) -> complex:
    """The middle of the paper on which a code stands."""
    return seen.middle + offset[0] * seen.right + offset[1] * seen.down


def _direction(one: complex, other: complex, usual: complex) -> complex:
    """The direction between two, each turned round if it hangs upside down."""
    both = 0j
    for each in (one, other):
        along = (each * usual.conjugate()).real
        both += each / abs(each) * (1 if along >= 0 else -1)
    return both / abs(both) if both else usual / abs(usual)


def _parts(vector: complex, across: complex, along: complex) -> tuple[float, float]:
    """How many times the one and the other direction make up this vector."""
    area = (across.conjugate() * along).imag
    if not area:
        return 0.0, 0.0
    return (vector.conjugate() * along).imag / area, (across.conjugate() * vector).imag / area
