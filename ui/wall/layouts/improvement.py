"""The Wall of stops 5, 6 and 7: one sheet, before and now, the question that stays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from cxworkshop import days
from cxworkshop.content.values.wall import (
    WallPlan,
    WallReason,
    WallStaffTest,
    WallStep,
)
from cxworkshop.i18n import _, with_commas
from ui.wall.pages import NOTHING, Flow, WallFrame, heading, spoken_words
from ui.wall.scene import WallBlock, WallPage, line_to_right, stack, text, together, width_of
from ui.wall.shapes import mark, panel, place, rule, thread
from ui.wall.tokens import (
    ANSWER,
    FACT,
    LABEL,
    LICENCE,
    PROMISE,
    PROMISE_LONG,
    QUESTION,
    QUESTION_LARGE,
    QUESTION_MIDDLE,
    SAID,
    SAID_MIDDLE,
    SMALL,
    STRONG,
    WallStyle,
)

DAYS = 30
NAME = WallStyle(52, 66, 600, ink="grey")
STEP = WallStyle(46, 60, 600)
STEP_DONE = WallStyle(46, 60, ink="grey")
WHEN = WallStyle(50, 66, 800)
MISSING = STRONG.in_ink("amber")
ROOMIEST_FIRST = tuple((style, steps) for style in (PROMISE, PROMISE_LONG) for steps in (3, 2, 1))
RING = 96
QUESTION_RING, QUESTION_INDENT = 104, 150.0
ROW_GAP, HEAD_GAPS = 48, 72
MOST_LINES = 7  # of the question: it is read at a glance


def plan(content: WallPlan, frame: WallFrame) -> list[WallPage]:
    """The promise first, then the licence and the first steps, and the thirty days."""
    ring = place(
        RING, "disc" if content.is_locked else "arc", str(content.slot), share=content.begun
    )
    title = content.headline if content.is_locked else _not_locked(content.headline)
    who = content.doers or _("nobody leads yet")
    style = STRONG if content.doers else MISSING
    right = text(who, style, min(width_of(who, style), frame.column * 0.42))
    width = min(width_of(who, style), frame.column * 0.42)
    head = heading(frame, title, lead=(ring, RING), right=(right, width), style=NAME)
    flow = Flow(frame, head, 40)
    days_left = _thirty_days(content, frame.column)
    for style, shown in ROOMIEST_FIRST:
        more = content.steps[shown:]
        whole = stack((_promise(content, frame.column, style), _below(content, frame, shown)), 32)
        top, end = head.height + 24, frame.above_foot if more else frame.bottom
        if top + whole.height + 24 + days_left.height <= end and not frame.is_narrow:
            at = end - days_left.height
            first = together((head, 0, 0), (whole, frame.left, top), (days_left, frame.left, at))
            return flow.pages_after(first, _labelled(more, frame.column))
    return flow.pages(_lists(content, frame.column, days_left))


def _not_locked(headline: str) -> str:
    return _("{headline} (not locked yet)").format(headline=headline)


def _promise(content: WallPlan, width: float, style: WallStyle = PROMISE) -> WallBlock:
    """The promise, and the customer's sentence beside it where it has room.

    Before there is one the customer's sentence is what is large: it is what we promise for.
    """
    label = text(_("Our promise"), LABEL, width)
    quote = content.quote
    if not content.promise:
        large = [spoken_words(quote, SAID_MIDDLE, width)] if quote else []
        missing = together((label, 0, 0), (text(_("no promise yet"), MISSING, width), 0, 60))
        return stack((*large, missing), 28)
    beside = 640.0
    wide = width - beside - 60
    ours = text(content.promise, style, max(wide, 400))
    said = spoken_words(quote, SAID, beside) if quote else NOTHING
    alone = text(content.promise, style, width)
    if not quote or wide < 900 or ours.height > alone.height or said.height > ours.height:
        return stack((label, alone))
    return together((label, 0, 0), (ours, 0, 56), (said, wide + 60, 64))


def _below(content: WallPlan, frame: WallFrame, shown: int) -> WallBlock:
    """The licence beside so many of the first steps."""
    wide = frame.column * 0.37
    steps = _steps(content.steps[:shown], frame.column - wide - 60)
    return together((_licence(content, wide), 0, 0), (steps, wide + 60, 0))


def _lists(content: WallPlan, width: float, days_left: WallBlock) -> list[WallBlock]:
    """All below one another, for as many pages as it needs; the thirty days never stand alone."""
    steps = _labelled(content.steps, width) or [_steps((), width)]
    return [_promise(content, width), _licence(content, width), days_left, *steps]


def _labelled(steps: Sequence[WallStep], width: float) -> list[WallBlock]:
    """A block for each step; the label stays with the first."""
    rows = [_step(step, width) for step in steps]
    label = text(_("First steps"), LABEL, width)
    return [stack((label, rows[0]), 12), *rows[1:]] if rows else []


def _licence_words(content: WallPlan) -> tuple[tuple[str, WallStyle], tuple[str, WallStyle]]:
    """Whose it is above what it says: it counts once somebody gives it, with words or without."""
    ours, name = _("Our licence to do it"), content.giver
    if name and content.licence:
        lead = _("The licence, from {name}").format(name=name), LABEL
        return lead, (content.licence, LICENCE)
    if name:
        return (ours, LABEL), (_("{name} gives the licence").format(name=name), LICENCE)
    if content.licence:
        lead = _("The licence, from {name}").format(name=_("nobody yet")), MISSING
        return lead, (content.licence, LICENCE)
    return (ours, LABEL), (_("not given yet"), MISSING)


def _licence(content: WallPlan, width: float) -> WallBlock:
    inside = width - 88
    lines = [text(words, style, inside) for words, style in _licence_words(content)]
    if content.until:
        until = _("until {day}").format(day=days.short(content.until))
        lines.append(together((text(until, SMALL, inside), 0, 16)))
    body = stack(lines)
    high = body.height + 56
    return together(
        (panel(width, high, fill="tint", pen="tint"), 0, 0), (body, 44, 28), height=high
    )


def _steps(steps: Sequence[WallStep], width: float) -> WallBlock:
    label = text(_("First steps"), LABEL, width)
    if not steps:
        return stack((label, text(_("none yet"), MISSING, width)), 16)
    rows: list[WallBlock] = [label]
    for step in steps:
        rows += [together((rule(width), 0, 0), height=4), _step(step, width)]
    rows.append(together((rule(width), 0, 0), height=4))
    return stack(rows, 10)


def _step(step: WallStep, width: float) -> WallBlock:
    """A disc when it is done, a ring before; late in amber, with by how much."""
    when = step.late or days.short(step.by_when)
    about = with_commas(part for part in (step.who, when) if part)
    style = FACT.in_ink("amber") if step.late else FACT
    wide = min(width_of(about, style), width * 0.45)
    ring = mark(40, "notices" if step.done else "no-difference")
    words = text(step.words, STEP_DONE if step.done else STEP, width - 70 - wide - 30)
    beside = text(about, style, wide)
    if beside.height <= style.line:
        beside = line_to_right(about, style, wide) if about else beside
    return together((ring, 0, 10), (words, 70, 0), (beside, width - wide, 2))


def _thirty_days(content: WallPlan, width: float) -> WallBlock:
    """A tick a day once the plan is locked and has its days; before, the days in words alone."""
    start, check = content.start_on, content.check_on
    words = _days_in_words(content, width)
    if not content.is_locked or start is None or check is None:
        return words
    length = max((check - start).days, 1)
    line = thread(width, min(length, 60), max(content.day, 0) / length)
    return stack((line, words), 6)


def _days_in_words(content: WallPlan, width: float) -> WallBlock:
    begun, ask = _begun(content), content.asking
    asked = line_to_right(ask, WHEN, width) if ask else NOTHING
    room = width - (width_of(ask, WHEN) if ask else 0) - 40
    if not begun:
        return asked
    if width_of(begun, FACT) > room:
        return stack((text(begun, FACT, width), asked))
    return together((text(begun, FACT, max(room, 1)), 0, 6), (asked, 0, 0))


def _begun(content: WallPlan) -> str:
    """Where the thirty days are, in the Desk's words where it has any for that day."""
    start = content.start_on
    if start is None:
        return ""
    if not content.is_locked:
        return _("from {day}").format(day=days.short(start))
    if 0 < content.day <= DAYS:
        return _("Day {n}, since {day}").format(n=content.day, day=days.short(start))
    return days.of_thirty(start, start + timedelta(days=content.day))


