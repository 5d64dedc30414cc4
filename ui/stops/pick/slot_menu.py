"""What can be done with a slot as a whole: its menu, which screen readers offer too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from cxworkshop.i18n import _
from ui.accessible.parts import Action, actions_of
from ui.widgets.buttons import Button


def slot_menu(
    parent: QWidget, number: int, take_out: Callable[[], object], smaller: Callable[[], object]
) -> QMenu:
    """Build the menu of what else can be done with the pick of a slot."""
    menu = QMenu(parent)
    for text, do in (
        (_("Take out of slot {n}").format(n=number), take_out),
        (_("Make it smaller …"), smaller),
    ):
        menu.addAction(text).triggered.connect(lambda _on=False, do=do: do())
    return menu


def offers(button: Button, menu: QMenu | None) -> list[Action]:
    """The slot's button while it is there, and its menu."""
    found = actions_of(menu) if menu is not None else []
    if button.isVisible():
        found.insert(0, Action(button.accessibleName(), button.click))
    return found
