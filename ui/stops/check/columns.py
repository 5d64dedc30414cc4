"""The two columns of stop 6: what customers said before, and what they say now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from cxworkshop import catalogue, days
from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.stops.check import CheckWords
from ui.stops.check.answers import AnswerEntry, answer_row, empty_row, quote_row
from ui.theme.theme import Theme
from ui.widgets.labels import Hairline, Label, Panel
from ui.widgets.lists import RowList


class BeforeColumn(Panel):
    """What customers said before the improvement was begun."""

    def __init__(self, theme: Theme) -> None:
        title = _("What they said before")
        super().__init__(theme)
        self._head = ColumnHead(theme, title)
        self._rows = RowList(theme, title)
        _fill(self, theme, title, (self._head, self._rows))

    def show_words(self, before: Sequence[CheckWords], heard: int, asked: int) -> None:
        """Show the words, and that `heard` of the `asked` customers spoke of it."""
        rows: list[QWidget] = [quote_row(self._theme, said) for said in before if said.words]
        spoke = _("{n} of {all} customers spoke of it").format(n=heard, all=asked)
        count = Label(spoke, self._theme, "small", "grey")
        self._rows.show_rows([*rows, Hairline(self._theme), count])
        self._head.set_note(day_range(said.day for said in before))


class NowColumn(Panel):
    """The box for the next answer, and below it what customers have answered so far."""

    def __init__(self, theme: Theme) -> None:
        title = _("What they say now")
        super().__init__(theme)
        self._head = ColumnHead(theme, title)
        self.entry = AnswerEntry(theme, catalogue.check_question())
        self._rows = RowList(theme, title)
        self._rows.setMinimumHeight(theme.px(104))
        _fill(self, theme, title, (self._head, self.entry, self._rows))

    def show_answers(self, answers: Sequence[CheckWords], note: str, if_none: str) -> None:
        """Show the answers with a note in the head, or the sentence `if_none` in their place."""
        rows: list[QWidget] = [answer_row(self._theme, said) for said in answers]
        self._rows.show_rows(rows or [empty_row(self._theme, if_none)])
        self._head.set_note(note)

    def scroll_to_last(self) -> None:
        """Bring the newest answer into view."""
        self._rows.show_last()


class ColumnHead(QWidget):
    """A title with a grey note beside it, or below it where the column is narrow."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.px(2))
        self._title = Label(title, theme, "h2")
        self._note = Label("", theme, "small", "grey")
        self._line.addWidget(self._title, 1)
        self._line.addWidget(self._note, 0)

    def set_note(self, note: str) -> None:
        """Replace the grey note."""
        self._note.setText(note)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        parts = (self._title, self._note)
        wide = sum(w.fontMetrics().horizontalAdvance(w.text()) + 8 for w in parts)
        fits = wide <= self.width()
        way = QBoxLayout.Direction
        self._note.setWordWrap(not fits)
        self._line.setDirection(way.LeftToRight if fits else way.TopToBottom)


def day_range(days_heard: Iterable[date | None]) -> str:
    """Name the first and the last day: "23 Nov", or "23 Nov to 2 Dec"; "" if none is known."""
    known = [day for day in days_heard if day]
    if not known:
        return ""
    first, last = days.day_month(min(known)), days.day_month(max(known))
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def _fill(panel: Panel, theme: Theme, name: str, parts: Sequence[QWidget]) -> None:
    """Put the parts below one another; the last takes the height that is left."""
    panel.box.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(10))
    panel.setAccessibleName(name)
    panel.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    for part in parts:
        panel.box.addWidget(part, 1 if part is parts[-1] else 0)
