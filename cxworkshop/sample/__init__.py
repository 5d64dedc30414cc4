"""A worked example: an invented bakery, four rounds in, built through the public methods only.

What it says stands in resources/examples/bakery.toml, and each thing happens on its own day.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from cxworkshop import paths
from cxworkshop.sample.cast import Cast
from cxworkshop.sample.chapter import Chapter
from cxworkshop.sample.diary import Diary
from cxworkshop.workshop import Workshop

DAY_OF_LAST_ROUND = 12


def bakery(workshop: Workshop) -> None:
    """Fill a new workshop, so that today is day 12 of its fourth round."""
    story = tomllib.loads(paths.resource("examples", "bakery.toml").read_text(encoding="utf-8"))
    chapters, today = story["round"], workshop.today
    first_day = today - timedelta(days=chapters[-1]["day"] + DAY_OF_LAST_ROUND)
    workshop.today = first_day
    diary, cast = Diary(workshop, today), Cast(workshop)
    _prepare(workshop, cast, story)
    for number, told in enumerate(chapters, start=1):
        chapter = Chapter(workshop, cast, diary, number)
        begin = partial(_begin_round, workshop, number)
        diary.on(first_day + timedelta(days=told["day"]), partial(_tell, begin, chapter, told))
    diary.on(first_day, partial(_put_words_at_steps, workshop, cast, story))
    diary.play()


def _tell(begin: Callable[[], None], chapter: Chapter, told: Mapping[str, Any]) -> None:
    begin()
    chapter.tell(told)


def _begin_round(workshop: Workshop, number: int) -> None:
    if number == 1:
        workshop.prepare.set_day_1(workshop.today)
    else:
        workshop.rounds.start_next()


def _prepare(workshop: Workshop, cast: Cast, story: Mapping[str, Any]) -> None:
    """Add what the bakery is good at, whom it serves, what it promises and who works there."""
    prepare = workshop.prepare
    prepare.set_good_at(story["good_at"])
    prepare.set_experience(story["experience"])
    for words in story["serve"]:
        prepare.served.add(words)
    for words in story["not_please"]:
        prepare.served.add_not_pleased(words)
    for person in story["person"]:
        who = cast.person(person["name"])
        workshop.people.describe(who, role=person["role"], has_say=person["say"])
    for deed in story["deed"]:
        prepare.promises.add(deed["promise"], deed["customers_say"])
    for step in story["step"]:
        row = prepare.encounter.add(step["words"], step["adds"])
        if "worth_more" in step:
            prepare.encounter.set_worth_more(row.id, step["worth_more"])


def _put_words_at_steps(workshop: Workshop, cast: Cast, story: Mapping[str, Any]) -> None:
    """Place what customers said in the first round at the steps of the encounter."""
    encounter = workshop.prepare.encounter
    for row, step in zip(encounter.steps(), story["step"], strict=True):
        encounter.put_words([cast.cards[name] for name in step.get("cards", ())], row.id)
