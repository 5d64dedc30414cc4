"""How far an improvement came, and the plain word for it: the year's rings, on screen and paper.

Light, because the start page shows rings before anything of a workshop is loaded.
"""

from __future__ import annotations

from enum import StrEnum

from cxworkshop.i18n import _, n_


class Stage(StrEnum):
    """How far an improvement came: what the year's rings show."""

    KEPT = "kept"
    NOT_SURE = "not_sure"  # customers notice; whether it stays without us is not known yet
    DOING = "doing"
    TRIED = "tried"  # customers don't notice: changed, or back on the list


FREE = "free"  # a slot with nothing in it
WORDS = {
    Stage.KEPT.value: n_("kept"),
    Stage.NOT_SURE.value: n_("done, not sure it stays"),
    Stage.DOING.value: n_("being done"),
    Stage.TRIED.value: n_("tried, and learned"),
    FREE: n_("free"),
}


def stage_word(stage: str) -> str:
    """What a ring says, in words."""
    return _(WORDS[stage])
