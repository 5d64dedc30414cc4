"""Where files are: those shipped with the program, and the data that it keeps."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """A shipped file: beside the package in a checkout, inside it when installed."""
    inside = PACKAGE / "_resources"
    return (inside if inside.is_dir() else PACKAGE.parent / "resources").joinpath(*parts)


def guide_page(name: str, language: str) -> Path | None:
    """A page of the guide, such as "stop-3", in this language if the guide has it.

    It goes along in what is installed; in a checkout packaging/build_guide.py makes it. CXW_GUIDE
    overrides both, for writers trying their work. None where there is no guide.
    """
    override = os.environ.get("CXW_GUIDE")
    shipped = (resource("guide"), PACKAGE.parent / "build" / "guide")
    for guide in [Path(override)] if override else shipped:
        for folder in (guide / language, guide / language.partition("_")[0], guide):
            page = folder / f"{name}.html"
            if page.is_file():
                return page
    return None


def locale_folder() -> Path:
    """The folder of translations; CXW_LOCALE overrides it, for translators trying their work."""
    override = os.environ.get("CXW_LOCALE")
    return Path(override) if override else resource("locale")


def data_folder() -> Path:
    """This user's local folder for sessions and backups; never one that roams or syncs.

    CXW_HOME overrides it, and with a portable folder all is kept there.
    """
    override = os.environ.get("CXW_HOME")
    if override:
        return Path(override)
    portable = portable_folder()
    if portable is not None:
        return portable
    if sys.platform == "linux":
        return _linux_data() / "CXWorkshop"
    import platformdirs  # here, to show the window sooner

    return Path(platformdirs.user_data_dir("CXWorkshop", appauthor=False, roaming=False))


def portable_folder() -> Path | None:
    """The folder called `portable` beside the program, if there is one, such as on a stick.

    With it nothing is kept on the computer, and no settings either. CXW_PORTABLE names another.
    """
    named = os.environ.get("CXW_PORTABLE")
    if named:
        return Path(named)
    is_bundle = getattr(sys, "frozen", False)
    folder = (Path(sys.executable) if is_bundle else PACKAGE).parent / "portable"
    return folder if folder.is_dir() else None


def _linux_data() -> Path:
    """What platformdirs answers, which takes 8 ms to import."""
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".local/share"
