"""Every key: shortcuts of the window, the help and the page of all keys are made from this table.

A key that is not here does not exist for people, so a test compares it with what the window does.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cxworkshop.i18n import _, n_, with_commas

_COMMA = re.compile("[,،] ")  # Arabic has its own
_EACH = re.compile(r"[^+]+|\+$")  # of "Ctrl+-" and of "Ctrl++"
_NAMES = {
    "Ctrl": n_("Ctrl"), "Shift": n_("Shift"), "Del": n_("Del"), "Return": n_("Enter"),
    "Enter": n_("Enter"), "Esc": n_("Esc"), "Escape": n_("Esc"), "Space": n_("Space"),
    "Backspace": n_("Backspace"), "PgUp": n_("Page up"), "PgDown": n_("Page down"),
}  # fmt: skip
ANYWHERE = 0  # the stop of a key that works at every stop


class Key(NamedTuple):
    """A key at a stop (1 to 8, or ANYWHERE), and what it does.

    `keys` is as Qt writes shortcuts. `shown` replaces it for people, where one line stands for
    several keys. `action` names the action of the window that it triggers; other keys belong to
    what is in focus on the page. `does_too` names actions that such a key does where no field and
    no page has a use for it, so that it can be no shortcut; one for each of the keys that are
    shown, or one for all. `also` is a second shortcut of the action, for hands that know it from
    other programs.
    """

    stop: int
    keys: str
    words: str
    action: str = ""
    shown: str = ""
    does_too: tuple[str, ...] = ()
    also: str = ""

    @property
    def name(self) -> str:
        """What people call it."""
        shortcuts = filter(None, (self.keys, self.also))
        return _(self.shown) if self.shown else with_commas(map(key_name, shortcuts))

    def name_for(self, action: str) -> str:
        """What people call the one of several keys that does this action."""
        names = _COMMA.split(self.name)
        alone = len(names) == len(self.does_too)
        return names[self.does_too.index(action)] if alone else self.name

    @property
    def does(self) -> str:
        """What it does, in the language in use."""
        return _(self.words)


_BLANK, _SHOW, _TURN = ("blank_wall",), ("show_on_wall",), ("wall_back", "wall_on")

KEYS = (
    Key(ANYWHERE, "F1", n_("help for this stop; again: all keys"), "help"),
    Key(ANYWHERE, "?", n_("all keys on one page"), "keys"),
    Key(ANYWHERE, "Ctrl+Z", n_("take back the last step"), "undo"),
    Key(ANYWHERE, "Ctrl+Y", n_("bring it back"), "redo", also="Ctrl+Shift+Z"),
    Key(ANYWHERE, "Ctrl+H", n_("every step so far"), "history"),
    Key(ANYWHERE, "Ctrl+1", n_("go to a stop"), "stop1", n_("Ctrl+1 … Ctrl+8")),
    Key(ANYWHERE, "Ctrl+T", n_("the timer: start it; then Space pauses"), "timer"),
    Key(ANYWHERE, "F5", n_("the Wall: open, close; Esc closes it too"), "wall"),
    Key(ANYWHERE, "F6", n_("freeze the Wall; go on with the Desk"), "freeze_wall"),
    Key(ANYWHERE, "B", n_("blank the Wall; show it again"), "", "B, .", _BLANK),
    Key(ANYWHERE, "S", n_("show what is chosen on the Wall; again: the stop"), does_too=_SHOW),
    Key(ANYWHERE, "PgDown", n_("turn the Wall’s page"), "", n_("Page up, Page down"), _TURN),
    Key(ANYWHERE, "Ctrl+K", n_("find anything that can be done, by its words"), "commands"),
    Key(ANYWHERE, "Ctrl+L", n_("what is still open"), "still_open"),
    Key(ANYWHERE, "Ctrl+R", n_("look at another round"), "rounds"),
    Key(ANYWHERE, "Ctrl+P", n_("print"), "print"),
    Key(ANYWHERE, "Ctrl+I", n_("import a table or a text"), "import"),
    Key(ANYWHERE, "Ctrl+Shift+N", n_("new workshop"), "new"),
    Key(ANYWHERE, "Ctrl+O", n_("open a workshop"), "open"),
    Key(ANYWHERE, "Ctrl+Shift+S", n_("save as another file"), "save_as"),
    Key(ANYWHERE, "Ctrl+W", n_("close the workshop"), "close"),
    Key(ANYWHERE, "Ctrl+D", n_("light or dark"), "dark"),
    Key(ANYWHERE, "Ctrl+,", n_("settings"), "settings"),
    Key(ANYWHERE, "Ctrl+Q", n_("quit"), "quit"),
    Key(1, "Alt+Up", n_("move a row"), shown=n_("Alt+↑, Alt+↓")),
    Key(1, "Alt+Del", n_("take a row out")),
    Key(1, "Alt+Down", n_("open the calendar of a day"), shown=n_("Alt+↓ in a day")),
    Key(1, "Up", n_("a day on, a day back"), shown=n_("↑, ↓ in a day")),
    Key(2, "Return", n_("save what was said"), shown=n_("Enter")),
    Key(2, "Shift+Return", n_("new line"), shown=n_("Shift+Enter")),
    Key(2, "Ctrl+Return", n_("another {customer} said the same"), shown=n_("Ctrl+Enter")),
    Key(2, "Alt+Return", n_("it belongs to the card that is near"), shown=n_("Alt+Enter")),
    Key(2, "F2", n_("correct an earlier answer"), shown=n_("F2, double click")),
    Key(2, "Up", n_("the last one back, from an empty box"), shown="↑"),
    Key(2, ".", n_("blank the Wall, from an empty box; B is typed")),
    Key(2, "Ctrl+N", n_("next {customer}"), "next_customer"),
    Key(2, "Alt+1", n_("which of the ten ways"), shown=n_("Alt+1 … Alt+0")),
    Key(2, "Alt+G", n_("something good")),
    Key(2, "Alt+H", n_("wants to hear what becomes of it")),
    Key(2, "Ctrl+G", n_("type in what is on paper"), "from_paper"),
    Key(3, "Down", n_("from card to card"), shown=n_("Arrows")),
    Key(3, "Space", n_("choose; Shift+arrows: more"), shown=n_("Space")),
    Key(3, "G", n_("group the chosen")),
    Key(3, "M", n_("move into another group")),
    Key(3, "U", n_("take out of its group")),
    Key(3, "Return", n_("open and edit"), shown=n_("Enter")),
    Key(3, "F4", n_("headline of its group")),
    Key(3, "O", n_("the opposite of another card")),
    Key(3, "E", n_("the step of their encounter")),
    Key(3, "Ctrl+F", n_("find cards, then group them"), "search_list"),
    Key(3, "F8", n_("sort one by one"), "sort_one_by_one"),
    Key(3, "#", n_("go to card 17"), shown="# 17"),
    Key(3, "Ctrl+G", n_("paper line: 3 17 22 41"), "from_paper"),
    Key(3, "Ctrl+-", n_("the whole list small; as before"), shown=n_("Ctrl+-, Ctrl+0")),
    Key(3, "F2", n_("columns or tree"), "switch_view"),
    Key(3, "Del", n_("set aside")),
    Key(3, "B", n_("bring back what was set aside")),
    Key(4, "Down", n_("from line to line"), shown=n_("Arrows")),
    Key(4, "1", n_("put it into that slot"), shown="1, 2, 3"),
    Key(4, "O", n_("go to its opposite")),
    Key(4, "Ctrl+G", n_("type in the ballots"), "from_paper"),
    Key(5, "Ctrl+PgDown", n_("the next improvement"), shown=n_("Ctrl+Page down")),
    Key(5, "Alt+Up", n_("move a step or a blocker"), shown=n_("Alt+↑, Alt+↓")),
    Key(5, "Alt+Del", n_("take it out")),
    Key(6, "Ctrl+PgDown", n_("the next improvement"), shown=n_("Ctrl+Page down")),
    Key(6, "Alt+1", n_("notices, no difference, worse, cannot tell"), shown=n_("Alt+1 … Alt+4")),
    Key(6, "Ctrl+N", n_("the next {customer} who was not in the list"), "next_customer"),
    Key(6, "Ctrl+G", n_("type in the check sheets from paper"), "from_paper"),
    Key(6, "Down", n_("to the {customer} below or above"), shown="↑, ↓"),
    Key(7, "Ctrl+PgDown", n_("the next improvement"), shown=n_("Ctrl+Page down")),
    Key(7, "Escape", n_("leave an answer unwritten"), shown="Esc"),
    Key(8, "Left", n_("from round to round in the year"), shown="←, →"),
    Key(8, "Ctrl+Return", n_("start the round, on its page"), shown=n_("Ctrl+Enter")),
    Key(8, "Escape", n_("back to the first page"), shown="Esc"),
)  # fmt: skip


def key_name(keys: str) -> str:
    """A shortcut as Qt writes it, by what is printed on the keys: "Strg+Entf" for "Ctrl+Del"."""
    return "+".join(_(_NAMES[key]) if key in _NAMES else key for key in _EACH.findall(keys))


def key_of(action: str) -> str:
    """The shortcut of one of the window's actions, as Qt writes it; "" where it has none."""
    return next(iter(keys_of(action)), "")


def keys_of(action: str) -> tuple[str, ...]:
    """All shortcuts of one of the window's actions, the one to be told first."""
    number = action.removeprefix("stop")
    if number != action and number.isdigit():
        return (f"Ctrl+{number}",)
    own = [key for key in KEYS if key.action == action]  # several, where it is told at some stops
    # Once each: a key that an action has twice is ambiguous to Qt, and does nothing.
    return tuple(dict.fromkeys(keys for key in own for keys in (key.keys, key.also) if keys))


def keys_at(stop: int) -> tuple[Key, ...]:
    """The keys of one stop, or those that work anywhere, in the order in which they are told."""
    return tuple(key for key in KEYS if key.stop == stop)
