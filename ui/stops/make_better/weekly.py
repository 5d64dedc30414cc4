"""The weekly look at a locked plan: what moved, what is in the way, who clears it by Friday."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from cxworkshop import days
from cxworkshop.content.values import InTheWay, WeeklyLook
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.labels import Label, Panel, clear, small_button


class WeeklyPanel(Panel):
    """Beside the sheet, for the ten minutes in which the doers meet.

    `print_wanted` asks for it on paper.
    """

    print_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.box.addWidget(Label(_("Weekly look"), theme, "label", "accent"))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(3))
        self.box.addLayout(self._list)
        on_paper = small_button(_("Print the weekly look"), lead="print")
        on_paper.clicked.connect(lambda _on=False: self.print_wanted.emit())
        self.box.addWidget(on_paper, 0, Qt.AlignmentFlag.AlignLeft)

    def show_look(self, look: WeeklyLook) -> None:
        clear(self._list)
        self._say(_("What moved"), "control")
        for words in look.moved or (_("Nothing in seven days."),):
            self._say(words, "small", "ink" if look.moved else "grey")
        self._say(_("What is in the way"), "control")
        if not look.in_the_way:
            self._say(_("Nothing that we know of."), "small", "grey")
            return
        for thing in look.in_the_way:
            self._say(_with_days(thing), "small")
            who = thing.who or _("Who?")
            text = _("{name} clears it by {day}").format(name=who, day=days.short(look.friday))
            self._say(text, "label")

    def _say(self, words: str, role: str, colour: str = "ink") -> None:
        self._list.addWidget(Label(words, self._theme, role, colour))


def _with_days(thing: InTheWay) -> str:
    if not thing.how_long:
        return thing.words
    return _("{words} ({days})").format(words=thing.words, days=thing.how_long)
