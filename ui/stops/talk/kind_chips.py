"""The kinds of customers that we serve, a click each, with another chip after them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import make_button


class KindChips(QWidget):
    """`chosen` carries the kind that was clicked, or "" where it was let go of."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, last: Button) -> None:
        super().__init__()
        self._last = last
        self._chips: dict[str, Button] = {}
        self._flow = FlowLayout(theme.px(6))
        self.setLayout(self._flow)
        self._flow.addWidget(last)

    def offer(self, kinds: Sequence[str]) -> None:
        """Show a chip for each of these kinds."""
        if list(kinds) == list(self._chips):
            return
        self._flow.keep(self._last)
        self._flow.removeWidget(self._last)  # it comes after the kinds
        self._chips = {kind: self._chip(kind) for kind in kinds}
        for chip in (*self._chips.values(), self._last):
            self._flow.addWidget(chip)

    def show_chosen(self, kind: str) -> None:
        """Mark the chip of this kind, and no other."""
        for name, chip in self._chips.items():
            chip.setChecked(name.casefold() == kind.casefold())

    def _chip(self, kind: str) -> Button:
        chip = make_button(kind, "chip")
        chip.setAccessibleName(_("Kind: {kind}").format(kind=kind))
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.clicked.connect(lambda on: self.chosen.emit(kind if on else ""))
        return chip
