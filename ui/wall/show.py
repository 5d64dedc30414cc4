"""What the room sees now: the subject, its pages, whether it is frozen or blank."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from cxworkshop.content.gather.wall import WallView
from cxworkshop.content.values.wall import HeldWords, NameChoice, WallSubject
from cxworkshop.queries.meeting_now import LineNow
from cxworkshop.workshop import Workshop
from ui.theme.tokens import Tokens
from ui.timer.control import TimerControl
from ui.wall.layouts import lay_out
from ui.wall.pages import STRIP, WallFrame
from ui.wall.place import is_dark_room, remember_dark_room
from ui.wall.scene import WallPage
from ui.wall.timer_strip import with_timer
from ui.wall.tokens import BRIGHT_ROOM, DARK_ROOM, USUAL_PART

LATER = 80  # milliseconds: by then the Desk has painted what a key has changed


class WallShow(QObject):
    """Reads the workshop again after each change, not while it is frozen.

    `choices` are a person's decisions about words that may name somebody; it adds to them.
    `changed` says that the room sees something else, `turned` that it is another page or subject.
    """

    changed = Signal()
    turned = Signal()

    def __init__(self, parent: QObject, choices: dict[str, NameChoice]) -> None:
        super().__init__(parent)
        self._read: Callable[[], tuple[Workshop, WallSubject] | None] = lambda: None
        self._opened: WallSubject | None = None  # by S, until another stop is opened
        self._subject: WallSubject | None = None
        self._view = WallView(())
        self._size, self._smallest = (1920, 1080), 1080 / USUAL_PART
        self._frame = WallFrame.of(*self._size, self._smallest)
        self._pages: list[WallPage] = []
        self._place = 0
        self._timer: TimerControl | None = None
        self._line: LineNow | None = None  # of the agenda, as it was read last
        self._with_timer: WallPage | None = None
        self._choices = choices
        self.frozen_at: datetime | None = None
        self.is_blank = False
        self.is_dark = is_dark_room()
        self._is_waiting = False
        self._soon = QTimer(self)  # several changes are one new picture, and no key waits for it
        self._soon.setSingleShot(True)
        self._soon.setInterval(LATER)
        self._soon.timeout.connect(self.refresh)

    def follow(self, read: Callable[[], tuple[Workshop, WallSubject] | None]) -> None:
        """Show what `read` returns: a workshop, and what its Desk is about."""
        self._read = read
        self._opened = None
        self.refresh()

    @property
    def tokens(self) -> Tokens:
        """The colours for this room."""
        return DARK_ROOM if self.is_dark else BRIGHT_ROOM

    @property
    def page(self) -> WallPage | None:
        """The page that the room sees, with the timer while it runs."""
        return self._with_timer

    @property
    def content(self) -> WallPage | None:
        """The same without the timer: it stays the same while only the timer goes on."""
        return self._pages[self._place] if self._pages else None

    @property
    def number(self) -> int:
        """The number of the page, from 1."""
        return self._place + 1

    @property
    def of(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def subject(self) -> WallSubject | None:
        """What is shown."""
        return self._subject

    @property
    def is_opened(self) -> bool:
        """Whether something was opened by itself, and not the stop's own Wall."""
        return self._opened is not None

    @property
    def held(self) -> tuple[HeldWords, ...]:
        """What is held back until a person has looked (R7)."""
        return self._view.held

    @property
    def smallest(self) -> int:
        """The smallest text in pixels of the Wall's screen."""
        return round(self._smallest)

    def follow_timer(self, timer: TimerControl) -> None:
        """Show this timer at the foot while it runs; a Wall that is frozen stands still."""
        self._timer = timer
        timer.ticked.connect(self._tick)
        self._tick()

    def _tick(self) -> None:
        if self.frozen_at is not None or self._timer is None:
            return
        line = self._timer.line_now()
        if line != self._line:
            self._line = line
            self.refresh_soon()
        if (self._timer.timer is not None) != bool(self._frame.below):
            self._lay_out(self._place)
        elif self._timer.timer is not None:
            self._compose()

    def refresh_soon(self) -> None:
        """Read again when the Desk has painted what changed; another change does not put it off."""
        if not self._is_waiting:
            self._is_waiting = True
            QTimer.singleShot(0, self, self._begin_to_wait)  # from the end of what goes on now

    def _begin_to_wait(self) -> None:
        if self._is_waiting:
            self._soon.start()

    def refresh_if_waiting(self) -> None:
        """Read at once what was to be read soon."""
        if self._is_waiting:
            self.refresh()

    def go_to_stop(self) -> None:
        """Show the stop in front again: what was opened before is closed."""
        self._opened = None
        self.refresh_soon()

    def open(self, subject: WallSubject) -> None:
        """Show this thing; what is shown already gives way to the stop's own Wall again."""
        self._opened = None if self._opened == subject else subject
        self.refresh()

    def refresh(self) -> None:
        """Read the workshop, unless the Wall is frozen."""
        self._is_waiting = False
        self._soon.stop()
        found = self._read()
        if self.frozen_at is not None or found is None:
            return
        workshop, subject = found
        subject = self._opened or subject
        self._view = workshop.content.wall.view(subject, workshop.today, self._choices, self._line)
        is_other = subject != self._subject
        self._subject = subject
        self._lay_out(0 if is_other else self._place)
        if is_other:
            self.turned.emit()

    def fit(self, width: int, height: int, smallest: float) -> None:
        """Lay out for a screen of this size in pixels, and for the text its back row can read."""
        if (self._size, self._smallest) != ((width, height), smallest):
            self._size, self._smallest = (width, height), smallest
            self._lay_out(self._place)

    def turn(self, step: int) -> bool:
        """Turn a page; False at the first and the last one."""
        wanted = self._place + step
        if not 0 <= wanted < len(self._pages):
            return False
        self._place = wanted
        self._compose()
        self.turned.emit()
        return True

    def freeze(self) -> None:
        """Keep what the room sees, or go on with the Desk."""
        self.frozen_at = None if self.frozen_at else datetime.now()  # noqa: DTZ005 - a clock's time
        self.refresh()
        self.changed.emit()

    def blank(self) -> None:
        """Show nothing to the room, or the page again."""
        self.is_blank = not self.is_blank
        self.changed.emit()

    def darken(self) -> None:
        """Turn to the colours for a dark room, or for a bright one; they are remembered."""
        self.is_dark = not self.is_dark
        remember_dark_room(dark=self.is_dark)
        self.changed.emit()

    def decide(self, words: str, choice: NameChoice) -> None:
        """Take a person's decision about words that may name somebody."""
        self._choices[words] = choice
        self.refresh()

    def _lay_out(self, place: int) -> None:
        frame = WallFrame.of(*self._size, self._smallest)
        if self._timer is not None and self._timer.timer is not None:
            frame = frame.above(STRIP)
        self._frame = frame
        self._pages = lay_out(self._view.contents, frame)
        self._place = max(0, min(place, len(self._pages) - 1))
        self._compose()

    def _compose(self) -> None:
        """Put the timer on the page: it is made once a second, however often it is painted."""
        page = self._pages[self._place] if self._pages else None
        timer = self._timer.timer if self._timer is not None else None
        if page is not None and self._timer is not None and timer is not None:
            page = with_timer(page, self._frame, timer, self._timer.clock())
        self._with_timer = page
        self.changed.emit()
