"""What stands below the months of the year: looks again and figures, round by round."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxworkshop.content.values import YearContent, YearStory
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.looks import after_months
from cxworkshop.model import LOOK_AGAIN_AFTER, Expected, Look
from ui.stops.share.year_marks import LOOK_WORDS, NOT_DUE, LookMarks
from ui.theme.theme import Theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label


@dataclass(frozen=True)
class LookLine:
    """The looks after so many months: a Look or NOT_DUE for each thing kept, by round."""

    name: str
    marks: dict[int, list[str]]
    total: str


@dataclass(frozen=True)
class FigureLine:
    """A figure of each round, as words, and of the whole year."""

    name: str
    words: dict[int, str]
    total: str


class YearFigures:
    """What is counted, from the year's content, in the same rounds as on paper."""

    def __init__(self, year: YearContent) -> None:
        self._year = year

    def look_lines(self) -> list[LookLine]:
        """What stayed after 3, 6 and 12 months; it stands at the round in which it was kept."""
        return [self._look_line(months) for months in LOOK_AGAIN_AFTER]

    def text_lines(self) -> list[FigureLine]:
        """Days to the first step, days lost, and how often we expected it right."""
        return [self._first_step(), self._days_lost(), self._expected()]

    def _look_line(self, months: int) -> LookLine:
        marks: dict[int, list[str]] = defaultdict(list)
        for story in self._year.stories:
            if story.kept:
                marks[story.rounds[-1]].append(_found(story, months))
        asked = [mark for found in marks.values() for mark in found if mark != NOT_DUE]
        still = sum(mark == Look.NOTICED for mark in asked)
        total = _("{n} of {all} still").format(n=still, all=len(asked)) if asked else ""
        name = after_months(months)
        return LookLine(name, marks, total)

    def _first_step(self) -> FigureLine:
        found: dict[int, list[int]] = defaultdict(list)
        for story in self._year.stories:
            if story.days_to_first_step is not None:
                found[story.rounds[0]].append(story.days_to_first_step)
        all_ = [days for some in found.values() for days in some]
        total = ""
        if all_:
            text = _("{least} to {most} days")
            if min(all_) == max(all_):
                text = ngettext("{most} day", "{most} days", max(all_))
            total = text.format(least=min(all_), most=max(all_))
        words = {number: with_commas(map(str, some)) for number, some in found.items()}
        return FigureLine(_("Days to first step"), words, total)

    def _days_lost(self) -> FigureLine:
        lost: dict[int, int] = defaultdict(int)
        for ring in self._year.rings:
            lost[ring.round_number] += ring.days_lost
        words = {number: str(n) for number, n in lost.items()}
        total = _("{n} in all").format(n=self._year.days_lost)
        return FigureLine(_("Days lost to blockers"), words, total if lost else "")

    def _expected(self) -> FigureLine:
        found: dict[int, list[bool]] = defaultdict(list)
        for story in self._year.stories:
            for check in story.checks:
                if check.expected:
                    found[check.round_number].append(check.expected == Expected.RIGHT)
        words = {
            number: _("{n} of {all}").format(n=sum(right), all=len(right))
            for number, right in found.items()
        }
        text = _("{n} of {all} right")
        total = text.format(n=self._year.expected_right, all=self._year.expected)
        return FigureLine(_("We expected it right"), words, total if self._year.expected else "")


def _found(story: YearStory, months: int) -> str:
    return next((look.found for look in story.looks if look.months == months), NOT_DUE)


def looks_legend(theme: Theme) -> QWidget:
    """What the marks of looks again mean."""
    legend = QWidget()
    flow = FlowLayout(theme.px(12))
    legend.setLayout(flow)
    for look, words in LOOK_WORDS.items():
        entry = QWidget()
        pair = QHBoxLayout(entry)
        pair.setContentsMargins(0, 0, 0, 0)
        label = Label(_(words), theme, "small", "grey")
        label.setWordWrap(False)
        pair.addWidget(LookMarks([look], theme))
        pair.addWidget(label)
        flow.addWidget(entry)
    return legend
