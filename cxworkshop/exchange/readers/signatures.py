"""How a kind of file is recognised: by its first bytes, a zipped one by a part inside it."""

from __future__ import annotations

from collections.abc import Callable

Signature = Callable[[bytes, str], bool]  # of a file's bytes and its name

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def begins_with(magic: bytes) -> Signature:
    """Match files that begin with these bytes."""
    return lambda data, _name: data.startswith(magic)


def zipped(part: bytes = b"", extension: str = "") -> Signature:
    """Match ZIP files with a part of this name, or with this file extension.

    The names of the parts stand in the clear at the beginning and at the end of a ZIP file.
    Without arguments it matches any ZIP file.
    """

    def matches(data: bytes, name: str) -> bool:
        if not data.startswith(_ZIP):
            return False
        has_part = part in data[:4000] or part in data[-8000:]
        return has_part or bool(extension and name.casefold().endswith(extension))

    return matches


def any_file(_data: bytes, _name: str) -> bool:
    """Match every file."""
    return True
