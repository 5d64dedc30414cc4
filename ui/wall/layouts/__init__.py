"""A layout for each kind of content of the Wall."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from cxworkshop.content.values import wall as values
from cxworkshop.content.values.wall import WallContent
from ui.wall.layouts import big_list, check, improvement, meeting, slots, sorting, told
from ui.wall.pages import WallFrame
from ui.wall.scene import WallPage

_LAYOUTS: dict[type, Callable[[Any, WallFrame], list[WallPage]]] = {
    values.WallEmpty: meeting.empty,
    values.WallAgenda: meeting.agenda,
    values.WallServed: meeting.served,
    values.WallAsk: meeting.ask,
    values.WallTalk: meeting.talk,
    values.WallBigList: big_list.big_list,
    values.WallOpened: big_list.opened,
    values.WallSorting: sorting.sorting,
    values.WallSlots: slots.slots,
    values.WallPlan: improvement.plan,
    values.WallCheck: check.check,
    values.WallStaffTest: improvement.staff_test,
    values.WallPoster: told.poster,
    values.WallAnswers: told.answers,
    values.WallYear: told.year,
    values.WallStillOpen: told.still_open,
}


def lay_out(contents: Sequence[WallContent], frame: WallFrame) -> list[WallPage]:
    """The pages of these contents, one after the other."""
    return [page for content in contents for page in _LAYOUTS[type(content)](content, frame)]
