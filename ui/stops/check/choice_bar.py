"""A few answers side by side as one bar, or below one another where they don't fit."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QSizePolicy, QWidget

from cxworkshop.compat import override
from ui.theme.theme import Theme
from ui.widgets.buttons import ChoiceButton
from ui.widgets.radio_buttons import choose_only

T = TypeVar("T", bound=Hashable)
WAY = QBoxLayout.Direction


class ChoiceBar(Generic[T]):
    """One of a few answers. The widget is `bar`; `choose` is called with what was chosen."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Sequence[tuple[T, str]],
        choose: Callable[[T], object],
    ) -> None:
        self.bar = _Bar()
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

    def show_choice(self, value: T | None) -> None:
        """Show what is chosen; None for nothing."""
        choose_only(self._group, self.buttons[value] if value is not None else None)


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.line = QBoxLayout(WAY.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def minimumSizeHint(self) -> QSize:
        """Need the width of the widest answer, for they can stand below one another."""
        hints = [self.line.itemAt(n).sizeHint() for n in range(self.line.count())]  # type: ignore[union-attr]
        wide = max((hint.width() for hint in hints), default=0)
        return QSize(wide, self.line.minimumSize().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        hints = [self.line.itemAt(n).sizeHint().width() for n in range(self.line.count())]  # type: ignore[union-attr]
        fits = sum(hints) <= self.width()
        self.line.setDirection(WAY.LeftToRight if fits else WAY.TopToBottom)
