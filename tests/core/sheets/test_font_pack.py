"""A font pack, carried here on a stick: its fonts are used at once; anything else is refused."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from cxworkshop.exchange.readers import packed
from cxworkshop.sheets.typesetting import font_pack, fonts
from cxworkshop.sheets.typesetting.font_pack import NoFontPack, NoRoomForFonts, add_fonts
from cxworkshop.sheets.typesetting.text import missing_fonts

SMALL = Path(__file__).resolve().parents[2] / "files" / "fonts"


@pytest.fixture
def home(monkeypatch, tmp_path):
    """A laptop without fonts of East Asia."""
    monkeypatch.setenv("CXW_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CXW_FONTS", raising=False)
    fonts.rescan()
    yield tmp_path / "home"
    monkeypatch.undo()
    fonts.rescan()


def pack(path: Path, **changed: bytes | None) -> Path:
    """All small fonts with their licence; None leaves one out."""
    files: dict[str, bytes | None] = {file.name: file.read_bytes() for file in SMALL.iterdir()}
    files |= {name.replace("_", "-") + ".ttf": data for name, data in changed.items()}
    with zipfile.ZipFile(path, "w") as made:
        for name, data in files.items():
            if data is not None:
                made.writestr(name, data)
    return path


def test_a_pack_brings_fonts_that_are_used_at_once_and_their_licence(home, tmp_path):
    assert missing_fonts("漢字 かな 한글", "zh")
    added = add_fonts(pack(tmp_path / "east.cxwfonts"))
    assert added == ("Japanese", "Korean", "Chinese (simplified)", "Chinese (traditional)")
    assert missing_fonts("漢字 かな 한글", "zh") == set()
    assert "SIL OPEN FONT LICENSE" in (home / "fonts" / "OFL.txt").read_text("utf-8")
    assert {path.name for path in (home / "fonts").iterdir()} == {
        path.name for path in SMALL.iterdir()
    }
    add_fonts(pack(tmp_path / "east.cxwfonts"))  # again, over what is there


def test_nothing_but_our_fonts_is_taken_from_a_pack(home, tmp_path):
    path = pack(tmp_path / "east.cxwfonts")
    with zipfile.ZipFile(path, "a") as made:
        made.writestr("../../evil.ttf", b"x")
        made.writestr("/tmp/evil.ttf", b"x")
        made.writestr("later-font.ttf", b"x")
    add_fonts(path)
    assert not list(tmp_path.rglob("*evil*"))
    assert len(list((home / "fonts").iterdir())) == 5


BAD = {
    "no zip": lambda path: path.write_bytes(b"PK and no more"),
    "half of one": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "a bit turned over": lambda path: path.write_bytes(
        path.read_bytes().replace(b"glyf", b"glyg", 1)
    ),
    "another zip": lambda path: zipfile.ZipFile(path, "w").close(),
    "a damaged font": lambda path: pack(path, CXWJP_Regular=b"OTTO and no more"),
    "another's letters": lambda path: pack(
        path, CXWJP_Regular=fonts.path(fonts.HEAVY).read_bytes()
    ),
    "no file": os.remove,
}


@pytest.mark.parametrize("how", BAD)
def test_what_is_no_sound_pack_is_refused_and_changes_nothing(home, tmp_path, how):
    path = pack(tmp_path / "east.cxwfonts")
    BAD[how](path)
    with pytest.raises(NoFontPack, match="no font pack, or it was not copied whole"):
        add_fonts(path)
    assert not (home / "fonts").exists()


def test_a_pack_that_swells_is_refused_before_it_fills_the_laptop(home, tmp_path, monkeypatch):
    monkeypatch.setattr(packed, "MAX_UNPACKED", 100_000)
    with pytest.raises(NoFontPack):
        add_fonts(pack(tmp_path / "east.cxwfonts"))
    monkeypatch.setattr(packed, "MAX_UNPACKED", 60_000_000)
    monkeypatch.setattr(font_pack, "MAX_PACK", 100_000)
    with pytest.raises(NoFontPack):
        add_fonts(pack(tmp_path / "east.cxwfonts"))
    assert not (home / "fonts").exists()


def test_a_folder_that_cannot_be_written_is_said(home, tmp_path):
    home.write_bytes(b"a file where the folder should be")
    with pytest.raises(NoRoomForFonts, match="is there room on its disk"):
        add_fonts(pack(tmp_path / "east.cxwfonts"))
