"""Garbage is collected in the window's thread: a widget freed in another ends the program."""

from __future__ import annotations

import gc
import threading
import weakref


class Loop:
    """Garbage that only a collection clears away."""

    def __init__(self) -> None:
        self.itself = self


def test_no_other_thread_collects(window):
    found = []
    gc.callbacks.append(heard := lambda phase, info: found.append(threading.current_thread()))
    try:
        busy = threading.Thread(target=lambda: [Loop() for _n in range(20_000)])
        busy.start()
        busy.join()
    finally:
        gc.callbacks.remove(heard)
    assert not gc.isenabled()
    assert busy not in found


def test_the_window_collects_what_is_lost(window, until):
    lost = weakref.ref(Loop())
    wanted = 2 * gc.get_threshold()[0]
    rest = [Loop() for _n in range(wanted)]
    assert len(rest) == wanted
    until(lambda: lost() is None)
