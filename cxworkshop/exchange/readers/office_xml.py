"""Walk through the XML of an office file, element by element, without building a tree of it."""

from __future__ import annotations

import re
from typing import Protocol
from xml.parsers import expat

from cxworkshop.exchange.refusals import BrokenFile, TooManyRows
from cxworkshop.limits import MOST_ANSWERS
from cxworkshop.progress import go_on

Attributes = dict[str, str]

_MAX_DEPTH = 300
_MAX_ELEMENTS = 1_200_000  # 50,000 answers of a Word document take two thirds
_MAX_ATTRIBUTES = 4_000_000
_ENDLESS = re.compile(rb"<[^<]{400000}")  # a tag or a text
_AT_ONCE = 200_000  # bytes between two looks whether to go on


class ElementHandler(Protocol):
    """What hears of each element, by its local name, and of the words between them."""

    def begin(self, name: str, attributes: Attributes) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Words stand here."""


def walk(xml: bytes, handler: ElementHandler) -> None:
    """Tell the handler of all elements; raises BrokenFile, or TooManyRows."""
    _refuse_large(xml)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    local, depth = _LocalNames(), 0

    def begin(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            raise BrokenFile
        handler.begin(local[name], {local[key]: value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(local[name])

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = handler.text
    try:
        for at in range(0, len(xml), _AT_ONCE):
            go_on()
            parser.Parse(xml[at : at + _AT_ONCE])
        parser.Parse(b"", True)  # noqa: FBT003 - expat takes no keyword here
    except expat.ExpatError:
        raise BrokenFile from None


def _refuse_large(xml: bytes) -> None:
    if xml.count(b"<") > 2 * _MAX_ELEMENTS or xml.count(b"=") > _MAX_ATTRIBUTES:
        raise TooManyRows(MOST_ANSWERS)
    if _ENDLESS.search(xml):
        raise BrokenFile


class _LocalNames(dict[str, str]):
    """Names without their namespaces; there are few different ones."""

    def __missing__(self, name: str) -> str:
        local = self[name] = name.rpartition(" ")[2]
        return local
