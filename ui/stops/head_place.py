"""Where a page's head stands: above what scrolls, or in a low page in it."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.scroll_area import ScrollArea

LOW = 560  # pixels of a page at 100 %: below that, too little would be left under a fixed head


class HeadPlace:
    """The parts of a head, each with the layout that it has its home in.

    In a low page they scroll with `area`, so that half of the window is left for the content.
    """

    def __init__(self, theme: Theme, area: ScrollArea, *parts: tuple[QBoxLayout, QWidget]) -> None:
        self._theme, self._area, self._parts = theme, area, parts
        self._homes = [home.indexOf(part) for home, part in parts]
        self.is_inside = False

    def fit(self, height: int, *, scrolls: bool = True) -> None:
        """Put the head where it belongs at this height of the page; an area in view `scrolls`."""
        inside = scrolls and height < self._theme.px(LOW)
        if inside == self.is_inside:
            return
        self.is_inside = inside
        for place, ((home, part), index) in enumerate(zip(self._parts, self._homes, strict=True)):
            if inside:
                self._area.box.insertWidget(place, part)
            else:
                home.insertWidget(index, part)
        self._area.measure_soon()