def staff_test(content: WallStaffTest, frame: WallFrame) -> list[WallPage]:
    """The question, as large as the page has room for; its answers in columns below."""
    rows = _reasons(content.reasons, frame)
    for style in (QUESTION_LARGE, QUESTION_MIDDLE, QUESTION):
        head = _question(content, frame, style)
        whole = stack((head, *(together((row, frame.left, 0)) for row in rows)), ROW_GAP)
        spare = frame.bottom - whole.height
        if whole.height <= frame.bottom and head.height <= style.line * MOST_LINES + HEAD_GAPS:
            return [frame.page((whole, 0, spare / 3))]
    return Flow(frame, head, ROW_GAP).pages(rows)


def _question(content: WallStaffTest, frame: WallFrame, style: WallStyle) -> WallBlock:
    state = {True: "disc", False: "open", None: "thin"}[content.sure]
    ring = place(QUESTION_RING, state, str(content.slot))
    question = text(content.question, style, frame.column - QUESTION_INDENT)
    head = together(
        (ring, frame.left, 56 + (style.line - QUESTION_RING) / 2 + 8),
        (question, frame.left + QUESTION_INDENT, 56),
    )
    return together((head, 0, 0), height=head.height + 16)


def _reasons(reasons: Sequence[WallReason], frame: WallFrame) -> list[WallBlock]:
    columns = 1 if frame.is_narrow else min(3, max(1, len(reasons)))
    width = (frame.column - 44 * (columns - 1)) / columns
    cells = [_reason(reason, width) for reason in reasons]
    return [
        together(
            *((cell, n * (width + 44), 0.0) for n, cell in enumerate(cells[at : at + columns]))
        )
        for at in range(0, len(cells), columns)
    ]


def _reason(reason: WallReason, width: float) -> WallBlock:
    line = together((rule(width), 0, 0), height=16)
    label = text(reason.heading, LABEL, width)
    words, where = text(reason.words, ANSWER, width), text(reason.where, SMALL, width)
    return stack((line, label, words, where), 4)
