"""How a phase of the timer looks and what it is called: colour is never its only sign."""

from __future__ import annotations

from cxworkshop.i18n import _
from cxworkshop.timer import TimerPhase

_INKS = {TimerPhase.NEARLY_UP: "amber", TimerPhase.ALMOST_UP: "red", TimerPhase.OVER: "red"}


def phase_ink(phase: TimerPhase, otherwise: str = "ink") -> str:
    """The name of its colour among the tokens; `otherwise` while there is time."""
    return _INKS.get(phase, otherwise)


def phase_words(phase: TimerPhase) -> str:
    """What it is called, beside its colour; "" while there is time."""
    names = {
        TimerPhase.NEARLY_UP: _("nearly up"),
        TimerPhase.ALMOST_UP: _("almost up"),
        TimerPhase.OVER: _("time is up"),
    }
    return names.get(phase, "")
