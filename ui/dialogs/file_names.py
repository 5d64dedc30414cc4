"""Names for workshop files: one chosen by a person, one that is still free."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cxworkshop.i18n import _


def free_name(path: Path) -> Path:
    """A name beside the file that nothing has yet: `Retreat (2).cxw`."""
    number = 2
    while (there := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists():
        number += 1
    return there


def choose_name(parent: QWidget, path: Path) -> Path | None:
    """Where somebody wants a workshop to be saved; None when they thought better of it."""
    options = QFileDialog.Option.DontConfirmOverwrite  # nothing is overwritten: the core says so
    name, _kind = QFileDialog.getSaveFileName(
        parent.window(),
        _("Save as"),
        path.name,
        _("Workshops (*.cxw)"),
        options=options,
    )
    return Path(name).with_suffix(".cxw") if name else None
