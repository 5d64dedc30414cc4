"""For every test: no network (R8), English, and a folder of its own for what the program keeps."""

from __future__ import annotations

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


GUI = Path(__file__).parent / "gui"
# So many tests of each file are measured. All would reach 96 % of the core and 94 % of ui, these
# some 91 % of both, for half of the cost.
MEASURED, MEASURED_WINDOWS = 7, 8
measured: Counter[Path] = Counter()
measured_functions: set[tuple[str, str]] = set()


def pytest_collection_finish():
    """Import every module while that is measured.

    The lines of one that a slow test imports first would count as never reached.
    """
    if Coverage.current() is not None:
        for package in (cxworkshop, ui):
            for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
                if not module.name.endswith("__main__"):
                    importlib.import_module(module.name)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Don’t measure what a slow test reaches, nor a test’s second and later parameters.

    Python code takes twice as long while it is measured, and the first few of each file reach
    enough.
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
    function = (item.path, item.originalname)
    if item.get_closest_marker("slow") or function in measured_functions:
        return False
    if measured[item.path] >= (MEASURED_WINDOWS if GUI in item.path.parents else MEASURED):
        return False
    measured_functions.add(function)
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
