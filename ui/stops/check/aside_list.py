"""Answers of a 30-day check that were set aside, each with a way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _
from cxworkshop.model import Verbatim
from ui.stops.check.actions import CheckActions
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.labels import Label, clear, make_button


class AsideList(QWidget):
    """They are not counted, and are brought back by a button."""

    def __init__(self, theme: Theme, actions: CheckActions) -> None:
        super().__init__()
        self._theme, self._actions = theme, actions
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(*margins(theme.px(8), theme.px(6), 0, 0))

    @property
    def is_empty(self) -> bool:
        """Whether none is set aside."""
        return self._box.count() == 0

    def show_answers(self, answers: Sequence[Verbatim]) -> None:
        """Show these answers."""
        clear(self._box)
        for answer in answers:
            words = answer.said or _("a mark without words")
            row, line = QWidget(), QHBoxLayout()
            row.setLayout(line)
            line.setContentsMargins(0, 0, 0, 0)
            text = _("Set aside: “{words}”").format(words=words)
            line.addWidget(Label(text, self._theme, "small", "grey"), 1)
            back = make_button(_("Bring back"), "link")
            back.setAccessibleName(_("Bring back: {words}").format(words=words))
            back.clicked.connect(lambda _on=False, a=answer.id: self._actions.bring_back(a))
            line.addWidget(back)
            self._box.addWidget(row)
        if not answers:
            self.hide()  # the list shows it again once it has its place there
