"""Stop 1, Prepare: who, the questions, the agenda, the encounter, the promises."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext
from ui.printing.selection import Selection
from ui.stops.page import StopPage
from ui.stops.prepare.agenda import AgendaSection
from ui.stops.prepare.back_row import BackRowTest
from ui.stops.prepare.encounter import EncounterSection
from ui.stops.prepare.people import WhoSection
from ui.stops.prepare.promises import PromisesSection
from ui.stops.prepare.questions import QuestionsSection
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.footer import Footer
from ui.widgets.labels import make_button
from ui.widgets.scroll_area import ScrollArea, scroll

Section = WhoSection | QuestionsSection | AgendaSection | EncounterSection | PromisesSection
SECTIONS: tuple[type[Section], ...] = (
    WhoSection,
    QuestionsSection,
    AgendaSection,
    EncounterSection,
    PromisesSection,
)


class PreparePage(StopPage):
    """One section at a time, chosen above it."""

    key = "prepare"

    @override
    def prints_what(self, stop: int) -> Selection:
        """Select all that a session without a projector needs, blank ballots included."""
        return Selection(stop, also=("ballots",))

    @override
    def build(self) -> None:
        chips = QWidget()
        flow = FlowLayout(self.theme.px(6))
        chips.setLayout(flow)
        self.content.addWidget(chips)
        self._shown = QStackedWidget()
        self.content.addWidget(self._shown, 1)
        self._sections: dict[int, Section] = {}
        names = (_("Who"), _("Questions"), _("Agenda"), _("Encounter"), _("Promises"))
        self._chips = []
        for number, name in enumerate(names):
            chip = make_button(name, "chip")
            chip.setCheckable(True)
            chip.setAutoExclusive(True)  # one of five: arrow keys, and a screen reader says so
            chip.clicked.connect(partial(self.show_section, number))
            self._chips.append(chip)
            flow.addWidget(chip)
            self._shown.addWidget(ScrollArea())
        self.show_section(0)

    def sections(self) -> dict[int, Section]:
        """Those that were made, by number."""
        return self._sections

    def section(self, number: int) -> Section:
        """A section, 0 to 4; it is made, and filled, when it is first asked for."""
        if number not in self._sections:
            made = self._sections[number] = SECTIONS[number](self.bridge, self.theme)
            area = self._shown.widget(number)
            assert isinstance(area, ScrollArea)
            # A finger that rests drags a card of the encounter.
            scroll(area, made, by_finger=not isinstance(made, EncounterSection))
            self._connect(made)
            made.read()
        return self._sections[number]

    def _connect(self, section: Section) -> None:
        if isinstance(section, AgendaSection):
            section.back_row_wanted.connect(self._test_back_row)
        if isinstance(section, EncounterSection):
            section.ideas_wanted.connect(self._show_ideas)
            section.talk_wanted.connect(lambda: self.stop_requested.emit(2))

    def show_section(self, number: int, _on: object = None) -> None:
        section = self.section(number)
        self._shown.setCurrentIndex(number)
        for place, chip in enumerate(self._chips):
            chip.setChecked(place == number)
        section.read()

    @override
    def read(self) -> None:
        self.section(self._shown.currentIndex()).read()

    @override
    def draft(self) -> str:
        """Return the number of the section that is shown."""
        return str(self._shown.currentIndex() or "")

    @override
    def take_draft(self, text: str) -> None:
        """Show that section again."""
        self.show_section(int(text) if text.isdecimal() and int(text) < len(SECTIONS) else 0)

    @override
    def footer(self) -> Footer:
        """Count the questions to ask and the minutes of day 1."""
        prepare = self.workshop.prepare
        asked = len(prepare.questions.ticked())
        bold = ngettext("{n} question to ask", "{n} questions to ask", asked).format(n=asked)
        grey = _("day 1 takes {n} min").format(n=prepare.agenda.minutes(1))
        return Footer(bold, grey, _("Talk to {customers}"))

    def _test_back_row(self) -> None:
        test = BackRowTest(self.theme, self)
        prepare = self.workshop.prepare
        test.read_from.connect(lambda pixels: self.bridge.do(lambda: prepare.set_back_row(pixels)))
        test.finished.connect(test.deleteLater)
        test.open()

    def _show_ideas(self) -> None:
        from ui.dialogs.around_the_loop import open_around

        open_around("ideas", self.bridge, self.theme, self)
