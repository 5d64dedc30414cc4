"""Closing a workshop whose newest steps are not in its file: say so, and offer choices."""

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
from ui.window.disk_work import CHECK

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from ui.bridge import Bridge
    from ui.widgets.message_panel import MessagePanel, Way


@dataclass(frozen=True)
class ClosingChoices:
    """What the window can do: try to close again, save as another file, or close unsaved."""

    close: Callable[[], object]
    save_as: Callable[[], object]
    close_unsaved: Callable[[], object]


class Closing(QObject):
    """Asks what to do. If a disk is waited for and answers meanwhile, the workshop closes."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._bridge: Bridge | None = None  # whose disk is waited for
        self._watched: Bridge | None = None  # whose newest steps would be lost
        self._close: Callable[[], object] = lambda: None
        self._clock = QTimer(self)
        self._clock.setInterval(CHECK)
        self._clock.timeout.connect(self._check_again)

    def ask(self, bridge: Bridge, error: Exception, choices: ClosingChoices) -> Refusal | None:
        """Ask what to do where steps would be lost or a disk is waited for.

        Otherwise return the refusal, for the caller to show.
        """
        from cxworkshop.store.refusals import NoAnswer, NotSaved

        if isinstance(error, Refusal):
            refusal = error
        else:
            log.failure("closing", error)
            refusal = NotSaved(bridge.workshop.path.name)
        if isinstance(refusal, NoAnswer):
            self._wait_for_disk(bridge, refusal.sentence, choices)
        elif not bridge.is_safe:
            self.stop()
            self._watched = bridge
            bridge.progressed.connect(self._progressed)
            self._ask(refusal.sentence, bridge, choices)
        else:
            return refusal
        return None

    def _wait_for_disk(self, bridge: Bridge, sentence: str, choices: ClosingChoices) -> None:
        """Say what is waited for, and close when the disk answers, unless the work goes on."""
        self.stop()
        self._bridge, self._close = bridge, choices.close
        bridge.changed.connect(self.stop)
        self._clock.start()
        safe = _("It is safe on this laptop.")
        in_memory = _("Your newest steps are only in this window.")
        where = safe if bridge.is_safe else in_memory
        when = _("It closes when the disk answers.")
        self._ask(f"{sentence} {where} {when}", bridge, choices, (_("Keep waiting"), lambda: None))

    def stop(self, _changes: object = None) -> None:
        """Stay open, and wait for nothing."""
        self._clock.stop()
        if self._watched is not None:
            self._watched.progressed.disconnect(self._progressed)
            self._watched = None
        if self._bridge is not None:
            self._bridge.changed.disconnect(self.stop)
            self._bridge = None
        panel = self._panel()
        if panel is not None:
            panel.hide()

    def _ask(self, sentence: str, bridge: Bridge, choices: ClosingChoices, *more: Way) -> None:
        lose = _("Close and lose the newest steps")
        close = _("Close anyway") if bridge.is_safe else lose
        panel = self._panel()
        if panel is not None:
            panel.show_message(
                sentence,
                (close, lambda: self._choose(choices.close_unsaved)),
                (_("Save as …"), lambda: self._choose(choices.save_as)),
                (_("Keep it open"), self.stop),
                *more,
            )

    def _choose(self, do: Callable[[], object]) -> None:
        self.stop()
        do()

    def _progressed(self) -> None:
        """Ask no longer once nothing would be lost, here or in another file."""
        if self._watched is not None and self._watched.is_safe:
            self.stop()

    def _check_again(self) -> None:
        if self._bridge is not None and self._bridge.has_answered:
            self._choose(self._close)

    def _panel(self) -> MessagePanel | None:
        from ui.widgets.message_panel import message_panel

        return message_panel(self._window, self._theme, "closing")
