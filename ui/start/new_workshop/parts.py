"""Parts of the page that asks for a new workshop: kinds of customers, people, the kit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _, ngettext
from cxworkshop.sheets import SHEETS
from cxworkshop.textual import listed
from ui.start.new_workshop.fields import PersonChip
from ui.theme.mirror import painter_of
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.enter_button import EnterButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, Panel, make_button, small_button


class NextLine(QLineEdit):
    """A field for one more: Enter adds what is typed; from an empty field it goes on.

    A button in it adds, too. `added` carries the words; `undone`: Backspace was pressed in the
    empty field.
    """

    added = Signal(str)
    passed = Signal()
    undone = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setProperty("kind", "next")
        EnterButton(self, _("Add"), self.take)

    def take(self) -> None:
        """Add what is typed, if anything is."""
        words = self.text().strip()
        if words:
            self.clear()
            self.added.emit(words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text().strip():
                self.take()
            else:
                self.passed.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.undone.emit()
        else:
            super().keyPressEvent(event)


class KindsField(QWidget):
    """Kinds of customers, one a line, each with a button that takes it out again."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[tuple[QWidget, QLineEdit, Button]] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(4))
        hint = _("another kind, or Enter to go on")
        self.next = NextLine("", hint)
        self.name_fields()
        self.next.added.connect(self.add)
        self.next.undone.connect(self._take_out_last)
        self.next.textChanged.connect(lambda _text: self.changed.emit())
        self._box.addWidget(self.next)
        self._say_hint()

    @property
    def kinds(self) -> tuple[str, ...]:
        """What is written, and what is half written."""
        words = (*(field.text() for _row, field, _out in self._rows), self.next.text())
        return tuple(filter(None, (one.strip() for one in words)))

    def name_fields(self) -> None:
        """Name the fields with the current word for customers."""
        self.next.setAccessibleName(_("Another kind of {customer}"))
        for _row, field, _out in self._rows:
            field.setAccessibleName(_("Kind of {customer}"))

    def add(self, words: str) -> None:
        """Add a line; the keyboard stays where the next is typed."""
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.px(4))
        field = QLineEdit(words)
        field.setAccessibleName(_("Kind of {customer}"))
        field.returnPressed.connect(self.next.setFocus)
        out = small_button("", "quiet", lead="x")
        out.setAccessibleName(_("Take out: {words}").format(words=words))
        out.clicked.connect(lambda _on=False: self._take_out(row))
        line.addWidget(field, 1)
        line.addWidget(out)
        self._rows.append((row, field, out))
        self._box.insertWidget(self._box.count() - 1, row)
        self._say_hint()
        self.changed.emit()

    def _take_out(self, row: QWidget) -> None:
        self.next.setFocus()
        self._rows = [one for one in self._rows if one[0] is not row]
        row.hide()
        row.deleteLater()
        self._say_hint()
        self.changed.emit()

    def _take_out_last(self) -> None:
        if self._rows:
            self._take_out(self._rows[-1][0])

    def _say_hint(self) -> None:
        first = _("for example: regulars from the street")
        self.next.setPlaceholderText(_("another kind, or Enter to go on") if self._rows else first)


