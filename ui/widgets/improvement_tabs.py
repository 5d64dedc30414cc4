"""Tabs for the round's picks: stops 5, 6 and 7 show one improvement at a time.

Behind them stand those of earlier rounds in which something is still open.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QStackedWidget, QTabBar, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, with_commas
from cxworkshop.model import Pick, PickId, Round
from cxworkshop.open_thing import OpenKind, OpenThing
from cxworkshop.workshop import Workshop
from ui.accessible.tabs import TabParts
from ui.accessible.views import make_accessible
from ui.theme.focus import OWN_FOCUS
from ui.theme.mirror import draw_text, mirror_row
from ui.theme.paint import ring
from ui.theme.theme import Theme
from ui.widgets.fields import write_half_typed
from ui.widgets.open_lines import tab_note

HIGH, RING = 52, 36  # pixels at 100 %
WIDEST = 640  # pixels at 100 %: of a title; a headline is shorter, what customers say may not be
GAP = 14  # pixels at every size of text
SLACK = 5  # of them, which a tab can do without


@dataclass(frozen=True)
class TabFace:
    """A tab's ring and short note: how far its improvement is at this stop."""

    state: str = "thin"
    share: float = 0.0
    note: str = ""
    is_soon: bool = False  # whether the note is shown in amber


@dataclass(frozen=True)
class _Tab:
    """A pick with its slot; `thing` is what is open of an earlier round, None once it is done."""

    pick: Pick
    slot: int
    past: int = 0  # the number of an earlier round
    thing: OpenThing | None = None


