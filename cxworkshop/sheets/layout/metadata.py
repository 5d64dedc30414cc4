"""XMP metadata and output intent of a PDF: PDF/UA-1 and PDF/A-2a ask for both."""

from __future__ import annotations

from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from cxworkshop.sheets.layout.srgb import srgb_profile
from cxworkshop.sheets.layout.xmp_names import PDF_UA, RDF, VOCABULARIES

_DECLARED = " ".join(f'xmlns:{short}="{name}"' for short, name in VOCABULARIES.items())
# PDF/A knows all of these vocabularies but that of PDF/UA, which has to be described.
_XMP = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}">
<rdf:Description rdf:about="" {_DECLARED}>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{{title}}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{{author}}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{{language}}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{{program}}</xmp:CreatorTool>
<xmp:CreateDate>{{day}}</xmp:CreateDate>
<xmp:ModifyDate>{{day}}</xmp:ModifyDate>
<pdf:Producer>{{program}}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{PDF_UA}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def xmp(*, title: str, author: str, language: str, program: str, day: date) -> bytes:
    """Return the packet. What it says must equal what the document's Info says."""
    said = {"title": title, "author": author, "language": language, "program": program}
    texts = {key: escape(text) for key, text in said.items()}
    return _XMP.format(**texts, day=f"{day:%Y-%m-%d}T00:00:00+00:00").encode()


def describe(document: pdfdoc.PDFDocument, packet: bytes) -> None:
    """Put the packet and the meaning of our colours into the document's catalog."""
    catalog = document.Catalog
    catalog.Metadata = _stream(packet, filters=[], Type=_name("Metadata"), Subtype=_name("XML"))
    profile = _stream(srgb_profile(), filters=[pdfdoc.PDFZCompress], N=3)
    intent = {
        "Type": _name("OutputIntent"),
        "S": _name("GTS_PDFA1"),
        "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
        "Info": pdfdoc.PDFString("sRGB"),
        "DestOutputProfile": document.Reference(profile),
    }
    catalog.__NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])


def _stream(content: bytes, filters: list[Any], **entries: Any) -> pdfdoc.PDFStream:
    stream = pdfdoc.PDFStream(content=content, filters=filters)
    for key, value in entries.items():
        stream.dictionary[key] = value
    return stream


def _name(text: str) -> pdfdoc.PDFName:
    return pdfdoc.PDFName(text)
