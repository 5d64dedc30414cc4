"""The pictures of the guide show the program as it is.

After a change that was meant: `python packaging/guide_pictures.py`, then look at what has changed.
"""

from __future__ import annotations

import re
import sys

import pytest
from PIL import Image
from PySide6.QtCore import QSettings

from tests.core.sheets.test_pictures import MOST, worst_block
from tests.packaging.test_project import ROOT

sys.path.insert(0, str(ROOT / "packaging"))

import guide_pictures

MOST_BYTES = 1_500_000  # all of them together


@pytest.mark.linux  # where fonts are drawn as when the pictures were made
def test_the_guide_shows_the_program_as_it_is(theme, tmp_path):
    # Not what a test before has set, such as how high the cards stand above the groups.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    changed = []
    for name, image in guide_pictures.pictures(tmp_path, theme):
        before, now = Image.open(guide_pictures.picture(name)).convert("L"), image.convert("L")
        if before.size != now.size or worst_block(before, now) > MOST:
            changed.append(name)
    assert changed == [], "look, then python packaging/guide_pictures.py"


def test_every_picture_is_shown_and_all_are_small():
    pages = "\n".join(path.read_text("utf-8") for path in (ROOT / "docs/guide").rglob("*.md"))
    shown = set(re.findall(r"\(pictures/([\w-]+)\.png\)", pages))
    there = list(guide_pictures.FOLDER.glob("*.png"))
    assert shown == set(guide_pictures.NAMES) == {path.stem for path in there}
    assert sum(path.stat().st_size for path in there) < MOST_BYTES
