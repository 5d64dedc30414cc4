"""A page as a drawing (SVG): what the page's canvas drew, its text as outlines, so without fonts.

The canvas writes PDF operators. In a page whose text is outlines there are only those of paths,
colours and lines (ISO 32000-1, 8.4 and 8.5), and the one that places the team's logo; each has its
counterpart in SVG.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from typing import Any

from cxworkshop.exchange.xml_text import xml_text

Matrix = tuple[float, float, float, float, float, float]

_TOKEN = re.compile(r"\[[^\]]*\]|\S+")
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_UPSIDE_DOWN: Matrix = (1, 0, 0, -1, 0, 1)
_CAPS, _JOINS = ("butt", "round", "square"), ("miter", "round", "bevel")
_MILLIMETRES = 25.4 / 72
_WORTH_NAMING = 40  # characters: a repeated path this long is defined once, and used by its id


@dataclass(frozen=True, slots=True)
class _State:
    """What q saves and Q restores."""

    matrix: Matrix = _IDENTITY
    fill: str = "#000000"
    stroke: str = "#000000"
    width: float = 1.0
    cap: int = 0
    join: int = 0
    dash: str = ""
    clip: str = ""  # the id of a clipping path


@dataclass(frozen=True, slots=True)
class _Shape:
    path: str
    look: str  # attributes of its paint
    state: _State
    is_logo: bool = False  # the unit square, filled with the picture


@dataclass
class _Drawing:
    """Reads operators; `shapes` are what they painted, from back to front."""

    state: _State = field(default_factory=_State)
    shapes: list[_Shape] = field(default_factory=list)
    clips: list[tuple[str, str, _State]] = field(default_factory=list)  # path, rule, state before
    _saved: list[_State] = field(default_factory=list)
    _path: list[str] = field(default_factory=list)
    _clip_rule: str = ""

    def read(self, code: Sequence[str]) -> None:
        """Interpret the code of a page; operators that draw nothing, such as tags, are skipped."""
        given: list[str] = []
        for token in _TOKEN.findall("\n".join(code)):
            if _is_operand(token):
                given.append(token)
                continue
            follow = _OPERATORS.get(token)
            if follow is not None:
                follow(self, given)
            given.clear()

    def set(self, **values: Any) -> None:
        self.state = replace(self.state, **values)

    def save(self) -> None:
        self._saved.append(self.state)

    def restore(self) -> None:
        self.state = self._saved.pop()

    def transform(self, matrix: Sequence[str]) -> None:
        self.set(matrix=_times(_numbers(matrix), self.state.matrix))

    def step(self, letter: str, numbers: Sequence[str]) -> None:
        self._path.append(letter + " ".join(map(_short, numbers)))

    def rectangle(self, numbers: Sequence[str]) -> None:
        x, y, width, height = map(float, numbers)
        self._path.append(f"M{_n(x)} {_n(y)}h{_n(width)}v{_n(height)}h{_n(-width)}z")

    def clip(self, rule: str) -> None:
        """Clip by the current path, once it is painted or dropped."""
        self._clip_rule = rule

    def place_logo(self) -> None:
        self.shapes.append(_Shape("", "", self.state, is_logo=True))

    def paint(self, *, fill: str = "", stroke: bool = False) -> None:
        """End the path; `fill` is the rule by which it is filled, "" for not."""
        path, self._path = "".join(self._path), []
        if path and (fill or stroke):
            look = _look(self.state, fill, stroke=stroke)
            self.shapes.append(_Shape(path, look, self.state))
        if path and self._clip_rule:
            self.clips.append((path, self._clip_rule, self.state))
            self.set(clip=f"c{len(self.clips)}")
        self._clip_rule = ""


def svg(code: Sequence[str], size: tuple[float, float], title: str, logo: str = "") -> bytes:
    """The code of an outlined page of this size, in points, as an SVG file on white.

    `logo` is the only picture that the page may have, a PNG file in Base64.
    """
    drawing = _Drawing()
    drawing.read(code)
    width, height = size
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{_n(width * _MILLIMETRES)}mm" height="{_n(height * _MILLIMETRES)}mm" '
        f'viewBox="0 0 {_n(width)} {_n(height)}" role="img">'
    )
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        head,
        f"<title>{escape(xml_text(title))}</title>",
        f'<rect width="{_n(width)}" height="{_n(height)}" fill="#ffffff"/>',
        *_body(drawing, height, logo),
        "</svg>\n",
    ]
    return "\n".join(parts).encode()


def _body(drawing: _Drawing, height: float, logo: str) -> Iterator[str]:
    """Definitions, then the shapes; PDF counts upwards, SVG downwards."""
    often = [path for path, n in Counter(shape.path for shape in drawing.shapes).items() if n > 1]
    named = {path: f"p{n}" for n, path in enumerate(often, 1) if len(path) >= _WORTH_NAMING}
    yield "<defs>"
    yield from (f'<path id="{name}" d="{path}"/>' for path, name in named.items())
    yield from map(_clip_path, range(1, len(drawing.clips) + 1), drawing.clips)
    yield "</defs>"
    yield f'<g transform="matrix(1 0 0 -1 0 {_n(height)})">'
    clip = ""
    for shape in drawing.shapes:
        if shape.state.clip != clip:
            yield ("</g>" if clip else "") + _clipped(shape.state.clip)
            clip = shape.state.clip
        yield _picture(shape, logo) if shape.is_logo else _drawn(shape, named.get(shape.path, ""))
    yield "</g>" * (1 + bool(clip))


def _clipped(clip: str) -> str:
    return f'<g clip-path="url(#{clip})">' if clip else ""


def _clip_path(number: int, clip: tuple[str, str, _State]) -> str:
    path, rule, state = clip
    within = f' clip-path="url(#{state.clip})"' if state.clip else ""
    place = _place(state.matrix)
    return (
        f'<clipPath id="c{number}"{within}><path d="{path}" clip-rule="{rule}"{place}/></clipPath>'
    )


def _drawn(shape: _Shape, name: str) -> str:
    place = _place(shape.state.matrix)
    if name:
        return f'<use xlink:href="#{name}"{place}{shape.look}/>'
    return f'<path d="{shape.path}"{place}{shape.look}/>'


def _picture(shape: _Shape, logo: str) -> str:
    """The logo in its place: pictures count downwards in SVG."""
    place = _place(_times(_UPSIDE_DOWN, shape.state.matrix))
    data = f"data:image/png;base64,{logo}"
    return f'<image width="1" height="1" preserveAspectRatio="none"{place} xlink:href="{data}"/>'


def _place(matrix: Matrix) -> str:
    if matrix == _IDENTITY:
        return ""
    numbers = " ".join(f"{number:.6g}" for number in matrix)
    return f' transform="matrix({numbers})"'


def _look(state: _State, fill: str, *, stroke: bool) -> str:
    parts = [f' fill="{state.fill if fill else "none"}"']
    if fill == "evenodd":
        parts.append(' fill-rule="evenodd"')
    if stroke:
        parts.append(f' stroke="{state.stroke}" stroke-width="{_n(state.width)}"')
        parts += [f' stroke-linecap="{_CAPS[state.cap]}"'] if state.cap else []
        parts += [f' stroke-linejoin="{_JOINS[state.join]}"'] if state.join else []
        parts += [f' stroke-dasharray="{state.dash}"'] if state.dash else []
    return "".join(parts)


def _is_operand(token: str) -> bool:
    return token[0] in "0123456789+-.[/<(" or token.endswith((">>", ")"))


def _numbers(given: Sequence[str]) -> Matrix:
    a, b, c, d, e, f = map(float, given)
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    """First `one`, then `other`."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (
        *(a * p + b * r, a * q + b * s),
        *(c * p + d * r, c * q + d * s),
        *(e * p + f * r + t, e * q + f * s + u),
    )


