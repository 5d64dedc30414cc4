"""Let what was done reach the Wall."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from ui.wall.show import WallShow


def settle() -> None:
    """Let everything happen that waits, what the Wall would read a little later too."""
    for _turn in range(6):
        QApplication.processEvents()
        for show in (
            one for w in QApplication.topLevelWidgets() for one in w.findChildren(WallShow)
        ):
            show.refresh_if_waiting()
