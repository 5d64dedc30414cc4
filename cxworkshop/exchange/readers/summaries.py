"""Recognise a survey's summary or a crosstab: counts and percentages, and nobody's words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from cxworkshop.exchange.table import TableRecord
from cxworkshop.exchange.wording import is_spoken
from cxworkshop.textual import fold

_LOOK_AT = 400  # records
_COUNT = re.compile(r"\d[\d.,]*")
_FIGURE = re.compile(r"[-+<~]?\s?\d[\d.,\s]*\s?%?|[-–*.]|\(?\d[\d.,]*\s?%?\)?")
_PERCENT = re.compile(r"[-+<~]?\s?\d[\d.,]*\s?%|\(\d[\d.,]*\s?%\)")
_COUNTED = re.compile(
    r"\b(?:counts?|responses?|frequency|freq|percent(?:age)?|total|base|respondents|n"
    r"|anzahl|häufigkeit|prozent|gesamt|nennungen|antworten|nombre|effectifs?|pourcentage|réponses"
    r"|número|porcentaje|recuento|frecuencia|respuestas|aantal|percentage|totaal|antwoorden|antal"
    r"|antall|procent|prosent|svar|totalt|i alt|i alt)\b"
)
_TOTAL = re.compile(
    r"(?:grand )?total|answered|skipped|base|gesamt(?:summe)?|insgesamt|summe|beantwortet"
    r"|übersprungen|ensemble|répondu|ignoré|respondida|omitida|totaal|beantwoord|overgeslagen"
    r"|besvaret|hoppet over|i alt|totalt|summa|no answer|n|mean|average|mittelwert|durchschnitt"
)
_LABEL = 28  # characters: "Not very clean at all" is still an answer to choose
_LONG_LABEL = 60  # characters: an answer to choose from is shorter than what people say


def is_summary(records: Sequence[TableRecord]) -> bool:
    """Whether a table counts answers and holds none."""
    records = [record for record in records[:_LOOK_AT] if any(map(str.strip, record.cells))]
    pairs = pairwise(records)
    if sum(_counts(one, "answered") and _counts(two, "skipped") for one, two in pairs) >= 2:
        return True
    rows = [cells for record in records if (cells := _filled(record))]
    figures = [cells for cells in rows if _is_row_of_figures(cells)]
    wide = [cells for cells in rows if len(cells) > 1]
    if len(figures) < 3 or len(figures) < 0.5 * len(wide) or _speak(figures):
        return False
    percents = sum(any(map(_PERCENT.fullmatch, cells)) for cells in figures)
    if percents >= 0.4 * len(figures):
        return True
    return _is_counted(records, rows, figures)


def _is_counted(
    records: Sequence[TableRecord], rows: list[list[str]], figures: list[list[str]]
) -> bool:
    """Whether counts alone show a summary: by the words over them, and totals or many tables."""
    heads = [cells for cells in rows if len(cells) > 1 and not _is_row_of_figures(cells)]
    counted = [cells for cells in heads if any(_COUNTED.search(fold(c)) for c in cells[1:])]
    totals = sum(bool(_TOTAL.fullmatch(fold(cells[0]))) for cells in figures)
    widths = Counter(len(record.cells) for record in records)
    repeated = len(counted) > len({tuple(cells) for cells in counted})
    return bool(counted) and (totals > 0 or repeated) and len(widths) < len(records)


def _filled(record: TableRecord) -> list[str]:
    return [cell for c in record.cells if (cell := c.strip())]


def _is_row_of_figures(cells: list[str]) -> bool:
    """A label, perhaps two, then figures alone; the label is no figure itself."""
    if len(cells) < 2 or _FIGURE.fullmatch(cells[0]):
        return False
    labels = 1 + (len(cells) > 2 and not _FIGURE.fullmatch(cells[1]))
    return all(map(_FIGURE.fullmatch, cells[labels:]))


def _speak(figures: list[list[str]]) -> bool:
    """Whether what stands beside the figures is what people said."""
    long = [cells for cells in figures if max(map(len, cells)) > _LONG_LABEL]
    spoken = sum(is_spoken(cells[0]) and len(cells[0]) > _LABEL for cells in figures)
    return len(long) * 3 > len(figures) or spoken * 2 > len(figures)


def _counts(record: TableRecord, what: str) -> bool:
    if what not in record.cells[0].casefold():  # first: it is asked of every record
        return False
    cells = _filled(record)
    return len(cells) == 2 and cells[0].casefold() == what and bool(_COUNT.fullmatch(cells[1]))
