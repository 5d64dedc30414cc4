"""Walls that never were, of real printed sheets: photographed from aside, blurred, in bad light.

Pictures of up to twelve megapixels, in JPEG. A code counts as seen at 60 pixels or more, unless a
paper hangs over it. The CPU time is that of pictures of eleven megapixels or more, which are a few.
"""

from __future__ import annotations

import cmath
import math
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from random import Random

import zxingcpp
from PIL import Image, ImageDraw, ImageFilter

from cxworkshop.paper_codes import PaperCode, read_digits
from cxworkshop.services.photos.reading import Photo, SeenCode, read_photo
from cxworkshop.sheets import PrintOptions, write_sheets
from cxworkshop.workshop import Workshop
from tests import walls
from tests.soak.pace import between, pace
from tests.soak.table import Row
from tests.walls import DOTS, Hung

CARDS, GROUPS = 60, 6
SIZES = ((2000, 1500), (2800, 2100), (4000, 3000))
OFTEN = (60, 30, 10)  # per cent of the walls
LARGE = 11_000_000  # pixels: their CPU time is told
LEAST = 60.0  # pixels of a code's side
MOST_CPU, LEAST_FOUND = 2.0, 0.99
DAY = date(2026, 11, 23)
HEADLINE = (190, 134)  # mm


@dataclass
class Paper:
    """A printed paper with its code, and where that is: corners in pixels of the paper."""

    picture: Image.Image
    code: PaperCode
    corners: tuple[complex, ...]


@dataclass
class Truth:
    """A code on the wall: where it is in the picture, and whether all of it can be seen."""

    code: PaperCode
    corners: tuple[complex, ...]
    is_hidden: bool = False
    pile: str = ""

    @property
    def side(self) -> float:
        return min(abs(self.corners[n] - self.corners[n - 1]) for n in range(4))


@dataclass
class Count:
    """What all walls come to."""

    seen: int = 0
    found: int = 0
    read: int = 0
    misread: list[str] = field(default_factory=list)
    placed: int = 0
    misplaced: list[str] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    unread: int = 0


def run(count: int, seed: int) -> list[Row]:
    """So many walls, nearly a third of them in two photos."""
    total = Count()
    with (
        tempfile.TemporaryDirectory() as folder,
        Workshop.new(Path(folder) / "w.cxw", "Corner Bakery", DAY) as workshop,
    ):
        cards, headlines = printed(workshop, Path(folder))
        for number in range(count):
            one_wall(Random(f"{seed} {number}"), cards, headlines, workshop, Path(folder), total)
    return rows(count, total)


def rows(count: int, total: Count) -> list[Row]:
    share = total.found / max(total.seen, 1)
    found = f"{total.found:,} of {total.seen:,} codes of {LEAST:.0f} px: {share:.2%}"
    slow = max(total.cpu, default=0.0)
    cpu = f"{sum(total.cpu) / max(len(total.cpu), 1):.1f} s of CPU, at most {slow:.1f} s"
    misread = f"{total.read:,} codes read; {'; '.join(total.misread[:2])}"
    misplaced = f"{total.placed:,} cards placed; {'; '.join(total.misplaced[:2])}"
    return [
        Row("photos: codes misread", count, len(total.misread), misread),
        Row("photos: codes found", count, int(share < LEAST_FOUND), found),
        Row("photos: cards under a wrong headline", count, len(total.misplaced), misplaced),
        Row("photos: CPU time", len(total.cpu), int(slow > MOST_CPU), cpu),
    ]


