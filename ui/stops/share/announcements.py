"""Who is told how it went: a list to tick, on which nothing depends."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.compat import override
from cxworkshop.i18n import _, n_
from cxworkshop.model import Told
from ui.theme.icons import paint_icon
from ui.theme.mirror import painter_of
from ui.theme.theme import Theme
from ui.widgets.fields import Field
from ui.widgets.labels import Hairline, Label, Panel, clear, small_button
from ui.widgets.lists import AddLine

WriteHow = Callable[[str, str], object]

PROPOSED = (n_("Those who said it"), n_("All our {customers}"), n_("All staff"))


class TickBox(QCheckBox):
    """A check box as on paper: empty, or with a tick in it."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setFixedSize(self.sizeHint())

    @override
    def sizeHint(self) -> QSize:
        side = self._theme.px(20)
        return QSize(side, side)

    @override
    def hitButton(self, pos: object) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = painter_of(self), self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(tokens.accent if self.isChecked() else tokens.edge), 1.5))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            paint_icon(painter, "check", box.adjusted(1, 1, -1, -1), QColor(tokens.accent))


class AnnouncementRow(QWidget):
    """Somebody to tell; a click anywhere on the row ticks it. Once ticked, it asks how.

    `write` takes a row's id and how they were told, and returns None when that was refused.
    """

    ticked = Signal(bool)

    def __init__(self, told: Told, theme: Theme, write: WriteHow, not_told: str = "") -> None:
        super().__init__()
        self._not_told = not_told
        line = QHBoxLayout(self)
        line.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        line.setSpacing(theme.px(9))
        self.tick = TickBox(told.who, theme)
        self.tick.clicked.connect(self._pass_on)
        self._who, self._day = Label(told.who, theme), Label("", theme, "small", "grey")
        self._day.setWordWrap(False)
        name = _("How they were told: {who}").format(who=told.who)
        hint = _("how? at the door, by text")
        self.how = Field(name, hint, lambda words: write(told.id, words), "inline")
        below = QVBoxLayout()
        below.setSpacing(theme.px(2))
        head = QHBoxLayout()
        head.addWidget(self._who, 1)
        head.addWidget(self._day)
        below.addLayout(head)
        below.addWidget(self.how)
        line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(below, 1)
        self.show_told(told)

    def _pass_on(self, on: bool) -> None:
        self.ticked.emit(on)

    def show_told(self, told: Told) -> None:
        """Show the tick, the day and how; those who have not been told are bold."""
        self.tick.setChecked(told.told_on is not None)
        self._who.set_role("body" if told.told_on else "strong")
        self._day.setText(days.short(told.told_on) if told.told_on else self._not_told)
        self._day.paint_in("grey" if told.told_on else "amber")
        self.how.show_text(told.how)
        self.how.setVisible(told.told_on is not None)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick at a click on the words, too."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.tick.click()


class Announcements(Panel):
    """The list, the proposals, and a field to add somebody.

    `ticked` carries a row's id and whether it is ticked; `add` returns None when it was refused.
    """

    ticked = Signal(str, bool)

    def __init__(self, theme: Theme, add: Callable[[str], object], write_how: WriteHow) -> None:
        super().__init__(theme)
        self._write_how = write_how
        self._add, self._rows, self._shown = add, dict[str, AnnouncementRow](), False
        self.box.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(10))
        self.box.setSpacing(theme.px(5))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._proposed = QVBoxLayout()
        self._proposed.setSpacing(0)
        self.field = AddLine(_("Add somebody to tell"), add)
        self._nobody = Label(_("Who should hear how it went?"), theme, "body", "grey")
        self.box.addWidget(self._nobody)
        self.box.addLayout(self._list)
        self.box.addLayout(self._proposed)
        self.box.addWidget(self.field)
        self.box.addStretch(1)
        self.box.addWidget(Hairline(theme))
        note = _("Nothing waits for these ticks. An empty box is only shown.")
        self.box.addWidget(Label(note, theme, "small", "grey"))

    def show_people(self, people: list[Told]) -> None:
        """Show the people; rows stay the same widgets, with the focus, while only ticks change."""
        if list(self._rows) != [told.id for told in people] or not self._shown:
            self._shown = True
            self._make_rows(people)
        for told in people:
            self._rows[told.id].show_told(told)

    def _make_rows(self, people: list[Told]) -> None:
        clear(self._list)
        self._rows = {}
        for told in people:
            if self._rows:
                self._list.addWidget(Hairline(self._theme))
            row = AnnouncementRow(told, self._theme, self._write_how)
            row.ticked.connect(lambda on, key=told.id: self.ticked.emit(key, on))
            self._rows[told.id] = row
            self._list.addWidget(row)
        self._nobody.setVisible(not people)
        self._propose({told.who.casefold() for told in people})

    def _propose(self, there: set[str]) -> None:
        """Propose whom most teams tell and who is not on the list yet."""
        held = QApplication.focusWidget()
        lost = held is not None and self._is_proposal(held)
        clear(self._proposed)
        for who in map(_, PROPOSED):
            if who.casefold() not in there:
                button = small_button(who, "link", lead="plus")
                button.setAccessibleName(_("Add {who}").format(who=who))
                button.clicked.connect(lambda _on=False, who=who: self._add(who))
                self._proposed.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if lost:
            self.field.setFocus()

    def _is_proposal(self, widget: QWidget) -> bool:
        return self._proposed.indexOf(widget) >= 0


class AnnouncementColumn(QWidget):
    """The list below its title, and how many of those on it have been told."""

    def __init__(self, theme: Theme, add: Callable[[str], object], write_how: WriteHow) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        head = QHBoxLayout()
        title = Label(_("Who is told"), theme, "h2")
        title.setMinimumHeight(theme.px(30))  # as high as the buttons beside "The poster"
        head.addWidget(title, 1)
        self._count = Label("", theme, "small", "grey")
        self._count.setWordWrap(False)
        head.addWidget(self._count)
        column.addLayout(head)
        self.list = Announcements(theme, add, write_how)
        column.addWidget(self.list, 1)

    def show_people(self, people: list[Told]) -> None:
        """Show whom to tell, with those who have been told ticked."""
        self.list.show_people(people)
        told = sum(row.told_on is not None for row in people)
        count = _("{n} of {all}").format(n=told, all=len(people))
        self._count.setText(count if people else "")
