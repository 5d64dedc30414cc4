"""The team's logo and colour on its paper."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLabel, QWidget

from cxworkshop.compat import override
from cxworkshop.i18n import _
from cxworkshop.stops.prepare.letterheads import Letterheads
from ui.bridge import Bridge
from ui.theme.theme import Theme
from ui.widgets.fields import Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, Panel, small_button

OURS = "#0a6c74"
LOGO = QSize(180, 48)  # pixels at 100 %
SWATCH = 22
PICTURES = "*.png *.jpg *.jpeg *.gif *.webp *.bmp"


class LetterheadPanel(Panel):
    """A picture and a colour; each is taken off again with one click."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(theme)
        self._bridge, self._theme = bridge, theme
        self._logo = QLabel()
        self._logo.setAccessibleName(_("Our logo"))
        self._take = small_button(_("Choose a logo …"))
        self._take_off = small_button(_("Take it off"), "quiet")
        self._take_off.setAccessibleName(_("Take the logo off our paper"))
        self._colour = Field(_("The colour of our paper"), OURS, self._write, "inline")
        self._colour.setMaxLength(40)
        self._swatch = _Swatch(theme)
        self._choose = small_button(_("Choose …"), "quiet")
        self._choose.setAccessibleName(_("Choose the colour of our paper"))
        self._take.clicked.connect(lambda _on=False: self._take_logo())
        self._take_off.clicked.connect(lambda _on=False: self._do(self._letterhead.take_off_logo))
        self._choose.clicked.connect(lambda _on=False: self._choose_colour())
        self._lay_out()

    def _lay_out(self) -> None:
        self.box.addWidget(Label(_("On our paper"), self._theme, "label", "accent"))
        self.box.addWidget(self._logo)
        buttons = QWidget()
        flow = FlowLayout(self._theme.px(6))
        buttons.setLayout(flow)
        for button in (self._take, self._take_off):
            flow.addWidget(button)
        self.box.addWidget(buttons)
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        for part in (self._swatch, self._colour, self._choose):
            line.addWidget(part, 1 if part is self._colour else 0)
        self.box.addWidget(Label(_("Colour"), self._theme, "small", "grey"))
        self.box.addLayout(line)
        note = _("Posters, books and plans show them.")
        self.box.addWidget(Label(note, self._theme, "small", "grey"))

    def read(self) -> None:
        letterhead = self._letterhead.now()
        self._show_logo(letterhead.logo)
        self._colour.show_text(letterhead.accent)
        self._swatch.show_colour(letterhead.accent or OURS)

    @property
    def _letterhead(self) -> Letterheads:
        return self._bridge.workshop.prepare.letterhead

    def _show_logo(self, logo: str) -> None:
        picture = QPixmap()
        try:
            picture.loadFromData(b64decode(logo, validate=True), "PNG")
        except (Error, ValueError):
            picture = QPixmap()
        if not picture.isNull():
            self._logo.setPixmap(_fitted(picture, self._theme.px, self.devicePixelRatioF()))
        self._logo.setVisible(not picture.isNull())
        self._take_off.setVisible(bool(logo))

    def _do(self, action: Callable[[], object]) -> bool:
        return self._bridge.attempt(action)

    def _take_logo(self) -> None:
        from ui.dialogs.file_choice import choose_file
        from ui.dialogs.new_defaults import documents

        pictures = _("Pictures")
        kinds = f"{pictures} ({PICTURES})"
        path = choose_file(self.window(), _("Choose a logo"), documents(), kinds)
        if path is not None:
            self._do(lambda: self._letterhead.take_logo(path))

    def _choose_colour(self) -> None:
        now = QColor(self._letterhead.now().accent or OURS)
        dialog = QColorDialog(now, self.window())
        dialog.setWindowTitle(_("The colour of our paper"))
        dialog.colorSelected.connect(lambda colour: self._write(colour.name()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _write(self, colour: str) -> object:
        """Keep it, and show it as it is kept; a colour of ours is none of theirs."""
        wanted = "" if colour.strip().lower() == OURS else colour
        if not self._do(lambda: self._letterhead.choose_accent(wanted)):
            return None
        self._colour.put(self._letterhead.now().accent)
        return True


class _Swatch(QWidget):
    """A square of a colour, which stands beside its name and is nothing without it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._colour = QColor(OURS)
        self.setFixedSize(theme.px(SWATCH), theme.px(SWATCH))

    def show_colour(self, colour: str) -> None:
        self._colour = QColor(colour)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)


def _fitted(picture: QPixmap, px: Callable[[int], int], ratio: float) -> QPixmap:
    """As large as there is room for, sharp on a screen of many pixels."""
    room = QSize(px(LOGO.width()), px(LOGO.height())) * ratio
    smaller = picture.scaled(
        room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    smaller.setDevicePixelRatio(ratio)
    return smaller
