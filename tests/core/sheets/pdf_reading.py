"""Print and read PDFs; and workshops with little, normal and far too much content.

To draw a sheet and to take its PDF apart are dear: what several tests ask of the same workshop, or
of the same bytes, is done once.
"""

from __future__ import annotations

import ctypes
import io
import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path

import pypdf
import pypdfium2
from pypdfium2 import raw

from cxworkshop.sheets import PrintOptions, write_sheets
from cxworkshop.sheets.layout.profiles import PROFILES
from cxworkshop.sheets.paper import MM
from cxworkshop.workshop import Workshop
from tests.core.sheets.pdf_page import Drawn, Mark, Page
from tests.told_once import bakery_of

DAY = date(2026, 11, 23)
WORDS = [
    "the",
    "door",
    "was",
    "open",
    "and",
    "nobody",
    "came",
    "to",
    "tell",
    "us",
    "why",
    "we",
    "had",
    "to",
    "wait",
    "so",
    "long",
    "for",
    "it",
]
LONG = "Rindfleischetikettierung wurde gemeldet. Πότε ανοίγει η πόρτα; " * 32


def little(folder: Path) -> Workshop:
    opened = Workshop.new(folder / "little.cxw", "Us", DAY)
    talk = opened.talk.begin(opened.talk.next_customer().id)
    opened.talk.say("Ring me back.", talk.id)
    return opened


def normal(folder: Path) -> Workshop:
    return bakery_of(folder / "normal.cxw", DAY)


def much(folder: Path) -> Workshop:
    """66 cards, most in 11 groups; a sentence of 2,000 letters, a headline of 40 words."""
    opened, chance = Workshop.new(folder / "much.cxw", "N" * 80, DAY), random.Random(7)
    cards = []
    for number in range(66):
        kind = ["regular", "k" * 80, "parent", ""][number % 4]
        talk = opened.talk.begin(opened.talk.next_customer(kind=kind, name=f"Ada Nym {number}").id)
        words = f"{number}: " + " ".join(chance.choices(WORDS, k=chance.randrange(4, 30)))
        way = ["quick", "honest", None][number % 3]
        said = opened.talk.say(LONG if number == 6 else words, talk.id, way=way)
        cards.append(said.id)
        for _nth in range(number % 4):
            opened.talk.agree(said.id)
    opened.talk.praise("You always smile.", talk.id)
    opened.big_list.set_card_headline(cards[3], " ".join(["headline"] * 40))
    for group in range(11):
        in_it = cards[20 + 4 * group : 24 + 4 * group]
        opened.big_list.group(in_it, "Very " * 50 if group == 4 else f"Group number {group}")
    opened.big_list.set_aside(cards[64:])
    return opened


WORKSHOPS = {"little": little, "normal": normal, "much": much}


_DRAWN: dict[tuple[object, ...], bytes] = {}
APART = 1.0  # points: a letter may reach a little beyond its place
TEXT, PATH = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH
KEPT = 12  # PDFs that are taken apart: each is megabytes of letters


def printed_anew(workshop: Workshop, slug: str, folder: Path, **options: object) -> Path:
    """Print a sheet, labels on their own paper unless another is named."""
    profile = PROFILES.get(str(options.get("profile")))
    paper = {"paper": profile.paper} if profile else {}
    return write_sheets(workshop, [slug], folder, PrintOptions(**{**paper, **options}))[0]


def printed(workshop: Workshop, slug: str, folder: Path, **options: object) -> Path:
    """Print a sheet; the same bytes again where nothing has changed since it was printed before."""
    state = workshop.path, workshop.today, workshop._store.seq, workshop._store.digest
    key = (*state, slug, repr(sorted(options.items())))
    if key not in _DRAWN:
        _DRAWN[key] = printed_anew(workshop, slug, folder, **options).read_bytes()
    path = folder / f"{slug}.pdf"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_DRAWN[key])
    return path


@contextmanager
def taken_apart(path: Path) -> Iterator[Drawn]:
    """The PDF's letters and lines, which are looked for once."""
    yield _taken_apart(path.read_bytes())


@lru_cache(maxsize=KEPT)
def _taken_apart(data: bytes) -> Drawn:
    return Drawn(data)


def pages(path: Path) -> list[str]:
    """The text of each page, with single spaces between words."""
    return [*_pages(path.read_bytes())]


@lru_cache(maxsize=1000)
def _pages(data: bytes) -> tuple[str, ...]:
    found = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    return tuple(" ".join(text.replace("\ufffe", "-").split()) for text in found)


def text_of(path: Path) -> str:
    """The text of all pages, with single spaces between words."""
    return " ".join(" ".join(pages(path)).split())


def compact(text: str) -> str:
    return "".join(text.split())


def joined(text: str) -> str:
    """Without white space and hyphens: of words that a line divides, both texts are the same."""
    return compact(text).replace("-", "")


def marks_of(page: Page) -> list[Mark]:
    """Everything that is printed: letters, lines, curves, rectangles."""
    letters = [char for char in page.chars if char["text"].strip()]
    return [*letters, *page.lines, *page.curves, *page.rects]


def outside(path: Path, box: tuple[float, float, float, float]) -> list[object]:
    """What is printed outside these edges: left, top, right, bottom, in millimetres.

    By pdfium, which takes a fiftieth of the time that pdfplumber does.
    """
    left, top, right, bottom = (edge * MM for edge in box)
    found: list[object] = []
    for number, page in enumerate(pypdfium2.PdfDocument(path), 1):
        high = page.get_height()
        for x0, low, x1, up in map(bounds, page.get_objects([TEXT, PATH], max_depth=9)):
            if x0 < left - APART or x1 > right + APART:
                found.append((number, "beside", x0, x1))
            if high - up < top - APART or high - low > bottom + APART:
                found.append((number, "above or below", high - up, high - low))
    return found


def bounds(thing: pypdfium2.PdfObject) -> tuple[float, float, float, float]:
    """Left, low, right, top, without what a line's width and its pointed corners add to it."""
    width = ctypes.c_float()
    if thing.type == PATH:
        raw.FPDFPageObj_GetStrokeWidth(thing, width)
    x0, low, x1, up = thing.get_bounds()
    more = 2 * width.value
    return x0 + more, low + more, x1 - more, up - more


def inside(page: Page, spot: tuple[float, float, float, float]) -> list[Mark]:
    """The letters inside a card, in their order, with their sizes."""
    left, top, width, height = (length * MM for length in spot)
    return [
        char
        for char in page.chars
        if left <= (char["x0"] + char["x1"]) / 2 < left + width
        and top <= (char["top"] + char["bottom"]) / 2 < top + height
    ]


def spelling(letters: list[Mark]) -> str:
    return "".join(char["text"] for char in letters if char["text"].strip())


def roles(path: Path) -> list[tuple[str, str]]:
    """The role of every element of the structure tree in its order, with its alt text."""
    return [*_roles(path.read_bytes())]


@lru_cache(maxsize=200)
def _roles(data: bytes) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []

    def walk(element) -> None:
        element = element.get_object()
        if not isinstance(element, pypdf.generic.DictionaryObject):
            return
        found.append((str(element.get("/S", ""))[1:], str(element.get("/Alt", ""))))
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            walk(kid)

    walk(pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"]["/StructTreeRoot"]["/K"])
    return tuple(found)
