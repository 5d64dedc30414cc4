"""The rules of PDF/A-2a and PDF/UA-1 that files like ours could break, as a checker would try them.

veraPDF is in no registry of Python; where its rules concern nothing that we write (pictures,
annotations, forms, embedded files, halftones), it is enough that there is no such thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from fontTools.ttLib import TTFont
from pypdf import PdfReader

from cxworkshop.sheets.layout.xmp_names import RDF, VOCABULARIES

CATALOG = {
    *("/Type", "/Pages", "/Outlines", "/PageMode", "/Lang", "/ViewerPreferences"),
    *("/StructTreeRoot", "/MarkInfo", "/Metadata", "/OutputIntents"),
}  # so no form, no script, no action, no attachment, no layer
PAGE = {
    *("/Type", "/Parent", "/Contents", "/MediaBox", "/Resources", "/Rotate", "/StructParents"),
    *("/Tabs", "/Trans"),
}  # so no annotation, no action, no group
RESOURCES = {"/Font", "/ProcSet"}  # so no picture, no transparency, no spot colour
KNOWN_TO_PDF_A = {"dc", "xmp", "pdf", "pdfaid", "pdfaExtension", "pdfaSchema", "pdfaProperty"}
TEXT_LIMIT, NESTED = 32767, 28  # bytes of a string, and saved graphics states (19005-2, 6.1.13)
OPERATOR = re.compile(
    rb"(?<![^\s\]>])(BDC|BMC|EMC|q|Q|TJ|Tj|S|s|f\*?|B\*?|b\*?|sh|Do|gs|cs|CS|k|K|ri)(?=\s|$)"
)
PAINTS = {b"TJ", b"Tj", b"S", b"s", b"f", b"f*", b"B", b"B*", b"b", b"b*"}
FOREIGN = {b"sh", b"Do", b"gs", b"cs", b"CS", b"k", b"K", b"ri"}


def broken(data: bytes, reader: PdfReader) -> list[str]:
    """What a file breaks; empty if it breaks nothing."""
    root = reader.trailer["/Root"]
    found = [*_file(data, reader), *_catalog(root), *_colours(root), *_described(reader)]
    for number, page in enumerate(reader.pages, 1):
        found += [f"page {number}: {rule}" for rule in _page(page)]
    for name, font in _fonts(reader):
        found += [f"font {name}: {rule}" for rule in _font(font)]
    return [*found, *_tree(root["/StructTreeRoot"]["/K"])]


def _file(data: bytes, reader: PdfReader) -> Iterator[str]:
    first, second = data.split(b"\n", 2)[:2]
    if not re.fullmatch(rb"%PDF-1\.[0-7]", first) or min(second[1:5]) < 128:
        yield "its head does not say that it is binary"
    if not data.endswith(b"%%EOF\n"):
        yield "something stands after its end"
    if re.search(rb"[^\r\n]endstream", data):
        yield "no line ends before the end of a stream"
    if "/Encrypt" in reader.trailer or "/ID" not in reader.trailer:
        yield "it is encrypted, or has no identifier"


def _catalog(root: Any) -> Iterator[str]:
    if root.keys() - CATALOG:
        yield f"the catalog has {root.keys() - CATALOG}"
    if not root.get("/Lang") or not root["/MarkInfo"]["/Marked"]:
        yield "no language, or not tagged"
    if not root["/ViewerPreferences"]["/DisplayDocTitle"]:
        yield "its title is not shown"


def _colours(root: Any) -> Iterator[str]:
    (intent,) = root["/OutputIntents"]
    profile = intent["/DestOutputProfile"].get_object().get_data()
    if intent["/S"] != "/GTS_PDFA1" or int.from_bytes(profile[:4], "big") != len(profile):
        yield "no output intent of PDF/A, or its profile is cut"
    if profile[12:20] != b"mntrRGB " or profile[36:40] != b"acsp" or profile[8] > 4:
        yield "its profile does not explain RGB"


def _described(reader: PdfReader) -> Iterator[str]:
    packet = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    said = ElementTree.fromstring(packet.encode())
    names = {**VOCABULARIES, "rdf": RDF}
    one = {path: said.findtext(f".//{path}", "", names) for path in names_of(said)}
    described = {one.get("pdfaSchema:prefix")}
    if used := {path.partition(":")[0] for path in one} - KNOWN_TO_PDF_A - described:
        yield f"its metadata has undescribed properties of {used}"
    claims = [one.get(path) for path in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")]
    if claims != ["2", "A", "1"]:
        yield f"it claims {claims}"
    info, item = reader.metadata, ".//{}//rdf:li"
    pairs = (
        (info["/Title"], said.findtext(item.format("dc:title"), None, names)),
        (info["/Author"], said.findtext(item.format("dc:creator"), None, names)),
        (info["/Creator"], one["xmp:CreatorTool"]),
        (info["/Producer"], one["pdf:Producer"]),
        (info["/CreationDate"][2:10], one["xmp:CreateDate"][:10].replace("-", "")),
        (info["/ModDate"][2:10], one["xmp:ModifyDate"][:10].replace("-", "")),
        (info["/Trapped"][1:], one["pdf:Trapped"]),
    )
    for written, in_xmp in pairs:
        if written != in_xmp:
            yield f"it says {written!r}, and in its metadata {in_xmp!r}"


def names_of(said: ElementTree.Element) -> set[str]:
    """The names of all properties, with the short name of their vocabulary."""
    short = {name: short for short, name in VOCABULARIES.items()}
    tags = (element.tag[1:].split("}") for element in said.iter() if element.tag[0] == "{")
    return {f"{short[name]}:{tag}" for name, tag in tags if name in short}


def _page(page: Any) -> Iterator[str]:
    if page.keys() - PAGE or page["/Resources"].keys() - RESOURCES:
        yield f"it has {page.keys() - PAGE}, {page['/Resources'].keys() - RESOURCES}"
    marked = saved = deepest = 0
    for operator in OPERATOR.findall(page.get_contents().get_data()):
        marked += (operator in {b"BDC", b"BMC"}) - (operator == b"EMC")
        saved += (operator == b"q") - (operator == b"Q")
        deepest = max(deepest, saved)
        if operator in PAINTS and not marked:
            yield f"{operator!r} is neither tagged nor an artifact"
        if operator in FOREIGN:
            yield f"it has {operator!r}"
    if marked or saved or deepest > NESTED:
        yield f"open at its end: {marked} marks, {saved} states; {deepest} states deep"


def _fonts(reader: PdfReader) -> Iterator[tuple[str, Any]]:
    fonts = reader.pages[0]["/Resources"]["/Font"]  # every page has those of the whole file
    yield from ((name, font.get_object()) for name, font in fonts.items())


def _font(font: Any) -> Iterator[str]:
    if (font["/Subtype"], font["/Encoding"]) != ("/Type0", "/Identity-H"):
        yield "not of Type 0"
    inner = font["/DescendantFonts"][0].get_object()
    program = inner["/FontDescriptor"].get_object()["/FontFile2"].get_object().get_data()
    outlines = TTFont(BytesIO(program), lazy=True)
    to_glyph = inner["/CIDToGIDMap"].get_object().get_data()
    glyphs = [int.from_bytes(to_glyph[at : at + 2], "big") for at in range(0, len(to_glyph), 2)]
    if not all(glyphs[1:]) or max(glyphs) >= outlines["maxp"].numGlyphs:
        yield "it shows .notdef, or glyphs that are not there"
    scale, order = 1000 / outlines["head"].unitsPerEm, outlines.getGlyphOrder()
    advances = [outlines["hmtx"][order[glyph]][0] * scale for glyph in glyphs]
    _first, widths = inner["/W"]
    wrong = [pair for pair in zip(advances, widths, strict=True) if abs(pair[0] - pair[1]) > 1]
    if wrong[bool(wrong and wrong[0][1] == 0) :]:
        yield f"widths are not those of its program: {wrong[:3]}"
    unicode = font["/ToUnicode"].get_object().get_data().decode("ascii")
    blocks = unicode.partition("beginbfchar")[2]
    texts = re.findall(r"^<(\w{4})> <(\w*)>$", blocks, re.MULTILINE)
    if {int(code, 16) for code, _text in texts} != set(range(1, len(glyphs))):
        yield "not every code has its text"
    if bad := [text for _code, text in texts if re.match(r"^(0000|FEFF|FFFE|)$", text)]:
        yield f"texts that are none: {bad}"


def _tree(node: Any, level: int = 0) -> Iterator[str]:
    """Headings that skip a level, and strings that are too long."""
    for element in _elements(node):
        role, actual = element["/S"], element.get("/ActualText", "")
        if re.fullmatch(r"/H\d", role):
            if int(role[2]) > level + 1:
                yield f"a heading {role} after one of level {level}"
            level = int(role[2])
        if len(actual) * 2 + 2 > TEXT_LIMIT:
            yield f"a text of {len(actual)} letters"


def _elements(node: Any) -> Iterator[Any]:
    node = node.get_object()
    yield node
    for kid in node["/K"]:
        if not isinstance(kid, int):
            yield from _elements(kid)