class ImprovementTabs(QTabBar):
    """A tab for each slot that is filled, and for each pick of an earlier round with something open
    of the kinds that this stop finishes. `turned` says that another is open.
    """

    turned = Signal()

    def __init__(self, theme: Theme, *finishes: OpenKind) -> None:
        super().__init__()
        self._theme, self._finishes = theme, finishes
        self.setAccessibleName(_("Improvements"))
        self.setProperty(OWN_FOCUS, True)  # noqa: FBT003 - Qt's own
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self._tabs: list[_Tab] = []
        self._workshop: Workshop | None = None
        self._faces: list[TabFace] = []
        self.currentChanged.connect(lambda _now: self.turned.emit())
        make_accessible(TabParts(self, self._turn))
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self, partial(self._step, step))

    @property
    def pick(self) -> PickId | None:
        """The pick whose tab is open; None while nothing is picked."""
        return self._open.pick.id if self._open else None

    @property
    def slot(self) -> int:
        """The slot of the open tab in its round; 0 while nothing is picked."""
        return self._open.slot if self._open else 0

    @property
    def workshop(self) -> Workshop:
        """The workshop as the round of the open tab sees it."""
        assert self._workshop is not None  # `show_picks` comes first
        past = self._open.past if self._open else 0
        return self._workshop.in_round(past) if past else self._workshop

    @property
    def _open(self) -> _Tab | None:
        now = self.currentIndex()
        return self._tabs[now] if 0 <= now < len(self._tabs) else None

    def turn_to(self, pick: str) -> None:
        """Open the tab of this pick, if it is among them."""
        here = next((n for n, tab in enumerate(self._tabs) if tab.pick.id == pick), None)
        if here is not None:
            self._turn(here)

    def show_picks(self, workshop: Workshop) -> list[Pick]:
        """Make the tabs; return the picks in their order. The one that is open stays open."""
        self._workshop, was = workshop, self._open
        is_first_time = not self._tabs and not self.count()
        tabs = self._wanted(workshop, was)
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._tabs = tabs
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        while self.count() < len(tabs):
            self.addTab("")
        for place, tab in enumerate(tabs):
            self.setTabText(place, _title(workshop, tab.pick).replace("&", "&&"))
        same = [n for n, tab in enumerate(tabs) if was and tab.pick.id == was.pick.id]
        here = same[0] if same else self._due(workshop) if is_first_time else self.currentIndex()
        self.setCurrentIndex(min(max(here, 0), len(tabs) - 1))
        self.blockSignals(False)  # noqa: FBT003
        return [tab.pick for tab in tabs]

    def _wanted(self, workshop: Workshop, was: _Tab | None) -> list[_Tab]:
        """The tabs of this round, then the earlier ones; what was just finished stays in front."""
        own = [_Tab(pick, slot) for slot, pick in sorted(workshop.pick.slots().items())]
        if not self._finishes:
            return own
        earlier = _earlier(workshop, self._finishes)
        stays = was is not None and was.past and was.pick.id not in {t.pick.id for t in earlier}
        return own + earlier + ([replace(was, thing=None)] if was and stays else [])

    def _due(self, workshop: Workshop) -> int:
        """The first earlier tab that is due, else the first tab."""
        for place, tab in enumerate(self._tabs):
            if tab.thing is not None and tab.thing.is_due(workshop.today):
                return place
        return 0

    def show_faces(self, faces: list[TabFace]) -> None:
        """Set the rings and notes, in the tabs' order."""
        both = zip(self._tabs, faces, strict=True)
        self._faces = [_face_of(self._workshop, tab, face) for tab, face in both]
        for place, face in enumerate(self._faces):
            is_cut = self._wide(place) > self._theme.px(WIDEST)
            self.setTabToolTip(place, self._title(place) if is_cut else "")
            name = f"{self._tabs[place].slot or ''}  {self._title(place)}".strip()
            self.setAccessibleTabName(place, with_commas((name, face.note)) if face.note else name)
        if self.count():
            self.setTabText(0, self.tabText(0))  # Qt lays tabs out anew for a text, not for a note
        self.updateGeometry()
        self.update()

    def _step(self, step: int) -> None:
        if self.count():
            self._turn((self.currentIndex() + step) % self.count())
            QTimer.singleShot(0, self, self._keep_keys)

    def _turn(self, there: int) -> None:
        """Open a tab, after what is half typed was written to the one that it belongs to."""
        if there != self.currentIndex():
            write_half_typed(self.window().focusWidget())
            self.setCurrentIndex(there)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the tab below the mouse; Qt would leave the keyboard, and what is typed, behind."""
        there = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and there >= 0:
            self._turn(there)
        super().mousePressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the strip scrolls by it; another tab is opened by click or key

    def _keep_keys(self) -> None:
        """Take the keyboard if it has left the page with what the other tab shows."""
        page: QWidget | None = self
        while page is not None and not isinstance(page.parentWidget(), QStackedWidget):
            page = page.parentWidget()
        now = QApplication.focusWidget()
        if page is not None and (now is None or not page.isAncestorOf(now)):
            self.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def tabSizeHint(self, index: int) -> QSize:
        """Fit ring, title and note: tabs that are too many scroll, and keep their titles whole.
        Only a title that is as long as what customers say is cut, and shown by the mouse."""
        title = min(self._wide(index), self._theme.px(WIDEST))
        face = self._face(index)
        small = self._theme.font("label" if face.is_soon else "caption")
        note = QFontMetricsF(small).horizontalAdvance(face.note)
        beside = self._theme.px(62) + GAP  # the ring, and what is left free at the right
        return QSize(math.ceil(max(title, note)) + beside, self._theme.px(HIGH))

    def _wide(self, index: int) -> float:
        return QFontMetricsF(self._theme.font("control")).horizontalAdvance(self._title(index))

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        """Let a row that is a few pixels too wide take them from what is free beside the words."""
        return self.tabSizeHint(index) - QSize(SLACK, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(self.count()):
            painter.save()
            mirror_row(painter, self.tabRect(place))
            box = QRectF(self.tabRect(place)).adjusted(0.5, 0.5, -4.5, -1.5)
            if place == self.currentIndex():
                _paint_sheet(painter, box, self._theme)
            self._paint_tab(painter, place, box)
            if self._begins_past(place):
                _paint_gap(painter, box, self._theme)
            if place == self.currentIndex() and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(self._theme.tokens.accent), 3))
                painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 7, 7)
            painter.restore()

    def _begins_past(self, place: int) -> bool:
        """Whether the tabs of earlier rounds begin here."""
        return bool(self._tabs[place].past) and (place == 0 or not self._tabs[place - 1].past)

    def _paint_tab(self, painter: QPainter, place: int, box: QRectF) -> None:
        tokens, theme, face = self._theme.tokens, self._theme, self._face(place)
        middle = QPointF(box.left() + theme.px(30), box.center().y() - 1)
        number, ring_ = str(self._tabs[place].slot or ""), theme.px(RING)
        ring(painter, middle, ring_, face.state, number, tokens, share=face.share)
        left = box.left() + theme.px(58)
        words = QRectF(left, box.top(), box.right() - left - 8, box.height())
        here = place == self.currentIndex()
        font = theme.font("control" if here else "field")
        upper = words.adjusted(0, theme.px(7), 0, -words.height() / 2 + theme.px(2))
        _say(painter, upper, self._title(place), font, tokens.ink)
        lower = words.adjusted(0, words.height() / 2, 0, -theme.px(6))
        soon = tokens.amber if face.is_soon else tokens.grey
        note = theme.font("label" if face.is_soon else "caption")
        _say(painter, lower, face.note, note, soon)

    def _title(self, place: int) -> str:
        return self.tabText(place).replace("&&", "&")

    def _face(self, place: int) -> TabFace:
        return self._faces[place] if place < len(self._faces) else TabFace()


def _title(workshop: Workshop, pick: Pick) -> str:
    """What is done about it, or else what customers said."""
    return pick.title or workshop.share.outcome(pick.id).topic


def _face_of(workshop: Workshop | None, tab: _Tab, face: TabFace) -> TabFace:
    """A tab of an earlier round says from which it is, and what is open."""
    if not tab.past:
        return face
    if tab.thing is None or workshop is None:
        text = _("from round {n}: {doing}")
        return replace(face, note=text.format(n=tab.past, doing=face.note))
    note, is_soon = tab_note(workshop, tab.thing)
    return replace(face, note=note, is_soon=is_soon)


def _say(painter: QPainter, box: QRectF, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    draw_text(painter, box, Qt.AlignmentFlag.AlignVCenter, short)


def _paint_gap(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Draw a line before the tabs of earlier rounds."""
    high = theme.px(36)
    painter.setPen(QPen(QColor(theme.tokens.ghost), 1))
    top = QPointF(box.left() - 2, box.center().y() - high / 2)
    painter.drawLine(top, top + QPointF(0, high))


