"""Beside the sheet: what locking still needs, and what we expect to hear on day 30."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.content.values import PlanContent
from cxworkshop.i18n import _, ngettext
from ui.stops.make_better.actions import PlanActions
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.criteria import AnswerMark
from ui.widgets.fields import Field, TextArea
from ui.widgets.labels import Label, Panel, clear, make_button
from ui.widgets.names import NameCompleter
from ui.widgets.wrapped_button import WrappedButton


class LockChecklist(Panel):
    """The list of R9, ticked as it fills, above the button that locks the plan.

    What is missing leads there: `wanted` carries "owner", "giver", "start" or "check", and
    `criteria_wanted` asks for stop 4.
    `locked` when it was locked: the button now unlocks, and a second Enter must not.
    """

    wanted = Signal(str)
    criteria_wanted = Signal()
    locked = Signal()

    def __init__(self, theme: Theme, actions: PlanActions) -> None:
        super().__init__(theme)
        self._actions = actions
        self._head = Label("", theme, "label", "accent")
        self.box.addWidget(self._head)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(6))
        self.box.addLayout(self._list)
        self.button = make_button(_("Lock and start"), lead="lock")
        self._is_locked = False
        self.button.clicked.connect(lambda _on=False: self._turn())
        self.box.addWidget(self.button)
        without = _("You can lock it without, with a reason. The reason is printed.")
        self._without = Label(without, theme, "small", "grey")
        self.box.addWidget(self._without)

    def show_page(self, page: PlanContent, *, ready: bool) -> None:
        clear(self._list)
        keys = ("", "owner", "giver", "start", "check")
        for key, (words, is_there, remark) in zip(keys, _required(page), strict=True):
            what = Label(words, self._theme) if is_there else self._way_to(key, words)
            self._list.addWidget(_line(self._theme, what, remark, is_there=is_there))
        locked = page.pick.locked_on is not None
        day = days.short(page.pick.locked_on)
        text = _("Locked {day}").format(day=day) if locked else _("Before it is locked")
        self._head.setText(text)
        self.button.say(_("Unlock the plan") if locked else _("Lock the plan"))
        self.button.become("primary" if ready and not locked else "plain")
        self._is_locked = locked
        self._without.setVisible(not ready and not locked)

    def _way_to(self, key: str, words: str) -> WrappedButton:
        way = WrappedButton(words)
        way.setFont(self._theme.font("strong"))
        lead = partial(self.wanted.emit, key) if key else self.criteria_wanted.emit
        way.clicked.connect(lambda _on=False: lead())
        return way

    def _turn(self) -> None:
        was = self._is_locked
        self._actions.lock_or_unlock()
        if self._is_locked and not was:
            self.locked.emit()


class ExpectationPanel(Panel):
    """What we expect customers to say, who asks, and whom."""

    def __init__(self, theme: Theme, actions: PlanActions) -> None:
        super().__init__(theme)
        self.box.addWidget(Label(_("On day 30 we expect to hear"), theme, "label", "accent"))
        self.words = TextArea(
            _("What we expect to hear"),
            _("in {a_customer}’s words"),
            lambda text: actions.set_words(expectation=text),
        )
        self.box.addWidget(self.words)
        self._covered = Label("", theme, "small", "grey")
        self.box.addWidget(self._covered)
        self._ask_who_asks_whom(theme, actions)

    def _ask_who_asks_whom(self, theme: Theme, actions: PlanActions) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(10))
        self.who = Field(
            _("Who will ask"),
            _("those who do it"),
            lambda text: actions.set_words(who_asks=text),
            "inline",
        )
        self.whom = Field(
            _("Whom we ask"),
            _("those who said it"),
            lambda text: actions.set_words(whom=text),
            "inline",
        )
        NameCompleter(self.who, actions.names, several=True)
        for place, (text, field) in enumerate(((_("Will ask"), self.who), (_("Whom"), self.whom))):
            grid.addWidget(Label(text, theme, "field", "grey"), place, 0)
            grid.addWidget(field, place, 1)
        grid.setColumnStretch(1, 1)
        self.box.addLayout(grid)

    def show_page(self, page: PlanContent) -> None:
        """Show the expectation while the plan is open; a locked plan hides it until day 30."""
        locked = page.pick.locked_on is not None
        self.words.setVisible(not locked)
        covered = _("Covered until three {customers} have answered.")
        hint = _("Then it is covered until three {customers} have answered.")
        self._covered.setText(covered if locked else hint)
        # Unless somebody changed it, this is who asks, and whom: on a locked plan it is a fact.
        usual = (_("those who do it"), _("those who said it")) if locked else ("", "")
        for field, text in (
            (self.words, page.pick.expectation),
            (self.who, page.pick.who_asks or usual[0]),
            (self.whom, page.pick.whom or usual[1]),
        ):
            field.show_text(text, page.pick.id)
            field.setReadOnly(locked)


def _required(page: PlanContent) -> list[tuple[str, bool, str]]:
    """List what locking needs: the text, whether it is there, and a remark."""
    yes = sum(reason.answer == "yes" for reason in page.reasons)
    leads = _("{name} leads").format(name=page.owner)
    gives = _("{name} gives the licence").format(name=page.licence.giver)
    start = _("Start {day}").format(day=days.short(page.pick.start_on))
    check = _("Ask {customers} {day}").format(day=days.short(page.pick.check_on))
    four = ngettext("{n} of 4 is a yes", "{n} of 4 are a yes", yes).format(n=yes)
    return [
        (_("Four times yes"), yes == len(page.reasons), "" if yes == 4 else four),
        (leads if page.owner else _("Somebody leads"), bool(page.owner), ""),
        (
            gives if page.licence.giver else _("Somebody gives the licence"),
            bool(page.licence.giver),
            "" if page.licence.giver or not page.owner else _("Not {name}").format(name=page.owner),
        ),
        (start if page.pick.start_on else _("A start date"), page.pick.start_on is not None, ""),
        (
            check if page.pick.check_on else _("A day to ask {customers}"),
            page.pick.check_on is not None,
            "",
        ),
    ]


def _line(theme: Theme, what: QWidget, remark: str, *, is_there: bool) -> QWidget:
    widget = QWidget()
    line = QHBoxLayout(widget)
    line.setContentsMargins(0, 0, 0, 0)
    mark = AnswerMark(theme)
    mark.show_answer("yes" if is_there else "missing")
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(what)
    labels = [what] if is_there else []
    if remark:
        labels.append(Label(remark, theme, "small", "grey"))
        column.addWidget(labels[-1])
    for label in labels:  # as far in as the words of a button
        label.setContentsMargins(*margins(theme.px(4), 0, 0, 0))
    line.addLayout(column, 1)
    return widget
