"""A slot: a place for one pick, with its four criteria. Round, because it is a place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QInputDialog,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from cxworkshop import catalogue
from cxworkshop.i18n import _, n_
from cxworkshop.model import Answer, Criterion, Judgement, Pick
from cxworkshop.readings.subjects import Subject
from ui.theme.look import Look
from ui.theme.paint import ring
from ui.words import Panel, Words, button

EMPTY = (
    n_("Drag a line here, or press 1."),
    n_("Room for a second, when the first is sure."),
    n_("Three is the most. One is fine."),
)


class Ring(QWidget):
    """The slot's number: dotted when free, an arc while it is filled, a disc when all is there."""

    def __init__(self, number: int, look: Look) -> None:
        super().__init__()
        self._number, self._look, self._share, self._state = number, look, 0.0, "dotted"
        self.setFixedSize(QSize(look.px(56), look.px(56)))

    def show_share(self, state: str, share: float = 0.0) -> None:
        """How far this place is."""
        self._state, self._share = state, share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        """One ring with its number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        ring(
            painter,
            middle,
            self._look.px(52),
            self._state,
            str(self._number),
            self._look.tokens,
            share=self._share,
        )


class SlotPanel(Panel):
    """One of the three. It says what was wanted and shows what the core decided."""

    wanted = Signal()
    dropped = Signal(int)
    out_wanted = Signal()
    judged = Signal(int, object, object, str)

    def __init__(self, number: int, look: Look) -> None:
        super().__init__(look)
        self.number, self._look_of = number, look
        self.setAcceptDrops(True)
        top = QHBoxLayout()
        self.ring = Ring(number, look)
        self._out = button(_("Take out"), "quiet")
        self._out.setAccessibleName(_("Take out of slot {n}").format(n=number))
        self._out.clicked.connect(self.out_wanted)
        top.addWidget(self.ring)
        top.addStretch(1)
        top.addWidget(self._out)
        self.box.addLayout(top)
        self.head = Words("", look, "h2")
        self.box.addWidget(self.head)
        self.press = button("", "plain")
        self.press.clicked.connect(self.wanted)
        self.box.addWidget(self.press)
        self._criteria = QVBoxLayout()
        self.box.addLayout(self._criteria)
        self.box.addStretch(1)
        self._rows = {c.key: _CriterionRow(c.key, c.title, look) for c in catalogue.criteria()}
        for row in self._rows.values():
            row.answered.connect(self._answered)
            self._criteria.addWidget(row)

    def show_free(self, *, first_is_full: bool) -> None:
        """Nothing in it: the second and third are quieter until the first is full."""
        self.ring.show_share("dotted")
        self.head.setText(_(EMPTY[self.number - 1]))
        self.head.paint_in("grey")
        quiet = self.number > 1 and not first_is_full
        self.press.say(_("Put the chosen line here ({n})").format(n=self.number))
        self.press.setVisible(not quiet)
        self._out.hide()
        self.setAccessibleName(_("Slot {n} of 3, empty").format(n=self.number))
        for row in self._rows.values():
            row.hide()

    def show_pick(self, subject: Subject, pick: Pick, given: Mapping[Criterion, Judgement]) -> None:
        """What is in it, with the four criteria."""
        yes = sum(row.answer is Answer.YES for row in given.values())
        self.ring.show_share("disc" if yes == 4 else "arc", yes / 4)
        title = pick.title or pick.frozen_headline or subject.headline
        self.head.setText(title)
        self.head.paint_in("ink")
        self.setAccessibleName(_("Slot {n} of 3, {title}").format(n=self.number, title=title))
        self.press.hide()
        self._out.setVisible(pick.locked_on is None)
        for key, row in self._rows.items():
            row.show_answer(given.get(Criterion(key)))
            row.setEnabled(pick.locked_on is None)
            row.show()

    def offer(self, words: str) -> None:
        """A swap is being made: this slot can be chosen for it."""
        if words:
            self.press.say(words)
            self.press.show()
        else:
            self.press.hide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's own
        """A line of the list may come in; the core says no if it must."""
        if isinstance(event.source(), QListWidget):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's own
        """Says which line was let go here."""
        source = event.source()
        if isinstance(source, QListWidget):
            self.dropped.emit(source.currentRow())
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def _answered(self, key: str, answer: Answer) -> None:
        reason = ""
        if answer is not Answer.YES:
            reason, typed = QInputDialog.getText(
                self, self._rows[key].title, _("Why? A no or a not sure wants its reason:")
            )
            if not typed:
                self._rows[key].show_again()
                return
        self.judged.emit(self.number, Criterion(key), answer, reason)
        self._rows[key].show_again()


class _CriterionRow(QWidget):
    """Yes, not sure or no, with the reason below."""

    answered = Signal(str, object)

    def __init__(self, key: str, title: str, look: Look) -> None:
        super().__init__()
        self.key, self.title = key, title
        self._given: Judgement | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, look.px(4), 0, look.px(4))
        box.setSpacing(look.px(2))
        box.addWidget(Words(title, look, "strong"))
        self._why = Words("", look, "small", "grey")
        line = QHBoxLayout()
        self._group = QButtonGroup(self)
        for answer, text in (
            (Answer.YES, _("Yes")),
            (Answer.UNSURE, _("Not sure")),
            (Answer.NO, _("No")),
        ):
            chip = button(text, "chip")
            chip.setCheckable(True)
            chip.setAccessibleName(f"{title}, {text.lower()}")
            chip.clicked.connect(lambda _on=False, a=answer: self.answered.emit(self.key, a))
            chip.setProperty("answer", answer.value)
            self._group.addButton(chip)
            line.addWidget(chip)
        line.addStretch(1)
        box.addLayout(line)
        box.addWidget(self._why)

    def show_answer(self, given: Judgement | None) -> None:
        """What was answered, and why."""
        self._given = given
        self.show_again()

    def show_again(self) -> None:
        """Back to what the core knows."""
        given = self._given
        self._group.setExclusive(False)
        for chip in self._group.buttons():
            chip.setChecked(given is not None and chip.property("answer") == given.answer.value)
        self._group.setExclusive(True)
        self._why.setText(given.reason if given else "")
        self._why.setVisible(bool(given and given.reason))
