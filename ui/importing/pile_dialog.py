"""All answers of one pile, each with a tick: taken, or left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cxworkshop.compat import override
from cxworkshop.exchange.piles import AnswerPile, PileAnswer
from cxworkshop.i18n import _, with_commas
from ui.accessible.parts import Action
from ui.accessible.rows import make_rows_accessible
from ui.theme.focus import OWN_FOCUS
from ui.theme.icons import paint_icon
from ui.theme.mirror import draw_text, mirror_row, reckoned
from ui.theme.text_layout import upright
from ui.theme.theme import Theme
from ui.widgets.dialog_size import fit_dialog
from ui.widgets.labels import Label, QuoteLabel, make_button
from ui.widgets.scroll_area import scrolling

Index = QModelIndex | QPersistentModelIndex
LONGEST = 300  # characters of an answer that are painted on its line
SHOWN = 3_000  # of the current one, below the list


class PileModel(QAbstractListModel):
    """The answers; `turned` carries the key of one, and whether it is taken now."""

    turned = Signal(str, bool)

    def __init__(self, answers: Sequence[PileAnswer]) -> None:
        super().__init__()
        self._answers = [*answers]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._answers)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        answer = self.answer_at(index)
        if answer is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return answer.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(answer)
        return None

    def answer_at(self, index: Index) -> PileAnswer | None:
        """The answer of a row."""
        is_there = index.isValid() and index.row() < len(self._answers)
        return self._answers[index.row()] if is_there else None

    def turn(self, index: Index) -> None:
        """Take an answer that was left out, or the other way."""
        answer = self.answer_at(index)
        if answer is not None and answer.can_turn:
            self._answers[index.row()] = answer._replace(is_taken=not answer.is_taken)
            self.dataChanged.emit(index, index)
            self.turned.emit(answer.key, not answer.is_taken)

    def _spoken(self, answer: PileAnswer) -> str:
        """The line, the words, and whether they are taken."""
        parts = [_("line {n}").format(n=answer.line), answer.words, answer.note]
        if answer.can_turn:
            parts.append(_("is taken") if answer.is_taken else _("is left out"))
        return with_commas(filter(None, parts))


class PileList(QListView):
    """Lines of one height, so that thousands scroll; Space or a click on the box turns a tick."""

    moved = Signal()

    def __init__(self, theme: Theme, model: PileModel, name: str) -> None:
        super().__init__()
        self._theme, self.answers = theme, model
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setProperty(OWN_FOCUS, True)  # noqa: FBT003 - Qt's own
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Lines(self, theme))
        turn = Action(_("Take or leave out"), lambda: model.turn(self.currentIndex()), _("Space"))
        make_rows_accessible(self, lambda _index: [turn])
        self.setCurrentIndex(model.index(0))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.answers.turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        point, is_left = event.position().toPoint(), event.button() == Qt.MouseButton.LeftButton
        x = reckoned(point, self.viewport().width()).x()
        if is_left and x < self._theme.px(36):
            self.answers.turn(self.indexAt(point))


class PileDialog(QDialog):
    """A pile to look at, all of it; below the list the current answer stands with every word."""

    turned = Signal(str, bool)

    def __init__(self, pile: AnswerPile, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, answers = theme, pile.answers()
        self._model = PileModel(answers)
        self._model.setParent(self)
        self.setWindowTitle(_("Look at answers"))
        fit_dialog(self, theme, 860, 620)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        box.setSpacing(theme.px(10))
        title = _("{n} {title}").format(n=f"{pile.n:,}", title=pile.title)
        box.addWidget(Label(title, theme, "h2"))
        hint = _("What is ticked is imported. Space, or a click on its box, changes that.")
        if not any(answer.can_turn for answer in answers):
            hint = _("There is nothing here to import.")
        box.addWidget(Label(hint, theme, "body", "grey"))
        self.list = PileList(theme, self._model, title)
        box.addWidget(self.list, 1)
        box.addWidget(self._below())
        foot = QHBoxLayout()
        close = make_button(_("Close"), "primary")
        close.clicked.connect(lambda _on=False: self.accept())
        foot.addStretch(1)
        foot.addWidget(close)
        box.addLayout(foot)
        self._model.turned.connect(self.turned)
        self.list.moved.connect(self._show_whole)
        self._show_whole()
        self.list.setFocus()

    def _below(self) -> QWidget:
        """Where the current answer stands with every word."""
        self._whole = QuoteLabel("", self._theme)
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._whole)
        box.addStretch(1)
        area = scrolling(inside)
        area.setMaximumHeight(self._theme.px(150))
        area.setMinimumHeight(self._theme.px(64))
        return area

    def _show_whole(self) -> None:
        answer = self._model.answer_at(self.list.currentIndex())
        words = answer.words if answer is not None else ""
        self._whole.setText(f"{words[:SHOWN]} …" if len(words) > SHOWN else words)
        self._whole.setVisible(bool(words))


class _Lines(QStyledItemDelegate):
    """Paints a tick, the line of the file, the words as far as they fit, and a note."""

    def __init__(self, shown: PileList, theme: Theme) -> None:
        super().__init__(shown)
        self._list, self._theme = shown, theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(38))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        answer, tokens, px = self._list.answers.answer_at(index), self._theme.tokens, self._theme.px
        if answer is None:
            return
        painter.save()
        mirror_row(painter, option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        if here:
            painter.fillRect(box, QColor(tokens.tint))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(tokens.line))
        if answer.can_turn:
            self._paint_tick(painter, box, is_on=answer.is_taken)
        line = QRectF(box.left() + px(36), box.top(), px(52), box.height())
        self._text(painter, line, str(answer.line), "small", "grey")
        words = box.adjusted(px(92), 0, -px(12), 0)
        if answer.note:
            words.setRight(words.right() - self._note(painter, words, answer.note))
        if answer.words:
            bar = QRectF(words.left(), words.top() + px(8), 2, words.height() - px(16))
            painter.fillRect(bar, QColor(tokens.accent))
            text = " ".join(answer.words[:LONGEST].split())
            ink = "quote" if answer.is_taken else "grey"
            self._text(painter, words.adjusted(px(10), 0, 0, 0), text, "verbatim_list", ink)
        if here and self._list.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 3))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2.5), 6, 6)
        painter.restore()

    def _paint_tick(self, painter: QPainter, row: QRectF, *, is_on: bool) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        side = px(16)
        box = QRectF(row.left() + px(12), row.center().y() - side / 2, side, side)
        painter.setPen(QPen(QColor(tokens.accent if is_on else tokens.edge), 1.5))
        painter.setBrush(QColor(tokens.accent if is_on else tokens.panel))
        painter.drawRoundedRect(box, 3, 3)
        if is_on:
            paint_icon(painter, "check", box.adjusted(1, 1, -1, -1), QColor(tokens.on_accent))

    def _note(self, painter: QPainter, box: QRectF, note: str) -> float:
        """Draw it at the right; return the width that it takes."""
        metrics = QFontMetricsF(self._theme.font("small"))
        wide = min(metrics.horizontalAdvance(note) + 2, box.width() / 2)
        at = QRectF(box.right() - wide, box.top(), wide, box.height())
        self._text(painter, at, note, "small", "grey")
        return wide + self._theme.px(12)

    def _text(self, painter: QPainter, box: QRectF, text: str, role: str, ink: str) -> None:
        font = upright(text, self._theme.font(role))
        painter.setFont(font)
        painter.setPen(QColor(getattr(self._theme.tokens, ink)))
        short = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        draw_text(painter, box, Qt.AlignmentFlag.AlignVCenter, short)
