"""What becomes of the Wall, told to those who can't see it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _
from ui.accessible.announce import announce
from ui.wall.show import WallShow


class WallAnnouncing(QObject):
    """Tells that the Wall is frozen, blank, darkened or turned. Its page follows the Desk, which
    tells by itself what has changed there.
    """

    def __init__(self, show: WallShow, window: QWidget) -> None:
        super().__init__(show)
        self._show, self._window = show, window
        self._is_on = False
        self._switches, self._page = self._switched(), (show.subject, show.number)
        show.changed.connect(self._tell)

    def tell_place(self, where: str, *, gone: bool) -> None:
        """Tell on which screen it is from now on, or that this one is gone."""
        self._is_on = True
        announce(self._window, where if gone else _("The Wall is on: {where}").format(where=where))

    def tell_end(self) -> None:
        """Tell that it is put away; where nobody chose a screen it has never been there."""
        if self._is_on:
            announce(self._window, _("The Wall is off"))

    def _switched(self) -> tuple[bool, ...]:
        show = self._show
        return show.is_blank, show.frozen_at is not None, show.is_dark, show.is_opened

    def _tell(self) -> None:
        before, self._switches = self._switches, self._switched()
        for was, now, words in zip(before, self._switches, _switch_words(), strict=True):
            if was != now:
                announce(self._window, words[0] if now else words[1])
        self._tell_page()

    def _tell_page(self) -> None:
        """Tell of another page of the same thing: whoever opened another thing knows it."""
        show = self._show
        (subject, number), self._page = self._page, (show.subject, show.number)
        if subject == show.subject and number != show.number:
            words = _("The Wall’s page {n} of {all}").format(n=show.number, all=show.of)
            announce(self._window, words)


def _switch_words() -> tuple[tuple[str, str], ...]:
    """What is told when a switch is turned on, and when it is turned off."""
    return (
        (_("The Wall is blank"), _("The Wall shows its page again")),
        (_("The Wall is frozen"), _("The Wall follows the Desk again")),
        (_("The Wall is for a dark room"), _("The Wall is for a bright room")),
        (_("The Wall shows what is chosen"), _("The Wall shows this stop again")),
    )
