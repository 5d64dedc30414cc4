"""Around the loop: links to four parts that belong to no single stop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _, ngettext
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, make_button


class AroundTheLoop(QWidget):
    """Four links below the rail. `wanted` carries "ways", "serve", "ideas" or "encounter"."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins(theme.px(12), 0, theme.px(8), 0))
        column.setSpacing(0)
        label = Label(_("Around the loop"), theme, "label", "accent")
        label.setContentsMargins(*margins(theme.px(8), 0, 0, theme.px(2)))
        column.addWidget(label)
        grid = QGridLayout()
        grid.setSpacing(0)
        self._links: dict[str, Button] = {}
        grid.setContentsMargins(
            *margins(theme.px(4), 0, 0, 0)
        )  # a link has as much before its words
        column.addLayout(grid)
        for place, (key, text) in enumerate(
            (
                ("ways", _("Ten ways")),
                ("serve", _("Whom we serve")),
                ("ideas", _("Ideas")),
                ("encounter", _("The encounter")),
            )
        ):
            button = make_button(text, "link")
            button.clicked.connect(lambda _on=False, k=key: self.wanted.emit(k))
            grid.addWidget(button, place // 2, place % 2)
            self._links[key] = button

    def show_ideas(self, n: int) -> None:
        """Say how many ideas the team's deck has."""
        self._links["ideas"].say(ngettext("{n} idea", "{n} ideas", n).format(n=n))
