"""Tab goes through a window in the order of its layouts.

Qt's own order is that in which widgets were made: rows that came later would come after the footer.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

TAKES_TAB = Qt.FocusPolicy.TabFocus.value


def tab_stops(window: QWidget) -> list[QWidget]:
    """What Tab stops at, the first first. Pages that are hidden are not looked into."""
    return [part for part in _in_order(window) if _stops_at(part)]


def go_by_tab(window: QWidget, *, forward: bool) -> bool:
    """Bring the keyboard to the next stop, or to the one before; False where there is none."""
    here = window.focusWidget()
    before: list[QWidget] = []
    after: list[QWidget] = []
    passed = False
    for part in _in_order(window, here):
        if part is here:
            passed = True
        elif _stops_at(part):
            (after if passed else before).append(part)
    stops = [*after, *before]
    if not stops:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[0 if forward else -1].setFocus(reason)
    return True


def _stops_at(part: QWidget) -> bool:
    takes = part.focusPolicy().value & TAKES_TAB
    return bool(takes) and part.isVisible() and part.isEnabled() and part.focusProxy() is None


def _in_order(above: QWidget, here: QWidget | None = None) -> Iterator[QWidget]:
    """All that is shown on a widget: those in its layout in that order, then the others.

    What has the keyboard is among them though it is being hidden.
    """
    layout = above.layout()
    order = dict.fromkeys(_laid_out(layout) if layout is not None else ())
    order |= dict.fromkeys(child for child in above.children() if isinstance(child, QWidget))
    for child in order:
        holds = here is not None and (child is here or child.isAncestorOf(here))
        if (holds or not child.isHidden()) and not child.isWindow():
            yield child
            yield from _in_order(child, here)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)
