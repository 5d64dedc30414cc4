"""Reasons why a file of customers' words can't be imported, each with its own advice."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.errors import Refusal, quoted
from cxworkshop.i18n import _, in_quotes


class ImportRefusal(Refusal):
    """Nothing was taken from the file."""


class NothingInIt(ImportRefusal):
    """Zero bytes, or nothing but blanks."""

    def __init__(self) -> None:
        super().__init__(_("There is nothing in this file. Perhaps it has not downloaded yet."))


class NotText(ImportRefusal):
    """A picture, a program, a damaged file."""

    def __init__(self) -> None:
        super().__init__(
            _("This is not a table or a text. Save the answers as CSV or text, then try again.")
        )


class OtherKind(ImportRefusal):
    """A picture, a presentation, an old document: what can't be read, with the way out."""

    def __init__(self, kind: str, advice: str) -> None:
        super().__init__(_("{kind} can’t be read here. {advice}").format(kind=kind, advice=advice))


class BrokenFile(ImportRefusal):
    """It ends too early, its parts are missing, or it is made as no office program makes one."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This file is damaged, or it has not come down whole. Download or save it again, "
                "then import it."
            )
        )


class LockedFile(ImportRefusal):
    """It is encrypted, as a whole or in the parts that are needed."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This file is locked with a password. Open it, take the password off, save it, "
                "then import it."
            )
        )


class TooManyParts(ImportRefusal):
    """A packed file with thousands of files in it."""

    def __init__(self, most: int) -> None:
        super().__init__(
            _(
                "More than {most} files are packed in this one. Copy the answers into a new file, "
                "and import that."
            ).format(most=f"{most:,}")
        )


class TooMuchInside(ImportRefusal):
    """A packed file that is much larger when it is unpacked."""

    def __init__(self, megabytes: int) -> None:
        super().__init__(
            _(
                "This file is small, but what is packed in it is larger than {megabytes} MB. Copy "
                "the answers into a new file, and import that."
            ).format(megabytes=megabytes)
        )


class CellsFarAway(ImportRefusal):
    """A sheet in which something stands so far from the rest that all between would be read."""

    def __init__(self, sheet: str, rows: int, columns: int) -> None:
        super().__init__(
            _(
                "Sheet “{sheet}” is filled as far as row {rows} and column {columns}. Copy the "
                "answers alone into a new file, and import that."
            ).format(sheet=quoted(sheet), rows=f"{rows:,}", columns=f"{columns:,}")
        )


class NoSuchSheet(ImportRefusal):
    """A sheet was named that the file does not have."""

    def __init__(self, wanted: str, there: Sequence[str]) -> None:
        sheets = "; ".join(in_quotes(quoted(name)) for name in there[:40])
        super().__init__(
            _("There is no sheet “{wanted}”. The file has: {sheets}").format(
                wanted=quoted(wanted), sheets=sheets or "–"
            )
        )


class TooBig(ImportRefusal):
    """More than a small laptop can lay out at once."""

    def __init__(self, megabytes: int) -> None:
        super().__init__(
            _(
                "This file is larger than {megabytes} MB. Export a shorter time or fewer columns, "
                "then import that."
            ).format(megabytes=megabytes)
        )


class TooManyRows(ImportRefusal):
    """More rows than a workshop has room for."""

    def __init__(self, most: int) -> None:
        super().__init__(
            _(
                "This file has more than {most} rows. Export a shorter time, or part it, "
                "then import that."
            ).format(most=f"{most:,}")
        )


class TooManyColumns(ImportRefusal):
    """More columns than any survey has: most likely it is no table."""

    def __init__(self, columns: int, most: int) -> None:
        super().__init__(
            _(
                "This table has {columns} columns, and {most} are the most. Keep the columns with "
                "answers, one row for each person, then import that."
            ).format(columns=f"{columns:,}", most=f"{most:,}")
        )


