"""Qt's own messages in the log, without the words that Qt quotes in them."""

from __future__ import annotations

import re
import sys
from collections import Counter
from contextlib import suppress

from PySide6.QtCore import QMessageLogContext, QtMsgType

from cxworkshop import log

KINDS = {
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}
_PLACE = re.compile(
    r"Q\w+(::\w+)+(?=[:( ])", re.ASCII
)  # "QPainter::begin: …": the function in Qt, named first
_CATEGORY = re.compile(r"[a-z]+(\.[a-z0-9]+)*")


class QtMessages:
    """Takes what Qt says: logs where in Qt it comes from, and prints all of it as Qt would."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()

    def __call__(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        with suppress(Exception):  # Qt calls this at any moment, even while the program ends
            if kind in KINDS:
                self._log(f"Qt {KINDS[kind]} {_category(context)} {_place(message)}")
            sys.stderr.write(f"{message}\n")

    def _log(self, what: str) -> None:
        self._times[what] += 1
        times = self._times[what]
        if not times & (times - 1):  # 1, 2, 4, 8 …: some come with every paint event
            log.note(what, times=times)


def _category(context: QMessageLogContext) -> str:
    found = _CATEGORY.fullmatch(context.category or "")
    return found[0] if found else "?"


def _place(message: str) -> str:
    found = _PLACE.match(message)
    return found[0] if found else "?"
