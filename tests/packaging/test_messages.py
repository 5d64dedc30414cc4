"""The template for translators holds every message, as the code and the decks have them now."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from difflib import unified_diff
from functools import cache
from pathlib import Path

import polib
import pytest

from cxworkshop import catalogue
from cxworkshop.i18n import _
from tests.translations import HEADER, messages, translate

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


@cache
def nodes(path):
    """Everything in the code of a file."""
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def marked(path):
    """Every call of _, n_ and ngettext, with the words it was given."""
    for node in nodes(path):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            plain = [arg.value for arg in node.args[:2] if isinstance(arg, ast.Constant)]
            if plain:
                yield tuple(plain) if node.func.id == "ngettext" else (plain[0], "")


def test_the_template_in_the_checkout_is_up_to_date(fresh):
    hint = "run: python packaging/messages.py"
    assert keys(TEMPLATE) == keys(fresh), hint
    there, new = (path.read_text("utf-8").splitlines() for path in (TEMPLATE, fresh))
    assert list(unified_diff(there, new, lineterm="", n=0)) == [], hint


def test_every_message_of_the_code_is_in_the_template(fresh):
    missing = {message for path in CODE for message in marked(path)} - keys(fresh)
    assert missing == set()


def test_every_text_of_the_decks_is_in_the_template_and_no_key(fresh):
    known = {_(msgid) for msgid, _plural in keys(fresh)}
    assert {question for way in catalogue.ways() for question in way.questions} <= known
    assert {idea for group in catalogue.ideas() for idea in group.ideas} <= known
    assert {stop.say for stop in catalogue.stops()} <= known
    assert {catalogue.opening_question(), catalogue.check_question()} <= known
    assert not {"big_list", "make_better", "honourable", "newcomers"} & known


def test_a_number_before_a_noun_has_its_singular(fresh):
    """ "1 groups" is wrong: what is counted anywhere by `ngettext` is counted by it everywhere."""
    counted = re.compile(r"\{(?!\w*ustomer)\w+\} ([a-z]+|\{customers\})")
    entries = polib.pofile(str(fresh))
    nouns = {
        noun
        for entry in entries
        for noun in counted.findall(entry.msgid_plural)
        if noun not in counted.findall(entry.msgid) and noun.rstrip("}").endswith("s")
    }
    assert {"cards", "{customers}", "groups", "days"} <= nouns
    alone = [entry.msgid for entry in entries if not entry.msgid_plural]
    found = [text for text in alone if nouns.intersection(counted.findall(text))]
    assert [text for text in found if not re.search(NEVER_ONE, text)] == []


def test_the_template_has_no_dates_and_no_line_numbers():
    text = TEMPLATE.read_text(encoding="utf-8")
    assert "-Date:" not in text
    assert ".py:" not in text


def test_no_message_is_put_together_before_it_is_translated():
    """An f-string or a sum inside _() can’t be found in any translation."""
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
        for path in CODE
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in MARKS
        and any(isinstance(arg, ast.JoinedStr | ast.BinOp) for arg in node.args[:2])
    ]
    assert found == []


def test_no_message_stands_inside_an_f_string():
    """On a Python before 3.12 Babel can’t see into one, so the template would depend on it."""
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
        for path in CODE
        for text in nodes(path)
        if isinstance(text, ast.JoinedStr)
        for node in ast.walk(text)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS
    ]
    assert found == []


def test_the_translations_in_the_checkout_are_compiled():
    """The program reads the .mo, so it has to be what the .po beside it says."""
    for path in TEMPLATE.parent.rglob("*.po"):
        data, wrong = messages.compiled(polib.pofile(str(path)))
        assert wrong == [], path
        assert path.with_suffix(".mo").read_bytes() == data, "run: python packaging/messages.py"


# Limits, the months of a look again, hours, and what is only said from two on.
NEVER_ONE = (
    r"\{most\}|after \{n\} months|at once|\{hours\}|asked \{n\} times|cards, or one\?"
    r"|\{n\} of \{all\} (rows|cards|pairs looked at)$"
)
UNFIT = HEADER + '\nmsgid "{name} is locked"\nmsgstr "{nmae} ist gesperrt"\n'
FIT = '\nmsgid "Undo"\nmsgstr "Zurück"\n'


def test_a_translator_is_told_what_is_left_out_and_the_rest_is_there(tmp_path):
    (said,) = translate(tmp_path, "de", UNFIT + FIT)
    assert said == (
        "de/LC_MESSAGES/cxworkshop.po: left out, for its {placeholders}: '{name} is locked'"
    )
    found = polib.mofile(str(tmp_path / "de" / "LC_MESSAGES" / "cxworkshop.mo"))
    assert [entry.msgid for entry in found] == ["Undo"]


def test_a_translator_is_told_of_a_plural_rule_that_is_none(tmp_path):
    po = HEADER + '"Plural-Forms: nplurals=2; plural=n*9;\\n"\n' + FIT
    assert "this is no rule for plurals" in translate(tmp_path, "de", po)[0]


def test_a_file_that_cannot_be_read_is_named_and_leaves_no_older_translation(tmp_path):
    translate(tmp_path, "de", HEADER + FIT)
    assert (tmp_path / "de" / "LC_MESSAGES" / "cxworkshop.mo").exists()
    (said,) = translate(tmp_path, "de", b'msgid "Undo\nmsgstr')
    assert said.startswith("de/LC_MESSAGES/cxworkshop.po: it can't be read: ")
    assert not (tmp_path / "de" / "LC_MESSAGES" / "cxworkshop.mo").exists()


def test_a_translator_compiles_a_folder_of_their_own(tmp_path):
    translate(tmp_path, "de", HEADER + FIT)
    mo = tmp_path / "de" / "LC_MESSAGES" / "cxworkshop.mo"
    before = mo.read_bytes()
    mo.unlink()
    command = [sys.executable, ROOT / "packaging" / "messages.py", "compile", tmp_path]
    subprocess.run(command, check=True)
    assert mo.read_bytes() == before


def test_the_program_itself_never_needs_what_made_them():
    uses = re.compile(r"^\s*(import|from) (polib|babel)", re.MULTILINE)
    assert [path.name for path in CODE if uses.search(path.read_text(encoding="utf-8"))] == []


MOST_MISSING = 0.05  # in the midst of a change; English stands in their place


EACH = ("ar", "de", "es", "fr", "nl", "pl")


@pytest.mark.parametrize("code", EACH)
def test_a_language_is_nearly_whole(code):
    path = TEMPLATE.parent / code / "LC_MESSAGES" / "cxworkshop.po"
    said = {(one.msgid, one.msgid_plural) for one in polib.pofile(str(path)).translated_entries()}
    missing = keys(TEMPLATE) - said
    assert len(missing) <= MOST_MISSING * len(said), sorted(missing)


def test_what_a_language_has_not_said_is_listed(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    monkeypatch.setattr(messages, "template", lambda: b'msgid "Undo"\nmsgstr ""\n\n' + MORE)
    translate(tmp_path, "de", HEADER + FIT)
    assert messages.main(["missing"]) == 1
    assert capsys.readouterr().out == "de: 1 of 2 missing\n  'Redo'\n"
    translate(tmp_path, "de", HEADER + FIT + '\nmsgid "Redo"\nmsgstr "Vor"\n')
    assert messages.main(["missing", "de"]) == 0


MORE = b'msgid "Redo"\nmsgstr ""\n'
