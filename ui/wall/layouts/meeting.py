"""The Wall of stops 1 and 2: the agenda, whom we serve, the question, what customers say."""

from __future__ import annotations

from cxworkshop.content.values.wall import (
    SilentWay,
    WallAgenda,
    WallAsk,
    WallEmpty,
    WallServed,
    WallTalk,
)
from cxworkshop.i18n import _, ngettext
from cxworkshop.queries.meeting_now import LineAsItGoes
from ui.wall.pages import BAR_GAP, NOTHING, TOP, Flow, WallFrame, empty_page, heading, spoken_words
from ui.wall.scene import (
    WallBlock,
    WallPage,
    centred,
    line_to_right,
    stack,
    text,
    together,
    width_of,
)
from ui.wall.shapes import even_rows, figures, mark, panel, plain_line, rule, upright_rule
from ui.wall.tokens import (
    BODY,
    FACT,
    HEADING,
    HUGE,
    LABEL,
    PASSED,
    QUESTION,
    QUESTION_LARGE,
    QUESTION_MIDDLE,
    ROW,
    SAID_LARGE,
    SAID_MIDDLE,
    SAID_SMALL,
    SLOT_SMALL,
    SMALL,
    STRONG,
    TITLE,
)

MOST_FIGURES = 20
MOST_ROWS, AGENDA_GAP = 7, 20  # of the agenda while one of its lines is on
SEPARATOR = "  ·  "
MOST_LARGE = 4  # lines of a question that is alone
MOST_SILENT = 2  # ways that are named, each with a question


def empty(content: WallEmpty, frame: WallFrame) -> list[WallPage]:
    """The team's name, and nothing else."""
    name = centred(content.team, TITLE, frame.column)
    more = centred(content.sentence, FACT, frame.column) if content.sentence else NOTHING
    both = stack((name, more), 24)
    return [frame.page((both, frame.left, max(TOP, (frame.height - both.height) / 2)))]


def agenda(content: WallAgenda, frame: WallFrame) -> list[WallPage]:
    """A row for each line, with its clock time where the meeting's start is known."""
    until = content.until
    title = _("Today, until {time}").format(time=until) if until else _("Today")
    minutes = sum(line.minutes for line in content.lines)
    fact = ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes) if minutes else ""
    if content.now:
        fact = _("now {time}").format(time=content.now)
    flow = Flow(frame, heading(frame, title, fact), gap=AGENDA_GAP)
    if not content.lines:
        return empty_page(frame, flow.head, _("The agenda is still empty."))
    return flow.pages(_agenda_rows(content, frame, frame.bottom - flow.top))


