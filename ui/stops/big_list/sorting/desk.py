"""Sorting one by one: what each key does, and what follows from it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.content.values import SortingContent
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.model import CardId
from cxworkshop.queries.sorting import SortQueue
from cxworkshop.stops.big_list.sorting import Sorting
from ui.bridge import Bridge
from ui.stops.big_list.sorting.face import SortingFace
from ui.stops.big_list.sorting.letters import TypedLetters
from ui.theme.theme import Theme
from ui.widgets.footer import Footer

REST = 150  # milliseconds on a card before something like it is looked for
MINUTE = 60.0
MOST_NEAR = 5


class SortingDesk(QWidget):
    """Shows what `content.big_list.sorting` says, as the Wall does; `ended` carries a sentence."""

    ended = Signal(str)

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._bridge = bridge
        self._content: SortingContent | None = None
        self._near: list[CardId] = []
        self._began = time.monotonic()
        self._is_acting = False
        self._face = face = SortingFace(theme)
        self.setFocusProxy(face.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(face)
        self._letters = TypedLetters(self, lambda: face.letters)
        self._letters.chosen.connect(self._put)
        self._letters.unknown.connect(self._put)  # the core says that there is none
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(lambda: self._bridge.do(self._look_for_near))
        face.put.connect(self._put)
        face.named.connect(lambda words: self._do(lambda: self._sorting.put_in_new_group(words)))
        face.back_wanted.connect(lambda: self._do(self._sorting.back))
        face.skip_wanted.connect(lambda: self._do(self._sorting.skip))
        face.left.connect(self.end)

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
        self._face.card.setFocus()

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
        self._face.show_content(content)
        if before is None or before.card != content.card:
            self._rest.start()

    def footer(self) -> Footer:
        """How much is sorted, and that each key can be undone."""
        content = self._content
        if content is None:
            return Footer()
        done, later = content.sorted, content.skipped
        counts = (
            ngettext("{n} sorted", "{n} sorted", done).format(n=done),
            ngettext("{n} skipped", "{n} skipped", later).format(n=later),
        )
        skipped = _("what is skipped comes back at the end") if content.skipped else ""
        return Footer(with_commas(counts), skipped, hint=_("Every key is one step of Undo"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key stands for, unless it is held down: a card must be read first."""
        key, letter = event.key(), event.text().upper()
        keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Space: lambda: self._do(self._sorting.skip),
            Qt.Key.Key_Backspace: lambda: self._do(self._sorting.back),
            Qt.Key.Key_Return: self._ask_for_headline,
            Qt.Key.Key_Enter: self._ask_for_headline,
            Qt.Key.Key_Escape: self._press_esc,
        }
        if event.isAutoRepeat():
            return
        if key in keys:
            keys[key]()
        elif len(letter) == 1 and letter.isascii() and letter.isalpha() and _is_plain(event):
            self._letters.press(letter)
        else:
            super().keyPressEvent(event)

    def _ask_for_headline(self) -> None:
        self._letters.forget()
        self._face.ask_for_headline()

    def _press_esc(self) -> None:
        if not self._face.card.take_drag_back():
            self.end()

    def _put(self, letter: str) -> None:
        self._do(lambda: self._sorting.put(letter))

    def _do(self, action: Callable[[], object]) -> None:
        """Do one step and show what follows; a refusal leaves the card where it is."""
        self._letters.forget()
        self._face.close_field()
        self._is_acting = True  # the page reads during the edit, before the step is noted
        try:
            is_done = self._bridge.attempt(action)
        finally:
            self._is_acting = False
        self.read()  # which ends it after the last card
        if is_done and self.is_on:
            self._bridge.sorting_moved.emit()
        if self.is_on and self.isVisible():
            self.focus_card()

    def _gather(self, queue: SortQueue, before: SortingContent | None) -> SortingContent:
        """What is to be shown; what was near the card before is not near this one."""
        gather = self._bridge.workshop.content.big_list.sorting
        content = gather(queue, self._near)
        if before is None or before.card != content.card:
            self._near = []
            return gather(queue)
        return content

    def _look_for_near(self) -> None:
        """Look for a card in a group that says something like it; only ever a suggestion."""
        if not self.is_on or self._content is None or self._content.card is None:
            return
        workshop = self._bridge.workshop
        card = workshop.pick.subject(self._content.card.code).cards[0]
        similar = workshop.similarity.similar_to_card(card, most=MOST_NEAR)
        self._near = [one for subject in similar for one in subject.cards]
        if self._near:
            self.read()


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
