"""Screens that are plugged in, unplugged and changed while the program runs: Qt's own, off screen.

Qt's offscreen platform takes another configuration at any time, but only C++ is given the
function. It is found here as C++ finds it: by the native interface of the platform.
"""

from __future__ import annotations

import ctypes
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path

import shiboken6
from PySide6.QtCore import QByteArray, QJsonDocument, QLibraryInfo
from PySide6.QtGui import QGuiApplication, QScreen

NAMED = b"setConfiguration"
OF_A_VTABLE = 16  # bytes before its first function
SLOTS = 24  # more virtual functions than the interface has before the one that is asked for


@dataclass(frozen=True)
class Plug:
    """A screen: its place and size in real pixels; 192 dots an inch are a scale of 200 %."""

    name: str
    x: int
    y: int
    width: int
    height: int
    dots: int = 96  # an inch


LAPTOP = Plug("eDP-1", 0, 0, 1366, 768)
PROJECTOR = Plug("HDMI-1", 1366, 0, 1920, 1080)
MONITOR = Plug("DP-2", -1280, 0, 1280, 1024)
USUAL = Plug("", 0, 0, 800, 800)  # what the platform has without a configuration


class Plugs:
    """The screens of this process. A laptop is always the first; put `USUAL` back at the end."""

    def __init__(self) -> None:
        self._plugged: list[Plug] = [USUAL]

    def set(self, *wanted: Plug) -> None:
        """Have these screens, in this order.

        What is new comes before what is old goes, one by one: so Qt keeps the order, and is
        never without a screen.
        """
        for one in wanted:
            kept = [old for old in self._plugged if old.name != one.name]
            self._configure([*kept, one])
        self._configure(list(wanted))

    def change(self, plug: Plug, **changes: int) -> Plug:
        """Give a screen another place, size or scale while it is plugged in; return it."""
        changed = replace(plug, **changes)
        self._configure([changed if one == plug else one for one in self._plugged])
        return changed

    def _configure(self, wanted: list[Plug]) -> None:
        _configuration()([asdict(one) | {"logicalDpi": one.dots} for one in wanted])
        self._plugged = wanted


def screen_of(plug: Plug) -> QScreen:
    """Qt's screen at this plug."""
    return next(one for one in QGuiApplication.screens() if one.name() == plug.name)


@cache
def _configuration() -> Callable[[list[dict[str, object]]], None]:
    """The function that takes a list of screens."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath)
    gui = ctypes.CDLL(str(Path(folder, "libQt6Gui.so.6")))
    get = gui._ZN15QGuiApplication23platformNativeInterfaceEv
    get.restype = ctypes.c_void_p
    native = get()
    at = ctypes.c_void_p.from_address(native).value or 0
    asked = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
    resource = asked(_functions(at)[_slot(gui)])
    name = QByteArray(NAMED)  # kept while its address is in use
    found = resource(native, shiboken6.getCppPointer(name)[0])
    take = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(found)

    def configure(screens: list[dict[str, object]]) -> None:
        document = QJsonDocument.fromJson(QByteArray(json.dumps({"screens": screens}).encode()))
        held = ctypes.c_void_p.from_address(shiboken6.getCppPointer(document)[0]).value or 0
        take(held + 8, native)  # the document's value begins with 8 bytes; then comes its object

    return configure


def _slot(gui: ctypes.CDLL) -> int:
    """Which virtual function of a native interface gives what the platform has."""
    base = ctypes.addressof(ctypes.c_char.in_dll(gui, "_ZTV24QPlatformNativeInterface"))
    wanted = gui._ZN24QPlatformNativeInterface28nativeResourceForIntegrationERK10QByteArray
    place = ctypes.cast(wanted, ctypes.c_void_p).value
    return _functions(base + OF_A_VTABLE).index(place)


def _functions(table: int) -> list[int | None]:
    return list((ctypes.c_void_p * SLOTS).from_address(table))
