"""Stop 2, Talk to customers: one big box, always in focus; or a paper sheet typed in."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import CardId, VerbatimId
from cxworkshop.stops.talk import RecordedAnswer
from ui.stops.page import StopPage
from ui.stops.talk.actions import AnswerContext, SheetAnswer, TalkActions
from ui.stops.talk.capture_box import CaptureBox
from ui.stops.talk.context_strip import ContextStrip
from ui.stops.talk.paste_dialog import PasteDialog
from ui.stops.talk.recent_answers import RecentAnswer, RecentAnswerContent
from ui.stops.talk.sheet_form import SheetForm
from ui.stops.talk.sidebar import TalkSidebar
from ui.stops.talk.ways import WayChips
from ui.widgets.footer import Footer
from ui.widgets.labels import Label, small_button
from ui.widgets.lists import RowList
from ui.widgets.scroll_area import scrolling

JUST_TYPED = 12
NARROW = 860  # pixels of a page at 100 %, below which panels stand under one another
BREAK = "\x1f"  # between the parts of a draft
BOX, SHEET = 0, 1


class TalkLaidOut(StopPage):
    """The parts of the page and where they stand."""

    key = "talk"

    @override
    def build(self) -> None:
        """The box or the sheet on the left, what was heard by the ten ways on the right."""
        self.saying = TalkActions(self.bridge)
        self._correcting: VerbatimId | None = None
        self._tools()
        inside = QWidget()
        self._side = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._side.setContentsMargins(0, self.theme.px(8), 0, 0)
        self._side.setSpacing(self.theme.px(20))
        self._side.addLayout(self._left(), 1)
        self.heard = TalkSidebar(self.theme)
        self._side.addWidget(self.heard)
        self.content.addWidget(scrolling(inside), 1)
        self.connect_parts()

    def connect_parts(self) -> None:
        """Let the parts be heard."""
        raise NotImplementedError

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text the panels stand below the box, not beside it."""
        super().resizeEvent(event)
        beside = self.width() >= self.theme.px(NARROW)
        way = QBoxLayout.Direction
        self._side.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self.heard.setFixedWidth(self.theme.px(286) if beside else self.width() - self.theme.px(70))

    def _tools(self) -> None:
        self.sheet_press = small_button(_("From a paper sheet"), lead="paper")
        self.sheet_press.setCheckable(True)
        self.sheet_press.show_key("Ctrl+G")
        bring = small_button(_("Import a list"), lead="import")
        bring.clicked.connect(lambda _on=False: self.wanted.emit("import"))
        self.tools.addWidget(self.sheet_press)
        self.tools.addWidget(bring)

    def _left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setContentsMargins(4, 0, 4, 0)  # the focus ring lies outside the box
        left.setSpacing(self.theme.px(10))
        self.strip = ContextStrip(self.theme)
        self.strip.show_day(self.workshop.today)
        left.addWidget(self.strip)
        self.sheet = SheetForm(self.theme)
        self.modes = QStackedWidget()
        self.modes.addWidget(self._with_box())
        self.modes.addWidget(scrolling(self.sheet))
        left.addWidget(self.modes, 1)
        return left

    def _with_box(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(10))
        self.capture = CaptureBox(self.theme)
        self.ways = WayChips(self.workshop.prepare.ways(), self.theme, self)
        column.addWidget(self.capture)
        column.addWidget(self.ways)
        column.addWidget(Label(_("Just typed"), self.theme, "h2"))
        self._typed = RowList(self.theme, _("Just typed"))
        self._typed.set_gap(0)
        self._typed.take_what_is_left(self.theme.px(92))
        column.addWidget(self._typed, 1)
        return made


