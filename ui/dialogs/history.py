"""Every step so far: go back to any of them, and forward again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

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

STEPS = Qt.ItemDataRole.UserRole  # number of steps to it: below 0 is back, above 0 forward


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
        self.list = QListWidget()
        self.list.setAccessibleName(_("History"))
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(lambda _item: self._go())
        self.list.currentItemChanged.connect(lambda _now, _was: self._name_button())
        go = Action(_("Go to this step"), self._go, _("Enter"))
        make_rows_accessible(self.list, lambda _at: [go])
        swipes(self.list)
        box.addWidget(self.list, 1)
        box.addLayout(self._foot())
        bridge.changed.connect(self._show)
        self._show()

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
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.list.clear()
        for number in range(len(lines), 0, -1):
            self._add(_described(lines[number - 1]), number - done)
        self._add(_("As it was before that") if past else _("The beginning"), -done)
        for line in reversed(past):
            self._add_past(_described(line))
        self.list.blockSignals(False)  # noqa: FBT003
        self.list.setCurrentRow(undone)
        self.list.scrollToItem(self.list.currentItem())
        self.list.setFocus()
        self._name_button()

    def _add(self, words: str, steps: int) -> None:
        here = _("You are here: {words}").format(words=words)
        item = QListWidgetItem(words if steps else here)
        item.setData(STEPS, steps)
        font = self._theme.font("strong" if not steps else "body")
        item.setFont(font)
        if steps > 0:
            item.setForeground(self.palette().placeholderText())
        self.list.addItem(item)

    def _add_past(self, words: str) -> None:
        """A step of an older format, which can't be gone back to."""
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(self._theme.font("body"))
        self.list.addItem(item)

    def _steps(self) -> int:
        item = self.list.currentItem()
        return int(item.data(STEPS)) if item is not None else 0

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