def _n(number: float) -> str:
    return f"{number:.3f}".rstrip("0").rstrip(".")


def _short(number: str) -> str:
    return _n(float(number))


def _colour(given: Sequence[str]) -> str:
    shares = [*map(float, given)] * (3 if len(given) == 1 else 1)
    return "#" + "".join(f"{round(share * 255):02x}" for share in shares)


def _dash(given: Sequence[str]) -> str:
    return " ".join(map(_short, given[0].strip("[]").split()))


_OPERATORS: dict[str, Callable[[_Drawing, Sequence[str]], None]] = {
    "q": lambda drawing, _given: drawing.save(),
    "Q": lambda drawing, _given: drawing.restore(),
    "cm": lambda drawing, given: drawing.transform(given),
    "w": lambda drawing, given: drawing.set(width=float(given[0])),
    "J": lambda drawing, given: drawing.set(cap=int(given[0])),
    "j": lambda drawing, given: drawing.set(join=int(given[0])),
    "d": lambda drawing, given: drawing.set(dash=_dash(given)),
    "rg": lambda drawing, given: drawing.set(fill=_colour(given)),
    "RG": lambda drawing, given: drawing.set(stroke=_colour(given)),
    "g": lambda drawing, given: drawing.set(fill=_colour(given)),
    "G": lambda drawing, given: drawing.set(stroke=_colour(given)),
    "m": lambda drawing, given: drawing.step("M", given),
    "l": lambda drawing, given: drawing.step("L", given),
    "c": lambda drawing, given: drawing.step("C", given),
    "h": lambda drawing, _given: drawing.step("z", ()),
    "re": lambda drawing, given: drawing.rectangle(given),
    "Do": lambda drawing, _given: drawing.place_logo(),
    "W": lambda drawing, _given: drawing.clip("nonzero"),
    "W*": lambda drawing, _given: drawing.clip("evenodd"),
    "n": lambda drawing, _given: drawing.paint(),
    "S": lambda drawing, _given: drawing.paint(stroke=True),
    "f": lambda drawing, _given: drawing.paint(fill="nonzero"),
    "f*": lambda drawing, _given: drawing.paint(fill="evenodd"),
    "B": lambda drawing, _given: drawing.paint(fill="nonzero", stroke=True),
    "B*": lambda drawing, _given: drawing.paint(fill="evenodd", stroke=True),
}
