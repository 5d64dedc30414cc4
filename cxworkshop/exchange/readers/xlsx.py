"""Excel's packed files (.xlsx, .xlsm) made plain: the sheets alone, each looked at before.

What the other reader gets is packed anew, with a table of contents of our own, so that it sees no
other bytes than those whose size in memory was found out.
"""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree
from zipfile import ZipFile, ZipInfo

from cxworkshop.exchange.readers.packed import Package
from cxworkshop.exchange.readers.sheet_bounds import (
    hidden_rows,
    refuse_large_sheet,
    string_sizes,
)
from cxworkshop.exchange.refusals import DamagedFile, NoSuchSheet, TooManyCells
from cxworkshop.exchange.readers.limits import MAX_CELLS

MAX_SHEETS = 100
_MAX_CONTENTS = 1_000_000  # bytes of the list of sheets
_SHARED = ("sharedStrings", "styles")  # parts that all sheets share
_WORKBOOK = "xl/workbook.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKED_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True)
class SheetPart:
    """One sheet: its name, its number in the plain file from 0, and whether people see it."""

    name: str
    number: int
    is_hidden: bool
    hidden_rows: tuple[int, ...] = ()


@dataclass
class PlainWorkbook:
    """The sheets with something in them, and a file that holds them alone."""

    sheets: list[SheetPart] = field(default_factory=list)
    file: io.BytesIO = field(default_factory=io.BytesIO)


def plain_xlsx(data: bytes, wanted: str) -> PlainWorkbook:
    """Look at the sheets, or at the one that is wanted; raises an ImportRefusal."""
    package = Package(data)
    main = _main_part(package)
    links, root = _links(package, main), _contents(package, main)
    listed = list(_listed(root, links))
    chosen = [sheet for sheet in listed if not wanted or _is_named(sheet[0], wanted)]
    if wanted and not chosen:
        raise NoSuchSheet(wanted, [name for name, _part, _hidden in listed])
    plain = PlainWorkbook()
    with ZipFile(plain.file, "w") as file:
        sizes: list[int] = []
        for kind in _SHARED:
            part = links.get(kind)
            xml = package.xml(part) if part else None
            if xml is not None:
                file.writestr(ZipInfo(f"xl/{kind}.xml"), xml)
                sizes = string_sizes(xml) if kind == "sharedStrings" else sizes
        plain.sheets += _copied(package, chosen, sizes, file)
        _write_contents(file, len(plain.sheets), is_1904=_is_1904(root))
    plain.file.seek(0)
    return plain


def _is_named(name: str, wanted: str) -> bool:
    return name.strip().casefold() == wanted.strip().casefold()


def _copied(
    package: Package, chosen: list[tuple[str, str, bool]], sizes: list[int], file: ZipFile
) -> Iterator[SheetPart]:
    cells = number = 0
    for name, part, is_hidden in chosen:
        xml = package.xml(part)
        found = refuse_large_sheet(xml, sizes, name)
        cells += found.cells
        if cells > MAX_CELLS:
            raise TooManyCells(MAX_CELLS)
        if found.cells:
            file.writestr(ZipInfo(f"xl/worksheets/sheet{number + 1}.xml"), xml)
            yield SheetPart(name, number, is_hidden, tuple(hidden_rows(xml)))
            number += 1


def _contents(package: Package, name: str) -> ElementTree.Element:
    xml = package.xml(name)
    if len(xml) > _MAX_CONTENTS:
        raise DamagedFile
    try:
        return ElementTree.fromstring(xml)
    except ElementTree.ParseError:
        raise DamagedFile from None


def _main_part(package: Package) -> str:
    """Where the list of sheets stands: nearly always at the same place."""
    if "_rels/.rels" not in package.names:
        return _WORKBOOK
    for link in _contents(package, "_rels/.rels"):
        if link.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(link.get("Target", "")).lstrip("/")
    return _WORKBOOK


def _links(package: Package, main: str) -> dict[str, str]:
    """The parts by their links' ids, and those that there is one of by their kind."""
    folder, name = posixpath.split(main)
    found: dict[str, str] = {}
    for link in _contents(package, f"{folder}/_rels/{name}.rels"):
        target = posixpath.normpath(posixpath.join(folder, link.get("Target", "")))
        kind = link.get("Type", "").rpartition("/")[2]
        key = link.get("Id", "") if kind == "worksheet" else kind
        found.setdefault(key, target.lstrip("/"))
    return found


def _listed(root: ElementTree.Element, links: dict[str, str]) -> Iterator[tuple[str, str, bool]]:
    """Name and part of each sheet of cells, in order, and whether it is hidden."""
    seen: set[str] = set()
    for sheet in root.iter():
        if not sheet.tag.endswith("}sheet"):
            continue
        ids = (value for key, value in sheet.attrib.items() if key.endswith("}id"))
        part = links.get(next(ids, ""))
        if part is not None and part not in seen and len(seen) < MAX_SHEETS:
            seen.add(part)
            state = sheet.get("state", "visible")
            yield sheet.get("name", ""), part, state != "visible"


def _is_1904(root: ElementTree.Element) -> bool:
    """Whether days are counted from 1904, as old Macs did."""
    found = (part for part in root.iter() if part.tag.endswith("}workbookPr"))
    return any(part.get("date1904") in ("1", "true") for part in found)


def _write_contents(file: ZipFile, sheets: int, *, is_1904: bool) -> None:
    numbers = range(1, sheets + 1)
    listed = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="s{n}"/>' for n in numbers)
    workbook = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><workbookPr date1904="{int(is_1904)}"/>'
        f"<sheets>{listed}</sheets></workbook>"
    )
    parts = {f"s{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in numbers}
    parts |= {kind: (kind, f"{kind}.xml") for kind in _SHARED}
    file.writestr(ZipInfo("_rels/.rels"), _linked({"w": ("officeDocument", _WORKBOOK)}))
    file.writestr(ZipInfo(_WORKBOOK), workbook)
    file.writestr(ZipInfo("xl/_rels/workbook.xml.rels"), _linked(parts))


def _linked(parts: Mapping[str, tuple[str, str]]) -> str:
    links = (
        f'<Relationship Id="{key}" Type="{_LINKS}/{kind}" Target="{target}"/>'
        for key, (kind, target) in parts.items()
    )
    return f'<Relationships xmlns="{_PACKED_LINKS}">{"".join(links)}</Relationships>'
