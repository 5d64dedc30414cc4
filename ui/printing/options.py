"""How to print: paper, names, which improvements, cards and labels, the team's link."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from cxworkshop.i18n import _
from cxworkshop.sheets import SHEETS, PrintOptions
from cxworkshop.sheets.paper import PAPERS, paper_called
from cxworkshop.sheets.stock import MAX_OFFSET, stocks
from cxworkshop.wishes import ANSWER_WORDS, AnswerKind
from cxworkshop.workshop import Workshop
from ui.dialogs.step_dialog import TickLine
from ui.printing.selection import Selection
from ui.printing.settings import PrinterSettings
from ui.theme.theme import Theme
from ui.widgets.buttons import ChoiceButton
from ui.widgets.labels import Label, small_button
from ui.widgets.wheel import ChoiceBox, DecimalField

TEST_SHEET = "label-test"


class LabelOptions(QWidget):
    """Cards or labels in the printer, and how far off it is.

    `test_wanted` asks for a test sheet.
    """

    changed = Signal()
    test_wanted = Signal()

    def __init__(self, theme: Theme, kept: PrinterSettings) -> None:
        super().__init__()
        self._theme, self._kept = theme, kept
        column = _column(self, theme)
        column.addWidget(_head(_("Cards and labels"), theme))
        self.profile = ChoiceBox()
        self.profile.setAccessibleName(_("Cards or labels in the printer"))
        self.profile.setMinimumContentsLength(12)
        adjust = ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.profile.setSizeAdjustPolicy(adjust)
        self.profile.currentIndexChanged.connect(lambda _n: self.changed.emit())
        column.addWidget(self.profile)
        column.addLayout(self._offsets())
        test = small_button(_("Print a test sheet …"), lead="print")
        test.clicked.connect(lambda _on=False: self.test_wanted.emit())
        column.addWidget(test, 0, Qt.AlignmentFlag.AlignLeft)
        self._backs = TickLine(_("Also the backs of cards, mirrored"), theme, role="body")
        self._backs.tick.toggled.connect(lambda _on: self.changed.emit())
        column.addWidget(self._backs)
        self._codes = TickLine(_("Codes for the camera"), theme, role="body")
        self._codes.explain(_("on cards, headlines and ballots: a photo is enough to type them in"))
        self._codes.tick.toggled.connect(lambda _on: self.changed.emit())
        column.addWidget(self._codes)

    def show_paper(self, paper: str) -> None:
        """Offer the stock of this size; what was chosen last is chosen again."""
        chosen = self.profile.currentData() or self._kept.profile
        quiet = QSignalBlocker(self.profile)
        self.profile.clear()
        self.profile.addItem(_("Plain paper"), "")
        for stock in stocks():
            if stock.paper == paper:
                self.profile.addItem(_(stock.title), stock.slug)
        self.profile.setCurrentIndex(max(0, self.profile.findData(chosen)))
        quiet.unblock()

    @property
    def offset(self) -> tuple[float, float]:
        """How many millimetres too far left, and too high, this printer prints."""
        return self.left.value(), self.high.value()

    @property
    def drift(self) -> tuple[float, float]:
        """How many millimetres more it does so at ruler 2 of the test sheet."""
        return self.further.value(), self.higher.value()

    @property
    def backs(self) -> bool:
        """Whether the backs of cards are wanted."""
        return self._backs.is_on

    @property
    def codes(self) -> bool:
        """Whether cards, headlines and ballots have a code for the camera."""
        return self._codes.is_on

    def _offsets(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(8))
        grid.setVerticalSpacing(self._theme.px(6))
        rows = (
            _("This printer prints too far left by"),
            _("and too high by"),
            _("further left at ruler 2 by"),
            _("and higher by"),
        )
        fields = [self._millimetres(text) for text in rows]
        self.left, self.high, self.further, self.higher = fields
        kept = (*self._kept.offset, *self._kept.drift)
        for row, (text, field, value) in enumerate(zip(rows, fields, kept, strict=True)):
            grid.addWidget(Label(text, self._theme, "small", "grey"), row, 0)
            grid.addWidget(field, row, 1)
            field.setValue(value)
            field.valueChanged.connect(lambda _v: self.changed.emit())
        grid.setColumnStretch(0, 1)
        return grid

    def _millimetres(self, name: str) -> DecimalField:
        field = DecimalField()
        field.setAccessibleName(name)
        field.setRange(-MAX_OFFSET, MAX_OFFSET)
        field.setDecimals(1)
        field.setSingleStep(0.5)
        field.setSuffix(_(" mm"))
        field.setKeyboardTracking(False)
        side = self._theme.px(8)
        field.lineEdit().setTextMargins(side, 0, side, 0)
        return field


class AnswerChoice(QWidget):
    """Which kind of answer the list of answers has: all, or one that some wish has."""

    changed = Signal()

    def __init__(self, workshop: Workshop, theme: Theme, chosen: tuple[str, ...]) -> None:
        super().__init__()
        column = _column(self, theme)
        column.addWidget(_head(_("Which answers"), theme))
        self.kind = ChoiceBox()
        self.kind.setAccessibleName(_("Which answers"))
        self.kind.addItem(_("All answers"), ())
        counts = workshop.answers.to_everybody().counts
        for kind in (kind for kind in AnswerKind if counts[kind]):
            text = _("{kind}: {n}").format(kind=_(ANSWER_WORDS[kind]), n=counts[kind])
            self.kind.addItem(text, (kind.value,))
            if chosen == (kind.value,):
                self.kind.setCurrentIndex(self.kind.count() - 1)
        self.kind.currentIndexChanged.connect(lambda _n: self.changed.emit())
        column.addWidget(self.kind)
        if self.kind.count() < 2:  # nobody has wished for anything yet
            self.hide()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The values of the kinds; empty for all."""
        return tuple(self.kind.currentData())


