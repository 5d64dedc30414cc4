"""The text layer, script by script, against reportlab's paragraphs of Latin.

A paragraph of reportlab's neither shapes nor kerns, and parses markup.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from tests.benchmarks.case import GROWTH, Case
from tests.benchmarks.laps import Laps
from tests.core.sheets.sentences import SENTENCES

LATIN = (
    "nobody told me that it had moved and I took the morning off for nothing — one call, the day "
    "before, would have saved us both an hour; your people were kind, I must say: “café” crème at "
    "the counter cost €5 and the queue took forty minutes, which is far too long for my mother"
)
LETTERS = 360  # of a verbatim: ten of them fill a page
SIZE, LEADING = 10.5, 15.0  # points
CELL = 160  # points wide


def verbatims(count: int, seed: int, said: str = LATIN) -> list[str]:
    """As many as wished, as long as one another, their words in another order each time."""
    import random

    chosen, words = random.Random(seed), said.split()
    times = LETTERS / (len(said) / len(words) + 1)
    return [
        f"{number} "
        + " ".join(chosen.choices(words, k=max(1, round(times * (0.7 + 0.6 * chosen.random())))))
        for number in range(count)
    ]


def report(made: Callable[[str], object], said: list[str]) -> None:
    """A report by Platypus, of whatever flowables."""
    from reportlab import rl_config
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import SimpleDocTemplate, Spacer

    from cxworkshop.sheets.typesetting.fonts import SANS

    rl_config.useA85 = 0  # as our own documents
    document = SimpleDocTemplate(BytesIO(), pagesize=A4, initialFontName=SANS)
    document.build([part for text in said for part in (made(text), Spacer(1, 6))])


def _register() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    from cxworkshop.sheets.typesetting.fonts import SANS, path

    pdfmetrics.registerFont(TTFont(SANS, str(path(SANS))))


def paragraphs(laps: Laps) -> None:
    """Reportlab's own Paragraph, with the same words in the same font."""
    for n in laps:
        from reportlab.lib.styles import ParagraphStyle
        from reportlab.platypus import Paragraph

        from cxworkshop.sheets.typesetting.fonts import SANS

        _register()
        style = ParagraphStyle("body", fontName=SANS, fontSize=SIZE, leading=LEADING)
        report(lambda text, style=style: Paragraph(escape(text), style), verbatims(laps.size, n))


def shaped(laps: Laps, script: str) -> None:
    """Our text in the same report."""
    for n in laps:
        from tests.benchmarks.cases.flowable import TextFlowable

        _register()
        report(TextFlowable, verbatims(laps.size, n, SENTENCES.get(script, LATIN)))


def cell(laps: Laps) -> None:
    """Very many words in a narrow column."""
    for n in laps:
        from cxworkshop.sheets.typesetting.text import Style, lines

        lines(" ".join(verbatims(laps.size, n)), Style(size=SIZE, leading=LEADING), CELL)


def cell_of_paragraph(laps: Laps) -> None:
    """The same words in a Paragraph that is wrapped, not drawn."""
    for n in laps:
        from reportlab.lib.styles import ParagraphStyle
        from reportlab.platypus import Paragraph

        from cxworkshop.sheets.typesetting.fonts import SANS

        _register()
        style = ParagraphStyle("body", fontName=SANS, fontSize=SIZE, leading=LEADING)
        Paragraph(escape(" ".join(verbatims(laps.size, n))), style).wrap(CELL, 1e9)


def escape(text: str) -> str:
    """As a Paragraph's markup."""
    from xml.sax.saxutils import escape as escaped

    return escaped(text)


def _side(script: str) -> Callable[[Laps], None]:
    """A side with a name that its process can find."""

    def side(laps: Laps) -> None:
        shaped(laps, script)

    side.__name__ = f"shaped_{script}"
    globals()[side.__name__] = side
    return side


CASES = (
    Case("text", "text of {n} verbatims", "reportlab's Paragraph",
         _side("plain"), paragraphs, None, GROWTH, growth=True, rounds=1,
         aims={-1: {"exponent": 1.1}}),
    *(Case(f"text-{script}", f"{{n}} verbatims in {script}", "Paragraph, in Latin",
           _side(script), paragraphs, None, (300,), rounds=1) for script in SENTENCES),
    Case("cell", "a cell of {n} verbatims, 20,000 words", "Paragraph, wrapped",
         cell, cell_of_paragraph, None, (320,), rounds=1),
)  # fmt: skip
