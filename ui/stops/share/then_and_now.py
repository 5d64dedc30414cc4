"""What we promised, what they said then, and what they say now: a row for each improvement."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.content.values import PosterContent
from cxworkshop.i18n import _, in_quotes
from cxworkshop.stages import FREE
from ui.theme.theme import Theme
from ui.widgets.labels import Hairline, Label, Panel, QuoteLabel
from ui.widgets.people_count import PeopleCount
from ui.widgets.round_rings import StageRing

SHARES = (35, 31, 34)  # of the three columns
STACKED = 130  # percent: from this size of text on, one below the other


class ThenAndNow(Panel):
    """Last round’s promises with words then and now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.box.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
        self._rows: QWidget | None = None

    def show_posters(self, posters: Sequence[PosterContent]) -> None:
        """Show the improvements of a round."""
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget()
        if not posters:
            self._rows.setLayout(self._nothing())
        else:
            stacked = self._theme.percent >= STACKED
            self._rows.setLayout(self._stack(posters) if stacked else self._grid(posters))
        self.box.addWidget(self._rows)

    def _nothing(self) -> QVBoxLayout:
        column, theme = QVBoxLayout(), self._theme
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        nothing = Label(_("Nothing was picked in this round."), theme, "body", "grey")
        column.addWidget(Label(_heads()[0], theme, "h2"))
        column.addWidget(Hairline(theme))
        column.addWidget(self._beside(StageRing(FREE, theme, 28), nothing))
        return column

    def _grid(self, posters: Sequence[PosterContent]) -> QGridLayout:
        grid, theme = QGridLayout(), self._theme
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(20))
        grid.setVerticalSpacing(theme.px(8))
        for column, share in enumerate(SHARES):
            grid.setColumnStretch(column, share)
            grid.addWidget(Label(_heads()[column], theme, "h2"), 0, column)
        for n, poster in enumerate(posters):
            grid.addWidget(Hairline(theme), 2 * n + 1, 0, 1, 3)
            for column, cell in enumerate(self._cells(poster)):
                grid.addWidget(cell, 2 * n + 2, column, Qt.AlignmentFlag.AlignTop)
        return grid

    def _stack(self, posters: Sequence[PosterContent]) -> QVBoxLayout:
        column, theme = QVBoxLayout(), self._theme
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for poster in posters:
            for head, cell in zip(_heads(), self._cells(poster), strict=True):
                column.addWidget(Label(head, theme, "label", "accent"))
                column.addWidget(cell)
            column.addWidget(Hairline(theme))
        return column

    def _cells(self, poster: PosterContent) -> tuple[QWidget, QWidget, QWidget]:
        return self._promise(poster), self._then(poster), self._now(poster)

    def _promise(self, poster: PosterContent) -> QWidget:
        made, theme = QWidget(), self._theme
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(12))
        sign = StageRing(poster.stage, theme, 28, str(poster.slot))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(
            _column(
                Label(poster.title, theme, "label", "accent"),
                Label(poster.promise if poster.promise != poster.title else "", theme),
                Label(_became(poster), theme, "small", "grey"),
            ),
            1,
        )
        return made

    def _then(self, poster: PosterContent) -> QWidget:
        if poster.quote is None:
            return Label(poster.topic, self._theme, "body")
        return QuoteLabel(in_quotes(poster.quote.words), self._theme)

    def _now(self, poster: PosterContent) -> QWidget:
        theme = self._theme
        if not poster.answered:
            text = poster.not_asked
            return self._beside(StageRing(FREE, theme, 18), Label(text, theme, "field", "grey"))
        said = [QuoteLabel(in_quotes(answer.words), theme) for answer in poster.answers[:1]]
        figures = PeopleCount(theme, 15)
        figures.show_count(poster.notice, poster.answered)
        count = self._beside(figures, Label(poster.counted, theme, "label"))
        return _column(*said, count)

    def _beside(self, sign: QWidget, words: Label) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.px(10))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        return made


def _heads() -> tuple[str, str, str]:
    return _("What we promised"), _("What they said then"), _("What they say now")


def _became(poster: PosterContent) -> str:
    """What stands below the promise: our own sentence for what was done, what we learned, or ""."""
    ours = poster.ours_among_us
    if ours == poster.title or (poster.promise and poster.promise in ours):
        return ""
    return _("{lead}: {words}").format(lead=poster.lead, words=ours)


def _column(*parts: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for part in parts:
        if not (isinstance(part, Label) and not part.text()):
            column.addWidget(part)
    return made
