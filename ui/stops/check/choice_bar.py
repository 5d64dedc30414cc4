"""A few answers side by side as one bar, or below one another where they don't fit."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QButtonGroup, QSizePolicy

from ui.theme.theme import Theme
from ui.widgets.buttons import ChoiceButton, Joined
from ui.widgets.flow_layout import SideBySide
from ui.widgets.radio_buttons import choose_only

T = TypeVar("T", bound=Hashable)


class ChoiceBar(Generic[T]):
    """One of a few answers. The widget is `bar`; `choose` is called with what was chosen."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[tuple[T, str]],
        choose: Callable[[T], object],
    ) -> None:
        self.bar = SideBySide(0)
        self.bar.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.bar.setAccessibleName(name)
        self._group = QButtonGroup(self.bar)
        self.buttons: dict[T, ChoiceButton] = {}
        for n, (value, words) in enumerate(choices):
            place = "first" if n == 0 else "last" if n == len(choices) - 1 else "middle"
            button = self.buttons[value] = ChoiceButton(words, place)
            button.setFont(theme.font("small"))
            button.clicked.connect(lambda _on=False, v=value: choose(v))
            self._group.addButton(button)
            self.bar.line.addWidget(button)
        self.bar.turned.connect(self._join)

    def show_choice(self, value: T | None) -> None:
        """Show what is chosen; None for nothing."""
        choose_only(self._group, self.buttons[value] if value is not None else None)

    def _join(self) -> None:
        """Round the ends of the bar, which are above and below where its parts are stacked."""
        last = len(self.buttons) - 1
        for n, button in enumerate(self.buttons.values()):
            ends = (n > 0, n < last)
            button.join(Joined(*ends) if self.bar.is_wide else Joined(above=ends[0], below=ends[1]))
