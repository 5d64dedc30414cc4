"""Every file of tests/files/field comes in right without a hand."""

from __future__ import annotations

from tests.field.expected import EXPECTED
from tests.field.run import FIELD, outcome


def test_every_file_from_the_field_comes_in_right():
    assert {path.name for path in FIELD.iterdir()} == {*EXPECTED, "README.md"}
    wrong = {}
    for name, expected in EXPECTED.items():
        found = outcome((FIELD / name).read_bytes(), expected, name)
        if found.verdict != "right":
            wrong[name] = found.wrong
    assert wrong == {}
