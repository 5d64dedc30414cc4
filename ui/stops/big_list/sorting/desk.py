"""Sorting one by one: a card, the groups as letters, and what is done with a key each."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.content.values import SortingContent
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import CardId
from cxworkshop.queries.sorting import SortQueue
from cxworkshop.stops.big_list.sorting import Sorting
from ui.bridge import Bridge
from ui.stops.big_list.desk_head import DeskHead
from ui.stops.big_list.sorting.card_panel import SortCardPanel, roomy
from ui.stops.big_list.sorting.letters import TypedLetters
from ui.stops.big_list.sorting.near_line import NearLine
from ui.stops.big_list.sorting.progress_line import ProgressLine
from ui.stops.big_list.sorting.targets import GroupPlace, SortTargets
from ui.stops.head_place import LOW
from ui.theme.theme import Theme
from ui.widgets.drag_overlay import DragOverlay
from ui.widgets.flow_layout import SideBySide
from ui.widgets.footer import Footer
from ui.widgets.labels import Label, make_button
from ui.widgets.scroll_area import ScrollArea

REST = 150  # milliseconds on a card before something like it is looked for
MINUTE = 60.0
MOST_NEAR = 5


class SortingDesk(QWidget):
    """Shows what `content.big_list.sorting` says, as the Wall does; `ended` carries a sentence."""

    ended = Signal(str)

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._bridge, self._theme = bridge, theme
        self._content: SortingContent | None = None
        self._near: list[CardId] = []
        self._began = time.monotonic()
        self._is_acting = False
        self._head = DeskHead(theme, _("Sort one by one"))
        self._head.note.setText(_("Read it aloud. Say a letter. Don’t discuss for long."))
        self._head.left.connect(self.end)
        self._number = Label("", theme, "h2")
        self._number.setWordWrap(False)
        self._line = ProgressLine(theme)
        self._card = SortCardPanel(theme)
        self._near_line = NearLine(theme, _("Near it"), _("in"))
        self._last_line = NearLine(theme, _("Just put"), _("into"))
        self._targets = SortTargets(theme)
        self._letters = TypedLetters(self, lambda: self._targets.letters)
        self._overlay = DragOverlay(self, theme)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(lambda: self._bridge.do(self._look_for_near))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        gap = self._theme.px(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, self._theme.px(28), 0)
        column.setSpacing(gap)
        bar = QWidget()
        progress = QHBoxLayout(bar)
        progress.setContentsMargins(0, 0, 0, 0)
        progress.setSpacing(self._theme.px(20))
        progress.addWidget(self._number)
        progress.addWidget(self._line, 1)
        column.addWidget(self._head)
        column.addWidget(bar)
        # Each half scrolls by itself, so that card and groups are in sight at any text size.
        halves = SideBySide(self._theme.px(roomy(self._theme, 18, 4)), 0)
        self._left = ScrollArea(self._theme.px(4))
        self._left.by_finger = False  # a finger drags the card
        room = self._theme.px(6)  # for the focus ring
        self._left.box.setContentsMargins(room, room, room, room)
        self._left.box.addWidget(self._card, 1)
        for part in (self._near_line, self._last_line):
            self._left.box.addWidget(part)
        self._left.box.addSpacing(self._theme.px(8))
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
        back.clicked.connect(lambda _on=False: self._do(self._sorting.back))
        skip.clicked.connect(lambda _on=False: self._do(self._sorting.skip))
        for button in (back, skip):
            button.setMinimumHeight(self._theme.px(roomy(self._theme, 44, 32)))
            line.addWidget(button, 1)
        return line

    def _connect(self) -> None:
        self._letters.chosen.connect(self._put)
        self._letters.unknown.connect(self._put)  # the core says that there is none
        self._targets.chosen.connect(self._put)
        new = self._targets.new_group
        new.wanted.connect(self._ask_for_headline)
        new.named.connect(lambda words: self._do(lambda: self._sorting.put_in_new_group(words)))
        new.left.connect(self._card.setFocus)
        self._card.dragged.connect(self._drag_to)
        self._card.dropped.connect(self._drop_at)
        self._card.drag_lost.connect(self._end_drag)

    @property
    def _sorting(self) -> Sorting:
        return self._bridge.workshop.big_list.sorting

    @property
    def is_on(self) -> bool:
        """Whether somebody is sorting."""
        return self._sorting.queue is not None

    def begin(self, cards: Sequence[CardId]) -> bool:
        """Begin with these cards, or with all that are in no group; False if there is none."""
        if not self._bridge.attempt(lambda: self._sorting.begin(cards)):
            return False
        self._began, self._content = time.monotonic(), None
        self.read()
        self._bridge.sorting_moved.emit()
        return True

    def end(self) -> None:
        """Go back to the list; what was sorted stays."""
        if not self.is_on:
            return
        done = self._content.sorted if self._content else 0
        self._rest.stop()
        self._letters.forget()
        self._sorting.end()
        self._bridge.sorting_moved.emit()
        self.ended.emit(_ending(done, time.monotonic() - self._began))

    def focus_card(self) -> None:
        """Give the card the keyboard."""
        self._card.setFocus()

    def read(self) -> None:
        """Show the card whose turn it is; when all are sorted, end."""
        queue = self._sorting.queue
        if queue is None or self._is_acting:
            return
        before = self._content
        content = self._content = self._gather(queue, before)
        if content.card is None:
            self.end()
            return
        place = _("{n} of {all}").format(n=content.number, all=content.total)
        self._number.setText(place)
        self._line.show_progress(content.number, content.total)
        if before is None or before.card != content.card:
            self._card.show_card(content.card, place)
            self._left.verticalScrollBar().setValue(0)
            self._rest.start()
        self._near_line.show_card(content.near)
        self._last_line.show_card(content.last)
        self._targets.show_targets(content.targets, content.near)
        if before is not None and before.card != content.card:
            self._announce()

    def footer(self) -> Footer:
        """How much is sorted, and that each key can be undone."""
        content = self._content
        if content is None:
            return Footer()
        bold = _("{n} sorted, {m} skipped").format(n=content.sorted, m=content.skipped)
        skipped = _("what is skipped comes back at the end") if content.skipped else ""
        return Footer(bold, skipped, hint=_("Every key is one step of Undo"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is only advice where the page is low."""
        super().resizeEvent(event)
        self._head.note.setVisible(self.height() >= self._theme.px(LOW))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key stands for, unless it is held down: a card must be read first."""
        key, letter = event.key(), event.text().upper()
        keys = {
            Qt.Key.Key_Space: lambda: self._do(self._sorting.skip),
            Qt.Key.Key_Backspace: lambda: self._do(self._sorting.back),
            Qt.Key.Key_Return: self._ask_for_headline,
            Qt.Key.Key_Enter: self._ask_for_headline,
            Qt.Key.Key_Escape: self._press_esc,
        }
        if event.isAutoRepeat():
            return
        if key in keys:
            keys[Qt.Key(key)]()
        elif len(letter) == 1 and letter.isascii() and letter.isalpha() and _is_plain(event):
            self._letters.press(letter)
        else:
            super().keyPressEvent(event)

    def _press_esc(self) -> None:
        if not self._card.take_drag_back():
            self.end()

    def _put(self, letter: str) -> None:
        self._do(lambda: self._sorting.put(letter))

    def _do(self, action: Callable[[], object]) -> None:
        """Do one step and show what follows; a refusal leaves the card where it is."""
        self._letters.forget()
        self._targets.new_group.close_field()
        self._is_acting = True  # the page reads during the edit, before the step is noted
        try:
            is_done = self._bridge.attempt(action)
        finally:
            self._is_acting = False
        if is_done:
            self._bridge.sorting_moved.emit()
        self.read()
        if self.is_on and self.isVisible():
            self._card.setFocus()

    def _ask_for_headline(self) -> None:
        if self._content is not None and self._content.card is not None:
            self._letters.forget()
            card = self._content.card
            self._targets.new_group.open(card.headline or next(iter(card.said), ""))

    def _look_for_near(self) -> None:
        """Look for a card in a group that says something like it; only ever a suggestion."""
        queue = self._sorting.queue
        if queue is None or self._content is None or self._content.card is None:
            return
        code = self._content.card.code
        card = self._bridge.workshop.pick.subject(code).cards[0]
        similar = self._bridge.workshop.similarity.similar_to_card(card, most=MOST_NEAR)
        self._near = [one for subject in similar for one in subject.cards]
        if self._near:
            self.read()

    def _gather(self, queue: SortQueue, before: SortingContent | None) -> SortingContent:
        """What is to be shown; what was near the card before is not near this one."""
        gather = self._bridge.workshop.content.big_list.sorting
        content = gather(queue, self._near)
        if before is None or before.card != content.card:
            self._near = []
            return gather(queue)
        return content

    def _drag_to(self, point: QPoint) -> None:
        if not self._overlay.isVisible() and self._content and self._content.card:
            card = self._content.card
            self._overlay.pick_up(card.headline or next(iter(card.said), card.code))
        self._targets.mark_below(point)
        below = self._targets.at(point)
        says = below.headline.text() if below else ""
        self._overlay.carry(self.mapFromGlobal(point), "yes" if below else "", says)

    def _drop_at(self, point: QPoint) -> None:
        below = self._targets.at(point)
        self._end_drag()
        if isinstance(below, GroupPlace):
            self._put(below.letter)
        elif below is not None:
            self._ask_for_headline()

    def _end_drag(self) -> None:
        self._overlay.let_go()
        self._targets.mark_below(None)
        self.read()

    def _announce(self) -> None:
        if QAccessible.isActive():
            words = self._card.accessibleName()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._card, words))


def _is_plain(event: QKeyEvent) -> bool:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return not event.modifiers() & held


def _ending(cards: int, seconds: float) -> str:
    """ "40 sorted in 3 minutes."; "" for none."""
    if not cards:
        return ""
    minutes = round(seconds / MINUTE)
    if minutes < 1:
        text = ngettext("{n} card sorted.", "{n} cards sorted.", cards)
        return text.format(n=cards)
    text = ngettext("{n} sorted in {minutes} minute.", "{n} sorted in {minutes} minutes.", minutes)
    return text.format(n=cards, minutes=minutes)
