"""The text layer against reportlab's own paragraphs, with the same words in the same font.

    python tests/benchmarks/words.py

CPU seconds, the best of three, each with words that were never laid out before; nothing is
asserted. A paragraph of reportlab's neither shapes nor kerns, and parses markup.
"""

from __future__ import annotations

import gc
import random
import resource
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reportlab import rl_config  # noqa: E402
from reportlab.lib.pagesizes import A4  # noqa: E402
from reportlab.lib.styles import ParagraphStyle  # noqa: E402
from reportlab.pdfbase import pdfmetrics  # noqa: E402
from reportlab.pdfbase.ttfonts import TTFont  # noqa: E402
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer  # noqa: E402

from cxworkshop.sheets.typesetting.fonts import SANS, path  # noqa: E402
from cxworkshop.sheets.typesetting.text import Style, TextBlock, lines  # noqa: E402
from tests.core.sheets.sentences import SENTENCES  # noqa: E402

rl_config.useA85 = 0  # as our own documents
STYLE = Style(size=10.5, leading=15)
THEIRS = ParagraphStyle("body", fontName=SANS, fontSize=10.5, leading=15)
LATIN = (
    "nobody told me that it had moved and I took the morning off for nothing — one call, the day "
    "before, would have saved us both an hour; your people were kind, I must say: “café” crème at "
    "the counter cost €5 and the queue took forty minutes, which is far too long for my mother"
)
LETTERS = 360  # of a verbatim: ten of them fill a page


def verbatims(count: int, seed: int, said: str = LATIN) -> list[str]:
    """As many as wished, as long as one another, their words in another order each time."""
    chosen, words = random.Random(seed), said.split()
    times = LETTERS / (len(said) / len(words) + 1)
    return [
        f"{number} "
        + " ".join(chosen.choices(words, k=max(1, round(times * (0.7 + 0.6 * chosen.random())))))
        for number in range(count)
    ]


class TextFlowable(Flowable):
    """Our text in one of reportlab's stories, beside its own Paragraph."""

    def __init__(self, text: str, laid: TextBlock | None = None) -> None:
        super().__init__()
        self.text, self.laid = text, laid

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.laid = self.laid or lines(self.text, STYLE, width)
        return width, self.laid.height

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        count = self.laid.fitting(height)
        parts = self.laid.cut(count) if count else ()
        return [TextFlowable(self.text, part) for part in parts if part.lines]

    def draw(self) -> None:
        self.laid.draw(self.canv, 0, self.laid.height)


def report(made: Callable[[str], Flowable], said: list[str]) -> int:
    """Write a report; the answer is its number of pages."""
    document = SimpleDocTemplate(BytesIO(), pagesize=A4, initialFontName=SANS)
    document.build([part for text in said for part in (made(text), Spacer(1, 6))])
    return int(document.page)


def ours(said: list[str]) -> int:
    return report(TextFlowable, said)


def theirs(said: list[str]) -> int:
    return report(lambda text: Paragraph(escape(text), THEIRS), said)


def best(action: Callable[[list[str]], object], said: Callable[[int], list[str]]) -> float:
    spent = []
    for seed in range(3):
        words = said(seed)
        gc.collect()
        begun = time.process_time()
        action(words)
        spent.append(time.process_time() - begun)
    return min(spent)


def main() -> None:
    pdfmetrics.registerFont(TTFont(SANS, str(path(SANS))))
    pages = ours(verbatims(300, 99)), theirs(verbatims(300, 99))
    bare = best(theirs, lambda seed: verbatims(300, seed))
    print(f"300 verbatims, {pages[0]} and {pages[1]} pages; reportlab's paragraphs {bare:.2f} s")
    for script in ("plain", *SENTENCES):
        words = SENTENCES.get(script, LATIN)
        spent = best(ours, lambda seed, words=words: verbatims(300, seed, words))
        print(f"  {script:<12} {spent:6.2f} s {spent / bare:6.2f}x")
    few, many = (best(ours, lambda seed, n=n: verbatims(n, seed)) for n in (500, 5000))
    print(f"5,000 verbatims {many:.2f} s, {many / few:.1f} times 500")
    cell = best(lambda said: lines(" ".join(said), STYLE, 160), lambda seed: verbatims(320, seed))
    print(f"a cell of 20,000 words {cell:.2f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MiB")


if __name__ == "__main__":
    main()
