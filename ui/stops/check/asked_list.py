"""Stop 6 as a list: those who said it, and beside each what they say now."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxworkshop import catalogue
from cxworkshop.i18n import _
from cxworkshop.model import Customer, CustomerId, DayCheck
from cxworkshop.stops.check import AskedList, CheckWords, WhoSaidIt
from ui.stops.check.actions import CheckActions
from ui.stops.check.answers import AnswerEntry
from ui.stops.check.aside_list import AsideList
from ui.stops.check.asked_row import AskedRow, RowContent
from ui.stops.check.list_head import ListHead
from ui.stops.check.row_area import RowArea, scroll_to
from ui.stops.check.somebody_else import SomebodyElse
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.drafts import Typed
from ui.widgets.labels import Panel

SOMEBODY = "somebody"  # the place below the list, for who did not say it before


class AskedListPanel(Panel):
    """The list. One entry is moved to the row in hand, and what is typed stays with each row.

    `all_asked` says that nobody is left to ask, for the keyboard to go on; `grown` as in `RowArea`.
    """

    all_asked = Signal()
    grown = Signal()

    def __init__(self, theme: Theme, actions: CheckActions) -> None:
        super().__init__(theme)
        self._actions = actions
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(_("Those who said it"))
        self.box.setContentsMargins(*margins(theme.px(12), theme.px(12), theme.px(10), theme.px(8)))
        self.box.setSpacing(theme.px(6))
        self._hand: str | None = None  # None: nothing was chosen, so the first who is not asked
        self._half: dict[str, Typed] = {}
        self._is_judged = False
        self._rows: dict[str, AskedRow] = {}
        self.entry = AnswerEntry(theme, catalogue.check_question())
        self.entry.stepped.connect(self._step)
        self._head = ListHead(theme)
        self.box.addWidget(self._head)
        self._area = RowArea(theme, _("Those who said it"))
        self._area.grown.connect(self.grown)
        self.box.addWidget(self._area, 1)
        self._others = SomebodyElse(theme)
        self._others.wanted.connect(lambda: self.take(SOMEBODY))
        self.aside = AsideList(theme, actions)

    @property
    def who(self) -> tuple[CustomerId | None, str]:
        """Whose answer is typed: one we know, or None and the kind of a new one."""
        if self._hand in self._rows:
            return CustomerId(self._hand or ""), ""
        return self.entry.who

    def show_asked(self, asked: AskedList, check: DayCheck, to_ask: list[Customer]) -> None:
        """Show everybody who said it, asked or not, and below them who else has answered."""
        self._head.show_counted(asked.counted)
        self._is_judged = check.verdict is not None
        self.entry.show_customers(to_ask)
        keyboard = self.entry.words.hasFocus() or self.entry.marks.isAncestorOf(_focus(self))
        corrected = self._row_in_focus()
        values = [*asked.rows, *_by_customer(asked.others)]
        self._drop({str(one.customer.id) for one in values})
        for place, one in enumerate(values):
            best = next((said.id for said in one.now if said.id == check.best), None)
            said_it = place < len(asked.rows)
            self._show_row(RowContent(one, said_it, self._is_judged, best))
        keys = [str(one.customer.id) for one in values]
        self._rows = {key: self._rows[key] for key in keys}  # one made anew stands in its place
        rows: list[QWidget] = [*self._rows.values()]
        aside = [] if self.aside.is_empty else [self.aside]
        self._area.show_rows([*rows, self._others, *aside])
        self._settle()
        if keyboard:
            self.focus_entry()
        elif corrected in self._rows:
            self._rows[corrected].take_keys()

    def scroll_by_itself(self, *, on: bool) -> None:
        """Let the list scroll, or show all of it where the page scrolls as one."""
        self._head.name_both(on=on)
        self._area.scroll_by_itself(on=on)

    def take(self, key: str, first: str = "") -> None:
        """Take a row in hand; `first` is what was typed at it already."""
        self._stash()
        self._hand = key
        self._fill_entry()
        self._place()
        if first:
            self.entry.words.insert(first)
        self.focus_entry()

    def answered(self, key: str | None) -> None:
        """Forget what was typed at a row whose answer is taken, and go on to the next."""
        self._half.pop(key or "", None)
        if self._hand == key:
            self.entry.clear()
        if self._hand is None:
            self.all_asked.emit()
        else:
            self.focus_entry()

    @property
    def hand(self) -> str | None:
        """The row in hand; None when everybody is asked."""
        return self._hand

    def focus_entry(self) -> None:
        """Give the keyboard to the entry; below the list, first to the customer."""
        if not self.entry.isVisibleTo(self):
            return
        self.entry.words.setFocus(Qt.FocusReason.OtherFocusReason)  # Tab would select the words
        place = self._rows.get(self._hand or "", self._others)
        QTimer.singleShot(0, place, lambda: scroll_to(place))

    def typed(self) -> Typed:
        """Return what is half typed at all rows."""
        here = self.entry.typed()
        others = {key: typed for key, typed in self._half.items() if key != self._hand}
        hand = self._hand if any(here.values()) else ""
        return {**here, "hand": hand or "", "others": json.dumps(others) if others else ""}

    def set_typed(self, typed: Typed) -> None:
        """Put half-typed words back, each at its row."""
        self._half = json.loads(typed.get("others") or "{}")
        self._hand = typed.get("hand") or None
        self.entry.set_typed(typed)
        if self._rows:
            self._settle()

    def _settle(self) -> None:
        """Keep the row in hand; if it is answered by now, go to the next who is not asked."""
        if self._hand != SOMEBODY and self._hand not in self._open_keys():
            self._stash()
            self._hand = self._next_open()
            self._fill_entry()
        self._place()

    def _open_keys(self) -> list[str]:
        return [key for key, row in self._rows.items() if not row.is_asked]

    def _next_open(self) -> str | None:
        """The next row below that is not asked, or else the first; none once it is judged."""
        if self._is_judged:
            return None
        left, all_ = self._open_keys(), list(self._rows)
        if self._hand in all_:
            below = all_[all_.index(self._hand) :]
            return next((key for key in below if key in left), left[0] if left else None)
        return left[0] if left else None if all_ else SOMEBODY

    def _step(self, step: int) -> None:
        """Go to the row above or below that is not asked yet."""
        keys = [*self._open_keys(), SOMEBODY]
        there = keys.index(self._hand) + step if self._hand in keys else -1
        if 0 <= there < len(keys):
            self.take(keys[there])

    def _stash(self) -> None:
        if self._hand is not None:
            typed = self.entry.typed()
            self._half[self._hand] = typed
            if not any(typed.values()):
                del self._half[self._hand]

    def _fill_entry(self) -> None:
        self.entry.set_typed(self._half.pop(self._hand or "", {}))

    def _place(self) -> None:
        """Move the entry to the row in hand."""
        for row in self._rows.values():
            row.give_up_entry()
        self._others.give_up_entry()
        self.entry.setParent(self)
        if self._hand in self._rows:
            self.entry.ask_who(on=False)
            self._rows[self._hand].take_entry(self.entry)
        elif self._hand == SOMEBODY:
            self.entry.ask_who(on=True)
            self._others.take_entry(self.entry)

    def _drop(self, keys: set[str]) -> None:
        for key in self._rows.keys() - keys:
            row = self._rows.pop(key)
            if row.give_up_entry() is not None:
                self.entry.setParent(self)
            row.hide()
            row.deleteLater()

    def _show_row(self, content: RowContent) -> None:
        """Show a customer; a row whose content has changed is made anew."""
        key = str(content.said.customer.id)
        if key in self._rows and self._rows[key].shown == content:
            return
        self._drop(self._rows.keys() - {key})
        row = self._rows[key] = AskedRow(self._theme, self._actions, content)
        row.wanted.connect(lambda first: self.take(key, first))

    def _row_in_focus(self) -> str:
        now = _focus(self)
        return next((key for key, row in self._rows.items() if row.isAncestorOf(now)), "")


def _by_customer(others: Sequence[CheckWords]) -> list[WhoSaidIt]:
    """Answers of customers who did not say it before, as rows of the list."""
    found: dict[CustomerId, list[CheckWords]] = {}
    for said in others:
        found.setdefault(said.customer.id, []).append(said)
    return [
        WhoSaidIt(customer=rows[0].customer, who=rows[0].who, before=(), now=tuple(rows))
        for rows in found.values()
    ]


def _focus(widget: QWidget) -> QWidget:
    return widget.window().focusWidget() or widget
