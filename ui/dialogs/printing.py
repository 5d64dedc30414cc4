"""The Print page: tick what is wanted, see the paper itself, print it or keep it as PDFs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from cxworkshop.errors import Refusal
from cxworkshop.i18n import _, ngettext
from cxworkshop.sheets import PACK_TITLE, SHEETS
from cxworkshop.sheets.document import CannotPrint, publish
from cxworkshop.workshop import Workshop
from ui.buttons import Button
from ui.lists import Lines
from ui.printing import files
from ui.printing.maker import Made, Maker, Order, one_each
from ui.printing.on_paper import OnPaper
from ui.printing.options import TEST_SHEET, Options
from ui.printing.progress import Progress
from ui.printing.sheet_list import SheetList
from ui.printing.shown import Shown
from ui.scrolling import Scrolling
from ui.theme.look import Look
from ui.words import Hairline, Panel, Words, button
from ui.wrap import Beside, Wrap

MARGIN = 40  # pixels that stay free around it, however large the text
SOON = 150  # milliseconds in which more ticks may follow


class PrintLaidOut(QDialog):
    """What is ticked on the left, the paper on the right, the ways on at the foot."""

    def __init__(
        self, workshop: Workshop, look: Look, parent: QWidget, slots: tuple[int, ...]
    ) -> None:
        super().__init__(parent)
        self.look, self.workshop = look, workshop
        self.setWindowTitle(_("Print"))
        room = self.screen().availableGeometry().size() - QSize(MARGIN, MARGIN)
        self.resize(QSize(look.px(1280), look.px(900)).boundedTo(room))
        box = QVBoxLayout(self)
        box.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(14))
        box.setSpacing(look.px(10))
        middle = QHBoxLayout()
        middle.setSpacing(look.px(20))
        self._left = self._asked(slots)
        middle.addWidget(self._left)
        self.shown = Shown(look)
        middle.addWidget(self.shown, 1)
        box.addLayout(middle, 1)
        self.notes = Lines(look, _("To be looked at before it goes on paper"))
        box.addWidget(self.notes)
        self.said = Words("", look, "strong", "amber")
        self.said.hide()
        box.addWidget(self.said)
        box.addWidget(self._foot())
        self._fit()

    def say(self, sentence: str, *, trouble: bool = True) -> None:
        """What was done, or what stood in the way; "" for nothing."""
        self.said.setText(sentence)
        self.said.setAccessibleName(sentence)
        self.said.paint_in("amber" if trouble else "ink")
        self.said.setVisible(bool(sentence))

    def show_notes(self, made: Made | None) -> None:
        """Likely names (R7), and characters that no font has."""
        look = made.look if made else None
        rows = []
        if look and look.names:
            text = _("Look at what may be somebody's name: {names}")
            rows.append(text.format(names="; ".join(look.names)))
        if look and look.boxes:
            text = _("These characters have no letter in our fonts: {characters}")
            rows.append(text.format(characters=" ".join(look.boxes)))
        self.notes.show_rows([Words(row, self.look, "body", "amber") for row in rows])
        self.notes.setVisible(bool(rows))
        self.notes.setFixedHeight(self.look.px(30 * len(rows) + 6))

    def resizeEvent(self, event: object) -> None:  # noqa: N802, ARG002 - Qt's own
        """With large text the left side takes no more than half."""
        self._fit()

    def _fit(self) -> None:
        self._left.setFixedWidth(min(self.look.px(340), self.width() // 2))

    def _asked(self, slots: tuple[int, ...]) -> QWidget:
        panel = Panel(self.look)
        panel.box.setContentsMargins(self.look.px(4), self.look.px(4), self.look.px(2), 4)
        inside = Scrolling(self.look.px(6))
        inside.be_roomy()
        inside.setAccessibleName(_("What to print, and how"))
        side = self.look.px(14)
        inside.box.setContentsMargins(side, self.look.px(10), side, self.look.px(10))
        self.list = SheetList(self.workshop, self.look)
        self.options = Options(self.workshop, self.look, slots)
        inside.box.addWidget(self.options.first)
        inside.box.addWidget(Hairline(self.look))
        inside.box.addWidget(self.list)
        inside.box.addWidget(self.options)
        inside.box.addStretch(1)
        panel.box.addWidget(inside)
        return panel

    def _foot(self) -> QWidget:
        foot = Beside(self.look.px(16), self.look.px(860))
        self.progress = Progress(self.look)
        foot.line.addWidget(self.progress, 1)
        ways = QWidget()
        flow = Wrap(self.look.px(10))
        ways.setLayout(flow)
        self.close_press = button(_("Close"), "quiet")
        self.view_press = button(_("Open in PDF viewer"), lead="open")
        self.save_press = button(_("Save PDFs …"), lead="paper")
        self.print_press = button(_("Print …"), "primary", lead="print")
        self.print_press.show_key("Ctrl+P")
        for press in (self.close_press, self.view_press, self.save_press, self.print_press):
            flow.addWidget(press)
        foot.line.addWidget(ways)
        return foot

    def _ways(self) -> tuple[Button, ...]:
        return self.view_press, self.save_press, self.print_press


class PrintDialog(PrintLaidOut):
    """Each change makes the pages anew, in a thread of their own; a newer one ends the older."""

    def __init__(
        self,
        workshop: Workshop,
        look: Look,
        parent: QWidget,
        stop: int = 0,
        slots: tuple[int, ...] = (),
    ) -> None:
        super().__init__(workshop, look, parent, slots)
        self.made: Made | None = None
        self._maker, self._other = Maker(workshop, self), Maker(workshop, self)
        self._then: Callable[[Made], object] = lambda _made: None
        self._paper: OnPaper | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._make)
        self._connect()
        self.list.tick_stop(stop)
        self.list.take_keys()

    def _connect(self) -> None:
        self.list.changed.connect(self._changed)
        self.options.changed.connect(self._changed)
        self.options.tested.connect(self._test)
        self.shown.again.connect(self._make)
        self.progress.stopped.connect(self._stop)
        for maker in (self._maker, self._other):
            maker.stepped.connect(self.progress.show_step)
        self._maker.made.connect(self._show)
        self._maker.refused.connect(self._show_why_not)
        self._other.made.connect(self._go_on)
        self._other.refused.connect(self._say_and_rest)
        self.close_press.clicked.connect(lambda _on=False: self.reject())
        self.view_press.clicked.connect(lambda _on=False: self._view())
        self.save_press.clicked.connect(lambda _on=False: self._save())
        self.print_press.clicked.connect(lambda _on=False: self._print())
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_press.click)

    def _changed(self) -> None:
        """What is shown is old from now on."""
        self._maker.stop()
        self.made = None
        self.say("")
        self._enable()
        self._soon.start(SOON)

    def _make(self) -> None:
        sheets = self.list.ticked
        if not sheets or not self.options.is_whole:
            tick = _("Tick what you would like to print.")
            which = _("Tick at least one improvement.")
            self._show_why_not(which if sheets else tick)
            return
        title = _(PACK_TITLE) if len(sheets) > 1 else ""
        self._maker.begin(Order(sheets, self.options.wanted(), title))
        self._enable()

    def _show(self, made: Made) -> None:
        self.made = made
        self.shown.show_pdf(made.pdfs[0])
        self.show_notes(made)
        self._rest()

    def _show_why_not(self, sentence: str) -> None:
        self.made = None
        self.shown.say(sentence)
        self.show_notes(None)
        self._rest()

    def _rest(self) -> None:
        """Nothing is being done any more: say what there is."""
        words = ""
        if self.made is not None:
            n, pages = len(self.made.order.sheets), self.shown.preview.count
            sheets = ngettext("{n} sheet", "{n} sheets", n).format(n=n)
            text = ngettext("{sheets}, {n} page", "{sheets}, {n} pages", pages)
            words = text.format(sheets=sheets, n=pages)
        self.progress.rest(words)
        self._enable()

    def _say_and_rest(self, sentence: str) -> None:
        self.say(sentence)
        self._rest()

    def _enable(self) -> None:
        ready = self.made is not None and not self._other.is_busy and self._paper is None
        for press in self._ways():
            press.setEnabled(ready)

    def _stop(self) -> None:
        """Whatever is being done."""
        if self._paper is not None:
            self._paper.cancel()
            return
        was_saving = self._other.is_busy
        self._maker.stop()
        self._other.stop()
        if was_saving:
            self._say_and_rest(_("Stopped. Nothing was printed."))
        else:
            self._show_why_not("")
            self.shown.say(_("Stopped. Nothing was printed."), again=True)

    def _go_on(self, made: Made) -> None:
        then, self._then = self._then, lambda _made: None
        self._rest()
        then(made)

    def _order(self, order: Order, then: Callable[[Made], object]) -> None:
        """Make something beside the pages that are shown, and go on with it."""
        self.say("")
        self._then = then
        self._other.begin(order)
        self._enable()

    def _test(self) -> None:
        """A sheet that shows how far the printer is off; ticks stay as they are."""
        order = Order((SHEETS[TEST_SHEET],), self.options.wanted())
        self._order(order, self._ask_printer)

    def _print(self) -> None:
        if self.made is not None:
            self._ask_printer(self.made)

    def _ask_printer(self, made: Made) -> None:
        """Which printer, how many, which pages: the computer's own dialog asks."""
        self.options.keep()
        self.say("")
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(_title(made))
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(_("Print"))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(lambda *_given: self._put_on_paper(printer, made.pdfs[0]))
        dialog.show()

    def _put_on_paper(self, printer: QPrinter, data: bytes) -> None:
        paper = self._paper = OnPaper(printer, data, self)
        paper.stepped.connect(self._show_paper)
        paper.ended.connect(self._paper_ended)
        self._enable()
        paper.begin()

    def _show_paper(self, done: int, of: int) -> None:
        words = _("To the printer: page {n} of {all}").format(n=done, all=of)
        self.progress.show_share(words, done, of)

    def _paper_ended(self, sentence: str, good: bool) -> None:
        if self._paper is not None:
            self._paper.deleteLater()
        self._paper = None
        self.say(sentence, trouble=not good)
        self._rest()

    def _view(self) -> None:
        made = self.made
        if made is None:
            return
        none = _("This computer has no program for PDFs. Save the PDF, and open it yourself.")
        try:
            opened = files.show_in_viewer(_title(made), made.pdfs[0])
            self.say("" if opened else none)
        except Refusal as refusal:
            self.say(str(refusal))

    def _save(self) -> None:
        """One sheet is one file; several may be one or many."""
        if self.made is None:
            return
        self.options.keep()
        if len(self.made.order.sheets) == 1:
            self._ask_file()
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("One file with bookmarks …"), self._ask_file)
        menu.addAction(_("A file for each sheet …"), self._ask_folder)
        above = QPoint(0, -menu.sizeHint().height())
        menu.popup(self.save_press.mapToGlobal(above))
        menu.setActiveAction(menu.actions()[0])

    def _ask_file(self) -> None:
        chooser = self._chooser(_("Where to keep the PDF"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(_("PDFs (*.pdf)"))
        chooser.setDefaultSuffix("pdf")
        if self.made is not None:
            chooser.selectFile(files.named(_title(self.made)))
        chooser.fileSelected.connect(lambda name: self._keep(Path(name)))
        chooser.open()

    def _ask_folder(self) -> None:
        chooser = self._chooser(_("Where to keep the PDFs"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(lambda name: self._keep_each(Path(name)))
        chooser.open()

    def _chooser(self, title: str) -> QFileDialog:
        chooser = QFileDialog(self, title, str(self.workshop.path.parent))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return chooser

    def _keep(self, place: Path) -> None:
        if self.made is None:
            return
        try:
            publish(self.made.pdfs[0], place)
        except CannotPrint as refusal:
            self.say(str(refusal))
            return
        self.say(_("{name} is written.").format(name=place.name), trouble=False)

    def _keep_each(self, folder: Path) -> None:
        if self.made is not None:
            self._order(one_each(self.made.order), lambda made: self._write_each(folder, made))

    def _write_each(self, folder: Path, made: Made) -> None:
        names = [files.named(_(sheet.title)) for sheet in made.order.sheets]
        try:
            written = files.keep_each(folder, names, made.pdfs)
        except CannotPrint as refusal:
            self.say(str(refusal))
            return
        text = ngettext("{n} PDF is in “{folder}”.", "{n} PDFs are in “{folder}”.", len(written))
        self.say(text.format(n=len(written), folder=folder.name), trouble=False)

    def reject(self) -> None:
        """Esc ends a print or a save first; then the page is left."""
        if self._paper is not None or self._other.is_busy:
            self._stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Nothing goes on behind a page that was left."""
        self._soon.stop()
        self._maker.stop()
        self._other.stop()
        self.options.keep()
        self.shown.preview.show_pdf(None)
        super().done(result)


def _title(made: Made) -> str:
    sheets = made.order.sheets
    return _(PACK_TITLE) if len(sheets) > 1 else _(sheets[0].title)


def open_print(
    workshop: Workshop, look: Look, parent: QWidget, stop: int, slots: tuple[int, ...] = ()
) -> PrintDialog:
    """Open it with the sheets of a stop ticked, of these improvements; none named is all."""
    dialog = PrintDialog(workshop, look, parent, stop, slots)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
