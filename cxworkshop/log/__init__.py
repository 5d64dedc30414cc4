"""What went wrong, for whoever has to find out why: a small rotating log in the data folder.

No words of people stand in it, in no file name and no message of an exception: an entry is a fixed
text of ours, numbers, kinds of exceptions and places in code. A workshop is known by a hash.
"""

from __future__ import annotations

import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from cxworkshop import __version__, paths
from cxworkshop.filenames import shown
from cxworkshop.i18n import _

INFO, ERROR = 20, 40  # logging's own levels; logging itself is imported with the first entry

parts: list[str] = []  # what else the program is made of, such as "Qt 6.11.3"
_times: Counter[tuple[Path, str]] = Counter()
_MANY = 500  # failures of different kinds that are counted


def path() -> Path:
    """Where the newest entries are."""
    return paths.data_folder() / "log" / "cxworkshop.log"


def note(
    what: str,
    workshop: Path | None = None,
    kind: type[BaseException] | None = None,
    **numbers: int,
) -> None:
    """Add an entry; `what` is a text from our code, never one that somebody typed."""
    facts = [f"{name}={number}" for name, number in numbers.items()]
    if workshop is not None:
        facts.insert(0, f"workshop={code_of(workshop)}")
    if kind is not None:
        facts.append(f"kind={kind.__qualname__}")
    _write(INFO, " ".join([what, *facts]))


def failure(where: str, error: BaseException) -> bool:
    """Add a failure with its traceback, shortened when it comes again and again.

    False when it could not be written.
    """
    from cxworkshop.log.trace import describe, name_of

    try:
        told = describe(error)
        times = _count(told)
        if times & (times - 1):  # not 1, 2, 4, 8 …
            return True
        if times > 1:
            return _write(ERROR, f"{where} failed again, {times} times so far: {name_of(error)}")
        return _write(ERROR, f"{where} failed\n{told}")
    except Exception:  # out of memory, say: a log must never be the next failure
        return False


@contextmanager
def logged(where: str) -> Iterator[None]:
    """Go on after whatever fails inside, once it is in the log."""
    try:
        yield
    except Exception as error:
        failure(where, error)


def code_of(workshop: Path) -> str:
    """A workshop's file as eight letters and digits: the beginning of its session's folder name.

    Its path must be the real one.
    """
    from cxworkshop.blake2 import blake2b

    return blake2b(str(workshop).encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()[:8]


def about() -> str:
    """This program and what it runs on, in one line."""
    import platform

    python = f"Python {platform.python_version()}"
    return ", ".join([f"CX Workshop {__version__}", python, *parts, platform.platform()])


def report(error: BaseException) -> str:
    """A failure for somebody who can mend it, without people's words."""
    from cxworkshop.log.trace import describe

    return f"{about()}\n\n{describe(error)}\n"


def sentence(*, written: bool) -> str:
    """What a person without a window is told of a failure."""
    if not written:
        return _("Something went wrong that should not have, and the log can't be written either.")
    return _("Something went wrong that should not have. Details are in {log}.").format(
        log=shown(path())
    )


def watch(tell: Callable[[BaseException, bool], object] | None = None) -> None:
    """Put every failure that nobody caught into the log, from any thread.

    `tell` hears of it too, in the thread where it happened, and whether it was written; without
    it one sentence goes to standard error.
    """

    def hear(where: str, error: BaseException) -> None:
        written = failure(where, error)
        with logged("telling of a failure"):
            (tell or _print)(error, written)

    def uncaught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            hear("program", error)
        else:
            sys.__excepthook__(kind, error, trace)

    def in_thread(hooked: threading.ExceptHookArgs) -> None:
        if hooked.exc_value is not None:
            hear("thread", hooked.exc_value)

    def unraisable(hooked: sys.UnraisableHookArgs) -> None:
        if hooked.exc_value is not None:
            failure("clean-up", hooked.exc_value)

    sys.excepthook, threading.excepthook = uncaught, in_thread
    sys.unraisablehook = unraisable


def _print(_error: BaseException, written: bool) -> None:  # noqa: FBT001 - as `tell` is called
    with suppress(OSError, AttributeError):  # a program without a console has no standard error
        sys.stderr.write(sentence(written=written) + "\n")


def _count(told: str) -> int:
    if len(_times) > _MANY:
        _times.clear()
    _times[path(), told] += 1
    return _times[path(), told]


def _write(level: int, text: str) -> bool:
    try:
        from cxworkshop.log.rotating import write

        return write(path(), level, text, about)
    except Exception:  # no folder, no room, no memory
        return False
