"""How a kind of file is recognised: by its first bytes, a zipped one by a part inside it."""

from __future__ import annotations

import re
from collections.abc import Callable

Signature = Callable[[bytes, str], bool]  # of a file's bytes and its name

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<!--.{0,2000}?-->\s*)?"
    rb"<(?:\?xml\b|!doctype html|html\b|head\b|meta\b|table\b[^<>]{0,200}>\s*<(?:t[rhd]|thead|tbody"
    rb"|caption|col)|style\b)",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)*\{\s*"(?:[^"\\]|\\.){0,200}"\s*:')
_NESTED = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*){3}")
_JSON_ENDINGS = (".json", ".jsonl", ".ndjson", ".geojson")


def begins_with(*magic: bytes) -> Signature:
    """Match files that begin with one of these."""
    return lambda data, _name: data.startswith(magic)


def zipped(part: bytes = b"", *endings: str) -> Signature:
    """Match ZIP files with a part of this name, or whose own name has one of these endings.

    The names of the parts stand in the clear at the beginning and at the end of a ZIP file.
    Without arguments it matches any ZIP file.
    """

    def matches(data: bytes, name: str) -> bool:
        if not data.startswith(_ZIP):
            return False
        has_part = part in data[:4000] or part in data[-8000:]
        return has_part or bool(endings and name.casefold().endswith(endings))

    return matches


def named(*endings: str) -> Signature:
    """Match text files by their names' endings."""
    return lambda data, name: name.casefold().endswith(endings) and b"\0" not in data[:4000]


def is_markup(data: bytes, _name: str) -> bool:
    """Match web pages, also those that are called .xls, and other XML."""
    return bool(_MARKUP.match(data[:4000].replace(b"\0", b"")))


def is_json(data: bytes, name: str) -> bool:
    """Match JSON, and JSON in lines: by an object's first key, by nested lists, or by its name."""
    head = data[:4000]
    if name.casefold().endswith(_JSON_ENDINGS) and head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (
        b"{",
        b"[",
    ):
        return True
    return bool(_JSON.match(head) or _NESTED.match(head))


def any_file(_data: bytes, _name: str) -> bool:
    """Match every file."""
    return True
