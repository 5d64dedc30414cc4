"""A customer's row at stop 6: what they said before, and beside it what they say now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, in_quotes
from cxworkshop.model import VerbatimId
from cxworkshop.stops.check import WhoSaidIt
from ui.stops.check.actions import CheckActions
from ui.stops.check.answer_line import AnswerLine
from ui.stops.check.answers import AnswerEntry, called
from ui.theme.mirror import margins, painter_of
from ui.theme.theme import Theme
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Hairline, Label, QuoteLabel
from ui.widgets.layout_items import widgets_of

BEFORE, NOW = 250, 420  # pixels at 100 %: what they said, and what they say
NARROW = 560


@dataclass(frozen=True)
class RowContent:
    """A customer's row; `best` is their answer for the poster, once the check is `judged`."""

    said: WhoSaidIt
    said_it: bool  # whether they are among those who said it before
    judged: bool
    best: VerbatimId | None


class AskedRow(QWidget):
    """One customer, as a row that is made anew when its content changes. `wanted` says that
    their answer is to be typed here, and carries what was typed already."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, actions: CheckActions, shown: RowContent) -> None:
        super().__init__()
        self._theme, self.shown = theme, shown
        self._entry: AnswerEntry | None = None
        self._open: NotAsked | None = None
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(Hairline(theme))
        both = SideBySide(px(12), px(NARROW))
        both.line.setContentsMargins(px(8), 0, px(8), px(4))
        left, right = QWidget(), QWidget()
        for side, stretch in ((left, BEFORE), (right, NOW)):
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            both.line.addWidget(side, stretch, Qt.AlignmentFlag.AlignTop)
        self._before, self._now = QVBoxLayout(left), QVBoxLayout(right)
        for box in (self._before, self._now):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(px(2))
        column.addWidget(both)
        self._show_before(shown)
        self._show_now(actions, shown)

    @property
    def is_asked(self) -> bool:
        """Whether this customer has answered."""
        return self.shown.said.is_asked

    @property
    def lines(self) -> list[AnswerLine]:
        """The answers so far."""
        return [part for part in widgets_of(self._now) if isinstance(part, AnswerLine)]

    def take_keys(self) -> None:
        """Give the keyboard to the last answer, or to the place for one."""
        place = self.lines[-1].mark if self.lines else self._open
        if place is not None:
            place.setFocus(Qt.FocusReason.TabFocusReason)

    def take_entry(self, entry: AnswerEntry) -> None:
        """Put the entry in place of "not asked yet"."""
        self._entry = entry
        if self._open is not None:
            self._open.hide()
        self._now.addWidget(entry)
        entry.show()
        self.update()

    def give_up_entry(self) -> AnswerEntry | None:
        """Return the entry, if it is here."""
        entry, self._entry = self._entry, None
        if entry is not None:
            self._now.removeWidget(entry)
            entry.hide()
            entry.setParent(None)
            if self._open is not None:
                self._open.show()
            self.update()
        return entry

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint the row in hand."""
        if self._entry is None:
            return
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.tint))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 1, 0, 0), 8, 8)

    def _show_now(self, actions: CheckActions, shown: RowContent) -> None:
        for one in shown.said.now:
            is_best = one.id == shown.best if shown.judged else None
            self._now.addWidget(AnswerLine(self._theme, actions, one, is_best=is_best))
        if not shown.said.now:
            self._open = NotAsked(self._theme, called(shown.said.customer))
            self._open.wanted.connect(self.wanted)
            self._now.addWidget(self._open)

    def _show_before(self, shown: RowContent) -> None:
        theme, said = self._theme, shown.said
        for words in said.before:
            self._before.addWidget(QuoteLabel(in_quotes(words), theme))
        name = called(said.customer)
        if not said.before:
            text = _("{who}: said the same") if shown.said_it else _("{customer} {who}")
            name = text.format(who=name)
        who = Label(name, theme, "caption", "grey")
        left, top = (theme.px(11), 0) if said.before else (0, theme.px(6))
        who.setContentsMargins(*margins(left, top, 0, 0))
        self._before.addWidget(who)


class NotAsked(QPushButton):
    """The empty answer of a customer. `wanted`: by a click, by Enter, or by its first letter."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, who: str) -> None:
        super().__init__(_("not asked yet"))
        self.setProperty("kind", "empty-answer")
        self.setFont(theme.font("field"))
        self.setAccessibleName(_("{Customer} {who}: not asked yet").format(who=who))
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.clicked.connect(lambda _on=False: self.wanted.emit(""))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin the answer with the letter that was typed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit("")
        elif event.text().strip() and event.text().isprintable():
            self.wanted.emit(event.text())
        else:
            super().keyPressEvent(event)
