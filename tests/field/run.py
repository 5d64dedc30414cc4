"""Bring in every file of tests/files/field without a hand, and compare with the right results.

    python tests/field/run.py            the table; ends with 1 unless 95 % come in right
    python tests/field/run.py F05 I01    only these, with what is wrong

A file is right when header rows, columns, customers and cards are; usable when every customer's
word is on a card and nobody else's; else wrong.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cxworkshop.exchange.refusals import ImportRefusal
from cxworkshop.services.import_reading import (
    ImportFile,
    KnownAnswers,
    PreparedImport,
    prepare_import,
)
from cxworkshop.suggest.names import likely
from tests.field.expected import EXPECTED, Expected

FIELD = Path(__file__).resolve().parents[1] / "files" / "field"
ASPECTS = ("header", "columns", "customers", "cards", "said")
FLOOR = 0.95


@dataclass(frozen=True)
class Outcome:
    """What is right of one file, and what is wrong in words."""

    right: dict[str, bool]
    wrong: tuple[str, ...] = ()

    @property
    def verdict(self) -> str:
        """The file as a whole."""
        if all(self.right.values()):
            return "right"
        return "usable" if self.right["cards"] and self.right["columns"] else "wrong"


def outcome(data: bytes, expected: Expected, name: str = "field.csv") -> Outcome:
    """Read and plan a file, and compare."""
    try:
        prepared = prepare_import(ImportFile(name, data), KnownAnswers())
    except ImportRefusal as refusal:
        found = type(refusal).__name__
        return _outcome([(aspect, expected.refusal, found) for aspect in ASPECTS])
    if expected.refusal:
        return _outcome([(aspect, expected.refusal, "read") for aspect in ASPECTS])
    return _outcome(_compared(prepared, expected))


def _compared(prepared: PreparedImport, expected: Expected) -> list[tuple[str, object, object]]:
    plan = prepared.plan
    said = [answer.words for answer in plan.taken]
    wanting = [words for words in expected.begins if not any(s.startswith(words) for s in said)]
    report = "\n".join(prepared.report)
    unsaid = [note for note in expected.notes if note not in report]
    unasked = [n for n in expected.offered if n not in prepared.choices.offered]
    counts = (len(plan.cards) + plan.merged, len(plan.praise), len(plan.aside))
    return [
        ("header", expected.header, prepared.header_rows),
        ("columns", expected.answers, prepared.choices.answers),
        ("customers", expected.customers, plan.customers),
        ("cards", (expected.cards, expected.praise, expected.aside), counts),
        ("cards", [], wanting),
        ("said", [], unsaid),
        ("said", [], unasked),
        ("said", expected.persons, tuple(sorted({a.line for a in plan.taken if likely(a.words)}))),
    ]


def _outcome(compared: list[tuple[str, object, object]]) -> Outcome:
    right = {aspect: all(w == f for a, w, f in compared if a == aspect) for aspect in ASPECTS}
    wrong = dict.fromkeys(
        f"{aspect}: {found} in place of {wanted}"
        for aspect, wanted, found in compared
        if wanted != found
    )
    return Outcome(right, tuple(wrong))


def main(wanted: list[str]) -> int:
    """Print the table; 0 if enough files come in right."""
    print("| file | " + " | ".join(ASPECTS) + " | as a whole |")
    print("|---|" + "---|" * (len(ASPECTS) + 1))
    verdicts: list[str] = []
    for name, expected in EXPECTED.items():
        if wanted and not name.startswith(tuple(wanted)):
            continue
        found = outcome((FIELD / name).read_bytes(), expected, name)
        marks = ["yes" if found.right[aspect] else "NO" for aspect in ASPECTS]
        verdicts.append(found.verdict)
        print(f"| {name} | " + " | ".join(marks) + f" | {found.verdict} |")
        if wanted:
            print(*(f"    {line}" for line in found.wrong), sep="\n")
    counts = ", ".join(f"{verdicts.count(v)} {v}" for v in ("right", "usable", "wrong"))
    print(f"\n{len(verdicts)} files: {counts}")
    return int(verdicts.count("right") < FLOOR * len(verdicts))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
