"""The `cxworkshop` script: a command, or the window, which waits for no command's libraries."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from cxworkshop import log
from cxworkshop.i18n import _

EXAMPLE = "--example"  # the window with the worked example in it


def has_screen() -> bool:
    """Whether a window can be seen here."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def start(arguments: Sequence[str] | None = None) -> int:
    """A command, or the window: with nothing named, or with a workshop's file."""
    log.watch()
    given = list(sys.argv[1:] if arguments is None else arguments)
    example = given == [EXAMPLE]
    if given and not example and not _is_file(given):
        return main(given)
    if not has_screen():
        sys.stderr.write(_("There is no screen here. See: cxworkshop --help") + "\n")
        return 2
    from ui.app import run

    return run(Path(given[0]) if given and not example else None, example=example)


def main(arguments: Sequence[str]) -> int:
    """One command."""
    from ui.commands import main as command

    return command(arguments)


def _is_file(given: list[str]) -> bool:
    """One name that is no command; none of these has a point in it, and most files have."""
    if len(given) > 1 or given[0].startswith("-"):
        return False
    if "." in given[0]:
        return True
    from ui.commands import is_command

    return not is_command(given[0])


if __name__ == "__main__":
    sys.exit(start())
