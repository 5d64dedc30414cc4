"""Everything that can be done now, found by its words: the Wall's commands come first."""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.compat import override
from cxworkshop.i18n import _, with_commas
from cxworkshop.keys import ANYWHERE, KEYS, key_name, key_of
from cxworkshop.textual import fold
from ui.accessible.parts import Action
from ui.accessible.rows import make_rows_accessible
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.gestures import swipes
from ui.widgets.labels import Label
from ui.widgets.row_model import Says
from ui.widgets.row_view import RowView
from ui.window.actions import OF_THE_WALL, WindowActions

TWICE = ("print_this", "commands")  # there is another row for it, or it is this dialog
TO_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandRow(NamedTuple):
    """An action's name, and its words with its key."""

    name: str
    words: str


class CommandsDialog(QDialog):
    """Type a few letters, Enter does the first; arrows choose another, a click or tap does it.

    `here` is the stop that is open, or 0. The action is done once this is closed.
    """

    def __init__(self, actions: WindowActions, here: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._here = theme, here
        self._offered = actions.offered()
        self.setWindowTitle(_("Find a command"))
        fit_dialog(self, theme, 560, 520)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        box.setSpacing(theme.px(10))
        size, role = QSize(0, theme.px(36)), Qt.ItemDataRole
        says: Says[CommandRow] = {
            role.DisplayRole: attrgetter("words"),
            role.SizeHintRole: lambda _row: size,
        }
        self._find, self._list = QLineEdit(), RowView[CommandRow](says)
        self._none = Label(_("Nothing is called that. Try fewer letters."), theme, "body", "grey")
        self._none.hide()
        for part in (self._find, self._none, self._list):
            box.addWidget(part, 1 if part is self._list else 0)
        self._lay_out_field()
        self._fill()
        self._filter("")

    def _lay_out_field(self) -> None:
        name = _("What do you want to do?")
        self._find.setPlaceholderText(name)
        self._find.setAccessibleName(name)
        self._find.textChanged.connect(self._filter)
        self._find.returnPressed.connect(self._do_current)
        self._list.setAccessibleName(_("Commands"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(lambda _index: self._do_current())
        self._list.activated.connect(lambda _index: self._do_current())
        do = Action(_("Do it"), self._do_current, _("Enter"))
        make_rows_accessible(self._list, lambda _at: [do])
        swipes(self._list)
        self._find.setFocus()

    def _fill(self) -> None:
        first = [name for name in OF_THE_WALL if name in self._offered]
        names = dict.fromkeys([*first, *self._offered])
        here = [name for name in names if name not in TWICE and self._belongs(name)]
        rows = [CommandRow(name, self._words(name, self._offered[name])) for name in here]
        self._list.show_values(rows)

    def _belongs(self, name: str) -> bool:
        """Whether it is of any stop, or of the one that is open."""
        stops = [key.stop for key in KEYS if key.action == name]
        if _stop_of(name):
            return self._here > 0
        return not stops or ANYWHERE in stops or self._here in stops

    def _words(self, name: str, action: QAction) -> str:
        words, stop = action.whatsThis() or action.text(), _stop_of(name)
        if stop:
            words = with_commas((words, catalogue.stops()[stop - 1].title))
        if action.isChecked():
            words = _("{command} (on)").format(command=words)
        others = (one.name_for(name) for one in KEYS if name in one.does_too)
        key = key_name(key_of(name)) or next(others, "")
        return f"{words}   {key}".rstrip()

    def _filter(self, typed: str) -> None:
        """Show the rows that have every word; the first of them is the current one."""
        wanted = _letters(typed).split()
        found = []
        for at, row in enumerate(self._list.values):
            fits = all(word in _letters(row.words) for word in wanted)
            self._list.setRowHidden(at, not fits)
            found += [at] if fits else []
        if found:
            self._list.choose(found[0])
        self._none.setVisible(not found)

    def _do_current(self) -> None:
        row = self._list.current
        if row is None or self._list.isRowHidden(self._list.current_row) or not self.isVisible():
            return  # some desktops tell of one click twice
        self.accept()
        self._offered[row.name].trigger()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the list from the field as well."""
        if event.key() in TO_THE_LIST and self._find.hasFocus():
            self._step(1 if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -1)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        everything = range(len(self._list.values))
        rows = [at for at in everything if not self._list.isRowHidden(at)]
        if rows:
            at = rows.index(self._list.current_row) + step
            self._list.choose(rows[max(0, min(at, len(rows) - 1))])


def _letters(text: str) -> str:
    """What is compared: nobody types the apostrophe of “the Wall’s”."""
    return fold(text.replace("’", "").replace("'", ""))


def _stop_of(name: str) -> int:
    """The number of the stop that an action goes to; 0 for another one."""
    number = name.removeprefix("stop")
    return int(number) if number != name and number.isdigit() else 0
