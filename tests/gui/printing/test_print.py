"""The Print page by mouse and keys: choices, preview, printer, files."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PySide6.QtCore import QObject, QSettings, QSize, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QSpinBox,
    QWidget,
)
from shiboken6 import Shiboken

from cxworkshop import log
from cxworkshop.sheets import PACK, SHEETS, PrintOptions, many_pages, write_sheets
from cxworkshop.sheets.layout.document import Document, DocumentInfo, Page
from cxworkshop.sheets.paper import A4
from cxworkshop.workshop import Workshop
from tests.gui.checks.room import cramped
from tests.gui.conftest import Hands, improve
from tests.gui.painted import painted, settle
from tests.gui.surface_workshops import make
from ui.printing import pdf_files, pdf_maker
from ui.printing.dialog import PrintDialog
from ui.printing.page_images import PageImages
from ui.printing.preview import CACHED
from ui.widgets.message_panel import MessagePanel

pytestmark = pytest.mark.begins_at(5)

CONTROL = Qt.KeyboardModifier.ControlModifier
BLUR = 2.5  # of 255: the mean difference that two ways to draw the same page may have


class PrintPage(Hands):
    """The Print page that is open, and what a person does there."""

    def __init__(self, dialog: PrintDialog, until) -> None:
        super().__init__(dialog)
        self.dialog, self.until = dialog, until

    @property
    def is_open(self) -> bool:
        return Shiboken.isValid(self.dialog) and self.dialog.isVisible()

    def close(self) -> None:
        """Close it; the window below has the focus again."""
        window = self.dialog.parentWidget()
        self.dialog.close()
        settle()
        window.activateWindow()
        settle()

    @property
    def ticked(self) -> list[str]:
        return [sheet.slug for sheet in self.dialog.choices.sheets.ticked]

    @property
    def said(self) -> str:
        return self.dialog.said.text() if self.dialog.said.isVisible() else ""

    @property
    def notes(self) -> list[str]:
        notes = self.dialog.notes
        return [label.text() for label in notes.findChildren(QLabel)] if notes.isVisible() else []

    def wait(self) -> bytes:
        """Wait until the pages are there."""
        dialog = self.dialog
        self.until(lambda: dialog.pages is not None)
        settle()
        return dialog.pages.pdfs[0]

    def tick(self, name: str) -> None:
        self.click(name)
        self.until(lambda: not self.dialog._soon.isActive())

    def only(self, *names: str) -> None:
        """Tick these sheets and no others."""
        self.click("None")
        for name in names:
            self.click(name)
        self.until(lambda: not self.dialog._soon.isActive())

    def ask_printer(self) -> QPrintDialog:
        self.click("Print …")
        settle()
        return next(d for d in self.dialog.findChildren(QPrintDialog) if d.isVisible())

    def print_into(self, path: Path, *, pages: int = 0) -> None:
        """Print all pages, or one, into a file by the computer's own dialog."""
        self.ask_printer()
        self.fill_in(path, pages=pages)

    def fill_in(self, path: Path, *, pages: int = 0) -> None:
        """Fill in the print dialog that is open, and accept it."""
        asked = next(d for d in self.dialog.findChildren(QPrintDialog) if d.isVisible())
        if pages:
            more = next(b for b in asked.findChildren(QAbstractButton) if "Options" in b.text())
            QTest.mouseClick(more, Qt.MouseButton.LeftButton)
            asked.findChild(QAbstractButton, "printRange").click()
            for name in ("to", "from"):
                asked.findChild(QSpinBox, name).setValue(pages)
        field = asked.findChild(QLineEdit, "filename")
        field.selectAll()
        QTest.keyClicks(field, str(path))
        press = next(b for b in asked.findChildren(QAbstractButton) if b.text() == "&Print")
        QTest.mouseClick(press, Qt.MouseButton.LeftButton)

    def choose(self, path: Path) -> None:
        """Choose a path in the dialog for files or folders."""
        settle()
        chooser = next(d for d in self.dialog.findChildren(QFileDialog) if d.isVisible())
        field = chooser.findChild(QLineEdit)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, str(path))
        QTest.keyClick(field, Qt.Key.Key_Return)
        settle()


def page_of(window: QWidget, until) -> PrintPage:
    settle()
    return PrintPage(next(d for d in window.findChildren(PrintDialog) if d.isVisible()), until)


