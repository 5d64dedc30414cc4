"""`shot` draws every stop of a workshop that came from a real file, in light and dark."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.gui.conftest import improve  # noqa: F401 - Qt is told to draw off screen there
from tests.opened import opened
from ui.__main__ import start
from ui.wall.tokens import BRIGHT_ROOM, DARK_ROOM

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "examples" / "patient-feedback.csv"


IMPORTED: list[bytes] = []


@pytest.fixture
def ward(tmp_path) -> Path:
    """What patients said, imported once and copied for each test."""
    path = tmp_path / "ward.cxw"
    if IMPORTED:
        path.write_bytes(IMPORTED[0])
        return path
    assert start(["new", str(path), "--team", "Ward 7"]) == 0
    assert start(["import", str(path), str(SAMPLE), "--yes"]) == 0
    IMPORTED.append(path.read_bytes())
    return path


def colours(picture: QImage) -> set[int]:
    step = 7
    return {
        picture.pixel(x, y)
        for x in range(0, picture.width(), step)
        for y in range(0, picture.height(), step)
    }


@pytest.mark.slow
@pytest.mark.parametrize("stop", [0, 3, 4, 8])
def test_a_stop_is_drawn_from_an_imported_file(ward, tmp_path, stop):
    """In a dark room one of them; the screens in all sizes are looked at elsewhere."""
    shown = {}
    for name, more in (("light", []), ("dark", ["--dark"]))[: 2 if stop == 3 else 1]:
        target = tmp_path / f"{name}.png"
        given = ["shot", str(ward), "--to", str(target), "--stop", str(stop), "--size", "1366x697"]
        assert start([*given, *more]) == 0
        width, height = struct.unpack(">II", target.read_bytes()[16:24])
        assert (width, height) == (1366, 697)
        shown[name] = QImage(str(target))
        assert len(colours(shown[name])) > 12
    corners = {name: shown[name].pixelColor(700, 690).lightnessF() for name in shown}
    assert corners["light"] > 0.8
    assert corners.get("dark", 0) < 0.2
    assert len(opened(ward).big_list.board().cards) > 3


def test_the_window_opens_on_no_day_that_is_none(capsys, tmp_path):
    file = str(tmp_path / "team.cxw")
    assert start([file, "--today", "2026-13-01"]) == 2
    assert capsys.readouterr().err == "“2026-13-01” is not a day; write it like 2026-11-23.\n"
    assert start([f"--today={1800}-01-01", file]) == 2
    assert "the years 1990 to 2199" in capsys.readouterr().err
    assert start([file, "--today"]) == 2


def test_the_wall_is_drawn_at_its_own_size_in_a_bright_and_a_dark_room(ward, tmp_path):
    grounds = []
    for more in ([], ["--dark"]):
        target = tmp_path / "wall.png"
        given = ["shot", str(ward), "--wall", "--to", str(target), "--stop", "3", "--page", "9"]
        assert start([*given, "--size", "1280x720", *more]) == 0
        image = QImage(str(target))
        assert (image.width(), image.height()) == (1280, 720)
        assert len(colours(image)) > 4
        grounds.append(image.pixelColor(5, 5).name().upper())
    assert grounds == [BRIGHT_ROOM.canvas, DARK_ROOM.canvas]
