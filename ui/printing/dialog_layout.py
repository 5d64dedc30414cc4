"""How the Print page is laid out: what is ticked, the paper, what to look at, the ways on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.sheets.preflight import Preflight
from cxworkshop.workshop import Workshop
from ui.printing.options import PrintOptionsPanel
from ui.printing.preview_panel import PreviewPanel
from ui.printing.progress import ProgressPanel
from ui.printing.sheet_list import SheetList
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.flow_layout import FlowLayout, SideBySide
from ui.widgets.labels import Hairline, Label, Panel, button
from ui.widgets.lists import RowList
from ui.widgets.scroll_area import ScrollArea

MARGIN = 40  # pixels that stay free around it, however large the text


class PrintLaidOut(QDialog):
    """What is ticked on the left, the paper on the right, the ways on at the foot."""

    def __init__(
        self, workshop: Workshop, theme: Theme, parent: QWidget, slots: tuple[int, ...]
    ) -> None:
        super().__init__(parent)
        self.theme, self.workshop = theme, workshop
        self.setWindowTitle(_("Print"))
        room = self.screen().availableGeometry().size() - QSize(MARGIN, MARGIN)
        self.resize(QSize(theme.px(1280), theme.px(900)).boundedTo(room))
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(14))
        box.setSpacing(theme.px(10))
        middle = QHBoxLayout()
        middle.setSpacing(theme.px(20))
        self._left = self._asked(slots)
        middle.addWidget(self._left)
        self.shown = PreviewPanel(theme)
        middle.addWidget(self.shown, 1)
        box.addLayout(middle, 1)
        self._rows: list[Label] = []
        self.notes = RowList(theme, _("To be looked at before it goes on paper"))
        self.notes.hide()
        box.addWidget(self.notes)
        self.said = Label("", theme, "strong", "amber")
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

    def show_notes(self, theme: Preflight) -> None:
        """Characters that no font has, and likely names (R7)."""
        self._rows = [Label(note, self.theme, "body", "amber") for note in theme.notes]
        self.notes.show_rows(self._rows)
        self.notes.setVisible(bool(self._rows))
        self._fit()

    @override
    def resizeEvent(self, event: object) -> None:
        """With large text the left side takes no more than half; many names scroll."""
        self._fit()

    def _fit(self) -> None:
        self._left.setFixedWidth(min(self.theme.px(340), self.width() // 2))
        room = self.width() - self.theme.px(60)
        high = sum(row.heightForWidth(room) + self.theme.px(4) for row in self._rows)
        self.notes.setFixedHeight(min(high + self.theme.px(2), self.theme.px(76)))

    def _reveal(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Qt scrolls to what Tab comes to from within, not to what it comes to from outside."""
        if now is not None and self._inside.isAncestorOf(now):
            self._inside.ensureWidgetVisible(now, 0, self.theme.px(24))

    def _asked(self, slots: tuple[int, ...]) -> QWidget:
        panel = Panel(self.theme)
        panel.box.setContentsMargins(self.theme.px(4), self.theme.px(4), self.theme.px(2), 4)
        inside = self._inside = ScrollArea(self.theme.px(6))
        inside.be_roomy()
        inside.setAccessibleName(_("What to print, and how"))
        side = self.theme.px(14)
        inside.box.setContentsMargins(side, self.theme.px(10), side, self.theme.px(10))
        self.list = SheetList(self.workshop, self.theme)
        self.options = PrintOptionsPanel(self.workshop, self.theme, slots)
        inside.box.addWidget(self.options.first)
        inside.box.addWidget(Hairline(self.theme))
        inside.box.addWidget(self.list)
        inside.box.addWidget(self.options)
        inside.box.addStretch(1)
        panel.box.addWidget(inside)
        return panel

    def _foot(self) -> QWidget:
        foot = SideBySide(self.theme.px(16), self.theme.px(860))
        self.progress = ProgressPanel(self.theme)
        foot.line.addWidget(self.progress, 1)
        ways = QWidget()
        flow = FlowLayout(self.theme.px(10))
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
