"""Answers to everybody: each wish with its answer, so that nobody is left without one."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.catalogue import StopText
from cxworkshop.compat import override
from cxworkshop.i18n import _, n_, ngettext
from cxworkshop.model import CardId, CustomerId
from cxworkshop.sheets import SHEETS
from cxworkshop.wishes import AnswerKind, EverybodysAnswers
from ui.bridge import Bridge
from ui.printing.selection import Selection
from ui.stops.share.answers_side import SlipPreview, WishActions, WithoutAnswer
from ui.stops.share.inner_page import InnerPage
from ui.stops.share.wish_list import WishList
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyLine
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.footer import Footer
from ui.widgets.labels import Hairline, Label, Panel, make_button, small_button
from ui.widgets.scroll_area import scrolling

SIDE_BY_SIDE = 115  # percent: with larger text the rest stands below the list
SIDE, LEAST = 302, 260  # pixels at 100 %
ANSWERS, SLIPS = "answers", "answer-slips"  # the sheets
KINDS = {
    AnswerKind.DID: n_("Did"),
    AnswerKind.TRIED: n_("Tried"),
    AnswerKind.DOING: n_("Doing"),
    AnswerKind.LIST: n_("On the list"),
    AnswerKind.CANT: n_("Can’t"),
    AnswerKind.HANDED_ON: n_("Handed on"),
}


class AnswersPage(InnerPage):
    """Chips that filter and count, the list, and what can be answered from here."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        self._kind: AnswerKind | None = None
        self._found = EverybodysAnswers(())
        text = StopText(
            key="answers",
            title=_("Answers to everybody"),
            minutes=10,
            say=_("Nobody is left without an answer, even a no."),
            watch=_("A no without saying who can."),
        )
        super().__init__(bridge, theme, text)

    @override
    def build(self) -> None:
        self.add_way_back()
        self.add_export()
        beside = self.theme.percent <= SIDE_BY_SIDE
        way = QBoxLayout.Direction
        both = QBoxLayout(way.LeftToRight if beside else way.TopToBottom)
        both.setSpacing(self.theme.px(16))
        both.addLayout(self._wishes(), 1)
        side = self._beside = self._side()
        if beside:
            side.setFixedWidth(self.theme.px(SIDE))
            self.content.addLayout(both, 1)
        else:
            self.list.setMinimumHeight(self.theme.px(LEAST))
            inside = QWidget()
            both.setContentsMargins(*margins(0, 0, self.theme.px(4), 0))
            inside.setLayout(both)
            area = scrolling(inside)
            area.keep_from_bar(self.theme.px(4))
            self.content.addWidget(area, 1)
            self.let_head_scroll(area)
        both.addWidget(side)

    def _wishes(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(10))
        chips = self._chip_row()
        column.addWidget(chips)
        panel = Panel(self.theme)
        panel.box.setContentsMargins(2, self.theme.px(8), 2, 2)
        panel.box.setSpacing(self.theme.px(4))
        over = QWidget()
        head = QHBoxLayout(over)
        head.setContentsMargins(self.theme.px(14), 0, self.theme.px(14), 0)
        for words, share in ((_("What they wished for"), 50), (_("What we answer"), 44)):
            head.addWidget(Label(words, self.theme, "small", "grey"), share)
        hear = Label(_("want to hear"), self.theme, "small", "grey")
        hear.setWordWrap(False)
        head.addWidget(hear)
        line = Hairline(self.theme)
        panel.box.addWidget(over)
        panel.box.addWidget(line)
        self._of_wishes = (chips, over, line)  # without a wish there is nothing to sort or to head
        self.list = WishList(self.theme)
        self.list.setObjectName("inside")
        self.list.current_row_changed.connect(lambda _row: self._show_wish())
        panel.box.addWidget(self.list, 1)
        self._nothing = EmptyLine(self.theme, way=catalogue.stops()[1].title)
        self._nothing.wanted.connect(lambda: self.stop_wanted.emit(2))
        panel.box.addWidget(self._nothing, 1)
        column.addWidget(panel, 1)
        return column

    def _chip_row(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(self.theme.px(7))
        row.setLayout(flow)
        self._chips: dict[AnswerKind | None, Button] = {}
        group = QButtonGroup(self)
        for kind in (None, *AnswerKind):
            chip = make_button("", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _on=False, kind=kind: self.filter_by(kind))
            group.addButton(chip)
            self._chips[kind] = chip
            flow.addWidget(chip)
        self._chips[None].setChecked(True)
        return row

    def _side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(12))
        self.count = WithoutAnswer(self.theme)
        self.writing = WishActions(self.theme)
        self.writing.over.connect(self.list.setFocus)
        self.writing.back_wanted.connect(self._put_back)
        self.list.edit_wanted.connect(self.writing.begin)
        self.slip = SlipPreview(self.theme)
        column.addWidget(self.count)
        column.addWidget(self._current(), 1)
        self._print_slips = self.print_button("", SLIPS, "primary")
        column.addWidget(self._print_slips)
        self._print_list = small_button(_("Print the answers"), lead="print")
        self._print_list.clicked.connect(lambda _on=False: self._print_answers())
        column.addWidget(self._print_list)
        return side

    def _current(self) -> QWidget:
        """What belongs to the current wish; it scrolls by itself beside the list."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(12))
        for part in (self.writing, self.slip):
            column.addWidget(part)
        column.addStretch(1)
        if self.theme.percent > SIDE_BY_SIDE:  # the whole page scrolls
            return inside
        area = scrolling(inside)
        area.keep_from_bar(self.theme.px(4))
        return area

    @override
    def take_keyboard(self) -> None:
        if self.list.isHidden():
            super().take_keyboard()
        else:
            self.list.setFocus()

    @override
    def read(self) -> None:
        answers = self.workshop.answers
        self._found = answers.to_everybody()
        self._slips = self.workshop.content.answers.slips()
        self.count.show_answers(self._found)
        counts = self._found.counts
        for kind, chip in self._chips.items():
            name = _(KINDS[kind]) if kind else _("All")
            n = counts[kind] if kind else len(self._found.wishes)
            chip.say(_("{kind} {n}").format(kind=name, n=n))
        self._show_list()
        n = len(answers.to_hear())
        self._print_slips.say(ngettext("Print {n} slip", "Print {n} slips", n).format(n=n))
        self._print_slips.setVisible(n > 0 and SLIPS in SHEETS)
        self._print_list.setVisible(ANSWERS in SHEETS)
        for part in (self._beside, *self._of_wishes):
            part.setVisible(bool(self._found.wishes))

    def filter_by(self, kind: AnswerKind | None) -> None:
        """Show only the wishes with this answer, or all."""
        self._kind = kind
        self._chips[kind].setChecked(True)
        self._print_list.say(_("Print these answers") if kind else _("Print the answers"))
        self._show_list()

    @override
    def footer(self) -> Footer:
        all_, n = len(self._found.wishes), len(self.workshop.answers.to_hear())
        text = _("{n} of {all} without an answer") if all_ else _("Nothing to answer yet")
        bold = text.format(n=self._found.unanswered, all=all_)
        hear = ngettext(
            "{n} {customer} wants to hear. The list at the door answers the others.",
            "{n} {customers} want to hear. The list at the door answers the others.",
            n,
        )
        if not n:
            hear = _("The list at the door answers everybody.") if all_ else ""
        number = self.workshop.rounds.current().number + 1
        go = _("Start round {number}").format(number=number)
        return Footer(bold, hear.format(n=n), go)

    def _show_list(self) -> None:
        shown = [w for w in self._found.wishes if self._kind in (None, w.kind)]
        self.list.show_wishes(shown, self._hearing(), self.workshop.today)
        self.list.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self._nothing.say(
            _("No wish has this answer.")
            if self._found.wishes
            else _("Nobody has wished for anything yet. Each wish will have its answer here."),
            with_way=not self._found.wishes,
        )
        self._show_wish()

    def _hearing(self) -> set[CustomerId]:
        return {customer.id for customer in self.workshop.answers.to_hear()}

    def _show_wish(self) -> None:
        wish = self.list.current
        self.writing.show_wish(self.workshop, wish)
        self.slip.show_slip(self._slips, wish)

    def _print_answers(self) -> None:
        """Ask for the list of those answers that are shown."""
        kinds = (self._kind.value,) if self._kind else ()
        self.print_wanted.emit(Selection(8, (ANSWERS,), answers=kinds))

    def _put_back(self, card: str) -> None:
        self.bridge.attempt(lambda: self.workshop.big_list.bring_back([CardId(card)]))
        self.list.setFocus()
