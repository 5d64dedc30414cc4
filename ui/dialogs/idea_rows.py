"""The rows of the deck of ideas: one to read, one to change, and the line that adds one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.queries.ideas import DeckIdea
from ui.theme.theme import Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, Panel, small_button
from ui.widgets.lists import AddLine, row, row_with
from ui.widgets.own_keys import keeps_key
from ui.widgets.wheel import ChoiceBox


def sentence(idea: DeckIdea) -> str:
    """An idea with its number, as on its card."""
    return _("{n}  {words}").format(n=idea.number, words=idea.words)


class IdeaRow(QWidget):
    """An idea to read; `taken` as a first step, and `change_wanted` by its other button."""

    taken = Signal()
    change_wanted = Signal()

    def __init__(self, idea: DeckIdea, theme: Theme, *, can_take: bool) -> None:
        super().__init__()
        self.key = idea.key
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(4))
        remark = _("your own") if idea.is_own else _("in your words") if idea.is_reworded else ""
        words = sentence(idea)
        line.addWidget(row(theme, words, grey=remark), 1)
        if can_take:
            take = small_button(_("As a first step"), "quiet")
            take.setAccessibleName(_("As a first step: {words}").format(words=words))
            take.clicked.connect(lambda _on=False: self.taken.emit())
            line.addWidget(take)
        self._change = small_button(_("Change …"), "quiet")
        self._change.setAccessibleName(_("Change: {words}").format(words=words))
        self._change.clicked.connect(lambda _on=False: self.change_wanted.emit())
        line.addWidget(self._change)

    def take_keys(self) -> None:
        """Bring the keyboard here."""
        self._change.setFocus()


class ChangedIdea(Panel):
    """An idea in a field: Enter writes it, Esc leaves it as it was.

    `written` carries the words. `ours_wanted` asks for the catalogue's again.
    """

    written = Signal(str)
    left = Signal()
    aside_wanted = Signal()
    ours_wanted = Signal()

    def __init__(self, idea: DeckIdea, theme: Theme) -> None:
        super().__init__(theme, "tint", "accent")
        self.key = idea.key
        self._words = QLineEdit(idea.words)
        self._words.setAccessibleName(_("Idea {n}").format(n=idea.number))
        self._words.installEventFilter(self)
        self.box.addWidget(self._words)
        if idea.is_reworded:
            text = _("At first it said: {words}").format(words=idea.ours)
            self.box.addWidget(Label(text, theme, "small", "grey"))
        buttons = QWidget()
        line = FlowLayout(theme.px(8))
        buttons.setLayout(line)
        for words, signal, is_offered in (
            (_("Keep these words"), self._write, True),
            (_("Set aside"), self.aside_wanted.emit, True),
            (_("As it was at first"), self.ours_wanted.emit, idea.is_reworded),
            (_("Cancel"), self.left.emit, True),
        ):
            if is_offered:
                button = small_button(words, "quiet" if line.count() else "plain")
                button.clicked.connect(lambda _on=False, do=signal: do())
                line.addWidget(button)
        self.box.addWidget(buttons)

    def take_keys(self) -> None:
        """Bring the keyboard behind the last word."""
        self._words.setFocus()
        self._words.end(False)  # noqa: FBT003 - Qt's own

    def _write(self) -> None:
        self.written.emit(self._words.text())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Esc are the field's own, before the dialog's."""
        if keeps_key(event, Qt.Key.Key_Escape):
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._write()
                return True
        return super().eventFilter(watched, event)


class AsideRow(QWidget):
    """An idea that was set aside, with the button that brings it back."""

    def __init__(self, idea: DeckIdea, theme: Theme, back: Callable[[str], object]) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        words = sentence(idea)
        box.addWidget(row_with(theme, words, _("Bring back"), lambda: back(idea.key)))


class NewIdea(QWidget):
    """Adds an idea of one's own to one of the seven groups; `take` gets the group's key first."""

    def __init__(self, theme: Theme, take: Callable[[str, str], object]) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        self._group = ChoiceBox()
        self._group.setAccessibleName(_("Group of the new idea"))
        for group in catalogue.ideas():
            self._group.addItem(group.title, group.key)
        self._words = AddLine(
            _("An idea of your own"), lambda words: take(self._group.currentData(), words)
        )
        line.addWidget(self._words, 1)
        line.addWidget(self._group)

    def suggest(self, words: str) -> None:
        """Begin with words that were searched for, unless something is typed already."""
        if not self._words.text() or not self._words.isModified():
            self._words.setText(words)
