"""The Wall of stop 8, and of what is still open: posters, answers to everybody, the year."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop import days
from cxworkshop.content.values import AnsweredWish
from cxworkshop.content.values.wall import (
    WallAnswers,
    WallMonth,
    WallOpenLine,
    WallOpenRound,
    WallPoster,
    WallStillOpen,
    WallYear,
)
from cxworkshop.i18n import _, ngettext
from cxworkshop.stages import FREE, Stage, stage_word
from ui.wall.pages import NOTHING, Flow, WallFrame, empty_page, heading, spoken_words
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
from ui.wall.shapes import figures, place, plain_line, tag
from ui.wall.tokens import (
    BODY,
    FACT,
    HEADING,
    LABEL,
    POSTER_OURS,
    POSTER_OURS_LONG,
    POSTER_SAID,
    POSTER_SAID_LONG,
    ROW,
    SAID,
    SMALL,
    STRONG,
    TITLE,
    WallStyle,
)

STEP_RING, INDENT = 98, 160
POSTER_LABEL = WallStyle(54, 68, 800, ink="accent")
SEPARATOR = "  ·  "
OPEN_GAP = 20
MOST_FIGURES = 20
YEAR_RING, YEAR_STEP = 108, 136
WHEN = WallStyle(48, 62, 800)
RINGS = {
    Stage.KEPT.value: "disc",
    Stage.NOT_SURE.value: "heavy",
    Stage.DOING.value: "dot",
    Stage.TRIED.value: "thin",
    Stage.PICKED.value: "planned",
    FREE: "dotted",
}


def poster(content: WallPoster, frame: WallFrame) -> list[WallPage]:
    """You said, we did, you say now: the lines on a thread, without those that have no words."""
    head = _poster_head(content, frame)
    steps = [
        _step(number, label, words, state, frame.column - INDENT)
        for number, (label, words, state) in enumerate(_lines(content, frame.column - INDENT), 1)
    ]
    spare = frame.bottom - head.height - sum(step.height for step in steps)
    if spare >= 40:
        gap = min(110.0, spare / 2)
        return [_poster_page(frame, head, steps, gap)]
    return Flow(frame, head, 40).pages(steps)


def _poster_head(content: WallPoster, frame: WallFrame) -> WallBlock:
    """Whose it is, and when; without a customer's words what it is about, which is in ours."""
    words = days.month_year(content.month)
    top = text(content.team, STRONG, max(300, frame.column - width_of(words, FACT) - 40))
    month = line_to_right(words, FACT, frame.column)
    high = 48 + top.height + 24
    about = NOTHING if content.quote else text(content.topic, TITLE, frame.column)
    below = about.height + 56 if about.height else 0
    placed = ((top, frame.left, 48), (month, frame.left, 48), (about, frame.left, high + 16))
    return together(*placed, height=high + below)


def _lines(content: WallPoster, width: float) -> list[tuple[str, WallBlock, str]]:
    """Label, words and ring. Only what a customer said stands under "You said"."""
    lines = [(content.lead, _ours(content, width), "open")]
    if content.quote:
        lines.insert(0, (_("You said"), _quoted(content.quote, width), "open"))
    if content.counted or content.coming:
        asked = "disc" if content.counted else "dotted"
        lines.append((_("You say now"), _now(content, width), asked))
    return lines


def _poster_page(
    frame: WallFrame, head: WallBlock, steps: Sequence[WallBlock], gap: float
) -> WallPage:
    placed = [(head, 0.0, 0.0)]
    y = head.height
    for n, step in enumerate(steps):
        if n < len(steps) - 1:
            line = plain_line(8, step.height + gap - STEP_RING, "accent")
            placed.append((line, frame.left + 1 + STEP_RING / 2 - 4, y + STEP_RING))
        placed.append((step, frame.left, y))
        y += step.height + gap
    return frame.page(*placed)


def _step(number: int, label: str, words: WallBlock, state: str, width: float) -> WallBlock:
    both = stack((text(label, POSTER_LABEL, width), words), 8)
    ring = place(STEP_RING, state, str(number))
    return together((ring, 0, 0), (both, INDENT, 14), height=max(both.height + 14, STEP_RING))


def _quoted(words: str, width: float) -> WallBlock:
    style = POSTER_SAID
    if text(words, style, width - 40).height > style.line:
        style = POSTER_SAID_LONG
    return spoken_words(words, style, width, 7)


def _ours(content: WallPoster, width: float) -> WallBlock:
    style = POSTER_OURS
    if text(content.ours, style, width).height > style.line:
        style = POSTER_OURS_LONG
    return text(content.ours, style, width)


