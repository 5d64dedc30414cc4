"""The deck of ideas: to search, to take from, and to make one's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _, ngettext
from cxworkshop.queries.ideas import DeckIdea
from cxworkshop.stops.make_better.ideas import Ideas
from cxworkshop.textual import fold
from ui.bridge import Bridge
from ui.dialogs.idea_rows import AsideRow, ChangedIdea, IdeaRow, NewIdea
from ui.dialogs.list_dialog import ListDialog
from ui.theme.theme import Theme
from ui.widgets.labels import Label, small_button


class IdeasDialog(ListDialog):
    """The deck group by group; each idea can be reworded, set aside and brought back.

    With `take`, each can be taken as a first step; it is called with the idea's key.
    """

    def __init__(
        self,
        bridge: Bridge,
        theme: Theme,
        parent: QWidget,
        take: Callable[[str], object] | None = None,
    ) -> None:
        about = _("Stuck on how? Read a few aloud. One of them is often near what you need.")
        super().__init__(_("Ideas"), about, theme, parent)
        self._bridge, self._take = bridge, take
        self._changed_now, self._shows_aside = "", False
        self._search = QLineEdit()
        self._search.setPlaceholderText(_("Search the ideas"))
        self._search.setAccessibleName(_("Search the ideas"))
        self._search.textChanged.connect(lambda _text: self._show())
        self._search.returnPressed.connect(self.focusNextChild)
        self.box.addWidget(self._search)
        self._why_not = Label("", theme, "small", "amber")
        self._why_not.hide()
        self.box.addWidget(self._why_not)
        bridge.refused.connect(self._say)
        self._new = NewIdea(theme, self._add)
        self.finish(self._new)
        bridge.changed.connect(self._show)
        self._show()

    def _show(self, _changes: object = None) -> None:
        if self._bridge.is_closed:
            return
        here = self.focusWidget()
        name = here.accessibleName() if here is not None else ""
        rows = list(self._rows())
        self._new.suggest("" if rows else self._search.text())
        self.lines.show_rows(rows or [self._nothing()])
        self._why_not.hide()
        self._focus(name)

    def _say(self, refusal: Refusal) -> None:
        self._why_not.setText(refusal.sentence)
        self._why_not.show()

    def _rows(self) -> Iterator[QWidget]:
        heading = ""
        for idea in self._found(self._ideas.deck()):
            if idea.group != heading:
                heading = idea.group
                yield Label(heading, self.theme, "label", "accent")
            yield self._row(idea)
        aside = self._found(self._ideas.aside())
        if aside:
            yield self._aside_head(len(aside))
        if self._shows_aside:
            for idea in aside:
                yield AsideRow(idea, self.theme, partial(self._do, self._ideas.bring_back))

    def _found(self, ideas: list[DeckIdea]) -> list[DeckIdea]:
        words = fold(self._search.text()).split()
        return [idea for idea in ideas if all(word in fold(idea.words) for word in words)]

    def _row(self, idea: DeckIdea) -> QWidget:
        if idea.key == self._changed_now:
            row = ChangedIdea(idea, self.theme)
            row.written.connect(partial(self._reword, idea.key))
            row.left.connect(lambda: self._change(""))
            row.aside_wanted.connect(lambda: self._do(self._ideas.set_aside, idea.key))
            row.ours_wanted.connect(lambda: self._do(self._ideas.restore, idea.key))
            return row
        found = IdeaRow(idea, self.theme, can_take=self._take is not None)
        found.taken.connect(lambda: self._choose(idea))
        found.change_wanted.connect(lambda: self._change(idea.key))
        return found

    def _aside_head(self, n: int) -> QWidget:
        text = ngettext("{n} was set aside", "{n} were set aside", n).format(n=n)
        button = small_button(text, "quiet", trail="up" if self._shows_aside else "down")
        button.clicked.connect(lambda _on=False: self._fold_out())
        return button

    def _fold_out(self) -> None:
        self._shows_aside = not self._shows_aside
        self._show()

    def _nothing(self) -> QWidget:
        """Say that nothing is found; below, an idea can be made of what was searched for."""
        words = _("No idea says that. Try fewer words, or add it as your own below.")
        return Label(words, self.theme, "body", "grey")

    def _change(self, key: str) -> None:
        """Show this idea as a field, and no other; "" for none."""
        was, self._changed_now = self._changed_now, key
        self._show()
        if key:
            self._focus_on(ChangedIdea, key)
        elif was:
            self._focus_on(IdeaRow, was)

    def _reword(self, key: str, words: str) -> None:
        self._do(self._ideas.reword, key, words)

    def _do(self, action: Callable[..., object], *given: str) -> None:
        """Change the deck; the row is a sentence again."""
        if self._bridge.attempt(lambda: action(*given)):
            self._change("")

    def _add(self, group: str, words: str) -> object:
        added = self._bridge.do(lambda: self._ideas.add(group, words))
        if added is not None:
            self._search.clear()
            QTimer.singleShot(0, self, lambda: self._bring_in_sight(added.key))
        return added

    def _bring_in_sight(self, key: str) -> None:
        for row in self.lines.findChildren(IdeaRow):
            if row.key == key and row.isVisible():
                self.lines.ensureWidgetVisible(row)

    def _focus_on(self, kind: type[IdeaRow | ChangedIdea], key: str) -> None:
        rows = [row for row in self.lines.findChildren(kind) if row.key == key]
        if rows:
            QTimer.singleShot(0, rows[-1], rows[-1].take_keys)

    def _focus(self, name: str) -> None:
        """Keep the keyboard on the button that says the same, where the rows are new."""
        same = [b for b in self.lines.findChildren(QPushButton) if b.accessibleName() == name]
        if name and same:
            QTimer.singleShot(0, same[-1], same[-1].setFocus)

    def _choose(self, idea: DeckIdea) -> None:
        self.accept()
        if self._take is not None:
            self._take(idea.key)

    @property
    def _ideas(self) -> Ideas:
        """The deck belongs to the team, whichever round is looked at."""
        return self._bridge.whole.make_better.ideas
