"""The guide is built without a warning, links nowhere but into itself, and can be translated."""

from __future__ import annotations

import re
import subprocess
import sys
from gettext import GNUTranslations
from html import unescape
from pathlib import Path

import polib
import pytest

from cxworkshop import i18n
from cxworkshop.keys import KEYS
from tests.packaging.test_project import ROOT, script

SOURCE = ROOT / "docs" / "guide"
LOCALE = ROOT / "resources" / "locale"
TRANSLATED = sorted((SOURCE / "locale").glob("*/LC_MESSAGES/guide.po"))
# What is in bold and begins with a capital, and is no button, field or heading of the program.
EMPHASIS = {
    *(
        "Any other Linux with a desktop",
        "Both screens show the same",
        "Debian 12, Ubuntu 22.04 and newer",
    ),
    *("Desk", "If all else fails", "One by one", "Our licence", "What it can’t reach", "Windows"),
    *("Who said it", "With Python and without a network", "The year", "Earlier rounds"),
    *("56 ideas", "Check sheets", "Test sheets", "Something good", "Which of the ten ways"),
}
KEYS_PAGE = {"Keys", "Anywhere", *(f"{stop} " for stop in range(1, 9))}  # how its messages begin
LINK = re.compile(r"\]\(([^)]+)\)")
THEIR_WORDS = {"de": {"{customers}": "Kunden", "{Customers}": "Kunden"}}
WORDS = {
    "{customers}": "customers", "{a_customer}": "a customer", "{customer_s}": "customer’s",
    "{customers_s}": "customers’", "{customer}": "customer", "{Customers}": "Customers",
    "{number}": "2", "{n}": "2",
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """The guide in English, and one page of it in German: all of it takes Sphinx long."""
    folder = tmp_path_factory.mktemp("guide")
    german = folder / "locale" / "de" / "LC_MESSAGES" / "guide.po"
    german.parent.mkdir(parents=True)
    whole, page = polib.pofile(str(SOURCE / "locale/de/LC_MESSAGES/guide.po")), polib.POFile()
    page.extend(one for one in whole if one.msgid in KEYS_PAGE or one.msgid[:2] in KEYS_PAGE)
    page.metadata = whole.metadata
    page.save(str(german))
    command = [sys.executable, "packaging/build_guide.py", str(folder / "pages")]
    command += ["--translations", str(folder / "locale")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "pages"


@pytest.fixture(scope="module")
def build_guide():
    return script("build_guide")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def names(text: str) -> set[str]:
    """What stands in bold, each part of a path through menus."""
    bold = {" ".join(part.split()) for part in re.findall(r"\*\*([^*]+)\*\*", text)}
    return {name for path in bold for name in path.removeprefix("⋯ › ").split(" › ")}


def filled_in(text: str, words: dict[str, str]) -> str:
    for placeholder, word in words.items():
        text = text.replace(placeholder, word)
    return text


def buttons_in(language: str) -> dict[str, set[str]]:
    """What the program says in English, and how it says it in a language."""
    with (LOCALE / language / "LC_MESSAGES" / "cxworkshop.mo").open("rb") as file:
        messages = GNUTranslations(file)._catalog
    words = {"{number}": "2"} | THEIR_WORDS.get(language, {})
    return {
        filled_in(ours, WORDS): {filled_in(theirs, words)}
        for ours, theirs in messages.items()
        if isinstance(ours, str)
    }


def test_each_page_that_is_written_is_built_and_each_stop_has_one(built):
    written = {path.relative_to(SOURCE).with_suffix("") for path in SOURCE.rglob("*.md")}
    pages = {path.relative_to(built).with_suffix("") for path in built.rglob("*.html")}
    assert written <= pages
    assert {Path(f"stop-{number}") for number in range(1, 9)} <= written


def test_the_page_of_keys_has_every_key_of_the_program(built):
    text = re.sub(r"<[^>]+>", "", read(built / "keys.html"))
    said = unescape(text)
    assert [key.name for key in KEYS if key.name not in said or key.does not in said] == []


def test_a_translation_takes_effect_and_the_rest_leads_on_to_english(built):
    assert "<h1>Keys" in read(built / "keys.html")
    page = read(built / "de" / "keys.html")
    assert 'lang="de"' in page
    assert "<h1>Tasten" in page
    with i18n.speaking("de"):
        assert KEYS[1].does in page
    assert "url=../room.html" in read(built / "de" / "room.html")


@pytest.mark.parametrize("path", TRANSLATED, ids=lambda path: path.parts[-3])
def test_a_translation_keeps_links_and_keys_and_calls_buttons_as_the_program_does(path):
    said = buttons_in(path.parts[-3])
    for entry in polib.pofile(str(path)).translated_entries():
        ours, theirs = entry.msgid, entry.msgstr
        assert LINK.findall(ours) == LINK.findall(theirs), theirs
        assert ours.count("{kbd}") == theirs.count("{kbd}"), theirs
        for name in names(ours) & said.keys():
            assert said[name] & names(theirs), f"{name} is not called so in: {theirs}"


def test_a_button_that_the_guide_names_is_called_so_in_the_program():
    said = filled_in(read(LOCALE / "cxworkshop.pot").replace('"\\n"', ""), WORDS)
    ours = set(re.findall(r'^msgid(?:_plural)? "(.+)"$', said, re.MULTILINE))
    named = names("\n".join(read(path) for path in SOURCE.glob("*.md")))
    buttons = {name for name in named if re.fullmatch(r"[A-Z0-9].*[^.?:”]", name)}
    assert len(buttons) > 60
    assert buttons - ours - EMPHASIS == set()


def test_a_link_that_leads_nowhere_or_out_of_the_guide_is_found(build_guide, tmp_path):
    (tmp_path / "there.html").write_text('<p id="here"></p>', encoding="utf-8")
    outside = "https:" + "//example.invalid/x.js"
    page = f"""<a href="there.html#here"></a><a href="there.html#gone"></a><a href="gone.html"></a>
        <script src="{outside}"></script>"""
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    assert list(build_guide.wrong_links(tmp_path)) == [
        "index.html leads to a place that is not there: there.html#gone",
        "index.html leads to what is not there: gone.html",
        f"index.html goes out of the guide: {outside}",
    ]


def test_a_folder_with_other_things_is_left_alone(build_guide, tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("dear customer", encoding="utf-8")
    assert build_guide.main([str(tmp_path)]) == 2
    assert "holds other things" in capsys.readouterr().err
    assert (tmp_path / "letter.txt").is_file()
