"""A first step and a blocker on the sheet: edited where they stand."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.compat import override
from cxworkshop.errors import NotFound
from cxworkshop.i18n import _, ngettext
from cxworkshop.keys import key_name
from cxworkshop.model import Blocker, FirstStep
from cxworkshop.workshop import Workshop
from ui.stops.make_better.row_actions import BlockerActions, StepActions
from ui.theme.mirror import margins, painter_of
from ui.theme.theme import Theme
from ui.widgets.day_field import DayField
from ui.widgets.editable_rows import EditableRow
from ui.widgets.fields import Field, TextArea
from ui.widgets.labels import Label, small_button
from ui.widgets.names import NameCompleter

NARROW = 380  # pixels at 100 %: below it, who and when stand below the words
WHO = 72


class PlanRow(EditableRow):
    """Words with a note below them, who, one more part, and a menu.

    Moved by Alt with an arrow key, by the menu, or by its grip; `dragged` carries the height of
    the mouse in the table, `dropped` says that it was let go, `lost` that this was elsewhere.
    `back` takes back that it is done.
    """

    dragged = Signal(int)
    dropped = Signal()
    lost = Signal()
    back = Signal()

    def __init__(self, theme: Theme, words: TextArea, who: Field) -> None:
        super().__init__(theme)
        self.words, self.who = words, who
        self._name, self._may_go_back = words.accessibleName(), ""
        self.line.setContentsMargins(0, theme.px(1), 0, theme.px(1))
        self.line.setSpacing(theme.px(2))
        self._first, self._rest = QHBoxLayout(), QHBoxLayout()
        for half in (self._first, self._rest):
            half.setSpacing(theme.px(4))
        self.line.addLayout(self._first, 1)
        self.line.addLayout(self._rest)
        top = Qt.AlignmentFlag.AlignTop
        self.grip = _Grip(theme)
        self.grip.dragged.connect(self._drag)
        self.grip.dropped.connect(self.dropped)
        self.grip.lost.connect(self.lost)
        self._first.addWidget(self.grip, 0, top)
        words.document().setDocumentMargin(1)
        self.note = Label("", theme, "small", "grey")
        self.note.setContentsMargins(*margins(theme.px(3), 0, 0, 0))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.note)
        self._first.addLayout(column, 1)
        self._rest.addWidget(self.who, 1, top)
        self._more = small_button("", "quiet", lead="more")
        self._more.clicked.connect(lambda _on=False: self._open_menu())
        for field in (self.words, self.who):
            field.installEventFilter(self)

    def add_part(self, part: QWidget) -> None:
        """Add what stands between the name and the menu; the menu follows it."""
        top = Qt.AlignmentFlag.AlignTop
        self._rest.addWidget(part, 0, top)
        self._rest.addWidget(self._more, 0, top)

    def show_words(self, words: str, who: str, note: str) -> None:
        """Show what the row says, and name its parts after it."""
        self.words.show_text(words)
        self.who.show_text(who)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.words.setAccessibleName(f"{self._name}: {words}")
        self._more.setAccessibleName(_("More: {words}").format(words=words))
        self.grip.setAccessibleName(_("Move: {words}").format(words=words))

    def show_done(self, back: str) -> None:
        """Draw it grey where it is done; `back` is the menu's text that takes that back, or ""."""
        self._may_go_back = back
        for field in (self.words, self.who):
            if field.property("done") != bool(back):
                field.setProperty("done", bool(back))
                field.style().unpolish(field)
                field.style().polish(field)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put who and when below the words where there is too little width."""
        super().resizeEvent(event)
        self._level()
        narrow = self.width() < self.theme.px(NARROW)
        way = QBoxLayout.Direction
        self.line.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self.who.setMaximumWidth(16_777_215 if narrow else self.theme.px(WHO))

    def _level(self) -> None:
        """Let what stands beside the first line of the words have its middle there."""
        self.grip.setFixedHeight(self.who.sizeHint().height())

    def _drag(self, y: int) -> None:
        self.dragged.emit(self.y() + y)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, key, step in ((_("Move up"), "Alt+↑", -1), (_("Move down"), "Alt+↓", 1)):
            move = menu.addAction(f"{text}\t{key}")
            move.triggered.connect(lambda _on=False, step=step: self.moved.emit(step))
        if self._may_go_back:
            menu.addAction(self._may_go_back).triggered.connect(lambda _on=False: self.back.emit())
        aside = menu.addAction("{}\t{}".format(_("Set aside"), key_name("Alt+Del")))
        aside.triggered.connect(lambda _on=False: self.away.emit())
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


class _Grip(QWidget):
    """Six dots by which a row is dragged; `dragged` carries the mouse's height in the row."""

    dragged = Signal(int)
    dropped = Signal()
    lost = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setMouseTracking(True)  # a move without a button tells of a lost release
        self.setFixedWidth(theme.px(12))
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.setToolTip(_("Drag it, or press Alt with ↑ or ↓"))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(self.mapToParent(event.position().toPoint()).y())
        else:
            self.lost.emit()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.dropped.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.ghost))
        dot, gap, middle = self._theme.px(3) / 2, self._theme.px(5), self.height() / 2
        for row in (-1, 0, 1):
            for x in (dot, dot + gap):
                painter.drawEllipse(QPointF(x, middle + row * gap), dot, dot)


