"""Closing a workshop whose newest steps are not in its file: the window says so, with ways on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.message_panel import MessagePanel, Way, message_panel
from ui.window.disk_work import LOOK

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from ui.bridge import Bridge


@dataclass(frozen=True)
class WaysOn:
    """What the window can do: try to close again, save elsewhere, or leave it as it is."""

    close: Callable[[], object]
    save_as: Callable[[], object]
    leave: Callable[[], object]


class Closing(QObject):
    """Asks what to do; a disk that is waited for may answer meanwhile, and then it closes."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._bridge: Bridge | None = None
        self._close: Callable[[], object] = lambda: None
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK)
        self._clock.timeout.connect(self._look_again)

    def wait_for_disk(self, bridge: Bridge, sentence: str, ways: WaysOn) -> None:
        """Say what is waited for, and close when the disk has answered.

        Not any more once somebody goes on working.
        """
        self.stop()
        self._bridge, self._close = bridge, ways.close
        bridge.changed.connect(self.stop)
        self._clock.start()
        what = _("It is safe on this laptop.") if bridge.is_safe else _in_memory_alone()
        when = _("The window closes when the disk answers.")
        self._ask(f"{sentence} {what} {when}", bridge, ways, (_("Wait on"), lambda: None))

    def warn(self, bridge: Bridge, sentence: str, ways: WaysOn) -> None:
        """Say that the newest steps would be lost."""
        self.stop()
        self._ask(sentence, bridge, ways)

    def stop(self, _changes: object = None) -> None:
        """Stay open."""
        self._clock.stop()
        if self._bridge is not None:
            self._bridge.changed.disconnect(self.stop)
            self._bridge = None
        panel = self._panel()
        if panel is not None:
            panel.hide()

    def _ask(self, sentence: str, bridge: Bridge, ways: WaysOn, *more: Way) -> None:
        lose = _("Close and lose the newest steps")
        leave = _("Close all the same") if bridge.is_safe else lose
        panel = self._panel()
        if panel is not None:
            panel.show_message(
                sentence,
                (leave, lambda: self._instead(ways.leave)),
                (_("Save as …"), lambda: self._instead(ways.save_as)),
                (_("Stay"), self.stop),
                *more,
            )

    def _instead(self, way: Callable[[], object]) -> None:
        self.stop()
        way()

    def _look_again(self) -> None:
        if self._bridge is not None and self._bridge.has_answered:
            self._instead(self._close)

    def _panel(self) -> MessagePanel | None:
        return message_panel(self._window, self._theme, "closing")


def _in_memory_alone() -> str:
    return _("Your newest steps are in this window alone.")
