"""What the window says and offers when a file can't be opened, saved or closed.

Each refusal of the store has its own sentence; here it gets its way on, as one button.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from ui.widgets.refusal_panel import RefusalPanel
from ui.window.disk_work import DiskWork

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from ui.bridge import Bridge
    from ui.widgets.message_panel import Way
    from ui.window.desk import Desk
    from ui.window.save_elsewhere import SaveElsewhere

HALF_A_SECOND = 500  # milliseconds: at most so much of what is half typed is lost


class SaveStatus(QObject):
    """Watches over the open workshop, and speaks by the window's panel.

    `open_wanted` asks the window to open a file, `choose_wanted` to let somebody choose one,
    `import_wanted` to bring a file that is no workshop into a new one, `copies_wanted` to show a
    file's earlier copies, `rescue_wanted` what can be done about a damaged one.
    """

    open_wanted = Signal(Path)
    choose_wanted = Signal()
    import_wanted = Signal(Path)
    copies_wanted = Signal(Path)
    rescue_wanted = Signal(Path, str)

    def __init__(self, parent: QObject, disk: DiskWork) -> None:
        super().__init__(parent)
        self._disk = disk
        self._bridge: Bridge | None = None
        self._desk: Callable[[], Desk | None] = lambda: None
        self._panel: Callable[[], RefusalPanel] | None = None
        self._made_elsewhere: SaveElsewhere | None = None
        self._said: type[Refusal] | None = None
        self._typed = ""
        self._clock = QTimer(self)
        self._clock.setInterval(HALF_A_SECOND)
        self._clock.timeout.connect(self.keep_typed)

    def speak_by(self, panel: Callable[[], RefusalPanel], desk: Callable[[], Desk | None]) -> None:
        """Where to speak and where to look; both are made anew when the text size changes."""
        self._panel, self._desk = panel, desk

    def watch(self, bridge: Bridge) -> None:
        """This workshop is open now."""
        self._bridge, self._said, self._typed = bridge, None, ""
        bridge.workshop.file.patience = self._disk.patience
        bridge.trouble.connect(self._troubled)
        self._clock.start()

    def unwatch(self) -> None:
        """It is closed."""
        self._clock.stop()
        self._disk.give_up()
        self._bridge = None

    def could_not_open(self, refusal: Refusal, path: Path) -> None:
        """Say why, with the button that helps."""
        words, do = self._way_in(refusal, path)
        self._say(refusal, words, do)

    def could_not_close(self, refusal: Refusal, leave: Callable[[], object]) -> None:
        """Something is safe here and not in the file yet; `leave` closes it all the same."""
        safe = _("It is safe on this laptop, and comes back when you open it again.")
        text = f"{refusal.sentence} {safe}"
        self._panel_now().show_sentence(
            text, fine=_("Stay"), other=_("Close all the same"), otherwise=leave
        )

    def say_again(self) -> None:
        """The trouble that is there, for somebody who asks."""
        trouble = self._bridge.trouble_now if self._bridge else None
        if trouble is not None:
            self._said = None
            self._troubled(trouble)

    def save_as(self) -> None:
        """Go on in another file, which somebody chooses."""
        if self._bridge is not None:
            self._elsewhere.choose(self._bridge)

    def keep_typed(self) -> None:
        """Twice a second: what is half typed goes into the session, if it is other words."""
        desk = self._desk()
        if self._bridge is None or desk is None:
            return
        typed = desk.half_typed()
        text = json.dumps(typed, ensure_ascii=False) if typed else ""
        if text != self._typed:
            self._typed = text
            self._bridge.workshop.file.keep_typed(text)

    def bring_back_typed(self) -> None:
        """Put what was half typed when the program ended back where it was."""
        desk = self._desk()
        if self._bridge is None or desk is None:
            return
        try:
            typed = json.loads(self._bridge.workshop.file.typed() or "{}")
            desk.take_half_typed(typed)
        except (ValueError, TypeError, KeyError, AttributeError):
            return  # of another version, or torn by a power cut: the words are gone, nothing else

    def _troubled(self, trouble: object) -> None:
        """Say it once, not at every try; and no more when it is over."""
        if not isinstance(trouble, Refusal):
            if self._said is not None:
                self._panel_now().hide()
            self._said = None
            return
        if type(trouble) is self._said:
            return
        self._said = type(trouble)
        words, do = self._way_out(trouble)
        self._panel_now().show_sentence(
            self._with_comfort(trouble),
            fine=_("Later"),
            other=words,
            otherwise=do,
            takes_focus=False,
        )

    def _way_out(self, trouble: Refusal) -> Way:
        from cxworkshop.store.refusals import ChangedElsewhere

        if isinstance(trouble, ChangedElsewhere):
            return _("Keep both"), self._keep_both
        return _("Save as …"), self.save_as

    def _way_in(self, refusal: Refusal, path: Path) -> Way:
        from cxworkshop.store import refusals

        help_ = (_("What can be done …"), partial(self.rescue_wanted.emit, path, refusal.sentence))
        again = (_("Try again"), partial(self.open_wanted.emit, path))
        choose = (_("Choose another …"), self.choose_wanted.emit)
        ways: dict[type[Refusal], Way] = {
            refusals.LeftElsewhere: (_("Keep both"), partial(self._elsewhere.keep_left, path)),
            refusals.LeftAlone: (
                _("Choose where to save …"),
                partial(self._elsewhere.save_left, path),
            ),
            refusals.NotAWorkshop: (_("Import it …"), partial(self.import_wanted.emit, path)),
            refusals.NewerFile: (_("Earlier copies …"), partial(self.copies_wanted.emit, path)),
            refusals.DamagedFile: help_,
            refusals.CutShort: help_,
            refusals.CannotUpgrade: help_,
            refusals.NoSuchFile: choose,
            refusals.TooLarge: choose,
        }
        return ways.get(type(refusal), again)

    @property
    def _elsewhere(self) -> SaveElsewhere:
        """Made, and imported, when it is first wanted."""
        from ui.window.save_elsewhere import SaveElsewhere

        if self._made_elsewhere is None:
            self._made_elsewhere = made = SaveElsewhere(self, self._disk, self._panel_now)
            made.moved.connect(self._forget_trouble)
            made.open_wanted.connect(self.open_wanted)
        return self._made_elsewhere

    def _keep_both(self) -> None:
        if self._bridge is not None:
            self._elsewhere.keep_both(self._bridge)

    def _forget_trouble(self) -> None:
        self._said = None

    def _say(
        self,
        refusal: Refusal,
        words: str,
        do: Callable[[], object],
    ) -> None:
        self._panel_now().show_sentence(refusal.sentence, other=words, otherwise=do)

    def _panel_now(self) -> RefusalPanel:
        assert self._panel is not None
        return self._panel()

    def _with_comfort(self, trouble: Refusal) -> str:
        if self._bridge is None or not self._bridge.is_safe:
            return trouble.sentence
        return f"{trouble.sentence} " + _("Everything so far is safe on this laptop.")
