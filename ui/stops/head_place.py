"""Where a page's head stands: above what scrolls, or in a low page in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.compat import override
from ui.stops.head import StopTitle
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.scroll_area import ScrollArea

LOW = 560  # pixels of a page at 100 %: below that, too little would be left under a fixed head


class HeadPlace(QObject):
    """In a low page the head scrolls with `area`, so that half of the window is for the content.

    `head` is the head's own widget in the page's layout; `below` stands under it, in `content`.
    With `last` it scrolls behind all else in the area, where that is to be in sight first.
    `scrolls` says whether the area is in view; call `fit` when that may have changed, but not
    from a part that is being laid out: one that leaves its layout then ends the program.
    """

    def __init__(
        self,
        theme: Theme,
        page: QWidget,
        head: QWidget,
        area: ScrollArea,
        content: QVBoxLayout,
        *below: QWidget,
        scrolls: Callable[[], bool] = lambda: True,
        last: bool = False,
    ) -> None:
        super().__init__(page)
        column, inner = page.layout(), head.layout()
        assert isinstance(column, QVBoxLayout)  # as all pages are laid out
        assert inner is not None
        self._theme, self._page, self._area, self._scrolls = theme, page, area, scrolls
        self._head = head
        homes = [(column, head), *((content, part) for part in below)]
        self._homes = [(home, home.indexOf(part), part) for home, part in homes]
        self._inner, self._side = inner, inner.contentsMargins().right()
        self._is_inside, self._last, self._gap = False, last, 0 if below else column.spacing()
        page.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the page whenever its height changes: its layout has seen the event before."""
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Put the head where it belongs."""
        inside = self._page.height() < self._theme.px(LOW) and self._scrolls()
        if inside == self._is_inside:
            return
        self._is_inside = inside
        for place, (home, index, part) in enumerate(self._homes):
            place_inside = -1 if self._last else place
            box, at = (self._area.box, place_inside) if inside else (home, index)
            box.insertWidget(at, part)
        for title in self._head.findChildren(StopTitle):
            title.setWordWrap(inside)  # where it scrolls it may stand in a narrow column
        # What scrolls has no space between its parts: a head alone brings its own.
        foot = self._gap if inside else 0
        self._inner.setContentsMargins(*margins(0, 0, 0 if inside else self._side, foot))
        self._area.measure_soon()
