"""A new workshop on one page, which ends in printing the kit."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _
from ui.dialogs.new_defaults import NewDefaults
from ui.start.new_workshop.answers import FirstAnswers
from ui.start.new_workshop.form import NewWorkshopForm
from ui.theme.theme import Theme
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, make_button
from ui.widgets.left_by_esc import LeftByEsc
from ui.widgets.scroll_area import scrolling

WIDEST = 1126  # pixels at 100 %


class NewWorkshopPage(LeftByEsc):
    """Asks what a first meeting needs; all but the team may stay empty, and be changed later.

    `team` is a name to begin with. `answered` carries the FirstAnswers, and whether the kit is to
    be printed; `left` says that there is to be no new workshop. `put_away` carries what is typed
    when the page goes, whatever has put it away.
    """

    answered = Signal(object, bool)
    put_away = Signal(object)

    def __init__(self, theme: Theme, today: date, team: str) -> None:
        super().__init__()
        self._theme = theme
        self.form = NewWorkshopForm(theme, today, team)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._page(), 1)
        column.addWidget(self._foot())
        self.form.changed.connect(self._count)
        self.form.kit.button.clicked.connect(lambda _on=False: self._finish(prints=True))
        QShortcut(QKeySequence("Ctrl+P"), self, self.form.kit.button.click)

    def typed(self) -> FirstAnswers:
        """What is on the page, to be put on another one."""
        return self.form.typed()

    def _page(self) -> QWidget:
        """Head and form, in the middle of a wide window."""
        px = self._theme.px
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(4, px(12), 4, px(12))  # room for focus rings
        box.setSpacing(px(12))
        head = SideBySide(px(14), px(600))
        head.line.addWidget(Label(_("A new workshop"), self._theme, "h1"))
        about = Label(
            _("One page, two minutes. All of it can be changed later."), self._theme, "body", "grey"
        )
        head.line.addWidget(about, 1, Qt.AlignmentFlag.AlignBottom)
        box.addWidget(head)
        box.addWidget(self.form)
        box.addStretch(1)
        whole = scrolling(inside)
        whole.setMaximumWidth(px(WIDEST) + 8)
        around = QWidget()
        line = QHBoxLayout(around)
        line.setContentsMargins(px(24), 0, px(24), 0)
        line.addWidget(whole)
        return around

    def _foot(self) -> QFrame:
        px = self._theme.px
        foot = QFrame()
        foot.setObjectName("footer")
        line = QHBoxLayout(foot)
        line.setContentsMargins(px(28), px(10), px(28), px(10))
        line.setSpacing(px(14))
        self._counts = Label("", self._theme, "strong")
        start = make_button(_("Start without paper"), trail="arrow")
        start.clicked.connect(lambda _on=False: self._finish(prints=False))
        line.addWidget(self._counts, 1)
        line.addWidget(start)
        return foot

    def take_keyboard(self) -> None:
        """Bring the keyboard back to where it was last, or to the first field."""
        here = self.focusWidget()
        if here is not None and here.isVisible():
            here.setFocus()
        else:
            self.form.begin()

    def _count(self) -> None:
        self._counts.setText(self.form.counts)

    def _finish(self, *, prints: bool) -> None:
        """Hand over what was answered, if that is enough to begin."""
        answers = self.form.answers()
        if answers is not None:
            NewDefaults(answers.paper, NewDefaults.load().folder).save()
            self.answered.emit(answers, prints)
