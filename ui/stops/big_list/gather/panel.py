"""The panel above the list with the cards that were found, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext, with_commas
from cxworkshop.queries.gathering import Gathered
from ui.accessible.announce import announce
from ui.stops.big_list.board.captions import Captions
from ui.stops.big_list.gather.model import GatheredModel
from ui.stops.big_list.gather.view import MOST, GatheredView
from ui.theme.mirror import margins, painter_of
from ui.theme.theme import Theme
from ui.widgets.flow_layout import FlowLayout, SideBySide
from ui.widgets.labels import Label, make_button


class _Frame(QWidget):
    """A sheet with an accent border; what is found lies on a sunken ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = painter_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)


class GatherPanel(QWidget):
    """Says how many cards were found and shows them.

    `group_wanted` asks to group what is chosen, or all; `widen_wanted` to look without filters, and
    `end_wanted` to end the search.
    """

    group_wanted = Signal()
    widen_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._model = GatheredModel(self)
        self.view = GatheredView(theme, self._model)
        self._title, self._about = Label("", theme, "count"), Label("", theme, "body", "grey")
        self._rest_title = Label(_("The whole list"), theme, "label", "accent")
        self._rest = Label("", theme, "small", "grey")
        for words in (self._title, self._about, self._rest_title, self._rest):
            words.setWordWrap(False)
        frame = _Frame(theme)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(2, theme.px(10), 2, theme.px(6))
        inside.setSpacing(theme.px(8))
        inside.addWidget(self._head())
        inside.addWidget(self.view)
        self._ways = self._ways_on()
        inside.addWidget(self._ways)
        self._below = QWidget()
        rest = QHBoxLayout(self._below)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.addWidget(self._rest_title)
        rest.addStretch(1)
        rest.addWidget(self._rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(*margins(0, 0, theme.px(28), 0))
        column.setSpacing(theme.px(8))
        column.addWidget(frame)
        column.addWidget(self._below)
        self.hide()

    def _head(self) -> QWidget:
        px = self._theme.px
        head = self._line = SideBySide(px(8), px(560))
        head.setContentsMargins(*margins(px(14), 0, px(12), 0))
        words = QWidget()
        flow = FlowLayout(px(12), on_baseline=True)
        words.setLayout(flow)
        flow.addWidget(self._title)
        flow.addWidget(self._about)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        self._all = make_button(_("Choose all"), lead="check")
        self._all.show_key("Ctrl+A")
        self._all.clicked.connect(lambda _on=False: self._choose_all())
        self._group = make_button(_("Group"), "primary", lead="group")
        self._group.show_key("G")
        self._group.clicked.connect(lambda _on=False: self.group_wanted.emit())
        buttons.addWidget(self._all)
        buttons.addWidget(self._group)
        head.line.addWidget(words, 1)
        head.line.addLayout(buttons)
        return head

    def _ways_on(self) -> QWidget:
        """What can be done where nothing was found."""
        ways = QWidget()
        line = QHBoxLayout(ways)
        line.setContentsMargins(*margins(self._theme.px(14), 0, self._theme.px(12), 0))
        self._widen = make_button(_("Search without the filters"), "plain")
        self._widen.clicked.connect(lambda _on=False: self.widen_wanted.emit())
        end = make_button(_("End the search"), "plain")
        end.show_key("Esc")
        end.clicked.connect(lambda _on=False: self.end_wanted.emit())
        line.addWidget(self._widen)
        line.addWidget(end)
        line.addStretch(1)
        return ways

    def show_gathered(self, gathered: Gathered, captions: Captions, only: str) -> None:
        """Show what was found; `only` says in words what the filters let pass."""
        n = len(gathered.cards)
        chosen = set(self.view.selected())
        self._model.show_gathered(gathered, captions)
        self.view.select(chosen)
        self._say_title(_title(gathered, only))
        self._about.setText(_about(gathered) if n else "")
        for part in (self.view, self._all, self._group):
            part.setVisible(n > 0)
        self._ways.setVisible(n == 0)
        self._widen.setVisible(bool(gathered.wanted.only))
        self._rest.setText(_rest(gathered))
        self.show()

    def _say_title(self, title: str) -> None:
        """Show how many were found, and tell it: whoever types hears nothing of what is shown."""
        if title != self._title.text() or self.isHidden():
            announce(self, title)
        self._title.setText(title)

    def fit(self, room: int, *, alone: bool) -> None:
        """Leave room for the list below; `alone`, in a low page, take what the list had."""
        share = 0.36 if alone else 0.5
        self.view.fit_most(min(self._theme.px(MOST), round(room * share)))
        self._below.setHidden(alone)
        self._about.setHidden(alone or self._about.sizeHint().width() > self.width() * 3 // 5)
        self._all.show_key("" if alone else "Ctrl+A")
        self._group.show_key("" if alone else "G")
        self._line.stay_while_it_fits()

    def _choose_all(self) -> None:
        self.view.selectAll()
        self.view.focus_first()


def _title(gathered: Gathered, only: str) -> str:
    """ "12 say “phone”"; "14 cards: student" where only filters are set."""
    n, words = len(gathered.cards), " ".join(gathered.wanted.words.split())
    if not n:
        return _("No card says that. Try fewer words.") if words else _("No card is like that.")
    if not words:
        cards = ngettext("{n} card", "{n} cards", n).format(n=n)
        return f"{cards}: {only}"
    text = ngettext("{n} says “{words}”", "{n} say “{words}”", n)
    found = text.replace("{words}", words.replace("{", "{{").replace("}", "}}")).format(n=n)
    return f"{found}: {only}" if only else found


def _about(gathered: Gathered) -> str:
    """ "from 14 customers: 5 not grouped yet, 7 in groups"."""
    customers, loose = len(gathered.customers), gathered.loose
    who = ngettext("from {n} {customer}", "from {n} {customers}", customers).format(n=customers)
    parts = []
    if loose:
        parts.append(ngettext("{n} not grouped yet", "{n} not grouped yet", loose).format(n=loose))
    if grouped := len(gathered.cards) - loose:
        parts.append(ngettext("{n} in a group", "{n} in groups", grouped).format(n=grouped))
    return f"{who}: {with_commas(parts)}"


def _rest(gathered: Gathered) -> str:
    n, words = gathered.on_list - len(gathered.cards), gathered.wanted.words.strip()
    if not words:
        return ngettext("{n} other card", "{n} other cards", n).format(n=n)
    text = ngettext("{n} card without “{words}”", "{n} cards without “{words}”", n)
    return text.replace("{words}", words.replace("{", "{{").replace("}", "}}")).format(n=n)
