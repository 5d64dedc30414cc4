"""The `cxworkshop` script: run a command or open the window; each imports only what it needs."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cxworkshop import log, memory, private_files
from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from cxworkshop.system_clock import refuse_impossible_clock

EXAMPLE = "--example"  # open the window with the worked example
SMOKE = "--smoke"  # try whether the program works here, draw PNG, and end
GUIDE = "--guide"  # open the guide in the browser, and end: the start menu has it
TODAY = "--today"  # open the window on another day, for a rehearsal


def has_screen() -> bool:
    """Whether this computer can show a window."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def start(arguments: Sequence[str] | None = None) -> int:
    """Run a command; with nothing, or only a workshop's file, open the window."""
    log.watch()
    private_files.keep_others_out()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == [SMOKE] and len(given) == 2:
        return _smoke(Path(given[1]))
    if given == [GUIDE]:
        return _guide()
    rest, day = _without_today(given)
    example = rest == [EXAMPLE]
    if rest and not example and not _is_file(rest):
        return main(given)
    try:
        today = _day(day)
        refuse_impossible_clock()
    except (ValueError, Refusal) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if not has_screen():
        return _no_screen()
    gc.disable()  # for good (ui/window/garbage.py); to look through imports takes 20 ms of a start
    from ui.app import run

    return run(Path(rest[0]) if rest and not example else None, example=example, today=today)


def _smoke(picture: Path) -> int:
    if not has_screen():
        return _no_screen()
    from ui.window.smoke import smoke

    return smoke(picture)


def _guide() -> int:
    if not has_screen():
        return _no_screen()
    from ui.app import show_guide

    if show_guide():
        return 0
    sys.stderr.write(_("The guide is not here, or there is no browser that shows it.") + "\n")
    return 2


def _no_screen() -> int:
    sys.stderr.write(_("There is no screen here. See: cxworkshop --help") + "\n")
    return 2


def _without_today(given: list[str]) -> tuple[list[str], str | None]:
    """Take `--today D` or `--today=D` out of the arguments; the window can open on any day."""
    rest, day = list(given), None
    for place, word in enumerate(given):
        if word == TODAY:
            day = " ".join(given[place + 1 : place + 2])
            del rest[place : place + 2]
            break
        if word.startswith(f"{TODAY}="):
            day = word.partition("=")[2]
            del rest[place]
            break
    return rest, day


def _day(written: str | None) -> date | None:
    """The day that the window believes in; raises ValueError, in a sentence, for what is none."""
    if written is None:
        return None
    from cxworkshop.commands.shared import DAY

    try:
        return DAY.convert(written, None, None)
    except Exception as error:
        raise ValueError(getattr(error, "message", "") or str(error)) from None


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code."""
    atexit.register(gc.freeze)  # Python ends with one more look through all
    with memory.seldom_collected():  # to look through imports takes a tenth of a command's time
        from ui.commands import main as command

        return command(arguments)


def _is_file(given: list[str]) -> bool:
    """Whether it is one name that is no command. Commands have no dots, and most files do."""
    if len(given) > 1 or given[0].startswith("-"):
        return False
    if "." in given[0]:
        return True
    from ui.commands import is_command

    return not is_command(given[0])


if __name__ == "__main__":
    sys.exit(start())
