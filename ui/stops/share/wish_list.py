"""Every wish with its answer: a painted list, in which no text is cut."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from cxworkshop.compat import override
from cxworkshop.i18n import _, in_quotes, ngettext, with_commas
from cxworkshop.model import CustomerId
from cxworkshop.wishes import AnswerKind, Wish
from ui.accessible.parts import Action
from ui.accessible.rows import make_rows_accessible
from ui.theme.focus import OWN_FOCUS
from ui.theme.icons import paint_icon
from ui.theme.mirror import draw_text, mirror_row, runs_against
from ui.theme.paint import ring
from ui.theme.text_layout import TextLayout, upright
from ui.theme.theme import Theme
from ui.widgets.gestures import swipes
from ui.widgets.row_model import Index
from ui.widgets.row_view import RowView

RINGS = {
    AnswerKind.DID: "disc",
    AnswerKind.TRIED: "thin",
    AnswerKind.DOING: "arc",
    AnswerKind.LIST: "dotted",
}
ICONS = {AnswerKind.CANT: "say", AnswerKind.HANDED_ON: "arrow"}
NARROW = 620  # pixels at 100 %: in a narrower list the answer stands below the words
PAD, GAP, SLIPS = 12, 14, 78


class WishList(RowView[Wish]):
    """The wishes. `current_row_changed` when another one is current, or others are shown.

    `edit_wanted` when Enter or a double click asks to answer the current one.
    """

    edit_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__({Qt.ItemDataRole.DisplayRole: self._spoken})
        self._theme = theme
        self.hearing: set[CustomerId] = set()
        self.today = date.min
        self.setProperty(OWN_FOCUS, True)  # noqa: FBT003 - Qt's own
        self.setAccessibleName(_("Wishes and their answers"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_Rows(self, theme))
        self.doubleClicked.connect(lambda _index: self.edit_wanted.emit())
        answer = Action(_("Write the answer"), self.edit_wanted.emit, _("Enter"))
        make_rows_accessible(self, lambda _at: [answer])
        swipes(self)

    def show_wishes(self, wishes: Sequence[Wish], hearing: set[CustomerId], today: date) -> None:
        """Show these; the current one stays, or else the place where it was."""
        was, row = self.current, max(self.current_row, 0)
        self.hearing, self.today = hearing, today
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.show_values(wishes)
        same = (n for n, wish in enumerate(wishes) if was and wish.card.id == was.card.id)
        self.choose(next(same, min(row, len(wishes) - 1)))
        self.blockSignals(False)  # noqa: FBT003
        self.current_row_changed.emit(self.current_row)

    def _spoken(self, wish: Wish) -> str:
        return _spoken(wish, len(self.hearing & wish.card.customers))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the current wish at Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)


class _Rows(QStyledItemDelegate):
    """Paints a wish: its code, the words, the sign and the answer, and who wants to hear."""

    def __init__(self, shown: WishList, theme: Theme) -> None:
        super().__init__(shown)
        self._list, self._theme = shown, theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = self._list.viewport().width()
        words, lead, rest = self._boxes(QRectF(0, 0, wide, 0), self._list.values[index.row()])
        low = max(words.bottom(), lead.bottom(), rest.bottom())
        return QSize(wide, round(low + self._theme.px(PAD)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        wish = self._list.values[index.row()]
        tokens, box = self._theme.tokens, QRectF(option.rect)
        painter.save()
        mirror_row(painter, option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        if here:
            painter.fillRect(box, QColor(tokens.tint))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(tokens.line))
        words, lead, rest = self._boxes(box, wish)
        self._paint_code(painter, box, wish)
        self._paint_words(painter, words, wish)
        self._paint_sign(painter, lead, wish)
        self._flow(wish.lead, "label").paint(painter, lead, QColor(tokens.accent))
        self._paint_sentences(painter, rest, wish)
        self._paint_slips(painter, box, wish)
        if here and self._list.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 3))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -1.5), 6, 6)
        painter.restore()

    def _paint_code(self, painter: QPainter, box: QRectF, wish: Wish) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        tag = QRectF(box.left() + px(12), box.top() + px(PAD), px(28), px(20))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(tag, 4, 4)
        painter.setFont(self._theme.font("label"))
        painter.setPen(QColor(tokens.ink))
        draw_text(painter, tag, Qt.AlignmentFlag.AlignCenter, str(wish.card.code))

    def _paint_words(self, painter: QPainter, box: QRectF, wish: Wish) -> None:
        """A customer's words have the bar; a headline of ours has not."""
        tokens, (text, role) = self._theme.tokens, _words(wish)
        if role == "verbatim_list":
            left = runs_against(text)
            x = box.right() + self._theme.px(9) if left else box.left() - self._theme.px(11)
            bar = QRectF(x, box.top() + 1, 2, box.height() - 2)
            painter.fillRect(bar, QColor(tokens.accent))
        self._flow(text, role).paint(painter, box, QColor(tokens.quote))

    def _paint_sign(self, painter: QPainter, lead: QRectF, wish: Wish) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        middle = QPointF(lead.left() - px(20), lead.top() + px(10))
        if wish.kind in RINGS:
            state = RINGS[wish.kind]
            ring(painter, middle, px(20), state, "", tokens, share=0.6)
            return
        box = QRectF(middle.x() - px(10), middle.y() - px(10), px(20), px(20))
        ink = tokens.accent if wish.kind is AnswerKind.HANDED_ON else tokens.ink
        paint_icon(painter, ICONS[wish.kind], box, QColor(ink))

    def _paint_sentences(self, painter: QPainter, box: QRectF, wish: Wish) -> None:
        y = box.top()
        for text, colour in self._sentences(wish):
            flow = self._flow(text, "field")
            high = flow.height(box.width())
            line = QRectF(box.left(), y, box.width(), high)
            flow.paint(painter, line, QColor(getattr(self._theme.tokens, colour)))
            y += high

    def _paint_slips(self, painter: QPainter, box: QRectF, wish: Wish) -> None:
        n = len(self._list.hearing & wish.card.customers)
        if not n:
            return
        px, tokens = self._theme.px, self._theme.tokens
        painter.setFont(self._theme.font("small"))
        painter.setPen(QColor(tokens.grey))
        text = ngettext("{n} slip", "{n} slips", n).format(n=n)
        high = QFontMetricsF(painter.font()).height()
        line = QRectF(box.left(), box.top() + px(PAD), box.width() - px(14), high)
        draw_text(painter, line, Qt.AlignmentFlag.AlignRight, text)
        wide = QFontMetricsF(painter.font()).horizontalAdvance(text)
        icon = QRectF(line.right() - wide - px(21), line.top(), px(17), px(17))
        paint_icon(painter, "paper", icon, QColor(tokens.grey))

    def _boxes(self, box: QRectF, wish: Wish) -> tuple[QRectF, QRectF, QRectF]:
        """The rectangles of the words, the beginning of the answer, and the rest of it."""
        px = self._theme.px
        left, top, slips = box.left() + px(62), box.top() + px(PAD), px(SLIPS)
        is_narrow = box.width() < px(NARROW)
        half = (box.width() - px(62)) * (1.0 if is_narrow else 0.45)
        text, role = _words(wish)
        wide = half - (slips if is_narrow else px(GAP))
        words = QRectF(left, top, wide, self._flow(text, role).height(wide))
        x = left + px(32) if is_narrow else left + half + px(36)
        y = words.bottom() + px(6) if is_narrow else top
        wide = box.right() - x - (slips if self._list.hearing and not is_narrow else px(14))
        lead = QRectF(x, y, wide, self._flow(wish.lead, "label").height(wide))
        tall = sum(self._flow(text, "field").height(wide) for text, _in in self._sentences(wish))
        return words, lead, QRectF(x, lead.bottom(), wide, tall)

    def _sentences(self, wish: Wish) -> list[tuple[str, str]]:
        """The sentences, each with its colour; how long they have not answered is amber."""
        asked = wish.answer.asked_on if wish.answer else None
        if not wish.is_awaited or asked is None:
            return [(" ".join(wish.sentences), "ink")] if wish.sentences else []
        n = (self._list.today - asked).days
        none = ngettext("No answer for {n} day.", "No answer for {n} days.", n).format(n=n)
        return [(wish.sentences[0], "ink"), (none if n else _("No answer yet."), "amber")]

    def _flow(self, words: str, role: str) -> TextLayout:
        font = upright(words, self._theme.font(role))
        return TextLayout(words, font, QFontMetricsF(font).height())


def _words(wish: Wish) -> tuple[str, str]:
    """What the card says, and the role of its text."""
    card = wish.card
    if card.headline or not card.words:
        return card.words, "strong"
    return in_quotes(card.words), "verbatim_list"


def _spoken(wish: Wish, slips: int) -> str:
    """The row's name for screen readers."""
    card = _("Card {code}").format(code=wish.card.code)
    hear = ngettext("{n} wants to hear", "{n} want to hear", slips).format(n=slips)
    answer = " ".join((wish.lead, *wish.sentences))
    return with_commas(
        part for part in (card, wish.card.words, answer, hear if slips else "") if part
    )