@pytest.fixture
def opened(until):
    """Opens the Print page of a stop by Ctrl+P, and closes it at the end."""
    there = []

    def open_it(hands: Hands, stop: int) -> PrintPage:
        hands.go(stop)
        QTest.keyClick(hands.window, Qt.Key.Key_P, CONTROL)
        there.append(page_of(hands.window, until))
        return there[-1]

    yield open_it
    for page in there:
        if page.is_open:
            page.close()


@pytest.fixture
def plan(bakery, opened) -> PrintPage:
    """The Print page with only the two plans of the bakery ticked."""
    page = opened(bakery, 5)
    page.only("Action plan")
    page.wait()
    return page


MANY: list[bytes] = []  # takes seconds to make


@pytest.fixture
def many(window, tmp_path) -> Hands:
    """3,000 cards of 1,000 customers, nearly all in one group, which is picked."""
    path = tmp_path / "many.cxw"
    if not MANY:
        make_many(path)
        MANY.append(path.read_bytes())
    path.write_bytes(MANY[0])
    assert window.open(path)
    QApplication.processEvents()
    return Hands(window)


def make_many(path: Path) -> None:
    workshop = Workshop.new(path, "Harbour Street")
    with workshop.as_one("many"):
        for number in range(3000):
            if number % 3 == 0:
                customer = workshop.talk.next_customer(kind="regular", name=f"Quix {number}")
                talk = workshop.talk.begin(customer.id)
            workshop.talk.say(f"The door of {number} is heavy and nobody rang me. " * 3, talk.id)
        cards = [card.id for card in workshop.big_list.board().cards]
        workshop.big_list.group(cards[:2900], "The door", sure=True)
        workshop.pick.put(workshop.pick.subject("A"))
    workshop.save()
    workshop.close()


def usual(workshop: Workshop, stop: int) -> list[str]:
    found = [sheet for sheet in SHEETS.values() if sheet.stop == stop and sheet.usual]
    return [sheet.slug for sheet in found if sheet.sensible(workshop)]


def texts(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def size_of(data: bytes) -> tuple[int, ...]:
    """Width and height of the first page, in points."""
    return tuple(map(round, pypdfium2.PdfDocument(data)[0].get_size()))


def picture(data: bytes, number: int, wide: int = 1000) -> QImage:
    """A page in grey, drawn so many pixels wide."""
    page = pypdfium2.PdfDocument(data)[number]
    bitmap = page.render(scale=wide / page.get_width(), grayscale=True)
    form = QImage.Format.Format_Grayscale8
    made = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form)
    return made.copy(0, 0, wide, bitmap.height)


def differ(one: QImage, other: QImage) -> float:
    """The mean difference, of 255, of two coarse pictures; areas white in both do not count."""
    assert abs(one.height() - other.height()) <= 2
    small = QSize(100, round(100 * one.height() / one.width()))
    ours, theirs = (
        image.scaled(small, mode=Qt.TransformationMode.SmoothTransformation)
        for image in (one, other)
    )
    pairs = [
        (ours.pixelColor(x, y).lightness(), theirs.pixelColor(x, y).lightness())
        for x in range(small.width())
        for y in range(small.height())
    ]
    assert min(mine for mine, _theirs in pairs) < 150
    return sum(abs(mine - their) for mine, their in pairs) / len(pairs)


# What is ticked


def test_ctrl_p_ticks_only_the_sheets_of_the_stop_in_front(bakery, opened):
    for stop in (5, 3, 2):
        page = opened(bakery, stop)
        assert page.ticked == usual(bakery.workshop, stop)
        QTest.keyClick(page.dialog, Qt.Key.Key_Escape)
        assert not page.is_open
        bakery.window.activateWindow()
        settle()


def test_each_stop_has_its_own_print_button(bakery, until):
    named = {5: "Print this plan", 8: "Print the poster"}
    named |= {6: "Print check sheets", 7: "Print test sheets"}
    besides = {1: [*usual(bakery.workshop, 1), "ballots"], 5: ["action-plan"], 8: ["poster"]}
    for stop in range(1, 9):
        bakery.go(stop)
        bakery.click(named.get(stop, "Print sheets"))
        page = page_of(bakery.window, until)
        assert page.ticked == besides.get(stop, usual(bakery.workshop, stop))
        page.close()


@pytest.mark.parametrize(
    ("words", "sheet"),
    [("Print the answers", "answers"), ("Print 7 slips", "answer-slips")],
)
def test_the_answers_and_slips_are_printed_by_their_own_buttons(bakery, until, words, sheet):
    bakery.go(8)
    bakery.click("Answers to everybody")
    bakery.click(words)
    page = page_of(bakery.window, until)
    assert page.ticked == [sheet]
    page.close()


