"""All that is still open and what comes next; what was put down, with its reasons."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QInputDialog, QVBoxLayout, QWidget

from cxworkshop import days
from cxworkshop.i18n import _, ngettext
from cxworkshop.model import PutDown
from ui.bridge import Bridge
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.empty_state import EmptyLine
from ui.widgets.labels import Label, make_button
from ui.widgets.lists import RowList, row_with
from ui.widgets.open_lines import OpenLine, open_lines
from ui.widgets.open_rows import OpenRow, OpenRows

ALL = 500  # rows


class StillOpenDialog(QDialog):
    """`wanted` carries the OpenLine that somebody goes to; the dialog is closed then."""

    wanted = Signal(object)

    def __init__(self, bridge: Bridge, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._theme = bridge, theme
        self.setWindowTitle(_("Still open"))
        fit_dialog(self, theme, 1000, 640)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(8))
        box.addWidget(Label(_("Still open"), theme, "h1"))
        about = _("What any round promised stays here until it is done, or put down with a reason.")
        box.addWidget(Label(about, theme, "body", "grey"))
        self._list = RowList(theme, _("Still open"))
        box.addWidget(self._list, 1)
        foot = QHBoxLayout()
        close = make_button(_("Close"), "primary")
        close.clicked.connect(lambda _on=False: self.accept())
        foot.addStretch(1)
        foot.addWidget(close)
        box.addLayout(foot)
        self._open: list[OpenRow] = []
        bridge.changed.connect(self._show)
        self._show()

    def _show(self, _changes: object = None) -> None:
        promises, whole = self._bridge.whole.open_promises, self._bridge.whole
        now, later = open_lines(whole, promises.now()), open_lines(whole, promises.coming())
        parts: list[QWidget] = []
        rows: list[OpenRow] = []
        here = next((n for n, row in enumerate(self._open) if row.hasFocus()), 0)
        for title, lines in ((_("Now"), now), (_("Coming"), later)):
            if lines:
                block = self._rows(lines)
                rows += block.rows
                parts += [self._head(title), block]
        downs = promises.put_downs()
        if downs:
            parts += [self._head(_("Put down, with a reason")), *map(self._down, downs)]
        text = _("Nothing is open. What is promised will stand here.")
        self._list.show_rows(parts or [EmptyLine(self._theme, text, "kept")])
        self._open = rows
        if rows:  # the keyboard is at what is latest, or where it was
            rows[min(here, len(rows) - 1)].setFocus()

    def _head(self, title: str) -> Label:
        head = Label(title, self._theme, "label", "accent")
        head.setContentsMargins(0, self._theme.px(8), 0, 0)
        return head

    def _rows(self, lines: list[OpenLine]) -> OpenRows:
        rows = OpenRows(self._theme, ALL, shows_put_down=True)
        rows.show_lines(lines)
        rows.wanted.connect(self._go)
        rows.put_down_wanted.connect(self._put_down)
        return rows

    def _down(self, row: PutDown) -> QWidget:
        words = _("{what}: “{reason}”, {day}").format(
            what=self._bridge.whole.open_promises.words_of(row),
            reason=row.reason,
            day=days.short(row.put_down_on),
        )
        return row_with(self._theme, words, _("Take up again"), partial(self._take_up, row.id))

    def _take_up(self, thing: str) -> None:
        self._bridge.do(lambda: self._bridge.whole.open_promises.take_up_again(thing))

    def _go(self, line: OpenLine) -> None:
        self.accept()
        self.wanted.emit(line)

    def _put_down(self, line: OpenLine) -> None:
        put_down(self._bridge, line, self)


def put_down(bridge: Bridge, line: OpenLine, parent: QWidget) -> None:
    """Ask for the reason, and give it up; without a reason it stays open."""
    n = len(line.things)
    ask = ngettext(
        "Why is this put down? The reason is printed.",
        "Why are these {n} put down? The reason is printed.",
        n,
    ).format(n=n)
    asked = f"{line.words}\n\n{ask}"
    reason, is_given = "", True
    while is_given and not reason.strip():  # R13 wants it written
        reason, is_given = QInputDialog.getText(parent, _("Put down"), asked)
    if is_given:
        bridge.do(partial(_put_down_all, bridge, line, reason))


def _put_down_all(bridge: Bridge, line: OpenLine, reason: str) -> None:
    with bridge.whole.as_one(_("Put down what was still open")):
        for thing in line.things:
            bridge.whole.open_promises.put_down(thing, reason)


def open_still_open(
    bridge: Bridge, theme: Theme, parent: QWidget, go: Callable[[OpenLine], object]
) -> StillOpenDialog:
    """Open the list; `go` is called with what somebody chooses."""
    dialog = StillOpenDialog(bridge, theme, parent)
    dialog.wanted.connect(go)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
