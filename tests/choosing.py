"""Choosing files in the dialogs that ask for one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog


def choosing(monkeypatch, *paths: Path) -> None:
    """Let the next dialogs, one after the other, be answered with these; the last one for ever."""
    left = list(paths)

    def answer(dialog: QFileDialog) -> int:
        path = left.pop(0) if len(left) > 1 else left[0]
        dialog.selectFile(str(path))
        return 1

    monkeypatch.setattr(QFileDialog, "exec", answer)
