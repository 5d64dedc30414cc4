"""Rows in place of lost ones, so that rows which refer to them need not be dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date

from cxworkshop.i18n import _
from cxworkshop.ids import letter_number, letters
from cxworkshop.model import (
    BatchId,
    Card,
    CardGroup,
    CardId,
    Conversation,
    ConversationId,
    Customer,
    CustomerId,
    GroupId,
    ImportBatch,
    Person,
    PersonId,
    Pick,
    PickId,
    Round,
    RoundCard,
    RoundGroup,
    RoundId,
    Row,
    StaffTest,
    StaffTestId,
    Team,
    WorkshopIdentity,
)
from cxworkshop.model.limits import MOST_CHARACTERS_OF_ID
from cxworkshop.store.recovery.identify import Key
from cxworkshop.store.recovery.repair import round_number
from cxworkshop.store.tables.codec import Values, codec
from cxworkshop.store.tables.value_rules import table_rules

_STAFF_TEST = re.compile(r"(.+)/staff-test-([1-9]\d{0,2})")
CARD_COUNTER = ("counter", "card")

Rows = dict[Key, Values]


class Placeholders:
    """Makes missing rows, where it can.

    A workshop may have lost thousands of rows, so what each of them needs is counted only once.
    """

    def __init__(self, rows: Rows, newest: RoundId, today: date) -> None:
        self._rows, self._newest, self._today = rows, newest, today
        self._code = max(self._highest("card", "code"), _number(rows.get(CARD_COUNTER, {}), "last"))
        self._customer_number = self._highest("customer", "number")
        self._letters: Counter[str] = Counter()
        for (table, _id), values in rows.items():
            if table == "card_group":
                round_id, number = str(values["first_round"]), letter_number(str(values["letter"]))
                self._letters[round_id] = max(self._letters[round_id], number)
        self._makers: dict[str, Callable[[str, Values], Row | None]] = {
            "round": lambda name, _by: self._round(name),
            "card": lambda name, _by: self._card(name),
            "card_group": self._group,
            "conversation": lambda name, _by: self._conversation(name),
            "customer": lambda name, _by: self._customer(name),
            "person": lambda name, _by: Person(id=PersonId(name), name=_("somebody")),
            "pick": lambda name, _by: self._pick(name),
            "staff_test": lambda name, _by: self._staff_test(name),
            "import_batch": lambda name, _by: self._import_batch(name),
        }

    def make(self, table: str, row_id: str, by: Values) -> Values | None:
        """The columns of a row with this id, to which the row `by` refers.

        None when nobody can say what it was.
        """
        maker = self._makers.get(table)
        row = maker(row_id, by) if maker else None
        if row is None or not table_rules(table)["id"].is_right(row_id):
            return None
        return codec(type(row)).encode(row)

    def team(self, identity: str) -> Values:
        """The workshop's own row."""
        row = Team(identity=WorkshopIdentity(identity), team=_("A rescued workshop"))
        return codec(Team).encode(row)

    def place(self, card: str, position: int) -> Values:
        """Put a card that is in no round on the newest list."""
        name = f"{self._newest}/{card}"
        row = RoundCard(id=name, round=self._newest, card=CardId(card), position=position)
        return codec(RoundCard).encode(row)

    def next_code(self) -> int:
        """A code that no card has had, even when the counter is lost."""
        self._code += 1
        self._rows[CARD_COUNTER] = {"id": "card", "last": self._code}
        return self._code

    def next_letter(self, round_id: str) -> str:
        """A letter that no group of this round has had."""
        counter = _number(self._rows.get(("counter", f"group/{round_id}"), {}), "last")
        self._letters[round_id] = max(self._letters[round_id], counter) + 1
        return letters(self._letters[round_id])

    def next_customer_number(self) -> int:
        """A number that no customer has."""
        self._customer_number += 1
        return self._customer_number

    def _round(self, name: str) -> Round | None:
        number = round_number(name)
        if number is None:
            return None
        return Round(id=RoundId(name), number=number, started_on=self._today)

    def _card(self, name: str) -> Card | None:
        if len(name) + len(f"{self._newest}/") > MOST_CHARACTERS_OF_ID:
            return None  # it could have no place: the id of that holds both
        return Card(id=CardId(name), code=self.next_code(), first_round=self._newest)

    def _group(self, name: str, by: Values) -> CardGroup | None:
        """A group, so that its cards stay together."""
        round_id = str(by.get("round") or self._newest)
        letter = self.next_letter(round_id)
        return CardGroup(id=GroupId(name), first_round=RoundId(round_id), letter=letter)

    def group_state(self, group: Values) -> Values:
        """How a group is whose headline is lost."""
        round_id, name = RoundId(str(group["first_round"])), GroupId(str(group["id"]))
        row = RoundGroup(
            id=f"{round_id}/{name}", round=round_id, card_group=name, headline=_("a group")
        )
        return codec(RoundGroup).encode(row)

    def _customer(self, name: str) -> Customer:
        return Customer(id=CustomerId(name), number=self.next_customer_number())

    def _conversation(self, name: str) -> Conversation:
        # The customer is missing too, and gets a placeholder of its own.
        who = CustomerId(f"of {name}"[:MOST_CHARACTERS_OF_ID])
        return Conversation(id=ConversationId(name), round=self._newest, customer=who, closed=True)

    def _pick(self, name: str) -> Pick | None:
        """A pick's id holds its round and what was picked."""
        round_id, _slash, subject = name.partition("/")
        card = CardId(subject) if ("card", subject) in self._rows else None
        group = GroupId(subject) if ("card_group", subject) in self._rows else None
        is_in_a_round = (Round.table, round_id) in self._rows  # rounds count without a gap
        if not is_in_a_round or (card is None and group is None):
            return None
        return Pick(id=PickId(name), round=RoundId(round_id), card=card, card_group=group)

    def _staff_test(self, name: str) -> StaffTest | None:
        """A test's id holds its pick and its number."""
        found = _STAFF_TEST.fullmatch(name)
        if found is None or ("pick", found[1]) not in self._rows:
            return None
        return StaffTest(id=StaffTestId(name), pick=PickId(found[1]), attempt=int(found[2]))

    def _import_batch(self, name: str) -> ImportBatch:
        return ImportBatch(id=BatchId(name), file_name="", sha256="", read_on=self._today)

    def _highest(self, table: str, column: str) -> int:
        return max(
            (_number(v, column) for key, v in self._rows.items() if key[0] == table), default=0
        )


def _number(values: Values, name: str) -> int:
    value = values.get(name)
    return value if isinstance(value, int) else 0
