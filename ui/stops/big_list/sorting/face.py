"""How sorting looks: the card on the left, the groups on the right, and what a mouse can do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.content.values import SortCard, SortingContent
from cxworkshop.i18n import _
from ui.accessible.announce import announce
from ui.stops.big_list.desk_head import DeskHead
from ui.stops.big_list.sorting.card_panel import SortCardPanel, roomy
from ui.stops.big_list.sorting.near_line import NearLine
from ui.stops.big_list.sorting.progress_line import ProgressLine
from ui.stops.big_list.sorting.targets import NewGroupButton, SortTargets
from ui.stops.head_place import LOW
from ui.theme.mirror import margins
from ui.theme.theme import Theme
from ui.widgets.drag_overlay import DragOverlay
from ui.widgets.flow_layout import SideBySide
from ui.widgets.labels import Label, make_button
from ui.widgets.scroll_area import ScrollArea


class SortingFace(QWidget):
    """Shows a SortingContent. `put` carries a letter, `named` the headline of a new group."""

    put = Signal(str)
    named = Signal(str)
    back_wanted = Signal()
    skip_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: SortCard | None = None
        self._place = ""
        self._head = DeskHead(theme, _("Sort one by one"))
        self._head.note.setText(_("Read it aloud. Say a letter. Don’t discuss for long."))
        self._number = Label("", theme, "h2")
        self._number.setWordWrap(False)
        self._line = ProgressLine(theme)
        self.card = SortCardPanel(theme)
        self._near_line = NearLine(theme, _("Near it"), _("in"))
        self._last_line = NearLine(theme, _("Just put"), _("into"))
        self._targets = SortTargets(theme)
        self._overlay = DragOverlay(self, theme)
        self._content: SortingContent | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins(0, 0, px(28), 0))
        column.setSpacing(px(12))
        progress = QHBoxLayout()
        progress.setSpacing(px(20))
        progress.addWidget(self._number)
        progress.addWidget(self._line, 1)
        column.addWidget(self._head)
        column.addLayout(progress)
        # Each half scrolls by itself, so that card and groups are in sight at any text size.
        halves = SideBySide(px(roomy(self._theme, 18, 4)), 0)
        self._left = ScrollArea(px(4))
        self._left.by_finger = False  # a finger drags the card
        self._left.be_roomy()
        room = px(6)  # for the focus ring
        self._left.box.setContentsMargins(room, room, room, room)
        self._left.box.addWidget(self.card, 1)
        for part in (self._near_line, self._last_line):
            self._left.box.addWidget(part)
        self._left.box.addSpacing(px(8))
        self._left.box.addLayout(self._buttons())
        self._targets.setContentsMargins(room, room, room, room)
        halves.line.addWidget(self._left, 10)
        halves.line.addWidget(self._targets, 11)
        column.addWidget(halves, 1)

    def _buttons(self) -> QBoxLayout:
        ways = QBoxLayout.Direction
        line = QBoxLayout(roomy(self._theme, ways.LeftToRight, ways.TopToBottom))
        line.setSpacing(self._theme.px(8))
        back, skip = make_button(_("Back"), lead="undo"), make_button(_("Skip"), trail="arrow")
        back.show_key(_("Backspace"))
        skip.show_key(_("Space"))
        back.clicked.connect(lambda _on=False: self.back_wanted.emit())
        skip.clicked.connect(lambda _on=False: self.skip_wanted.emit())
        for button in (back, skip):
            button.setProperty("big", roomy(self._theme, True, False))  # noqa: FBT003
            line.addWidget(button, 1)
        return line

    def _connect(self) -> None:
        self._head.left.connect(self.left)
        self._targets.chosen.connect(self.put)
        new = self._targets.new_group
        new.wanted.connect(self.ask_for_headline)
        new.named.connect(self.named)
        new.left.connect(self.card.setFocus)
        self.card.dragged.connect(self._drag_to)
        self.card.dropped.connect(self._drop_at)
        self.card.drag_lost.connect(self._end_drag)

    @property
    def letters(self) -> list[str]:
        """The letters of the groups."""
        return self._targets.letters

    def show_content(self, content: SortingContent) -> None:
        """Show a card with its groups, and tell screen readers of another card."""
        assert content.card is not None  # else sorting is over
        self._content = content
        place = _("{n} of {all}").format(n=content.number, all=content.total)
        self._number.setText(place)
        self._line.show_progress(content.number, content.total)
        self._near_line.show_card(content.near)
        self._last_line.show_card(content.last)
        self._targets.show_targets(content.targets, content.near)
        if (content.card, place) != (self._shown, self._place):
            self._shown, self._place = content.card, place
            self.card.show_card(content.card, place)
            self._left.verticalScrollBar().setValue(0)
            announce(self.card, self.card.accessibleName())

    def ask_for_headline(self) -> None:
        """Open the field for the headline of a new group."""
        if self._shown is not None:
            self._targets.new_group.open(_words(self._shown))

    def close_field(self) -> None:
        """Close that field."""
        self._targets.new_group.close_field()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is only advice where the page is low."""
        super().resizeEvent(event)
        self._head.note.setVisible(self.height() >= self._theme.px(LOW))

    def _drag_to(self, point: QPoint) -> None:
        if not self._overlay.isVisible() and self._shown is not None:
            self._overlay.pick_up(_words(self._shown))
        self._targets.mark_below(point)
        below = self._targets.at(point)
        says = below.headline.text() if below else ""
        self._overlay.carry(self.mapFromGlobal(point), "yes" if below else "", says)

    def _drop_at(self, point: QPoint) -> None:
        below = self._targets.at(point)
        self._end_drag()
        if isinstance(below, NewGroupButton):
            self.ask_for_headline()
        elif below is not None:
            self.put.emit(below.letter)

    def _end_drag(self) -> None:
        self._overlay.let_go()
        self._targets.mark_below(None)
        if self._content is not None:
            self._targets.show_targets(self._content.targets, self._content.near)


def _words(card: SortCard) -> str:
    """Our headline, or what a customer said first."""
    return card.headline or next(iter(card.said), card.code)
