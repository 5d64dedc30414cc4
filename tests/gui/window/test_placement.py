"""The window on screens of several sizes; each start is a process, as screens are set there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
# Starts the program as a person does, says how its window stands, and closes it.
STARTS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.app import application, run
from ui.window.main_window import MainWindow
app = application(["test"])
def look():
    window = next(w for w in app.topLevelWidgets() if isinstance(w, MainWindow))
    inside = window.screen().availableGeometry().contains(window.geometry())
    print(window.isMaximized(), inside, window.width(), window.height(), flush=True)
    if "maximise" in sys.argv:
        window.showMaximized()
    QTimer.singleShot(50, window.close)
QTimer.singleShot(0, look)
run()
"""


def started(folder: Path, size: tuple[int, int], *arguments: str) -> list[str]:
    screen = {"name": "one", "x": 0, "y": 0, "width": size[0], "height": size[1]}
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": [screen]}))
    env = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "PYTHONPATH": str(ROOT),
        "XDG_CONFIG_HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "HOME": str(folder),
    }
    done = subprocess.run(
        [sys.executable, "-c", STARTS, *arguments],
        env=env,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout.split()


@pytest.mark.linux
def test_the_window_fits_its_screen_and_stays_maximised(tmp_path):
    assert started(tmp_path, (1366, 768))[:2] == ["True", "True"]
    folder = tmp_path / "large"
    folder.mkdir()
    assert started(folder, (1920, 1080), "maximise") == ["False", "True", "1366", "768"]
    assert started(folder, (1920, 1080))[0] == "True"
