"""Names for workshop files: one that a person chooses, or one that is not taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cxworkshop.i18n import _


def free_name(path: Path) -> Path:
    """A path beside the file that is not taken: `Retreat (2).cxw`."""
    number = 2
    while (free := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists():
        number += 1
    return free


def choose_name(parent: QWidget, path: Path) -> Path | None:
    """Ask where to save a workshop; None when it is cancelled."""
    options = QFileDialog.Option.DontConfirmOverwrite  # nothing is overwritten: the core refuses
    name, _kind = QFileDialog.getSaveFileName(
        parent.window(),
        _("Save as"),
        path.name,
        _("Workshops (*.cxw)"),
        options=options,
    )
    return Path(name).with_suffix(".cxw") if name else None
