"""The year: twelve months on a thread with the rings of their rounds, which can be opened."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cxworkshop import days
from cxworkshop.compat import override
from cxworkshop.content.values import YearContent
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import Mark, Round
from cxworkshop.outcomes import Outcome
from cxworkshop.stages import FREE, stage_word
from ui.theme.mirror import draw_text, painter_of, reading_key
from ui.theme.theme import Theme
from ui.widgets.flow_layout import FlowLayout, SideBySide
from ui.widgets.labels import Hairline, Label, Panel, clear, small_button
from ui.widgets.people_count import PeopleCount
from ui.widgets.round_rings import PLACES, StageRing, paint_stage, spoken

MONTHS = 12
RING, STEP, TOP = 26, 33, 15
THREAD = TOP + 2 * STEP + 28
HIGH = THREAD + 28
WITH_FIGURES = 72
FIGURE_X = 18  # of the rings’ middle, where figures stand beside them
LEGEND = ("kept", "not_sure", "doing", "tried", "picked", FREE)
RARE = ("tried", "picked")  # explained only where they occur


@dataclass(frozen=True)
class RoundStages:
    """A round with its improvements."""

    number: int
    started_on: date
    stories: tuple[Outcome, ...]

    @property
    def stages(self) -> tuple[str, ...]:
        """The rings, in the order of the slots."""
        return tuple(story.stage for story in self.stories)


def year_legend(theme: Theme) -> tuple[QWidget, dict[str, QWidget]]:
    """What the rings mean: the legend, and its entries by stage."""
    legend = QWidget()
    flow = FlowLayout(theme.px(12))
    legend.setLayout(flow)
    entries = {}
    for stage in LEGEND:
        entries[stage] = entry = QWidget()
        pair = QHBoxLayout(entry)
        pair.setContentsMargins(0, 0, 0, 0)
        words = Label(stage_word(stage), theme, "small", "grey")
        words.setWordWrap(False)
        pair.addWidget(StageRing(stage, theme, 16, "1" if stage == "picked" else ""))
        pair.addWidget(words)
        flow.addWidget(entry)
    return legend, entries


class MonthButton(QAbstractButton):
    """A month with its rings; a button if a round began in it. `walked` carries a step."""

    walked = Signal(int)

    def __init__(self, month: date, theme: Theme, *, with_figures: bool = False) -> None:
        super().__init__()
        self.month, self._theme, self._with_figures = month, theme, with_figures
        self.round: RoundStages | None = None
        self._today = month
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_round(self, found: RoundStages | None, today: date) -> None:
        """Show the round that began in this month, if any."""
        self.round, self._today = found, today
        self.setEnabled(found is not None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if found else Qt.FocusPolicy.NoFocus)
        shape = Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        name = days.month_year(self.month)
        if found is not None:
            text = _("Round {n}, {month}: {rings}")
            name = text.format(n=found.number, month=name, rings=spoken(found.stages))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self._theme.px(self._high))

    @override
    def minimumSizeHint(self) -> QSize:
        wide = WITH_FIGURES if self._with_figures else RING + 6
        return QSize(self._theme.px(wide), self._theme.px(self._high))

    @property
    def _high(self) -> int:
        return HIGH + (16 if self._with_figures else 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rings from the thread upwards, slot 1 first."""
        painter, theme = painter_of(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.tokens.tint))
            painter.drawRoundedRect(self.rect().adjusted(2, 0, -2, 0), 8, 8)
        stages = self.round.stages if self.round else ()
        painter.setOpacity(1.0 if self.round else 0.55)
        for n in range(PLACES):
            stage = stages[n] if n < len(stages) else FREE
            x = theme.px(FIGURE_X) if self._with_figures else self.width() / 2
            middle = QPointF(x, theme.px(TOP + STEP * (PLACES - 1 - n)))
            number = str(n + 1) if stage != FREE else ""
            paint_stage(painter, middle, stage, theme, RING, number)
            if self._with_figures and self.round and n < len(stages):
                self._paint_figures(painter, middle, self.round.stories[n])
        painter.setOpacity(1.0)
        self._paint_thread(painter)
        self._paint_name(painter)

    def _paint_figures(self, painter: QPainter, middle: QPointF, story: Outcome) -> None:
        """How many notice, of those asked, beside the ring."""
        if not story.answered:
            return
        painter.setFont(self._theme.font("label"))
        painter.setPen(QColor(self._theme.tokens.ink))
        left = middle.x() + self._theme.px(RING // 2 + 4)
        box = QRectF(left, middle.y() - 20, self.width() - left, 40)
        text = _("{n} of {all}").format(n=story.marks[Mark.NOTICES], all=story.answered)
        draw_text(painter, box, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_thread(self, painter: QPainter) -> None:
        tokens, y, wide = self._theme.tokens, self._theme.px(THREAD), self.width()
        painter.setPen(QPen(QColor(tokens.edge), 1.5))
        painter.drawLine(QPointF(0, y), QPointF(wide, y))
        for week in range(1, 4):
            x = wide * week / 4
            painter.drawLine(QPointF(x, y - 2), QPointF(x, y + 2))
        gone = wide * _gone(self.month, self._today)
        if gone:
            painter.setPen(
                QPen(QColor(tokens.accent), 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            )
            painter.drawLine(QPointF(0, y), QPointF(gone, y))
        painter.setPen(QPen(QColor(tokens.accent if gone else tokens.edge), 2))
        painter.drawLine(QPointF(1, y - 8), QPointF(1, y + 8))

    def _paint_name(self, painter: QPainter) -> None:
        theme, middle = self._theme, Qt.AlignmentFlag.AlignCenter
        painter.setFont(theme.font("label" if self.round else "small"))
        painter.setPen(QColor(theme.tokens.ink if self.round else theme.tokens.grey))
        box = QRectF(0, theme.px(THREAD + 9), self.width(), theme.px(18))
        draw_text(painter, box, middle, days.month(self.month))
        if self._with_figures and self.round is not None:
            painter.setFont(theme.font("caption"))
            painter.setPen(QColor(theme.tokens.grey))
            below = box.translated(0, theme.px(17))
            draw_text(painter, below, middle, _("round {n}").format(n=self.round.number))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between rounds by arrows; open one by Enter."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = reading_key(event.key())
        if key in steps:
            self.walked.emit(steps[Qt.Key(key)])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class YearPanel(Panel):
    """Twelve months from the first round on; more years are further pages."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._rounds: list[RoundStages] = []
        self._today, self._page, self._last = date.min, 0, 0
        self._open: int | None = None
        self._months: list[MonthButton] = []
        self._meanings: dict[str, QWidget] = {}
        self.box.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(8))
        self.box.setSpacing(theme.px(4))
        self.box.addLayout(self._head())
        self._line = QHBoxLayout()
        self._line.setSpacing(0)
        self.box.addLayout(self._line)
        self._detail = QVBoxLayout()
        self._detail.setSpacing(theme.px(4))
        self.box.addLayout(self._detail)

    @property
    def is_open(self) -> bool:
        """Whether a round is open."""
        return self._open is not None

    def show_year(self, rounds: dict[Round, list[Outcome]], today: date, year: YearContent) -> None:
        """Show all rounds with their improvements; stories are counted, not picks."""
        self._today, self._year = today, year
        self._rounds = stages_of(rounds)
        last = place_of(self._rounds, len(self._rounds) - 1) // MONTHS
        self._page = last if self._page == self._last else min(self._page, last)
        self._last = last
        self._show_count()
        self._show_page()

    def _head(self) -> QVBoxLayout:
        theme, head = self._theme, QVBoxLayout()
        beside, tools = SideBySide(theme.px(8)), QWidget()
        line = FlowLayout(theme.px(8))
        tools.setLayout(line)
        title = Label(_("Our year"), theme, "h2")
        title.setWordWrap(False)
        beside.line.addWidget(title, 1)
        beside.line.addWidget(tools)
        self._earlier = small_button(_("Earlier"), "quiet")
        self._later = small_button(_("Later"), "quiet")
        self._earlier.clicked.connect(lambda _on=False: self._turn(-1))
        self._later.clicked.connect(lambda _on=False: self._turn(1))
        self._count = Label("", theme, "small", "grey")
        self._count.setWordWrap(False)
        self.large = small_button(_("Open the year"), trail="arrow")
        for part in (self._earlier, self._later, self._count, self.large):
            line.addWidget(part)
        head.addWidget(beside)
        legend, self._meanings = year_legend(self._theme)
        head.addWidget(legend)
        return head

    def _show_count(self) -> None:
        for stage in RARE:
            occurs = any(stage in found.stages for found in self._rounds)
            self._meanings[stage].setVisible(occurs)
        picked, kept, n = self._year.picked, self._year.kept, len(self._rounds)
        text = ngettext(
            "{kept} kept of {picked} picked in {n} round",
            "{kept} kept of {picked} picked in {n} rounds",
            n,
        )
        full = text.format(kept=kept, picked=picked, n=n)
        self._count.setText(full if picked else _("Your first three rings."))

    def _show_page(self) -> None:
        """Keep the buttons while the months are the same, so that the focus stays."""
        first = month_after(self._rounds[0].started_on, self._page * MONTHS)
        if not self._months or self._months[0].month != first:
            self._make_months(first)
        there = {place_of(self._rounds, n): found for n, found in enumerate(self._rounds)}
        for n, month in enumerate(self._months):
            month.show_round(there.get(self._page * MONTHS + n), self._today)
        self._earlier.setVisible(self._page > 0)
        self._later.setVisible(self._page < self._last)
        self._show_open()

    def _make_months(self, first: date) -> None:
        clear(self._line)
        self._months = [MonthButton(month_after(first, n), self._theme) for n in range(MONTHS)]
        for month in self._months:
            month.clicked.connect(lambda _on=False, month=month: self._choose(month))
            month.walked.connect(lambda step, month=month: self._walk(month, step))
            self._line.addWidget(month, 1)

    def _turn(self, step: int) -> None:
        self._page += step
        self._show_page()

    def _choose(self, month: MonthButton) -> None:
        number = month.round.number if month.round else None
        self._open = None if number == self._open else number
        self._show_open()

    def _walk(self, month: MonthButton, step: int) -> None:
        there = [other for other in self._months if other.round is not None]
        place = there.index(month) + step
        if 0 <= place < len(there):
            there[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_open(self) -> None:
        clear(self._detail)
        for month in self._months:
            month.setChecked(month.round is not None and month.round.number == self._open)
        found = next((found for found in self._rounds if found.number == self._open), None)
        if found is None:
            return
        self._detail.addWidget(Hairline(self._theme))
        text = _("Round {n}, from {day}")
        head = text.format(n=found.number, day=days.full(found.started_on))
        self._detail.addWidget(Label(head, self._theme, "label", "accent"))
        if not found.stories:
            self._detail.addWidget(Label(_("Nothing was picked yet."), self._theme, "body", "grey"))
        inside = QWidget()
        inside.setLayout(stories_grid(found, self._year, self._theme))
        self._detail.addWidget(inside)


def stories_grid(found: RoundStages, year: YearContent, theme: Theme) -> QGridLayout:
    """Lay out what was picked, how far it came and what customers noticed, check after check."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(10))
    grid.setVerticalSpacing(theme.px(6))
    for column, share in ((1, 4), (2, 2), (4, 3)):
        grid.setColumnStretch(column, share)
    for row, story in enumerate(found.stories):
        said = counted_in(year, story, found.number)
        grid.addWidget(StageRing(story.stage, theme, 22, str(row + 1)), row, 0)
        grid.addWidget(Label(story.title, theme, "body"), row, 1)
        grid.addWidget(Label(stage_word(story.stage), theme, "small", "grey"), row, 2)
        if story.answered:
            figures = PeopleCount(theme, 16)
            figures.show_count(story.marks[Mark.NOTICES], story.answered)
            grid.addWidget(figures, row, 3)
        grid.addWidget(Label(said, theme, "small"), row, 4)
    return grid


def counted_in(year: YearContent, story: Outcome, number: int) -> str:
    """ "3 of 5 customers notice."; "0 of 2, then 2 of 2" where there are several checks."""
    for told in year.stories:
        if told.code == story.subject.code and number in told.rounds and len(told.checks) > 1:
            return told.counted
    return story.counted or _("Nobody has been asked yet.")


def stages_of(rounds: dict[Round, list[Outcome]]) -> list[RoundStages]:
    """Each round with its improvements, the first one first."""
    return [RoundStages(row.number, row.started_on, tuple(told)) for row, told in rounds.items()]


def place_of(rounds: list[RoundStages], nth: int) -> int:
    """Return the place of a round in months after the first; no two share a month."""
    place = -1
    for found in rounds[: nth + 1]:
        place = max(place + 1, _months_between(rounds[0].started_on, found.started_on))
    return place


def _months_between(first: date, other: date) -> int:
    return (other.year - first.year) * 12 + other.month - first.month


def month_after(first: date, n: int) -> date:
    month = first.month - 1 + n
    return date(first.year + month // 12, month % 12 + 1, 1)


def _gone(month: date, today: date) -> float:
    """Return how much of a month is over, from 0 to 1."""
    between = _months_between(month, today)
    if between:
        return 1.0 if between > 0 else 0.0
    return today.day / calendar.monthrange(today.year, today.month)[1]
