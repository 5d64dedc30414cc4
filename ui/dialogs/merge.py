"""What another laptop's copy would bring, and what of each stands where both have changed it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, in_quotes, ngettext, with_colon, with_commas
from cxworkshop.services.merging import (
    ConflictKey,
    ConflictLine,
    OtherCopy,
    PreparedMerge,
    Whose,
)
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge
from ui.dialogs.step_dialog import StepDialog, TickLine
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Label


class MergeDialog(StepDialog):
    """Two steps: what would come, and what came. Closing it changes nothing.

    Raises a Refusal for what can't be merged. It closes the copy at its end.
    """

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget, other: OtherCopy) -> None:
        prepared = bridge.whole.merging.prepare(other)
        super().__init__(_("Merge {name}").format(name=prepared.name), theme, parent)
        self._bridge, self._other, self._prepared = bridge, other, prepared
        self._disputes = [Dispute(lines, prepared.name, theme) for lines in _by_key(prepared)]
        self.finished.connect(lambda _how: other.close())
        self._show_plan()

    def _show_plan(self) -> None:
        prepared = self._prepared
        title = _("Merge {name}").format(name=prepared.name)
        if prepared.is_empty:
            close = self.way(_("Close"), self.accept, "primary")
            self.show_step(title, [self.words(_("Everything in it is here already."))], [close])
            close.setFocus()
            return
        merge = self.way(_("Merge"), self._merge, "primary")
        cancel = self.way(_("Cancel"), self.reject)
        rows: list[QWidget] = [
            self.words(_("It would bring {what}.").format(what=prepared.sentence), "strong")
        ]
        rows += self.lines(prepared.notes)
        rows += self._forgets(merge)
        if self._disputes:
            n = len(self._disputes)
            text = ngettext(
                "Both laptops have changed this. Choose what stands; the other is kept in the "
                "history.",
                "Both laptops have changed these {n} things. Choose what stands; the others are "
                "kept in the history.",
                n,
            )
            rows += [self.head(text.format(n=n)), *self._disputes]
        self.show_step(title, rows, [cancel, merge])
        (merge if merge.isEnabled() else cancel).setFocus()

    def _forgets(self, merge: Button) -> list[QWidget]:
        """What can't be undone wants a tick first."""
        numbers = self._prepared.forgets
        if not numbers:
            return []
        text = ngettext(
            "Forget {customer} {numbers} here too, as on the other laptop. This can’t be undone.",
            "Forget {customers} {numbers} here too, as on the other laptop. This can’t be undone.",
            len(numbers),
        )
        tick = TickLine(text.format(numbers=with_commas(map(str, numbers))), self.theme)
        merge.setEnabled(False)
        tick.tick.toggled.connect(merge.setEnabled)
        return [tick]

    def _merge(self) -> None:
        choices = {
            dispute.key: dispute.taken for dispute in self._disputes if dispute.is_chosen_otherwise
        }
        done: list[PreparedMerge] = []

        def act(workshop: Workshop) -> None:
            done[:] = workshop.merging.merge([self._other], choices, sure=True)

        bridge, prepared = self._bridge, self._prepared
        if prepared.forgets or bridge.round_looked_at is not None:
            self._end(bridge.attempt(lambda: act(bridge.whole)), done)
            return
        sentence = _("Merging {name} …").format(name=prepared.name)
        bridge.change(act, prepared.rows, sentence, lambda is_done: self._end(is_done, done))

    def _end(self, is_done: bool, done: Sequence[PreparedMerge]) -> None:
        """Say what came; stay as it was after a refusal, or when it was given up."""
        if not is_done:
            return
        title = _("{name} is merged").format(name=self._prepared.name)
        rows: list[QWidget] = [
            self.words(_("It brought {what}.").format(what=self._prepared.sentence), "strong")
        ]
        rows += self.lines(self._prepared.notes)
        lost = [line for one in done for line in one.conflicts]
        if lost:
            rows += [self.head(_("Not taken, and kept in the history"))]
            rows += self.lines(map(_lost, lost))
        if not self._prepared.forgets:
            rows.append(self.words(_("Undo takes all of it back."), "body", "grey"))
        close = self.way(_("Close"), self.accept, "primary")
        self.show_step(title, rows, [close])
        close.setFocus()


class Dispute(QWidget):
    """One thing that both have changed, and a choice between the two."""

    def __init__(self, lines: Sequence[ConflictLine], name: str, theme: Theme) -> None:
        super().__init__()
        first = lines[0]
        self.key: ConflictKey = first.key
        self._usual = first.taken
        box = QVBoxLayout(self)
        box.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        box.setSpacing(theme.px(2))
        fields = with_commas(line.field for line in lines if line.field)
        what = with_colon(first.what, fields) if fields else first.what
        box.addWidget(Label(what, theme, "strong"))
        ours, theirs = (_joined(lines, whose) for whose in (Whose.OURS, Whose.THEIRS))
        sides = {
            Whose.OURS: (_("Here: {words}").format(words=ours), first.our_day),
            Whose.THEIRS: (_("{name}: {words}").format(name=name, words=theirs), first.their_day),
        }
        self._group, self._ways = QButtonGroup(self), dict[Whose, QRadioButton]()
        for whose, (words, day) in sides.items():
            line = RadioLine(f"{words} · {day}" if day else words, what, theme)
            line.radio.setChecked(whose is first.taken)
            line.radio.setEnabled(bool(first.key.part))
            self._group.addButton(line.radio)
            self._ways[whose] = line.radio
            box.addWidget(line)

    @property
    def taken(self) -> Whose:
        """Whose stands."""
        return Whose.OURS if self._ways[Whose.OURS].isChecked() else Whose.THEIRS

    @property
    def is_chosen_otherwise(self) -> bool:
        """Whether a person wants the other than what was written later."""
        return self.taken is not self._usual


class RadioLine(QWidget):
    """A radio button with a text beside it, which wraps."""

    def __init__(self, words: str, what: str, theme: Theme) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(*margins(theme.px(8), 0, 0, 0))
        line.setSpacing(theme.px(8))
        self.radio = QRadioButton()
        self.radio.setAccessibleName(with_colon(what, words))
        line.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(words, theme), 1)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the text chooses it too."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside and self.radio.isEnabled():
            self.radio.setChecked(True)


def _by_key(prepared: PreparedMerge) -> list[list[ConflictLine]]:
    found: dict[ConflictKey, list[ConflictLine]] = {}
    for line in prepared.conflicts:
        found.setdefault(line.key, []).append(line)
    return list(found.values())


def _joined(lines: Sequence[ConflictLine], whose: Whose) -> str:
    words = (line.ours if whose is Whose.OURS else line.theirs for line in lines)
    return with_commas(in_quotes(" ".join(one.split())) for one in words)


def _lost(line: ConflictLine) -> str:
    what = with_commas((line.what, line.field)) if line.field else line.what
    return with_colon(what, in_quotes(" ".join(line.lost.split())))
