"""How far an improvement came, as the year's rings show it on screen and paper.

Imports next to nothing: the start page shows rings before the rest of the core is loaded.
"""

from __future__ import annotations

from enum import StrEnum

from cxworkshop.i18n import _, n_


class Stage(StrEnum):
    """How far an improvement came."""

    KEPT = "kept"
    NOT_SURE = "not_sure"  # customers notice it, but we don't know yet whether it stays without us
    DOING = "doing"
    TRIED = "tried"  # customers don't notice it
    PICKED = "picked"  # never locked


FREE = "free"  # an empty slot
STAGE_WORDS = {
    Stage.KEPT.value: n_("kept"),
    Stage.NOT_SURE.value: n_("done, not sure it stays"),
    Stage.DOING.value: n_("being done"),
    Stage.TRIED.value: n_("tried, and learned"),
    Stage.PICKED.value: n_("picked, and not begun"),
    FREE: n_("free"),
}


def stage_word(stage: str) -> str:
    """The words for a Stage, or for FREE."""
    return _(STAGE_WORDS[stage])
