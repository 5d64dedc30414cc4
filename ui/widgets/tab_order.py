"""Tab goes through a window in the order of its layouts.

Qt's own order is that in which widgets were made: rows that came later would come after the footer.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.layout_items import widgets_of

TAKES_TAB = Qt.FocusPolicy.TabFocus.value


def go_by_tab(window: QWidget, *, forward: bool) -> bool:
    """Bring the keyboard to the next stop, or to the one before; False where there is none."""
    here = window.focusWidget()
    way = _after(window, here) if forward else _before(window, here)
    stop = next((part for part in way if part is not here and _stops_at(part)), None)
    if stop is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stop.setFocus(reason)
    return True


def _stops_at(part: QWidget) -> bool:
    takes = part.focusPolicy().value & TAKES_TAB
    return bool(takes) and part.isVisible() and part.isEnabled() and part.focusProxy() is None


def _after(window: QWidget, here: QWidget | None) -> Iterator[QWidget]:
    """All that comes after it, the nearest first, and then the whole window from its start.

    A large window is not walked through for one step: it is looked for around what has the
    keyboard, and further away only while there is none.
    """
    if here is not None:
        yield from _in_order(here)
        for beside, place in _up_to(window, here):
            for part in beside[place + 1 :]:
                yield part
                yield from _in_order(part)
    yield from _in_order(window)


def _before(window: QWidget, here: QWidget | None) -> Iterator[QWidget]:
    """The same backwards."""
    if here is not None:
        for beside, place in _up_to(window, here):
            for part in reversed(beside[:place]):
                yield from reversed([part, *_in_order(part)])
            above = beside[place].parentWidget()
            if above is not None and above is not window:
                yield above
    yield from reversed([*_in_order(window)])


def _up_to(window: QWidget, here: QWidget) -> Iterator[tuple[list[QWidget], int]]:
    """What stands beside it, and its place there; then the same of what it stands on."""
    met = [here]  # kept, as below
    while met[-1] is not window:
        above = met[-1].parentWidget()
        assert above is not None
        beside = _shown_on(above, met[-1])
        yield beside, beside.index(met[-1])
        met.append(above)


def _in_order(above: QWidget) -> Iterator[QWidget]:
    """All that is shown on a widget, however deep: first a part, then what is on it."""
    waiting, met = _shown_on(above)[::-1], list[QWidget]()
    while waiting:
        part = waiting.pop()
        met.append(part)  # PySide, once it lets go of a widget of Qt's, does so of all on it
        yield part
        waiting += _shown_on(part)[::-1]


def _shown_on(above: QWidget, here: QWidget | None = None) -> list[QWidget]:
    """What is shown on a widget: what is in its layout in that order, then the others.

    What has the keyboard is among them though it is being hidden.
    """
    layout = above.layout()
    order = dict.fromkeys(widgets_of(layout) if layout is not None else ())
    order |= dict.fromkeys(child for child in above.children() if isinstance(child, QWidget))
    return [part for part in order if (part is here or not part.isHidden()) and not part.isWindow()]
