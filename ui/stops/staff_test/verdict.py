"""The lower panel of stop 7: sure or not sure, the fixes, and the attempts so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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

from cxworkshop import days
from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.paint import ring
from ui.theme.theme import Theme
from ui.widgets.day_field import DayField
from ui.widgets.drafts import Typed
from ui.widgets.labels import Label, Panel, VerticalLine, clear
from ui.widgets.radio_buttons import RadioButton, choose_only

NARROW = 900


@dataclass(frozen=True)
class FixLine:
    """A fix as it is shown: what, who and by when, in one line."""

    id: str
    words: str
    done: bool


class _Ring(QWidget):
    """The ring of an attempt: a disc for sure, open for not sure, thin for no answer yet."""

    def __init__(self, theme: Theme, state: str) -> None:
        super().__init__()
        self._theme, self._state = theme, state
        self.setFixedSize(theme.px(18), theme.px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        ring(painter, middle, self._theme.px(16), self._state, "", self._theme.tokens)


class StaffTestVerdict(Panel):
    """`sure` and `unsure` say what was chosen; `finished` carries the id of a fix."""

    sure = Signal()
    unsure = Signal()
    finished = Signal(str)

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__(theme)
        self._today = today
        side = theme.px(20)
        self.box.setContentsMargins(side, theme.px(10), side, theme.px(12))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme.px(22))
        self._proposed: date | None = None
        self._parts = (VerticalLine(theme), VerticalLine(theme))
        self._row.addLayout(self._asking(), 0)
        self._row.addWidget(self._parts[0])
        self._row.addLayout(self._fixing(), 1)
        self._row.addWidget(self._parts[1])
        self._row.addLayout(self._history(), 0)
        self.box.addLayout(self._row)

    def show_answer(self, sure: bool | None) -> None:
        """Show the last answer; None while the question is open."""
        chosen = {True: self._sure, False: self._unsure, None: None}[sure]
        choose_only(self._group, chosen)

    def show_fixes(self, fixes: list[FixLine]) -> None:
        """Show the fixes, each with a box to tick."""
        clear(self._fixes)
        for fix in fixes:
            tick = QCheckBox()
            tick.setChecked(fix.done)
            tick.setEnabled(not fix.done)
            tick.setAccessibleName(_("Done: {words}").format(words=fix.words))
            tick.clicked.connect(lambda _on=False, name=fix.id: self.finished.emit(name))
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
            colour = "grey" if fix.done else "ink"
            line.addWidget(Label(fix.words, self._theme, "field", colour), 1)
            self._fixes.addWidget(row)

    def show_history(self, asked: list[tuple[str, str]]) -> None:
        """Show the attempts as pairs of ring state and words, the newest last."""
        clear(self._asked)
        for state, words in asked:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(self._theme.px(6))
            line.addWidget(_Ring(self._theme, state), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(words, self._theme, "field"), 1)
            self._asked.addWidget(row)

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
        return {"fix": self.what.text(), "who": self.who.text(), "by": by}

    def set_typed(self, typed: Typed) -> None:
        """Put half-typed words back; propose a day if none was chosen."""
        self.what.setText(typed.get("fix", ""))
        self.who.setText(typed.get("who", ""))
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
        column.addStretch(1)
        return column

    def _fixing(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(5))
        text = _("Then we fix this, and ask again")
        column.addWidget(Label(text, self._theme, "label", "accent"))
        self._fixes = QVBoxLayout()
        self._fixes.setSpacing(self._theme.px(2))
        column.addLayout(self._fixes)
        self.what, self.who = QLineEdit(), QLineEdit()
        for field, name, hint in (
            (self.what, _("What will be fixed"), _("What will be fixed")),
            (self.who, _("Who fixes it"), _("Who?")),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)
            field.returnPressed.connect(self.unsure)
        self.who.setMaximumWidth(self._theme.px(120))
        self.day = DayField(_("By when"), lambda _day: True, self._today, with_year=False)
        self.day.show_day(None)
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        line.addWidget(self.what, 3)
        line.addWidget(self.who, 1)
        line.addWidget(self.day, 0)
        column.addLayout(line)
        column.addStretch(1)
        return column

    def _history(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(3))
        column.addWidget(Label(_("Asked before"), self._theme, "label", "accent"))
        self._asked = QVBoxLayout()
        self._asked.setSpacing(0)
        column.addLayout(self._asked)
        column.addStretch(1)
        return column


def fix_words(words: str, who: str, by: date) -> str:
    """Describe a fix: "The first-day list says it · Helena, Mon 11 Jan"."""
    return _("{words} · {who}, {day}").format(words=words, who=who, day=days.short(by))
