"""A program to be killed: edits a workshop as fast as it can and says what is safe."""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from cxworkshop.store.alone import Holder
from cxworkshop.workshop import Workshop


def main() -> None:
    workshop = Workshop.resume(Path(sys.argv[1]), Holder.WINDOW)
    keeper = workshop.keep()
    keeper.heard = lambda: print(keeper.safe, keeper.saved, flush=True)
    print("ready", flush=True)
    pause = random.Random()
    number = 0
    while True:
        number += 1
        time.sleep(pause.choice((0.0, 0.0, 0.002, 0.01)))
        talk = workshop.talk.begin(workshop.talk.next_customer().id)
        workshop.talk.say(f"words number {number}", talk.id)
        if number % 7 == 0:
            workshop.undo()


if __name__ == "__main__":
    main()
