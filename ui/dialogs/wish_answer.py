"""The answer to a wish, written where the wish is: we can't, because …; hand on to …."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cxworkshop.i18n import _, in_quotes
from cxworkshop.queries.subjects import Subject
from cxworkshop.wishes import Wish
from cxworkshop.workshop import Workshop
from ui.theme.theme import Theme
from ui.widgets.answer_form import TITLES, AnswerForm, Writing
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, QuoteLabel
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
        subject = workshop.answers.subject(code)
        wish = workshop.answers.of(subject.cards[0])
        area = scrolling(self.form)
        area.box.setSpacing(theme.px(10))
        area.box.insertWidget(0, _words(subject, wish, theme))
        area.box.addStretch(1)
        box.addWidget(area)
        self.form.write(workshop, code, what, wish.answer if wish else None)


def _words(subject: Subject, wish: Wish | None, theme: Theme) -> Label:
    """What is answered: a customer's words, or the headline of a card or a group."""
    if wish is None or subject.card is None or wish.card.headline or not wish.card.words:
        return Label(subject.headline, theme, "strong")
    return QuoteLabel(in_quotes(wish.card.words), theme)
