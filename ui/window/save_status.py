"""What the window says and offers when a file can't be opened, saved or closed.

Each refusal of the store has its own sentence; here it gets one button that helps.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _
from ui.window.disk_work import DiskWork

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from ui.bridge import Bridge
    from ui.widgets.message_panel import Way
    from ui.widgets.refusal_panel import RefusalPanel
    from ui.window.save_elsewhere import SaveElsewhere

A_SECOND = 1000  # milliseconds between two looks whether the disk answers


class SaveStatus(QObject):
    """Watches the open workshop, and shows in the window's panel what stands in the way of saving.

    `open_wanted` asks the window to open a file, `choose_wanted` to let somebody choose one,
    `import_wanted` to bring a file that is no workshop into a new one, `merge_wanted` to merge
    another copy, `copies_wanted` to show a file's earlier copies, `rescue_wanted` what can be done
    about a damaged one. `moved` says that work goes on in another file.
    """

    open_wanted = Signal(Path)
    choose_wanted = Signal()
    import_wanted = Signal(Path)
    merge_wanted = Signal(Path)
    copies_wanted = Signal(Path)
    rescue_wanted = Signal(Path, str)
    moved = Signal()

    def __init__(self, parent: QObject, disk: DiskWork, panel: Callable[[], RefusalPanel]) -> None:
        super().__init__(parent)
        self._disk, self._panel = disk, panel
        self._bridge: Bridge | None = None
        self._shown: type[Refusal] | None = None
        self._trouble: Refusal | None = None  # that was shown last, and what was said about it
        self._said = ""
        self._clock = QTimer(self)
        self._clock.setInterval(A_SECOND)
        self._clock.timeout.connect(self._look_again)

    def watch(self, bridge: Bridge) -> None:
        """Watch a workshop that was opened."""
        self._bridge, self._shown = bridge, None
        bridge.workshop.file.patience = self._disk.patience
        bridge.trouble.connect(self._show_trouble)
        self._clock.start()

    def unwatch(self) -> None:
        """Watch nothing: the workshop was closed."""
        self._clock.stop()
        self._disk.give_up()
        self._bridge = None

    def could_not_open(self, refusal: Refusal, path: Path) -> None:
        """Say why, with the button that helps."""
        words, do = self._help_opening(refusal, path)
        self._say(refusal, words, do)

    def could_not_close(self, refusal: Refusal, close: Callable[[], object]) -> None:
        """Say what is in the way, and that the steps are safe here; `close` closes anyway."""
        from cxworkshop.store.refusals import TypingNotKept

        text = refusal.sentence
        if not isinstance(refusal, TypingNotKept):  # those words would not come back
            text += " " + _("It is safe on this laptop, and comes back when you open it again.")
        self._panel().show_sentence(
            text, fine=_("Keep it open"), other=_("Close anyway"), otherwise=close
        )

    def say_again(self) -> None:
        """Show again what stands in the way of saving, if anything does."""
        trouble = self._bridge.trouble_now if self._bridge else None
        if trouble is not None:
            self._shown = None
            self._show_trouble(trouble)

    def save_as(self) -> None:
        """Go on in another file that somebody chooses."""
        if self._bridge is not None:
            self._elsewhere.choose(self._bridge)

    def _show_trouble(self, trouble: object) -> None:
        """Show each kind of trouble once, not at every attempt; hide it when it is over."""
        if not isinstance(trouble, Refusal):
            if self._shown is not None:
                self._panel().hide()
            self._shown = self._trouble = None
            return
        if type(trouble) is self._shown:
            return
        self._shown = type(trouble)
        words, do = self._help_saving(trouble)
        self._trouble, self._said = trouble, self._sentence(trouble)
        self._panel().show_sentence(
            self._said,
            fine=_("Later"),
            other=words,
            otherwise=do,
            takes_focus=False,
        )

    def _look_again(self) -> None:
        """Correct what the panel says: what was safe may not be so any more, or is by now."""
        self._look_for_silence()
        trouble = self._trouble
        if trouble is not None and self._panel().text == self._said != self._sentence(trouble):
            self._shown = None
            self._show_trouble(trouble)

    def _look_for_silence(self) -> None:
        """Say that the disk does not answer, and when it does, whatever else is in the way."""
        from cxworkshop.store.refusals import NoAnswer

        bridge = self._bridge
        keeper = bridge.workshop.file.keeper if bridge else None
        if bridge is None or keeper is None:
            return
        is_silent = not bridge.is_saved and keeper.busy_for > self._disk.patience
        if is_silent and self._shown is None:
            self._show_trouble(NoAnswer(bridge.workshop.path.name))
        elif self._shown is NoAnswer and not is_silent:
            self._show_trouble(bridge.trouble_now)

    def _help_saving(self, trouble: Refusal) -> Way | tuple[None, None]:
        from cxworkshop.store.refusals import ChangedElsewhere, TypingNotKept

        if isinstance(trouble, TypingNotKept):
            return None, None  # another file's would be kept in the same folder
        if isinstance(trouble, ChangedElsewhere):
            return _("Keep both"), self._keep_both
        return _("Save as …"), self.save_as

    def _help_opening(self, refusal: Refusal, path: Path) -> Way:
        from cxworkshop.store import refusals

        rescue = (_("What can be done …"), partial(self.rescue_wanted.emit, path, refusal.sentence))
        again = (_("Try again"), partial(self.open_wanted.emit, path))
        choose = (_("Choose another …"), self.choose_wanted.emit)
        ways: dict[type[Refusal], Way] = {
            refusals.ChangedWithLeftover: (
                _("Keep both"),
                partial(self._elsewhere.keep_left, path),
            ),
            refusals.MissingWithLeftover: (
                _("Choose where to save …"),
                partial(self._elsewhere.save_left, path),
            ),
            refusals.NotAWorkshop: (_("Import it …"), partial(self.import_wanted.emit, path)),
            refusals.NewerFile: (_("Earlier copies …"), partial(self.copies_wanted.emit, path)),
            refusals.DamagedFile: rescue,
            refusals.CutShort: rescue,
            refusals.CannotUpgrade: rescue,
            refusals.NoSuchFile: choose,
            refusals.TooLarge: choose,
        }
        return ways.get(type(refusal), again)

    @cached_property
    def _elsewhere(self) -> SaveElsewhere:
        from ui.window.save_elsewhere import SaveElsewhere

        elsewhere = SaveElsewhere(self, self._disk, self._panel)
        elsewhere.moved.connect(self._forget_trouble)
        elsewhere.moved.connect(self.moved)
        elsewhere.open_wanted.connect(self.open_wanted)
        elsewhere.merge_wanted.connect(self.merge_wanted)
        return elsewhere

    def _keep_both(self) -> None:
        if self._bridge is not None:
            self._elsewhere.keep_both(self._bridge)

    def _forget_trouble(self) -> None:
        self._shown = None

    def _say(
        self,
        refusal: Refusal,
        words: str,
        do: Callable[[], object],
    ) -> None:
        self._panel().show_sentence(refusal.sentence, other=words, otherwise=do)

    def _sentence(self, trouble: Refusal) -> str:
        from cxworkshop.store.refusals import NoAnswer, OnlyInMemory, TypingNotKept

        is_safe = self._bridge is not None and self._bridge.is_safe
        if not is_safe and isinstance(trouble, NoAnswer):
            return f"{trouble.sentence} " + _("Your newest steps are only in this window.")
        if not is_safe or isinstance(trouble, TypingNotKept):
            return trouble.sentence
        text = trouble.cause if isinstance(trouble, OnlyInMemory) else trouble.sentence
        return f"{text} " + _("Everything so far is safe on this laptop.")
