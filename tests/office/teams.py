"""Figures of made-up teams, the same from the same number: what a year of many would send."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from cxworkshop.model import CriterionAnswer, Look, Verdict
from cxworkshop.office.rows import (
    AnswerRow,
    DelayRow,
    Figures,
    KindRow,
    LookRow,
    OfTeam,
    PickRow,
    RoundRow,
    TeamRow,
    WayRow,
)
from cxworkshop.stages import Stage
from cxworkshop.wishes import AnswerKind

WAYS = (
    "quick", "easy", "right", "cares", "trust", "trusting", "honest", "interest", "professional",
    "honourable",
)  # fmt: skip
KINDS = ("regular", "new", "parent", "student", "visitor")
SITES = ("North", "South", "East", "West")


def team_figures(
    number: int,
    *,
    seq: int = 1,
    programme: str = "Care",
    site: str | None = None,
    rounds: int = 12,
    first_day: date = date(2025, 1, 6),
    customers: int = 12,
) -> Figures:
    """One team's figures; a later `seq` knows more of the same rounds."""
    random = Random(number * 1_000 + seq)
    rows = [
        row
        for round_ in range(1, rounds + 1)
        for row in _round(random, round_, first_day + timedelta(30 * (round_ - 1)), customers)
    ]
    return Figures(
        team=TeamRow(
            workshop=f"{number:032x}",
            seq=seq,
            digest=f"{random.getrandbits(64):016x}",
            programme=programme,
            site=SITES[number % len(SITES)] if site is None else site,
            team=f"Team {number}",
            made_up=False,
        ),
        rows=tuple(rows),
    )


def _round(random: Random, number: int, day: date, customers: int) -> list[OfTeam]:
    heard = max(0, customers + random.randint(-3, 3)) if customers > 3 else customers
    said = heard * 2
    rows: list[OfTeam] = [
        RoundRow(
            round=number,
            started_on=day,
            ended_on=day + timedelta(30),
            customers=heard,
            said=said,
        )
    ]
    rows += [
        WayRow(round=number, way=way, customers=random.randint(1, max(1, heard // 2)))
        for way in random.sample(WAYS, 7)
    ]
    rows += _kinds(random, number, heard)
    for slot in range(1, random.randint(1, 3) + 1):
        rows += _pick(random, number, slot, day, heard)
    rows += [
        AnswerRow(
            round=number,
            answer=kind,
            wishes=random.randint(1, 9),
            awaited=int(kind is AnswerKind.HANDED_ON),
            customers=random.randint(1, max(1, heard)),
        )
        for kind in AnswerKind
    ]
    return rows


def _kinds(random: Random, number: int, heard: int) -> list[OfTeam]:
    """Each customer has one kind, so the kinds add up to all of them."""
    left, rows = heard, []
    for kind in KINDS[:-1]:
        n = random.randint(0, left)
        left -= n
        if n:
            rows.append(KindRow(round=number, kind=kind, customers=n))
    return [*rows, KindRow(round=number, kind=KINDS[-1], customers=left)] if left else rows


def _pick(random: Random, number: int, slot: int, day: date, heard: int) -> list[OfTeam]:
    verdict = random.choice([*Verdict, None])
    kept = verdict in (Verdict.NOTICE, Verdict.SOME) and random.random() < 0.6
    asked = random.randint(0, heard) if verdict else 0
    notices = random.randint(0, asked)
    rows: list[OfTeam] = [
        PickRow(
            round=number,
            slot=slot,
            story_round=number,
            story_slot=slot,
            way=random.choice(WAYS),
            customers=random.randint(1, max(1, heard)),
            can=CriterionAnswer.YES,
            notice=CriterionAnswer.YES,
            days=random.choice([*CriterionAnswer]),
            stay=None,
            picked_on=day,
            start_on=day,
            check_on=day + timedelta(30),
            locked_on=day,
            days_to_first_step=random.randint(0, 21),
            stage=Stage.KEPT if kept else Stage.DOING,
            attempt=1,
            checked_on=day + timedelta(30) if verdict else None,
            verdict=verdict,
            notices=notices,
            no_difference=asked - notices,
            worse=0,
            cannot_tell=0,
            staff_tests=int(kept),
            sure=True if kept else None,
            kept_on=day + timedelta(30) if kept else None,
        ),
        DelayRow(
            round=number,
            slot=slot,
            number=1,
            came_up_on=day + timedelta(2),
            removed_on=random.choice([None, day + timedelta(7)]),
            days_lost=random.randint(0, 20),
        ),
    ]
    if kept:
        looked = day + timedelta(120)
        found = random.choice([*Look])
        rows.append(LookRow(round=number, slot=slot, months=3, asked_on=looked, found=found))
    return rows
