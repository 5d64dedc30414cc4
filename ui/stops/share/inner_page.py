"""A page inside stop 8, in place of its first one: Esc leads back to that."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from cxworkshop.catalogue import StopText
from cxworkshop.i18n import _
from cxworkshop.workshop import Workshop
from ui.bridge import Bridge
from ui.printing.selection import Selection
from ui.stops.head import StopHead
from ui.stops.head_place import HeadPlace
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.footer import Footer
from ui.widgets.labels import Label, small_button
from ui.widgets.layout_items import widgets_of
from ui.widgets.left_by_esc import LeftByEsc
from ui.widgets.scroll_area import ScrollArea


class InnerPage(LeftByEsc):
    """Head and content. `left` leads back, `print_wanted` carries a Selection.

    `stop_wanted` carries the number of another stop, `export_wanted` asks for the ways out.
    """

    footer_changed = Signal()
    print_wanted = Signal(object)
    stop_wanted = Signal(int)
    export_wanted = Signal()
    fills_window = False

    def __init__(self, bridge: Bridge, theme: Theme, text: StopText) -> None:
        super().__init__()
        self.bridge, self.theme = bridge, theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._head = StopHead(text, theme, says_aloud=bool(text.say))
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head_bar = self._head.alone()
        column.addWidget(self._head_bar)
        self._head.follow(self)
        self.content = QVBoxLayout()
        self.content.setSpacing(theme.px(12))
        column.addLayout(self.content, 1)
        self.build()

    @property
    def workshop(self) -> Workshop:
        return self.bridge.workshop

    def build(self) -> None:
        """Fill `content` and the head’s tools; called once."""

    def read(self) -> None:
        """Show the workshop as it is now."""

    def footer(self) -> Footer:
        """Return what the window's footer shows."""
        return Footer()

    def take_keyboard(self) -> None:
        """Focus what is done first on this page."""
        _focus_first(self.content)

    def let_head_scroll(self, area: ScrollArea) -> None:
        """Let the head scroll with `area` where the page is low."""
        HeadPlace(self.theme, self, self._head_bar, area, self.content)

    def show_title(self, title: str) -> None:
        """Change the title."""
        self._head.title.setText(title)

    def add_note(self, note: Label) -> None:
        """Add a few words beside the title."""
        self._head.add_note(note)

    def add_tool(self, button: QWidget) -> None:
        """Add a button at the right of the title."""
        self._head.tools.addWidget(button)

    def add_way_back(self) -> None:
        """Add the button that leads back."""
        back = small_button(_("Back to Share and repeat"))
        back.show_key(_("Esc"))
        back.clicked.connect(lambda _on=False: self.left.emit())
        self.add_tool(back)

    def add_export(self) -> None:
        """Add the button for files of other programs."""
        export = small_button(_("Export …"))
        export.clicked.connect(lambda _on=False: self.export_wanted.emit())
        self.add_tool(export)

    def print_button(self, words: str, sheet: str, kind: str = "plain") -> Button:
        """A button that asks for the Print page with this sheet ticked."""
        button = small_button(words, kind, lead="print")
        button.clicked.connect(lambda _on=False: self.print_wanted.emit(Selection(8, (sheet,))))
        return button


def _is_hidden(thing: QWidget) -> bool:
    """Whether it or what holds it was hidden; a new row, which Qt shows later, was not."""
    part: QWidget | None = thing
    while part is not None and not part.isWindow():
        if part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return True
        part = part.parentWidget()
    return False


def _focus_first(content: QLayout) -> None:
    """Focus the first widget of a page's content that the keyboard can come to."""
    for part in widgets_of(content):
        for thing in (part, *part.findChildren(QWidget)):
            takes = thing.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and thing.isEnabled() and not _is_hidden(thing):
                thing.setFocus(Qt.FocusReason.OtherFocusReason)
                return
