"""The Wall of stop 6: before and now, how many notice, and the covered expectation."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop import days
from cxworkshop.content.values.wall import BeforeAndNow, WallCheck
from cxworkshop.i18n import _, ngettext
from ui.wall.cutting import in_parts
from ui.wall.pages import Flow, WallFrame, heading, page_of, spoken_words
from ui.wall.scene import WallBlock, WallPage, line_to_right, stack, text, together, width_of
from ui.wall.shapes import even_rows, figures, mark, panel, place, rule, upright_rule
from ui.wall.tokens import FACT, HEADING, LABEL, SAID, SMALL, STRONG, TITLE

FIGURE, PITCH, MOST_FIGURES = 90, 112, 12
LEAST_PITCH = 80  # dotted figures that are smaller blur from the back row
MOST_LINES = 5  # of an answer with its mark below it
LEAST_ROOM, WORTH_A_CUT = 200, 420  # units
NUMBER_ROOM = 70  # units for the number of the page


def check(content: WallCheck, frame: WallFrame) -> list[WallPage]:
    """Before and now in pairs; how many notice; what we expected, while it is covered only that."""
    of = len(content.marks)
    begun = "arc" if content.answered else "thin"
    state = "disc" if content.is_judged else begun
    ring = place(92, state, str(content.slot), share=content.answered / max(1, of))
    fact = _("{n} of {all} have answered").format(n=content.answered, all=of)
    head = heading(frame, content.headline, fact, lead=(ring, 92))
    columns = _Columns(content, frame)
    rows = columns.rows()
    above = head.height + 30 + columns.head.height
    for drawn in (True, False):
        below = _check_foot(content, frame, drawn=drawn)
        pages = _fitting(rows, frame.bottom - above - below.height - 40)
        if pages:
            return [
                _check_page(frame, head, columns, run, below, number=(n, len(pages)))
                for n, run in enumerate(pages, 1)
            ]
    both = together((head, 0, 0), (columns.head, frame.left, head.height + 30))
    return Flow(frame, both).pages([*rows, below])  # the foot has a page of its own


def _fitting(rows: Sequence[WallBlock], room: float) -> list[list[WallBlock]]:
    """The rows in pages of this height, with room for their number; none where a row is higher.

    A row that is longer than any page is cut: then the height has to be worth it.
    """
    if room < LEAST_ROOM:
        return []
    whole = _filled(rows, room)
    if len(whole) == 1:
        return whole
    room -= NUMBER_ROOM
    tallest = max(row.height for row in rows)
    return _filled(rows, room) if tallest <= room or room > WORTH_A_CUT else []


def _filled(rows: Sequence[WallBlock], room: float) -> list[list[WallBlock]]:
    pages: list[list[WallBlock]] = [[]]
    left = room
    for row in (part for one in rows for part in in_parts(one, room)):
        if row.height > left and pages[-1]:
            pages.append([])
            left = room
        pages[-1].append(row)
        left -= row.height + 44
    return pages


class _Columns:
    """Before at the left, now at the right."""

    def __init__(self, content: WallCheck, frame: WallFrame) -> None:
        self._content, self._frame = content, frame
        self.half = (frame.column - 100) / 2
        self.head = self._head()

    def _head(self) -> WallBlock:
        content, half = self._content, self.half
        parts = []
        now_style = HEADING.in_ink("accent")
        for x, words, style, day in (
            (0.0, _("Before"), HEADING, content.said_on),
            (half + 100, _("Now"), now_style, content.asked_on),
        ):
            wide = width_of(words, style)
            parts.append((text(words, style, min(wide, half)), x, 0.0))
            date = days.day_month(day)
            if date and wide + width_of(date, FACT) + 20 < half:
                parts.append((line_to_right(date, FACT, half), x, 8))
        return together(*parts, height=90)

    def rows(self) -> list[WallBlock]:
        """A row for each answer."""
        return [self._row(row) for row in self._content.rows]

    def _row(self, row: BeforeAndNow) -> WallBlock:
        said = [spoken_words(one, SAID, self.half) for one in row.before]
        before = stack(said, 20) if said else text(_("asked now"), FACT, self.half)
        marked = [_marked(row.mark, self.half)] if row.mark else []
        answer = [spoken_words(row.now, SAID, self.half)] if row.now else []
        waits = [] if answer or marked else [text(_("no answer yet"), FACT, self.half)]
        is_long = bool(answer) and answer[0].height > MOST_LINES * SAID.line
        parts = (
            [*marked, *answer] if is_long else [*answer, *marked]
        )  # no mark stands on a page alone
        now = stack((*parts, *waits), 16)
        return together((before, 0, 0), (now, self.half + 100, 0))


def mark_words(kind: str) -> str:
    """What a mark says."""
    return {
        "notices": _("notices"),
        "no-difference": _("no difference"),
        "worse": _("worse"),
        "cannot-tell": _("cannot tell"),
    }[kind]


def _marked(kind: str, width: float) -> WallBlock:
    words = text(mark_words(kind), STRONG, width - 60)
    return together((mark(38, kind), 0, 9), (words, 58, 0))


def _check_page(
    frame: WallFrame,
    head: WallBlock,
    columns: _Columns,
    rows: Sequence[WallBlock],
    below: WallBlock,
    *,
    number: tuple[int, int],
) -> WallPage:
    y = head.height + 30
    placed = [(head, 0.0, 0.0), (columns.head, frame.left, y)]
    y += columns.head.height
    begun = y
    for n, row in enumerate(rows):
        if n:
            placed.append((rule(frame.column), frame.left, y - 22))
        placed.append((row, frame.left, y))
        y += row.height + 44
    if not rows:
        none = text(_("Nobody has asked {a_customer} yet."), FACT, frame.column)
        placed.append((none, frame.left, y))
    placed.append(
        (upright_rule(max(0, y - begun + 40)), frame.left + columns.half + 49, begun - 60)
    )
    at = frame.bottom - below.height
    placed += [(rule(frame.column), frame.left, at - 24), (below, frame.left, at)]
    if number[1] > 1:
        words = page_of(*number)
        placed.append((line_to_right(words, STRONG, frame.column), frame.left, at - 90))
    return frame.page(*placed)


def _check_foot(content: WallCheck, frame: WallFrame, *, drawn: bool) -> WallBlock:
    """How many notice, with a figure for each if they are `drawn`, and what we expected."""
    half = frame.column if frame.is_narrow else (frame.column - 100) / 2
    counted = _counted(content, half, drawn=drawn)
    expected = _expected(content, half)
    if frame.is_narrow:
        return stack((counted, expected), 24)
    high = max(counted.height, expected.height)
    return together((counted, 0, 0), (expected, half + 100, 0), height=high)


def _counted(content: WallCheck, width: float, *, drawn: bool) -> WallBlock:
    kinds = {"notices": "solid", "no-difference": "outline", "worse": "worse"}
    people = [kinds.get(kind, "dotted") for kind in content.marks]
    so_far = ngettext("{n} of {all} notices so far", "{n} of {all} notice so far", content.notice)
    words = so_far.format(n=content.notice, all=content.answered)
    if not content.answered:
        words = content.asking or _("Nobody has answered yet")
    title = text(words, TITLE, width)
    if not drawn or not 0 < len(people) <= MOST_FIGURES:
        return title
    pitch = min(PITCH, max(LEAST_PITCH, width / len(people)))  # in one row where they have room
    per_row = even_rows(len(people), width / pitch)
    return stack((figures(people, FIGURE * pitch / PITCH, pitch, per_row), title), 30)


def _expected(content: WallCheck, width: float) -> WallBlock:
    inside = width - 88
    if content.expectation is None:
        inside -= 130
        n = content.missing
        until = ngettext(
            "covered until one more {customer} has answered",
            "covered until {n} more {customers} have answered",
            n,
        ).format(n=n)
        words = stack(
            (text(_("What we expected to hear"), STRONG, inside), text(until, SMALL, inside))
        )
        high = max(words.height + 52, 160)
        return together(
            (panel(width, high, fill="sunken", pen="edge", dashed=True), 0, 0),
            (place(92, "dotted", "?"), 40, (high - 92) / 2),
            (words, 174, (high - words.height) / 2),
            height=high,
        )
    expectation = content.expectation or _("nothing was written")
    words = stack(
        (text(_("We expected to hear"), LABEL, inside), text(expectation, STRONG, inside))
    )
    high = words.height + 52
    return together((panel(width, high, pen="edge"), 0, 0), (words, 44, 26), height=high)
