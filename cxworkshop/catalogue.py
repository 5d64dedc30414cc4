"""The texts that ship with the program: ways, ideas, what to say at each stop, the agenda.

Read once from resources/catalogue, and translated at every call, so that a change of language
shows at once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from cxworkshop import paths
from cxworkshop.i18n import _
from cxworkshop.value_object import ValueObject

FIRST_DAY, LAST_DAY = 1, 30  # the two meetings of a round


class WayText(ValueObject):
    """One of the ten ways, said by a customer, with open questions about it."""

    key: str
    short: str
    title: str
    meaning: str
    questions: tuple[str, ...]


class IdeaGroup(ValueObject):
    """One of the seven groups of ideas."""

    key: str
    title: str
    ideas: tuple[str, ...]


class Idea(ValueObject):
    """One of the 56 ideas: its number in the deck, counted from 1, and the title of its group.

    A step that came from it keeps the key, which is made of its group's and its place there.
    """

    key: str
    number: int
    words: str
    group: str
    group_key: str


class StopText(ValueObject):
    """What one of the eight stops is called, what is said aloud there and what to watch for."""

    key: str
    title: str
    minutes: int
    say: str
    watch: str


class AgendaEntry(ValueObject):
    """A line of the agenda that a new workshop starts with; `day` is 1 or 30."""

    day: int
    stop: str
    title: str
    minutes: int


class CriterionText(ValueObject):
    """One of the four criteria of a pick."""

    key: str
    title: str
    help: str


class HeadingText(ValueObject):
    """One of the six headings of the replace-the-staff test; none of them is a person."""

    key: str
    title: str
    hint: str


def ways() -> tuple[WayText, ...]:
    """The ten ways, in the order in which they are asked."""
    return tuple(
        WayText(
            key=way["key"],
            short=_said(way, "short"),
            title=_said(way, "title"),
            meaning=_said(way, "meaning"),
            questions=tuple(_(question) for question in way["questions"]),
        )
        for way in _deck("ways")["way"]
    )


def ideas() -> tuple[IdeaGroup, ...]:
    """The 56 ideas for adding value, in their seven groups."""
    return tuple(
        IdeaGroup(
            key=group["key"],
            title=_said(group, "title"),
            ideas=tuple(_(idea) for idea in group["ideas"]),
        )
        for group in _deck("ideas")["group"]
    )


def deck() -> tuple[Idea, ...]:
    """The ideas one by one, numbered as they are on paper."""
    pairs = [
        (f"{group.key}-{place}", words, group)
        for group in ideas()
        for place, words in enumerate(group.ideas, start=1)
    ]
    return tuple(
        Idea(key=key, number=number, words=words, group=group.title, group_key=group.key)
        for number, (key, words, group) in enumerate(pairs, start=1)
    )


def stops() -> tuple[StopText, ...]:
    """The eight stops of a round, in the order of `cxworkshop.stops.STOPS`."""
    return tuple(
        StopText(
            key=stop["key"],
            title=_said(stop, "title"),
            minutes=stop["minutes"],
            say=_said(stop, "say"),
            watch=_said(stop, "watch"),
        )
        for stop in _deck("stops")["stop"]
    )


def agenda() -> tuple[AgendaEntry, ...]:
    """Both meetings, line by line, day 1 before day 30."""
    return tuple(
        AgendaEntry(
            day=line["day"],
            stop=line["stop"],
            title=_said(line, "title"),
            minutes=line["minutes"],
        )
        for line in _deck("stops")["agenda"]
    )


def criteria() -> tuple[CriterionText, ...]:
    """The four criteria; the keys are those of `cxworkshop.model.Criterion`."""
    return tuple(
        CriterionText(key=each["key"], title=_said(each, "title"), help=_said(each, "help"))
        for each in _deck("stops")["criterion"]
    )


def headings() -> tuple[HeadingText, ...]:
    """The six headings; the keys are those of `cxworkshop.model.Heading`."""
    return tuple(
        HeadingText(key=each["key"], title=_said(each, "title"), hint=_said(each, "hint"))
        for each in _deck("stops")["heading"]
    )


def staff_question() -> str:
    """The replace-the-staff question, as it is said aloud."""
    return next(stop.say for stop in stops() if stop.key == "staff_test")


def opening_question() -> str:
    """What every conversation begins with, before any of the ways."""
    return _said(_deck("ways"), "opening_question")


def check_question() -> str:
    """What customers are asked on day 30."""
    return _said(_deck("ways"), "check_question")


def _said(part: dict[str, Any], name: str) -> str:
    """A text of the deck in the language in use."""
    return _(part[name])


@lru_cache(maxsize=3)
def _deck(name: str) -> dict[str, Any]:
    import tomllib  # with the first deck that is read, not with every command

    with paths.resource("catalogue", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
