"""One soft sound when the time is up: played by what the system has, or its bell, or not at all."""

from __future__ import annotations

import shutil
import sys

from PySide6.QtWidgets import QApplication

from cxworkshop import paths

PLAYERS = ("afplay", "pw-play", "paplay", "aplay")  # of macOS and of Linux


def chime() -> None:
    """Sound once, without waiting for it; a computer without sound stays silent."""
    sound = str(paths.resource("sounds", "chime.wav"))
    if sys.platform == "win32":
        _play_on_windows(sound)
    else:
        player = next(filter(None, map(shutil.which, PLAYERS)), None)
        if player is None or not _play(player, sound):
            QApplication.beep()


def _play(player: str, sound: str) -> bool:
    """Start a player of its own; what it says is nobody's concern."""
    from PySide6.QtCore import QProcess  # not before the first paint

    process = QProcess()
    process.setProgram(player)
    process.setArguments([sound])
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    started: object = process.startDetached()
    return bool(started[0] if isinstance(started, tuple) else started)


def _play_on_windows(sound: str) -> None:
    if sys.platform == "win32":  # for the type checker, too
        import winsound

        try:
            winsound.PlaySound(sound, winsound.SND_FILENAME | winsound.SND_ASYNC)
        except RuntimeError:  # no device
            QApplication.beep()
