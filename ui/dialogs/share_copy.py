"""A copy to share: show what looks like a name, let a person decide, write a new file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from cxworkshop.filenames import found, shown, title_of, with_ending
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import Person, PersonId
from cxworkshop.queries.redaction import PossibleName
from cxworkshop.services.privacy import LeftOut
from cxworkshop.suggest.names import NameKind
from ui.bridge import Bridge
from ui.dialogs.file_choice import file_chooser
from ui.dialogs.step_dialog import StepDialog, TickLine
from ui.theme.theme import Theme
from ui.window.disk_task import DiskRequest
from ui.window.disk_work import DiskWork, not_saved_yet

SURE = (
    NameKind.CUSTOMER,
    NameKind.MAIL,
    NameKind.NUMBER,
)  # ticked unless somebody takes the tick off


class ShareCopyDialog(StepDialog):
    """Two steps: tick what to cover, then read what was left out."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(_("A copy to share"), theme, parent)
        self._workshop = bridge.workshop
        self._disk = DiskWork(self, theme)
        self._found: list[tuple[TickLine, str]] = []
        self._people: list[tuple[TickLine, PersonId]] = []

    def look_at(self) -> None:
        """Step 1: show what looks like a name."""
        about = _(
            "A new file with the whole workshop, but without {customers_s} names, without the undo "
            "history and without what was imported from where. Your own file stays as it is."
        )
        rows: list[QWidget] = [self.words(about, "body", "grey")]
        found = self._workshop.privacy.likely_names()
        rows += self._part(_("Cover these with “…”"), [f for f in found if f.sort in SURE])
        rows += self._part(_("Possible names"), [f for f in found if f.sort not in SURE])
        rows += self._ours(self._workshop.people.all())
        cancel = self.way(_("Cancel"), self.reject)
        save = self.way(_("Choose where to save it …"), self._ask_where, "primary")
        self.show_step(_("A copy to share"), rows, [cancel, save])
        save.setFocus()

    def _part(self, title: str, found: Iterable[PossibleName]) -> list[QWidget]:
        ticks = [(self._likely(one), one.words) for one in found]
        self._found += ticks
        head = self.head(title)
        return [head, *(tick for tick, _words in ticks)] if ticks else []

    def _likely(self, found: PossibleName) -> TickLine:
        tick = TickLine(found.words, self.theme, on=found.sort in SURE)
        times = ngettext("{n} time", "{n} times", found.times).format(n=found.times)
        return tick.explain(f"{times}. {found.where}: {found.around}")

    def _ours(self, people: Iterable[Person]) -> list[QWidget]:
        self._people = [(TickLine(row.name, self.theme), row.id) for row in people]
        if not self._people:
            return []
        head = self.head(_("Our own people"))
        about = _("Their names stay. Tick those that you want covered too.")
        return [head, self.words(about, "small", "grey"), *(tick for tick, _id in self._people)]

    def _ask_where(self) -> None:
        # Nothing is overwritten, so nobody is asked whether it may be.
        chooser = file_chooser(self, _("Where to keep the copy"), self._workshop.path.parent)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setOption(QFileDialog.Option.DontConfirmOverwrite)
        chooser.setNameFilter(_("Workshops (*.cxw)"))
        chooser.setDefaultSuffix("cxw")
        chooser.selectFile(_("{name} to share").format(name=title_of(self._workshop.path)))
        chooser.fileSelected.connect(self._save)
        chooser.open()

    def _save(self, name: str) -> None:
        cover = [words for tick, words in self._found if tick.is_on]
        people = [person for tick, person in self._people if tick.is_on]
        to = with_ending(found(Path(name)))  # Qt adds none to a name with a dot
        self._disk.run(
            DiskRequest(
                lambda: self._workshop.privacy.share_copy(to, cover, people),
                lambda left: self._show_done(to, left),
                lambda refusal: self.say(refusal.sentence),
                not_saved_yet(),
            )
        )

    def _show_done(self, path: Path, left: LeftOut) -> bool:
        """Step 2: show what was left out."""
        rows: list[QWidget] = [self.head(_("Left out"))]
        rows += self.lines(_left_out(left))
        advice = _("Nobody can find every name. Read it once yourself before you send it.")
        close = self.way(_("Close"), self.accept, "primary")
        self.show_step(
            _("{name} is saved").format(name=shown(path.name)), [*rows, self.words(advice)], [close]
        )
        close.setFocus()
        return True


def _left_out(left: LeftOut) -> list[str]:
    lines = [
        ngettext("{n} {customer_s} name", "{n} {customers_s} names", left.names).format(
            n=left.names
        ),
        ngettext(
            "What you ticked, covered in {n} text",
            "What you ticked, covered in {n} texts",
            left.covered,
        ).format(n=left.covered),
        ngettext(
            "The name of {n} of our people", "The names of {n} of our people", left.people
        ).format(n=left.people),
    ]
    shown = zip(lines, (left.names, left.covered, left.people), strict=True)
    always = [_("The undo history"), _("The names of imported files, and what was set aside")]
    return [*(line for line, n in shown if n), *always]


def open_share_copy(bridge: Bridge, theme: Theme, parent: QWidget) -> ShareCopyDialog:
    """Open it at step 1."""
    dialog = ShareCopyDialog(bridge, theme, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.look_at()
    dialog.open()
    return dialog
