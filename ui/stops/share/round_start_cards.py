"""What the page that starts a round shows first: kept, still open, printed and told."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, n_, ngettext, with_commas
from cxworkshop.model import Pick, Told
from cxworkshop.open_thing import OpenKind, OpenThing
from cxworkshop.stops.share import Thanks
from cxworkshop.workshop import Workshop
from ui.stops.share.announcements import AnnouncementRow, TickBox, WriteHow
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.labels import Hairline, Label, Panel, clear
from ui.widgets.lists import RowList
from ui.widgets.open_lines import open_lines
from ui.widgets.open_rows import OpenRows
from ui.widgets.round_rings import StageRing

ALL = 500  # rows
PRINTED = (n_("The poster"), n_("The page for all staff"), n_("The answers"))


class CeremonyCard(Panel):
    """A title with a count, and rows below a line."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme)
        self._title = title
        self.box.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
        head = QHBoxLayout()
        head.addWidget(Label(title, theme, "h2"), 1)
        self._count = Label("", theme, "small", "grey")
        self._count.setWordWrap(False)
        head.addWidget(self._count)
        self.box.addLayout(head)
        self.box.addWidget(Hairline(theme))
        self._inside = QWidget()
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(5))
        self.box.addWidget(self._inside)
        self.box.addStretch(1)

    def scroll_inside(self, height: int) -> None:
        """Keep to this height in pixels, or more where it is given; what does not fit scrolls."""
        self.setMinimumHeight(height)
        self.box.removeWidget(self._inside)
        rows = RowList(self._theme, self._title)
        rim = self._theme.px(4)  # focus is drawn around a tick
        self._rows.setContentsMargins(*margins(rim, rim, 0, rim))
        rows.show_rows([self._inside])
        self.box.takeAt(self.box.count() - 1)  # the rows take all the height instead
        self.box.addWidget(rows, 1)

    def show_rows(self, rows: Iterable[QWidget], count: str) -> None:
        """Replace the rows, with a line between them."""
        clear(self._rows)
        for n, row in enumerate(rows):
            if n:
                self._rows.addWidget(Hairline(self._theme))
            self._rows.addWidget(row)
        self._count.setText(count)

    def beside(self, sign: QWidget, *words: Label) -> QWidget:
        """A row with a sign before its words."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, self._theme.px(2), 0, self._theme.px(2))
        line.setSpacing(self._theme.px(10))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        for word in words:
            column.addWidget(word)
        line.addLayout(column, 1)
        return row


class KeptCard(CeremonyCard):
    """What was kept, and whom to thank; the ticks are free, and nothing waits for them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("What was kept"))
        self.ticks: list[TickBox] = []
        self._thanked: set[str] = set()

    def show_thanks(self, workshop: Workshop, of: int) -> None:
        """Show it; those who were thanked stay ticked."""
        self.ticks = []
        thanks = workshop.share.to_thank()
        rows = [row for one in thanks for row in self._rows_of(workshop, one)]
        if not thanks:
            none = _("Nothing kept in this round yet. Thank them for trying.")
            text = Label(none, self._theme, "body", "grey")
            rows = [self.beside(StageRing("free", self._theme, 28), text)]
        now = workshop.rounds.current().id
        n = sum(one.outcome.pick.round == now for one in thanks)  # others were settled late
        before = len(thanks) - n
        earlier = ngettext("{n} from before", "{n} from before", before)
        counts = [
            _("{n} of {all}").format(n=n, all=of) if of else "",
            earlier.format(n=before) if before else "",
        ]
        self.show_rows(rows, with_commas(filter(None, counts)))

    def _rows_of(self, workshop: Workshop, thanks: Thanks) -> list[QWidget]:
        theme, pick = self._theme, thanks.outcome.pick
        slot = next((str(n) for n, row in workshop.pick.slots().items() if row.id == pick.id), "")
        sign = StageRing("kept", theme, 28, slot)
        title = Label(thanks.outcome.title, theme, "h2")
        thank = Label(_("Whom to thank"), theme, "label", "accent")
        labels = [title, thank]
        if not slot:
            labels.insert(1, Label(_left_by(workshop, pick), theme, "small", "grey"))
        rows = [self.beside(sign, *labels)]
        for person in thanks.people:
            did = _did(workshop, pick, person.id)
            rows.append(self._person(f"{pick.id}/{person.id}", person.name, did))
        return rows

    def _person(self, key: str, name: str, did: str) -> QWidget:
        tick = TickBox(_("Thanked: {name}").format(name=name), self._theme)
        tick.setChecked(key in self._thanked)
        tick.toggled.connect(
            lambda on: self._thanked.add(key) if on else self._thanked.discard(key)
        )
        self.ticks.append(tick)
        row = _ClickRow(tick)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, self._theme.px(2), 0, self._theme.px(2))
        line.setSpacing(self._theme.px(9))
        line.addWidget(tick)
        line.addWidget(Label(name, self._theme, "strong"), 1)
        what = Label(did, self._theme, "small", "grey")
        what.setWordWrap(False)
        line.addWidget(what)
        return row


