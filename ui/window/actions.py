"""Everything that a key or a menu can do at any time, by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from cxworkshop.customer_word import customer_word
from cxworkshop.i18n import _, in_quotes
from cxworkshop.keys import key_of, keys_of
from ui.theme.icons import icon
from ui.theme.theme import TEXT_SIZES, Theme
from ui.window.guide import there_is_a_guide

if TYPE_CHECKING:  # the start page is painted before the core is imported
    from cxworkshop.workshop import Workshop

# What makes sense only while a workshop is open; undo and redo aside.
OF_A_WORKSHOP = (
    *("timer", "wall"),
    *(
        "import",
        "import_copied",
        "photos",
        "print",
        "close",
        "save_as",
        "copies",
        "export",
        "share",
    ),
    *("forget", "left_out", "history", "rounds", "still_open", "help"),
)
# What makes sense only while the Wall is on; what can be found by words begins with it.
OF_THE_WALL = (
    *("freeze_wall", "blank_wall", "show_on_wall", "wall_back", "wall_on"),
    *("wall_screen", "wall_dark", "wall_names"),
)
# What goes on while a new workshop is asked for: nothing that is about the one behind that page.
WHILE_ASKING = (
    *("new", "open", "dark", "reduce_motion", "settings", "guide", "keys", "loop"),
    *("about", "quit"),
)
NOT_IN_A_REHEARSAL = ("save_as", "copies", "share", "forget", "import", "import_copied")


class ActionSpec(NamedTuple):
    """One action: its words, its icon, what does it; its key stands in `cxworkshop.keys`.

    `is_on` makes it checkable: it says whether the check mark is set.
    """

    words: str
    icon: str
    do: Callable[[], object]
    is_on: Callable[[], bool] | None = None


class WindowActions:
    """The window's actions. `self["undo"]` is a QAction; its shortcut works everywhere."""

    def __init__(self, window: QWidget, specs: Callable[[], dict[str, ActionSpec]]) -> None:
        self._window, self._specs, self._word = window, specs, customer_word()
        said = specs()
        self._words = {key: spec.words for key, spec in said.items()}
        self._checks: list[tuple[QAction, Callable[[], bool]]] = []
        self._actions = {key: self._action(key, spec) for key, spec in said.items()}
        self.icons = {key: spec.icon for key, spec in said.items()}
        self["guide"].setVisible(there_is_a_guide())
        self.follow_wall(on=False)

    def offered(self) -> dict[str, QAction]:
        """What can be done now, by name."""
        self.set_checks()
        return {
            name: action
            for name, action in self._actions.items()
            if action.isVisible() and action.isEnabled()
        }

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def menu(self, theme: Theme, *rows: str) -> QMenu:
        """A menu of these actions; "" is a line, "look" and "more_help" are menus of their own,
        for all rows together would not fit on a low screen."""
        self.set_checks()
        menu = QMenu(self._window)
        for row in rows:
            if row == "look":
                look = _text_sizes(menu, theme)
                look.addSeparator()
                look.addActions([self[key] for key in ("dark", "reduce_motion", "fonts")])
                menu.addMenu(look)
            elif row == "more_help":
                more = menu.addMenu(_("More help"))
                more.addActions([self[key] for key in ("guide", "keys", "loop", "about")])
            elif row:
                menu.addAction(self[row])
            else:
                menu.addSeparator()
        return menu

    def follow(self, workshop: Workshop | None) -> None:
        """Offer what can be done with this workshop, or without one; name what undo would do."""
        is_open = workshop is not None
        undo, redo = (workshop.undo_title(), workshop.redo_title()) if workshop else (None, None)
        self._name("undo", _("Undo"), undo)
        self._name("redo", _("Redo"), redo)
        self["undo"].setVisible(is_open)
        self["redo"].setVisible(bool(redo))
        is_rehearsal = workshop is not None and workshop.is_rehearsal
        for key in OF_A_WORKSHOP:
            self[key].setVisible(is_open and not (is_rehearsal and key in NOT_IN_A_REHEARSAL))
        self["loop"].setShortcut(QKeySequence("" if is_open else key_of("help")))
        self["rehearsal"].setVisible(not is_open)
        self["close"].setText(_("End the rehearsal") if is_rehearsal else _("Close workshop"))
        self["unverified"].setVisible(bool(workshop and workshop.unverified.unverified_rows()))
        for key in ("import_new", "example"):  # with one open there is no room for both in the menu
            self[key].setVisible(not is_open)

    def say_anew(self) -> None:
        """Say what all are called, if the team in front has another word for its customers."""
        if self._word != customer_word():
            self._word = customer_word()
            for key, spec in self._specs().items():
                if spec.words != self._words[key]:  # what an action is called now may be another's
                    self._words[key] = spec.words
                    self[key].setText(spec.words)

    def follow_wall(self, *, on: bool) -> None:
        """Offer what can be done with the Wall while it is on."""
        for key in OF_THE_WALL:
            self[key].setVisible(on)
        self.set_checks()

    def let_only_ask(self, *, on: bool) -> None:
        """Do only what goes together with the page that asks for a new workshop, or again all."""
        for key, action in self._actions.items():
            if key not in (*WHILE_ASKING, "undo", "redo"):
                action.setEnabled(not on)

    def _name(self, key: str, verb: str, title: str | None) -> None:
        self[key].setText(f"{verb} {in_quotes(title)}" if title else verb)
        self[key].setIconText(verb)  # for where there is no room for more
        self[key].setEnabled(title is not None)

    def _action(self, name: str, spec: ActionSpec) -> QAction:
        action = QAction(spec.words, self._window)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.setShortcuts([QKeySequence(keys) for keys in keys_of(name)])
        action.triggered.connect(lambda _on=False: self._do(spec))
        if spec.is_on is not None:
            action.setCheckable(True)
            action.setChecked(spec.is_on())
            self._checks.append((action, spec.is_on))
        self._window.addAction(action)
        return action

    def _do(self, spec: ActionSpec) -> None:
        spec.do()
        self.set_checks()

    def set_checks(self) -> None:
        """Qt sets a check mark when an action is triggered; what it stands for decides."""
        for action, is_on in self._checks:
            action.setChecked(is_on())


def _text_sizes(menu: QMenu, theme: Theme) -> QMenu:
    sizes = QMenu(_("Text size, light and dark"), menu)
    group = QActionGroup(sizes)
    for percent in TEXT_SIZES:
        action = QAction(_("{n} %").format(n=percent), sizes)
        action.setCheckable(True)
        action.setChecked(percent == theme.percent)
        action.triggered.connect(lambda _on=False, n=percent: theme.resize(n))
        group.addAction(action)
        sizes.addAction(action)
    return sizes
