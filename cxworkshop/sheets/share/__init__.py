"""Sheets of stop 8: what is told to customers and to all staff, and the books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxworkshop.content.values import (
    AnswersContent,
    AnswerSlipsContent,
    PosterContent,
    RoundBookContent,
    RoundStartContent,
    StaffPageContent,
    YearBookContent,
    YearContent,
)
from cxworkshop.errors import NotFound
from cxworkshop.i18n import _, n_
from cxworkshop.sheets.needs import PICKED, PICKED_ONCE, SAID, WANT_TO_HEAR, WISHES, in_slots
from cxworkshop.sheets.options import PrintOptions
from cxworkshop.sheets.sheet import Large, Sheet

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def _posters(workshop: Workshop, options: PrintOptions) -> tuple[PosterContent, ...]:
    """What customers see, who never find one another's names there, whatever was turned on."""
    options.refuse_long_link()
    return in_slots(workshop.content.share.posters(), options)


def _staff_page(workshop: Workshop, options: PrintOptions) -> StaffPageContent:
    return workshop.content.share.staff_page(names=options.names)


def _round_book(workshop: Workshop, options: PrintOptions) -> RoundBookContent:
    return workshop.content.books.round_book(names=options.names)


def _year_book(workshop: Workshop, options: PrintOptions) -> YearBookContent:
    return workshop.content.books.year_book(names=options.names)


def _round_start(workshop: Workshop, options: PrintOptions) -> RoundStartContent:
    return workshop.content.round_start.round_start(workshop.today, names=options.names)


def _answers(workshop: Workshop, options: PrintOptions) -> AnswersContent:
    content = workshop.content.answers.to_everybody(options.answers)
    if not content.listed:
        raise NotFound(_("No wish has this answer."))
    return content


def _answer_slips(workshop: Workshop, options: PrintOptions) -> AnswerSlipsContent:
    return workshop.content.answers.slips(names=options.names)


def _year_wall(workshop: Workshop, _options: PrintOptions) -> YearContent:
    return workshop.content.year.year(workshop.today)


SHEETS = (
    Sheet(
        "poster",
        8,
        n_("Poster"),
        _posters,
        "share.poster:posters",
        PICKED,
        quotes=True,
        alone=True,
    ),
    Sheet(
        "poster-a3",
        8,
        n_("Poster, A3"),
        _posters,
        "share.poster:posters_a3",
        PICKED,
        usual=False,
        same_as="poster",
        quotes=True,
        alone=True,
    ),
    Sheet(
        "poster-tiled",
        8,
        n_("Poster on four sheets"),
        _posters,
        "share.poster_tiled:posters_tiled",
        PICKED,
        usual=False,
        same_as="poster",
        quotes=True,
        alone=True,
    ),
    Sheet(
        "staff-page",
        8,
        n_("Page for all staff"),
        _staff_page,
        "share.staff_page:staff_page",
        PICKED,
        quotes=True,
        ages=True,
        alone=True,
        copies=n_("one for each place where you look"),
    ),
    Sheet(
        "thank-you",
        8,
        n_("Thank-you cards"),
        _posters,
        "share.thank_you:thank_you",
        PICKED,
        quotes=True,
        large=Large.ON_LARGER_PAPER,
        copies=n_("as many as told you"),
    ),
    Sheet(
        "answers",
        8,
        n_("Answers to everybody"),
        _answers,
        "share.answers:answers",
        WISHES,
        quotes=True,
        ages=True,
        both_sides=True,
    ),
    Sheet(
        "answer-slips",
        8,
        n_("Answer slips"),
        _answer_slips,
        "share.answer_slips:answer_slips",
        WANT_TO_HEAR,
        quotes=True,
        large=Large.ON_LARGER_PAPER,
    ),
    Sheet(
        "round-start",
        8,
        n_("On to the next round"),
        _round_start,
        "share.round_start:round_start",
        PICKED_ONCE,
        quotes=True,
        ages=True,
        both_sides=True,
    ),
    Sheet(
        "round-book",
        8,
        n_("The round’s book"),
        _round_book,
        "share.round_book:round_book",
        SAID,
        quotes=True,
        ages=True,
        both_sides=True,
    ),
    Sheet(
        "year-book",
        8,
        n_("The year’s book"),
        _year_book,
        "share.year_book:year_book",
        PICKED_ONCE,
        quotes=True,
        ages=True,
        both_sides=True,
    ),
    Sheet(
        "year-wall",
        8,
        n_("The year to hang up"),
        _year_wall,
        "share.year_wall:year_wall",
        PICKED_ONCE,
        quotes=True,
        ages=True,
        large=Large.ON_LARGER_PAPER,
        alone=True,
    ),
    Sheet(
        "year-wall-a3",
        8,
        n_("The year to hang up, A3"),
        _year_wall,
        "share.year_wall:year_wall_a3",
        PICKED_ONCE,
        usual=False,
        same_as="year-wall",
        large=Large.NEVER,
        quotes=True,
        ages=True,
        alone=True,
    ),
)
