"""One entry of a zip file, of a day that a zip file can hold."""

from __future__ import annotations

from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_YEAR, _LAST_YEAR = 1980, 2107


def put(archive: ZipFile, name: str, data: bytes, day: date) -> None:
    """Add it with this day, not the computer's: `ZipFile` fails on one whose clock has lost its
    battery and says 1970."""
    year = min(max(day.year, _FIRST_YEAR), _LAST_YEAR)
    about = ZipInfo(name, (year, day.month, min(day.day, 28), 0, 0, 0))
    about.compress_type = ZIP_DEFLATED
    archive.writestr(about, data)
