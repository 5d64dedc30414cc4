"""Look again: months after something was kept, what do customers say of it now?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _, n_
from cxworkshop.model import Look, PickId
from ui.bridge import Bridge
from ui.dialogs.step_dialog import StepDialog
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import QuoteLabel, make_button

FOUND = {
    Look.NOTICED: n_("Still noticed"),
    Look.SLIPPING: n_("Slipping"),
    Look.GONE: n_("Gone"),
}


class LookAgainDialog(StepDialog):
    """Customers' words first, then what they say together. What slips goes back on the list."""

    def __init__(self, bridge: Bridge, pick: PickId, theme: Theme, parent: QWidget) -> None:
        self._title_words = bridge.whole.share.outcome(pick).title
        super().__init__(_("Look again: {title}").format(title=self._title_words), theme, parent)
        self._bridge, self._pick = bridge, pick
        self._answers: list[str] = []
        self._show()

    def _show(self) -> None:
        title = _("Look again: {title}").format(title=self._title_words)
        ask = self.words(_("Ask those who said it first. Do they still notice it?"), "body", "grey")
        said = [QuoteLabel(f"“{words}”", self.theme) for words in self._answers_so_far()]
        judge = [self._judge_button(look, _(words)) for look, words in FOUND.items()]
        close = self.way(_("Later"), self.reject)
        self.show_step(title, [ask, *said, self._entry()], [close, *judge])
        self._said_now.setFocus()

    def _answers_so_far(self) -> list[str]:
        again = self._bridge.whole.looking_again
        asked = [look for look in again.looks(self._pick) if look.found is None]
        return [answer.said or "" for look in asked for answer in again.answers(look.id)]

    def _entry(self) -> QWidget:
        entry = QWidget()
        line = QHBoxLayout(entry)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.theme.px(8))
        self._said_now, self._kind = QLineEdit(), QLineEdit()
        for field, hint in (
            (self._said_now, _("What this customer says now")),
            (self._kind, _("Kind of customer")),
        ):
            field.setPlaceholderText(hint)
            field.setAccessibleName(hint)
            field.returnPressed.connect(self._add)
        add = make_button(_("Add"))
        add.clicked.connect(lambda _on=False: self._add())
        line.addWidget(self._said_now, 3)
        line.addWidget(self._kind, 1)
        line.addWidget(add)
        return entry

    def _judge_button(self, look: Look, words: str) -> Button:
        return self.way(words, lambda: self._judge(look))

    def _add(self) -> None:
        again, words, kind = self._bridge.whole.looking_again, self._said_now.text(), self._kind
        if not words.strip():
            self.say(_("What did they say? A word is enough."))
            return
        if self._try(lambda: again.record_answer(self._pick, words, kind=kind.text())):
            self._show()

    def _judge(self, look: Look) -> None:
        if self._try(lambda: self._bridge.whole.looking_again.judge(self._pick, look)):
            self.accept()

    def _try(self, action: Callable[[], object]) -> bool:
        """Do it; a refusal is said here, and not on the page behind."""
        try:
            action()
        except Refusal as refusal:
            self.say(str(refusal))
            return False
        return True


def open_look_again(bridge: Bridge, pick: PickId, theme: Theme, parent: QWidget) -> LookAgainDialog:
    """Open it for an improvement that was kept."""
    dialog = LookAgainDialog(bridge, pick, theme, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
