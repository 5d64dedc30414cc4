"""The sheet "Everything said" of given sentences.

It imports nothing of the benchmarks: a process that makes this sheet is measured against other
programs that do.
"""

from __future__ import annotations

from cxworkshop.content.values import EverythingSaidContent, SaidCard, SaidGroup, SaidVerbatim
from cxworkshop.sheets import SHEETS, PrintOptions
from cxworkshop.sheets.job import PrintJob

PER_CARD, PER_GROUP = 3, 10


def everything_said_job(sentences: list[str]) -> PrintJob:
    said = [SaidVerbatim(words=words, said_by="regular", way="Quick") for words in sentences]
    cards = [
        SaidCard(
            code=str(n + 1), headline="", customers=3, agreed=0, said=tuple(said[n : n + PER_CARD])
        )
        for n in range(0, len(said), PER_CARD)
    ]
    groups = [
        SaidGroup(
            letter=f"G{n}",
            headline="What they said of it",
            customers=30,
            cards=tuple(cards[n : n + PER_GROUP]),
        )
        for n in range(0, len(cards), PER_GROUP)
    ]
    values = EverythingSaidContent(
        team="Benchmark",
        round_number=1,
        verbatims=len(said),
        customers=len(said),
        asked=len(said),
        groups=tuple(groups),
        loose=(),
        praise=(),
        left=(),
        aside=(),
        answers_aside=(),
    )
    return PrintJob(SHEETS["everything-said"], values, PrintOptions(), "Benchmark", None, "en")
