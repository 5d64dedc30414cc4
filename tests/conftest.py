"""For every test: no network (R8), English, and a folder of its own for what the program keeps."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import socket
import sys
import threading
from collections import Counter
from itertools import count
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

import cxworkshop
import ui
from cxworkshop import i18n
from cxworkshop.customer_word import call_customers
from tests.opened import left_open

# A busy machine is no failure: how long examples take to make is not looked at.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


def _guarded(method):
    def refuse(self, *args):
        if self.family != getattr(socket, "AF_UNIX", None):
            raise AssertionError(f"a test or the program used the network: {args!r}")
        return method(self, *args)

    return refuse


def pytest_collection_modifyitems(config, items):
    """Begin with the files that take longest; leave out what only Linux can run, elsewhere.

    A file stays with one worker, and a long one at the end would leave the other without work.
    """
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)
    if sys.platform.startswith("linux"):
        return
    ours = [item for item in items if item.get_closest_marker("linux")]
    items[:] = [item for item in items if item not in ours]
    config.hook.pytest_deselected(items=ours)


# The tests whose reach is measured: measured.txt names them, and of a file that it does not name
# the first few are. All would reach some 2 % more, in three times the time.
CHOSEN = set(Path(__file__).with_name("measured.txt").read_text(encoding="utf-8").split())
CHOSEN_FILES = {name.partition("::")[0] for name in CHOSEN}
FIRST = 4
measured: Counter[Path] = Counter()
measured_functions: set[str] = set()


def pytest_collection_finish():
    """Import every module while that is measured, and look no more for garbage among them.

    The lines of one that a slow test imports first would count as never reached.
    """
    if Coverage.current() is not None:
        for package in (cxworkshop, ui):
            for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
                if not module.name.endswith("__main__"):
                    importlib.import_module(module.name)
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)  # pytest keeps a million objects: each look costs seconds


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Measure what the chosen tests reach, each with its first parameters alone.

    Python code takes twice as long while it is measured.
    """
    stopped = [] if is_measured(item) else stop_measuring()
    try:
        return (yield)
    finally:
        for measuring in reversed(stopped):
            measuring.start()


def stop_measuring() -> list[Coverage]:
    """Stop all that measures: pytest-cov starts two in a worker, and one below the other."""
    stopped = []
    while (measuring := Coverage.current()) is not None:
        measuring.stop()
        stopped.append(measuring)
    return stopped


def is_measured(item) -> bool:
    name = item.nodeid.partition("[")[0]
    if item.config.pluginmanager.has_plugin("tests.choose_measured"):
        return True
    if item.get_closest_marker("slow") or name in measured_functions:
        return False
    if name.partition("::")[0] in CHOSEN_FILES:
        if name not in CHOSEN:
            return False
    elif measured[item.path] >= FIRST:
        return False
    measured_functions.add(name)
    measured[item.path] += 1
    return True


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """A socket within this computer may be used; anything further fails the test."""
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))


@pytest.fixture(autouse=True)
def nothing_stays_open():
    """What a test left open is let go, after all that uses it is gone."""
    with left_open:
        yield


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    """New folders; to find a free name among thousands of others would take milliseconds each."""
    beside = tmp_path_factory.mktemp("homes")
    return (beside / str(number) for number in count())


@pytest.fixture(autouse=True)
def a_place_of_its_own(homes, monkeypatch):
    """English, and sessions and backups away from those of whoever runs the tests."""
    home = next(homes)
    home.mkdir(mode=0o700)
    monkeypatch.setenv("CXW_HOME", str(home))
    monkeypatch.setenv("LANGUAGE", "en")
    i18n.set_language("en")
    yield
    i18n.set_language("en")  # what lasts for the session is made before this begins again
    call_customers()


@pytest.fixture(autouse=True)
def hooks_as_they_were(monkeypatch):
    """A test may start the program, which takes over what hears of failures nobody caught."""
    for module, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(module, name, getattr(module, name))
