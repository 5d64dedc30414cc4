"""A new workshop on one page, which ends in printing the kit."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _
from ui.dialogs.new_defaults import NewDefaults
from ui.dialogs.new_workshop_form import NewWorkshopForm
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Hairline, Label, make_button
from ui.widgets.scroll_area import scrolling

SIZE = (1182, 690)  # pixels at 100 %


class NewWorkshopDialog(QDialog):
    """Asks what a first meeting needs; all but the team may stay empty, and be changed later.

    `team` is a name to begin with. `answered` carries the FirstAnswers, and whether the kit is to
    be printed.
    """

    answered = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QWidget, today: date, team: str) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(_("New workshop"))
        fit_dialog(self, theme, *SIZE)
        self.form = NewWorkshopForm(theme, today, team)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolling(self._page()), 1)
        column.addWidget(Hairline(theme))
        column.addLayout(self._foot())
        self.form.changed.connect(self._count)
        self.form.kit.button.clicked.connect(lambda _on=False: self._finish(prints=True))
        QShortcut(QKeySequence("Ctrl+P"), self, self.form.kit.button.click)
        self.form.begin()

    def _page(self) -> QWidget:
        px = self._theme.px
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(px(28), px(16), px(28), px(16))
        box.setSpacing(px(12))
        head = SideBySide(px(14), px(600))
        head.line.addWidget(Label(_("A new workshop"), self._theme, "h1"))
        about = Label(
            _("One page, two minutes. All of it can be changed later."), self._theme, "body", "grey"
        )
        head.line.addWidget(about, 1, Qt.AlignmentFlag.AlignBottom)
        box.addWidget(head)
        box.addWidget(self.form, 1)
        return page

    def _foot(self) -> QHBoxLayout:
        px = self._theme.px
        line = QHBoxLayout()
        line.setContentsMargins(px(28), px(10), px(28), px(10))
        line.setSpacing(px(14))
        self._counts = Label("", self._theme, "strong")
        cancel = make_button(_("Cancel"), "quiet")
        cancel.show_key(_("Esc"))
        cancel.clicked.connect(lambda _on=False: self.reject())
        start = make_button(_("Start without paper"), trail="arrow")
        start.clicked.connect(lambda _on=False: self._finish(prints=False))
        line.addWidget(self._counts, 1)
        line.addWidget(cancel)
        line.addWidget(start)
        return line

    def _count(self) -> None:
        self._counts.setText(self.form.counts)

    def _finish(self, *, prints: bool) -> None:
        """Hand over what was answered, if that is enough to begin."""
        answers = self.form.answers()
        if answers is not None:
            NewDefaults(answers.paper, NewDefaults.load().folder).save()
            self.accept()
            self.answered.emit(answers, prints)