def test_the_answers_that_are_shown_are_those_that_are_printed(bakery, until):
    bakery.go(8)
    bakery.click("Answers to everybody")
    bakery.click("Doing 5")
    bakery.click("Print these answers")
    page = page_of(bakery.window, until)
    choice = page.dialog.choices.options.answers.kind
    assert choice.currentText() == "We are doing: 5"
    (text,) = texts(page.wait())
    assert "5 wishes of 50 are on this list" in text
    assert "We are doing 5 wishes" in text
    assert "We did" not in text
    QTest.keyClick(choice, Qt.Key.Key_Home)
    until(lambda: page.dialog.pages and len(texts(page.dialog.pages.pdfs[0])) > 1)
    assert page.dialog.choices.options.print_options().answers == ()
    page.close()


def test_the_weekly_look_is_printed_from_beside_the_plan(bakery, until):
    bakery.go(5)
    bakery.click("Print the weekly look")
    page = page_of(bakery.window, until)
    assert page.ticked == ["weekly-look"]
    text = " ".join(texts(page.wait())[0].split())
    assert "1 A place at the counter for what is paid Day 12 of 30" in text
    assert "Write names on bags, large 3 days late Tom" in text
    page.close()
    bakery.click("Print this plan")
    assert page_of(bakery.window, until).ticked == ["action-plan"]


def test_stop_5_prints_the_open_plan_and_the_top_bar_prints_all_plans(bakery, until, opened):
    bakery.go(5)
    bakery.page.tabs.setCurrentIndex(1)
    bakery.click("Print this plan")
    page = page_of(bakery.window, until)
    assert page.dialog.choices.options.print_options().slots == (2,)
    assert [sheet.slug for sheet in page.dialog.choices.sheets.ticked] == ["action-plan"]
    (text,) = texts(page.wait())
    assert "A door that a child can open" in text
    page.click("1   A place at the counter for what is paid")
    until(lambda: page.dialog.pages and len(texts(page.dialog.pages.pdfs[0])) == 2)
    page.close()
    assert opened(bakery, 5).dialog.choices.options.print_options().slots == ()


def test_sheets_are_listed_in_order_and_those_without_sense_say_why(hands, opened):
    page = opened(hands, 5)
    lines = page.dialog.choices.sheets._lines
    assert [line.sheet.slug for line in lines] == list(SHEETS)
    tick = page.find("Action plan")
    assert not tick.isEnabled()
    assert tick.accessibleDescription() == "Nothing is picked yet. Pick one thing first."
    labels = [label.text() for label in page.dialog.choices.sheets.findChildren(QLabel)]
    assert "Nothing is picked yet. Pick one thing first." in labels
    for line in lines:
        assert line.tick.tick.isEnabled() == line.sheet.sensible(hands.workshop)
    page.until(lambda: page.dialog.shown.sentence == "Tick what you would like to print.")
    assert not page.find("Print …").isEnabled()


def test_all_ticks_the_session_pack_and_none_ticks_nothing(
    improving, opened, tmp_path, monkeypatch
):
    page = opened(improving, 5)
    page.click("All")
    workshop = improving.workshop
    assert page.ticked == [s.slug for s in SHEETS.values() if s.in_pack and s.sensible(workshop)]
    (pack,) = write_sheets(workshop, [PACK], tmp_path)
    assert texts(page.wait()) == texts(pack.read_bytes())
    monkeypatch.setattr(many_pages, "MANY", 50)
    page.click("Print …")
    n = len(pypdfium2.PdfDocument(pack))
    assert page.said.startswith(f"These are {n} pages.")
    assert not page.dialog.findChildren(QPrintDialog)
    page.click("Print …")
    page.until(lambda: any(d.isVisible() for d in page.dialog.findChildren(QPrintDialog)))
    QTest.keyClick(page.dialog.findChild(QPrintDialog), Qt.Key.Key_Escape)
    page.click("None")
    page.until(lambda: page.dialog.shown.sentence == "Tick what you would like to print.")
    page.click("All")
    page.until(lambda: page.dialog.shown.sentence == "The pages are being laid out …")


def test_without_any_improvement_it_asks_for_one(plan):
    plan.click("1   A place at the counter for what is paid")
    plan.click("2   A door that a child can open")
    plan.until(lambda: plan.dialog.shown.sentence == "Tick at least one improvement.")
    assert not plan.find("Print …").isEnabled()


