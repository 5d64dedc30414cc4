"""The REFI-QDA project, read as the schema of REFI-QDA 1.5 and the importers of others want it."""

from __future__ import annotations

import io
import re
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from cxworkshop.exports import formats
from tests.core.exports.conftest import HOSTILE

PROJECT = "{urn:QDA-XML:project:1.0}"
GUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Of each element that we write: what may stand in it, in this order, and its attributes.
SCHEMA = {
    "Project": (
        ("Users", "CodeBook", "Variables", "Cases", "Sources"),
        {"name", "origin", "creatingUserGUID", "creationDateTime"},
    ),
    "Users": (("User",), set()),
    "User": ((), {"guid", "name"}),
    "CodeBook": (("Codes",), set()),
    "Codes": (("Code",), set()),
    "Code": (("Code",), {"guid", "name", "isCodable", "color"}),
    "Variables": (("Variable",), set()),
    "Variable": ((), {"guid", "name", "typeOfVariable"}),
    "Cases": (("Case",), set()),
    "Case": (("VariableValue", "SourceRef"), {"guid", "name"}),
    "VariableValue": (("VariableRef", "TextValue"), set()),
    "TextValue": ((), set()),
    "Sources": (("TextSource",), set()),
    "TextSource": (
        ("PlainTextSelection",),
        {"guid", "name", "plainTextPath", "creatingUser", "creationDateTime"},
    ),
    "PlainTextSelection": (
        ("Coding",),
        {"guid", "name", "startPosition", "endPosition", "creatingUser", "creationDateTime"},
    ),
    "Coding": (("CodeRef",), {"guid", "creatingUser", "creationDateTime"}),
    **{ref: ((), {"targetGUID"}) for ref in ("VariableRef", "SourceRef", "CodeRef")},
}


@pytest.fixture
def archive(workshop):
    with ZipFile(io.BytesIO(formats.qda_project(workshop))) as opened:
        yield opened


@pytest.fixture
def project(archive):
    return ElementTree.fromstring(archive.read("project.qde"))


def selections(archive, project):
    """Each selection's words in its source, with the names of its codes."""
    names = {code.get("guid"): code.get("name") for code in project.iter(f"{PROJECT}Code")}
    for source in project.iter(f"{PROJECT}TextSource"):
        name = source.get("plainTextPath").removeprefix("internal://")
        text = archive.read(f"sources/{name}").decode("utf-8")
        for one in source.iter(f"{PROJECT}PlainTextSelection"):
            words = text[int(one.get("startPosition")) : int(one.get("endPosition"))]
            yield words, [names[ref.get("targetGUID")] for ref in one.iter(f"{PROJECT}CodeRef")]


def test_elements_and_attributes_are_those_of_the_schema_in_its_order(project):
    for element in project.iter():
        children, attributes = SCHEMA[element.tag.removeprefix(PROJECT)]
        inside = [child.tag.removeprefix(PROJECT) for child in element]
        assert inside == sorted(inside, key=children.index)
        assert element.attrib.keys() <= attributes
        assert attributes - element.attrib.keys() <= {"color"}


def test_every_guid_is_one_and_every_reference_has_its_target(project):
    guids = [element.get("guid") for element in project.iter() if element.get("guid")]
    assert len(set(guids)) == len(guids)
    assert all(map(GUID.fullmatch, guids))
    named = ("targetGUID", "creatingUser", "creatingUserGUID")
    referred = {element.get(name) for element in project.iter() for name in named} - {None}
    assert referred <= set(guids)


def test_selections_count_code_points_and_are_what_was_said(archive, project):
    found = dict(selections(archive, project))
    plain = [words.replace("\ufffe", "\ufffd") for words in HOSTILE]
    assert found == {
        **{words: ["A =HYPERLINK(1)"] for words in plain[:5]},
        plain[8]: ["1 Quick"],
        "The bread is good": ["What was good"],
    }


def test_texts_have_no_mark_and_no_carriage_return_which_importers_would_count(archive):
    texts = [archive.read(name) for name in archive.namelist() if name.startswith("sources/")]
    assert len(texts) == len(HOSTILE)
    assert not any(text.startswith(b"\xef\xbb\xbf") or b"\r" in text for text in texts)


def test_the_same_thing_has_the_same_guid_in_the_next_export(workshop, project):
    talk = workshop.talk
    talk.say("One more", talk.begin(talk.next_customer().id).id)
    with ZipFile(io.BytesIO(formats.qda_project(workshop))) as later:
        after = ElementTree.fromstring(later.read("project.qde"))
    before = {element.get("guid") for element in project.iter()}
    assert before <= {element.get("guid") for element in after.iter()}
