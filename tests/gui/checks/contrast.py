"""Can all painted words be read? Contrast as WCAG counts it."""

from __future__ import annotations

from tests.gui.painted import Run
from tests.gui.theme.test_theme import PAIRS, TEXT, contrast

LARGE = 3.0  # WCAG 2.2, 1.4.3


def pale(runs: list[Run]) -> set[str]:
    """Return the words whose contrast is too low, with their colours."""
    assert len(runs) > 2  # something was painted
    return {
        f"{run.text!r} {run.ink.name()} on {run.ground.name()}: {ratio:.2f}"
        for run in runs
        if (ratio := contrast(run.ink, run.ground)) < (LARGE if run.is_large else TEXT)
    }


def unforeseen(runs: list[Run], tokens) -> set[str]:
    """Return the text colours on grounds that the test of the tokens does not know."""
    names: dict[str, set[str]] = {}
    for name, colour in tokens._asdict().items():
        names.setdefault(colour.lower(), set()).add(name)
    return {
        f"{run.text!r} {run.ink.name()} on {run.ground.name()}"
        for run in runs
        if not any(
            (ink, ground) in PAIRS
            for ink in names.get(run.ink.name(), ())
            for ground in names.get(run.ground.name(), ())
        )
    }