def test_paper_is_the_teams_own_until_another_is_chosen_for_this_print(bakery, opened):
    bakery.workshop.prepare.choose_paper("Letter")
    page = opened(bakery, 5)
    assert size_of(page.wait()) == (612, 792)
    page.click("Paper: A4")
    page.until(lambda: page.dialog.pages is not None)
    assert size_of(page.wait()) == (595, 842)
    assert bakery.workshop.prepare.team().paper == "Letter"


# What is to be looked at


@pytest.fixture
def named(hands) -> Hands:
    """A pick whose customer has a name, mentions another, and uses letters that no font has."""
    workshop = hands.workshop
    talk = workshop.talk.begin(workshop.talk.next_customer(kind="regular", name="Zoltan Quix").id)
    words = "Ask for Mrs Quixberg, she wears a \U00013000"
    workshop.pick.put(workshop.pick.subject(str(workshop.talk.say(words, talk.id).code)))
    return hands


def test_customers_names_are_off_at_each_print(named, opened):
    page = opened(named, 5)
    assert "Zoltan Quix" not in texts(page.wait())[0]
    page.tick("Show customers’ names")
    assert "Zoltan Quix" in texts(page.wait())[0]
    page.close()
    assert "Zoltan Quix" not in texts(opened(named, 5).wait())[0]


def test_likely_names_and_missing_letters_are_noted_before_printing(named, opened):
    page = opened(named, 5)
    page.wait()
    assert page.notes == [
        "Before it goes on paper, look at what may be somebody’s name: Mrs Quixberg",
        "These characters have no letter in our fonts: \U00013000",
    ]


def test_there_are_no_notes_without_a_reason(plan):
    assert plan.notes == []


# What is seen


def test_the_preview_shows_what_will_be_printed(plan, bakery, tmp_path):
    (path,) = write_sheets(bakery.workshop, ["action-plan"], tmp_path)
    plan.dialog.resize(1326, 657)
    assert plan.dialog.pages.pdfs[0] == path.read_bytes()
    preview = plan.dialog.shown.preview
    plan.until(lambda: preview.pages.places[0].width() > 600 and preview.pages._is_sharp(0))
    place = preview.pages.places[0]
    seen = preview.pages.grab(place).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    assert differ(seen, picture(path.read_bytes(), 0, place.width())) < BLUR


def test_only_the_visible_ones_of_300_pages_are_drawn(plan):
    document = Document(DocumentInfo(title="", author="", language="en"))
    document.draw([Page(paper=A4, paint=lambda kit: None) for _page in range(300)])
    shown = plan.dialog.shown
    shown.show_pdf(document.finish())
    preview = shown.preview
    plan.until(lambda: preview.pages.drawn)
    settle()
    assert 0 in preview.pages.drawn
    assert set(preview.pages.drawn) <= {0, 1}
    preview.setFocus()
    QTest.keyClick(preview, Qt.Key.Key_End)
    plan.until(lambda: {298, 299} <= set(preview.pages.drawn))  # both that are in sight
    assert preview.page == 300
    assert preview.accessibleName() == "Preview, page 300 of 300"
    assert len(preview.pages.drawn) <= 4
    for number in range(0, 300, 10):
        preview.go(number)
        settle()
    assert len(preview.pages.drawn) <= CACHED
    QTest.keyClick(preview, Qt.Key.Key_Home)
    assert preview.page == 1


def test_a_page_fits_the_width_or_fits_whole(plan):
    plan.dialog.resize(1326, 657)
    plan.until(lambda: plan.dialog.shown.preview.pages.places[0].width() > 600)
    preview = plan.dialog.shown.preview
    wide = preview.pages.places[0]
    assert wide.width() > 0.9 * preview.viewport().width() or wide.width() == 1000
    plan.click("Whole page")
    whole = preview.pages.places[0]
    assert whole.height() <= preview.viewport().height()
    assert whole.width() < wide.width()
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.page == 2


# Making the pages


TURNS = 30  # a window that is blocked by drawing would have none


@pytest.fixture
def turns():
    """The turns of the event loop so far."""
    timer, had = QTimer(), []
    timer.timeout.connect(lambda: had.append(len(had)))
    timer.start(2)
    yield had
    timer.stop()