def printed(workshop: Workshop, folder: Path) -> tuple[list[Paper], list[Paper]]:
    """Print cards and headlines with codes, and cut them out."""
    with workshop.as_one("said"):
        for n in range(CARDS):
            talk = workshop.talk.begin(workshop.talk.next_customer(kind="regular").id)
            workshop.talk.say(f"Something that {n + 7} of us would like done better here", talk.id)
    lines = (f"Pile of many words {n}: {n + 1}" for n in range(GROUPS))
    workshop.big_list.piles.group("\n".join(lines))
    write_sheets(workshop, ["cards", "pile-headlines"], folder, PrintOptions(codes=True))
    cards = walls.cut_out(folder / "cards.pdf", walls.CARDS)
    headlines = walls.cut_out(folder / "pile-headlines.pdf", walls.HEADLINES)
    return [known(one) for one in cards], [known(one) for one in headlines[:GROUPS]]


def known(picture: Image.Image) -> Paper:
    """A clean paper, on which the code is beyond doubt."""
    (symbol,) = zxingcpp.read_barcodes(picture)
    at = symbol.position
    code = read_digits(symbol.text)
    assert code is not None
    points = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    return Paper(picture, code, tuple(complex(point.x, point.y) for point in points))


def one_wall(
    random: Random,
    cards: Sequence[Paper],
    headlines: Sequence[Paper],
    workshop: Workshop,
    folder: Path,
    total: Count,
) -> None:
    """Hang up a wall, photograph it once or twice, read it, and compare."""
    size = random.choices(SIZES, OFTEN)[0]
    photos, truths = [], []
    for picture, truth in photographed(random, cards, headlines, size):
        path = folder / f"{len(photos)}.jpg"
        picture.save(path, quality=random.randint(75, 93))
        before, began = pace(), time.thread_time()
        photos.append(read_photo(path))
        if size[0] * size[1] >= LARGE:
            total.cpu.append((time.thread_time() - began) / between(before))
        truths += truth
        compare(photos[-1], truth, total)
    compare_piles(workshop, photos, truths, total)


def photographed(
    random: Random, cards: Sequence[Paper], headlines: Sequence[Paper], size: tuple[int, int]
) -> Iterator[tuple[Image.Image, list[Truth]]]:
    """The wall from one place; or from two, of which the second sees what is farther right."""
    dots = random.uniform(4.9, 8.0)  # pixels a millimetre, straight ahead
    width, height = size[0] / dots, size[1] / dots
    steps = (0.0,) if random.random() < 0.7 else (0.0, 0.45 * width)
    hung = list(arranged(random, cards, headlines, width + steps[-1], height))
    for step in steps:
        here = [(replace(one, x=one.x - step), paper, pile) for one, paper, pile in hung]
        picture = walls.wall([one for one, _paper, _pile in here], size, dots,
                             random.randint(110, 235))  # fmt: skip
        truths = [true_code(one, paper, pile, dots) for one, paper, pile in here]
        hide(random, picture, truths)
        across, down = random.uniform(-25, 25), random.uniform(-12, 12)
        for truth in truths:
            truth.is_hidden |= not is_inside(truth, size)
        new = walls.corners_from_aside(size, across, down)
        shares = walls.perspective(walls.corners_of(size), new)
        for truth in truths:
            truth.corners = tuple(walls.moved(corner, shares) for corner in truth.corners)
        yield spoilt(random, walls.from_aside(picture, across, down)), truths


def arranged(
    random: Random, cards: Sequence[Paper], headlines: Sequence[Paper], width: float, height: float
) -> Iterator[tuple[Hung, Paper, str]]:
    """Piles beside one another, each of one to three columns; sometimes others below them."""
    left, heads = random.sample(cards, len(cards)), random.sample(headlines, len(headlines))
    lines = 2 if height > 560 and random.random() < 0.5 else 1
    for line in range(lines):
        x, top, bottom = random.uniform(0, 20), line * height / lines, (line + 1) * height / lines
        while x < width - 150 and heads and left:
            columns, head = random.randint(1, 3), heads.pop()
            wide = max(HEADLINE[0], columns * 110)
            at = x + (wide - HEADLINE[0]) / 2 + random.uniform(-12, 12)
            yield (
                Hung(head.picture, at, top + random.uniform(0, 8), random.uniform(-2, 2)),
                head,
                "",
            )
            start = x + (wide - columns * 110) / 2
            for row in range(int((bottom - top - 150) / 82)):
                for column in range(min(columns, len(left))):
                    card = left.pop()
                    askew = random.uniform(-8, 8) + (180 if random.random() < 0.12 else 0)
                    place = (start + column * 110, top + 150 + row * 82)
                    yield Hung(card.picture, *place, askew), card, head.code.code
            x += wide + random.uniform(12, 50)


