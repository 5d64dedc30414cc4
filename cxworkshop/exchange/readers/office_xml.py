"""Walk through the XML of an office file, element by element, without building a tree of it."""

from __future__ import annotations

from typing import Protocol
from xml.parsers import expat

from cxworkshop.exchange.refusals import BrokenFile
from cxworkshop.progress import go_on

Attributes = dict[str, str]

_MAX_DEPTH = 300
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
    """Tell the handler of all elements; raises BrokenFile."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def begin(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            raise BrokenFile
        handler.begin(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(_local(name))

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = handler.text
    try:
        for at in range(0, len(xml), _AT_ONCE):
            go_on()
            parser.Parse(xml[at : at + _AT_ONCE])
        parser.Parse(b"", True)  # noqa: FBT003 - Qt and expat take no keyword here
    except expat.ExpatError:
        raise BrokenFile from None


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
