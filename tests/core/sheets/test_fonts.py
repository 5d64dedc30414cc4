"""The fonts that are shipped: ours by name, small, and wide enough for the scripts we print."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from cxworkshop.sheets import faces

SAMPLE = "AÄÅĄČĐĞŁŐŞŽßþð Ελληνικά ΐΰ Кириллица ЁЄІЇЎҐ ằẵặếềỗợữỹđ ‘’“”„«»‹› –—…•·†‡ €£¥₴₹₺ ©®™ №"
FACES = [faces.SANS, faces.SEMI, faces.HEAVY, faces.SERIF]


@pytest.mark.parametrize("face", [faces.SANS, faces.SEMI, faces.HEAVY])
def test_a_sans_covers_latin_greek_and_cyrillic_by_itself(face):
    assert set(SAMPLE) - faces.coverage(face) == set()


def test_the_serif_and_its_helper_cover_them_together():
    covered = set().union(*map(faces.coverage, faces.chain(faces.SERIF)))
    assert set(SAMPLE) - covered == set()


@pytest.mark.parametrize("face", FACES)
def test_a_font_bears_our_name_and_keeps_its_kerning(face):
    font = TTFont(faces.path(face))
    assert str(font["name"].getDebugName(16)).startswith("CXW ")
    assert font["name"].getDebugName(6) == face
    features = {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
    assert {"kern", "mark"} <= features
    assert "fvar" not in font
    assert font["OS/2"].fsType == 0


def test_the_fonts_are_small_and_their_licence_lies_beside_them():
    files = [*faces.path(faces.SANS).parent.glob("*.ttf")]
    assert len(files) == 23
    assert sum(file.stat().st_size for file in files) < 5_000_000
    licence = files[0].with_name("OFL.txt").read_text(encoding="utf-8")
    assert "Noto Project Authors" in licence
    assert "Reserved Font Name ‘Source’" in licence
    assert "SIL OPEN FONT LICENSE" in licence
