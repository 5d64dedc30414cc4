"""A slot: a place for one pick, with its four criteria."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, n_
from cxworkshop.model import Criterion, Judgement, Pick
from cxworkshop.queries.subjects import Subject
from cxworkshop.textual import shortened
from ui.accessible.controls import make_workable
from ui.stops.pick.slot_criteria import SlotCriteria
from ui.stops.pick.slot_menu import offers, slot_menu
from ui.stops.pick.swap_offer import SwapOffer
from ui.theme.mirror import painter_of
from ui.theme.theme import Theme
from ui.widgets.labels import Label, Panel, make_button, small_button
from ui.widgets.people_count import HeardBy
from ui.widgets.ring import Ring

EMPTY = (
    n_("Drag a line here, or press 1."),
    n_("Room for a second, when the first is sure."),
    n_("Three is the most. One is fine."),
)


LEFT = Qt.AlignmentFlag.AlignLeft
RING, FREE_RING, SMALL_RING = 52, 72, 30  # pixels at 100 %
ALL = 100  # of a row's width: the stretch beside it gets next to nothing


class SlotPanel(Panel):
    """One of the three slots. It emits what was asked for and shows what the core decided.

    Where there is little room its headline stands beside the ring, and its criteria fold away;
    `unfolded` says that they were opened, `laid_out` that the headline may take other lines.
    """

    wanted = Signal()
    out_wanted = Signal()
    smaller_wanted = Signal()
    unfolded = Signal()
    laid_out = Signal()

    def __init__(self, number: int, theme: Theme) -> None:
        super().__init__(theme)
        self.number = number
        self._filled, self._drop_answer = False, ("", "")
        self._is_small = self.is_folded = False
        self._top = QHBoxLayout()
        self.head = Label("", theme, "h2")
        self._fill_top()
        self.box.addLayout(self._top)
        self.box.addWidget(self.head)
        self.swap = SwapOffer(theme)
        self.box.addWidget(self.swap)
        self.button = small_button("")
        self.button.clicked.connect(self.wanted)
        self.box.addWidget(self.button)
        self.box.addWidget(self.swap.leave)
        self._fold = make_button("", "line")
        self._fold.clicked.connect(lambda _on=False: self.fold(on=not self.is_folded))
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._fold)
        self._foot.addStretch(1)
        self.box.addLayout(self._foot)
        self.criteria = SlotCriteria(theme)
        self.judged = self.criteria.judged
        self.box.addWidget(self.criteria)
        self.box.addStretch(1)
        make_workable(self, lambda: offers(self.button, self.menu() if self._filled else None))

    def be_small(self, *, on: bool) -> None:
        """Take less room, or all of it again."""
        if on == self._is_small:
            return
        self._is_small = on
        head, foot = (self._top, self._foot) if on else (self.box, self._top)
        head.insertWidget(2 if on else 1, self.head, ALL if on else 0)
        for part in (self._heard, self._more):
            foot.addWidget(part)
        self.box.setSpacing(self._theme.px(2 if on else 8))
        self._fit()

    @property
    def wants_answers(self) -> bool:
        """Whether it has a pick that is not judged to the end."""
        return self._filled and self.criteria.is_asking

    def fold(self, *, on: bool) -> None:
        """Fold the criteria into one line where there is little room, or unfold them."""
        self.is_folded = on
        self._fit()
        if not on:
            self.unfolded.emit()

    def _fit(self) -> None:
        """Lay out for the room that there is."""
        small, filled = self._is_small, self._filled
        size = SMALL_RING if small else RING if filled else FREE_RING
        self.ring.set_size(size)
        centred = not filled and not small
        self._before.setVisible(centred)
        level = Qt.AlignmentFlag.AlignVCenter if small else Qt.AlignmentFlag.AlignTop
        self.head.setAlignment(level | (Qt.AlignmentFlag.AlignHCenter if centred else LEFT))
        self.head.set_role("body" if not filled else "strong" if small else "h2")
        top, side = 3 if small else 14 if filled else 80, 12 if small else 16
        margins = (side, top, side, 3 if small else 12)
        self.box.setContentsMargins(*map(self._theme.px, margins))
        self._fold.setVisible(small and filled)
        self.criteria.setVisible(filled and not (small and self.is_folded))
        yes, count, folded = self.criteria.yes, self.criteria.count, self.is_folded
        text = _("{yes} of {all} yes").format(yes=yes, all=count)
        say = _("{text} · show") if folded else _("{text} · hide")
        self._fold.say(say.format(text=text))
        name = _("The criteria of slot {n}: {text}").format(n=self.number, text=text)
        self._fold.setAccessibleName(name)
        self.laid_out.emit()

    def show_drop_answer(self, answer: str, sentence: str = "") -> None:
        """Show "yes" or "no" with its sentence while a drag hovers; "" when none does."""
        self._drop_answer = (answer, sentence)
        self.update()

    @property
    def drop_answer(self) -> tuple[str, str]:
        """What a drag that hovers is told: "yes", "no" or "", and the sentence."""
        return self._drop_answer

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground: white when filled, dashed when free, tinted under a drag."""
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, pen = self._ground()
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)

    def _ground(self) -> tuple[QColor, QPen]:
        tokens, (answer, _sentence) = self._theme.tokens, self._drop_answer
        if answer == "yes":
            return QColor(tokens.tint), QPen(QColor(tokens.accent), 3)
        if answer == "no":
            return QColor(tokens.sunken), QPen(QColor(tokens.edge), 2, Qt.PenStyle.DashLine)
        if self._filled:
            return QColor(tokens.panel), QPen(QColor(tokens.line), 1)
        return QColor(tokens.canvas), QPen(QColor(tokens.ghost), 1.5, Qt.PenStyle.DashLine)

    def _fill_top(self) -> None:
        number, theme, top = self.number, self._theme, self._top
        self.ring = Ring(number, theme)
        self._heard = HeardBy(theme)
        self._more = make_button("", "quiet", lead="more")
        self._more.setAccessibleName(_("More for slot {n}").format(n=number))
        self._more.clicked.connect(lambda _on=False: self._show_menu())
        self._before = QWidget()
        top.addWidget(self._before, 1)
        top.addWidget(self.ring)
        top.addStretch(1)
        top.addWidget(self._heard)
        top.addWidget(self._more)

    def show_free(self, *, first_is_full: bool, button: bool) -> None:
        """Show an empty slot; the second and third have no button until the first is full."""
        self._filled = False
        self.ring.show_share("dotted")
        self._heard.hide()
        self._more.hide()
        self.head.setText(_(EMPTY[self.number - 1]))
        self.head.setToolTip("")
        self.head.paint_in("grey")
        self.swap.hide()
        self.button.say(
            _("Put it here") if self._is_small else _("Put the chosen line here"), lead=""
        )
        spoken = _("Put the chosen line into slot {n}").format(n=self.number)
        self.button.setAccessibleName(spoken)
        self.button.show_key(str(self.number))
        self.button.setVisible(button and (self.number == 1 or first_is_full))
        self.setAccessibleName(_("Slot {n} of 3, empty").format(n=self.number))
        self._fit()
        self.update()

    def show_pick(
        self, subject: Subject, pick: Pick, given: Mapping[Criterion, Judgement], heard: int
    ) -> None:
        """Show the pick with its four criteria; `heard` is a number of customers."""
        self._filled = True
        self.criteria.show_answers(given, pick)
        yes, count = self.criteria.yes, self.criteria.count
        self.ring.show_share("disc" if yes == count else "arc", yes / count)
        title = pick.title or pick.frozen_headline or subject.headline
        self.head.setText(shortened(title))
        self.head.setToolTip(title if self.head.text() != title else "")
        self.head.paint_in("ink")
        self._heard.show_count(heard)
        self._heard.show()
        self._more.show()
        self.setAccessibleName(_("Slot {n} of 3, {title}").format(n=self.number, title=title))
        self.button.hide()
        self.swap.hide()
        self._fit()
        self.update()

    def offer_swap(self, coming: str, going: str) -> None:
        """Offer a swap, and say who comes and who goes; "" takes the offer back."""
        text = _("“{new}” comes in, “{old}” goes back to the list. Esc leaves both as they are.")
        sentence = text.format(new=coming, old=going) if coming else ""
        self.swap.setText(sentence)
        self.swap.setVisible(bool(sentence))
        if sentence:
            self.button.say(_("Swap these two"), lead="swap")
            self.button.show_key("")
            self.button.setAccessibleName(_("Swap in slot {n}").format(n=self.number))
            self.button.setAccessibleDescription(sentence)
        self.button.setVisible(bool(sentence))

    def menu(self) -> QMenu:
        """Build the menu of what else can be done with the pick."""
        return slot_menu(self, self.number, self.out_wanted.emit, self.smaller_wanted.emit)

    def _show_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
