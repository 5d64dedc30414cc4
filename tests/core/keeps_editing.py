"""A program to be killed: edits a workshop as fast as it can and says what is safe."""

from __future__ import annotations

import sys
from pathlib import Path

from cxworkshop.workshop import Workshop


def main() -> None:
    workshop = Workshop.open(Path(sys.argv[1]))
    keeper = workshop.keep()
    keeper.heard = lambda: print(keeper.saved, flush=True)
    print("ready", flush=True)
    number = 0
    while True:
        number += 1
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        workshop.talk.say(f"words number {number}", talk.id)
        if number % 7 == 0:
            workshop.undo()


if __name__ == "__main__":
    main()
