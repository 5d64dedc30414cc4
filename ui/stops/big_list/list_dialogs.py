"""The dialogs that stop 3 opens for a card or a group."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from cxworkshop.queries.subjects import Subject
from ui.stops.big_list.actions import BoardActions
from ui.stops.page import StopPage
from ui.widgets.answer_form import Writing


class ListDialogs(QObject):
    """Opens them over the page's window; `closed` when the keyboard is to go back to the list."""

    closed = Signal()

    def __init__(self, page: StopPage, actions: BoardActions) -> None:
        super().__init__(page)
        self._page, self._actions = page, actions
        actions.answer_to = self._answer
        actions.opposites.choose = self._name_opposite

    def _name_opposite(self, subject: Subject) -> None:
        from ui.dialogs.opposite import OppositeDialog

        page = self._page
        dialog = OppositeDialog(page.workshop, page.theme, page.window(), subject)
        dialog.chosen.connect(self._actions.opposites.mark)
        dialog.finished.connect(lambda _result: self.closed.emit())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _answer(self, code: str, what: Writing) -> None:
        from ui.dialogs.wish_answer import WishAnswerDialog

        page = self._page
        dialog = WishAnswerDialog(page.workshop, page.theme, page.window(), code, what)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
