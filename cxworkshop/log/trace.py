"""A failure as text for a log: kinds, places and lines of our own code, and nothing that anybody
typed.

Messages of exceptions and values of variables are left out: they quote customers' words, names of
files and of folders, and those hold names of people.
"""

from __future__ import annotations

import errno
import linecache
from collections.abc import Iterator
from types import TracebackType

OURS = ("cxworkshop", "ui")  # lines of other modules may stand in somebody's script
FIRST, LAST = 10, 30  # frames of a traceback that are told; a recursion has thousands


def describe(error: BaseException) -> str:
    """The failure and those behind it, the oldest first, as Python prints them."""
    return "\n\n".join("\n".join(_told(one)) for one in reversed(list(_chain(error))))


def name_of(error: BaseException) -> str:
    """Its kind, with the system's or SQLite's own name for what was wrong."""
    kind = type(error)
    where = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    facts = [fact for fact in (_system_name(error), _sqlite_name(error)) if fact]
    return f"{where}{kind.__qualname__}" + (f" ({', '.join(facts)})" if facts else "")


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _told(error: BaseException) -> Iterator[str]:
    places = list(_places(error.__traceback__))
    left_out = len(places) - FIRST - LAST
    if left_out > 0:
        places[FIRST:-LAST] = [f"  ({left_out} more)"]
    yield from places
    yield name_of(error)


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        frame, line = trace.tb_frame, trace.tb_lineno
        module = str(frame.f_globals.get("__name__", "?"))
        yield f"  {module}, line {line}, in {frame.f_code.co_qualname}"
        if module.partition(".")[0] in OURS:
            code = linecache.getline(frame.f_code.co_filename, line).strip()
            if code:
                yield f"    {code}"
        trace = trace.tb_next


def _system_name(error: BaseException) -> str:
    number = error.errno if isinstance(error, OSError) else None
    return errno.errorcode.get(number, str(number)) if number is not None else ""


def _sqlite_name(error: BaseException) -> str:
    name = getattr(error, "sqlite_errorname", "")
    return name if isinstance(name, str) else ""