@pytest.mark.slow
def test_the_window_answers_while_3000_cards_are_drawn_and_stop_ends_it(many, opened, turns):
    page = opened(many, 5)
    page.click("All")
    drawing = page.dialog._work.preview
    page.until(lambda: drawing._drawing is not None)
    before = len(turns)
    page.until(lambda: len(turns) > before + TURNS or not drawing.is_busy)
    assert drawing.is_busy
    assert len(turns) > before + TURNS
    page.click("Stop")
    assert page.dialog.shown.sentence == "Stopped. Nothing was printed."
    page.click("Show the pages")
    page.until(lambda: page.dialog.footer.progress.is_busy)
    page.click("Stop")


def test_a_newer_choice_ends_the_older_and_only_the_newer_is_shown(many, opened):
    page = opened(many, 5)
    page.until(lambda: page.dialog._work.preview._drawing is not None)
    older = page.dialog._work.preview._drawing
    shown = []
    page.dialog._work.preview.finished.connect(
        lambda pages: shown.append(pages.order.options.paper.name)
    )
    page.click("Paper: Letter")
    assert older._stopped.is_set()
    page.wait()
    assert shown == ["Letter"]
    assert not older.is_alive()


def test_drawing_ends_with_the_program(many, opened):
    page = opened(many, 5)
    page.until(lambda: page.dialog._work.preview._drawing is not None)
    drawing = page.dialog._work.preview._drawing
    QApplication.instance().aboutToQuit.emit()
    page.until(lambda: not drawing.is_alive())
    assert drawing.result is None


def test_a_sheet_that_cannot_be_drawn_is_named_and_the_page_goes_on(plan, monkeypatch):
    def broken(values, wanted):
        raise ValueError(values)

    from cxworkshop.sheets.make_better import action_plan

    whole = action_plan.action_plans
    monkeypatch.setattr(action_plan, "action_plans", broken)
    maker = plan.dialog._work.preview
    make_and_look(plan, maker)
    entries = log.path().read_text(encoding="utf-8")
    assert "ValueError" in entries
    assert "PlanContent(" not in entries
    assert plan.dialog.shown.sentence.startswith("“Action plan” could not be drawn.")
    monkeypatch.setattr(action_plan, "action_plans", whole)
    plan.click("Paper: Letter")
    assert plan.wait()


@pytest.mark.parametrize("error", [MemoryError, SystemExit])
def test_a_failing_drawing_thread_is_reported_and_the_page_goes_on(plan, monkeypatch, error):
    def dies(*_given):
        raise error

    with monkeypatch.context() as planted:
        planted.setattr(pdf_maker, "preflight", dies)
        make_and_look(plan, plan.dialog._work.preview)
    assert plan.dialog.shown.sentence.startswith("The pages could not be drawn.")
    assert error.__name__ in log.path().read_text(encoding="utf-8")
    plan.click("Paper: Letter")
    assert plan.wait()


def test_values_that_cannot_be_gathered_are_reported_once_and_the_page_goes_on(plan, monkeypatch):
    def broken(*_given):
        raise ValueError("Zqxjk")

    with monkeypatch.context() as planted:
        planted.setattr(pdf_maker, "job", broken)
        plan.dialog._make()
        plan.until(lambda: plan.dialog.shown.sentence)
    assert plan.dialog.shown.sentence.startswith("“Action plan” could not be drawn.")
    assert not plan.dialog._work.preview.is_busy
    assert log.path().read_text(encoding="utf-8").count("ValueError") == 1
    plan.click("Paper: Letter")
    assert plan.wait()


def test_a_page_that_cannot_be_drawn_for_the_printer_ends_the_print(plan, tmp_path, monkeypatch):
    def broken(*_given):
        raise MemoryError

    target = tmp_path / "printed.pdf"
    with monkeypatch.context() as planted:
        planted.setattr(PageImages, "picture", broken)
        plan.print_into(target)
        plan.until(lambda: plan.said)
    assert plan.said == "Page 1 could not be drawn, so printing was stopped."
    assert not target.exists()
    assert "printing failed" in log.path().read_text(encoding="utf-8")
    plan.print_into(target)
    plan.until(lambda: plan.said == "2 pages are in printed.pdf.")


