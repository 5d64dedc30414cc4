"""The fonts that paper is set in: which file, which characters, and which face helps out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import uharfbuzz as hb

from cxworkshop import paths

# Names of faces are the names of their files in resources/fonts.
SANS = "CXWSans-Regular"
SEMI = "CXWSans-SemiBold"
HEAVY = "CXWSans-ExtraBold"
SERIF = "CXWSerif-Italic"

# Where a face has no glyph, the next one in its row is asked.
_HELPERS = {SANS: (SERIF,), SEMI: (SANS, SERIF), HEAVY: (SANS, SERIF), SERIF: (SANS,)}


def chain(face: str) -> tuple[str, ...]:
    """The face and those that help out, in the order in which they are asked."""
    return (face, *_HELPERS[face])


def path(face: str) -> Path:
    """The face's TrueType file."""
    return paths.resource("fonts", f"{face}.ttf")


@cache
def opened(face: str) -> hb.Font:
    """The face, ready to shape with. Measured in units of the em, 1,000 in all our files."""
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(path(face)))))


@cache
def coverage(face: str) -> frozenset[str]:
    """The characters that the face has a glyph for."""
    return frozenset(map(chr, opened(face).face.unicodes))
