"""Beside the sheet: what locking still needs, and what we expect to hear on day 30."""

from __future__ import annotations

from collections.abc import Callable
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
from ui.widgets.labels import Label, Panel, make_button
from ui.widgets.let_go import when_let_go
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
        self._lines = self._add_lines()
        self.button = make_button(_("Lock and start"), lead="lock")
        self._is_locked = False
        self.button.clicked.connect(lambda _on=False: self._turn())
        self.box.addWidget(self.button)
        without = _("You can lock it without, with a reason. The reason is printed.")
        self._without = Label(without, theme, "small", "grey")
        self.box.addWidget(self._without)

    def _add_lines(self) -> list[_RequiredLine]:
        rows = QVBoxLayout()
        rows.setSpacing(self._theme.px(6))
        self.box.addLayout(rows)
        leads: list[Callable[[], object]] = [self.criteria_wanted.emit]
        leads += [partial(self.wanted.emit, key) for key in ("owner", "giver", "start", "check")]
        lines = [_RequiredLine(self._theme, lead) for lead in leads]
        for line in lines:
            rows.addWidget(line)
        return lines

    def show_page(self, page: PlanContent, *, ready: bool) -> None:
        """Show what is missing; a line that is being pressed keeps its place until it is let go."""
        self._page, self._is_ready = page, ready
        self._is_locked = page.pick.locked_on is not None
        when_let_go(self, self._show)

    def _show(self) -> None:
        page, ready = self._page, self._is_ready
        for line, (words, is_there, remark) in zip(self._lines, _required(page), strict=True):
            line.show_state(words, remark, is_there=is_there)
        locked = page.pick.locked_on is not None
        day = days.short(page.pick.locked_on)
        text = _("Locked {day}").format(day=day) if locked else _("Before it is locked")
        self._head.setText(text)
        self.button.say(_("Unlock the plan") if locked else _("Lock the plan"))
        self.button.become("primary" if ready and not locked else "plain")
        self._without.setVisible(not ready and not locked)

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


class _RequiredLine(QWidget):
    """One thing that locking needs; while it is missing, a click leads there.

    It stays while its words change: to press it is to leave a field, which is written then.
    """

    def __init__(self, theme: Theme, lead: Callable[[], object]) -> None:
        super().__init__()
        self._theme = theme
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        self._mark = AnswerMark(theme)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._words = Label("", theme)
        self._way = WrappedButton("")
        self._way.clicked.connect(lambda _on=False: lead())
        self._remark = Label("", theme, "small", "grey")
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self._words, self._way, self._remark):
            column.addWidget(part)
        line.addLayout(column, 1)

    def show_state(self, words: str, remark: str, *, is_there: bool) -> None:
        """Show what is there, or what is missing, with a remark if there is one."""
        self._mark.show_answer("yes" if is_there else "missing")
        self._way.setFont(self._theme.font("strong"))
        self._way.say(words)
        self._words.setText(words)
        self._remark.setText(remark)
        inside = margins(self._theme.px(4), 0, 0, 0)  # as far in as the words of a button
        for label in (self._words, self._remark):
            label.setContentsMargins(*inside)
        self._words.setVisible(is_there)
        self._way.setVisible(not is_there)
        self._remark.setVisible(bool(remark))
