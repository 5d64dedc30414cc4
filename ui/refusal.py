"""The calm panel that says no: nothing is wrong, so nothing is red."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxworkshop.i18n import _
from ui.theme.look import Look
from ui.theme.paint import ring
from ui.words import Panel, Words, button


class _Rings(QWidget):
    """Three full rings: the round is full, and that is fine."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(QSize(look.px(72), look.px(28)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's own
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n in range(3):
            centre = QPointF(self._look.px(14 + 20 * n), self.height() / 2)
            ring(painter, centre, self._look.px(16), "disc", "", self._look.tokens)


class RefusalPanel(Panel):
    """The core's sentence, and what can be done instead; the quiet way is the default."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, border="accent")
        line = QHBoxLayout()
        self._rings = _Rings(look)
        self.sentence = Words("", look, "body")
        self.other = button("", "plain")
        self.fine = button(_("All right"), "primary")
        line.addWidget(self._rings)
        line.addWidget(self.sentence, 1)
        line.addWidget(self.other)
        line.addWidget(self.fine)
        self.box.addLayout(line)
        self.fine.clicked.connect(self.hide)
        self.other.clicked.connect(self._do_other)
        self._otherwise: Callable[[], object] = self.hide
        self.hide()

    def show_sentence(
        self,
        sentence: str,
        *,
        fine: str | None = None,
        other: str | None = None,
        otherwise: Callable[[], object] | None = None,
        full: bool = False,
    ) -> None:
        """Show a refusal; `other` with `otherwise` is the way on, `fine` leaves all as it is."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self._rings.setVisible(full)
        self.fine.say(fine or _("All right"))
        self.other.setVisible(other is not None)
        self.other.say(other or "")
        self._otherwise = otherwise or self.hide
        self.show()
        self.fine.setFocus()

    def _do_other(self) -> None:
        self.hide()
        self._otherwise()