def _now(content: WallPoster, width: float) -> WallBlock:
    if not content.counted:
        return text(content.coming, POSTER_OURS_LONG, width)
    parts = [_quoted(content.now, width)] if content.now else []
    drawn = ["solid"] * content.notice + ["outline"] * (content.answered - content.notice)
    counted = text(content.counted, HEADING, width)
    pitch = 88.0
    wide = len(drawn) * pitch
    if len(drawn) <= MOST_FIGURES and wide + width_of(content.counted, HEADING) + 30 < width:
        beside = text(content.counted, HEADING, width - wide - 30)
        counted = together((figures(drawn, 72, pitch), 0, 0), (beside, wide + 24, 2))
    return stack((*parts, counted), 24)


def answers(content: WallAnswers, frame: WallFrame) -> list[WallPage]:
    """Every wish with its answer, by code."""
    n, all_ = content.unanswered, content.total
    fact = _("{n} of {all} without an answer").format(n=n, all=all_)
    flow = Flow(frame, heading(frame, _("Answers to everybody"), fact), 44, lines=True)
    if not content.total:
        none = _("Nobody has wished for anything yet.")
        return empty_page(frame, heading(frame, _("Answers to everybody")), none)
    rows = [_wish(wish, frame.column) for wish in content.wishes]
    if content.more:
        more = ngettext(
            "and {n} more on the printed list", "and {n} more on the printed list", content.more
        )
        rows.append(text(more.format(n=content.more), FACT, frame.column))
    waiting = text(_("These words wait: they may name somebody."), BODY, frame.column)
    return flow.pages(rows or [waiting])


def _wish(wish: AnsweredWish, width: float) -> WallBlock:
    inside = width - 130
    words = text(wish.words, ROW, inside)
    if wish.said:
        words = spoken_words(wish.words, SAID, inside)
    answer = " ".join((f"{wish.lead}:", *wish.sentences)) if wish.sentences else wish.lead
    both = stack((words, text(answer, STRONG.in_ink("accent"), inside)), 8)
    return together((tag(wish.code), 0, 4), (both, 130, 0))


