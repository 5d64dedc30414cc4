"""Paper's share of the table: everything said, against reportlab's own paragraphs, and memory."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Callable
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from cxworkshop.content.values import EverythingSaidContent, SaidCard, SaidGroup, SaidVerbatim
from cxworkshop.sheets import SHEETS, PrintOptions
from cxworkshop.sheets.job import PrintJob, as_pdf
from cxworkshop.sheets.typesetting.fonts import SANS, SERIF, path

WORDS = (
    "I rang {n} times before nine and nobody could tell me whether the visit had moved",
    "Please mend thing number {n} before the winter, it was broken in March",
    "Tell me how long it takes, I would rather wait {n} minutes at home than here in the corridor, "
    "where there is no chair, and nobody comes to say what happens next",
    "Number {n} was lovely, but the door is heavy",
)
PER_CARD, PER_GROUP = 3, 10


_number = iter(range(1000, 10**9))  # no sentence is laid out twice, or a cache would answer


def sentences(count: int) -> list[str]:
    """So many new ones, of 9 to 33 words."""
    return [WORDS[n % len(WORDS)].format(n=next(_number)) for n in range(count)]


def everything(count: int) -> PrintJob:
    """Everything said, of so many verbatims, gathered already."""
    said = [SaidVerbatim(words=words, said_by="regular", way="Quick") for words in sentences(count)]
    cards = [
        SaidCard(
            code=str(n + 1), headline="", customers=3, agreed=0, said=tuple(said[n : n + PER_CARD])
        )
        for n in range(0, count, PER_CARD)
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
        verbatims=count,
        customers=count,
        groups=tuple(groups),
        loose=(),
        praise=(),
        aside=(),
        answers_aside=(),
    )
    return PrintJob(SHEETS["everything-said"], values, PrintOptions(), "Benchmark", None, "en")


def ours(count: int) -> Callable[[], bytes]:
    """Laid out and drawn, tags, outline and all."""
    return lambda: as_pdf([everything(count)])


def platypus(count: int) -> Callable[[], bytes]:
    """The same words and who said them in reportlab's own paragraphs, in the same two fonts."""
    for name, face in (("bare-serif", SERIF), ("bare-sans", SANS)):
        pdfmetrics.registerFont(TTFont(name, str(path(face))))
    said = ParagraphStyle("said", fontName="bare-serif", fontSize=12, leading=15)
    who = ParagraphStyle("who", fontName="bare-sans", fontSize=8.5, leading=11, spaceAfter=6)

    def make() -> bytes:
        story, made = [], io.BytesIO()
        for words in sentences(count):
            story += [Paragraph(escape(words), said), Paragraph("regular, Quick", who)]
        SimpleDocTemplate(made, pagesize=A4).build(story)
        return made.getvalue()

    return make


def peak_mb(action: Callable[[], object]) -> float:
    """The most that Python held at once while this ran."""
    tracemalloc.start()
    try:
        action()
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()
