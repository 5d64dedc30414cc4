"""The workshop as bytes for other programs: the list, the plans, the days, or everything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cxworkshop import days
from cxworkshop.exchange.own_table import own_titles
from cxworkshop.exchange.writers import ExportedAnswer, calendar, csv_table, markdown
from cxworkshop.exports.describe import big_list, status
from cxworkshop.i18n import _

if TYPE_CHECKING:
    from cxworkshop.content.values.make_better import PlanContent
    from cxworkshop.workshop import Workshop


def list_table(workshop: Workshop, *, names: bool = False) -> bytes:
    """Every answer on the list as CSV; with `names`, the customers' names too (R7)."""
    titles = own_titles()
    if names:
        titles.append(_("{Customer_s} name"))
    return csv_table(titles, _said(workshop, names=names))


def list_text(workshop: Workshop) -> bytes:
    """The list as Markdown: what was said, group by group."""
    board = workshop.big_list.board()
    title = f"{workshop.prepare.team().team}, {workshop.rounds.current().number}"
    groups = [(f"{group.letter} {group.headline}", group.cards) for group in board.groups]
    groups.append((_("Not grouped"), board.loose))
    said = [
        (heading, [f"{c.code}: {v.said}" for c in cards for v in c.verbatims if v.said])
        for heading, cards in groups
    ]
    return markdown(title, [(heading, words) for heading, words in said if words])


def plans_text(workshop: Workshop) -> bytes:
    """The plans of this round as Markdown: promise, people, licence, steps and days."""
    title = f"{workshop.prepare.team().team}, {workshop.rounds.current().number}"
    plans = workshop.content.make_better.plans()
    return markdown(title, [(f"{plan.code} {plan.title}", _plan(plan)) for plan in plans])


def calendar_file(workshop: Workshop) -> bytes:
    """Every day that was promised, as an .ics file."""
    from cxworkshop.exports.appointments import appointments

    return calendar(appointments(workshop), workshop.today)


def everything(workshop: Workshop) -> bytes:
    """Status and list as JSON; see docs/json."""
    whole: dict[str, Any] = {"status": status(workshop), "list": big_list(workshop)}
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()


def _said(workshop: Workshop, *, names: bool) -> Iterator[ExportedAnswer]:
    board = workshop.big_list.board()
    state = workshop.big_list.states()
    letters = {group.id: group.letter for group in board.groups}
    for card in sorted((*board.cards, *board.aside, *board.left), key=lambda card: card.code):
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


def _plan(plan: PlanContent) -> list[str]:
    licence = plan.licence
    start, check = plan.pick.start_on, plan.pick.check_on
    parts = [
        (_("Promise"), plan.promise),
        (_("Who"), plan.doers),
        (_("Licence"), ", ".join(filter(None, (licence.may, licence.up_to, licence.giver)))),
        *((_("First step"), _step(step.words, step.who, step.by_when)) for step in plan.steps),
        (_("Start"), days.full(start) if start else ""),
        (_("We ask {customers} on"), days.full(check) if check else ""),
        (_("We expect them to say"), plan.pick.expectation),
    ]
    return [f"{heading}: {words}" for heading, words in parts if words]


def _step(words: str, who: str, by_when: Any) -> str:
    return ", ".join(filter(None, (words, who, days.full(by_when) if by_when else "")))