class TalkShown(TalkLaidOut):
    """What stop 2 shows: the newest answers, the ten ways, and what is half typed."""

    def bring_back(self, answer: RecordedAnswer) -> None:
        """An answer is to stand in the box again."""
        raise NotImplementedError

    @override
    def enter(self) -> None:
        """The box has the focus, always; in sheet mode its first line."""
        super().enter()
        self._focus()

    def show_sheet(self, on: bool) -> None:
        """From the box to a paper sheet, and back; what is half typed stays in both."""
        self.modes.setCurrentIndex(SHEET if on else BOX)
        self.sheet_press.setChecked(on)
        self.strip.ask_for_question(asks=not on)
        self._focus()
        self.footed.emit()

    @override
    def read(self) -> None:
        """Show what was typed last and what was heard of the ten ways."""
        prepare, talks = self.workshop.prepare, self.workshop.talk
        ways = {way.id: way.name for way in prepare.ways()}
        self._typed.show_rows(
            [self._row(answer, ways) for answer in talks.answers.latest(JUST_TYPED)]
        )
        self.heard.show_heard(prepare.ways(), talks.answers.counts_by_way())
        missing = talks.answers.unanswered_ways()
        asks = {way.id: prepare.questions.of_way(way.id)[:1] for way in missing}
        words = {way: rows[0].words for way, rows in asks.items() if rows}
        self.heard.show_missing(missing if len(missing) < len(ways) else (), words)
        self._offer()

    def _offer(self) -> None:
        prepare = self.workshop.prepare
        customers = self.workshop.talk.customers.all()
        self.strip.show_next(customers[-1].number + 1 if customers else 1)
        kinds = {row.words: None for row in prepare.served.all() if row.serve}
        kinds |= {row.kind: None for row in customers if row.kind}
        people = [person.name for person in self.workshop.people.all()]
        asked = [question for question in prepare.questions.all() if question.ticked]
        self.strip.offer(asked, list(kinds), people)
        self.sheet.offer(asked)

    @override
    def footer(self) -> Footer:
        """ "43 things said by 12 customers. 2 of the ten ways got no answer yet.", who is next."""
        said, customers = self.workshop.talk.answers.counts()
        things = ngettext("{n} thing said", "{n} things said", said).format(n=said)
        by = ngettext("by {n} customer", "by {n} customers", customers).format(n=customers)
        grey = _("Enter keeps the correction, Esc leaves it")
        if not self._correcting:
            grey = _unanswered(len(self.workshop.talk.answers.unanswered_ways())) if said else ""
        who = self.strip.who if self.saying.talk else ""
        who = _("customer {n}").format(n=who) if who.isdecimal() else who
        onward = _("That was {who}, next customer").format(who=who) if who else _("Next customer")
        return Footer(f"{things} {by}", grey, onward, "Ctrl+N")

    @override
    def draft(self) -> str:
        """Half-typed words, and what sticks above them."""
        parts = (self.capture.toPlainText(), *self.strip.words(), self.sheet.draft())
        return BREAK.join(parts) if any(parts) else ""

    @override
    def take_draft(self, text: str) -> None:
        """Put them back."""
        words, *sticks = text.split(BREAK)
        self.capture.setPlainText(words)
        self.strip.put_words(*sticks[:3])
        self.sheet.take_draft("".join(sticks[3:]))
        self.show_sheet(any(sticks[3:]))

    def _row(self, answer: RecordedAnswer, ways: dict[str, str]) -> RecentAnswer:
        row, code = answer.verbatim, answer.code
        words = row.said or _("said the same")
        way = ways.get(row.way or "", "") if code else _("good")
        whose = _("no. {n}").format(n=answer.customer)
        made = RecentAnswer(
            RecentAnswerContent(code, words, way, whose, row.said is not None), self.theme
        )
        made.clicked.connect(lambda _on=False: self.bring_back(answer))
        return made

    def _focus(self) -> None:
        if self.modes.currentIndex() == SHEET:
            self.sheet.focus_first()
        else:
            self.capture.setFocus()

    def _sticks(self) -> AnswerContext:
        strip = self.strip
        return AnswerContext(strip.who, strip.kind, strip.asked_by, strip.question, strip.day)