def true_code(hung: Hung, paper: Paper, pile: str, dots: float) -> Truth:
    """Where a code is on the wall, in pixels from straight ahead."""
    share, turn = dots / DOTS, cmath.exp(-1j * math.radians(hung.askew))
    middle = complex(*paper.picture.size) * share / 2
    box = [(corner - middle) * turn for corner in
           (0, 2 * middle.real, 2 * middle, 2j * middle.imag)]  # fmt: skip
    new_middle = complex(max(at.real for at in box), max(at.imag for at in box))
    corner = complex(round(hung.x * dots), round(hung.y * dots))
    corners = [corner + new_middle + (at * share - middle) * turn for at in paper.corners]
    return Truth(paper.code, tuple(corners), pile=pile)


def hide(random: Random, picture: Image.Image, truths: Sequence[Truth]) -> None:
    """Hang something over half of a few codes."""
    draw = ImageDraw.Draw(picture)
    for truth in truths:
        if truth.pile and random.random() < 0.06:
            side, middle = truth.side, sum(truth.corners) / 4
            at = middle + cmath.rect(side * 0.55, random.uniform(0, math.tau))
            draw.rectangle((at.real - side * 0.7, at.imag - side * 0.7,
                            at.real + side * 0.7, at.imag + side * 0.7), fill=246)  # fmt: skip
            truth.is_hidden = True


def spoilt(random: Random, picture: Image.Image) -> Image.Image:
    """Out of focus, in the light of a lamp, with the grain of a dark room."""
    picture = picture.filter(ImageFilter.GaussianBlur(random.uniform(0.3, 1.2)))
    if random.random() < 0.35:
        picture = walls.with_glare(picture, random, picture.width * random.uniform(0.05, 0.2))
    return walls.with_noise(picture, random, random.uniform(2, 8))


def compare(photo: Photo, truths: Sequence[Truth], total: Count) -> None:
    """Count what was found of what can be seen, and what was read that is not there."""
    total.read += len(photo.codes)
    total.unread += len(photo.unread)
    for seen in photo.codes:
        if not any(is_it(seen, truth) for truth in truths):
            total.misread.append(f"{seen.code.code} in {photo.size}")
    for truth in truths:
        if truth.side >= LEAST and not truth.is_hidden:
            total.seen += 1
            total.found += any(is_it(seen, truth) for seen in photo.codes)


def is_it(seen: SeenCode, truth: Truth) -> bool:
    """Whether this was read where it is."""
    return seen.code == truth.code and abs(seen.middle - sum(truth.corners) / 4) < truth.side


def is_inside(truth: Truth, size: tuple[int, int]) -> bool:
    edge = 0.1 * truth.side  # the white around it
    return all(
        edge <= at.real <= size[0] - edge and edge <= at.imag <= size[1] - edge
        for at in truth.corners
    )


def compare_piles(
    workshop: Workshop, photos: Sequence[Photo], truths: Sequence[Truth], total: Count
) -> None:
    """Count the cards that were put under another headline than theirs, beyond doubt."""
    piles = {truth.code.code: truth.pile for truth in truths if truth.pile}
    for line in workshop.importing.photos.look(photos).piles.splitlines():
        letter, _colon, cards = line.partition(":")
        for card in cards.split():
            total.placed += 1
            if piles.get(card) != letter:
                total.misplaced.append(f"{card} under {letter}, not {piles.get(card)}")
