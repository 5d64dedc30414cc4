"""Excel's packed files (.xlsx, .xlsm) made plain: the sheets alone, each looked at before.

What the other reader gets is packed anew, with a table of contents of our own, so that it sees no
other bytes than those whose size in memory was found out.
"""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple
from xml.etree import ElementTree
from zipfile import ZipFile, ZipInfo

from cxworkshop.exchange.readers.limits import MAX_CELLS
from cxworkshop.exchange.readers.packed import Package
from cxworkshop.exchange.readers.sheet_bounds import (
    hidden_rows,
    refuse_large_sheet,
    string_sizes,
)
from cxworkshop.exchange.refusals import BrokenFile, NoSuchSheet, TooManyCells

MAX_SHEETS = 100
_MAX_CONTENTS = 1_000_000  # bytes of the list of sheets
_SHARED = ("sharedStrings", "styles")  # parts that all sheets share
_WORKBOOK = "xl/workbook.xml"


class _Link(NamedTuple):
    """Another part, and what it is, by a name that is compared letter by letter."""

    kind: str
    part: str


class _Listed(NamedTuple):
    name: str
    link: _Link
    is_hidden: bool


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
    links, root = _links(package, main.part), _contents(package, main.part)
    listed = list(_listed(root, links))
    chosen = [sheet for sheet in listed if not wanted or is_named(sheet.name, wanted)]
    if wanted and not chosen:
        raise NoSuchSheet(wanted, [sheet.name for sheet in listed])
    plain = PlainWorkbook()
    with ZipFile(plain.file, "w") as file:
        packing = _Packing(package, file, main)
        packing.write_shared(links)
        plain.sheets += packing.written(chosen)
        packing.write_contents(is_1904=_is_1904(root))
    plain.file.seek(0)
    return plain


class _Packing:
    """Writes the plain file: parts as they were looked at, behind contents of our own."""

    def __init__(self, package: Package, file: ZipFile, main: _Link) -> None:
        self._package, self._file, self._main = package, file, main
        self._links: dict[str, _Link] = {}
        self._sizes: list[int] = []  # of the texts that all sheets share

    def write_shared(self, links: Mapping[str, _Link]) -> None:
        """Write the texts and formats that the sheets point to."""
        for kind in _SHARED:
            if kind in links:
                xml = self._package.xml(links[kind].part)
                self._sizes = string_sizes(xml) if kind == "sharedStrings" else self._sizes
                self._write(kind, links[kind].kind, f"{kind}.xml", xml)

    def written(self, chosen: Sequence[_Listed]) -> Iterator[SheetPart]:
        """Write each sheet in which something stands."""
        cells = number = 0
        for sheet in chosen:
            xml = self._package.xml(sheet.link.part)
            found = refuse_large_sheet(xml, self._sizes, sheet.name)
            cells += found.cells
            if cells > MAX_CELLS:
                raise TooManyCells(MAX_CELLS)
            if found.cells:
                self._write(f"s{number}", sheet.link.kind, f"worksheets/sheet{number}.xml", xml)
                yield SheetPart(sheet.name, number, sheet.is_hidden, tuple(hidden_rows(xml)))
                number += 1

    def write_contents(self, *, is_1904: bool) -> None:
        """Write where everything stands."""
        keys = [key for key in self._links if key not in _SHARED]
        listed = "".join(f'<sheet name="{key}" sheetId="{key[1:]}" r:id="{key}"/>' for key in keys)
        start = f'<workbook><workbookPr date1904="{int(is_1904)}"/>'
        self._file.writestr(ZipInfo(_WORKBOOK), f"{start}<sheets>{listed}</sheets></workbook>")
        self._file.writestr(ZipInfo("xl/_rels/workbook.xml.rels"), _linked(self._links))
        root = {"w": _Link(self._main.kind, _WORKBOOK)}
        self._file.writestr(ZipInfo("_rels/.rels"), _linked(root))

    def _write(self, key: str, kind: str, target: str, xml: bytes) -> None:
        self._links[key] = _Link(kind, target)
        self._file.writestr(ZipInfo(f"xl/{target}"), xml)


def is_named(name: str, wanted: str) -> bool:
    """Whether a sheet is the one that is wanted."""
    return name.strip().casefold() == wanted.strip().casefold()


def _contents(package: Package, name: str) -> ElementTree.Element:
    xml = package.xml(name)
    if len(xml) > _MAX_CONTENTS:
        raise BrokenFile
    try:
        return ElementTree.fromstring(xml)  # noqa: S314 - small, and without declarations
    except ElementTree.ParseError:
        raise BrokenFile from None


def _main_part(package: Package) -> _Link:
    """Where the list of sheets stands."""
    for link in _contents(package, "_rels/.rels"):
        kind = link.get("Type", "")
        if kind.endswith("/officeDocument"):
            return _Link(kind, posixpath.normpath(link.get("Target", "")).lstrip("/"))
    raise BrokenFile


def _links(package: Package, main: str) -> dict[str, _Link]:
    """The sheets by their links' ids, and the parts that there is one of by their kind."""
    folder, name = posixpath.split(main)
    found: dict[str, _Link] = {}
    for link in _contents(package, f"{folder}/_rels/{name}.rels".lstrip("/")):
        target = posixpath.normpath(posixpath.join(folder, link.get("Target", "")))
        kind = link.get("Type", "")
        short = kind.rpartition("/")[2]
        key = link.get("Id", "") if short == "worksheet" else short
        found.setdefault(key, _Link(kind, target.lstrip("/")))
    return found


def _listed(root: ElementTree.Element, links: Mapping[str, _Link]) -> Iterator[_Listed]:
    """The sheets of cells, in order."""
    seen: set[str] = set()
    for sheet in root.iter():
        if not sheet.tag.endswith("}sheet"):
            continue
        ids = (value for key, value in sheet.attrib.items() if key.endswith("}id"))
        link = links.get(next(ids, ""))
        if link is not None and link.part not in seen and len(seen) < MAX_SHEETS:
            seen.add(link.part)
            is_hidden = sheet.get("state", "visible") != "visible"
            yield _Listed(sheet.get("name", ""), link, is_hidden)


def _is_1904(root: ElementTree.Element) -> bool:
    """Whether days are counted from 1904, as old Macs did."""
    found = (part for part in root.iter() if part.tag.endswith("}workbookPr"))
    return any(part.get("date1904") in ("1", "true") for part in found)


def _linked(links: Mapping[str, _Link]) -> str:
    listed = (
        f'<Relationship Id="{escape(key)}" Type="{escape(kind)}" Target="{escape(part)}"/>'
        for key, (kind, part) in links.items()
    )
    return f"<Relationships>{''.join(listed)}</Relationships>"
