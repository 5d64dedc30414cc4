"""What is measured, by what a person does."""

from __future__ import annotations

from tests.benchmarks.case import Case


def all_cases() -> tuple[Case, ...]:
    """In the order of the table."""
    from tests.benchmarks.cases import (
        board,
        edits,
        files,
        others,
        paper,
        rounds,
        text,
        typing,
        wall,
        whole_window,
        window,
    )

    modules = (edits, files, rounds, window, whole_window, wall, board, typing, paper, text, others)
    return tuple(case for module in modules for case in module.CASES)
