"""Random actions of a room full of people, with undo, redo, close and open, and to the start."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.core.test_any_run_of_actions import AnyRun
from tests.soak.table import Row

STEPS = 50


def run(count: int, seed: int) -> list[Row]:
    """So many steps, fifty to a workshop; each is undone to its start and redone."""
    runs, steps, wrong = max(1, count // STEPS), 0, 0

    class Counted(AnyRun):
        def teardown(self) -> None:
            nonlocal steps
            steps += self._steps()
            super().teardown()

    how = settings(
        max_examples=runs,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        derandomize=seed == 0,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    note = ""
    try:
        run_state_machine_as_test(Counted, settings=how)
    except Exception as error:
        wrong, note = 1, f"{type(error).__name__}: {error}"[:300]
    return [Row("random actions, undone to the start", runs * STEPS, wrong, note)]
