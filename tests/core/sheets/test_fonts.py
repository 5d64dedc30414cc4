"""The fonts we ship: named as ours, small, and covering the scripts we print."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from cxworkshop import paths
from cxworkshop.sheets.typesetting import fonts
from cxworkshop.sheets.typesetting.text import missing_fonts, uncovered

OURS = fonts.path(fonts.SANS).parent
JP, KR, SC, TC = (f"CXW{code}-Regular.ttf" for code in ("JP", "KR", "SC", "TC"))
EAST = Path(__file__).resolve().parents[2] / "files" / "fonts"
SAMPLE = "AÄÅĄČĐĞŁŐŞŽßþð Ελληνικά ΐΰ Кириллица ЁЄІЇЎҐ ằẵặếềỗợữỹđ ‘’“”„«»‹› –—…•·†‡ €£¥₴₹₺ ©®™ №"
FACES = [fonts.SANS, fonts.SEMI, fonts.HEAVY, fonts.SERIF]


@pytest.mark.parametrize("face", [fonts.SANS, fonts.SEMI, fonts.HEAVY])
def test_a_sans_covers_latin_greek_and_cyrillic_by_itself(face):
    assert set(SAMPLE) - fonts.coverage(face) == set()


def test_the_serif_and_its_helper_cover_them_together():
    covered = set().union(*map(fonts.coverage, fonts.chain(fonts.SERIF)))
    assert set(SAMPLE) - covered == set()


@pytest.mark.parametrize("face", FACES)
def test_a_font_bears_our_name_and_keeps_its_kerning(face):
    font = TTFont(fonts.path(face))
    assert str(font["name"].getDebugName(16)).startswith("CXW ")
    assert font["name"].getDebugName(6) == face
    features = {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
    assert {"kern", "mark"} <= features
    assert "fvar" not in font
    assert font["OS/2"].fsType == 0


def test_the_fonts_are_small_and_their_licence_lies_beside_them():
    files = [*fonts.path(fonts.SANS).parent.glob("*.ttf")]
    assert len(files) == 23
    assert sum(file.stat().st_size for file in files) < 5_000_000
    licence = files[0].with_name("OFL.txt").read_text(encoding="utf-8")
    assert "Noto Project Authors" in licence
    assert "Reserved Font Name ‘Source’" in licence
    assert "SIL OPEN FONT LICENSE" in licence


def test_every_shipped_font_is_ours_by_name_and_its_origin_is_told():
    folder = fonts.path(fonts.SANS).parent
    told = (folder / "README.md").read_text(encoding="utf-8")
    for file in folder.glob("*.ttf"):
        font = TTFont(file)
        assert font["name"].getDebugName(6) == file.stem
        assert "Noto" not in str(font["name"].getDebugName(1))
        assert "Open Font License" in str(font["name"].getDebugName(13))
        assert {"fvar", "gvar"} & {*font.keys()} == set()
        assert file.stem.removeprefix("CXW").split("-")[0] in told


@pytest.mark.parametrize("place", ["CXW_FONTS", "beside", "data"])
def test_fonts_of_east_asia_are_found_where_a_team_lays_them(monkeypatch, tmp_path, place):
    monkeypatch.delenv("CXW_FONTS", raising=False)
    monkeypatch.setattr(paths, "PACKAGE", tmp_path / "program" / "cxworkshop")
    monkeypatch.setattr(paths, "resource", OURS.parent.joinpath)
    monkeypatch.setenv("CXW_HOME", str(tmp_path / "home"))
    fonts.rescan()
    assert missing_fonts("漢字", "ja") == {JP}
    folders = {"CXW_FONTS": tmp_path / "any", "beside": tmp_path / "program" / "fonts"}
    folder = folders.get(place, tmp_path / "home" / "fonts")
    folder.mkdir(parents=True)
    shutil.copy(EAST / "CXWJP-Regular.ttf", folder)
    if place == "CXW_FONTS":
        monkeypatch.setenv(place, str(folder))
    fonts.rescan()
    assert missing_fonts("漢字", "ja") == set()
    assert missing_fonts("漢字", "zh") == {SC}
    monkeypatch.undo()
    fonts.rescan()


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [("漢字", "en", {SC}), ("漢字", "ja", {JP}), ("漢字", "zh_TW", {TC}),
     ("かな 漢字", "zh", {JP}), ("한글", "en", {KR}), ("かな 한글", "en", {JP, KR}),
     ("words, שלום 👍", "ja", set()), ("한글\n漢字\nカナ", "en", {KR, SC, JP})],
)  # fmt: skip
def test_the_font_that_would_help_is_named(text, language, names):
    assert missing_fonts(text, language) == names


def test_a_damaged_font_is_as_good_as_none(monkeypatch, tmp_path):
    (tmp_path / "CXWJP-Regular.ttf").write_bytes(b"OTTO and no more")
    monkeypatch.setenv("CXW_FONTS", str(tmp_path))
    fonts.rescan()
    assert not fonts.is_available("CXWJP-Regular")
    assert missing_fonts("漢字", "ja") == {JP}
    assert uncovered("漢字") == {"漢", "字"}
    monkeypatch.undo()
    fonts.rescan()
