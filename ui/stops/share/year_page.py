"""The year, large, to look at together and to hang up: what was picked, what stayed, ten lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.catalogue import StopText
from cxworkshop.compat import override
from cxworkshop.content.values import YearContent
from cxworkshop.i18n import _, ngettext
from cxworkshop.sheets import SHEETS
from ui.bridge import Bridge
from ui.stops.share.inner_page import InnerPage
from ui.stops.share.year import (
    MonthButton,
    month_after,
    place_of,
    stages_of,
    stories_grid,
    year_legend,
)
from ui.stops.share.year_marks import LookMarks, TenWaysPanel
from ui.stops.share.year_rows import YearFigures, looks_legend
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.labels import Hairline, Label, Panel, clear, small_button
from ui.widgets.scroll_area import scrolling

ROOMY = 115  # percent
LABELS, TOTALS = 148, 118  # pixels at 100 %: the columns at the left and at the right
SHEET = "year-wall"


class YearPage(InnerPage):
    """Months in columns; a ring's month opens to its improvements."""

    fills_window = True

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        self._page, self._open = -1, 0
        self._months: list[MonthButton] = []
        # With large text fewer months have room beside one another.
        self._per_page = 12 if theme.percent <= ROOMY else 6 if theme.percent <= 150 else 3
        text = StopText(key="year", title=_("Our year"), minutes=0, say="", watch="")
        super().__init__(bridge, theme, text)

    @override
    def build(self) -> None:
        self._earlier = small_button(_("Earlier"), "quiet")
        self._later = small_button(_("Later"), "quiet")
        self._earlier.clicked.connect(lambda _on=False: self._turn(-1))
        self._later.clicked.connect(lambda _on=False: self._turn(1))
        self.add_tool(self._earlier)
        self.add_tool(self._later)
        self.add_way_back()
        self.add_export()
        if SHEET in SHEETS:
            hang = self.print_button(_("Print the year to hang up"), SHEET, "primary")
            self.add_tool(hang)
        self._span = Label("", self.theme, "field", "grey")
        self.add_note(self._span)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.theme.px(12))
        area = scrolling(inside)
        area.keep_from_bar(self.theme.px(4))
        self.content.addWidget(area, 1)
        self.let_head_scroll(area)

    @override
    def take_keyboard(self) -> None:
        first = next((month for month in self._months if month.round is not None), None)
        if first is not None:
            first.setFocus()

    @override
    def read(self) -> None:
        workshop = self.workshop
        self._rounds = stages_of(workshop.share.year())
        self._year = workshop.content.year.year(workshop.today)
        self._last = place_of(self._rounds, len(self._rounds) - 1) // self._per_page
        self._page = self._last if self._page < 0 else min(self._page, self._last)
        self._show()

    def _show(self) -> None:
        held = self._focused_round()
        clear(self._column)
        self._column.addWidget(self._picked())
        self._column.addWidget(TenWaysPanel(self._year, self.theme))
        self._column.addStretch(1)
        self._show_span()
        self._earlier.setVisible(self._page > 0)
        self._later.setVisible(self._page < self._last)
        for month in self._months:
            if held and month.round is not None and month.round.number == held:
                month.setFocus()

    def _show_span(self) -> None:
        """Say from when to when; with large text the months say it themselves."""
        first = month_after(self._rounds[0].started_on, self._page * self._per_page)
        last = month_after(first, self._per_page - 1)
        text = _("{first} to {last}, as it is on {today}").format(
            first=days.month_year(first),
            last=days.month_year(last),
            today=days.full(self.workshop.today),
        )
        self._span.setText(text)
        self._span.setVisible(self.theme.percent <= ROOMY)

    def _focused_round(self) -> int:
        focused = [m.round.number for m in self._months if m.round and m.hasFocus()]
        return focused[0] if focused else 0

    def _turn(self, step: int) -> None:
        self._page += step
        self._show()

    def _picked(self) -> Panel:
        panel, theme = Panel(self.theme), self.theme
        panel.box.setContentsMargins(theme.px(20), theme.px(10), theme.px(20), theme.px(10))
        grid = QGridLayout()
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnMinimumWidth(0, theme.px(LABELS))
        for n in range(self._per_page):
            grid.setColumnStretch(n + 1, 1)
        grid.setColumnMinimumWidth(self._per_page + 1, theme.px(TOTALS))
        self._add_months(grid)
        self._add_figures(grid)
        panel.box.addLayout(grid)
        self._add_open(panel)
        return panel

    def _add_months(self, grid: QGridLayout) -> None:
        theme, per = self.theme, self._per_page
        grid.addWidget(Label(_("Picked"), theme, "h2"), 0, 0, Qt.AlignmentFlag.AlignTop)
        legend, entries = year_legend(theme)
        for stage in ("tried", "picked"):
            entries[stage].setHidden(all(stage not in one.stages for one in self._rounds))
        note = _("beside each ring: how many notice, of those asked")
        beside, way = theme.percent <= ROOMY, QBoxLayout.Direction
        head = QBoxLayout(way.LeftToRight if beside else way.TopToBottom)
        words = Label(note, theme, "small", "grey")
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.setWordWrap(not beside)
        head.addWidget(legend, 1)
        head.addWidget(words)
        grid.addLayout(head, 0, 1, 1, per + 1)
        first = month_after(self._rounds[0].started_on, self._page * per)
        there = {place_of(self._rounds, n): found for n, found in enumerate(self._rounds)}
        self._months = []
        for n in range(per):
            month = MonthButton(month_after(first, n), theme, with_figures=True)
            month.show_round(there.get(self._page * per + n), self.workshop.today)
            month.setChecked(month.round is not None and month.round.number == self._open)
            month.clicked.connect(lambda _on=False, month=month: self._choose(month))
            month.walked.connect(lambda step, month=month: self._walk(month, step))
            self._months.append(month)
            grid.addWidget(month, 1, n + 1)
        grid.addWidget(_kept(self._year, theme), 1, per + 1)

    def _add_figures(self, grid: QGridLayout) -> None:
        """Rows below the months: looks again, then figures; their totals at the right."""
        figures, shown = YearFigures(self._year), self._columns()
        below = self._add_looks(grid, figures, shown)
        if not self._year.stories:
            return
        grid.addWidget(Hairline(self.theme), below, 0, 1, self._per_page + 2)
        for row, text in enumerate(figures.text_lines(), start=below + 1):
            self._add_labels(grid, row, text.name, text.total)
            for column, number in shown.items():
                cell = Label(text.words.get(number, ""), self.theme, "field")
                cell.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                grid.addWidget(cell, row, column)

    def _columns(self) -> dict[int, int]:
        """The columns with a round, each with its number."""
        return {n: month.round.number for n, month in enumerate(self._months, 1) if month.round}

    def _add_looks(self, grid: QGridLayout, figures: YearFigures, shown: dict[int, int]) -> int:
        """Add the looks again from row 2 on; return the row below them."""
        theme, wide = self.theme, self._per_page + 2
        grid.addWidget(Hairline(theme), 2, 0, 1, wide)
        grid.addWidget(Label(_("Looked again"), theme, "strong"), 3, 0)
        looks = [line for line in figures.look_lines() if line.marks]
        later = _("3, 6 and 12 months after something is kept, {customers} are asked again.")
        about = looks_legend(theme) if looks else Label(later, theme, "field", "grey")
        grid.addWidget(about, 3, 1, 1, wide - 1)
        for row, line in enumerate(looks, start=4):
            self._add_labels(grid, row, line.name, line.total)
            for column, number in shown.items():
                if line.marks.get(number):
                    marks = LookMarks(line.marks[number], theme, line.name)
                    grid.addWidget(marks, row, column)
        return 4 + len(looks)

    def _add_labels(self, grid: QGridLayout, row: int, name: str, total: str) -> None:
        grid.addWidget(Label(name, self.theme, "field", "grey"), row, 0)
        sum_ = Label(total, self.theme, "label")
        sum_.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(sum_, row, self._per_page + 1)

    def _add_open(self, panel: Panel) -> None:
        found = next((one for one in self._rounds if one.number == self._open), None)
        if found is None:
            return
        panel.box.addWidget(Hairline(self.theme))
        head = _("Round {n}, from {day}")
        text = head.format(n=found.number, day=days.full(found.started_on))
        panel.box.addWidget(Label(text, self.theme, "label", "accent"))
        if not found.stories:
            nothing = Label(_("Nothing was picked yet."), self.theme, "body", "grey")
            panel.box.addWidget(nothing)
        panel.box.addLayout(stories_grid(found, self._year, self.theme))

    def _choose(self, month: MonthButton) -> None:
        number = month.round.number if month.round else 0
        self._open = 0 if number == self._open else number
        month.setFocus()
        self._show()

    def _walk(self, month: MonthButton, step: int) -> None:
        there = [other for other in self._months if other.round is not None]
        place = there.index(month) + step
        if 0 <= place < len(there):
            there[place].setFocus(Qt.FocusReason.TabFocusReason)


def _kept(year: YearContent, theme: Theme) -> QWidget:
    """How many were kept of what was picked, and how many customers noticed."""
    if not year.picked:
        return Label(_("Your first three rings."), theme, "small", "grey")
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(*margins(theme.px(8), 0, 0, 0))
    column.setSpacing(0)
    checks = [check for story in year.stories for check in story.checks]
    noticed = _("{n} of {all}").format(
        n=sum(check.notice for check in checks), all=sum(check.answered for check in checks)
    )
    of = ngettext("of {n} kept", "of {n} kept", year.picked).format(n=year.picked)
    column.addStretch(1)
    for words, role, colour in (
        (str(year.kept), "h1", "accent"),
        (of, "small", "grey"),
        (noticed, "label", "ink"),
        (_("noticed"), "small", "grey"),
    ):
        label = Label(words, theme, role, colour)
        label.setAlignment(Qt.AlignmentFlag.AlignRight)
        column.addWidget(label)
    column.addStretch(1)
    return made
