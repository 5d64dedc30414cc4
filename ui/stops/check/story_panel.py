"""The story so far beside a check: earlier checks with their dates, and this one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import DayCheck, Mark, Verdict
from cxworkshop.queries.counts_in_words import others
from cxworkshop.stops.check.conclusions import EarlierCheck
from cxworkshop.verdict_words import verdict_words
from ui.theme.mirror import margins, painter_of
from ui.theme.paint import ring
from ui.theme.theme import Theme
from ui.widgets.labels import Label, Panel, clear
from ui.widgets.people_count import PeopleCount

SIGN = 18  # pixels at 100 %: the ring of a check


class StoryPanel(Panel):
    """Earlier checks as rings on a thread, the oldest first, and below them this check."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setAccessibleName(_("The story so far"))
        self.box.setSpacing(theme.px(4))
        self._number = 1
        self._title = Label("", theme, "h2")
        self.box.addWidget(self._title)
        self._earlier = QVBoxLayout()
        self._earlier.setSpacing(0)
        self.box.addLayout(self._earlier)
        self._now = _Step(theme)
        self._day = Label("", theme, "body")
        self._figures = PeopleCount(theme, 20)
        self._sum = Label("", theme, "strong")
        self._others = Label("", theme, "small", "grey")
        self._now.column.addWidget(self._day)
        self._now.column.addWidget(self._figures, 0, Qt.AlignmentFlag.AlignLeft)
        self._now.column.addWidget(self._sum)
        self._now.column.addWidget(self._others)
        self.box.addWidget(self._now)

    def show_earlier(self, earlier: Sequence[EarlierCheck], counted: str) -> None:
        """Show the checks before this one; `counted` is "0 of 2, then 4 of 5"."""
        self._title.setText(counted if earlier and counted else _("First time asked"))
        clear(self._earlier)
        for number, one in enumerate(earlier, 1):
            self._earlier.addWidget(self._earlier_step(number, one))
        self._number = len(earlier) + 1

    def show_now(self, check: DayCheck, share: float, today: date) -> None:
        """Show this check; `share` of those who said it are asked."""
        judged = check.verdict is not None
        self._now.set_ring("disc" if judged else "arc" if share else "thin", share)
        done = check.done_on or today
        when = days.short(done) if judged else _("now, {day}").format(day=days.short(done))
        text = _("Check {n}, {day}").format(n=self._number, day=when)
        self._day.setText(text)

    def show_counts(self, marks: Counter[Mark], few: str, without_words: str) -> None:
        """Show how many notice, of those who answered in words; marks without words apart."""
        count, notice = marks.total(), marks[Mark.NOTICES]
        self._figures.setVisible(count > 0)
        self._figures.show_count(notice, count)
        text = ngettext(
            "{n} of {all} notices a difference.", "{n} of {all} notice a difference.", notice
        ).format(n=notice, all=count)
        self._sum.setText(text if count else _("No answer is in yet."))
        lines = (others(marks), without_words, few if count else "")
        self._others.setText("\n".join(filter(None, lines)))
        self._others.setVisible(bool(self._others.text()))

    def _earlier_step(self, number: int, one: EarlierCheck) -> QWidget:
        step, theme = _Step(self._theme, goes_on=True), self._theme
        step.set_ring("thin" if one.check.verdict in (None, Verdict.NONE) else "disc", 0.0)
        text = _("Check {n}, {day}, round {round}").format(
            n=number, day=days.short(one.day), round=one.round_number
        )
        step.column.addWidget(Label(text, theme, "body"))
        if one.counted:
            counted = _("{count} noticed").format(count=one.counted)
            step.column.addWidget(Label(counted, theme, "strong"))
        step.column.addWidget(Label(_words_of(one.check.verdict), theme, "small", "grey"))
        if one.check.learned:
            step.column.addWidget(Label(_("We learned"), theme, "label", "accent"))
            step.column.addWidget(Label(one.check.learned, theme, "field"))
        return step


class _Step(QWidget):
    """A ring on the thread, with its words in `column`; the thread `goes_on` below it or ends."""

    def __init__(self, theme: Theme, *, goes_on: bool = False) -> None:
        super().__init__()
        self._theme, self._goes_on = theme, goes_on
        self._state, self._share = "thin", 0.0
        line = QHBoxLayout(self)
        line.setContentsMargins(*margins(theme.px(SIGN + 12), 0, 0, theme.px(8) if goes_on else 0))
        self.column = QVBoxLayout()
        self.column.setSpacing(theme.px(2))
        line.addLayout(self.column, 1)

    def set_ring(self, state: str, share: float) -> None:
        """Set how the ring is drawn."""
        self._state, self._share = state, share
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, tokens = painter_of(self), self._theme.px, self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(px(SIGN) / 2 + 1, px(11))
        if self._goes_on:
            top = middle.y() + px(SIGN) / 2
            thread = QRectF(middle.x() - 1.5, top, 3, self.height() - top)
            painter.fillRect(thread, QColor(tokens.accent))
        ring(painter, middle, px(SIGN), self._state, "", tokens, share=self._share)


def _words_of(verdict: Verdict | None) -> str:
    return verdict_words(verdict) if verdict is not None else _("not judged")
