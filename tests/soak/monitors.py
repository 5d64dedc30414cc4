"""A projector beside a laptop on one X display: monitors of RandR, plugged in and out."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

LAPTOP, PROJECTOR = (0, 0, 1366, 768), (1366, 0, 1920, 1080)
WHOLE = "3286x1080x24"  # both side by side, as Xvfb is told


class _Monitor(ctypes.Structure):
    _fields_ = [
        ("name", ctypes.c_ulong),
        *((flag, ctypes.c_int) for flag in ("primary", "automatic", "outputs_count")),
        *((side, ctypes.c_int) for side in ("x", "y", "width", "height", "wide_mm", "high_mm")),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    ]


class _Resources(ctypes.Structure):
    _fields_ = [
        ("times", ctypes.c_ulong * 2),
        ("crtcs_count", ctypes.c_int),
        ("crtcs", ctypes.c_void_p),
        ("outputs_count", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    ]


class Monitors:
    """The laptop has the display's only output, the projector none: X allows it."""

    def __init__(self, display: str) -> None:
        self._x, self._randr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = self._x.XInternAtom.restype = ctypes.c_ulong
        self._randr.XRRAllocateMonitor.restype = ctypes.POINTER(_Monitor)
        self._randr.XRRGetScreenResources.restype = ctypes.POINTER(_Resources)
        self.display = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self.display))
        found = self._randr.XRRGetScreenResources(self.display, self._root)
        self._set("Laptop", LAPTOP, found.contents.outputs[0])

    def plug_in(self) -> None:
        """Have the projector."""
        self._set("Projector", PROJECTOR, None)

    def unplug(self) -> None:
        """Have the laptop alone."""
        self._randr.XRRDeleteMonitor(self.display, self._root, self._named("Projector"))
        self._x.XSync(self.display, 0)

    def close(self) -> None:
        """Leave the display."""
        self._x.XCloseDisplay(self.display)

    def _set(self, name: str, area: tuple[int, int, int, int], output: int | None) -> None:
        made = self._randr.XRRAllocateMonitor(self.display, 0 if output is None else 1)
        monitor = made.contents
        monitor.name = self._named(name)
        monitor.x, monitor.y, monitor.width, monitor.height = area
        monitor.wide_mm, monitor.high_mm = area[2] // 4, area[3] // 4
        if output is not None:
            monitor.outputs[0] = output
        self._randr.XRRSetMonitor(self.display, self._root, made)
        self._x.XSync(self.display, 0)

    def _named(self, name: str) -> ctypes.c_ulong:
        return ctypes.c_ulong(self._x.XInternAtom(self.display, name.encode(), 0))


@contextmanager
def a_projector(display: str) -> Iterator[Monitors]:
    """A laptop and a projector, plugged in."""
    monitors = Monitors(display)
    monitors.plug_in()
    try:
        yield monitors
    finally:
        monitors.close()
