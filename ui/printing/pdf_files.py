"""PDFs as files: kept where somebody wants them, or lent to the computer's own PDF viewer."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from cxworkshop.sheets.layout.document import publish

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST = 80


@cache
def _lent() -> tempfile.TemporaryDirectory[str]:
    """A folder that lives as long as the program."""
    return tempfile.TemporaryDirectory(prefix="cxworkshop-")


def named(title: str) -> str:
    """A title as the name of a PDF on any computer."""
    return f"{_NOT_IN_NAMES.sub(' ', title).strip(' .')[:_LONGEST].strip() or 'print'}.pdf"


def free(folder: Path, name: str) -> Path:
    """A place in the folder that nothing stands at: "plan.pdf", else "plan (2).pdf"."""
    place, number = folder / name, 1
    while place.exists():
        number += 1
        place = folder / f"{Path(name).stem} ({number}).pdf"
    return place


def keep_each(folder: Path, names: list[str], pdfs: tuple[bytes, ...]) -> list[Path]:
    """A file for each; what is there already stays as it is. Raises CannotPrint."""
    written = []
    for name, data in zip(names, pdfs, strict=True):
        place = free(folder, name)
        publish(data, place)
        written.append(place)
    return written


def show_in_viewer(title: str, data: bytes) -> bool:
    """Open a copy in the computer's PDF viewer; False where it has none. Raises CannotPrint."""
    place = free(Path(_lent().name), named(title))
    publish(data, place)
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
