"""PDFs as files: saved where somebody wants them, or opened in the computer's PDF viewer."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from cxworkshop.filenames import free, safe_name
from cxworkshop.sheets.layout.document import publish

_LONGEST = 80


@cache
def _temporary() -> tempfile.TemporaryDirectory[str]:
    """A folder that is removed when the program ends."""
    return tempfile.TemporaryDirectory(prefix="cxworkshop-")


def file_name(title: str) -> str:
    """The title as a name that a PDF may have on any computer."""
    return safe_name(title[:_LONGEST], ".pdf", "print")


def free_path(folder: Path, name: str) -> Path:
    """A path in the folder that is not taken: "plan.pdf", else "plan (2).pdf"."""
    return free(folder / name, ".pdf")


def write_each(folder: Path, names: list[str], pdfs: tuple[bytes, ...]) -> list[Path]:
    """Write a file for each, and overwrite none. Raises CannotPrint."""
    written = []
    for name, data in zip(names, pdfs, strict=True):
        path = free_path(folder, name)
        publish(data, path)
        written.append(path)
    return written


def show_in_viewer(title: str, data: bytes) -> bool:
    """Open a copy in the computer's PDF viewer; False where it has none. Raises CannotPrint."""
    path = free_path(Path(_temporary().name), file_name(title))
    publish(data, path)
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
