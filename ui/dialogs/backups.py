"""Earlier copies of a workshop: look at them, and open one as a new file."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.customer_word import calling_customers
from cxworkshop.errors import Refusal
from cxworkshop.filenames import shown, variant, variants
from cxworkshop.i18n import _, ngettext
from cxworkshop.services.files import Backup, backups, restore_backup
from cxworkshop.store.refusals import FileIsThere
from cxworkshop.workshop import Workshop
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Hairline, Label, make_button, small_button
from ui.widgets.lists import RowList
from ui.window.disk_task import DiskRequest
from ui.window.disk_work import DiskWork, not_saved_yet


class BackupsDialog(QDialog):
    """Lists them, newest first. `open_wanted` carries the new file that a copy was restored to."""

    open_wanted = Signal(Path)

    def __init__(self, path: Path, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._path, self._theme = path, theme
        self._disk = DiskWork(self, theme)
        self.setWindowTitle(_("Earlier copies"))
        fit_dialog(self, theme, 760, 560)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        box.addWidget(
            Label(_("Earlier copies of {name}").format(name=shown(path.name)), theme, "h1")
        )
        about = _(
            "They are kept on this laptop, outside your folder. Opening one makes a new file, and "
            "changes nothing else."
        )
        box.addWidget(Label(about, theme, "body", "grey"))
        self.said = Label("", theme, "body", "amber")
        self.said.hide()
        box.addWidget(self.said)
        self._lines = RowList(theme, _("Earlier copies"))
        box.addWidget(self._lines, 1)
        box.addLayout(self._foot())
        self._waiting: list[tuple[Backup, Label]] = []
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._describe_one)
        self._show(backups(path))

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = make_button(_("Close"), "primary")
        close.clicked.connect(lambda _on=False: self.accept())
        foot.addWidget(close)
        return foot

    def _show(self, copies: list[Backup]) -> None:
        rows: list[QWidget] = []
        for copy in copies:
            rows += [*([Hairline(self._theme)] if rows else []), self._row(copy)]
        nothing = _("None yet. The first is taken when a workshop is opened.")
        self._lines.show_rows(rows or [Label(nothing, self._theme, "body", "grey")])
        self._turn.start(0)

    def _row(self, copy: Backup) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(4, self._theme.px(6), 4, self._theme.px(6))
        line.setSpacing(self._theme.px(14))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(when(copy), self._theme, "strong"))
        counts = Label("…", self._theme, "field", "grey")
        words.addWidget(counts)
        line.addLayout(words, 1)
        button = small_button(_("Open as a new file"))
        button.setAccessibleName(_("Open the copy of {when}").format(when=when(copy)))
        button.clicked.connect(lambda _on=False: self._open(copy))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        if not self._waiting:
            button.setFocus()
        self._waiting.append((copy, counts))
        return made

    def _describe_one(self) -> None:
        """Describe one copy in each turn of the event loop: the list appears at once."""
        if not self._waiting:
            self._turn.stop()
            return
        copy, words = self._waiting.pop(0)
        words.setText(describe(copy.path))

    def _open(self, copy: Backup) -> None:
        restore = partial(restore_beside, copy, self._path)
        self._disk.run(DiskRequest(restore, self._go_on, self._refused, not_saved_yet()))

    def _refused(self, refusal: Refusal) -> None:
        self.said.setText(refusal.sentence)
        self.said.show()

    def _go_on(self, to: Path) -> bool:
        self.accept()
        self.open_wanted.emit(to)
        return True


def when(copy: Backup) -> str:
    """Name the day and time of a copy: "today 14:20"."""
    day, today = copy.taken.date(), date.today()  # noqa: DTZ011 - the room's own day
    names = {today: _("today"), today - timedelta(days=1): _("yesterday")}
    return _("{day} {time}").format(day=names.get(day, days.full(day)), time=f"{copy.taken:%H:%M}")


def describe(path: Path) -> str:
    """Count what is in a copy, or say why it can't be opened."""
    try:
        workshop = Workshop.open(path)
    except Refusal as refusal:
        return refusal.sentence
    try:
        with calling_customers(workshop.prepare.customer_word()):
            return _counts(workshop)
    finally:
        workshop.close()


def _counts(workshop: Workshop) -> str:
    cards = len(workshop.big_list.board().cards)
    said, customers = workshop.talk.answers.counts()
    parts = (
        _("Round {n}").format(n=workshop.rounds.current().number),
        ngettext("{n} card on the list", "{n} cards on the list", cards).format(n=cards),
        ngettext("{n} thing said", "{n} things said", said).format(n=said),
        ngettext("{n} {customer}", "{n} {customers}", customers).format(n=customers),
    )
    return " · ".join(parts)


def restore_beside(copy: Backup, path: Path) -> Path:
    """Restore a copy beside the workshop, under a name with its day and time; raises a Refusal."""
    time = f"{copy.taken:%H.%M}"  # no colon: Windows takes none
    words = _("of {day} {time}").format(day=days.day_month(copy.taken.date()), time=time)
    for to in islice(variants(variant(path, f" {words}")), 100):
        try:
            restore_backup(copy, to)
        except FileIsThere:
            continue
        return to
    raise FileIsThere(path.name)