class TooManyCells(ImportRefusal):
    """More rows times columns than a small laptop can hold."""

    def __init__(self, most: int) -> None:
        super().__init__(
            _(
                "This table has more than {most} cells. Keep the columns with answers, "
                "or export a shorter time, then import that."
            ).format(most=f"{most:,}")
        )


class TooLongCell(ImportRefusal):
    """A line or a cell that is far too long to be somebody's answer."""

    def __init__(self, line: int, most: int) -> None:
        super().__init__(
            _(
                "What begins in line {line} has more than {most} characters without an end, so it "
                "is no list of answers. Export them as CSV, one row for each person."
            ).format(line=line, most=f"{most:,}")
        )


class StrangeSigns(ImportRefusal):
    """Thousands of marks on one letter, or of signs that each stand for a phrase."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Much of this file is signs that no language writes in such numbers. "
                "Save the answers as plain text or CSV where they were made, and import that."
            )
        )


class StillChanging(ImportRefusal):
    """The file grew, shrank or vanished while it was read."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _(
                "{name} changed while it was read. Wait until it is saved or downloaded, "
                "then import it again."
            ).format(name=name)
        )


class OnlyASummary(ImportRefusal):
    """A survey tool's summary: counts, no answers."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This is a summary: it counts answers but holds none. In the survey tool, "
                "export all responses, one row for each person, and import that file."
            )
        )


class OwnPlans(ImportRefusal):
    """We wrote it, and it holds what the team promises."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "These are plans that were written here: our promises, not {customers_s} words. "
                "Import the list instead."
            )
        )


class OpenQuote(ImportRefusal):
    """A quotation mark that never closes would swallow everything behind it."""

    def __init__(self, line: int) -> None:
        super().__init__(
            _(
                "The quotation mark that opens in line {line} never closes. "
                "Close it in the file, then import it again; nothing was taken."
            ).format(line=line)
        )


class NoSuchColumn(ImportRefusal):
    """A column was named that the file does not have."""

    def __init__(self, wanted: str, titles: tuple[str, ...]) -> None:
        shown = "; ".join(f"{n} {title[:60]}" for n, title in titles_with_numbers(titles))
        super().__init__(
            _("There is no column “{wanted}”. The file has: {titles}").format(
                wanted=quoted(wanted), titles=shown
            )
        )


class NoSuchQuestion(ImportRefusal):
    """A question was to be left out that nobody was asked."""

    def __init__(self, wanted: str, there: tuple[str, ...]) -> None:
        shown = "; ".join(in_quotes(text[:80]) for text in there[:20])
        super().__init__(
            _("No question reads “{wanted}”. Leave out one of these: {questions}").format(
                wanted=quoted(wanted), questions=shown
            )
        )


class NoEarlierChoices(ImportRefusal):
    """Nobody has said yet, on this laptop, what such columns are."""

    def __init__(self) -> None:
        super().__init__(
            _("Nothing was chosen yet for a file with these columns. Say what they are this once.")
        )


class NoAnswers(ImportRefusal):
    """No column looks like people's own words."""

    def __init__(self, titles: tuple[str, ...]) -> None:
        shown = "; ".join(f"{n} {title[:60]}" for n, title in titles_with_numbers(titles))
        text = _("No column looks like answers in people’s own words. Name one of: {titles}")
        bare = _("No column looks like answers in people’s own words, and none has a title.")
        super().__init__(text.format(titles=shown) if shown else bare)


class NobodyAnswered(ImportRefusal):
    """There are columns for words, and nothing in them says anything."""

    def __init__(self) -> None:
        super().__init__(
            _("Nobody answered in this file: where words could stand, all is empty or “n/a”.")
        )


def titles_with_numbers(titles: tuple[str, ...]) -> list[tuple[int, str]]:
    """At most 40 titled columns with the number that names them."""
    numbered = [(n, " ".join(title.split())) for n, title in enumerate(titles, start=1) if title]
    return numbered[:40]
