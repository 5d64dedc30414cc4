"""Every step so far: go back to any of them, and forward again."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.i18n import _
from cxworkshop.model import EditState, HistoryLine
from ui.accessible.parts import Action
from ui.accessible.rows import make_rows_accessible
from ui.bridge import Bridge
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.gestures import swipes
from ui.widgets.labels import Label, make_button
from ui.widgets.row_model import Says
from ui.widgets.row_view import RowView


@dataclass(frozen=True)
class HistoryStep:
    """A row: how many steps lead to it, below 0 back and above 0 forward.

    None lead to one of an older format, which can't be gone back to.
    """

    words: str
    steps: int | None

    @property
    def text(self) -> str:
        """What the row says."""
        here = _("You are here: {words}").format(words=self.words)
        return here if self.steps == 0 else self.words


class HistoryDialog(QDialog):
    """The newest step on top; steps that were undone are grey, above “You are here”."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self.setWindowTitle(_("History"))
        fit_dialog(self, theme, 560, 600)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        box.addWidget(Label(_("History"), theme, "h2"))
        about = _("Choose a step to go back to. Later steps stay above it, and can be redone.")
        box.addWidget(Label(about, theme, "body", "grey"))
        self.list = self._make_list()
        box.addWidget(self.list, 1)
        box.addLayout(self._foot())
        bridge.changed.connect(self._show)
        self._show()

    def _make_list(self) -> RowView[HistoryStep]:
        role = Qt.ItemDataRole
        says: Says[HistoryStep] = {
            role.DisplayRole: attrgetter("text"),
            role.FontRole: self._font,
            role.ForegroundRole: self._ink,
        }
        steps = RowView[HistoryStep](says, lambda step: step.steps is not None)
        steps.setAccessibleName(_("History"))
        steps.setWordWrap(True)
        steps.activated.connect(lambda _index: self._go())
        steps.current_row_changed.connect(lambda _row: self._name_button())
        go = Action(_("Go to this step"), self._go, _("Enter"))
        make_rows_accessible(steps, lambda _at: [go])
        swipes(steps)
        return steps

    def _font(self, step: HistoryStep) -> QFont:
        return self._theme.font("strong" if step.steps == 0 else "body")

    def _ink(self, step: HistoryStep) -> QBrush | None:
        return self.palette().placeholderText() if (step.steps or 0) > 0 else None

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        self._button = make_button("")
        self._button.clicked.connect(lambda _on=False: self._go())
        close = make_button(_("Close"), "primary")
        close.setAutoDefault(False)
        close.clicked.connect(lambda _on=False: self.accept())
        foot.addStretch(1)
        foot.addWidget(self._button)
        foot.addWidget(close)
        return foot

    def _show(self, _changes: object = None) -> None:
        history = self._bridge.workshop.history()
        lines = [row for row in history if row.state in (EditState.DONE, EditState.UNDONE)]
        past = [row for row in history if row.state is EditState.PAST]
        undone = sum(row.state is EditState.UNDONE for row in lines)
        done = len(lines) - undone
        first = _("As it was before that") if past else _("The beginning")
        steps = [
            *(HistoryStep(_described(lines[n - 1]), n - done) for n in range(len(lines), 0, -1)),
            HistoryStep(first, -done),
            *(HistoryStep(_described(line), None) for line in reversed(past)),
        ]
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.list.show_values(steps)
        self.list.blockSignals(False)  # noqa: FBT003
        self.list.choose(undone)
        self.list.scrollTo(self.list.currentIndex())
        self.list.setFocus()
        self._name_button()

    def _steps(self) -> int:
        step = self.list.current
        return (step.steps or 0) if step is not None else 0

    def _name_button(self) -> None:
        steps = self._steps()
        self._button.say(_("Go forward to here") if steps > 0 else _("Go back to here"))
        self._button.setEnabled(steps != 0)

    def _go(self) -> None:
        steps = self._steps()
        if steps:
            self._bridge.travel(steps)


def _described(line: HistoryLine) -> str:
    return _("{title}, {day}").format(title=line.title, day=days.short(line.day))
