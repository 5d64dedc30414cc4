"""Parts of a packed file (ZIP), with limits that hold before anything is unpacked.

What the file says about sizes is not believed: the bytes that really come out are counted.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from cxworkshop.exchange.refusals import BrokenFile, LockedFile, TooManyParts, TooMuchInside
from cxworkshop.progress import go_on

MAX_PARTS = 2_000
MAX_UNPACKED = 60_000_000  # bytes of all parts that are read; 20,000 rows take some ten million
_AT_ONCE = 1_000_000
_ENTRY = b"PK\x01\x02"  # of the directory
_ENCRYPTED = 1  # a flag of an entry
_BROKEN = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    RuntimeError,
)
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([^"'>]*)""")


class Package:
    """A packed file of which single parts are read."""

    def __init__(self, data: bytes) -> None:
        if data.count(_ENTRY) > MAX_PARTS:  # before its directory is laid out in memory
            raise TooManyParts(MAX_PARTS)
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise BrokenFile from None
        self._left = MAX_UNPACKED

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return self._zip.namelist()

    def part(self, name: str) -> bytes:
        """One part, unpacked; raises an ImportRefusal where it is missing, damaged or too large."""
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            raise BrokenFile from None
        if info.flag_bits & _ENCRYPTED:
            raise LockedFile
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise BrokenFile  # others may ask for gigabytes to unpack
        try:
            return self._unpacked(info)
        except _BROKEN:
            raise BrokenFile from None

    def xml(self, name: str) -> bytes:
        """One part that is XML as office programs write it: UTF-8, and without declarations."""
        data = self.part(name)
        named = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf").lstrip()[:300])
        if named and named[1].lower() not in (b"utf-8", b"utf8", b"us-ascii"):
            raise BrokenFile
        if b"\0" in data or _DOCTYPE.search(data):
            raise BrokenFile
        return data

    def _unpacked(self, info: ZipInfo) -> bytes:
        parts = []
        with self._zip.open(info) as part:
            while data := part.read(_AT_ONCE):
                go_on()
                self._left -= len(data)
                if self._left < 0:
                    raise TooMuchInside(MAX_UNPACKED // 1_000_000)
                parts.append(data)
        return b"".join(parts)
