"""Stop 5, Make it better: one sheet for each pick, in the order of the printed plan."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.compat import override
from cxworkshop.content.values import PlanContent
from cxworkshop.errors import CheckTooLate, ClearsOwnRoad, NotReadyToLock, Refusal
from cxworkshop.i18n import _, n_, ngettext, with_commas
from cxworkshop.model import Pick
from ui.printing.selection import Selection
from ui.stops.head_place import HeadPlace
from ui.stops.make_better.actions import PlanActions
from ui.stops.make_better.plan_sheet import PlanSheet
from ui.stops.make_better.sidebar import ExpectationPanel, LockChecklist
from ui.stops.make_better.weekly import WeeklyPanel
from ui.stops.page import StopPage, empty_state
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.drafts import Drafts
from ui.widgets.footer import Footer
from ui.widgets.improvement_tabs import ImprovementTabs, TabFace
from ui.widgets.scroll_area import ScrollArea, scroll
from ui.widgets.tab_strip import TabStrip

NARROW = 860  # pixels of a page at 100 %


class MakeBetterPage(StopPage):
    """Tabs, the sheet of the current one, and beside it what locking still needs."""

    key = "make_better"
    prints = n_("Print this plan")

    @override
    def build(self) -> None:
        """Build everything once; it is shown as soon as something is picked."""
        self._actions, self._wants_weekly_look = PlanActions(self.bridge), False
        self.tabs = ImprovementTabs(self.theme)
        self.tabs.turned.connect(self.refusal.hide)  # it was of the last improvement
        self.tabs.turned.connect(self.read)
        strip = TabStrip(self.tabs)
        self.content.addWidget(strip)
        self.empty = empty_state(self, 4, _("Pick one thing, then make its plan here."))
        self.content.addWidget(self.empty, 1)
        self._inside = QWidget(self)
        side = QHBoxLayout(self._inside)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(self.theme.px(20))
        self._main, self._aside = ScrollArea(), ScrollArea()
        for part, stretch in ((self._main, 1), (self._aside, 0)):
            side.addWidget(part, stretch)
        self.sheet = PlanSheet(self.theme, self._actions)
        self.sheet.stuck.connect(self._open_ideas)
        self.sheet.quote_wanted.connect(self._choose_quote)
        self._drafts = Drafts(self.sheet.typed, self.sheet.set_typed)
        scroll(self._main, self.sheet)
        self._head_place = self._scrolling_head(strip)
        self._main.box.setSpacing(self.theme.px(10))
        self._right = self._beside()
        self.content.addWidget(self._inside, 1)

    def _scrolling_head(self, strip: TabStrip) -> HeadPlace:
        return HeadPlace(
            self.theme,
            self,
            self.head_bar,
            self._main,
            self.content,
            strip,
            scrolls=lambda: self._actions.pick is not None,
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text, put the panels below the sheet and not beside it.

        Where the page is low too, the head and the tabs scroll with the sheet: it would have no
        room below them.
        """
        super().resizeEvent(event)
        narrow = self.width() < self.theme.px(NARROW)
        (self._main if narrow else self._aside).box.addWidget(self._right)
        self._aside.setVisible(not narrow)

    def _beside(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(12))
        self.weekly = WeeklyPanel(self.theme)
        self.weekly.print_wanted.connect(self._print_weekly_look)
        column.addWidget(self.weekly)
        self.lock = LockChecklist(self.theme, self._actions)
        self.lock.locked.connect(self.tabs.setFocus)
        self.lock.wanted.connect(self.sheet.focus_on)
        self.lock.criteria_wanted.connect(lambda: self.stop_requested.emit(4))
        self.expect = ExpectationPanel(self.theme, self._actions)
        column.addWidget(self.lock)
        column.addWidget(self.expect)
        column.addStretch(1)
        return right

    @override
    def keyboard_home(self) -> QWidget | None:
        """Return the tabs where nothing is left to fill in: the sheet is read from its top then.

        Its empty rows stand below what is in sight, and the keyboard there would scroll to them.
        """
        plan = self.workshop.pick.slots().get(self.tabs.slot)
        return self.tabs if plan is not None and plan.locked_on is not None else None

    @override
    def read(self) -> None:
        """Show the plan of the current tab."""
        picks = self.tabs.show_picks(self.workshop)
        pages = self.workshop.content.make_better.plans()  # in the order of the slots, as the tabs
        self.tabs.show_faces(
            [self._face(pick, page) for pick, page in zip(picks, pages, strict=True)]
        )
        pick = self._actions.pick = self.tabs.pick
        for widget, shown in (
            (self.empty, pick is None),
            (self._inside, pick is not None),
            (self.tabs, pick is not None),
        ):
            widget.setVisible(shown)
        self._head_place.fit()
        if pick is not None:
            self._drafts.turn_to(pick)
            page = pages[self.tabs.currentIndex()]
            self.sheet.show_page(page)
            self.lock.show_page(page, ready=not self.workshop.make_better.missing(pick))
            self.expect.show_page(page)
            self.weekly.setVisible(page.pick.locked_on is not None)
            look = self.workshop.content.make_better.weekly_look(pick, self.workshop.today)
            self.weekly.show_look(look)
            self._aside.setFixedWidth(_width_of(self._right, self.theme))
            self._main.measure_soon()  # fields have grown with their words
        self.footer_changed.emit()

    @override
    def draft(self) -> str:
        return self._drafts.as_text()

    @override
    def take_draft(self, text: str) -> None:
        self.tabs.turn_to(self._drafts.read(text))

    @override
    def prints_what(self, stop: int) -> Selection:
        """Select the plan of the current tab, or the weekly look that was asked for."""
        if self._wants_weekly_look:
            self._wants_weekly_look = False
            return Selection(stop, only=("weekly-look",))
        return (
            Selection(stop, only=("action-plan",), slots=(self.tabs.slot,))
            if self.tabs.pick
            else Selection(stop)
        )

    def _print_weekly_look(self) -> None:
        self._wants_weekly_look = True
        self.action_requested.emit("print_this")

    @override
    def footer(self) -> Footer:
        """Say what this plan still needs before it can be locked."""
        next_label = _("30-day check")
        pick = self.tabs.pick
        if pick is None:
            return Footer(_("Nothing is picked yet"), "", next_label)
        plan = self.workshop.make_better.plan(pick)
        if plan.locked_on:
            return Footer(_("Locked"), self._asking(plan), next_label)
        missing = self.workshop.make_better.missing(pick)
        return Footer(
            _("Not locked yet"), with_commas(missing) or _("ready to be locked"), next_label
        )

    def _asking(self, plan: Pick) -> str:
        check = self.workshop.check.latest(plan.id)
        if check.verdict is not None:
            return _("{Customers} were asked {day}").format(day=days.short(check.done_on))
        return days.customers_asked(check.due_on, self.workshop.today)

    @override
    def show_refusal(self, refusal: Refusal) -> None:
        """Beside what R9 or R10 refuses, there is a place for the written reason."""
        again = self._actions.again
        if again is not None and self._reason_helps(refusal):
            self.refusal.ask_reason(str(refusal), again)
        else:
            super().show_refusal(refusal)

    def _reason_helps(self, refusal: Refusal) -> bool:
        if isinstance(refusal, NotReadyToLock):
            return not refusal.always
        return isinstance(refusal, ClearsOwnRoad | CheckTooLate)

    def _face(self, pick: Pick, page: PlanContent) -> TabFace:
        if page.pick.locked_on is not None:
            leads = _("locked, {name} leads").format(name=page.owner)
            return TabFace("disc", 1.0, leads if page.owner else _("locked"))
        n = len(self.workshop.make_better.missing(pick.id))
        text = ngettext("{n} thing missing", "{n} things missing", n).format(n=n)
        return TabFace("arc", page.begun, text if n else _("ready to be locked"))

    def _choose_quote(self) -> None:
        from ui.dialogs.quote import QuoteDialog

        if self.tabs.pick is not None:
            QuoteDialog(self.bridge, self.theme, self, self.tabs.pick).open()

    def _open_ideas(self) -> None:
        from ui.dialogs.ideas import IdeasDialog

        IdeasDialog(self.bridge, self.theme, self, self.sheet.take_idea).open()


def _width_of(beside: QWidget, theme: Theme) -> int:
    """Enough for the longest of its buttons: in some languages that is long."""
    longest = theme.px(250)
    for button in beside.findChildren(Button):
        button.ensurePolished()
        around = theme.px(2 * 16 + 14)  # the panel's margins, and the scroll bar
        longest = max(longest, button.sizeHint().width() + around)
    return longest
