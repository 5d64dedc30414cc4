"""What the Desk is about, and what is chosen on it, as the Wall shows it."""

from __future__ import annotations

from cxworkshop.content.values.wall import WallKind, WallSubject, subject_of_stop
from cxworkshop.i18n import _
from cxworkshop.model import CardId, GroupId
from cxworkshop.workshop import Workshop
from ui.stops.big_list.page import BigListPage
from ui.stops.page import StopPage
from ui.stops.pick.candidates_panel import CandidatesPanel
from ui.stops.pick.page import PickPage
from ui.stops.share.answers_page import AnswersPage
from ui.stops.share.page import SharePage
from ui.stops.share.year_page import YearPage
from ui.wall.show import WallShow
from ui.widgets.improvement_tabs import ImprovementTabs

_INNER: dict[type, WallKind] = {
    YearPage: WallKind.YEAR,
    AnswersPage: WallKind.ANSWERS,
}  # pages of stop 8


def subject_of_page(page: StopPage) -> WallSubject:
    """The Wall of the stop in front, of its improvement where it has tabs."""
    if isinstance(page, BigListPage):
        queue = page.workshop.big_list.sorting.queue
        if queue is not None:
            return WallSubject(WallKind.SORTING, queue=queue)
    if isinstance(page, SharePage):
        for kind, shown in _INNER.items():
            if isinstance(page.inner, kind):
                return WallSubject(shown)
    tabs = page.findChildren(ImprovementTabs)
    return subject_of_stop(page.number, tabs[0].pick if tabs else None)


def chosen_subject(page: StopPage) -> WallSubject | None:
    """What is chosen or under the keyboard; the group of a card that is in one."""
    if isinstance(page, BigListPage):
        cards = page.views.selected()
        return _of_card(page.workshop, cards[0]) if cards else None
    if isinstance(page, PickPage):
        chosen = page.findChildren(CandidatesPanel)[0].chosen
        if chosen is None:
            return None
        subject = chosen.subject
        if subject.card_group:
            return WallSubject(WallKind.GROUP, group=subject.card_group)
        return WallSubject(WallKind.CARD, card=subject.card)
    return None


def mark_on_board(show: WallShow) -> tuple[GroupId, str] | None:
    """The group that the room sees, with what the Desk's board says of it."""
    subject = show.subject
    if subject is None or subject.kind is not WallKind.GROUP or subject.group is None:
        return None
    words = _("On the Wall, page {n}").format(n=show.number) if show.of > 1 else _("On the Wall")
    return None if show.is_blank else (subject.group, words)


def keeps_letter(page: StopPage, letter: str) -> bool:
    """Whether a letter is the page's own: of a group while the list is sorted, B to bring back."""
    if not isinstance(page, BigListPage) or letter == ".":
        return False
    big_list = page.workshop.big_list
    if big_list.sorting.queue is not None:
        return True
    aside = {card.id for card in big_list.board().aside}
    return letter == "b" and not aside.isdisjoint(page.views.selected())


def _of_card(workshop: Workshop, card: CardId) -> WallSubject:
    """Its group, for one sentence alone says little; the card itself where it is in none."""
    board = workshop.big_list.board()
    group = next((one for one in board.groups if card in (row.id for row in one.cards)), None)
    if group is not None:
        return WallSubject(WallKind.GROUP, group=group.id)
    return WallSubject(WallKind.CARD, card=card)