def year(content: WallYear, frame: WallFrame) -> list[WallPage]:
    """Twelve months with three rings each; fewer on a narrow Wall, and the rest on later pages."""
    fact = ngettext(
        "{kept} kept of {picked} picked", "{kept} kept of {picked} picked", content.kept
    ).format(kept=content.kept, picked=content.picked)
    head = heading(frame, _("Our year"), fact if content.picked else "")
    per = max(1, min(12, int(frame.column // 124)))
    begun = sum(bool(month.stages) for month in content.months)
    months = content.months[: max(begun, per)]  # those to come say nothing on a page of their own
    runs = [months[at : at + per] for at in range(0, len(months), per)]
    blocks = [_months(run, frame.column, per) for run in runs]
    blocks += [_legend(months, frame.column)]
    asked = ""
    if content.answered:
        asked = ngettext(
            "{n} of {all} {customer} we asked notices a difference",
            "{n} of {all} {customers} we asked notice a difference",
            content.answered,
        ).format(n=content.notice, all=content.answered)
    pages = Flow(frame, head, 36).pages([*blocks, text(asked, TITLE, frame.column)])
    if len(pages) == 1:
        return pages
    return Flow(frame, head, 20).pages([*blocks, text(asked, ROW, frame.column)])


def _months(months: Sequence[WallMonth], width: float, per: int) -> WallBlock:
    field = width / per
    parts: list[tuple[WallBlock, float, float]] = []
    y = 3 * YEAR_STEP + 20
    for n, month in enumerate(months):
        stages = month.stages or (FREE,) * 3
        for slot, stage in enumerate(stages):
            number = "" if stage in (FREE, Stage.DOING, Stage.PICKED) else str(slot + 1)
            ring = place(YEAR_RING, RINGS[stage], number, faint=not month.stages)
            parts.append((ring, n * field + (field - YEAR_RING) / 2, (2 - slot) * YEAR_STEP))
        ink = "accent" if month.stages else "edge"
        thick = 14 if month.stages else 4
        parts.append((plain_line(field, thick, ink), n * field, y - thick / 2))
        parts.append((plain_line(4, 44, ink), n * field, y - 22))
        style = STRONG if month.stages else FACT
        parts.append((centred(days.month(month.month), style, field), n * field, y + 30))
    return together(*parts, height=y + 90)


def _legend(months: Sequence[WallMonth], width: float) -> WallBlock:
    there = {stage for month in months for stage in month.stages} | {FREE}
    parts: list[tuple[WallBlock, float, float]] = []
    x = y = 0.0
    for stage, ring in RINGS.items():
        if stage not in there and stage in (Stage.TRIED, Stage.PICKED):
            continue
        words = stage_word(stage)
        wide = 60 + width_of(words, BODY)
        if x and x + wide > width:
            x, y = 0.0, y + 64
        parts += [(place(44, ring), x, y + 6), (text(words, BODY, wide - 60), x + 60, y)]
        x += wide + 52
    return together(*parts)


def still_open(content: WallStillOpen, frame: WallFrame) -> list[WallPage]:
    """When, what, who, from which round; the rounds on a thread at the foot."""
    n, rounds = len(content.lines), sum(bool(one.open) for one in content.rounds)
    of = ngettext("{n} open, from {rounds} round", "{n} open, from {rounds} rounds", rounds)
    fact = of.format(n=n, rounds=rounds) if n else ""
    flow = Flow(frame, heading(frame, _("Still open"), fact), OPEN_GAP, lines=True)
    rows = [_line(line, frame.column) for line in content.lines]
    rows = rows or [text(_("Nothing is open."), TITLE, frame.column)]
    rows += _coming(content.coming, frame.column)
    thread = together((_rounds(content.rounds, frame.column), 0, 16))  # its rings are high
    whole = flow.pages([*rows, thread])
    if len(whole) == 1:  # one page has no foot, and so room for a row more
        return whole
    first = _on_first_page(rows, flow, thread.height)
    return flow.pages([*rows[:first], thread, *rows[first:]])


def _coming(lines: Sequence[WallOpenLine], width: float) -> list[WallBlock]:
    """What is promised for later; its label stays with the first."""
    rows = [_line(line, width) for line in lines]
    label = text(_("Coming"), LABEL, width)
    return [stack((label, rows[0]), 8), *rows[1:]] if rows else []


def _on_first_page(rows: Sequence[WallBlock], flow: Flow, below: float) -> int:
    """How many rows stand on the first page above what is so high; all where it is only one."""
    left = flow.room - below
    for n, row in enumerate(rows):
        left -= row.height + flow.gap
        if left < 0:
            return n if n > 1 else len(rows)
    return len(rows)


def _line(line: WallOpenLine, width: float) -> WallBlock:
    from_round = _("round {n}").format(n=line.round_number)
    right = width_of(from_round, FACT)
    left = 376.0 if width > 1200 else width * 0.34
    when = text(line.when, WHEN.in_ink("amber") if line.is_late else WHEN, left - 20)
    words = text(line.words, ROW, width - left - right - 40)
    about = SEPARATOR.join(filter(None, (line.who, line.of)))
    who = text(about, SMALL, width - left - right - 40)
    what = stack((words, who))
    high = max(what.height, when.height, 100)
    return together(
        (when, 0, (high - when.height) / 2),
        (what, left, (high - what.height) / 2),
        (line_to_right(from_round, FACT, width), 0, (high - 56) / 2),
        height=high,
    )


def _rounds(rounds: Sequence[WallOpenRound], width: float) -> WallBlock:
    """The last rounds, as many as have room, and the next one, which can always start."""
    shown = rounds[-max(1, int(width // 330) - 1) :]
    field = width / (len(shown) + 1)
    parts = [(plain_line(field * len(shown), 10, "accent"), 0.0, 44.0)]
    parts.append((plain_line(field, 4, "edge"), field * len(shown), 47))
    for n, one in enumerate(shown):
        state = "open" if one.open or one.is_running else "disc"
        parts += _ring_and_note(one.number, state, _left(one), n * field, field, STRONG)
    following = (rounds[-1].number if rounds else 0) + 1
    parts += _ring_and_note(following, "dotted", _("can start"), field * len(shown), field, FACT)
    return together(*parts)


def _left(one: WallOpenRound) -> str:
    n = one.open
    if not one.is_running:
        return ngettext("{n} open", "{n} open", n).format(n=n)
    running = ngettext("{n} open, running", "{n} open, running", n)
    return running.format(n=n) if n else _("running")


def _ring_and_note(
    number: int, state: str, note: str, x: float, field: float, style: WallStyle
) -> list[tuple[WallBlock, float, float]]:
    middle = x + field / 2
    return [
        (place(98, state, str(number)), middle - 49, 0),
        (centred(note, style, field), x, 112),
    ]
