"""Unforeseen failures in any thread: log them, say so calmly, and let the work go on."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QObject, Qt, Signal, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication, QMainWindow
from shiboken6 import Shiboken

from cxworkshop import log
from cxworkshop.i18n import _
from ui.theme.theme import Theme

if TYPE_CHECKING:  # what is needed after a failure is imported then, and not at every start
    from PySide6.QtCore import QMessageLogContext, QtMsgType

    from ui.widgets.message_panel import MessagePanel
    from ui.window.qt_messages import QtMessages

QUIET = 10.0  # seconds in which the same failure is not shown again
MOST = 5  # reports that are copied together


class Failures(QObject):
    """Shows every failure from now on at the top of the window in front."""

    _happened = Signal(str)

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._panel: MessagePanel | None = None
        self._reports: list[str] = []
        self._quiet_until: dict[str, float] = {}
        # Queued: it may happen in another thread, or in the middle of painting.
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)
        log.parts[:] = [f"PySide6 {PySide6.__version__}", f"Qt {qVersion()}"]
        log.watch(self._report)
        qInstallMessageHandler(_qt_log())

    def _report(self, error: BaseException, _written: bool) -> None:
        self._happened.emit(log.report(error))

    def _show(self, report: str) -> None:
        if not self._is_shown:
            self._reports = []
        if report in self._reports or time.monotonic() < self._quiet_until.get(report, 0.0):
            return
        self._reports = [*self._reports, report][-MOST:]
        text = _(
            "Something went wrong, and your last step may not have been done. You can go on. "
            "The details help whoever looks after CX Workshop, and contain nothing that anybody "
            "said."
        )
        self._say(text, _("Copy details"))

    @property
    def _is_shown(self) -> bool:
        """Whether the panel is in sight; a dialog that is closed takes its panel with it."""
        panel = self._panel
        return panel is not None and Shiboken.isValid(panel) and panel.isVisible()

    def _say(self, text: str, copy: str) -> None:
        from ui.widgets.message_panel import message_panel

        in_front = QApplication.activeModalWidget() or self._window
        panel = message_panel(in_front, self._theme, "failure")
        self._panel = panel or message_panel(self._window, self._theme, "failure")
        if self._panel is not None:
            self._panel.show_message(text, (copy, self._copy), (_("Continue"), self._continue))

    def _copy(self) -> None:
        QApplication.clipboard().setText("\n".join(self._reports))
        self._say(_("The details are copied. Paste them into a message."), _("Copy again"))

    def _continue(self) -> None:
        again = time.monotonic() + QUIET
        self._quiet_until = dict.fromkeys(self._reports, again)
        self._reports = []


def _qt_log() -> Callable[[QtMsgType, QMessageLogContext, str], None]:
    """Return what takes Qt's messages; what it needs is imported at the first of them."""

    @cache
    def messages() -> QtMessages:
        from ui.window.qt_messages import QtMessages

        return QtMessages()

    def take(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        messages()(kind, context, message)

    return take
