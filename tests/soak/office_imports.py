"""Office files that are small and would fill the memory, or are damaged: each is refused early.

What is packed is up to a thousand times as large as the file, and a few letters say that a cell
stands a million cells away.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from cxworkshop.exchange.readers import read
from cxworkshop.exchange.refusals import ImportRefusal
from tests.office_files import SHEET, docx, ods, ods_row, packed, paragraph, with_parts, xlsx
from tests.soak.heavy_imports import MB, Heavy, of, try_all
from tests.soak.table import Row
from tests.soak.window_imports import in_the_window

STRINGS = "xl/sharedStrings.xml"
ROWS = (("Id", "What should we do better?"), (1, "Open the door"), (2, "More chairs"))
OLD = Path(__file__).parents[1] / "files" / "imports" / "two-sheets.xls"
CELL = 'office:value-type="string"{}|x'


def sheet(end: bytes, times: int = 1, before: bytes = b"", after: bytes = b"") -> bytes:
    """A workbook with more at the end of its sheet."""
    return changed(SHEET, b"</sheetData>", before + end * times + after + b"</sheetData>")


def changed(part: str, old: bytes, new: bytes) -> bytes:
    return with_parts(xlsx(*ROWS), {part: lambda xml: xml.replace(old, new)})


def row(number: int, columns: int, cell: bytes = b'<c r="%s%d"><v>1</v></c>') -> bytes:
    places = (bytes([65 + n]) for n in range(columns))
    return b'<row r="%d">%s</row>' % (number, b"".join(cell % (at, number) for at in places))


def shared(length: int, times: int) -> bytes:
    """A text of this length in so many cells."""
    cells = (b'<row r="%d"><c r="A%d" t="s"><v>2</v></c></row>' % (n, n) for n in range(4, times))
    long = {STRINGS: lambda xml: xml.replace(b"Open", b"O" * length)}
    return with_parts(sheet(b"".join(cells)), long)


def full() -> bytes:
    """Many rows of marks beside words, as many as are taken."""
    words = b'<c r="M%d" t="str"><v>Please mend the door %d</v></c></row>'
    rows = (row(n, 12).replace(b"</row>", words % (n, n)) for n in range(4, 49_000))
    return sheet(b"".join(rows))


def zeros(part: str) -> bytes:
    return with_parts(xlsx(*ROWS) if part == SHEET else docx(""), {part: bytes(500 * MB)})


def of_workbooks() -> Iterator[Heavy]:
    """Sheets that become large, or take long to look through."""
    far = b'<row r="%d"><c r="%s%d"><v>1</v></c></row>'
    bare = b"<c><v>1</v></c>"
    ends: dict[str, tuple[object, ...]] = {
        "a cell at the end of all cells": (far % (1_048_576, b"XFD", 1_048_576),),
        "a cell far below": (far % (1_048_576, b"SF", 1_048_576),),
        "100,000 cells without a place": (bare, 100_000, b"<row>", b"</row>"),
        "wide rows without places": (b"<row>" + bare * 9_000 + b"</row>", 100),
        "a row that no sheet has": (b'<row r="4294967295">' + bare + b"</row>",),
        "spaces": (b" ", 49 * MB),
        "begun tags": (b"<c", 24 * MB),
        "open quotes": (b'<c a="', 8 * MB),
        "empty cells": (b'<c r="A3"/>', 4 * MB),
        "rows": (b"<row/>", 8 * MB),
    }
    for what, end in ends.items():
        yield Heavy(f"a sheet with {what}", of(sheet, *end), "list.xlsx")
    yield Heavy("640,000 cells", of(full), "list.xlsx")
    yield Heavy("zeros", of(zeros, SHEET), "list.xlsx")
    yield Heavy("one text 40,000 times", of(shared, 90_000, 40_000), "list.xlsx")
    yield Heavy("a text of 30 MB", of(shared, 30 * MB, 5), "list.xlsx")
    entities = b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst'
    yield Heavy("entities", of(changed, STRINGS, b"<sst", entities), "list.xlsx")
    sheets = b"".join(
        b'<sheet name="s%d" sheetId="%d" r:id="rId1"/>' % (n, n) for n in range(9_000)
    )
    many = (changed, "xl/workbook.xml", b"</sheets>", sheets + b"</sheets>")
    yield Heavy("9,000 sheets that are one", of(*many), "list.xlsx")
    yield Heavy("60,000 parts", of(packed, {f"p{n}": "" for n in range(60_000)}), "list.xlsx")
    yield Heavy("a file cut short", of(lambda: full()[:-9_000]), "list.xlsx")
    yield Heavy("an old file cut short", of(lambda: OLD.read_bytes()[:3_000]), "list.xls")


def document(part: str, times: int, before: str = "", after: str = "") -> bytes:
    """A document of a part that returns, with its number in place of `#`."""
    if "#" in part:
        return docx(before + " ".join(part.replace("#", f"a{n}") for n in range(times)) + after)
    return docx(before + part * times + after)


def of_documents() -> Iterator[Heavy]:
    """Documents and OpenDocument sheets that become large."""
    bodies: dict[str, tuple[object, ...]] = {
        "empty paragraphs": ("<w:p/>", 8 * MB),
        "elements": ("<a/>", 12 * MB),
        "line breaks": ("<w:br/>", 7 * MB, "<w:p><w:r>", "</w:r></w:p>"),
        "a text": ("x", 50 * MB, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>"),
        "depth": ("<w:p>", 8 * MB),
        "60,000 answers": (paragraph("Mend the door"), 60_000),
        "attributes": ('#=""', 2 * MB, "<w:p ", "/>"),
    }
    for what, body in bodies.items():
        yield Heavy(f"a document of {what}", of(document, *body), "list.docx")
    yield Heavy("zeros", of(zeros, "word/document.xml"), "list.docx")
    often, wide = 'table:number-rows-repeated="1048576"', ' table:number-columns-repeated="900"'
    rows = {
        "cells that return": ods_row(CELL.format(wide), attributes=often),
        "a column far away": ods_row('table:number-columns-repeated="99999999"|', CELL.format("")),
        "rows": "<table:table-row/>" * (2 * MB),
        "a text that returns": ods_row("x" * 90_000, attributes=often.replace("1048576", "40000")),
        "spaces": ods_row('<text:s text:c="99999999"/>' * MB),
    }
    for what, cells in rows.items():
        yield Heavy(f"an OpenDocument sheet of {what}", of(ods, cells), "list.ods")


def run(count: int, seed: int) -> list[Row]:
    """All of them by the command and in the window, then so many damaged files."""
    kinds = [*of_workbooks(), *of_documents()]
    chosen = kinds if count >= len(kinds) else random.Random(seed).sample(kinds, count)
    what = "office files that are too much"
    by_command = try_all(chosen, f"{what}, by the command")
    return [by_command, in_the_window(chosen, f"{what}, in the window"), damaged(count, seed)]


def damaged(count: int, seed: int) -> Row:
    """Good files with some bytes changed, packed or not: a refusal, or a table."""
    chance, wrong, taken = random.Random(seed), list[str](), 0
    body = paragraph("What went well?") + paragraph("Open the door", is_item=True)
    good: list[tuple[bytes, bool]] = [
        (xlsx(*ROWS), True),
        (docx(body), True),
        (ods(ods_row("Id", "Answer") + ods_row("1", "Open the door")), True),
        (OLD.read_bytes(), False),
    ]
    for number in range(count):
        data, is_packed = chance.choice(good)
        try:
            read(_hurt_inside(data, chance) if is_packed else _hurt(data, chance))
            taken += 1
        except ImportRefusal:
            pass
        except Exception as error:
            wrong.append(f"{number}: {error!r}")
    note = "; ".join(wrong[:5]) or f"{taken} were read all the same"
    return Row("damaged office files", count, len(wrong), note)


def _hurt_inside(data: bytes, chance: random.Random) -> bytes:
    part = chance.choice([SHEET, STRINGS, "word/document.xml", "content.xml", "xl/workbook.xml"])
    if part.encode() not in data:
        return _hurt(data, chance)
    return with_parts(data, {part: lambda xml: _hurt(xml, chance)})


def _hurt(data: bytes, chance: random.Random) -> bytes:
    hurt = bytearray(data)
    for _time in range(chance.choice((1, 2, 5, 20))):
        at = chance.randrange(len(hurt))
        changes: tuple[Callable[[], object], ...] = (
            lambda at=at: hurt.__setitem__(at, chance.randrange(256)),
            lambda at=at: hurt.__delitem__(slice(at, at + chance.randrange(1, 40))),
            lambda at=at: hurt.__setitem__(slice(at, at + 4), b"\xff\xff\xff\xff"),
            lambda at=at: hurt.__setitem__(slice(at, at), hurt[max(0, at - 40) : at]),
        )
        chance.choice(changes)()
    return bytes(hurt)
