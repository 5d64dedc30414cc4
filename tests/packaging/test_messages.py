"""The template for translators holds every message, as the code and the decks have them now."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import polib
import pytest

from cxworkshop import catalogue

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "resources" / "locale" / "cxworkshop.pot"
MARKS = ("_", "n_", "ngettext")
CODE = [path for folder in ("cxworkshop", "ui") for path in sorted((ROOT / folder).rglob("*.py"))]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    """The template made anew."""
    target = tmp_path_factory.mktemp("locale") / "new.pot"
    subprocess.run([sys.executable, ROOT / "packaging" / "messages.py", target], check=True)
    return target


def keys(path):
    return {(entry.msgid, entry.msgid_plural) for entry in polib.pofile(str(path))}


def marked(path):
    """Every call of _, n_ and ngettext, with the words it was given."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            plain = [arg.value for arg in node.args[:2] if isinstance(arg, ast.Constant)]
            if plain:
                yield tuple(plain) if node.func.id == "ngettext" else (plain[0], "")


def test_the_template_in_the_checkout_is_up_to_date(fresh):
    hint = "run: python packaging/messages.py"
    assert keys(TEMPLATE) == keys(fresh), hint
    assert TEMPLATE.read_bytes() == fresh.read_bytes(), hint


def test_every_message_of_the_code_is_in_the_template(fresh):
    missing = {message for path in CODE for message in marked(path)} - keys(fresh)
    assert missing == set()


def test_every_text_of_the_decks_is_in_the_template_and_no_key(fresh):
    known = {msgid for msgid, _plural in keys(fresh)}
    assert {question for way in catalogue.ways() for question in way.questions} <= known
    assert {idea for group in catalogue.ideas() for idea in group.ideas} <= known
    assert {stop.say for stop in catalogue.stops()} <= known
    assert {catalogue.opening_question(), catalogue.check_question()} <= known
    assert not {"big_list", "make_better", "honourable", "newcomers"} & known


def test_the_template_has_no_dates_and_no_line_numbers():
    text = TEMPLATE.read_text(encoding="utf-8")
    assert "-Date:" not in text
    assert ".py:" not in text


def test_no_message_is_put_together_before_it_is_translated():
    """An f-string or a sum inside _() can’t be found in any translation."""
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in MARKS
        and any(isinstance(arg, ast.JoinedStr | ast.BinOp) for arg in node.args[:2])
    ]
    assert found == []
