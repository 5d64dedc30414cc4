"""The theme, light or dark, and the size of text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Template
from weakref import WeakSet

from PySide6.QtCore import QDir, QObject, QSettings, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import Shiboken

from cxworkshop import paths
from ui.theme.kept_numbers import kept_number
from ui.theme.tokens import DARK, LIGHT, ROLES, SERIF, Tokens

SIZES = (13, 14, 15, 16, 17, 22, 24, 27, 110)  # pixels at 100 % that desk.qss names
_added = set[Path]()  # fonts of a pack that Qt was told of
TEXT_SIZES = (80, 100, 115, 130, 150, 200)


class Theme(QObject):
    """Current colours, fonts and sizes. `changed` says that any of them has changed.

    When the text size changes, `resizing` comes before it and `resized` after: all pages are laid
    out again.

    The style sheet is the program's. To change it there dresses every widget anew, also on pages
    that nobody sees; so for other colours each part of a window is given its own, by `dress`.
    """

    changed = Signal()
    resizing = Signal()
    resized = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._dark, self.percent = False, 100
        self._sheet = ""
        self._parts: WeakSet[QWidget] = WeakSet()
        self._fonts: dict[
            tuple[str, int], QFont
        ] = {}  # cached, for a board of cards asks thousands of times
        _find_resources()

    @property
    def tokens(self) -> Tokens:
        """The colours of the current theme."""
        return DARK if self._dark else LIGHT

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are on."""
        return self._dark

    def remembered(self) -> None:
        """Apply the settings that are remembered."""
        settings = QSettings()
        dark = str(settings.value("dark", "false")) == "true"
        percent = int(kept_number("text", 100))
        self.apply(dark=dark, percent=percent if percent in TEXT_SIZES else 100)

    def apply(self, *, dark: bool = False, percent: int = 100) -> None:
        """Apply a theme and a text size to the whole program."""
        sizes_stay = percent == self.percent
        self._dark, self.percent = dark, percent
        if self._app.font() != self.font("field"):
            self._app.setFont(self.font("field"))
        self._app.setPalette(_palette(self.tokens))
        self._sheet = self._rendered()
        parts = [part for part in self._parts if Shiboken.isValid(part)]
        if not (parts and sizes_stay):
            self._app.setStyleSheet(self._sheet)
        for part in parts:
            if not (part.isHidden() and isinstance(part.parentWidget(), QStackedWidget)):
                self.dress(part)
        self.changed.emit()

    def dress(self, part: QWidget) -> None:
        """Give a part of a window the colours and sizes of now, and again when they change.

        A page that is not in front by then keeps the old ones: call this before it is shown again.
        """
        self._parts.add(part)
        if (part.styleSheet() or self._app.styleSheet()) != self._sheet:
            part.setStyleSheet(self._sheet)

    def _rendered(self) -> str:
        theme = "dark" if self._dark else "light"
        # qt-material's rules are rendered at build time; ours come after them and win.
        theirs, ours = (
            paths.resource("theme", name).read_text(encoding="utf-8")
            for name in (f"{theme}.qss", "desk.qss")
        )
        sizes = {f"px{n}": f"{self.px(n)}px" for n in SIZES}
        return theirs + Template(ours).substitute(self.tokens._asdict() | sizes | {"look": theme})

    def toggle_dark(self) -> None:
        """Switch between light and dark, and remember it."""
        QSettings().setValue("dark", "false" if self._dark else "true")
        self.apply(dark=not self._dark, percent=self.percent)

    def resize(self, percent: int) -> None:
        """Change the text size, in percent, and remember it; `resized` says to lay out again."""
        if percent != self.percent:
            QSettings().setValue("text", percent)
            self.resizing.emit()
            self.apply(dark=self._dark, percent=percent)
            self.resized.emit()

    def px(self, at_100: int) -> int:
        """Scale a length in pixels at 100 % to the current text size."""
        return round(at_100 * self.percent / 100)

    def font(self, role: str) -> QFont:
        """Return the font of a text role, from our own font files."""
        if (role, self.percent) not in self._fonts:
            self._fonts[role, self.percent] = self._made(role)
        return QFont(self._fonts[role, self.percent])

    def _made(self, role: str) -> QFont:
        wanted = ROLES[role]
        font = QFont(wanted.family)
        font.setPixelSize(self.px(wanted.px))
        font.setWeight(QFont.Weight(wanted.weight))
        font.setItalic(wanted.family == SERIF)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


@cache
def _find_resources() -> None:
    """Tell Qt of our pictures and fonts, once: it reads a file again whenever it is told of it."""
    QDir.addSearchPath("theme", str(paths.resource("theme")))
    for path in sorted(paths.resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    show_added_fonts()


def show_added_fonts() -> None:
    """Let the screen use what was added from a font pack; Qt turns to it by itself."""
    for path in sorted((paths.data_folder() / "fonts").glob("*.ttf")):
        if path not in _added:
            _added.add(path)
            QFontDatabase.addApplicationFont(str(path))
    for window in QApplication.topLevelWidgets():
        window.update()


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, tokens.canvas),
        (QPalette.ColorRole.Base, tokens.panel),
        (QPalette.ColorRole.AlternateBase, tokens.sunken),
        (QPalette.ColorRole.Button, tokens.panel),
        (QPalette.ColorRole.Text, tokens.ink),
        (QPalette.ColorRole.WindowText, tokens.ink),
        (QPalette.ColorRole.ButtonText, tokens.ink),
        (QPalette.ColorRole.PlaceholderText, tokens.grey),
        (QPalette.ColorRole.Highlight, tokens.accent),
        (QPalette.ColorRole.HighlightedText, tokens.on_accent),
        (QPalette.ColorRole.Mid, tokens.edge),
        (QPalette.ColorRole.Midlight, tokens.line),
        (QPalette.ColorRole.BrightText, tokens.red),
        (QPalette.ColorRole.ToolTipBase, tokens.panel),
        (QPalette.ColorRole.ToolTipText, tokens.ink),
    ):
        palette.setColor(role, QColor(colour))
    return palette
