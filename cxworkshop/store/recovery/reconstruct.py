"""Turn identified rows into a workshop that the program can show and work on."""

from __future__ import annotations

from datetime import date

from cxworkshop.ids import identity_from
from cxworkshop.model import RoundId, Team
from cxworkshop.store.recovery.identify import Identified, IdentifiedRow, Key, ReferenceInfo, tables
from cxworkshop.store.recovery.numbering import Numbering
from cxworkshop.store.recovery.placeholders import CARD_COUNTER, Placeholders
from cxworkshop.store.recovery.repair import RowRepair, is_sound, keeps_rules, rounds_in
from cxworkshop.store.tables.codec import Values

_TEAM: Key = (Team.table, Team.id)
_NOT_RESCUED = ("head", "edit", "edit_part", "edit_row")
# Columns that may be empty, and yet get a placeholder for a lost row: a verbatim without its card
# would be lost among the praise; a pick of nothing can't be shown; cards that were grouped stay so.
_WORTH_A_PLACEHOLDER = (
    ("verbatim", "card"),
    ("pick", "card"),
    ("pick", "card_group"),
    ("round_card", "card_group"),
)


class Reconstruction:
    """Rows by table and id, and which of them are not as they were written.

    `left_out` counts records that could not be identified or fit nothing; `cards_known` the cards
    that came back or that other rows refer to.
    """

    def __init__(self, identified: Identified, today: date, identity: str = "") -> None:
        """`identity` is the workshop's, as far as this laptop knows."""
        self._found = {k: row for k, row in identified.rows.items() if k[0] not in _NOT_RESCUED}
        self._today, self._known_identity = today, identity
        self.rows: dict[Key, Values] = {}
        self.left_out, self.cards_known = identified.unidentified, 0
        self._changed: set[Key] = set()
        self._added, self._impossible = set[Key](), set[Key]()  # placeholders; what gets none
        self._rounds = rounds_in(self._found.values())
        self._take_rows()
        newest = RoundId(f"round-{len(self._rounds)}")  # they count from 1
        self._placeholders = Placeholders(self.rows, newest, today)

    def reconstruct(self) -> None:
        """Make the rows fit one another."""
        self.cards_known = len(set(self._keys("card")) | self._cards_referred_to())
        self._ensure_team_and_rounds()
        while self._repair_references():
            continue
        self._place_cards()
        self._describe_groups()
        numbering = Numbering(self.rows, self._changed, self._placeholders)
        numbering.make_codes_unique()
        numbering.make_letters_unique()
        numbering.number_customers()
        if numbering.raise_card_counter():
            self._added.add(CARD_COUNTER)

    @property
    def cards(self) -> int:
        """How many cards came back."""
        return sum(key not in self._added for key in self._keys("card"))

    @property
    def doubtful(self) -> tuple[Key, ...]:
        """The rows that were changed to fit, and the placeholders."""
        return tuple(sorted(key for key in self._changed | self._added if key[0] != "counter"))

    def _keys(self, table: str) -> list[Key]:
        return [key for key in self.rows if key[0] == table]

    def _take_rows(self) -> None:
        """Certain rows first: they say what the others may be."""
        doubtful: list[IdentifiedRow] = []
        for key, row in self._found.items():
            if row.is_certain and is_sound(row.table, row.values, self._rounds):
                self.rows[key] = row.values
            elif key[0] != "counter":  # a wrong one would skip codes by the thousand
                doubtful.append(row)
        repair = RowRepair(self._rounds, frozenset(self.rows))
        for row in doubtful:
            values = repair.repaired(row.table, row.values, self._today, is_certain=row.is_certain)
            key = (row.table.name, str(values["id"])) if values else row.key
            if values is None or key in self.rows:
                self.left_out += 1
                continue
            self.rows[key] = values
            self._changed.add(key)

    def _cards_referred_to(self) -> set[Key]:
        return {
            ("card", str(values["card"]))
            for (table, _id), values in self.rows.items()
            if table in ("round_card", "verbatim") and values["card"] is not None
        }

    def _ensure_team_and_rounds(self) -> None:
        """Add the rows that everything else needs."""
        if _TEAM not in self.rows:
            self._add(_TEAM, self._placeholders.team(self._identity()))
        if not self.rows[_TEAM].get("identity"):  # of an older format, or damaged
            self.rows[_TEAM] = {**self.rows[_TEAM], "identity": self._identity()}
        for name in self._rounds:
            if ("round", name) not in self.rows:
                values = self._placeholders.make("round", name, {})
                assert values is not None  # `_rounds` holds no other names
                self._add(("round", name), values)

    def _identity(self) -> str:
        """The workshop's identity, by its oldest rows; a guess when the first ones are lost."""
        stamps = ((row.seq, row.by) for row in self._found.values() if row.is_certain)
        seq, by = min(stamps, default=(0, ""))
        if seq == 1:
            return identity_from(by)
        if not self._known_identity:
            self._changed.add(_TEAM)
        return self._known_identity or identity_from(by)

    def _repair_references(self) -> bool:
        """Go over all references once; returns whether anything had to be done."""
        before = len(self.rows), len(self._changed), self.left_out
        for key in list(self.rows):
            for reference in tables()[key[0]].references:
                target = (reference.table, str(self.rows[key][reference.column]))
                if self.rows[key][reference.column] is None or target in self.rows:
                    continue
                values = self._placeholder_for(key, reference, target)
                if values is not None:
                    self._add(target, values)
                elif reference.is_needed:
                    if not self._take_another(key, reference):
                        self._leave_out(key)
                        break
                elif not self._let_go(key, reference):
                    self._leave_out(key)
                    break
        return (len(self.rows), len(self._changed), self.left_out) != before

    def _take_another(self, key: Key, reference: ReferenceInfo) -> bool:
        """Let a row that was read for certain refer to the newest other row: its words stay.

        Not where its id is made of what it refers to: that says where it belongs.
        """
        table, row = tables()[key[0]], self._found.get(key)
        others = [row_id for _table, row_id in self._keys(reference.table)]
        if row is None or not row.is_certain or not others:
            return False
        if table.noun is None or table.noun.id_form:
            return False
        self.rows[key] = {**self.rows[key], reference.column: max(others)}
        self._changed.add(key)
        return True

    def _let_go(self, key: Key, reference: ReferenceInfo) -> bool:
        """Let a row go on without what it refers to; False where it is nothing without that."""
        values = {**self.rows[key], reference.column: None}
        if not keeps_rules(tables()[key[0]].noun, values):
            return False
        self.rows[key] = values
        self._changed.add(key)
        return True

    def _placeholder_for(self, key: Key, reference: ReferenceInfo, target: Key) -> Values | None:
        is_worth_it = reference.is_needed or (key[0], reference.column) in _WORTH_A_PLACEHOLDER
        if not is_worth_it or target in self._impossible:
            return None
        if key[0] == "round_card" and target[0] == "card_group" and key in self._changed:
            return None  # a doubtful place is no evidence for a group
        return self._placeholders.make(*target, self.rows[key])

    def _add(self, key: Key, values: Values) -> None:
        self.rows[key] = values
        self._added.add(key)

    def _leave_out(self, key: Key) -> None:
        self._impossible.add(key)  # or an impossible placeholder would be made for ever
        del self.rows[key]
        self._changed.discard(key)
        self._added.discard(key)
        self.left_out += 1

    def _place_cards(self) -> None:
        """Put cards that are in no round on the newest list: they would never be seen."""
        placed = {self.rows[key]["card"] for key in self._keys("round_card")}
        cards = [row_id for _table, row_id in self._keys("card") if row_id not in placed]
        for position, card in enumerate(cards):
            values = self._placeholders.place(card, len(placed) + position)
            self._add(("round_card", str(values["id"])), values)

    def _describe_groups(self) -> None:
        """Give a headline to groups of which no round says how they are."""
        known = {self.rows[key]["card_group"] for key in self._keys("round_group")}
        for key in self._keys("card_group"):
            if key[1] not in known:
                values = self._placeholders.group_state(self.rows[key])
                self._add(("round_group", str(values["id"])), values)
