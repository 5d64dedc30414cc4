"""The Wall's own bar on the Desk: what the room sees, and everything that can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _, ngettext
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.wall.miniature import LiveDot, Miniature
from ui.wall.pages import page_of
from ui.wall.show import WallShow
from ui.wall.steady_label import SteadyLabel
from ui.widgets.buttons import Button
from ui.widgets.labels import Hairline, Label, Panel, make_button, small_button
from ui.widgets.scroll_area import scrolling

WIDE, NARROW = 320, 250
MOST_OF_DESK, LEAST_OF_DESK = 0.24, 0.185


class WallPanel(QFrame):
    """At the Desk's right while the Wall is on."""

    close_wanted = Signal()
    screen_wanted = Signal(QWidget)  # below which its menu opens
    look_wanted = Signal()
    commands_wanted = Signal()

    def __init__(self, show: WallShow, theme: Theme) -> None:
        super().__init__()
        self._show, self._theme = show, theme
        self.setObjectName("wall_panel")
        self.setAccessibleName(_("The Wall"))
        self._column = QVBoxLayout()
        side = theme.px(14)
        inside = QWidget()
        inside.setLayout(self._column)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._column.setSpacing(theme.px(10))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*margins(1, 0, 0, 0))
        outer.addWidget(scrolling(inside))
        self._fill()
        theme.dress(self)
        show.changed.connect(self.read)
        show.turned.connect(self._announce)

    def fit(self, desk_width: int) -> None:
        """Take the usual width, or less of a narrow Desk."""
        width = min(self._theme.px(WIDE), round(desk_width * MOST_OF_DESK))
        self.setFixedWidth(width)
        if width < self._theme.px(NARROW):
            self._be_narrow(round(desk_width * LEAST_OF_DESK))

    def _be_narrow(self, width: int) -> None:
        """Put below one another what has no room side by side; the page needs its own."""
        self.setFixedWidth(width)
        side = self._theme.px(5)
        self._column.setContentsMargins(side, side, side, side)
        for row in (self._head_row, self._both, self._page_row):
            row.setDirection(QBoxLayout.Direction.TopToBottom)
        self._caption.hide()
        self._screen.say(self._screen.words, lead="", trail="")
        self._commands.say(self._commands.words, lead="")
        for button in (self._close, self._commands):
            button.show_key("")

    def _fill(self) -> None:
        theme = self._theme
        self._column.addLayout(self._head())
        self._column.addLayout(self._state_row())
        self.miniature = Miniature(self._show, theme)
        self._column.addWidget(self.miniature)
        self._caption = SteadyLabel(theme, (*_ends(), _about(self._show, is_opened=True)))
        self._column.addWidget(self._caption)
        self._column.addLayout(self._switches())
        self._column.addLayout(self._page_bar())
        self._screen = small_button("", lead="wall", trail="down")
        self._screen.clicked.connect(lambda _on=False: self.screen_wanted.emit(self._screen))
        self._room = small_button("")
        self._room.clicked.connect(lambda _on=False: self._show.darken())
        self._commands = small_button(_("Commands …"), "quiet", lead="find")
        self._commands.show_key("Ctrl+K")
        self._commands.setToolTip("Ctrl+K")
        self._commands.clicked.connect(lambda _on=False: self.commands_wanted.emit())
        self._column.addWidget(self._screen)
        self._column.addWidget(self._room)
        self._column.addWidget(self._commands)
        self._column.addWidget(Hairline(theme))
        self._guard = self._name_guard()
        self._column.addWidget(self._guard)
        self._column.addStretch(1)
        self.read()

    def _head(self) -> QHBoxLayout:
        self._head_row = row = QHBoxLayout()
        row.addWidget(Label(_("The Wall"), self._theme, "h2"), 1)
        self._close = close = small_button(_("Close"), "quiet", lead="x")
        close.show_key("F5")
        close.setToolTip("F5")
        close.clicked.connect(lambda _on=False: self.close_wanted.emit())
        row.addWidget(close)
        return row

    def _state_row(self) -> QHBoxLayout:
        """A line of its own: what it says is long while the picture is frozen."""
        row = QHBoxLayout()
        self._state = SteadyLabel(self._theme, (_("blank"), _frozen("00:00"), _("live")))
        self._dot = LiveDot(self._theme)
        kept = self._dot.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._dot.setSizePolicy(kept)
        row.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._state, 1)
        return row

    def _switches(self) -> QHBoxLayout:
        self._both = row = QHBoxLayout()
        self._freeze = small_button(_("Freeze"))
        self._freeze.show_key("F6")
        self._freeze.clicked.connect(lambda _on=False: self._show.freeze())
        self._blank = small_button(_("Blank"))
        self._blank.show_key("B")
        self._blank.clicked.connect(lambda _on=False: self._show.blank())
        for button in (self._freeze, self._blank):
            button.setCheckable(True)
            row.addWidget(button, 1)
        return row

    def _page_bar(self) -> QHBoxLayout:
        self._page_row = row = QHBoxLayout()
        self._earlier = self._turning(_("The page before"), "back", -1)
        self._later = self._turning(_("The next page"), "arrow", 1)
        self._number = Label("", self._theme, "control")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._earlier)
        row.addWidget(self._number, 1)
        row.addWidget(self._later)
        return row

    def _turning(self, name: str, icon: str, step: int) -> Button:
        button = small_button("", lead=icon)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda _on=False: self.turn(step))
        return button

    def turn(self, step: int) -> None:
        """Turn a page; at an end say so."""
        if not self._show.turn(step):
            self._caption.setText(_ends()[step > 0])

    def _name_guard(self) -> Panel:
        box = Panel(self._theme, "sunken", "sunken")
        row = QHBoxLayout()
        box.box.addLayout(row)
        self._held = Label("", self._theme, "small")
        row.addWidget(self._held, 1)
        look = make_button(_("Look at it"))
        look.clicked.connect(lambda _on=False: self.look_wanted.emit())
        row.addWidget(look)
        return box

    def say_screen(self, words: str, *, gone: bool = False) -> None:
        """Name the screen that the Wall is on, or that it waits for."""
        self._screen.say(words)
        self.miniature.is_gone = gone
        self.miniature.update()

    def read(self) -> None:
        """Show what the room sees now."""
        show = self._show
        self._state.setText(self._state_words())
        self._dot.setVisible(not show.is_blank and show.frozen_at is None)
        self._freeze.setChecked(show.frozen_at is not None)
        self._blank.setChecked(show.is_blank)
        self._number.setText(page_of(show.number, max(1, show.of)))
        self._room.say(_("Dark room") if show.is_dark else _("Bright room"))
        self._caption.setText(_about(show, is_opened=show.is_opened))
        self._guard.setVisible(bool(show.held))
        if show.held:
            self._held.setText(_held_words(len(show.held), show.held[0].code))

    def _state_words(self) -> str:
        show = self._show
        if show.is_blank:
            return _("blank")
        if show.frozen_at is not None:
            return _frozen(f"{show.frozen_at:%H:%M}")
        return _("live")

    def _announce(self) -> None:
        """Tell a screen reader that the room sees something else."""
        self.miniature.say()
        event = QAccessibleEvent(self.miniature, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)


def _ends() -> tuple[str, str]:
    return _("This is the first page."), _("This is the last page.")


def _frozen(time: str) -> str:
    return _("frozen, the room sees {time}").format(time=time)


def _about(show: WallShow, *, is_opened: bool) -> str:
    size = _("smallest text {n} px").format(n=show.smallest)
    opened = _("opened with S") if is_opened else ""
    return "  ·  ".join(part for part in (opened, size) if part)


def _held_words(n: int, code: str) -> str:
    if n == 1 and code:
        text = _("{code} stays off the Wall. Its words may hold a name.")
        return text.format(code=code)
    text = ngettext(
        "{n} line stays off the Wall. Its words may hold a name.",
        "{n} lines stay off the Wall. Their words may hold a name.",
        n,
    )
    return text.format(n=n)