class TalkPage(TalkShown):
    """What the keys and buttons of stop 2 do."""

    @override
    def connect_parts(self) -> None:
        """Each thing that a person can do."""
        self.capture.saved.connect(self._save)
        self.capture.agreed.connect(self._agree)
        self.capture.last_wanted.connect(self._bring_last_back)
        self.capture.left.connect(self._leave_correcting)
        self.capture.pasted.connect(self._ask_about_lines)
        self.capture.textChanged.connect(self.heard.near.typed)
        self.ways.turned.connect(self.capture.setFocus)
        self.heard.next_asked.connect(self._ask_next)
        self.heard.near.asked.connect(self._look_for_near)
        self.heard.near.same.connect(self._say_same)
        self.sheet.taken.connect(self._take_sheet)
        self.sheet_press.clicked.connect(self.show_sheet)

    @override
    def go_on(self) -> None:
        """The button at the foot."""
        self.next_customer()

    def from_paper(self) -> None:
        """Ctrl+G: the box or a paper sheet."""
        self.show_sheet(self.modes.currentIndex() == BOX)

    def next_customer(self) -> None:
        """End this talk: from now on corrections keep the first version."""
        self.saying.end_talk()
        self.strip.show_customer("")
        self.strip.show_day(self.workshop.today)
        self._focus()
        self.footed.emit()

    def _ask_next(self) -> None:
        """The first way without an answer: its question above the box, its chip chosen."""
        missing = self.workshop.talk.answers.unanswered_ways()
        if not missing:
            return
        self.show_sheet(on=False)
        questions = self.workshop.prepare.questions.of_way(missing[0].id)
        if questions and not questions[0].ticked:
            self.bridge.do(
                lambda: self.workshop.prepare.questions.tick(questions[0].id, ticked=True)
            )
        self.strip.ask(questions[0].id if questions else None)
        self.ways.choose(missing[0].id)

    def _save(self, words: str) -> None:
        """Enter: a card, praise, or a correction."""
        correcting, way = self._correcting, self.ways.chosen
        if correcting is not None:
            if self.saying.correct(correcting, words, way):
                self._leave_correcting()
        elif self.ways.is_good:
            self._said(done=self.saying.praise(words, self._sticks()))
        else:
            self._said(done=self.saying.say(words, self._sticks(), way))

    def _said(self, *, done: bool) -> None:
        """It is on the list: the box is empty again, and knows who is talking."""
        who = self.saying.customer
        if not done or who is None:
            return
        self.strip.show_customer(who.name or str(who.number), who.kind)
        self.capture.clear()
        self.ways.choose(None)
        self.heard.show_near(())
        self.footed.emit()

    def _agree(self) -> None:
        """Ctrl+Enter: words in the box are said first, and then by one more customer."""
        if self._correcting is None and self.capture.toPlainText().strip():
            self._save(self.capture.toPlainText())
        if self.capture.toPlainText().strip():
            return  # refused, or being corrected
        if not self.saying.agree(self.strip.kind) and self.saying.last is None:
            self.refusal.show_sentence(
                _("Type first what a customer said. Then Ctrl+Enter counts one more who says it."),
                takes_focus=False,
            )

    def _ask_about_lines(self, lines: list[str]) -> None:
        """Pasted: a card each, or one? The box keeps what is in it."""
        asks = PasteDialog(lines, self.theme, self)
        asks.many.connect(lambda: self._take_lines(lines))
        asks.one.connect(lambda: self.capture.insertPlainText("\n".join(lines)))
        asks.finished.connect(lambda _done: self.capture.setFocus())
        asks.finished.connect(asks.deleteLater)
        asks.open()

    def _take_lines(self, lines: list[str]) -> None:
        half = self.capture.toPlainText()
        self._said(done=self.saying.say_many(lines, self._sticks(), self.ways.chosen))
        self.capture.setPlainText(half)

    def _take_sheet(self, answers: list[SheetAnswer]) -> None:
        if not answers:
            self.refusal.show_sentence(_("The sheet is empty so far. Type what stands on it."))
            return
        if self.saying.take_sheet(answers, self._sticks()):
            self.sheet.begin()
            self.strip.show_customer("")
            self.footed.emit()

    def _look_for_near(self) -> None:
        words = self.capture.toPlainText()
        busy = self._correcting is not None or self.ways.is_good
        near = (
            None
            if busy
            else self.bridge.do(lambda: self.workshop.similarity.similar_to_words(words))
        )
        self.heard.show_near(near or ())

    def _say_same(self, card: CardId) -> None:
        """What is typed belongs to a card that is there: it gets these words too."""
        words = self.capture.toPlainText()
        self._said(done=self.saying.say_also(words, self._sticks(), card))
        self.capture.setFocus()

    def _bring_last_back(self) -> None:
        for answer in self.workshop.talk.answers.latest(JUST_TYPED):
            if answer.verbatim.said:
                self.bring_back(answer)
                return

    @override
    def bring_back(self, answer: RecordedAnswer) -> None:
        """Its words are in the box again; Enter keeps the correction, Esc leaves it."""
        if answer.verbatim.said is None:
            return
        self._correcting = answer.verbatim.id
        self.capture.setPlainText(answer.verbatim.said)
        self.ways.choose(answer.verbatim.way)
        self.capture.selectAll()
        self.capture.setFocus()
        self.footed.emit()

    def _leave_correcting(self) -> None:
        if self._correcting is not None:
            self._correcting = None
            self.capture.clear()
            self.ways.choose(None)
        self.footed.emit()


def _unanswered(ways: int) -> str:
    """What is still to be asked, in a few words."""
    some = ngettext(
        "{n} of the ten ways got no answer yet", "{n} of the ten ways got no answer yet", ways
    )
    return some.format(n=ways) if ways else _("All ten ways have an answer")
