"""Write a REFI-QDA project (.qdpx), which QualCoder, NVivo, MAXQDA and others open.

The format is that of REFI-QDA 1.5 (qdasoftware.org), namespace urn:QDA-XML:project:1.0: a zip of
project.qde and the texts. Elements stand in the order of its schema.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring
from zipfile import ZipFile

from cxworkshop.exchange.xml_text import xml_text
from cxworkshop.exchange.zip_entry import put
from cxworkshop.progress import go_on

_NAMESPACE = "urn:QDA-XML:project:1.0"
_ORIGIN = "CX Workshop"


@dataclass(frozen=True)
class QdaCode:
    """A code, or with `children` a heading that codes stand under. Names are told apart by all."""

    key: str
    name: str
    colour: str = ""
    children: tuple[QdaCode, ...] = ()


@dataclass(frozen=True)
class QdaPassage:
    """Part of a source: its words, and the keys of its codes. Without codes it is only read."""

    key: str
    words: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class QdaSource:
    """One text. `kind` becomes the variable of its case."""

    key: str
    name: str
    kind: str
    passages: tuple[QdaPassage, ...]


@dataclass(frozen=True)
class QdaProject:
    """A whole project. What has the same `key` in projects of one `identity` has the same GUID."""

    name: str
    identity: str
    made_on: date
    kind_title: str
    codes: tuple[QdaCode, ...]
    sources: tuple[QdaSource, ...]


def qda_project(project: QdaProject) -> bytes:
    """The project as a .qdpx file; the same project gives the same bytes."""
    return _Writer(project).write()


class _Writer:
    def __init__(self, project: QdaProject) -> None:
        self._project = project
        self._when = f"{project.made_on:%Y-%m-%d}T00:00:00Z"
        self._user = self._guid("user")

    def write(self) -> bytes:
        data, day = BytesIO(), self._project.made_on
        with ZipFile(data, "w") as archive:
            put(archive, "project.qde", self._xml(), day)
            for source in self._project.sources:
                go_on()
                name = f"sources/{self._guid(source.key)}.txt"
                put(archive, name, _text(source.passages)[0].encode(), day)
        return data.getvalue()

    def _guid(self, *key: str) -> str:
        return str(uuid5(NAMESPACE_URL, "/".join((self._project.identity, *key))))

    def _xml(self) -> bytes:
        project = self._project
        root = Element(
            "Project",
            {
                "xmlns": _NAMESPACE,
                "name": xml_text(project.name),
                "origin": _ORIGIN,
                "creatingUserGUID": self._user,
                "creationDateTime": self._when,
            },
        )
        SubElement(SubElement(root, "Users"), "User", guid=self._user, name=_ORIGIN)
        self._write_codes(root)
        if any(source.kind for source in project.sources):
            variable = {"guid": self._kind, "name": xml_text(project.kind_title)}
            variable["typeOfVariable"] = "Text"
            SubElement(SubElement(root, "Variables"), "Variable", variable)
        if project.sources:
            self._write_cases(SubElement(root, "Cases"))
            self._write_sources(SubElement(root, "Sources"))
        written: bytes = tostring(root, "utf-8", xml_declaration=True)
        return written

    @property
    def _kind(self) -> str:
        return self._guid("variable", "kind")

    def _write_codes(self, root: Element) -> None:
        if self._project.codes:
            codes = SubElement(SubElement(root, "CodeBook"), "Codes")
            for code in self._project.codes:
                self._write_code(codes, code)

    def _write_code(self, parent: Element, code: QdaCode) -> None:
        about = {"guid": self._guid(code.key), "name": xml_text(code.name)}
        about["isCodable"] = "false" if code.children else "true"
        if code.colour:
            about["color"] = code.colour
        element = SubElement(parent, "Code", about)
        for child in code.children:
            self._write_code(element, child)

    def _write_cases(self, cases: Element) -> None:
        """A case for each customer: its variable, and its text."""
        for source in self._project.sources:
            about = {"guid": self._guid("case", source.key), "name": xml_text(source.name)}
            case = SubElement(cases, "Case", about)
            if source.kind:
                value = SubElement(case, "VariableValue")
                SubElement(value, "VariableRef", targetGUID=self._kind)
                SubElement(value, "TextValue").text = xml_text(source.kind)
            SubElement(case, "SourceRef", targetGUID=self._guid(source.key))

    def _write_sources(self, sources: Element) -> None:
        for source in self._project.sources:
            go_on(len(source.passages))
            guid = self._guid(source.key)
            about = {"guid": guid, "name": xml_text(source.name)}
            path = {"plainTextPath": f"internal://{guid}.txt"}
            element = SubElement(sources, "TextSource", {**about, **path, **self._by})
            _words, starts = _text(source.passages)
            for start, passage in zip(starts, source.passages, strict=True):
                if passage.codes:
                    self._write_selection(element, start, passage)

    def _write_selection(self, source: Element, start: int, passage: QdaPassage) -> None:
        """Positions count code points from 0; the end is the first that no longer belongs to it."""
        words = xml_text(passage.words)
        selection = SubElement(
            source,
            "PlainTextSelection",
            {
                "guid": self._guid("selection", passage.key),
                "name": words[:60],
                "startPosition": str(start),
                "endPosition": str(start + len(words)),
                **self._by,
            },
        )
        for code in passage.codes:
            about = {"guid": self._guid("coding", passage.key, code), **self._by}
            coding = SubElement(selection, "Coding", about)
            SubElement(coding, "CodeRef", targetGUID=self._guid(code))

    @property
    def _by(self) -> dict[str, str]:
        return {"creatingUser": self._user, "creationDateTime": self._when}


def _text(passages: Sequence[QdaPassage]) -> tuple[str, list[int]]:
    """The whole text, and where each passage begins in it; an empty line stands between two."""
    words, starts, length = [], [], 0
    for passage in passages:
        starts.append(length)
        words.append(xml_text(passage.words))
        length += len(words[-1]) + 2
    return "\n\n".join(words) + "\n", starts
