"""What a slot says while its pick could be swapped, and the button that leaves that."""

from __future__ import annotations

from cxworkshop.compat import override
from cxworkshop.i18n import _
from ui.theme.theme import Theme
from ui.widgets.labels import Label, small_button


class SwapOffer(Label):
    """The sentence that says who comes and who goes; `leave` is shown along with it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("", theme, "small")
        self.leave = small_button(_("Keep on the list"), "line")
        self.hide()

    @override
    def setVisible(self, visible: bool, /) -> None:
        super().setVisible(visible)
        self.leave.setVisible(visible)
