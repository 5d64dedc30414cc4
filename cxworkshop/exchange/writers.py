"""Write the big list as CSV and Markdown, and the dates as a calendar."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cxworkshop.textual import FORMULA_OPENINGS

# Also behind apostrophes: our import removes one, which must be the one added here.
_FORMULA = re.compile(f"'*{FORMULA_OPENINGS}")
_LINE_OCTETS = 75  # RFC 5545: longer lines are folded
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


@dataclass(frozen=True)
class ExportedAnswer:
    """One row of the exported table: what one customer said on a card."""

    code: int
    group: str
    headline: str
    words: str
    customer: int
    kind: str
    way: str
    state: str
    name: str | None = None  # the customer's; None where it is not asked for

    @property
    def cells(self) -> tuple[str | int, ...]:
        """In the order of `own_titles`."""
        name = () if self.name is None else (self.name,)
        said = (self.code, self.group, self.headline, self.words, self.customer, self.kind)
        return (*said, self.way, self.state, *name)


@dataclass(frozen=True)
class Appointment:
    """An entry of the calendar. Its uid stays the same when its day changes."""

    uid: str
    day: date
    title: str
    notes: str = ""


def csv_table(titles: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    """UTF-8 with a byte order mark, as spreadsheets want it.

    Words that begin like a formula get an apostrophe (OWASP); our own import takes it off again.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(titles)
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: object) -> str:
    text = str(cell)
    return f"'{text}" if _FORMULA.match(text) else text


def markdown(title: str, groups: Iterable[tuple[str, Sequence[str]]]) -> bytes:
    """Headings with what was said below them; markup in people's words is escaped."""
    lines = [f"# {_escaped(title)}", ""]
    for heading, words in groups:
        lines += [f"## {_escaped(heading)}", ""]
        lines += [f"- {_escaped(' '.join(text.split()))}" for text in words]
        lines.append("")
    return "\n".join(lines).encode()


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def calendar(appointments: Iterable[Appointment], stamp: date) -> bytes:
    """All-day entries with a reminder at nine on the day before (RFC 5545)."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//CX Workshop//EN", "CALSCALE:GREGORIAN"]
    for entry in appointments:
        lines += _event(entry, stamp)
    lines.append("END:VCALENDAR")
    return ("\r\n".join(_folded(line) for line in lines) + "\r\n").encode()


def _event(entry: Appointment, stamp: date) -> list[str]:
    next_day = entry.day + timedelta(days=1)
    return [
        "BEGIN:VEVENT",
        f"UID:{entry.uid}@cxworkshop",
        f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{next_day:%Y%m%d}",
        f"SUMMARY:{_ics(entry.title)}",
        f"DESCRIPTION:{_ics(entry.notes)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_ics(entry.title)}",
        "TRIGGER:-PT15H",
        "END:VALARM",
        "END:VEVENT",
    ]


def _ics(text: str) -> str:
    for char, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(char, written)
    return text


def _folded(line: str) -> str:
    """At most 75 octets a line, never cut inside a character."""
    parts, size = [""], 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _LINE_OCTETS:
            parts.append(" ")
            size = 1
        parts[-1] += char
        size += octets
    return "\r\n".join(parts)
