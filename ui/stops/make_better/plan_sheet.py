"""The sheet of a plan, in the order and with the labels of the printed one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from cxworkshop.content.values import PlanContent
from cxworkshop.i18n import _
from ui.stops.make_better.actions import PlanActions
from ui.stops.make_better.tables import BlockersTable, StepsTable
from ui.theme.theme import Theme
from ui.widgets.fields import DayField, Field, TextArea
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, Panel, QuoteLabel, clear
from ui.widgets.ring import Ring
from ui.widgets.timeline import Timeline

MOST_QUOTES = 3
NARROW = 600  # pixels at 100 %


class PlanSheet(Panel):
    """One plan; its fields are edited in place."""

    def __init__(self, theme: Theme, actions: PlanActions) -> None:
        super().__init__(theme)
        self._actions = actions
        side = theme.px(30)
        self.box.setContentsMargins(side, theme.px(18), side, theme.px(14))
        self.box.setSpacing(theme.px(12))
        self.box.addLayout(self._head())
        self.box.addWidget(self._said_and_promised())
        self.box.addWidget(self._steps_and_licence())
        self.box.addWidget(self._blockers_and_doers())
        self.box.addWidget(Label(_("Thirty days"), theme, "label", "accent"))
        self.ruler = Timeline(theme)
        self.box.addWidget(self.ruler)
        self.box.addStretch(1)

    def show_page(self, page: PlanContent) -> None:
        locked = page.pick.locked_on is not None
        self._ring.set_number(page.slot)
        self._ring.show_share("disc" if locked else "arc", page.begun)
        text = _("{heard} of the {asked} customers we talked to asked for something like this.")
        self._heard.setText(text.format(heard=page.heard, asked=page.asked))
        self._show_quotes(page)
        self._show_fields(page, locked=locked)
        workshop, pick = self._actions.workshop, self._actions.pick
        assert pick is not None  # the page shows a sheet only when there is a pick
        self.steps.show_steps(workshop, pick)
        self.blockers.show_blockers(workshop, pick)
        self.ruler.show_days(
            page.pick.start_on, page.pick.check_on, workshop.today if locked else None
        )

    def _show_fields(self, page: PlanContent, *, locked: bool) -> None:
        for field, words in (
            (self.title, page.title),
            (self.when, page.pick.promise_when),
            (self.we, page.pick.promise_we),
            (self.may, page.licence.may),
            (self.up_to, page.licence.up_to),
            (self.giver, page.licence.giver),
            (self.owner, page.owner),
            (self.helpers, ", ".join(page.helpers)),
        ):
            field.show_text(words)
            field.setReadOnly(locked)
        for day, when in (
            (self.until, page.licence.until),
            (self.start, page.pick.start_on),
            (self.check, page.pick.check_on),
        ):
            day.show_day(when)
            day.setEnabled(not locked)

    def _head(self) -> QLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(18))
        self._ring = Ring(1, self._theme)
        line.addWidget(self._ring)
        words = QVBoxLayout()
        words.setSpacing(0)
        hint = _("What we will do, in a few words")
        self.title = Field(_("What we will do"), hint, self._actions.set_title, "title")
        self.title.setFont(self._theme.font("h1"))
        self._heard = Label("", self._theme, "field", "grey")
        self._heard.setContentsMargins(3, 0, 0, 0)
        words.addWidget(self.title)
        words.addWidget(self._heard)
        line.addLayout(words, 1)
        return line

    def _beside_one_another(self) -> SideBySide:
        """With the largest text, what stands side by side on paper is below one another here."""
        return SideBySide(self._theme.px(28), self._theme.px(NARROW))

    def _said_and_promised(self) -> QWidget:
        both = self._beside_one_another()
        both.line.addLayout(self._said(), 1)
        both.line.addLayout(self._promise(), 1)
        return both

    def _said(self) -> QLayout:
        said = QVBoxLayout()
        said.setSpacing(self._theme.px(6))
        label = Label(_("What customers said"), self._theme, "label", "accent")
        said.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        self._quotes = QVBoxLayout()
        self._quotes.setSpacing(self._theme.px(8))
        said.addLayout(self._quotes)
        said.addStretch(1)
        return said

    def _promise(self) -> QLayout:
        ours = QVBoxLayout()
        ours.setSpacing(self._theme.px(3))
        ours.addWidget(Label(_("Our promise"), self._theme, "label", "accent"))
        set_words = self._actions.set_words
        self.when = TextArea(
            _("When a customer …"), _("rings"), lambda text: set_words(promise_when=text), "promise"
        )
        self.we = TextArea(
            _("we …"),
            _("answer within a minute"),
            lambda text: set_words(promise_we=text),
            "promise",
        )
        for lead, area in ((_("When a customer"), self.when), (_("we"), self.we)):
            row = QHBoxLayout()
            word = Label(lead, self._theme, "promise", "grey")
            word.setWordWrap(False)
            word.setContentsMargins(0, self._theme.px(4), 0, 0)
            row.addWidget(word, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(area, 1, Qt.AlignmentFlag.AlignTop)
            ours.addLayout(row)
        ours.addStretch(1)
        return ours

    def _steps_and_licence(self) -> QWidget:
        both = self._beside_one_another()
        self.steps = StepsTable(self._theme, self._actions)
        both.line.addWidget(self.steps, 3, Qt.AlignmentFlag.AlignTop)
        both.line.addWidget(self._licence(), 2, Qt.AlignmentFlag.AlignTop)
        return both

    def _licence(self) -> Panel:
        box = Panel(self._theme, fill="tint", border="tint")
        box.box.setSpacing(self._theme.px(3))
        box.box.addWidget(Label(_("Our licence to do it"), self._theme, "label", "accent"))
        actions, line = self._actions, QGridLayout()
        line.setHorizontalSpacing(self._theme.px(8))
        lead = _("Do what it takes. Only ask us about:")
        self.may = TextArea(
            _("Our licence to do it"), f"{lead} …", lambda t: actions.set_licence(may=t)
        )
        self.may.lead = f"{lead} "
        box.box.addWidget(self.may)
        self.up_to = Field(
            _("Up to"), _("200 euros"), lambda text: actions.set_licence(up_to=text), "inline"
        )
        self.giver = Field(
            _("Given by"), _("nobody yet; not the owner"), self._give_licence, "inline"
        )
        self.until = DayField(_("Until"), lambda day: actions.set_licence(until=day))
        self.until.setProperty("kind", "inline")
        rows = ((_("Up to"), self.up_to), (_("Given by"), self.giver), (_("Until"), self.until))
        for place, (text, field) in enumerate(rows):
            line.addWidget(Label(text, self._theme, "small", "grey"), place, 0)
            line.addWidget(field, place, 1)
        line.setColumnStretch(1, 1)
        box.box.addLayout(line)
        return box

    def _give_licence(self, name: str) -> object:
        return self._actions.set_licence(giver=name) if name.strip() else None

    def _blockers_and_doers(self) -> QWidget:
        both = self._beside_one_another()
        self.blockers = BlockersTable(self._theme, self._actions)
        both.line.addWidget(self.blockers, 3, Qt.AlignmentFlag.AlignTop)
        who = QWidget()
        grid = QGridLayout(who)
        grid.setContentsMargins(self._theme.px(16), 0, 0, 0)
        grid.setVerticalSpacing(self._theme.px(3))
        grid.addWidget(Label(_("Who does it"), self._theme, "label", "accent"), 0, 0, 1, 2)
        self.owner = Field(_("Who owns it"), _("one name"), self._actions.set_owner, "inline")
        self.helpers = Field(_("Who helps"), _("names"), self._actions.set_helpers, "inline")
        self.helpers.setToolTip(_("Several names, with commas between them"))
        self.start = DayField(_("Start"), self._actions.set_start)
        self.check = DayField(_("Ask customers on"), self._actions.set_check)
        rows = (
            (_("leads"), self.owner),
            (_("help"), self.helpers),
            (_("start"), self.start),
            (_("ask customers"), self.check),
        )
        for place, (text, field) in enumerate(rows, start=1):
            field.setProperty("kind", "inline")
            grid.addWidget(Label(text, self._theme, "small", "grey"), place, 0)
            grid.addWidget(field, place, 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(1, self._theme.px(144))  # a day with its year
        both.line.addWidget(who, 2, Qt.AlignmentFlag.AlignTop)
        return both

    def _show_quotes(self, page: PlanContent) -> None:
        clear(self._quotes)
        for quote in page.quotes[:MOST_QUOTES]:
            self._quotes.addWidget(QuoteLabel(f"“{quote.words}”", self._theme))
        more = len(page.quotes) - MOST_QUOTES
        if more > 0:
            text = _("and {n} more, all of them on paper").format(n=more)
            self._quotes.addWidget(Label(text, self._theme, "small", "grey"))
        if not page.quotes:
            nothing = _("Nobody’s own words are on this card yet.")
            self._quotes.addWidget(Label(nothing, self._theme, "small", "grey"))
