"""Find the codes of cards, headlines and ballots in pictures. Touches no workshop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop.paper_codes import PaperCode, read_digits
from cxworkshop.progress import go_on
from cxworkshop.services.photos.pictures import open_picture
from cxworkshop.value_object import ValueObject

if TYPE_CHECKING:
    from PIL.Image import Image

_BLURRED, _SHARPER = 3, 3.0  # radius in pixels, and how much the picture differs more from that
_LARGER = 1.25  # times: enlarged, small codes are found that are a little out of focus
_TO_LOOK_AT = (1800, 1800)  # pixels, at the most, of the picture that people are shown
_LEAST_SIDE = 16.0  # pixels: what is smaller is no code
_NEAR = 0.5  # of a code's side: what is so near is the same one
_SQUARE = 0.5  # the shorter side of a code seen from aside, at least, to the longer one

Corners = tuple[complex, ...]


class SeenCode(ValueObject):
    """A code in a picture, with its corners as they were printed: upper left, upper right, lower
    right, lower left. Each is x + yj, in pixels of the upright picture."""

    code: PaperCode
    corners: Corners

    @property
    def middle(self) -> complex:
        return _middle(self.corners)

    @property
    def right(self) -> complex:
        """From its left edge to its right one."""
        upper_left, upper_right, lower_right, lower_left = self.corners
        return (upper_right - upper_left + lower_right - lower_left) / 2

    @property
    def down(self) -> complex:
        """From its upper edge to its lower one."""
        upper_left, upper_right, lower_right, lower_left = self.corners
        return (lower_left - upper_left + lower_right - upper_right) / 2


class Photo(ValueObject):
    """What one picture shows. `unread` are the corners of codes that could not be read.

    `small` is the picture to look at, grey and upright: a byte for each pixel, row by row.
    """

    path: Path
    size: tuple[int, int]  # pixels, upright
    codes: tuple[SeenCode, ...] = ()
    unread: tuple[Corners, ...] = ()
    small_size: tuple[int, int] = (0, 0)
    small: bytes = b""


def read_photos(paths: Sequence[Path]) -> list[Photo]:
    """Read each picture; raises a Refusal for the first that can't be read."""
    return [read_photo(path) for path in paths]


def read_photo(path: Path) -> Photo:
    """The codes of ours in a picture; raises a Refusal if it can't be read."""
    go_on()
    picture = open_picture(path)
    codes, unread = codes_in(picture)
    go_on()
    small = picture.copy()
    small.thumbnail(_TO_LOOK_AT)
    return Photo(path, picture.size, codes, unread, small.size, small.tobytes())


def codes_in(picture: Image) -> tuple[tuple[SeenCode, ...], tuple[Corners, ...]]:
    """Our codes in a grey picture, and the corners of what looks like one and can't be read.

    It is looked at twice: as it is, and sharpened and enlarged. Sharpened alone it shows no code
    more, and much that looks like one.
    """
    found: list[SeenCode] = []
    unread: list[Corners] = []
    for look, scale in _looks(picture):
        go_on()
        for code, corners in _symbols(look, scale):
            if code is None:
                unread.append(corners)
            elif not any(one.code == code and _is_near(one.corners, corners) for one in found):
                found.append(SeenCode(code, corners))
    seen = [one.corners for one in found]
    for corners in unread:
        if _is_square(corners) and not any(_is_near(other, corners) for other in seen):
            seen.append(corners)
    return tuple(found), tuple(seen[len(found) :])


def _looks(picture: Image) -> Iterator[tuple[Image, float]]:
    """The picture made ready in several ways, each with how much larger it is."""
    from PIL import Image, ImageFilter

    yield picture, 1.0
    # An unsharp mask, with a box in place of Pillow's Gaussian: half the time, as many codes.
    sharp = Image.blend(picture.filter(ImageFilter.BoxBlur(_BLURRED)), picture, _SHARPER)
    size = (round(sharp.width * _LARGER), round(sharp.height * _LARGER))
    yield sharp.resize(size, Image.Resampling.BILINEAR), _LARGER


def _symbols(picture: Image, scale: float) -> Iterator[tuple[PaperCode | None, Corners]]:
    """Each symbol in the picture, with what it says; None where it can't be read.

    What others print is left out.
    """
    import zxingcpp

    for symbol in zxingcpp.read_barcodes(
        picture,
        formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.DataMatrix]),
        try_invert=False,
        try_downscale=False,
        return_errors=True,
    ):
        at = symbol.position
        points = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
        corners = tuple(complex(point.x, point.y) / scale for point in points)
        code = read_digits(symbol.text) if symbol.valid else None
        if code is not None or not symbol.valid:
            yield code, corners


def _is_near(one: Corners, other: Corners) -> bool:
    side = abs(one[1] - one[0])
    return abs(_middle(one) - _middle(other)) < side * _NEAR


def _is_square(corners: Corners) -> bool:
    sides = [abs(corners[n] - corners[n - 1]) for n in range(4)]
    return min(sides) > max(_LEAST_SIDE, max(sides) * _SQUARE)


def _middle(corners: Corners) -> complex:
    return sum(corners) / len(corners)
