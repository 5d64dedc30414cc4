"""What is concluded from a check: our expectation, the verdict, what we learned, whom to tell."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.i18n import _, in_quotes
from cxworkshop.model import DayCheck, Expected, NextStep, Verdict
from ui.stops.check.actions import CheckActions
from ui.stops.check.choice_bar import ChoiceBar
from ui.theme.theme import Theme
from ui.widgets.fields import TextArea
from ui.widgets.labels import Hairline, Label, Panel, make_button, small_button


class VerdictPanel(Panel):
    """Expectation, verdict and what follows. `tell_wanted`: those who wait are to be told now.

    `chosen` says that something was chosen, also if that was refused and is to be shown again.
    """

    chosen = Signal()
    tell_wanted = Signal()

    def __init__(self, theme: Theme, actions: CheckActions) -> None:
        super().__init__(theme)
        self._actions = actions
        self.box.setSpacing(theme.px(6))
        self.setAccessibleName(_("What do we say?"))
        self._add_expectation()
        self.box.addWidget(Hairline(theme))
        self._add_verdict()
        self._add_learned()
        self._add_telling()

    def show_expected(self, words: str | None, check: DayCheck) -> None:
        """Show the expectation, or that it is covered; then whether we were right."""
        covered = words is None
        text = words or _("Nothing was written down.")
        self._expected.setText("" if covered else in_quotes(words) if words else text)
        self._expected.setVisible(not covered)
        now, then = _("Covered until three have answered."), _("Covered until three had answered.")
        self._covered.setText(now if covered else then)
        self._covered.setVisible(not check.all_in)
        self._all_in.setVisible(covered)
        self._right.show_choice(check.expected)
        self._were_right.setVisible(bool(words))

    def show_verdict(self, check: DayCheck) -> None:
        """Show the verdict and, if customers don't notice, what we learned and the next step."""
        self._verdict.show_choice(check.verdict)
        self._after.show_choice(check.after)
        self._none.setVisible(check.verdict is Verdict.NONE)
        self._learned.show_text(check.learned, check.pick)
        wants = check.verdict is Verdict.NONE and not check.learned
        self._needed.setVisible(wants)
        follows = {
            NextStep.AGAIN: _("It goes on in the next round, with a plan of its own."),
            NextStep.BACK: _("It is on the list again. Its slot stays spent this round."),
        }
        self._follows.setText(follows[check.after] if check.after else "")
        self._follows.setVisible(check.after is not None)

    def show_telling(self, words: str) -> None:
        """Show who is to be told; "" while there is nobody."""
        self._telling.setVisible(bool(words))
        self._whom.setText(words)

    def take_keys(self) -> None:
        """Give the keyboard to the verdict, or at "they don't" to what we learned."""
        if self._needed.isVisibleTo(self):
            self._learned.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            buttons = self._verdict.buttons
            on = next((one for one in buttons.values() if one.isChecked()), None)
            first = on or buttons[Verdict.NOTICE]
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _add_expectation(self) -> None:
        theme, box = self._theme, self.box
        self._expected = Label("", theme, "body")
        self._covered = Label("", theme, "caption", "grey")
        self._all_in = small_button(_("These are all we have"))
        self._all_in.clicked.connect(lambda _on=False: self._actions.mark_all_in())
        box.addWidget(Label(_("We expected to hear"), theme, "label", "accent"))
        box.addWidget(self._expected)
        box.addWidget(self._covered)
        box.addWidget(self._all_in, 0, Qt.AlignmentFlag.AlignLeft)
        choices = ((Expected.RIGHT, _("Right")), (Expected.PARTLY, _("Partly")),
                   (Expected.WRONG, _("Wrong")))  # fmt: skip
        self._right = ChoiceBar(theme, _("Were we right?"), choices, self._compare)
        self._were_right, column = _part(theme)
        column.addWidget(Label(_("Were we right?"), theme, "label", "accent"))
        column.addWidget(self._right.bar)
        box.addWidget(self._were_right)

    def _add_verdict(self) -> None:
        theme, text = self._theme, _("So, what do we say?")
        choices = ((Verdict.NOTICE, _("{Customers} notice")), (Verdict.SOME, _("Some do")),
                   (Verdict.NONE, _("They don’t")))  # fmt: skip
        self._verdict = ChoiceBar(theme, text, choices, self._judge)
        self.box.addWidget(Label(text, theme, "label", "accent"))
        self.box.addWidget(self._verdict.bar)

    def _add_learned(self) -> None:
        theme, text = self._theme, _("What we learned")
        self._none, column = _part(theme)
        column.addWidget(Label(text, theme, "label", "accent"))
        hint = _("A new sign is no help to {a_customer} without coins")
        self._learned = TextArea(text, _("such as: {hint}").format(hint=hint), self._learn, "")
        column.addWidget(self._learned)
        self._needed = Label(_("One sentence, for the next round."), theme, "small", "amber")
        column.addWidget(self._needed)
        choices = ((NextStep.AGAIN, _("Another 30 days")), (NextStep.BACK, _("Back to the list")))
        self._after = ChoiceBar(theme, _("How do we go on?"), choices, self._go_on)
        column.addWidget(self._after.bar)
        self._follows = Label("", theme, "small", "grey")
        column.addWidget(self._follows)
        self.box.addWidget(self._none)

    def _add_telling(self) -> None:
        self._telling, column = _part(self._theme)
        column.addWidget(Hairline(self._theme))
        column.addWidget(Label(_("Tell them now"), self._theme, "label", "accent"))
        self._whom = Label("", self._theme, "field")
        column.addWidget(self._whom)
        tell = make_button(_("Go and tell them"), "link", trail="arrow")
        tell.clicked.connect(lambda _on=False: self.tell_wanted.emit())
        column.addWidget(tell, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(self._telling)

    def _compare(self, expected: Expected) -> None:
        self._actions.compare(expected)
        self.chosen.emit()

    def _judge(self, verdict: Verdict) -> None:
        given = self._actions.give_verdict(verdict)
        self.chosen.emit()
        if given and verdict is Verdict.NONE:
            self.take_keys()

    def _go_on(self, after: NextStep) -> None:
        self._actions.choose_next_step(after)
        self.chosen.emit()

    def _learn(self, words: str) -> object:
        return self._actions.write_learned(words) or None


def _part(theme: Theme) -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(6))
    return part, column
