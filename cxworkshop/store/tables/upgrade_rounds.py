"""Bring the rounds of formats 1 and 2 into today's form, as far as their rows say what happened."""

from __future__ import annotations

from operator import itemgetter

from cxworkshop.store.tables.older_journal import OlderJournal, Tables, Values
from cxworkshop.store.tables.upgrade_groups import GroupsUpgrade
from cxworkshop.store.tables.upgrade_picks import PicksUpgrade

_NAME_A_ROUND = ("round_card", "card_group", "pick")


def upgrade_rounds(tables: Tables, *, is_whole: bool = True) -> None:
    """Change the rows of a workshop, given by table; the journal's are only read.

    Of one that is not whole, rows that others refer to may be lost: a rescue brings what it found
    into today's form as well. Then nothing is concluded from a row that is not there.
    """
    journal = OlderJournal.read(tables)
    rounds = _rounds(tables)
    GroupsUpgrade(tables, rounds, is_whole=is_whole).upgrade()
    PicksUpgrade(tables, rounds, journal).upgrade()
    for blocker in tables["blocker"]:
        blocker["came_up_on"] = journal.new_on.get(("blocker", blocker["id"].partition("~")[0]))
    for position, blocker in enumerate(sorted(tables["blocker"], key=itemgetter("id"))):
        blocker["position"] = position


def _rounds(tables: Tables) -> list[Values]:
    """The rounds in their order, with those that only other rows still name."""
    known = {row["id"]: row for row in tables["round"]}
    named = {row["round"] for table in _NAME_A_ROUND for row in tables[table]}
    for name in named - known.keys():
        number = str(name).removeprefix("round-")
        if number.isdecimal():
            known[name] = {"id": name, "number": int(number), "started_on": None}
    return sorted(known.values(), key=lambda row: int(row["number"] or 0))
