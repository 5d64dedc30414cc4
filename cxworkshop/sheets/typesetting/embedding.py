"""Embed font subsets in a PDF, with a ToUnicode entry for every glyph.

A character code stands for a glyph together with its text, so that a ligature, the box for an
uncovered character and a letter of two glyphs can be searched and copied as they were typed.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from cxworkshop.sheets.typesetting.composites import Parts, composed
from cxworkshop.sheets.typesetting.fonts import opened
from cxworkshop.sheets.typesetting.glyphs import Glyph

_PER_BLOCK = 100  # entries of one beginbfchar, by the PDF specification (9.10.3)
_SYMBOLIC = 4  # font descriptor flag: the encoding is the font's own (PDF specification, table 121)
# Ascent and descent of the sans for every face: readers tell by them which words share a line.
_ASCENT, _DESCENT = 1069, -293
_UNNEEDED = ("GSUB", "GPOS", "GDEF", "BASE", "STAT", "name", "post", "OS/2", "cmap", "meta")
_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def embedded(canvas: Canvas, face: str) -> EmbeddedFace:
    """Return the face as embedded in this document; it is written when the document is saved."""
    faces: dict[str, EmbeddedFace] = canvas.__dict__.setdefault("cxw_faces", {})
    if face not in faces:
        faces[face] = EmbeddedFace(face, len(faces))
        canvas._doc.delayedFonts.append(faces[face])
    return faces[face]


class EmbeddedFace:
    """One face in one document. reportlab calls `addObjects` of everything in `delayedFonts`."""

    def __init__(self, face: str, place: int) -> None:
        self.name = f"CXW{place}"
        self._font = opened(face)
        self._base = f"CXWAA{chr(ord('A') + place)}+{face}"
        self._codes: dict[tuple[int, str, Parts], int] = {}
        self._letters: list[Glyph] = []
        self._written: dict[
            int, str
        ] = {}  # by id: hashing a glyph would cost more than all the rest
        self._alive: list[Glyph] = []  # keeps ids from being reused
        self._code(Glyph(face, 0, "", 0.0))

    def show(self, glyphs: Sequence[Glyph], size: float) -> str:
        """Return the operators that show these glyphs from the current text position."""
        try:
            row = [self._written[id(glyph)] for glyph in glyphs]
        except KeyError:
            row = [self._operator(glyph) for glyph in glyphs]
        codes = "".join(row).replace("><", "")
        return f"/{self.name} {size:g} Tf [{codes}] TJ"

    def _operator(self, glyph: Glyph) -> str:
        if id(glyph) not in self._written:
            self._written[id(glyph)] = self._encoded(glyph)
            self._alive.append(glyph)
        return self._written[id(glyph)]

    def _encoded(self, glyph: Glyph) -> str:
        """Return the glyph's code, with an adjustment if its advance is not its width."""
        adjustment = round(self._width(glyph) - glyph.advance, 3)  # never a number with an exponent
        return f"<{self._code(glyph):04X}>" + (f"{adjustment:g}" if adjustment else "")

    def _code(self, glyph: Glyph) -> int:
        code = self._codes.setdefault((glyph.number, glyph.text, glyph.parts), len(self._letters))
        if code == len(self._letters):
            self._letters.append(glyph)
        return code

    def _width(self, glyph: Glyph) -> float:
        if glyph.parts or not glyph.advance:
            return self._letters[self._code(glyph)].advance
        return float(self._font.get_glyph_h_advance(glyph.number) * 1000 / self._font.face.upem)

    def addObjects(self, document: pdfdoc.PDFDocument) -> None:  # noqa: N802
        """Write the font with the glyphs that were shown; called by reportlab."""
        program, numbers = self._program()
        to_glyph = b"".join(number.to_bytes(2, "big") for number in numbers)
        descendant = self._dictionary(
            Type=_name("Font"),
            Subtype=_name("CIDFontType2"),
            BaseFont=_name(self._base),
            CIDSystemInfo=pdfdoc.PDFDictionary(
                {
                    "Registry": pdfdoc.PDFString("Adobe"),
                    "Ordering": pdfdoc.PDFString("Identity"),
                    "Supplement": 0,
                }
            ),
            FontDescriptor=document.Reference(self._descriptor(document, program)),
            DW=1000,
            W=pdfdoc.PDFArray([0, pdfdoc.PDFArray(self._widths())]),
            CIDToGIDMap=_stream(document, to_glyph),
        )
        font = self._dictionary(
            Type=_name("Font"),
            Subtype=_name("Type0"),
            BaseFont=_name(self._base),
            Encoding=_name("Identity-H"),
            DescendantFonts=pdfdoc.PDFArray([document.Reference(descendant)]),
            ToUnicode=_stream(document, self._to_unicode().encode("ascii")),
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font)

    @staticmethod
    def _dictionary(**entries: Any) -> pdfdoc.PDFDictionary:
        return pdfdoc.PDFDictionary(entries)

    def _program(self) -> tuple[bytes, list[int]]:
        """Return the font program, and the glyph id in it of each code."""
        program, numbers = self._subset()
        composites = [letter for letter in self._letters if letter.parts]
        if composites:
            shown = tuple((letter.parts, letter.advance) for letter in composites)
            program = composed(program, shown, tuple(numbers.items()))
        count = itertools.count(len(set(numbers.values())))
        return program, [
            next(count) if letter.parts else numbers[letter.number] for letter in self._letters
        ]

    def _subset(self) -> tuple[bytes, dict[int, int]]:
        """Subset the font; return its program and the new glyph ids."""
        subset = hb.SubsetInput()
        for letter in self._letters:
            subset.glyph_set.update({letter.number, *(part[0] for part in letter.parts)})
        subset.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        for table in _UNNEEDED:
            subset.drop_table_tag_set.add(int.from_bytes(table.ljust(4).encode(), "big"))
        plan = hb.SubsetPlan(self._font.face, subset)
        return plan.execute().blob.data, dict(plan.old_to_new_glyph_mapping.items())

    def _descriptor(self, document: pdfdoc.PDFDocument, program: bytes) -> pdfdoc.PDFDictionary:
        return self._dictionary(
            Type=_name("FontDescriptor"),
            FontName=_name(self._base),
            Flags=_SYMBOLIC,
            FontBBox=pdfdoc.PDFArray([-1000, _DESCENT, 2500, _ASCENT]),
            ItalicAngle=-12 if "Italic" in self._base else 0,
            Ascent=_ASCENT,
            Descent=_DESCENT,
            CapHeight=714,
            StemV=80,
            FontFile2=_stream(document, program, Length1=len(program)),
        )

    def _widths(self) -> list[float]:
        return [self._width(letter) for letter in self._letters]

    def _to_unicode(self) -> str:
        rows = [
            f"<{code:04X}> <{letter.text.encode('utf-16-be').hex().upper()}>"
            for code, letter in enumerate(self._letters)
            if code
        ]
        blocks = [rows[at : at + _PER_BLOCK] for at in range(0, len(rows), _PER_BLOCK)]
        return _TO_UNICODE.format(blocks="\n".join(map(_block, blocks)))


def _block(rows: list[str]) -> str:
    return "\n".join((f"{len(rows)} beginbfchar", *rows, "endbfchar"))


def _name(text: str) -> pdfdoc.PDFName:
    return pdfdoc.PDFName(text)


def _stream(document: pdfdoc.PDFDocument, content: bytes, **entries: Any) -> Any:
    stream = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
    for key, value in entries.items():
        stream.dictionary[key] = value
    return document.Reference(stream)
