"""Every answer of the big list, as a row of a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cxworkshop.exchange.writers import ExportedAnswer

if TYPE_CHECKING:
    from cxworkshop.workshop import Workshop


def exported_answers(workshop: Workshop, *, names: bool = False) -> Iterator[ExportedAnswer]:
    """By card; what was set aside and what left the list too, with its state."""
    board = workshop.big_list.board()
    state = workshop.big_list.states()
    letters = {group.id: group.letter for group in board.groups}
    for card in board.all_cards():
        for verbatim in card.verbatims:
            customer = workshop.talk.customers.who_said(verbatim)
            yield ExportedAnswer(
                code=card.code,
                group=letters.get(card.group, "") if card.group else "",
                headline=card.headline,
                words=verbatim.said or "",
                customer=customer.number,
                kind=customer.kind,
                way=verbatim.way or "",
                state=state[card.id],
                name=(customer.name or "") if names else None,
            )
