"""A slot: a place for one pick, with its four criteria."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from cxworkshop import catalogue
from cxworkshop.compat import override
from cxworkshop.i18n import _, n_
from cxworkshop.model import Criterion, CriterionAnswer, Judgement, Pick
from cxworkshop.queries.subjects import Subject
from ui.theme.theme import Theme
from ui.widgets.criteria import CriterionRow, first_open
from ui.widgets.labels import Label, Panel, make_button, small_button
from ui.widgets.people_count import HeardBy
from ui.widgets.ring import Ring

EMPTY = (
    n_("Drag a line here, or press 1."),
    n_("Room for a second, when the first is sure."),
    n_("Three is the most. One is fine."),
)


class SlotPanel(Panel):
    """One of the three slots. It emits what was asked for and shows what the core decided."""

    wanted = Signal()
    out_wanted = Signal()
    smaller_wanted = Signal()
    judged = Signal(object, object, str)

    def __init__(self, number: int, theme: Theme) -> None:
        super().__init__(theme)
        self.number = number
        self._filled, self._drop_answer = False, ("", "")
        self._open_key = ""
        self._given: Mapping[Criterion, Judgement] = {}
        self._locked = False
        self.box.addLayout(self._top())
        self.head = Label("", theme, "h2")
        self.box.addWidget(self.head)
        self._swap = Label("", theme, "small")
        self._swap.hide()
        self.box.addWidget(self._swap)
        self.button = small_button("")
        self.button.clicked.connect(self.wanted)
        self.box.addWidget(self.button)
        self._rows_box = QVBoxLayout()
        self._rows_box.setSpacing(theme.px(6))
        self.box.addLayout(self._rows_box)
        self.box.addStretch(1)
        self._rows = {c.key: CriterionRow(c.key, c.title, theme) for c in catalogue.criteria()}
        for row in self._rows.values():
            row.answered.connect(self._judge)
            row.wanted.connect(self._toggle_row)
            self._rows_box.addWidget(row)

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
        painter = QPainter(self)
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

    def _top(self) -> QHBoxLayout:
        number, theme, top = self.number, self._theme, QHBoxLayout()
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
        return top

    def show_free(self, *, first_is_full: bool, button: bool) -> None:
        """Show an empty slot; the second and third have no button until the first is full."""
        self._filled = False
        self.ring.show_share("dotted", size=72)
        self._heard.hide()
        self._more.hide()
        self.head.setText(_(EMPTY[self.number - 1]))
        self.head.paint_in("grey")
        self.head.set_role("body")
        self.head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._before.show()  # centres the ring
        self.box.setContentsMargins(*self._margins(80))
        self._swap.hide()
        self.button.say(_("Put the chosen line here"), lead="")
        spoken = _("Put the chosen line into slot {n}").format(n=self.number)
        self.button.setAccessibleName(spoken)
        self.button.show_key(str(self.number))
        self.button.setVisible(button and (self.number == 1 or first_is_full))
        self.setAccessibleName(_("Slot {n} of 3, empty").format(n=self.number))
        for row in self._rows.values():
            row.hide()
        self.update()

    def show_pick(
        self, subject: Subject, pick: Pick, given: Mapping[Criterion, Judgement], heard: int
    ) -> None:
        """Show the pick with its four criteria; `heard` is a number of customers."""
        self._filled, self._given, self._locked = True, given, pick.locked_on is not None
        yes = sum(row.answer is CriterionAnswer.YES for row in given.values())
        self.ring.show_share("disc" if yes == len(self._rows) else "arc", yes / 4, size=52)
        title = pick.title or pick.frozen_headline or subject.headline
        self.head.setText(title)
        self.head.paint_in("ink")
        self.head.set_role("h2")
        self.head.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._before.hide()
        self.box.setContentsMargins(*self._margins(14))
        self._heard.show_count(heard)
        self._heard.show()
        self._more.show()
        self.setAccessibleName(_("Slot {n} of 3, {title}").format(n=self.number, title=title))
        self.button.hide()
        self._swap.hide()
        self._show_rows()
        self.update()

    def offer_swap(self, coming: str, going: str) -> None:
        """Offer a swap, and say who comes and who goes; "" takes the offer back."""
        text = _("“{new}” comes in, “{old}” goes back to the list.")
        sentence = text.format(new=coming, old=going) if coming else ""
        self._swap.setText(sentence)
        self._swap.setVisible(bool(sentence))
        if sentence:
            self.button.say(_("Swap these two"), lead="swap")
            self.button.show_key("")
            self.button.setAccessibleName(_("Swap in slot {n}").format(n=self.number))
            self.button.setAccessibleDescription(sentence)
        self.button.setVisible(bool(sentence))

    def menu(self) -> QMenu:
        """Build the menu of what else can be done with the pick."""
        menu = QMenu(self)
        for text, signal in (
            (_("Take out of slot {n}").format(n=self.number), self.out_wanted),
            (_("Make it smaller …"), self.smaller_wanted),
        ):
            menu.addAction(text).triggered.connect(lambda _on=False, s=signal: s.emit())
        return menu

    def _show_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _margins(self, top: int) -> tuple[int, int, int, int]:
        side = self._theme.px(16)
        return side, self._theme.px(top), side, self._theme.px(12)

    def _show_rows(self) -> None:
        keys = list(self._rows)

        def given(key: str) -> Judgement | None:
            return self._given.get(Criterion(key))

        open_ = "" if self._locked else first_open(keys, given, self._open_key)
        for key, row in self._rows.items():
            row.show_answer(given(key), is_open=key == open_, can_change=not self._locked)
            row.show()

    def _toggle_row(self, key: str) -> None:
        self._open_key = "" if self._open_key == key else key
        self._show_rows()

    def _judge(self, key: str, answer: CriterionAnswer, reason: str) -> None:
        self._open_key = ""
        self.judged.emit(Criterion(key), answer, reason)
