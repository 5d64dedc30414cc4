"""Closing a workshop whose newest steps are not in its file: the window says so, with ways on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from cxworkshop import log
from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.window.disk_work import LOOK

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from ui.bridge import Bridge
    from ui.widgets.message_panel import MessagePanel, Way


@dataclass(frozen=True)
class ClosingChoices:
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

    def ask(self, bridge: Bridge, error: Exception, ways: ClosingChoices) -> Refusal | None:
        """Ask where something would be lost or waited for; else return what is to be said."""
        from cxworkshop.store.refusals import NoAnswer, NotSaved

        if isinstance(error, Refusal):
            refusal = error
        else:
            log.failure("closing", error)
            refusal = NotSaved(bridge.workshop.path.name)
        if isinstance(refusal, NoAnswer):
            self._wait_for_disk(bridge, refusal.sentence, ways)
        elif not bridge.is_safe:
            self.stop()
            self._ask(refusal.sentence, bridge, ways)
        else:
            return refusal
        return None

    def _wait_for_disk(self, bridge: Bridge, sentence: str, ways: ClosingChoices) -> None:
        """Say what is waited for, and close when the disk has answered.

        Not any more once somebody goes on working.
        """
        self.stop()
        self._bridge, self._close = bridge, ways.close
        bridge.changed.connect(self.stop)
        self._clock.start()
        safe, alone = (
            _("It is safe on this laptop."),
            _("Your newest steps are in this window alone."),
        )
        what = safe if bridge.is_safe else alone
        when = _("It closes when the disk answers.")
        self._ask(f"{sentence} {what} {when}", bridge, ways, (_("Wait on"), lambda: None))

    def stop(self, _changes: object = None) -> None:
        """Stay open."""
        self._clock.stop()
        if self._bridge is not None:
            self._bridge.changed.disconnect(self.stop)
            self._bridge = None
        panel = self._panel()
        if panel is not None:
            panel.hide()

    def _ask(self, sentence: str, bridge: Bridge, ways: ClosingChoices, *more: Way) -> None:
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
        from ui.widgets.message_panel import message_panel

        return message_panel(self._window, self._theme, "closing")
