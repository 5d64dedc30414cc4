"""Say a programme's year in sections."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cxworkshop import catalogue, days, i18n
from cxworkshop.i18n import _
from cxworkshop.office.report.content import (
    Bar,
    BarChart,
    DataTable,
    LineOfMonths,
    MonthChart,
    Number,
    OfficeReport,
    PublishedYear,
    ReportSection,
    grouped,
)
from cxworkshop.wishes import ANSWER_WORDS, AnswerKind

_NO_WAY = "no way"
MONTHS = range(1, 13)
NOT_SHOWN = "–"


def report_of(figures: PublishedYear, today: date) -> OfficeReport:
    """The whole report; sections without any figure say so."""
    made = _Sections(figures)
    place = figures.programme if figures.site is None else f"{figures.programme}, {figures.site}"
    as_of = days.full(figures.as_of.date()) if figures.as_of else _("not yet")
    title = _("{place}, {year}: what {customers} said, and what became of it")
    return OfficeReport(
        title=title.format(place=place, year=figures.year),
        about=_("As of {day}.").format(day=as_of),
        rules=(
            _("Every number is rounded to the nearest 5, so parts may not add up to their total."),
            _("What is of fewer than 5 {customers} or 3 teams is not shown: “–” says so."),
            _(
                "It shows how a programme goes, and never who is better: not for comparing teams "
                "or people, not for targets, pay or praise. A number that is aimed at stops being "
                "true."
            ),
        ),
        sections=made.all(),
        language=i18n.language(),
        day=today,
    )


class _Sections:
    def __init__(self, figures: PublishedYear) -> None:
        self._figures = figures
        known = {way.key: way.short for way in catalogue.ways()}
        others = {key for measure in ("way", "picked way") for key in figures.parts(measure)}
        self._ways = known | {key: key for key in sorted(others - known.keys())}

    def all(self) -> tuple[ReportSection, ...]:
        """In the order of a round."""
        sections = (
            self._heard(), self._raised(), self._kinds(), self._outcomes(), self._ways_picked(),
            self._first_step(), self._blockers(), self._marks(), self._stayed(), self._answers(),
        )  # fmt: skip
        return (*sections, self._promises()) if self._figures.promises else sections

    def _of(self, measure: str, part: str) -> Number:
        return self._figures.of_year.get((measure, part))

    def _heard(self) -> ReportSection:
        rounds, n = self._of("heard", "rounds"), self._of("heard", "customers")
        lines = (
            LineOfMonths(_("{Customers}"), self._by_month("heard", "customers")),
            LineOfMonths(_("Things said"), self._by_month("heard", "said")),
        )
        text = _("Rounds: {rounds}. {Customers} that teams talked to in them: {n}.")
        return self._months(
            "heard", _("Talking to {customers}"), lines,
            text.format(rounds=_shown(rounds), n=_shown(n)),
        )  # fmt: skip

    def _raised(self) -> ReportSection:
        lines = tuple(
            LineOfMonths(name, self._by_month("way", key)) for key, name in self._ways.items()
        )
        return self._months(
            "ways", _("Which of the ten ways {customers} speak of"), lines,
            _("How many {customers} spoke of each way, month by month; one may speak of several."),
        )  # fmt: skip

    def _by_month(self, measure: str, part: str) -> tuple[Number, ...]:
        return tuple(self._figures.month(month, measure, part) for month in MONTHS)

    def _months(
        self, key: str, title: str, lines: tuple[LineOfMonths, ...], *sentences: str
    ) -> ReportSection:
        months = tuple(days.month(date(self._figures.year, month, 1)) for month in MONTHS)
        table = DataTable(
            caption=title,
            head=("", *months),
            rows=tuple((line.label, *map(_shown, line.values)) for line in lines),
        )
        return ReportSection(
            key, title, sentences, MonthChart(title, months, lines), table
        )  # fmt: skip

    def _kinds(self) -> ReportSection:
        kinds = self._figures.parts("kind")
        bars = [Bar(kind or _("kind not known"), n) for kind, n in kinds.items()]
        return _bars(
            "kinds", _("Who they are"), bars, (_("Kind"), _("{Customers}")),
            _("{Customers} by kind, as the teams call them."),
        )  # fmt: skip

    def _outcomes(self) -> ReportSection:
        words = {
            "1 picked": _("picked"),
            "2 begun": _("begun: the plan was locked"),
            "3 asked": _("{customers} were asked after 30 days"),
            "4 noticed": _("{customers} notice it"),
            "5 kept": _("kept: noticed, and sure to stay"),
            "6 tried, and learned": _("tried, and learned: nobody notices"),
        }
        bars = [Bar(text, self._of("outcome", part)) for part, text in words.items()]
        return _bars(
            "outcomes", _("What became of what was picked"), bars, (_("Step"), _("Picks")),
            _("Trying and learning is an honest end, as much as keeping is."),
        )  # fmt: skip

    def _ways_picked(self) -> ReportSection:
        rows = tuple(
            (name, *(_shown(self._of(measure, key)) for measure in ("picked way", "noticed way")))
            for key, name in self._ways.items()
        )
        bars = tuple(Bar(name, self._of("picked way", key)) for key, name in self._ways.items())
        title = _("Which ways were worked on")
        head = (_("Way"), _("picked"), _("noticed"))
        return ReportSection(
            "ways-picked", title, (_("Picks by the way that their {customers} spoke of most."),),
            BarChart(title, bars), DataTable(title, head, rows),
        )  # fmt: skip

    def _first_step(self) -> ReportSection:
        words = {
            "1 a quarter": _("a quarter had begun within"),
            "2 half": _("half had begun within"),
            "3 three quarters": _("three quarters had begun within"),
        }
        bars = [
            Bar(text, self._of("days to first step", part)) for part, text in words.items()
        ]  # fmt: skip
        return _bars(
            "first-step", _("How soon the first step was done"), bars, (_("Share"), _("Days")),
            _("Days from the day of the pick to the first step that was done. Not rounded."),
        )  # fmt: skip

    def _blockers(self) -> ReportSection:
        measures = ("days lost", "blockers", "blockers open")
        names = self._ways | {_NO_WAY: _("no way known")}
        rows = tuple(
            (name, *(_shown(self._of(measure, key)) for measure in measures))
            for key, name in names.items()
        )
        title = _("Where blockers wait")
        bars = tuple(Bar(name, self._of("days lost", key)) for key, name in names.items())
        head = (_("Way"), _("days lost"), _("blockers"), _("still in the way"))
        return ReportSection(
            "blockers", title,
            (_("Days that were lost until somebody removed what was in the way."),),
            BarChart(title, bars), DataTable(title, head, rows),
        )  # fmt: skip

    def _marks(self) -> ReportSection:
        words = {
            "1 notices": _("notice it"),
            "2 no difference": _("notice no difference"),
            "3 worse": _("find it worse"),
            "4 cannot tell": _("cannot tell"),
        }
        bars = [Bar(text, self._of("mark", part)) for part, text in words.items()]
        return _bars(
            "marks", _("What {customers} said after 30 days"), bars,
            (_("Answer"), _("{Customers}")), _("{Customers} who answered in words."),
        )  # fmt: skip

    def _stayed(self) -> ReportSection:
        found = {"noticed": _("still noticed"), "slipping": _("slipping"), "gone": _("gone")}
        times = {
            "003": _("after 3 months"),
            "006": _("after 6 months"),
            "012": _("after 12 months"),
        }
        bars = [
            Bar(f"{when}: {what}", self._of("look again", f"{months} {key}"))
            for months, when in times.items()
            for key, what in found.items()
        ]
        return _bars(
            "stayed", _("What stayed"), bars, (_("Look again"), _("Improvements")),
            _("Improvements that were kept in this year, and what {customers} said months after."),
        )  # fmt: skip

    def _answers(self) -> ReportSection:
        words = {kind.value: _(ANSWER_WORDS[kind]) for kind in AnswerKind}
        words["awaited"] = _("Of these handed on: no answer from there yet")
        bars = [Bar(text, self._of("answer", kind)) for kind, text in words.items()]
        counts = [self._of("answer", kind.value) for kind in AnswerKind]
        n, cant = sum(filter(None, counts)), self._of("answer", "cant")
        honest = _("Wishes: {n}. To {cant} of them teams said honestly that they can’t.")
        waiting = _("On a list, and so without an answer that lasts: {n}.").format(
            n=_shown(self._of("answer", "list"))
        )
        return _bars(
            "answers", _("What became of wishes"), bars, (_("Answer"), _("Wishes")),
            honest.format(cant=_shown(cant), n=_shown(n)), waiting,
        )  # fmt: skip

    def _promises(self) -> ReportSection:
        rows = tuple(
            (words, self._ways.get(way or "", "")) for way, words in self._figures.promises
        )
        title = _("Promises that were kept")
        table = DataTable(title, (_("Promise"), _("Way")), rows)
        text = _("In the teams’ own words, where they send them; whose they are is not told.")
        return ReportSection("promises", title, (text,), None, table)


def _bars(
    key: str, title: str, bars: Sequence[Bar], head: tuple[str, str], *sentences: str
) -> ReportSection:
    rows = tuple((bar.label, _shown(bar.value)) for bar in bars)
    return ReportSection(
        key, title, sentences, BarChart(title, tuple(bars)), DataTable(title, head, rows)
    )  # fmt: skip


def _shown(n: Number) -> str:
    return NOT_SHOWN if n is None else grouped(n)
