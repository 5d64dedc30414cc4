"""The ten ways as chips: Alt and a digit choose one for what is typed next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from cxworkshop.i18n import _
from cxworkshop.model import Way
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, make_button

GOOD = "something good"  # chosen like a way, but it is none


class WayChips(QWidget):
    """At most one is chosen; a second click lets it go. `turned` is emitted on each change."""

    turned = Signal()

    def __init__(self, ways: Sequence[Way], theme: Theme, page: QWidget) -> None:
        super().__init__()
        flow = FlowLayout(theme.px(6))
        self.setLayout(flow)
        lead = Label(_("Way") + "  Alt+", theme, "small", "grey")
        lead.setWordWrap(False)
        lead.setFixedHeight(theme.px(28))
        flow.addWidget(lead)
        self._chips: dict[str, Button] = {}
        for n, way in enumerate(ways, start=1):
            chip = make_button(f"{n % 10}  {way.name}", "chip")
            chip.setAccessibleName(way.name)
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            QShortcut(QKeySequence(f"Alt+{n % 10}"), page, chip.click)
            chip.clicked.connect(lambda on, key=way.id: self.choose(key if on else None))
            self._chips[way.id] = chip
            flow.addWidget(chip)
        self._good = make_button(_("G  Something good"), "chip")
        self._good.setAccessibleName(_("Something good, no card"))
        self._good.setToolTip(_("Praise is kept for the poster. It makes no card."))
        self._good.setCheckable(True)
        self._good.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QShortcut(QKeySequence("Alt+G"), page, self._good.click)
        self._good.clicked.connect(lambda on: self.choose(GOOD if on else None))
        flow.addWidget(self._good)

    @property
    def is_good(self) -> bool:
        """Whether praise is chosen."""
        return self._good.isChecked()

    @property
    def chosen_chip(self) -> str | None:
        """What `choose` takes: the id of the chosen way, or `GOOD`, or None."""
        return GOOD if self.is_good else self.chosen

    @property
    def chosen(self) -> str | None:
        """The id of the chosen way, or None."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), None)

    def choose(self, way: str | None) -> None:
        """Choose this way, or `GOOD`, or None for no way."""
        for key, chip in self._chips.items():
            chip.setChecked(key == way)
        self._good.setChecked(way == GOOD)
        self.turned.emit()
