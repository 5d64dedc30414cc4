"""The workshop as a workbook: the list, the plans with their first steps, answers, and the year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cxworkshop import i18n
from cxworkshop.exchange.own_table import own_titles
from cxworkshop.exchange.workbook import CellValue, WorkbookColumn, WorkbookTable, workbook
from cxworkshop.exports.answers import exported_answers
from cxworkshop.exports.describe import code_of
from cxworkshop.i18n import _, n_, with_commas
from cxworkshop.looks import after_months
from cxworkshop.model import LOOK_AGAIN_AFTER, Look
from cxworkshop.stages import stage_word
from cxworkshop.wishes import ANSWER_WORDS, AnswerKind

if TYPE_CHECKING:
    from cxworkshop.content.values import PlanContent, YearContent, YearStory
    from cxworkshop.workshop import Workshop

_CODE, _SHORT, _WORDS, _DAY = 8, 16, 48, 12  # widths in characters
_LIST_WIDTHS = (_CODE, _CODE, 28, 70, 10, _SHORT, _SHORT, _SHORT, 20)
Row = Sequence[CellValue]
_LOOKS = {
    Look.NOTICED.value: n_("still noticed"),
    Look.SLIPPING.value: n_("slipping"),
    Look.GONE.value: n_("gone, back on the list"),
}


def workbook_file(workshop: Workshop, *, names: bool = False) -> bytes:
    """A sheet for each table; with `names`, the customers' names too, in the list (R7)."""
    team, round_ = workshop.prepare.team(), workshop.rounds.current()
    plans = workshop.content.make_better.plans()
    year = workshop.content.year.year(workshop.today)
    tables = [_list(workshop, names=names), _plans(plans), _steps(plans), _answers(workshop)]
    tables += [_year(year), _ways(year)]
    return workbook(tables, team.team, round_.started_on, to_the_left=i18n.runs_to_the_left())


def _columns(*columns: tuple[str, float]) -> list[WorkbookColumn]:
    return [WorkbookColumn(title, width) for title, width in columns]


def _list(workshop: Workshop, *, names: bool) -> WorkbookTable:
    """As our CSV: an import knows its titles again."""
    columns = _columns(*zip(own_titles(names=names), _LIST_WIDTHS, strict=False))
    rows = (answer.cells for answer in exported_answers(workshop, names=names))
    return WorkbookTable(_("Big list"), columns, rows)


def _plans(plans: Sequence[PlanContent]) -> WorkbookTable:
    columns = _columns(
        (_("Code"), _CODE),
        (_("Improvement"), 28),
        (_("Our promise"), _WORDS),
        (_("Who owns it"), _SHORT),
        (_("Who helps"), _SHORT),
        (_("Licence"), _WORDS),
        (_("Up to"), _SHORT),
        (_("Given by"), _SHORT),
        (_("Until"), _DAY),
        (_("Start"), _DAY),
        (_("We ask {customers} on"), _DAY),
        (_("We expect them to say"), _WORDS),
        (_("Decided all the same, because"), _WORDS),
    )
    return WorkbookTable(_("Action plans"), columns, map(_plan, plans))


def _plan(plan: PlanContent) -> Row:
    given, pick = plan.licence, plan.pick
    return (
        *(*_about(plan), plan.promise, plan.owner, with_commas(plan.helpers)),
        *(given.may, given.up_to, given.giver, given.until),
        *(pick.start_on, pick.check_on, pick.expectation, "\n".join(plan.overrides)),
    )


def _about(plan: PlanContent) -> tuple[int | str, str]:
    return code_of(plan.code), plan.title


def _steps(plans: Sequence[PlanContent]) -> WorkbookTable:
    columns = _columns(
        (_("Code"), _CODE),
        (_("Improvement"), 28),
        (_("First step"), _WORDS),
        (_("Who"), _SHORT),
        (_("By when"), _DAY),
        (_("done"), _CODE),
    )
    rows = (
        (*_about(plan), step.words, step.who, step.by_when, _("yes") if step.done else "")
        for plan in plans
        for step in plan.steps
    )
    return WorkbookTable(_("First steps"), columns, rows)


def _answers(workshop: Workshop) -> WorkbookTable:
    columns = _columns(
        (_("Code"), _CODE),
        (_("What they wished for"), _WORDS),
        (_("{Customers}"), _CODE + 2),
        (_("Answer"), 22),
        (_("What we answer"), 64),
        (_("want to hear"), _CODE + 2),
    )
    content = workshop.content.answers.to_everybody()
    rows = (
        (
            *(code_of(wish.code), wish.words, wish.customers),
            *(_(ANSWER_WORDS[AnswerKind(wish.kind)]), _told(wish.lead, wish.sentences), wish.slips),
        )
        for wish in content.wishes
    )
    return WorkbookTable(_("Answers"), columns, rows)


def _year(year: YearContent) -> WorkbookTable:
    columns = _columns(
        (_("Code"), _CODE),
        (_("Improvement"), 28),
        (_("Rounds"), _CODE + 2),
        (_("How it stands"), 24),
        (_("What we did"), _WORDS),
        (_("How many noticed"), 22),
        *((after_months(months), _SHORT) for months in LOOK_AGAIN_AFTER),
        (_("Days to first step"), _CODE + 2),
        (_("Days lost"), _CODE + 2),
    )
    return WorkbookTable(_("Year"), columns, map(_story, year.stories))


def _story(story: YearStory) -> Row:
    looks = {look.months: look.found for look in story.looks}
    return (
        *(code_of(story.code), story.title, with_commas(map(str, story.rounds))),
        *(stage_word(story.stage), _told(story.lead, (story.ours,)), story.counted),
        *(_found(looks.get(months, "")) for months in LOOK_AGAIN_AFTER),
        *(story.days_to_first_step, story.days_lost),
    )


def _ways(year: YearContent) -> WorkbookTable:
    rounds = [(_("round {n}").format(n=number), _CODE + 2) for number in year.rounds]
    columns = _columns((_("Way"), 28), *rounds)
    rows: list[Row] = [(way.name, *way.customers) for way in year.ways]
    return WorkbookTable(_("Ten ways"), columns, rows)


def _found(look: str) -> str:
    return _(_LOOKS[look]) if look else ""


def _told(lead: str, sentences: Sequence[str]) -> str:
    return " ".join((f"{lead}:", *sentences)) if any(sentences) else lead
