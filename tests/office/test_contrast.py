"""Words and charts of the report’s page stand out, in each colour scheme and on paper.

What axe-core can’t decide is decided here: words of a chart lie on the plain panel, beside bars and
lines, and their colours are reckoned with by WCAG’s formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cxworkshop.office import report
from cxworkshop.office.report.content import Bar, BarChart, LineOfMonths, MonthChart
from cxworkshop.office.report.svg import chart_svg

CSS = (Path(report.__file__).parent / "page.css").read_text(encoding="utf-8")
AS_WIDE = 7.5  # units for a letter of 14 pixels, on an average
TEXTS, SIGNS = 4.5, 3.0  # what WCAG asks of words, and of what is drawn


def schemes() -> list[dict[str, str]]:
    """The colours of the light page, of the dark one and of paper; later ones change the first."""
    rules = re.findall(r":root\s*{([^}]*)}", CSS)
    named = [dict(re.findall(r"--(\w+):\s*(#[0-9A-F]{6})", rule)) for rule in rules]
    return [named[0] | scheme for scheme in named]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (n / 12.92 if n <= 0.04045 else ((n + 0.055) / 1.055) ** 2.4 for n in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", range(3))
def test_what_is_read_and_what_is_drawn_stand_out_from_the_panel(scheme):
    colours = schemes()[scheme]
    for ground in (colours["panel"], colours["canvas"]):
        assert contrast(colours["ink"], ground) >= 7
        assert min(contrast(colours[name], ground) for name in ("grey", "accent")) >= TEXTS
        assert contrast(colours["edge"], ground) >= SIGNS


def boxes(svg: str) -> tuple[list[tuple[float, ...]], list[tuple[float, ...]]]:
    """Where words are, and where bars and lines are: left, top, right, bottom in each drawing."""
    words, drawn = [], []
    for element, right, down in _moved(ElementTree.fromstring(svg), 0.0, 0.0):
        read = {key: float(n) for key, n in element.attrib.items() if re.fullmatch(r"[\d.]+", n)}
        if element.tag == "text":
            wide, x, y = AS_WIDE * len(element.text or ""), read["x"], read["y"]
            left = x - wide if element.get("text-anchor") == "end" else x
            words.append((left + right, y - 11 + down, left + wide + right, y + 3 + down))
        elif element.tag == "rect":
            x, y = read["x"] + right, read["y"] + down
            drawn.append((x, y, x + read["width"], y + read["height"]))
        elif element.tag == "polyline":
            points = [tuple(map(float, one.split(","))) for one in element.attrib["points"].split()]
            xs, ys = zip(*points, strict=True)
            drawn.append((min(xs) + right, min(ys) + down, max(xs) + right, max(ys) + down))
    return words, drawn


def _moved(
    element: ElementTree.Element, right: float, down: float
) -> Iterator[tuple[ElementTree.Element, float, float]]:
    moved = re.fullmatch(r"translate\(([\d.]+) ([\d.]+)\)", element.get("transform", ""))
    if moved:
        right, down = right + float(moved[1]), down + float(moved[2])
    yield element, right, down
    for kid in element:
        yield from _moved(kid, right, down)


LONG = "Cares when something is wrong, and more"
CHARTS = [
    BarChart(title="t", bars=tuple(Bar(label=LONG, value=n) for n in (0, 7, 250, 98_765, None))),
    MonthChart(
        title="t",
        months=tuple(map(str, range(12))),
        lines=tuple(LineOfMonths(label="Professional", values=(9, 0, None, n)) for n in range(7)),
    ),
]


@pytest.mark.parametrize("chart", CHARTS, ids=["bars", "months"])
def test_no_word_of_a_chart_lies_on_a_bar_or_a_line(chart):
    words, drawn = boxes(chart_svg("key", chart))
    assert words
    assert drawn
    for left, top, right, bottom in words:
        assert left >= 0
        for x0, y0, x1, y1 in drawn:
            apart = right <= x0 or x1 <= left or bottom <= y0 or y1 <= top
            assert apart, (left, top, right, bottom, x0, y0, x1, y1)
