"""Open a picture from a telephone: upright, grey, and small enough for the memory of a laptop."""

from __future__ import annotations

import math
import struct
import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop.errors import BadWords
from cxworkshop.filenames import shown
from cxworkshop.i18n import _
from cxworkshop.store.disk.picture import bytes_of_picture

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = ("JPEG", "PNG", "WEBP", "BMP")
_MOST_BYTES = 80 * 1024 * 1024
_MOST_PIXELS, _MOST_OF_A_JPEG = 60_000_000, 120_000_000  # a large JPEG is read at half its size
_ENOUGH = 13_000_000  # pixels: more take time and tell no more
_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"heif", b"mif1", b"msf1", b"avif", b"avis")


def open_picture(path: Path) -> Image:
    """The picture in grey, as it was held; raises a Refusal for whatever can't be read."""
    from PIL import Image, ImageOps

    data = bytes_of_picture(path, _MOST_BYTES, _too_large(path.name))
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        text = _(
            "{name} is a HEIC picture, which we can’t read. On the telephone, send it as JPEG: an "
            "iPhone takes JPEGs once Settings, Camera, Formats says Most Compatible."
        )
        raise BadWords(text.format(name=shown(path.name)))
    try:
        # Pillow warns of pictures that are large; how large they may be is said here.
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(data), "r", _FORMATS) as picture,
        ):
            _refuse_too_large(picture, path.name)
            return ImageOps.exif_transpose(_in_grey(picture))
    except Image.DecompressionBombError:
        raise _too_large(path.name) from None
    except (OSError, ValueError, SyntaxError, EOFError, struct.error):
        text = _("{name} is no picture that we can read. Take a JPEG or a PNG.")
        raise BadWords(text.format(name=shown(path.name))) from None


def _refuse_too_large(picture: Image, name: str) -> None:
    most = _MOST_OF_A_JPEG if picture.format == "JPEG" else _MOST_PIXELS
    if picture.width * picture.height > most:
        raise _too_large(name)


def _in_grey(picture: Image) -> Image:
    """The picture in grey, a large one smaller; what is transparent is white."""
    from PIL import Image

    share = math.sqrt(_ENOUGH / (picture.width * picture.height))
    if share < 1:
        picture.draft("L", (int(picture.width * share), int(picture.height * share)))
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        found = picture.convert("RGBA")
        paper = Image.new("RGBA", found.size, "white")
        paper.alpha_composite(found)
        grey = paper.convert("L")
    else:
        grey = picture.convert("L")
    grey.info.pop("transparency", None)
    share = math.sqrt(_ENOUGH / (grey.width * grey.height))
    if share >= 1:
        return grey
    return grey.resize(
        (round(grey.width * share), round(grey.height * share)), Image.Resampling.BOX
    )


def _too_large(name: str) -> BadWords:
    text = _("{name} is too large a picture. Take photos of 12 to 50 megapixels.")
    return BadWords(text.format(name=shown(name)))
