"""What a new workshop begins with."""

from __future__ import annotations

from datetime import date

from cxworkshop import catalogue
from cxworkshop.customer_word import DEFAULT, calling_customers
from cxworkshop.i18n import _, is_translated, language
from cxworkshop.ids import identity_from, new_id
from cxworkshop.model import (
    AgendaLine,
    Question,
    QuestionId,
    Round,
    RoundId,
    Team,
    Way,
    WorkshopIdentity,
)
from cxworkshop.queries.rounds import round_name
from cxworkshop.stops.stop import headline, needed
from cxworkshop.store.tables.edit import Edit
from cxworkshop.store.tables.journal import Store


def create_first_round(store: Store, team: str, today: date, *, made_up: bool = False) -> None:
    """Fill a new file: the team, its first round, the ways, the questions and the agenda."""
    first = Round(id=round_name(1), number=1, started_on=today)
    name = headline(needed(team))
    # It has no word of its own yet, whatever the team has that is in front now.
    with calling_customers(DEFAULT), store.first_edit(_("New workshop")) as edit:
        identity = WorkshopIdentity(identity_from(store.session))
        edit.write(Team(identity=identity, team=name, made_up=made_up, language=_language()))
        edit.write(first)
        _add_ways(edit, first.id)
        for place, line in enumerate(catalogue.agenda()):
            edit.write(
                AgendaLine(
                    id=new_id(),
                    round=first.id,
                    day=line.day,
                    stop=line.stop,
                    title=line.title,
                    minutes=line.minutes,
                    position=place,
                )
            )


def _language() -> str:
    """That of the paper: the one in which the questions and the agenda begin."""
    return language() if is_translated() else "en"


def _add_ways(edit: Edit, round_id: RoundId) -> None:
    place = 0
    for number, way in enumerate(catalogue.ways()):
        edit.write(Way(id=way.key, name=way.short, position=number))
        for nth, words in enumerate(way.questions):
            edit.write(
                Question(
                    id=QuestionId(new_id()),
                    round=round_id,
                    way=way.key,
                    words=words,
                    ticked=nth == 0,
                    position=place,
                )
            )
            place += 1
