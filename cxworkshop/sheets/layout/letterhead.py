"""The team's logo and colour on a page."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.utils import ImageReader

from cxworkshop.model import Letterhead
from cxworkshop.value_object import ValueObject

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 2_000_000  # of a logo in a file: ours have 270,000 at the most


class PageLook(ValueObject):
    """What a page takes from the letterhead; `logo` is None without one, or for no picture."""

    accent: str = ""  # "" is ours
    logo: ImageReader | None = None
    png: str = ""  # the same logo as a PNG file, in Base64

    def size_in(self, width: float, height: float) -> tuple[float, float]:
        """The largest size of the logo, in the unit of both, that fits."""
        if self.logo is None:
            return 0.0, 0.0
        wide, high = self.logo.getSize()
        share = min(width / wide, height / high)
        return wide * share, high * share


PLAIN = PageLook()


@lru_cache(maxsize=8)
def page_look(letterhead: Letterhead) -> PageLook:
    """The letterhead, ready to be drawn with."""
    picture = _picture(letterhead.logo) if letterhead.logo else None
    if picture is None:
        return PageLook(letterhead.accent)
    return PageLook(letterhead.accent, ImageReader(picture), letterhead.logo)


def _picture(logo: str) -> Image | None:
    """The logo; None for what a forged file has in its place."""
    from PIL import Image

    try:
        with Image.open(BytesIO(b64decode(logo, validate=True)), formats=("PNG",)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return None
            return picture.convert("RGB")
    except (Error, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