def _paint_sheet(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Draw the open tab as a sheet on a coloured edge."""
    tokens = theme.tokens
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    painter.drawRoundedRect(box, 8, 8)
    painter.setPen(QPen(QColor(tokens.line), 1))
    painter.setBrush(QColor(tokens.panel))
    painter.drawRoundedRect(box.adjusted(0, 0, 0, -3), 8, 8)


def _earlier(workshop: Workshop, kinds: tuple[OpenKind, ...]) -> list[_Tab]:
    """A tab for each pick without a slot in this round, of which something of these kinds is open.

    Where there are several, the first kind says what is to be done.
    """
    here, tabs = workshop.rounds.current(), dict[PickId, _Tab]()
    promises = workshop.open_promises
    things = [one for one in (*promises.now(), *promises.coming()) if one.kind in kinds]
    for thing in sorted(things, key=lambda one: kinds.index(one.kind)):
        if thing.pick is not None and _has_no_tab_yet(thing, here):
            plan = workshop.in_round(thing.round_number).make_better.plan(thing.pick)
            tabs.setdefault(plan.id, _Tab(plan, thing.slot or 0, thing.round_number, thing))
    return list(tabs.values())


def _has_no_tab_yet(thing: OpenThing, here: Round) -> bool:
    """Of this round, what left its slot; of earlier ones everything, while this one goes on."""
    if thing.round_number == here.number:
        return thing.slot is None
    return thing.round_number < here.number and here.ended_on is None
