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
from ui.dialogs.file_names import choose_name, free_name
from ui.widgets.refusal_panel import RefusalPanel
from ui.window.disk_work import DiskWork, Order

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from cxworkshop.services.files import Move
    from ui.bridge import Bridge
    from ui.window.desk import Desk

HALF_A_SECOND = 500  # milliseconds: at most so much of what is half typed is lost
WayOn = tuple[str, Callable[[], object]]


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
        if self._bridge is None:
            return
        name = choose_name(self._panel_now(), self._bridge.workshop.path)
        if name is not None:
            self._move(lambda: name)

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

    def _way_out(self, trouble: Refusal) -> WayOn:
        from cxworkshop.store.refusals import ChangedElsewhere

        if isinstance(trouble, ChangedElsewhere):
            return _("Keep both"), self._keep_both
        return _("Save as …"), self.save_as

    def _way_in(self, refusal: Refusal, path: Path) -> WayOn:
        from cxworkshop.store import refusals

        help_ = (_("What can be done …"), partial(self.rescue_wanted.emit, path, refusal.sentence))
        again = (_("Try again"), partial(self.open_wanted.emit, path))
        choose = (_("Choose another …"), self.choose_wanted.emit)
        ways: dict[type[Refusal], WayOn] = {
            refusals.LeftElsewhere: (_("Keep both"), partial(self._keep_left, path)),
            refusals.LeftAlone: (_("Choose where to save …"), partial(self._save_left, path)),
            refusals.NotAWorkshop: (_("Import it …"), partial(self.import_wanted.emit, path)),
            refusals.NewerFile: (_("Earlier copies …"), partial(self.copies_wanted.emit, path)),
            refusals.DamagedFile: help_,
            refusals.CutShort: help_,
            refusals.CannotUpgrade: help_,
            refusals.NoSuchFile: choose,
            refusals.TooLarge: choose,
        }
        return ways.get(type(refusal), again)

    def _keep_both(self) -> None:
        assert self._bridge is not None
        path = self._bridge.workshop.path
        self._move(lambda: free_name(path))

    def _move(self, choose: Callable[[], Path]) -> None:
        """Go on in the file of this name, which is chosen where a slow disk stops nobody."""
        assert self._bridge is not None
        bridge, move = self._bridge, self._bridge.workshop.file.begin_move()

        def write() -> Path:
            to = choose()
            move.write(to)
            return to

        waits_for = _("It is not saved there yet: the disk has not answered for a while.")
        other = (_("Save as …"), self.save_as)
        self._disk.run(
            Order(
                write,
                lambda to: self._moved(bridge, move, to),
                self._not_moved,
                waits_for,
                (other,),
                undo=lambda _to: move.give_up(),
            )
        )

    def _moved(self, bridge: Bridge, move: Move, to: Path) -> bool:
        try:
            bridge.move_to(move)
        except Refusal as refusal:
            self._not_moved(refusal)
            return False
        self._said = None
        text = _("You go on in {name}. The other file stays as it is.").format(name=to.name)
        self._panel_now().show_sentence(text, takes_focus=False)
        return True

    def _not_moved(self, refusal: Refusal) -> None:
        self._say(refusal, _("Save as …"), self.save_as)

    def _keep_left(self, path: Path) -> None:
        self._keep_apart(path, lambda: free_name(path), then_open=path)

    def _save_left(self, path: Path) -> None:
        name = choose_name(self._panel_now(), path)
        if name is not None:
            self._keep_apart(path, lambda: name)

    def _keep_apart(
        self, path: Path, choose: Callable[[], Path], then_open: Path | None = None
    ) -> None:
        from cxworkshop.services.files import keep_apart

        def write() -> Path:
            to = choose()
            keep_apart(path, to)
            return to

        def refused(refusal: Refusal) -> None:
            self._say(refusal, _("Choose where to save …"), partial(self._save_left, path))

        waits_for = _("It is not saved there yet: the disk has not answered for a while.")
        self._disk.run(
            Order(write, lambda to: self._kept_apart(to, then_open or to), refused, waits_for)
        )

    def _kept_apart(self, to: Path, then_open: Path) -> bool:
        self.open_wanted.emit(then_open)
        if then_open != to:
            text = _("Your own steps are in {name}.").format(name=to.name)
            self._panel_now().show_sentence(text, takes_focus=False)
        return True

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