class PrintOptionsPanel(QWidget):
    """All options. `changed` says that the pages change; `test_wanted` asks for a test sheet.

    `first` holds what every print needs, and stands above the sheets; the rest stands below them.
    """

    changed = Signal()
    test_wanted = Signal()

    def __init__(self, workshop: Workshop, theme: Theme, selection: Selection) -> None:
        super().__init__()
        self._theme, self._kept = theme, PrinterSettings.load()
        self.first = QWidget()
        first = _column(self.first, theme)
        first.addWidget(self._papers(workshop.prepare.team().paper))
        self._names = self._tick(_("Show {customers_s} names"), _("for this print only"))
        first.addWidget(self._names)
        self._names.setVisible(not selection.is_alone)
        self._large = self._tick(_("Large print"), _("half as large again, some on A3 or Tabloid"))
        first.addWidget(self._large)
        column = _column(self, theme)
        self._slots = self._improvements(workshop, selection.slots)
        if self._slots:
            column.addWidget(_head(_("Which improvements"), theme))
        for tick in self._slots.values():
            column.addWidget(tick)
        self.answers = AnswerChoice(workshop, theme, selection.answers)
        self.answers.changed.connect(self.changed)
        column.addWidget(self.answers)
        self.labels = LabelOptions(theme, self._kept)
        self.labels.show_paper(self.paper)
        self.labels.changed.connect(self.changed)
        self.labels.test_wanted.connect(self.test_wanted)
        column.addWidget(self.labels)
        if TEST_SHEET not in SHEETS:
            self.labels.hide()
        column.addWidget(self._link_part())

    @property
    def paper(self) -> str:
        """The name of the paper that is chosen."""
        return next(name for name, choice in self._paper.items() if choice.isChecked())

    @property
    def is_complete(self) -> bool:
        """Whether at least one improvement is ticked, where there are any."""
        return not self._slots or any(tick.is_on for tick in self._slots.values())

    def print_options(self) -> PrintOptions:
        """What is chosen, as the sheets take it."""
        chosen = tuple(slot for slot, tick in self._slots.items() if tick.is_on)
        return PrintOptions(
            paper=paper_called(self.paper),
            names=self._names.is_on,
            slots=() if len(chosen) == len(self._slots) else chosen,
            answers=self.answers.chosen,
            profile=self.labels.profile.currentData() or "",
            offset=self.labels.offset,
            drift=self.labels.drift,
            backs=self.labels.backs,
            large=self._large.is_on,
            codes=self.labels.codes,
            link=self.link.text().strip(),
        )

    def remember(self) -> None:
        """Keep what belongs to this laptop for the next print."""
        now = self.print_options()
        profile = now.profile or self._other_paper()
        PrinterSettings(profile, now.offset, now.drift, now.link).save()

    def _other_paper(self) -> str:
        """The stock of another paper size that was chosen before: it is still in use here."""
        here = {stock.slug for stock in stocks() if stock.paper == self.paper}
        return "" if self._kept.profile in here else self._kept.profile

    def _papers(self, usual: str) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        label = Label(_("Paper"), self._theme, "label", "accent")
        label.setWordWrap(False)
        line.addWidget(label)
        line.addSpacing(self._theme.px(12))
        names = [paper.name for paper in PAPERS.values()]
        self._paper: dict[str, ChoiceButton] = {}
        for name in names:
            place = "first" if name == names[0] else "last" if name == names[-1] else "middle"
            choice = self._paper[name] = ChoiceButton(name, place)
            choice.setAccessibleName(_("Paper: {paper}").format(paper=name))
            choice.setChecked(name == usual)
            choice.clicked.connect(partial(self._choose_paper, name))
            line.addWidget(choice)
        line.addStretch(1)
        return made

    def _choose_paper(self, name: str, _on: object = None) -> None:
        self.labels.show_paper(name)
        self.changed.emit()

    def _tick(self, text: str, explained: str) -> TickLine:
        made = TickLine(text, self._theme, role="body")
        made.explain(explained)
        made.tick.toggled.connect(lambda _on: self.changed.emit())
        return made

    def _improvements(self, workshop: Workshop, slots: tuple[int, ...]) -> dict[int, TickLine]:
        made = {}
        for plan in workshop.content.make_better.plans():
            on = not slots or plan.slot in slots
            made[plan.slot] = TickLine(
                f"{plan.slot}   {plan.title}", self._theme, on=on, role="body"
            )
            made[plan.slot].tick.toggled.connect(lambda _on: self.changed.emit())
        return made

    def _link_part(self) -> QWidget:
        made = QWidget()
        column = _column(made, self._theme)
        column.addWidget(_head(_("Posters and counter card"), self._theme))
        self.link = QLineEdit(self._kept.link)
        self.link.setAccessibleName(_("Link for the poster’s QR code"))
        self.link.setPlaceholderText(_("A link for its QR code, if you have one"))
        self.link.editingFinished.connect(self._link_typed)
        self.link.returnPressed.connect(self.focusNextChild)
        column.addWidget(self.link)
        self._shown_link = self.link.text()
        return made

    def _link_typed(self) -> None:
        if self.link.text() != self._shown_link:
            self._shown_link = self.link.text()
            self.changed.emit()


def _column(widget: QWidget, theme: Theme) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(6))
    return column


def _head(text: str, theme: Theme) -> Label:
    made = Label(text, theme, "label", "accent")
    made.setContentsMargins(0, theme.px(10), 0, 0)
    return made
