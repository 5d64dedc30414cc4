"""The answer to a wish, written where the wish is: we can't, because …; hand on to …."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cxworkshop.i18n import _
from cxworkshop.workshop import Workshop
from ui.theme.theme import Theme
from ui.widgets.answer_form import TITLES, AnswerForm, Writing
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.scroll_area import scrolling


class WishAnswerDialog(QDialog):
    """The form for a card or a group, by its code. With the answer it leaves the list."""

    def __init__(
        self, workshop: Workshop, theme: Theme, parent: QWidget, code: str, what: Writing
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_(TITLES[what]))
        fit_dialog(self, theme, 480, 360)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        self.form = AnswerForm(theme)
        self.form.given.connect(self.accept)
        self.form.left.connect(self.reject)
        box.addWidget(scrolling(self.form))
        wish = workshop.answers.of(workshop.answers.subject(code).cards[0])
        self.form.write(workshop, code, what, wish.answer if wish else None)