def _agenda_rows(content: WallAgenda, frame: WallFrame, room: float) -> list[WallBlock]:
    """All lines before the meeting; then as many round the one that is on as fit on a page."""
    here = next((n for n, line in enumerate(content.lines) if line.is_here), None)
    rows = [_agenda_row(line, frame) for line in content.lines]
    if here is None:
        return [
            _between(row, line, n, len(rows))
            for n, (row, line) in enumerate(zip(rows, content.lines, strict=True))
        ]
    cost = [_cost(content, frame)] if content.lead else []
    for most in range(min(MOST_ROWS, len(rows)), 0, -1):
        first = max(0, min(here - most // 3, len(rows) - most))
        shown = rows[first : first + most]
        if sum(row.height + AGENDA_GAP for row in shown + cost) - AGENDA_GAP <= room:
            break
    lines = content.lines[first : first + most - 1]
    threaded = [_threaded(row, line) for row, line in zip(shown, lines, strict=False)]
    return [*threaded, shown[-1], *cost]


def _agenda_row(line: LineAsItGoes, frame: WallFrame) -> WallBlock:
    indent = 232 if line.at else 12
    taken = _("{n} min").format(n=line.minutes)
    last = _("we are here") if line.is_here else taken
    style = LABEL if line.is_here else FACT
    wide = width_of(last, style)
    was = _("was {time}").format(time=line.was) if line.was else ""
    beside = width_of(was, FACT) + 60 if was else 0
    name, clock = ROW, SLOT_SMALL
    if line.is_passed:
        name, clock = PASSED, PASSED
    elif line.was:
        clock = SLOT_SMALL.in_ink("amber")
    words = text(line.title, name, frame.column - indent - 76 - wide - beside - 40)
    high = max(words.height, 78)
    ground = panel(frame.column + 48, high + 12, fill="tint", pen="tint")
    return together(
        (ground if line.is_here else NOTHING, -24, -10),
        (text(line.at, clock, 220), 0, 1),
        (mark(44, "notices" if line.is_passed else "no-difference"), indent, 10),
        (mark(20, "notices") if line.is_here else NOTHING, indent + 12, 22),
        (words, indent + 76, 0),
        (line_to_right(was, FACT, frame.column - wide - 60) if was else NOTHING, 0, 4),
        (line_to_right(last, style, frame.column), 0, 4),
        height=high,
    )


def _threaded(row: WallBlock, line: LineAsItGoes) -> WallBlock:
    """The row with the thread to the next one, thick where it was walked."""
    x = (232 if line.at else 12) + 22
    wide, ink = (8, "accent") if line.is_passed else (4, "edge")
    thread = plain_line(wide, row.height + AGENDA_GAP - 42, ink)
    return together((row, 0, 0), (thread, x - wide / 2, 52), height=row.height)


def _between(row: WallBlock, line: LineAsItGoes, n: int, of: int) -> WallBlock:
    """The row with the thread to its neighbours, which may be on other pages."""
    x = (232 if line.at else 12) + 22 - 2
    above = plain_line(4, 10 + AGENDA_GAP, "edge") if n else NOTHING
    below = plain_line(4, row.height - 52, "edge") if n < of - 1 else NOTHING
    return together((row, 0, 0), (above, x, -AGENDA_GAP), (below, x, 52), height=row.height)


def _cost(content: WallAgenda, frame: WallFrame) -> WallBlock:
    """What an overrun costs, with both ways out."""
    lead = ROW.in_ink("red")
    wide = width_of(content.lead, lead)
    room = frame.column - wide - 32
    cost = text(content.cost, BODY, room)
    if cost.height > BODY.line:
        both = stack(
            (text(content.lead, lead, frame.column), text(content.cost, BODY, frame.column))
        )
    else:
        both = together((text(content.lead, lead, wide), 0, 0), (cost, wide + 32, 6))
    return together((rule(frame.column), 0, 0), (both, 0, 20))


def served(content: WallServed, frame: WallFrame) -> list[WallPage]:
    """Whom we serve, whom we accept not to please, and what we want to offer."""
    flow = Flow(frame, heading(frame, _("Whom we serve")))
    width = frame.column
    blocks: list[WallBlock] = []
    for label, words in (
        (_("We are here for"), SEPARATOR.join(content.serve)),
        (_("We accept that we won’t please"), SEPARATOR.join(content.not_please)),
        (_("What we are good at"), content.good_at),
        (_("What we want to offer"), content.experience),
    ):
        if words:
            blocks.append(stack((text(label, LABEL, width), text(words, ROW, width)), 8))
    if not blocks:
        return empty_page(frame, flow.head, _("Nobody has said yet whom we serve."))
    return flow.pages(blocks)


def ask(content: WallAsk, frame: WallFrame) -> list[WallPage]:
    """One question, large."""
    flow = Flow(frame, heading(frame, content.lead))
    for style in (QUESTION_LARGE, QUESTION_MIDDLE):
        words = text(content.question, style, frame.column)
        spare = frame.bottom - flow.top - words.height
        if words.height <= MOST_LARGE * style.line and spare > 0:
            return flow.pages([together((words, 0, spare / 3))])
    return flow.pages([text(content.question, QUESTION, frame.column)])


def talk(content: WallTalk, frame: WallFrame) -> list[WallPage]:
    """What was said last, large; then how many said it, and the ways without an answer."""
    fact = ngettext("{n} thing so far", "{n} things so far", content.things)
    so_far = fact.format(n=content.things) if content.things else ""
    head = heading(frame, _("What {customers} say"), so_far)
    top = head.height + 28
    side = 0.0 if frame.is_narrow else min(560.0, frame.column * 0.34)
    left = frame.column - (side + 90 if side else 0)
    room = frame.bottom - top
    newest = _newest(content, left, room)
    if newest.height > room:
        return Flow(frame, head).pages([newest])
    placed = [(head, 0.0, 0.0), (newest, frame.left, top)]
    if side:
        x = frame.left + left + 40
        placed += [
            (upright_rule(room - 20), x, top),
            (_beside(content, side, room), x + 50, top),
        ]
    return [frame.page(*placed)]


def _newest(content: WallTalk, width: float, room: float) -> WallBlock:
    if not content.said:
        waiting = _("These words wait: they may name somebody.")
        none = _("Nothing yet. The first words are on their way.")
        said = text(waiting if content.things else none, HEADING, width)
        return together((said, 0, max(0, (room - said.height) * 0.4)))
    label = text(_("Just now"), LABEL, width)
    block = stack((label, _large(content.said[0], width, room - label.height - 8)), 8)
    parts = [(block, 0.0, 0.0)]
    y = block.height + 36
    for n, words in enumerate(content.said[1:4]):
        older = spoken_words(words, SAID_SMALL, width)
        if y + older.height + (32 if n == 0 else 0) > room:
            break  # what does not fit whole is left out: it was shown before
        if n == 0:
            parts.append((rule(width), 0, y))
            y += 32
        parts.append((older, 0, y))
        y += older.height + 34
    return together(*parts)


def _large(words: str, width: float, room: float) -> WallBlock:
    """The newest words: smaller where they are long."""
    for style, most in ((SAID_LARGE, 3), (SAID_MIDDLE, 5), (SAID_SMALL, 100)):
        if text(words, style, width - BAR_GAP).height <= min(room, most * style.line):
            return spoken_words(words, style, width, 7)
    return spoken_words(words, SAID_SMALL, width, 7)


def _beside(content: WallTalk, width: float, room: float) -> WallBlock:
    parts = []
    if content.customers or content.planned:
        parts = [_counted(content, width), together((rule(width), 0, 12), height=24)]
    used = stack(parts, 24).height
    for block in _silent(content, width):
        if used + block.height + 24 > room:
            break
        parts.append(block)
        used += block.height + 24
    return stack(parts, 24)


def _counted(content: WallTalk, width: float) -> WallBlock:
    number = str(content.customers)
    wide = width_of(number, HUGE)
    planned = max(content.planned, content.customers) if content.planned else 0
    word = ngettext("{customer}", "{customers}", content.customers)
    lines = [text(word, STRONG, width - wide - 24)]
    if planned:
        lines.append(text(_("of {n}").format(n=planned), STRONG, width - wide - 24))
    words = stack(lines)
    head = together(
        (text(number, HUGE, wide), 0, 0), (words, wide + 24, 80 - words.height / 2), height=150
    )
    total = planned or content.customers
    if not 0 < total <= MOST_FIGURES:
        return head
    kinds = ["solid"] * content.customers + ["outline"] * (total - content.customers)
    return stack((head, figures(kinds, 52, 66, even_rows(total, width / 66))), 8)


def _silent(content: WallTalk, width: float) -> list[WallBlock]:
    n = len(content.silent)
    if not n:
        return [text(_("All ten ways have an answer."), LABEL, width)]
    said = ngettext("{n} way, no answer yet", "{n} ways, no answer yet", n).format(n=n)
    return [text(said, LABEL, width)] + [_way(way, width) for way in content.silent[:MOST_SILENT]]


def _way(way: SilentWay, width: float) -> WallBlock:
    inside = width - 62
    words = stack((text(way.name, SLOT_SMALL, inside), text(way.question, SMALL, inside)))
    return together((mark(40, "cannot-tell"), 0, 11), (words, 62, 0))
