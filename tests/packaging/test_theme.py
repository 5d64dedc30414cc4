"""The shipped theme is qt-material's template in our colours: made again, it is the same bytes."""

from __future__ import annotations

import importlib.util
import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "resources" / "theme"


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    place = ROOT / "packaging" / "build_theme.py"
    spec = importlib.util.spec_from_file_location("build_theme", place)
    build_theme = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build_theme)
    folder = tmp_path_factory.mktemp("theme")
    build_theme.build(folder)
    return folder


def shipped() -> dict[str, bytes]:
    there = (path for path in THEME.rglob("*") if path.is_file() and path.name != "desk.qss")
    return {path.relative_to(THEME).as_posix(): path.read_bytes() for path in there}


def test_the_theme_made_again_is_the_theme_that_is_shipped(built):
    made = {
        p.relative_to(built).as_posix(): p.read_bytes() for p in built.rglob("*") if p.is_file()
    }
    assert sorted(made) == sorted(shipped())
    assert [name for name, data in shipped().items() if made[name] != data] == []


@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_picture_that_a_sheet_names_is_there(look):
    sheet = (THEME / f"{look}.qss").read_text(encoding="utf-8")
    ours = (THEME / "desk.qss").read_text(encoding="utf-8").replace("$look", look)
    named = re.findall(r"url\(theme:([^)]+)\)", sheet + ours)
    assert len(named) > 10
    assert [name for name in named if not (THEME / name).is_file()] == []
    assert "url(icon:" not in sheet


def test_nothing_in_the_theme_says_where_it_was_made():
    files = {name: data for name, data in shipped().items() if not name.startswith("LICENSE")}
    assert {Path(name).suffix for name in files} == {".qss", ".svg"}
    for name, data in files.items():
        text = re.sub(r' xmlns="[^"]+"', "", data.decode("utf-8"))
        assert "://" not in text, name
        assert not re.search(r"[\s\"'(](/|~|[A-Za-z]:[\\/])\w", text), name
        assert "inkscape" not in text, name


def test_no_rule_is_kept_that_harms():
    text = b"".join(data for name, data in shipped().items() if name.endswith(".qss")).decode()
    for harm in ("text-transform", "letter-spacing", "font-size", "line-height", "font-family"):
        assert harm not in text
    assert "QComboBox::item" not in text  # made each line of a drop-down higher than the screen


def test_no_icon_lies_there_unused():
    for look in ("light", "dark"):
        said = (THEME / f"{look}.qss").read_text(encoding="utf-8")
        said += (THEME / "desk.qss").read_text(encoding="utf-8").replace("$look", look)
        there = [path.name for path in (THEME / look).iterdir()]
        assert [name for name in there if f"theme:{look}/{name}" not in said] == []


def test_making_it_leaves_the_environment_as_it_was(built):
    assert not [name for name in os.environ if name.startswith(("QTMATERIAL", "primary"))]


def test_its_licence_goes_with_it():
    words = (THEME / "LICENSE-qt-material").read_text(encoding="utf-8")
    assert words.startswith("BSD 2-Clause License")


def test_the_program_itself_never_needs_what_made_it():
    sources = [*ROOT.glob("cxworkshop/**/*.py"), *ROOT.glob("ui/**/*.py")]
    uses = re.compile(r"^\s*(import|from) (qt_material|jinja2)", re.MULTILINE)
    assert [path.name for path in sources if uses.search(path.read_text(encoding="utf-8"))] == []