class StepRow(PlanRow):
    """A first step: a tick, what, who, by when."""

    def __init__(self, theme: Theme, actions: StepActions, step: str) -> None:
        super().__init__(
            theme,
            TextArea(_("First step"), "", lambda text: actions.reword(step, text), "cell"),
            Field(_("Who"), _("who"), lambda name: actions.assign(step, name), "cell_strong"),
        )
        NameCompleter(self.who, actions.plan.names)
        self._tick = QCheckBox()
        self._tick.clicked.connect(lambda on=False: actions.set_done(step, done=on))
        self._first.insertWidget(1, self._tick, 0, Qt.AlignmentFlag.AlignTop)
        self.day = DayField(
            _("By when"),
            lambda day: actions.set_day(step, day),
            actions.plan.today,
            kind="cell",
            with_year=False,
        )
        self.day.ask_for(_("by when"))
        self.day.entry.installEventFilter(self)
        self.add_part(self.day)
        self.back.connect(lambda: actions.set_done(step, done=False))
        self.away.connect(lambda: actions.set_aside(step))

    @override
    def _level(self) -> None:
        super()._level()
        self._tick.setFixedHeight(self.grip.minimumHeight())

    def show_step(self, step: FirstStep, workshop: Workshop) -> None:
        """Show the step, and which idea it came from."""
        self.show_words(step.words, workshop.people.name_of(step.who), idea_note(step, workshop))
        self._tick.setChecked(step.done_on is not None)
        self._tick.setAccessibleName(_("Done: {words}").format(words=step.words))
        self.who.setAccessibleName(_("Who: {words}").format(words=step.words))
        self.day.entry.setAccessibleName(_("By when: {words}").format(words=step.words))
        self.day.show_day(step.by_when)
        self.show_done(_("Not done after all") if step.done_on else "")


class BlockerRow(PlanRow):
    """A blocker: what, who removes it, and a button when it is out of the way."""

    removed = Signal()

    def __init__(self, theme: Theme, actions: BlockerActions, blocker: str) -> None:
        who = _("Who removes it")
        super().__init__(
            theme,
            TextArea(_("In the way"), "", lambda text: actions.reword(blocker, text), "cell"),
            Field(who, _("who"), lambda name: actions.assign(blocker, name), "cell_strong"),
        )
        NameCompleter(self.who, actions.plan.names)
        end = QWidget()
        box = QVBoxLayout(end)
        box.setContentsMargins(0, 0, 0, 0)
        self._gone = Label("", theme, "small", "grey")
        self._clear = small_button(_("Out of the way"))
        self._clear.clicked.connect(lambda _on=False: self.removed.emit())
        box.addWidget(self._clear)
        box.addWidget(self._gone)
        end.setMinimumWidth(theme.px(118))
        self.add_part(end)
        self.back.connect(lambda: actions.reopen(blocker))
        self.away.connect(lambda: actions.set_aside(blocker))

    def show_blocker(self, blocker: Blocker, workshop: Workshop) -> None:
        """Show the blocker, the day on which it came up and the days that it has cost."""
        lost = workshop.make_better.blockers.days_lost(blocker.id)
        name = workshop.people.name_of(blocker.remover)
        self.show_words(blocker.words, name, came_up_note(blocker.came_up_on, lost))
        self.who.setAccessibleName(_("Who removes it: {words}").format(words=blocker.words))
        gone = blocker.removed_on is not None
        self._clear.setVisible(not gone)
        self._clear.setAccessibleName(_("Out of the way: {words}").format(words=blocker.words))
        self._gone.setText(_("gone {day}").format(day=days.day_month(blocker.removed_on)))
        self._gone.setVisible(gone)
        self.show_done(_("Still in the way") if gone else "")


def idea_note(step: FirstStep, workshop: Workshop) -> str:
    """The idea's name: "Idea 17", with its words where the step says it in others."""
    if not step.idea:
        return ""
    try:
        idea = workshop.make_better.ideas.find(step.idea)
    except NotFound:  # of a catalogue that we don't have
        return ""
    number = _("Idea {n}").format(n=idea.number)
    if idea.words == step.words:
        return number
    return _("{idea}: {words}").format(idea=number, words=idea.words)


def came_up_note(day: date | None, lost: int) -> str:
    """ "since Mon 16 Nov · 5 days lost"."""
    since = _("since {day}").format(day=days.short(day)) if day else ""
    cost = ngettext("{n} day lost", "{n} days lost", lost).format(n=lost)
    return "  ·  ".join(filter(None, (since, cost)))
