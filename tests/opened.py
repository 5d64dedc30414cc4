"""Workshops that a test opens and leaves open: all are let go when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path

from cxworkshop.on_demand import Part
from cxworkshop.workshop import Workshop

left_open = ExitStack()  # emptied after each test by a fixture of tests/conftest.py


def parts_of(workshop: Workshop) -> dict[str, object]:
    """The stops, services and other parts that hang on it, also those made when they are asked."""
    names = (*vars(workshop), *vars(Workshop))
    return {
        name: getattr(workshop, name)
        for name in names
        if not name.startswith("_")
        and (name in vars(workshop) or isinstance(vars(Workshop)[name], (Part, cached_property)))
    }


def until_the_test_ends(workshop: Workshop) -> Workshop:
    """Let go of it after the test, as it is then; a test may close it earlier."""
    left_open.callback(workshop.file.leave)
    return workshop


def opened(path: Path, today: date | None = None) -> Workshop:
    """What is in this file, to look at until the test ends."""
    return until_the_test_ends(Workshop.open(path, today))


def new(path: Path, team: str, today: date | None = None) -> Workshop:
    """A new workshop, open until the test ends."""
    return until_the_test_ends(Workshop.new(path, team, today))


@contextmanager
def kept_open(workshops: dict[str, Workshop]) -> Iterator[dict[str, Workshop]]:
    """Workshops that several tests look at: all are closed at the end of the block."""
    with ExitStack() as stack:
        for workshop in workshops.values():
            stack.enter_context(workshop)
        yield workshops
