"""What stop 4 asks for in a line of its own: a smaller title, and for whom the team decides."""

from __future__ import annotations

from PySide6.QtWidgets import QInputDialog, QWidget

from cxworkshop.i18n import _
from cxworkshop.queries.opposites import OppositePair
from cxworkshop.textual import shortened
from ui.bridge import Bridge


def make_smaller(bridge: Bridge, parent: QWidget, number: int) -> None:
    """Ask for a title that fits thirty days; the customers' words below it stay."""
    workshop = bridge.workshop
    pick = workshop.pick.in_slot(number)
    title = pick.title or workshop.share.outcome(pick.id).subject.headline
    ask = _("What part of it can be done in 30 days?")
    text, accepted = QInputDialog.getText(parent, _("Make it smaller"), ask, text=title)
    if accepted and text.strip():
        bridge.do(lambda: workshop.make_better.rename(pick.id, text))


def decide_between(bridge: Bridge, parent: QWidget, pair: OppositePair) -> None:
    """Ask for whom the team decides; an empty line leaves it open again."""
    one, other = (shortened(side.subject.headline) for side in pair.sides)
    ask = _("“{one}” or “{other}”: for whom do we decide?").format(one=one, other=other)
    title = _("For whom do we decide?")
    text, accepted = QInputDialog.getText(parent, title, ask, text=pair.decided_for)
    if accepted:
        bridge.do(lambda: bridge.workshop.pick.opposites.decide(pair.id, text))
