"""The tools above the list: search, its two views, the drawer, new groups, typed piles."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext
from cxworkshop.queries.pile_lines import Piles
from ui.stops.big_list.gather.filters import FilterChips
from ui.stops.big_list.pile_line import PileLineEntry
from ui.theme.icons import icon
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, ChoiceButton
from ui.widgets.flow_layout import FlowLayout, SideBySide
from ui.widgets.labels import make_button
from ui.widgets.short_line import hint_width


class ListTools(QWidget):
    """One row of tools; the line for typed piles stands below it while it is open."""

    typed = Signal(str)
    entered = Signal()
    asked = Signal()
    view_wanted = Signal(int)
    drawer_wanted = Signal()
    group_wanted = Signal()
    pair_wanted = Signal()
    pile_wanted = Signal()
    photos_wanted = Signal()
    sort_wanted = Signal()
    head_wanted = Signal()
    export_wanted = Signal()

    def __init__(
        self, theme: Theme, group_pile: Callable[[str], object], preview: Callable[[str], Piles]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._is_searching = self._is_asked = self._is_low = False
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins(0, theme.px(8), theme.px(28), 0))
        column.setSpacing(theme.px(8))
        self.chips = FilterChips(theme)
        self.chips.hide()
        self._all = QWidget()
        self._all.setLayout(self._buttons())
        halves = self._halves = SideBySide(theme.px(8))
        self._first = self._first_half()
        halves.line.addLayout(self._first, 1)
        halves.line.addWidget(self.chips)
        halves.line.addWidget(self._all)
        column.addWidget(halves)
        self.pile = PileLineEntry(theme, group_pile, preview)
        column.addWidget(self.pile)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # or there would be no widgets
        app.focusChanged.connect(self._follow_focus)

    def _first_half(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        self._find, self._more = self._field(), self._more_button()
        line.addWidget(self._find, 1)
        line.addWidget(self._segment())
        line.addStretch(1)
        line.addWidget(self._more)
        return line

    def _buttons(self) -> FlowLayout:
        line = self._line = FlowLayout(self._theme.px(8))
        self._drawer = make_button("", "quiet")
        self._drawer.clicked.connect(self.drawer_wanted)
        self._pairs = make_button("", "quiet")
        self._pairs.clicked.connect(self.pair_wanted)
        self._pairs.hide()
        sort = self._sort = make_button(_("Sort one by one"), lead="arrow")
        sort.clicked.connect(lambda _on=False: self.sort_wanted.emit())
        paper = self._paper = make_button(_("Paper line"), lead="paper")
        paper.clicked.connect(lambda _on=False: self.pile_wanted.emit())
        photos = make_button(_("From photos …"), lead="import")
        photos.clicked.connect(lambda _on=False: self.photos_wanted.emit())
        new = make_button(_("New group"), lead="plus")
        new.clicked.connect(self.group_wanted)
        self._icons = {sort: "arrow", paper: "paper", photos: "import", new: "plus"}
        for tool in (self._pairs, self._drawer, sort, paper, photos, new):
            line.addWidget(tool)
        return line

    def fit(self, *, low: bool) -> None:
        """Fold the buttons into a menu where the page is low, as with large text."""
        self._is_low = low
        self._more.setVisible(low)
        self._fit_focus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_keys()

    def _fit_keys(self) -> None:
        """Show the keys of the tools, and their icons, while all stay on one line."""
        for has_keys, has_icons in ((True, True), (False, True), (False, False)):
            self._sort.show_key("F8" if has_keys else "")
            self._paper.show_key("Ctrl+G" if has_keys else "")
            for tool, lead in self._icons.items():
                tool.say(tool.words, lead=lead if has_icons else "")
            least = self._theme.px(190 if has_icons else 170)
            self._find.setMinimumWidth(hint_width(self._find, least))
            self._line.invalidate()
            wide = self._first.sizeHint().width() + self._line.sizeHint().width()
            if wide + self._halves.line.spacing() <= self._halves.width():
                return

    def _more_button(self) -> Button:
        more = make_button("", lead="more")
        more.setAccessibleName(_("More tools"))
        more.clicked.connect(lambda _on=False: self._show_menu(more))
        more.hide()
        return more

    def _show_menu(self, below: QWidget) -> None:
        menu = QMenu(self)
        for button in self._all.findChildren(QAbstractButton):
            if not button.isHidden():
                menu.addAction(button.text()).triggered.connect(
                    lambda _on=False, b=button: b.click()
                )
        menu.addAction(_("Export …")).triggered.connect(self.export_wanted)
        menu.addAction(_("Title, and what to say")).triggered.connect(self.head_wanted)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    @property
    def words(self) -> str:
        """What is searched for."""
        return self._find.text().strip()

    def show_search(self, *, on: bool) -> None:
        """Show the filters while something is looked for, or about to be; else the other tools."""
        self._is_searching = on
        self._fit_focus()

    def end_search(self) -> None:
        """Empty the field."""
        self._find.clear()
        self._is_asked = False
        self._fit_focus()

    def _fit_focus(self) -> None:
        filters = self._is_searching or self._is_asked
        self.chips.setVisible(filters)
        self._all.setVisible(not filters and not self._is_low)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Offer the filters while the search field, or one of them, has the keyboard."""
        if now is not None:  # else another window has it for a while
            was_asked = self._is_asked
            self._is_asked = now is self._find or self.chips.isAncestorOf(now)
            self._fit_focus()
            if self._is_asked and not was_asked:
                self.asked.emit()

    def show_drawer(self, cards: int) -> None:
        """Show how many cards are set aside; nothing for none."""
        text = ngettext("{n} set aside", "{n} set aside", cards)
        self._drawer.say(text.format(n=cards))
        self._drawer.setVisible(cards > 0)
        self._fit_keys()

    def show_pairs(self, pairs: int) -> None:
        """Show how many pairs of cards look the same; a click shows one. Nothing for none."""
        text = ngettext("{n} pair looks the same", "{n} pairs look the same", pairs)
        self._pairs.say(text.format(n=pairs))
        self._pairs.setVisible(pairs > 0)
        self._fit_keys()

    def show_view(self, number: int) -> None:
        """Show which of the two views is in front."""
        (self._tree if number else self._columns).setChecked(True)

    def look_for(self, start: str) -> None:
        """Put this into the search field, with the keyboard after it."""
        self._find.setFocus()
        self._find.setText(start)

    def _field(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(_("Words, or a number"))
        field.setAccessibleName(_("Find words, or type a number"))
        field.setMinimumWidth(self._theme.px(190))
        field.setMaximumWidth(self._theme.px(250))
        field.setClearButtonEnabled(True)
        clear = field.findChildren(QToolButton)[0]
        field.addAction(icon("find"), QLineEdit.ActionPosition.LeadingPosition)
        for button in field.findChildren(QToolButton):
            button.setAccessibleName(_("Clear the search") if button is clear else _("Find"))
        field.textChanged.connect(self.typed)
        field.returnPressed.connect(self.entered)
        return field

    def _segment(self) -> QWidget:
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._columns = ChoiceButton(_("Columns"), "first")
        self._tree = ChoiceButton(_("Tree"), "last")
        self._tree.show_key("F2")
        for choice, number in ((self._columns, 0), (self._tree, 1)):
            choice.setFont(self._theme.font("field"))
            choice.setFixedHeight(self._theme.px(34))
            choice.clicked.connect(lambda _on=False, n=number: self.view_wanted.emit(n))
            line.addWidget(choice)
        self._columns.setChecked(True)
        return both
