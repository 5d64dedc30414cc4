"""Names for workshop files: one that a person chooses, or one that is not taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cxworkshop.filenames import shown, with_ending
from cxworkshop.i18n import _


def choose_name(parent: QWidget, path: Path) -> Path | None:
    """Ask where to save a workshop; None when it is cancelled."""
    options = QFileDialog.Option.DontConfirmOverwrite  # nothing is overwritten: the core refuses
    name, _kind = QFileDialog.getSaveFileName(
        parent.window(),
        _("Save as"),
        shown(path.name),
        _("Workshops (*.cxw)"),
        options=options,
    )
    return with_ending(Path(name)) if name else None
