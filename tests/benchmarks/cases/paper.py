"""Sheets, against reportlab's own canvas and paragraphs with the same words in the same fonts."""

from __future__ import annotations

import io
from xml.sax.saxutils import escape

from tests.benchmarks import fixtures
from tests.benchmarks.case import GROWTH, Case
from tests.benchmarks.cases.edits import opened
from tests.benchmarks.laps import Laps


def plans(laps: Laps) -> None:
    """The bakery's two action plans, as a file."""
    workshop = opened(laps)
    for _n in laps:
        from cxworkshop.sheets import write_sheets

        write_sheets(workshop, ["action-plan"], laps.folder)


def strings(laps: Laps) -> None:
    """Two pages of 60 strings on a bare canvas, without a font of its own."""
    for _n in laps:
        from reportlab.lib.pagesizes import A4
        from reportlab.pdfgen.canvas import Canvas

        canvas = Canvas(str(laps.folder / "bare.pdf"), pagesize=A4)
        for _page in range(2):
            for line in range(60):
                canvas.drawString(50, 800 - 12 * line, "What we will do, in a few words")
            canvas.showPage()
        canvas.save()


def everything_said(laps: Laps) -> None:
    """The sheet "Everything said": groups, cards, tags, outline; new words in each lap."""
    for n in laps:
        from cxworkshop.sheets.job import as_pdf
        from tests.benchmarks.said import everything_said_job

        as_pdf([everything_said_job(fixtures.sentences(laps.size, seed=n))])


def platypus(laps: Laps) -> None:
    """Two of reportlab's paragraphs for each verbatim, in the same two fonts, without tags."""
    for n in laps:
        from reportlab.lib.pagesizes import A4
        from reportlab.lib.styles import ParagraphStyle
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.platypus import Paragraph, SimpleDocTemplate

        from cxworkshop.sheets.typesetting.fonts import SANS, SERIF, path

        for name, face in (("bare-serif", SERIF), ("bare-sans", SANS)):
            pdfmetrics.registerFont(TTFont(name, str(path(face))))
        said = ParagraphStyle("said", fontName="bare-serif", fontSize=12, leading=15)
        who = ParagraphStyle("who", fontName="bare-sans", fontSize=8.5, leading=11, spaceAfter=6)
        story = []
        for words in fixtures.sentences(laps.size, seed=n):
            story += [Paragraph(escape(words), said), Paragraph("regular, Quick", who)]
        SimpleDocTemplate(io.BytesIO(), pagesize=A4).build(story)


CASES = (
    Case("plans", "two action plans", "two pages of strings",
         plans, strings, fixtures.bakery),
    Case("saying", "{n} verbatims printed", "reportlab's Platypus",
         everything_said, platypus, None, GROWTH, growth=True, rounds=1,
         aims={300: {"warm x": 1.5}, -1: {"exponent": 1.1}}),
)  # fmt: skip
