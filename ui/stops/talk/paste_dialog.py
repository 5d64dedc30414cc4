"""Asks whether pasted lines are a card each or one, and whether one customer said them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import CardId
from cxworkshop.queries.subjects import Subject
from ui.dialogs.step_dialog import TickLine
from ui.stops.talk.actions import PastedAnswers
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, QuoteLabel, make_button
from ui.widgets.lists import RowList
from ui.widgets.radio_buttons import RadioButton

MOST_SHOWN = 200  # lines of the preview; the question counts them all
MOST_OF_A_LINE = 600  # characters of each; laying out a book would take seconds


@dataclass(frozen=True)
class Raised:
    """A card that left the list and is raised again, and why it had left."""

    card: CardId
    subject: Subject
    why: str


class PasteDialog(QDialog):
    """A preview of the lines; `many` asks for a card each, `one` for all of them in the box.
    `as_table` asks for the import page.

    `one_customer` is what is likely: the answer is chosen before anybody has chosen. `kind` is
    noted of each new customer, and said.
    A line that raises again what left the list says so; ticked, it goes to that card, which
    comes back. Alt+Enter ticks all of these and takes the lines.
    """

    many = Signal()
    one = Signal()
    as_table = Signal()

    def __init__(
        self,
        lines: Sequence[str],
        theme: Theme,
        parent: QWidget,
        raised: Mapping[str, Raised] | None = None,
        *,
        one_customer: bool = True,
        kind: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme, self._lines, self._raised, self._kind = theme, lines, raised or {}, kind
        self._ticks: dict[int, QCheckBox] = {}  # by the number of the line
        self.setWindowTitle(_("Many lines"))
        fit_dialog(self, theme, 620, 520)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        self._ask(box)
        box.addLayout(self._customers(one=one_customer))
        box.addWidget(self._preview(lines), 1)
        if self._ticks:
            box.addWidget(self._all_back(), 0, Qt.AlignmentFlag.AlignLeft)
        box.addLayout(self._buttons())
        self._many.setDefault(True)
        self._many.setFocus()
        self._count()

    def _ask(self, box: QVBoxLayout) -> None:
        n = len(self._lines)
        ask = ngettext("{n} line: {n} card, or one?", "{n} lines: {n} cards, or one?", n)
        box.addWidget(Label(ask.format(n=n), self._theme, "h2"))
        about = _("Bullets and numbers are taken off. It is one step, so Ctrl+Z takes all back.")
        box.addWidget(Label(about, self._theme, "body", "grey"))

    def _buttons(self) -> QHBoxLayout:
        foot = self._foot = QHBoxLayout()
        leave = make_button(_("Cancel"), "quiet")
        one = make_button(_("One card"))
        self._many = make_button("", "primary")
        leave.clicked.connect(lambda _on=False: self.reject())
        one.clicked.connect(self.one)
        self._many.clicked.connect(self.many)
        foot.addWidget(leave)
        foot.addStretch(1)
        for button in (one, self._many):
            button.clicked.connect(lambda _on=False: self.accept())
            foot.addWidget(button)
        return foot

    def offer_table(self) -> None:
        """Offer to look at what was copied from a spreadsheet, column by column."""
        table = make_button(_("Import as a table"))
        table.clicked.connect(lambda _on=False: self.accept())
        table.clicked.connect(self.as_table)
        self._foot.insertWidget(2, table)

    def answers(self) -> PastedAnswers:
        """What was chosen."""
        return PastedAnswers(tuple(self._lines), self._taken_back(), self._each.isChecked())

    def _taken_back(self) -> tuple[CardId | None, ...]:
        """For each line the card that it goes to; None for a new one."""
        ticked = {n for n, tick in self._ticks.items() if tick.isChecked()}
        return tuple(
            self._raised[line].card if n in ticked else None for n, line in enumerate(self._lines)
        )

    def _customers(self, *, one: bool) -> QVBoxLayout:
        """Ask how many customers the cards are from; one card is from one."""
        n, box, group = len(self._lines), QVBoxLayout(), QButtonGroup(self)
        box.setSpacing(self._theme.px(2))
        ask = ngettext(
            "A card each: from {n} {customer}, or from one?",
            "A card each: from {n} {customers}, or from one?",
            n,
        ).format(n=n)
        box.addWidget(Label(ask, self._theme, "label", "accent"))
        each = ngettext(
            "From {n} {customer}, one line each", "From {n} {customers}, one line each", n
        )
        kind = _("Kind: {kind}").format(kind=self._kind) if self._kind else ""
        self._each = RadioButton(with_commas(filter(None, (each.format(n=n), kind))))
        self._one = RadioButton(_("All from one {customer}"))
        row, flow = QWidget(), FlowLayout(self._theme.px(8))
        row.setLayout(flow)
        for choice in (self._each, self._one):
            group.addButton(choice)
            flow.addWidget(choice)
        box.addWidget(row)
        likely = self._one if one else self._each
        likely.setChecked(True)
        self._each.toggled.connect(lambda _on: self._count())
        return box

    def _all_back(self) -> Button:
        n = len(self._ticks)
        words = ngettext("Take back {n} that left the list", "Take back {n} that left the list", n)
        button = make_button(words.format(n=n))
        button.show_key(_("Alt+Enter"))
        button.clicked.connect(lambda _on=False: self._take_all_back())
        for keys in ("Alt+Return", "Alt+Enter"):  # a focused button would take them for its own
            QShortcut(QKeySequence(keys), self).activated.connect(self._take_all_back)
        return button

    def _take_all_back(self) -> None:
        for tick in self._ticks.values():
            tick.setChecked(True)
        self._many.click()

    def _count(self) -> None:
        """Say how many cards the lines go to, and from how many customers they are."""
        to = self._taken_back()
        n = to.count(None) + len({card for card in to if card is not None})
        cards = ngettext("{n} card", "{n} cards", n).format(n=n)
        who = len(to) if self._each.isChecked() else 1
        whose = ngettext("{cards} from {n} {customer}", "{cards} from {n} {customers}", who)
        self._many.say(whose.format(cards=cards, n=who))

    def _preview(self, lines: Sequence[str]) -> RowList:
        shown = RowList(self._theme, _("What was pasted"))
        rows = [self._row(n, line) for n, line in enumerate(lines[:MOST_SHOWN])]
        if len(lines) > MOST_SHOWN:
            rest = len(lines) - MOST_SHOWN
            more = ngettext("and {n} more", "and {n} more", rest).format(n=rest)
            rows.append(Label(more, self._theme, "body", "grey"))
        shown.set_gap(self._theme.px(8))
        shown.show_rows(rows)
        return shown

    def _row(self, number: int, line: str) -> QWidget:
        """The words, and below them the card that they raise again."""
        is_whole = len(line) <= MOST_OF_A_LINE
        quote = QuoteLabel(line if is_whole else f"{line[:MOST_OF_A_LINE]} …", self._theme)
        raised = self._raised.get(line)
        if raised is None:
            return quote
        row = QWidget()
        box = QVBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(quote)
        code, words, why = raised.subject.code, raised.subject.headline, raised.why
        name = _("The same as card {code}, {words}").format(code=code, words=words)
        same = _("The same as card {code}: {why}").format(code=code, why=why)
        tick = TickLine(same, self._theme, name=f"{name}, {why}", role="label", colour="accent")
        tick.tick.toggled.connect(lambda _on: self._count())
        self._ticks[number] = tick.tick
        box.addWidget(tick)
        return row
