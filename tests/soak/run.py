"""Every promise about the file, tried for minutes: prints a table, ends with 1 if one was broken.

    python tests/soak/run.py                 all of them, some twenty minutes
    python tests/soak/run.py kills faults    only those
    python tests/soak/run.py --share 0.1     a tenth of each

Needs what `packaging/bootstrap.py test` installs.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.soak.table import Row

SEED = 20261123

# How often each is tried; the figures of docs/promises.md.
HARNESSES = {
    "power_cuts": 20_000,
    "kills": 1_000,
    "app_kills": 50,
    "long_kills": 200,
    "vanishing": 240,
    "faults": 198,
    "damaged": 10_000,
    "forged": 5_000,
    "hostile": 48,
    "hostile_notes": 1_100,
    "modes": 60,
    "rescue": 100,
    "imports": 150,
    "heavy_imports": 326,
    "odd_imports": 240,
    "foreign_imports": 242,
    "window_imports": 60,
    "office_imports": 2_000,
    "odd_names": 242,
    "field": 1_000,
    "injection": 2_000,
    "actions": 50_000,
    "histories": 2_000,
    "papers": 2_000,
    "merges": 20_000,
    "forgetting": 200,
    "forgetting_steps": 100,
    "old_pages": 1_000,
    "screens": 20,
    "screen_reader": 51,
    "by_ear": 1,
    "months": 2,
    "rails": 12,
    "wall_text": 24,
    "pseudo": 14,
    "wall_pixels": 40,
    "projector": 4,
    "meeting": 6,
    "interrupted": 20,
    "lists": 2_000,
    "photos": 2_000,
    "planted": 38,
}


def harness(name: str) -> Callable[[int, int], list[Row]]:
    """The harness of this name."""
    found: Callable[[int, int], list[Row]] = importlib.import_module(f"tests.soak.{name}").run
    return found


def main() -> int:
    """Try everything that was asked for; the answer is the exit code."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("names", nargs="*", metavar="harness", help=", ".join(HARNESSES))
    asked.add_argument("--share", type=float, default=1.0, help="of how often each is tried")
    asked.add_argument("--seed", type=int, default=SEED)
    given = asked.parse_args()
    wrong = 0
    print(f"{'what was tried':<42} {'times':>7} {'wrong':>6} {'seconds':>8}  notes")
    with tempfile.TemporaryDirectory() as home:
        os.environ["CXW_HOME"] = home
        for name in given.names or HARNESSES:
            began = time.monotonic()
            rows = harness(name)(max(1, round(HARNESSES[name] * given.share)), given.seed)
            seconds = (time.monotonic() - began) / len(rows)
            for row in rows:
                wrong += row.wrong > 0
                print(f"{row.what:<42} {row.times:>7,} {row.wrong:>6} {seconds:>8.1f}  {row.note}")
                sys.stdout.flush()
    print("every promise was kept" if not wrong else f"{wrong} of the promises were broken")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