class PeopleField(QWidget):
    """Names as chips; a ticked one has a say."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.chips: list[Button] = []  # one for each name
        self._flow = FlowLayout(theme.px(8))
        self.setLayout(self._flow)
        self.next = NextLine(_("Name of somebody in the room"), _("a name"))
        self.next.setFixedWidth(theme.px(190))
        self.next.added.connect(self._add_all)
        self.next.undone.connect(self._take_out_last)
        self.next.textChanged.connect(lambda _text: self.changed.emit())
        self._flow.addWidget(self.next)

    @property
    def counts(self) -> tuple[int, int]:
        """How many people there are, and how many have a say; who is half typed counts."""
        typed = len(self._new_names(self.next.text()))
        return len(self.chips) + typed, sum(chip.isChecked() for chip in self.chips) + typed

    @property
    def people(self) -> tuple[tuple[str, bool], ...]:
        """Each name, and whether they have a say; what is half typed counts."""
        self.next.take()
        return tuple((chip.words, chip.isChecked()) for chip in self.chips)

    def _add_all(self, names: str) -> None:
        """Add everybody whose name is in a line of them."""
        for name in self._new_names(names):
            self.add(name)

    def _new_names(self, names: str) -> list[str]:
        there = {chip.words.casefold() for chip in self.chips}
        return [name for name in listed(names) if name.casefold() not in there]

    def add(self, name: str, *, has_say: bool = True) -> None:
        """Add somebody, who has a say until the tick is taken away."""
        if any(chip.words.casefold() == name.casefold() for chip in self.chips):
            return
        chip = PersonChip(name)
        chip.out_wanted.connect(lambda: self._take_out(chip))
        chip.setChecked(has_say)
        chip.setToolTip(_("A tick: has a say in what is picked"))
        chip.setAccessibleName(_("{name} has a say").format(name=name))
        chip.clicked.connect(lambda _on=False: self._show(chip))
        self.chips.append(chip)
        self._flow.removeWidget(self.next)
        self._flow.addWidget(chip)
        self._flow.addWidget(self.next)
        self._show(chip)
        chip.show()

    def _show(self, chip: Button) -> None:
        chip.say(chip.words, lead="check" if chip.isChecked() else "")
        chip.setAccessibleName(_("{name} has a say").format(name=chip.words))
        self.changed.emit()

    def _take_out_last(self) -> None:
        if self.chips:
            chip = self.chips[-1]
            self._take_out(chip)
            self.next.setText(chip.words)

    def _take_out(self, chip: Button) -> None:
        self.next.setFocus()
        self.chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.changed.emit()


class _Paper(QWidget):
    """A small sheet of paper."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(QSize(theme.px(32), theme.px(44)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, tokens = painter_of(self), self._theme.px, self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.edge), 1))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.fillRect(px(6), px(9), px(11), 2, QColor(tokens.accent))
        for line in range(3):
            painter.fillRect(px(6), px(16 + 8 * line), px(20), 1, QColor(tokens.ghost))


KIT = ("interview-guide", "script", "ballots", "blank-kit")  # sheets


class KitPanel(Panel):
    """What the kit has on paper, and the button that makes the workshop and shows the pages."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "tint", "tint")
        px = theme.px
        self.box.setContentsMargins(px(20), px(12), px(20), px(12))
        self.box.setSpacing(px(8))
        self.box.addWidget(Label(_("The kit for day 1"), theme, "h2"))
        self._ballots = Label("", theme, "small", "grey")
        self.box.addLayout(self._papers(theme))
        self.box.addStretch(1)
        self.button = make_button(_("Print the kit"), "primary", lead="print")
        self.button.setProperty("big", True)  # noqa: FBT003 - Qt's own
        self.button.show_key("Ctrl+P")
        line = QHBoxLayout()
        line.setSpacing(px(12))
        line.addWidget(self.button)
        makes = _(
            "Makes the workshop, then shows the pages. With paper in hand a dead projector stops"
            " nobody."
        )
        line.addWidget(Label(makes, theme, "small", "grey"), 1)
        self.box.addLayout(line)
        self.show_people(0)

    def _papers(self, theme: Theme) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(12))
        abouts = (
            Label(_("what to ask, room to write"), theme, "small", "grey"),
            Label(_("say, watch, minutes"), theme, "small", "grey"),
            self._ballots,
            Label(_("lists, slots and plans"), theme, "small", "grey"),
        )
        for place, (slug, about) in enumerate(zip(KIT, abouts, strict=True)):
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Label(_(SHEETS[slug].title), theme, "strong"))
            words.addWidget(about)
            words.addStretch(1)
            column = 2 * (place % 2)
            grid.addWidget(_Paper(theme), place // 2, column, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(words, place // 2, column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return grid

    def show_people(self, with_a_say: int) -> None:
        """Say how many ballots are wanted."""
        n = with_a_say
        words = ngettext("one each for {n} who chooses", "one each for {n} who choose", n)
        self._ballots.setText(words.format(n=n) if n > 1 else _("if you want them"))
