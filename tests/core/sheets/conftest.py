"""Plans to print, a filled workshop, and a way to read PDFs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cxworkshop import catalogue
from cxworkshop.content.values import (
    CriterionReason,
    CustomerQuote,
    PlanBlocker,
    PlanContent,
    PlanLicence,
    PlanStep,
)
from cxworkshop.model import Pick, PickId, RoundId
from cxworkshop.sheets.typesetting import fonts
from cxworkshop.workshop import Workshop
from tests.core.sheets.pdf_reading import pages, printed
from tests.told_once import bakery_of


def reasons(*given: tuple[str, str]) -> tuple[CriterionReason, ...]:
    titles = [criterion.title for criterion in catalogue.criteria()]
    return tuple(
        CriterionReason(title=title, answer=answer, why=why)
        for title, (answer, why) in zip(titles, given, strict=True)
    )


def normal_plan() -> PlanContent:
    return PlanContent(
        pick=Pick(
            id=PickId("round-3/17"),
            round=RoundId("round-3"),
            promise_when="books a visit",
            promise_we="ring them the day before, and say who comes and when",
            start_on=date(2026, 11, 23),
            check_on=date(2026, 12, 23),
            who_asks="Mira and Ben",
            locked_on=date(2026, 11, 23),
        ),
        team="Harbour Street Branch",
        language="en",
        round_number=3,
        slot=1,
        of=3,
        code="17",
        title="Ring every customer the day before their visit",
        quotes=(
            CustomerQuote(
                words="I took the morning off and nobody told me it had moved.",
                said_by="regular customer",
            ),
            CustomerQuote(
                words="One call the day before would have saved us both an hour.",
                said_by="new customer",
            ),
            CustomerQuote(words="Call.", said_by="parent"),
            CustomerQuote(
                words="A text would do, I don’t need a letter.", said_by="regular customer"
            ),
        ),
        heard=37,
        asked=112,
        reasons=reasons(("yes", ""), ("yes", "they ask for it first"), ("yes", ""), ("yes", "")),
        owner="Mira Kowalski",
        helpers=("Ben O.", "Ana P."),
        licence=PlanLicence(
            may="Do what it takes. Only ask us about: moving other people's visits.",
            up_to="200 a week",
            giver="Helena S., branch manager",
            until=date(2026, 12, 23),
        ),
        steps=(
            step("Make tomorrow’s call list at 15:00 every day", "Mira K.", 26, done=True),
            step("Share the calls between two people, never one", "Ben O.", 26),
            step(
                "If nobody answers: leave a message with one name and one number to ring back",
                "Ana P.",
                30,
            ),
            step("Note every visit that a call changed or saved", "Mira K.", 30),
            step("Show the numbers at the Friday stand-up", "Tom R.", 27),
        ),
        blockers=(
            PlanBlocker(
                words="The booking screen hides phone numbers",
                remover="Ines, IT",
                days_lost=2,
                removed_on=date(2026, 11, 25),
            ),
            PlanBlocker(
                words="No quiet place to call from",
                remover="Jan, office",
                days_lost=0,
                removed_on=None,
            ),
        ),
        overrides=(),
    )


def step(words: str, who: str, day: int, *, done: bool = False) -> PlanStep:
    return PlanStep(words=words, who=who, by_when=date(2026, 11, day), done=done)


def empty_plan() -> PlanContent:
    return PlanContent(
        pick=Pick(id=PickId(""), round=RoundId("round-1")),
        team="",
        language="",
        round_number=1,
        slot=1,
        of=1,
        code="",
        title="",
        quotes=(),
        heard=0,
        asked=0,
        reasons=reasons(*[("", "")] * 4),
        owner="",
        helpers=(),
        licence=PlanLicence(may="", up_to="", giver="", until=None),
        steps=(),
        blockers=(),
        overrides=(),
    )


def full_plan() -> PlanContent:
    """A plan with far more in every part than fits on a page."""
    plan = normal_plan()
    numbered = [replace(one, words=f"{n}: {one.words}") for n, one in enumerate(plan.steps * 6)]
    hindered = [replace(one, words=f"{n}: {one.words}") for n, one in enumerate(plan.blockers * 6)]
    return replace(
        plan,
        title="Ring every single customer the working day before their visit so that nobody "
        "takes a morning off for nothing, ever again",
        reasons=reasons(
            ("yes", "we own the phones"),
            ("unsure", "only if the call comes before six in the evening, they told us"),
            ("no", "the second post is only paid until March"),
            ("", ""),
        ),
        overrides=("Helena is away until the 30th, and we do not want to wait.",),
        steps=tuple(numbered),
        blockers=tuple(hindered),
        licence=replace(plan.licence, may="Do what it takes, and do it well. " * 60),
    )


FONTS = Path(__file__).resolve().parents[2] / "files" / "fonts"


@contextmanager
def fonts_in(folder: Path) -> Iterator[None]:
    """These fonts, where a team puts its own. What was read of others is forgotten."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CXW_FONTS", str(folder))
        fonts.rescan()
        yield
    fonts.rescan()


@pytest.fixture
def east():
    """Fonts with the East Asian letters that the sentences need."""
    with fonts_in(FONTS):
        yield


@pytest.fixture
def normal() -> PlanContent:
    return normal_plan()


@pytest.fixture
def empty() -> PlanContent:
    return empty_plan()


@pytest.fixture
def full() -> PlanContent:
    return full_plan()


@pytest.fixture(params=["empty", "normal", "full"])
def any_plan(request: pytest.FixtureRequest) -> PlanContent:
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """The worked example, to look at and not to change."""
    path = tmp_path_factory.mktemp("b") / "b.cxw"
    with bakery_of(path, date(2026, 11, 23)) as made:
        yield made


@pytest.fixture
def words_of(tmp_path: Path) -> Callable[..., list[str]]:
    """Print a sheet, and return the text of each page."""

    def print_(workshop: Workshop, slug: str, **options: Any) -> list[str]:
        return pages(printed(workshop, slug, tmp_path, **options))

    return print_
