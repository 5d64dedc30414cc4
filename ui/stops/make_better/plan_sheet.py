"""The sheet of a plan, in the order and with the labels of the printed one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from cxworkshop.content.values import PlanContent
from cxworkshop.i18n import _, ngettext
from cxworkshop.promise_words import leads
from ui.stops.make_better.actions import PlanActions
from ui.stops.make_better.doers import DoersBox
from ui.stops.make_better.licence_box import LicenceBox
from ui.stops.make_better.row_actions import BlockerActions, StepActions
from ui.stops.make_better.said import SaidColumn
from ui.stops.make_better.tables import BlockersTable, StepsTable
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.day_field import DayField
from ui.widgets.drafts import Typed
from ui.widgets.fields import TextArea
from ui.widgets.flow_layout import FlowLayout, SideBySide
from ui.widgets.labels import Label, Panel, clear, small_button
from ui.widgets.ring import Ring
from ui.widgets.timeline import Timeline

NARROW = 600  # pixels at 100 %


class PlanSheet(Panel):
    """One plan; its fields are edited in place. `stuck` asks for the deck of ideas."""

    stuck = Signal()
    quote_wanted = Signal()  # it is to be chosen

    def __init__(self, theme: Theme, actions: PlanActions) -> None:
        super().__init__(theme)
        self._actions = actions
        actions.days_are_clear = self._days_are_clear
        self._step_actions = StepActions(actions)
        side = theme.px(30)
        self.box.setContentsMargins(side, theme.px(18), side, theme.px(14))
        self.box.setSpacing(theme.px(12))
        self.box.addLayout(self._head())
        self.box.addWidget(self._said_and_promised())
        self.box.addWidget(self._steps_and_licence())
        self.box.addWidget(self._blockers_and_doers())
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(theme.px(3))
        self.box.addLayout(self._reasons)
        self.box.addWidget(Label(_("Thirty days"), theme, "label", "accent"))
        self.ruler = Timeline(theme)
        self.box.addWidget(self.ruler)
        self.box.addStretch(1)

    def show_page(self, page: PlanContent) -> None:
        locked = page.pick.locked_on is not None
        self._ring.set_number(page.slot)
        self._ring.show_share("disc" if locked else "arc", page.begun)
        self._heard.setText(page.heard_by)
        self._said.show_page(page)
        for area, words in (
            (self.title, page.title),
            (self.when, page.pick.promise_when),
            (self.we, page.pick.promise_we),
        ):
            area.show_text(words, page.pick.id)
            area.setReadOnly(locked)
        self._show_leads(page)
        self.licence.show_licence(page.licence, page.pick.id, locked=locked)
        self.doers.show_page(page, locked=locked)
        self._show_rows(page)
        self._show_reasons(page)
        today = self._actions.today() if locked else None
        self.ruler.show_days(page.pick.start_on, page.pick.check_on, today)

    def _days_are_clear(self) -> bool:
        """A plan isn't locked with another day than the one that was typed."""
        days = (field for field in self.findChildren(DayField) if field.isVisible())
        return all(field.accept() for field in days)

    def _show_leads(self, page: PlanContent) -> None:
        """Say before each half only what is not typed: it may be a whole sentence."""
        said = leads(page.pick.promise_when, page.pick.promise_we)
        for word, lead in zip(self._leads, said, strict=True):
            word.setText(lead)
            word.setVisible(bool(lead))

    def focus_on(self, missing: str) -> None:
        """Bring the keyboard to what locking lacks, as `LockChecklist` calls it."""
        doers = self.doers
        fields: dict[str, QWidget] = {
            "owner": doers.owner,
            "giver": self.licence.giver,
            "start": doers.start,
            "check": doers.check,
        }
        fields[missing].setFocus(Qt.FocusReason.TabFocusReason)

    def typed(self) -> Typed:
        """Return what is half typed in the rows for new steps and blockers."""
        return {**self.steps.typed(), **self.blockers.typed()}

    def set_typed(self, typed: Typed) -> None:
        """Put half-typed words back."""
        self.steps.set_typed(typed)
        self.blockers.set_typed(typed)

    def _show_rows(self, page: PlanContent) -> None:
        workshop, pick = self._actions.workshop, self._actions.pick
        assert pick is not None  # the page shows a sheet only when there is a pick
        self.steps.show_steps(workshop, pick)
        self.blockers.show_blockers(workshop, pick)
        n = len(workshop.make_better.ideas.deck())
        text = ngettext("Stuck on how? {n} idea", "Stuck on how? {n} ideas", n)
        self._ideas.say(text.format(n=n))
        self._practise.setVisible(all(step.words != self._practice for step in page.steps))

    def _show_reasons(self, page: PlanContent) -> None:
        clear(self._reasons)
        if page.overrides:
            head = _("Decided all the same, because")
            self._reasons.addWidget(Label(head, self._theme, "label", "accent"))
        for reason in page.overrides:
            self._reasons.addWidget(Label(reason, self._theme))

    def _head(self) -> QLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(18))
        self._ring = Ring(1, self._theme)
        line.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        hint = _("What we will do, in a few words")
        self.title = TextArea(_("What we will do"), hint, self._actions.set_title, "title")
        self.title.setFont(self._theme.font("h1"))
        self._heard = Label("", self._theme, "field", "grey")
        self._heard.setContentsMargins(*margins(5, 0, 0, 0))
        words.addWidget(self.title)
        words.addWidget(self._heard)
        line.addLayout(words, 1)
        return line

    def _beside_one_another(self) -> SideBySide:
        """With the largest text, what stands side by side on paper is below one another here."""
        return SideBySide(self._theme.px(28), self._theme.px(NARROW))

    def _said_and_promised(self) -> QWidget:
        both = self._beside_one_another()
        self._said = SaidColumn(self._theme)
        self._said.quote_wanted.connect(self.quote_wanted)
        both.line.addWidget(self._said, 1)
        both.line.addLayout(self._promise(), 1)
        return both

    def _promise(self) -> QLayout:
        ours = QVBoxLayout()
        ours.setSpacing(self._theme.px(3))
        ours.addWidget(Label(_("Our promise"), self._theme, "label", "accent"))
        set_words = self._actions.set_words
        self.when = TextArea(
            _("When {a_customer} …"),
            _("rings"),
            lambda text: set_words(promise_when=text),
            "promise",
        )
        self.we = TextArea(
            _("we …"),
            _("answer within a minute"),
            lambda text: set_words(promise_we=text),
            "promise",
        )
        self._leads = []
        for lead, area in zip(leads("", ""), (self.when, self.we), strict=True):
            row = QHBoxLayout()
            row.setSpacing(self._theme.px(8))  # the ring round the field needs room
            word = Label(lead, self._theme, "promise", "grey")
            self._leads.append(word)
            word.setWordWrap(False)
            word.setContentsMargins(0, self._theme.px(4), 0, 0)
            row.addWidget(word, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(area, 1, Qt.AlignmentFlag.AlignTop)
            ours.addLayout(row)
        ours.addStretch(1)
        return ours

    def _steps_and_licence(self) -> QWidget:
        both = self._beside_one_another()
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(4))
        self.steps = StepsTable(self._theme, self._step_actions)
        column.addWidget(self.steps)
        column.addWidget(self._help_for_steps())
        column.addStretch(1)
        both.line.addLayout(column, 5)
        self.licence = LicenceBox(self._theme, self._actions)
        both.line.addWidget(self.licence, 3, Qt.AlignmentFlag.AlignTop)
        return both

    def _help_for_steps(self) -> QWidget:
        widget = QWidget()
        line = FlowLayout(self._theme.px(8))
        widget.setLayout(line)
        self._ideas = small_button("", "quiet", lead="eye")
        self._ideas.clicked.connect(lambda _on=False: self.stuck.emit())
        self._practice = _("Try it on one another")
        self._practise = small_button(self._practice, "quiet", lead="plus")
        self._practise.clicked.connect(lambda _on=False: self._step_actions.add_practice())
        line.addWidget(self._ideas)
        line.addWidget(self._practise)
        return widget

    def take_idea(self, key: str) -> None:
        """Make an idea of the deck a first step of this plan."""
        self._step_actions.add_idea(key)

    def _blockers_and_doers(self) -> QWidget:
        both = self._beside_one_another()
        self.blockers = BlockersTable(self._theme, BlockerActions(self._actions))
        both.line.addWidget(self.blockers, 5, Qt.AlignmentFlag.AlignTop)
        self.doers = DoersBox(self._theme, self._actions)
        both.line.addWidget(self.doers, 3, Qt.AlignmentFlag.AlignTop)
        return both
