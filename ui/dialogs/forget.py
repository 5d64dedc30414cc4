"""Forget a customer at their request: choose, read what will be erased, confirm."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from cxworkshop.i18n import _, ngettext, with_colon, with_commas
from cxworkshop.model import Customer, CustomerId, Verbatim
from cxworkshop.queries.erasure_summary import ErasureSummary
from cxworkshop.queries.remaining_mentions import Mention
from cxworkshop.textual import fold
from ui.accessible.parts import Action
from ui.accessible.rows import make_rows_accessible
from ui.bridge import Bridge
from ui.dialogs.step_dialog import StepDialog, TickLine
from ui.theme.theme import Theme
from ui.widgets.gestures import swipes
from ui.widgets.row_model import Says
from ui.widgets.row_view import RowView

SHOWN = 240  # characters of a text that mentions them
CustomerRow = tuple[Customer, int]  # and how many things they said


class ForgetDialog(StepDialog):
    """Three steps. Enter alone never confirms; Esc changes nothing."""

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(_("Forget {a_customer}"), theme, parent)
        self._privacy = bridge.workshop.privacy
        self._bridge = bridge
        self._ticks: list[tuple[TickLine, Mention]] = []

    def choose(self) -> None:
        """Step 1: choose the customer."""
        about = _(
            "Anyone who asks can be taken out of this workshop for good: their name, their words "
            "and their answers. First you see what that means."
        )
        self._find, self._list = QLineEdit(), self._list_of_customers()
        self._find.setPlaceholderText(_("Find a number or a name"))
        self._find.setAccessibleName(_("Find a number or a name"))
        self._find.textChanged.connect(self._filter)
        self._find.returnPressed.connect(self._choose_first)
        go = self.way(_("See what will be erased"), self._chosen, "primary")
        go.setEnabled(False)
        self._list.current_row_changed.connect(lambda row: go.setEnabled(row >= 0))
        rows: list[QWidget] = [self.words(about, "body", "grey"), self._find, self._list]
        ways = [self.way(_("Cancel"), self.reject), go]
        self.show_step(_("Forget {a_customer}"), rows, ways, grows=self._list)
        self._find.setFocus()

    def _list_of_customers(self) -> RowView[CustomerRow]:
        size, role = QSize(0, self.theme.px(38)), Qt.ItemDataRole
        says: Says[CustomerRow] = {
            role.DisplayRole: _one_line,
            role.SizeHintRole: lambda _row: size,
        }
        customers = RowView[CustomerRow](says)
        customers.setAccessibleName(_("{Customers}"))
        swipes(customers)
        customers.setMinimumHeight(self.theme.px(240))
        customers.show_values(self._privacy.customers())
        customers.activated.connect(lambda _index: self._chosen())
        see = Action(_("See what will be erased"), self._chosen, _("Enter"))
        make_rows_accessible(customers, lambda _at: [see])
        return customers

    def look_at(self, customer: CustomerId) -> None:
        """Step 2: show what will be erased, and where the name may still appear."""
        erased = self._privacy.erasure_summary(customer)
        number = erased.customer.number
        self._understood = TickLine(_("I understand that this can’t be undone"), self.theme)
        forget = self.way(
            _("Forget {customer} {number}").format(number=number), lambda: self._forget(customer)
        )
        forget.setEnabled(False)
        self._understood.tick.toggled.connect(forget.setEnabled)
        cancel = self.way(_("Cancel"), self.reject, "primary")
        back = self.way(_("Back"), self.choose, "quiet")
        title = _("What will be erased with {who}").format(who=_named(erased.customer))
        rows = [
            *self._erased_part(erased),
            *self._mentions(customer),
            *self._out_of_reach(),
            self._understood,
        ]
        self.show_step(title, rows, [back, forget, cancel])
        cancel.setFocus()

    def _erased_part(self, erased: ErasureSummary) -> list[QWidget]:
        rows: list[QWidget] = [self.head(_("This will be gone for good"))]
        rows += self.lines(erased.lines())
        for number in erased.same_person:
            text = _("{Customer} {number} may be the same person: look there as well.")
            rows.append(self.words(text.format(number=number), "strong", "amber"))
        return rows

    def _mentions(self, customer: CustomerId) -> list[QWidget]:
        """Where the name, or parts of what they said, would still appear: a person decides."""
        found = self._privacy.remaining_mentions(customer)
        self._ticks = [(self._tick_line(mention), mention) for mention in found]
        if not found:
            return []
        head = self.head(_("Their name or words may still appear here"))
        about = _("Tick where to cover them with “…”. The rest stays as it is.")
        return [head, self.words(about, "small", "grey"), *(tick for tick, _mention in self._ticks)]

    def _tick_line(self, mention: Mention) -> TickLine:
        words = _shortened(mention.words)
        tick = TickLine(
            mention.label, self.theme, name=with_colon(mention.label, words), on=mention.sure
        )
        if isinstance(mention.texts[0].row, Verbatim):
            return tick.quote(words)
        return tick.explain(words)

    def _out_of_reach(self) -> list[QWidget]:
        """What no program can erase; shown before and after."""
        head = self.head(_("What this can’t reach"))
        text = _(
            "Sheets on paper, files that were exported, and copies that were sent, put on a stick "
            "or kept in a cloud. Please see to those yourself."
        )
        return [head, self.words(text)]

    def _chosen(self) -> None:
        if self._list.current is not None and not self._list.isRowHidden(self._list.current_row):
            self.look_at(self._list.current[0].id)

    def _choose_first(self) -> None:
        """Enter goes on to the first customer who fits."""
        rows = range(len(self._list.values))
        first = next((row for row in rows if not self._list.isRowHidden(row)), None)
        if first is not None:
            self._list.choose(first)
            self._list.setFocus()

    def _filter(self, text: str) -> None:
        wanted = fold(text).split()
        for row, customer in enumerate(self._list.values):
            words = fold(_one_line(customer))
            self._list.setRowHidden(row, not all(word in words for word in wanted))

    def _forget(self, customer: CustomerId) -> None:
        cover = [mention for tick, mention in self._ticks if tick.is_on]
        erased = self._bridge.do(lambda: self._privacy.forget(customer, cover))
        if erased is not None:
            self._show_done(erased, len(cover))

    def _show_done(self, erased: ErasureSummary, covered: int) -> None:
        """Step 3: show what was done."""
        title = _("{Customer} {number} is forgotten").format(number=erased.customer.number)
        rows = [self.head(_("Erased")), *self.lines(erased.lines())]
        if covered:
            text = ngettext("Covered in {n} place", "Covered in {n} places", covered)
            rows += self.lines([text.format(n=covered)])
        close = self.way(_("Close"), self.accept, "primary")
        self.show_step(title, [*rows, *self._out_of_reach()], [close])
        close.setFocus()


def _named(customer: Customer) -> str:
    parts = [customer.name, customer.kind]
    who = with_commas(part for part in parts if part)
    named = _("{customer} {number} ({who})") if who else _("{customer} {number}")
    return named.format(number=customer.number, who=who)


def _one_line(row: CustomerRow) -> str:
    customer, said = row
    parts = [str(customer.number), customer.name, customer.kind]
    things = ngettext("{n} thing said", "{n} things said", said).format(n=said)
    return "   ".join([*(part for part in parts if part), things])


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


def open_forget(
    bridge: Bridge, theme: Theme, parent: QWidget, customer: CustomerId | None = None
) -> ForgetDialog:
    """Open it at the list of customers, or at what will be erased with this one."""
    dialog = ForgetDialog(bridge, theme, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if customer is None:
        dialog.choose()
    else:
        dialog.look_at(customer)
    dialog.open()
    return dialog
