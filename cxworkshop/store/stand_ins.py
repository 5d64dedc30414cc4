"""Rows in place of those that are lost, so that no words go with the page that spoke of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from cxworkshop.i18n import _
from cxworkshop.model import (
    Card,
    CardId,
    Conversation,
    ConversationId,
    Customer,
    CustomerId,
    GroupId,
    Person,
    PersonId,
    Pick,
    PickId,
    Round,
    RoundCard,
    RoundId,
    Row,
    Team,
)
from cxworkshop.store.rows import Values, codec
from cxworkshop.store.sorting import Key

Rows = dict[Key, Values]


class StandIns:
    """Makes what is missing, by table; what it can't make is left out."""

    def __init__(self, rows: Rows, today: date) -> None:
        self._rows, self._today = rows, today
        self._makers: dict[str, Callable[[str], Row | None]] = {
            "round": self._round,
            "card": self._card,
            "conversation": self._conversation,
            "customer": self._customer,
            "person": lambda name: Person(id=PersonId(name), name=_("somebody")),
            "pick": self._pick,
        }

    def make(self, table: str, row_id: str) -> Values | None:
        """The columns of a row with this id; None when nobody could say what it was."""
        maker = self._makers.get(table)
        row = maker(row_id) if maker else None
        return codec(type(row)).encode(row) if row is not None else None

    def team(self) -> Values:
        """The workshop's own row."""
        row = Team(team=_("A rescued workshop"))
        return codec(Team).encode(row)

    def first_round(self) -> Values:
        """A workshop without any round."""
        row = Round(id=RoundId("round-1"), number=1, started_on=self._today)
        return codec(Round).encode(row)

    def place(self, card: str, position: int) -> Values:
        """Where a card that no round has any more stands: on the newest list."""
        newest = self._newest_round()
        row = RoundCard(id=f"{newest}/{card}", round=newest, card=CardId(card), position=position)
        return codec(RoundCard).encode(row)

    def _round(self, name: str) -> Round | None:
        number = name.removeprefix("round-")
        if not (number.isdecimal() and int(number) < 1000):
            return None
        return Round(id=RoundId(name), number=int(number), started_on=self._today)

    def _card(self, name: str) -> Card:
        return Card(id=CardId(name), code=self.next_code(), first_round=self._newest_round())

    def next_code(self) -> int:
        """A code that no card had, also when the counter is lost."""
        code = 1 + max((_number(values, "code") for values in self._of("card")), default=0)
        code = max(code, 1 + _number(self._rows.get(("counter", "card"), {}), "last"))
        self._rows["counter", "card"] = {"id": "card", "last": code}
        return code

    def _customer(self, name: str) -> Customer:
        number = 1 + max((_number(values, "number") for values in self._of("customer")), default=0)
        return Customer(id=CustomerId(name), number=number)

    def _conversation(self, name: str) -> Conversation:
        who = CustomerId(f"of {name}")  # missing too, so it gets its own stand-in
        return Conversation(
            id=ConversationId(name), round=self._newest_round(), customer=who, closed=True
        )

    def _pick(self, name: str) -> Pick | None:
        """Its id is made of the round and of what was picked."""
        round_id, _slash, subject = name.partition("/")
        card = CardId(subject) if ("card", subject) in self._rows else None
        group = GroupId(subject) if ("card_group", subject) in self._rows else None
        if card is None and group is None:
            return None
        return Pick(id=PickId(name), round=RoundId(round_id), card=card, card_group=group)

    def _newest_round(self) -> RoundId:
        rounds = sorted(self._of("round"), key=lambda values: _number(values, "number"))
        return RoundId(str(rounds[-1]["id"]))

    def _of(self, table: str) -> list[Values]:
        return [values for (name, _id), values in self._rows.items() if name == table]


def _number(values: Values, name: str) -> int:
    value = values.get(name)
    return value if isinstance(value, int) else 0
