"""How the Print page is laid out: what is ticked, the paper, what to look at, the ways on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.i18n import _
from cxworkshop.sheets.preflight import LookFirst
from cxworkshop.workshop import Workshop
from ui.printing.options import Options
from ui.printing.preview_panel import Shown
from ui.printing.progress import Progress
from ui.printing.sheet_list import SheetList
from ui.theme.look import Look
from ui.widgets.buttons import Button
from ui.widgets.flow_layout import Beside, Wrap
from ui.widgets.labels import Hairline, Panel, Words, button
from ui.widgets.lists import Lines
from ui.widgets.scroll_area import Scrolling

MARGIN = 40  # pixels that stay free around it, however large the text


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
        self._rows: list[Words] = []
        self.notes = Lines(look, _("To be looked at before it goes on paper"))
        self.notes.hide()
        box.addWidget(self.notes)
        self.said = Words("", look, "strong", "amber")
        self.said.hide()
        box.addWidget(self.said)
        box.addWidget(self._foot())
        self._fit()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._reveal)

    def say(self, sentence: str, *, trouble: bool = True) -> None:
        """What was done, or what stood in the way; "" for nothing."""
        self.said.setText(sentence)
        self.said.setAccessibleName(sentence)
        self.said.paint_in("amber" if trouble else "ink")
        self.said.setVisible(bool(sentence))

    def show_notes(self, look: LookFirst) -> None:
        """Characters that no font has, and likely names (R7)."""
        self._rows = [Words(note, self.look, "body", "amber") for note in look.notes]
        self.notes.show_rows(self._rows)
        self.notes.setVisible(bool(self._rows))
        self._fit()

    def resizeEvent(self, event: object) -> None:  # noqa: N802, ARG002 - Qt's own
        """With large text the left side takes no more than half; many names scroll."""
        self._fit()

    def _fit(self) -> None:
        self._left.setFixedWidth(min(self.look.px(340), self.width() // 2))
        room = self.width() - self.look.px(60)
        high = sum(row.heightForWidth(room) + self.look.px(4) for row in self._rows)
        self.notes.setFixedHeight(min(high + self.look.px(2), self.look.px(76)))

    def _reveal(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Qt scrolls to what Tab comes to from within, not to what it comes to from outside."""
        if now is not None and self._inside.isAncestorOf(now):
            self._inside.ensureWidgetVisible(now, 0, self.look.px(24))

    def _asked(self, slots: tuple[int, ...]) -> QWidget:
        panel = Panel(self.look)
        panel.box.setContentsMargins(self.look.px(4), self.look.px(4), self.look.px(2), 4)
        inside = self._inside = Scrolling(self.look.px(6))
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

    def ways(self) -> tuple[Button, ...]:
        """What wants pages."""
        return self.view_press, self.save_press, self.print_press
