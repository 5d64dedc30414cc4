"""A sealed file brings what was exported, or says in a sentence why not."""

from __future__ import annotations

import json
import zipfile
from contextlib import suppress
from datetime import date
from hashlib import sha256
from io import BytesIO

import pytest

from cxworkshop.office.leaving import figures_of
from cxworkshop.office.refusals import BadSealedFile
from cxworkshop.office.sealed_file import read_sealed, sealed
from tests.opened import opened

TODAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def figures(sample_bytes, tmp_path_factory):
    path = tmp_path_factory.mktemp("sealed") / "bakery.cxw"
    path.write_bytes(sample_bytes)
    return figures_of(opened(path), programme="Care", site="Nord", with_promises=True)


def lines_of(data: bytes) -> list[dict]:
    with zipfile.ZipFile(BytesIO(data)) as files:
        return [json.loads(line) for line in files.read("rows.jsonl").splitlines()]


def forged(lines: list[dict], **seal) -> bytes:
    """A file with another content, sealed as ours are."""
    rows = "".join(json.dumps(line) + "\n" for line in lines).encode()
    whole = {"format": "cx-workshop-office", "version": 1, "sha256": sha256(rows).hexdigest()}
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr("seal.json", json.dumps(whole | seal))
        files.writestr("rows.jsonl", rows)
    return packed.getvalue()


def refused(tmp_path, data: bytes) -> str:
    path = tmp_path / "x.cxoffice"
    path.write_bytes(data)
    with pytest.raises(BadSealedFile) as refusal:
        read_sealed(path, TODAY)
    assert path.read_bytes() == data
    return refusal.value.sentence


def test_what_was_exported_is_read_again_and_exporting_twice_gives_the_same_bytes(
    office, figures, tmp_path
):
    out = office.ok(
        "export bakery.cxw --to x.cxoffice --programme Care --site Nord --with-promises"
    )
    assert out.startswith("x.cxoffice\n")
    first = (tmp_path / "x.cxoffice").read_bytes()
    assert read_sealed(tmp_path / "x.cxoffice", TODAY) == figures
    assert first == sealed(figures)


def test_a_damaged_byte_anywhere_is_noticed(figures, tmp_path):
    data = sealed(figures)
    (tmp_path / "x.cxoffice").write_bytes(data)
    whole = read_sealed(tmp_path / "x.cxoffice", TODAY)
    for at in range(0, len(data), 41):
        (tmp_path / "x.cxoffice").write_bytes(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])
        with suppress(BadSealedFile):  # or the byte says nothing
            assert read_sealed(tmp_path / "x.cxoffice", TODAY) == whole


@pytest.mark.parametrize("kept", [0, 10, 0.5, 0.99])
def test_a_file_that_was_cut_off_is_refused(figures, tmp_path, kept):
    data = sealed(figures)
    said = refused(tmp_path, data[: int(kept * len(data)) if kept < 1 else kept])
    assert said.startswith(
        "x.cxoffice: It is damaged, or was not made by cxworkshop-office export."
    )


def test_foreign_files_are_refused(tmp_path, sample_bytes):
    other = BytesIO()
    with zipfile.ZipFile(other, "w") as files:
        files.writestr("letter.txt", "Dear all")
    assert "not made by cxworkshop-office" in refused(tmp_path, other.getvalue())
    assert "not made by cxworkshop-office" in refused(tmp_path, sample_bytes)


def test_rows_that_are_not_those_that_were_sealed_are_refused(figures, tmp_path):
    said = refused(tmp_path, forged(lines_of(sealed(figures)), sha256="0" * 64))
    assert said == "x.cxoffice: It was damaged on its way. Export it once more."


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(tmp_path):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr("seal.json", "{}")
        files.writestr("rows.jsonl", bytes(65 * 1024 * 1024))
    assert len(packed.getvalue()) < 100_000
    assert "larger than any team" in refused(tmp_path, packed.getvalue())


def changed(lines: list[dict], of: str, **values) -> list[dict]:
    """The first row of a table with other values."""
    at = next(n for n, line in enumerate(lines) if line["table"] == of)
    return [*lines[:at], lines[at] | values, *lines[at + 1 :]]


@pytest.mark.parametrize(
    ("table", "values", "why"),
    [
        ("workshop", {"workshop": "../../etc"}, "“workshop” can’t be right"),
        ("workshop", {"seq": 2**60}, "“seq” can’t be right"),
        ("workshop", {"seq": True}, "“seq” can’t be right"),
        ("workshop", {"programme": ""}, "“programme” can’t be right"),
        ("workshop", {"team": "x" * 201}, "“team” can’t be right"),
        ("workshop", {"team": "a\x00b"}, "“team” can’t be right"),
        ("workshop", {"team": "a\u202eb"}, "“team” can’t be right"),
        ("round", {"customers": -1}, "“customers” can’t be right"),
        ("round", {"customers": 1.5}, "“customers” can’t be right"),
        ("round", {"started_on": "2026-13-01"}, "“started_on” can’t be right"),
        ("round", {"started_on": 20260101}, "“started_on” can’t be right"),
        ("round", {"started_on": "2099-01-01"}, "began on 2099-01-01, which can’t be right"),
        ("round", {"more": 1}, "does not have the columns"),
        ("round_way", {"way": "DROP TABLE"}, "“way” can’t be right"),
        ("pick", {"stage": "best"}, "“stage” can’t be right"),
        ("pick", {"slot": 4}, "“slot” can’t be right"),
        ("pick", {"round": 77}, "belongs to a round or a pick that is not there"),
        ("blocker", {"slot": 3}, "belongs to a round or a pick that is not there"),
        ("answer", {"table": "customer"}, "rows of a kind that is not known"),
        ("answer", {"table": ["round"]}, "rows of a kind that is not known"),
        ("workshop", {"table": "round"}, "does not say whose"),
    ],
)
def test_a_forged_value_is_refused_before_anything_is_sent(figures, tmp_path, table, values, why):
    said = refused(tmp_path, forged(changed(lines_of(sealed(figures)), table, **values)))
    assert why in said


def test_more_rows_than_any_team_has_are_refused(figures, tmp_path):
    lines = lines_of(sealed(figures))
    assert "says something twice" in refused(tmp_path, forged([*lines, lines[-1]]))
    many = [*lines, *({} for _n in range(100_001))]
    assert "more than any team has" in refused(tmp_path, forged(many))
    assert "no rows" in refused(tmp_path, forged([]))


def test_a_file_of_a_newer_tool_says_so(figures, tmp_path):
    said = refused(tmp_path, forged(lines_of(sealed(figures)), version=2))
    assert said == (
        "x.cxoffice: It was made by a newer cxworkshop-office. Update this one first."
    )  # fmt: skip


def test_an_export_into_another_kind_of_file_is_refused(office):
    said = office.refused("export bakery.cxw --to bakery.cxw --programme Care")
    assert said == "The name has to end in .cxoffice."
    said = office.refused("export bakery.cxw --to x.cxoffice --programme ' '")
    assert said == "A programme or a site needs a name of at most 200 characters."