@pytest.mark.parametrize("way", ["printed", "saved"])
def test_what_tells_others_is_noted_once_it_is_printed_or_saved(bakery, opened, tmp_path, way):
    page = opened(bakery, 8)
    page.only("Poster", "Page for all staff")
    page.wait()
    before = len(bakery.workshop.share.to_tell())
    if way == "printed":
        page.print_into(tmp_path / "paper.pdf")
    else:
        choose_in_menu(page, 0)
        page.choose(tmp_path / "paper.pdf")
    page.until(lambda: len(bakery.workshop.share.to_tell()) > before)
    page.close()
    noted = {row.who: (row.told_on, row.how) for row in bakery.workshop.share.to_tell()[before:]}
    today = (bakery.workshop.today, "printed")
    assert noted == {"The poster": today, "The page for all staff": today}
    assert bakery.workshop.undo_title() == "Note what was printed"
    bakery.go(8)
    assert bakery.window.desk.foot._bold.text() == "1 to tell, round 3"  # no paper is counted
    bakery.click("Start round 5")
    named = [button.text() for button in bakery.page.findChildren(QAbstractButton)]
    assert not any("The poster" in name for name in named if name.startswith("Printed"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_saving_a_pdf_on_a_disk_that_does_not_answer_freezes_nothing(plan, tmp_path):
    plan.dialog.output.disk.patience = 0.2
    part = tmp_path / f".our plan.pdf.{os.getpid()}.part"
    os.mkfifo(part)  # opening it to write waits until somebody reads
    plan.click("Save PDFs …")
    plan.choose(tmp_path / "our plan.pdf")
    panel = plan.dialog.findChild(MessagePanel)
    assert panel.text.startswith("It is not saved there yet")
    plan.click("Keep waiting")
    assert panel.text == ""
    assert part.read_bytes().startswith(b"%PDF")
    plan.until(lambda: plan.said == f"our plan.pdf is saved in “{tmp_path.name}”.")


def make_and_look(plan, maker) -> None:
    plan.dialog._make()
    plan.until(lambda: maker._drawing is not None)
    maker._progress_timer.stop()
    maker._drawing.join()
    maker._check_progress()


# Output


def test_the_printer_gets_what_the_preview_shows(plan, tmp_path):
    target = tmp_path / "printed.pdf"
    plan.print_into(target)
    plan.until(lambda: plan.said == "2 pages are in printed.pdf.")
    printed, ours = target.read_bytes(), plan.dialog.pages.pdfs[0]
    assert len(texts(printed)) == 2
    assert size_of(printed) == (595, 842)
    for number in (0, 1):
        assert differ(picture(printed, number), picture(ours, number)) < BLUR
    assert list(tmp_path.glob(".*.part")) == []


@pytest.fixture
def overwriting():
    """Lets Qt's own dialog replace a file, whenever it asks."""

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        if isinstance(asked, QMessageBox):
            asked.button(QMessageBox.StandardButton.Yes).click()

    timer = QTimer()
    timer.timeout.connect(answer)
    timer.start(50)
    yield
    timer.stop()


@pytest.mark.usefixtures("overwriting")
def test_a_stopped_print_leaves_the_old_file(plan, tmp_path):
    target = tmp_path / "printed.pdf"
    target.write_bytes(b"what was there")
    plan.print_into(target)
    assert plan.dialog.footer.progress.is_busy
    assert not plan.find("Save PDFs …").isEnabled()
    plan.click("Stop")
    assert plan.said.startswith("Stopped.")
    assert target.read_bytes() == b"what was there"
    assert list(tmp_path.glob(".*.part")) == []
    assert plan.find("Print …").isEnabled()


def test_a_printer_that_fails_is_reported_in_a_sentence(plan, tmp_path):
    (tmp_path / ".printed.pdf.part").mkdir()
    plan.print_into(tmp_path / "printed.pdf")
    plan.until(lambda: plan.said != "")
    assert plan.said.startswith("printed.pdf could not be written.")
    assert plan.find("Print …").isEnabled()


def test_some_pages_can_be_printed_alone(plan, tmp_path):
    target = tmp_path / "second.pdf"
    plan.print_into(target, pages=2)
    plan.until(lambda: plan.said == "1 page is in second.pdf.")
    ours = plan.dialog.pages.pdfs[0]
    assert differ(picture(target.read_bytes(), 0), picture(ours, 1)) < BLUR


def test_one_sheet_is_saved_as_one_file(plan, tmp_path):
    plan.click("Save PDFs …")
    settle()
    offered = plan.dialog.findChild(QFileDialog).selectedFiles()[0]
    assert re.search(r", .+, \d{4}-\d\d-\d\d\.pdf$", offered), "the workshop, the sheet, the day"
    plan.choose(tmp_path / "our plan")
    assert plan.said == f"our plan.pdf is saved in “{tmp_path.name}”."
    assert (tmp_path / "our plan.pdf").read_bytes() == plan.dialog.pages.pdfs[0]
    (tmp_path / "plan v1.2.pdf").write_bytes(b"last month's")
    plan.click("Save PDFs …")
    plan.choose(tmp_path / "plan v1.2")  # to which Qt adds no ending, so it asks nothing
    assert plan.said.startswith("plan v1.2.pdf is there already")
    assert (tmp_path / "plan v1.2.pdf").read_bytes() == b"last month's"


def test_pages_are_saved_as_pictures_and_as_drawings_that_look_like_them(plan, tmp_path):
    (tmp_path / "plan-2.png").write_bytes(b"last month's")
    for name, drawn in (("plan", "plan-1.png"), ("plan.svg", "plan-1.svg")):
        plan.click("Save pictures …")
        plan.choose(tmp_path / name)
        plan.until(lambda: plan.said == f"2 pictures are in “{tmp_path.name}”.")
        image = QImage(str(tmp_path / drawn))  # by Qt's own readers of PNG and SVG
        paper = picture(plan.dialog.pages.pdfs[0], 0).scaledToWidth(image.width())
        assert differ(image, paper) < BLUR
    assert (tmp_path / "plan-2.png").read_bytes() == b"last month's"
    assert sorted(path.name for path in tmp_path.glob("plan-2*")) == [
        *("plan-2 (2).png", "plan-2.png", "plan-2.svg"),
    ]


def test_a_file_that_cannot_be_written_is_named_and_the_old_one_stays(plan, tmp_path):
    (tmp_path / "plan.pdf").mkdir()
    (tmp_path / "plan.pdf" / "inside").write_bytes(b"old")
    plan.dialog.output.save_file(plan.dialog.pages, tmp_path / "plan.pdf")
    assert plan.said.startswith("plan.pdf could not be written.")
    assert (tmp_path / "plan.pdf" / "inside").read_bytes() == b"old"


def choose_in_menu(page: PrintPage, down: int) -> None:
    page.click("Save PDFs …")
    menu = next(m for m in page.dialog.findChildren(QMenu) if m.isVisible())
    for _step in range(down):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()


def test_a_file_for_each_sheet_and_none_is_overwritten(plan, tmp_path):
    there = tmp_path / "paper"
    there.mkdir()
    (there / "Action plan.pdf").write_bytes(b"last month's")
    plan.dialog.output.save_each(plan.dialog.pages, there)
    plan.until(lambda: plan.said != "")
    assert plan.said == "1 PDF is in “paper”."
    assert (there / "Action plan.pdf").read_bytes() == b"last month's"
    assert (there / "Action plan (2).pdf").read_bytes() == plan.dialog.pages.pdfs[0]
    assert pdf_files.free_path(there, "Action plan.pdf").name == "Action plan (3).pdf"


def test_several_sheets_become_one_file_with_bookmarks_or_a_file_each(bakery, opened, tmp_path):
    page = opened(bakery, 5)
    other = next(s for s in SHEETS.values() if s.stop != 5 and s.sensible(bakery.workshop))
    page.only(other.title, "Action plan")
    page.wait()
    choose_in_menu(page, 0)
    page.choose(tmp_path / "all.pdf")
    assert page.said == f"all.pdf is saved in “{tmp_path.name}”."
    outline = pypdf.PdfReader(tmp_path / "all.pdf").outline
    titles = [line.title for line in outline if not isinstance(line, list)]
    assert sorted(titles) == sorted([other.title, "Action plan"])
    folder = tmp_path / "each"
    folder.mkdir()
    choose_in_menu(page, 1)
    page.choose(folder)
    page.until(lambda: page.said == "2 PDFs are in “each”.")
    assert sorted(path.stem for path in folder.iterdir()) == sorted([other.title, "Action plan"])


class Viewer(QObject):
    """A handler that takes the place of the computer's PDF viewer."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[bytes] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.seen.append(Path(url.toLocalFile()).read_bytes())


def test_it_opens_in_the_pdf_viewer(plan):
    viewer = Viewer()
    QDesktopServices.setUrlHandler("file", viewer, "show")
    try:
        plan.click("Open in PDF viewer")
        plan.click("Open in PDF viewer")
        assert viewer.seen == [plan.dialog.pages.pdfs[0]] * 2
        assert plan.said == ""
    finally:
        QDesktopServices.unsetUrlHandler("file")


def test_a_computer_without_a_pdf_viewer_is_told_what_to_do(plan, monkeypatch, tmp_path, capfd):
    monkeypatch.setenv("PATH", str(tmp_path))
    plan.click("Open in PDF viewer")
    assert plan.said.startswith("This computer has no program for PDFs.")


# What is remembered


def test_the_offset_and_the_link_are_kept_for_the_next_print(plan, bakery, opened):
    options = plan.dialog.choices.options
    options.labels.left.setValue(1.5)
    options.labels.high.setValue(-2.0)
    options.labels.higher.setValue(0.5)
    options.link.setText("somewhere.invalid/say-more")
    plan.close()
    wanted = opened(bakery, 5).dialog.choices.options.print_options()
    assert (wanted.offset, wanted.drift) == ((1.5, -2.0), (0.0, 0.5))
    assert wanted.link == "somewhere.invalid/say-more"
    assert not wanted.names


def test_damaged_settings_count_as_none(bakery, opened):
    QSettings().setValue("print/offset", "nan,x")
    QSettings().setValue("print/profile", "no-such-labels")
    wanted = opened(bakery, 5).dialog.choices.options.print_options()
    assert (wanted.offset, wanted.profile) == ((0.0, 0.0), "")


def test_labels_of_the_paper_size_are_offered_and_the_choice_is_remembered(bakery, opened):
    page = opened(bakery, 3)
    box = page.find("Cards or labels in the printer", QComboBox)
    offered = [box.itemData(n) for n in range(box.count())]
    assert "a4-85x54" in offered
    assert not [slug for slug in offered if slug.startswith("letter")]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End)
    chosen = box.currentData()
    assert page.dialog.choices.options.print_options().profile == chosen
    page.close()
    again = opened(bakery, 3)
    assert again.dialog.choices.options.print_options().profile == chosen
    again.click("Paper: Letter")
    assert again.dialog.choices.options.print_options().profile == ""
    again.close()
    assert opened(bakery, 3).dialog.choices.options.print_options().profile == chosen


def test_a_test_sheet_is_printed_and_the_ticks_stay(plan, tmp_path):
    before = plan.ticked
    plan.click("Print a test sheet …")
    plan.until(lambda: any(d.isVisible() for d in plan.dialog.findChildren(QPrintDialog)))
    plan.fill_in(tmp_path / "test.pdf")
    plan.until(lambda: plan.said == "1 page is in test.pdf.")
    assert plan.ticked == before


# By keyboard, by eye, by screen reader


def test_the_keyboard_is_enough(bakery, opened):
    page = opened(bakery, 5)
    assert QApplication.focusWidget().accessibleName() == "Action plan"
    page.key(Qt.Key.Key_Space)
    assert page.ticked == usual(bakery.workshop, 5)[1:]
    page.key(Qt.Key.Key_Space)
    assert page.ticked == usual(bakery.workshop, 5)
    page.wait()
    QTest.keyClick(page.dialog, Qt.Key.Key_P, CONTROL)
    settle()
    asked = next(d for d in page.dialog.findChildren(QPrintDialog) if d.isVisible())
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    settle()
    assert not Shiboken.isValid(asked)
    page.key(Qt.Key.Key_Escape)
    assert not page.is_open


@pytest.mark.slow
def test_all_text_has_room(window, tmp_path, until):
    """With large text; at the other sizes it is among all dialogs."""
    window.theme.resize(200)  # before there is much that has to be laid out again
    assert window.open(make("named", tmp_path))
    Hands(window).go(5)
    QTest.keyClick(window, Qt.Key.Key_P, CONTROL)
    page = page_of(window, until)
    page.wait()
    found = {}
    for size in ((1240, 680), (1326, 657), (1880, 1040)):
        page.dialog.resize(*size)
        settle()
        found[size] = cramped(page.dialog, painted(page.dialog))
        if page.dialog.size().toTuple() != size:
            found[size].append(f"it needs {page.dialog.size().toTuple()}")
    page.close()
    assert {size: words for size, words in found.items() if words} == {}


def test_a_locked_improvement_prints_from_the_top_bar_too(hands, until):
    improve(hands.workshop, "ring me")
    hands.click("Print")
    page = page_of(hands.window, until)
    assert page.ticked == usual(hands.workshop, hands.window.desk.here)
    page.close()
    assert PrintOptions().names is False
