"""A picture from anywhere becomes a logo: on white, without margins, small enough for a file."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop.errors import BadWords
from cxworkshop.filenames import shown
from cxworkshop.i18n import _
from cxworkshop.model.limits import MOST_CHARACTERS_OF_LOGO
from cxworkshop.store.disk.picture import bytes_of_picture

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")
MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 40_000_000  # of the picture that is read
LARGEST = (900, 300)  # pixels: 76 mm by 25 mm at 300 dots per inch
_SMALLER = ((0, 1.0), (256, 1.0), (256, 0.5), (32, 0.5), (32, 0.25))  # colours, 0 for all; size


def logo_of(path: Path) -> str:
    """The picture as a PNG in base 64, at most `MOST_CHARACTERS_OF_LOGO` long.

    Raises NoSuchFile and CannotRead, and BadWords for what is no picture or a very large one.
    """
    picture = _without_margins(_read(path), path.name)
    picture.thumbnail(LARGEST)
    for colours, share in _SMALLER:
        logo = b64encode(_png(picture, colours, share)).decode()
        if len(logo) <= MOST_CHARACTERS_OF_LOGO:
            return logo
    raise _too_large(path.name)


def _read(path: Path) -> Image:
    """The picture on white, upright."""
    from PIL import Image, ImageOps

    data = bytes_of_picture(path, MOST_BYTES, _too_large(path.name))
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise _too_large(path.name)
            found = ImageOps.exif_transpose(picture).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        text = _("{name} is no picture that we can read. Take a PNG or a JPEG.")
        raise BadWords(text.format(name=shown(path.name))) from None
    paper = Image.new("RGBA", found.size, "white")
    paper.alpha_composite(found)
    return paper.convert("RGB")


def _without_margins(picture: Image, name: str) -> Image:
    from PIL import Image, ImageChops

    box = ImageChops.difference(picture, Image.new("RGB", picture.size, "white")).getbbox()
    if box is None:
        raise BadWords(_("{name} is all white.").format(name=shown(name)))
    return picture.crop(box)


def _png(picture: Image, colours: int, share: float) -> bytes:
    size = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
    smaller = picture if share == 1 else picture.resize(size)
    data = BytesIO()
    (smaller.quantize(colours) if colours else smaller).save(data, "PNG", optimize=True)
    return data.getvalue()


def _too_large(name: str) -> BadWords:
    text = _("{name} is a very large picture. Take a smaller one: a logo prints 1 cm high.")
    return BadWords(text.format(name=shown(name)))