class _ClickRow(QWidget):
    """A row whose words tick its box."""

    def __init__(self, tick: TickBox) -> None:
        super().__init__()
        self._tick = tick

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._tick.click()


class OpenCard(CeremonyCard):
    """What is still open and goes along. `place_wanted` carries where it is finished."""

    place_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Still open, goes along"))

    def show_open(self, workshop: Workshop) -> None:
        """Show it; what gets another 30 days comes first, with its slot."""
        again = workshop.rounds.to_try_again()
        parts = [self._again(workshop, pick, n) for n, pick in enumerate(again, start=1)]
        lines = open_lines(workshop, going_along(workshop))
        n = len(again) + len(lines)
        if not n:
            nothing = Label(_("Nothing is left behind."), self._theme, "body", "grey")
            parts = [self.beside(StageRing("kept", self._theme, 20), nothing)]
        rows = OpenRows(self._theme, ALL, may_put_down=False)
        rows.wanted.connect(lambda line: self.place_wanted.emit(line.place))
        rows.show_lines(lines)
        self.show_rows([*parts, *([rows] if lines else [])], str(n) if n else "")

    def _again(self, workshop: Workshop, pick: Pick, place: int) -> QWidget:
        title = workshop.share.outcome(pick.id).title
        text = _("another 30 days: goes on in slot {n}").format(n=place)
        if place > 3:
            text = _("another 30 days, when a slot is free")
        sign = StageRing("doing", self._theme, 20)
        return self.beside(
            sign, Label(title, self._theme, "strong"), Label(text, self._theme, "field", "grey")
        )


def going_along(workshop: Workshop) -> list[OpenThing]:
    """What any round promised, without this round's tellings, which stand beside it."""
    promises, now = workshop.open_promises, workshop.rounds.current().number
    again = {pick.id for pick in workshop.rounds.to_try_again()}
    return [
        thing
        for thing in (*promises.now(), *promises.coming())
        if not (thing.kind is OpenKind.TELLING and thing.round_number == now)
        and not (thing.kind is OpenKind.NEXT_STEP and thing.pick in again)
    ]


class ToldCard(CeremonyCard):
    """What was printed and who was told. `ticked` carries a row's id and whether it is ticked."""

    ticked = Signal(str, bool)

    def __init__(self, theme: Theme, tell: Callable[[str], object], write_how: WriteHow) -> None:
        super().__init__(theme, _("Printed and told"))
        self._tell, self._write_how = tell, write_how

    def show_told(self, people: list[Told]) -> None:
        """Show them, and the papers of which nobody has said yet that they are printed."""
        rows: list[QWidget] = [self._row(told) for told in people]
        there = {told.who.casefold() for told in people}
        rows += [self._paper(_(name)) for name in PRINTED if _(name).casefold() not in there]
        done = sum(told.told_on is not None for told in people)
        self.show_rows(rows, _("{n} of {all}").format(n=done, all=len(rows)))

    def _row(self, told: Told) -> QWidget:
        row = AnnouncementRow(told, self._theme, self._write_how, _("not told yet"))
        row.ticked.connect(lambda on: self.ticked.emit(told.id, on))
        return row

    def _paper(self, name: str) -> QWidget:
        theme = self._theme
        tick = TickBox(_("Printed: {paper}").format(paper=name), theme)
        tick.toggled.connect(lambda _on: self._tell(name))
        row = _ClickRow(tick)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        line.setSpacing(theme.px(9))
        line.addWidget(tick)
        line.addWidget(Label(name, theme), 1)
        quiet = Label(_("not printed yet"), theme, "small", "grey")
        quiet.setWordWrap(False)
        line.addWidget(quiet)
        return row


def _left_by(workshop: Workshop, pick: Pick) -> str:
    """The round that left it to this one."""
    number = next(row.number for row in workshop.rounds.all() if row.id == pick.round)
    return _("from round {n}").format(n=number)


def _did(workshop: Workshop, pick: Pick, person: str) -> str:
    """What somebody did for an improvement, in a few words."""
    better = workshop.make_better
    if person == pick.owner:
        return _("led it")
    if person in better.helpers(pick.id):
        return _("helped")
    if person == better.licence(pick.id).given_by:
        return _("gave the licence")
    if any(step.who == person for step in better.steps.of(pick.id)):
        return _("took a step")
    return _("cleared the road")
