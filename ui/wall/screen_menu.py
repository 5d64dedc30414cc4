"""The screens that the Wall can go to, as a menu of its bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from cxworkshop.i18n import _
from ui.wall.screens import ScreenInfo, Screens, numbered


def open_screen_menu(
    below: QWidget,
    screens: Screens,
    now: ScreenInfo | None,
    take: Callable[[ScreenInfo | None], object],
    ask: Callable[[], object],
) -> None:
    """Offer each screen by its number, a window, and `ask`, which shows the numbers on them.

    `now` is where the Wall is, None for a window; that row is checked.
    """
    menu = QMenu(below)
    rows: list[tuple[str, ScreenInfo | None]] = [
        (f"{number}  {one.title}, {one.resolution}", one)
        for number, one in numbered(screens.all).items()
    ]
    for words, screen in [*rows, (_("In a window"), None)]:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(screen == now)
        action.triggered.connect(lambda _on=False, wanted=screen: take(wanted))
    menu.addSeparator()
    by_number = menu.addAction(_("Choose by the numbers on them …"))
    by_number.triggered.connect(lambda _on=False: ask())
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(below.mapToGlobal(QPoint(0, below.height())))
