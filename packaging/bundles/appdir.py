"""A program that PyInstaller put together, as the folder that appimagetool makes an AppImage of."""

from __future__ import annotations

import shutil
from pathlib import Path

from bundles.archive import settle
from bundles.debian import LINUX, lay_out
from bundles.icons import DRAWINGS, ID, add_icons
from bundles.release import SOURCES, Release

STARTER = "AppRun"


def build_appdir(program: Path, appdir: Path, release: Release, python: Path) -> Path:
    """Write the folder in place of any that is there; the same program makes the same files."""
    if appdir.exists():
        shutil.rmtree(appdir)
    lay_out(program, appdir, release)
    icons = appdir / "usr/share/icons/hicolor"
    add_icons(icons, python)
    shutil.copy(icons / f"256x256/apps/{ID}.png", appdir / ".DirIcon")
    shutil.copy(SOURCES / "icons" / DRAWINGS[f"apps/{ID}"], appdir / f"{ID}.svg")
    shutil.copy(LINUX / f"{ID}.desktop", appdir)
    shutil.copy(LINUX / STARTER, appdir)
    settle(appdir, release)
    (appdir / STARTER).chmod(0o755)
    return appdir
