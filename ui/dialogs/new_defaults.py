"""What a new workshop begins with on this laptop: paper, and the folder that it is kept in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from cxworkshop.filenames import is_folder, shown

A4, LETTER = "A4", "Letter"
FOLDER = "CX Workshop"  # in the folder of documents


@dataclass(frozen=True)
class NewDefaults:
    """Kept from workshop to workshop; the folder need not be there yet."""

    paper: str
    folder: Path

    @classmethod
    def load(cls) -> NewDefaults:
        """As chosen last; else A4, and a folder of our own among the documents."""
        kept = QSettings()
        paper = str(kept.value("new/paper", A4))
        folder = str(kept.value("new/folder", ""))
        is_path = bool(folder) and "\0" not in folder and Path(folder).is_absolute()
        return cls(
            paper if paper in (A4, LETTER) else A4,
            Path(folder) if is_path else documents() / FOLDER,
        )

    def save(self) -> None:
        """Begin with these from now on."""
        kept = QSettings()
        kept.setValue("new/paper", self.paper)
        kept.setValue("new/folder", str(self.folder))


def documents() -> Path:
    """The folder in which people keep their documents; else their home."""
    kind = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(kind))
    return folder if is_folder(folder) else Path.home()


def pictures() -> Path:
    """The folder in which people keep their pictures; else their home."""
    kind = QStandardPaths.StandardLocation.PicturesLocation
    folder = Path(QStandardPaths.writableLocation(kind))
    return folder if is_folder(folder) else Path.home()


def readable_place(path: Path) -> str:
    """A path for people: from their own folder on, "Documents › CX Workshop › Pool.cxw"."""
    try:
        parts = path.relative_to(Path.home()).parts
    except ValueError:
        return shown(path)
    return " › ".join(shown(part) for part in parts) or shown(path)
