"""Tab goes through a window in the order of its layouts.

Qt's own order is that in which widgets were made: rows that came later would come after the footer.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

TAKES_TAB = Qt.FocusPolicy.TabFocus


def tab_stops(window: QWidget) -> list[QWidget]:
    """What Tab stops at, the first first."""
    found = [part for part in window.findChildren(QWidget) if _stops_at(part, window)]
    places: dict[QWidget, dict[QWidget, int]] = {}
    return sorted(found, key=lambda part: _path(part, window, places))


def go_by_tab(window: QWidget, *, forward: bool) -> bool:
    """Bring the keyboard to the next stop, or to the one before; False where there is none."""
    stops, here = tab_stops(window), window.focusWidget()
    if not stops:
        return False
    step = 1 if forward else -1
    if here in stops:
        place = (stops.index(here) + step) % len(stops)
    else:  # a widget that Tab does not stop at: go on from where it stands
        place = _place_beside(here, stops, window, forward=forward)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[place].setFocus(reason)
    return True


def _place_beside(
    here: QWidget | None, stops: list[QWidget], window: QWidget, *, forward: bool
) -> int:
    if here is None:
        return 0 if forward else -1
    places: dict[QWidget, dict[QWidget, int]] = {}
    path = _path(here, window, places)
    before = sum(_path(stop, window, places) < path for stop in stops)
    return before % len(stops) if forward else before - 1


def _stops_at(part: QWidget, window: QWidget) -> bool:
    takes = part.focusPolicy() & TAKES_TAB == TAKES_TAB and part.focusProxy() is None
    return takes and part.isVisible() and part.isEnabled() and part.window() is window


def _path(
    part: QWidget, window: QWidget, places: dict[QWidget, dict[QWidget, int]]
) -> tuple[int, ...]:
    """The places of a widget and of all above it among their siblings, from the window down."""
    path: list[int] = []
    while part is not window:
        above = part.parentWidget()
        if above is None:
            break
        if above not in places:
            places[above] = _children(above)
        path.append(places[above].get(part, len(places[above])))
        part = above
    return tuple(reversed(path))


def _children(above: QWidget) -> dict[QWidget, int]:
    """The children of a widget: those in its layout in that order, then the others."""
    layout = above.layout()
    order = dict.fromkeys(_laid_out(layout) if layout is not None else ())
    order |= dict.fromkeys(child for child in above.children() if isinstance(child, QWidget))
    return {child: place for place, child in enumerate(order)}


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)
