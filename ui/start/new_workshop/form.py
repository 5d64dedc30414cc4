"""The questions of a new workshop, in two columns."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.customer_word import calling_customers
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import CHECK_AFTER_DAYS
from ui.start.new_workshop.answers import FirstAnswers
from ui.start.new_workshop.fields import PresetField
from ui.start.new_workshop.file import PaperChoice, PlaceChoice
from ui.start.new_workshop.parts import KindsField, KitPanel, PeopleField
from ui.theme.theme import Theme
from ui.widgets.customer_choice import CustomerChoice
from ui.widgets.day_field import DayField
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, Panel, VerticalLine
from ui.widgets.timeline import Timeline

NARROW = 860  # pixels at 100 %: on a page narrower than this the columns are stacked


class NewWorkshopForm(Panel):
    """All fields, from top to bottom; Enter goes on to the next, and from the last to the kit.

    `changed` says that something was answered.
    """

    changed = Signal()

    def __init__(self, theme: Theme, today: date, team: str) -> None:
        super().__init__(theme)
        self._today = today
        self._make_fields(team)
        px = theme.px
        self.box.setContentsMargins(px(27), px(18), px(27), px(18))
        both = SideBySide(px(26), px(NARROW))
        both.line.addWidget(self._left(), 1)
        both.line.addWidget(VerticalLine(theme))
        both.line.addWidget(self._right(), 1)
        self.box.addWidget(both)
        self._connect()
        self._follow()

    def _make_fields(self, team: str) -> None:
        self._team = PresetField(team)
        self._team.setAccessibleName(_("Team"))
        self._team.setPlaceholderText(_("the team’s name"))
        self._day = DayField(_("Day 1"), lambda _day: True, lambda: self._today)
        self._day.show_day(self._today)
        self._thirty = Timeline(self._theme)
        self._off = Label("", self._theme, "small", "grey")
        self._missing = Label("", self._theme, "small", "amber")
        self._missing.hide()
        self._kinds, self.people = KindsField(self._theme), PeopleField(self._theme)
        self._call = CustomerChoice(self._theme, lambda word: word)
        self._not_please = QLineEdit()
        self._not_please.setAccessibleName(_("Who will you not please?"))
        self._not_please.setPlaceholderText(_("for example: people who want the cheapest in town"))
        self._paper, self.place = PaperChoice(self._theme), PlaceChoice(self._theme)
        self.kit = KitPanel(self._theme)

    def _connect(self) -> None:
        self._team.textChanged.connect(lambda _text: self._follow())
        self._team.returnPressed.connect(self._day.setFocus)
        self._day.entered.connect(self._kinds.next.setFocus)
        self._day.entry.textChanged.connect(lambda _text: self._show_days())
        self._kinds.next.passed.connect(self._not_please.setFocus)
        self._call.typed.connect(self._follow_word)
        self._call.passed.connect(self._not_please.setFocus)
        self._not_please.returnPressed.connect(self.people.next.setFocus)
        self.people.next.passed.connect(self.kit.button.setFocus)
        self._kinds.changed.connect(self._follow)
        self.people.changed.connect(self._follow)

    def begin(self) -> None:
        """Bring the keyboard to the team's name, to be replaced by typing."""
        self._team.setFocus()
        self._team.selectAll()

    @property
    def counts(self) -> str:
        """How many kinds and people there are, in words; "" while there are none."""
        kinds = len(self._kinds.kinds)
        people, say = self.people.counts
        with calling_customers(self._call.word):
            served = ngettext("{n} kind of {customers}", "{n} kinds of {customers}", kinds)
        words = (
            served.format(n=kinds),
            ngettext("{n} person", "{n} people", people).format(n=people),
            ngettext("{n} has a say", "{n} have a say", say).format(n=say),
        )
        return with_commas(words) if kinds or people else ""

    def answers(self) -> FirstAnswers | None:
        """What was answered; None without a team, or if the day or the word for customers is
        refused: the page then says why."""
        if not self._team.text().strip():
            self._missing.setText(_("Give the team a name, then it can begin."))
            self._missing.show()
            self._team.setFocus()
            return None
        is_complete = self._day.accept() and self._call.accept()
        return self.typed() if is_complete else None

    def typed(self) -> FirstAnswers:
        """What is answered so far; the team may be missing."""
        return FirstAnswers(
            team=self._team.text().strip(),
            path=self.place.path,
            day_1=self._day.day(),
            day_typed="" if self._day.day() else self._day.entry.text(),
            serve=self._kinds.kinds,
            not_please=self._not_please.text().strip(),
            people=self.people.people,
            paper=self._paper.paper,
            language=self._paper.language,
            customer_word=self._call.as_typed,
        )

    def type_again(self, answers: FirstAnswers) -> None:
        """Show answers that were given on another page, as if they were typed again."""
        self._team.setText(answers.team)
        self._day.show_day(answers.day_1 or self._today)
        if answers.day_typed:
            self._day.type_again(answers.day_typed)
        for kind in answers.serve:
            self._kinds.add(kind)
        self._call.type_again(answers.customer_word)
        self._not_please.setText(answers.not_please)
        for name, has_say in answers.people:
            self.people.add(name, has_say=has_say)
        self._paper.choose(answers.paper, answers.language)
        self.place.choose(answers.path)
        self._follow()

    def _follow_word(self) -> None:
        """Call customers so on the page, too."""
        with calling_customers(self._call.word):
            self._kinds.name_fields()
        self._thirty.call(self._call.word)
        self.changed.emit()

    def _follow(self) -> None:
        """Say where it will be kept, and how many there are."""
        if self._team.text().strip():
            self._missing.hide()
        self.place.follow(self._team.text())
        self.kit.show_people(self.people.counts[1])
        self._show_days()
        self.changed.emit()

    def _show_days(self) -> None:
        """Day 30 is thirty days later, moved past a weekend."""
        start = self._day.day()
        self._off.setText(days.weekend_note(start) if start else "")
        self._off.setVisible(bool(self._off.text()))
        if start is None:
            return
        end = start + timedelta(days=CHECK_AFTER_DAYS)
        self._thirty.show_days(start, days.working_day_from(end, lambda d: not days.is_weekend(d)))

    def _left(self) -> QWidget:
        side, box = self._side()
        first = SideBySide(self._theme.px(14), self._theme.px(420))
        team, day = self._field(_("Team"), self._team), self._field(_("Day 1"), self._day)
        first.line.addWidget(team, 3, Qt.AlignmentFlag.AlignTop)
        first.line.addWidget(day, 2, Qt.AlignmentFlag.AlignTop)
        box.addWidget(first)
        box.addWidget(self._missing)
        box.addWidget(self._off)
        box.addWidget(self._thirty)
        self._ask(box, _("Whom do you serve?"), _("one kind a line"), self._kinds)
        says = _("every page and paper then says so")
        self._ask(box, _("What do you call them?"), says, self._call)
        hint = _("nobody can please everyone")
        self._ask(box, _("Who will you not please?"), hint, self._not_please)
        about = _("Said now, it saves an argument at stop 4. Leave it empty if you are not sure.")
        box.addWidget(Label(about, self._theme, "small", "grey"))
        box.addStretch(1)
        return side

    def _right(self) -> QWidget:
        side, box = self._side()
        tick = _("a tick: has a say in what is picked")
        self._ask(box, _("Who is in the room?"), tick, self.people)
        self._ask(box, self._paper.title, "", self._paper)
        self._ask(box, _("Where to keep it"), "", self.place)
        stays = _("One file. It stays on this laptop; nothing is sent anywhere.")
        box.addWidget(Label(stays, self._theme, "small", "grey"))
        box.addSpacing(self._theme.px(8))
        box.addWidget(self.kit, 1)
        return side

    def _side(self) -> tuple[QWidget, QVBoxLayout]:
        side = QWidget()
        box = QVBoxLayout(side)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self._theme.px(6))
        return side, box

    def _field(self, title: str, field: QWidget) -> QWidget:
        side, box = self._side()
        box.addWidget(Label(title, self._theme, "label", "accent"))
        box.addWidget(field)
        return side

    def _ask(self, box: QBoxLayout, title: str, about: str, field: QWidget) -> None:
        """Add a question with a word about it, and its field below."""
        box.addSpacing(self._theme.px(8) if box.count() else 0)
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        question = Label(title, self._theme, "label", "accent")
        question.setWordWrap(False)
        line.addWidget(question)
        line.addWidget(Label(about, self._theme, "small", "grey"), 1)
        box.addLayout(line)
        box.addWidget(field)
