"""Looking again at what was kept: after 3, 6 and 12 months customers say whether it stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop import catalogue, days
from cxworkshop.i18n import _, in_quotes, ngettext, with_commas
from cxworkshop.looks import look_name
from cxworkshop.model import Look, LookAgain, PickId
from cxworkshop.open_thing import OpenKind, OpenThing
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge
from ui.stops.check.answers import AnswerEntry
from ui.stops.check.choice_bar import ChoiceBar
from ui.theme.theme import Theme
from ui.widgets.flow_layout import FlowLayout, SideBySide
from ui.widgets.labels import Hairline, Label, Panel, QuoteLabel, small_button
from ui.widgets.lists import RowList
from ui.widgets.scroll_area import ScrollArea


class LookAgainPart(QObject):
    """The line that says what is due, as `bar`, and the page for one of these, as `view`.

    `turned`: the page was opened or left.
    """

    turned = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._bridge, self._theme = bridge, theme
        self._open: PickId | None = None
        self.bar = QWidget(page)
        self._chips = FlowLayout(theme.px(8))
        self.bar.setLayout(self._chips)
        self._label = Label(_("Look again at what was kept"), theme, "label", "amber")
        self._label.setWordWrap(False)
        self._chips.addWidget(self._label)
        self.view = LookAgainView(theme, page)
        self.view.hide()
        self.view.entry.added.connect(self._answer)
        self.view.left.connect(self.leave)
        self.view.judged.connect(self._judge)

    @property
    def is_open(self) -> bool:
        """Whether a kept improvement is looked at, in place of the check."""
        return self._open is not None

    def open(self, pick: PickId) -> None:
        """Look at this improvement."""
        self._open = pick
        self.turned.emit()
        self.view.entry.words.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Go back to the checks."""
        self._open = None
        self.turned.emit()

    def read(self) -> None:
        """Show what is due now, and the one that is open."""
        due = looks_due(self._bridge.workshop)
        here = next((one for one in due if one.pick == self._open), None)
        if here is None:
            self._open = None
        self._chips.keep(self._label)
        for one in due:
            self._chips.addWidget(self._chip(one))
        self.bar.setVisible(bool(due) and here is None)
        self.view.setVisible(here is not None)
        if here is not None:
            self.view.show_look(self._bridge.workshop, here)

    def _chip(self, one: OpenThing) -> QWidget:
        when = one.when(self._bridge.workshop.today)
        text = f"{one.title}: {when}" if when else one.title
        button = small_button(text, trail="arrow")
        button.setAccessibleName(_("Look again: {title}").format(title=one.title))
        assert one.pick is not None  # a look is at a pick
        pick = one.pick
        button.clicked.connect(lambda _on=False: self.open(pick))
        return button

    def _do(self, action: Callable[[PickId], object]) -> bool:
        pick = self._open
        return pick is not None and self._bridge.attempt(lambda: action(pick))

    def _answer(self) -> None:
        looking, entry = self._bridge.workshop.looking_again, self.view.entry
        customer, kind = entry.who
        words = entry.words.text()
        if self._do(lambda pick: looking.record_answer(pick, words, customer=customer, kind=kind)):
            entry.clear()
            entry.words.setFocus(Qt.FocusReason.TabFocusReason)

    def _judge(self, found: Look) -> None:
        if self._do(lambda pick: self._bridge.workshop.looking_again.judge(pick, found)):
            self.leave()
        else:
            self.read()


class LookAgainView(QWidget):
    """What was promised and what customers said when it was kept; the entry; and the judgement.

    `judged` carries what they say together, `left`: back to the checks.
    """

    judged = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        line = QVBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        self._area = ScrollArea()
        line.addWidget(self._area)
        panel = Panel(theme)
        panel.box.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(12))
        self._area.box.addWidget(panel, 1)
        self._title = Label("", theme, "h2")
        self._when = Label("", theme, "field", "amber")
        self._promise = Label("", theme, "body")
        self._then = QuoteLabel("", theme)
        for part in (self._title, self._when, self._promise, self._then, Hairline(theme)):
            panel.box.addWidget(part)
        self.entry = AnswerEntry(theme, catalogue.check_question())
        self.entry.ask_words_alone()
        self.entry.words.leaves_by_esc = True
        self.entry.left.connect(self.left)
        panel.box.addWidget(self.entry)
        self._answers = RowList(theme, _("What they say now"))
        self._answers.take_what_is_left(theme.px(90))
        panel.box.addWidget(self._answers, 1)
        panel.box.addWidget(Hairline(theme))
        panel.box.addWidget(self._foot())

    def show_look(self, workshop: Workshop, due: OpenThing) -> None:
        """Show the look that is due at one improvement."""
        assert due.pick is not None  # a look is at a pick
        outcome, theme = workshop.share.outcome(due.pick), self._theme
        self._title.setText(due.title)
        self._when.setText(with_commas((due.words, due.when(workshop.today))))
        self._promise.setText(outcome.words)
        self._promise.setVisible(outcome.words != due.title)
        best = workshop.check.conclusions.best(due.pick)
        self._then.setText(in_quotes(best.said) if best and best.said else "")
        self._then.setVisible(bool(best and best.said))
        known = workshop.check.asked(due.pick).rows
        self.entry.show_customers([row.customer for row in known])
        months = _months_of(due)
        answers = workshop.looking_again.answers(look_name(due.pick, months))
        rows: list[QWidget] = [
            QuoteLabel(in_quotes(row.said), theme) for row in answers if row.said
        ]
        nobody = Label(_("Nobody has been asked yet."), theme, "body", "grey")
        self._answers.show_rows(rows or [nobody])
        looks = workshop.looking_again.looks(due.pick)
        self._before.setText("\n".join(_told(look) for look in looks if look.found is not None))
        self._before.setVisible(bool(self._before.text()))
        self._found.show_choice(None)
        self._area.measure_soon()

    def _foot(self) -> SideBySide:
        theme = self._theme
        both = SideBySide(theme.px(16), theme.px(620))
        choices = ((Look.NOTICED, _("Still noticed")), (Look.SLIPPING, _("Slipping")),
                   (Look.GONE, _("Gone")))  # fmt: skip
        text = _("What do they say together?")
        self._found = ChoiceBar(theme, text, choices, self.judged.emit)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(Label(text, theme, "label", "accent"))
        self._found.bar.setMaximumWidth(theme.px(480))
        column.addWidget(self._found.bar)
        hint = _("Slipping or gone: it goes back on the list, with its story.")
        column.addWidget(Label(hint, theme, "small", "grey"))
        self._before = Label("", theme, "field", "grey")
        back = small_button(_("Back to the check"), "quiet")
        back.show_key("Esc")
        back.clicked.connect(lambda _on=False: self.left.emit())
        both.line.addWidget(left, 2)
        both.line.addWidget(self._before, 1)
        below = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        both.line.addWidget(back, 0, below)
        return both


def looks_due(workshop: Workshop) -> list[OpenThing]:
    """The looks again that are due by today, the latest first."""
    due = workshop.open_promises.now()
    return [one for one in due if one.kind is OpenKind.LOOK_AGAIN and one.pick is not None]


def _months_of(due: OpenThing) -> int:
    return int(due.row.rpartition("-")[2])


def _told(look: LookAgain) -> str:
    words = {
        Look.NOTICED: _("still noticed"),
        Look.SLIPPING: _("slipping"),
        Look.GONE: _("gone"),
    }
    after = ngettext("After {n} month", "After {n} months", look.months).format(n=look.months)
    assert look.found is not None  # only those that are judged are told
    return f"{after}, {days.day_month(look.asked_on)}: {words[look.found]}"
