"""The lower panel of stop 7: sure or not sure, the fixes, and the attempts so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.stops.staff_test.progress import HistoryRow
from ui.theme.mirror import painter_of
from ui.theme.paint import ring
from ui.theme.theme import Theme
from ui.widgets.day_field import DayField
from ui.widgets.drafts import Typed
from ui.widgets.fields import Field
from ui.widgets.labels import Label, Panel, VerticalLine
from ui.widgets.lists import RowList
from ui.widgets.names import NameCompleter
from ui.widgets.radio_buttons import RadioButton, choose_only
from ui.widgets.short_line import hint_width
from ui.widgets.wheel import ChoiceBox

NARROW, ASKING = 900, 190  # pixels at 100 %
ANY_WIDTH = 16_777_215  # Qt's own largest


class _Ring(QWidget):
    """The ring of an attempt: a disc for sure, open for not sure, thin for no answer yet."""

    def __init__(self, theme: Theme, state: str) -> None:
        super().__init__()
        self._theme, self._state = theme, state
        self.setFixedSize(theme.px(18), theme.px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        ring(painter, middle, self._theme.px(16), self._state, "", self._theme.tokens)


class StaffTestVerdict(Panel):
    """`sure` and `unsure` say what was chosen; `finished` and `reopened` carry the id of a fix."""

    sure = Signal()
    unsure = Signal()
    finished = Signal(str)
    reopened = Signal(str)

    def __init__(
        self,
        theme: Theme,
        write_against: Callable[[str], object],
        today: Callable[[], date],
        names: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__(theme)
        self._today = today
        side = theme.px(20)
        self.box.setContentsMargins(side, theme.px(10), side, theme.px(12))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme.px(22))
        self._proposed: date | None = None
        self._shown: Sequence[HistoryRow] = ()
        self._parts = (VerticalLine(theme), VerticalLine(theme))
        self._row.addLayout(self._asking(), 0)
        self._row.addWidget(self._parts[0])
        self._row.addLayout(self._fixing(write_against), 3)
        NameCompleter(self.who, names)
        self._row.addWidget(self._parts[1])
        self._row.addLayout(self._history(), 2)
        self.box.addLayout(self._row)

    def show_answer(self, sure: bool | None) -> None:
        """Show the last answer; None while the question is open."""
        chosen = {True: self._sure, False: self._unsure, None: None}[sure]
        choose_only(self._group, chosen)

    def show_asked(self, names: Sequence[str], who_else: str) -> None:
        """Offer people to ask, and say who was asked without having done the work."""
        typed = self.asked_of.currentText()
        self.asked_of.clear()
        self.asked_of.addItems(list(names))
        self.asked_of.setEditText(typed)
        self._who_else.setText(who_else)
        _give_all_lines(self._who_else, self.width())

    def show_history(self, rows: Sequence[HistoryRow]) -> None:
        """Show the attempts and their fixes, the newest last; fixes have a box to tick."""
        if rows != self._shown:
            self._shown = rows
            self._asked.show_rows([self._history_row(row) for row in rows])
            self._asked.show_last()

    def _history_row(self, row: HistoryRow) -> QWidget:
        theme, widget = self._theme, QWidget()
        line = QHBoxLayout(widget)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(6))
        sign = self._fix_tick(row) if row.fix else _Ring(theme, row.ring)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        colour = "amber" if row.is_due else "grey" if row.done else "ink"
        line.addWidget(Label(row.words, theme, "field", colour), 1)
        return widget

    def _fix_tick(self, row: HistoryRow) -> QCheckBox:
        tick = QCheckBox()
        tick.setChecked(row.done)
        tick.setAccessibleName(_("Done: {words}").format(words=row.words))
        signal = self.reopened if row.done else self.finished
        tick.clicked.connect(lambda _on=False: signal.emit(row.fix))
        return tick

    def fix(self) -> tuple[str, str, date | None]:
        """Return what will be fixed, by whom and by when."""
        return self.what.text(), self.who.text().strip(), self.day.day()

    def missing_field(self) -> QWidget:
        """Return the first field of the fix that is empty; the day if none is."""
        what, who, _day = self.fix()
        if not what:
            return self.what
        return self.day if who else self.who

    def typed(self) -> Typed:
        """Return what is half typed."""
        chosen = self.day.day() if self._day_chosen() else None
        by = chosen.isoformat() if chosen else ""
        asked_of = self.asked_of.currentText()
        return {"fix": self.what.text(), "who": self.who.text(), "by": by, "asked of": asked_of}

    def set_typed(self, typed: Typed) -> None:
        """Put half-typed words back; propose a day if none was chosen."""
        self.what.setText(typed.get("fix", ""))
        self.who.setText(typed.get("who", ""))
        self.asked_of.setEditText(typed.get("asked of", ""))
        by = typed.get("by", "")
        self.day.show_day(date.fromisoformat(by) if by else self._proposed)

    def propose(self, day: date) -> None:
        """Propose a day, unless another was chosen."""
        keep = self._day_chosen()
        self._proposed = day
        if not keep:
            self.day.show_day(day)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(NARROW)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        for part in self._parts:
            part.setVisible(not narrow)
        for asking in (self.asked_of, self._who_else):  # the fix beside them needs the width
            asking.setMaximumWidth(ANY_WIDTH if narrow else self._theme.px(ASKING))
        _give_all_lines(self._who_else, self.width())

    def _day_chosen(self) -> bool:
        return self.day.day() not in (None, self._proposed)

    def _asking(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(6))
        head = Label(_("Are we sure?"), self._theme, "h2")
        head.setWordWrap(False)
        column.addWidget(head)
        self._group = QButtonGroup(self)
        self._sure, self._unsure = RadioButton(_("Sure")), RadioButton(_("Not sure"))
        self._sure.setAccessibleName(_("We are sure"))
        self._unsure.setAccessibleName(_("We are not sure"))
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        for button, signal in ((self._sure, self.sure), (self._unsure, self.unsure)):
            button.clicked.connect(lambda _on=False, s=signal: s.emit())
            self._group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        self.asked_of = _asked_of_box(self._theme)
        column.addWidget(self.asked_of)
        self._who_else = Label("", self._theme, "caption", "grey")
        column.addWidget(self._who_else)
        column.addStretch(1)
        return column

    def _fixing(self, write_against: Callable[[str], object]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(5))
        text = _("Then we fix this, and ask again")
        column.addWidget(Label(text, self._theme, "label", "accent"))
        self.what, self.who = QLineEdit(), QLineEdit()
        for field, name, hint in (
            (self.what, _("What will be fixed"), _("What will be fixed")),
            (self.who, _("Who fixes it"), _("Who?")),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
            field.returnPressed.connect(self.unsure)
            wide = field.fontMetrics().horizontalAdvance(hint) + self._theme.px(40)
            field.setMinimumWidth(wide)  # the hint is never cut
        self.who.setMaximumWidth(self._theme.px(120))
        self.day = DayField(_("By when"), lambda _day: True, self._today, with_year=False)
        self.day.show_day(None)
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        line.addWidget(self.what, 3)
        line.addWidget(self.who, 1)
        line.addWidget(self.day, 0)
        column.addLayout(line)
        text = _("What do we reward or measure that pulls against it?")
        column.addWidget(Label(text, self._theme, "label", "accent"))
        self.against = Field(text, _("such as: we praise a short line"), write_against)
        column.addWidget(self.against)
        column.addStretch(1)
        return column

    def _history(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(3))
        column.addWidget(Label(_("Asked before"), self._theme, "label", "accent"))
        self._asked = RowList(self._theme, _("Asked before"))
        self._asked.set_gap(0)
        self._asked.take_what_is_left(self._theme.px(84))
        column.addWidget(self._asked, 1)
        return column


def _give_all_lines(label: Label, room: int) -> None:
    """Its row is only as high as what stands beside it."""
    lines = label.heightForWidth(min(label.maximumWidth(), room))
    label.setMinimumHeight(max(0, lines))  # -1 without words


def _asked_of_box(theme: Theme) -> ChoiceBox:
    """Make the box for who was asked: one of our people, or any name."""
    box = ChoiceBox()
    field = box.take_other_words(_("Who was asked"), _("Who was asked?"))
    box.setMinimumWidth(hint_width(field, theme.px(150)))
    return box
