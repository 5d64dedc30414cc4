"""Write the objects of a document as a file, most of them packed into compressed object streams.

Half of a tagged file is its structure tree, which reportlab writes uncompressed, an object at a
time. It also leaves out the line end before `endstream`, which PDF/A asks for.
"""

from __future__ import annotations

import struct
import zlib
from functools import partial

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from cxworkshop.compat import override

_LEVEL = 5  # of zlib for pages: a file is 1 % larger than with its own, in half the time
_TOGETHER = 200  # objects in a stream: to read one of them, a reader inflates them all
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # four bytes that no text has
_END = b"endstream\n"
_IN_FILE, _IN_STREAM = 1, 2  # kinds of entries of a cross-reference stream (ISO 32000-1, 7.5.8)


class _Deflate(pdfdoc.PDFStreamFilterZCompress):  # type: ignore[misc]  # reportlab has no types
    """What reportlab compresses pages and fonts with."""

    @override
    def encode(self, text: bytes | str) -> bytes:
        return zlib.compress(text.encode() if isinstance(text, str) else text, _LEVEL)


pdfdoc.PDFZCompress = _Deflate()


def file_of(canvas: Canvas) -> bytes:
    """Finish the document that was drawn on the canvas, and return its file."""
    document = canvas._doc
    document.format = partial(_packed, document)
    data: bytes = document.GetPDFData(canvas)
    return data


def _packed(document: pdfdoc.PDFDocument) -> bytes:
    file, number = _File(), 1
    while number in document.numberToId:  # writing an object may add others at the end
        made = document.idToObject[document.numberToId[number]]
        file.add(pdfdoc.format(made, document, toplevel=1))
        number += 1
    numbers = (document.idToObjectNumberAndVersion[each.__InternalName__][0]
               for each in (document.Catalog, document.info))  # fmt: skip
    return file.finish(document.signature.hexdigest(), *numbers)


class _File:
    """Takes objects in the order of their numbers."""

    def __init__(self) -> None:
        self._parts = [_HEAD]
        self._size = len(_HEAD)
        self._entries: list[tuple[int, int, int]] = [(0, 0, 65535)]  # of the free object 0
        self._loose: list[tuple[int, bytes]] = []

    def add(self, content: bytes) -> None:
        """Add the next object; what is no stream waits to be packed."""
        number = len(self._entries)
        if content.endswith(_END):
            self._write(number, content[: -len(_END)] + b"\n" + _END)
        else:
            self._entries.append((0, 0, 0))
            self._loose.append((number, content))

    def finish(self, identity: str, catalog: int, info: int) -> bytes:
        """Write what waits, and where everything is."""
        for at in range(0, len(self._loose), _TOGETHER):
            self._pack(self._loose[at : at + _TOGETHER])
        number, place = len(self._entries), self._size
        self._entries.append((_IN_FILE, place, 0))
        rows = b"".join(struct.pack(">BIH", *entry) for entry in self._entries)
        known = f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {catalog} 0 R/Info {info} 0 R"
        head = f"{known}/ID[<{identity}><{identity}>]"
        self._entries.pop()
        self._write(number, _stream(head, rows))
        self._parts.append(b"startxref\n%d\n%%%%EOF\n" % place)
        return b"".join(self._parts)

    def _pack(self, loose: list[tuple[int, bytes]]) -> None:
        holder, at, index = len(self._entries), 0, []
        for place, (number, content) in enumerate(loose):
            self._entries[number] = (_IN_STREAM, holder, place)
            index.append(f"{number} {at}")
            at += len(content) + 1
        first = " ".join(index).encode("ascii") + b"\n"
        head = f"/Type/ObjStm/N {len(loose)}/First {len(first)}"
        body = b"".join(content + b"\n" for _number, content in loose)
        self._write(holder, _stream(head, first + body))

    def _write(self, number: int, content: bytes) -> None:
        self._entries.append((_IN_FILE, self._size, 0))
        part = b"%d 0 obj\n%sendobj\n" % (number, content)
        self._parts.append(part)
        self._size += len(part)


def _stream(head: str, content: bytes) -> bytes:
    data = zlib.compress(content)
    entries = f"<<{head}/Filter/FlateDecode/Length {len(data)}>>\nstream\n"
    return entries.encode("ascii") + data + b"\n" + _END
