"""Photos of walls that never were: real sheets of ours, cut out, hung up and photographed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from cxworkshop.sheets.layout.labels import LabelProfile, plain
from cxworkshop.sheets.layout.profiles import PROFILES
from cxworkshop.sheets.paper import A4

CARDS, HEADLINES = PROFILES["a4-95x65"], plain(A4, 1, 2)
DOTS = 8.0  # a millimetre, of the papers before they are hung up
_NOISE, _SIGMA = (4400, 3400), 24.0  # larger than any picture
_NEAR = 1.2  # how far away the camera is, in widths of the picture


def cut_out(pdf: Path, profile: LabelProfile, dots: float = DOTS) -> list[Image.Image]:
    """Each card of a PDF, in order, without the empty places of the last page."""
    papers = []
    with pypdfium2.PdfDocument(pdf) as opened:
        for page in opened:
            sheet = page.render(scale=dots * 25.4 / 72, grayscale=True).to_pil()
            for left, top, width, height in profile.spots:
                box = (left, top, left + width, top + height)
                papers.append(sheet.crop(tuple(round(at * dots) for at in box)))
    return [paper for paper in papers if _is_printed(paper)]


def _is_printed(paper: Image.Image) -> bool:
    edge = paper.width // 20  # cut marks reach a little into the cards
    return paper.crop((edge, edge, paper.width - edge, paper.height - edge)).getextrema()[0] < 128


@dataclass(frozen=True)
class Hung:
    """A paper on the wall: its upper left corner in millimetres, and degrees that it is askew."""

    paper: Image.Image
    x: float
    y: float
    askew: float = 0.0


def wall(hung: Sequence[Hung], size: tuple[int, int], dots: float, shade: int = 190) -> Image.Image:
    """The wall from straight ahead; `dots` are pixels a millimetre."""
    picture = Image.new("L", size, shade)
    for each in hung:
        share = dots / DOTS
        small = (round(each.paper.width * share), round(each.paper.height * share))
        paper = each.paper.resize(small, Image.Resampling.LANCZOS)
        mask = Image.new("L", small, 255).rotate(each.askew, expand=True)
        turned = paper.rotate(each.askew, Image.Resampling.BICUBIC, expand=True)
        picture.paste(turned, (round(each.x * dots), round(each.y * dots)), mask)
    return picture


def corners_from_aside(size: tuple[int, int], across: float, down: float) -> list[complex]:
    """Where the picture's corners are once the camera stands at these angles, in degrees."""
    width, height = size
    one, other, away = math.radians(across), math.radians(down), _NEAR * width
    found = []
    for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        at_x, at_y = x * width / 2, y * height / 2
        near = away + at_x * math.sin(one) + at_y * math.sin(other)
        found.append(complex(at_x * math.cos(one), at_y * math.cos(other)) * away / near)
    least_x, least_y = min(at.real for at in found), min(at.imag for at in found)
    most_x, most_y = max(at.real for at in found), max(at.imag for at in found)
    share = min(width / (most_x - least_x), height / (most_y - least_y))
    return [(at - complex(least_x, least_y)) * share for at in found]


def from_aside(picture: Image.Image, across: float, down: float) -> Image.Image:
    """The whole wall as a camera sees it that stands at these angles."""
    new = corners_from_aside(picture.size, across, down)
    shares = perspective(new, corners_of(picture.size))
    return picture.transform(
        picture.size, Image.Transform.PERSPECTIVE, shares, Image.Resampling.BICUBIC, fillcolor=90
    )


def corners_of(size: tuple[int, int]) -> list[complex]:
    """The corners of a picture, from the upper left one on."""
    width, height = size
    return [0j, complex(width, 0), complex(width, height), complex(0, height)]


def perspective(here: Sequence[complex], there: Sequence[complex]) -> list[float]:
    """The eight numbers that take these four points to those, as Pillow wants them."""
    rows = []
    for one, other in zip(here, there, strict=True):
        x, y, new_x, new_y = one.real, one.imag, other.real, other.imag
        rows.append([x, y, 1, 0, 0, 0, -new_x * x, -new_x * y, new_x])
        rows.append([0, 0, 0, x, y, 1, -new_y * x, -new_y * y, new_y])
    return _solved(rows)


def moved(point: complex, shares: Sequence[float]) -> complex:
    """Where a point comes to by these eight numbers."""
    a, b, c, d, e, f, g, h = shares
    x, y = point.real, point.imag
    return complex(a * x + b * y + c, d * x + e * y + f) / (g * x + h * y + 1)


def _solved(rows: list[list[float]]) -> list[float]:
    """Solve linear equations; each row ends with its sum."""
    count = len(rows)
    for column in range(count):
        largest = max(range(column, count), key=lambda row: abs(rows[row][column]))
        rows[column], rows[largest] = rows[largest], rows[column]
        for row in range(count):
            if row != column:
                share = rows[row][column] / rows[column][column]
                rows[row] = [one - share * other for one, other in zip(rows[row], rows[column],
                                                                       strict=True)]  # fmt: skip
    return [rows[row][count] / rows[row][row] for row in range(count)]


def with_glare(
    picture: Image.Image, random: Random, radius: float, light: int = 110
) -> Image.Image:
    """A lamp that shines back from somewhere on the wall."""
    spot = Image.new("L", (picture.width // 8, picture.height // 8), 0)
    x, y = random.uniform(0, spot.width), random.uniform(0, spot.height)
    radius /= 8
    ImageDraw.Draw(spot).ellipse((x - radius, y - radius, x + radius, y + radius), fill=light)
    shine = spot.filter(ImageFilter.GaussianBlur(radius / 2)).resize(picture.size)
    return ImageChops.add(picture, shine)


def with_noise(picture: Image.Image, random: Random, sigma: float) -> Image.Image:
    """The grain of a picture that was taken indoors: a piece of one field of noise."""
    field = _noise()
    left, top = (random.randint(0, most - of) for most, of in
                 zip(field.size, picture.size, strict=True))  # fmt: skip
    piece = field.crop((left, top, left + picture.width, top + picture.height))
    grain = piece.point([round(128 + (grey - 128) * sigma / _SIGMA) for grey in range(256)])
    return ImageChops.add(picture, grain, 1, -128)


@cache
def _noise() -> Image.Image:
    return Image.effect_noise(_NOISE, _SIGMA)
