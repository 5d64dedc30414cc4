"""Chips that filter the list by kind of customer, way, step and round."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, n_, with_commas
from cxworkshop.queries.gathering import Choice, Filter, Wanted
from ui.theme.mirror import reckoned
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label

NAMES = {
    Filter.KIND: n_("Kind"),
    Filter.WAY: n_("Way"),
    Filter.STEP: n_("Step"),
    Filter.ROUND: n_("Round"),
}
NONE = {
    Filter.KIND: n_("kind not known"),
    Filter.WAY: n_("no way yet"),
    Filter.STEP: n_("at no step"),
    Filter.ROUND: "",
}
Choices = Callable[[Wanted, Filter], list[Choice]]


def choice_words(filter_: Filter, choice: Choice) -> str:
    """A value of a filter in words; where cards have none, that."""
    if filter_ is Filter.ROUND:
        return _("Round {n}").format(n=choice.words)
    return choice.words or _(NONE[filter_])


class FilterChip(Button):
    """Shows its values while it filters; `cleared` when they are to go, by the cross or Delete."""

    cleared = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, "filter", trail="down")
        self._name = name
        self._is_active = False

    def show_values(self, words: str) -> None:
        """Show what it lets pass; "" for everything."""
        self._is_active = bool(words)
        self._trail = "x" if words else "down"
        self.say(words or self._name)
        self.setAccessibleName(f"{self._name}: {words}" if words else self._name)
        self.setProperty("active", self._is_active)
        self.style().unpolish(self)
        self.style().polish(self)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = reckoned(event.position().toPoint(), self.width()).x()
        at_cross = x > self.width() - self.height()
        if self._is_active and at_cross:
            self.cleared.emit()
        else:
            super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.click()
        else:
            super().keyPressEvent(event)


class FilterChips(QWidget):
    """`changed` carries what is wanted from now on."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._wanted = Wanted()
        self.choices: Choices = lambda _wanted, _filter: []
        line = FlowLayout(theme.px(8))
        self.setLayout(line)
        only = Label(_("Only"), theme, "field", "grey")
        only.setWordWrap(False)
        line.addWidget(only)
        self._chips = {filter_: FilterChip(_(name)) for filter_, name in NAMES.items()}
        for filter_, chip in self._chips.items():
            chip.clicked.connect(lambda _on=False, one=filter_: self._open(one))
            chip.cleared.connect(partial(self._set, filter_, frozenset()))
            line.addWidget(chip)

    @property
    def has_keyboard(self) -> bool:
        """Whether one of them has the focus."""
        return any(chip.hasFocus() for chip in self._chips.values())

    def show_wanted(self, wanted: Wanted) -> None:
        """Show what is looked for."""
        before, self._wanted = self._wanted, wanted
        if before.only == wanted.only:
            return
        for filter_, chip in self._chips.items():
            chip.show_values(with_commas(self.words_of(filter_)))

    def words_of(self, filter_: Filter) -> list[str]:
        """What a filter lets pass, in words."""
        values = self._wanted.values(filter_)
        if not values:
            return []
        choices = self.choices(self._wanted, filter_)
        return [choice_words(filter_, one) for one in choices if one.value in values]

    def _open(self, filter_: Filter) -> None:
        menu = QMenu(self)
        chosen = self._wanted.values(filter_)
        for choice in self.choices(self._wanted, filter_):
            words = f"{choice_words(filter_, choice)}  {choice.cards}"
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(choice.value in chosen)
            others = chosen ^ {choice.value}
            action.triggered.connect(lambda _on=False, v=others: self._set(filter_, v))
        if menu.isEmpty():
            menu.addAction(_("None of these cards has one")).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        chip = self._chips[filter_]
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def _set(self, filter_: Filter, values: frozenset[str]) -> None:
        self.changed.emit(self._wanted.with_only(filter_, values))
